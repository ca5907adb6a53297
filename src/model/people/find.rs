//! The way a file names people, and the values it sets for them: for rules that compare files.

use crate::model::Model;
use crate::model::arguments::argument::Argument;
use crate::model::arguments::given::Given;
use crate::model::calls::payloads::PayloadOf;
use crate::model::calls::sdk_calls::Call;
use crate::model::file::name_words::words;
use crate::sdk::attributes::TRAITS_IN_CAMEL_CASE;
use crate::sdk::identifiers::{CIO_ID_PREFIX, is_email};
use crate::sdk::{ClientClass, ClientKind};
use crate::text::Repair;
use crate::text::TextRange;
use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::SmolStr;

/// The name of an attribute of a person.
#[derive(Clone, Debug, PartialEq)]
pub struct AttributeName {
    /// The name.
    pub name: SmolStr,
    /// The range to mark: the name, or what carries it into the call.
    pub at: TextRange,
    /// True when the name is written there, by itself and without quotes: where another one goes.
    pub is_written: bool,
    /// True when name and value are one word.
    pub shorthand: bool,
}

/// The kind of identifier that names a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamedBy {
    /// An address.
    Email,
    /// An id of the project.
    Id,
}

/// A person in the first argument of a call of the Track client.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PersonNamed {
    /// The range to mark.
    pub at: TextRange,
    /// The kind of identifier.
    pub by: NamedBy,
}

/// A call of `identify`.
#[derive(Clone, Debug, PartialEq)]
pub struct Identified {
    /// The range to mark.
    pub at: TextRange,
    /// True when the call may set an address for the person: one is given, or the given value is unknown.
    pub may_set_email: bool,
    /// True when the person is new: `created_at` is set, or the function around it is one for that.
    pub is_new: bool,
    /// The fix for a new person without an address that sends one, where it is at hand.
    pub add_email: Option<Repair>,
}

/// The names of the attributes that a file gives people, each place once.
pub fn attribute_names(model: &Model<'_>) -> Vec<AttributeName> {
    let (mut names, mut known) = (Vec::new(), FxHashSet::default());
    for payload in model.calls().payloads().iter().filter(|payload| payload.about == PayloadOf::Person) {
        let is_pipelines = model.calls().of_payload(payload).is_some_and(|call| call.client.is_pipelines());
        let mut spellings: FxHashMap<String, u32> = FxHashMap::default();
        for field in &payload.fields.list {
            *spellings.entry(letters(&field.key)).or_default() += 1;
        }
        for field in &payload.fields.list {
            let Some(at) = field.value.range.map(|range| field.key_range.unwrap_or(range)) else { continue };
            if is_pipelines && TRAITS_IN_CAMEL_CASE.contains(&field.key.as_str()) {
                continue;
            }
            if !known.insert((at, field.key.as_str())) {
                continue;
            }
            // Beside another spelling of itself, a name cannot be given that one too.
            let is_alone = spellings.get(&letters(&field.key)) == Some(&1);
            let is_written = is_alone && field.key_range.is_some_and(|range| model.text(range) == field.key.as_str());
            names.push(AttributeName { name: field.key.clone(), at, is_written, shorthand: field.shorthand });
        }
    }
    names.sort_by_key(|name: &AttributeName| name.at);
    names
}

/// The letters of a name, without its style.
fn letters(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, '_' | '-' | ' ')).flat_map(char::to_lowercase).collect()
}

/// The people that a file's calls are about, as far as their names are seen, each place once.
pub fn people(model: &Model<'_>) -> Vec<PersonNamed> {
    let (mut people, mut known) = (Vec::new(), FxHashSet::default());
    for call in model.calls().every().iter().filter(|call| ClientClass::of(call.client) == ClientClass::Track) {
        let method = call.method.as_deref().and_then(|name| ClientClass::Track.method(name));
        let takes_person = method.is_some_and(|method| {
            method.parameters.newest().first().is_some_and(|parameter| parameter.name == "customerId")
        });
        let Some(argument) = call.argument(0) else { continue };
        if !takes_person {
            continue;
        }
        let (Some(by), Some(at)) = (named_by(model, argument), argument.range) else { continue };
        if by == NamedBy::Email && may_set_id(model, call) {
            continue;
        }
        if known.insert(at) {
            people.push(PersonNamed { at, by });
        }
    }
    people
}

