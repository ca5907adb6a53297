//! `env-name-not-defined`: a variable that no `.env` file sets, while one with a similar name is set.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::CredentialSource;
use crate::sdk::{credential_kind, nearest};
use crate::text::{TextEdit, TextRange};

pub const META: RuleMeta = RuleMeta {
    id: "env-name-not-defined",
    summary: "Credential read from a variable that no `.env` file sets, while a similar name is set",
    category: "credentials",
    preset: Preset::Strict,
    severity: Severity::Info,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"None of the `.env*` files around the file, including examples, sets the variable of a credential, but one of them sets a variable
with a similar name that the file does not read: one of the two is misspelled. Without such a file or such a name the rule is silent,
because variables can come from anywhere.

### Invalid

```ts
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
//- /.env
CUSTOMER_IO_APP_API_KEY=
```

### Valid

```ts
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
//- /.env
CUSTOMERIO_APP_API_KEY=
```

### Fix

Reads the variable that is set. Suggested: the `.env` file may be the one that is wrong. None if the variable was destructured
from `process.env` or imported (`$env/static/private`).

### References

- [Node.js: environment variables](https://nodejs.org/api/environment_variables.html)
- [Customer.io: managing credentials](https://docs.customer.io/accounts-and-workspaces/managing-credentials/)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    let credentials = ctx.model.clients().made().iter().flat_map(|client| &client.credentials);
    let read = credentials.flat_map(|credential| credential.sources.iter().map(move |source| (credential, source)));
    let mut set = None;
    for (credential, source) in read {
        let CredentialSource::Environment(name, place) = source else { continue };
        let set = set.get_or_insert_with(|| ctx.model.file().variable_names());
        if set.contains(name) {
            continue;
        }
        // A name that is also read, or that is of another kind, is another variable.
        let kind = credential_kind(name);
        let others = set.iter().filter(|other| {
            !ctx.model.file().reads_variable(other) && (credential_kind(other) == kind || is_turned(name, other))
        });
        let Some(meant) = nearest(name, others.map(|other| other.as_str())).filter(|meant| is_slip(name, meant)) else {
            continue;
        };
        let at = if place.file.is_none() { place.range } else { credential.at };
        let draft = report
            .at(at, Severity::Info, format!("`{name}` is not set in any `.env` file"))
            .why(format!("the `.env` files set `{meant}` instead"))
            .help(format!("Read `{meant}`, or set `{name}`."))
            .related_at(place.file.is_some().then(|| place.clone()), "it is read here");
        let written = ctx.model.text(at);
        // A name that stands by itself is a variable of the file, or an import, and has to be made first.
        let is_member = |start: &usize| written[..*start].ends_with(['.', '"', '\'', '`']);
        if let Some(start) = written.rfind(name.as_str()).filter(is_member)
            && place.file.is_none()
        {
            let start = at.start() + start;
            let edit = TextEdit::replace(TextRange::new(start, start + name.len()), meant);
            draft.fix(format!("Read `{meant}`"), Applicability::Suggested, || [edit]);
        }
    }
}

/// Returns whether one name has the letters of the other in another order: a typo in the word that says the kind.
fn is_turned(name: &str, other: &str) -> bool {
    let sorted = |text: &str| {
        let mut letters: Vec<char> = text.chars().collect();
        letters.sort_unstable();
        letters
    };
    sorted(name) == sorted(other)
}

/// Returns whether one name is the other with a typo: the same words, or at most two letters apart. Digits have to
/// match.
fn is_slip(name: &str, meant: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>().to_ascii_uppercase();
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let (a, b) = (letters(name), letters(meant));
    digits(name) == digits(meant)
        && (a == b || a.len().abs_diff(b.len()) <= 2 && strsim::damerau_levenshtein(&a, &b) <= 2)
}
