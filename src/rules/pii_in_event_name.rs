//! `pii-in-event-name`: personal data in the name of an event.

use super::helpers::composed::{Varying, is_personal, moved, names};
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};

pub const META: RuleMeta = RuleMeta {
    id: "pii-in-event-name",
    summary: "An event name contains personal data",
    category: "naming",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"Event names are visible to everyone who works in the workspace, in lists of events, campaigns and exports. A name with
an address or a person's name in it also creates a different event for each person, which no campaign waits for
([Customer.io: events](https://docs.customer.io/journeys/events/)). Customer.io already knows whose event it is; put
anything else into `data`.

The rule checks the names of the values inserted into the event's name: `email`, `phone`, `firstName`, `user.name` and
similar ones.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export async function invited(id: string, friend: { email: string }) {
  await cio.track(id, { name: `invited_${friend.email}` });
}
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export async function invited(id: string, friend: { email: string }) {
  await cio.track(id, { name: "invited", data: { email: friend.email } });
}
```

### Fix

Moves the value from the name into `data`, if it is a single part at an end of a name written in the call. Only suggested:
the event gets another name, and you may not want to send the value at all.

### References

- [Track API](https://docs.customer.io/api/track/)
- [Customer.io: events](https://docs.customer.io/journeys/events/)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    for (name, varying) in names(ctx.model) {
        // A variable `displayName` may be the label of the event.
        let is_label = |it: &Varying| name.whole.is_some() && it.words.starts_with(&["display".to_owned()]);
        let Some(part) = varying.iter().find(|it| is_personal(it) && !is_label(it)) else { continue };
        let part = part.at.map(|at| format!("`{}`", ctx.model.text(at)));
        let part = part.as_deref().unwrap_or("a value");
        report
            .at(name.at, Severity::Warning, format!("{part} puts personal data into the event's name"))
            .why("event names are visible to everyone in the workspace, and each person creates a different event")
            .help("Name the event after what happened; Customer.io already knows whose event it is.")
            .related_at(name.origin.clone(), "the name is built here")
            .fix("Move the value into `data`", Applicability::Suggested, || moved(ctx.model, name).unwrap_or_default());
    }
}
