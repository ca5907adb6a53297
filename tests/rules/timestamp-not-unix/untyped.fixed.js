const { TrackClient } = require("customerio-node");

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID, process.env.CUSTOMERIO_TRACK_API_KEY);

exports.save = async (user, at = new Date()) => {
  await cio.identify(user.id, { created_at: user.d ?? new Date() });
  await cio.identify(user.id, { created_at: Math.floor(Number(user.d?.getTime() ?? new Date()) / 1000) });
  await cio.identify(user.id, { created_at: user.d == null ? undefined : Math.floor(user.d.getTime() / 1000) });
  await cio.identify(user.id, { created_at: at });
};
