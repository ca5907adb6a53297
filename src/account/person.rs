//! One person, as the App API tells of them. Personal data: it is for the terminal of the one who asks, and is kept
//! nowhere. Failures name the paths without the person.

use super::client::Client;
use super::failure::{RequestFailure, Why};
use super::value::{id, items, listed, text};
use serde_json::Value;
use std::collections::BTreeMap;

/// The number of deliveries that one request gives.
pub const DELIVERIES_ASKED: usize = 50;

/// The identifier of a person.
#[derive(Clone, PartialEq, Eq)]
pub struct PersonKey {
    /// `id` or `cio_id`.
    pub kind: &'static str,
    /// Its value.
    pub value: String,
}

/// The attributes of a person that decide whether an email is sent.
#[derive(Clone, Default)]
pub struct PersonProfile {
    /// The address, when there is one.
    pub email: Option<String>,
    /// True when the person is unsubscribed from everything.
    pub unsubscribed: bool,
}

/// A topic, and whether the person subscribes to it.
pub struct TopicState {
    /// Its number.
    pub id: Option<u64>,
    /// Its name.
    pub name: String,
    /// True when the person is subscribed.
    pub subscribed: bool,
}

/// An entry of a suppression list.
pub struct Suppression {
    /// The list: `bounces`.
    pub category: String,
    /// The words of the mail server.
    pub reason: String,
    /// Its code: `550`.
    pub status: String,
}

