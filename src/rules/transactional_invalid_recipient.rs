//! `transactional-invalid-recipient`: a recipient that is not an address or a phone number.

use super::helpers::recipients::{Fault, fault_of_addresses, is_e164, joined};
use super::helpers::requests::seen_through_every_door;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Argument, Fields, Given, Model};
use crate::text::TextEdit;

pub const META: RuleMeta = RuleMeta {
    id: "transactional-invalid-recipient",
    summary: "A transactional message has an invalid recipient",
    category: "transactional",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"The `to` of an email is one string: an address, or several separated by commas, at most 15 including those in `bcc`. A name
that contains a comma must be in quotes: `"Doe, Jane" <jane@example.com>`
([App API: send an email](https://docs.customer.io/api/app/#operation/sendEmail)). The `to` of an SMS is a phone number in
E.164 format, `+41791234567`. The SDK passes any value on, even a list; the request then fails with 400 and nothing is sent.

The rule reports visible values: a list, an object, a string without an address. It ignores Liquid (`{{customer.email}}`)
and strings composed of values that are not visible. A phone number in another format is a warning.

### Invalid

```ts
import { SendEmailRequest } from "customerio-node";

export const welcome = new SendEmailRequest({
  transactional_message_id: "welcome",
  to: ["ada@example.com", "bob@example.com"],
  identifiers: { id: "42" },
});
```

### Valid

```ts
import { SendEmailRequest } from "customerio-node";

export const welcome = new SendEmailRequest({
  transactional_message_id: "welcome",
  to: "ada@example.com, bob@example.com",
  identifiers: { id: "42" },
});
```

### Fix

Joins a list of strings into one. Only suggested: all recipients see each other's addresses. No fix for other mistakes.

### References

- [App API: send an email](https://docs.customer.io/api/app/#operation/sendEmail)
- [Customer.io: errors of the transactional API](https://docs.customer.io/journeys/send/transactional/api-common-api-errors/)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    for (_, class, fields) in seen_through_every_door(ctx.model, META.id) {
        // A value that is not visible may replace it.
        if fields.open {
            continue;
        }
        let Some(field) = fields.get("to").filter(|field| !field.uncertain) else { continue };
        let Some(range) = field.value.range else { continue };
        let fault = match class.name {
            "SendEmailRequest" => of_email(ctx.model, &fields, &field.value),
            "SendSMSRequest" | "SendWhatsAppRequest" => of_number(ctx.model, &field.value),
            _ => None,
        };
        let Some(Fault { severity, what, why, help }) = fault else { continue };
        let draft = report
            .at(range, severity, what)
            .why(why)
            .help(help)
            .related_at(ctx.model.origin(&field.value), "the recipient is defined here");
        if let Some((literal, text)) = list_as_text(ctx.model, &field.value)
            && class.attach
        {
            draft.fix("Join into one string", Applicability::Suggested, || [TextEdit::replace(literal, text)]);
        }
    }
}

fn of_email(model: &Model<'_>, fields: &Fields, to: &Argument) -> Option<Fault> {
    match model.given(to) {
        Given::Text(text) => {
            let more = fields.get("bcc").map(|field| model.given(&field.value));
            let more = match &more {
                Some(Given::Text(bcc)) => bcc.as_str(),
                _ => "",
            };
            fault_of_addresses(&text, more)
        }
        Given::Array => {
            Some(Fault::error("expected one string in `to`, found a list", "Join the addresses with commas."))
        }
        Given::Object => Some(Fault::error(
            "expected one string in `to`, found an object",
            "Pass the address in `to`, and the person in `identifiers`.",
        )),
        Given::Number(Some(_)) | Given::Bool(_) => {
            Some(Fault::error("`to` is not an email address", "Pass an address."))
        }
        _ => None,
    }
}

fn of_number(model: &Model<'_>, to: &Argument) -> Option<Fault> {
    let text = match model.given(to) {
        Given::Text(text) => text.to_string(),
        // A string of digits.
        Given::Number(_) => model.literal(to).map(|range| model.text(range))?.trim_matches(['"', '\'', '`']).to_owned(),
        Given::Array | Given::Object => {
            return Some(Fault::error("`to` must be a single phone number", "Pass one number, such as +41791234567."));
        }
        _ => return None,
    };
    if text.trim().is_empty() {
        return Some(Fault::error("the recipient is empty", "Pass a number, such as +41791234567."));
    }
    let is_liquid = text.contains("{{") || text.contains("{%");
    (!is_liquid && !is_e164(&text)).then_some(Fault {
        severity: Severity::Warning,
        what: "the phone number is not in E.164 format",
        why: "Customer.io may not send the message",
        help: "Use `+`, the country code and the number, without spaces.",
    })
}

/// The range of a list of literal strings, and the string that joins them.
fn list_as_text(model: &Model<'_>, to: &Argument) -> Option<(crate::text::TextRange, String)> {
    let literal = model.literal(to)?;
    let (items, true) = model.items(to)? else { return None };
    let texts = items.iter().map(|item| match model.given(item) {
        // A string written elsewhere would lose its variable.
        Given::Text(text) if model.inside_quotes(item).is_some_and(|at| literal.contains(at)) => Some(text),
        _ => None,
    });
    let texts: Vec<_> = texts.collect::<Option<_>>()?;
    joined(&texts).map(|text| (literal, text))
}
