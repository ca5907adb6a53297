//! The questions about a person, one after the other, and what follows from the answers.

use super::cause::{Cause, CauseKind};
use crate::account::person::{
    self, CampaignState, Delivery, Happening, PersonKey, PersonProfile, Suppression, TopicState,
};
use crate::account::{Client, RequestFailure};
use crate::cli::api_args::ApiUrls;
use crate::cli::doctor::Health;
use crate::sdk::Region;
use std::collections::BTreeMap;

/// Stages after which an email is on its way, or there.
const ON_ITS_WAY: [&str; 3] = ["sent", "delivered", "opened"];

/// The question.
pub struct Inquiry<'a> {
    /// The person, as given.
    pub person: &'a str,
    /// True when that is an address.
    pub by_email: bool,
    /// The campaign whose email is missing.
    pub campaign: Option<u64>,
}

/// One thing that was looked at.
pub struct Observation {
    /// The judgment.
    pub health: Health,
    /// The thing.
    pub subject: &'static str,
    /// The finding.
    pub found: String,
}

/// All that was found out.
#[derive(Default)]
pub struct Inquest {
    /// The things that were looked at.
    pub observations: Vec<Observation>,
    /// The causes, the most likely first.
    pub causes: Vec<Cause>,
    /// The last deliveries, of the campaign alone when one is asked about.
    pub deliveries: Vec<Delivery>,
    /// The activities that explain something.
    pub happenings: Vec<Happening>,
    /// The names of the person, which are personal data.
    pub people: Vec<String>,
    /// True when a request failed.
    pub is_partial: bool,
}

impl Inquest {
    /// Asks everything, in the region that accepts the key.
    ///
    /// # Errors
    /// When the first request fails: nothing is known then.
    pub fn hold(
        mut client: Client,
        (urls, region): (&ApiUrls, Region),
        inquiry: &Inquiry<'_>,
    ) -> Result<Self, RequestFailure> {
        let mut found = Self { people: vec![inquiry.person.to_owned()], ..Self::default() };
        let (candidates, _) = urls.in_either_region(&mut client, region, |client| candidates(client, inquiry))?;
        let mut asker = Asker { client, found: &mut found, stopped: false };
        if candidates.len() > 1 {
            let many = format!("{} people have this address; only the first is examined", candidates.len());
            asker.observe(Health::Unknown, "person", many);
        }
        match candidates.into_iter().next() {
            None => asker.no_person(),
            Some((person, profile)) => asker.person(&person, profile, inquiry),
        }
        if let Some(number) = inquiry.campaign
            && asker.found.people.len() == 1
        {
            // Without a person the campaign can be looked at all the same.
            asker.campaign(number);
        }
        found.causes.sort();
        found.causes.dedup();
        Ok(found)
    }
}

/// The people that may be meant, the first with their profile, where it is known already.
fn candidates(
    client: &mut Client,
    inquiry: &Inquiry<'_>,
) -> Result<Vec<(PersonKey, Option<PersonProfile>)>, RequestFailure> {
    if inquiry.by_email {
        let people = person::people_with_email(client, inquiry.person)?;
        return Ok(people.into_iter().map(|person| (person, None)).collect());
    }
    let key = PersonKey { kind: "id", value: inquiry.person.to_owned() };
    Ok(person::profile(client, &key)?.map(|profile| (key, Some(profile))).into_iter().collect())
}

struct Asker<'a> {
    client: Client,
    found: &'a mut Inquest,
    /// The API cannot be reached any more.
    stopped: bool,
}

