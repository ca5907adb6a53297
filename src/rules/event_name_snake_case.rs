//! `event-name-snake-case`: an event name in another style than the project's.

use super::judge::account::is_unknown_event;
use super::judge::event_names::{Style, has_stray_blanks, is_allowed};
use super::{Context, FixAvailability, OptionKind, OptionMeta, Preset, Report, RuleMeta, judge};
use crate::finding::{Applicability, Severity};

pub const META: RuleMeta = RuleMeta {
    id: "event-name-snake-case",
    summary: "An event name is not written in the project's style",
    category: "naming",
    preset: Preset::Recommended,
    severity: Severity::Hint,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[
        OptionMeta {
            name: "style",
            kind: OptionKind::OneOf(&[
                "snake_case",
                "camelCase",
                "PascalCase",
                "kebab-case",
                "Title Case",
                "Sentence case",
            ]),
            doc: "How event names are written.",
        },
        OptionMeta {
            name: "allow",
            kind: OptionKind::Strings,
            doc: "Names that are right as they are; `*` stands for any characters (`Order *`).",
        },
    ],
    docs: r#"Customer.io compares event names letter by letter: `SignedUp` and `signed_up` are two events, and a campaign that waits for
one never sees the other. A style that everybody follows keeps them from drifting apart. Customer.io itself prescribes
none ([Track API](https://docs.customer.io/api/track/)); snake_case is the habit of most projects, and the option
`style` chooses another.

Not judged are page and screen events, paths and addresses, names with placeholders, names from `PipelinesClient` (whose
vocabulary is Title Case), names that are computed, and those that the option `allow` lists. In names with a namespace
(`order.placed`, `order:placed`) each part is judged by itself. Where the settings list the events of the account, no name is
asked for that the account does not have.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

await cio.track("42", { name: "SignedUp" });
```

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

await cio.trackAnonymous("anonymous-7", { name: "Added To Cart" });
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

await cio.track("42", { name: "signed_up" });
await cio.track("42", { name: "https://shop.example/pricing", type: "page" });
```

### Fix

Renames the event where its name is written. Only suggested: every campaign and segment that waits for the old name has
to be changed in Customer.io at the same time.

### References

- [Track API: events](https://docs.customer.io/api/track/)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    let style = Style::of(cx.settings);
    let allow = cx.option_list("allow");
    for event in cx.model.event_names() {
        let name = event.name.as_str();
        // What nobody sees is told first: `event-name-whitespace`.
        if is_allowed(&allow, name) || has_stray_blanks(name) {
            continue;
        }
        let Some(better) = style.better(name) else { continue };
        // The account knows best how its events are written: `event-name-unknown`.
        if is_unknown_event(cx.settings, name) || is_unknown_event(cx.settings, &better) {
            continue;
        }
        let message = format!(
            "event name `{name}` is not {}: Customer.io compares names letter by letter, so one event in two spellings is two events",
            style.label()
        );
        let draft = report
            .at(event.at, Severity::Hint, message)
            .help(format!("Rename it to `{better}`, here and in every campaign and segment that waits for `{name}`."))
            .related_at(event.origin.clone(), "the name is written here");
        let draft = judge::timestamps::through(draft, event.through.as_ref(), &event.method);
        // A name that another file writes is that file's to change, and others may send it.
        if let Some((None, edit)) = event.rename(&better) {
            let title = format!("Rename to `{better}` (campaigns that wait for `{name}` must change too)");
            draft.fix(title, Applicability::Suggested, vec![edit]);
        }
    }
}
