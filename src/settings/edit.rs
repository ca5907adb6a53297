//! Changes of a settings file that leave the rest of it as it is: comments, order, indentation.

use super::node::{Kind, Node};
use crate::text::{BOM, without_bom};
use jsonc_parser::cst::{CstInputValue, CstNode, CstObject, CstObjectProp, CstRootNode};
use jsonc_parser::{ParseOptions, json};

/// A change of settings.
#[derive(Clone, Copy, Debug)]
pub enum SettingChange<'a> {
    /// The severity of a rule, or `off`.
    Severity {
        /// The rule's id.
        rule: &'a str,
        /// The word.
        severity: &'a str,
    },
    /// One more string in the option of a rule that is a list.
    Allowed {
        /// The rule's id.
        rule: &'a str,
        /// The string.
        name: &'a str,
    },
    /// One more event of the account.
    Event(&'a str),
    /// One more file that the settings build on.
    Extends(&'a str),
}

/// The text of a settings file without settings, which names its schema.
pub fn new_file(schema: &str) -> String {
    format!("{{\n  \"$schema\": {}\n}}\n", serde_json::Value::from(schema))
}

/// The text of a settings file with a change.
///
/// # Errors
/// For people: it is not valid JSON, or has something else in the place.
pub fn with_change(text: &str, change: SettingChange<'_>) -> Result<String, String> {
    let options = ParseOptions { allow_loose_object_property_names: false, ..ParseOptions::default() };
    let (bom, text) = without_bom(text);
    let root = CstRootNode::parse(text, &options).map_err(|error| format!("is not valid JSON: {}", error.kind()))?;
    let settings = root.object_value().ok_or("is not an object")?;
    let (changed, place) = match change {
        SettingChange::Severity { rule, severity } => (set_severity(&settings, rule, severity), "rules"),
        SettingChange::Allowed { rule, name } => (allow(&settings, rule, name), "rules"),
        SettingChange::Event(name) => (add_event(&settings, name), "account"),
        SettingChange::Extends(file) => (extend(&settings, file), "extends"),
    };
    changed.ok_or_else(|| format!("cannot be changed: \"{place}\" has another type than it should"))?;
    Ok(format!("{}{root}", if bom { BOM } else { "" }))
}

fn allow(settings: &CstObject, rule: &str, name: &str) -> Option<()> {
    add(&options_of(settings, rule)?, "allow", name)
}

fn add_event(settings: &CstObject, name: &str) -> Option<()> {
    add(&settings.object_value_or_create("account")?, "events", name)
}

/// Adds a file to `extends`, which is one path or a list of them, unless it is there.
fn extend(settings: &CstObject, file: &str) -> Option<()> {
    let plain = |path: &str| path.strip_prefix("./").unwrap_or(path).to_owned();
    let path = |node: &CstNode| node.as_string_lit()?.decoded_value().ok();
    let is_it = |node: &CstNode| path(node).is_some_and(|path| plain(&path) == plain(file));
    let named = |property: &CstObjectProp| property.name().and_then(|name| name.decoded_value().ok());
    // Of several, the last one counts.
    let known = settings.properties().into_iter().rfind(|property| named(property).as_deref() == Some("extends"));
    let Some(known) = known else {
        settings.insert(0, "extends", CstInputValue::from(file));
        return Some(());
    };
    let value = known.value()?;
    match (value.as_array(), path(&value)) {
        (Some(files), _) if files.elements().iter().any(is_it) => {}
        (Some(files), _) => drop(files.append(CstInputValue::from(file))),
        (None, Some(_)) if is_it(&value) => {}
        (None, Some(other)) => known.set_value(json!([other, file])),
        (None, None) => return None,
    }
    Some(())
}

/// Returns whether a settings file says what a change is about: the severity of the rule, or a list of its own, which
/// replaces those of the files that it overrides.
pub fn has_own(text: &str, change: SettingChange<'_>) -> bool {
    let Ok(Some(root)) = Node::parse(text) else { return false };
    match change {
        // A rule may have a severity alone.
        SettingChange::Severity { rule, .. } => root.at(&["rules", rule]).is_some_and(|setting| match setting.kind {
            Kind::Object(_) => setting.at(&["severity"]).is_some(),
            _ => true,
        }),
        SettingChange::Allowed { rule, .. } => root.at(&["rules", rule, "allow"]).is_some(),
        SettingChange::Event(_) => root.at(&["account", "events"]).is_some(),
        SettingChange::Extends(_) => root.at(&["extends"]).is_some(),
    }
}

fn set_severity(settings: &CstObject, rule: &str, severity: &str) -> Option<()> {
    let rules = settings.object_value_or_create("rules")?;
    let value = CstInputValue::from(severity);
    match rules.get(rule) {
        None => {
            rules.append(rule, value);
        }
        Some(known) => match known.object_value() {
            None => known.set_value(value),
            Some(options) => match options.get("severity") {
                Some(known) => known.set_value(value),
                None => {
                    options.append("severity", value);
                }
            },
        },
    }
    Some(())
}

/// The options of a rule, which may have a severity alone so far.
fn options_of(settings: &CstObject, rule: &str) -> Option<CstObject> {
    let rules = settings.object_value_or_create("rules")?;
    let Some(known) = rules.get(rule) else { return rules.object_value_or_create(rule) };
    if let Some(options) = known.object_value() {
        return Some(options);
    }
    let severity = known.value()?.as_string_lit()?.decoded_value().ok()?;
    known.set_value(json!({ "severity": severity }));
    known.object_value()
}

/// Adds a string to a list, unless it is there.
fn add(object: &CstObject, list: &str, name: &str) -> Option<()> {
    let list = object.array_value_or_create(list)?;
    let is_it = |item: &jsonc_parser::cst::CstNode| {
        item.as_string_lit().is_some_and(|item| item.decoded_value().is_ok_and(|item| item == name))
    };
    if !list.elements().iter().any(is_it) {
        list.append(CstInputValue::from(name));
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn off(text: &str) -> Option<String> {
        with_change(text, SettingChange::Severity { rule: "no-retry", severity: "off" }).ok()
    }

    #[test]
    fn a_rule_is_switched_off_and_the_rest_stays() {
        let changed = |text: &str| off(text).expect("a change");
        assert_eq!(
            changed("{\n  // ours\n  \"preset\": \"all\",\n}\n"),
            "{\n  // ours\n  \"preset\": \"all\",\n  \"rules\": {\n    \"no-retry\": \"off\"\n  },\n}\n"
        );
        assert_eq!(
            changed("{\n\t\"rules\": {\n\t\t\"a\": \"off\" // why\n\t}\n}"),
            "{\n\t\"rules\": {\n\t\t\"a\": \"off\", // why\n\t\t\"no-retry\": \"off\"\n\t}\n}"
        );
        assert_eq!(changed("{ \"rules\": { \"no-retry\": \"error\" } }"), "{ \"rules\": { \"no-retry\": \"off\" } }");
        assert_eq!(
            changed("{ \"rules\": { \"no-retry\": { \"severity\": \"error\" } } }"),
            "{ \"rules\": { \"no-retry\": { \"severity\": \"off\" } } }"
        );
        for wrong in ["[]", "{", "{ \"rules\": [] }", "1"] {
            assert_eq!(off(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_new_file_names_its_schema() {
        let text = with_change(&new_file("./a.json"), SettingChange::Event("signed_up")).expect("a file");
        let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(value["account"]["events"], serde_json::json!(["signed_up"]));
        assert_eq!(value["$schema"], "./a.json");
        assert!(text.starts_with("{\n  \"$schema\"") && text.ends_with("}\n"), "{text}");
    }

    #[test]
    fn a_file_has_what_it_says_itself() {
        let text = r#"{ "account": { "events": [] }, "rules": { "a": "off", "b": { "allow": [] }, "c": { "severity": "info" } } }"#;
        let severity = |rule| has_own(text, SettingChange::Severity { rule, severity: "off" });
        let allowed = |rule| has_own(text, SettingChange::Allowed { rule, name: "x" });
        assert_eq!(["a", "b", "c", "d"].map(severity), [true, false, true, false]);
        assert_eq!(["a", "b", "c", "d"].map(allowed), [false, true, false, false]);
        assert!(has_own(text, SettingChange::Event("x")));
        for without in ["{}", "{ \"account\": {} }", "{", "[]"] {
            assert!(!has_own(without, SettingChange::Event("x")), "{without}");
        }
    }

    #[test]
    fn names_are_added_once() {
        let change = SettingChange::Allowed { rule: "event-name-snake-case", name: "Signed Up" };
        let text = with_change("{ \"rules\": { \"event-name-snake-case\": \"info\" } }", change).expect("a change");
        let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(
            value["rules"]["event-name-snake-case"],
            serde_json::json!({ "severity": "info", "allow": ["Signed Up"] })
        );
        assert_eq!(with_change(&text, change).as_deref(), Ok(text.as_str()));
    }

    #[test]
    fn a_file_is_extended_and_the_rest_stays() {
        let extended = |text: &str| with_change(text, SettingChange::Extends("./a.json"));
        for (text, wanted) in [
            ("{}", "{\n  \"extends\": \"./a.json\"\n}"),
            ("{ \"region\": \"eu\" } // end", "{\n  \"extends\": \"./a.json\",\n  \"region\": \"eu\"\n} // end"),
            ("{ // first\n \"extends\": \"./b.json\" }", "{ // first\n \"extends\": [\"./b.json\", \"./a.json\"] }"),
            ("{ \"extends\": [\"./b.json\",] }", "{ \"extends\": [\"./b.json\", \"./a.json\"] }"),
            ("{ \"extends\": [] }", "{ \"extends\": [\"./a.json\"] }"),
            ("\u{feff}{}", "\u{feff}{\n  \"extends\": \"./a.json\"\n}"),
            (
                "{ \"extends\": \"a.json\", \"extends\": \"b.json\" }",
                "{ \"extends\": \"a.json\", \"extends\": [\"b.json\", \"./a.json\"] }",
            ),
        ] {
            assert_eq!(extended(text).as_deref(), Ok(wanted), "{text}");
        }
        for same in ["{ \"extends\": \"a.json\" }", "{ \"extends\": [\"b\", \"./a.json\"] }"] {
            assert_eq!(extended(same).as_deref(), Ok(same));
        }
        for wrong in ["[]", "", "{ \"extends\": 1 }", "{"] {
            assert!(extended(wrong).is_err(), "{wrong}");
        }
    }
}
