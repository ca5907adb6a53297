//! `non-string-id`: an id that is neither a string nor a number.

use super::helpers::people;
use super::helpers::pipelines::judged;
use super::helpers::words::quoted;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Argument, Given};
use crate::sdk::{Check, ClientKind};
use crate::text::TextEdit;

pub const META: RuleMeta = RuleMeta {
    id: "non-string-id",
    summary: "A person's id is neither a string nor a number",
    category: "calls",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "all; throws since 5.0",
    options: &[],
    yields_to: &["segment-style-call", "track-anonymous-signature"],
    docs: r#"An id is a string or a number. Since 5.0, anything else (an object, an `ObjectId`, a date, a bigint, `true`) counts as
missing, and the call throws `customerId is required`
([`isEmpty`](https://github.com/customerio/customerio-node/blob/main/lib/utils.ts)). Older versions converted it to a
string and created a person with the id `[object Object]`. The finding is an error if the installed version throws,
otherwise a warning.

`Analytics` of `@customerio/cdp-analytics-node` accepts strings alone: with a number as `userId` the call throws `Must have userId or
anonymousId or previousId or groupId`
([`validateEvent`](https://github.com/customerio/cdp-analytics-js/blob/main/packages/core/src/validation/assertions.ts)).

### Invalid

```ts
// customerio-node 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.identify({ id: "42" }, { plan: "pro" });
```

### Valid

```ts
// customerio-node 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.identify("42", { plan: "pro" });
```

### Fix

Passes the `id` of an object literal, or an `ObjectId` as a string. Only suggested: check that it is the id you mean.

### References

- [customerio-node: parameter checks](https://github.com/customerio/customerio-node/blob/main/lib/utils.ts)
- [Customer.io: identifying people](https://docs.customer.io/journeys/identifying-people/)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    numbers(ctx, report);
    for (_, method, parameter, argument) in people::ids(ctx.model) {
        let is_id = parameter.check == Check::NotEmpty;
        let Some((what, at)) = is_id.then(|| what(&ctx.model.given(argument))).flatten().zip(argument.range) else {
            continue;
        };
        // Before 5.0 the digits of a bigint and the string of an `ObjectId` were the id.
        if matches!(ctx.model.given(argument), Given::BigInt | Given::Made) && !ctx.model.at_least(5, 0, 0) {
            continue;
        }
        let (severity, why) = if ctx.model.at_least(5, 0, 0) {
            (Severity::Error, format!("`{}` throws {}", method.name, quoted(&parameter.error().unwrap_or_default())))
        } else {
            (Severity::Warning, format!("`{}` converts it to a string, and throws since 5.0", method.name))
        };
        report
            .at(at, severity, format!("expected a string or a number as the person's id, found {what}"))
            .why(why)
            .help("Pass the id as a string or a number.")
            .fix("Pass its `id`", Applicability::Suggested, || id_inside(ctx, argument))
            .fix("Convert to a string", Applicability::Suggested, || as_text(ctx, argument));
    }
}

/// The edit that converts an `ObjectId` to a string.
fn as_text(ctx: &Context<'_>, argument: &Argument) -> Vec<TextEdit> {
    let Some(at) = argument.range else { return Vec::new() };
    if ctx.model.given(argument) != Given::Made {
        return Vec::new();
    }
    let written = ctx.model.text(at);
    let is_object_id = ["new ObjectId(", "new ObjectID(", "new Types.ObjectId(", "new mongoose.Types.ObjectId("]
        .iter()
        .any(|start| written.trim_start_matches(['(', ' ']).starts_with(start));
    if is_object_id { vec![TextEdit::replace(at, format!("String({written})"))] } else { Vec::new() }
}

/// A name for a value that is not an id.
fn what(given: &Given) -> Option<&'static str> {
    Some(match given {
        Given::Object => "an object",
        Given::Array => "an array",
        Given::BigInt => "a bigint",
        Given::Date => "a date",
        Given::Bool(_) => "a boolean",
        Given::Function => "a function",
        Given::Request(_) => "a request",
        Given::Made => "an object",
        _ => return None,
    })
}

/// The edit that leaves only the `id` of an object literal.
fn id_inside(ctx: &Context<'_>, argument: &Argument) -> Vec<TextEdit> {
    let literal = ctx.model.literal(argument).filter(|at| Some(*at) == argument.range);
    let id = ctx.model.fields(argument).and_then(|fields| fields.get("id").and_then(|field| field.value.range));
    let edit = literal.zip(id).filter(|(literal, id)| literal.contains(*id));
    edit.map(|(literal, id)| TextEdit::replace(literal, ctx.model.text(id))).into_iter().collect()
}

/// Reports the numbers that are given as `userId` to an SDK that takes strings alone.
fn numbers(ctx: &Context<'_>, report: &mut Report<'_>) {
    let model = ctx.model;
    let calls = judged(model, META.id).filter(|call| call.client == ClientKind::CdpNode && call.through.is_none());
    if model.file().is_mocked() {
        return;
    }
    for call in calls {
        let Some(fields) = call.argument(0).and_then(|payload| model.fields(payload)) else { continue };
        let Some(field) = fields.get("userId").filter(|field| !field.uncertain) else { continue };
        let (Given::Number(_), Some(at)) = (model.given(&field.value), field.value.range) else { continue };
        // A variable may hold digits in a string.
        let text = model.text(at);
        if !text.bytes().all(|byte| byte.is_ascii_digit()) {
            continue;
        }
        report
            .at(at, Severity::Error, "expected a string as `userId`, found a number")
            .why("the call throws \"Must have userId or anonymousId or previousId or groupId\"")
            .help("Pass the id as a string.")
            .fix("Convert to a string", Applicability::Suggested, || [TextEdit::replace(at, format!("\"{text}\""))]);
    }
}
