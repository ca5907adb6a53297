//! Asks the account for what code has to fit: what waits for which event, messages and their data, segments and the
//! rest.

use super::client::{Client, List};
use super::failure::RequestFailure;
use super::message;
use super::segment::{conditions, is_plain};
use super::value::{id, items, text};
use super::whereabouts::workspace_in;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The progress of a pull.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PullProgress {
    /// The requests that were made.
    pub done: usize,
    /// Those that will be made, as far as is known.
    pub all: usize,
    /// The requested item.
    pub what: &'static str,
}

/// The contents of an account.
#[derive(Clone, Debug)]
pub struct Pulled {
    /// The lists of `account` for the settings.
    pub account: Map<String, Value>,
    /// The parts that could not be pulled.
    pub incomplete: Vec<String>,
    /// Notes about templates that read something unknown.
    pub notes: Vec<String>,
}

/// The lists that are asked for whatever the account has.
const LISTS: usize = 9;

/// Asks for everything.
///
/// # Errors
/// When the API refuses the key, or cannot be reached: nothing is known then. Single refused requests are listed in
/// [`Pulled::incomplete`], and anything that depends on them is left out.
pub fn pull(client: &mut Client, progress: &mut dyn FnMut(PullProgress)) -> Result<Pulled, RequestFailure> {
    let mut asker = Asker { client, progress, done: 0, all: LISTS, incomplete: Vec::new() };
    // The first one tells whether the key is right.
    let campaigns = asker.list("campaigns", "/campaigns", "campaigns")?;
    let workspace = asker.workspace(campaigns.as_deref().unwrap_or_default())?;
    let segments = asker.list("segments", "/segments", "segments")?;
    let transactional = asker.list("messages", "/transactional", "messages")?;
    asker.all += transactional.as_ref().map_or(0, Vec::len);
    let snippets = asker.list("snippets", "/snippets", "snippets")?;
    let broadcasts = asker.list("broadcasts", "/broadcasts", "broadcasts")?;
    let newsletters = asker.list("newsletters", "/newsletters?limit=100", "newsletters")?;
    let topics = asker.list("topics", "/subscription_topics", "topics")?;
    let object_types = asker.list("object types", "/object_types", "types")?;
    let senders = asker.list("senders", "/sender_identities?limit=100&hidden=false", "sender_identities")?;
    let known_snippets = snippets.as_deref().map(message::snippets);

    let mut account = Map::new();
    let mut unknown: BTreeMap<String, BTreeSet<u64>> = BTreeMap::new();
    let campaigns = campaigns.map(|all| sorted(&all, campaign));
    let segments = segments.map(|all| sorted(&all, segment));
    // Half of what waits for events would call the other half unknown.
    if let (Some(campaigns), Some(segments)) = (&campaigns, &segments) {
        account.insert("events".to_owned(), json!(events(campaigns, segments)));
    }
    if let Some(transactional) = &transactional {
        let mut messages = Vec::new();
        for it in transactional {
            let number = id(&it["id"]);
            let contents = number.map(|id| asker.contents(id)).transpose()?.flatten();
            for name in contents.iter().flat_map(|contents| message::unknown_names(contents)) {
                unknown.entry(name).or_default().extend(number);
            }
            let data = contents.and_then(|contents| message::data(&contents, known_snippets.as_ref()));
            messages.extend(message::entry(it, data));
        }
        messages.sort_by_key(|message| id(&message["id"]));
        account.insert("messages".to_owned(), Value::Array(messages));
    }
    let mut details = Map::new();
    let mut tell = |key: &str, list: Option<Vec<Value>>| {
        details.extend(list.map(|list| (key.to_owned(), Value::Array(list))));
    };
    tell("campaigns", campaigns);
    tell("segments", segments);
    tell("broadcasts", broadcasts.map(|all| sorted(&all, |it| picked(it, &["id", "name", "state"]))));
    tell("newsletters", newsletters.map(|all| sorted(&all, |it| picked(it, &["id", "name"]))));
    tell("topics", topics.map(|all| sorted(&all, |it| picked(it, &["id", "identifier", "name"]))));
    tell("objectTypes", object_types.map(|all| sorted(&all, |it| picked(it, &["id", "name", "slug"]))));
    tell("snippets", snippets.map(|all| names(all.iter().filter_map(|it| it["name"].as_str()))));
    tell("senderDomains", senders.map(|all| names(all.iter().filter_map(|it| domain(it["email"].as_str()?)))));
    if let Some(workspace) = workspace {
        details.insert("workspace".to_owned(), json!(workspace));
    }
    account.insert("pulled".to_owned(), Value::Object(details));
    let note = |(name, messages): (String, BTreeSet<u64>)| {
        message::about_unknown(&name, &messages.into_iter().collect::<Vec<_>>())
    };
    Ok(Pulled { account, incomplete: asker.incomplete, notes: unknown.into_iter().map(note).collect() })
}

