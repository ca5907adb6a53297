//! `attribute-name-style`: one attribute under names in several spellings.

use super::across::At;
use super::{Across, AcrossReport, FixAvailability, Preset, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::AttributeName;
use crate::sdk::attributes::is_reserved;
use crate::text::TextEdit;
use std::collections::BTreeMap;

pub const META: RuleMeta = RuleMeta {
    id: "attribute-name-style",
    summary: "An attribute is written in several spellings",
    category: "data",
    preset: Preset::All,
    severity: Severity::Info,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    docs: r#"The names of attributes are compared letter by letter ([attributes](https://docs.customer.io/journeys/attributes/)): a person with
`firstName` and `first_name` has two attributes, of which a segment or a message reads one.

The attributes of people in all files of the project are compared. Two names are one when they differ only in capitals, `_` and
`-`. The spelling that most places use is taken as the right one; among equals, the one in small letters.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.identify("42", { email: "ada@example.com", first_name: "Ada" });
await cio.identify("43", { email: "bob@example.com", firstName: "Bob" });
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.identify("42", { email: "ada@example.com", first_name: "Ada" });
await cio.identify("43", { email: "bob@example.com", first_name: "Bob" });
```

### Fix

Writes the name as elsewhere, where it stands in the call. Only suggested: what reads the other spelling in Customer.io has to
follow.

### References

- [Customer.io: attributes](https://docs.customer.io/journeys/attributes/)
"#,
};

/// A name where it is given.
type Named<'a> = (At, &'a AttributeName);

pub fn check(cx: &Across<'_>, report: &mut AcrossReport<'_>) {
    let mut groups: BTreeMap<String, Vec<Named<'_>>> = BTreeMap::new();
    for (at, member) in cx.members().filter(|(at, _)| cx.is_on(*at)) {
        // What begins with `_` is `reserved-attribute`'s.
        for name in member.traces.attributes.iter().filter(|name| !is_reserved(&name.name)) {
            let letters = name.name.chars().filter(|c| !matches!(c, '_' | '-' | ' '));
            groups.entry(letters.flat_map(char::to_lowercase).collect()).or_default().push((at, name));
        }
    }
    for group in groups.values() {
        let Some((_, first)) = group.first() else { continue };
        if group.iter().all(|(_, name)| name.name == first.name) {
            continue;
        }
        let count = |wanted: &str| group.iter().filter(|(_, name)| name.name == wanted).count();
        let small = |name: &str| !name.chars().any(char::is_uppercase);
        // Of equals the last one counts as the greatest: they are walked from the back.
        let right = group.iter().rev().max_by_key(|(_, name)| (count(&name.name), small(&name.name)));
        let Some(right) = right else { continue };
        for wrong in group.iter().filter(|(_, name)| name.name != right.1.name) {
            tell(cx, report, *wrong, *right);
        }
    }
}

fn tell(cx: &Across<'_>, report: &mut AcrossReport<'_>, (at, wrong): Named<'_>, (other, right): Named<'_>) {
    let (name, better) = (&wrong.name, &right.name);
    let text = if wrong.shorthand { format!("{better}: {name}") } else { better.to_string() };
    let plain = better.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        && !better.starts_with(|c: char| c.is_ascii_digit());
    let edits = if wrong.is_written && plain { vec![TextEdit::replace(wrong.at, text)] } else { Vec::new() };
    report
        .of(at)
        .at(
            wrong.at,
            Severity::Info,
            format!("attribute `{name}` is written `{better}` elsewhere: Customer.io takes them for two"),
        )
        .help(format!("Write `{better}` everywhere, and see which of the two segments and messages read."))
        .related_at(Some(cx.place(at, other, right.at)), format!("`{better}` is set here"))
        .fix(format!("Write `{better}` (segments and messages must follow)"), Applicability::Suggested, edits);
}
