// Where the router is used, nothing stands before it that may check signatures.
import { Router } from "express";

export const customerio = Router();

customerio.post("/customerio", (req, res) => {
  //            ^^^^^^^^^^^^^ warning[webhook-unverified]
  console.log(req.body.object_type, req.body.metric);
  res.end();
});
//- /src/app.ts
import cors from "cors";
import express from "express";
import { customerio } from "./mounted-plainly";

const app = express();
app.use(cors());
app.use("/webhooks", express.json(), customerio);
