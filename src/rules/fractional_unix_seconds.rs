//! `fractional-unix-seconds`: seconds with a fraction where the API's schema wants an integer.

use super::judge::timestamps::{self, Verdict};
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::{SlotKind, Time, TimeCase, TimeSlot};

pub const META: RuleMeta = RuleMeta {
    id: "fractional-unix-seconds",
    summary: "A time is sent in seconds with a fraction where Customer.io's schema wants an integer",
    category: "timestamps",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Always,
    versions: "all",
    options: &[],
    docs: r#"`Date.now() / 1000` is the right unit, but nearly always has a fraction: `1704067200.123`. The
[Track API's schema](https://docs.customer.io/api/track/) wants an integer in every place that takes a time. What
Customer.io makes of a fraction is not documented, so do not rely on it: the official Ruby SDK refuses anything but an
integer.

It is a warning in places that the API defines, when the time was read off the clock. A date from elsewhere
(`user.createdAt.getTime() / 1000`) may be whole, so that is an information, and so are attributes of your own. Inside
`data` and `message_data` the rule is silent. `PipelinesClient` is left alone.

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

Wraps the value in `Math.floor(…)`. Safe in the API's own places and in attributes named like a date, suggested
elsewhere.

### References

- [Track API](https://docs.customer.io/api/track/)
- [Customer.io: timestamps](https://docs.customer.io/journeys/faq-timestamps)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    timestamps::report(cx, report, judge);
}

fn judge(slot: &TimeSlot, case: &TimeCase) -> Option<Verdict> {
    // A date from elsewhere may well be whole; one read off the clock is not.
    let Time::FractionalSeconds { sure } = case.time else { return None };
    let severity = match (slot.kind, sure) {
        (SlotKind::Seconds, true) => Severity::Warning,
        (SlotKind::Seconds, false) | (SlotKind::Attribute { .. }, _) => Severity::Info,
        (SlotKind::Payload { .. }, _) => return None,
    };
    Some(Verdict {
        severity,
        what: if sure { "in seconds with a fraction" } else { "in seconds that are not rounded" }.to_owned(),
        effect: "Customer.io's schema wants an integer, and what becomes of a fraction is not documented",
        help: "Round down: `Math.floor(x / 1000)`.".to_owned(),
        origin: "the value is made here",
        safe: true,
    })
}
