//! A committed plan against the one that the code is now.

use super::{Plan, PlanFormat, json};
use serde_json::Value;

/// A plan that was written before.
pub struct Committed<'a> {
    /// Its text.
    pub text: &'a str,
    /// The format of the plan.
    pub format: PlanFormat,
}

/// Returns the two texts to compare, the committed one first, when they say something else. A place that has moved
/// within its file says nothing else.
///
/// # Errors
/// When the committed plan cannot be read in its format.
pub fn drift(plan: &Plan, committed: &Committed<'_>) -> Result<Option<(String, String)>, String> {
    let now = plan.render(committed.format);
    let (was, now) = match committed.format {
        PlanFormat::Json => (lineless(committed.text)?, lineless(&json::render(plan))?),
        _ => (committed.text.replace("\r\n", "\n"), now),
    };
    Ok((was != now).then_some((was, now)))
}

/// A plan in JSON without the lines of its places, each of which is there once.
fn lineless(text: &str) -> Result<String, String> {
    let mut plan: Value = serde_json::from_str(text).map_err(|error| format!("is not a plan in JSON: {error}"))?;
    let lists = plan.as_object_mut().ok_or("is not a plan in JSON: it is not an object")?;
    for item in lists.values_mut().filter_map(Value::as_array_mut).flatten() {
        let Some(places) = item.get_mut("places").and_then(Value::as_array_mut) else { continue };
        for place in places.iter_mut().filter_map(Value::as_object_mut) {
            place.remove("line");
        }
        places.dedup();
    }
    serde_json::to_string_pretty(&plan).map(|text| text + "\n").map_err(|error| error.to_string())
}
