//! `webhook-payload-shape`: code reads a field or value that Customer.io's webhooks do not have.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::UnknownPart;

pub const META: RuleMeta = RuleMeta {
    id: "webhook-payload-shape",
    summary: "Webhook code reads fields or values that Customer.io does not send",
    category: "webhooks",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::None,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"A reporting webhook of Customer.io sends one event per request, described by two fields: `object_type` (`email`, `push`,
`sms`, `in_app`, `slack`, `customer`, …) and `metric` (`sent`, `delivered`, `opened`, `clicked`, `bounced`, `dropped`,
`spammed`, `unsubscribed`, …). The details are in `data`
([reporting webhooks](https://docs.customer.io/journeys/webhooks/)).

Code written for the webhooks of another service, or from memory, reads something else: a list `events`, a field `event_type`,
`customer_id` beside `data`, or values such as `email_bounced`, `complained`, `unsubscribe` and `Email`. Its branches never run
(those of `!==` always do), and the endpoint accepts every request without doing anything.

The rule checks files that read the header `x-cio-signature` or use a key named after Customer.io's webhooks
(`CUSTOMERIO_WEBHOOK_SECRET`), and ignores files that also verify the signatures of other services.

### Invalid

```ts
import { verifyRequestSignature } from "customerio-node";

const signingSecret = process.env.CUSTOMERIO_WEBHOOK_SECRET!;

export function receive(req: any, res: any) {
  const [timestamp, signature] = [req.headers["x-cio-timestamp"], req.headers["x-cio-signature"]];
  if (!verifyRequestSignature({ signingSecret, timestamp, signature, body: req.rawBody })) return res.sendStatus(401);
  for (const event of req.body.events) {
    if (event.event_type === "email_bounced") console.log(event.recipient);
  }
  res.sendStatus(200);
}
```

### Valid

```ts
import { verifyRequestSignature } from "customerio-node";

const signingSecret = process.env.CUSTOMERIO_WEBHOOK_SECRET!;

export function receive(req: any, res: any) {
  const [timestamp, signature] = [req.headers["x-cio-timestamp"], req.headers["x-cio-signature"]];
  if (!verifyRequestSignature({ signingSecret, timestamp, signature, body: req.rawBody })) return res.sendStatus(401);
  const { object_type, metric, data } = req.body;
  if (object_type === "email" && metric === "bounced") console.log(data.recipient);
  res.sendStatus(200);
}
```

### Fix

None: one condition has to become two.

### References

- [Customer.io: reporting webhooks](https://docs.customer.io/journeys/webhooks/)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    if ctx.model.file().is_mocked() {
        return;
    }
    for unknown in ctx.model.webhooks().unknown() {
        let compared =
            if unknown.is_negated { "this comparison is always true" } else { "this comparison is always false" };
        let (what, why, help) = match &unknown.what {
            UnknownPart::Events => (
                "Customer.io's webhooks have no `events`".to_owned(),
                "each request contains one event",
                "Read `object_type`, `metric` and `data` from the body.".to_owned(),
            ),
            UnknownPart::Field(name) => (
                format!("Customer.io's webhooks have no `{name}`"),
                "this is always `undefined`",
                "Read `object_type` (such as `email`) and `metric` (such as `bounced`).".to_owned(),
            ),
            UnknownPart::InData(name) => (
                format!("Customer.io's webhooks have no `{name}` beside `data`"),
                "this is always `undefined`",
                format!("Read `data.{name}`."),
            ),
            UnknownPart::Object(text, object) => {
                (format!("`object_type` is never `{text}`"), compared, format!("Compare it with `{object}`."))
            }
            UnknownPart::Value(text, object, metric) => {
                let object = object.map(|object| format!("`object_type === \"{object}\"` and ")).unwrap_or_default();
                (
                    format!("Customer.io's webhooks never contain `{text}`"),
                    compared,
                    format!("Compare {object}`metric === \"{metric}\"`."),
                )
            }
        };
        report.at(unknown.range, Severity::Warning, what).why(why).help(help);
    }
}
