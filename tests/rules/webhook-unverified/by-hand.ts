// The only trace of Customer.io is the name of a header.
import { createHmac, timingSafeEqual } from "node:crypto";
import express from "express";

const app = express();
const key = process.env.SIGNING_KEY!;

app.post("/alone", express.raw({ type: "*/*" }), (req, res) => {
  const expected = createHmac("sha256", key).update(req.body).digest("hex");
  //                                                ^^^^^^^^ warning[webhook-unverified]: the signature is computed from the body alone
  const given = String(req.get("X-CIO-Signature"));
  if (!timingSafeEqual(Buffer.from(expected), Buffer.from(given))) return res.sendStatus(401);
  //   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[webhook-unverified]: the lengths are not compared before `timingSafeEqual`
  res.end();
});
app.post("/serialized", express.json(), (req, res) => {
  const expected = createHmac("sha256", key).update(JSON.stringify(req.body)).digest("hex");
  //                                                ^^^^^^^^^^^^^^^^^^^^^^^^ warning[webhook-unverified]: a body that was parsed and serialized again
  if (req.headers["x-cio-signature"] === expected) return res.end();
  //  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[webhook-unverified]: the signature is not compared in constant time
  res.sendStatus(401);
});
export async function POST(request: Request) {
  const raw = await request.text();
  const digest = createHmac("sha256", key).update(raw, "utf8").digest("hex");
  //                                              ^^^ warning[webhook-unverified]: the signature is computed from the body alone
  const given = request.headers.get("x-cio-signature") ?? "";
  try {
    if (timingSafeEqual(Buffer.from(digest), Buffer.from(given))) return new Response(null, { status: 200 });
  } catch {
    return new Response(null, { status: 400 });
  }
  return new Response(null, { status: 401 });
}
