//! `empty-argument`: an id, a token or another required argument that is empty.

use super::helpers::people;
use super::helpers::segment_style::segment_style;
use super::helpers::timestamps::through;
use super::helpers::words::quoted;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::{Argument, Call, Given, Model};
use crate::sdk::{Check, KnownVersion, Param, ParamType};

pub const META: RuleMeta = RuleMeta {
    id: "empty-argument",
    summary: "Required argument that is empty or missing, so the call throws",
    category: "calls",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::None,
    versions: "1.0 and newer",
    options: &[],
    yields_to: &["sync-throw-not-caught"],
    docs: r#"The SDK checks its arguments before it sends anything. If an id or a token is `""`, only whitespace, `null` or `undefined`, it
throws `customerId is required`, `device_id is required` and so on, in every version since 1.0
([`MissingParamError`](https://github.com/customerio/customerio-node/blob/main/lib/utils.ts)). It throws before there is a promise
that could reject, and sends nothing.

This is an error where the value is certainly empty, also through constants and functions of the project, and a warning where it
falls back to an empty value (`user.id ?? ""`): for a person without an id the call throws, although it looks handled. The rule is
silent where the code checks the value, since it may skip the call. `trackAnonymous` accepts an empty id since 3.3.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.addDevice("42", "", "ios");
```

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export async function loggedIn(user: { id?: string }) {
  await cio.track(user.id ?? "", { name: "logged_in" });
}
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export async function loggedIn(user: { id?: string }) {
  if (!user.id) return;
  await cio.track(user.id, { name: "logged_in" });
}
```

### Fix

None: only you know the value, or what to do without it.

### References

- [customerio-node: parameter checks](https://github.com/customerio/customerio-node/blob/main/lib/utils.ts)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    let model = ctx.model;
    if model.file().is_mocked() || matches!(KnownVersion::of(model.version()), KnownVersion::Newer(_)) {
        return;
    }
    for call in model.calls().of_sdk() {
        let Some(method) = people::method(call) else { continue };
        let parameters = method.parameters.at(model.version()).unwrap_or_else(|| method.parameters.newest());
        // One object with everything in it is `segment-style-call`.
        if segment_style(model, call).is_some() {
            continue;
        }
        for (at, parameter) in parameters.iter().enumerate().filter(|(_, parameter)| is_checked(parameter)) {
            let error = parameter.error().unwrap_or_default();
            let Some(argument) = call.argument(at) else {
                if call.closed && parameter.required && call.through.is_none() {
                    report
                        .at(
                            call.name,
                            Severity::Error,
                            format!("`{}` is called without `{}`", method.name, parameter.name),
                        )
                        .why(format!("the SDK throws {} and sends nothing", quoted(&error)))
                        .help(format!("Pass `{}`.", parameter.name));
                }
                break;
            };
            let Some((severity, what)) = empty(model, call, parameter, argument) else { continue };
            // A value from inside a function of the project is reported in that function.
            let Some(range) = argument.range else { continue };
            let (is, then) = if severity == Severity::Error { ("is", "") } else { ("may be", " then") };
            let draft = report
                .at(range, severity, format!("`{}` {is} {what}", parameter.name))
                .why(format!("`{}`{then} throws {} and sends nothing", method.name, quoted(&error)))
                .help("Skip the call when there is no value.");
            through(draft, call.through.as_ref(), method.name);
            // The SDK throws for the first empty argument.
            break;
        }
    }
}

/// Returns whether the SDK throws for an empty value, and no other rule checks the values of the parameter.
fn is_checked(parameter: &Param) -> bool {
    matches!(parameter.check, Check::NotEmpty | Check::Present | Check::Text)
        && !matches!(parameter.ty, ParamType::OneOf(_))
}

/// The way in which an argument is empty, in words.
fn empty(model: &Model<'_>, call: &Call, parameter: &Param, argument: &Argument) -> Option<(Severity, &'static str)> {
    let what = |argument: &Argument| match model.given(argument) {
        Given::Nothing => Some("missing"),
        Given::Text(text) if text.trim().is_empty() && parameter.check != Check::Present => Some("an empty string"),
        _ => None,
    };
    if let Some(what) = what(argument) {
        if !is_written(model, call, argument) && model.is_examined(argument) {
            return None;
        }
        return Some((if call.is_sure { Severity::Error } else { Severity::Warning }, what));
    }
    let Given::OneOf(_) = model.given(argument) else { return None };
    let cases = model.cases(argument);
    let found = cases.iter().find_map(|case| Some((case, what(case)?)))?;
    let (case, what) = found;
    let in_place = is_written(model, call, case);
    (in_place && call.through.is_none() && !model.is_idle_fallback(case)).then_some((Severity::Warning, what))
}

/// Returns whether a value is written in the call itself.
fn is_written(model: &Model<'_>, call: &Call, argument: &Argument) -> bool {
    call.through.is_none() && model.literal(argument).is_some_and(|at| call.range.contains(at))
}
