//! Changes of a settings file that leave the rest of it as it is: comments, order, indentation.

use super::node::{Kind, Node};
use jsonc_parser::cst::{CstInputValue, CstObject, CstRootNode};
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
}

/// The text of a settings file without settings, which names its schema.
pub fn new_file(schema: &str) -> String {
    format!("{{\n  \"$schema\": {}\n}}\n", serde_json::Value::from(schema))
}

/// The text of a settings file with a change. `None` where it is not valid JSON, or has something else in the place.
pub fn with_change(text: &str, change: SettingChange<'_>) -> Option<String> {
    let options = ParseOptions { allow_loose_object_property_names: false, ..ParseOptions::default() };
    let root = CstRootNode::parse(text, &options).ok()?;
    let settings = root.object_value()?;
    match change {
        SettingChange::Severity { rule, severity } => set_severity(&settings, rule, severity)?,
        SettingChange::Allowed { rule, name } => add(&options_of(&settings, rule)?, "allow", name)?,
        SettingChange::Event(name) => add(&settings.object_value_or_create("account")?, "events", name)?,
    }
    Some(root.to_string())
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
        with_change(text, SettingChange::Severity { rule: "no-retry", severity: "off" })
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
        assert_eq!(with_change(&text, change).as_deref(), Some(text.as_str()));
    }
}
