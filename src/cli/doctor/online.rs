//! The part that Customer.io tells: whether it accepts the keys, in which region, and for which workspace.

use super::checkup::{Checkup, Diagnosis, Health, Section};
use super::keyring::Keyring;
use super::offline::PlacedClient;
use super::seen_client::SeenCredential;
use crate::account::{
    Access, AppKey, Client, EnvironmentProxy, Patience, RequestFailure, TrackPair, base_of, key_is_accepted,
    service_status, track_account, workspace_of_key,
};
use crate::cli::api_args::ApiUrls;
use crate::cli::pull::variables::SetVariable;
use crate::sdk::{ClientKind, CredentialForm, CredentialKind, Region};
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

/// A larger difference between the clocks spoils timestamps and signatures.
const MOST_SKEW: i64 = 300;
/// The status page is asked for this long at most.
const STATUS_TIMEOUT: Duration = Duration::from_secs(5);
/// The path of the summary on a status page.
const SUMMARY: &str = "/api/v2/summary.json";

/// The address of a status page, and the path of its summary.
///
/// # Errors
/// When it is not an address.
pub fn status_address(given: &str) -> Result<(String, &'static str), String> {
    let base = base_of(given).map_err(|what| format!("--status-url {what}"))?;
    let path = if base.ends_with(".json") { "" } else { SUMMARY };
    Ok((base, path))
}

/// The account that credentials belong to.
#[derive(Clone, Copy)]
struct Owner {
    region: Option<Region>,
    workspace: Option<u64>,
}

/// The requests of an examination.
pub struct Online<'a> {
    keyring: &'a Keyring,
    patience: Patience,
    app: ApiUrls,
    track: ApiUrls,
    /// The accounts by the variables that hold the credentials; `None` where they are refused, or nothing is known.
    owners: BTreeMap<Vec<String>, Option<Owner>>,
    skew: Option<i64>,
    track_workspaces: BTreeSet<u64>,
    app_workspaces: BTreeSet<u64>,
}

impl<'a> Online<'a> {
    /// Nothing is asked yet.
    pub fn new(keyring: &'a Keyring, patience: Patience, app: ApiUrls, track: ApiUrls) -> Self {
        // An examination is short: what is broken for a moment is told as broken.
        let patience = Patience { tries: 2, ..patience };
        let (owners, track_workspaces, app_workspaces) = Default::default();
        Self { keyring, patience, app, track, owners, skew: None, track_workspaces, app_workspaces }
    }

    /// Asks about the credentials of clients.
    pub fn ask(&mut self, clients: &[PlacedClient], diagnosis: &mut Diagnosis) {
        for placed in clients.iter().filter(|placed| !placed.client.takes_object) {
            let Some(credentials) = &placed.client.credentials else { continue };
            let owner = match (placed.client.kind, credentials.as_slice()) {
                (ClientKind::Track | ClientKind::Legacy, [site, key]) => self.track(placed, site, key, diagnosis),
                (ClientKind::App, [key]) => self.app(placed, key, diagnosis),
                (ClientKind::Pipelines, _) => {
                    let found = "no read-only request can verify a write key";
                    let subject = CredentialKind::WriteKey.as_str();
                    diagnosis.add(Checkup::new(Section::Account, Health::Unknown, subject, found));
                    None
                }
                _ => None,
            };
            if let Some(owner) = owner {
                let rows = [region_row(placed, owner), settings_row(placed, owner)];
                rows.into_iter().flatten().for_each(|row| diagnosis.add(row));
            }
        }
        diagnosis.rows.extend(self.workspaces());
    }

    /// Asks about a Site ID and its key.
    fn track(
        &mut self,
        placed: &PlacedClient,
        site: &SeenCredential,
        key: &SeenCredential,
        diagnosis: &mut Diagnosis,
    ) -> Option<Owner> {
        let (site, key) = self.values([site, key], placed, diagnosis)?.into();
        let names = vec![site.name.clone(), key.name.clone()];
        if let Some(known) = self.owners.get(&names) {
            return *known;
        }
        let subject = names.join(", ");
        let Some(pair) = TrackPair::of(&site.value, &key.value) else {
            let found = "not sent: it contains characters that are never part of a key";
            diagnosis.add(Checkup::new(Section::Account, Health::Wrong, subject, found));
            return None;
        };
        let first = placed.client.region.known().unwrap_or(Region::Us);
        let mut client = Client::new(self.track.at(first), pair, self.patience);
        let asked = self.track.in_either_region(&mut client, first, track_account);
        self.skew = self.skew.or(client.skew());
        let owner = match asked {
            Ok((account, _)) => {
                let Owner { region, workspace } = Owner { region: account.region, workspace: account.workspace };
                self.track_workspaces.extend(workspace);
                let found = format!("the Track API accepts them: {}", described(region, workspace));
                diagnosis.add(Checkup::new(Section::Account, Health::Right, subject, found));
                Some(Owner { region, workspace })
            }
            Err(failure) => {
                let refused = "the Track API refuses them: 401";
                let help =
                    "Copy the Site ID and the Track API key from Settings > API Credentials; they belong together.";
                self.failed(&failure, subject, (refused, help), diagnosis);
                None
            }
        };
        self.owners.insert(names, owner);
        owner
    }

