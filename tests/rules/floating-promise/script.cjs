const { TrackClient } = require("customerio-node");

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID, process.env.CUSTOMERIO_TRACK_API_KEY);

if (process.argv[2]) {
  cio.identify("1", { plan: "free" });
//^^^^^^^^^^^^ info[floating-promise]: nobody waits for the promise of `identify`
}

exports.seen = function (id) {
  cio.track(id, { name: "seen" });
//^^^^^^^^^ warning[floating-promise]: nobody waits for the promise of `track`
};
