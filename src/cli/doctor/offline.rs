//! The part that the code, the files and the environment tell.

use super::checkup::{Checkup, Diagnosis, Health, Section};
use super::keyring::Keyring;
use super::seen_client::{SeenClient, SeenCredential, SeenRegion, SeenSource};
use crate::disk::{EnvFiles, Landmarks};
use crate::sdk::{ClientKind, CredentialForm, CredentialKind, Region};
use std::path::{Path, PathBuf};

/// A client, and where it is created.
pub struct PlacedClient {
    /// `src/cio.ts:4`
    pub place: String,
    /// The folder of its file.
    pub folder: PathBuf,
    /// The region that the settings of its file say.
    pub region_of_settings: Option<Region>,
    /// The client.
    pub client: SeenClient,
}

impl PlacedClient {
    /// `TrackClient src/cio.ts:4`
    pub fn name(&self) -> String {
        format!("{} {}", self.client.kind.class_name(), self.place)
    }
}

/// The circumstances that decide how a row is judged.
pub struct Circumstances<'a> {
    /// The values that are set.
    pub keyring: &'a Keyring,
    /// True when the account is asked, so that keys are needed.
    pub online: bool,
    /// How a file is shown.
    pub shown: &'a dyn Fn(&Path) -> String,
    /// The `.env*` files of the project. Only the forms of their values are known.
    pub env_files: EnvFiles,
    /// The folders that projects begin in.
    pub landmarks: Landmarks,
}

/// Looks at clients and their variables.
pub fn clients(clients: &[PlacedClient], around: &Circumstances<'_>, diagnosis: &mut Diagnosis) {
    if clients.is_empty() {
        let found = "the code creates no customerio-node client";
        diagnosis.add(Checkup::new(Section::Clients, Health::Unknown, "clients", found));
    }
    let mut told: Vec<(String, CredentialKind)> = Vec::new();
    for placed in clients {
        diagnosis.add(constructor(placed));
        for credential in placed.client.credentials.iter().flatten() {
            for source in &credential.sources {
                match source {
                    SeenSource::Variable(name) => {
                        let key = (name.clone(), credential.wanted);
                        if !told.contains(&key) {
                            told.push(key);
                            let is_last = credential.sources.len() == 1;
                            diagnosis.add(variable_row(name, credential.wanted, is_last, placed, around));
                        }
                    }
                    other => other_source(placed, credential, other).into_iter().for_each(|row| diagnosis.add(row)),
                }
            }
        }
        same_value(&placed.client, around.keyring).into_iter().for_each(|row| diagnosis.add(row));
    }
    let mut names: Vec<String> = told.into_iter().map(|(name, _)| name).collect();
    names.sort();
    names.dedup();
    diagnosis.variables = names
        .into_iter()
        .map(|name| (around.keyring.get(&name).is_some(), name))
        .map(|(set, name)| (name, set))
        .collect();
}

/// The row of a `new`.
fn constructor(placed: &PlacedClient) -> Checkup {
    let SeenClient { kind, region, credentials, takes_object, .. } = &placed.client;
    let row = |health, found: String| Checkup::new(Section::Clients, health, placed.name(), found);
    let wanted = kind.credentials();
    let names = || wanted.iter().map(|kind| kind.as_str()).collect::<Vec<_>>().join(" and ");
    if *takes_object {
        return row(Health::Wrong, "gets an object instead of its credentials".to_owned())
            .help(format!("Pass the {} as arguments, and the options after them.", names()));
    }
    if credentials.as_ref().is_some_and(|given| given.len() < wanted.len()) {
        return row(Health::Wrong, "has too few arguments".to_owned()).help(format!("Pass the {}.", names()));
    }
    match region {
        SeenRegion::Known(region, is_default) => {
            let note = if *is_default { " (the default)" } else { "" };
            row(Health::Right, format!("region {}{note}", region.as_str()))
        }
        SeenRegion::Wrong(what) => row(Health::Wrong, what.clone())
            .help("Pass `{ region: RegionUS }` or `{ region: RegionEU }` as the options."),
        SeenRegion::Url => row(Health::Unknown, "uses its own URL, which is not checked".to_owned()),
        SeenRegion::Unknown => row(Health::Unknown, "its region is computed at run time".to_owned()),
    }
}

