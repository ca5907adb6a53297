const { TrackClient } = require("@customerio/track");
//                               ^^^^^^^^^^^^^^^^^ info[unknown-package]
const cio = require("customerio");
//                   ^^^^^^^^^^ info[unknown-package]

exports.cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID, process.env.CUSTOMERIO_TRACK_API_KEY);
exports.api = new cio.APIClient(process.env.CUSTOMERIO_APP_API_KEY);
exports.later = async () => {
  const { SendPushRequest } = await import("customer.io");
  //                                        ^^^^^^^^^^^ info[unknown-package]
  return SendPushRequest;
};
