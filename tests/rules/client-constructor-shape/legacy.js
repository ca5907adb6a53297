//@ sdk = 2.1.1
const CIO = require("customerio-node");

module.exports.a = new CIO({ siteId: process.env.CIO_SITE_ID, apiKey: process.env.CIO_API_KEY });
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[client-constructor-shape]
module.exports.b = new CIO(process.env.CIO_SITE_ID, process.env.CIO_API_KEY);
module.exports.c = new CIO(process.env.CIO_SITE_ID, process.env.CIO_API_KEY, { timeout: 500 });