/// The row of a variable. `is_last` says that nothing takes its place when it is not set.
fn variable_row(
    name: &str,
    wanted: CredentialKind,
    is_last: bool,
    placed: &PlacedClient,
    around: &Circumstances<'_>,
) -> Checkup {
    let row = |health, found: String| Checkup::new(Section::Clients, health, name, found);
    let Some(set) = around.keyring.get(name) else {
        let environment = around.env_files.of(&placed.folder, &around.landmarks);
        let health = if around.online && is_last { Health::Wrong } else { Health::Unknown };
        return match environment.all(name).find(|variable| !variable.example) {
            Some(variable) => {
                let (file, line) = ((around.shown)(&variable.file), variable.line + 1);
                let form = variable.value.form();
                let is_wrong = form.is_some_and(|form| form.rules_out(wanted));
                let has = form.map_or("no value", shape);
                let found = format!("{}: not set in this environment; {file}:{line} has {has}", wanted.as_str());
                if is_wrong {
                    let help = format!("Set {name} in {file} to the {}.", wanted.as_str());
                    return row(Health::Wrong, found).help(help);
                }
                row(Health::Unknown, found).help(format!("Pass --env-file {file} to use its value."))
            }
            None => row(health, format!("{}: not set in this environment", wanted.as_str()))
                .help("Set it, or pass --env-file FILE."),
        };
    };
    let form = CredentialForm::of(set.value.as_bytes());
    let whence = if set.in_file { "set in the file" } else { "set" };
    let found = format!("{}: {whence}, {}", wanted.as_str(), shape(form));
    if form.rules_out(wanted) {
        let found = format!("{}: {whence}, but it has {}", wanted.as_str(), shape(form));
        return row(Health::Wrong, found).help(format!("Set {name} to the {}.", wanted.as_str()));
    }
    // The Track API gets white space as part of the pair; the header of a bearer token loses it.
    if matches!(wanted, CredentialKind::SiteId | CredentialKind::TrackKey) && set.value.trim() != set.value.as_str() {
        return row(Health::Wrong, format!("{found}, with white space around it, which is sent too"))
            .help(format!("Remove the white space around the value of {name}."));
    }
    match form {
        _ if form.proves(wanted) => row(Health::Right, found),
        // The form of older write keys is not known.
        _ if wanted == CredentialKind::WriteKey => {
            row(Health::Right, format!("{}: {whence}; its form is not documented", wanted.as_str()))
        }
        _ => row(Health::Unknown, found),
    }
}

fn other_source(placed: &PlacedClient, credential: &SeenCredential, source: &SeenSource) -> Option<Checkup> {
    let alone = credential.sources.len() == 1;
    let subject = format!("{} of {}", credential.wanted.as_str(), placed.name());
    let row = |health, found: String| Some(Checkup::new(Section::Clients, health, subject, found));
    match source {
        SeenSource::Literal(form) if form.rules_out(credential.wanted) => {
            row(Health::Wrong, format!("hard-coded, and has {}", shape(*form)))
        }
        SeenSource::Literal(_) => row(Health::Unknown, "hard-coded".to_owned())
            .map(|row| row.help("Read it from the environment, and rotate it if it is a real key.")),
        SeenSource::Empty if alone => row(Health::Wrong, "is empty".to_owned()),
        SeenSource::Empty => row(Health::Unknown, "falls back to an empty value when it is not set".to_owned()),
        SeenSource::Unknown if alone => row(Health::Unknown, "is not read directly from the environment".to_owned()),
        SeenSource::Unknown | SeenSource::Variable(_) => None,
    }
}

/// A row for a Site ID and a key that are one value.
fn same_value(client: &SeenClient, keyring: &Keyring) -> Option<Checkup> {
    let [site, key] = client.credentials.as_deref()? else { return None };
    let (site, key) = (keyring.value(site)?, keyring.value(key)?);
    let same = matches!(client.kind, ClientKind::Track | ClientKind::Legacy) && site.value.trim() == key.value.trim();
    same.then(|| {
        let subject = format!("{}, {}", site.name, key.name);
        Checkup::new(Section::Clients, Health::Wrong, subject, "the Site ID and the Track API key are the same value")
            .help("Copy both from Settings > API Credentials.")
    })
}

/// The words for a form: nothing more is told of a value.
pub fn shape(form: CredentialForm) -> &'static str {
    match form {
        CredentialForm::Hex20 => "20 hexadecimal digits, the form of a Site ID or Track API key",
        CredentialForm::Hex32 => "32 hexadecimal digits, the form of an App API key",
        CredentialForm::SecretKey(_) => "the form of a secret key",
        CredentialForm::PublicKey(_) => "the form of a public key",
        CredentialForm::ServiceAccount => "the form of a service account token",
        CredentialForm::Other => "an unknown form",
    }
}
