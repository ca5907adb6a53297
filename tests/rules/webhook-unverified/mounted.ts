// Where the router is used, a check stands before it.
import { Router } from "express";

export const customerio = Router();

customerio.post("/customerio", (req, res) => {
  console.log(req.body.object_type, req.body.metric);
  res.end();
});
//- /src/app.ts
import express from "express";
import { customerio } from "./mounted";
import { verifyWebhook } from "./verify";

const app = express();
app.use("/webhooks", verifyWebhook, customerio);
//- /src/verify.ts
export const verifyWebhook = (req: any, res: any, next: any) => next();
