//! `queue-draft-true`: a message that is kept as a draft.

use super::judge::requests::seen;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::Given;

pub const META: RuleMeta = RuleMeta {
    id: "queue-draft-true",
    summary: "A transactional message is kept as a draft, and not sent",
    category: "transactional",
    preset: Preset::Recommended,
    severity: Severity::Info,
    fix: FixAvailability::None,
    versions: "all",
    options: &[],
    docs: r#"With `queue_draft: true` a message is kept as a draft in Customer.io, and not sent
([App API: send an email](https://docs.customer.io/api/app/#operation/sendEmail)). That is of use while a message is tried out.
Reported is `true` as such; silent is what depends on the surroundings.

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

None: only you know whether it is meant.

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
            .at(at, Severity::Info, "with `queue_draft: true` the message is kept as a draft, and not sent")
            .help("Leave `queue_draft` out where the message is to be sent.");
    }
}
