//@ sdk = 5.2.0
const { TrackClient } = require("customerio-node");
const { ObjectId } = require("mongodb");

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID, process.env.CUSTOMERIO_TRACK_API_KEY);
exports.a = () => cio.identify(/** @type {any} */ (new ObjectId()), { plan: "pro" });
//                                                ^^^^^^^^^^^^^^^^ error[non-string-id]: expected a string or a number as the person's id, found an object
exports.b = () => cio.identify(/** @type {string} */ (/** @type {unknown} */ ([1])), { plan: "pro" });
//                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[non-string-id]: expected a string or a number as the person's id, found an array
