//! `missing-email`: people created without an email address.

use super::helpers::repairs::suggested;
use super::{Across, AcrossReport, FixAvailability, Preset, RuleMeta};
use crate::finding::Severity;
use rustc_hash::FxHashSet;

pub const META: RuleMeta = RuleMeta {
    id: "missing-email",
    summary: "A new person is created without an email address, and nothing else in the project sets one",
    category: "data",
    preset: Preset::Strict,
    severity: Severity::Info,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"Emails go to a person's `email` attribute
([customerio-node](https://github.com/customerio/customerio-node#cioidentifyid-data)). Without it, campaigns skip the person
and nothing fails.

The rule looks in all files of the project for an `identify` that may set the attribute. If there is certainly none, it
reports the calls that create people: those that set `created_at`, and those in functions for it (`signUp`,
`onUserCreated`). Updates need no address. An address used as the person's id counts as one, and so does any value that is
not visible.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export async function signUp(userId: string) {
  await cio.identify(userId, { plan: "free", created_at: Math.floor(Date.now() / 1000) });
}
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export async function signUp(userId: string, email: string) {
  await cio.identify(userId, { email, created_at: Math.floor(Date.now() / 1000) });
}
```

### Fix

Sends an address that is in scope: `user.email` next to `user.id` if the type of `user` has it or the function reads it,
otherwise a parameter or variable named `email`. Only suggested. No fix if no address is in scope.

### References

- [customerio-node: `identify`](https://github.com/customerio/customerio-node#cioidentifyid-data)
"#,
};

pub fn check(ctx: &Across<'_>, report: &mut AcrossReport<'_>) {
    let all = || ctx.members().flat_map(|(at, member)| member.traces.identified.iter().map(move |it| (at, it)));
    if all().any(|(_, identified)| identified.may_set_email) {
        return;
    }
    let mut known = FxHashSet::default();
    for (at, identified) in all().filter(|(_, identified)| identified.is_new) {
        // One call of a function of the project may stand for several.
        if !known.insert((at, identified.at)) {
            continue;
        }
        let mut report = report.of(at);
        let draft = report
            .at(identified.at, Severity::Info, "a new person is created without `email`")
            .why("Customer.io cannot email them, and nothing else in the project sets the attribute")
            .help("Send `email` too, unless something outside this project sets it.");
        suggested(draft, || identified.add_email.clone());
    }
}
