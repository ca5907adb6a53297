//! `timezone-invalid`: a time zone that Customer.io does not know.

use super::helpers::payloads;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{Given, PayloadOf};
use crate::sdk::timezones::{may_be_zone, nearest_zone};
use crate::text::TextEdit;

pub const META: RuleMeta = RuleMeta {
    id: "timezone-invalid",
    summary: "The attribute `timezone` is not an IANA time zone",
    category: "data",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    yields_to: &[],
    docs: r#"To send messages in a person's own time zone, Customer.io reads the attribute `timezone`, a region of the IANA database such
as `Europe/Zurich` ([time zones](https://docs.customer.io/journeys/timezone-match/)). It cannot use an offset (`GMT+2`), an
abbreviation (`PST`, `EST5EDT`) or a name from another list (`Eastern Standard Time`).

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.identify("42", { timezone: "GMT+2" });
```

### Valid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.identify("42", { timezone: "Europe/Zurich" });
```

### Fix

Changes to the region with the most similar spelling. Only suggested. No fix for offsets and abbreviations, which many
regions share.

### References

- [Customer.io: time zones](https://docs.customer.io/journeys/timezone-match/)
- [IANA: time zone database](https://www.iana.org/time-zones)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    for (value, at) in payloads::values(ctx.model, META.id, &[PayloadOf::Person], |field| field.key == "timezone") {
        let (what, near) = match ctx.model.given(&value) {
            // An empty string removes the attribute.
            Given::Text(zone) if zone.trim().is_empty() || zone.contains("{{") || may_be_zone(zone.trim()) => continue,
            Given::Text(zone) => (format!("`{zone}`"), nearest_zone(zone.trim())),
            Given::Number(Some(number)) => (format!("`{number}`"), None),
            _ => continue,
        };
        report
            .at(at, Severity::Warning, format!("{what} is not an IANA time zone"))
            .why("Customer.io cannot use it to send messages in the person's time zone")
            .help("Send a region of the IANA database, such as `Europe/Zurich`.")
            .related_at(ctx.model.origin(&value), "the time zone is defined here")
            .fix(format!("Change to `{}`", near.unwrap_or_default()), Applicability::Suggested, || {
                near.zip(ctx.model.inside_quotes(&value)).map(|(near, at)| TextEdit::replace(at, near))
            });
    }
}
