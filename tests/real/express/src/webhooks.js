"use strict";

const express = require("express");
const { verifyRequestSignature } = require("customerio-node");

const router = express.Router();

router.post("/customerio", express.raw({ type: "application/json" }), async (req, res) => {
  const valid = verifyRequestSignature({
    secret: process.env.CUSTOMERIO_WEBHOOK_SIGNING_KEY,
    timestamp: req.get("x-cio-timestamp"),
    signature: req.get("x-cio-signature"),
    body: req.body,
  });
  if (!valid) {
    res.sendStatus(401);
    return;
  }
  const event = JSON.parse(req.body.toString("utf8"));
  switch (event.metric) {
    case "bounced":
    case "spammed":
      await require("./db").users.markUndeliverable(event.data.customer_id);
      break;
    default:
      break;
  }
  res.sendStatus(200);
});

module.exports = router;