/// Returns whether the call may give the person an id too, so that both names are of one profile.
fn may_set_id(model: &Model<'_>, call: &Call) -> bool {
    if call.method.as_deref() != Some("identify") {
        return false;
    }
    match call.argument(1) {
        Some(attributes) => model
            .fields(attributes)
            .is_none_or(|fields| fields.open || fields.get("id").is_some() || fields.get("cio_id").is_some()),
        None => !call.closed,
    }
}

/// Returns the identifier of a person, as far as the value or its name reveals it.
pub fn named_by(model: &Model<'_>, argument: &Argument) -> Option<NamedBy> {
    match model.given(argument) {
        Given::Text(text) if is_email(&text) => Some(NamedBy::Email),
        Given::Text(text) if text.starts_with(CIO_ID_PREFIX) || text.trim().is_empty() => None,
        Given::Text(_) | Given::Number(_) => Some(NamedBy::Id),
        Given::Unknown => match words(&model.word_for(argument)).last()?.as_str() {
            "email" => Some(NamedBy::Email),
            "id" | "uuid" | "uid" | "guid" => Some(NamedBy::Id),
            _ => None,
        },
        _ => None,
    }
}

/// The calls of a file that identify people. `add_email`: the repair of a call that sends no address.
pub fn identified(model: &Model<'_>, add_email: &dyn Fn(&Call) -> Option<Repair>) -> Vec<Identified> {
    let calls = model.calls().every().iter();
    calls.filter_map(|call| identified_by(model, call, add_email)).collect()
}

fn identified_by(model: &Model<'_>, call: &Call, add_email: &dyn Fn(&Call) -> Option<Repair>) -> Option<Identified> {
    let unseen = Identified { at: call.callee, may_set_email: true, is_new: false, add_email: None };
    match (call.client, call.method.as_deref()?) {
        (ClientKind::Track | ClientKind::Legacy, "identify") => {}
        // Another dialect, and lists of operations: a person may get an address there.
        (ClientKind::Pipelines, "identify") | (ClientKind::Track, "batch" | "entity") => return Some(unseen),
        _ => return None,
    }
    let fields = match call.argument(1) {
        Some(attributes) => match model.fields(attributes) {
            Some(fields) => fields,
            None => return Some(unseen),
        },
        None if call.closed => Default::default(),
        None => return Some(unseen),
    };
    let id = call.argument(0)?;
    let id_may_be_email = match named_by(model, id) {
        Some(by) => by == NamedBy::Email,
        // `lead`, `key`: unknown.
        None => true,
    };
    let may_set_email = fields.open || fields.get("email").is_some() || id_may_be_email;
    let is_new = fields.get("created_at").is_some() || makes_people(call);
    let add_email = (is_new && !may_set_email).then(|| add_email(call)).flatten();
    Some(Identified { at: call.callee, may_set_email, is_new, add_email })
}

/// Returns whether the name of the function around a call says that people are created in it: `signUp`,
/// `onUserCreated`.
pub fn makes_people(call: &Call) -> bool {
    let Some(name) = call.around.function.as_ref().and_then(|function| function.name.as_deref()) else { return false };
    let words = words(name);
    let has = |word: &str| words.iter().any(|it| it == word);
    let any = |all: &[&str]| all.iter().any(|word| has(word));
    any(&["signup", "register", "registered", "registration", "onboard", "onboarding", "signups"])
        || any(&["sign", "signed"]) && has("up")
        || any(&["create", "created", "new"]) && any(&["user", "customer", "account", "member", "person"])
}
