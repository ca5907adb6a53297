//! `service-account-in-app`: the token of a service account in a client of the SDK.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::{Credential, CredentialSource};
use crate::sdk::CredentialForm;

pub const META: RuleMeta = RuleMeta {
    id: "service-account-in-app",
    summary: "A client is given the token of a service account",
    category: "credentials",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::None,
    versions: "all",
    options: &[],
    docs: r#"Service accounts (`sa_live_…`) are for tools that administer an account, such as the command line of Customer.io. Their
tokens reach every workspace that the service account does, and the clients of the SDK take the keys of one workspace.

A token is known by its form, in the code and in the `.env*` files around it, and by a variable whose name says
`SERVICE_ACCOUNT`.

### Invalid

```ts
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_SERVICE_ACCOUNT_TOKEN!);
```

### Valid

```ts
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
```

### Fix

None: another key is needed.

### References

- [Customer.io: managing credentials](https://docs.customer.io/accounts-and-workspaces/managing-credentials/)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    if cx.model.is_test() {
        return;
    }
    for client in cx.model.clients() {
        for credential in &client.credentials {
            let Some(what) = service_account(credential) else { continue };
            let class = client.kind.class_name();
            let message = format!(
                "{what} the token of a service account, which is for tools that administer an account; {class} takes the {} of one workspace",
                credential.wanted.as_str()
            );
            report
                .at(credential.at, Severity::Warning, message)
                .help(format!("Use the workspace's own {}.", credential.wanted.as_str()));
        }
    }
}

/// What says that a credential is a service account's, as the beginning of a sentence.
fn service_account(credential: &Credential) -> Option<String> {
    let is_it = |form: CredentialForm| form == CredentialForm::ServiceAccount;
    credential.sources.iter().find_map(|source| match source {
        CredentialSource::Literal(literal) if is_it(literal.form) => Some("this is".to_owned()),
        CredentialSource::Environment(name, _) => {
            let set = credential.set.iter().any(|set| set.form.is_some_and(is_it));
            let says = name.to_ascii_uppercase().contains("SERVICE_ACCOUNT");
            match (set, says) {
                (true, _) => Some(format!("`{name}` is set to")),
                (false, true) => Some(format!("`{name}` names")),
                _ => None,
            }
        }
        _ => None,
    })
}
