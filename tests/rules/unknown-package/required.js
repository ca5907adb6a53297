const { TrackClient } = require("@customerio/track");
//                               ^^^^^^^^^^^^^^^^^ warning[unknown-package]
const cio = require("customerio");
//                   ^^^^^^^^^^ warning[unknown-package]

exports.cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID, process.env.CUSTOMERIO_TRACK_API_KEY);
exports.api = new cio.APIClient(process.env.CUSTOMERIO_APP_API_KEY);
exports.later = async () => {
  const { SendPushRequest } = await import("customer.io");
  //                                        ^^^^^^^^^^^ warning[unknown-package]
  return SendPushRequest;
};
