const { TrackClient } = require("customerio-node");

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID, process.env.CUSTOMERIO_TRACK_API_KEY);

exports.signUp = function (user) {
  return cio.identify(user.id, { email: user.email, created_at: Date.now() });
//                                                              ^^^^^^^^^^ error[timestamp-milliseconds]
};

exports.dynamic = async function (user) {
  const { TrackClient: Client } = await import("customerio-node");
  const client = new Client(process.env.CUSTOMERIO_SITE_ID, process.env.CUSTOMERIO_TRACK_API_KEY);
  await client.identify(user.id, { created_at: Date.now() });
//                                             ^^^^^^^^^^ error[timestamp-milliseconds]
};
