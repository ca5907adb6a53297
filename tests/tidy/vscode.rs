//! What of the VS Code extension is made from the program: the schema, the settings, the version.

use crate::generated::file;
use crate::source::read;
use customerio_ls::testing::settings;
use serde_json::{Map, Value, json};

const MANIFEST: &str = "editors/vscode/package.json";

/// What of `customerio.json` makes no sense in an editor's settings: how files relate to each other.
const FILE_ONLY: [&str; 3] = ["$schema", "root", "extends"];

fn manifest() -> Value {
    serde_json::from_str(&read(MANIFEST)).expect("the extension's package.json is JSON")
}

fn pretty(value: &Value) -> String {
    format!("{}\n", serde_json::to_string_pretty(value).expect("a Value is JSON"))
}

#[test]
fn the_schema_is_in_step() {
    file("editors/vscode/schema/customerio.schema.json", &pretty(&settings::schema()));
}

#[test]
fn the_settings_and_the_version_are_in_step() {
    let mut manifest = manifest();
    manifest["version"] = env!("CARGO_PKG_VERSION").into();
    manifest["license"] = env!("CARGO_PKG_LICENSE").into();
    let properties = manifest["contributes"]["configuration"]["properties"].as_object_mut().expect("settings");
    // The editor's own settings are written by hand.
    let mut wanted: Map<String, Value> = properties.clone();
    wanted.retain(|key, _| key.starts_with("customerio.server.") || key.starts_with("customerio.trace."));
    let schema = settings::schema();
    let editor_only = settings::editor_properties();
    for (key, property) in
        schema["properties"].as_object().expect("the schema has properties").iter().chain(&editor_only)
    {
        if !FILE_ONLY.contains(&key.as_str()) {
            wanted.insert(format!("customerio.{key}"), setting(key, property));
        }
    }
    *properties = wanted;
    file(MANIFEST, &pretty(&manifest));
}

/// Descriptions for the editor's settings, where those of the file would mislead or say too little: VS Code shows no
/// fields for an object with members of several types, only a link to its text.
const IN_EDITOR: [(&str, &str); 6] = [
    (
        "categories",
        "The severity of all rules of a category, over the preset; `customerio.rules` overrides it.\n\n`\"customerio.categories\": { \"naming\": \"warning\", \"promises\": \"off\" }`",
    ),
    (
        "rules",
        "The severity of single rules, and their options. Naming a rule outside of the preset turns it on. *Customer.io: Open Rule Page* lists them.\n\n`\"customerio.rules\": { \"event-name-snake-case\": \"warning\", \"floating-promise\": { \"severity\": \"off\" } }`",
    ),
    ("include", "The files to check, as globs relative to the workspace folder. Without it, all."),
    ("exclude", "The files to leave out, as globs relative to the workspace folder."),
    (
        "account",
        "What the Customer.io account contains: `events`, and transactional `messages` with the data that their templates use. *Customer.io: Pull Account* writes it to `customerio.account.json`, which CI reads too; this setting replaces it.\n\n`\"customerio.account\": { \"events\": [\"signed_up\"], \"messages\": [{ \"id\": 12, \"triggerName\": \"welcome\" }] }`",
    ),
    (
        "inlayHints",
        "The inlay hints to show: all (`true`), none (`false`), or some kinds.\n\n`\"customerio.inlayHints\": { \"dates\": true, \"units\": false, \"regions\": false, \"wrappers\": true }`",
    ),
];

/// A property of the schema as a setting of VS Code.
///
/// VS Code sends a value for every setting, and what the editor says beats `customerio.json`: so what nobody has set is
/// null, which the server takes for "not said".
fn setting(key: &str, property: &Value) -> Value {
    let mut setting = property.as_object().expect("a property is an object").clone();
    let scope = json!("resource");
    if key == "rules" || key == "categories" {
        setting.insert("default".to_owned(), json!({}));
    } else if key == "codeLens" {
        // Off elsewhere, where a lens takes a line of its own and cannot be clicked.
        setting.insert("default".to_owned(), json!(true));
    } else {
        let mut types = match setting.get("type").cloned() {
            Some(Value::Array(several)) => several,
            one => vec![one.unwrap_or_else(|| json!("string"))],
        };
        types.push(json!("null"));
        setting.insert("type".to_owned(), Value::Array(types));
        if let Some(words) = setting.get_mut("enum").and_then(Value::as_array_mut) {
            words.push(Value::Null);
        }
        if let Some(descriptions) = setting.get_mut("enumDescriptions").and_then(Value::as_array_mut) {
            descriptions.push("What customerio.json says.".into());
        }
        setting.insert("default".to_owned(), Value::Null);
    }
    if let Some((_, description)) = IN_EDITOR.iter().find(|(known, _)| *known == key) {
        setting.remove("description");
        setting.insert("markdownDescription".to_owned(), json!(description));
    }
    setting.insert("scope".to_owned(), scope);
    Value::Object(setting)
}

#[test]
fn types_of_settings_are_words() {
    let manifest = manifest();
    let settings = manifest["contributes"]["configuration"]["properties"].as_object().expect("settings");
    assert!(settings.contains_key("customerio.inlayHints"));
    for (key, setting) in settings {
        let types = setting["type"].as_array().map_or_else(|| std::slice::from_ref(&setting["type"]), Vec::as_slice);
        assert!(!types.is_empty() && types.iter().all(Value::is_string), "{key}: {}", setting["type"]);
    }
}

#[test]
fn a_path_from_an_untrusted_workspace_is_not_started() {
    let restricted = &manifest()["capabilities"]["untrustedWorkspaces"]["restrictedConfigurations"];
    assert_eq!(restricted, &json!(["customerio.server.path"]));
    let path = &manifest()["contributes"]["configuration"]["properties"]["customerio.server.path"];
    assert_eq!(path["scope"], "machine-overridable");
}

#[test]
fn dependencies_are_pinned_and_come_from_no_particular_registry() {
    for kind in ["dependencies", "devDependencies"] {
        for (name, version) in manifest()[kind].as_object().expect("dependencies") {
            let version = version.as_str().expect("a version");
            assert!(semver::Version::parse(version).is_ok(), "{name}: \"{version}\" is no exact version");
        }
    }
    let lock: Value = serde_json::from_str(&read("editors/vscode/package-lock.json")).expect("the lockfile is JSON");
    for (name, package) in lock["packages"].as_object().expect("packages") {
        assert!(package.get("resolved").is_none(), "{name}: the lockfile names the registry of one machine");
    }
}
