//@ sdk = 2.1.1
const TrackClient = require("customerio-node");

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID, process.env.CUSTOMERIO_TRACK_API_KEY);

exports.seen = async (id) => {
  try {
    await cio.track(id, { name: "seen" });
  } catch (err) {
    console.error(err instanceof Error ? err.message : err);
//                ^^^^^^^^^^^^^^^^^^^^ warning[instanceof-error-class]: the error is never `instanceof Error`: the installed version of the SDK rejects with a plain object
  }
};
