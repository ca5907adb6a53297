//! `timestamp-not-unix`: a date object or a date as text where Customer.io reads a number of seconds.

use super::judge::timestamps::{self, Verdict};
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::{DateLibrary, SlotKind, Time, TimeCase, TimeSlot};

pub const META: RuleMeta = RuleMeta {
    id: "timestamp-not-unix",
    summary: "A date object or a date as text is sent where Customer.io reads Unix seconds",
    category: "timestamps",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    docs: r#"A `Date` becomes an ISO 8601 text on its way to Customer.io, and so does every row of a database that holds one. The
call succeeds, and the text is stored as a text.

No date condition of a segment or campaign matches such an attribute: the
[timestamps FAQ](https://docs.customer.io/journeys/faq-timestamps) lists ISO 8601 and RFC 2822 among the wrong formats.
An event's `timestamp` that is no number is silently replaced by the time of arrival, so imported history is dated
today; `send_at` wants seconds as well
([customerio-node#133](https://github.com/customerio/customerio-node/issues/133)).

It is an error for `timestamp` and `send_at`, a warning for the other places of the API and for attributes named like a
date. A day without a time (`birthday: "1990-01-01"`) is often meant as text, so it gets a hint at most; dates inside
`data` and `message_data` too. Text that is made to be shown (`toLocaleDateString()`, `format("MMMM D")`) is mentioned
where an attribute is named like a date, and nowhere else. `PipelinesClient` wants ISO 8601 and is left alone.

Of a database's rows it is rarely seen what they hold. A variable of a type that says `Date` is found, and so are `createdAt`
and `updatedAt` of a row that comes from Prisma's client.

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

Asks the date for its seconds: `Math.floor(date.getTime() / 1000)`, or `.unix()` for Moment and Day.js. A date that may
be missing is looked at first (`date && Math.floor(date.getTime() / 1000)`), and a fallback is converted together with what
it falls back from. Safe for date objects in the API's own places and in attributes named like a date. Suggested for texts, because reading a text as a date
may depend on the time zone, and for `createdAt` and `updatedAt` of a row of Prisma, which are dates only by convention.

### References

- [Customer.io: timestamps](https://docs.customer.io/journeys/faq-timestamps)
- [Track API](https://docs.customer.io/api/track/)
- [Invalid event timestamps become the time of arrival](https://github.com/segmentio/action-destinations/pull/2054)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    timestamps::report(cx, report, judge);
}

fn judge(slot: &TimeSlot, case: &TimeCase) -> Option<Verdict> {
    let severity = match case.time {
        Time::Date(_) => severity_of_date(slot, case)?,
        Time::DateText { iso: true, literal, day } => severity_of_text(slot, case, literal, day)?,
        Time::DateText { .. } => severity_of_shown(slot, case)?,
        _ => return None,
    };
    let (what, help) = match case.time {
        Time::Date(library) => describe(library),
        Time::DateText { iso: true, .. } => ("a date as ISO 8601 text", "`Math.floor(Date.parse(text) / 1000)`"),
        _ => ("a date as text", "`Math.floor(Date.parse(text) / 1000)`"),
    };
    // Where the repair takes the value's place in one piece, that piece says it best.
    let help = written(case).map_or_else(|| help.to_owned(), |text| format!("`{text}`"));
    Some(Verdict {
        severity,
        what: what.to_owned(),
        effect: timestamps::effect_of_text(slot),
        help: format!("Send whole seconds: {help}."),
        origin: "the date is made here",
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

/// What a repair writes in place of all of the value, where that is a line to read.
fn written(case: &TimeCase) -> Option<&str> {
    const LONGEST: usize = 60;
    match case.repair.as_ref()?.edits.as_slice() {
        [edit] if edit.range == case.at && edit.text.len() <= LONGEST => Some(&edit.text),
        _ => None,
    }
}

/// A text is only judged outside the API's own places when a name says that it is a date; one that code has just made
/// (`toISOString()`) is worth more than a literal, which someone has looked at.
fn severity_of_text(slot: &TimeSlot, case: &TimeCase, literal: bool, day: bool) -> Option<Severity> {
    match slot.kind {
        SlotKind::Seconds => Some(severity_in_api(slot, case)),
        SlotKind::Attribute { dated: true } if day => Some(Severity::Hint),
        SlotKind::Attribute { dated: true } => Some(Severity::Warning),
        SlotKind::Attribute { dated: false } => (!literal && !day).then_some(Severity::Info),
        SlotKind::Payload { dated } => (dated && !literal && !day).then_some(Severity::Hint),
    }
}

/// A text in another form is made to be shown (`toLocaleDateString()`): at most somebody wants more of it, too.
fn severity_of_shown(slot: &TimeSlot, case: &TimeCase) -> Option<Severity> {
    match slot.kind {
        SlotKind::Seconds => Some(severity_in_api(slot, case)),
        SlotKind::Attribute { dated } => dated.then_some(Severity::Info),
        SlotKind::Payload { .. } => None,
    }
}

/// Event times are replaced and delays ignored; elsewhere the text is stored, which someone may live with.
fn severity_in_api(slot: &TimeSlot, case: &TimeCase) -> Severity {
    let lost = matches!(timestamps::last_key(slot), "timestamp" | "send_at");
    let by_convention = case.time == Time::Date(DateLibrary::Prisma);
    if lost && !case.partial && !by_convention { Severity::Error } else { Severity::Warning }
}

fn describe(library: DateLibrary) -> (&'static str, &'static str) {
    match library {
        DateLibrary::Native => ("a `Date`, which is sent as ISO 8601 text", "`Math.floor(date.getTime() / 1000)`"),
        DateLibrary::Prisma => {
            ("a `Date` by Prisma's convention, which is sent as ISO 8601 text", "`Math.floor(date.getTime() / 1000)`")
        }
        DateLibrary::Moment => ("a Moment date, which is sent as ISO 8601 text", "`date.unix()`"),
        DateLibrary::Dayjs => ("a Day.js date, which is sent as ISO 8601 text", "`date.unix()`"),
        DateLibrary::Luxon => ("a Luxon `DateTime`, which is sent as ISO 8601 text", "`date.toUnixInteger()`"),
    }
}
