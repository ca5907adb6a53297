import crypto from "node:crypto";
import express from "express";
import { verifyRequestSignature } from "customerio-node";
import { verifyRequestSignature as other } from "./other";

const signingSecret = process.env.CIO_WEBHOOK_SECRET!;
const app = express();

app.post("/raw", express.raw({ type: "application/json" }), (req, res) => {
  const [timestamp, signature] = [req.get("x-cio-timestamp"), req.get("x-cio-signature")];
  if (!verifyRequestSignature({ signingSecret, timestamp, signature, body: req.body })) return res.sendStatus(401);
  other({ body: JSON.stringify(req.body) });
  res.end();
});
export async function POST(request: Request) {
  const body = await request.text();
  const [timestamp, signature] = [request.headers.get("x-cio-timestamp"), request.headers.get("x-cio-signature")];
  return new Response(null, { status: verifyRequestSignature({ signingSecret, timestamp, signature, body }) ? 200 : 401 });
}
app.post("/by-hand", (req, res) => {
  const signed = `v0:${req.get("x-cio-timestamp")}:${req.body}`;
  const expected = crypto.createHmac("sha256", signingSecret).update(signed).digest();
  const signature = Buffer.from(String(req.headers["x-cio-signature"]), "hex");
  if (expected.length !== signature.length || !crypto.timingSafeEqual(expected, signature)) return res.sendStatus(401);
  // Of another service.
  const theirs = crypto.createHmac("sha256", process.env.HUB_SECRET!).update(String(req.body)).digest("hex");
  if (req.headers["x-hub-signature"] !== theirs) return res.sendStatus(401);
  if (req.headers["x-cio-signature"] === undefined) return res.sendStatus(400);
  res.end();
});
//- /src/other.ts
export function verifyRequestSignature(request: { body: string }) {
  return request.body !== "";
}
