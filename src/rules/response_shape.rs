//! `response-shape`: a response of the SDK that is read like one of axios or `fetch`.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::text::TextEdit;

pub const META: RuleMeta = RuleMeta {
    id: "response-shape",
    summary: "A response of the SDK is read like one of axios or `fetch`",
    category: "calls",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"The SDK's promises resolve with the parsed body: `{ delivery_id, queued_at }` after `sendEmail`, `{}` after `identify`. There
is no `data`, `status`, `headers`, `body`, `ok` or `json()`: these are `undefined`, and reading a member of them or calling
them throws a TypeError after the request was sent. TypeScript does not notice, because the SDK types its responses as
`Record<string, any>`. Failed requests reject, so there is no status to check.

The finding is an error if the code throws, otherwise a warning. Methods whose responses are not known are skipped.

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

Removes `.data`. Only suggested, because code that used to throw then continues. No fix for the other properties.

### References

- [customerio-node: usage](https://github.com/customerio/customerio-node#usage)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    // Mocks resolve with made-up values.
    if ctx.model.file().is_test() {
        return;
    }
    for read in ctx.model.calls().habit_reads() {
        let (name, method) = (&read.name, &read.method);
        let severity = if read.throws { Severity::Error } else { Severity::Warning };
        let then = if read.throws { ", so this throws a TypeError" } else { "" };
        let what = format!("`{name}` is `undefined` in the response of `{method}`{then}");
        let help = match name.as_str() {
            "data" | "body" | "json" | "text" => "Read the fields of the response directly.",
            "headers" => "Remove it: the SDK does not expose the headers of a successful response.",
            _ => "Handle failures in `catch`, and read `statusCode` of the error: failed requests reject.",
        };
        let draft = report.at(read.at, severity, what).why("the SDK resolves with the parsed body itself").help(help);
        if let Some((whole, object)) = read.whole {
            let edit = TextEdit::replace(whole, ctx.model.text(object));
            draft.fix("Remove `.data`", Applicability::Suggested, || [edit]);
        }
    }
}
