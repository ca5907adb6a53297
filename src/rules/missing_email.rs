//! `missing-email`: people come to be to whom no email can go.

use super::judge::repairs::suggested;
use super::{Across, AcrossReport, FixAvailability, Preset, RuleMeta};
use crate::finding::Severity;
use rustc_hash::FxHashSet;

pub const META: RuleMeta = RuleMeta {
    id: "missing-email",
    summary: "A new person is identified without an address, and nothing else in the project sets one",
    category: "data",
    preset: Preset::Strict,
    severity: Severity::Info,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    docs: r#"Email needs a person's attribute `email` ([customerio-node](https://github.com/customerio/customerio-node#cioidentifyid-data)): without it,
a campaign passes the person by, and nothing fails.

Looked for in all files of the project is an `identify` that may set it. Only if there surely is none, calls are reported by
which people come to be: those that set `created_at`, and those in functions for that (`signUp`, `onUserCreated`). Updates need
no address. An address that is the person's id counts, and so does anything that is not seen.

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

Sends the address that is at hand: `user.email` beside `user.id` where the type of `user` has it or the function reads it, else
a parameter or a variable called `email`. Suggested. None where no such is in sight.

### References

- [customerio-node: `identify`](https://github.com/customerio/customerio-node#cioidentifyid-data)
"#,
};

pub fn check(cx: &Across<'_>, report: &mut AcrossReport<'_>) {
    let all = || cx.members().flat_map(|(at, member)| member.traces.identified.iter().map(move |it| (at, it)));
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
            .at(
                identified.at,
                Severity::Info,
                "a new person without an `email`: no email can go to them, and nothing else in the project sets it",
            )
            .help("Send `email` too, unless something outside of this project does.");
        suggested(draft, identified.add_email.clone());
    }
}
