//! Shared parts of the rules about composed names.

use crate::model::{Argument, Call, ComposedName, Given, Model, Piece, words};
use crate::text::{TextEdit, TextRange};

/// A part of a name that varies.
pub struct Varying {
    /// The words of its name, in lower case.
    pub words: std::rc::Rc<[String]>,
    /// Its range, if it is in this file.
    pub at: Option<TextRange>,
    /// `true` if it is a variable and nothing else.
    pub is_variable: bool,
    /// `true` if it is a time or a random value.
    pub is_new_each_time: bool,
}

/// The key that holds the data of an event of a client.
pub fn data_key(name: &ComposedName) -> &'static str {
    if name.client.is_pipelines() { "properties" } else { "data" }
}

/// The composed names of a file, each with its varying parts. Paths and addresses are left out: they name pages. Empty
/// for files that mock modules.
pub fn names<'m>(model: &'m Model<'_>) -> Vec<(&'m ComposedName, Vec<Varying>)> {
    if model.file().is_mocked() {
        return Vec::new();
    }
    let names = model.events().composed_names().iter().filter(|name| !name.text.contains(['/', '?']));
    names.map(|name| (name, name.pieces.iter().filter_map(varying).collect())).collect()
}

fn varying(piece: &Piece) -> Option<Varying> {
    match piece {
        Piece::Fixed => None,
        Piece::Varying { at, name, is_variable, is_new_each_time } => Some(Varying {
            words: words(name),
            at: *at,
            is_variable: *is_variable,
            is_new_each_time: *is_new_each_time,
        }),
    }
}

/// Returns whether a varying part identifies a person: an address, a phone number, a name.
pub fn is_personal(varying: &Varying) -> bool {
    let words: Vec<&str> = varying.words.iter().map(String::as_str).collect();
    match words.as_slice() {
        [.., "email" | "phone" | "mobile" | "msisdn" | "ssn" | "surname" | "username" | "firstname" | "lastname"] => {
            true
        }
        [.., "email", "address"] | [.., "phone" | "mobile", "number"] => true,
        [.., of, "name"] => PERSONS.contains(of),
        _ => false,
    }
}

/// Words before `name` if it is a person's.
const PERSONS: &[&str] =
    &["contact", "customer", "display", "family", "first", "full", "given", "last", "member", "person", "user"];

/// The edits that move the one varying part of a name into the event's `data`. `None` where the code has another shape
/// than `{ name: `purchased_${id}`, … }`.
pub fn moved(model: &Model<'_>, name: &ComposedName) -> Option<Vec<TextEdit>> {
    let varies = |piece: &&Piece| **piece != Piece::Fixed;
    let mut parts = name.pieces.iter().filter(varies);
    let Piece::Varying { at: Some(at), .. } = parts.next()? else { return None };
    if name.origin.is_some() {
        return None;
    }
    let only = varying(name.pieces.iter().find(varies)?)?;
    let at_an_end = [name.pieces.first(), name.pieces.last()].iter().flatten().any(|piece| **piece != Piece::Fixed);
    let fixed = name.text.trim_matches(|c: char| !c.is_alphanumeric());
    let plain = fixed.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '_' | '-' | '.' | ':'));
    // A time or a random value is of no use in `data`.
    if only.is_new_each_time
        || parts.next().is_some()
        || !at_an_end
        || fixed.is_empty()
        || !plain
        || only.words.is_empty()
    {
        return None;
    }
    let (key, expression) = (only.words.join("_"), model.text(*at));
    let entry = if key == expression { key.clone() } else { format!("{key}: {expression}") };
    let (call, event) = event_of(model, name.at)?;
    let fields = model.fields(event)?;
    let into = match fields.get("data") {
        None if fields.lacks("data") => TextEdit::insert(name.at.end(), format!(", data: {{ {entry} }}")),
        Some(data) if model.given(&data.value) == Given::Object => {
            let literal = model.literal(&data.value).filter(|literal| call.range.contains(*literal))?;
            let inside = model.fields(&data.value).filter(|inside| inside.lacks(&key))?;
            let entry = if inside.list.is_empty() { format!(" {entry} ") } else { format!(" {entry},") };
            TextEdit::insert(literal.start() + 1, entry)
        }
        _ => return None,
    };
    Some(vec![TextEdit::replace(name.at, format!("\"{fixed}\"")), into])
}

/// The event with this name that is passed to a call.
fn event_of<'m>(model: &'m Model<'_>, name: TextRange) -> Option<(&'m Call, &'m Argument)> {
    let calls = model.calls().every().iter().filter(|call| call.through.is_none() && call.range.contains(name));
    let mut events = calls.filter(|call| matches!(call.method.as_deref(), Some("track" | "trackAnonymous")));
    events.find_map(|call| {
        let named = |event: &&Argument| {
            let fields = model.fields(event).unwrap_or_default();
            fields.get("name").is_some_and(|field| field.value.range == Some(name))
        };
        call.arguments.iter().find(named).map(|event| (call, event))
    })
}
