//! `possibly-undefined-id`: an id that may be missing.

use super::helpers::people;
use super::helpers::repairs::suggested;
use super::helpers::timestamps::through;
use super::helpers::words::quoted;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::rewrite;
use crate::sdk::{Check, KnownVersion};
use crate::text::TextRange;

pub const META: RuleMeta = RuleMeta {
    id: "possibly-undefined-id",
    summary: "A person's id is read with `?.`, and the call throws when it is missing",
    category: "identity",
    preset: Preset::Strict,
    severity: Severity::Hint,
    fix: FixAvailability::Sometimes,
    versions: "1.0 and newer",
    options: &[],
    yields_to: &["sync-throw-not-caught"],
    docs: r#"If an id is `undefined`, the SDK throws `customerId is required` and nothing is sent
([`MissingParamError`](https://github.com/customerio/customerio-node/blob/main/lib/utils.ts)). `user?.id` means that there may
be no user: then the call must be skipped. Otherwise the `?.` is not needed.

Nothing is reported if `user` or `user?.id` occurs by itself earlier in the function, because that may be a check.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export async function loggedIn(user?: { id: string }) {
  await cio.track(user?.id, { name: "logged_in" });
}
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export async function loggedIn(user?: { id: string }) {
  if (!user) return;
  await cio.track(user.id, { name: "logged_in" });
}
```

### Fix

Makes the call only if the id is present. Only suggested, because more may have to be skipped without it. No fix if the
call is not a statement of its own.

### References

- [customerio-node: parameter checks](https://github.com/customerio/customerio-node/blob/main/lib/utils.ts)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    let model = ctx.model;
    if matches!(KnownVersion::of(model.version()), KnownVersion::Newer(_)) {
        return;
    }
    let mut seen: Vec<TextRange> = Vec::new();
    for (call, method, parameter, argument) in people::ids(model) {
        let is_checked = matches!(parameter.check, Check::NotEmpty | Check::Present | Check::Text);
        let Some(at) = argument.range.filter(|at| is_checked && !seen.contains(at)) else { continue };
        if !model.is_optional(argument) {
            continue;
        }
        // The caller of a callback may have checked it.
        let start = match &call.around.function {
            Some(function) if function.callback.is_none() => function.body.start(),
            _ => 0,
        };
        if model.may_be_checked(argument, start) {
            continue;
        }
        seen.push(at);
        let error = parameter.error().unwrap_or_default();
        let draft = report
            .at(at, Severity::Hint, "this id may be missing")
            .why(format!("`{}` throws {} without it", method.name, quoted(&error)))
            .help("Check the id first, and skip the call without one.");
        suggested(through(draft, call.through.as_ref(), method.name), || rewrite::where_there(model, call, argument));
    }
}
