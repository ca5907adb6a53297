//! `created-at-overwritten`: a sign-up date that is reset later.

use super::helpers::entries::removed;
use super::helpers::payloads;
use super::helpers::people::is_about_known_people;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{PayloadOf, makes_people};

pub const META: RuleMeta = RuleMeta {
    id: "created-at-overwritten",
    summary: "`created_at` set to the current time for a person who already exists",
    category: "data",
    preset: Preset::Strict,
    severity: Severity::Hint,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"`created_at` is the time at which a person signed up, and segments and campaigns count from it. It belongs in the first `identify`
only ([JavaScript SDK: identify](https://docs.customer.io/sdk/javascript/identify)): set to the current time at each login, it makes
everyone look new again.

The rule reports the current time in a function whose name refers to something after sign-up: a login, an update, a payment, a
webhook. A stored time is fine anywhere.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export async function loggedIn(id: string) {
  await cio.identify(id, { plan: "pro", created_at: Math.floor(Date.now() / 1000) });
}
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export async function loggedIn(id: string) {
  await cio.identify(id, { plan: "pro", last_login_at: Math.floor(Date.now() / 1000) });
}
```

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export async function signUp(id: string) {
  await cio.identify(id, { plan: "free", created_at: Math.floor(Date.now() / 1000) });
}
```

### Fix

Removes `created_at` where it is written in the call. Suggested.

### References

- [Customer.io: identify people](https://docs.customer.io/sdk/javascript/identify)
- [Customer.io: timestamps](https://docs.customer.io/journeys/faq-timestamps)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    for (payload, field, _) in payloads::entries(ctx.model, META.id, &[PayloadOf::Person]) {
        let Some(call) = ctx.model.calls().of_payload(payload) else { continue };
        if field.key != "created_at" {
            continue;
        }
        let function = call.around.function.as_ref().and_then(|function| function.name.as_deref());
        let Some(function) = function.filter(|name| is_about_known_people(name) && !makes_people(call)) else {
            continue;
        };
        let Some(at) = field.value.range else { continue };
        if !ctx.model.is_now(&field.value) {
            continue;
        }
        report
            .at(at, Severity::Hint, format!("`{function}` sets `created_at` to the current time"))
            .why("Customer.io treats the person as newly signed up each time")
            .help("Set `created_at` only at sign-up, and use another attribute here.")
            .fix("Remove `created_at`", Applicability::Suggested, || removed(ctx.model, &payload.argument, field));
    }
}
