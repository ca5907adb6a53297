//! `pipelines-positional-args`: a call of the Pipelines API with positional arguments.

use super::helpers::pipelines::{is_positional, judged};
use super::helpers::timestamps::through;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Call, Given, Model};
use crate::sdk::{ClientKind, KnownVersion};
use crate::text::TextEdit;

pub const META: RuleMeta = RuleMeta {
    id: "pipelines-positional-args",
    summary: "A method of the Pipelines API gets positional arguments instead of one object",
    category: "pipelines",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "5.0 and newer",
    options: &[],
    yields_to: &[],
    docs: r#"The methods of `PipelinesClient` take one object, `identify({ userId, traits })`; those of `TrackClient` take an id and
data. If the first argument is an id, it has neither `userId` nor `anonymousId`, and the method throws
`userId or anonymousId is required` ([customerio-node](https://github.com/customerio/customerio-node)). `Analytics` of
`@customerio/cdp-analytics-node` takes such an object too, and throws as well; only the SDK for browsers takes an id first.

### Invalid

```ts
import { PipelinesClient } from "customerio-node";

const cdp = new PipelinesClient(process.env.CUSTOMERIO_WRITE_KEY!);
await cdp.identify("42", { plan: "pro" });
```

### Valid

```ts
import { PipelinesClient } from "customerio-node";

const cdp = new PipelinesClient(process.env.CUSTOMERIO_WRITE_KEY!);
await cdp.identify({ userId: "42", traits: { plan: "pro" } });
```

### Fix

Puts the arguments of `identify`, or of a `track` whose second argument is a string, into one object. No fix for other
methods, or if a function of the project passes the arguments on.

### References

- [Pipelines API](https://docs.customer.io/api/cdp/)
- [customerio-node](https://github.com/customerio/customerio-node)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    if ctx.model.file().is_mocked() || matches!(KnownVersion::of(ctx.model.version()), KnownVersion::Newer(_)) {
        return;
    }
    for call in judged(ctx.model, META.id).filter(|call| is_positional(ctx.model, call)) {
        let method = call.method.as_deref().unwrap_or_default();
        let Some(at) = call.argument(0).and_then(|first| first.range) else { continue };
        let draft = report
            .at(
                at,
                Severity::Error,
                format!("`{method}` of `{}` expects one object, found an id", call.client.class_name()),
            )
            .why(match call.client {
                ClientKind::Pipelines => "the call throws \"userId or anonymousId is required\"",
                _ => "the call throws, and sends nothing",
            })
            .help(format!("Call `{method}({{ {} }})`.", keys(method)))
            .fix("Pass one object", Applicability::Safe, || in_one(ctx.model, call));
        through(draft, call.through.as_ref(), method);
    }
}

/// The keys of a method's object.
fn keys(method: &str) -> &'static str {
    match method {
        "track" => "userId, event, properties",
        "page" | "screen" => "userId, name, properties",
        "group" => "userId, groupId, traits",
        "alias" => "userId, previousId",
        _ => "userId, traits",
    }
}

/// The edits that put the arguments into one object.
fn in_one(model: &Model<'_>, call: &Call) -> Vec<TextEdit> {
    let ranges: Option<Vec<_>> = call.arguments.iter().map(|argument| argument.range).collect();
    let Some(ranges) = ranges else { return Vec::new() };
    if call.through.is_some() || !call.closed {
        return Vec::new();
    }
    let second = call.argument(1).map(|second| model.given(second));
    let keys: &[&str] = match (call.method.as_deref(), ranges.len(), second) {
        (Some("identify"), 1 | 2, None | Some(Given::Object)) => &["userId", "traits"],
        (Some("track"), 2 | 3, Some(Given::Text(_))) => &["userId", "event", "properties"],
        _ => return Vec::new(),
    };
    let mut edits: Vec<TextEdit> = Vec::new();
    for (at, (range, key)) in ranges.iter().zip(keys).enumerate() {
        let brace = if at == 0 { "{ " } else { "" };
        edits.push(TextEdit::insert(range.start(), format!("{brace}{key}: ")));
    }
    edits.extend(ranges.last().map(|last| TextEdit::insert(last.end(), " }")));
    edits
}
