//! `pii-in-event-name`: a person in the name of an event.

use super::judge::composed::{Varying, is_personal, moved, names};
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};

pub const META: RuleMeta = RuleMeta {
    id: "pii-in-event-name",
    summary: "An event name holds what tells who somebody is",
    category: "naming",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    docs: r#"The names of events are shown to everybody who works in the workspace, in lists of events, campaigns and
exports. With an address or a person's name in it, each person also makes another event, which no campaign
waits for ([Customer.io: events](https://docs.customer.io/journeys/events/)). Customer.io knows the person already; what else is
needed belongs into `data`.

Judged are the names of what is put into the event's name: `email`, `phone`, `firstName`, `user.name` and their like.

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

Takes the part out of the name and puts it into `data`, where it is one part at an end of a name that is written in place.
Suggested: it is another event then, and you may not want to send it at all.

### References

- [Track API](https://docs.customer.io/api/track/)
- [Customer.io: events](https://docs.customer.io/journeys/events/)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    for (name, varying) in names(cx.model) {
        // A variable `displayName` may be how the event is shown.
        let is_label = |it: &Varying| name.whole.is_some() && it.words.starts_with(&["display".to_owned()]);
        let Some(part) = varying.iter().find(|it| is_personal(it) && !is_label(it)) else { continue };
        let part = part.at.map(|at| format!("`{}`", cx.model.text(at)));
        let message = format!(
            "the event's name holds {}, which tells who somebody is: everybody in the workspace reads the names of events, and each person makes another one",
            part.as_deref().unwrap_or("something")
        );
        report
            .at(name.at, Severity::Warning, message)
            .help("Name the event for what happened; Customer.io knows whose it is.")
            .related_at(name.origin.clone(), "the name is put together here")
            .fix("Move it into `data`", Applicability::Suggested, moved(cx.model, name).unwrap_or_default());
    }
}
