//! `rate-limit-unhandled`: one concurrent request per element, without a limit.

use super::helpers::promises::name;
use super::helpers::repairs::suggested;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::{Call, LoopAround, Model, Promise};
use crate::rewrite;
use crate::sdk::{ClientClass, ClientKind, Door, Has, limits, transport::RETRY};

pub const META: RuleMeta = RuleMeta {
    id: "rate-limit-unhandled",
    summary: "Requests are sent for all elements at once, ignoring the rate limit",
    category: "errors",
    preset: Preset::Strict,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"`Promise.all(users.map(…))` sends all its requests at once. The App API allows 10 requests per second, and 100
per second for transactional messages; a broadcast can be triggered once every 10 seconds, and the Track API asks for at
most 1000 requests per second
([API limits](https://docs.customer.io/integrations/api/)). Above that the API responds with 429. Up to 4.5.1 each such
request fails; since 5.0 the SDK retries up to three times with short delays, which with many requests only postpones the
failure.

The rule reports calls in the callback of a `map` whose requests run concurrently. For the Track API, whose limit is high,
the finding is an info since 5.0, and nothing is reported if the installed version is not known. Nothing is reported for a
few literal elements, for a list cut off at a number within the limit (`queue.splice(0, 10)`, `users.slice(0, 10)`,
`take(users, 10)`, `findMany({ take: 10 })`), in a loop over batches, if the callback passes the call to something else
(`limit(() => …)`) or waits or acquires something first, or if the status 429 is handled. Of requests without the SDK, the
rule reports those that `fetch` and axios send, and of libraries that retry by themselves, such as ky and got, those that
`retry` or their verb keeps from that.

The number of elements is rarely visible in the code: an account has few owners, but there are many users. That is why the
rule is not in the default preset.

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

Sends the events of a loop in one `batch` (Track client, since 5.0) where possible. Otherwise processes a few elements at a
time, with a second in between: as many as the API allows per second, and a tenth of that for the Track API. Only
suggested. No fix if the `Promise.all` is not an awaited statement of its own.

### References

- [Customer.io: API reference](https://docs.customer.io/integrations/api/)
- [customerio-node: retries](https://github.com/customerio/customerio-node#readme)
"#,
};

/// The number of concurrent requests within the limit of a call's endpoint, except for broadcasts.
fn few(call: &Call) -> usize {
    if call.is_transactional() {
        limits::TRANSACTIONAL_RATE.requests as usize
    } else {
        limits::APP_RATE.requests as usize
    }
}

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    for (at, call) in ctx.model.calls().every().iter().enumerate() {
        // `broadcast-in-loop` says more about broadcasts.
        let is_broadcast = call.method.as_deref() == Some("triggerBroadcast");
        if is_broadcast
            || call.client == ClientKind::Pipelines
            || ctx.model.file().is_mocked()
            || !is_unlimited(ctx.model, at, call)
        {
            continue;
        }
        let repeats = match call.door {
            Door::Sdk => RETRY.at(ctx.model.version()),
            _ if ctx.model.http().is_sent_once(call) => Some(None),
            _ => continue,
        };
        // The Track API accepts many, and the effect of too many depends on the version.
        if call.client != ClientKind::App && repeats.is_none() {
            continue;
        }
        let severity = match (call.client, repeats) {
            (ClientKind::App, _) | (_, Some(None)) => Severity::Warning,
            _ => Severity::Info,
        };
        let batches = ClientClass::of(call.client).has_method("batch", ctx.model.version()) == Has::Yes;
        let help = match (call.client, batches) {
            (ClientKind::App, _) => "Use a limiter (`p-limit`, Bottleneck), or send batches with a delay in between.",
            (_, true) => "Use `batch`, a limiter (`p-limit`, Bottleneck), or batches with a delay in between.",
            _ => "Use a limiter (`p-limit`, Bottleneck), or send batches with a delay in between.",
        };
        let repair = || match call.door {
            Door::Sdk => rewrite::in_one_batch(ctx.model, call, ctx.model.file().has_types())
                .or_else(|| rewrite::few_at_a_time(ctx.model, call)),
            _ => None,
        };
        let what = match call.door {
            Door::Sdk => format!("{} is called for all elements at once", name(call)),
            _ => format!("{} is sent for all elements at once", name(call)),
        };
        suggested(report.at(call.callee, severity, what).why(why(call, repeats)).help(help), repair);
    }
}

/// The consequence: the rate limit, and the effect of exceeding it.
fn why(call: &Call, repeats: Option<Option<crate::sdk::transport::Retry>>) -> String {
    let rate = match call.client {
        ClientKind::App if call.is_transactional() => {
            format!("the App API allows {} transactional messages per second", limits::TRANSACTIONAL_RATE.requests)
        }
        ClientKind::App => format!("the App API allows {} requests per second", limits::APP_RATE.requests),
        _ => format!("the Track API asks for at most {} requests per second", limits::TRACK_RATE.requests),
    };
    let effect = match repeats {
        Some(None) => "further requests fail with 429".to_owned(),
        Some(Some(own)) => format!("further requests fail with 429 after {} short retries", own.most),
        None => "it responds to further requests with 429".to_owned(),
    };
    format!("{rate}; {effect}")
}

fn is_unlimited(model: &Model<'_>, at: usize, call: &Call) -> bool {
    let [only] = call.around.loops.as_slice() else { return false };
    // A call that is not awaited is left to other rules.
    let side_by_side = call.promise == Promise::Awaited && only.gives_results();
    side_by_side && !is_small(model, only, few(call)) && !is_paced(model, only) && !is_handled(model, at)
}

/// Returns whether there are few elements: literal ones, a list cut off at a small number, or one batch.
fn is_small(model: &Model<'_>, around: &LoopAround, few: usize) -> bool {
    if let Some(most) = around.count.or(around.at_most) {
        return most <= few;
    }
    let over = around.over.map(|over| model.text(over).to_lowercase()).unwrap_or_default();
    ["batch", "chunk", "page", "slice", "splice"].iter().any(|word| over.contains(word))
}

/// Returns whether the callback waits for its turn.
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
    model.file().calls_named(around.body, PACES)
}

/// Returns whether the status of its errors is checked, or the call is retried.
fn is_handled(model: &Model<'_>, at: usize) -> bool {
    let looks =
        model.errors().handlers().iter().any(|handler| handler.calls.contains(&at) && handler.looks_at_status());
    let looks_at_response = |call: &Call| {
        let around = call.around.loops.first().map_or(call.range, |around| around.body);
        call.door != Door::Sdk && model.text(around).contains("429")
    };
    looks
        || model.calls().every().get(at).is_some_and(looks_at_response)
        || model.retries().of_sdk().iter().any(|retried| retried.call == at)
}
