//! `extra-argument`: more arguments than a method takes.

use super::judge::pipelines::is_positional;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Call, Given};
use crate::sdk::{Class, Known, Method};
use crate::text::{TextEdit, TextRange};

pub const META: RuleMeta = RuleMeta {
    id: "extra-argument",
    summary: "A method is given more arguments than it takes, and ignores them",
    category: "calls",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    docs: r#"The methods of the SDK look at no argument beyond those that they take
([customerio-node](https://github.com/customerio/customerio-node#usage)): options for one request, further attributes and
callbacks are ignored without a word. A callback is never called; the methods return promises.

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

Removes them. Suggested: look what they were meant for. None for a callback, and none for what
`PipelinesClient` may have been meant to send.

### References

- [customerio-node: usage](https://github.com/customerio/customerio-node#usage)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    if cx.model.is_mocked() || matches!(Known::of(cx.model.version()), Known::Newer(_)) {
        return;
    }
    for call in cx.model.sdk_calls().iter().filter(|call| call.closed && call.through.is_none()) {
        let method = call.method.as_deref().and_then(|name| Class::of(call.client).method(name));
        let Some(method) = method.filter(|method| !is_said_otherwise(cx, call, method)) else { continue };
        let most = takes(cx, method);
        let extra: Option<Vec<TextRange>> = call.arguments.iter().skip(most).map(|it| it.range).collect();
        let Some(extra) = extra.filter(|extra| !extra.is_empty()) else { continue };
        let at = TextRange { start: extra[0].start, end: extra[extra.len() - 1].end };
        let arguments = match most {
            0 => "no arguments".to_owned(),
            1 => "one argument".to_owned(),
            most => format!("{most} arguments"),
        };
        let has_callback = call.arguments.iter().skip(most).any(|it| cx.model.given(it) == Given::Function);
        let (message, help) = match has_callback {
            true => (
                format!("`{}` takes {arguments} and returns a promise: this callback is never called", method.name),
                "Await the promise.",
            ),
            false if extra.len() == 1 => {
                (format!("`{}` takes {arguments}: this is ignored", method.name), "Take it out.")
            }
            false => (format!("`{}` takes {arguments}: these are ignored", method.name), "Take them out."),
        };
        let before = most.checked_sub(1).and_then(|last| call.arguments[last].range);
        let edit = before
            .filter(|_| !has_callback && !is_misread(cx, call))
            .map(|before| TextEdit::replace(TextRange { start: before.end, end: at.end }, ""));
        report.at(at, Severity::Warning, message).help(help).unnecessary().fix(
            "Take out what is ignored",
            Applicability::Suggested,
            edit.into_iter().collect(),
        );
    }
}

/// How many arguments a method takes; where the version is not known, in the version that takes the most.
fn takes(cx: &Context<'_>, method: &Method) -> usize {
    match method.parameters.at(cx.model.version()) {
        Some(parameters) => parameters.len(),
        None => method.parameters.states().map(|(_, parameters)| parameters.len()).max().unwrap_or_default(),
    }
}

/// Whether the call may be written for another class, so that what is ignored is what was to be sent: `PipelinesClient`
/// takes one object, and `track(id, event)` is how the others are called.
fn is_misread(cx: &Context<'_>, call: &Call) -> bool {
    let first = call.argument(0).map(|first| cx.model.given(first));
    Class::of(call.client) == Class::Pipelines && first != Some(Given::Object)
}

/// Whether another rule says more of the same arguments.
fn is_said_otherwise(cx: &Context<'_>, call: &Call, method: &Method) -> bool {
    let second = call.argument(1).map(|second| cx.model.given(second));
    match method.name {
        "trackAnonymous" => true,
        "track" if method.class == Class::Track => matches!(second, Some(Given::Text(_))),
        _ => is_positional(cx.model, call),
    }
}
