//! `track-missing-name`: an event without a name, so that `track` throws.

use super::helpers::segment_style::segment_style;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Argument, Call, Fields, Given};
use crate::sdk::{ClientClass, Door, nearest};
use crate::text::{TextEdit, TextRange};

pub const META: RuleMeta = RuleMeta {
    id: "track-missing-name",
    summary: "`track` is called without an event name, so it throws",
    category: "calls",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "1.0 and newer",
    options: &[],
    yields_to: &[],
    docs: r#"The second argument of `track` is an object with the event's `name`
([customerio-node](https://github.com/customerio/customerio-node#ciotrackid-data)). Without one (a string, an object that
uses `event` like other SDKs, or no argument) the call throws `data.name is required` and nothing is sent.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.track("42", "signed_up");
await cio.track("42", { event: "signed_up" });
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.track("42", { name: "signed_up" });
```

### Fix

Wraps the string in an object as its `name`, with the next argument as `data`, or renames the key to `name`.

### References

- [customerio-node: `track`](https://github.com/customerio/customerio-node#ciotrackid-data)
"#,
};

/// The keys of an event's name in other SDKs.
const NAMES: &[&str] = &["event", "eventName", "event_name"];

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    for call in ctx.model.calls().every() {
        let is_track = call.method.as_deref() == Some("track") && ClientClass::of(call.client) == ClientClass::Track;
        if !is_track
            || ctx.model.below(1, 0, 0)
            || ctx.model.file().is_mocked()
            || segment_style(ctx.model, call).is_some()
        {
            continue;
        }
        let Some((at, edits)) = nameless(ctx, call) else { continue };
        report
            .at(at, Severity::Error, "the event has no `name`")
            .why(match call.door {
                Door::Sdk => "`track` throws \"data.name is required\"",
                _ => "the API rejects the request with 400",
            })
            .help("Pass an object: `{ name: \"…\", data: { … } }`.")
            .fix("Pass it as the event's `name`", Applicability::Safe, || edits);
    }
}

/// The range to mark for an event that certainly has no name, and the edits that add one.
fn nameless(ctx: &Context<'_>, call: &Call) -> Option<(TextRange, Vec<TextEdit>)> {
    let Some(event) = call.argument(1) else {
        return (call.closed && call.through.is_none() && call.arguments.len() == 1).then_some((call.name, Vec::new()));
    };
    match ctx.model.given(event) {
        Given::Text(text) => {
            // A name written elsewhere is left unchanged for other uses.
            let written = ctx.model.literal(event).filter(|literal| call.range.contains(*literal));
            let own = written.or(if call.through.is_none() { event.range } else { None });
            let literal = if !text.trim().is_empty() { own } else { None };
            // Data after the name goes into the object too.
            let data =
                if call.closed && call.through.is_none() { call.argument(2).and_then(|data| data.range) } else { None };
            let edits = literal.map(|at| match data {
                Some(data) => vec![
                    TextEdit::insert(at.start(), "{ name: "),
                    TextEdit::insert(data.start(), "data: "),
                    TextEdit::insert(data.end(), " }"),
                ],
                None => vec![TextEdit::insert(at.start(), "{ name: "), TextEdit::insert(at.end(), " }")],
            });
            Some((event.range?, edits.unwrap_or_default()))
        }
        Given::Object => of_object(ctx, event, &ctx.model.fields(event)?, call.through.is_some()),
        _ => None,
    }
}

fn of_object(
    ctx: &Context<'_>,
    event: &Argument,
    fields: &Fields,
    is_passed: bool,
) -> Option<(TextRange, Vec<TextEdit>)> {
    // A function called without a name may handle that: `if (!name) return;`.
    if is_passed && fields.get("name").is_some() {
        return None;
    }
    if let Some(name) = fields.get("name") {
        let empty = match ctx.model.given(&name.value) {
            Given::Nothing => true,
            Given::Text(text) => text.trim().is_empty(),
            _ => false,
        };
        let is_sure = empty && !fields.open && !name.uncertain;
        return if is_sure { Some((name.value.range?, Vec::new())) } else { None };
    }
    if !fields.lacks("name") {
        return None;
    }
    let is_name = |key: &str| NAMES.contains(&key) || nearest(key, ["name"]).is_some();
    let named = fields.list.iter().find(|field| is_name(&field.key) && !field.uncertain);
    let Some((field, at)) = named.and_then(|field| Some((field, field.key_range?))) else {
        return Some((event.range?, Vec::new()));
    };
    let edit = if field.shorthand { TextEdit::insert(at.start(), "name: ") } else { TextEdit::replace(at, "name") };
    Some((at, vec![edit]))
}