impl Asker<'_> {
    fn observe(&mut self, health: Health, subject: &'static str, found: impl Into<String>) {
        self.found.observations.push(Observation { health, subject, found: found.into() });
    }

    fn cause(&mut self, kind: CauseKind, what: impl Into<String>, said: Option<String>, help: &str) {
        self.found.causes.push(Cause { kind, what: what.into(), said, help: help.to_owned() });
    }

    /// Asks one question; a failure is noted.
    fn ask<T>(
        &mut self,
        subject: &'static str,
        question: impl FnOnce(&mut Client) -> Result<T, RequestFailure>,
    ) -> Option<T> {
        if self.stopped {
            return None;
        }
        match question(&mut self.client) {
            Ok(answer) => Some(answer),
            Err(failure) => {
                self.stopped = !failure.is_of_this_alone();
                self.found.is_partial = true;
                self.observe(Health::Unknown, subject, failure.to_string());
                None
            }
        }
    }

    fn no_person(&mut self) {
        self.observe(Health::Wrong, "person", "the workspace of this key has no such person");
        let help = "Check the identifier and the workspace. Suppressing a person deletes them, and the API shows no difference.";
        self.cause(CauseKind::NoPerson, "there is no such person", None, help);
    }

    fn person(&mut self, key: &PersonKey, profile: Option<PersonProfile>, inquiry: &Inquiry<'_>) {
        self.found.people.push(key.value.clone());
        let profile = match profile {
            Some(profile) => Some(profile),
            None => match self.ask("person", |client| person::profile(client, key)) {
                Some(None) => return self.no_person(),
                other => other.flatten(),
            },
        };
        if let Some(profile) = &profile {
            self.observe(Health::Right, "person", "exists");
            self.profile(profile);
        }
        let topics = self.ask("topics", |client| person::topics(client, key)).unwrap_or_default();
        self.topics(&topics);
        let campaign = inquiry.campaign.and_then(|number| self.campaign(number).map(|campaign| (number, campaign)));
        if let Some((number, campaign)) = &campaign {
            self.against(key, *number, campaign, &topics);
        }
        if let Some(deliveries) = self.ask("deliveries", |client| person::deliveries(client, key)) {
            self.deliveries(deliveries, inquiry.campaign);
        }
        if let Some(happenings) = self.ask("activities", |client| person::happenings(client, key)) {
            self.happenings(happenings);
        }
    }

    fn profile(&mut self, profile: &PersonProfile) {
        match profile.email.clone() {
            None => {
                self.observe(Health::Wrong, "email", "the person has no attribute `email`");
                let help = "Send `email` with `identify`; emails to that attribute are not created without it.";
                self.cause(CauseKind::NoAddress, "the person has no email address", None, help);
            }
            Some(email) => {
                self.found.people.push(email.clone());
                self.observe(Health::Right, "email", "the attribute is set");
                let entries = self.ask("suppressions", |client| person::suppressions(client, &email));
                self.suppressions(entries);
            }
        }
        if profile.unsubscribed {
            self.observe(Health::Wrong, "unsubscribed", "the person is unsubscribed from everything");
            let help = "Customer.io sends only messages that are set to go to unsubscribed people.";
            self.cause(CauseKind::Unsubscribed, "the person is unsubscribed", None, help);
        } else {
            self.observe(Health::Right, "unsubscribed", "no");
        }
    }

    fn suppressions(&mut self, entries: Option<Vec<Suppression>>) {
        let Some(entries) = entries else { return };
        if entries.is_empty() {
            let found = "none in Customer.io's own email delivery";
            return self.observe(Health::Right, "suppressions", found);
        }
        for Suppression { category, reason, status } in entries {
            self.observe(Health::Wrong, "suppressions", format!("the address is listed under {category}"));
            let said = format!("{status} {reason}").trim().to_owned();
            let help = "Remove the address from the list in Customer.io once the mailbox works again.";
            let what = format!("the address is on a suppression list ({category})");
            self.cause(CauseKind::Suppressed, what, Some(said).filter(|said| !said.is_empty()), help);
        }
    }

    fn topics(&mut self, topics: &[TopicState]) {
        let refused: Vec<&str> =
            topics.iter().filter(|topic| !topic.subscribed).map(|topic| topic.name.as_str()).collect();
        match (topics.is_empty(), refused.is_empty()) {
            (true, _) => {}
            (false, true) => self.observe(Health::Right, "topics", "subscribed to all"),
            // Which topic an email belongs to is known of campaigns alone.
            (false, false) => {
                self.observe(Health::Unknown, "topics", format!("not subscribed to: {}", refused.join(", ")));
            }
        }
    }

    /// Looks at a campaign by itself.
    fn campaign(&mut self, number: u64) -> Option<CampaignState> {
        let Some(campaign) = self.ask("campaign", |client| person::campaign(client, number))? else {
            self.observe(Health::Wrong, "campaign", format!("there is no campaign {number}"));
            let help = "Check the number, and that the key belongs to the campaign's workspace.";
            self.cause(CauseKind::NoCampaign, format!("there is no campaign {number}"), None, help);
            return None;
        };
        let CampaignState { name, state, held, has_messages, .. } = &campaign;
        if state == "running" {
            self.observe(Health::Right, "campaign", format!("{number} \"{name}\" is running"));
        } else {
            self.observe(Health::Wrong, "campaign", format!("{number} \"{name}\": {state}"));
            let what = format!("the campaign is not running ({state})");
            self.cause(CauseKind::NotRunning, what, None, "Start the campaign.");
        }
        for (message, sending) in held {
            self.observe(Health::Wrong, "messages", format!("\"{message}\" is set to {sending}"));
            let what = format!("the message \"{message}\" of the campaign is set to {sending}");
            self.cause(CauseKind::Held, what, None, "Set it to send automatically.");
        }
        if !has_messages {
            self.observe(Health::Wrong, "messages", "the campaign has no messages");
            self.cause(CauseKind::NoMessage, "the campaign has no messages", None, "Add an email to it.");
        }
        Some(campaign)
    }

    /// Looks at a campaign against the person.
    fn against(&mut self, key: &PersonKey, number: u64, campaign: &CampaignState, topics: &[TopicState]) {
        if let Some(event) = &campaign.event {
            match self.ask("event", |client| person::received_event(client, key, event)) {
                Some(false) => {
                    self.observe(Health::Wrong, "event", format!("`{event}` was not received in the last 30 days"));
                    let what = format!(
                        "the event `{event}`, which starts campaign {number}, was not received for this person"
                    );
                    let help = "Compare it with the name that the code sends: event names are case-sensitive.";
                    self.cause(CauseKind::NoEvent, what, None, help);
                }
                Some(true) => {
                    self.observe(Health::Right, "event", format!("`{event}` was received in the last 30 days"))
                }
                None => {}
            }
        }
        let wanted = [&campaign.trigger_segments, &campaign.filter_segments];
        if wanted.iter().any(|list| !list.is_empty())
            && let Some(own) = self.ask("segments", |client| person::segments_of(client, key))
        {
            let names = self.ask("segments", person::segment_names).unwrap_or_default();
            self.segments(campaign, &own, &names);
        }
        let refused = topics.iter().find(|topic| topic.id.is_some() && topic.id == campaign.topic && !topic.subscribed);
        if let Some(topic) = refused {
            let what = format!("the person is not subscribed to the campaign's topic \"{}\"", topic.name);
            let help = "The person can change this in the subscription center.";
            self.cause(CauseKind::NoTopic, what, None, help);
        }
    }

    fn segments(&mut self, campaign: &CampaignState, own: &[u64], names: &BTreeMap<u64, (String, bool)>) {
        let named = |id: &u64| match names.get(id) {
            Some((name, _)) if !name.is_empty() => format!("\"{name}\" ({id})"),
            _ => format!("segment {id}"),
        };
        let building = |id: &&u64| names.get(id).is_some_and(|(_, is_building)| *is_building);
        for id in campaign.trigger_segments.iter().chain(&campaign.filter_segments).filter(building) {
            let what = format!("{} is still being built", named(id));
            self.observe(Health::Unknown, "segments", &*what);
            self.cause(CauseKind::Building, what, None, "Wait until Customer.io has built it.");
        }
        if !campaign.trigger_segments.is_empty() {
            if campaign.trigger_segments.iter().any(|id| own.contains(id)) {
                self.observe(Health::Right, "segments", "the person is in a segment that starts the campaign");
            } else {
                let all = campaign.trigger_segments.iter().map(named).collect::<Vec<_>>().join(", ");
                self.observe(Health::Wrong, "segments", format!("the person is not in: {all}"));
                let what = format!("the person is in no segment that starts the campaign: {all}");
                let help = "Compare the conditions of the segment with the attributes and events of the person.";
                self.cause(CauseKind::NotTriggered, what, None, help);
            }
        }
        let missing: Vec<String> = campaign.filter_segments.iter().filter(|id| !own.contains(id)).map(named).collect();
        if !missing.is_empty() {
            let all = missing.join(", ");
            self.observe(Health::Unknown, "filters", format!("the person is not in: {all}"));
            let what = format!("the person is not in a segment that the campaign filters by: {all}");
            let help = "Look at the campaign's filter: it may ask for people in the segment, or for those outside it.";
            self.cause(CauseKind::Filtered, what, None, help);
        } else if !campaign.filter_segments.is_empty() {
            self.observe(Health::Right, "filters", "the person is in all segments that the campaign filters by");
        }
    }

    fn deliveries(&mut self, mut all: Vec<Delivery>, campaign: Option<u64>) {
        let searched = all.len();
        if let Some(number) = campaign {
            all.retain(|delivery| delivery.of == Some(("campaign", number)));
        }
        let last = all.iter().find(|delivery| delivery.kind.is_empty() || delivery.kind == "email");
        let Some(last) = last else {
            let email = campaign.map_or("email".to_owned(), |number| format!("email of campaign {number}"));
            let found = match searched {
                person::DELIVERIES_ASKED.. => format!("no {email} among the last {searched} deliveries"),
                _ => format!("no {email} was created in the last 6 months"),
            };
            self.observe(Health::Unknown, "deliveries", found);
            self.found.deliveries = all;
            return;
        };
        let has = |stage: &str| last.stages.iter().any(|it| it == stage);
        let said = last.failure.clone();
        let (health, found) = if said.is_some() || has("failed") || has("undeliverable") {
            let help = "Fix the template, or send the data that it needs; give values that may be missing a fallback in Liquid.";
            self.cause(CauseKind::Failed, "the last email failed", said, help);
            (Health::Wrong, "the last email failed")
        } else if has("bounced") {
            let help = "Check the address: after a hard bounce, Customer.io stops sending to it.";
            self.cause(CauseKind::Bounced, "the last email bounced", None, help);
            (Health::Wrong, "the last email bounced")
        } else if has("dropped") {
            let help = "Check the address: it bounced, complained about spam, or is suppressed.";
            self.cause(CauseKind::Dropped, "the last email was dropped", None, help);
            (Health::Wrong, "the last email was dropped")
        } else if has("drafted") && !ON_ITS_WAY.iter().any(|stage| has(stage)) {
            let help = "Send the draft, or set the message to send automatically.";
            self.cause(CauseKind::Drafted, "the last email is a draft", None, help);
            (Health::Wrong, "the last email is a draft")
        } else if has("delivered") || has("opened") {
            (Health::Right, "the last email was delivered; check the spam folder")
        } else {
            (Health::Unknown, "the last email is on its way")
        };
        self.observe(health, "deliveries", found);
        self.found.deliveries = all;
    }

    fn happenings(&mut self, all: Vec<Happening>) {
        const TELLING: [&str; 11] = [
            "bounced_email",
            "dropped_email",
            "failed_attribute_change",
            "failed_email",
            "failed_event",
            "skipped_update",
            "spammed_email",
            "suppressed_email",
            "topic_unsubscribed_email",
            "undeliverable_email",
            "unsubscribed_email",
        ];
        let telling: Vec<Happening> =
            all.into_iter().filter(|happening| TELLING.contains(&happening.kind.as_str())).collect();
        let refused = |it: &&Happening| matches!(it.kind.as_str(), "failed_attribute_change" | "failed_event");
        if let Some(first) = telling.iter().find(refused) {
            let what = format!("Customer.io rejected data about the person ({})", first.kind);
            let help = "Look for the reason in the person's activity log.";
            self.cause(CauseKind::RefusedData, what, None, help);
        }
        self.found.happenings = telling;
    }
}
