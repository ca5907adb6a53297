// It is looked for first, and checked by something of this file later.
import express from "express";
import { verified } from "./verified";

const app = express();
app.use(verified);

app.post("/a", (req, res) => {
  if (!req.headers["x-cio-signature"]) return res.sendStatus(401);
  res.end();
});
//- /src/verified.ts
export const verified = (req: any, res: any, next: any) => next();
