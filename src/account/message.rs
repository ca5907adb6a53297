//! The data that the templates of a message need, of all its languages and of the snippets that these use.

use super::liquid::{self, Template};
use super::value::{id, text};
use crate::text::some_of;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The number of messages that a note names.
const MOST_NAMED: usize = 5;

/// The templates of snippets, by their names.
pub(super) type Snippets = BTreeMap<String, Template>;

/// Reads the snippets of an account.
pub(super) fn snippets(all: &[Value]) -> Snippets {
    let named =
        |snippet: &Value| Some((snippet["name"].as_str()?.to_owned(), liquid::read(snippet["value"].as_str()?)));
    all.iter().filter_map(named).collect()
}

/// Returns the keys of the data that the contents of a message use, as settings list them; `None` where that is not
/// known. `snippets` is `None` where they could not be had.
pub(super) fn data(contents: &[Value], snippets: Option<&Snippets>) -> Option<Vec<Value>> {
    let mut all: Option<BTreeMap<Vec<String>, bool>> = None;
    for content in contents {
        let mut template = Template::default();
        strings(content, &mut |text| template.add(liquid::read(text), false));
        for (name, optional) in std::mem::take(&mut template.snippets) {
            let mut inside = snippets?.get(&name)?.clone();
            // A snippet names no other.
            inside.snippets.clear();
            template.add(inside, optional);
        }
        // What is known of a part only would call the rest unused.
        if template.open {
            return None;
        }
        all = Some(match all {
            None => template.data,
            Some(known) => merged(known, template.data),
        });
    }
    let keys = all?.into_iter().filter_map(|(path, optional)| {
        // Names that settings cannot write.
        let written = path.iter().all(|name| !name.is_empty() && !name.contains(['.', '[']) && name.trim() == name);
        written.then(|| (path.join("."), optional))
    });
    Some(
        keys.map(|(name, optional)| if optional { json!({ "name": name, "optional": true }) } else { json!(name) })
            .collect(),
    )
}

/// The names in the contents of a message that begin a path and that nothing is known of.
pub(super) fn unknown_names(contents: &[Value]) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for content in contents {
        strings(content, &mut |text| {
            let template = liquid::read(text);
            // Of one that cannot be read to its end, the names may be anything.
            if !template.open {
                names.extend(template.unknown);
            }
        });
    }
    names
}

/// The sentence about a name that the templates of these messages read, and that nothing is known of.
pub(super) fn about_unknown(name: &str, messages: &[u64]) -> String {
    let shown = some_of(&messages.iter().map(u64::to_string).collect::<Vec<_>>(), MOST_NAMED);
    let (word, verb) = if messages.len() == 1 { ("message", "reads") } else { ("messages", "read") };
    let what = match name {
        "data" | "message_data" => "the data of a call is under `trigger` in templates",
        _ => "it has no value unless a collection has this name",
    };
    format!("{word} {shown} {verb} `{name}`: {what}")
}

/// Merges the keys of two languages; a key is optional when it is optional in one of them, or missing there.
fn merged(mut a: BTreeMap<Vec<String>, bool>, b: BTreeMap<Vec<String>, bool>) -> BTreeMap<Vec<String>, bool> {
    for (path, optional) in &mut a {
        *optional |= b.get(path).copied().unwrap_or(true);
    }
    for path in b.into_keys() {
        a.entry(path).or_insert(true);
    }
    a
}

/// Every string in a content: subject, body, headers and whatever else Liquid is read in.
fn strings(value: &Value, take: &mut dyn FnMut(&str)) {
    match value {
        Value::String(text) if text.contains('{') => take(text),
        Value::Array(items) => items.iter().for_each(|item| strings(item, take)),
        Value::Object(members) => members.values().for_each(|item| strings(item, take)),
        _ => {}
    }
}

/// Returns the entry of a message in the settings; `None` where it has no number.
pub(super) fn entry(message: &Value, data: Option<Vec<Value>>) -> Option<Value> {
    let mut out = Map::new();
    out.insert("id".to_owned(), json!(id(&message["id"])?));
    // A response without this key does not say that there is none.
    if let Some(name @ (Value::String(_) | Value::Null)) = message.get("trigger_name") {
        out.insert("triggerName".to_owned(), json!(text(name)));
    }
    if let Some(name) = text(&message["name"]) {
        out.insert("name".to_owned(), json!(name));
    }
    if message["queue_drafts"] == json!(true) {
        out.insert("queueDrafts".to_owned(), json!(true));
    }
    out.extend(data.map(|data| ("data".to_owned(), Value::Array(data))));
    Some(Value::Object(out))
}

#[cfg(test)]
mod tests {
    use super::{about_unknown, data, entry, snippets, unknown_names};
    use serde_json::json;

    #[test]
    fn what_one_language_can_do_without_is_optional() {
        let contents = [
            json!({ "language": "", "subject": "{{ trigger.a }}", "body": "{{ trigger.b }} {{ trigger.c | default: 1 }}" }),
            json!({ "language": "de", "subject": "{{ trigger.a }}", "body": "{{ trigger.c }}" }),
        ];
        let wanted = json!(["a", { "name": "b", "optional": true }, { "name": "c", "optional": true }]);
        assert_eq!(json!(data(&contents, None)), wanted);
    }

    #[test]
    fn names_that_nothing_is_known_of_are_told() {
        let names = |body: &str| unknown_names(&[json!({ "body": body })]).into_iter().collect::<Vec<_>>();
        assert_eq!(names("{{ data.url }}{{ trigger.a }}{{ customer.b }}{% assign c = 1 %}{{ c }}"), ["data"]);
        assert_eq!(names("{{ rates.eur }}{{ trigger[customer.lang] }}"), [] as [&str; 0]);
        assert_eq!(
            about_unknown("message_data", &[12]),
            "message 12 reads `message_data`: the data of a call is under `trigger` in templates"
        );
        assert_eq!(
            about_unknown("rates", &[1, 2, 3, 4, 5, 6, 7]),
            "messages 1, 2, 3, 4, 5 and 2 more read `rates`: it has no value unless a collection has this name"
        );
    }

    #[test]
    fn snippets_are_part_of_a_template() {
        let all = snippets(&[json!({ "name": "footer", "value": "{{ trigger.year }}" })]);
        let content = [json!({ "body": "{{ snippets.footer }}" })];
        assert_eq!(json!(data(&content, Some(&all))), json!(["year"]));
        assert_eq!(data(&content, None), None);
        assert_eq!(data(&[json!({ "body": "{{ snippets.gone }}" })], Some(&all)), None);
    }

    #[test]
    fn what_is_not_known_as_a_whole_is_left_out() {
        assert_eq!(data(&[json!({ "body": "{{ trigger | json }}" })], None), None);
        assert_eq!(data(&[], None), None);
        assert_eq!(json!(data(&[json!({ "body": "Hi" })], None)), json!([]));
    }

    #[test]
    fn a_missing_trigger_name_is_not_one_that_is_empty() {
        assert_eq!(entry(&json!({ "id": 1 }), None), Some(json!({ "id": 1 })));
        assert_eq!(
            entry(&json!({ "id": "2", "trigger_name": "" }), None),
            Some(json!({ "id": 2, "triggerName": null }))
        );
        assert_eq!(entry(&json!({ "name": "x" }), None), None);
        let draft = json!({ "id": 3, "queue_drafts": true, "trigger_name": "a" });
        assert_eq!(entry(&draft, None), Some(json!({ "id": 3, "triggerName": "a", "queueDrafts": true })));
    }
}
