//! `internal-request`: a request sent with the SDK's internal object.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::InternalRequest;

pub const META: RuleMeta = RuleMeta {
    id: "internal-request",
    summary: "Request sent with the SDK's internal `request` object",
    category: "calls",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::None,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"The SDK sends its own requests with `client.request`. It is not part of the public API and has changed between versions: `get` was
added in 3.4, `handler` was removed in 5.0. It has `get`, `put`, `post` and `destroy`; any other method throws a TypeError. It takes
full URLs: for a path (`"/customers/42"`) the request fails with `Invalid URL`, in every version.

This is an error where the call certainly fails, and otherwise a warning.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.request.post("/customers/42/events", { name: "signed_up" });
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.track("42", { name: "signed_up" });
```

### Fix

None: use the client's method for the request, or `fetch` with the headers that the API requires if there is none.

### References

- [customerio-node: `request.ts`](https://github.com/customerio/customerio-node/blob/main/lib/request.ts)
"#,
};

/// The methods that the object has in some version.
const METHODS: &[&str] = &["destroy", "execute", "get", "handler", "options", "post", "put", "sleep"];

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    if ctx.model.file().is_mocked() {
        return;
    }
    for request in ctx.model.requests().internal() {
        let (severity, what, why) = judged(&request);
        let at = request.relative.unwrap_or(request.at);
        report.at(at, severity, what).why(why).help("Use the client's own method, or `fetch` if there is none.");
    }
}

fn judged(request: &InternalRequest) -> (Severity, String, &'static str) {
    let InternalRequest { client, method, .. } = request;
    let class = client.class_name();
    if !METHODS.contains(&method.as_str()) {
        let what = format!("`request` of {class} has no method `{method}`");
        return (Severity::Error, what, "the call throws a TypeError");
    }
    match request.relative {
        Some(_) => (
            Severity::Error,
            format!("`request.{method}` expects a full URL, not a path"),
            "the request fails with \"Invalid URL\"",
        ),
        None => (
            Severity::Warning,
            format!("`request` is an internal object of {class}"),
            "a new version of the SDK may change or remove it",
        ),
    }
}
