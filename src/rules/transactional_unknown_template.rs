//! `transactional-unknown-template`: an id that does not belong to a message.

use super::helpers::likeness::{nearest, only};
use super::helpers::requests::seen_anywhere;
use super::helpers::timestamps::through;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Argument, Given, Model};
use crate::settings::{Message, MessageList};
use crate::text::TextEdit;
use rustc_hash::FxHashSet;

pub const META: RuleMeta = RuleMeta {
    id: "transactional-unknown-template",
    summary: "A transactional request names a message that does not exist",
    category: "transactional",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"`transactional_message_id` is the number of a message or its trigger name, regardless of case. If the message does not
exist, the request fails with 400 and nothing is sent
([Customer.io: errors of the transactional API](https://docs.customer.io/journeys/send/transactional/api-common-api-errors/)).
The rule reports values that cannot be an id: an empty string, a number below 1 or with a fraction, `NaN`; and, as a
warning, a placeholder that was never filled in, such as `YOUR_TEMPLATE_ID`.

Only your workspace knows which messages exist. If the settings list them under `account.messages`, every other number and
name is a warning too. Keep the list in a separate file, which `customerio.json` names in `extends`:

```jsonc
// customerio.account.json
{
  "account": {
    "messages": [
      { "id": 12, "triggerName": "welcome", "data": ["first_name"] },
      { "id": 13, "triggerName": null, "name": "Receipt" }
    ]
  }
}
```

`name` is the display name of a message in Customer.io and does not trigger it. Numbers are compared if every message in the
list has an `id`, and names if every message has a `triggerName`, or `null` for none. Values that depend on the environment
are not checked, nor are tests.

### Invalid

```ts
import { SendPushRequest } from "customerio-node";

export const request = new SendPushRequest({ transactional_message_id: "", identifiers: { id: "42" } });
```

```ts
// customerio.json: { "account": { "messages": [{ "id": 12, "triggerName": "shipped" }, { "id": 13, "triggerName": "welcome" }] } }
import { SendPushRequest } from "customerio-node";

export const request = new SendPushRequest({ transactional_message_id: "shiped", identifiers: { id: "42" } });
```

### Valid

```ts
import { SendPushRequest } from "customerio-node";

export const request = new SendPushRequest({ transactional_message_id: "shipped", identifiers: { id: "42" } });
```

```ts
// customerio.json: { "account": { "messages": [{ "id": 12, "triggerName": "shipped" }] } }
import { SendPushRequest } from "customerio-node";

export const shipped = new SendPushRequest({ transactional_message_id: "Shipped", identifiers: { id: "42" } });
export const again = new SendPushRequest({ transactional_message_id: 12, identifiers: { id: "42" } });
```

### Fix

Changes to a similar trigger name from the list, or to the trigger name of the message with this display name. Only
suggested: the message may be new and missing in the list. No fix for a number.

### References

- [Customer.io: errors of the transactional API](https://docs.customer.io/journeys/send/transactional/api-common-api-errors/)
- [Customer.io: transactional messages and their trigger names](https://docs.customer.io/journeys/transactional-api)
- [App API: send an email](https://docs.customer.io/api/app/#operation/sendEmail)
"#,
};

/// The option that names the message.
const ID: &str = "transactional_message_id";

/// The instruction for a message that the account may have.
const NOT_LISTED: &str = "If the account has this message, add it to `account.messages` in the settings.";

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    // Tests send made-up values.
    let messages = if !ctx.model.file().is_test() { ctx.settings.account.messages.as_deref() } else { None };
    let mut told = FxHashSet::default();
    for (request, class, fields) in seen_anywhere(ctx.model, META.id) {
        let Some(field) = fields.get(ID).filter(|field| !field.uncertain) else { continue };
        for case in ctx.model.cases(&field.value) {
            let Some(fault) = fault(ctx.model, &case, messages) else { continue };
            // A value passed to a function may become several requests.
            let Some(at) = case.range.filter(|at| told.insert(*at)) else { continue };
            let edit = fault.meant.and_then(|meant| edit(ctx.model, &case, meant));
            let title = edit.as_ref().map(|edit| format!("Change to `{}`", edit.text)).unwrap_or_default();
            let draft = report
                .at(at, fault.severity, fault.what)
                .why("the request fails with 400 and nothing is sent")
                .help(fault.help)
                .related_at(ctx.model.origin(&case), "the id is defined here")
                .fix(title, Applicability::Suggested, || edit);
            through(draft, request.through.as_ref(), class.name);
        }
    }
}

/// A mistake in an id.
struct Fault<'m> {
    severity: Severity,
    what: String,
    help: String,
    /// The message of the account that it most likely stands for.
    meant: Option<&'m Message>,
}

fn fault<'m>(model: &Model<'_>, id: &Argument, messages: Option<&'m MessageList>) -> Option<Fault<'m>> {
    let never = |severity, what| Fault {
        severity,
        what,
        help: "Pass the id or the trigger name of a message in your workspace.".to_owned(),
        meant: None,
    };
    if model.is_nan(id) {
        return Some(never(Severity::Error, "the message id is `NaN`, which is sent as null".to_owned()));
    }
    match model.given(id) {
        Given::Text(text) if text.trim().is_empty() => {
            Some(never(Severity::Error, "the message id is empty".to_owned()))
        }
        Given::Number(Some(id)) if id < 1.0 || id.fract() != 0.0 => {
            Some(never(Severity::Error, format!("{id} is not a valid message id")))
        }
        Given::Text(text) if is_placeholder(&text) => {
            Some(never(Severity::Warning, format!("`{text}` is a placeholder, not a message id")))
        }
        Given::Number(Some(id)) => unlisted_id(messages?, id as u64),
        Given::Text(text) => match text.trim().parse() {
            Ok(id) => unlisted_id(messages?, id),
            Err(_) => unlisted_name(messages?, text.trim()),
        },
        _ => None,
    }
}

/// Checks a number that may not belong to a message of the account.
fn unlisted_id<'m>(messages: &MessageList, id: u64) -> Option<Fault<'m>> {
    messages.lacks_id(id).then(|| Fault {
        severity: Severity::Warning,
        what: format!("the account has no message with the id {id}"),
        help: NOT_LISTED.to_owned(),
        meant: None,
    })
}

/// Checks a name that may not trigger a message of the account.
fn unlisted_name<'m>(messages: &'m MessageList, name: &str) -> Option<Fault<'m>> {
    if !messages.lacks_trigger(name) {
        return None;
    }
    let what = format!("the account has no message with the trigger name `{name}`");
    // The display name of a message does not trigger it.
    let shown_as = |message: &&Message| message.name.as_ref().is_some_and(|shown| shown.eq_ignore_ascii_case(name));
    let meant = messages.iter().find(shown_as).or_else(|| {
        let near = nearest(name, messages.iter().filter_map(Message::trigger_name));
        messages.triggered_by(only(&near)?)
    });
    let help = match meant.map(|message| (message.trigger_name(), message.id)) {
        Some((Some(trigger), _)) => format!("Change to `{trigger}`. {NOT_LISTED}"),
        Some((None, Some(id))) => format!("Change to its id, {id}. {NOT_LISTED}"),
        _ => NOT_LISTED.to_owned(),
    };
    Some(Fault { severity: Severity::Warning, what, help, meant })
}

/// The edit that replaces a string with the trigger name or id of a message.
fn edit(model: &Model<'_>, written: &Argument, meant: &Message) -> Option<TextEdit> {
    match (meant.trigger_name(), meant.id) {
        (Some(name), _) if !name.contains(['"', '\'', '`', '\\', '$', '\n']) => {
            Some(TextEdit::replace(model.inside_quotes(written)?, name))
        }
        (None, Some(id)) => {
            model.inside_quotes(written)?;
            Some(TextEdit::replace(model.literal(written)?, id.to_string()))
        }
        _ => None,
    }
}

/// Returns whether a string is a placeholder as in examples.
fn is_placeholder(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    let words: Vec<&str> = text.split([' ', '_', '-']).collect();
    let bracketed = (text.starts_with('<') && text.ends_with('>')) || (text.starts_with('[') && text.ends_with(']'));
    bracketed
        || matches!(
            words.as_slice(),
            ["your", .., "id"] | ["change", "me"] | ["replace", "me"] | ["insert", .., "here"]
        )
        || matches!(text.as_str(), "changeme" | "fixme" | "placeholder" | "replaceme" | "todo")
        || (text.len() > 2 && text.bytes().all(|b| b == b'x'))
}

#[cfg(test)]
mod tests {
    use super::is_placeholder;

    #[test]
    fn placeholders() {
        for text in ["YOUR_TEMPLATE_ID", "your-message-id", "<template>", "changeme", "xxx", "TODO"] {
            assert!(is_placeholder(text), "{text}");
        }
        for text in ["welcome", "999", "your_receipt", "todo_reminder", "xx", "change_plan"] {
            assert!(!is_placeholder(text), "{text}");
        }
    }
}
