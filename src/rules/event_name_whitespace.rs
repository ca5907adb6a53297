//! `event-name-whitespace`: invisible whitespace in the name of an event.

use super::helpers::event_names::{has_stray_blanks, without_stray_blanks};
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};

pub const META: RuleMeta = RuleMeta {
    id: "event-name-whitespace",
    summary: "Event name that is empty, or has leading, trailing or repeated whitespace",
    category: "naming",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
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

Removes whitespace from the ends, as Customer.io does anyway; for anonymous events not every workspace does, so there it is
suggested. Collapsing whitespace inside the name gives a different event, so it is suggested too.

### References

- [Track API](https://docs.customer.io/api/track/)
"#,
};

const AROUND: (&str, &str) =
    ("event name has whitespace around it", "Customer.io trims the name, so another one arrives than the code says");

/// No documentation says that the Pipelines API trims names.
const KEPT: (&str, &str) =
    ("event name has whitespace around it", "a campaign that waits for the name without it may never see the event");

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    if ctx.model.file().is_mocked() {
        return;
    }
    for event in ctx.model.events().names() {
        let name = event.name.as_str();
        if name.trim().is_empty() {
            if event.method != "track" || ctx.model.below(1, 0, 0) {
                report
                    .at(event.at, Severity::Warning, "event name is empty")
                    .why("Customer.io rejects an event without a name")
                    .help("Name the event after what happened.")
                    .related_at(event.origin.clone(), "the name is written here");
            }
            continue;
        }
        if !has_stray_blanks(name) {
            continue;
        }
        let better = without_stray_blanks(name);
        let ((what, why), applicability) = if name.trim() != better {
            let inside = (
                "event name has repeated whitespace inside",
                "Customer.io keeps it, so this is a different event from the one it looks like",
            );
            (inside, Applicability::Suggested)
        } else if event.client.is_pipelines() {
            (KEPT, Applicability::Suggested)
        } else if event.method == "trackAnonymous" {
            // Older workspaces trim only the events of people.
            (AROUND, Applicability::Suggested)
        } else {
            (AROUND, Applicability::Safe)
        };
        let draft = report
            .at(event.at, Severity::Warning, what)
            .why(why)
            .help(format!("Change it to `{better}`."))
            .related_at(event.origin.clone(), "the name is written here");
        // A name that another file writes is that file's to change.
        if let Some((None, edit)) = event.rename(&better) {
            draft.fix(format!("Change to `{better}`"), applicability, || [edit]);
        }
    }
}
