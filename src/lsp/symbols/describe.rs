//! The description of a name: whether the account has it, where it is sent, with which data.

use super::in_sight::NamesInSight;
use super::pulled::sentences;
use super::spots::Symbol;
use crate::catalog::{Data, DataField, DataType, Kind, KnownName, NameUse};
use crate::sdk::nearest;
use crate::settings::Message;
use crate::text::{self, TextRange, plain};
use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;

/// The most places that are listed.
const MOST_PLACES: usize = 8;
/// The most keys that are listed.
const MOST_KEYS: usize = 16;
/// The depth to which types are told.
const MOST_DEEP: u32 = 2;

/// Describes a name, as Markdown.
pub fn describe(it: &NamesInSight<'_>, symbol: &Symbol) -> String {
    let mut text = format!("`{}`: {}\n", code(&symbol.name.to_string()), thing(symbol.kind));
    let details = it.settings.settings.account.details.as_deref();
    let pulled = details.map(|details| sentences(details, symbol)).unwrap_or_default();
    for line in account(it, symbol).into_iter().chain(pulled.iter().map(|line| code(line))) {
        let _ = write!(text, "\n{line}\n");
    }
    let uses: Vec<(&Arc<Path>, &NameUse)> = it.uses_of(symbol).collect();
    if !uses.is_empty() {
        let verb = if symbol.kind == Kind::Credential { "Read" } else { "Used" };
        let _ = write!(text, "\n{verb} in {}:\n\n", places(uses.len()));
        for (path, found) in uses.iter().take(MOST_PLACES) {
            let _ = writeln!(text, "- {}", place(it, path, found));
        }
        if uses.len() > MOST_PLACES {
            let _ = writeln!(text, "- and {} more", uses.len() - MOST_PLACES);
        }
    }
    let data = uses.iter().filter_map(|(_, found)| found.data.clone()).reduce(Data::merged);
    if let Some(data) = data.filter(|data| !data.keys.is_empty() && symbol.kind != Kind::Attribute) {
        text.push_str("\nData:\n\n");
        for (key, value) in data.keys.iter().take(MOST_KEYS) {
            let mark = if value.optional { "?" } else { "" };
            let _ = writeln!(text, "- `{}{mark}`: {}", code(key), type_of(value));
        }
        if data.keys.len() > MOST_KEYS {
            let _ = writeln!(text, "- and {} more", data.keys.len() - MOST_KEYS);
        }
    } else if let Some(value) = data_of_attribute(symbol, &uses) {
        let _ = write!(text, "\nValues: {}\n", type_of(&value));
    }
    text
}

fn thing(kind: Kind) -> &'static str {
    match kind {
        Kind::Message => "transactional message",
        Kind::Credential => "environment variable with a credential",
        kind => kind.as_str(),
    }
}

/// The knowledge of the settings about a name.
fn account(it: &NamesInSight<'_>, symbol: &Symbol) -> Vec<String> {
    let account = &it.settings.settings.account;
    match (symbol.kind, &symbol.name) {
        (Kind::Event, KnownName::Text(name)) => {
            let Some(events) = &account.events else { return Vec::new() };
            if events.has(name) {
                return vec!["In the account.".to_owned()];
            }
            let near = nearest(name, events.names());
            let meant = near.map(|near| format!(" Did you mean `{}`?", code(near))).unwrap_or_default();
            if events.lacks(name) { vec![format!("Not in the account.{meant}")] } else { Vec::new() }
        }
        (Kind::Message, name) => {
            let Some(messages) = &account.messages else { return Vec::new() };
            let (message, lacks) = match name {
                KnownName::Id(id) => (messages.with_id(*id), messages.lacks_id(*id)),
                KnownName::Text(name) => (messages.triggered_by(name), messages.lacks_trigger(name)),
                KnownName::Environment(_) | KnownName::Written(_) => return Vec::new(),
            };
            match (message, lacks) {
                (Some(message), _) => told(message),
                (None, true) => vec!["Not in the account.".to_owned()],
                (None, false) => Vec::new(),
            }
        }
        (Kind::Credential, KnownName::Environment(name)) => vec![match setters(it, name) {
            Some(files) => format!("Set in {files}."),
            None => "No `.env` file sets it.".to_owned(),
        }],
        _ => Vec::new(),
    }
}

