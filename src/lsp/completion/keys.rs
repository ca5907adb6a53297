//! Keys of objects: of the data that goes with an event or a message, of a person's attributes, of a request.

use super::item::{Choice, Items};
use super::names::{counts, question};
use crate::catalog::{Data, DataField, DataType, Kind, KnownName, NameUse};
use crate::lsp::convert::in_snippet;
use crate::lsp::symbols::describe::{places, type_of};
use crate::lsp::symbols::in_sight::NamesInSight;
use crate::lsp::symbols::spelling::key;
use crate::sdk::RequestClass;
use crate::sdk::attributes::{ATTRIBUTES, Meaning};
use crate::settings::{DataKey, Message};
use rustc_hash::FxHashMap;
use smol_str::SmolStr;
use std::fmt::Write;
use tower_lsp::lsp_types::CompletionItemKind;

/// Adds the keys of the data of an event, a message or a broadcast: those that the template needs first, then those
/// that other places send with it. `path` leads to the object that is completed, which has the keys `present`.
pub fn data(
    it: &NamesInSight<'_>,
    (kind, name): (Kind, &KnownName),
    path: &[SmolStr],
    present: &[SmolStr],
    items: &mut Items<'_>,
) {
    let mut known: Vec<SmolStr> = present.to_vec();
    let mut of_template = message(it, kind, name).map(|message| needed(message, path)).unwrap_or_default();
    of_template.retain(|(key, _)| !present.contains(key));
    for (key, needed) in &of_template {
        known.push(key.clone());
        let detail = if needed.is_required { "required by the template" } else { "optional in the template" };
        items.add(field(key.to_string(), detail.to_owned()));
    }
    of_template.retain(|(_, needed)| needed.is_required);
    all_missing(&of_template, items);
    let others = it.all().filter(|(path, used)| !items.is_typed(path, used)).map(|(_, used)| used);
    for (key, value) in sent(others, kind, name, path) {
        if !known.contains(&key) {
            let mark = if value.optional { "sent at times: " } else { "" };
            items.add(field(key.to_string(), format!("{mark}{}", type_of(&value))));
        }
    }
}

/// Adds the attributes that other places give people, and those that Customer.io reads.
pub fn attributes(it: &NamesInSight<'_>, present: &[SmolStr], items: &mut Items<'_>) {
    let mut found: FxHashMap<SmolStr, (usize, DataField)> = FxHashMap::default();
    for (_, used) in it.all().filter(|(path, used)| used.kind == Kind::Attribute && !items.is_typed(path, used)) {
        let KnownName::Text(name) = &used.name else { continue };
        let (count, value) = found.entry(name.clone()).or_default();
        *count += 1;
        let own = used.data.as_ref().and_then(|data| data.keys.get(name));
        value.types.extend(own.into_iter().flat_map(|field| field.types.iter().cloned()));
    }
    let mut project: Vec<_> = found.into_iter().filter(|(name, _)| !present.contains(name)).collect();
    project.sort_by(|(a, (x, _)), (b, (y, _))| (y, a).cmp(&(x, b)));
    for (name, (count, value)) in &project {
        let detail = format!("{}, {}", type_of(value), places(*count));
        let data = Some(question(it, Kind::Attribute, name));
        items.add(Choice { data, ..field(name.to_string(), detail) });
    }
    let is_new = |name: &str| !present.iter().chain(project.iter().map(|(name, _)| name)).any(|known| known == name);
    let useful = |meaning: Meaning| matches!(meaning, Meaning::Known | Meaning::Identifier | Meaning::Control);
    for attribute in ATTRIBUTES.iter().filter(|it| useful(it.meaning) && is_new(it.name)) {
        items.add(field(attribute.name.to_owned(), attribute.what.to_owned()));
    }
}

/// Adds the topics of the account, then those that other places name.
pub fn topics(it: &NamesInSight<'_>, present: &[SmolStr], items: &mut Items<'_>) {
    let details = it.settings.settings.account.details.as_deref();
    let listed = details.and_then(|details| details.list("topic")).unwrap_or_default();
    let is_new = |name: &str| !present.iter().any(|key| key == name);
    for entry in listed {
        let name = entry.identifier.clone().unwrap_or_else(|| format!("topic_{}", entry.id));
        if is_new(&name) {
            items.add(field(name, entry.name.clone().unwrap_or_default()));
        }
    }
    let is_listed = |name: &str| listed.iter().any(|entry| entry.is_called(name));
    let mut found: Vec<(String, usize)> = counts(it, Kind::Topic, items).into_iter().collect();
    found.sort();
    for (name, count) in found.into_iter().filter(|(name, _)| is_new(name) && !is_listed(name)) {
        items.add(field(name, places(count)));
    }
}

