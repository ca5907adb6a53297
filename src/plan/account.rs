//! The plan as the lists of `account` in the settings: the entries that an account needs for this code.

use super::item::{Item, Plan};
use super::row::{Row, rows};
use crate::catalog::{Kind, KnownName};
use crate::text::plain_json;
use serde_json::{Map, Value, json};

pub(super) fn render(plan: &Plan) -> String {
    let events = plan.of_kind(Kind::Event).filter_map(|item| match &item.name {
        KnownName::Text(name) if !name.trim().is_empty() => Some(json!(name.trim())),
        _ => None,
    });
    let messages = plan.of_kind(Kind::Message).filter_map(message);
    let account = json!({ "events": events.collect::<Value>(), "messages": messages.collect::<Value>() });
    let text = serde_json::to_string_pretty(&json!({ "account": account })).unwrap_or_default();
    plain_json(text) + "\n"
}

fn message(item: &Item) -> Option<Value> {
    let mut out = Map::new();
    match &item.name {
        KnownName::Id(id) => out.insert("id".to_owned(), json!(id)),
        KnownName::Text(name) => out.insert("triggerName".to_owned(), json!(name.as_str())),
        KnownName::Environment(_) | KnownName::Written(_) => return None,
    };
    // Of data that is not seen as a whole there is no list.
    if let Some(data) = item.data.as_ref().filter(|data| !data.open) {
        let all = rows(data);
        // Of what is in a list the list is named, and of an object what is in it.
        let holds = |row: &Row| all.iter().any(|other| other.path.starts_with(&format!("{}.", row.path)));
        let keys = all.iter().filter(|row| !row.path.contains('[') && !holds(row));
        let keys =
            keys.map(|row| if row.optional { json!({ "name": row.path, "optional": true }) } else { json!(row.path) });
        out.insert("data".to_owned(), keys.collect());
    }
    Some(Value::Object(out))
}
