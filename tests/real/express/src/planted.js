"use strict";

const { track } = require("./lib/customerio");

module.exports = function trackLogins(app) {
  app.post("/login", (req, res) => {
    track.track(req.user.id, { name: "logged_in" }); // floating-promise
    res.sendStatus(204);
  });
  app.post("/renew", async (req, res, next) => {
    try {
      await track.identify(req.user.id, { renewed_at: Date.now() }); // timestamp-milliseconds
      res.sendStatus(204);
    } catch (error) {
      next(error);
    }
  });
};
