//! `event-name-length`: an event name that is longer than the API accepts.

use super::helpers::limits::{excess, message};
use super::{Context, FixAvailability, Preset, Report, RuleMeta, covers};
use crate::finding::Severity;
use crate::sdk::limits::EVENT_NAME;

pub const META: RuleMeta = RuleMeta {
    id: "event-name-length",
    summary: "Event name longer than 100 bytes",
    category: "data",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::None,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"An event name can have at most 100 bytes ([Track API](https://docs.customer.io/api/track/)). Letters outside ASCII take several. The
rule checks names that are known, wherever they are written.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.track("42", {
  name: "a_name_that_tells_the_whole_story_of_what_the_customer_did_on_the_page_with_the_prices_before_the_trial_ended",
});
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.track("42", { name: "prices_viewed_before_trial_ended" });
```

### Fix

None: only you know a shorter name. Details belong in `data`.

### References

- [Track API](https://docs.customer.io/api/track/)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    if ctx.model.file().is_mocked() {
        return;
    }
    for event in ctx.model.events().names().iter().filter(|event| covers(META.id, event.client)) {
        // Customer.io trims the name before it measures it.
        if let Some(length) = excess(event.name.trim(), EVENT_NAME) {
            report
                .at(event.at, Severity::Warning, message(length, EVENT_NAME))
                .help("Use a shorter name, and put the details into `data`.")
                .related_at(event.origin.clone(), "the name is written here");
        }
    }
}
