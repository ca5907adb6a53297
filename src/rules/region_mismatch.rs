//! `region-mismatch`: a client that talks to another region than the account is in.

use super::across::At;
use super::judge::credentials::{Identity, identities};
use super::{Across, AcrossReport, FixAvailability, Preset, RuleMeta};
use crate::config::AccountRegion;
use crate::finding::{Applicability, Severity};
use crate::model::{ClientMade, RegionGiven};
use crate::sdk::{ClientKind, Region};
use crate::text::TextRange;
use rustc_hash::FxHashMap;
use semver::Version;
use std::path::Path;

pub const META: RuleMeta = RuleMeta {
    id: "region-mismatch",
    summary: "A client talks to another region than the account is in",
    category: "region",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all; the message tells what the installed version does",
    options: &[],
    docs: r#"An account is in the US or in the EU, and each region has hosts of its own. A client without `region` talks to the US. For
an account in the EU the Track API's host in the US responds with a redirect. SDKs up to 3.5.0 fail with `301`
([customerio-node#134](https://github.com/customerio/customerio-node/issues/134)), 3.5.1 to 4.5.0 follow it with the wrong
body, so that the request fails ([customerio-node#185](https://github.com/customerio/customerio-node/pull/185)), and newer
ones work, with all data passing through the US. For the App API redirects are not documented: requests fail with 401, or are
redirected in the same way. In the other direction requests fail.

The rule learns the account's region from the setting `region`, which overrides everything else and judges every client.
Without it, another client of the same file that says `RegionEU` tells, or one in another file of the project that has a
credential in common. Two weaker signs are informational: names of credentials that say another region than the client talks to
(`CUSTOMERIO_EU_SITE_ID`, `siteIdUs`), and a client of another class in the same package that says `RegionEU`.

Files that create two clients of one class for different regions do so on purpose, as do those that take the region from a
variable: without the setting, they are judged by the names of credentials alone, and say nothing of other clients. Packages of
a monorepo may run in environments of their own: a variable means the same account in two of them only if it is set in the same
`.env` file. A custom `url` replaces the region.

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

/// A place that says where an account is.
#[derive(Clone, Copy)]
enum Evidence<'a> {
    Settings,
    /// A client of the same file, or of another one that has a credential in common.
    Client(At, TextRange),
    /// A client of another class in the same package: most packages have one account.
    Package(At, TextRange),
    /// The name of one of its own credentials.
    Name(&'a str),
}

pub fn check(cx: &Across<'_>, report: &mut AcrossReport<'_>) {
    let elsewhere = said_of_accounts(cx);
    let packages = said_of_packages(cx);
    for (at, member) in cx.members() {
        if !cx.is_on(at) {
            continue;
        }
        let clients = &member.traces.clients;
        let on_purpose = on_purpose(clients.iter());
        // Whatever the program does on purpose, the settings know where the account is.
        let by_settings = member.settings.region.map(|region| match region {
            AccountRegion::Us => (Region::Us, Evidence::Settings),
            AccountRegion::Eu => (Region::Eu, Evidence::Settings),
        });
        let of_file = by_settings.or_else(|| said_in(at, clients).filter(|_| !on_purpose));
        for client in clients {
            let by_account = || {
                let mut keys = client.credentials.iter().flat_map(|credential| identities(member, credential));
                keys.find_map(|key| elsewhere.get(&key).copied().flatten()).filter(|_| !on_purpose)
            };
            // Keys that are written out are those of tests.
            let is_literal = || client.credentials.iter().any(|credential| credential.literal.is_some());
            let by_package = || {
                let said = packages.get(&member.package.as_deref()).copied().flatten();
                said.filter(|(kind, ..)| *kind != client.kind && !is_literal())
                    .map(|(_, region, evidence)| (region, evidence))
            };
            let said = of_file.or_else(by_account).or_else(|| said_by_names(client)).or_else(by_package);
            let Some((account, evidence)) = said else { continue };
            if client.region_in_effect().is_some_and(|region| region != account) {
                tell(cx, report, at, client, account, evidence);
            }
        }
    }
}

/// What the names of a client's credentials say, where they agree.
fn said_by_names(client: &ClientMade) -> Option<(Region, Evidence<'_>)> {
    let mut said = client.credentials.iter().filter_map(|credential| credential.names_region.as_ref());
    let (region, name) = said.next()?;
    said.all(|(other, _)| other == region).then_some((*region, Evidence::Name(name)))
}

/// The packages in which a client says that the account is in the EU, and all clients of its class agree: that class, the
/// region and the place. `None` where the program chooses a region, or talks to both by clients of one class.
fn said_of_packages<'a>(cx: &Across<'a>) -> FxHashMap<Option<&'a Path>, Option<(ClientKind, Region, Evidence<'a>)>> {
    let mut clients: FxHashMap<Option<&'a Path>, Vec<(At, &'a ClientMade)>> = FxHashMap::default();
    for (at, client) in cx.clients() {
        clients.entry(cx.member(at).package.as_deref()).or_default().push((at, client));
    }
    let said = |clients: Vec<(At, &'a ClientMade)>| {
        let chosen = |client: &ClientMade| matches!(client.region, RegionGiven::Unknown | RegionGiven::Environment(..));
        if clients.iter().any(|(_, client)| chosen(client)) || on_purpose(clients.iter().map(|(_, client)| *client)) {
            return None;
        }
        clients.into_iter().find_map(|(at, client)| match client.region {
            RegionGiven::Known(Region::Eu, range) => Some((client.kind, Region::Eu, Evidence::Package(at, range))),
            _ => None,
        })
    };
    clients.into_iter().map(|(package, clients)| (package, said(clients))).collect()
}

/// What clients say of the accounts of their credentials; `None` where the program chooses the region.
fn said_of_accounts<'a>(cx: &Across<'a>) -> FxHashMap<Identity<'a>, Option<(Region, Evidence<'a>)>> {
    let mut said = FxHashMap::default();
    for (at, member) in cx.members() {
        let on_purpose = on_purpose(member.traces.clients.iter());
        for client in &member.traces.clients {
            let says = match client.region {
                // The EU is never a default, so who says it means it; the US may be written out of habit.
                RegionGiven::Known(Region::Eu, range) => Some((Region::Eu, Evidence::Client(at, range))),
                RegionGiven::Unknown | RegionGiven::Environment(..) => None,
                _ if on_purpose => None,
                _ => continue,
            };
            let says = says.filter(|_| !on_purpose);
            for key in client.credentials.iter().flat_map(|credential| identities(member, credential)) {
                // Who does not know overrules all others; of the others the first one counts.
                let known = said.entry(key).or_insert(says);
                if says.is_none() {
                    *known = None;
                }
            }
        }
    }
    said
}

