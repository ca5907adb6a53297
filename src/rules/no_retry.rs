//! `no-retry`: a message that goes out once or never, with a version that repeats nothing.

use super::judge::promises::name;
use super::judge::repairs::suggested;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::{Call, Promise};
use crate::sdk::Class;
use crate::sdk::transport::RETRY;

pub const META: RuleMeta = RuleMeta {
    id: "no-retry",
    summary: "A message is sent without anything that tries again, with a version that does not do so by itself",
    category: "errors",
    preset: Preset::Strict,
    severity: Severity::Hint,
    fix: FixAvailability::Sometimes,
    versions: "up to 4.5.1",
    options: &[],
    docs: r#"Up to 4.5.1 the SDK sends each request once. When the API answers 429 or 5xx, or the connection breaks, the message of a
`send…` or of `triggerBroadcast` is lost, unless somebody tries again. Since 5.0 the clients do so by themselves
([README](https://github.com/customerio/customerio-node#readme)).

A hint, and only where the installed version is known to be older. Silent where a loop, a helper or a package tries again,
and where the call is part of a job or a step of something else, which may.

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

Lets a function `withPatience` make the call, which tries again after the pause that the API asks for, and puts it at the end
of the file. Suggested: an update of the SDK is better where it can be made. It only tries again after 429. After a failure of
the server the message may have gone out all the same, and no key of idempotency keeps it from going out twice.

### References

- [customerio-node: retries](https://github.com/customerio/customerio-node#readme)
- [customerio-node: changelog](https://github.com/customerio/customerio-node/blob/main/CHANGELOG.md)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    if RETRY.at(cx.model.version()) != Some(None) || cx.model.is_mocked() {
        return;
    }
    for (at, call) in cx.model.sdk_calls().iter().enumerate() {
        let again = cx.model.retried().iter().any(|retried| retried.call == at);
        if again || !sends(call) || !stands_alone(call) || throws_at_once(call) {
            continue;
        }
        let repair = cx.model.repeated(call, cx.model.has_types());
        let draft = report
            .at(call.callee, Severity::Hint, format!("when this request fails, {} is not sent again: neither this version of the SDK nor this function does it", what(call)))
            .help("Update to customerio-node 5.0 or newer, which tries again by itself, or try again where the status is 429 or 5xx or the connection broke.");
        suggested(draft, repair);
    }
}

fn sends(call: &Call) -> bool {
    let method = call.method.as_deref().and_then(|method| Class::of(call.client).method(method));
    call.through.is_none() && method.is_some_and(|method| method.sends())
}

/// Whether nothing is sent at all: `broadcast-missing-arguments` says why.
fn throws_at_once(call: &Call) -> bool {
    call.method.as_deref() == Some("triggerBroadcast") && call.closed && call.arguments.len() < 3
}

/// Whether the call is made right here, and waited for: what runs in a job, a step or a callback may be run again.
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
