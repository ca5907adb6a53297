//! `unknown-option`: an option of a request that the SDK does not know.

use super::helpers::entries::renamed;
use super::helpers::requests::{is_nothing, seen};
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::sdk::OptionState;

pub const META: RuleMeta = RuleMeta {
    id: "unknown-option",
    summary: "A request has an option that the SDK does not know",
    category: "transactional",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &["dropped-option"],
    docs: r#"The constructor of a request copies the options that it knows and silently drops the others
([`lib/api/requests.ts`](https://github.com/customerio/customerio-node/blob/main/lib/api/requests.ts)). A misspelled option
has no effect, and data for the message that is next to `message_data` instead of in it does not reach the template.

The rule reports keys that no version knows. Keys that are known to be dropped are left to `dropped-option`. Versions newer
than 5.2, which may know more options, are skipped.

### Invalid

```ts
import { SendEmailRequest } from "customerio-node";

export const welcome = new SendEmailRequest({
  transactional_message_id: "welcome",
  to: "ada@example.com",
  identifiers: { id: "42" },
  mesage_data: { name: "Ada" },
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

Renames to the option with the most similar name, if there is one. Only suggested, because it is a guess.

### References

- [customerio-node: the request classes](https://github.com/customerio/customerio-node/blob/main/lib/api/requests.ts)
- [customerio-node: transactional API](https://github.com/customerio/customerio-node#transactional-api)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    for (_, class, fields) in seen(ctx.model) {
        for field in fields.list.iter().filter(|field| !is_nothing(ctx.model, field)) {
            let OptionState::Unlisted(near) = class.state(&field.key, ctx.model.version()) else { continue };
            let Some(range) = field.key_range.or(field.value.range) else { continue };
            let draft = report
                .at(range, Severity::Warning, format!("unknown option `{}` of `{}`", field.key, class.name))
                .why("the SDK drops it, so it does not reach Customer.io");
            match near {
                Some(option) => {
                    let draft = draft.help(format!("Did you mean `{option}`?"));
                    renamed(draft, ctx.model, (&fields, field), option, Applicability::Suggested);
                }
                None => {
                    draft.help("Move data for the message into `message_data`, or remove the option.");
                }
            }
        }
    }
}
