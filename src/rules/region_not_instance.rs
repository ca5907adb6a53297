//! `region-not-instance`: a region that is not one of the SDK's region objects.

use super::{Context, FixAvailability, Preset, Report, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{ClientMade, RegionGiven};
use crate::sdk::Region;
use crate::text::TextRange;

pub const META: RuleMeta = RuleMeta {
    id: "region-not-instance",
    summary: "A region is a string or a plain object, so the constructor throws",
    category: "region",
    preset: Preset::Recommended,
    severity: Severity::Error,
    fix: FixAvailability::Sometimes,
    versions: ">=1.1.0",
    options: &[],
    yields_to: &[],
    docs: r#"The option `region` takes one of the SDK's objects, `RegionUS` or `RegionEU`. For a string (`"EU"`) or a plain object the
constructor throws `region must be one of Regions.US or Regions.EU`, and nothing is sent.

An empty string and `undefined` do not throw: the SDK uses the US. So a client with a region from an environment variable
throws if the variable is set, and silently uses the US if it is not.

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

Replaces a string that names a region with `RegionEU` or `RegionUS`, and adds the import. Safe: the constructor throws as
it is, and the string says which region is meant.

### References

- [customerio-node: usage](https://github.com/customerio/customerio-node#usage)
- [Track API: regions](https://docs.customer.io/api/track/)
"#,
};

pub fn check(ctx: &Context<'_>, report: &mut Report<'_>) {
    if ctx.model.below(1, 1, 0) {
        return;
    }
    for client in ctx.model.clients().made() {
        let (range, is, meant) = match &client.region {
            RegionGiven::Text(text, range) if text.is_empty() => {
                empty(report, client, *range);
                continue;
            }
            RegionGiven::Text(text, range) => (*range, format!("the string {text:?} is not a region"), named(text)),
            RegionGiven::Chosen(text, range) | RegionGiven::Sometimes(text, range) => {
                (*range, format!("the string {text:?} is not a region"), None)
            }
            RegionGiven::Environment(name, range) => {
                (*range, format!("`{name}` is a string from the environment, not a region"), None)
            }
            RegionGiven::Object(range) => (*range, "a plain object is not a region".to_owned(), None),
            _ => continue,
        };
        let help = match (&client.region, meant) {
            (RegionGiven::Environment(..), _) => {
                format!("Map the value to a region: `{} === \"eu\" ? RegionEU : RegionUS`.", ctx.model.text(range))
            }
            (RegionGiven::Chosen(..) | RegionGiven::Sometimes(..), _) => {
                "Choose between `RegionEU` and `RegionUS` from `customerio-node`.".to_owned()
            }
            (_, Some(region)) => format!("Pass `{}` from `customerio-node`.", region.export()),
            _ => "Pass `RegionUS` or `RegionEU` from `customerio-node`; for another host, use the option `url`."
                .to_owned(),
        };
        let why = match &client.region {
            RegionGiven::Environment(..) => "the constructor throws when it is set, and uses the US when it is not",
            RegionGiven::Sometimes(..) => "the constructor throws when it is chosen",
            _ => "the constructor throws",
        };
        let draft = report.at(range, Severity::Error, is).why(why).help(help);
        if let Some(repair) = meant.and_then(|region| ctx.model.clients().set_region(client, region)) {
            let applicability = if repair.safe { Applicability::Safe } else { Applicability::Suggested };
            draft.fix(repair.title, applicability, || repair.edits);
        }
    }
}

/// Reports an empty string: the SDK ignores it.
fn empty(report: &mut Report<'_>, client: &ClientMade, range: TextRange) {
    report
        .at(range, Severity::Warning, "an empty string is not a region")
        .why(format!("{} silently uses the US", client.kind.class_name()))
        .help("Pass `RegionUS` or `RegionEU` from `customerio-node`, or remove the option.");
}

/// The region that a string clearly names.
fn named(text: &str) -> Option<Region> {
    match text.trim().to_ascii_lowercase().as_str() {
        "eu" | "regioneu" | "europe" => Some(Region::Eu),
        "us" | "regionus" | "usa" => Some(Region::Us),
        _ => None,
    }
}
