//! `region-not-instance`: a region that is not the SDK's own object.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::RegionGiven;
use crate::sdk::Region;

pub const META: RuleMeta = RuleMeta {
    id: "region-not-instance",
    summary: "A region is given as text or a plain object, which makes the constructor throw",
    category: "region",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: ">=1.1.0",
    options: &[],
    docs: r#"The option `region` takes the SDK's own objects, `RegionUS` and `RegionEU`. For anything else, texts (`"EU"`, also from
the environment) and plain objects, the constructor throws `region must be one of Regions.US or Regions.EU`, and nothing
is sent at all.

### Invalid

```ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!, { region: "EU" });
```

```ts
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!, { region: process.env.CUSTOMERIO_REGION });
```

### Valid

```ts
import { APIClient, RegionEU, RegionUS } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!, {
  region: process.env.CUSTOMERIO_REGION === "eu" ? RegionEU : RegionUS,
});
```

### Fix

A text that names a region becomes `RegionEU` or `RegionUS`, and the import is added. Safe: the constructor throws as it
stands, and the text says what was meant.

### References

- [customerio-node: usage](https://github.com/customerio/customerio-node#usage)
- [Track API: regions](https://docs.customer.io/api/track/)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    if cx.model.below(1, 1, 0) {
        return;
    }
    for client in cx.model.clients() {
        let (range, is, meant) = match &client.region {
            RegionGiven::Text(text, range) => (*range, format!("the text {text:?} is no region"), named(text)),
            RegionGiven::Environment(name, range) => {
                (*range, format!("`{name}` is a text from the environment, no region"), None)
            }
            RegionGiven::Object(range) => (*range, "a plain object is no region".to_owned(), None),
            _ => continue,
        };
        let help = match (&client.region, meant) {
            (RegionGiven::Environment(..), _) => {
                format!("Choose by its value: `{} === \"eu\" ? RegionEU : RegionUS`.", cx.model.text(range))
            }
            (_, Some(region)) => format!("Pass `{}` from `customerio-node`.", region.export()),
            _ => "Pass `RegionUS` or `RegionEU` from `customerio-node`; for another host use the option `url`."
                .to_owned(),
        };
        let message = format!("{is} to {}: the constructor throws", client.kind.class_name());
        let draft = report.at(range, Severity::Error, message).help(help);
        if let Some(repair) = meant.and_then(|region| cx.model.set_region(client, region)) {
            let applicability = if repair.safe { Applicability::Safe } else { Applicability::Suggested };
            draft.fix(repair.title, applicability, repair.edits);
        }
    }
}

/// The region that a text names beyond doubt.
fn named(text: &str) -> Option<Region> {
    match text.trim().to_ascii_lowercase().as_str() {
        "eu" | "regioneu" | "europe" => Some(Region::Eu),
        "us" | "regionus" | "usa" => Some(Region::Us),
        _ => None,
    }
}
