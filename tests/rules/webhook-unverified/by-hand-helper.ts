// The only trace of Customer.io is the name of a variable.
import crypto from "node:crypto";

const secret = process.env.CUSTOMERIO_WEBHOOK_SECRET!;

export function verifySignature(payload: string, signature: string) {
  const expected = crypto.createHmac("sha256", secret).update(payload).digest("hex");
  //                                                          ^^^^^^^ warning[webhook-unverified]: the signature is computed from the body alone
  return crypto.timingSafeEqual(Buffer.from(signature), Buffer.from(expected));
  //     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[webhook-unverified]: the lengths are not compared before `timingSafeEqual`
}
//- /src/compared.ts
import crypto from "node:crypto";

export function isGenuine(rawBody: Buffer, signature: string) {
  const hmac = crypto.createHmac("sha256", process.env.CIO_SIGNING_KEY!);
  const expected = hmac.update(rawBody).digest("hex");
  //                           ^^^^^^^ warning[webhook-unverified]: the signature is computed from the body alone
  return expected === signature;
  //     ^^^^^^^^^^^^^^^^^^^^^^ warning[webhook-unverified]: the signature is not compared in constant time
}
//- /src/given.ts
import crypto from "node:crypto";

function isGenuine(payload: string, signature: string) {
  const expected = crypto.createHmac("sha256", process.env.CUSTOMERIO_WEBHOOK_SECRET!).update(payload).digest("hex");
  return expected.length === signature.length && crypto.timingSafeEqual(Buffer.from(expected), Buffer.from(signature));
}

export function receive(req: any, res: any) {
  res.sendStatus(isGenuine(JSON.stringify(req.body), req.headers["x-cio-signature"]) ? 200 : 401);
  //                       ^^^^^^^^^^^^^^^^^^^^^^^^ warning[webhook-unverified]: a body that was parsed and serialized again
}
//- /src/prefixed.ts
import crypto from "node:crypto";

export function receive(req: any, res: any) {
  const signed = `v0:${req.headers["x-cio-timestamp"]}:${JSON.stringify(req.body)}`;
  const expected = crypto.createHmac("sha256", process.env.CUSTOMERIO_WEBHOOK_SECRET!).update(signed).digest();
  //                                                                                          ^^^^^^ warning[webhook-unverified]: a body that was parsed and serialized again
  const given = Buffer.from(req.headers["x-cio-signature"], "hex");
  res.sendStatus(given.length === 32 && crypto.timingSafeEqual(expected, given) ? 200 : 401);
}
//- /src/handler.ts
import { createHmac, timingSafeEqual } from "node:crypto";

export class WebhookHandler {
  constructor(private signingSecret: string) {}

  verifySignature(payload: string, signature: string): boolean {
    const expected = createHmac("sha256", this.signingSecret).update(payload).digest("hex");
    return timingSafeEqual(Buffer.from(signature), Buffer.from(expected));
    //     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[webhook-unverified]
  }

  async receive(req: any, res: any) {
    const payload = JSON.stringify(req.body);
    if (!this.verifySignature(payload, req.headers["x-cio-signature"])) return res.sendStatus(401);
    //                        ^^^^^^^ warning[webhook-unverified]: a body that was parsed and serialized again
    res.end();
  }
}
//- /src/edge.ts
const keys = Deno.env.get("CIO_WEBHOOK_SIGNING_KEY") ?? "";

export async function genuine(request: Request, key: CryptoKey) {
  const body = await request.text();
  const signature = await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(body));
  //                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[webhook-unverified]: the signature is computed from the body alone
  return hex(signature) === request.headers.get("x-cio-signature") && keys !== "";
}
declare const Deno: any;
declare function hex(bytes: ArrayBuffer): string;
