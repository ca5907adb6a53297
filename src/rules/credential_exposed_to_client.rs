//! `credential-exposed-to-client`: a secret key that reaches browsers.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::{Credential, CredentialSource};
use crate::sdk::{ClientKind, CredentialForm, CredentialKind, PathRoot};

pub const META: RuleMeta = RuleMeta {
    id: "credential-exposed-to-client",
    summary: "Secret key in an environment variable or a file that is bundled for the browser",
    category: "credentials",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::None,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"Next.js, Vite, Create React App, Expo, Nuxt, Gatsby, Astro and SvelteKit bundle environment variables with a certain prefix
(`NEXT_PUBLIC_`, `VITE_`, `REACT_APP_`, `EXPO_PUBLIC_`, `NUXT_PUBLIC_`, `GATSBY_`, `PUBLIC_`) into the code that is sent to
browsers. Any visitor can read a Track or App API key in such a variable, and with it write to all profiles or send messages to all
customers. The same is true for a client created in a file that begins with `"use client"`.

The Site ID and keys that are public by their form (`wk_…`) may be exposed.

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

None: the variable has to be renamed where it is set, and the key has to be rotated. In browsers, use Customer.io's own
JavaScript snippet.

### References

- [Next.js: environment variables for the browser](https://nextjs.org/docs/app/guides/environment-variables#bundling-environment-variables-for-the-browser)
- [Vite: env variables](https://vite.dev/guide/env-and-mode#env-variables)
- [Customer.io: managing credentials](https://docs.customer.io/accounts-and-workspaces/managing-credentials/)
"#,
};

/// Prefixes of the variables that are bundled for the browser.
const PREFIXES: &[&str] =
    &["NEXT_PUBLIC_", "VITE_", "REACT_APP_", "EXPO_PUBLIC_", "NUXT_PUBLIC_", "GATSBY_", "PUBLIC_"];

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    if ctx.model.file().is_test() {
        return;
    }
    in_requests(ctx, report);
    let directive = ctx.model.file().use_client();
    for client in ctx.model.clients().made().iter().filter(|client| client.kind != ClientKind::Pipelines) {
        let mut told = false;
        for credential in &client.credentials {
            let Some((name, prefix)) = exposed(credential) else { continue };
            told = true;
            report
                .at(
                    credential.at,
                    Severity::Warning,
                    format!("`{name}` exposes the {} to browsers", credential.wanted.as_str()),
                )
                .why(format!("variables with the prefix `{prefix}` are bundled for the browser, where anyone can read the key"))
                .help(
                    "Rename the variable so that it stays on the server, call Customer.io from there, and rotate the key.",
                );
        }
        if let Some(directive) = directive
            && !told
        {
            report
                .at(
                    client.class_range,
                    Severity::Warning,
                    format!("{} is created in a file that is bundled for the browser", client.kind.class_name()),
                )
                .why("anyone who opens the page can read its credentials")
                .help("Call Customer.io from the server: from a route handler or a server action.")
                .related(Some(directive), "this directive bundles the file for the browser");
        }
    }
}

/// Reports the credentials of requests that are sent without the SDK.
fn in_requests(ctx: &Context<'_>, report: &mut Report<'_>) {
    let directive = ctx.model.file().use_client();
    for sent in ctx.model.credentials().of_http().iter().filter(|sent| sent.api != PathRoot::Pipelines) {
        let exposed = sent.credentials.iter().find_map(|it| Some((it, exposed(it)?)));
        if let Some((credential, (name, prefix))) = exposed {
            report
                .at(credential.at, Severity::Warning, format!("`{name}` exposes the {} to browsers", credential.wanted.as_str()))
                .why(format!("variables with the prefix `{prefix}` are bundled for the browser, where anyone can read the key"))
                .help(
                    "Rename the variable so that it stays on the server, call Customer.io from there, and rotate the key.",
                );
        } else if let (Some(directive), Some(credential)) = (directive, sent.credentials.last()) {
            report
                .at(
                    credential.at,
                    Severity::Warning,
                    format!("the {} is sent from a file that is bundled for the browser", credential.wanted.as_str()),
                )
                .why("anyone who opens the page can read it")
                .help("Call Customer.io from the server: from a route handler or a server action.")
                .related(Some(directive), "this directive bundles the file for the browser");
        }
    }
}

/// The variable whose prefix exposes a secret key to browsers, and the prefix.
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
