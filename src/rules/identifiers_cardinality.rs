//! `identifiers-cardinality`: no key, or several, where exactly one identifies a person.

use super::helpers::entries::removed;
use super::helpers::operations::operations;
use super::helpers::requests::seen_through_every_door;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Field, Given, Model};
use crate::sdk::identifiers::{IDENTIFIERS, V2_IDENTIFIERS};

pub const META: RuleMeta = RuleMeta {
    id: "identifiers-cardinality",
    summary: "`identifiers` with no key or with several, where exactly one is required",
    category: "identity",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"`identifiers` of a transactional request must have exactly one of `id`, `email` and `cio_id`
([App API: send an email](https://docs.customer.io/api/app/#operation/sendEmail)). The same is true for `identifiers`, `primary` and
`secondary` of a person in `batch` and `entity`, which also support `phone`
([Track API: batch](https://docs.customer.io/api/track/#operation/batch)). The SDK sends what it is given, and the API rejects a
request with none or with several. A key that is `undefined` is not sent.

If it is not known whether several keys have a value, this is a hint: if all but one are `undefined`, only one is sent.

### Invalid

```ts
import { SendEmailRequest } from "customerio-node";

export const welcome = new SendEmailRequest({
  transactional_message_id: "welcome",
  to: "ada@example.com",
  identifiers: { id: "42", email: "ada@example.com" },
});
```

### Valid

```ts
import { SendEmailRequest } from "customerio-node";

export const welcome = new SendEmailRequest({
  transactional_message_id: "welcome",
  to: "ada@example.com",
  identifiers: { id: "42" },
});
```

### Fix

Keeps one of two keys, with one fix for each. Suggested: only you know which one identifies your people. There is no fix for a missing
key.

### References

- [App API: send an email](https://docs.customer.io/api/app/#operation/sendEmail)
- [Track API: batch](https://docs.customer.io/api/track/#operation/batch)
- [customerio-node#148](https://github.com/customerio/customerio-node/issues/148)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    for (_, _, fields) in seen_through_every_door(ctx.model, META.id) {
        if let Some(field) = fields.get("identifiers")
            && !fields.open
        {
            judge(ctx.model, field, IDENTIFIERS, report);
        }
    }
    let mut judged = Vec::new();
    for (_, operation) in operations(ctx.model) {
        // A function of the project may be called in many places.
        if judged.contains(&operation.range) {
            continue;
        }
        judged.push(operation.range);
        let Some(fields) = ctx.model.fields(&operation).filter(|fields| !fields.open) else { continue };
        let is = |key: &str, text: &str| {
            fields.get(key).is_some_and(|field| ctx.model.given(&field.value) == Given::Text(text.into()))
        };
        if !is("type", "person") {
            continue;
        }
        let places: &[&str] = if is("action", "merge") { &["primary", "secondary"] } else { &["identifiers"] };
        for field in places.iter().filter_map(|key| fields.get(key)) {
            judge(ctx.model, field, V2_IDENTIFIERS, report);
        }
    }
}

fn judge(model: &Model<'_>, field: &Field, known: &[&str], report: &mut Report<'_>) {
    let identifiers = &field.value;
    let Some(range) = identifiers.range else { return };
    if field.uncertain {
        return;
    }
    let Some(fields) = model.fields(identifiers).filter(|fields| !fields.open) else { return };
    let keys = known.iter().filter_map(|key| fields.get(key));
    let keys: Vec<&Field> = keys.filter(|field| model.given(&field.value) != Given::Nothing).collect();
    let any = format!("`{}`", known.join("`, `"));
    if keys.is_empty() {
        report
            .at(range, Severity::Error, format!("`{}` does not identify a person", field.key))
            .why("the API rejects the request")
            .help(format!("Set exactly one of {any}."));
        return;
    }
    // If a key may be missing, one may be left, as it should be.
    let is_open = |field: &&Field| {
        field.uncertain || model.is_optional(&field.value) || model.given(&field.value).may_be_missing()
    };
    let kept: Vec<&Field> = keys.iter().copied().filter(|field| !is_open(field)).collect();
    if kept.len() < 2 {
        return;
    }
    let is_seen = |field: &&Field| matches!(model.given(&field.value), Given::Text(_) | Given::Number(_));
    let names: Vec<&str> = kept.iter().map(|field| field.key.as_str()).collect();
    let names = names.join("` and `");
    let (severity, why) = match kept.iter().filter(|field| is_seen(field)).count() {
        0 | 1 => (Severity::Hint, "the API rejects the request if more than one of them has a value"),
        _ => (Severity::Error, "the API requires exactly one key and rejects the request"),
    };
    let mut draft = report
        .at(range, severity, format!("`{}` has several keys, `{names}`", field.key))
        .why(why)
        .help("Keep the one that identifies your people.");
    let [one, other] = kept.as_slice() else { return };
    for (keep, drop) in [(one, other), (other, one)] {
        draft =
            draft.fix(format!("Keep `{}`", keep.key), Applicability::Suggested, || removed(model, identifiers, drop));
    }
}
