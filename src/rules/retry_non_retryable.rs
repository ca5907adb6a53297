//! `retry-non-retryable`: a request is retried after every error.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{ErrorHandler, Origin, RetryMark};
use crate::text::{TextEdit, TextRange};

pub const META: RuleMeta = RuleMeta {
    id: "retry-non-retryable",
    summary: "A request is retried after every error, including errors that a retry cannot fix",
    category: "errors",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"A request that fails with 400, 401, 403, 404, 413 or 422 fails every time: the request, the key or the account has to be
changed. Only 408, 429, 5xx and broken connections are worth a retry
([API errors](https://docs.customer.io/integrations/api/track/)). An error without `statusCode` is not always a broken
connection: a missing argument, a key with characters that are not allowed in a header, and a response that is not JSON
have none either. Retrying all of them wastes time, counts against the rate limits, and delays the real error.

The rule reports a `catch` in a loop, or in a function that calls itself, that retries the request and uses nothing of the
error but its message. Nothing is reported if the error is passed to a function that may decide, or if something else is
awaited in the same `try`. The finding is an info in a helper that other files may use for other calls.

Of requests to Customer.io without the SDK, the rule also reports a loop or a function around `fetch` that retries whenever
`ok` is false, or that throws then and retries after every error; `p-retry`, `async-retry` and their kin around a request,
if nothing ends the retries early (`AbortError`, `bail`, `shouldRetry`); `retryCondition: () => true` of `axios-retry`; and
status codes such as 400 and 401 in `retry.statusCodes` of got and ky. Their defaults (429, 5xx and a few more) are right.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!, {
  retry: { maxRetries: 0 },
});

export async function seen(id: string) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await cio.track(id, { name: "seen" });
    } catch (err) {
      if (attempt === 5) throw err;
      await new Promise((resolve) => setTimeout(resolve, 1000 * attempt));
    }
  }
}
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!, {
  retry: { maxRetries: 0 },
});

export async function seen(id: string) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await cio.track(id, { name: "seen" });
    } catch (err: any) {
      const passes = err.statusCode === undefined || err.statusCode === 429 || err.statusCode >= 500;
      if (!passes || attempt === 5) throw err;
      await new Promise((resolve) => setTimeout(resolve, 1000 * attempt));
    }
  }
}
```

### Fix

Rethrows the error unless `err.statusCode` is 408, 429, 5xx, or missing (no response). Only suggested. No fix if the error
has no name, or if TypeScript does not allow reading its members.

### References

- [Customer.io: Track API](https://docs.customer.io/integrations/api/track/)
- [MDN: HTTP status codes](https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Status)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    let retried = ctx.model.retries().of_sdk();
    for handler in ctx.model.errors().handlers() {
        let again = retried.iter().find(|retried| retried.handler.as_ref() == Some(&handler.body));
        let Some(again) = again else { continue };
        if !handler.looks_at_nothing() {
            continue;
        }
        let severity = match handler.origin {
            Origin::Sdk => Severity::Warning,
            Origin::Shared => Severity::Info,
            Origin::Mixed => continue,
        };
        let call = &ctx.model.calls().of_sdk()[again.call];
        report
            .at(handler.mark, severity, "the request is retried after every error")
            .why("400, 401, 403, 404 and 422 will fail every time")
            .help("Rethrow unless `err.statusCode` is 408, 429, 5xx, or missing (no response).")
            .related(Some(call.callee), "the request is sent here")
            .related_at(handler.body.file.is_some().then(|| handler.body.clone()), "the request is retried here")
            .fix("Rethrow errors that a retry cannot fix", Applicability::Suggested, || guard(ctx, handler));
    }
    without_sdk(ctx, report);
}

/// Reports requests without the SDK.
fn without_sdk(ctx: &Context<'_>, report: &mut Report<'_>) {
    if ctx.model.file().is_mocked() {
        return;
    }
    for again in ctx.model.retries().always() {
        let (what, help) = match &again.mark {
            RetryMark::Handler => (
                "the request is retried after every error".to_owned(),
                "Rethrow unless the status is 408, 429 or 5xx, or there is no response.",
            ),
            RetryMark::Test => (
                "the request is retried whatever the status is".to_owned(),
                "Retry only if `status` is 408, 429 or 5xx.",
            ),
            RetryMark::Package(package) => (
                format!("`{package}` retries the request after every error"),
                "Retry only if the status is 408, 429 or 5xx, or there is no response.",
            ),
            RetryMark::Condition => (
                "`axios-retry` retries every request after every error".to_owned(),
                "Remove `retryCondition`: by default only network errors and 5xx of idempotent requests are retried.",
            ),
            RetryMark::Code(code) => (
                format!("the request is retried after {code}"),
                "Remove the status code: Customer.io asks to retry 429 and 5xx.",
            ),
        };
        let why = match &again.mark {
            RetryMark::Code(_) => "the same request fails again",
            _ => "400, 401, 403, 404 and 422 will fail every time",
        };
        let severity = if again.is_shared { Severity::Info } else { Severity::Warning };
        report
            .at(again.at, severity, what)
            .why(why)
            .help(help)
            .related(again.callee, "the request is sent here")
            .related_at(again.elsewhere.clone(), "the request is retried here");
    }
}

/// The edit that rethrows errors that a retry cannot fix; `None` if the error has no name, or a type that may not have
/// a status.
fn guard(ctx: &Context<'_>, handler: &ErrorHandler) -> Option<TextEdit> {
    let body = handler.body.file.is_none().then_some(handler.body.range)?;
    let head = (handler.mark.end <= body.start).then_some(TextRange { start: handler.mark.end, end: body.start })?;
    let head = ctx.model.text(head);
    let parameter = head.trim().strip_prefix('(')?.strip_suffix(')')?;
    let (name, ty) = parameter.split_once(':').unwrap_or((parameter, ""));
    let name = name.trim();
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '$');
    let has_members = ty.trim() == "any" || handler.reads.iter().any(|read| !read.path.is_empty());
    let text = ctx.model.text(body);
    let inside = text.strip_prefix('{')?;
    if !is_name || !has_members {
        return None;
    }
    let blank = &inside[..inside.len() - inside.trim_start().len()];
    let space = if blank.contains('\n') { blank } else { " " };
    let guard = format!("{space}if ({name}.statusCode < 500 && ![408, 429].includes({name}.statusCode)) throw {name};");
    Some(TextEdit::insert(body.start() + 1, guard))
}
