//! The settings that the clients of a project imply for the account: the variables that hold its key, and its region.

use crate::cli::check::survey;
use crate::model::{ClientMade, CredentialSource, Model};
use crate::report::Gravity;
use crate::sdk::{ClientKind, CredentialKind, Region};
use std::collections::BTreeSet;
use std::path::Path;

/// The facts about the account that are known before it is asked.
#[derive(Debug, Default)]
pub struct WantedAccount {
    /// The environment variables that clients read the App API key from.
    pub app_keys: BTreeSet<String>,
    /// The region; `None` where nothing says it, or clients differ.
    pub region: Option<Region>,
}

/// Looks at the clients of a project.
///
/// # Errors
/// When the project cannot be looked at.
pub fn wanted(path: &Path, config: Option<&Path>) -> Result<WantedAccount, String> {
    let survey = survey(&[path.to_owned()], config, &|model, _| look(model))?;
    // The account is asked all the same: a file that cannot be read may have no client in it.
    survey.tell("warning", |problem| problem.gravity == Gravity::Failure);
    let mut wanted = WantedAccount::default();
    let (mut of_settings, mut of_clients) = (BTreeSet::new(), BTreeSet::new());
    for file in survey.files {
        of_settings.extend(file.settings.settings.region);
        let (keys, regions) = file.seen;
        wanted.app_keys.extend(keys);
        of_clients.extend(regions);
    }
    let mut said = if of_settings.is_empty() { of_clients } else { of_settings }.into_iter();
    wanted.region = match (said.next(), said.next()) {
        (only, None) => only,
        _ => None,
    };
    Ok(wanted)
}

/// The variables and the regions of the App clients that a file makes. Those of tests are of no account.
fn look(model: &Model<'_>) -> (Vec<String>, Vec<Region>) {
    if model.file().is_test() {
        return (Vec::new(), Vec::new());
    }
    let clients: Vec<&ClientMade> =
        model.clients().made().iter().filter(|client| client.kind == ClientKind::App).collect();
    let credentials = clients.iter().flat_map(|client| &client.credentials);
    let keys = credentials.filter(|it| it.wanted == CredentialKind::AppKey).flat_map(|it| &it.sources);
    let names = keys.filter_map(|source| match source {
        CredentialSource::Environment(name, _) => Some(name.to_string()),
        _ => None,
    });
    let regions = clients.iter().filter_map(|client| client.region_in_effect());
    (names.collect(), regions.collect())
}
