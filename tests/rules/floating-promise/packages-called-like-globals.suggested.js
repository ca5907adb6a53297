// What a package calls like a global does what that does.
const Promise = require("bluebird");
const { TrackClient } = require("customerio-node");

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID, process.env.CUSTOMERIO_TRACK_API_KEY);
exports.all = async (ids) => {
  await Promise.all(ids.map((id) => cio.identify(id, {})));
};
