//! `track-anonymous-signature`: `trackAnonymous` called with the signature of another version.

use super::helpers::entries::removed;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Argument, Field, Fields, Given};
use crate::sdk::ClientClass;
use crate::text::{TextEdit, TextRange};

pub const META: RuleMeta = RuleMeta {
    id: "track-anonymous-signature",
    summary: "`trackAnonymous` is called with the signature of another SDK version",
    category: "calls",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "1.0 and newer, where the version is known",
    options: &[],
    yields_to: &[],
    docs: r#"Up to 2.1 `trackAnonymous` takes the event alone; since 3.0 the anonymous id comes first
([changelog](https://github.com/customerio/customerio-node/blob/main/CHANGELOG.md)). With the other signature, the call
finds no event and throws `data.name is required`.

### Invalid

```ts
// customerio-node 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.trackAnonymous({ name: "opened_page" });
```

### Valid

```ts
// customerio-node 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.trackAnonymous("anonymous-42", { name: "opened_page" });
```

### Fix

Since 3.0: passes the anonymous id found in the event first, or a random one if neither the event nor its data has an id.
Only suggested: an id that you store is better, because it connects the event to the person later.

### References

- [customerio-node: `trackAnonymous`](https://github.com/customerio/customerio-node#ciotrackanonymousanonymous_id-data)
- [Customer.io: anonymous events](https://docs.customer.io/journeys/anonymous-events/)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    for call in ctx.model.calls().of_sdk() {
        let is_it =
            call.method.as_deref() == Some("trackAnonymous") && ClientClass::of(call.client) == ClientClass::Track;
        if !is_it || !call.closed || call.through.is_some() || ctx.model.file().is_mocked() {
            continue;
        }
        let Some((first, at)) = call.argument(0).and_then(|first| Some((first, first.range?))) else { continue };
        match (ctx.model.given(first), call.arguments.len()) {
            (Given::Object, 1) if ctx.model.at_least(3, 0, 0) => {
                let draft = report
                    .at(at, Severity::Error, "`trackAnonymous` expects the anonymous id first, found an object")
                    .why("the call throws \"data.name is required\" since 3.0")
                    .help("Call `trackAnonymous(anonymousId, { name, data })`.");
                let fields = ctx.model.fields(first);
                let named = fields
                    .as_ref()
                    .and_then(|fields| IDS.iter().find_map(|key| fields.get(key)).filter(|field| !field.uncertain));
                match (named, &fields) {
                    // A random id would lose the visitor id in the event.
                    (Some(field), _) => {
                        draft.fix("Pass the anonymous id first", Applicability::Suggested, || {
                            moved(ctx, at, first, field)
                        });
                    }
                    (None, Some(fields)) if !fields.open && !names_visitor(ctx, fields) => {
                        let edit = TextEdit::insert(at.start(), "crypto.randomUUID(), ");
                        draft.fix("Pass `crypto.randomUUID()` first", Applicability::Suggested, || [edit]);
                    }
                    _ => {}
                }
            }
            (Given::Text(_) | Given::Number(_), 2) if ctx.model.at_least(1, 0, 0) && ctx.model.below(3, 0, 0) => {
                report
                    .at(at, Severity::Error, "`trackAnonymous` expects only the event, found an id first")
                    .why("the call throws \"data.name is required\" up to 2.1")
                    .help("Call `trackAnonymous({ name, data })`, or upgrade the SDK to 3.0.");
            }
            _ => {}
        }
    }
}

/// Keys that hold the id of an event's visitor.
const IDS: [&str; 4] = ["anonymous_id", "anonymousId", "anonymousID", "anon_id"];

/// Returns whether the event or its data identifies the visitor, which a random id would lose.
fn names_visitor(ctx: &Context<'_>, fields: &Fields) -> bool {
    let says = |fields: &Fields| fields.list.iter().any(|field| is_visitor(&field.key));
    let data = fields.get("data").map(|data| ctx.model.fields(&data.value));
    says(fields) || data.flatten().is_some_and(|data| says(&data))
}

/// Returns whether a key holds the id of a person who may not be identified yet.
fn is_visitor(key: &str) -> bool {
    let key: String = key.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    let whose =
        ["anonymous", "anon", "visitor", "guest", "session", "device", "client", "user", "customer", "distinct"];
    let id = key.strip_suffix("uuid").or(key.strip_suffix("id"));
    key == "id" || id.is_some_and(|of| whose.contains(&of))
}

/// The edits that move the anonymous id from the event to the first argument.
fn moved(ctx: &Context<'_>, at: TextRange, event: &Argument, field: &Field) -> Vec<TextEdit> {
    let value = field.value.range.filter(|value| at.contains(*value));
    let (Some(value), Some(removed)) = (value, removed(ctx.model, event, field)) else { return Vec::new() };
    let id = if field.shorthand { field.key.to_string() } else { ctx.model.text(value) };
    // For the first entry, the space after it is removed too, not the one before.
    vec![TextEdit::insert(at.start(), format!("{id}, ")), removed]
}
