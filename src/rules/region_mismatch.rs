//! `region-mismatch`: a client that uses a region other than the account's.

use super::across::At;
use super::helpers::credentials::{Identity, identities};
use super::{Across, AcrossReport, FixAvailability, Member, Preset, RuleMeta};
use crate::finding::{Applicability, Severity};
use crate::model::{ClientMade, HostNamed, RegionGiven};
use crate::sdk::{ClientKind, Region};
use crate::text::TextRange;
use rustc_hash::FxHashMap;
use semver::Version;
use std::path::Path;

pub const META: RuleMeta = RuleMeta {
    id: "region-mismatch",
    summary: "A client uses the US region for an EU account, or the reverse",
    category: "region",
    preset: Preset::Recommended,
    severity: Severity::Warning,
    fix: FixAvailability::Sometimes,
    versions: "all; the message says what the installed version does",
    options: &[],
    yields_to: &[],
    docs: r#"An account is in the US or in the EU, and each region has its own hosts. A client without `region` uses the US. For an
EU account, the Track API's US host responds with a redirect: SDKs up to 3.5.0 fail with `301`
([customerio-node#134](https://github.com/customerio/customerio-node/issues/134)), 3.5.1 to 4.5.0 follow the redirect with
the wrong body, so the request fails ([customerio-node#185](https://github.com/customerio/customerio-node/pull/185)), and
newer versions work, but all data passes through the US. Redirects of the App API are not documented: requests fail with
401, or are redirected in the same way. For a US account, requests to the EU fail.

The setting `region` states the account's region; it overrides all other signs and applies to every client. Without it, the
region is taken from another client that uses `RegionEU`, in the same file or in another file of the project with a
credential in common. Two weaker signs are reported as an info: the name of a credential that names another region than
the client uses (`CUSTOMERIO_EU_SITE_ID`, `siteIdUs`), and a client of another class in the same package that uses
`RegionEU`. A request that is sent without the SDK counts as a client of its API: its host names the region. Of hosts that the
settings contradict, [`raw-http-endpoint`](raw-http-endpoint.md) tells.

A file that creates two clients of one class for different regions, or takes the region from a variable, does so on
purpose. Without the setting, only the names of its credentials are checked, and its clients are not compared with others.
Packages of a monorepo may run in separate environments: an environment variable is the same account in two packages only
if both read it from the same `.env` file. A custom `url` replaces the region.

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

Sets the region and adds the import. Only suggested: you know in which region the account is.

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
    /// The host of a request in the same package that is sent without the SDK.
    Host(At, TextRange),
    /// The name of one of its own credentials.
    Name(&'a str),
}

pub fn check(ctx: &Across<'_>, report: &mut AcrossReport<'_>) {
    let elsewhere = said_of_accounts(ctx);
    let packages = said_of_packages(ctx);
    for (at, member) in ctx.members() {
        if !ctx.is_on(at) {
            continue;
        }
        let clients = &member.traces.clients;
        let on_purpose = on_purpose(clients.iter());
        // The settings override what the program does on purpose.
        let by_settings = member.settings.region.map(|region| (region, Evidence::Settings));
        let of_file = by_settings.or_else(|| if on_purpose { None } else { said_in(at, clients) });
        for client in clients {
            let by_account = || {
                let mut keys = client.credentials.iter().flat_map(|credential| identities(member, credential));
                if !on_purpose { keys.find_map(|key| elsewhere.get(&key).copied().flatten()) } else { None }
            };
            // Literal keys are those of tests.
            let is_literal = || client.credentials.iter().any(|credential| credential.literal.is_some());
            let by_package = || {
                let said = packages.get(&member.package.as_deref()).copied().flatten();
                said.filter(|(kind, ..)| *kind != client.kind && !is_literal())
                    .map(|(_, region, evidence)| (region, evidence))
            };
            let said = of_file.or_else(by_account).or_else(|| said_by_names(client)).or_else(by_package);
            let Some((account, evidence)) = said else { continue };
            if client.region_in_effect().is_some_and(|region| region != account) {
                tell(ctx, report, at, client, account, evidence);
            }
        }
        // A region in the settings is for `raw-http-endpoint` to compare with.
        let Some((kind, account, evidence)) = packages.get(&member.package.as_deref()).copied().flatten() else {
            continue;
        };
        for host in member.traces.hosts.iter().filter(|host| host.is_used && host.client != kind) {
            if member.settings.region.is_none() && host.region.is_some_and(|region| region != account) {
                tell_of_host(ctx, report, at, host, account, evidence);
            }
        }
    }
}

/// The region that the names of a client's credentials agree on.
fn said_by_names(client: &ClientMade) -> Option<(Region, Evidence<'_>)> {
    let mut said = client.credentials.iter().filter_map(|credential| credential.names_region.as_ref());
    let (region, name) = said.next()?;
    said.all(|(other, _)| other == region).then_some((*region, Evidence::Name(name)))
}

/// The packages in which a client or the host of a request says that the account is in the EU, and all of its API agree:
/// the class for that API, the region and the place. `None` where the program chooses a region, or talks to both regions of one
/// API.
fn said_of_packages<'a>(ctx: &Across<'a>) -> FxHashMap<Option<&'a Path>, Option<(ClientKind, Region, Evidence<'a>)>> {
    let mut members: FxHashMap<Option<&'a Path>, Vec<(At, &'a Member<'a>)>> = FxHashMap::default();
    for (at, member) in ctx.members().filter(|(_, member)| member.traces.names_region()) {
        members.entry(member.package.as_deref()).or_default().push((at, member));
    }
    let said = |members: Vec<(At, &'a Member<'a>)>| {
        let clients = || members.iter().flat_map(|(at, member)| member.traces.clients.iter().map(|it| (*at, it)));
        let hosts = || members.iter().flat_map(|(at, member)| member.traces.hosts.iter().map(|it| (*at, it)));
        let is_chosen =
            clients().any(|(_, client)| client.region.is_chosen()) || hosts().any(|(_, host)| host.region.is_none());
        let of_clients = clients().filter_map(|(_, client)| Some((client.kind, client.region_in_effect()?)));
        let of_hosts = hosts().filter_map(|(_, host)| Some((host.client, host.region?)));
        if is_chosen || are_both(of_clients.chain(of_hosts)) {
            return None;
        }
        let by_client = clients().find_map(|(at, client)| match client.region {
            RegionGiven::Known(Region::Eu, range) => Some((client.kind, Region::Eu, Evidence::Package(at, range))),
            _ => None,
        });
        by_client.or_else(|| {
            let mut used = hosts().filter(|(_, host)| host.is_used && host.region == Some(Region::Eu));
            used.next().map(|(at, host)| (host.client, Region::Eu, Evidence::Host(at, host.range)))
        })
    };
    members.into_iter().map(|(package, members)| (package, said(members))).collect()
}

/// The regions of the accounts that credentials belong to; `None` where the program chooses the region.
fn said_of_accounts<'a>(ctx: &Across<'a>) -> FxHashMap<Identity<'a>, Option<(Region, Evidence<'a>)>> {
    let mut said = FxHashMap::default();
    for (at, member) in ctx.members() {
        let on_purpose = on_purpose(member.traces.clients.iter());
        for client in &member.traces.clients {
            let says = match &client.region {
                // The EU is never a default, so it is deliberate; the US may be written out of habit.
                RegionGiven::Known(Region::Eu, range) => Some((Region::Eu, Evidence::Client(at, *range))),
                region if region.is_chosen() => None,
                _ if on_purpose => None,
                _ => continue,
            };
            let says = if !on_purpose { says } else { None };
            for key in client.credentials.iter().flat_map(|credential| identities(member, credential)) {
                // An unknown region overrides all others; otherwise the first one counts.
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
    ctx: &Across<'_>,
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
        Evidence::Settings => "the settings place the account in".to_owned(),
        Evidence::Client(other, _) if other == at => "another client in this file uses".to_owned(),
        Evidence::Client(..) => "a client with the same credentials uses".to_owned(),
        Evidence::Package(..) => "another client in this package uses".to_owned(),
        Evidence::Host(..) => "a request in this package goes to".to_owned(),
        Evidence::Name(name) => format!("`{name}` names"),
    };
    let severity = match evidence {
        Evidence::Package(..) | Evidence::Host(..) | Evidence::Name(_) => Severity::Info,
        Evidence::Settings | Evidence::Client(..) => Severity::Warning,
    };
    let class = client.kind.class_name();
    let (used, account_is_in) = (account.other().as_str(), account.as_str());
    let help = match client.region {
        RegionGiven::Known(..) => format!("Change the region to `{}`.", account.export()),
        _ => format!("Pass `{{ region: {} }}` to {class}.", account.export()),
    };
    let said_at = match evidence {
        Evidence::Settings | Evidence::Name(_) => None,
        Evidence::Client(other, range) | Evidence::Package(other, range) | Evidence::Host(other, range) => {
            Some(ctx.place(at, other, range))
        }
    };
    let mut report = report.of(at);
    let draft = report
        .at(range, severity, format!("{class} uses the {used} region{by_default}, but {says} the {account_is_in}"))
        .why(effect(client.kind, ctx.member(at).settings.sdk_version.as_ref(), account))
        .help(help)
        .related_at(said_at, format!("the {account_is_in} region is set here"));
    if let Some(repair) = &client.move_region {
        draft.fix(&repair.title, Applicability::Suggested, || repair.edits.clone());
    }
}

/// Tells of a request without the SDK: its host is written out, so the region is no default.
fn tell_of_host(
    ctx: &Across<'_>,
    report: &mut AcrossReport<'_>,
    at: At,
    host: &HostNamed,
    account: Region,
    evidence: Evidence<'_>,
) {
    let (says, said_at) = match evidence {
        Evidence::Host(other, range) => ("another request in this package goes to", ctx.place(at, other, range)),
        Evidence::Package(other, range) => ("a client in this package uses", ctx.place(at, other, range)),
        _ => return,
    };
    let (used, account_is_in) = (account.other().as_str(), account.as_str());
    report
        .of(at)
        .at(
            host.range,
            Severity::Info,
            format!("this request goes to the {used} region, but {says} the {account_is_in}"),
        )
        .why(effect(host.client, None, account))
        .help(format!("Use the host of the {account_is_in} region, or set `region` if the account is in the {used}."))
        .related_at(Some(said_at), format!("the {account_is_in} region is set here"));
}

/// Returns whether two clients of one class use different regions: the program serves both.
fn on_purpose<'a>(clients: impl Iterator<Item = &'a ClientMade>) -> bool {
    are_both(clients.filter_map(|client| Some((client.kind, client.region_in_effect()?))))
}

fn are_both(mut known: impl Iterator<Item = (ClientKind, Region)>) -> bool {
    let mut first: FxHashMap<ClientKind, Region> = FxHashMap::default();
    known.any(|(kind, region)| *first.entry(kind).or_insert(region) != region)
}

/// The region of the account by the clients of a file. An unknown region means that the program chooses.
fn said_in(at: At, clients: &[ClientMade]) -> Option<(Region, Evidence<'static>)> {
    if clients.iter().any(|client| client.region.is_chosen()) {
        return None;
    }
    clients.iter().find_map(|client| match client.region {
        RegionGiven::Known(Region::Eu, range) => Some((Region::Eu, Evidence::Client(at, range))),
        _ => None,
    })
}

/// The consequence for requests. Redirects are documented for the Track API alone.
fn effect(kind: ClientKind, version: Option<&Version>, account: Region) -> &'static str {
    match version {
        _ if account == Region::Us => "requests for a US account fail in the EU",
        Some(version) if *version < Version::new(3, 5, 1) && kind == ClientKind::App => {
            "requests for an EU account fail with 301 or 401"
        }
        _ if kind == ClientKind::App => "requests for an EU account fail with 401, or are redirected",
        Some(version) if *version < Version::new(3, 5, 1) => {
            "requests for an EU account fail with 301 (wrong datacenter)"
        }
        Some(version) if *version < Version::new(4, 5, 1) => {
            "Customer.io redirects the requests, this SDK version sends the wrong body, and they fail"
        }
        Some(_) => "Customer.io redirects the requests to the EU, so all data passes through the US",
        None => "Customer.io redirects the requests to the EU; they fail with SDKs before 4.5.1",
    }
}
