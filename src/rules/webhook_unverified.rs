//! `webhook-unverified`: a webhook whose signature is checked in a way that proves nothing.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::WebhookFaultKind;
use crate::text::{TextEdit, TextRange};

pub const META: RuleMeta = RuleMeta {
    id: "webhook-unverified",
    summary: "The signature of a webhook is checked in a way that proves nothing",
    category: "webhooks",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    docs: r#"Customer.io signs its reporting webhooks: the header `X-CIO-Signature` is an HMAC-SHA256 of `v0:<timestamp>:<body>`, of the
body as it came over the wire. `verifyRequestSignature` of the SDK checks it and returns whether it is right. It throws
only without a secret, so:

- a call whose result nobody looks at lets every request pass;
- a body that was parsed and written anew (`JSON.stringify(req.body)`) has another signature as soon as a blank or the order
  of two keys differs, and an object makes the function throw;
- a signature that is compared with `===` can be guessed byte by byte from the time that the comparison takes.

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

### Valid

```ts
import { verifyRequestSignature } from "customerio-node";

export function receive(req: any, res: any) {
  const genuine = verifyRequestSignature({
    signingSecret: process.env.CIO_WEBHOOK_SECRET!,
    timestamp: req.headers["x-cio-timestamp"],
    signature: req.headers["x-cio-signature"],
    body: req.rawBody,
  });
  res.sendStatus(genuine ? 200 : 401);
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

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    if cx.model.is_test() {
        return;
    }
    for fault in cx.model.webhook_faults() {
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
            WebhookFaultKind::Compared => (
                Severity::Warning,
                "an operator takes the longer the more of a signature is right, which tells a forger the next byte",
                "Compare with `crypto.timingSafeEqual`, or let `verifyRequestSignature` of the SDK (since 5.1) do it.",
            ),
        };
        let draft = report.at(fault.range, severity, message).help(help);
        if fault.kind == WebhookFaultKind::Ignored
            && let Some(lines) = cx.model.own_lines(fault.range)
        {
            let behind = TextRange::new(fault.range.end(), lines.end as usize);
            let thrown = ") throw new Error(\"the webhook is not signed by Customer.io\");";
            let edits = vec![TextEdit::insert(fault.range.start(), "if (!"), TextEdit::replace(behind, thrown)];
            draft.fix("Throw where the signature is wrong", Applicability::Suggested, edits);
        }
    }
}
