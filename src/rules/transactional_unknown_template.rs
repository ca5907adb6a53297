//! `transactional-unknown-template`: an id of a message that surely none has.

use super::judge::requests::seen;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::Given;

pub const META: RuleMeta = RuleMeta {
    id: "transactional-unknown-template",
    summary: "A transactional request names a message that cannot exist",
    category: "transactional",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::None,
    versions: "all",
    options: &[],
    docs: r#"`transactional_message_id` is the number of a message, or the name that triggers it. For one that does not exist the App API
answers with 400, and nothing is sent
([Customer.io: errors of the transactional API](https://docs.customer.io/journeys/send/transactional/api-common-api-errors/)).
Which ones exist is known to your workspace alone. Reported is what can be none: an empty text, a number below 1 or with a
fraction; and, as a warning, a placeholder that was never filled in, such as `YOUR_TEMPLATE_ID`.

### Invalid

```ts
import { SendPushRequest } from "customerio-node";

export const request = new SendPushRequest({ transactional_message_id: "", identifiers: { id: "42" } });
```

### Valid

```ts
import { SendPushRequest } from "customerio-node";

export const request = new SendPushRequest({ transactional_message_id: "shipped", identifiers: { id: "42" } });
```

### Fix

None: only your workspace knows the id.

### References

- [Customer.io: errors of the transactional API](https://docs.customer.io/journeys/send/transactional/api-common-api-errors/)
- [App API: send an email](https://docs.customer.io/api/app/#operation/sendEmail)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    for (_, _, fields) in seen(cx.model) {
        let Some(field) = fields.get("transactional_message_id").filter(|field| !field.uncertain) else { continue };
        for case in cx.model.cases(&field.value) {
            let (severity, what) = match cx.model.given(&case) {
                Given::Text(text) if text.trim().is_empty() => {
                    (Severity::Error, "the id of the message is empty".to_owned())
                }
                Given::Number(Some(id)) if id < 1.0 || id.fract() != 0.0 => {
                    (Severity::Error, format!("no message has the id {id}"))
                }
                Given::Text(text) if is_placeholder(&text) => {
                    (Severity::Warning, format!("`{text}` is a placeholder, and no id of a message"))
                }
                _ => continue,
            };
            let Some(at) = case.range else { continue };
            report
                .at(at, severity, format!("{what}: the API answers with 400, and nothing is sent"))
                .help("Pass the id of a message of your workspace, or the name that triggers it.")
                .related_at(cx.model.origin(&case), "the id is written here");
        }
    }
}

/// Whether a text is what examples write where an id goes.
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
