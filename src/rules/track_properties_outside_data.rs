//! `track-properties-outside-data`: event properties where the Track API ignores them.

use super::helpers::entries::renamed;
use super::helpers::event_time;
use super::helpers::timestamps::through;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Argument, Call, Field, Fields, Given, Model, Time};
use crate::sdk::events::EVENT_KEYS;
use crate::text::{TextEdit, TextRange};

pub const META: RuleMeta = RuleMeta {
    id: "track-properties-outside-data",
    summary: "Event properties outside `data`, where Customer.io ignores them",
    category: "calls",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"The Track API reads `name`, `data`, `type`, `timestamp`, `id` and `anonymous_id` of an event, and ignores every other key
([Track API: track an event](https://docs.customer.io/api/track/#operation/track)). Properties for campaigns go into `data`,
which other SDKs call `properties`.

A `timestamp` inside `data` is a property like any other, and the event is dated by its arrival. That is a hint, unless a
`timestamp` next to `name` dates the event. It is not reported separately if the one in `data` is in milliseconds.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.track("42", { name: "order_completed", total: 12, currency: "EUR" });
await cio.track("42", { name: "order_completed", properties: { total: 12 } });
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.track("42", { name: "order_completed", data: { total: 12, currency: "EUR" } });
```

### Fix

Moves the keys into `data`, or renames `properties` to `data`. There is no fix if the call already has `data`, or if the
keys are not next to each other in the call. A `timestamp` inside `data` is moved next to `name` and converted to Unix
seconds; this is only suggested, because messages and campaigns may read it from `data`.

### References

- [Track API: track an event](https://docs.customer.io/api/track/#operation/track)
- [customerio-node: `track`](https://github.com/customerio/customerio-node#ciotrackid-data)
"#,
};

/// The names of `data` in other SDKs.
const DATA: &[&str] = &["attributes", "payload", "properties", "traits"];

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    for call in ctx.model.calls().every() {
        let Some((event, fields)) = event_time::event_of(ctx.model, call) else { continue };
        stray(ctx.model, call, event, &fields, report);
        dated_inside(ctx.model, call, &fields, report);
    }
}

fn stray(model: &Model<'_>, call: &Call, event: &Argument, fields: &Fields, report: &mut Report<'_>) {
    let strays = fields
        .list
        .iter()
        .filter(|field| !EVENT_KEYS.contains(&field.key.as_str()) && model.given(&field.value) != Given::Nothing);
    let strays: Vec<&Field> = strays.collect();
    let Some(first) = strays.first() else { return };
    let in_call = |field: &Field| field.key_range.filter(|key| call.range.contains(*key) && call.through.is_none());
    let Some(at) = in_call(first).or(first.value.range) else { return };
    let keys: Vec<String> = strays.iter().map(|field| format!("`{}`", field.key)).collect();
    let is = if keys.len() == 1 { "is" } else { "are" };
    let draft = report
        .at(at, Severity::Warning, format!("{} {is} outside the event's `data`", keys.join(", ")))
        .why("Customer.io ignores other keys of an event")
        .help(match keys.len() {
            1 => "Move it into `data`.",
            _ => "Move them into `data`.",
        });
    let draft = through(draft, call.through.as_ref(), call.method.as_deref().unwrap_or_default());
    let lacks_data = fields.lacks("data");
    match strays.as_slice() {
        [only] if DATA.contains(&only.key.as_str()) && lacks_data && model.given(&only.value) == Given::Object => {
            renamed(draft, model, (fields, only), "data", Applicability::Safe);
        }
        _ if lacks_data => {
            if let Some(run) = run(model, call, event, fields, &strays) {
                draft.fix(
                    if keys.len() == 1 { "Move it into `data`" } else { "Move them into `data`" },
                    Applicability::Safe,
                    || [TextEdit::insert(run.start(), "data: { "), TextEdit::insert(run.end(), " }")],
                );
            }
        }
        _ => {}
    }
}

/// The range of the entries, if they are adjacent in the object literal of the call.
fn run(model: &Model<'_>, call: &Call, event: &Argument, fields: &Fields, strays: &[&Field]) -> Option<TextRange> {
    let literal = model.literal(event).filter(|at| call.through.is_none() && call.range.contains(*at))?;
    let written = |field: &Field| {
        let key = field.key_range.filter(|key| literal.contains(*key) && !field.uncertain)?;
        let value = field.value.range.filter(|value| literal.contains(*value) && value.start >= key.start)?;
        Some(TextRange { start: key.start, end: value.end })
    };
    let ranges: Vec<TextRange> = strays.iter().map(|field| written(field)).collect::<Option<_>>()?;
    let run = TextRange { start: ranges.first()?.start, end: ranges.last()?.end };
    let between = fields.list.iter().filter(|field| {
        !strays.iter().any(|stray| stray.key == field.key) && field.key_range.is_some_and(|key| run.contains(key))
    });
    // A spread or a comment between them would be moved too.
    let plain = !model.text(run).contains("...") && !model.text(run).contains("//");
    (between.count() == 0 && plain && ranges.is_sorted_by_key(|range| range.start)).then_some(run)
}

fn dated_inside(model: &Model<'_>, call: &Call, fields: &Fields, report: &mut Report<'_>) {
    let Some(inside) = event_time::inside(model, call, fields) else { return };
    let unit = match inside.time {
        Time::Milliseconds { .. } => "; it is also in milliseconds",
        Time::Date(_) | Time::DateText { .. } => "; it is also a date, not Unix seconds",
        _ => "",
    };
    report
        .at(inside.key, Severity::Hint, "a `timestamp` inside `data` does not date the event")
        .why(format!("Customer.io dates the event by its arrival{unit}"))
        .help("Move it next to `name`, in Unix seconds, to date the event.")
        .fix("Move it next to `name`, in Unix seconds", Applicability::Suggested, || inside.moved);
}
