//@ sdk = 5.2.0
const { IdentifierType } = require("customerio-node");

exports.id = IdentifierType.ID;
//                          ^^ error[identifier-enum-member]: `ID`
