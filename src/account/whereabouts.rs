//! The region and the workspace of keys, and whether Customer.io has trouble: questions that change nothing there and ask
//! for no personal data.

use super::client::Client;
use super::failure::{RequestFailure, Why};
use super::value::{id, items, listed};
use crate::sdk::Region;
use serde_json::Value;

/// So many campaigns are asked for the workspace at most.
const MOST_CAMPAIGNS: usize = 3;

/// The account of a Site ID and its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrackAccount {
    /// Its region.
    pub region: Option<Region>,
    /// Its workspace.
    pub workspace: Option<u64>,
}

/// Asks the Track API for the account of the client's pair. Either region answers for both.
///
/// # Errors
/// When the pair is refused, or nothing can be had.
pub fn track_account(client: &mut Client) -> Result<TrackAccount, RequestFailure> {
    const PATH: &str = "/accounts/region";
    let account = client.get(PATH)?;
    let region = account["region"].as_str().and_then(Region::of_word);
    let workspace = id(&account["environment_id"]);
    if region.is_none() && workspace.is_none() {
        return Err(RequestFailure { path: PATH.to_owned(), why: Why::Shape("names no region") });
    }
    Ok(TrackAccount { region, workspace })
}

/// Asks the App API whether it accepts the client's key. A key that may not read what is asked for is accepted.
///
/// # Errors
/// When it is refused, or nothing can be had.
pub fn key_is_accepted(client: &mut Client) -> Result<(), RequestFailure> {
    match client.get("/workspaces") {
        Ok(Value::Object(_)) => Ok(()),
        Ok(_) => Err(RequestFailure { path: "/workspaces".to_owned(), why: Why::Shape("is not from the App API") }),
        Err(RequestFailure { why: Why::Status(403, _), .. }) => Ok(()),
        Err(failure) => Err(failure),
    }
}

/// Asks for the workspace of an App API key, which the messages of campaigns alone tell. `None` where none has one.
///
/// # Errors
/// When a request fails.
pub fn workspace_of_key(client: &mut Client) -> Result<Option<u64>, RequestFailure> {
    // One page of each list is enough.
    let mut list = |path: &str, key| Ok(listed(&client.get(path)?, key, path)?.to_vec());
    let campaigns = list("/campaigns", "campaigns")?;
    workspace_in(&campaigns, |path| list(path, "actions").map(Some))
}

/// The workspace that the messages of campaigns tell. `actions` asks for those at a path; `None` where the key may not
/// read them.
///
/// # Errors
/// When a request fails.
pub(super) fn workspace_in(
    campaigns: &[Value],
    mut actions: impl FnMut(&str) -> Result<Option<Vec<Value>>, RequestFailure>,
) -> Result<Option<u64>, RequestFailure> {
    let with_messages = campaigns.iter().filter(|it| items(&it["actions"]).next().is_some());
    for campaign in with_messages.filter_map(|it| id(&it["id"])).take(MOST_CAMPAIGNS) {
        let Some(actions) = actions(&format!("/campaigns/{campaign}/actions"))? else { return Ok(None) };
        if let Some(workspace) = actions.iter().find_map(|action| id(&action["recipient_environment_id"])) {
            return Ok(Some(workspace));
        }
    }
    Ok(None)
}

/// The state of Customer.io, as its status page has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceStatus {
    /// `none`, `minor`, `major` or `critical`; `maintenance` is another one.
    pub indicator: String,
    /// A sentence for people.
    pub description: String,
    /// The names of incidents that go on.
    pub incidents: Vec<String>,
}

/// Asks the status page. `None` where it tells nothing.
pub fn service_status(client: &mut Client, path: &str) -> Option<ServiceStatus> {
    let page = client.get(path).ok()?;
    let status = &page["status"];
    let open = items(&page["incidents"]).filter(|it| !matches!(it["status"].as_str(), Some("resolved" | "postmortem")));
    Some(ServiceStatus {
        indicator: status["indicator"].as_str()?.to_owned(),
        description: status["description"].as_str().unwrap_or_default().to_owned(),
        incidents: open.filter_map(|it| it["name"].as_str().map(str::to_owned)).collect(),
    })
}
