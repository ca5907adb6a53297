//! `internal-request`: a request that is sent past the SDK's methods.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::InternalRequest;

pub const META: RuleMeta = RuleMeta {
    id: "internal-request",
    summary: "A request is sent by the SDK's internal `request` object",
    category: "calls",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::None,
    versions: "all",
    options: &[],
    docs: r#"`client.request` is what the SDK sends its own requests with. It is no part of its interface and has changed with
versions: `get` came with 3.4, `handler` went with 5.0. It has `get`, `put`, `post` and `destroy`; any other method throws a
TypeError. It takes whole addresses: for a path (`"/customers/42"`) the request fails with `Invalid URL`, in every version.

An error where the call certainly fails, else a warning.

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

None: use the method for it, and where the SDK has none, `fetch` with the headers that the API asks for.

### References

- [customerio-node: `request.ts`](https://github.com/customerio/customerio-node/blob/main/lib/request.ts)
"#,
};

/// What the object has in some version.
const METHODS: &[&str] = &["destroy", "execute", "get", "handler", "options", "post", "put", "sleep"];

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    if cx.model.is_mocked() {
        return;
    }
    for request in cx.model.internal_requests() {
        let (severity, message) = judged(&request);
        let at = request.relative.unwrap_or(request.at);
        report.at(at, severity, message).help("Use the client's method for it, or `fetch` where there is none.");
    }
}

fn judged(request: &InternalRequest) -> (Severity, String) {
    let InternalRequest { client, method, .. } = request;
    let class = client.class_name();
    if !METHODS.contains(&method.as_str()) {
        return (Severity::Error, format!("`request` of {class} has no method `{method}`: this throws a TypeError"));
    }
    match request.relative {
        Some(_) => {
            (Severity::Error, format!("`request.{method}` takes a whole URL: for a path it fails with \"Invalid URL\""))
        }
        None => (
            Severity::Warning,
            format!("`request` is an internal object of {class}: a new version of the SDK may change or remove it"),
        ),
    }
}
