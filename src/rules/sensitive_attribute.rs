//! `sensitive-attribute`: secrets in profiles and events.

use super::judge::entries::removed;
use super::judge::payloads;
use super::{Context, Draft, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{About, Field, Given, Model, words};
use crate::text::TextRange;

pub const META: RuleMeta = RuleMeta {
    id: "sensitive-attribute",
    summary: "A password, a card or another secret is sent with a person or an event",
    category: "data",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    docs: r#"Attributes and the data of events are shown to everybody who works in the workspace, and go on to exports, webhooks and messages.
Customer.io asks not to store such things there ([attributes](https://docs.customer.io/journeys/attributes/)): passwords and their
hashes, the numbers of cards, social security numbers, keys and tokens that open something.

Judged are names that leave no doubt (`password`, `card_number`, `accessToken`). `has_password`, `password_changed_at`, `card_brand`,
`device_token`, and a `reset_token` that a message is to carry are left alone, and so are values that are `true`, `false` or a time.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.identify("42", { email: "ada@example.com", password_hash: "2f6c" });
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.identify("42", { email: "ada@example.com", has_password: true, card_brand: "visa" });
```

### Fix

Suggests to leave it out, where it is written in the call.

### References

- [Customer.io: attributes](https://docs.customer.io/journeys/attributes/)
"#,
};

/// How deep data is looked into.
const MAX_DEPTH: u32 = 12;
/// How many objects are looked into for one field.
const MOST_LOOKS: u32 = 10_000;

/// Names of what nobody else may know, their words joined by `_`.
const SENSITIVE: &[&str] = &[
    "access_token",
    "api_key",
    "api_secret",
    "auth_token",
    "bearer_token",
    "card_cvc",
    "card_cvv",
    "card_number",
    "cardnumber",
    "client_secret",
    "credit_card",
    "credit_card_number",
    "creditcard",
    "cvc",
    "cvv",
    "encrypted_password",
    "hashed_password",
    "jwt",
    "passcode",
    "passport_number",
    "passwd",
    "password",
    "password_hash",
    "password_salt",
    "private_key",
    "refresh_token",
    "secret",
    "secret_key",
    "session_token",
    "social_security",
    "social_security_number",
    "ssn",
    "user_password",
];

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    for (payload, field, at) in
        payloads::entries(cx.model, &[About::Person, About::Object, About::Device, About::Event])
    {
        if is_sensitive(cx.model, field) {
            let draft = tell(report, at, &field.key);
            let edits = removed(cx.model, &payload.argument, field).into_iter().collect();
            draft.fix(format!("Leave out `{}`", field.key), Applicability::Suggested, edits);
        } else {
            inside(cx.model, field, 1, &mut { MOST_LOOKS }, report);
        }
    }
}

fn inside(model: &Model<'_>, field: &Field, depth: u32, left: &mut u32, report: &mut Report<'_>) {
    let Some(fields) = model.fields(&field.value) else { return };
    if depth >= MAX_DEPTH || *left == 0 {
        return model.stops_at(&field.value, depth >= MAX_DEPTH);
    }
    *left -= 1;
    for field in &fields.list {
        let Some(at) = field.value.range.map(|range| field.key_range.unwrap_or(range)) else { continue };
        match is_sensitive(model, field) {
            true => drop(tell(report, at, &field.key)),
            false => inside(model, field, depth + 1, left, report),
        }
    }
}

fn tell<'r>(report: &'r mut Report<'_>, at: TextRange, key: &str) -> Draft<'r> {
    let message =
        format!("`{key}` goes to Customer.io, where everybody in the workspace can read it, and on into exports");
    report.at(at, Severity::Warning, message).help("Leave it out; send whether there is one, if that is needed.")
}

fn is_sensitive(model: &Model<'_>, field: &Field) -> bool {
    if !SENSITIVE.contains(&words(&field.key).join("_").as_str()) {
        return false;
    }
    // Whether there is one, when it was changed, or that there is none.
    let harmless = |given: &Given| {
        matches!(given, Given::Bool(_) | Given::Nothing | Given::Date | Given::DateText | Given::Object)
    };
    !model.cases(&field.value).iter().all(|case| harmless(&model.given(case)))
}
