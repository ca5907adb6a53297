//! `retry-after-wrong-property`: Retry-After is read from a property that is never set.

use super::helpers::errors::{at_read, behind_error, misses_retry_after, reads};
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Applicability;
use crate::model::ErrorRead;
use crate::sdk::errors::{NeverSet, RETRY_AFTER};
use crate::text::TextEdit;

pub const META: RuleMeta = RuleMeta {
    id: "retry-after-wrong-property",
    summary: "Retry-After is read from a property that is never set, so the requested delay is ignored",
    category: "errors",
    preset: Preset::Recommended,
    severity: crate::finding::Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"The headers of an SDK error are in `err.response.headers`
([`lib/request.ts`](https://github.com/customerio/customerio-node/blob/main/lib/request.ts)), a plain object with lower-case
keys. `err.headers` is `undefined` in every version; `err.headers?.["retry-after"]` hides that, and the code waits for its
default instead of the requested delay. `headers.get(…)` throws, because the object is not a `Headers` of `fetch`.

The rule looks at errors that can come from the SDK: in a `catch` clause, a function passed to `catch` or `then`, a helper
that gets the call as a callback, and functions of the project that the error is passed to. Nothing is reported if
something else is awaited in the same `try`. The finding is an info in a helper that other files may use for other calls.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function pauseAfter(id: string): Promise<number> {
  try {
    await cio.identify(id, { plan: "pro" });
    return 0;
  } catch (err: any) {
    return Number(err.headers?.["retry-after"] ?? 1);
  }
}
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function pauseAfter(id: string): Promise<number> {
  try {
    await cio.identify(id, { plan: "pro" });
    return 0;
  } catch (err: any) {
    return Number(err.response?.headers?.["retry-after"] ?? 1);
  }
}
```

### Fix

Reads `err.response?.headers?.["retry-after"]`; suggested.

### References

- [customerio-node: requests and errors](https://github.com/customerio/customerio-node/blob/main/lib/request.ts)
- [MDN: Retry-After](https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Retry-After)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    // A version newer than the tables may differ from all others.
    if NeverSet::of("headers", ctx.model.version()).is_none() {
        return;
    }
    for (handler, read, severity) in reads(ctx.model) {
        if !misses_retry_after(read) {
            continue;
        }
        let (what, why) = what_and_why(read);
        let draft = at_read(report, handler, read, severity, what).why(why);
        let draft = draft.help(format!("Read `{RETRY_AFTER}`."));
        draft.fix("Read `response.headers[\"retry-after\"]`", Applicability::Suggested, || repaired(ctx, read));
    }
}

fn what_and_why(read: &ErrorRead) -> (String, &'static str) {
    let path: Vec<&str> = read.path.iter().map(|name| name.as_str()).collect();
    match path.as_slice() {
        ["response", "headers", "get"] => {
            ("`headers` of an SDK error is a plain object without `get`".to_owned(), "this throws")
        }
        ["response", "headers", name] => {
            (format!("`{name}` is always `undefined`"), "the headers of an SDK error are in lower case")
        }
        _ => (
            format!("an SDK error has no `{}`", path[0]),
            "this is always `undefined`, and the requested delay is ignored",
        ),
    }
}

fn repaired(ctx: &Context<'_>, read: &ErrorRead) -> Option<TextEdit> {
    let mut edit = behind_error(ctx.model, read, &[], ".response?.headers?.[\"retry-after\"]")?;
    edit.range.end = read.call.unwrap_or(read.at.range).end;
    if ctx.model.text(edit.range).starts_with("?.") {
        edit.text = format!("?{}", edit.text);
    }
    Some(edit)
}
