const { Analytics } = require("@customerio/cdp-analytics-node");

const analytics = new Analytics({ writeKey: process.env.CUSTOMERIO_WRITE_KEY });

exports.seen = (user) => {
  analytics.track({ userId: "42", event: "Seen" });
  analytics.track({ userId: "42", event: "Seen" });
  analytics.track({ userId: user.id, event: "Seen" });
};
