//! `webhook-unverified`: a webhook whose signature is not checked, or in a way that proves nothing.

use super::across::At;
use super::{Across, AcrossReport, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{WebhookFault, WebhookFaultKind};
use crate::text::{TextEdit, TextRange};

pub const META: RuleMeta = RuleMeta {
    id: "webhook-unverified",
    summary: "The signature of a webhook is not checked, or in a way that proves nothing",
    category: "webhooks",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    docs: r#"Customer.io signs its reporting webhooks: the header `X-CIO-Signature` is an HMAC-SHA256 of `v0:<timestamp>:<body>`, where
`<timestamp>` is the header `X-CIO-Timestamp` and `<body>` is the body as it came over the wire. `verifyRequestSignature` of
the SDK checks it and returns whether it is right. It throws without a secret, and for a body that is neither a string nor a
buffer (`undefined` included), but not for a wrong signature:

- a call whose result is ignored lets every request pass;
- a body that was parsed and serialized again (`JSON.stringify(req.body)`) has another signature as soon as a space or the
  order of two keys differs, and an object makes the function throw a `TypeError`;
- a signature that only has to be there may be any string;
- a route that never looks at the header accepts whatever anyone sends.

Code that computes the signature itself has further ways to fail:

- an HMAC of the body alone, without `v0:<timestamp>:` before it, refuses every genuine request;
- a signature that is compared with `===` can be guessed byte by byte from the time that the comparison takes;
- `timingSafeEqual` throws a `RangeError` for two buffers of different lengths, so a request with a short signature fails with
  an exception instead of a 401.

These are reported in files that read `x-cio-signature` or use a key that is named after Customer.io's webhooks
(`CUSTOMERIO_WEBHOOK_SECRET`, `CIO_SIGNING_KEY`). Where a file also checks signatures of other services, the key has to tell
whose HMAC it is.

A signature that only has to be there, and a route that never looks at the header, are reported only where nothing else in the
file may be a check, and no other file of the project puts something before routes that may be one. A route that never looks at
the header has to be Customer.io's beyond doubt: the path (of `app.post("/…")`, or of a file of Next.js or SvelteKit) names
Customer.io, the file reads `metric` and `object_type`, which every reporting webhook has, the handler takes nothing of the
request but its body and its address, and nothing in the file has to do with signatures, secrets, tokens or a 401.

The rule does not check how old the signed timestamp is.

### Invalid

```ts
import { verifyRequestSignature } from "customerio-node";

export function receive(req: any, res: any) {
  verifyRequestSignature({
    signingSecret: process.env.CIO_WEBHOOK_SECRET!,
    timestamp: req.headers["x-cio-timestamp"],
    signature: req.headers["x-cio-signature"],
    body: req.rawBody,
  });
  res.sendStatus(200);
}
```

```ts
import express from "express";

const app = express();

app.post("/webhooks/customerio", express.json(), (req, res) => {
  const { metric, object_type, data } = req.body;
  console.log(object_type, metric, data.delivery_id);
  res.sendStatus(200);
});
```

```ts
import crypto from "node:crypto";

export function isGenuine(rawBody: string, signature: string) {
  const expected = crypto.createHmac("sha256", process.env.CUSTOMERIO_WEBHOOK_SECRET!).update(rawBody).digest("hex");
  return expected === signature;
}
```

### Valid

```ts
import express from "express";
import { verifyRequestSignature } from "customerio-node";

const app = express();

app.post("/webhooks/customerio", express.raw({ type: "application/json" }), (req: any, res: any) => {
  const genuine = verifyRequestSignature({
    signingSecret: process.env.CIO_WEBHOOK_SECRET!,
    timestamp: req.headers["x-cio-timestamp"],
    signature: req.headers["x-cio-signature"],
    // A buffer: Express itself sets no `req.rawBody`.
    body: req.body,
  });
  res.sendStatus(genuine ? 200 : 401);
});
```

```ts
import crypto from "node:crypto";

export function isGenuine(timestamp: string, rawBody: string, signature: string) {
  const hmac = crypto.createHmac("sha256", process.env.CUSTOMERIO_WEBHOOK_SECRET!);
  const expected = hmac.update(`v0:${timestamp}:${rawBody}`).digest();
  const given = Buffer.from(signature, "hex");
  return given.length === expected.length && crypto.timingSafeEqual(given, expected);
}
```

### Fix

Throws where a result that nobody looks at is `false`. Suggested: what a forgery is answered has to be decided. None for the
others: where the raw body comes from depends on the framework.

### References

- [Customer.io: securely verify requests](https://docs.customer.io/journeys/webhooks/#securely-verify-requests)
- [Node.js: crypto.timingSafeEqual](https://nodejs.org/api/crypto.html#cryptotimingsafeequala-b)
"#,
};

pub fn check(cx: &Across<'_>, report: &mut AcrossReport<'_>) {
    // Where a router is made, nothing tells what stands before it where it is used.
    let checked_elsewhere =
        |at: At| cx.members().any(|(other, it)| other != at && it.traces.webhooks.checks_for_others);
    for (at, member) in cx.members() {
        for fault in &member.traces.webhooks.faults {
            let may_be_checked = matches!(fault.kind, WebhookFaultKind::Unchecked | WebhookFaultKind::LookedFor);
            if !may_be_checked || !checked_elsewhere(at) {
                tell(&mut report.of(at), fault);
            }
        }
    }
}

fn tell(report: &mut Report<'_>, fault: &WebhookFault) {
    let (severity, message, help) = match fault.kind {
        WebhookFaultKind::Ignored => (
            Severity::Warning,
            "nobody looks at what `verifyRequestSignature` returns: it does not throw, and every forged request passes",
            "Answer 401 where it returns `false`.",
        ),
        WebhookFaultKind::Serialized => (
            Severity::Warning,
            "the signature is of the body as it came, and a body that was parsed and written anew is another one: genuine requests are refused",
            "Pass the raw body: `express.raw({ type: \"application/json\" })`, `await request.text()`.",
        ),
        WebhookFaultKind::Parsed => (
            Severity::Error,
            "`verifyRequestSignature` takes the body as text or bytes: for an object it throws a TypeError",
            "Pass the raw body: `express.raw({ type: \"application/json\" })`, `await request.text()`.",
        ),
        WebhookFaultKind::SerializedByHand => (
            Severity::Warning,
            "the signature is of the body as it came, and a body that was parsed and serialized again is another one: genuine requests are refused",
            "Sign `v0:${timestamp}:${rawBody}` with the raw body: `express.raw({ type: \"application/json\" })`, `await request.text()`.",
        ),
        WebhookFaultKind::Unprefixed => (
            Severity::Warning,
            "Customer.io signs `v0:<timestamp>:<body>`, and this HMAC is of the body alone: genuine requests are refused",
            "Sign `v0:${timestamp}:${rawBody}` with the header `x-cio-timestamp`, or let `verifyRequestSignature` of the SDK (since 5.1) do it.",
        ),
        WebhookFaultKind::LengthUnchecked => (
            Severity::Warning,
            "`timingSafeEqual` throws a RangeError when the lengths differ: anyone can cause it with a short signature",
            "Compare the lengths first: `a.length === b.length && timingSafeEqual(a, b)`.",
        ),
        WebhookFaultKind::Compared => (
            Severity::Warning,
            "an operator takes the longer the more of a signature is right, which tells a forger the next byte",
            "Compare with `crypto.timingSafeEqual`, or let `verifyRequestSignature` of the SDK (since 5.1) do it.",
        ),
        WebhookFaultKind::LookedFor => (
            Severity::Warning,
            "it is only looked whether there is a signature, and not whether it is right: any text will do",
            "Compute it from the raw body with the signing key, or let `verifyRequestSignature` of the SDK (since 5.1) do it.",
        ),
        WebhookFaultKind::Unchecked => (
            Severity::Warning,
            "this takes webhooks of Customer.io and never looks at their signature: whoever knows the address can send what they like",
            "Check the header `x-cio-signature` against the raw body, with `verifyRequestSignature` of the SDK (since 5.1).",
        ),
    };
    let draft = report.at(fault.range, severity, message).help(help);
    if let (WebhookFaultKind::Ignored, Some(end)) = (fault.kind, fault.statement_end) {
        let behind = TextRange::new(fault.range.end(), end as usize);
        let thrown = ") throw new Error(\"the webhook is not signed by Customer.io\");";
        let edits = vec![TextEdit::insert(fault.range.start(), "if (!"), TextEdit::replace(behind, thrown)];
        draft.fix("Throw where the signature is wrong", Applicability::Suggested, edits);
    }
}
