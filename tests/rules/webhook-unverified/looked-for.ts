import express from "express";

const app = express();

app.post("/a", (req, res) => {
  if (!req.headers["x-cio-signature"]) return res.sendStatus(401);
  //   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[webhook-unverified]: the signature only has to be present, its value is never checked
  console.log(req.body.metric);
  res.end();
});
app.post("/b", (req, res) => {
  const signature = req.get("X-CIO-Signature");
  //                ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[webhook-unverified]
  if (signature === undefined || req.body === undefined) return res.sendStatus(401);
  console.log(req.body.metric);
  res.end();
});
export async function POST(request: Request) {
  if (request.headers.get("x-cio-signature") === null) return new Response(null, { status: 401 });
  //  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[webhook-unverified]
  return Response.json(await request.json());
}
// The signature, or all of the request, goes somewhere.
app.post("/c", (req, res) => {
  const signature = req.get("x-cio-signature");
  if (!signature || !genuine(signature, req.body)) return res.sendStatus(401);
  res.end();
});
app.post("/d", (req, res) => {
  if (!req.headers["x-cio-signature"] || !isGenuine(req)) return res.sendStatus(401);
  res.end();
});
app.post("/e", (req, res) => {
  const signed = { signature: req.headers["x-cio-signature"], body: req.body };
  return genuine(signed.signature, signed.body) ? res.end() : res.sendStatus(401);
});
// Of another service.
app.post("/f", (req, res) => {
  if (!req.headers["x-hub-signature"]) return res.sendStatus(401);
  res.end();
});
declare function genuine(signature: unknown, body: unknown): boolean;
declare function isGenuine(request: unknown): boolean;