fn tell(
    cx: &Across<'_>,
    report: &mut AcrossReport<'_>,
    at: At,
    client: &ClientMade,
    account: Region,
    evidence: Evidence<'_>,
) {
    let (range, by_default) = match client.region {
        RegionGiven::Known(_, range) => (range, ""),
        _ => (client.class_range, " by default"),
    };
    let says = match evidence {
        Evidence::Settings => "the settings say".to_owned(),
        Evidence::Client(other, _) if other == at => "another client of this file says".to_owned(),
        Evidence::Client(..) => "a client with the same credentials says".to_owned(),
        Evidence::Package(..) => "another client of this package says".to_owned(),
        Evidence::Name(name) => format!("the name `{name}` says"),
    };
    let severity = match evidence {
        Evidence::Package(..) | Evidence::Name(_) => Severity::Info,
        Evidence::Settings | Evidence::Client(..) => Severity::Warning,
    };
    let message = format!(
        "{} talks to the {}{by_default}, but {says} that the account is in the {}: {}",
        client.kind.class_name(),
        account.other().as_str(),
        account.as_str(),
        effect(client.kind, cx.member(at).settings.sdk_version.as_ref(), account)
    );
    let said_at = match evidence {
        Evidence::Settings | Evidence::Name(_) => None,
        Evidence::Client(other, range) | Evidence::Package(other, range) => Some(cx.place(at, other, range)),
    };
    let mut report = report.of(at);
    let draft = report
        .at(range, severity, message)
        .help(format!("Pass `{{ region: {} }}`.", account.export()))
        .related_at(said_at, format!("the {} is said here", account.as_str()));
    if let Some(repair) = &client.move_region {
        draft.fix(&repair.title, Applicability::Suggested, repair.edits.clone());
    }
}

/// Two clients of one class for different regions: the program serves both.
fn on_purpose<'a>(clients: impl Iterator<Item = &'a ClientMade>) -> bool {
    let mut first: FxHashMap<ClientKind, Region> = FxHashMap::default();
    let mut known = clients.filter_map(|c| Some((c.kind, c.region_in_effect()?)));
    known.any(|(kind, region)| *first.entry(kind).or_insert(region) != region)
}

/// What the clients of a file say of the account. A region that is not known says that the program chooses.
fn said_in(at: At, clients: &[ClientMade]) -> Option<(Region, Evidence<'static>)> {
    if clients.iter().any(|c| matches!(c.region, RegionGiven::Unknown | RegionGiven::Environment(..))) {
        return None;
    }
    clients.iter().find_map(|client| match client.region {
        RegionGiven::Known(Region::Eu, range) => Some((Region::Eu, Evidence::Client(at, range))),
        _ => None,
    })
}

/// Returns what becomes of the requests. Redirects are documented for the Track API alone.
fn effect(kind: ClientKind, version: Option<&Version>, account: Region) -> &'static str {
    match version {
        _ if account == Region::Us => "requests fail",
        Some(version) if *version < Version::new(3, 5, 1) && kind == ClientKind::App => "requests fail with 301 or 401",
        _ if kind == ClientKind::App => "requests fail with 401, or are redirected",
        Some(version) if *version < Version::new(3, 5, 1) => "requests fail with 301 (wrong datacenter)",
        Some(version) if *version < Version::new(4, 5, 1) => "requests are redirected with the wrong body, and fail",
        Some(_) => "requests are redirected, and the data passes through the US",
        None => "requests are redirected through the US, and fail with SDKs before 4.5.1",
    }
}
