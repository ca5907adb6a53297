//! `timestamp-not-unix`: a date object or a date string where Customer.io expects a number of seconds.

use super::helpers::timestamps::{self, TimeVerdict};
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::{DateLibrary, SlotKind, Time, TimeCase, TimeSlot};

pub const META: RuleMeta = RuleMeta {
    id: "timestamp-not-unix",
    summary: "Date object or date string where Customer.io expects Unix seconds",
    category: "timestamps",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"A `Date` is serialized to an ISO 8601 string, and so is a date in a database row. The call succeeds, and
Customer.io stores the string.

Date conditions in segments and campaigns never match such an attribute: the
[timestamps FAQ](https://docs.customer.io/journeys/faq-timestamps) lists ISO 8601 and RFC 2822 among the wrong formats.
If an event's `timestamp` is not a number, Customer.io silently replaces it with the time of arrival, so imported history
is dated today. `send_at` takes seconds as well
([customerio-node#133](https://github.com/customerio/customerio-node/issues/133)).

The finding is an error for `timestamp` and `send_at`, and a warning for other fields that the API defines and for
attributes whose name suggests a date. A day without a time (`birthday: "1990-01-01"`) is often meant to be a string, so it
gets at most a hint, as do dates inside `data` and `message_data`. Strings formatted for display
(`toLocaleDateString()`, `format("MMMM D")`) are reported in fields that the API defines and, as an info, in attributes
whose name suggests a date. `PipelinesClient` takes ISO 8601 and is not checked.

The types of database rows are rarely visible. The rule recognizes variables whose type says `Date`, and `createdAt` and
`updatedAt` of a row that comes from a Prisma client.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

await cio.identify("42", { created_at: new Date() });
```

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

await cio.track("42", { name: "order_placed", timestamp: new Date().toISOString() });
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const joined = new Date("2024-05-01T12:00:00Z");

await cio.identify("42", { created_at: Math.floor(joined.getTime() / 1000) });
```

### Fix

Converts to seconds: `Math.floor(date.getTime() / 1000)`, or `.unix()` for Moment and Day.js. A date that may be missing is
checked first (`date && Math.floor(date.getTime() / 1000)`), and a value is converted together with its fallback. Safe for
date objects in fields that the API defines and in attributes whose name suggests a date. Only suggested for strings,
because parsing one may depend on the time zone, and for `createdAt` and `updatedAt` of a Prisma row, which are dates only
by convention.

### References

- [Customer.io: timestamps](https://docs.customer.io/journeys/faq-timestamps)
- [Track API](https://docs.customer.io/api/track/)
- [Invalid event timestamps become the time of arrival](https://github.com/segmentio/action-destinations/pull/2054)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    timestamps::report(ctx, report, judge);
}

fn judge(slot: &TimeSlot, case: &TimeCase) -> Option<TimeVerdict> {
    let severity = match case.time {
        Time::Date(_) => severity_of_date(slot, case)?,
        Time::DateText { iso: true, literal, day } => severity_of_text(slot, case, literal, day)?,
        Time::DateText { .. } => severity_of_shown(slot, case)?,
        _ => return None,
    };
    let (what, help) = match case.time {
        Time::Date(library) => describe(library),
        Time::DateText { iso: true, .. } => ("an ISO 8601 string", "Math.floor(Date.parse(date) / 1000)"),
        _ => ("a date string", "Math.floor(Date.parse(date) / 1000)"),
    };
    // A repair that replaces the whole value is the best example.
    let seconds = timestamps::written(case).unwrap_or(help);
    Some(TimeVerdict {
        severity,
        what: what.to_owned(),
        effect: timestamps::effect_of_date(slot),
        help: format!("Send whole seconds: `{seconds}`."),
        origin: "the date is created here",
        safe: matches!(case.time, Time::Date(_)),
    })
}

fn severity_of_date(slot: &TimeSlot, case: &TimeCase) -> Option<Severity> {
    match slot.kind {
        SlotKind::Seconds => Some(severity_in_api(slot, case)),
        SlotKind::Attribute { dated: true } => Some(Severity::Warning),
        SlotKind::Attribute { dated: false } => Some(Severity::Info),
        SlotKind::Payload { dated } => dated.then_some(Severity::Hint),
    }
}

/// The severity of a date string. Outside of the API's own fields it counts only when a name says that it is a date; a
/// string that code has just formatted (`toISOString()`) is a stronger sign than a literal, which was written
/// deliberately.
fn severity_of_text(slot: &TimeSlot, case: &TimeCase, literal: bool, day: bool) -> Option<Severity> {
    match slot.kind {
        SlotKind::Seconds => Some(severity_in_api(slot, case)),
        SlotKind::Attribute { dated: true } if day => Some(Severity::Hint),
        SlotKind::Attribute { dated: true } => Some(Severity::Warning),
        SlotKind::Attribute { dated: false } => (!literal && !day).then_some(Severity::Info),
        SlotKind::Payload { dated } => (dated && !literal && !day).then_some(Severity::Hint),
    }
}

/// The severity of a string in another form, which is formatted for display (`toLocaleDateString()`).
fn severity_of_shown(slot: &TimeSlot, case: &TimeCase) -> Option<Severity> {
    match slot.kind {
        SlotKind::Seconds => Some(severity_in_api(slot, case)),
        SlotKind::Attribute { dated } => dated.then_some(Severity::Info),
        SlotKind::Payload { .. } => None,
    }
}

/// The severity in the API's own fields. Event times are replaced and delays ignored; elsewhere the string is stored,
/// which may be acceptable.
fn severity_in_api(slot: &TimeSlot, case: &TimeCase) -> Severity {
    let lost = matches!(timestamps::last_key(slot), "timestamp" | "send_at");
    let by_convention = case.time == Time::Date(DateLibrary::Prisma);
    if lost && !case.partial && !by_convention { Severity::Error } else { Severity::Warning }
}

/// Returns the unit that is sent, and the code that converts it to seconds.
fn describe(library: DateLibrary) -> (&'static str, &'static str) {
    match library {
        DateLibrary::Native => ("a `Date`, sent as an ISO 8601 string", "Math.floor(date.getTime() / 1000)"),
        DateLibrary::Prisma => {
            ("a `Date` by Prisma's convention, sent as an ISO 8601 string", "Math.floor(date.getTime() / 1000)")
        }
        DateLibrary::Moment => ("a Moment date, sent as an ISO 8601 string", "date.unix()"),
        DateLibrary::Dayjs => ("a Day.js date, sent as an ISO 8601 string", "date.unix()"),
        DateLibrary::Luxon => ("a Luxon `DateTime`, sent as an ISO 8601 string", "date.toUnixInteger()"),
    }
}
