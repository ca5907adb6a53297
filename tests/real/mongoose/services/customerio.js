const { TrackClient } = require("customerio-node");

const client = process.env.NODE_ENV === "test" ? null : new TrackClient(process.env.CIO_SITE, process.env.CIO_KEY);

exports.identify = async (user) => {
  if (!client) return;
  await client.identify(user.id, {
    email: user.email,
    created_at: Math.round(user.createdAt.getTime() / 1000),
    last_seen_at: user.lastSeen ? Math.round(+user.lastSeen / 1000) : null,
  });
};

exports.track = (id, name, data) => (client ? client.track(id, { name, data }) : Promise.resolve());
