//! `credential-shared-between-clients`: one credential for two clients that take different kinds.

use super::judge::credentials::misplaced;
use super::{Context, FixAvailability, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::{ClientMade, Credential};

pub const META: RuleMeta = RuleMeta {
    id: "credential-shared-between-clients",
    summary: "The same credential is given to two clients that take different kinds",
    category: "credentials",
    severity: Severity::Warning,
    fix: FixAvailability::None,
    versions: "all",
    options: &[],
    docs: r#"A workspace has a Track API key for `TrackClient`, another App API key for `APIClient`, and a write key for
`PipelinesClient` ([managing credentials](https://docs.customer.io/accounts-and-workspaces/managing-credentials/)). When
one variable feeds two of these places, one of the two clients gets the wrong key, whatever the variable holds, and all
its requests are answered with 401.

Nothing has to be known of the variable's name or value: that it is the same one is enough. Literals that prove their own
kind are left to `wrong-api-key`; placeholders and `ak_…` keys are not judged.

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

/// A credential and the client that it is given to.
type Given<'a> = (&'a ClientMade, &'a Credential);

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    let all: Vec<Given<'_>> =
        cx.model.clients().iter().flat_map(|client| client.credentials.iter().map(move |c| (client, c))).collect();
    let mut reported = Vec::new();
    for (index, &later) in all.iter().enumerate() {
        let Some(&earlier) = all[..index].iter().find(|earlier| clash(**earlier, later)) else { continue };
        // The name may tell which of the two is the wrong place; else the later one is marked, as the addition.
        let (wrong, other) = if misplaced(earlier.1).is_some() && misplaced(later.1).is_none() {
            (earlier, later)
        } else {
            (later, earlier)
        };
        if reported.contains(&wrong.1.at) {
            continue;
        }
        reported.push(wrong.1.at);
        let message = format!(
            "the {} of {} is also given to {} as its {}: it cannot be both, so one of the clients is answered with 401",
            wrong.1.wanted.as_str(),
            wrong.0.kind.class_name(),
            other.0.kind.class_name(),
            other.1.wanted.as_str(),
        );
        report
            .at(wrong.1.at, Severity::Warning, message)
            .help(format!("Give {} a variable of its own.", wrong.0.kind.class_name()))
            .related(Some(other.1.at), format!("given as the {} here", other.1.wanted.as_str()));
    }
}

/// Whether two clients get the same credential in places that take different kinds.
fn clash((a_client, a): Given<'_>, (b_client, b): Given<'_>) -> bool {
    // A literal whose form says its kind is `wrong-api-key`'s alone, any other is a placeholder, and the coming `ak_…`
    // keys are right everywhere.
    let literal = a.literal.is_some() || b.literal.is_some();
    let same = a.same.is_some() && a.same == b.same;
    same && !literal && a_client.range != b_client.range && a.wanted != b.wanted
}
