//! `instanceof-error-class`: an `instanceof` that is never true in the installed version.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{ErrorHandler, InstanceTest, Model, Origin};
use crate::sdk::PACKAGE;
use crate::sdk::errors::{REFUSAL, Refusal};
use crate::text::{TextEdit, TextRange};

pub const META: RuleMeta = RuleMeta {
    id: "instanceof-error-class",
    summary: "`instanceof` check that is never true, or whose class comes from inside the package",
    category: "errors",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "up to 4.5.1",
    options: &[],
    yields_to: &[],
    docs: r#"Up to 2.x the SDK rejects with a plain object (up to 0.2 with a string), which is not an `Error`: neither `err instanceof Error` nor a
check for a class of the SDK is ever true. Since 3.0 it rejects with a `CustomerIORequestError`, which the package exports since 3.3
([changelog](https://github.com/customerio/customerio-node/blob/main/CHANGELOG.md)). Importing the class from a file inside the
package works up to 4.5.1, and fails since 5.0.

The rule needs the installed version. An import from inside the package is informational; since 5.0 it is left to `deep-import`.

### Invalid

```ts
// customerio-node 2.1.1
import TrackClient from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function seen(id: string) {
  try {
    await cio.track(id, { name: "seen" });
  } catch (err) {
    if (err instanceof Error) console.error(err);
  }
}
```

### Valid

```ts
// customerio-node 5.2.0
import { CustomerIORequestError, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function seen(id: string) {
  try {
    await cio.track(id, { name: "seen" });
  } catch (err) {
    if (err instanceof CustomerIORequestError) console.error(err.statusCode, err.body);
    throw err;
  }
}
```

### Fix

Up to 2.x it checks `err.statusCode` instead; suggested, and not in TypeScript where the error is `unknown`. In later versions import
the class from the package itself, which the fix of `deep-import` does.

### References

- [customerio-node: changelog](https://github.com/customerio/customerio-node/blob/main/CHANGELOG.md)
- [customerio-node: the error](https://github.com/customerio/customerio-node/blob/main/lib/utils.ts)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    let Some(refusal) = REFUSAL.at(ctx.model.version()) else { return };
    for handler in ctx.model.errors().handlers() {
        for test in handler.tests.iter().filter(|test| test.at.file.is_none()) {
            if let Some((severity, what, why, help)) = judged(handler, test, refusal) {
                let asked = ctx.model.text(test.at.range);
                // Up to 2.x the object has the status; a string has none.
                let asked = if refusal == Refusal::Object { asked.split_once(" instanceof ") } else { None };
                report.at(test.at.range, severity, what).why(why).help(help).fix(
                    "Check `statusCode` instead",
                    Applicability::Suggested,
                    || {
                        let (error, _) = asked?;
                        let edit = || TextEdit::replace(test.at.range, format!("{error}?.statusCode !== undefined"));
                        reads_anything(ctx.model, handler).then(edit)
                    },
                );
            }
        }
    }
}

/// Returns whether the compiler allows any property of the error: in TypeScript, the variable of a `catch` has to be
/// `any`.
fn reads_anything(model: &Model<'_>, handler: &ErrorHandler) -> bool {
    let before = TextRange { start: handler.mark.start, end: handler.body.range.start };
    let is_clause = handler.body.file.is_none() && before.start < before.end;
    !model.file().has_types() || !is_clause || {
        let text = model.text(before);
        !text.starts_with("catch") || text.contains("any")
    }
}

fn judged(
    handler: &ErrorHandler,
    test: &InstanceTest,
    refusal: Refusal,
) -> Option<(Severity, String, String, &'static str)> {
    let of_sdk = test.import.as_ref().filter(|(_, name)| name == "CustomerIORequestError");
    if !refusal.is_error() {
        let rejected = if refusal == Refusal::Text { "a string" } else { "a plain object" };
        // An `Error` may come from anything else.
        let surely = of_sdk.is_some() || test.is_global && test.class == "Error" && handler.origin == Origin::Sdk;
        return surely.then(|| {
            (
                Severity::Warning,
                format!("the error is never `instanceof {}`", test.class),
                format!("the installed version of the SDK rejects with {rejected}"),
                "Check for `err.statusCode`, or upgrade the SDK.",
            )
        });
    }
    let (module, _) = of_sdk.filter(|(module, _)| module != PACKAGE && refusal == Refusal::Error)?;
    Some((
        Severity::Info,
        format!("`{}` is imported from inside the package (`{module}`)", test.class),
        "the import fails since 5.0".to_owned(),
        "Import it from `customerio-node`, which exports it since 3.3.2.",
    ))
}
