//! A `timestamp` inside the `data` of an event, where it does not set the event's time.

use crate::model::{Argument, Call, Field, Fields, Model, SlotKind, Time};
use crate::sdk::ClientClass;
use crate::settings::Settings;
use crate::text::{TextEdit, TextRange};
use rustc_hash::FxHashSet;

/// The rule that reports it.
pub const RULE: &str = "track-properties-outside-data";

/// A `timestamp` inside `data`.
pub struct Inside {
    /// Its key.
    pub key: TextRange,
    /// Its value, if it is written in the call.
    pub value: Option<TextRange>,
    /// Its unit.
    pub time: Time,
    /// The edits that move it next to `name`, in whole seconds; empty where the code has another shape.
    pub moved: Vec<TextEdit>,
}

/// Returns the event that a call sends, with its fields, when it has a name.
pub fn event_of<'c>(model: &Model<'_>, call: &'c Call) -> Option<(&'c Argument, Fields)> {
    let takes_event = matches!(call.method.as_deref(), Some("track" | "trackAnonymous"));
    if !takes_event || ClientClass::of(call.client) != ClientClass::Track || model.file().is_mocked() {
        return None;
    }
    let event = call.arguments.iter().take(2).next_back()?;
    let fields = model.fields(event)?;
    // One without a name is `track-missing-name`.
    fields.get("name").is_some().then_some((event, fields))
}

/// Returns the `timestamp` inside the `data` of a call, if there is none next to `name` and it is certainly a time.
pub fn inside(model: &Model<'_>, call: &Call, event: &Fields) -> Option<Inside> {
    let data = event.get("data")?;
    if !event.lacks("timestamp") || call.through.is_some() {
        return None;
    }
    let inner = model.fields(&data.value)?;
    let field = inner.get("timestamp")?;
    let time = model.time(&field.value)?;
    let key = field.key_range.filter(|key| call.range.contains(*key))?;
    let value = field.value.range.filter(|value| call.range.contains(*value));
    let moved = moved(model, event, (data, &inner), field, time).unwrap_or_default();
    Some(Inside { key, value, time, moved })
}

/// The values that [`RULE`] reports in a file, so that other rules skip them.
pub fn told(model: &Model<'_>, settings: &Settings) -> FxHashSet<TextRange> {
    if settings.is_off(RULE) || !model.times().slots().iter().any(|slot| matches!(slot.kind, SlotKind::Payload { .. }))
    {
        return FxHashSet::default();
    }
    let events = model.calls().every().iter().filter_map(|call| Some((call, event_of(model, call)?.1)));
    events.filter_map(|(call, fields)| inside(model, call, &fields)?.value).collect()
}

fn moved(
    model: &Model<'_>,
    event: &Fields,
    (data, inner): (&Field, &Fields),
    field: &Field,
    time: Time,
) -> Option<Vec<TextEdit>> {
    let literal = model.literal(&data.value)?;
    let (key, value) = (field.key_range?, field.value.range?);
    let name = event.get("name")?.value.range?;
    let data_key = data.key_range.filter(|key| !data.shorthand && key.end <= literal.start)?;
    if field.uncertain || !literal.contains(key) || !literal.contains(value) || literal.contains(name) {
        return None;
    }
    let seconds = match time {
        Time::Seconds => model.text(value),
        _ => converted(model, value)?,
    };
    let entry = if field.shorthand && seconds == "timestamp" { seconds } else { format!("timestamp: {seconds}") };
    let field_range = TextRange { start: key.start, end: value.end };
    if let ([_], false) = (&inner.list[..], inner.open) {
        // Nothing else is in it. A comment would be lost.
        let rest = [
            TextRange { start: literal.start + 1, end: key.start },
            TextRange { start: value.end, end: literal.end - 1 },
        ];
        let plain = rest.iter().all(|rest| model.text(*rest).chars().all(|c| c.is_whitespace() || c == ','));
        let all = TextRange { start: data_key.start, end: literal.end };
        return plain.then(|| vec![TextEdit::replace(all, entry)]);
    }
    let gone = without_comma(model, literal, field_range)?;
    let mut edits = vec![TextEdit::insert(name.end(), format!(", {entry}")), TextEdit::replace(gone, "")];
    edits.sort();
    Some(edits)
}

/// The text for a value that is not in whole seconds: the value with its repair applied.
fn converted(model: &Model<'_>, value: TextRange) -> Option<String> {
    let mut cases = model.times().slots().iter().flat_map(|slot| &slot.cases).filter(|case| case.at == value);
    let case = cases.next().filter(|case| !case.partial)?;
    let repair = case.repair.as_ref().filter(|repair| repair.edits.iter().all(|edit| value.contains(edit.range)))?;
    let mut text = model.text(value);
    let mut edits: Vec<&TextEdit> = repair.edits.iter().collect();
    edits.sort();
    for edit in edits.into_iter().rev() {
        let range = edit.range.start() - value.start()..edit.range.end() - value.start();
        text.replace_range(range, &edit.text);
    }
    Some(text)
}

/// An entry of an object literal with the comma that separates it from its neighbor.
fn without_comma(model: &Model<'_>, literal: TextRange, entry: TextRange) -> Option<TextRange> {
    let after = model.text(TextRange { start: entry.end, end: literal.end });
    if let Some(rest) = after.trim_start().strip_prefix(',') {
        let rest = rest.trim_start();
        if rest.starts_with('/') {
            return None;
        }
        if !rest.starts_with('}') {
            return Some(TextRange { end: literal.end - rest.len() as u32, ..entry });
        }
    } else if !after.trim_start().starts_with('}') {
        return None;
    }
    // The last one: the comma before it goes.
    let before = model.text(TextRange { start: literal.start, end: entry.start });
    let kept = before.trim_end().strip_suffix(',')?;
    Some(TextRange { start: literal.start + kept.len() as u32, ..entry })
}
