//! `error-detail-lost`: a log that contains only an error's message, which says "Unknown error".

use super::helpers::errors::error_text;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Call, ErrorHandler, UsedFor};
use crate::sdk::{ClientClass, ClientKind};
use crate::text::TextEdit;

pub const META: RuleMeta = RuleMeta {
    id: "error-detail-lost",
    summary: "Only `err.message` is logged, which is \"Unknown error\" for most of the App API",
    category: "errors",
    preset: Preset::Recommended,
    severity: Severity::Info,
    fix: FixAvailability::Sometimes,
    versions: "3.0 and newer",
    options: &[],
    yields_to: &[],
    docs: r#"The SDK takes an error's message from `meta.error` or `meta.errors` of the response
([`lib/utils.ts`](https://github.com/customerio/customerio-node/blob/main/lib/utils.ts)). Most endpoints of the App API respond with
`{ "errors": [{ "detail": … }] }` instead, and the v2 calls of the Track client (`batch`, `entity`) with
`{ "errors": [{ "reason": …, "field": …, "message": … }] }`. The message of the error is then "Unknown error", and the reason is
only in `err.body`, as JSON.

The rule reports a handler that logs `err.message` and uses nothing else of the error but its status. It ignores transactional
messages and the other calls of the Track client, whose message contains the reason, and a `try` that awaits anything else.

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

Logs `err.body` too, where the error has a name. Suggested: it may contain personal data.

### References

- [customerio-node: the error](https://github.com/customerio/customerio-node/blob/main/lib/utils.ts)
- [Customer.io: App API](https://docs.customer.io/integrations/api/app/)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    for handler in ctx.model.errors().handlers() {
        if !handler.is_sure() || handler.does.throws || !handler.tests.is_empty() {
            continue;
        }
        let calls = ctx.model.calls().of_sdk();
        let Some(call) = handler.calls.iter().map(|at| &calls[*at]).find(|call| hides_reason(call)) else { continue };
        let Some((read, last)) = only_message(handler) else { continue };
        let method = call.method.as_deref().unwrap_or_default();
        let edits = match error_text(ctx.model, read) {
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
                format!("`message` of an error from `{method}` is mostly \"Unknown error\""),
            )
            .why("the API's reason is only in `err.body`")
            .help("Log `err.body` too.")
            .related(Some(call.callee), "the error comes from this call")
            .fix("Log `err.body` too", Applicability::Suggested, || edits);
    }
}

/// Returns whether a failed response to a call has its reason where the SDK does not read it.
fn hides_reason(call: &Call) -> bool {
    let Some(method) = call.method.as_deref() else { return false };
    let transactional = ClientClass::of(call.client).method(method).is_some_and(|it| it.request_class().is_some());
    match call.client {
        ClientKind::App => !transactional,
        ClientKind::Track => matches!(method, "batch" | "entity"),
        _ => false,
    }
}

/// The read of the message that is logged, if nothing else of the error is used but its status, and the end of the
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
