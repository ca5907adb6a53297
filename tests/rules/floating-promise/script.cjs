const { TrackClient } = require("customerio-node");

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID, process.env.CUSTOMERIO_TRACK_API_KEY);

if (process.argv[2]) {
  cio.identify("1", { plan: "free" });
//^^^^^^^^^^^^ info[floating-promise]: the promise of `identify` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
}

exports.seen = function (id) {
  cio.track(id, { name: "seen" });
//^^^^^^^^^ warning[floating-promise]: the promise of `track` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
};
