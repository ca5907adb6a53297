//! `sensitive-attribute`: secrets in profiles and events.

use super::helpers::entries::removed;
use super::helpers::payloads;
use super::{Context, Draft, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Field, Given, Model, PayloadOf, WalkedObjects, words};
use crate::text::TextRange;

pub const META: RuleMeta = RuleMeta {
    id: "sensitive-attribute",
    summary: "A password, card number or other secret is sent with a person or an event",
    category: "data",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"Attributes and event data are visible to everyone who works in the workspace, and are passed on to exports, webhooks and
messages. Customer.io asks you not to store secrets there ([attributes](https://docs.customer.io/journeys/attributes/)):
passwords and their hashes, card numbers, social security numbers, keys and access tokens.

The rule reports names that leave no doubt (`password`, `card_number`, `accessToken`). It ignores `has_password`,
`password_changed_at`, `card_brand`, `device_token`, and a `reset_token` for a message, and values that are `true`, `false`
or a time.

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

Removes the entry, if it is written in the call. Only suggested.

### References

- [Customer.io: attributes](https://docs.customer.io/journeys/attributes/)
"#,
};

/// The depth to which data is searched.
const MAX_DEPTH: u32 = 12;
/// The number of objects searched for one field.
const MOST_LOOKS: u32 = 10_000;

/// Names of secrets, their words joined by `_`.
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

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    let (mut last, mut left, mut walked) = (None, MOST_LOOKS, WalkedObjects::default());
    for (payload, field, at) in payloads::entries(
        ctx.model,
        META.id,
        &[PayloadOf::Person, PayloadOf::Object, PayloadOf::Device, PayloadOf::Event],
    ) {
        if is_sensitive(ctx.model, field) {
            let draft = tell(report, at, &field.key);
            draft.fix(format!("Remove `{}`", field.key), Applicability::Suggested, || {
                removed(ctx.model, &payload.argument, field)
            });
        } else {
            // One number for all fields of a call.
            if last.replace(std::ptr::from_ref(payload)) != Some(std::ptr::from_ref(payload)) {
                left = MOST_LOOKS;
                walked = WalkedObjects::default();
            }
            inside(ctx.model, field, 1, (&mut left, &mut walked), report);
        }
    }
}

/// Looks into a field. `rest` is the number of objects that may still be looked into, and those that were.
fn inside(model: &Model<'_>, field: &Field, depth: u32, rest: (&mut u32, &mut WalkedObjects), report: &mut Report<'_>) {
    let (left, walked) = rest;
    if !walked.is_first_look(&field.value, depth) {
        return;
    }
    let Some(fields) = model.fields(&field.value) else { return };
    if depth >= MAX_DEPTH || *left == 0 {
        return model.stops_at(&field.value, depth >= MAX_DEPTH);
    }
    *left -= 1;
    for field in &fields.list {
        let Some(at) = field.value.range.map(|range| field.key_range.unwrap_or(range)) else { continue };
        if is_sensitive(model, field) {
            tell(report, at, &field.key);
        } else {
            inside(model, field, depth + 1, (left, walked), report);
        }
    }
}

fn tell<'r>(report: &'r mut Report<'_>, at: TextRange, key: &str) -> Draft<'r> {
    report
        .at(at, Severity::Warning, format!("`{key}` looks like a secret"))
        .why("everyone in the Customer.io workspace can read it, and it is included in exports")
        .help(format!("Remove `{key}`, or send only whether it is set."))
}

fn is_sensitive(model: &Model<'_>, field: &Field) -> bool {
    if !SENSITIVE.contains(&words(&field.key).join("_").as_str()) {
        return false;
    }
    // Whether it is set, when it was changed, or that it is missing.
    let harmless = |given: &Given| {
        matches!(given, Given::Bool(_) | Given::Nothing | Given::Date | Given::DateText | Given::Object)
    };
    !model.cases(&field.value).iter().all(|case| harmless(&model.given(case)))
}
