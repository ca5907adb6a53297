//! `wrong-request-class`: a request of one channel passed to the method of another.

use super::helpers::requests::taken_by;
use super::helpers::timestamps::through;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::Given;
use crate::sdk::RequestClass;
use crate::text::TextEdit;

pub const META: RuleMeta = RuleMeta {
    id: "wrong-request-class",
    summary: "A request of one channel is passed to the method of another",
    category: "transactional",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "4.1 to 5.2",
    options: &[],
    yields_to: &[],
    docs: r#"Each method that sends a message expects requests of one class: `sendEmail` expects `SendEmailRequest`, `sendSMS` expects
`SendSMSRequest`. For a request of another class it throws `"request" must be an instance of SendSMSRequest`,
synchronously rather than as a rejection
([`lib/api.ts`](https://github.com/customerio/customerio-node/blob/main/lib/api.ts)). Nothing is sent.

### Invalid

```ts
import { APIClient, SendEmailRequest } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
const request = new SendEmailRequest({ transactional_message_id: 3, to: "ada@example.com", identifiers: { id: "42" } });
await api.sendPush(request);
```

### Valid

```ts
import { APIClient, SendEmailRequest } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
const request = new SendEmailRequest({ transactional_message_id: 3, to: "ada@example.com", identifiers: { id: "42" } });
await api.sendEmail(request);
```

### Fix

Calls the method that accepts the request. Only suggested: the method may be right and the class wrong. No fix if a function
of the project makes the call.

### References

- [customerio-node: transactional API](https://github.com/customerio/customerio-node#transactional-api)
- [customerio-node: the check](https://github.com/customerio/customerio-node/blob/main/lib/api.ts)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    if ctx.model.file().is_mocked() {
        return;
    }
    for call in ctx.model.calls().of_sdk() {
        let Some(class) = taken_by(ctx.model, call) else { continue };
        let Some(argument) = call.argument(0) else { continue };
        let Given::Request(given) = ctx.model.given(argument) else { continue };
        let Some(range) = argument.range else { continue };
        if given == class.name {
            continue;
        }
        let what = format!("`{}` expects a `{}`, found a `{given}`", class.method, class.name);
        let method = RequestClass::of(given).map(|class| class.method);
        let help = match method {
            Some(method) => format!("Call `{method}`, or create a `{}`.", class.name),
            None => format!("Create a `{}`.", class.name),
        };
        let draft = report
            .at(range, Severity::Error, what)
            .why("the call throws synchronously and nothing is sent")
            .help(help)
            .related_at(ctx.model.origin(argument), "the request is created here");
        let draft = through(draft, call.through.as_ref(), class.method);
        // A name in brackets or another name cannot be replaced.
        if let Some(method) = method
            && call.through.is_none()
            && ctx.model.text(call.name) == class.method
        {
            let edit = TextEdit::replace(call.name, method);
            draft.fix(format!("Change to `{method}`"), Applicability::Suggested, || [edit]);
        }
    }
}
