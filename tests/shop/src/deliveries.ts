// What became of our emails, as Customer.io tells it.
import express from "express";

const deliveries = express();

// webhook-unverified
deliveries.post("/hooks/customerio", express.json(), (req, res) => {
  const { metric, object_type, data } = req.body;
  console.log(object_type, metric, data.delivery_id);
  res.sendStatus(200);
});
