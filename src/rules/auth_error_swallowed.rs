//! `auth-error-swallowed`: a handler that swallows every error of the SDK.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::{ErrorHandler, Origin};

pub const META: RuleMeta = RuleMeta {
    id: "auth-error-swallowed",
    summary: "An error handler swallows everything, including 401 and 403 for a wrong key",
    category: "errors",
    preset: Preset::Strict,
    severity: Severity::Hint,
    fix: FixAvailability::None,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"A failing call to Customer.io should often not break the request around it, so its errors are caught. But 401 and 403 are not
temporary: the key is wrong, missing or of the wrong kind, and from then on nothing arrives. The clients do not check their keys
([`lib/track.ts`](https://github.com/customerio/customerio-node/blob/main/lib/track.ts)); such an error is the only sign.

This is a hint. It covers handlers that do nothing at all: they are empty, or return `null`, `undefined` or `false`. A handler
that calls, sets or throws anything counts as handling the error. Requests to Customer.io that axios and its kin send count, too.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function seen(id: string) {
  try {
    await cio.track(id, { name: "seen" });
  } catch {
    return null;
  }
}
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function seen(id: string) {
  try {
    await cio.track(id, { name: "seen" });
  } catch (err: any) {
    console.error("Customer.io:", err.statusCode, err.message);
    return null;
  }
}
```

### Fix

None: only you know where errors should be reported.

### References

- [customerio-node: the Track client](https://github.com/customerio/customerio-node/blob/main/lib/track.ts)
- [MDN: 401 Unauthorized](https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Status/401)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    if ctx.model.file().is_mocked() {
        return;
    }
    for handler in ctx.model.errors().handlers() {
        if !does_nothing(handler) {
            continue;
        }
        report
            .at(handler.mark, Severity::Hint, "every error of the SDK is swallowed here")
            .why("with a wrong key (401, 403) every request fails silently")
            .help("Log the error, and treat 401 and 403 as a configuration problem.")
            .related_at(handler.body.file.is_some().then(|| handler.body.clone()), "the error handler is here");
    }
    without_sdk(ctx, report);
}

/// Reports requests without the SDK, of libraries whose promises reject for 401 and 403.
fn without_sdk(ctx: &Context<'_>, report: &mut Report<'_>) {
    let calls = ctx.model.calls().without_sdk();
    for handler in ctx.model.errors().handlers_without_sdk() {
        if !does_nothing(handler) || !handler.calls.iter().all(|at| ctx.model.http().rejects(&calls[*at])) {
            continue;
        }
        report
            .at(handler.mark, Severity::Hint, "every error of the request is swallowed here")
            .why("with a wrong key (401, 403) every request fails silently")
            .help("Log the error, and treat 401 and 403 as a configuration problem.")
            .related_at(handler.body.file.is_some().then(|| handler.body.clone()), "the error handler is here");
    }
}

/// Returns whether a handler gets nothing but errors of such calls, and does nothing at all.
fn does_nothing(handler: &ErrorHandler) -> bool {
    let does = handler.does;
    let idle = !does.calls && !does.tells && !does.throws && handler.reads.is_empty();
    handler.origin == Origin::Sdk && idle
}
