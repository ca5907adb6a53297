//! `rate-limit-unhandled`: as many requests at once as there are elements.

use super::judge::promises::name;
use super::judge::repairs::suggested;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::{Call, LoopAround, Model, Promise};
use crate::sdk::{Class, ClientKind, Has, limits, transport::RETRY};

pub const META: RuleMeta = RuleMeta {
    id: "rate-limit-unhandled",
    summary: "As many requests are sent at once as there are elements, and nothing keeps to the limit",
    category: "errors",
    preset: Preset::Strict,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    docs: r#"`Promise.all(users.map(…))` sends all its requests at once. The App API allows 10 requests per second, and 100
per second for transactional messages; a broadcast can be triggered once every 10 seconds, and the Track API asks for at
most 1000 requests per second
([API limits](https://docs.customer.io/integrations/api/)). Above that the API responds with 429. Up to 4.5.1 each such request
fails; since 5.0 the SDK tries again up to three times with short pauses, which with many requests only puts the failure off.

Reported are calls in the callback of a `map` whose requests run side by side. Informational for the Track API since 5.0,
whose limit is high; nothing is said of it where the installed version is not known.
Silent for a few elements that are written out, for a list that is cut off at a number within the limit
(`queue.splice(0, 10)`, `users.slice(0, 10)`, `take(users, 10)`, `findMany({ take: 10 })`), in a loop around it that works off
batches, where the callback gives the call to something else (`limit(() => …)`), pauses or acquires something before it, or where the
status 429 is dealt with.

How many elements there are is rarely written in the code: the owners of one account are few, all users are many. That is
why the default preset leaves the rule out.

### Invalid

```ts
import { APIClient, SendEmailRequest } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function remind(addresses: string[]) {
  await Promise.all(
    addresses.map((to) =>
      api.sendEmail(new SendEmailRequest({ transactional_message_id: "reminder", to, identifiers: { email: to } })),
    ),
  );
}
```

### Valid

```ts
import pLimit from "p-limit";
import { APIClient, SendEmailRequest } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
const limit = pLimit(2);

export async function remind(addresses: string[]) {
  await Promise.all(
    addresses.map((to) =>
      limit(() =>
        api.sendEmail(new SendEmailRequest({ transactional_message_id: "reminder", to, identifiers: { email: to } })),
      ),
    ),
  );
}
```

### Fix

Sends the events of a loop in one `batch` (Track client, since 5.0) where that is possible. Elsewhere works off a few elements
at a time, with a second between: as many as the API allows in a second, and a tenth of that for the Track API. Suggested. None
where the `Promise.all` is no awaited statement of its own.

### References

- [Customer.io: API reference](https://docs.customer.io/integrations/api/)
- [customerio-node: retries](https://github.com/customerio/customerio-node#readme)
"#,
};

/// Returns how many requests at once fit into the limit of a call's endpoint, that of broadcasts aside.
fn few(call: &Call) -> usize {
    match call.is_transactional() {
        true => limits::TRANSACTIONAL_RATE.requests as usize,
        false => limits::APP_RATE.requests as usize,
    }
}

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    for (at, call) in cx.model.sdk_calls().iter().enumerate() {
        // Of broadcasts `broadcast-in-loop` tells more.
        let is_broadcast = call.method.as_deref() == Some("triggerBroadcast");
        if is_broadcast
            || call.client == ClientKind::Pipelines
            || cx.model.is_mocked()
            || !is_unlimited(cx.model, at, call)
        {
            continue;
        }
        let repeats = RETRY.at(cx.model.version());
        // The Track API takes many, and what becomes of too many depends on the version.
        if call.client != ClientKind::App && repeats.is_none() {
            continue;
        }
        let severity = match (call.client, repeats) {
            (ClientKind::App, _) | (_, Some(None)) => Severity::Warning,
            _ => Severity::Info,
        };
        let batches = Class::of(call.client).has_method("batch", cx.model.version()) == Has::Yes;
        let help = match (call.client, batches) {
            (ClientKind::App, _) => {
                "Send them through a limiter (`p-limit`, Bottleneck), or in batches with a pause between."
            }
            (_, true) => "Send them with `batch`, in batches with a pause between, or through a limiter.",
            _ => "Send them in batches with a pause between, or through a limiter (`p-limit`, Bottleneck).",
        };
        let repair = cx.model.in_one_batch(call, cx.model.has_types()).or_else(|| cx.model.few_at_a_time(call));
        suggested(report.at(call.callee, severity, message(call, repeats)).help(help), repair);
    }
}

fn message(call: &Call, repeats: Option<Option<crate::sdk::transport::Retry>>) -> String {
    let rate = match call.client {
        ClientKind::App if call.is_transactional() => {
            format!("the App API allows {} transactional messages per second", limits::TRANSACTIONAL_RATE.requests)
        }
        ClientKind::App => format!("the App API allows {} requests per second", limits::APP_RATE.requests),
        _ => format!("the Track API asks for at most {} requests per second", limits::TRACK_RATE.requests),
    };
    let effect = match repeats {
        Some(None) => "; requests above that fail with 429".to_owned(),
        Some(Some(own)) => format!("; requests above that fail with 429 after {} short retries", own.most),
        None => ", and responds with 429 above that".to_owned(),
    };
    format!("{} is called for all elements at once, and {rate}{effect}", name(call))
}

fn is_unlimited(model: &Model<'_>, at: usize, call: &Call) -> bool {
    let [only] = call.around.loops.as_slice() else { return false };
    // One that nobody waits for is left to those rules that say so.
    let side_by_side = call.promise == Promise::Awaited && matches!(only.method.as_deref(), Some("map" | "flatMap"));
    side_by_side && !is_small(model, only, few(call)) && !is_paced(model, only) && !is_handled(model, at)
}

/// Whether few elements are walked through: written out, cut off at a number that fits, or one batch of them.
fn is_small(model: &Model<'_>, around: &LoopAround, few: usize) -> bool {
    if let Some(most) = around.count.or(around.at_most) {
        return most <= few;
    }
    let over = around.over.map(|over| model.text(over).to_lowercase()).unwrap_or_default();
    ["batch", "chunk", "page", "slice", "splice"].iter().any(|word| over.contains(word))
}

/// Whether the callback waits for its turn.
fn is_paced(model: &Model<'_>, around: &LoopAround) -> bool {
    const PACES: &[&str] = &[
        "acquire",
        "delay",
        "limit",
        "pause",
        "ratelimit",
        "removetokens",
        "schedule",
        "sleep",
        "settimeout",
        "throttle",
        "wait",
    ];
    model.calls_named(around.body, PACES)
}

/// Whether somebody looks at the status of its errors, or sends it again.
fn is_handled(model: &Model<'_>, at: usize) -> bool {
    let looks = model.error_handlers().iter().any(|handler| handler.calls.contains(&at) && handler.looks_at_status());
    looks || model.retried().iter().any(|retried| retried.call == at)
}
