//! `inline-email-without-template-id`: an email with its own content and without a message's id.

use super::helpers::requests::{is_nothing, seen_through_every_door};
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;

pub const META: RuleMeta = RuleMeta {
    id: "inline-email-without-template-id",
    summary: "Email without `transactional_message_id`, whose metrics go to message 1",
    category: "transactional",
    preset: Preset::Strict,
    severity: Severity::Info,
    fix: FixAvailability::None,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"An email with its own `body`, `subject` and `from` does not need a `transactional_message_id`. Without one, its deliveries, opens and
clicks are counted for transactional message 1, together with all other such emails
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

None: the id depends on your workspace.

### References

- [App API: send an email](https://docs.customer.io/api/app/#operation/sendEmail)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    for (request, _, fields) in seen_through_every_door(ctx.model, META.id)
        .into_iter()
        .filter(|(request, ..)| request.class == "SendEmailRequest")
    {
        let has = |key: &str| fields.get(key).is_some_and(|field| !is_nothing(ctx.model, field));
        // An email that lacks one of them is left to `transactional-missing-required`.
        if !fields.open && ["body", "subject", "from"].into_iter().all(has) && !has("transactional_message_id") {
            report
                .at(request.class_range, Severity::Info, "email without `transactional_message_id`")
                .why("Customer.io counts its deliveries and opens for transactional message 1")
                .help("Set `transactional_message_id` to a transactional message of your workspace.");
        }
    }
}
