const { asClass, asFunction, createContainer } = require("awilix");
const { TrackClient } = require("customerio-node");
const { Invitations } = require("./invitations");

const container = createContainer();
container.register({
  cio: asFunction(() => new TrackClient(process.env.CIO_SITE_ID, process.env.CIO_TRACK_KEY)).singleton(),
  invitations: asClass(Invitations),
});
module.exports = container;
