const { TrackClient } = require("customerio-node");

exports.handler = async (event) => {
  const cio = new TrackClient(process.env.SITE_ID, process.env.TRACK_KEY); // all: client-per-request
  const user = JSON.parse(event.body);
  cio.identify(user.id, { email: user.email }); // floating-promise
  return { statusCode: 202 };
};
