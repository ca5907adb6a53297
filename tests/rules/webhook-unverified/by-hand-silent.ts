import crypto from "node:crypto";

const secret = process.env.CUSTOMERIO_WEBHOOK_SECRET!;

export function verify(timestamp: string, rawBody: string, signature: string) {
  const expected = crypto.createHmac("sha256", secret).update(`v0:${timestamp}:${rawBody}`).digest();
  const given = Buffer.from(signature, "hex");
  return expected.length === given.length && crypto.timingSafeEqual(expected, given);
}
//- /src/pieces.ts
import crypto from "node:crypto";

export function verify(timestamp: string, rawBody: string, signature: string) {
  const hmac = crypto.createHmac("sha256", process.env.CIO_SIGNING_KEY!);
  hmac.update("v0:" + timestamp + ":");
  hmac.update(rawBody);
  const hash = (text: string) => crypto.createHash("sha256").update(text).digest();
  return crypto.timingSafeEqual(hash(hmac.digest("hex")), hash(signature)) && signature.length > 0;
}
//- /src/elsewhere.ts
// What is signed comes from elsewhere, with the time before it.
import crypto from "node:crypto";
import { signedText } from "./text";

export function verify(req: any) {
  const expected = crypto.createHmac("sha256", process.env.CIO_SIGNING_KEY!).update(signedText(req)).digest("hex");
  return verifyAll(expected, req.headers["x-cio-signature"], req.headers["x-cio-timestamp"]);
}
declare function verifyAll(...all: unknown[]): boolean;
//- /src/text.ts
export const signedText = (req: any) => ["v0", req.headers["x-cio-timestamp"], req.rawBody].join(":");
//- /src/caught.ts
import crypto from "node:crypto";

function matches(expected: string, signature: string) {
  return crypto.timingSafeEqual(Buffer.from(expected), Buffer.from(signature));
}
export function verify(req: any) {
  const text = `v0:${req.headers["x-cio-timestamp"]}:${req.rawBody}`;
  const expected = crypto.createHmac("sha256", process.env.CIO_SIGNING_KEY!).update(text).digest("hex");
  try {
    return matches(expected, req.headers["x-cio-signature"]);
  } catch {
    return false;
  }
}
//- /src/stripe.ts
// Another service's, beside the variables of Customer.io.
import crypto from "node:crypto";

export const config = { secret: process.env.CUSTOMERIO_WEBHOOK_SECRET };
export function verify(req: any) {
  const expected = crypto.createHmac("sha256", process.env.STRIPE_KEY!).update(req.rawBody).digest("hex");
  return expected === req.headers["stripe-signature"];
}
//- /src/other.ts
// Nothing here is about Customer.io.
import crypto from "node:crypto";

export function verify(payload: string, signature: string) {
  return crypto.createHmac("sha256", process.env.WEBHOOK_SECRET!).update(payload).digest("hex") === signature;
}
