const { Analytics } = require("@customerio/cdp-analytics-node");

const analytics = new Analytics({ writeKey: process.env.CUSTOMERIO_WRITE_KEY });

exports.signedUp = (plan) => {
  analytics.identify({ userId: "42", traits: { plan } });
  analytics.track({ userId: "42", event: "Signed Up" }, (err) => err && console.error(err));
};
