// Frameworks call the methods of one object with the same `this`.
const { TrackClient } = require("customerio-node");

module.exports = {
  name: "people",
  created() {
    this.cio = new TrackClient(this.settings.siteId, this.settings.apiKey);
    this.bus = new TrackClient(this.settings.siteId, this.settings.apiKey);
  },
  actions: {
    join(ctx) {
      return this.cio.identify(ctx.params.id, { email: ctx.params.email });
    },
    // What it is depends on who came first.
    leave(ctx) {
      this.bus.track(ctx.params.id, { name: "left" });
    },
  },
  started() {
    this.bus = this.broker;
  },
};

function Mailer() {
  this.client = new TrackClient("site", "key");
}
Mailer.prototype.send = function (id) {
  return this.client.track(id, { name: "sent" });
};
module.exports.Mailer = Mailer;
