//! `customerio-ls doctor`

mod checkup;
mod keyring;
mod offline;
mod online;
mod project_rows;
mod render;
mod seen_client;

pub use checkup::{Diagnosis, Health, Section};
pub use keyring::Keyring;
use render::json;

use super::api_args::AccountArgs;
use super::check::{Surveyed, survey};
use super::output;
use super::{CLEAN, FAILED, FINDINGS};
use crate::disk::{EnvFiles, Landmarks};
use crate::report::{Gravity, ProblemSubject, RunProblem};
use crate::sdk::Region;
use crate::settings::Settings;
use clap::ValueEnum;
use offline::{Circumstances, PlacedClient};
use online::Online;
use seen_client::SeenClient;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Check the project's clients, their keys and regions, and the connection to Customer.io
///
/// Sends only GET requests, with the keys that the clients read from the environment, and changes nothing. Keys are
/// never shown.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    pub subject: Examined,
    /// Output format
    #[arg(long, value_enum, default_value_t)]
    format: DoctorFormat,
}

/// Arguments that say what is examined, and how.
#[derive(Debug, clap::Args)]
pub struct Examined {
    /// The folder of the project
    #[arg(value_name = "PATH", default_value = ".")]
    pub path: PathBuf,
    /// Send no requests
    #[arg(long)]
    pub offline: bool,
    #[command(flatten)]
    pub account: AccountArgs,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum DoctorFormat {
    /// A table
    #[default]
    Text,
    /// One JSON object
    Json,
}

/// Examines, and tells the result.
pub fn run(args: &Args) -> ExitCode {
    ExitCode::from(match examine(&args.subject) {
        Ok((diagnosis, keyring)) => {
            let shown = match args.format {
                DoctorFormat::Text => {
                    let lines = render::text(&diagnosis);
                    lines.lines().map(|line| keyring.scrubbed(line) + "\n").collect()
                }
                DoctorFormat::Json => {
                    let json = serde_json::to_string_pretty(&json(&diagnosis)).unwrap_or_default();
                    keyring.scrubbed_json(&json) + "\n"
                }
            };
            if output::print(&shown) { exit_code(&diagnosis) } else { FAILED }
        }
        Err(message) => output::failed(&message),
    })
}

/// 1 when something is wrong; 2 when nothing is, and something could not be looked at.
pub fn exit_code(diagnosis: &Diagnosis) -> u8 {
    match (diagnosis.count(Health::Wrong), diagnosis.is_partial) {
        (1.., _) => FINDINGS,
        (0, true) => FAILED,
        (0, false) => CLEAN,
    }
}

/// Examines a project. The keys come along, so that they can be kept out of what is shown.
///
/// # Errors
/// When the project cannot be looked at, or an argument is wrong: nothing was sent then.
pub fn examine(args: &Examined) -> Result<(Diagnosis, Keyring), String> {
    let AccountArgs { config, env_file, status_url, .. } = &args.account;
    let (app, track) = (args.account.app_urls()?, args.account.track_urls()?);
    let status = online::status_address(status_url)?;
    if !args.path.exists() {
        return Err(format!("{} does not exist", args.path.display()));
    }
    let folder = std::env::current_dir().map_err(|error| format!("there is no working directory: {error}"))?;
    let survey = survey(std::slice::from_ref(&args.path), config.as_deref(), &seen_client::clients)?;
    let shown = |path: &Path| super::check::shown(&folder, path);
    let mut diagnosis = Diagnosis::default();
    // Those of settings are rows of the table.
    let is_other = |problem: &RunProblem| problem.subject != ProblemSubject::Settings;
    survey.tell("error", is_other);
    let mut others = survey.problems.iter().filter(|problem| is_other(problem));
    diagnosis.is_partial = others.any(|problem| problem.gravity == Gravity::Failure);
    let paths: Vec<_> = survey.files.iter().map(|file| file.path.clone()).collect();
    let mut settings: Vec<_> = survey.files.iter().map(|file| file.settings.clone()).collect();
    settings.dedup_by(|a, b| a.is_of_the_same_files(b));
    if settings.is_empty() {
        settings.push(super::check::settings_of(&args.path, config.as_deref())?);
    }
    diagnosis.settings = settings.first().map(|settings| in_force(&settings.settings)).unwrap_or_default();
    diagnosis.rows.extend(project_rows::versions(&paths, &folder.join(&args.path), &shown));
    diagnosis.rows.extend(project_rows::settings(&settings, &survey.problems, &shown));

    let placed = |Surveyed { path, shown, settings, seen }: Surveyed<Vec<SeenClient>>| {
        let folder = path.parent().unwrap_or(&path).to_path_buf();
        let region_of_settings = settings.settings.region;
        seen.into_iter().map(move |client| PlacedClient {
            place: format!("{shown}:{}", client.line),
            folder: folder.clone(),
            region_of_settings,
            client,
        })
    };
    let clients: Vec<PlacedClient> = survey.files.into_iter().flat_map(placed).collect();
    let credentials = clients.iter().flat_map(|placed| placed.client.credentials.iter().flatten());
    let names: BTreeSet<String> = credentials.flat_map(|it| it.variables()).map(str::to_owned).collect();
    let keyring = Keyring::read(&names.into_iter().collect::<Vec<_>>(), env_file.as_deref())?;
    let around = Circumstances {
        keyring: &keyring,
        online: !args.offline,
        shown: &shown,
        env_files: EnvFiles::until_told(),
        landmarks: Landmarks::default(),
    };
    offline::clients(&clients, &around, &mut diagnosis);
    if !args.offline {
        let mut online = Online::new(&keyring, args.account.patience(), app, track);
        online.ask(&clients, &mut diagnosis);
        online.service(&status, &mut diagnosis);
    }
    Ok((diagnosis, keyring))
}

/// The settings that decide most, in words.
fn in_force(settings: &Settings) -> Vec<(&'static str, String)> {
    let count = |count: Option<usize>| count.map_or("not listed".to_owned(), |count| format!("{count} listed"));
    let account = &settings.account;
    let version = settings.sdk_version.as_ref().map_or("unknown".to_owned(), ToString::to_string);
    vec![
        ("preset", settings.preset().as_str().to_owned()),
        ("region", settings.region.map_or("not set", Region::word).to_owned()),
        ("SDK version", version),
        ("rules with settings of their own", settings.rules.len().to_string()),
        ("events of the account", count(account.events.as_ref().map(|list| list.names().count()))),
        ("messages of the account", count(account.messages.as_ref().map(|list| list.iter().count()))),
    ]
}
