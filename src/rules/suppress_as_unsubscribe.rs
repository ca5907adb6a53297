//! `suppress-as-unsubscribe`: a person who is deleted for good for leaving a newsletter.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Call, words};
use crate::sdk::Class;
use crate::text::TextEdit;

pub const META: RuleMeta = RuleMeta {
    id: "suppress-as-unsubscribe",
    summary: "`suppress` is called where somebody unsubscribes or a message bounces",
    category: "identity",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    docs: r#"`suppress` deletes the profile with all that is known of the person, and no later `identify` brings them back
([customerio-node](https://github.com/customerio/customerio-node#ciosuppressid)). It is for people who want to be forgotten. Who
unsubscribes, or has a full mailbox, still is a customer: the attribute `unsubscribed` keeps messages away and leaves the rest.

Reported is a call in a function whose name speaks of unsubscribing, opting out or bouncing, and not of deleting.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export async function handleUnsubscribe(id: string) {
  await cio.suppress(id);
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

Suggests `identify` with `unsubscribed: true` instead, where the call is written in place.

### References

- [customerio-node: `suppress`](https://github.com/customerio/customerio-node#ciosuppressid)
- [Customer.io: unsubscribes](https://docs.customer.io/journeys/unsubscribes/)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    for call in cx.model.sdk_calls() {
        let is_it = Class::of(call.client) == Class::Track && call.method.as_deref() == Some("suppress");
        let function = call.around.function.as_ref().and_then(|function| function.name.as_deref());
        let Some(function) = function.filter(|name| is_it && !cx.model.is_mocked() && speaks_of_leaving(name)) else {
            continue;
        };
        let message = format!(
            "`{function}` deletes the person for good by `suppress`: who leaves a list or bounces still is a customer"
        );
        report
            .at(call.callee, Severity::Warning, message)
            .help("Set the attribute: `identify(id, { unsubscribed: true })`.")
            .fix("Set `unsubscribed` instead", Applicability::Suggested, instead(cx, call));
    }
}

fn speaks_of_leaving(name: &str) -> bool {
    let words = words(name);
    let has = |all: &[&str]| words.iter().any(|word| all.contains(&word.as_str()));
    let leaves =
        has(&["unsubscribe", "unsubscribed", "unsubscribes", "unsub", "optout", "bounce", "bounced", "bounces"])
            || words.windows(2).any(|pair| matches!(pair[0].as_str(), "opt" | "opted") && pair[1] == "out");
    leaves && !has(&["delete", "deleted", "erase", "erasure", "forget", "gdpr", "remove", "suppress"])
}

fn instead(cx: &Context<'_>, call: &Call) -> Vec<TextEdit> {
    let only = call.arguments.first().filter(|_| call.arguments.len() == 1 && call.closed && call.through.is_none());
    let Some(end) = only.and_then(|id| id.range).map(|id| id.end()) else { return Vec::new() };
    if cx.model.text(call.name) != "suppress" {
        return Vec::new();
    }
    vec![TextEdit::replace(call.name, "identify"), TextEdit::insert(end, ", { unsubscribed: true }")]
}
