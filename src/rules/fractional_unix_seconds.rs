//! `fractional-unix-seconds`: fractional seconds where the API's schema requires an integer.

use super::helpers::timestamps::{self, TimeVerdict};
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::{SlotKind, Time, TimeCase, TimeSlot};

pub const META: RuleMeta = RuleMeta {
    id: "fractional-unix-seconds",
    summary: "Timestamp in fractional seconds where Customer.io's schema requires an integer",
    category: "timestamps",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Always,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"`Date.now() / 1000` is in the right unit, but nearly always has a fraction: `1704067200.123`. The
[Track API's schema](https://docs.customer.io/api/track/) requires an integer in every field that takes a time. How
Customer.io handles a fraction is not documented, so don't rely on it: the official Ruby SDK rejects anything but an
integer.

The finding is a warning in fields that the API defines when the time comes from the clock. A date from elsewhere
(`user.createdAt.getTime() / 1000`) may be a whole number, so it gets an info, and so do custom attributes. `data`,
`message_data` and `PipelinesClient` are not checked.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

await cio.identify("42", { created_at: Date.now() / 1000 });
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

await cio.identify("42", { created_at: Math.floor(Date.now() / 1000) });
```

### Fix

Wraps the value in `Math.floor(…)`. Safe in fields that the API defines and in attributes whose name suggests a date,
suggested elsewhere.

### References

- [Track API](https://docs.customer.io/api/track/)
- [Customer.io: timestamps](https://docs.customer.io/journeys/faq-timestamps)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    timestamps::report(ctx, report, judge);
}

fn judge(slot: &TimeSlot, case: &TimeCase) -> Option<TimeVerdict> {
    // A date from elsewhere may be a whole number; the clock is not.
    let Time::FractionalSeconds { sure } = case.time else { return None };
    let severity = match (slot.kind, sure) {
        (SlotKind::Seconds, true) => Severity::Warning,
        (SlotKind::Seconds, false) | (SlotKind::Attribute { .. }, _) => Severity::Info,
        (SlotKind::Payload { .. }, _) => return None,
    };
    Some(TimeVerdict {
        severity,
        what: if sure { "in fractional seconds" } else { "in seconds that are not rounded" }.to_owned(),
        effect: "Customer.io's schema requires an integer, and how it handles a fraction is not documented",
        help: format!("Round down: `{}`.", timestamps::written(case).unwrap_or("Math.floor(x / 1000)")),
        origin: "the value is computed here",
        safe: true,
    })
}
