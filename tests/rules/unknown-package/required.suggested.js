const { TrackClient } = require("customerio-node");
const cio = require("customerio-node");

exports.cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID, process.env.CUSTOMERIO_TRACK_API_KEY);
exports.api = new cio.APIClient(process.env.CUSTOMERIO_APP_API_KEY);
exports.later = async () => {
  const { SendPushRequest } = await import("customerio-node");
  return SendPushRequest;
};
