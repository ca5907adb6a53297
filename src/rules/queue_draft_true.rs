//! `queue-draft-true`: a message that is saved as a draft.

use super::helpers::requests::seen;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::Given;

pub const META: RuleMeta = RuleMeta {
    id: "queue-draft-true",
    summary: "A transactional message is saved as a draft instead of being sent",
    category: "transactional",
    preset: Preset::Recommended,
    severity: Severity::Info,
    fix: FixAvailability::None,
    versions: "all",
    options: &[],
    docs: r#"With `queue_draft: true`, Customer.io saves a message as a draft and does not send it
([App API: send an email](https://docs.customer.io/api/app/#operation/sendEmail)). That is useful while you try a message
out. The rule reports a plain `true`; a value that depends on the environment is not reported.

### Invalid

```ts
import { SendPushRequest } from "customerio-node";

export const request = new SendPushRequest({
  transactional_message_id: "shipped",
  identifiers: { id: "42" },
  queue_draft: true,
});
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

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    for (_, _, fields) in seen(cx.model) {
        let Some(draft) = fields.get("queue_draft").filter(|field| !field.uncertain) else { continue };
        let Some(at) = draft.value.range.filter(|_| cx.model.given(&draft.value) == Given::Bool(true)) else {
            continue;
        };
        report
            .at(at, Severity::Info, "`queue_draft` is always `true`")
            .why("Customer.io saves the message as a draft and does not send it")
            .help("Remove `queue_draft` to send the message.");
    }
}
