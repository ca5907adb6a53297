//! `wrong-api-key`: a credential of one kind where the client takes another.

use super::judge::credentials::{Misplaced, misplaced};
use super::{Context, FixAvailability, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::ClientMade;
use crate::sdk::{ClientKind, CredentialKind};
use crate::text::TextEdit;

pub const META: RuleMeta = RuleMeta {
    id: "wrong-api-key",
    summary: "A client is given a credential of another kind than it takes",
    category: "credentials",
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    docs: r#"`TrackClient` takes the Site ID and the Track API key, `APIClient` the App API key, `PipelinesClient` a write key. They are
different credentials of one workspace
([managing credentials](https://docs.customer.io/accounts-and-workspaces/managing-credentials/)). The SDK checks none of
them: the client is made, and every request is answered with 401.

A literal proves its kind by its form: Site IDs and Track API keys have 20 hexadecimal digits, App API keys 32. That is
an error. A name that says its kind (`CUSTOMERIO_TRACK_API_KEY`) gives a warning. Names that say nothing
(`CUSTOMERIO_API_KEY`, in use for both kinds) are never judged, nor are `ak_…` and `wk_…` keys.

### Invalid

```ts
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_TRACK_API_KEY!);
```

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_APP_API_KEY!);
```

### Valid

```ts
import { APIClient, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
```

```ts
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_API_KEY!);
```

### Fix

Replaces the argument by a variable whose name says the right kind, when the file has one in sight. Only suggested:
what a variable really holds cannot be seen in the code.

### References

- [Customer.io: managing credentials](https://docs.customer.io/accounts-and-workspaces/managing-credentials/)
- [Track API: authentication](https://docs.customer.io/api/track/)
- [App API: authentication](https://docs.customer.io/api/app/)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    for client in cx.model.clients() {
        for credential in &client.credentials {
            let wanted = credential.wanted.as_str();
            let class = client.kind.class_name();
            let (severity, is) = match misplaced(credential) {
                Some(Misplaced::ByForm(digits, what)) => (
                    Severity::Error,
                    format!("this literal has {digits} hexadecimal digits, so it is {what}, not the {wanted}"),
                ),
                Some(Misplaced::ByName(kind, name)) => {
                    (Severity::Warning, format!("`{name}` names a {}, not the {wanted}", kind.as_str()))
                }
                None => continue,
            };
            let message = format!("{is} that {class} takes here: every request will be answered with 401");
            let mut draft = report.at(credential.at, severity, message).help(help(client, credential.wanted));
            draft = draft.related(credential.origin, "the credential is defined here");
            let given = cx.model.text(credential.at);
            for other in cx.model.credentials_in_sight(credential.wanted).into_iter().filter(|o| *o != given) {
                let edit = TextEdit::replace(credential.at, other.as_str());
                draft = draft.fix(format!("Use `{other}`"), Applicability::Suggested, vec![edit]);
            }
        }
    }
}

fn help(client: &ClientMade, wanted: CredentialKind) -> String {
    let where_to_find = match client.kind {
        ClientKind::App => "Customer.io shows App API keys under Account Settings > API Credentials > App API Keys.",
        ClientKind::Track | ClientKind::Legacy => {
            "Customer.io shows the Site ID and the Track API key under Account Settings > API Credentials > Track API Keys."
        }
        ClientKind::Pipelines => "Customer.io shows the write key in the settings of the Node.js source.",
    };
    format!("Pass the {}. {where_to_find}", wanted.as_str())
}
