//! `identify-before-track`: an event for a person who is identified only afterward.

use super::helpers::people::is_about_known_people;
use super::helpers::promises::{Persons, named};
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Call, Model, Promise, makes_people};
use crate::sdk::ClientClass;
use crate::text::{TextEdit, TextRange};
use rustc_hash::FxHashSet;

pub const META: RuleMeta = RuleMeta {
    id: "identify-before-track",
    summary: "Event sent for a new person before `identify`",
    category: "identity",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"A campaign that an event triggers needs the person's attributes: an address to send to, values for its conditions. If `track` comes
before `identify`, a new person has no attributes yet when the event arrives. Customer.io accepts both calls, so the mistake stays
invisible. When exactly a campaign reads the attributes is not documented.

The rule reports a `track` that a function sends before its first `identify` for the same id, if that identifies a new person: it sets
`created_at`, or the function's name says so (`signUp`). If it only sets `email`, the finding is informational. A later `identify`
that updates a known person is fine.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export async function signUp(id: string, email: string) {
  await cio.track(id, { name: "signed_up" });
  await cio.identify(id, { email });
}
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export async function signUp(id: string, email: string) {
  await cio.identify(id, { email });
  await cio.track(id, { name: "signed_up" });
}
```

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export async function loggedIn(id: string) {
  await cio.track(id, { name: "logged_in" });
  await cio.identify(id, { last_login_plan: "pro" });
}
```

### Fix

Swaps the two calls if they are awaited one right after the other. Suggested.

### References

- [Track API](https://docs.customer.io/api/track/)
- [Customer.io: identifying people](https://docs.customer.io/journeys/identifying-people/)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    let model = ctx.model;
    if model.file().is_mocked() {
        return;
    }
    let identifies = model.calls().every().iter().filter(|call| is(call, "identify"));
    if identifies.clone().next().is_none() {
        return;
    }
    let identifies = Persons::of(model, identifies);
    // One of several events before it is enough to report: identifying the person first fixes all of them.
    let mut told: FxHashSet<TextRange> = FxHashSet::default();
    for event in model.calls().every().iter().filter(|call| is(call, "track")) {
        let person = named(model, event);
        if identifies.has_before(event, &person) {
            continue;
        }
        let Some(later) = identifies.after(event, &person, |_| true) else { continue };
        let Some(severity) = severity(model, later) else { continue };
        if told.contains(&later.range) {
            continue;
        }
        told.insert(later.range);
        report
            .at(event.callee, severity, "the event is sent before `identify` for the same person")
            .why("a new person has no attributes yet when the event arrives")
            .help("Call `identify` first.")
            .related(Some(later.callee), "the person is identified here")
            .fix("Move `identify` before the event", Applicability::Suggested, || {
                swapped(model, event, later).unwrap_or_default()
            });
    }
}

fn is(call: &Call, method: &str) -> bool {
    ClientClass::of(call.client) == ClientClass::Track && call.method.as_deref() == Some(method)
}

/// The severity, by how certain it is that a call identifies a new person.
fn severity(model: &Model<'_>, identify: &Call) -> Option<Severity> {
    let fields = identify.argument(1).and_then(|attributes| model.fields(attributes)).unwrap_or_default();
    if fields.get("created_at").is_some() || makes_people(identify) {
        return Some(Severity::Warning);
    }
    let function = identify.around.function.as_ref().and_then(|function| function.name.as_deref());
    let is_known = function.is_some_and(is_about_known_people);
    (fields.get("email").is_some() && !is_known).then_some(Severity::Info)
}

/// The edits that swap two calls that are awaited one right after the other.
fn swapped(model: &Model<'_>, first: &Call, second: &Call) -> Option<Vec<TextEdit>> {
    let both = [first, second];
    let plain = both.iter().all(|call| call.promise == Promise::Awaited);
    let between = model.text(TextRange { start: first.range.end, end: second.range.start });
    let next = between.trim_start().trim_start_matches(';').trim() == "await";
    (plain && next).then(|| {
        vec![
            TextEdit::replace(first.range, model.text(second.range)),
            TextEdit::replace(second.range, model.text(first.range)),
        ]
    })
}
