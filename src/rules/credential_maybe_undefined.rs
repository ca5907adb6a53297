//! `credential-maybe-undefined`: a credential that falls back to an empty string.

use super::helpers::repairs::suggested;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::CredentialSource;
use crate::rewrite;

pub const META: RuleMeta = RuleMeta {
    id: "credential-maybe-undefined",
    summary: "Credential falls back to an empty string",
    category: "credentials",
    preset: Preset::Strict,
    severity: Severity::Hint,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"`TrackClient` and `APIClient` do not check their credentials. A client that gets an empty string because a variable is not set is
created anyway, and every request fails with 401: the error appears at the first call, far from the mistake.

The rule reports only fallbacks (`process.env.KEY || ""`, `?? ""`), which hide the missing variable from the type checker. A plain
variable, and one followed by `!`, are left to the type checker. The rule is silent where the file also mentions the credential
elsewhere (`if (!key) return;`), because it may be checked there.

### Invalid

```ts
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY || "");
```

### Valid

```ts
import { APIClient } from "customerio-node";

const key = process.env.CUSTOMERIO_APP_API_KEY;
if (!key) throw new Error("CUSTOMERIO_APP_API_KEY is not set");
const api = new APIClient(key);
```

### Fix

Throws before the client is created if the variable is missing. Suggested: a program that can do without Customer.io should not
create a client instead. There is no fix where no statement can be inserted, for example in class fields.

### References

- [customerio-node: usage](https://github.com/customerio/customerio-node#usage)
- [Customer.io: managing credentials](https://docs.customer.io/accounts-and-workspaces/managing-credentials/)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    if ctx.model.file().is_test() {
        return;
    }
    for client in ctx.model.clients().made() {
        for credential in client.credentials.iter().filter(|credential| !credential.is_looked_at) {
            let name = credential.sources.iter().find_map(|source| match source {
                CredentialSource::Environment(name, _) => Some(name),
                _ => None,
            });
            let empty = credential.sources.iter().find_map(|source| match source {
                CredentialSource::Empty(place) => Some(place),
                _ => None,
            });
            let (Some(name), Some(empty)) = (name, empty) else { continue };
            let draft = report
                .at(
                    credential.at,
                    Severity::Hint,
                    format!("the {} falls back to an empty string", credential.wanted.as_str()),
                )
                .why(format!("every request of {} fails with 401 when `{name}` is not set", client.kind.class_name()))
                .help(format!("Fail fast when `{name}` is not set: throw, or don't create the client."))
                .related_at(Some(empty.clone()), "the fallback is here");
            suggested(draft, || rewrite::credential_checked(ctx.model, client, credential, name));
        }
    }
}
