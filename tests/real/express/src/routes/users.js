"use strict";

const express = require("express");
const { SendEmailRequest } = require("customerio-node");
const { api, track } = require("../lib/customerio");
const db = require("../db");

const router = express.Router();
const toSeconds = (date) => Math.floor(date.getTime() / 1000);

router.post("/", async (req, res, next) => {
  try {
    const user = await db.users.create(req.body);
    await track.identify(user.id, {
      email: user.email,
      first_name: user.firstName,
      created_at: toSeconds(user.createdAt),
    });
    await track.track(user.id, { name: "signed_up", data: { plan: user.plan, source: req.get("referer") ?? null } });
    res.status(201).json({ id: user.id });
  } catch (error) {
    next(error);
  }
});

router.post("/:id/reset-password", (req, res, next) => {
  db.users
    .find(req.params.id)
    .then((user) =>
      api.sendEmail(
        new SendEmailRequest({
          to: user.email,
          transactional_message_id: "reset_password",
          identifiers: { id: user.id },
          message_data: { token: req.body.token, expires_in: 3600 },
        }),
      ),
    )
    .then((sent) => res.json({ delivery: sent.delivery_id }))
    .catch(next);
});

router.delete("/:id", async (req, res, next) => {
  try {
    await Promise.all([db.users.remove(req.params.id), track.destroy(req.params.id)]);
    res.sendStatus(204);
  } catch (error) {
    next(error);
  }
});

module.exports = router;
