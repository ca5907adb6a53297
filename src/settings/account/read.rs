//! Reads the lists of an account's contents. Mistakes are reported at their places; valid entries beside it apply.

use super::{Account, AccountDetails, DataKey, EventList, Message, MessageList, TriggerName};
use crate::secrecy::echo_name;
use crate::settings::node::{Kind, Member, Node};
use crate::settings::read::Reader;
use crate::settings::suggest::did_you_mean;
use std::sync::Arc;

/// The keys of `account`.
const KEYS: [&str; 3] = ["events", "messages", "pulled"];

/// The keys of a message.
const MESSAGE_KEYS: [&str; 5] = ["id", "triggerName", "name", "queueDrafts", "data"];

/// The keys of an entry of `data`.
const DATA_KEYS: [&str; 2] = ["name", "optional"];

/// The prefixes of `message_data` keys in templates.
const IN_TEMPLATES: [&str; 2] = ["trigger.", "message_data."];

impl Reader<'_> {
    /// The value of `account`.
    pub(in crate::settings) fn account(&mut self, node: &Node) -> Account {
        let mut account = Account::default();
        let Some(members) = self.object(node, "\"account\"") else { return account };
        for member in members {
            if self.is_unset(&member.value) {
                continue;
            }
            match member.key.as_str() {
                "events" => account.events = self.events(&member.value).map(Arc::new),
                "messages" => account.messages = self.messages(&member.value).map(Arc::new),
                "pulled" => {
                    let details = self.object(&member.value, "\"pulled\"").is_some();
                    account.details = details.then(|| Arc::new(AccountDetails::of(&member.value)));
                }
                _ => self.no_such_key(member, "\"account\" has no list", &KEYS),
            }
        }
        account
    }

    fn no_such_key(&mut self, member: &Member, what: &str, known: &[&str]) {
        let hint = did_you_mean(&member.key, known.iter().copied());
        self.complain_at(
            member.key_range,
            &member.value.pointer,
            format!("{what} \"{}\"{hint}", echo_name(&member.key)),
        );
    }

    fn array<'n>(&mut self, node: &'n Node, what: &str, of: &str) -> Option<&'n [Node]> {
        if let Kind::Array(items) = &node.kind {
            return Some(items);
        }
        self.wrong_type(node, what, of);
        None
    }

    /// A text that says something, without blanks around it.
    fn text(&mut self, node: &Node, what: &str) -> Option<String> {
        let text = self.string(node, what)?.trim();
        if text.is_empty() {
            self.complain(node, format!("{what} must not be empty"));
            return None;
        }
        Some(text.to_owned())
    }

    fn events(&mut self, node: &Node) -> Option<EventList> {
        let items = self.array(node, "\"events\"", "an array of names")?;
        let names: Vec<String> = items.iter().filter_map(|item| self.text(item, "an entry of \"events\"")).collect();
        let is_whole = names.len() == items.len();
        Some(EventList::new(names, is_whole))
    }

    fn messages(&mut self, node: &Node) -> Option<MessageList> {
        let items = self.array(node, "\"messages\"", "an array of messages")?;
        let mut list = MessageList { messages: Vec::new(), is_whole: true };
        for item in items {
            let Some(message) = self.message(item) else {
                list.is_whole = false;
                continue;
            };
            let same_id = message.id.is_some_and(|id| list.with_id(id).is_some());
            if same_id || message.trigger_name().is_some_and(|name| list.triggered_by(name).is_some()) {
                let what = if same_id { "id" } else { "trigger name" };
                self.complain(item, format!("another message of the list has the same {what}; the first one counts"));
                continue;
            }
            list.messages.push(message);
        }
        Some(list)
    }

    fn message(&mut self, node: &Node) -> Option<Message> {
        let mut message = Message::default();
        let members = self.object(node, "an entry of \"messages\"")?;
        for member in members {
            let value = &member.value;
            match member.key.as_str() {
                "id" => message.id = self.id(value),
                "triggerName" if matches!(value.kind, Kind::Null) => message.trigger_name = TriggerName::Nothing,
                "triggerName" => {
                    let name = self.text(value, "the \"triggerName\" of a message");
                    message.trigger_name = name.map_or(TriggerName::Unknown, TriggerName::Is);
                }
                "name" => message.name = self.text(value, "the \"name\" of a message"),
                "queueDrafts" => message.queues_drafts = self.bool(value, "\"queueDrafts\"").unwrap_or(false),
                "data" => message.data = self.data(value),
                _ => self.no_such_key(member, "a message has no key", &MESSAGE_KEYS),
            }
        }
        let is_named = |member: &Member| matches!(member.key.as_str(), "id" | "triggerName");
        if message.id.is_none() && message.trigger_name().is_none() {
            // What is there and wrong has been told.
            if !members.iter().any(|member| is_named(member) && !matches!(member.value.kind, Kind::Null)) {
                self.complain(node, "a message needs its \"id\" or its \"triggerName\"");
            }
            return None;
        }
        Some(message)
    }

    fn id(&mut self, node: &Node) -> Option<u64> {
        let id = node.whole_number();
        match node.kind {
            _ if id.is_some() => {}
            Kind::Number(_) => self.complain(node, "the \"id\" of a message must be a whole number above 0"),
            _ => self.wrong_type(node, "the \"id\" of a message", "a number"),
        }
        id
    }

    fn data(&mut self, node: &Node) -> Option<Vec<DataKey>> {
        let items = self.array(node, "the \"data\" of a message", "an array of keys")?;
        Some(items.iter().filter_map(|item| self.data_key(item)).collect())
    }

    /// `"url"` or `{ "name": "url", "optional": true }`
    fn data_key(&mut self, node: &Node) -> Option<DataKey> {
        let (mut name, mut is_optional) = (None, false);
        match &node.kind {
            Kind::String(_) => name = Some(node),
            Kind::Object(members) => {
                for member in members {
                    match member.key.as_str() {
                        "name" => name = Some(&member.value),
                        "optional" => is_optional = self.bool(&member.value, "\"optional\"").unwrap_or(true),
                        _ => self.no_such_key(member, "a key of \"data\" has no", &DATA_KEYS),
                    }
                }
                if name.is_none() {
                    self.complain(node, "a key of \"data\" needs its \"name\"");
                }
            }
            _ => self.wrong_type(node, "a key of \"data\"", "a name or an object with \"name\" and \"optional\""),
        }
        let name = name?;
        let text = self.text(name, "the name of a key of \"data\"")?;
        if let Some(bare) = IN_TEMPLATES.iter().find_map(|before| text.strip_prefix(before)) {
            self.complain(name, format!("write the key as it stands in \"message_data\": \"{bare}\""));
            return None;
        }
        if let Some((list, _)) = text.split_once('[') {
            self.complain(name, format!("\"{text}\" is no key; of what is in a list, name the list: \"{list}\""));
            return None;
        }
        let path: Vec<String> = text.split('.').map(|part| part.trim().to_owned()).collect();
        if path.iter().any(String::is_empty) {
            self.complain(name, format!("\"{text}\" is no key; one inside another is written \"order.total\""));
            return None;
        }
        Some(DataKey { path, is_optional })
    }
}
