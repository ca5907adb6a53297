//! `track-anonymous-signature`: `trackAnonymous` called the way that another version wants it.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::Given;
use crate::sdk::Class;
use crate::text::TextEdit;

pub const META: RuleMeta = RuleMeta {
    id: "track-anonymous-signature",
    summary: "`trackAnonymous` is called the way that another version of the SDK wants it",
    category: "calls",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: "1.0 and newer, where the version is known",
    options: &[],
    docs: r#"Up to 2.1 `trackAnonymous` takes the event alone; since 3.0 the anonymous id comes first
([changelog](https://github.com/customerio/customerio-node/blob/main/CHANGELOG.md)). Called the other way it finds no event
and throws `data.name is required`.

### Invalid

```ts
// customerio-node 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.trackAnonymous({ name: "opened_page" });
```

### Valid

```ts
// customerio-node 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.trackAnonymous("anonymous-42", { name: "opened_page" });
```

### Fix

For a version since 3.0, puts a random anonymous id before the event. Suggested: an id that you keep is better, for it
joins the event to the person later.

### References

- [customerio-node: `trackAnonymous`](https://github.com/customerio/customerio-node#ciotrackanonymousanonymous_id-data)
- [Customer.io: anonymous events](https://docs.customer.io/journeys/anonymous-events/)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    for call in cx.model.sdk_calls() {
        let is_it = call.method.as_deref() == Some("trackAnonymous") && Class::of(call.client) == Class::Track;
        if !is_it || !call.closed || call.through.is_some() || cx.model.is_mocked() {
            continue;
        }
        let Some((first, at)) = call.argument(0).and_then(|first| Some((first, first.range?))) else { continue };
        match (cx.model.given(first), call.arguments.len()) {
            (Given::Object, 1) if cx.model.at_least(3, 0, 0) => {
                let message = "since 3.0 the anonymous id comes first: this throws \"data.name is required\"";
                let edit = TextEdit::insert(at.start(), "crypto.randomUUID(), ");
                report
                    .at(at, Severity::Error, message)
                    .help("Call `trackAnonymous(anonymousId, { name, data })`.")
                    .fix("Put a random anonymous id first", Applicability::Suggested, vec![edit]);
            }
            (Given::Text(_) | Given::Number(_), 2) if cx.model.at_least(1, 0, 0) && cx.model.below(3, 0, 0) => {
                let message = "up to 2.1 `trackAnonymous` takes the event alone: this throws \"data.name is required\"";
                report
                    .at(at, Severity::Error, message)
                    .help("Call `trackAnonymous({ name, data })`, or update the SDK to 3.0.");
            }
            _ => {}
        }
    }
}
