//! `response-unchecked`: the status of the response to a request without the SDK is never checked.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;

pub const META: RuleMeta = RuleMeta {
    id: "response-unchecked",
    summary: "The response status of a request without the SDK is never checked",
    category: "http",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::None,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"The promise of [`fetch`](https://developer.mozilla.org/en-US/docs/Web/API/Window/fetch) resolves for every status: a wrong
key (401), a malformed request (400) and a rate limit (429) look like success unless the code checks `ok` or `status` of
the response. The rule reports requests to Customer.io whose response is ignored, or of which only the body is read.

It covers `fetch` and the packages that behave like it, such as `node-fetch` and `undici`. axios, got, ky and `$fetch`
reject for such statuses. Nothing is reported if the response is returned or passed to another function, or if the code
tests something in its body, such as `errors`.

### Invalid

```ts
await fetch("https://track.customer.io/api/v1/customers/42", {
  method: "PUT",
  body: JSON.stringify({ plan: "pro" }),
});
```

### Valid

```ts
const response = await fetch("https://track.customer.io/api/v1/customers/42", {
  method: "PUT",
  body: JSON.stringify({ plan: "pro" }),
});
if (!response.ok) throw new Error(`Customer.io responds with ${response.status}`);
```

### Fix

None: how to handle a rejected request depends on the program.

### References

- [MDN: checking that the fetch was successful](https://developer.mozilla.org/en-US/docs/Web/API/Fetch_API/Using_Fetch#checking_response_status)
- [Track API](https://docs.customer.io/api/track/)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    if ctx.model.file().is_test() {
        return;
    }
    for call in ctx.model.calls().without_sdk().iter().filter(|call| ctx.model.http().is_response_unchecked(call)) {
        report
            .at(call.callee, Severity::Warning, "the status of the response is never checked")
            .why("the promise also resolves for 400, 401 and 429, so a rejected request goes unnoticed")
            .help("Check `response.ok`, and throw or log the status if it is `false`.");
    }
}
