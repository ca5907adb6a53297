//! The plan as JSON.

use super::item::{Item, Plan, Standing};
use super::row::{Row, rows};
use crate::catalog::{Kind, KnownName};
use crate::text::plain_json;
use serde_json::{Map, Value, json};

/// The version of the format: a reader of one version can read what a later one adds.
const VERSION: u32 = 1;

pub(super) fn render(plan: &Plan) -> String {
    let text = serde_json::to_string_pretty(&value(plan)).unwrap_or_default();
    plain_json(text) + "\n"
}

pub(super) fn value(plan: &Plan) -> Value {
    let mut root = Map::new();
    root.insert("version".to_owned(), json!(VERSION));
    for kind in Kind::ALL {
        root.insert(kind.key().to_owned(), plan.of_kind(kind).map(|it| item(it, plan.waiting_for(it))).collect());
    }
    let unsent = |kind: Kind| -> Value {
        plan.unsent.iter().filter(|(of, _)| *of == kind).map(|(_, name)| json!(name)).collect()
    };
    root.insert("unsent".to_owned(), json!({ "events": unsent(Kind::Event), "messages": unsent(Kind::Message) }));
    let waited = plan.unsent.iter().map(|(kind, name)| (name, plan.waiting_for_unsent(*kind, name)));
    let waited: Map<String, Value> =
        waited.filter(|(_, by)| !by.is_empty()).map(|(name, by)| (name.clone(), json!(by))).collect();
    if !waited.is_empty() {
        root.insert("unsentWaitedForBy".to_owned(), Value::Object(waited));
    }
    Value::Object(root)
}

fn item(item: &Item, waiting: &[String]) -> Value {
    let mut out = Map::new();
    let (key, name) = match &item.name {
        KnownName::Id(id) => ("id", json!(id)),
        KnownName::Text(name) => ("name", json!(name.as_str())),
        KnownName::Environment(name) => ("environment", json!(name.as_str())),
        KnownName::Written(name) => ("composed", json!(name.as_str())),
    };
    out.insert(key.to_owned(), name);
    if let Some(data) = &item.data {
        out.insert("data".to_owned(), rows(data).iter().map(row).collect());
        out.insert("open".to_owned(), json!(data.open));
    }
    if !item.spellings.is_empty() {
        out.insert("spellings".to_owned(), json!(item.spellings));
    }
    match item.standing {
        Standing::Untold => {}
        standing => drop(out.insert("inAccount".to_owned(), json!(standing == Standing::Listed))),
    }
    if !waiting.is_empty() {
        out.insert("waitedForBy".to_owned(), json!(waiting));
    }
    let places = item.places.iter().map(|place| {
        let mut out = Map::new();
        out.insert("file".to_owned(), json!(place.file));
        out.insert("line".to_owned(), json!(place.line));
        out.insert("method".to_owned(), json!(place.method));
        if let Some(through) = &place.through {
            out.insert("through".to_owned(), json!(through));
        }
        Value::Object(out)
    });
    out.insert("places".to_owned(), places.collect());
    Value::Object(out)
}

fn row(row: &Row) -> Value {
    let mut out = json!({ "key": row.path, "types": row.types });
    if row.optional {
        out["optional"] = json!(true);
    }
    out
}
