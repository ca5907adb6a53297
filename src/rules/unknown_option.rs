//! `unknown-option`: a key of a request that nothing knows.

use super::judge::entries::renamed;
use super::judge::requests::{is_nothing, meant, seen};
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::sdk::OptionState;

pub const META: RuleMeta = RuleMeta {
    id: "unknown-option",
    summary: "An option of a request is none that the SDK knows",
    category: "transactional",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    docs: r#"The constructor of a request copies the options that it knows and drops the others without a word
([`lib/api/requests.ts`](https://github.com/customerio/customerio-node/blob/main/lib/api/requests.ts)). A misspelt option has no
effect, and data for the message that stands beside `message_data` instead of in it does not reach the template.

Reported are keys that no version knows. Those that are known to be dropped are left to `dropped-option`. Silent for versions
newer than 5.2, which may know more.

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

Writes the option with the nearest name, where one is near. Suggested: it is a guess.

### References

- [customerio-node: the request classes](https://github.com/customerio/customerio-node/blob/main/lib/api/requests.ts)
- [customerio-node: transactional API](https://github.com/customerio/customerio-node#transactional-api)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    for (_, class, fields) in seen(cx.model) {
        for field in fields.list.iter().filter(|field| !is_nothing(cx.model, field)) {
            let OptionState::Unlisted(near) = class.state(&field.key, cx.model.version()) else { continue };
            if meant(cx.model, class, &field.key).is_some() {
                continue;
            }
            let Some(range) = field.key_range.or(field.value.range) else { continue };
            let message = format!("`{}` does not know `{}`: it does not reach Customer.io", class.name, field.key);
            let draft = report.at(range, Severity::Warning, message);
            match near {
                Some(option) => {
                    let draft = draft.help(format!("Did you mean `{option}`?"));
                    renamed(draft, cx.model, (&fields, field), option, Applicability::Suggested);
                }
                None => {
                    draft.help("Data for the message belongs in `message_data`.");
                }
            }
        }
    }
}
