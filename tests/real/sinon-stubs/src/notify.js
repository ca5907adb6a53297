const { TrackClient } = require("customerio-node");

exports.notify = async (id) => {
  const client = new TrackClient(process.env.CIO_SITE_ID, process.env.CIO_TRACK_KEY);
  await client.track(id, { name: "notified" });
};
