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
    summary: "Attribute name spelled in more than one way",
    category: "data",
    preset: Preset::All,
    severity: Severity::Info,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"Attribute names are case-sensitive ([attributes](https://docs.customer.io/journeys/attributes/)): a person with both `firstName`
and `first_name` has two attributes, and a segment or a message reads only one of them.

The rule compares the attributes of people in all files of the project. Two names count as one when they differ only in case,
`_` and `-`. The spelling that is used most is taken as the right one; in a tie, the lower-case one.

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

Changes the name to the common spelling where it is written in the call. Suggested: segments and messages that read the other
spelling have to be updated in Customer.io.

### References

- [Customer.io: attributes](https://docs.customer.io/journeys/attributes/)
"#,
};

/// A name where it is given.
type Named<'a> = (At, &'a AttributeName);

pub fn check(ctx: &Across<'_>, report: &mut AcrossReport<'_>) {
    let mut groups: BTreeMap<String, Vec<Named<'_>>> = BTreeMap::new();
    for (at, member) in ctx.members().filter(|(at, _)| ctx.is_on(*at)) {
        // Names that begin with `_` belong to `reserved-attribute`.
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
        // In a tie `max_by_key` takes the last one, so they are walked from the back.
        let right = group.iter().rev().max_by_key(|(_, name)| (count(&name.name), small(&name.name)));
        let Some(right) = right else { continue };
        for wrong in group.iter().filter(|(_, name)| name.name != right.1.name) {
            tell(ctx, report, *wrong, *right);
        }
    }
}

fn tell(ctx: &Across<'_>, report: &mut AcrossReport<'_>, (at, wrong): Named<'_>, (other, right): Named<'_>) {
    let (name, better) = (&wrong.name, &right.name);
    let text = if wrong.shorthand { format!("{better}: {name}") } else { better.to_string() };
    let plain = better.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        && !better.starts_with(|c: char| c.is_ascii_digit());
    report
        .of(at)
        .at(wrong.at, Severity::Info, format!("attribute `{name}` is spelled `{better}` elsewhere"))
        .why("Customer.io treats them as two attributes")
        .help(format!("Use `{better}` everywhere, and check which one your segments and messages read."))
        .related_at(Some(ctx.place(at, other, right.at)), format!("`{better}` is set here"))
        .fix(format!("Change to `{better}` (update segments and messages too)"), Applicability::Suggested, || {
            if wrong.is_written && plain { vec![TextEdit::replace(wrong.at, text)] } else { Vec::new() }
        });
}
