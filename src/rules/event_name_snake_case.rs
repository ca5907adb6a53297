//! `event-name-snake-case`: an event name in another style than the project's.

use super::judge::account::is_unknown_event;
use super::judge::event_names::{has_stray_blanks, is_allowed};
use super::judge::project_style::ProjectStyle;
use super::{Across, AcrossReport, FixAvailability, OptionKind, OptionMeta, Preset, Report, RuleMeta, judge};
use crate::finding::{Applicability, Severity};
use crate::model::EventName;

pub const META: RuleMeta = RuleMeta {
    id: "event-name-snake-case",
    summary: "An event name is not written in the project's style",
    category: "naming",
    preset: Preset::Recommended,
    severity: Severity::Info,
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
                "SCREAMING_SNAKE_CASE",
                "dot.separated",
                "colon:separated",
            ]),
            doc: "How event names are written. Without it, the style of at least four fifths of the project's names, where it has five or more; otherwise snake_case.",
        },
        OptionMeta {
            name: "allow",
            kind: OptionKind::Strings,
            doc: "Names that are right as they are; `*` stands for any characters (`Order *`).",
        },
    ],
    docs: r#"Customer.io compares event names letter by letter: `SignedUp` and `signed_up` are two events, and a campaign that waits for
one never sees the other. One style for all names keeps them from drifting apart. Customer.io itself prescribes none
([Track API](https://docs.customer.io/api/track/)).

The style is that of the option `style`. Without the option, it is the one that the project's names are in: where all files
together send five or more different names, and at least four fifths of these are in one style, only names that leave this
style are reported. Otherwise names should be in snake_case, which most projects use.

| style | |
|---|---|
| `snake_case` | `order_placed` |
| `camelCase` | `orderPlaced` |
| `PascalCase` | `OrderPlaced` |
| `kebab-case` | `order-placed` |
| `Title Case` | `Order Placed`, `Added to Cart` |
| `Sentence case` | `Order placed` |
| `SCREAMING_SNAKE_CASE` | `ORDER_PLACED` |
| `dot.separated` | `order.placed`, `order.item_added` |
| `colon:separated` | `order:placed`, `order:item_added` |

A single lower-case word (`signup`) is in every style. In the other styles, each part of a name with a namespace
(`order.placed`, `order:placed`) is judged by itself.

The rule ignores page and screen events, paths and addresses, names with placeholders, names from `PipelinesClient` (whose
vocabulary is Title Case), computed names, and names that the option `allow` lists. Where the settings list the events of the
account, the rule never asks for a name that the account does not have.

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

pub fn check(cx: &Across<'_>, report: &mut AcrossReport<'_>) {
    let project = ProjectStyle::of(cx);
    for (at, member) in cx.members().filter(|(at, _)| cx.is_on(*at)) {
        let (styles, is_seen) = project.in_file(member.settings);
        let allow = member.settings.option_list(META.id, "allow");
        for event in &member.traces.events {
            let name = event.name.as_str();
            // What nobody sees is told first: `event-name-whitespace`.
            if is_allowed(&allow, name) || has_stray_blanks(name) || styles.iter().any(|style| style.suits(name)) {
                continue;
            }
            let found = styles.iter().find_map(|style| Some((style, style.better(name)?)));
            let Some((style, better)) = found else { continue };
            // The account knows best how its events are written: `event-name-unknown`.
            if is_unknown_event(member.settings, name) || is_unknown_event(member.settings, &better) {
                continue;
            }
            let like = if is_seen { ", as the other names here are" } else { "" };
            tell(&mut report.of(at), event, &better, &format!("{}{like}", style.label()));
        }
    }
}

fn tell(report: &mut Report<'_>, event: &EventName, better: &str, style: &str) {
    let name = &event.name;
    let message = format!(
        "event name `{name}` is not {style}: Customer.io compares names letter by letter, so one event in two spellings is two events"
    );
    let draft = report
        .at(event.at, Severity::Info, message)
        .help(format!("Rename it to `{better}`, here and in every campaign and segment that waits for `{name}`."))
        .related_at(event.origin.clone(), "the name is written here");
    let draft = judge::timestamps::through(draft, event.through.as_ref(), &event.method);
    // A name that another file writes is that file's to change, and others may send it.
    if let Some((None, edit)) = event.rename(better) {
        let title = format!("Rename to `{better}` (campaigns that wait for `{name}` must change too)");
        draft.fix(title, Applicability::Suggested, vec![edit]);
    }
}
