//@ sdk = 5.2.0
const { APIClient } = require("customerio-node/api");
//                             ^^^^^^^^^^^^^^^^^^^ error[legacy-subpath-import]: `customerio-node/api`
const TrackClient = require('customerio-node/track');
//                           ^^^^^^^^^^^^^^^^^^^^^ error[legacy-subpath-import]

exports.cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID, process.env.CUSTOMERIO_TRACK_API_KEY);
exports.api = async () => new APIClient(process.env.CUSTOMERIO_APP_API_KEY);
exports.track = () => import("customerio-node/track");
//                            ^^^^^^^^^^^^^^^^^^^^^ error[legacy-subpath-import]
