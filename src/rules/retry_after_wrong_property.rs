//! `retry-after-wrong-property`: the pause that the API asks for is looked for where it never is.

use super::judge::errors::{at_read, behind_error, misses_retry_after, reads};
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Applicability;
use crate::model::ErrorRead;
use crate::sdk::errors::{NeverSet, RETRY_AFTER};
use crate::text::TextEdit;

pub const META: RuleMeta = RuleMeta {
    id: "retry-after-wrong-property",
    summary: "Retry-After is read where it never is, so that the pause which the API asks for is ignored",
    category: "errors",
    preset: Preset::Recommended,
    severity: crate::finding::Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    docs: r#"An error of the SDK has its headers in `err.response.headers`
([`lib/request.ts`](https://github.com/customerio/customerio-node/blob/main/lib/request.ts)), a plain object whose keys are in
lower case. `err.headers` is `undefined` in every version; `err.headers?.["retry-after"]` hides that, and the code waits as
long as it likes instead of as long as it was asked to. `headers.get(…)` throws: it is no `Headers` of `fetch`.

Reported where the error can come from the SDK: in a `catch` clause, a function given to `catch` or `then`, a helper that
is given the call as a callback, and functions of the project that the error is handed to. Silent where something else is
awaited in the same `try`. Informational in a helper that other files may use for anything.

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

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    // What holds of every version may change in one that is newer than the tables.
    if NeverSet::of("headers", cx.model.version()).is_none() {
        return;
    }
    for (handler, read, severity) in reads(cx.model) {
        if !misses_retry_after(read) {
            continue;
        }
        let draft = at_read(report, handler, read, severity, what(read));
        let draft = draft.help(format!("Read `{RETRY_AFTER}`."));
        draft.fix("Read it from the response", Applicability::Suggested, repaired(cx, read).into_iter().collect());
    }
}

fn what(read: &ErrorRead) -> String {
    let path: Vec<&str> = read.path.iter().map(|name| name.as_str()).collect();
    match path.as_slice() {
        ["response", "headers", "get"] => {
            "`headers` of the SDK's errors is a plain object and has no `get`: this throws".to_owned()
        }
        ["response", "headers", name] => {
            format!("the headers of the SDK's errors are in lower case: `{name}` is always `undefined`")
        }
        _ => format!(
            "the SDK's errors have no `{}`: this is always `undefined`, and the pause that the API asks for is ignored",
            path[0]
        ),
    }
}

fn repaired(cx: &Context<'_>, read: &ErrorRead) -> Option<TextEdit> {
    let mut edit = behind_error(cx.model, read, &[], ".response?.headers?.[\"retry-after\"]")?;
    edit.range.end = read.call.unwrap_or(read.at.range).end;
    if cx.model.text(edit.range).starts_with("?.") {
        edit.text = format!("?{}", edit.text);
    }
    Some(edit)
}