/// The entries of an environment variable in `.env` files, as links.
pub fn setters(it: &NamesInSight<'_>, name: &str) -> Option<String> {
    let files: Vec<String> = it.variables(name).iter().map(|(path, range)| link(it, path, *range)).collect();
    (!files.is_empty()).then(|| files.join(", "))
}

/// The knowledge of the account about a message.
fn told(message: &Message) -> Vec<String> {
    let mut known = Vec::new();
    known.extend(message.name.as_ref().map(|name| format!("\"{}\"", code(name))));
    known.extend(message.id.map(|id| format!("id {id}")));
    known.extend(message.trigger_name().map(|name| format!("trigger name `{}`", code(name))));
    let mut lines = vec![format!("In the account: {}.", known.join(", "))];
    if message.queues_drafts {
        lines.push("Customer.io keeps it as a draft: nothing is sent.".to_owned());
    }
    let keys = |is_optional: bool| -> Vec<String> {
        let keys = message.data.iter().flatten().filter(|key| key.is_optional == is_optional);
        keys.map(|key| format!("`{}`", code(&key.path.join(".")))).collect()
    };
    for (keys, word) in [(keys(false), "needs"), (keys(true), "may use")] {
        if !keys.is_empty() {
            lines.push(format!("Its template {word} {}.", keys.join(", ")));
        }
    }
    lines
}

/// A place that sends a name: a link, and the call.
fn place(it: &NamesInSight<'_>, path: &Arc<Path>, found: &NameUse) -> String {
    let by = match &found.by.through {
        Some(through) => format!("`{}()`, which ends in `{}`", code(&through.name), found.by.method),
        None => format!("`{}`", found.by.method),
    };
    format!("{}: {by}", link(it, path, found.at))
}

/// A place as a link that shows the file and the line.
fn link(it: &NamesInSight<'_>, path: &Arc<Path>, range: TextRange) -> String {
    let name = path.file_name().map_or_else(|| "this file".into(), |name| name.to_string_lossy());
    let Some(location) = it.location(path, range) else { return format!("`{}`", code(&name)) };
    let line = location.range.start.line + 1;
    let uri = location.uri.as_str().replace('(', "%28").replace(')', "%29");
    format!("[{}:{line}]({uri}#L{line})", code(&name).replace('[', "\\[").replace(']', "\\]"))
}

fn data_of_attribute(symbol: &Symbol, uses: &[(&Arc<Path>, &NameUse)]) -> Option<DataField> {
    let KnownName::Text(name) = &symbol.name else { return None };
    let mut all = DataField::default();
    for (_, found) in uses {
        let own = found.data.as_ref().and_then(|data| data.keys.get(name));
        all.types.extend(own.into_iter().flat_map(|field| field.types.iter().cloned()));
    }
    (symbol.kind == Kind::Attribute && !all.types.is_empty()).then_some(all)
}

/// `3 places`.
pub fn places(count: usize) -> String {
    text::count(count, "place")
}

/// A text that goes between backquotes.
pub fn code(text: &str) -> String {
    plain(text).replace('`', "'")
}

/// The possible types of a value: `string | number`.
pub fn type_of(value: &DataField) -> String {
    let seen = value.types.iter().filter(|ty| **ty != DataType::Unknown);
    types(seen, MOST_DEEP)
}

fn types<'t>(types: impl Iterator<Item = &'t DataType>, deep: u32) -> String {
    let all: Vec<String> = types.map(|ty| one(ty, deep)).collect();
    if all.is_empty() { "unknown".to_owned() } else { all.join(" | ") }
}

fn one(ty: &DataType, deep: u32) -> String {
    match ty {
        DataType::String => "string".to_owned(),
        DataType::Number => "number".to_owned(),
        DataType::Boolean => "boolean".to_owned(),
        DataType::Date => "Date".to_owned(),
        DataType::Null => "null".to_owned(),
        DataType::Unknown => "unknown".to_owned(),
        DataType::List(_) if deep == 0 => "list".to_owned(),
        DataType::List(of) => format!("list of {}", types(of.iter(), deep - 1)),
        DataType::Object(data) if deep == 0 || data.keys.is_empty() => "object".to_owned(),
        DataType::Object(data) => {
            let keys: Vec<&str> = data.keys.keys().map(smol_str::SmolStr::as_str).take(MOST_KEYS).collect();
            format!("object with {}", keys.join(", "))
        }
    }
}
