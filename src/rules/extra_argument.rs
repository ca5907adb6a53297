//! `extra-argument`: arguments beyond those that a method takes.

use super::helpers::pipelines::is_positional;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Call, Given};
use crate::sdk::{ClientClass, KnownVersion, Method};
use crate::text::{TextEdit, TextRange};

pub const META: RuleMeta = RuleMeta {
    id: "extra-argument",
    summary: "More arguments than the method takes, which it ignores",
    category: "calls",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"The methods of the SDK silently ignore extra arguments ([customerio-node](https://github.com/customerio/customerio-node#usage)):
options for a single request, more attributes, callbacks. A callback is never called; the methods return promises.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.identify("42", { plan: "pro" }, { timeout: 500 });
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!, { timeout: 500 });
await cio.identify("42", { plan: "pro" });
```

### Fix

Removes the extra arguments. Suggested: check first what they were meant for. There is no fix for a callback, and none for an
argument of `PipelinesClient` that may have been meant as data.

### References

- [customerio-node: usage](https://github.com/customerio/customerio-node#usage)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    if ctx.model.file().is_mocked() || matches!(KnownVersion::of(ctx.model.version()), KnownVersion::Newer(_)) {
        return;
    }
    for call in ctx.model.calls().of_sdk().iter().filter(|call| call.closed && call.through.is_none()) {
        let method = call.method.as_deref().and_then(|name| ClientClass::of(call.client).method(name));
        let Some(method) = method.filter(|method| !is_said_otherwise(ctx, call, method)) else { continue };
        let most = takes(ctx, method);
        let extra: Option<Vec<TextRange>> = call.arguments.iter().skip(most).map(|it| it.range).collect();
        let Some(extra) = extra.filter(|extra| !extra.is_empty()) else { continue };
        let at = TextRange { start: extra[0].start, end: extra[extra.len() - 1].end };
        let arguments = match most {
            0 => "no arguments".to_owned(),
            1 => "only one argument".to_owned(),
            most => format!("only {most} arguments"),
        };
        let has_callback = call.arguments.iter().skip(most).any(|it| ctx.model.given(it) == Given::Function);
        let (why, help) = if has_callback {
            ("the SDK never calls this callback, and returns a promise", "Await the promise.")
        } else if extra.len() == 1 {
            ("the SDK ignores this argument", "Remove it.")
        } else {
            ("the SDK ignores these arguments", "Remove them.")
        };
        let before = most.checked_sub(1).and_then(|last| call.arguments[last].range);
        report
            .at(at, Severity::Warning, format!("`{}` takes {arguments}", method.name))
            .why(why)
            .help(help)
            .unnecessary()
            .fix(
                if extra.len() == 1 { "Remove the ignored argument" } else { "Remove the ignored arguments" },
                Applicability::Suggested,
                || {
                    let before = before?;
                    let is_meant = has_callback || is_misread(ctx, call);
                    (!is_meant).then(|| TextEdit::replace(TextRange { start: before.end, end: at.end }, ""))
                },
            );
    }
}

/// The number of arguments of a method; where the version is not known, in the version that takes the most.
fn takes(ctx: &Context<'_>, method: &Method) -> usize {
    match method.parameters.at(ctx.model.version()) {
        Some(parameters) => parameters.len(),
        None => method.parameters.states().map(|(_, parameters)| parameters.len()).max().unwrap_or_default(),
    }
}

/// Returns whether the call may be written for another class, so that the ignored argument is the data:
/// `PipelinesClient` takes one object, while the others are called as `track(id, event)`.
fn is_misread(ctx: &Context<'_>, call: &Call) -> bool {
    let first = call.argument(0).map(|first| ctx.model.given(first));
    ClientClass::of(call.client) == ClientClass::Pipelines && first != Some(Given::Object)
}

/// Returns whether another rule says more about the same arguments.
fn is_said_otherwise(ctx: &Context<'_>, call: &Call, method: &Method) -> bool {
    let second = call.argument(1).map(|second| ctx.model.given(second));
    match method.name {
        "trackAnonymous" => true,
        "track" if method.class == ClientClass::Track => matches!(second, Some(Given::Text(_))),
        _ => is_positional(ctx.model, call),
    }
}