    /// Asks about an App API key.
    fn app(&mut self, placed: &PlacedClient, key: &SeenCredential, diagnosis: &mut Diagnosis) -> Option<Owner> {
        let [key] = self.values([key], placed, diagnosis)?;
        let names = vec![key.name.clone()];
        if let Some(known) = self.owners.get(&names) {
            return *known;
        }
        let subject = key.name.clone();
        let key = match AppKey::of(key.value.clone()) {
            Ok(key) => key,
            Err(what) => {
                let found = format!("not sent: it {what}");
                diagnosis.add(Checkup::new(Section::Account, Health::Wrong, subject, found));
                return None;
            }
        };
        let first = placed.client.region.known().unwrap_or(Region::Us);
        let mut client = Client::new(self.app.at(first), key, self.patience);
        let asked = self.app.in_either_region(&mut client, first, key_is_accepted);
        self.skew = self.skew.or(client.skew());
        let owner = match asked {
            Ok(((), region)) => {
                let region = self.app.know_regions().then_some(region);
                // Where campaigns cannot be read, the key is right all the same.
                let workspace = workspace_of_key(&mut client);
                let workspace = workspace.map_err(|failure| diagnosis.failures.push(failure)).ok().flatten();
                self.app_workspaces.extend(workspace);
                let found = format!("the App API accepts it: {}", described(region, workspace));
                diagnosis.add(Checkup::new(Section::Account, Health::Right, subject, found));
                Some(Owner { region, workspace })
            }
            Err(failure) => {
                let refused = "the App API refuses it: 401";
                let help = "Create an App API key in Settings > API Credentials, and check its IP allowlist.";
                self.failed(&failure, subject, (refused, help), diagnosis);
                None
            }
        };
        self.owners.insert(names, owner);
        owner
    }

    /// The values of credentials, if all of them are set and may be of their kinds. Nothing else is sent.
    fn values<const N: usize>(
        &self,
        credentials: [&SeenCredential; N],
        placed: &PlacedClient,
        diagnosis: &mut Diagnosis,
    ) -> Option<[&'a SetVariable; N]> {
        let mut values = Vec::new();
        for credential in credentials {
            let name = credential.wanted.as_str();
            let why = match self.keyring.value(credential) {
                None if credential.variables().next().is_none() => {
                    format!("the {name} is not read from the environment")
                }
                None => format!("the {name} is not set"),
                Some(set) if CredentialForm::of(set.value.as_bytes()).rules_out(credential.wanted) => {
                    format!("{} is not a {name}", set.name)
                }
                Some(set) => {
                    values.push(set);
                    continue;
                }
            };
            let found = format!("not checked: {why}");
            let row = Checkup::new(Section::Account, Health::Unknown, placed.name(), found);
            diagnosis.is_partial |= credential.variables().next().is_some();
            diagnosis.add(row);
            return None;
        }
        values.try_into().ok()
    }

    /// The row of credentials that were not accepted: refused ones are wrong, and of others nothing is known.
    fn failed(
        &self,
        failure: &RequestFailure,
        subject: String,
        (refused, help): (&str, &str),
        diagnosis: &mut Diagnosis,
    ) {
        diagnosis.failures.push(failure.clone());
        let row = |health, found: String| Checkup::new(Section::Account, health, subject, found).said(failure.said());
        let is_refused = failure.status() == Some(401);
        diagnosis.is_partial |= !is_refused;
        diagnosis.add(if is_refused {
            row(Health::Wrong, refused.to_owned()).help(help)
        } else {
            row(Health::Unknown, failure.brief())
        });
    }

    /// The row that compares the workspaces of the two kinds of keys.
    fn workspaces(&self) -> Option<Checkup> {
        let row = |health, found: String| Some(Checkup::new(Section::Account, health, "workspaces", found));
        let list = |all: &BTreeSet<u64>| all.iter().map(u64::to_string).collect::<Vec<_>>().join(", ");
        let (track, app) = (&self.track_workspaces, &self.app_workspaces);
        match (track.len(), app.len()) {
            (0, _) | (_, 0) => None,
            _ if track == app => row(Health::Right, format!("all keys belong to workspace {}", list(track))),
            (1, 1) => row(
                Health::Wrong,
                format!("the Track API key belongs to workspace {}, the App API key to {}", list(track), list(app)),
            )
            .map(|row| row.help("Use keys of the same workspace.")),
            _ => row(
                Health::Unknown,
                format!("Track API keys belong to workspaces {}, App API keys to {}", list(track), list(app)),
            ),
        }
    }

