//! The JSON schema of `customerio.json`, made from the rules' metadata.

use super::code_lens::CODE_LENS;
use super::inlay_hints::INLAY_HINTS;
use super::read::{OPEN_FILES_ONLY, SEVERITIES};
use crate::rules::{CATEGORIES, Category, OptionKind, OptionMeta, Preset, RULES, RuleMeta};
use serde_json::{Map, Value, json};
use std::path::Path;

/// The path of the schema when the program is installed from npm.
const LOCAL_SCHEMA: &str = "node_modules/customerio-ls/customerio.schema.json";
/// The address of the schema otherwise.
const SCHEMA: &str =
    "https://raw.githubusercontent.com/customerio-ls/customerio-ls/main/editors/vscode/schema/customerio.schema.json";

/// The address of the schema for a settings file in a folder: the one that is installed there, else the one on the web.
pub fn schema_for(folder: &Path) -> String {
    if folder.join(LOCAL_SCHEMA).is_file() { format!("./{LOCAL_SCHEMA}") } else { SCHEMA.to_owned() }
}

/// The schema (draft 7, which editors know best) of a settings file.
pub fn schema() -> Value {
    let rules: Map<String, Value> =
        RULES.iter().map(|rule| (rule.meta.id.to_owned(), rule_schema(rule.meta))).collect();
    let categories: Map<String, Value> =
        CATEGORIES.iter().map(|category| (category.id.to_owned(), category_schema(category))).collect();
    let globs =
        |description: &str| json!({ "type": "array", "items": { "type": "string" }, "description": description });
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "customerio-ls settings",
        "type": "object",
        "allowComments": true,
        "allowTrailingCommas": true,
        "additionalProperties": false,
        "properties": {
            "$schema": { "type": "string", "description": "The address of this schema." },
            "root": {
                "type": "boolean",
                "default": false,
                "description": "Do not look for settings in parent folders."
            },
            "extends": {
                "description": "Settings files to inherit from, relative to this file. Later files override earlier ones.",
                "anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }]
            },
            "preset": {
                "enum": Preset::EVERY.map(Preset::as_str),
                "enumDescriptions": Preset::EVERY.map(|preset| format!("{}.", preset.summary())),
                "default": Preset::default().as_str(),
                "description": "Which rules are enabled; each preset includes the ones before it. Default: \"recommended\". Overridden by \"categories\" and \"rules\"."
            },
            "categories": {
                "type": "object",
                "description": "The severity of all rules of a category. \"off\" disables them; a severity also enables rules outside of the preset. Overridden by \"rules\".",
                "additionalProperties": false,
                "properties": categories
            },
            "rules": {
                "type": "object",
                "description": "The severity and the options of each rule. Naming a rule outside of the preset enables it.",
                "additionalProperties": false,
                "properties": rules
            },
            "include": globs("The files to check, as globs relative to this file. Without it, all but documents; Markdown is checked where a glob names its extension."),
            "exclude": globs("The files to leave out, as globs relative to this file."),
            "region": { "enum": ["us", "eu"], "description": "The region of the Customer.io account." },
            "account": {
                "type": "object",
                "description": "What the Customer.io account contains: events, and transactional messages with the data that their templates use. Code is compared with each list; a nearer list replaces a farther one. Keep the lists in a file of their own, named by \"extends\".",
                "additionalProperties": false,
                "properties": account_properties()
            },
            "sdkVersion": {
                "type": "string",
                "description": "The version of customerio-node, if node_modules, the lock file and package.json do not tell the right one.",
                "examples": ["5.2.0"]
            }
        }
    })
}

/// The settings that only editors have, beside those of [`schema`]: a schema of each.
pub fn editor_properties() -> Map<String, Value> {
    let open_files_only = json!({
        "type": "boolean",
        "description": "Show findings only in open files. Default: the whole workspace."
    });
    Map::from_iter([
        (OPEN_FILES_ONLY.to_owned(), open_files_only),
        (INLAY_HINTS.key.to_owned(), INLAY_HINTS.schema()),
        (CODE_LENS.key.to_owned(), CODE_LENS.schema()),
    ])
}

fn account_properties() -> Value {
    json!({
        "events": {
            "type": "array",
            "items": { "type": "string" },
            "description": "The names of all events that something in the account waits for; `*` matches any characters (`Order *`).",
            "examples": [["signed_up", "order_placed"]]
        },
        "messages": {
            "type": "array",
            "description": "All transactional messages of the account.",
            "items": {
                "type": "object",
                "additionalProperties": false,
                "anyOf": [{ "required": ["id"] }, { "required": ["triggerName"] }],
                "properties": {
                    "id": { "type": "integer", "minimum": 1, "description": "The number of the message." },
                    "triggerName": {
                        "type": ["string", "null"],
                        "description": "The trigger name of the message, or null if it has none. Without this key, the message may have any."
                    },
                    "name": { "type": "string", "description": "The name of the message in Customer.io. It cannot be used to send the message." },
                    "queueDrafts": { "type": "boolean", "description": "Whether Customer.io keeps messages as drafts instead of sending them." },
                    "data": {
                        "type": "array",
                        "description": "The keys of message_data that the template uses; nested keys as `order.total`. Without this list, they are unknown.",
                        "items": {
                            "anyOf": [
                                { "type": "string" },
                                {
                                    "type": "object",
                                    "additionalProperties": false,
                                    "required": ["name"],
                                    "properties": {
                                        "name": { "type": "string", "description": "The key." },
                                        "optional": {
                                            "type": "boolean",
                                            "default": false,
                                            "description": "The template works without it, for example with Liquid's `default` filter."
                                        }
                                    }
                                }
                            ]
                        }
                    }
                }
            },
            "examples": [[{ "id": 12, "triggerName": "welcome", "data": ["first_name"] }]]
        },
        "pulled": {
            "type": "object",
            "description": "The details of the account that `customerio-ls pull` wrote, and when: campaigns, segments, broadcasts, newsletters and topics. Not for editing."
        }
    })
}

fn category_schema(category: &Category) -> Value {
    json!({ "enum": SEVERITIES, "description": format!("{}.", category.summary) })
}

fn rule_schema(meta: &RuleMeta) -> Value {
    let severity = json!({ "enum": SEVERITIES, "description": "The severity of findings; \"off\" disables the rule." });
    let mut properties: Map<String, Value> = Map::new();
    properties.insert("severity".to_owned(), severity);
    properties.extend(meta.options.iter().map(|option| (option.name.to_owned(), option_schema(option))));
    json!({
        "description": meta.summary,
        "default": if Preset::default().holds(meta) { meta.severity.as_str() } else { "off" },
        "anyOf": [
            { "enum": SEVERITIES },
            { "type": "object", "additionalProperties": false, "properties": properties }
        ]
    })
}

fn option_schema(option: &OptionMeta) -> Value {
    match option.kind {
        OptionKind::OneOf(words) => json!({ "enum": words, "default": words.first(), "description": option.doc }),
        OptionKind::Strings => {
            json!({ "type": "array", "items": { "type": "string" }, "default": [], "description": option.doc })
        }
    }
}
