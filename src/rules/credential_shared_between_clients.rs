//! `credential-shared-between-clients`: one credential for two clients that take different kinds.

use super::across::At;
use super::judge::credentials::{Identity, identities, misplaced};
use super::{Across, AcrossReport, FixAvailability, Preset, RuleMeta};
use crate::finding::Severity;
use crate::model::{ClientMade, Credential};
use rustc_hash::{FxHashMap, FxHashSet};

pub const META: RuleMeta = RuleMeta {
    id: "credential-shared-between-clients",
    summary: "The same credential is given to two clients that take different kinds",
    category: "credentials",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::None,
    versions: "all",
    options: &[],
    docs: r#"A workspace has a Track API key for `TrackClient`, another App API key for `APIClient`, and a write key for
`PipelinesClient` ([managing credentials](https://docs.customer.io/accounts-and-workspaces/managing-credentials/)). When
one variable feeds two of these places, one of the two clients gets the wrong key, whatever the variable holds, and all
its requests are answered with 401.

Nothing has to be known of the variable's name or value: that it is the same one is enough. All files of the project are
compared, over imports and objects that hold the configuration. So are variables of two names that a `.env` file sets to
the same value. Packages of a monorepo may run in environments of their own: a variable is the same one in two of them only
if it is set in the same `.env` file. Values that prove their own kind are left to `wrong-api-key`; placeholders and
`ak_…` keys are not judged.

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

None: which of the two places is right is known only to those who set the variable.

### References

- [Customer.io: managing credentials](https://docs.customer.io/accounts-and-workspaces/managing-credentials/)
"#,
};

/// A credential, the client that it is given to, and the file.
#[derive(Clone, Copy)]
struct Given<'a> {
    at: At,
    client: &'a ClientMade,
    credential: &'a Credential,
}

pub fn check(cx: &Across<'_>, report: &mut AcrossReport<'_>) {
    // Of each credential the first places of each kind, which are few.
    let mut known: FxHashMap<Identity<'_>, Vec<Given<'_>>> = FxHashMap::default();
    let mut reported = FxHashSet::default();
    for (at, client) in cx.clients() {
        // A literal whose form says its kind is `wrong-api-key`'s alone, any other is a placeholder, and the coming `ak_…`
        // keys are right everywhere.
        for credential in client.credentials.iter().filter(|credential| credential.literal.is_none()) {
            for identity in identities(cx.member(at), credential) {
                let later = Given { at, client, credential };
                let places = known.entry(identity).or_default();
                if let Some(earlier) = places.iter().find(|earlier| clash(**earlier, later)).copied() {
                    let (wrong, other) = wrong_one(earlier, later);
                    if !is_told(wrong) && reported.insert((wrong.at, wrong.credential.at)) {
                        tell(cx, report, wrong, other);
                    }
                }
                // Two of a kind, as one of them may be of the client that comes next.
                if places.iter().filter(|place| place.credential.wanted == credential.wanted).count() < 2 {
                    places.push(later);
                }
            }
        }
    }
}

/// The value or the name may tell which of the two is the wrong place; else the later one is marked, as the addition.
fn wrong_one<'a>(earlier: Given<'a>, later: Given<'a>) -> (Given<'a>, Given<'a>) {
    let first = is_told(earlier) && !is_told(later);
    if first { (earlier, later) } else { (later, earlier) }
}

/// Whether the value or the name says another kind: then `wrong-api-key` tells which, or `client-constructor-shape` that
/// two are swapped.
fn is_told(given: Given<'_>) -> bool {
    let credential = given.credential;
    let by_name = credential.named.as_ref().is_some_and(|(kind, _)| *kind != credential.wanted);
    by_name || misplaced(credential).is_some()
}

fn tell(cx: &Across<'_>, report: &mut AcrossReport<'_>, wrong: Given<'_>, other: Given<'_>) {
    let class = wrong.client.kind.class_name();
    let message = format!(
        "the {} of {class} is also given to {} as its {}: it cannot be both, so one of the clients is answered with 401",
        wrong.credential.wanted.as_str(),
        other.client.kind.class_name(),
        other.credential.wanted.as_str(),
    );
    report
        .of(wrong.at)
        .at(wrong.credential.at, Severity::Warning, message)
        .help(format!("Give {class} a variable of its own."))
        .related_at(
            Some(cx.place(wrong.at, other.at, other.credential.at)),
            format!("given as the {} here", other.credential.wanted.as_str()),
        );
}

/// Whether two clients get the same credential in places that take different kinds.
fn clash(a: Given<'_>, b: Given<'_>) -> bool {
    (a.at, a.client.range) != (b.at, b.client.range) && a.credential.wanted != b.credential.wanted
}
