//! `attribute-name-length`: an attribute name that is longer than the API accepts.

use super::helpers::limits::{excess, message};
use super::helpers::payloads;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::Severity;
use crate::model::PayloadOf;
use crate::sdk::limits::ATTRIBUTE_NAME;

pub const META: RuleMeta = RuleMeta {
    id: "attribute-name-length",
    summary: "Attribute name longer than 150 bytes",
    category: "data",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::None,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"An attribute name can have at most 150 bytes ([Track API](https://docs.customer.io/api/track/)). The rule checks the attributes
of people and objects set by `identify`, `batch` and `entity`, where their names are known.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.identify("42", {
  answer_to_the_question_how_they_came_to_know_us_how_they_came_to_know_us_how_they_came_to_know_us_how_they_came_to_know_us_how_they_came_to_know_us_how_they_came_to_know_us: true,
});
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.identify("42", { heard_of_us_by: "a friend" });
```

### Fix

None: only you know a shorter name.

### References

- [Track API](https://docs.customer.io/api/track/)
- [Customer.io: attributes](https://docs.customer.io/journeys/attributes/)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    for (_, field, at) in payloads::entries(ctx.model, META.id, &[PayloadOf::Person, PayloadOf::Object]) {
        if let Some(length) = excess(&field.key, ATTRIBUTE_NAME) {
            report
                .at(at, Severity::Warning, message(length, ATTRIBUTE_NAME))
                .help("Use a shorter name for the attribute.");
        }
    }
}
