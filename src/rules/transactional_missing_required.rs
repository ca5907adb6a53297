//! `transactional-missing-required`: a request without a required option.

use super::helpers::requests::{is_nothing, likely, name, seen_through_every_door};
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Argument, Fields, Model};
use crate::sdk::RequestClass;
use crate::text::{TextEdit, TextRange};

pub const META: RuleMeta = RuleMeta {
    id: "transactional-missing-required",
    summary: "A transactional request lacks its recipient, person or message",
    category: "transactional",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"A transactional message needs a person, `identifiers`, and a message, `transactional_message_id`. An email also needs a
recipient, `to`, and may contain its whole message instead of naming one: `body`, `subject` and `from`, all three
([App API: send an email](https://docs.customer.io/api/app/#operation/sendEmail)). The SDK does not check them; the request
fails with 400 and nothing is sent.

The rule reports requests whose options are all visible. A spread or a variable that is not visible may contain the
missing option.

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

If an email identifies its person by an address and lacks `to`, or has `to` and no person, the fix uses the address for
both. Only suggested: a message may go to an address other than the person's.

### References

- [customerio-node: transactional API](https://github.com/customerio/customerio-node#transactional-api)
- [App API: send an email](https://docs.customer.io/api/app/#operation/sendEmail)
- [Customer.io: errors of the transactional API](https://docs.customer.io/journeys/send/transactional/api-common-api-errors/)
"#,
};

/// The consequence of a missing option.
const WHY: &str = "the request fails with 400 and nothing is sent";

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    for (request, class, fields) in seen_through_every_door(ctx.model, META.id) {
        let lacks = |option: &str| lacks(ctx.model, class, &fields, option);
        for option in class.required.iter().copied().filter(|option| lacks(option)) {
            let draft = report
                .at(request.class_range, Severity::Error, format!("this {} lacks `{option}`", name(&request, class)))
                .why(WHY)
                .help(format!("Add `{option}`."));
            if let Some(options) = &request.options
                && let Some(edit) = taken_from_the_other(ctx.model, options, &fields, option)
            {
                draft.fix(format!("Add `{option}`"), Applicability::Suggested, || [edit]);
            }
        }
        // Every way to provide a message lacks something.
        if !class.one_of.is_empty() && class.one_of.iter().all(|set| set.iter().any(|option| lacks(option))) {
            let ways: Vec<String> = class.one_of.iter().map(|set| format!("`{}`", set.join("`, `"))).collect();
            let ways = ways.join(", or all of ");
            report
                .at(request.class_range, Severity::Error, format!("this {} has no message", name(&request, class)))
                .why(WHY)
                .help(format!("Add {ways}."));
        }
    }
}

/// Returns whether an option is certainly missing. One under a name that the SDK does not know is reported by
/// `dropped-option` and `unknown-option`.
fn lacks(model: &Model<'_>, class: &RequestClass, fields: &Fields, option: &str) -> bool {
    if fields.open || fields.list.iter().any(|field| likely(model, class, &field.key) == Some(option)) {
        return false;
    }
    fields.get(option).is_none_or(|field| !field.uncertain && is_nothing(model, field))
}

/// `to` from the person's address, and the person from `to`.
fn taken_from_the_other(model: &Model<'_>, options: &Argument, fields: &Fields, missing: &str) -> Option<TextEdit> {
    // A key without a value exists, and the edit would add it twice.
    if fields.get(missing).is_some() {
        return None;
    }
    let options = model.literal(options)?;
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
