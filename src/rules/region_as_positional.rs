//! `region-as-positional`: a region as an argument of its own instead of inside the options.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::sdk::Region;
use crate::text::TextEdit;

pub const META: RuleMeta = RuleMeta {
    id: "region-as-positional",
    summary: "A region is given as an argument of its own, where the client does not see it",
    category: "region",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: ">=1.1.0",
    options: &[],
    docs: r#"The last argument of a client's constructor is an object with options, and the region is one of them. A region that stands
there itself is taken for the options, has no `region` inside, and the client silently talks to the US: an account in the
EU has its calls refused with 301, loses what it writes, or sends its customers' data through the US, depending on the
version of the SDK ([customerio-node#134](https://github.com/customerio/customerio-node/issues/134)).

`RegionUS` in that place is a warning: it is ignored as well, but the US is what the client takes anyway.

### Invalid

```ts
import { RegionEU, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!, RegionEU);
```

### Valid

```ts
import { RegionEU, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!, { region: RegionEU });
```

### Fix

Wraps the region in `{ region: … }`. Safe, unless further arguments follow or the region stands in a credential's place.

### References

- [customerio-node: usage](https://github.com/customerio/customerio-node#usage)
- [Track API: regions](https://docs.customer.io/api/track/)
- [customerio-node#134](https://github.com/customerio/customerio-node/issues/134)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    if cx.model.below(1, 1, 0) {
        return;
    }
    for client in cx.model.clients() {
        let Some((region, range)) = client.positional_region else { continue };
        let class = client.kind.class_name();
        let severity = if region == Some(Region::Us) { Severity::Warning } else { Severity::Error };
        let message = format!(
            "{class} looks for the region inside its options: here it is ignored, and the client talks to the US"
        );
        let draft = report.at(range, severity, message).help("Pass `{ region: … }`.");
        // In a credential's place wrapping would mend nothing: an argument is missing.
        if client.credentials.iter().any(|credential| credential.at == range) {
            continue;
        }
        let safe = client.extra_arguments.is_empty();
        let written = cx.model.text(range);
        let options = if written == "region" { "{ region }".to_owned() } else { format!("{{ region: {written} }}") };
        draft.fix(
            "Wrap in `{ region: … }`",
            if safe { Applicability::Safe } else { Applicability::Suggested },
            vec![TextEdit::replace(range, options)],
        );
    }
}
