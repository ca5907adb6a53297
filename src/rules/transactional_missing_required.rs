//! `transactional-missing-required`: a request without what the API must have.

use super::judge::requests::{is_nothing, likely, seen};
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Argument, Fields, Model};
use crate::sdk::RequestClass;
use crate::text::{TextEdit, TextRange};

pub const META: RuleMeta = RuleMeta {
    id: "transactional-missing-required",
    summary: "A transactional request lacks its recipient, its person or its message",
    category: "transactional",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    docs: r#"A transactional message needs a person, `identifiers`, and a message: `transactional_message_id`. An email needs a recipient,
`to`, as well, and may bring its whole message instead of naming one: `body`, `subject` and `from`, all three
([App API: send an email](https://docs.customer.io/api/app/#operation/sendEmail)). The SDK does not check it; the API answers
with 400, and nothing is sent.

Reported is a request whose options are all seen. A spread or a variable that is not seen may bring what is missing.

### Invalid

```ts
import { APIClient, SendEmailRequest } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
await api.sendEmail(new SendEmailRequest({ transactional_message_id: "welcome", to: "ada@example.com" }));
```

### Valid

```ts
import { APIClient, SendEmailRequest } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
await api.sendEmail(
  new SendEmailRequest({ transactional_message_id: "welcome", to: "ada@example.com", identifiers: { id: "42" } }),
);
```

### Fix

Where an email names its person by an address and lacks `to`, or has `to` and no person, the address is taken for both.
Suggested: a message may go to another address than the person's.

### References

- [customerio-node: transactional API](https://github.com/customerio/customerio-node#transactional-api)
- [App API: send an email](https://docs.customer.io/api/app/#operation/sendEmail)
- [Customer.io: errors of the transactional API](https://docs.customer.io/journeys/send/transactional/api-common-api-errors/)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    for (request, class, fields) in seen(cx.model) {
        let lacks = |option: &str| lacks(cx.model, class, &fields, option);
        for option in class.required.iter().copied().filter(|option| lacks(option)) {
            let message =
                format!("this `{}` lacks `{option}`: it is answered with 400, and nothing is sent", class.name);
            let draft = report.at(request.class_range, Severity::Error, message).help(format!("Add `{option}`."));
            if let Some(options) = &request.options
                && let Some(edit) = taken_from_the_other(cx.model, options, &fields, option)
            {
                draft.fix(format!("Add `{option}`"), Applicability::Suggested, vec![edit]);
            }
        }
        // Every way to bring a message lacks something.
        if !class.one_of.is_empty() && class.one_of.iter().all(|set| set.iter().any(|option| lacks(option))) {
            let ways: Vec<String> = class.one_of.iter().map(|set| format!("`{}`", set.join("`, `"))).collect();
            let ways = ways.join(", or all of ");
            let message = format!("this `{}` has no message: it is answered with 400, and nothing is sent", class.name);
            report.at(request.class_range, Severity::Error, message).help(format!("Add {ways}."));
        }
    }
}

/// Whether an option is surely missing. One that is there under a name that the SDK does not know is said to be so by
/// `dropped-option` and `unknown-option`.
fn lacks(model: &Model<'_>, class: &RequestClass, fields: &Fields, option: &str) -> bool {
    if fields.open || fields.list.iter().any(|field| likely(model, class, &field.key) == Some(option)) {
        return false;
    }
    fields.get(option).is_none_or(|field| !field.uncertain && is_nothing(model, field))
}

/// `to` from the person's address, and the person from `to`.
fn taken_from_the_other(model: &Model<'_>, options: &Argument, fields: &Fields, missing: &str) -> Option<TextEdit> {
    // A key without a value is there, and another one would be the second.
    let options = model.literal(options).filter(|_| fields.get(missing).is_none())?;
    let address = |argument: &Argument| -> Option<TextRange> { argument.range.filter(|at| options.contains(*at)) };
    let (address, entry) = match missing {
        "to" => {
            let identifiers = model.fields(&fields.get("identifiers")?.value)?;
            (address(&identifiers.get("email")?.value)?, "to: ")
        }
        "identifiers" => (address(&fields.get("to")?.value)?, "identifiers: { email: "),
        _ => return None,
    };
    let end = if missing == "to" { "" } else { " }" };
    Some(TextEdit::insert(options.start() + 1, format!(" {entry}{}{end},", model.text(address))))
}
