//! `send-at-out-of-range`: a message scheduled in the past, or further ahead than the API allows.

use super::helpers::requests::seen_through_every_door;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::Given;
use crate::sdk::limits::SEND_AT;

pub const META: RuleMeta = RuleMeta {
    id: "send-at-out-of-range",
    summary: "A message is scheduled in the past, or further ahead than the API allows",
    category: "transactional",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::None,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"`send_at` is the Unix time at which a message is sent, up to 90 days ahead. A message with a time in the past is sent
immediately ([App API: send an email](https://docs.customer.io/api/app/#operation/sendEmail)).

The rule reports a time computed from `Date.now()` outside that range, and a number before 2012, which is most likely meant
as a delay: `send_at: 3600` does not wait for an hour.

### Invalid

```ts
import { SendPushRequest } from "customerio-node";

export const request = () =>
  new SendPushRequest({
    transactional_message_id: "renewal",
    identifiers: { id: "42" },
    send_at: Math.floor(Date.now() / 1000) + 120 * 24 * 60 * 60,
  });
```

### Valid

```ts
import { SendPushRequest } from "customerio-node";

export const request = () =>
  new SendPushRequest({
    transactional_message_id: "renewal",
    identifiers: { id: "42" },
    send_at: Math.floor(Date.now() / 1000) + 30 * 24 * 60 * 60,
  });
```

### Fix

None: only you know when the message should be sent.

### References

- [App API: send an email](https://docs.customer.io/api/app/#operation/sendEmail)
"#,
};

/// Unix seconds of the first of January 2012, before Customer.io took its first message.
const YEAR_2012: f64 = 1_325_376_000.0;

/// The maximum age of a time meant as now, in seconds.
const PRESENT: f64 = 60.0;

const DAY: f64 = 86_400.0;

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    for (_, _, fields) in seen_through_every_door(ctx.model, META.id) {
        let Some(field) = fields.get("send_at") else { continue };
        for case in ctx.model.cases(&field.value) {
            let most = SEND_AT.most as f64 / DAY;
            let immediately = || "Customer.io sends the message immediately".to_owned();
            let (what, why) = match (ctx.model.given(&case), ctx.model.seconds_ahead(&case)) {
                (_, Some(ahead)) if ahead > SEND_AT.most as f64 => (
                    format!("`send_at` is {} days ahead", (ahead / DAY).floor()),
                    format!("the App API allows at most {most} days"),
                ),
                (_, Some(ahead)) if ahead < -PRESENT => ("`send_at` is in the past".to_owned(), immediately()),
                // 0 is a way to say "immediately".
                (Given::Number(Some(seconds)), None) if seconds > 0.0 && seconds < YEAR_2012 => {
                    (format!("{seconds} is in the past as a Unix time"), immediately())
                }
                _ => continue,
            };
            let Some(at) = case.range else { continue };
            report
                .at(at, Severity::Warning, what)
                .why(why)
                .help("Pass the Unix time in seconds: `Math.floor(Date.now() / 1000) + delay`.")
                .related_at(ctx.model.origin(&case), "the time is computed here");
        }
    }
}
