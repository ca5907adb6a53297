import crypto from "node:crypto";
import express from "express";
import { verifyRequestSignature } from "customerio-node";
import * as sdk from "customerio-node";

const signingSecret = process.env.CIO_WEBHOOK_SECRET!;
const app = express();

app.post("/ignored", (req, res) => {
  const timestamp = req.get("X-CIO-Timestamp");
  const signature = req.get("X-CIO-Signature");
  verifyRequestSignature({ signingSecret, timestamp, signature, body: req.body });
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[webhook-unverified]: the result of `verifyRequestSignature` is ignored
  const genuine = sdk.verifyRequestSignature({ signingSecret, timestamp, signature, body: req.body });
  //              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[webhook-unverified]
  res.end();
});
app.post("/written-anew", (req, res) => {
  const body = JSON.stringify(req.body);
  const [timestamp, signature] = [req.header("x-cio-timestamp"), req.header("x-cio-signature")];
  if (!verifyRequestSignature({ signingSecret, timestamp, signature, body })) return res.sendStatus(401);
  //                                                                 ^^^^ warning[webhook-unverified]: the signature is checked against a body that was parsed and serialized again
  res.end();
});
export async function POST(request: Request) {
  const event = await request.json();
  const genuine = verifyRequestSignature({
    signingSecret,
    timestamp: request.headers.get("x-cio-timestamp"),
    signature: request.headers.get("x-cio-signature"),
    body: event,
    //    ^^^^^ error[webhook-unverified]: it throws a TypeError for an object
  });
  return new Response(null, { status: genuine ? 200 : 401 });
}
app.post("/by-hand", (req, res) => {
  const expected = crypto.createHmac("sha256", signingSecret).update(`v0:${req.get("x-cio-timestamp")}:${req.body}`).digest("hex");
  if (req.headers["x-cio-signature"] !== expected) return res.sendStatus(401);
  //  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[webhook-unverified]: the signature is not compared in constant time
  res.end();
});
