//! `timestamp-milliseconds`: milliseconds where Customer.io expects seconds.

use super::helpers::timestamps::{self, TimeVerdict};
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::{SlotKind, Time, TimeCase, TimeSlot};

pub const META: RuleMeta = RuleMeta {
    id: "timestamp-milliseconds",
    summary: "Timestamp in milliseconds where Customer.io expects Unix seconds",
    category: "timestamps",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"JavaScript measures time in milliseconds; Customer.io expects whole seconds since 1970 (Unix time). The SDK does
not convert: Customer.io stores the number as sent, and the call succeeds.

A person whose `created_at` is in milliseconds never matches a date condition, so time-based segments and campaigns skip
them ([timestamps FAQ](https://docs.customer.io/journeys/faq-timestamps)). An event's `timestamp` lands tens of thousands
of years in the future, and `send_at` takes seconds too
([customerio-node#133](https://github.com/customerio/customerio-node/issues/133)).

The finding is an error in fields that the API defines (`created_at`, `timestamp`, `send_at`, `last_used`, …) when the
value is written there, and a warning when it comes through a variable. Custom attributes get a warning if their name
suggests a date; others get an info if the value is certainly a time. Inside `data` and `message_data`, where
milliseconds can be intended, it is at most a hint, and only for keys whose name says that they hold a time (`ts`, `when`,
`at`, `time`, `date`, `timestamp`, `ordered_at`). A `timestamp` in the `data` of an event that has no `timestamp` of its
own is left to [`track-properties-outside-data`](#track-properties-outside-data). `PipelinesClient` takes ISO 8601 and is
not checked.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

await cio.identify("42", { created_at: Date.now() });
```

```ts
import { APIClient, SendEmailRequest } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
const inAnHour = Date.now() + 60 * 60 * 1000;

await api.sendEmail(
  new SendEmailRequest({
    transactional_message_id: "reminder",
    to: "jane@example.com",
    identifiers: { id: "42" },
    send_at: inAnHour,
  }),
);
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

await cio.identify("42", { created_at: Math.floor(Date.now() / 1000), session_ms: 93000 });
```

### Fix

Divides by 1000 and rounds down. `a ?? b` is converted as a whole, and `null` and `undefined` are kept: `d?.getTime()`
becomes `d ? Math.floor(d.getTime() / 1000) : undefined`. Safe in fields that the API defines and in attributes whose name
suggests a date; elsewhere, and where the same variable has other uses, the fix is only suggested.

### References

- [Customer.io: timestamps](https://docs.customer.io/journeys/faq-timestamps)
- [Track API](https://docs.customer.io/api/track/)
- [customerio-node#133](https://github.com/customerio/customerio-node/issues/133)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    timestamps::report(ctx, report, judge);
}

fn judge(slot: &TimeSlot, case: &TimeCase) -> Option<TimeVerdict> {
    // A bare number of that size may also be an amount or an identifier: only code that reads a clock is proof.
    let (unit, bare_number) = match case.time {
        Time::Milliseconds { literal, .. } => ("milliseconds", literal.is_some()),
        Time::Finer { per_second } if per_second > 1e6 => ("nanoseconds", true),
        Time::Finer { .. } => ("microseconds", true),
        _ => return None,
    };
    let severity = match slot.kind {
        SlotKind::Seconds if case.direct && !case.partial => Severity::Error,
        SlotKind::Seconds | SlotKind::Attribute { dated: true } => Severity::Warning,
        SlotKind::Attribute { dated: false } if !bare_number => Severity::Info,
        SlotKind::Payload { dated: true } if !bare_number => Severity::Hint,
        SlotKind::Attribute { .. } | SlotKind::Payload { .. } => return None,
    };
    let is_string = matches!(case.time, Time::Milliseconds { text: true, .. });
    let seconds = timestamps::written(case).unwrap_or(match (unit, is_string) {
        ("milliseconds", true) => "Math.floor(Number(x) / 1000)",
        ("milliseconds", false) => "Math.floor(x / 1000)",
        ("microseconds", _) => "Math.floor(x / 1e6)",
        _ => "Math.floor(x / 1e9)",
    });
    Some(TimeVerdict {
        severity,
        what: format!("in {unit}, not seconds"),
        effect: timestamps::effect_of_too_large(slot),
        help: format!("Send whole seconds: `{seconds}`."),
        origin: "the value is computed here",
        safe: true,
    })
}
