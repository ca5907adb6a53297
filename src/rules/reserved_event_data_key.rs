//! `reserved-event-data-key`: a key of an event that changes who gets a message.

use super::judge::payloads;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::About;
use crate::sdk::events::OVERRIDING_DATA_KEYS;

pub const META: RuleMeta = RuleMeta {
    id: "reserved-event-data-key",
    summary: "A key in an event's data overrides what the campaign is set to send",
    category: "data",
    preset: Preset::Strict,
    severity: Severity::Info,
    fix: FixAvailability::None,
    versions: "all",
    options: &[],
    docs: r#"In the `data` of an event, `recipient`, `from_address` and `reply_to` mean something: a message that the event triggers goes to that
recipient, from that address, whatever the campaign says ([Track API](https://docs.customer.io/api/track/)). That is rarely known to
whoever sends the recipient of a gift along.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.track("42", { name: "gift_sent", data: { recipient: "bob@example.com" } });
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.track("42", { name: "gift_sent", data: { gift_for: "bob@example.com" } });
```

### Fix

None: if it is meant, say so with a comment that disables the rule there; else only you know another name.

### References

- [Track API](https://docs.customer.io/api/track/)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    for (_, field, at) in payloads::entries(cx.model, &[About::Event]) {
        let key = field.key.as_str();
        if OVERRIDING_DATA_KEYS.contains(&key) {
            let what = match key {
                "recipient" => "messages that this event triggers go to it instead of the person",
                "from_address" => "messages that this event triggers come from it",
                _ => "answers to messages that this event triggers go to it",
            };
            report
                .at(at, Severity::Info, format!("`{key}` means something in an event's `data`: {what}"))
                .help("If that is not meant, choose another name.");
        }
    }
}