struct Asker<'a> {
    client: &'a mut Client,
    progress: &'a mut dyn FnMut(PullProgress),
    done: usize,
    all: usize,
    incomplete: Vec<String>,
}

impl Asker<'_> {
    /// A list; `None` where it is refused by itself, which is noted.
    fn list(
        &mut self,
        what: &'static str,
        path: &str,
        key: &'static str,
    ) -> Result<Option<Vec<Value>>, RequestFailure> {
        (self.progress)(PullProgress { done: self.done, all: self.all.max(self.done), what });
        self.done += 1;
        match self.client.list(List { path, key }) {
            Ok(list) => Ok(Some(list)),
            Err(failure) if failure.is_of_this_alone() => {
                self.incomplete.push(failure.to_string());
                Ok(None)
            }
            Err(failure) => Err(failure),
        }
    }

    fn contents(&mut self, id: u64) -> Result<Option<Vec<Value>>, RequestFailure> {
        self.list("templates", &format!("/transactional/{id}/contents"), "contents")
    }

    /// The workspace of the key.
    fn workspace(&mut self, campaigns: &[Value]) -> Result<Option<u64>, RequestFailure> {
        workspace_in(campaigns, |path| {
            self.all += 1;
            self.list("workspace", path, "actions")
        })
    }
}

/// The items of a list that have an id, by their ids.
fn sorted(all: &[Value], make: impl Fn(&Value) -> Value) -> Vec<Value> {
    let mut items: Vec<Value> = all.iter().map(make).filter(|item| item.get("id").is_some()).collect();
    items.sort_by_key(|item| id(&item["id"]));
    items.dedup();
    items
}

/// Some members of an object, where it has them: ids as numbers, strings without blanks around them.
fn picked(from: &Value, keys: &[&str]) -> Value {
    let member = |key: &&str| {
        let value = match *key {
            "id" => json!(id(&from["id"])?),
            key => json!(text(&from[key])?),
        };
        Some(((*key).to_owned(), value))
    };
    Value::Object(keys.iter().filter_map(member).collect())
}

fn campaign(from: &Value) -> Value {
    let mut out = picked(from, &["id", "name", "state"]);
    if let Some(event) = text(&from["event_name"])
        && is_plain(&from["event_type"])
    {
        out["event"] = json!(event);
    }
    out
}

fn segment(from: &Value) -> Value {
    let mut out = picked(from, &["id", "name", "type"]);
    let found = conditions(&from["conditions"]);
    if !found.events.is_empty() {
        out["events"] = json!(found.events);
    }
    if !found.attributes.is_empty() {
        out["attributes"] = json!(found.attributes);
    }
    out
}

/// Every event that a campaign or a segment looks at, whatever its state: a name that a stopped campaign waits for is
/// spelled right.
fn events(campaigns: &[Value], segments: &[Value]) -> BTreeSet<String> {
    let of_campaigns = campaigns.iter().map(|it| &it["event"]);
    let of_segments = segments.iter().flat_map(|it| items(&it["events"]));
    let all = of_campaigns.chain(of_segments).filter_map(text);
    // In settings, `*` matches anything.
    all.filter(|name| !name.contains('*')).map(str::to_owned).collect()
}

fn names<'a>(all: impl Iterator<Item = &'a str>) -> Vec<Value> {
    all.collect::<BTreeSet<_>>().into_iter().map(|name| json!(name)).collect()
}

/// The domain of an address: who sends is nobody's business.
fn domain(address: &str) -> Option<&str> {
    let (_, domain) = address.rsplit_once('@')?;
    let domain = domain.trim_end_matches('>').trim();
    let is_plain = domain.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'));
    (is_plain && !domain.is_empty()).then_some(domain)
}
