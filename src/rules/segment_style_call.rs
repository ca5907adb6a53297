//! `segment-style-call`: a call of the Track client in the form of Segment's SDK.

use super::helpers::entries::only_reads;
use super::helpers::segment_style::segment_style;
use super::helpers::timestamps::through;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Call, Field, Fields, Model};
use crate::text::{TextEdit, TextRange};

pub const META: RuleMeta = RuleMeta {
    id: "segment-style-call",
    summary: "`TrackClient` is called with one object, like Segment's SDK",
    category: "calls",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"`identify` and `track` of `TrackClient` take the person's id first, and the attributes or the event second
([customerio-node](https://github.com/customerio/customerio-node#usage)). Since 5.0, an object in place of the id throws
`customerId is required`. Before that, `identify` used `[object Object]` as the id, and `track` has thrown since 1.1 because
the event has no `name`. `PipelinesClient` is the class that accepts calls in Segment's form.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.identify({ userId: "42", traits: { plan: "pro" } });
await cio.track({ userId: "42", event: "signed_up", properties: { plan: "pro" } });
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.identify("42", { plan: "pro" });
await cio.track("42", { name: "signed_up", data: { plan: "pro" } });
```

### Fix

Rewrites the call for `TrackClient`, if the object has only the id, the event and its properties or traits. Only suggested
if a comment would be lost, or calls would run in another order.

### References

- [customerio-node: usage](https://github.com/customerio/customerio-node#usage)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    if ctx.model.file().is_mocked() {
        return;
    }
    for call in ctx.model.calls().of_sdk() {
        let Some(fields) = segment_style(ctx.model, call) else { continue };
        let Some(at) = call.argument(0).and_then(|first| first.range) else { continue };
        let method = call.method.as_deref().unwrap_or_default();
        let second = if method == "track" { "{ name, data }" } else { "attributes" };
        let what = format!("`{method}` of `TrackClient` expects the person's id first, found an object");
        // Comments would be lost, and side effects of the values may happen in another order.
        let code = ctx.model.text(at);
        let sure = only_reads(&code) && !code.contains("//") && !code.contains("/*");
        let applicability = if sure { Applicability::Safe } else { Applicability::Suggested };
        let draft = report
            .at(at, Severity::Error, what)
            .why(if ctx.model.at_least(5, 0, 0) {
                "the call throws \"customerId is required\""
            } else {
                "the SDK does not read the id from the object"
            })
            .help(format!("Call `{method}(id, {second})`, or use `PipelinesClient`, which accepts this form."))
            .fix("Pass the id first", applicability, || rewritten(ctx.model, call, &fields, at));
        through(draft, call.through.as_ref(), method);
    }
}

/// The edit that replaces the object with the arguments of the Track client.
fn rewritten(model: &Model<'_>, call: &Call, fields: &Fields, at: TextRange) -> Option<TextEdit> {
    let literal = call.argument(0).and_then(|first| model.literal(first));
    if fields.open || call.through.is_some() || literal != Some(at) {
        return None;
    }
    let known: &[&str] = match call.method.as_deref()? {
        "track" => &["userId", "event", "properties"],
        _ => &["userId", "traits"],
    };
    let text = |key: &str| {
        let value = |field: &Field| field.value.range.filter(|value| at.contains(*value) && !field.uncertain);
        fields.get(key).and_then(value).map(|value| model.text(value))
    };
    if fields.list.iter().any(|field| !known.contains(&field.key.as_str()) || text(&field.key).is_none()) {
        return None;
    }
    let id = text("userId")?;
    let rest = match (text("event"), text("properties"), text("traits")) {
        (Some(event), Some(properties), _) => format!(", {{ name: {event}, data: {properties} }}"),
        (Some(event), None, _) => format!(", {{ name: {event} }}"),
        (None, _, Some(traits)) => format!(", {traits}"),
        (None, None, None) if known.contains(&"traits") => String::new(),
        _ => return None,
    };
    Some(TextEdit::replace(at, format!("{id}{rest}")))
}
