//! `pipelines-timestamp`: a number where the Pipelines API expects an ISO 8601 string.

use super::helpers::pipelines::sent;
use super::helpers::timestamps::through;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Argument, Call, Field, Time};
use crate::sdk::{Door, KnownVersion};
use crate::text::{TextEdit, TextRange};

pub const META: RuleMeta = RuleMeta {
    id: "pipelines-timestamp",
    summary: "Timestamp as a number where the Pipelines API expects ISO 8601",
    category: "pipelines",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "5.0 and newer",
    options: &[],
    yields_to: &[],
    docs: r#"The `timestamp` of a `PipelinesClient` call, or of one of `Analytics` in `@customerio/cdp-analytics-node`, is an ISO 8601
string, unlike that of the Track API, which is a number of Unix seconds ([Pipelines API](https://docs.customer.io/api/cdp/)).
Both send the value unchanged, and so does a request without an SDK. A `Date` is serialized to such a string. Without a `timestamp`, the current time is used.
`@customerio/cdp-analytics-browser` makes a date of a number itself, and is not checked.

### Invalid

```ts
import { PipelinesClient } from "customerio-node";

const cdp = new PipelinesClient(process.env.CUSTOMERIO_WRITE_KEY!);
await cdp.track({ userId: "42", event: "Order Completed", timestamp: Date.now() });
```

### Valid

```ts
import { PipelinesClient } from "customerio-node";

const cdp = new PipelinesClient(process.env.CUSTOMERIO_WRITE_KEY!);
await cdp.track({ userId: "42", event: "Order Completed", timestamp: new Date().toISOString() });
```

### Fix

Converts the number: `new Date(x).toISOString()`, with seconds multiplied by 1000. Safe if the number is certainly present,
otherwise suggested, because `toISOString` throws for a missing value. No fix if the number is not written at its key.

### References

- [Pipelines API](https://docs.customer.io/api/cdp/)
- [customerio-node#160](https://github.com/customerio/customerio-node/issues/160)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    if ctx.model.file().is_mocked() || matches!(KnownVersion::of(ctx.model.version()), KnownVersion::Newer(_)) {
        return;
    }
    let mut seen: Vec<TextRange> = Vec::new();
    for call in sent(ctx.model, META.id) {
        let payloads: Vec<Argument> = match call.method.as_deref() {
            Some("batch") => ctx.model.calls().operations(call),
            _ => call.arguments.iter().take(1).cloned().collect(),
        };
        for payload in payloads {
            let Some(fields) = ctx.model.fields(&payload) else { continue };
            let Some(field) = fields.get("timestamp") else { continue };
            judge(ctx, call, &payload, field, &mut seen, report);
        }
    }
}

fn judge(
    ctx: &Context<'_>,
    call: &Call,
    payload: &Argument,
    field: &Field,
    seen: &mut Vec<TextRange>,
    report: &mut Report<'_>,
) {
    let cases = ctx.model.cases(&field.value);
    let single = cases.len() == 1;
    for case in cases {
        let Some((what, factor)) = ctx.model.time(&case).and_then(number) else { continue };
        let Some(at) = case.range.filter(|at| !seen.contains(at)) else { continue };
        seen.push(at);
        let draft = report
            .at(at, Severity::Warning, format!("`timestamp` is {what}, not an ISO 8601 string"))
            .why(match call.door {
                Door::Http => "the Pipelines API expects ISO 8601",
                _ => "the Pipelines API expects ISO 8601, and the SDK sends the number unchanged",
            })
            .help("Pass `new Date(milliseconds).toISOString()`, or omit it to use the current time.")
            .related_at(ctx.model.origin(&case), "the number is computed here");
        let draft = through(draft, call.through.as_ref(), call.method.as_deref().unwrap_or_default());
        // The value follows its key, in the object itself.
        let in_place = payload.range.zip(field.key_range).filter(|(payload, key)| payload.contains(*key));
        let Some((payload, key)) = in_place else { continue };
        if !single {
            continue;
        }
        if !payload.contains(at) || at.start < key.start {
            continue;
        }
        let text = ctx.model.text(at);
        // A string times 1000 is an error in TypeScript, and `toISOString` throws for a missing value.
        if text.contains("?.") || text.contains("undefined") || text.contains("null") {
            continue;
        }
        let is_text = matches!(ctx.model.given(&case), crate::model::Given::Text(_))
            || text.contains(".toFixed(")
            || text.contains("tring(");
        let sure = matches!(text.as_str(), "Date.now()" | "Math.floor(Date.now() / 1000)" | "Date.now() / 1000")
            || text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'_' | b'.'));
        let text = if is_text { format!("Number({text})") } else { text };
        let time = match (text.as_str(), factor) {
            ("Date.now()", "") => "new Date().toISOString()".to_owned(),
            (_, " * 1000") if is_compound(&text) => format!("new Date(({text}) * 1000).toISOString()"),
            _ => format!("new Date({text}{factor}).toISOString()"),
        };
        let time = if field.shorthand { format!("timestamp: {time}") } else { time };
        let applicability = if sure { Applicability::Safe } else { Applicability::Suggested };
        draft.fix("Convert to an ISO 8601 string", applicability, || [TextEdit::replace(at, time)]);
    }
}

/// The unit of a number, and the factor that converts it to milliseconds.
fn number(time: Time) -> Option<(&'static str, &'static str)> {
    Some(match time {
        Time::Milliseconds { text: false, .. } => ("a number of milliseconds", ""),
        Time::Seconds => ("a number of seconds", " * 1000"),
        Time::FractionalSeconds { .. } => ("a number of seconds", " * 1000"),
        _ => return None,
    })
}

/// Returns whether an expression has operators outside parentheses, so that a factor after it would apply to its last
/// part.
fn is_compound(text: &str) -> bool {
    let mut depth = 0i32;
    text.chars().any(|c| {
        depth += i32::from(matches!(c, '(' | '[' | '{')) - i32::from(matches!(c, ')' | ']' | '}'));
        depth == 0 && c.is_whitespace()
    })
}
