//! `timezone-invalid`: a time zone that Customer.io does not know.

use super::judge::payloads;
use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{About, Given};
use crate::sdk::timezones::{may_be_zone, nearest_zone};
use crate::text::TextEdit;

pub const META: RuleMeta = RuleMeta {
    id: "timezone-invalid",
    summary: "The attribute `timezone` is no region of the IANA database",
    category: "data",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all",
    options: &[],
    docs: r#"Messages in a person's own time zone go by the attribute `timezone`, which is a region of the IANA's database: `Europe/Zurich`
([time zones](https://docs.customer.io/journeys/timezone-match/)). An offset (`GMT+2`), an abbreviation (`PST`, `EST5EDT`) or another
list's name (`Eastern Standard Time`) is none, and Customer.io cannot use it.

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

It is suggested to write the region that is spelt most alike. None for offsets and abbreviations: many regions share one.

### References

- [Customer.io: time zones](https://docs.customer.io/journeys/timezone-match/)
- [IANA: time zone database](https://www.iana.org/time-zones)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    for (value, at) in payloads::values(cx.model, &[About::Person], |field| field.key == "timezone") {
        let (what, near) = match cx.model.given(&value) {
            // An empty text takes the attribute away.
            Given::Text(zone) if zone.trim().is_empty() || zone.contains("{{") || may_be_zone(zone.trim()) => continue,
            Given::Text(zone) => (format!("`{zone}`"), nearest_zone(zone.trim())),
            Given::Number(Some(number)) => (format!("`{number}`"), None),
            _ => continue,
        };
        let edit = near.zip(cx.model.inside_quotes(&value)).map(|(near, at)| TextEdit::replace(at, near));
        report
            .at(
                at,
                Severity::Warning,
                format!("{what} is no time zone of the IANA's database: Customer.io cannot use it"),
            )
            .help("Send a region, such as `Europe/Zurich`.")
            .related_at(cx.model.origin(&value), "the time zone is written here")
            .fix(format!("Write `{}`", near.unwrap_or_default()), Applicability::Suggested, edit.into_iter().collect());
    }
}
