//! `event-name-unknown`: an event that the account does not have.

use super::judge::account::is_unknown_event;
use super::judge::likeness::{nearest, only};
use super::judge::timestamps::through;
use super::{Context, FixAvailability, OptionKind, OptionMeta, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};

pub const META: RuleMeta = RuleMeta {
    id: "event-name-unknown",
    summary: "An event has a name that the account does not know",
    category: "naming",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[OptionMeta {
        name: "allow",
        kind: OptionKind::Strings,
        doc: "Names that are right although the list of the account lacks them, as of events that only segments look at; `*` stands for any characters (`Order *`).",
    }],
    docs: r#"Customer.io takes an event of any name. One that no campaign waits for is kept with the person, and nothing happens: a slip
in a name is never answered with an error. Names are compared letter by letter, so `SignedUp` does not start a campaign that
waits for `signed_up` ([Customer.io: events](https://docs.customer.io/journeys/events/)).

Which events the account knows is said by the list `account.events` in the settings; without it the rule is silent. The list
is best kept in a file of its own, which `customerio.json` names in `extends`:

```jsonc
// customerio.account.json
{ "account": { "events": ["signed_up", "order_placed", "Survey *"] } }
```

A name that looks like one of the list is a warning; any other one is worth knowing. A list made from the campaigns
alone lacks the events that only segments look at (`GET /v1/segments` returns them, undocumented, in `conditions`): name them
under the option `allow`, or add them.

Not judged are page and screen events, paths, names that are put together, names from `PipelinesClient`, and tests. Of a name
that the list lacks, `event-name-snake-case` and `event-name-inconsistent` say nothing: the list knows better how it is
written. For the same reason `event-name-snake-case` does not ask for a name that the list lacks.

### Invalid

```ts
// customerio.json: { "account": { "events": ["signed_up", "order_placed"] } }
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

await cio.track("42", { name: "SignedUp" });
```

```ts
// customerio.json: { "account": { "events": ["signed_up", "order_placed"] } }
import { track } from "./customerio";

await track("42", "order_palced");
//- /src/customerio.ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export const track = (id: string, name: string) => cio.track(id, { name });
```

### Valid

```ts
// customerio.json: { "account": { "events": ["signed_up", "Survey *"] } }
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

await cio.track("42", { name: "signed_up" });
await cio.track("42", { name: "Survey Answered" });
```

### Fix

Writes the name of the list that is near, where there is only one. Suggested: the event may be a new one, which the list
lacks.

### References

- [Customer.io: events](https://docs.customer.io/journeys/events/)
- [Track API](https://docs.customer.io/api/track/)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    let Some(events) = cx.settings.account.events.as_ref().filter(|_| !cx.model.is_test()) else { return };
    for event in cx.model.event_names() {
        let name = event.name.as_str();
        if !is_unknown_event(cx.settings, name) {
            continue;
        }
        let near = nearest(name, events.names());
        let listed = format!("`{}`", near.join("`, `"));
        let (severity, message, help) = if near.is_empty() {
            (
                Severity::Info,
                format!("the account is not known to have an event `{name}`: nothing may wait for it"),
                "If something does, add it to `account.events` in the settings; the option `allow` is for names that belong to no list.".to_owned(),
            )
        } else {
            (
                Severity::Warning,
                format!(
                    "the account has no event `{name}`, but {listed}: Customer.io compares names letter by letter, so nothing that waits for the one sees the other"
                ),
                format!("Write {listed}. If this is another event, add it to `account.events` in the settings."),
            )
        };
        let draft = report
            .at(event.at, severity, message)
            .help(help)
            .related_at(event.origin.clone(), "the name is written here");
        let draft = through(draft, event.through.as_ref(), &event.method);
        // A name that another file writes is that file's to change, and others may send it.
        if let Some(better) = only(&near)
            && let Some((None, edit)) = event.rename(better)
        {
            draft.fix(format!("Write `{better}`"), Applicability::Suggested, vec![edit]);
        }
    }
}
