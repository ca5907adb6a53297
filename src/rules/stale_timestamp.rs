//! `stale-timestamp`: a time that was read when the module loaded, and is sent later.

use super::{Context, FixAvailability, Preset, Report, RuleMeta, helpers};
use crate::finding::{Applicability, Severity};
use crate::model::{SlotKind, TimeSlot};
use rustc_hash::FxHashSet;

pub const META: RuleMeta = RuleMeta {
    id: "stale-timestamp",
    summary: "A time is read once, when the module loads, and sent by calls that run later",
    category: "timestamps",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"Code outside of functions runs once, when the module loads. A time that is read there never changes: a server that has
been up for a week gives every customer of that week the same `created_at`, and so does a serverless function for as long as
it stays warm. Tests don't notice, because they run right after the start.

The rule follows the value through variables, arithmetic and imports, and reports the place where a function sends it. It
ignores scripts whose own statements call that function, tests, components (their code runs for each instance), variables
that are assigned again, and names that say that the start time is meant (`STARTED_AT`, `bootTime`). In the data of events
and messages, where such a time may be intended, the finding is a hint.

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

Replaces the variable with its expression, if all names in it mean the same there. Only suggested: several calls that must
send the same time need a variable in their function.

### References

- [Track API: timestamps](https://docs.customer.io/api/track/)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    let mut seen = FxHashSet::default();
    // An unknown alternative (`user.createdAt ?? now`) does not make it better; but a place that may also hold a fresh time
    // is intended.
    let stale = |slot: &&TimeSlot| slot.cases.iter().all(|case| case.read_at_load.is_some());
    for slot in ctx.model.times().slots().iter().filter(stale) {
        if ctx.model.file().is_mocked() {
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
            let draft = report
                .at(case.at, severity, format!("`{}` {is} the time when the module loaded", slot.key))
                .why("the clock was read once, so every call sends that same time")
                .help("Read the clock in the function that sends the time.")
                .related_at(Some(read.place.clone()), "the clock is read here, once per process");
            let draft = helpers::timestamps::through(draft, slot.through.as_ref(), &slot.method);
            if let Some(repair) = &read.repair {
                draft.fix(&repair.title, Applicability::Suggested, || repair.edits.clone());
            }
        }
    }
}