    /// The proxy that the environment names, and how far requests take it. `status` is the address of the status page.
    fn proxy(&self, status: &str) -> Vec<(Health, String)> {
        let (proxy, skipped) = EnvironmentProxy::find(|name| std::env::var(name).ok());
        let skip =
            |name| (Health::Unknown, format!("the value of {name} is not the address of a proxy, and is ignored"));
        let mut rows: Vec<_> = skipped.into_iter().map(skip).collect();
        let Some(proxy) = proxy else { return rows };
        let regions = [Region::Us, Region::Eu];
        let mut addresses: Vec<String> = regions.map(|region| self.app.at(region)).into();
        addresses.extend(regions.map(|region| self.track.at(region)));
        addresses.push(status.to_owned());
        let around: BTreeSet<String> =
            addresses.iter().filter(|address| !proxy.serves(address)).map(|address| host(address)).collect();
        let name = proxy.variable;
        rows.push((
            Health::Right,
            match around.into_iter().collect::<Vec<_>>() {
                none if none.is_empty() => format!("requests use the proxy in {name}"),
                some if addresses.iter().any(|address| proxy.serves(address)) => {
                    format!("requests use the proxy in {name}; NO_PROXY excludes {}", some.join(", "))
                }
                _ => format!("NO_PROXY excludes all requests from the proxy in {name}"),
            },
        ));
        rows
    }

    /// Looks at the way to Customer.io, and at its state.
    pub fn service(&mut self, (base, path): &(String, &str), diagnosis: &mut Diagnosis) {
        let mut told = |health, subject: &str, found: String, said: Option<&str>| {
            diagnosis.add(Checkup::new(Section::Service, health, subject, found).said(said));
        };
        let mut add = |health, subject: &str, found: String| told(health, subject, found, None);
        match self.skew {
            None => add(Health::Unknown, "clock", "no response included the time".to_owned()),
            Some(skew) if skew.abs() <= MOST_SKEW => {
                add(Health::Right, "clock", "within 5 minutes of Customer.io's".to_owned());
            }
            Some(skew) => {
                let side = if skew > 0 { "ahead of" } else { "behind" };
                let found = format!("{} s {side} Customer.io's: timestamps and signatures are off", skew.abs());
                add(Health::Wrong, "clock", found);
            }
        }
        self.proxy(base).into_iter().for_each(|(health, found)| add(health, "proxy", found));
        let patience = Patience { timeout: self.patience.timeout.min(STATUS_TIMEOUT), tries: 1 };
        let mut client = Client::new(base.clone(), Access::Open, patience);
        match service_status(&mut client, path) {
            None => add(Health::Unknown, "status page", "no usable response".to_owned()),
            Some(status) => {
                let (health, found) = match status.indicator.as_str() {
                    "none" => (Health::Right, "Customer.io is up"),
                    "minor" => (Health::Unknown, "Customer.io has a minor incident"),
                    "major" => (Health::Wrong, "Customer.io has a major incident"),
                    "critical" => (Health::Wrong, "Customer.io has a critical incident"),
                    _ => (Health::Unknown, "Customer.io reports another state"),
                };
                let incidents: String = status.incidents.iter().map(|name| format!("; {name}")).collect();
                let said = format!("{}{incidents}", status.description);
                told(health, "status page", found.to_owned(), Some(&said));
            }
        }
    }
}

/// The host of an address.
fn host(address: &str) -> String {
    url::Url::parse(address).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default()
}

/// `region EU, workspace 3`
fn described(region: Option<Region>, workspace: Option<u64>) -> String {
    let region = region.map_or("region unknown".to_owned(), |region| format!("region {}", region.as_str()));
    match workspace {
        Some(workspace) => format!("{region}, workspace {workspace}"),
        None => format!("{region}, workspace unknown"),
    }
}

/// The row of a client that talks to the other region than its account is in.
fn region_row(placed: &PlacedClient, owner: Owner) -> Option<Checkup> {
    let (own, account) = (placed.client.region.known()?, owner.region?);
    (own != account).then(|| {
        let found = format!("talks to the {}, but its account is in the {}", own.as_str(), account.as_str());
        Checkup::new(Section::Account, Health::Wrong, placed.name(), found)
            .help(format!("Pass `{{ region: {} }}` as its options.", account.export()))
    })
}

/// The row of settings that say another region.
fn settings_row(placed: &PlacedClient, owner: Owner) -> Option<Checkup> {
    let (said, account) = (placed.region_of_settings?, owner.region?);
    (said != account).then(|| {
        let (said, is) = (said.word(), account.word());
        let found = format!("customerio.json says \"{said}\", but the account is in \"{is}\"");
        Checkup::new(Section::Account, Health::Wrong, "region", found)
            .help(format!("Set \"region\": \"{is}\" in customerio.json."))
    })
}
