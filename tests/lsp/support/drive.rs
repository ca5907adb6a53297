//! Windows has no file `/a.ts`: every path lies on a drive. There the URIs of the tests, `file:///a.ts`, are on the wire
//! those of a drive that is not there.

use serde_json::Value;

/// What a test says, as the server of this system reads it.
pub fn to_wire(message: Value) -> Value {
    if cfg!(windows) { each_uri(message, &|rest| (!has_drive(rest)).then(|| format!("Q:/{rest}"))) } else { message }
}

/// The text of a message that is sent as bytes, with one URI in it that has no drive.
pub fn text_to_wire(text: &str) -> String {
    if cfg!(windows) { text.replace("file:///", "file:///Q:/") } else { text.to_owned() }
}

/// What the server says, as the tests have it.
pub fn from_wire(message: Value) -> Value {
    let plain = |rest: &str| rest.strip_prefix("Q:/").or_else(|| rest.strip_prefix("Q%3A/")).map(str::to_owned);
    if cfg!(windows) { without_drive(each_uri(message, &plain)) } else { message }
}

/// Messages name paths as the system writes them: `Q:\a.ts`.
fn without_drive(value: Value) -> Value {
    match value {
        Value::String(text) => Value::String(text.replace("Q:\\", "/")),
        Value::Array(items) => items.into_iter().map(without_drive).collect(),
        Value::Object(members) => members.into_iter().map(|(key, member)| (key, without_drive(member))).collect(),
        other => other,
    }
}

fn has_drive(rest: &str) -> bool {
    let rest = rest.strip_prefix(|letter: char| letter.is_ascii_alphabetic()).unwrap_or_default();
    [":", "%3A", "%3a"].iter().any(|colon| rest.starts_with(colon))
}

/// A value with each `file:` URI in it changed, where there is a change for what follows `file:///`.
fn each_uri(value: Value, change: &dyn Fn(&str) -> Option<String>) -> Value {
    let changed = |text: String| match text.strip_prefix("file:///").and_then(change) {
        Some(rest) => format!("file:///{rest}"),
        None => text,
    };
    match value {
        Value::String(text) => Value::String(changed(text)),
        Value::Array(items) => items.into_iter().map(|item| each_uri(item, change)).collect(),
        Value::Object(members) => {
            members.into_iter().map(|(key, member)| (changed(key), each_uri(member, change))).collect()
        }
        other => other,
    }
}