/// Adds the options of a class of requests, the required ones first.
pub fn options(class: &str, present: &[SmolStr], items: &mut Items<'_>) {
    let Some(class) = RequestClass::of(class) else { return };
    let is_required = |name: &str| class.required.contains(&name);
    let mut options: Vec<_> =
        class.options.iter().filter(|option| !present.iter().any(|key| key == option.name)).collect();
    options.sort_by_key(|option| !is_required(option.name));
    for option in options {
        let detail = if is_required(option.name) { "required" } else { "" };
        let documentation = format!("{}.", option.what.trim_end_matches('.'));
        items.add(Choice { documentation, ..field(option.name.to_owned(), detail.to_owned()) });
    }
}

fn field(name: String, detail: String) -> Choice {
    Choice { name, kind: CompletionItemKind::FIELD, detail, documentation: String::new(), data: None }
}

/// A key that a template uses.
#[derive(Clone, Debug, Default)]
struct Needed {
    is_required: bool,
    /// The required keys in it.
    inside: Vec<SmolStr>,
}

/// The message of the account that a name is.
fn message<'i>(it: &'i NamesInSight<'_>, kind: Kind, name: &KnownName) -> Option<&'i Message> {
    let messages = it.settings.settings.account.messages.as_ref()?;
    if kind != Kind::Message {
        return None;
    }
    match name {
        KnownName::Id(id) => messages.with_id(*id),
        KnownName::Text(name) => messages.triggered_by(name),
        KnownName::Environment(_) | KnownName::Written(_) => None,
    }
}

/// The keys that a template takes from the object that `path` leads to, in the order of the account's list.
fn needed(message: &Message, path: &[SmolStr]) -> Vec<(SmolStr, Needed)> {
    let mut all: Vec<(SmolStr, Needed)> = Vec::new();
    let inside =
        |key: &&DataKey| key.path.len() > path.len() && key.path.iter().zip(path).all(|(a, b)| a == b.as_str());
    for DataKey { path: keys, is_optional } in message.data.iter().flatten().filter(inside) {
        let name = SmolStr::from(keys[path.len()].as_str());
        let at = match all.iter().position(|(known, _)| *known == name) {
            Some(at) => at,
            None => {
                all.push((name, Needed::default()));
                all.len() - 1
            }
        };
        let needed = &mut all[at].1;
        needed.is_required |= !is_optional;
        if let (Some(inner), false) = (keys.get(path.len() + 1), is_optional) {
            needed.inside.push(SmolStr::from(inner.as_str()));
        }
    }
    all
}

/// Adds all required keys at once, each with a place for its value.
fn all_missing(missing: &[(SmolStr, Needed)], items: &mut Items<'_>) {
    if missing.len() < 2 {
        return;
    }
    let mut snippet = String::new();
    let mut stop = 0;
    let mut place = || {
        stop += 1;
        format!("${stop}")
    };
    for (name, needed) in missing {
        if !snippet.is_empty() {
            snippet.push_str(",\n");
        }
        let inner: Vec<String> = needed.inside.iter().map(|key| format!("{}: {}", written(key), place())).collect();
        let _ = if inner.is_empty() {
            write!(snippet, "{}: {}", written(name), place())
        } else {
            write!(snippet, "{}: {{ {} \\}}", written(name), inner.join(", "))
        };
    }
    let names: Vec<&str> = missing.iter().map(|(name, _)| name.as_str()).collect();
    let name = format!("all missing keys: {}", names.join(", "));
    let choice = Choice { kind: CompletionItemKind::SNIPPET, ..field(name, "required by the template".to_owned()) };
    items.add_snippet(choice, snippet);
}

/// A key in a snippet.
fn written(name: &str) -> String {
    in_snippet(&key(name))
}

/// The keys that places send with a name, in the object that `path` leads to.
fn sent<'u>(
    others: impl Iterator<Item = &'u NameUse>,
    kind: Kind,
    name: &KnownName,
    path: &[SmolStr],
) -> Vec<(SmolStr, DataField)> {
    let uses = others.filter(|used| used.kind == kind && used.name == *name);
    let of_path = |data: &Data| {
        path.iter().try_fold(data.clone(), |data, key| {
            data.keys.get(key)?.types.iter().find_map(|ty| match ty {
                DataType::Object(inner) => Some(inner.clone()),
                _ => None,
            })
        })
    };
    let all = uses.filter_map(|used| of_path(used.data.as_ref()?));
    all.reduce(Data::merged).map(|data| data.keys.into_iter().collect()).unwrap_or_default()
}
