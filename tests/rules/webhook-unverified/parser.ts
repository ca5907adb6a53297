import express from "express";

const app = express();
app.use(express.json({ verify: (req, res, buffer) => (req.raw = buffer) }));
app.post("/webhooks/customerio", (req, res) => {
  console.log(req.body.object_type, req.body.metric);
  res.end();
});
