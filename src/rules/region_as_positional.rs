//! `region-as-positional`: a region as a separate argument instead of inside the options.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::sdk::Region;
use crate::text::TextEdit;

pub const META: RuleMeta = RuleMeta {
    id: "region-as-positional",
    summary: "A region is passed as a separate argument, which the client ignores",
    category: "region",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: ">=1.1.0",
    options: &[],
    yields_to: &[],
    docs: r#"The last argument of a client's constructor is an object of options, one of which is the region. A region passed in its
place is read as the options object, has no `region` property, and the client silently uses the US. Depending on the version
of the SDK, the calls of an EU account fail with 301, lose their data, or send it through the US
([customerio-node#134](https://github.com/customerio/customerio-node/issues/134)).

`RegionUS` in that place is a warning: it is ignored too, but the US is the default anyway.

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

Wraps the region in `{ region: … }`. Safe, unless further arguments follow or the region is in a credential's place.

### References

- [customerio-node: usage](https://github.com/customerio/customerio-node#usage)
- [Track API: regions](https://docs.customer.io/api/track/)
- [customerio-node#134](https://github.com/customerio/customerio-node/issues/134)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    if ctx.model.below(1, 1, 0) {
        return;
    }
    for client in ctx.model.clients().made() {
        let Some((region, range)) = client.positional_region else { continue };
        let class = client.kind.class_name();
        let severity = if region == Some(Region::Us) { Severity::Warning } else { Severity::Error };
        let written = ctx.model.text(range);
        let options = if written == "region" { "{ region }".to_owned() } else { format!("{{ region: {written} }}") };
        let draft = report
            .at(range, severity, format!("{class} expects an options object here, found a region"))
            .why("the region is ignored, and the client uses the US")
            .help(format!("Pass `{options}`."));
        // In a credential's place, wrapping would fix nothing: an argument is missing.
        if client.credentials.iter().any(|credential| credential.at == range) {
            continue;
        }
        let safe = client.extra_arguments.is_empty();
        draft.fix(
            format!("Change to `{options}`"),
            if safe { Applicability::Safe } else { Applicability::Suggested },
            || [TextEdit::replace(range, options)],
        );
    }
}
