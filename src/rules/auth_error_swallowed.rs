//! `auth-error-swallowed`: a handler that lets every error of the SDK vanish.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::Origin;

pub const META: RuleMeta = RuleMeta {
    id: "auth-error-swallowed",
    summary: "Every error is let vanish, also that the key is wrong, after which nothing arrives any more",
    category: "errors",
    preset: Preset::Strict,
    severity: Severity::Hint,
    fix: FixAvailability::None,
    versions: "all",
    options: &[],
    docs: r#"That a call for Customer.io fails should often not break what it stands in, and so its errors are caught. But 401 and 403
are no passing trouble: the key is wrong, missing or of another kind, and from then on nothing arrives. The clients do not
check their keys ([`lib/track.ts`](https://github.com/customerio/customerio-node/blob/main/lib/track.ts)); such an error is the only
sign.

A hint. Reported is a handler that does nothing at all: it is empty, or gives back `null`, `undefined` or `false`. Anything
that it calls, sets or throws counts as dealing with the error.

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

None: only you know where errors are to be told.

### References

- [customerio-node: the Track client](https://github.com/customerio/customerio-node/blob/main/lib/track.ts)
- [MDN: 401 Unauthorized](https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Status/401)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    if cx.model.is_mocked() {
        return;
    }
    for handler in cx.model.error_handlers() {
        let does = handler.does;
        let idle = !does.calls && !does.tells && !does.throws && handler.reads.is_empty();
        if handler.origin != Origin::Sdk || !idle {
            continue;
        }
        let message =
            "every error vanishes here: when the key is wrong (401, 403), all requests fail and nobody learns it";
        report
            .at(handler.mark, Severity::Hint, message)
            .help("Log it; for 401 and 403 loudly.")
            .related_at(handler.body.file.is_some().then(|| handler.body.clone()), "what handles its errors");
    }
}
