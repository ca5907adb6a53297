//! `webhook-unverified`: a webhook whose signature is not verified, or not effectively.

use super::across::At;
use super::{Across, AcrossReport, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{WebhookFault, WebhookFaultKind};
use crate::text::{TextEdit, TextRange};

pub const META: RuleMeta = RuleMeta {
    id: "webhook-unverified",
    summary: "The signature of a webhook is not verified, or not effectively",
    category: "webhooks",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"Customer.io signs its reporting webhooks: the header `X-CIO-Signature` is an HMAC-SHA256 of `v0:<timestamp>:<body>`, where
`<timestamp>` is the header `X-CIO-Timestamp` and `<body>` is the raw body. The SDK's `verifyRequestSignature` returns
whether the signature is right. It throws without a secret, and for a body that is neither a string nor a buffer (including
`undefined`), but not for a wrong signature:

- if its result is ignored, every request passes;
- if the body was parsed and serialized again (`JSON.stringify(req.body)`), the signature differs as soon as a space or the
  order of two keys differs; for an object the function throws a `TypeError`;
- if the signature only has to be present, any string passes;
- if a route never reads the header, it accepts requests from anyone.

Code that computes the signature itself can fail in other ways:

- an HMAC of the body alone, without `v0:<timestamp>:` before it, rejects every genuine request;
- a signature compared with `===` can be guessed byte by byte from the timing of the comparison;
- `timingSafeEqual` throws a `RangeError` for buffers of different lengths, so a request with a short signature causes an
  exception instead of a 401.

These are reported in files that read `x-cio-signature` or use a key named after Customer.io's webhooks
(`CUSTOMERIO_WEBHOOK_SECRET`, `CIO_SIGNING_KEY`). If a file also verifies signatures of other services, the key must show
that the HMAC is Customer.io's.

A signature that only has to be present, and a route that never reads the header, are reported only if nothing else in the
file may be a check, and no other file of the project adds something before routes that may be one. A route that never reads
the header must clearly be Customer.io's: the path (of `app.post("/…")`, or of a Next.js or SvelteKit file) names
Customer.io, the file reads `metric` and `object_type`, which every reporting webhook has, the handler uses only the body
and the URL of the request, and nothing in the file is about signatures, secrets, tokens or a 401.

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

Throws if an ignored result is `false`. Only suggested: you decide how to respond to a forged request. No fix for the other
mistakes, because the source of the raw body depends on the framework.

### References

- [Customer.io: securely verify requests](https://docs.customer.io/journeys/webhooks/#securely-verify-requests)
- [Node.js: crypto.timingSafeEqual](https://nodejs.org/api/crypto.html#cryptotimingsafeequala-b)
"#,
};

pub fn check(ctx: &Across<'_>, report: &mut AcrossReport<'_>) {
    // A router's file does not show the middleware before it where it is used.
    let checked_elsewhere =
        |at: At| ctx.members().any(|(other, it)| other != at && it.traces.webhooks.checks_for_others);
    for (at, member) in ctx.members() {
        for fault in &member.traces.webhooks.faults {
            let may_be_checked = matches!(fault.kind, WebhookFaultKind::Unchecked | WebhookFaultKind::LookedFor);
            if !may_be_checked || !checked_elsewhere(at) {
                tell(&mut report.of(at), fault);
            }
        }
    }
}

fn tell(report: &mut Report<'_>, fault: &WebhookFault) {
    let refused = "Customer.io signs the raw body, so genuine requests are rejected";
    let (severity, what, why, help) = match fault.kind {
        WebhookFaultKind::Ignored => (
            Severity::Warning,
            "the result of `verifyRequestSignature` is ignored",
            "it does not throw for a wrong signature, so every forged request passes",
            "Respond with 401 if it returns `false`.",
        ),
        WebhookFaultKind::Serialized => (
            Severity::Warning,
            "the signature is checked against a body that was parsed and serialized again",
            refused,
            "Pass the raw body: `express.raw({ type: \"application/json\" })`, `await request.text()`.",
        ),
        WebhookFaultKind::Parsed => (
            Severity::Error,
            "`verifyRequestSignature` expects the raw body, found a parsed object",
            "it throws a TypeError for an object",
            "Pass the raw body: `express.raw({ type: \"application/json\" })`, `await request.text()`.",
        ),
        WebhookFaultKind::SerializedByHand => (
            Severity::Warning,
            "the signature is computed from a body that was parsed and serialized again",
            refused,
            "Sign `v0:${timestamp}:${rawBody}` with the raw body: `express.raw({ type: \"application/json\" })`, `await request.text()`.",
        ),
        WebhookFaultKind::Unprefixed => (
            Severity::Warning,
            "the signature is computed from the body alone",
            "Customer.io signs `v0:<timestamp>:<body>`, so genuine requests are rejected",
            "Sign `v0:${timestamp}:${rawBody}` with the header `x-cio-timestamp`, or use `verifyRequestSignature` of the SDK (since 5.1).",
        ),
        WebhookFaultKind::LengthUnchecked => (
            Severity::Warning,
            "the lengths are not compared before `timingSafeEqual`",
            "it throws a RangeError if they differ, and anyone can cause that with a short signature",
            "Compare the lengths first: `a.length === b.length && timingSafeEqual(a, b)`.",
        ),
        WebhookFaultKind::Compared => (
            Severity::Warning,
            "the signature is not compared in constant time",
            "the timing of this comparison reveals the signature byte by byte",
            "Compare with `crypto.timingSafeEqual`, or use `verifyRequestSignature` of the SDK (since 5.1).",
        ),
        WebhookFaultKind::LookedFor => (
            Severity::Warning,
            "the signature only has to be present, its value is never checked",
            "any string passes, so anyone can send forged events",
            "Compute it from the raw body with the signing key, or use `verifyRequestSignature` of the SDK (since 5.1).",
        ),
        WebhookFaultKind::Unchecked => (
            Severity::Warning,
            "this webhook route never checks the signature",
            "anyone who knows the URL can send forged events",
            "Check the header `x-cio-signature` against the raw body with `verifyRequestSignature` of the SDK (since 5.1).",
        ),
    };
    let draft = report.at(fault.range, severity, what).why(why).help(help);
    if let (WebhookFaultKind::Ignored, Some(end)) = (fault.kind, fault.statement_end) {
        let behind = TextRange::new(fault.range.end(), end as usize);
        let thrown = ") throw new Error(\"the webhook is not signed by Customer.io\");";
        draft.fix("Throw if the signature is wrong", Applicability::Suggested, || {
            [TextEdit::insert(fault.range.start(), "if (!"), TextEdit::replace(behind, thrown)]
        });
    }
}
