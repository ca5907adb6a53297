//! `no-retry`: a message that is not retried, with a version of the SDK that does not retry.

use super::helpers::promises::name;
use super::helpers::repairs::suggested;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::{Call, Promise};
use crate::rewrite;
use crate::sdk::ClientClass;
use crate::sdk::transport::RETRY;

pub const META: RuleMeta = RuleMeta {
    id: "no-retry",
    summary: "A failed send is never retried: neither by this version of the SDK nor by the code",
    category: "errors",
    preset: Preset::Strict,
    severity: Severity::Hint,
    fix: FixAvailability::Sometimes,
    versions: "up to 4.5.1",
    options: &[],
    yields_to: &[],
    docs: r#"Up to 4.5.1 the SDK sends each request once. If the API responds with 429 or 5xx, or the connection breaks, the message of
a `send…` method or of `triggerBroadcast` is lost unless your code retries. Since 5.0 the clients retry
([README](https://github.com/customerio/customerio-node#readme)).

The finding is a hint, and only if the installed version is known to be older. Nothing is reported if a loop, a helper or
a package retries, or if the call is part of a job or a step, which may be run again.

### Invalid

```ts
// customerio-node 4.5.1
import { APIClient, SendEmailRequest } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function receipt(to: string) {
  await api.sendEmail(new SendEmailRequest({ transactional_message_id: "receipt", to, identifiers: { email: to } }));
}
```

### Valid

```ts
// customerio-node 5.2.0
import { APIClient, SendEmailRequest } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function receipt(to: string) {
  await api.sendEmail(new SendEmailRequest({ transactional_message_id: "receipt", to, identifiers: { email: to } }));
}
```

### Fix

Wraps the call in a function `withPatience`, added at the end of the file, which retries after the delay that the API asks
for. Only suggested: upgrading the SDK is better where possible. It retries after 429 only. After a server error the
message may have been sent anyway, and there is no idempotency key that would prevent a second one.

### References

- [customerio-node: retries](https://github.com/customerio/customerio-node#readme)
- [customerio-node: changelog](https://github.com/customerio/customerio-node/blob/main/CHANGELOG.md)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    if RETRY.at(ctx.model.version()) != Some(None) || ctx.model.file().is_mocked() {
        return;
    }
    for (at, call) in ctx.model.calls().of_sdk().iter().enumerate() {
        let again = ctx.model.retries().of_sdk().iter().any(|retried| retried.call == at);
        if again || !sends(call) || !stands_alone(call) || throws_at_once(call) {
            continue;
        }
        let draft = report
            .at(call.callee, Severity::Hint, format!("{} is not retried when this request fails", what(call)))
            .why("this version of the SDK does not retry, and neither does this function")
            .help(
                "Upgrade to customerio-node 5.0 or newer, which retries, or retry on 429, 5xx and connection errors.",
            );
        suggested(draft, || rewrite::repeated(ctx.model, call, ctx.model.file().has_types()));
    }
}

fn sends(call: &Call) -> bool {
    let method = call.method.as_deref().and_then(|method| ClientClass::of(call.client).method(method));
    call.through.is_none() && method.is_some_and(|method| method.sends())
}

/// Returns whether nothing is sent at all, which `broadcast-missing-arguments` reports.
fn throws_at_once(call: &Call) -> bool {
    call.method.as_deref() == Some("triggerBroadcast") && call.closed && call.arguments.len() < 3
}

/// Returns whether the call is awaited right here. A job, a step or a callback may be run again.
fn stands_alone(call: &Call) -> bool {
    const JOBS: &[&str] = &["consume", "handle", "job", "perform", "process", "run", "work"];
    let Some(function) = &call.around.function else { return false };
    let name = function.name.as_deref().unwrap_or_default().to_lowercase();
    call.promise == Promise::Awaited && function.callback.is_none() && !JOBS.iter().any(|job| name.contains(job))
}

fn what(call: &Call) -> String {
    match call.method.as_deref() {
        Some("triggerBroadcast") => "the broadcast".to_owned(),
        Some(method) if method.starts_with("send") => "the message".to_owned(),
        _ => name(call),
    }
}
