//! `service-account-in-app`: a service account token in a client of the SDK.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::{Credential, CredentialSource};
use crate::sdk::CredentialForm;

pub const META: RuleMeta = RuleMeta {
    id: "service-account-in-app",
    summary: "A client gets a service account token instead of an API key",
    category: "credentials",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::None,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"Service accounts (`sa_live_…`) are for tools that administer an account, such as Customer.io's command line. Their tokens
have access to every workspace of the service account; the SDK's clients expect the keys of one workspace.

The rule recognizes a token by its form, in the code and in the `.env*` files around it, and by an environment variable
with `SERVICE_ACCOUNT` in its name.

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

None: a different key is needed.

### References

- [Customer.io: managing credentials](https://docs.customer.io/accounts-and-workspaces/managing-credentials/)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    if ctx.model.file().is_test() {
        return;
    }
    for client in ctx.model.clients().made() {
        for credential in &client.credentials {
            let Some(what) = service_account(credential) else { continue };
            let class = client.kind.class_name();
            let wanted = credential.wanted.as_str();
            report
                .at(
                    credential.at,
                    Severity::Warning,
                    format!("{class} expects the {wanted}, {what} a service account token"),
                )
                .why("service account tokens are for tools that administer an account, not for one workspace's API")
                .help(format!("Pass the {wanted} of the workspace."));
        }
    }
}

/// The evidence that a credential is a service account token, as the middle of a sentence.
fn service_account(credential: &Credential) -> Option<String> {
    let is_it = |form: CredentialForm| form == CredentialForm::ServiceAccount;
    credential.sources.iter().find_map(|source| match source {
        CredentialSource::Literal(literal) if is_it(literal.form) => Some("found".to_owned()),
        CredentialSource::Environment(name, _) => {
            let set = credential.set.iter().any(|set| set.form.is_some_and(is_it));
            let says = name.to_ascii_uppercase().contains("SERVICE_ACCOUNT");
            match (set, says) {
                (true, _) => Some(format!("but `{name}` is set to")),
                (false, true) => Some(format!("but `{name}` names")),
                _ => None,
            }
        }
        _ => None,
    })
}
