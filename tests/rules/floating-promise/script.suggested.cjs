const { TrackClient } = require("customerio-node");

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID, process.env.CUSTOMERIO_TRACK_API_KEY);

if (process.argv[2]) {
  cio.identify("1", { plan: "free" }).catch(console.error);
}

exports.seen = function (id) {
  return cio.track(id, { name: "seen" });
};
