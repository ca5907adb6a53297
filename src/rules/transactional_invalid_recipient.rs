//! `transactional-invalid-recipient`: a recipient that no message can go to.

use super::judge::recipients::{Fault, fault_of_addresses, is_e164, joined};
use super::judge::requests::seen;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Argument, Fields, Given, Model};
use crate::text::TextEdit;

pub const META: RuleMeta = RuleMeta {
    id: "transactional-invalid-recipient",
    summary: "The recipient of a transactional message is none that it can go to",
    category: "transactional",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    docs: r#"`to` of an email is one text: an address, or several with commas between them, at most 15 with those of `bcc`. A name
beside an address stands in quotes when it has a comma: `"Doe, Jane" <jane@example.com>`
([App API: send an email](https://docs.customer.io/api/app/#operation/sendEmail)). `to` of a text message is a number in the form
of E.164, `+41791234567`. The SDK passes on whatever it is given, a list too; the API answers with 400, and nothing is sent.

Reported is what is seen: a list, an object, a text without an address. Not Liquid (`{{customer.email}}`), and not texts
that are put together of what is not seen. A telephone number in another form is a warning.

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

Joins a list of texts to one text. Suggested: all of them see whom else it goes to. None for other faults.

### References

- [App API: send an email](https://docs.customer.io/api/app/#operation/sendEmail)
- [Customer.io: errors of the transactional API](https://docs.customer.io/journeys/send/transactional/api-common-api-errors/)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    for (_, class, fields) in seen(cx.model) {
        // What is not seen may replace it.
        if fields.open {
            continue;
        }
        let Some(field) = fields.get("to").filter(|field| !field.uncertain) else { continue };
        let Some(range) = field.value.range else { continue };
        let fault = match class.name {
            "SendEmailRequest" => of_email(cx.model, &fields, &field.value),
            "SendSMSRequest" | "SendWhatsAppRequest" => of_number(cx.model, &field.value),
            _ => None,
        };
        let Some(Fault { severity, what, help }) = fault else { continue };
        let draft = report
            .at(range, severity, what)
            .help(help)
            .related_at(cx.model.origin(&field.value), "the recipient is written here");
        if let Some((literal, text)) = list_as_text(cx.model, &field.value).filter(|_| class.attach) {
            draft.fix("Join to one text", Applicability::Suggested, vec![TextEdit::replace(literal, text)]);
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
        Given::Array => Some(Fault::error(
            "`to` is one text, and a list is answered with 400: nothing is sent",
            "Join the addresses with commas.",
        )),
        Given::Object => Some(Fault::error(
            "`to` is one text, and an object is answered with 400: nothing is sent",
            "Pass the address; the person goes into `identifiers`.",
        )),
        Given::Number(Some(_)) | Given::Bool(_) => {
            Some(Fault::error("this is no address: nothing is sent", "Pass an address."))
        }
        _ => None,
    }
}

fn of_number(model: &Model<'_>, to: &Argument) -> Option<Fault> {
    let text = match model.given(to) {
        Given::Text(text) => text.to_string(),
        // A text of digits.
        Given::Number(_) => model.literal(to).map(|range| model.text(range))?.trim_matches(['"', '\'', '`']).to_owned(),
        Given::Array | Given::Object => {
            return Some(Fault::error("`to` is one number: nothing is sent", "Pass one number, as +41791234567."));
        }
        _ => return None,
    };
    if text.trim().is_empty() {
        return Some(Fault::error("the recipient is empty: nothing is sent", "Pass a number, as +41791234567."));
    }
    let is_liquid = text.contains("{{") || text.contains("{%");
    (!is_liquid && !is_e164(&text)).then_some(Fault {
        severity: Severity::Warning,
        what: "this number is not in the form of E.164, so that the message may not be sent",
        help: "Write `+`, the code of the country and the number, without blanks.",
    })
}

/// A list of texts of the judged file, and the text that it makes.
fn list_as_text(model: &Model<'_>, to: &Argument) -> Option<(crate::text::TextRange, String)> {
    let literal = model.literal(to)?;
    let (items, true) = model.items(to)? else { return None };
    let texts = items.iter().map(|item| match model.given(item) {
        // What is written elsewhere would lose its name.
        Given::Text(text) if model.inside_quotes(item).is_some_and(|at| literal.contains(at)) => Some(text),
        _ => None,
    });
    let texts: Vec<_> = texts.collect::<Option<_>>()?;
    joined(&texts).map(|text| (literal, text))
}
