//! The differences between an account now and as it was pulled before.

use serde_json::Value;

/// The keys that record when and by which version a file was written, and are not part of the account.
const OF_THE_RUN: [&str; 2] = ["at", "by"];

/// Returns the two texts to compare, the one of before first, when they differ by more than when they were written.
pub fn differences(before: &Value, now: &Value) -> Option<(String, String)> {
    let (before, now) = (without_run(before), without_run(now));
    (before != now).then(|| (written(&before), written(&now)))
}

/// Gives what is pulled now the time of before, where nothing else differs, so that the file stays as it is.
pub fn keep_time(before: &Value, now: Value) -> Value {
    if without_run(before) == without_run(&now) { before.clone() } else { now }
}

fn without_run(file: &Value) -> Value {
    let mut file = file.clone();
    if let Some(pulled) = file.pointer_mut("/account/pulled").and_then(Value::as_object_mut) {
        OF_THE_RUN.iter().for_each(|key| drop(pulled.shift_remove(*key)));
    }
    file
}

fn written(file: &Value) -> String {
    serde_json::to_string_pretty(file).unwrap_or_default() + "\n"
}
