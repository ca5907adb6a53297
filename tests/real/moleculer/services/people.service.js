const { TrackClient } = require("customerio-node");

module.exports = {
  name: "people",
  settings: { siteId: process.env.CIO_SITE_ID, apiKey: process.env.CIO_TRACK_KEY },
  actions: {
    async join(ctx) {
      await this.cio.identify(ctx.params.id, { email: ctx.params.email, joined_at: Math.floor(Date.now() / 1000) });
      return true;
    },
  },
  created() {
    this.cio = new TrackClient(this.settings.siteId, this.settings.apiKey);
  },
};
