//! `credential-maybe-undefined`: a credential that falls back to nothing.

use super::judge::repairs::suggested;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::CredentialSource;

pub const META: RuleMeta = RuleMeta {
    id: "credential-maybe-undefined",
    summary: "A credential falls back to an empty text, which is sent as it is",
    category: "credentials",
    preset: Preset::Strict,
    severity: Severity::Hint,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    docs: r#"`TrackClient` and `APIClient` check none of their credentials. A client that is given an empty text because a variable is
not set is made all the same, and every request is answered with 401: at the first call, and not where the mistake is.

Only fallbacks are found (`process.env.KEY || ""`, `?? ""`), which take the type checker's word for the missing variable
away. A variable as it is, and one with `!` behind it, are left to the type checker. Silent where the file names the
credential in another place too (`if (!key) return;`), since it may well be looked at there.

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

Throws where the variable is missing, before the client is made. Suggested: a program that can do without Customer.io had better
make no client. None where no statement can stand there, in fields of classes for instance.

### References

- [customerio-node: usage](https://github.com/customerio/customerio-node#usage)
- [Customer.io: managing credentials](https://docs.customer.io/accounts-and-workspaces/managing-credentials/)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    if cx.model.is_test() {
        return;
    }
    for client in cx.model.clients() {
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
            let message = format!(
                "without `{name}` {} is made with an empty {}, and every request is answered with 401",
                client.kind.class_name(),
                credential.wanted.as_str()
            );
            let draft = report
                .at(credential.at, Severity::Hint, message)
                .help(format!("Stop where `{name}` is missing: throw, or make no client."))
                .related_at(Some(empty.clone()), "it falls back to nothing here");
            suggested(draft, cx.model.credential_checked(client, credential, name));
        }
    }
}
