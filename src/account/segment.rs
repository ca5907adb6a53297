//! The names that a segment looks at. Customer.io does not document conditions; those of a known form are read, and
//! everything else is skipped.

use serde_json::Value;
use std::collections::BTreeSet;

/// The names that conditions look at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Conditions {
    /// Events.
    pub events: BTreeSet<String>,
    /// Attributes.
    pub attributes: BTreeSet<String>,
}

/// Reads the conditions of a segment.
pub(super) fn conditions(conditions: &Value) -> Conditions {
    let mut found = Conditions::default();
    walk(conditions, &mut found);
    found
}

/// The reader of JSON refuses what is nested more than 128 deep.
fn walk(value: &Value, found: &mut Conditions) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| walk(item, found)),
        Value::Object(members) => {
            for (key, inside) in members {
                match (key.as_str(), inside["name"].as_str(), inside["field"].as_str()) {
                    ("event", Some(name), _) if is_plain(&inside["type"]) => drop(found.events.insert(name.to_owned())),
                    ("attribute", _, Some(field)) => drop(found.attributes.insert(field.to_owned())),
                    // The filters of an event are about its data.
                    ("event", ..) => {}
                    _ => walk(inside, found),
                }
            }
        }
        _ => {}
    }
}

/// Returns whether what is called an event is one, and no page or screen.
pub(super) fn is_plain(ty: &Value) -> bool {
    !matches!(ty.as_str(), Some("page" | "screen"))
}

#[cfg(test)]
mod tests {
    use super::conditions;
    use serde_json::json;

    #[test]
    fn events_and_attributes_are_found_at_any_depth() {
        let found = conditions(&json!({ "and": [
            { "event": { "name": "a", "type": "event", "filters": { "and": [{ "field": "x" }] } } },
            { "or": [{ "not": { "event": { "name": "b" } } }, { "attribute": { "field": "plan", "operator": "eq" } }] },
            { "event": { "name": "/home", "type": "page" } },
            7,
        ]}));
        assert_eq!(found.events.into_iter().collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(found.attributes.into_iter().collect::<Vec<_>>(), ["plan"]);
        assert_eq!(conditions(&json!(null)), Default::default());
    }
}
