//! The account's messages that requests name, and the data that their templates need.

use super::entries::{added, rename};
use super::likeness::{nearest, only};
use crate::model::{Argument, Field, Fields, Given, Model};
use crate::settings::{DataKey, Message, MessageList};
use crate::text::{TextEdit, TextRange};
use convert_case::{Case, Casing};
use rustc_hash::FxHashSet;

/// Properties that Liquid provides for every list and every string.
const OF_LIQUID: [&str; 3] = ["first", "last", "size"];

/// The rest of a path from an object to a value in it.
pub type Way<'m> = &'m [String];

/// The account's message that the id of a request certainly names.
pub fn named<'m>(model: &Model<'_>, id: &Argument, messages: &'m MessageList) -> Option<&'m Message> {
    match model.given(id) {
        Given::Number(Some(id)) if id >= 1.0 && id.fract() == 0.0 => messages.with_id(id as u64),
        Given::Text(text) => match text.trim().parse() {
            Ok(id) => messages.with_id(id),
            Err(_) => messages.triggered_by(text.trim()),
        },
        _ => None,
    }
}

/// The paths of the values that a template requires.
pub fn needed(data: &[DataKey]) -> Vec<Way<'_>> {
    data.iter().filter(|key| !key.is_optional).map(|key| &*key.path).collect()
}

/// The paths of all values that a template uses.
pub fn used(data: &[DataKey]) -> Vec<Way<'_>> {
    data.iter().map(|key| &*key.path).collect()
}

/// A value that a template needs and an object certainly lacks.
pub struct Gap<'m> {
    /// The path to the object that lacks it, as templates write it: `order.`, or nothing.
    before: String,
    /// Its key.
    key: &'m str,
    /// The paths needed inside it.
    inside: Vec<Way<'m>>,
    /// The object that lacks it.
    object: Argument,
    /// An entry with a similar key that the template does not use.
    pub instead: Option<(Fields, Field)>,
}

impl Gap<'_> {
    /// The path to the missing value, as templates write it, as far as it is a single one: `order.total`.
    pub fn path(&self) -> String {
        let mut path = format!("{}{}", self.before, self.key);
        if let [inside] = self.inside.as_slice() {
            inside.iter().for_each(|key| path.extend([".", key]));
        }
        path
    }
}

/// The values of `needed` that an object certainly lacks; `used` is everything that the template uses of it. Values
/// that are not visible are not reported.
pub fn gaps<'m>(model: &Model<'_>, object: &Argument, needed: &[Way<'m>], used: &[Way<'m>]) -> Vec<Gap<'m>> {
    let mut gaps = Vec::new();
    find(model, object, (needed, used), "", &mut gaps);
    gaps
}

fn find<'m>(
    model: &Model<'_>,
    object: &Argument,
    (needed, used): (&[Way<'m>], &[Way<'m>]),
    before: &str,
    gaps: &mut Vec<Gap<'m>>,
) {
    let Some(fields) = model.fields(object) else { return };
    let mut taken: FxHashSet<String> = used.iter().filter_map(|way| way.first().cloned()).collect();
    for key in firsts(needed) {
        match fields.get(key) {
            Some(field) if field.uncertain => {}
            Some(field) => {
                let inside = (behind(needed, key), behind(used, key));
                find(model, &field.value, (&inside.0, &inside.1), &format!("{before}{key}."), gaps);
            }
            None if fields.open || (!before.is_empty() && OF_LIQUID.contains(&key)) => {}
            None => {
                let unused = fields.list.iter().filter(|field| !taken.contains(field.key.as_str()));
                let near = only(&nearest(key, unused.map(|field| field.key.as_str())));
                let instead = near.and_then(|near| fields.get(near)).cloned();
                taken.extend(instead.iter().map(|field| field.key.to_string()));
                let instead = instead.map(|field| (fields.clone(), field));
                gaps.push(Gap {
                    before: before.to_owned(),
                    key,
                    inside: behind(needed, key),
                    object: object.clone(),
                    instead,
                });
            }
        }
    }
}

/// The first keys of paths, each once.
fn firsts<'m>(ways: &[Way<'m>]) -> Vec<&'m str> {
    let mut seen = FxHashSet::default();
    ways.iter().filter_map(|way| way.first()).map(String::as_str).filter(|key| seen.insert(*key)).collect()
}

/// The rest of the paths that begin with a key.
fn behind<'m>(ways: &[Way<'m>], key: &str) -> Vec<Way<'m>> {
    let rest = ways.iter().filter_map(|way| way.split_first().filter(|(first, _)| *first == key));
    rest.map(|(_, rest)| rest).filter(|rest| !rest.is_empty()).collect()
}

/// The edits that fill gaps: they rename similar keys and add the others. `None` if one of them cannot be filled.
pub fn filled(model: &Model<'_>, request: TextRange, gaps: &[Gap<'_>]) -> Option<Vec<TextEdit>> {
    let mut edits = Vec::new();
    let mut added_to: Vec<(&Argument, TextRange, Vec<String>)> = Vec::new();
    for gap in gaps {
        if let Some((fields, field)) = &gap.instead {
            edits.push(rename(model, (fields, field), &key(gap.key))?);
            continue;
        }
        let literal = model.literal(&gap.object)?;
        let entry = entry(model, Some(request).filter(|range| range.contains(literal)), gap.key, &gap.inside);
        match added_to.iter_mut().find(|(_, known, _)| *known == literal) {
            Some((_, _, entries)) => entries.push(entry),
            None => added_to.push((&gap.object, literal, vec![entry])),
        }
    }
    for (object, _, entries) in added_to {
        edits.push(added(model, object, &entries)?);
    }
    Some(edits)
}

/// An object with all needed keys; values without a variable of that name in scope at `at` are left to fill in.
pub fn skeleton(model: &Model<'_>, at: Option<TextRange>, needed: &[Way<'_>]) -> String {
    let entries = firsts(needed).into_iter().map(|key| entry(model, at, key, &behind(needed, key)));
    format!("{{ {} }}", entries.collect::<Vec<_>>().join(", "))
}

fn entry(model: &Model<'_>, at: Option<TextRange>, name: &str, inside: &[Way<'_>]) -> String {
    let in_sight = |name: &String| is_identifier(name) && at.is_some_and(|at| model.file().is_in_sight(at, name));
    match [name.to_owned(), name.to_case(Case::Camel)].into_iter().find(in_sight) {
        Some(variable) if variable == name => variable,
        Some(variable) => format!("{}: {variable}", key(name)),
        None if inside.is_empty() => format!("{}: \"\"", key(name)),
        None => format!("{}: {}", key(name), skeleton(model, at, inside)),
    }
}

/// A key as written in an object.
fn key(name: &str) -> String {
    if is_identifier(name) { name.to_owned() } else { format!("{name:?}") }
}

fn is_identifier(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}
