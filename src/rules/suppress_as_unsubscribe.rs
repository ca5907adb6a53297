//! `suppress-as-unsubscribe`: a person who is deleted for unsubscribing.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Call, words};
use crate::sdk::ClientClass;
use crate::text::TextEdit;

pub const META: RuleMeta = RuleMeta {
    id: "suppress-as-unsubscribe",
    summary: "`suppress` or `destroy` is called where someone unsubscribes or a message bounces",
    category: "identity",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"`suppress` deletes the profile with all its data, and a later `identify` cannot create it again
([customerio-node](https://github.com/customerio/customerio-node#ciosuppressid)); `destroy` deletes the profile. Both are for
people who ask to be forgotten. Someone who unsubscribes, complains about a message or has a full mailbox is still a
customer: the attribute `unsubscribed` stops messages and keeps everything else.

The rule reports calls in a function whose name is about unsubscribing, opting out, complaints or bounces, and calls that
only run for such an event: in `on("email_bounced", …)`, under `case "email_bounced":`, in the branch of
`if (event.metric === "bounced")`. Names about deleting or forgetting are ignored.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export async function handleUnsubscribe(id: string) {
  await cio.suppress(id);
}
```

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export async function receive(event: { metric: string; data: { customer_id: string } }) {
  if (event.metric === "bounced") {
    await cio.suppress(event.data.customer_id);
  }
}
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export async function handleUnsubscribe(id: string) {
  await cio.identify(id, { unsubscribed: true });
}
```

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export async function forgetUser(id: string) {
  await cio.suppress(id);
}
```

### Fix

Calls `identify` with `unsubscribed: true` instead, if the call is written out. Only suggested.

### References

- [customerio-node: `suppress`](https://github.com/customerio/customerio-node#ciosuppressid)
- [Customer.io: unsubscribes](https://docs.customer.io/journeys/unsubscribes/)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    if ctx.model.file().is_mocked() {
        return;
    }
    for call in ctx.model.calls().every() {
        let method = call.method.as_deref().filter(|method| matches!(*method, "destroy" | "suppress"));
        let Some(method) = method else { continue };
        if ClientClass::of(call.client) != ClientClass::Track {
            continue;
        }
        let function = call.around.function.as_ref().and_then(|function| function.name.as_deref());
        if function.is_some_and(speaks_of_deleting) {
            continue;
        }
        let reason = match function.filter(|name| speaks_of_leaving(name)) {
            Some(name) => name.to_owned(),
            None => {
                let reasons = ctx.model.calls().reasons(call);
                if reasons.iter().any(|reason| speaks_of_deleting(reason)) {
                    continue;
                }
                let Some(reason) = reasons.into_iter().find(|reason| speaks_of_leaving(reason)) else { continue };
                reason.to_string()
            }
        };
        let effect = match method {
            "suppress" => "deletes the person permanently and blocks the identifier",
            _ => "deletes the person with all attributes and events",
        };
        report
            .at(call.callee, Severity::Warning, format!("on `{reason}`, `{method}` {effect}"))
            .why("someone who unsubscribes or whose message bounces is still a customer")
            .help("Set the attribute instead: `identify(id, { unsubscribed: true })`.")
            .fix("Change to `identify` with `unsubscribed: true`", Applicability::Suggested, || {
                instead(ctx, call, method)
            });
    }
}

fn has(name: &str, all: &[&str]) -> bool {
    spoken(name).iter().any(|word| all.contains(&word.as_str()))
}

/// The words of a name, or of a string such as `customer.unsubscribed`.
fn spoken(name: &str) -> std::rc::Rc<[String]> {
    words(&name.replace(['.', ':', '/'], "_"))
}

fn speaks_of_leaving(name: &str) -> bool {
    const LEAVES: &[&str] = &[
        "bounce",
        "bounced",
        "bounces",
        "complained",
        "complaint",
        "optout",
        "spammed",
        "unsub",
        "unsubscribe",
        "unsubscribed",
        "unsubscribes",
    ];
    let out = |pair: &[String]| matches!(pair[0].as_str(), "opt" | "opted") && pair[1] == "out";
    (has(name, LEAVES) || spoken(name).windows(2).any(out)) && !speaks_of_deleting(name)
}

fn speaks_of_deleting(name: &str) -> bool {
    has(name, &["delete", "deleted", "erase", "erasure", "forget", "gdpr", "remove", "suppress"])
}

fn instead(ctx: &Context<'_>, call: &Call, method: &str) -> Vec<TextEdit> {
    let only =
        if call.arguments.len() == 1 && call.closed && call.through.is_none() { call.arguments.first() } else { None };
    let Some(end) = only.and_then(|id| id.range).map(|id| id.end()) else { return Vec::new() };
    if ctx.model.text(call.name) != method {
        return Vec::new();
    }
    vec![TextEdit::replace(call.name, "identify"), TextEdit::insert(end, ", { unsubscribed: true }")]
}
