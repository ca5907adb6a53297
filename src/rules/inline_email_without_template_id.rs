//! `inline-email-without-template-id`: an email that brings its text along and belongs to no message.

use super::judge::requests::{is_nothing, seen};
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;

pub const META: RuleMeta = RuleMeta {
    id: "inline-email-without-template-id",
    summary: "An email without a message's id is counted among those of message 1",
    category: "transactional",
    preset: Preset::Strict,
    severity: Severity::Info,
    fix: FixAvailability::None,
    versions: "all",
    options: &[],
    docs: r#"An email that brings `body`, `subject` and `from` along needs no `transactional_message_id`. Without one, its deliveries, opens
and clicks are counted among those of the transactional message 1, together with all others of the kind
([App API: send an email](https://docs.customer.io/api/app/#operation/sendEmail)).

### Invalid

```ts
import { SendEmailRequest } from "customerio-node";

export const request = new SendEmailRequest({
  to: "ada@example.com",
  identifiers: { id: "42" },
  from: "shop@example.com",
  subject: "Your order",
  body: "It is on its way.",
});
```

### Valid

```ts
import { SendEmailRequest } from "customerio-node";

export const request = new SendEmailRequest({
  transactional_message_id: "shipped",
  to: "ada@example.com",
  identifiers: { id: "42" },
  from: "shop@example.com",
  subject: "Your order",
  body: "It is on its way.",
});
```

### Fix

None: only your workspace knows the id.

### References

- [App API: send an email](https://docs.customer.io/api/app/#operation/sendEmail)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    for (request, _, fields) in seen(cx.model).into_iter().filter(|(request, ..)| request.class == "SendEmailRequest") {
        let has = |key: &str| fields.get(key).is_some_and(|field| !is_nothing(cx.model, field));
        // What lacks one of them is `transactional-missing-required`.
        if !fields.open && ["body", "subject", "from"].into_iter().all(has) && !has("transactional_message_id") {
            let message = "without `transactional_message_id` the deliveries and opens of this email are counted for transactional message 1";
            report
                .at(request.class_range, Severity::Info, message)
                .help("Add the id of a transactional message of your workspace.");
        }
    }
}
