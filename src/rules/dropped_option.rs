//! `dropped-option`: an option of a request that the SDK does not send.

use super::helpers::entries::renamed;
use super::helpers::requests::{is_nothing, meant, seen};
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::sdk::{Instead, OptionState};

pub const META: RuleMeta = RuleMeta {
    id: "dropped-option",
    summary: "Request option that the SDK silently drops",
    category: "transactional",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"The constructor of a request copies the options that it knows and silently drops the others
([`lib/api/requests.ts`](https://github.com/customerio/customerio-node/blob/main/lib/api/requests.ts)). The message is sent
without them. TypeScript reports it only for an object that is written in the call.

The rule reports keys that the installed version is known to drop: options of the API that the SDK does not support (`cc`,
`auto_create`), attachments, which need `attach`, options that have another name in this version (`plaintext_body` is `body_plain`
since 4.0), options that only a newer version supports (`send_at` before 3.1.4), and options in a different case or without
underscores (`messageData`). Other unknown keys are left to `unknown-option`.

### Invalid

```ts
import { SendEmailRequest } from "customerio-node";

export const welcome = new SendEmailRequest({
  transactional_message_id: "welcome",
  to: "ada@example.com",
  identifiers: { id: "42" },
  messageData: { name: "Ada" },
});
```

### Valid

```ts
import { SendEmailRequest } from "customerio-node";

export const welcome = new SendEmailRequest({
  transactional_message_id: "welcome",
  to: "ada@example.com",
  identifiers: { id: "42" },
  message_data: { name: "Ada" },
});
```

### Fix

Renames the option to the one that the SDK sends, if there is one and it is not set already. Safe, except for objects that are used
elsewhere too.

### References

- [customerio-node: the request classes](https://github.com/customerio/customerio-node/blob/main/lib/api/requests.ts)
- [App API: send an email](https://docs.customer.io/api/app/#operation/sendEmail)
- [customerio-node#97](https://github.com/customerio/customerio-node/issues/97),
  [customerio-node#247](https://github.com/customerio/customerio-node/pull/247)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    for (_, class, fields) in seen(ctx.model) {
        for field in fields.list.iter().filter(|field| !is_nothing(ctx.model, field)) {
            let state = class.state(&field.key, ctx.model.version());
            let renamed_to = meant(ctx.model, class, &field.key);
            let help = match (state, renamed_to) {
                (_, Some(option)) if fields.get(option).is_some() => format!("Remove it: `{option}` is already set."),
                (_, Some(option)) => format!("Rename it to `{option}`."),
                (OptionState::Dropped(dropped), None) => match dropped.instead {
                    Instead::Attach => "Call `attach(name, data)` on the request for each attachment.".to_owned(),
                    Instead::Version(version) => format!("Upgrade customerio-node to {version} or newer."),
                    _ => "Remove it: the SDK cannot send it.".to_owned(),
                },
                _ => continue,
            };
            let Some(range) = field.key_range.or(field.value.range) else { continue };
            let draft = report
                .at(range, Severity::Error, format!("`{}` does not send `{}`", class.name, field.key))
                .why("the SDK drops the option, and it never reaches Customer.io")
                .help(help);
            if let Some(option) = renamed_to {
                renamed(draft, ctx.model, (&fields, field), option, Applicability::Safe);
            }
        }
    }
}
