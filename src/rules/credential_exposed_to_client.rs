//! `credential-exposed-to-client`: a secret key that is sent to browsers.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::{Credential, CredentialSource};
use crate::sdk::{ClientKind, CredentialForm, CredentialKind};

pub const META: RuleMeta = RuleMeta {
    id: "credential-exposed-to-client",
    summary: "A secret key is read from a variable that is sent to browsers, or a client is made in code for browsers",
    category: "credentials",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::None,
    versions: "all",
    options: &[],
    docs: r#"Next.js, Vite, Create React App, Expo, Nuxt, Gatsby, Astro and SvelteKit write variables whose names begin with a prefix of
theirs (`NEXT_PUBLIC_`, `VITE_`, `REACT_APP_`, `EXPO_PUBLIC_`, `NUXT_PUBLIC_`, `GATSBY_`, `PUBLIC_`) into what is sent to
browsers. A Track or App API key with such a name can be read by every visitor, who can then write to all profiles, or send
messages to all customers. The same holds of a client that is made in a file that begins with `"use client"`.

The Site ID and the keys that say of themselves that they are public (`wk_…`) may be seen.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.NEXT_PUBLIC_CUSTOMERIO_SITE_ID!, process.env.NEXT_PUBLIC_CUSTOMERIO_API_KEY!);
```

```tsx
"use client";
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.NEXT_PUBLIC_CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
```

```ts
"use server";
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
```

### Fix

None: the variable has to be renamed where it is set, and the key to be replaced. In browsers use Customer.io's own
JavaScript snippet.

### References

- [Next.js: environment variables for the browser](https://nextjs.org/docs/app/guides/environment-variables#bundling-environment-variables-for-the-browser)
- [Vite: env variables](https://vite.dev/guide/env-and-mode#env-variables)
- [Customer.io: managing credentials](https://docs.customer.io/accounts-and-workspaces/managing-credentials/)
"#,
};

/// What the names of variables begin with that are sent to browsers.
const PREFIXES: &[&str] =
    &["NEXT_PUBLIC_", "VITE_", "REACT_APP_", "EXPO_PUBLIC_", "NUXT_PUBLIC_", "GATSBY_", "PUBLIC_"];

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    if cx.model.is_test() {
        return;
    }
    let directive = cx.model.use_client();
    for client in cx.model.clients().iter().filter(|client| client.kind != ClientKind::Pipelines) {
        let mut told = false;
        for credential in &client.credentials {
            let Some((name, prefix)) = exposed(credential) else { continue };
            told = true;
            let message = format!(
                "`{name}` is sent to every browser, as its prefix `{prefix}` says: whoever opens the page can read the {}",
                credential.wanted.as_str()
            );
            report.at(credential.at, Severity::Warning, message).help(
                "Rename the variable so that it stays on the server, call Customer.io from there, and have a new key made.",
            );
        }
        if let Some(directive) = directive.filter(|_| !told) {
            let message = format!(
                "{} is made in a file for browsers: what it is given is sent to whoever opens the page",
                client.kind.class_name()
            );
            report
                .at(client.class_range, Severity::Warning, message)
                .help("Call Customer.io from the server: from a route handler or a server action.")
                .related(Some(directive), "the file is for browsers by this");
        }
    }
}

/// The variable whose name says that a secret key is sent to browsers, with the prefix that says it.
fn exposed(credential: &Credential) -> Option<(&str, &'static str)> {
    if !matches!(credential.wanted, CredentialKind::TrackKey | CredentialKind::AppKey) {
        return None;
    }
    let is_public = |form: CredentialForm| matches!(form, CredentialForm::PublicKey(_));
    if credential.set.iter().any(|set| set.form.is_some_and(is_public)) {
        return None;
    }
    credential.sources.iter().find_map(|source| match source {
        CredentialSource::Environment(name, _) => {
            let prefix = PREFIXES.iter().find(|prefix| name.starts_with(**prefix))?;
            Some((name.as_str(), *prefix))
        }
        _ => None,
    })
}
