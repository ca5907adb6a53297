//! `cio-id-prefix`: a `cio_id` that is read as one of your own ids.

use super::helpers::people;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::sdk::identifiers::CIO_ID_PREFIX;
use crate::text::TextEdit;

pub const META: RuleMeta = RuleMeta {
    id: "cio-id-prefix",
    summary: "`cio_id` used as an identifier without the `cio_` prefix",
    category: "identity",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"Where the Track client takes a person's id, Customer.io recognizes its kind by its form: `cio_` followed by a `cio_id`, an email
address, or else an id of your own ([customerio-node](https://github.com/customerio/customerio-node#cioidentifyid-data)). The
`cio_id` that Customer.io returns has no `cio_` prefix: passed as it is, it creates a new person with that value as the id.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export async function mark(person: { cio_id: string }) {
  await cio.identify(person.cio_id, { email: "ada@example.com" });
}
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export async function mark(person: { cio_id: string }) {
  await cio.identify(`cio_${person.cio_id}`, { email: "ada@example.com" });
}
```

### Fix

Adds `cio_` where the value is written in the call. Suggested: a missing value becomes `cio_undefined`.

### References

- [customerio-node: `identify`](https://github.com/customerio/customerio-node#cioidentifyid-data)
- [customerio-node#80](https://github.com/customerio/customerio-node/issues/80)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    for (_, argument) in people::ids_in_path(ctx.model) {
        let (Some(at), Some(member)) = (argument.range, ctx.model.member(argument)) else { continue };
        if member != "cio_id" {
            continue;
        }
        let written = ctx.model.text(at);
        let plain = written.ends_with(".cio_id") && !written.contains(['`', '\n', '?']);
        let edits =
            if plain { vec![TextEdit::replace(at, format!("`{CIO_ID_PREFIX}${{{written}}}`"))] } else { Vec::new() };
        report
            .at(at, Severity::Warning, format!("`cio_id` without the prefix `{CIO_ID_PREFIX}`"))
            .why("Customer.io reads it as an id of your own and creates a new person")
            .help(format!("Add the prefix `{CIO_ID_PREFIX}`."))
            .related_at(ctx.model.origin(argument), "it comes from here")
            .fix(format!("Add the prefix `{CIO_ID_PREFIX}`"), Applicability::Suggested, || edits);
    }
}
