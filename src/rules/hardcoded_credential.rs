//! `hardcoded-credential`: a key in the source code.

use super::helpers::credentials::{Misplaced, misplaced};
use super::helpers::environment::reading;
use super::{Across, AcrossReport, Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{ClientMade, Credential, CredentialSource, LiteralKey};
use crate::sdk::{CredentialForm, CredentialKind};
use crate::text::{Place, TextEdit, TextRange};
use rustc_hash::FxHashSet;
use std::path::Path;
use std::sync::Arc;

pub const META: RuleMeta = RuleMeta {
    id: "hardcoded-credential",
    summary: "Customer.io key in the source code",
    category: "credentials",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"Anyone who can read the repository can read a key in it, send messages to every customer and read their data; and the key stays in
the history after it is removed from the code. The rule finds keys that are passed to a client, also as the fallback of a variable
(`process.env.KEY || "…"`) and across files, and keys in the `Authorization` header of a request to a host of Customer.io.

A value counts as a key by its form: 20 or 32 hexadecimal digits, `ak_…`, `sa_live_…`. Placeholders (one digit repeated, words) do not
count, a Site ID alone is not a secret, and keys in tests are ignored. The value itself is never shown in a message or a report.

### Invalid

```ts
import { APIClient } from "customerio-node";

const api = new APIClient("5f1d7a84cfa2039be5f1d7a84cfa2039");
```

```ts
import { TrackClient } from "customerio-node";

const key = process.env.CUSTOMERIO_TRACK_API_KEY || "5f1d7a84cfa2039be5f1";
const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, key);
```

### Valid

```ts
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
```

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient("SITE_ID", "xxxxxxxxxxxxxxxxxxxx");
```

### Fix

Reads the key from the environment, with a name like those that the file already uses, or removes the fallback. Suggested: the
variable has to be set where the program runs. None in files that import their variables (`$env/static/private`).

### References

- [Customer.io: managing credentials](https://docs.customer.io/accounts-and-workspaces/managing-credentials/)
- [GitGuardian: Customer.io keys](https://docs.gitguardian.com/secrets-detection/secrets-detection-engine/detectors/specifics/customerio_app_keys)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    if ctx.model.file().is_test() {
        return;
    }
    // A literal is reported once, however many clients and requests use it.
    let mut reported = FxHashSet::default();
    for client in ctx.model.clients().made() {
        for credential in client.credentials.iter().filter(|credential| is_reported(credential)) {
            in_client(ctx, report, client, credential, &mut reported);
        }
    }
    let headers = ctx.model.credentials().in_headers();
    for sent in ctx.model.credentials().of_http() {
        for credential in &sent.credentials {
            // A whole header is reported once, below.
            if !headers.iter().any(|header| header.range.contains(credential.at)) {
                in_request(ctx, report, credential, &mut reported);
            }
        }
    }
    for header in headers {
        let what = match (header.form, header.wanted) {
            (Some(form), wanted) => what(form, wanted),
            (None, CredentialKind::TrackKey) => "a Site ID and a Track API key".to_owned(),
            (None, wanted) => wanted.with_article(),
        };
        report
            .at(header.range, Severity::Warning, found(&what))
            .why(EFFECT)
            .help("Read it from the environment and rotate the key: treat this one as leaked.");
    }
}

/// Leaves one finding of each literal that several files use: the one where it is written, or else the first.
pub fn compare(ctx: &Across<'_>, report: &mut AcrossReport<'_>) {
    let mut told: FxHashSet<(&Arc<Path>, TextRange)> = FxHashSet::default();
    for is_own in [true, false] {
        for (at, client) in ctx.clients() {
            if !ctx.is_on(at) || ctx.member(at).traces.is_test {
                continue;
            }
            for credential in client.credentials.iter().filter(|credential| is_reported(credential)) {
                let literals: Vec<&LiteralKey> =
                    secrets(credential).filter(|literal| literal.place.file.is_none() == is_own).collect();
                let told_before =
                    literals.iter().filter(|it| !told.insert((ctx.path_of(at, &it.place), it.place.range))).count();
                if !is_own && !literals.is_empty() && told_before == literals.len() {
                    report.settle(at, META.id, credential.at);
                }
            }
        }
    }
}

/// Returns whether a key in the source is reported here: a literal in the wrong place is left to `wrong-api-key`.
fn is_reported(credential: &Credential) -> bool {
    !matches!(misplaced(credential), Some(Misplaced::Form(_)))
}

/// The literals that a credential may be and that are secrets.
fn secrets(credential: &Credential) -> impl Iterator<Item = &LiteralKey> {
    credential.sources.iter().filter_map(|source| match source {
        CredentialSource::Literal(literal) if is_secret(literal, credential.wanted) => Some(literal),
        _ => None,
    })
}

fn in_client(
    ctx: &Context<'_>,
    report: &mut Report<'_>,
    client: &ClientMade,
    credential: &Credential,
    reported: &mut FxHashSet<Place>,
) {
    for literal in secrets(credential) {
        if !reported.insert(literal.place.clone()) {
            continue;
        }
        let at = literal.literal.unwrap_or(credential.at);
        let name = reading(ctx.model, credential.wanted);
        let instead = match literal.fallback {
            Some(fallback) => ctx.model.text(fallback.first),
            None if is_of_modules(ctx, &name) => "$env/static/private".to_owned(),
            None => name.clone(),
        };
        let help =
            format!("Read it from `{}` and rotate the key: treat this one as leaked.", instead.trim_end_matches('!'));
        let draft = report
            .at(at, Severity::Warning, found(&what(literal.form, credential.wanted)))
            .why(EFFECT)
            .help(help)
            .related(
                (at != credential.at).then_some(credential.at),
                format!("it is passed to {} here", client.kind.class_name()),
            )
            .related_at(literal.literal.is_none().then(|| literal.place.clone()), "the key is written here");
        if let Some((title, edit)) = repair(ctx, literal, &name) {
            draft.fix(title, Applicability::Suggested, || [edit]);
        }
    }
}

fn in_request(ctx: &Context<'_>, report: &mut Report<'_>, credential: &Credential, reported: &mut FxHashSet<Place>) {
    for literal in secrets(credential) {
        if !reported.insert(literal.place.clone()) {
            continue;
        }
        let at = literal.literal.unwrap_or(credential.at);
        let name = reading(ctx.model, credential.wanted);
        let draft = report
            .at(at, Severity::Warning, found(&what(literal.form, credential.wanted)))
            .why(EFFECT)
            .help(format!(
                "Read it from `{}` and rotate the key: treat this one as leaked.",
                name.trim_end_matches('!')
            ))
            .related((at != credential.at).then_some(credential.at), "it is sent to Customer.io here")
            .related_at(literal.literal.is_none().then(|| literal.place.clone()), "the key is written here");
        if let Some((title, edit)) = repair(ctx, literal, &name) {
            draft.fix(title, Applicability::Suggested, || [edit]);
        }
    }
}

/// The title and the edit of the fix that removes the key from the code.
fn repair(ctx: &Context<'_>, literal: &LiteralKey, name: &str) -> Option<(String, TextEdit)> {
    match literal.fallback {
        Some(fallback) => {
            let first = ctx.model.text(fallback.first);
            let types = ctx.model.file().has_types();
            if types && !fallback.is_simple {
                return None;
            }
            let mark = if types { "!" } else { "" };
            Some(("Remove the fallback".to_owned(), TextEdit::replace(fallback.whole, format!("{first}{mark}"))))
        }
        None if is_of_modules(ctx, name) => None,
        None => {
            let title = format!("Read it from `{}`", name.trim_end_matches('!'));
            Some((title, TextEdit::replace(literal.literal?, name)))
        }
    }
}

/// Returns whether the file imports its variables, as SvelteKit does: `process.env` does not have them there.
fn is_of_modules(ctx: &Context<'_>, name: &str) -> bool {
    name.starts_with("process.env.") && ctx.model.imports().any_begins_with("$env/")
}

/// Returns whether a literal is a secret in a place for `wanted`. A Site ID only identifies a workspace.
fn is_secret(literal: &LiteralKey, wanted: CredentialKind) -> bool {
    literal.is_secret && !(wanted == CredentialKind::SiteId && literal.form == CredentialForm::Hex20)
}

fn what(form: CredentialForm, wanted: CredentialKind) -> String {
    match (form, wanted) {
        (CredentialForm::ServiceAccount, _) => "a service account token".to_owned(),
        (CredentialForm::SecretKey(_), _) => "a secret key of Customer.io".to_owned(),
        (CredentialForm::Hex32, _) => "an App API key".to_owned(),
        (_, kind) => kind.with_article(),
    }
}

const EFFECT: &str = "anyone who can read the repository can use it, and it stays in the history";

fn found(what: &str) -> String {
    format!("{what} is hardcoded")
}
