//@ sdk = 5.2.0
const { IdentifierType } = require("customerio-node");

exports.id = IdentifierType.ID;
//                          ^^ warning[identifier-enum-member]: `ID`
