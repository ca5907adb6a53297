//! `dropped-option`: a key of a request that the SDK takes in and does not pass on.

use super::judge::entries::renamed;
use super::judge::requests::{is_nothing, meant, seen};
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::sdk::{Instead, OptionState};

pub const META: RuleMeta = RuleMeta {
    id: "dropped-option",
    summary: "An option of a request is dropped by the SDK without a word",
    category: "transactional",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    docs: r#"The constructor of a request copies the options that it knows and drops the others without a word
([`lib/api/requests.ts`](https://github.com/customerio/customerio-node/blob/main/lib/api/requests.ts)). The message is sent as if
they were not there. TypeScript sees it only where the object is written in the call.

Reported are keys that are known to be dropped in the installed version: options of the API that the SDK has no word for
(`cc`, `auto_create`), attachments, which go by `attach`, options under a name of another version (`plaintext_body` is
`body_plain` since 4.0), options that a newer version knows (`send_at` before 3.1.4), and options with other capitals and
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

Writes the name that the SDK passes on, where there is one and it is not in use yet. Safe, but for objects that
go elsewhere too.

### References

- [customerio-node: the request classes](https://github.com/customerio/customerio-node/blob/main/lib/api/requests.ts)
- [App API: send an email](https://docs.customer.io/api/app/#operation/sendEmail)
- [customerio-node#97](https://github.com/customerio/customerio-node/issues/97),
  [customerio-node#247](https://github.com/customerio/customerio-node/pull/247)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    for (_, class, fields) in seen(cx.model) {
        for field in fields.list.iter().filter(|field| !is_nothing(cx.model, field)) {
            let state = class.state(&field.key, cx.model.version());
            let renamed_to = meant(cx.model, class, &field.key);
            let help = match (state, renamed_to) {
                (_, Some(option)) if fields.get(option).is_some() => format!("Remove it: `{option}` is there already."),
                (_, Some(option)) => format!("Write `{option}`."),
                (OptionState::Dropped(dropped), None) => match dropped.instead {
                    Instead::Attach => "Call `attach(name, data)` on the request for each attachment.".to_owned(),
                    Instead::Version(version) => format!("Update customerio-node to {version} or newer."),
                    _ => "Remove it: the SDK has no way to send it.".to_owned(),
                },
                _ => continue,
            };
            let Some(range) = field.key_range.or(field.value.range) else { continue };
            let message = format!("`{}` drops `{}`: it does not reach Customer.io", class.name, field.key);
            let draft = report.at(range, Severity::Error, message).help(help);
            if let Some(option) = renamed_to {
                renamed(draft, cx.model, (&fields, field), option, Applicability::Safe);
            }
        }
    }
}
