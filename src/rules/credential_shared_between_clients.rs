//! `credential-shared-between-clients`: one credential for two clients that need different kinds.

use super::across::At;
use super::helpers::credentials::{Identity, identities, misplaced};
use super::{Across, AcrossReport, FixAvailability, Preset, RuleMeta};
use crate::finding::Severity;
use crate::model::{ClientMade, Credential};
use rustc_hash::{FxHashMap, FxHashSet};

pub const META: RuleMeta = RuleMeta {
    id: "credential-shared-between-clients",
    summary: "Same credential passed to two clients that need different kinds",
    category: "credentials",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::None,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"A workspace has a Track API key for `TrackClient`, a separate App API key for `APIClient`, and a write key for `PipelinesClient`
([managing credentials](https://docs.customer.io/accounts-and-workspaces/managing-credentials/)). If one variable is used for two
of these, one of the two clients gets the wrong key, whatever the variable holds, and all its requests fail with 401.

The rule needs neither the name nor the value of the variable, only that it is the same one. It compares all files of the project,
across imports and configuration objects, including two variables that a `.env` file sets to the same value. Packages of a monorepo
may run in different environments: a variable is the same in two of them only if both read it from the same `.env` file. Values that
prove their own kind are left to `wrong-api-key`; placeholders and `ak_…` keys are ignored.

### Invalid

```ts
import { APIClient, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_API_KEY!);
```

### Valid

```ts
import { APIClient, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
```

### Fix

None: only you know which kind of key the variable holds.

### References

- [Customer.io: managing credentials](https://docs.customer.io/accounts-and-workspaces/managing-credentials/)
"#,
};

/// A credential, the client that it is passed to, and the file.
#[derive(Clone, Copy)]
struct Given<'a> {
    at: At,
    client: &'a ClientMade,
    credential: &'a Credential,
}

pub fn check(ctx: &Across<'_>, report: &mut AcrossReport<'_>) {
    // The first places of each kind for each credential; there are few.
    let mut known: FxHashMap<Identity<'_>, Vec<Given<'_>>> = FxHashMap::default();
    let mut reported = FxHashSet::default();
    for (at, client) in ctx.clients() {
        // A literal with the form of a key belongs to `wrong-api-key`, any other is a placeholder, and the future `ak_…` keys
        // are right everywhere.
        for credential in client.credentials.iter().filter(|credential| credential.literal.is_none()) {
            for identity in identities(ctx.member(at), credential) {
                let later = Given { at, client, credential };
                let places = known.entry(identity).or_default();
                if let Some(earlier) = places.iter().find(|earlier| clash(**earlier, later)).copied() {
                    let (wrong, other) = wrong_one(earlier, later);
                    if !is_told(wrong) && reported.insert((wrong.at, wrong.credential.at)) {
                        tell(ctx, report, wrong, other);
                    }
                }
                // Two of a kind, because one of them may belong to the next client.
                if places.iter().filter(|place| place.credential.wanted == credential.wanted).count() < 2 {
                    places.push(later);
                }
            }
        }
    }
}

/// The wrong place and the other one: the value or the name may prove it; otherwise the later one is taken as wrong.
fn wrong_one<'a>(earlier: Given<'a>, later: Given<'a>) -> (Given<'a>, Given<'a>) {
    let first = is_told(earlier) && !is_told(later);
    if first { (earlier, later) } else { (later, earlier) }
}

/// Returns whether the value or the name proves another kind: then `wrong-api-key` reports it, or
/// `client-constructor-shape` reports that two are swapped.
fn is_told(given: Given<'_>) -> bool {
    let credential = given.credential;
    let by_name = credential.named.as_ref().is_some_and(|(kind, _)| *kind != credential.wanted);
    by_name || misplaced(credential).is_some()
}

fn tell(ctx: &Across<'_>, report: &mut AcrossReport<'_>, wrong: Given<'_>, other: Given<'_>) {
    let class = wrong.client.kind.class_name();
    let what = format!(
        "the {} of {class} is also used as the {} of {}",
        wrong.credential.wanted.as_str(),
        other.credential.wanted.as_str(),
        other.client.kind.class_name(),
    );
    let why = "a key is of one kind only, so the requests of one of the clients fail with 401";
    report
        .of(wrong.at)
        .at(wrong.credential.at, Severity::Warning, what)
        .why(why)
        .help(format!("Pass {class} {} of its own.", wrong.credential.wanted.with_article()))
        .related_at(
            Some(ctx.place(wrong.at, other.at, other.credential.at)),
            format!("used as the {} here", other.credential.wanted.as_str()),
        );
}

/// Returns whether two clients get the same credential in places that need different kinds.
fn clash(a: Given<'_>, b: Given<'_>) -> bool {
    (a.at, a.client.range) != (b.at, b.client.range) && a.credential.wanted != b.credential.wanted
}
