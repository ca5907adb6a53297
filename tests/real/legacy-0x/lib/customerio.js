var CIO = require("customerio-node");
var moment = require("moment");
var cio = new CIO(process.env.CIO_SITE_ID, process.env.CIO_API_KEY);

module.exports.created = function (user, done) {
  cio
    .identify(user._id.toString(), { email: user.email, created_at: moment(user.createdAt).unix() })
    .then(function () { done(null); }, done);
};

module.exports.visited = function (user, url) {
  return cio.track(user._id.toString(), { type: "page", name: url });
};

module.exports.planted = function (user) {
  cio.track(user._id.toString(), { data: { plan: user.plan } }); // floating-promise
};
