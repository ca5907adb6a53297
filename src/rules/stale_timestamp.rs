//! `stale-timestamp`: a time that was read off the clock when the module was loaded, and is sent later.

use super::{Context, FixAvailability, Preset, Report, RuleMeta, judge};
use crate::finding::{Applicability, Severity};
use crate::model::{SlotKind, TimeSlot};
use rustc_hash::FxHashSet;

pub const META: RuleMeta = RuleMeta {
    id: "stale-timestamp",
    summary: "A time is read once when the module is loaded, and sent by calls that run later",
    category: "timestamps",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    docs: r#"What stands outside of all functions runs once, when the module is loaded. A time that is read off the clock there stands
still: a server that has been up for a week gives every customer of that week the same `created_at`, and so does a
serverless function for as long as it stays warm. Nothing looks wrong in a test, which runs right after the start.

The value is followed over variables, arithmetic and imports. Reported is the place where a function sends it. Silent are
scripts whose own statements call that function, tests, components (their code runs each time that one is made), variables
that are written to again, and names that say that the time of the start is meant (`STARTED_AT`, `bootTime`).
In free data of events and messages, where such a time may well be
wanted, it is a hint.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const now = Math.floor(Date.now() / 1000);

export async function signUp(id: string) {
  await cio.identify(id, { created_at: now });
}
```

```ts
import { cio } from "./customerio";
import { today } from "./dates";

export async function placed(id: string) {
  await cio.track(id, { name: "order_placed", timestamp: today });
}
//- /src/customerio.ts
import { TrackClient } from "customerio-node";

export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
//- /src/dates.ts
export const today = Math.floor(Date.now() / 1000);
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function signUp(id: string) {
  await cio.identify(id, { created_at: Math.floor(Date.now() / 1000) });
}
```

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const now = Math.floor(Date.now() / 1000);

async function main() {
  await cio.identify("42", { imported_at: now });
}

main();
```

### Fix

Writes what the variable holds into the call, where it is one expression and all its names mean the same there. Suggested:
several calls that are to send one time need a variable of their function.

### References

- [Track API: timestamps](https://docs.customer.io/api/track/)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    let mut seen = FxHashSet::default();
    // What is not known beside it (`user.createdAt ?? now`) makes it no better; but a place that may hold a fresh time is
    // somebody's plan.
    let stale = |slot: &&TimeSlot| slot.cases.iter().all(|case| case.read_at_load.is_some());
    for slot in cx.model.time_slots().iter().filter(stale) {
        if cx.model.is_mocked() {
            return;
        }
        for case in &slot.cases {
            let Some(read) = &case.read_at_load else { continue };
            if !seen.insert(case.at) {
                continue;
            }
            let severity = match slot.kind {
                SlotKind::Seconds | SlotKind::Attribute { dated: true } => Severity::Warning,
                SlotKind::Attribute { dated: false } => Severity::Info,
                SlotKind::Payload { .. } => Severity::Hint,
            };
            let is = if case.partial { "may be" } else { "is" };
            let message = format!(
                "`{}` {is} the time at which the module was loaded: all calls send the same one, however much later they run",
                slot.key
            );
            let draft = report
                .at(case.at, severity, message)
                .help("Read the clock in the function that sends the time.")
                .related_at(Some(read.place.clone()), "the clock is read here, once");
            let draft = judge::timestamps::through(draft, slot.through.as_ref(), &slot.method);
            if let Some(repair) = &read.repair {
                draft.fix(&repair.title, Applicability::Suggested, repair.edits.clone());
            }
        }
    }
}
