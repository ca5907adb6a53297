//! `response-shape`: an answer of the SDK that is read like one of axios or `fetch`.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::text::TextEdit;

pub const META: RuleMeta = RuleMeta {
    id: "response-shape",
    summary: "A response of the SDK is read like one of axios or fetch: `response.data`, `response.status`",
    category: "calls",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    docs: r#"The promises of the SDK resolve with the parsed body itself: `{ delivery_id, queued_at }` after `sendEmail`, `{}` after
`identify`. There is no `data`, `status`, `headers`, `body`, `ok`, or `json()`: these are `undefined`, and reading a member of
them or calling them throws a TypeError, after the request was sent. TypeScript does not see it, since the SDK types its
responses as `Record<string, any>`. Requests that fail reject, so the status needs no check.

An error where it throws, else a warning. Methods whose responses are not known are left out.

### Invalid

```ts
import { APIClient, SendEmailRequest } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
const request = new SendEmailRequest({ to: "ada@example.com", identifiers: { id: "42" }, transactional_message_id: 3 });
const response = await api.sendEmail(request);
console.log(response.data.delivery_id);
```

### Valid

```ts
import { APIClient, SendEmailRequest } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
const request = new SendEmailRequest({ to: "ada@example.com", identifiers: { id: "42" }, transactional_message_id: 3 });
const response = await api.sendEmail(request);
console.log(response.delivery_id);
```

### Fix

Takes `.data` out. Suggested, since the code goes on where it threw. None for the others.

### References

- [customerio-node: usage](https://github.com/customerio/customerio-node#usage)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    // What stand-ins resolve with is made up.
    if cx.model.is_test() {
        return;
    }
    for read in cx.model.habit_reads() {
        let (name, method) = (&read.name, &read.method);
        let severity = if read.throws { Severity::Error } else { Severity::Warning };
        let then = if read.throws { ", so this throws a TypeError" } else { "" };
        let message = format!("`{name}` is undefined here{then}: `{method}` resolves with the body itself");
        let help = match name.as_str() {
            "data" | "body" | "json" | "text" => "Read the fields of the response directly.",
            "headers" => "The SDK does not tell the headers of a successful response.",
            _ => "A request that fails rejects: use `catch`, and read `statusCode` of the error.",
        };
        let draft = report.at(read.at, severity, message).help(help);
        if let Some((whole, object)) = read.whole {
            let edit = TextEdit::replace(whole, cx.model.text(object));
            draft.fix("Take `.data` out", Applicability::Suggested, vec![edit]);
        }
    }
}
