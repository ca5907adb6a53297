//! `cio-id-prefix`: a `cio_id` that is taken for an id of your own.

use super::judge::people;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::sdk::identifiers::CIO_ID_PREFIX;
use crate::text::TextEdit;

pub const META: RuleMeta = RuleMeta {
    id: "cio-id-prefix",
    summary: "A `cio_id` identifies a person without the `cio_` before it",
    category: "identity",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    docs: r#"Where the Track client takes a person's id, Customer.io tells by its shape what it is: `cio_` and a `cio_id`, an address, or else an
id of your own ([customerio-node](https://github.com/customerio/customerio-node#cioidentifyid-data)). The `cio_id` that Customer.io
gives out comes without the `cio_`: used as it is, it makes a new person with that as its id.

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

Puts `cio_` before it, where it is written in the call. Suggested: what is missing becomes `cio_undefined`.

### References

- [customerio-node: `identify`](https://github.com/customerio/customerio-node#cioidentifyid-data)
- [customerio-node#80](https://github.com/customerio/customerio-node/issues/80)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    for (_, argument) in people::ids_in_path(cx.model) {
        let (Some(at), Some(member)) = (argument.range, cx.model.member(argument)) else { continue };
        if member != "cio_id" {
            continue;
        }
        let written = cx.model.text(at);
        let plain = written.ends_with(".cio_id") && !written.contains(['`', '\n', '?']);
        let edits =
            if plain { vec![TextEdit::replace(at, format!("`{CIO_ID_PREFIX}${{{written}}}`"))] } else { Vec::new() };
        report
            .at(
                at,
                Severity::Warning,
                "a `cio_id` without `cio_` before it is taken for an id of your own: it makes a new person",
            )
            .help(format!("Put `{CIO_ID_PREFIX}` before it."))
            .related_at(cx.model.origin(argument), "it comes from here")
            .fix(format!("Put `{CIO_ID_PREFIX}` before it"), Applicability::Suggested, edits);
    }
}
