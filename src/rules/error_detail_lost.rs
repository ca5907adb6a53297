//! `error-detail-lost`: of an error only the message is logged, which says "Unknown error".

use super::judge::errors::error_text;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Call, ErrorHandler, UsedFor};
use crate::sdk::{Class, ClientKind};
use crate::text::TextEdit;

pub const META: RuleMeta = RuleMeta {
    id: "error-detail-lost",
    summary: "Only the message of an error is logged, which is \"Unknown error\" for most of the App API",
    category: "errors",
    preset: Preset::Recommended,
    severity: Severity::Info,
    fix: FixAvailability::Sometimes,
    versions: "3.0 and newer",
    options: &[],
    docs: r#"The SDK takes an error's message from `meta.error` or `meta.errors` of the response
([`lib/utils.ts`](https://github.com/customerio/customerio-node/blob/main/lib/utils.ts)). Most of the App API responds with
`{ "errors": [{ "detail": … }] }` instead, and the v2 calls of the Track client (`batch`, `entity`) with
`{ "errors": [{ "reason": …, "field": …, "message": … }] }`: the message of the error is then "Unknown error". The reason is
only in `err.body`, as JSON.

Reported is a handler that writes `err.message` to a log and uses nothing else of the error but its status. Not for
transactional messages and the other calls of the Track client, whose message says what is wrong. Silent where something
else is awaited in the same `try`.

### Invalid

```ts
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function launch() {
  try {
    await api.triggerBroadcast(12, { headline: "Sale" }, { segment: { id: 7 } });
  } catch (err: any) {
    console.error("broadcast failed:", err.message);
  }
}
```

### Valid

```ts
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function launch() {
  try {
    await api.triggerBroadcast(12, { headline: "Sale" }, { segment: { id: 7 } });
  } catch (err: any) {
    console.error("broadcast failed:", err.message, err.body);
  }
}
```

### Fix

Logs `err.body` as well, where the error has a name. Suggested: it may hold data of the person.

### References

- [customerio-node: the error](https://github.com/customerio/customerio-node/blob/main/lib/utils.ts)
- [Customer.io: App API](https://docs.customer.io/integrations/api/app/)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    for handler in cx.model.error_handlers() {
        if !handler.is_sure() || handler.does.throws || !handler.tests.is_empty() {
            continue;
        }
        let calls = cx.model.sdk_calls();
        let Some(call) = handler.calls.iter().map(|at| &calls[*at]).find(|call| hides_reason(call)) else { continue };
        let Some((read, last)) = only_message(handler) else { continue };
        let method = call.method.as_deref().unwrap_or_default();
        let edits = match error_text(cx.model, read) {
            // A cast to a class that has no `body` would not compile.
            Some((_, error)) if !error.starts_with('(') || error.contains("any") => {
                vec![TextEdit::insert(last as usize, format!(", {error}.body"))]
            }
            _ => Vec::new(),
        };
        report
            .at(
                read.at.range,
                Severity::Info,
                format!("for `{method}` this is mostly \"Unknown error\": the reason stands in `err.body` alone"),
            )
            .help("Log `err.body` too.")
            .related(Some(call.callee), "whose error it is")
            .fix("Log `err.body` as well", Applicability::Suggested, edits);
    }
}

/// Whether the answer of a call to a failure has its reason where the SDK does not look.
fn hides_reason(call: &Call) -> bool {
    let Some(method) = call.method.as_deref() else { return false };
    let transactional = Class::of(call.client).method(method).is_some_and(|it| it.request_class().is_some());
    match call.client {
        ClientKind::App => !transactional,
        ClientKind::Track => matches!(method, "batch" | "entity"),
        _ => false,
    }
}

/// The read of the message that is logged, when nothing else of the error is used but its status; with the end of the
/// log's last argument.
fn only_message(handler: &ErrorHandler) -> Option<(&crate::model::ErrorRead, u32)> {
    let plain = |path: &str| matches!(path, "message" | "statusCode");
    if !handler.reads.iter().all(|read| plain(&read.dotted()) && read.call.is_none()) {
        return None;
    }
    handler.reads.iter().find_map(|read| match &read.used {
        UsedFor::Passed { logs: true, last, .. } if read.dotted() == "message" && read.at.file.is_none() => {
            Some((read, *last))
        }
        _ => None,
    })
}
