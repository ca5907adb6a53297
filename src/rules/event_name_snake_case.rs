//! `event-name-snake-case`: an event name that is not in the project's style.

use super::helpers::account::is_unknown_event;
use super::{Across, AcrossReport, FixAvailability, OptionKind, OptionMeta, Preset, Report, RuleMeta, covers, helpers};
use crate::finding::{Applicability, Severity};
use crate::model::EventName;

pub const META: RuleMeta = RuleMeta {
    id: "event-name-snake-case",
    summary: "Event name that is not in the project's style",
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
                "lower case",
                "SCREAMING_SNAKE_CASE",
                "dot.separated",
                "colon:separated",
            ]),
            doc: "The style of event names. Default: the style of at least four fifths of the project's names, if it has five or more; otherwise snake_case.",
        },
        OptionMeta {
            name: "allow",
            kind: OptionKind::Strings,
            doc: "Names that the rule ignores; `*` matches any characters (`Order *`).",
        },
    ],
    yields_to: &["event-name-unknown", "event-name-whitespace"],
    docs: r#"Event names are case-sensitive: `SignedUp` and `signed_up` are two events, and a campaign that waits for one never sees the other.
One style for all names prevents that. Customer.io itself does not prescribe one
([Track API](https://docs.customer.io/api/track/)).

The option `style` sets the style. Without it, the rule uses the project's own: if all files together send five or more different
names, and at least four fifths of them are in one style, only names in other styles are reported. Otherwise names should be in
snake_case, which most projects use.

| style | |
|---|---|
| `snake_case` | `order_placed` |
| `camelCase` | `orderPlaced` |
| `PascalCase` | `OrderPlaced` |
| `kebab-case` | `order-placed` |
| `Title Case` | `Order Placed`, `Added to Cart` |
| `Sentence case` | `Order placed` |
| `lower case` | `order placed` |
| `SCREAMING_SNAKE_CASE` | `ORDER_PLACED` |
| `dot.separated` | `order.placed`, `order.item_added` |
| `colon:separated` | `order:placed`, `order:item_added` |

A single lower-case word (`signup`) is in every style. In the other styles, each part of a name with a namespace
(`order.placed`, `order:placed`) is checked separately.

The rule ignores page and screen events, paths and addresses, names with placeholders, names from `PipelinesClient` and
`@customerio/cdp-analytics-*` (whose vocabulary is Title Case), computed names, and names that the option `allow` lists. Where the settings list the events of the
account, the rule never suggests a name that the account does not have.

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

Renames the event where its name is written. Suggested: every campaign and segment that waits for the old name has to be changed in
Customer.io at the same time.

### References

- [Track API: events](https://docs.customer.io/api/track/)
"#,
};

pub fn check(ctx: &Across<'_>, report: &mut AcrossReport<'_>) {
    let project = ctx.style();
    for (at, member) in ctx.members().filter(|(at, _)| ctx.is_on(*at)) {
        let (styles, is_seen) = project.in_file(member.settings);
        for event in member.traces.events.iter().filter(|event| covers(META.id, event.client)) {
            let name = event.name.as_str();
            let is_allowed = member.settings.allows(META.id, name);
            if is_allowed || styles.iter().any(|style| style.suits(name)) {
                continue;
            }
            let found = styles.iter().find_map(|style| Some((style, style.better(name)?)));
            let Some((style, better)) = found else { continue };
            // The account's own spelling comes first: `event-name-unknown`.
            if is_unknown_event(member.settings, &better) {
                continue;
            }
            let like = if is_seen { " like the other names here" } else { "" };
            tell(&mut report.of(at), event, &better, &format!("{}{like}", style.label()));
        }
    }
}

fn tell(report: &mut Report<'_>, event: &EventName, better: &str, style: &str) {
    let name = &event.name;
    let draft = report
        .at(event.at, Severity::Info, format!("event name `{name}` is not in {style}"))
        .why(format!("Customer.io treats `{name}` and `{better}` as two events, and a campaign waits for only one"))
        .help(format!("Rename it to `{better}`, here and in every campaign and segment that waits for `{name}`."))
        .related_at(event.origin.clone(), "the name is written here");
    let draft = helpers::timestamps::through(draft, event.through.as_ref(), &event.method);
    // A name that another file writes is that file's to change, and others may send it.
    if let Some((None, edit)) = event.rename(better) {
        let title = format!("Rename to `{better}` (update campaigns too)");
        draft.fix(title, Applicability::Suggested, || [edit]);
    }
}
