//@ region = eu
//@ sdk = 2.1.1
// Where regions are imported from depends on the version: nothing is offered.
const CIO = require("customerio-node");

module.exports = new CIO(process.env.CIO_SITE_ID, process.env.CIO_API_KEY);
//                   ^^^ warning[region-mismatch]: requests for an EU account fail with 301 (wrong datacenter)
