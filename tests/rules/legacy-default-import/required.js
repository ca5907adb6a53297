//@ sdk = 4.5.1
const CIO = require("customerio-node");

exports.cio = new CIO(process.env.CUSTOMERIO_SITE_ID, process.env.CUSTOMERIO_TRACK_API_KEY, { region: CIO.RegionUS });
//                ^^^ error[legacy-default-import]: `CIO`
