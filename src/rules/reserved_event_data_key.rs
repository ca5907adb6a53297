//! `reserved-event-data-key`: a key of an event that changes the recipient or sender of a message.

use super::helpers::payloads;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::PayloadOf;
use crate::sdk::events::OVERRIDING_DATA_KEYS;

pub const META: RuleMeta = RuleMeta {
    id: "reserved-event-data-key",
    summary: "A key in an event's data overrides a setting of the campaign",
    category: "data",
    preset: Preset::Strict,
    severity: Severity::Info,
    fix: FixAvailability::None,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"`recipient`, `from_address` and `reply_to` are special in the `data` of an event: a message that the event triggers goes to
that recipient or comes from that address, overriding the campaign's settings
([Track API](https://docs.customer.io/api/track/)). That is easy to miss when `recipient` is, say, the recipient of a gift.

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

None: choose another name. If the override is intended, suppress the finding with a comment.

### References

- [Track API](https://docs.customer.io/api/track/)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    for (_, field, at) in payloads::entries(ctx.model, META.id, &[PayloadOf::Event]) {
        let key = field.key.as_str();
        if OVERRIDING_DATA_KEYS.contains(&key) {
            let why = match key {
                "recipient" => "messages that this event triggers go to this address instead of the person",
                "from_address" => "messages that this event triggers come from this address",
                _ => "replies to messages that this event triggers go to this address",
            };
            report
                .at(at, Severity::Info, format!("`{key}` is a reserved key in an event's `data`"))
                .why(why)
                .help("Rename the key, unless that is intended.");
        }
    }
}
