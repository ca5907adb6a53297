// What a function makes of an email address has no `@` in it.
import { createHash } from "node:crypto";
import md5 from "md5";

declare const api: { idOf(email: string): string };
const TRACK = "https://track.customer.io/api/v1";

export async function send(email: string, user: { email: string; emailHash: string }, encodedEmail: string) {
  const sha = createHash("sha256").update(email).digest("hex");
  const all = [
    fetch(`${TRACK}/customers/${md5(email)}`, { method: "DELETE" }),
    fetch(`${TRACK}/customers/${md5(user.email.toLowerCase())}`, { method: "DELETE" }),
    fetch(`${TRACK}/customers/${createHash("md5").update(email).digest("hex")}`, { method: "DELETE" }),
    fetch(`${TRACK}/customers/${Buffer.from(email).toString("base64url")}`, { method: "DELETE" }),
    fetch(`${TRACK}/customers/${sha}`, { method: "DELETE" }),
    fetch(`${TRACK}/customers/${user.emailHash}`, { method: "DELETE" }),
    fetch(`${TRACK}/customers/${encodedEmail}`, { method: "DELETE" }),
    fetch(`${TRACK}/customers/${api.idOf(email)}`, { method: "DELETE" }),
    fetch(`${TRACK}/customers/${email}`, { method: "DELETE" }),
//                              ^^^^^ warning[raw-http-endpoint]: the person's identifier is not URL-encoded
    fetch(`${TRACK}/customers/${user.email.trim().toLowerCase()}`, { method: "DELETE" }),
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[raw-http-endpoint]: the person's identifier is not URL-encoded
  ];
  for (const response of await Promise.all(all)) if (!response.ok) throw new Error(response.statusText);
}
