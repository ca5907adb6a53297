//! `event-name-whitespace`: blanks in the name of an event that nobody sees.

use super::judge::event_names::{has_stray_blanks, without_stray_blanks};
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};

pub const META: RuleMeta = RuleMeta {
    id: "event-name-whitespace",
    summary: "An event name is empty, or has blanks around it or doubled inside",
    category: "naming",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    docs: r#"Customer.io trims whitespace from both ends of an event's name ([Track API](https://docs.customer.io/api/track/)), for anonymous
events only in workspaces created since September 21, 2021: the name that arrives is not the one in the code, and a search for one
does not find the other. Whitespace inside stays: `order  placed` with two spaces is a different event from `order placed`, and
the difference is hard to see. A name of nothing but whitespace is empty.

An empty name in `track` is left to `track-missing-name`: it throws.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.track("42", { name: "signed_up " });
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.track("42", { name: "signed_up" });
```

### Fix

Takes the blanks from the ends, as Customer.io does anyhow; for anonymous events not every workspace does, so it is
suggested. Making one blank of several gives another event, so it is only
suggested.

### References

- [Track API](https://docs.customer.io/api/track/)
"#,
};

const AROUND: &str = "blanks around the event's name do not arrive: Customer.io takes them away";

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    if cx.model.is_mocked() {
        return;
    }
    for event in cx.model.event_names() {
        let name = event.name.as_str();
        if name.trim().is_empty() {
            if event.method != "track" || cx.model.below(1, 0, 0) {
                report
                    .at(
                        event.at,
                        Severity::Warning,
                        "the event's name is empty: Customer.io takes no event without one",
                    )
                    .help("Give the event a name.")
                    .related_at(event.origin.clone(), "the name is written here");
            }
            continue;
        }
        if !has_stray_blanks(name) {
            continue;
        }
        let better = without_stray_blanks(name);
        let (message, applicability) = match name.trim() == better {
            // Older workspaces take them away in events of people alone.
            true if event.method == "trackAnonymous" => (AROUND, Applicability::Suggested),
            true => (AROUND, Applicability::Safe),
            false => (
                "a doubled blank in the event's name makes it another event than the one it looks like",
                Applicability::Suggested,
            ),
        };
        let draft = report
            .at(event.at, Severity::Warning, message)
            .help(format!("Write `{better}`."))
            .related_at(event.origin.clone(), "the name is written here");
        // A name that another file writes is that file's to change.
        if let Some((None, edit)) = event.rename(&better) {
            draft.fix(format!("Write `{better}`"), applicability, vec![edit]);
        }
    }
}
