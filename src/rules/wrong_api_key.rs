//! `wrong-api-key`: a credential of a kind that the client does not accept.

use super::helpers::credentials::{Misplaced, misplaced};
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{ClientMade, OptionsGiven};
use crate::sdk::{ClientKind, CredentialForm, CredentialKind, Door};
use crate::text::{TextEdit, TextRange};

pub const META: RuleMeta = RuleMeta {
    id: "wrong-api-key",
    summary: "A client gets the wrong kind of API key",
    category: "credentials",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"`TrackClient` takes the Site ID and the Track API key, `APIClient` the App API key, and `PipelinesClient` a write key.
These are different credentials of one workspace
([managing credentials](https://docs.customer.io/accounts-and-workspaces/managing-credentials/)). The SDK does not check
them: the client is created, and every request fails with 401.

The form of a value proves its kind: Site IDs and Track API keys have 20 hexadecimal digits, App API keys have 32. A
mismatch is an error, both for a literal and for an environment variable that has that form in every `.env*` file that
sets it; example files (`.env.example`) do not count. Only the form of a value is checked: values are neither kept nor
shown. A name that states another kind (`CUSTOMERIO_TRACK_API_KEY`) is a warning. Names that don't state a kind
(`CUSTOMERIO_API_KEY` is used for both) are not reported, nor are `ak_…` and `wk_…` keys.

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

Replaces the argument with a variable whose name states the right kind, if one is in scope. Only suggested: the code
does not show what a variable really holds.

### References

- [Customer.io: managing credentials](https://docs.customer.io/accounts-and-workspaces/managing-credentials/)
- [Track API: authentication](https://docs.customer.io/api/track/)
- [App API: authentication](https://docs.customer.io/api/app/)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    let others = ctx.model.clients().of_other_sdks();
    for client in ctx.model.clients().made().iter().chain(&others) {
        for credential in &client.credentials {
            let wanted = credential.wanted.as_str();
            let class = match client.kind.door() {
                Door::Sdk => client.kind.class_name().to_owned(),
                _ => format!("`{}`", client.kind.class_name()),
            };
            let misplaced = misplaced(credential);
            let (severity, found) = match misplaced {
                Some(Misplaced::Form(form)) => (Severity::Error, format!("found {}", of_form(form).0)),
                Some(Misplaced::Variable(form, name, _)) => {
                    (Severity::Error, format!("but `{name}` is set to {}", of_form(form).0))
                }
                Some(Misplaced::Name(kind, name)) => {
                    (Severity::Warning, format!("but `{name}` names {}", kind.with_article()))
                }
                None => continue,
            };
            let proof = match misplaced {
                Some(Misplaced::Form(form) | Misplaced::Variable(form, ..)) => of_form(form).1,
                _ => "",
            };
            let mut draft = report
                .at(credential.at, severity, format!("{class} expects the {wanted}, {found}"))
                .why(format!("Customer.io rejects every request with 401{proof}"))
                .help(help(client, credential.wanted));
            if let Some(Misplaced::Variable(_, name, set)) = misplaced {
                draft = draft.related_at(Some(set.place.clone()), format!("`{name}` is set here"));
            }
            draft = draft.related_at(credential.origin.clone(), "the credential is defined here");
            let given = ctx.model.text(credential.at);
            let others = ctx.model.credentials().in_sight(credential.wanted);
            let others = others.iter().filter(|other| **other != given);
            for other in others.take(MOST_OFFERED) {
                // `new APIClient(siteId, appKey)`: the right one is already there, in the wrong place.
                let range = match client.options {
                    OptionsGiven::Primitive(next) if ctx.model.text(next) == *other => {
                        TextRange { start: credential.at.start, end: next.end }
                    }
                    _ => credential.at,
                };
                let edit = TextEdit::replace(range, other.as_str());
                draft = draft.fix(format!("Use `{other}`"), Applicability::Suggested, || [edit]);
            }
        }
    }
}

/// The number of credentials offered instead; a longer menu does not help.
const MOST_OFFERED: usize = 8;

/// The kind of credential that has this form, and the proof of it, without the value.
fn of_form(form: CredentialForm) -> (&'static str, &'static str) {
    match form {
        CredentialForm::Hex32 => {
            ("an App API key", " (the value has 32 hexadecimal digits, which only App API keys have)")
        }
        _ => (
            "a Site ID or Track API key",
            " (the value has 20 hexadecimal digits, as Site IDs and Track API keys have)",
        ),
    }
}

fn help(client: &ClientMade, wanted: CredentialKind) -> String {
    let where_to_find = match client.kind {
        ClientKind::App => "Account Settings > API Credentials > App API Keys",
        ClientKind::Track | ClientKind::Legacy => "Account Settings > API Credentials > Track API Keys",
        _ => "the settings of the Node.js source",
    };
    format!("Pass the {}; Customer.io shows it under {where_to_find}.", wanted.as_str())
}