/// A delivery to the person.
pub struct Delivery {
    /// When it was created, in Unix seconds.
    pub created: u64,
    /// `email`
    pub kind: String,
    /// The campaign, newsletter, broadcast or transactional message that it is of: the word for it and its number.
    pub of: Option<(&'static str, u64)>,
    /// The subject.
    pub subject: Option<String>,
    /// The failure, in the words of Customer.io.
    pub failure: Option<String>,
    /// The stages that it has come to, by time: `sent`, `delivered`.
    pub stages: Vec<String>,
}

/// Something that happened to the person.
pub struct Happening {
    /// When, in Unix seconds.
    pub at: u64,
    /// The type: `bounced_email`.
    pub kind: String,
    /// The name of the event, for events.
    pub name: Option<String>,
}

/// A campaign.
pub struct CampaignState {
    /// Its name.
    pub name: String,
    /// `running`, `draft` or `stopped`.
    pub state: String,
    /// The event that starts it.
    pub event: Option<String>,
    /// The segments whose members it starts for.
    pub trigger_segments: Vec<u64>,
    /// The segments that people must be in.
    pub filter_segments: Vec<u64>,
    /// The topic that its messages belong to.
    pub topic: Option<u64>,
    /// Its messages that are not sent automatically: name and state.
    pub held: Vec<(String, String)>,
    /// True when it has a message.
    pub has_messages: bool,
}

impl PersonKey {
    fn path(&self, rest: &str, parameters: &str) -> String {
        format!("/customers/{}/{rest}?id_type={}{parameters}", encoded(&self.value), self.kind)
    }
}

/// Asks, and names the failure by a path without the person.
fn get(client: &mut Client, path: &str, shown: &str) -> Result<Value, RequestFailure> {
    client.get(path).map_err(|failure| RequestFailure { path: shown.to_owned(), ..failure })
}

/// As [`get`]; `None` where the account has no such thing.
fn find(client: &mut Client, path: &str, shown: &str) -> Result<Option<Value>, RequestFailure> {
    match get(client, path, shown) {
        Ok(found) => Ok(Some(found)),
        Err(RequestFailure { why: Why::Status(404, _), .. }) => Ok(None),
        Err(failure) => Err(failure),
    }
}

/// A value as a part of a path or parameter: what is not encoded finds no person.
fn encoded(value: &str) -> String {
    url::form_urlencoded::byte_serialize(value.as_bytes()).collect::<String>().replace('+', "%20").replace('*', "%2A")
}

fn string(value: &Value) -> Option<String> {
    text(value).map(str::to_owned)
}

fn ids(value: &Value) -> Vec<u64> {
    items(value).filter_map(id).collect()
}

/// The people with an address.
///
/// # Errors
/// When the request fails.
pub fn people_with_email(client: &mut Client, email: &str) -> Result<Vec<PersonKey>, RequestFailure> {
    let shown = "/customers?email=…";
    let found = get(client, &format!("/customers?email={}", encoded(email)), shown)?;
    let key = |it: &Value| {
        let of = |kind: &'static str| Some(PersonKey { kind, value: string(&it[kind])? });
        of("id").or_else(|| of("cio_id"))
    };
    Ok(listed(&found, "results", shown)?.iter().filter_map(key).collect())
}

/// The profile of a person. `None` where there is no such person.
///
/// # Errors
/// When the request fails.
pub fn profile(client: &mut Client, person: &PersonKey) -> Result<Option<PersonProfile>, RequestFailure> {
    let shown = "/customers/{id}/attributes";
    let Some(found) = find(client, &person.path("attributes", ""), shown)? else { return Ok(None) };
    let customer = &found["customer"];
    if !customer.is_object() {
        return Err(RequestFailure { path: shown.to_owned(), why: Why::Shape("has no person") });
    }
    let attributes = &customer["attributes"];
    // Values of attributes are strings.
    let says_so = |value: &Value| matches!(value, Value::Bool(true)) || value.as_str() == Some("true");
    Ok(Some(PersonProfile {
        email: string(&attributes["email"]).or_else(|| string(&customer["identifiers"]["email"])),
        unsubscribed: says_so(&customer["unsubscribed"]) || says_so(&attributes["unsubscribed"]),
    }))
}

/// The topics of a person.
///
/// # Errors
/// When the request fails.
pub fn topics(client: &mut Client, person: &PersonKey) -> Result<Vec<TopicState>, RequestFailure> {
    let shown = "/customers/{id}/subscription_preferences";
    let found = get(client, &person.path("subscription_preferences", ""), shown)?;
    let topic = |it: &Value| {
        Some(TopicState {
            id: id(&it["id"]),
            name: string(&it["name"]).unwrap_or_default(),
            subscribed: it["subscribed"].as_bool()?,
        })
    };
    Ok(listed(&found["customer"], "topics", shown)?.iter().filter_map(topic).collect())
}

/// The entries of an address in suppression lists.
///
/// # Errors
/// When the request fails.
pub fn suppressions(client: &mut Client, email: &str) -> Result<Vec<Suppression>, RequestFailure> {
    let shown = "/esp/search_suppression/{email}";
    let path = format!("/esp/search_suppression/{}", encoded(email));
    let Some(found) = find(client, &path, shown)? else { return Ok(Vec::new()) };
    let category = string(&found["category"]).unwrap_or_else(|| "suppressions".to_owned());
    let entry = |it: &Value| Suppression {
        category: string(&it["category"]).unwrap_or_else(|| category.clone()),
        reason: string(&it["reason"]).unwrap_or_default(),
        status: string(&it["status"]).unwrap_or_default(),
    };
    Ok(listed(&found, "suppressions", shown)?.iter().map(entry).collect())
}

/// The segments that a person is in.
///
/// # Errors
/// When the request fails.
pub fn segments_of(client: &mut Client, person: &PersonKey) -> Result<Vec<u64>, RequestFailure> {
    let shown = "/customers/{id}/segments";
    let found = get(client, &person.path("segments", ""), shown)?;
    Ok(listed(&found, "segments", shown)?.iter().filter_map(|it| id(&it["id"])).collect())
}

/// The names of all segments, and whether each is still being built.
///
/// # Errors
/// When the request fails.
pub fn segment_names(client: &mut Client) -> Result<BTreeMap<u64, (String, bool)>, RequestFailure> {
    let path = "/segments";
    let found = client.get(path)?;
    let named = |it: &Value| {
        let is_built = matches!(it["state"].as_str(), None | Some("finished"));
        Some((id(&it["id"])?, (string(&it["name"]).unwrap_or_default(), !is_built)))
    };
    Ok(listed(&found, "segments", path)?.iter().filter_map(named).collect())
}

/// A campaign. `None` where there is no such one.
///
/// # Errors
/// When a request fails.
pub fn campaign(client: &mut Client, number: u64) -> Result<Option<CampaignState>, RequestFailure> {
    let Some(found) = find(client, &format!("/campaigns/{number}"), &format!("/campaigns/{number}"))? else {
        return Ok(None);
    };
    let campaign = &found["campaign"];
    let path = format!("/campaigns/{number}/actions");
    let actions = client.list(super::client::List { path: &path, key: "actions" })?;
    let state = string(&campaign["state"]).or_else(|| {
        let active = campaign["active"].as_bool()?;
        Some(if active { "running" } else { "not active" }.to_owned())
    });
    let Some(state) = state else {
        let path = format!("/campaigns/{number}");
        return Err(RequestFailure { path, why: Why::Shape("has no campaign") });
    };
    let held = actions.iter().filter_map(|action| {
        let sending = action["sending_state"].as_str().filter(|state| matches!(*state, "draft" | "off"))?;
        Some((string(&action["name"]).unwrap_or_else(|| "a message".to_owned()), sending.to_owned()))
    });
    Ok(Some(CampaignState {
        name: string(&campaign["name"]).unwrap_or_default(),
        state,
        event: string(&campaign["event_name"]),
        trigger_segments: ids(&campaign["trigger_segment_ids"]),
        filter_segments: ids(&campaign["filter_segment_ids"]),
        topic: id(&campaign["subscription_topic_id"]),
        held: held.collect(),
        has_messages: actions.iter().any(|action| !matches!(action["type"].as_str(), Some("attribute_update"))),
    }))
}

/// The last deliveries to a person, the newest first.
///
/// # Errors
/// When the request fails.
pub fn deliveries(client: &mut Client, person: &PersonKey) -> Result<Vec<Delivery>, RequestFailure> {
    const OF: [(&str, &str); 4] = [
        ("transactional_message_id", "transactional message"),
        ("broadcast_id", "broadcast"),
        ("newsletter_id", "newsletter"),
        ("campaign_id", "campaign"),
    ];
    let shown = "/customers/{id}/messages";
    let found = get(client, &person.path("messages", &format!("&limit={DELIVERIES_ASKED}")), shown)?;
    let delivery = |it: &Value| {
        let metrics = it["metrics"].as_object().into_iter().flatten();
        let mut stages: Vec<(u64, &String)> = metrics.filter_map(|(name, at)| Some((id(at)?, name))).collect();
        stages.sort();
        Delivery {
            created: id(&it["created"]).unwrap_or_default(),
            kind: string(&it["type"]).unwrap_or_default(),
            of: OF.iter().find_map(|(key, word)| Some((*word, id(&it[*key])?))),
            subject: string(&it["subject"]),
            failure: string(&it["failure_message"]),
            stages: stages.into_iter().map(|(_, name)| name.clone()).collect(),
        }
    };
    let mut all: Vec<Delivery> = listed(&found, "messages", shown)?.iter().map(delivery).collect();
    all.sort_by_key(|delivery| std::cmp::Reverse(delivery.created));
    Ok(all)
}

/// The last things that happened to a person, the newest first.
///
/// # Errors
/// When the request fails.
pub fn happenings(client: &mut Client, person: &PersonKey) -> Result<Vec<Happening>, RequestFailure> {
    let shown = "/customers/{id}/activities";
    let found = get(client, &person.path("activities", "&limit=100"), shown)?;
    let happening = |it: &Value| {
        Some(Happening {
            at: id(&it["timestamp"]).unwrap_or_default(),
            kind: string(&it["type"])?,
            name: string(&it["name"]).or_else(|| string(&it["data"]["name"])),
        })
    };
    let mut all: Vec<Happening> = listed(&found, "activities", shown)?.iter().filter_map(happening).collect();
    all.sort_by_key(|happening| std::cmp::Reverse(happening.at));
    Ok(all)
}

/// Returns whether an event of this name came for a person.
///
/// # Errors
/// When the request fails.
pub fn received_event(client: &mut Client, person: &PersonKey, name: &str) -> Result<bool, RequestFailure> {
    let path = person.path("activities", &format!("&type=event&name={}", encoded(name)));
    let shown = "/customers/{id}/activities?type=event";
    let found = get(client, &path, shown)?;
    Ok(!listed(&found, "activities", shown)?.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{PersonKey, encoded};

    #[test]
    fn identifiers_are_encoded() {
        assert_eq!(encoded("ada+x@person.example/ä *"), "ada%2Bx%40person.example%2F%C3%A4%20%2A");
        let person = PersonKey { kind: "id", value: "a/b?c".to_owned() };
        assert_eq!(person.path("segments", ""), "/customers/a%2Fb%3Fc/segments?id_type=id");
    }
}
