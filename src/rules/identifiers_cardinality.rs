//! `identifiers-cardinality`: nobody, or more than one key, where one key names a person.

use super::judge::entries::removed;
use super::judge::operations::operations;
use super::judge::requests::seen;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Field, Given, Model};
use crate::sdk::identifiers::{IDENTIFIERS, V2_IDENTIFIERS};

pub const META: RuleMeta = RuleMeta {
    id: "identifiers-cardinality",
    summary: "A person is named by no key, or by several, where exactly one is taken",
    category: "identity",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    docs: r#"`identifiers` of a transactional request has exactly one of `id`, `email` and `cio_id`
([App API: send an email](https://docs.customer.io/api/app/#operation/sendEmail)). So have `identifiers`, `primary` and `secondary`
of a person in `batch` and `entity`, which know `phone` as well
([Track API: batch](https://docs.customer.io/api/track/#operation/batch)). The SDK passes on what it is given, and a request
with none or with several is invalid. A key that is `undefined` is not sent.

Where it is not seen whether several keys have a value, that is a hint: if all but one are `undefined`, one is sent.

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

Keeps one of two keys. Suggested, for each of them: only you know by which one your people are known. None for no key.

### References

- [App API: send an email](https://docs.customer.io/api/app/#operation/sendEmail)
- [Track API: batch](https://docs.customer.io/api/track/#operation/batch)
- [customerio-node#148](https://github.com/customerio/customerio-node/issues/148)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    for (_, _, fields) in seen(cx.model) {
        if let Some(field) = fields.get("identifiers").filter(|_| !fields.open) {
            judge(cx.model, field, IDENTIFIERS, report);
        }
    }
    let mut judged = Vec::new();
    for (_, operation) in operations(cx.model) {
        // A function of the project may be called by many.
        if judged.contains(&operation.range) {
            continue;
        }
        judged.push(operation.range);
        let Some(fields) = cx.model.fields(&operation).filter(|fields| !fields.open) else { continue };
        let is = |key: &str, text: &str| {
            fields.get(key).is_some_and(|field| cx.model.given(&field.value) == Given::Text(text.into()))
        };
        if !is("type", "person") {
            continue;
        }
        let places: &[&str] = if is("action", "merge") { &["primary", "secondary"] } else { &["identifiers"] };
        for field in places.iter().filter_map(|key| fields.get(key)) {
            judge(cx.model, field, V2_IDENTIFIERS, report);
        }
    }
}

fn judge(model: &Model<'_>, field: &Field, known: &[&str], report: &mut Report<'_>) {
    let identifiers = &field.value;
    let Some(range) = identifiers.range.filter(|_| !field.uncertain) else { return };
    let Some(fields) = model.fields(identifiers).filter(|fields| !fields.open) else { return };
    let keys = known.iter().filter_map(|key| fields.get(key));
    let keys: Vec<&Field> = keys.filter(|field| model.given(&field.value) != Given::Nothing).collect();
    let any = format!("`{}`", known.join("`, `"));
    if keys.is_empty() {
        let message = format!("`{}` names nobody: none of {any} is there", field.key);
        report.at(range, Severity::Error, message).help("Give it exactly one of them.");
        return;
    }
    // What may be missing leaves one key, as it should be.
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
    let (severity, message) = match kept.iter().filter(|field| is_seen(field)).count() {
        0 | 1 => {
            (Severity::Hint, format!("exactly one key names a person: with `{names}` both set, the request is invalid"))
        }
        _ => (Severity::Error, format!("exactly one key names a person: with `{names}` the request is invalid")),
    };
    let mut draft = report.at(range, severity, message).help("Keep the one that your people are known by.");
    let [one, other] = kept.as_slice() else { return };
    for (keep, drop) in [(one, other), (other, one)] {
        let edits = removed(model, identifiers, drop).into_iter().collect();
        draft = draft.fix(format!("Keep `{}`", keep.key), Applicability::Suggested, edits);
    }
}
