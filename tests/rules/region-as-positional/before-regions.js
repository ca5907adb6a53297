//@ sdk = 1.0.1
const CIO = require("customerio-node");
const { RegionEU } = require("customerio-node/regions");

module.exports = new CIO(process.env.CIO_SITE_ID, process.env.CIO_API_KEY, RegionEU);
