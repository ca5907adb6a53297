//! `wrong-api-key`: a credential of one kind where the client takes another.

use super::judge::credentials::{Misplaced, misplaced};
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{ClientMade, OptionsGiven};
use crate::sdk::{ClientKind, CredentialForm, CredentialKind};
use crate::text::{TextEdit, TextRange};

pub const META: RuleMeta = RuleMeta {
    id: "wrong-api-key",
    summary: "A client is given a credential of another kind than it takes",
    category: "credentials",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    docs: r#"`TrackClient` takes the Site ID and the Track API key, `APIClient` the App API key, `PipelinesClient` a write key. They are
different credentials of one workspace
([managing credentials](https://docs.customer.io/accounts-and-workspaces/managing-credentials/)). The SDK checks none of
them: the client is made, and every request is answered with 401.

A value proves its kind by its form: Site IDs and Track API keys have 20 hexadecimal digits, App API keys 32. That is an
error, for a literal and for a variable that the `.env*` files around the file set so, all of them that set it; examples
(`.env.example`) do not count. Values are looked at for their form alone: none is kept or shown.
A name that says its kind (`CUSTOMERIO_TRACK_API_KEY`) gives a warning. Names that say nothing
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
            let misplaced = misplaced(credential);
            let (severity, is) = match misplaced {
                Some(Misplaced::Form(form)) => {
                    (Severity::Error, format!("this literal has {}, not the {wanted}", digits(form)))
                }
                Some(Misplaced::Variable(form, name, _)) => {
                    (Severity::Error, format!("`{name}` is set to {}, not the {wanted}", digits(form)))
                }
                Some(Misplaced::Name(kind, name)) => {
                    (Severity::Warning, format!("`{name}` names {}, not the {wanted}", with_article(kind)))
                }
                None => continue,
            };
            let message = format!("{is} that {class} takes here: every request will be answered with 401");
            let mut draft = report.at(credential.at, severity, message).help(help(client, credential.wanted));
            if let Some(Misplaced::Variable(_, name, set)) = misplaced {
                draft = draft.related_at(Some(set.place.clone()), format!("`{name}` is set here"));
            }
            draft = draft.related_at(credential.origin.clone(), "the credential is defined here");
            let given = cx.model.text(credential.at);
            let others = cx.model.credentials_in_sight(credential.wanted);
            let others = others.iter().filter(|other| **other != given);
            for other in others.take(MOST_OFFERED) {
                // `new APIClient(siteId, appKey)`: the right one is there already, in the wrong place.
                let range = match client.options {
                    OptionsGiven::Primitive(next) if cx.model.text(next) == *other => {
                        TextRange { start: credential.at.start, end: next.end }
                    }
                    _ => credential.at,
                };
                let edit = TextEdit::replace(range, other.as_str());
                draft = draft.fix(format!("Use `{other}`"), Applicability::Suggested, vec![edit]);
            }
        }
    }
}

/// How many credentials are offered instead: longer menus help no one.
const MOST_OFFERED: usize = 8;

/// What the form of a value says, which is not told itself.
fn digits(form: CredentialForm) -> &'static str {
    match form {
        CredentialForm::Hex32 => "32 hexadecimal digits, so it is an App API key",
        _ => "20 hexadecimal digits, so it is a Site ID or a Track API key",
    }
}

/// `an App API key`
fn with_article(kind: CredentialKind) -> String {
    let article = if kind == CredentialKind::AppKey { "an" } else { "a" };
    format!("{article} {}", kind.as_str())
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
