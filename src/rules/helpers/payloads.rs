//! Code shared by the rules about attributes and the data of events.

use crate::model::{Argument, Field, Model, Payload, PayloadOf};
use crate::rules::covers;
use crate::text::TextRange;
use rustc_hash::FxHashSet;

/// The payloads about these things in calls that a rule judges.
pub fn judged<'m>(model: &'m Model<'_>, rule: &str, about: &[PayloadOf]) -> impl Iterator<Item = &'m Payload> {
    model.calls().payloads().iter().filter(move |payload| {
        about.contains(&payload.about)
            && model.calls().of_payload(payload).is_some_and(|call| covers(rule, call.client))
    })
}

/// The entries of the payloads about these things that a rule judges, with the range to mark for each: the key, or the value that carries
/// it into the call. An entry that several calls send is listed once. Empty in files that mock modules.
pub fn entries<'m>(model: &'m Model<'_>, rule: &str, about: &[PayloadOf]) -> Vec<(&'m Payload, &'m Field, TextRange)> {
    let (mut entries, mut known) = (Vec::new(), FxHashSet::default());
    if model.file().is_mocked() {
        return entries;
    }
    for payload in judged(model, rule, about) {
        for field in &payload.fields.list {
            // An entry that the call has no part in is reported where it is written.
            let Some(at) = field.value.range.map(|range| field.key_range.unwrap_or(range)) else { continue };
            if known.insert((at, field.key.as_str())) {
                entries.push((payload, field, at));
            }
        }
    }
    entries
}

/// The possible values of a key of the payloads about these things that a rule judges, with the ranges to mark; each
/// once.
pub fn values(
    model: &Model<'_>,
    rule: &str,
    about: &[PayloadOf],
    key: impl Fn(&Field) -> bool,
) -> Vec<(Argument, TextRange)> {
    let (mut values, mut known) = (Vec::new(), FxHashSet::default());
    if model.file().is_mocked() {
        return values;
    }
    for payload in judged(model, rule, about) {
        for case in payload.fields.list.iter().filter(|field| key(field)).flat_map(|field| model.cases(&field.value)) {
            let Some(at) = case.range else { continue };
            if known.insert(at) {
                values.push((case, at));
            }
        }
    }
    values
}
