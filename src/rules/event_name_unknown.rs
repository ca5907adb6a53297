//! `event-name-unknown`: an event that the account does not have.

use super::helpers::account::is_unknown_event;
use super::helpers::likeness::{nearest, only};
use super::helpers::timestamps::through;
use super::{Context, FixAvailability, OptionKind, OptionMeta, Preset, Report, RuleMeta, covers};
use crate::finding::{Applicability, Severity};

pub const META: RuleMeta = RuleMeta {
    id: "event-name-unknown",
    summary: "Event that the account does not have",
    category: "naming",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[OptionMeta {
        name: "allow",
        kind: OptionKind::Strings,
        doc: "Names that are not in the account's list but are correct, such as events that only segments use; `*` matches any characters (`Order *`).",
    }],
    yields_to: &[],
    docs: r#"Customer.io accepts an event with any name. One that no campaign waits for is stored with the person and has no effect, so a typo in a
name never causes an error. Names are case-sensitive: `SignedUp` does not start a campaign that waits for `signed_up`
([Customer.io: events](https://docs.customer.io/journeys/events/)).

The list `account.events` in the settings has the events of the account; without it the rule is silent. Keep the list in a file of its
own, which `customerio.json` names in `extends`:

```jsonc
// customerio.account.json
{ "account": { "events": ["signed_up", "order_placed", "Survey *"] } }
```

A name that is similar to one in the list is a warning, any other one is informational. A list created from campaigns alone lacks the
events that only segments use (`GET /v1/segments` returns them, undocumented, in `conditions`): add them, or list them in the option
`allow`.

The rule ignores page and screen events, paths, composed names, names from `PipelinesClient`, and tests. `event-name-snake-case` and
`event-name-inconsistent` do not report a name that the list lacks, because the list knows its spelling; for the same reason
`event-name-snake-case` does not suggest one.

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

Changes the name to the similar one in the list, if there is only one. Suggested: the event may be a new one that the list lacks.

### References

- [Customer.io: events](https://docs.customer.io/journeys/events/)
- [Track API](https://docs.customer.io/api/track/)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    let Some(events) = ctx.settings.account.events.as_ref() else { return };
    if ctx.model.file().is_test() {
        return;
    }
    for event in ctx.model.events().names().iter().filter(|event| covers(META.id, event.client)) {
        let name = event.name.as_str();
        if !is_unknown_event(ctx.settings, name) {
            continue;
        }
        let near = nearest(name, events.names());
        let listed = format!("`{}`", near.join("`, `"));
        let (severity, what, why, help) = if near.is_empty() {
            (
                Severity::Info,
                format!("event `{name}` is not in `account.events`"),
                "Customer.io stores the event, but possibly no campaign or segment waits for it",
                "Add it to `account.events` in the settings, or to the option `allow`.".to_owned(),
            )
        } else {
            (
                Severity::Warning,
                format!("event `{name}` is not in `account.events`, which has {listed}"),
                "Customer.io treats them as different events, and a campaign that waits for one never sees the other",
                format!("Use {listed}, or add `{name}` to `account.events` if it is a separate event."),
            )
        };
        let draft = report
            .at(event.at, severity, what)
            .why(why)
            .help(help)
            .related_at(event.origin.clone(), "the name is written here");
        let draft = through(draft, event.through.as_ref(), &event.method);
        // A name that another file writes is that file's to change, and others may send it.
        if let Some(better) = only(&near)
            && let Some((None, edit)) = event.rename(better)
        {
            draft.fix(format!("Rename to `{better}`"), Applicability::Suggested, || [edit]);
        }
    }
}
