//! `region-mismatch`: a client that talks to another region than the account is in.

use super::{Context, FixAvailability, Report, RuleMeta};
use crate::config::AccountRegion;
use crate::finding::{Applicability, Severity};
use crate::model::{ClientMade, Model, RegionGiven};
use crate::sdk::Region;
use crate::text::TextRange;

pub const META: RuleMeta = RuleMeta {
    id: "region-mismatch",
    summary: "A client talks to another region than the account is in",
    category: "region",
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all; the message tells what the installed version does",
    options: &[],
    docs: r#"An account is in the US or in the EU, and the two have their own hosts. A client without `region` talks to the US. For an
account in the EU the US hosts answer with a redirect. SDKs up to 3.5.0 fail with `301`
([customerio-node#134](https://github.com/customerio/customerio-node/issues/134)), 3.5.1 to 4.5.0 follow it but lose the
body of what they write ([customerio-node#185](https://github.com/customerio/customerio-node/pull/185)), and newer ones
work, with all data passing through the US. In the other direction requests fail.

What the account's region is, the rule learns from the setting `region`, or from another client of the same file that
says `RegionEU`. Files that make two clients of one class for different regions do so on purpose, as do those that take
the region from a variable: they are not judged by their other clients. A custom `url` replaces the region.

### Invalid

```ts
import { APIClient, RegionEU, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!, { region: RegionEU });
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
```

### Valid

```ts
import { APIClient, RegionEU, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!, { region: RegionEU });
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!, { region: RegionEU });
```

### Fix

Sets the region and adds the import. Suggested: where the account lives is for you to say.

### References

- [Track API: regions](https://docs.customer.io/api/track/)
- [customerio-node#134](https://github.com/customerio/customerio-node/issues/134)
- [customerio-node#185](https://github.com/customerio/customerio-node/pull/185)
"#,
};

pub fn check(cx: &Context<'_>, report: &mut Report<'_>) {
    if on_purpose(cx.model.clients()) {
        return;
    }
    let setting = cx.settings.region.map(|region| match region {
        AccountRegion::Us => Region::Us,
        AccountRegion::Eu => Region::Eu,
    });
    let Some((account, said_at)) = setting.map(|region| (region, None)).or_else(|| said_in(cx.model.clients())) else {
        return;
    };
    for client in cx.model.clients() {
        let Some(region) = effective(client).filter(|region| *region != account) else { continue };
        let range = match client.region {
            RegionGiven::Known(_, range) => range,
            _ => client.class_range,
        };
        let by_default = if matches!(client.region, RegionGiven::Known(..)) { "" } else { " by default" };
        let evidence = if said_at.is_some() { "another client of this file says" } else { "the settings say" };
        let message = format!(
            "{} talks to the {}{by_default}, but {evidence} that the account is in the {}: {}",
            client.kind.class_name(),
            region.as_str(),
            account.as_str(),
            effect(cx.model, account)
        );
        let draft = report
            .at(range, Severity::Warning, message)
            .help(format!("Pass `{{ region: {} }}`.", account.export()))
            .related(said_at, format!("the {} is said here", account.as_str()));
        if let Some(repair) = cx.model.set_region(client, account) {
            draft.fix(repair.title, Applicability::Suggested, repair.edits);
        }
    }
}

/// The region that a client surely talks to. What other rules report already (a region as text, in the wrong place or
/// misspelled) is none of this rule's business.
fn effective(client: &ClientMade) -> Option<Region> {
    if client.positional_region.is_some() || client.object_first.is_some() || client.argument_count.is_none() {
        return None;
    }
    match client.region {
        RegionGiven::Absent => Some(Region::Us),
        RegionGiven::Known(region, _) => Some(region),
        _ => None,
    }
}

/// Two clients of one class for different regions: the program serves both.
fn on_purpose(clients: &[ClientMade]) -> bool {
    let known: Vec<_> = clients.iter().filter_map(|c| Some((c.kind, effective(c)?))).collect();
    known.iter().any(|(kind, region)| known.iter().any(|(k, r)| k == kind && r != region))
}

/// What the clients of the file say of the account. The EU is never a default, so who says it means it; the US may be
/// written out of habit. A region that is not known says that the program chooses.
fn said_in(clients: &[ClientMade]) -> Option<(Region, Option<TextRange>)> {
    if clients.iter().any(|c| matches!(c.region, RegionGiven::Unknown | RegionGiven::Environment(..))) {
        return None;
    }
    clients.iter().find_map(|client| match client.region {
        RegionGiven::Known(Region::Eu, range) => Some((Region::Eu, Some(range))),
        _ => None,
    })
}

fn effect(model: &Model<'_>, account: Region) -> &'static str {
    if account == Region::Us {
        "requests fail"
    } else if model.below(3, 5, 1) {
        "requests fail with 301 (wrong datacenter)"
    } else if model.below(4, 5, 1) {
        "requests are redirected, and what they write is lost on the way"
    } else if model.version().is_some() {
        "requests are redirected, and the data pass through the US"
    } else {
        "requests are redirected through the US, and SDKs before 4.5.1 lose what they write"
    }
}
