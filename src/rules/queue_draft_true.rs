//! `queue-draft-true`: a message that is saved as a draft.

use super::helpers::messages::named;
use super::helpers::requests::{seen_anywhere, seen_through_every_door};
use super::helpers::timestamps::through;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::Given;

pub const META: RuleMeta = RuleMeta {
    id: "queue-draft-true",
    summary: "A transactional message is saved as a draft instead of being sent",
    category: "transactional",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::None,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"With `queue_draft: true`, Customer.io saves a message as a draft and does not send it
([App API: send an email](https://docs.customer.io/api/app/#operation/sendEmail)). That is useful while you try a message
out. The rule reports a plain `true`; a value that depends on the environment is not reported.

A message can also be set to queue drafts in Customer.io. If `account.messages` in the settings says so of a message
(`"queueDrafts": true`, as `customerio-ls pull` writes it), every request that names the message is a warning, unless the
request sets `queue_draft` itself. Tests are ignored.

### Invalid

```ts
import { SendPushRequest } from "customerio-node";

export const request = new SendPushRequest({
  transactional_message_id: "shipped",
  identifiers: { id: "42" },
  queue_draft: true,
});
```

```ts
// customerio.json: { "account": { "messages": [{ "id": 12, "triggerName": "receipt", "queueDrafts": true }] } }
import { SendEmailRequest } from "customerio-node";

export const receipt = (email: string) =>
  new SendEmailRequest({ transactional_message_id: "receipt", to: email, identifiers: { email } });
```

### Valid

```ts
import { SendPushRequest } from "customerio-node";

export const request = new SendPushRequest({
  transactional_message_id: "shipped",
  identifiers: { id: "42" },
  queue_draft: process.env.NODE_ENV !== "production",
});
```

### Fix

None: only you know whether it is intended.

### References

- [App API: send an email](https://docs.customer.io/api/app/#operation/sendEmail)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    for (_, _, fields) in seen_through_every_door(ctx.model, META.id) {
        let Some(draft) = fields.get("queue_draft").filter(|field| !field.uncertain) else { continue };
        let Some(at) = draft.value.range else { continue };
        if ctx.model.given(&draft.value) != Given::Bool(true) {
            continue;
        }
        report
            .at(at, Severity::Info, "`queue_draft` is always `true`")
            .why("Customer.io saves the message as a draft and does not send it")
            .help("Remove `queue_draft` to send the message.");
    }
    queued_by_the_account(ctx, report);
}

/// Requests for messages that the account keeps as drafts.
fn queued_by_the_account(ctx: &Context<'_>, report: &mut Report<'_>) {
    let messages = if !ctx.model.file().is_test() { ctx.settings.account.messages.as_deref() } else { None };
    let Some(messages) = messages else { return };
    for (request, class, fields) in seen_anywhere(ctx.model, META.id) {
        let Some(id) = fields.get("transactional_message_id").filter(|field| !field.uncertain) else { continue };
        let Some(message) = named(ctx.model, &id.value, messages).filter(|message| message.queues_drafts) else {
            continue;
        };
        // What the request says of it may be meant to decide.
        if fields.open || fields.get("queue_draft").is_some() {
            continue;
        }
        let Some(at) = id.value.range else { continue };
        let label = match (message.trigger_name(), message.id) {
            (Some(name), _) => format!("`{name}`"),
            (None, Some(id)) => id.to_string(),
            (None, None) => continue,
        };
        let draft = report
            .at(at, Severity::Warning, format!("message {label} is set to queue drafts in Customer.io"))
            .why("Customer.io saves the message as a draft and does not send it")
            .help("Turn on sending in the settings of the message, and update `account.messages`.");
        through(draft, request.through.as_ref(), class.name);
    }
}
