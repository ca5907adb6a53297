//! Settings from files and editors: settings that are read, problems, and precedence.

use super::*;
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;

/// Files in a temporary folder.
pub(super) fn files(files: &[(&str, &str)]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (name, text) in files {
        write(dir.path(), name, text);
    }
    dir
}

fn write(dir: &Path, name: &str, text: &str) {
    let path = dir.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

pub(super) fn load(dir: &TempDir, document: &str) -> Loaded {
    Loader::new().load(Some(&dir.path().join(document)), &Editor::default())
}

/// The problems of one `customerio.json`: `line:column: message`.
pub(super) fn problems(text: &str) -> Vec<String> {
    let dir = files(&[(FILE_NAME, text)]);
    let path = format!("{}:", dir.path().join(FILE_NAME).display());
    load(&dir, "a.ts").problems.iter().map(|problem| problem.to_string().replacen(&path, "", 1)).collect()
}

#[test]
fn all_keys_in_json_with_comments() {
    let dir = files(&[(
        FILE_NAME,
        r#"{
            "$schema": "./customerio.schema.json", // a comment
            "root": true, /* another */
            "rules": {
                "wrong-api-key": "off",
                "region-mismatch": "error",
                "event-name-snake-case": { "severity": "warning", "style": "camelCase", "allow": ["Order *"] },
            },
            "include": ["src"],
            "exclude": ["src/generated/**"],
            "region": "eu",
            "sdkVersion": "5.2.0",
        }"#,
    )]);
    let Loaded { settings, problems, files } = load(&dir, "src/a.ts");
    assert_eq!(*problems, []);
    assert_eq!(*files, [dir.path().join(FILE_NAME)]);
    assert!(settings.is_off("wrong-api-key"));
    assert_eq!(settings.severity("region-mismatch"), Some(Severity::Error));
    assert_eq!(settings.severity("event-name-snake-case"), Some(Severity::Warning));
    let options = &settings.rules["event-name-snake-case"].options;
    assert_eq!(Value::Object(options.clone()), json!({ "style": "camelCase", "allow": ["Order *"] }));
    assert_eq!(settings.region, Some(Region::Eu));
    assert_eq!(settings.sdk_version, Some(semver::Version::new(5, 2, 0)));
    assert!(settings.files.covers(&dir.path().join("src/a.ts")));
    assert!(!settings.files.covers(&dir.path().join("src/generated/a.ts")));
    assert!(!settings.files.covers(&dir.path().join("a.ts")));
}

#[test]
fn each_mistake_is_told_where_it_stands() {
    assert_eq!(problems(r#"{ "regin": "eu" }"#), [r#"1:3: unknown setting "regin"; did you mean "region"?"#]);
    assert_eq!(
        problems("{\n  // é\n  \"rules\": { \"wrong-apikey\": \"off\" }\n}"),
        [r#"3:14: unknown rule "wrong-apikey"; did you mean "wrong-api-key"?"#]
    );
    assert_eq!(problems(r#"{ "rules": { "no-console": "off" } }"#), [r#"1:14: unknown rule "no-console""#]);
    assert_eq!(
        problems(r#"{ "rules": { "wrong-api-key": "warn" } }"#),
        [concat!(
            r#"1:31: the severity of "wrong-api-key" must be "off", "hint", "info", "warning" or "error", "#,
            r#"not "warn"; did you mean "warning"?"#
        )]
    );
    assert_eq!(
        problems(r#"{ "rules": { "wrong-api-key": 2 } }"#),
        [r#"1:31: "wrong-api-key" must be a severity or an object with "severity" and options, not a number"#]
    );
    assert_eq!(
        problems(r#"{ "rules": { "event-name-snake-case": { "styl": "x" } } }"#),
        [r#"1:41: the rule "event-name-snake-case" has no option "styl"; did you mean "style"?"#]
    );
    assert!(
        problems(r#"{ "rules": { "event-name-snake-case": { "style": "snake" } } }"#)[0]
            .contains(r#"must be "snake_case""#)
    );
    assert_eq!(
        problems(r#"{ "rules": { "event-name-snake-case": { "allow": ["a", 1] } } }"#),
        [r#"1:56: an entry of the option "allow" of "event-name-snake-case" must be a string, not a number"#]
    );
    assert_eq!(problems(r#"{ "rules": [] }"#), [r#"1:12: "rules" must be an object, not an array"#]);
    assert_eq!(problems(r#"{ "root": "yes" }"#), [r#"1:11: "root" must be true or false, not a string"#]);
    assert_eq!(
        problems(r#"{ "region": "EU" }"#)[0],
        r#"1:13: "region" must be "us" or "eu", not "EU"; did you mean "eu"?"#
    );
    assert_eq!(problems(r#"{ "include": "src" }"#), [r#"1:14: "include" must be an array of strings, not a string"#]);
    assert!(problems(r#"{ "include": ["{a"] }"#)[0].starts_with(r#"1:15: the pattern "{a" cannot be used"#));
    assert!(problems(r#"{ "exclude": ["!a"] }"#)[0].contains("cannot be negated"));
    assert!(problems(r#"{ "sdkVersion": "latest" }"#)[0].contains("is not a version"));
    assert_eq!(problems("[]"), ["1:1: the settings must be an object, not an array"]);
    assert!(problems("{ \"rules\": ")[0].starts_with("1:12: invalid JSON: Expected value"));
    assert_eq!(problems(""), [""; 0]);
}

#[test]
fn what_is_right_beside_a_mistake_applies() {
    let text =
        r#"{ "regin": "eu", "region": "us", "rules": { "x": "off", "wrong-api-key": "off" }, "include": [1, "src"] }"#;
    let dir = files(&[(FILE_NAME, text)]);
    let loaded = load(&dir, "a.ts");
    assert_eq!(loaded.problems.len(), 3);
    assert_eq!(loaded.settings.region, Some(Region::Us));
    assert!(loaded.settings.is_off("wrong-api-key"));
    assert!(loaded.settings.files.covers(&dir.path().join("src/a.ts")));
}

#[test]
fn the_nearest_file_wins_key_by_key_up_to_the_root() {
    let dir = files(&[
        (FILE_NAME, r#"{ "region": "eu", "rules": { "wrong-api-key": "off" } }"#),
        ("a/customerio.json", r#"{ "region": "us", "rules": { "region-mismatch": "off" } }"#),
        ("a/b/customerio.json", r#"{ "rules": { "wrong-api-key": "hint" } }"#),
        ("c/customerio.json", r#"{ "root": true }"#),
    ]);
    let settings = load(&dir, "a/b/x.ts").settings;
    assert_eq!(settings.region, Some(Region::Us));
    assert!(settings.is_off("region-mismatch"));
    assert_eq!(settings.severity("wrong-api-key"), Some(Severity::Hint));
    assert_eq!(*load(&dir, "c/x.ts").settings, Settings::default());
    assert_eq!(load(&dir, "d/e/x.ts").settings.region, Some(Region::Eu));
}

#[test]
fn extends() {
    let dir = files(&[
        ("base/one.json", r#"{ "region": "eu", "exclude": ["x"], "rules": { "wrong-api-key": "off" } }"#),
        ("base/two.json", r#"{ "rules": { "wrong-api-key": "hint", "region-mismatch": "off" } }"#),
        (
            "a/customerio.json",
            r#"{ "extends": ["../base/one.json", "../base/two.json"], "rules": { "region-mismatch": "info" } }"#,
        ),
        ("b/customerio.json", r#"{ "extends": "../base/none.json", "region": "us" }"#),
        ("c/customerio.json", r#"{ "extends": "./other.json", "region": "us" }"#),
        ("c/other.json", r#"{ "extends": "customerio.json", "rules": { "wrong-api-key": "off" } }"#),
    ]);
    let loaded = load(&dir, "a/x.ts");
    assert_eq!(*loaded.problems, []);
    assert_eq!(loaded.settings.region, Some(Region::Eu));
    assert_eq!(loaded.settings.severity("wrong-api-key"), Some(Severity::Hint), "the later one beats the earlier one");
    assert_eq!(loaded.settings.severity("region-mismatch"), Some(Severity::Info));
    assert!(!loaded.settings.files.covers(&dir.path().join("base/x/y.ts")), "globs are relative to their own file");
    assert!(loaded.settings.files.covers(&dir.path().join("a/x/y.ts")));

    let missing = load(&dir, "b/x.ts");
    let message = missing.problems[0].to_string().replace('\\', "/");
    assert!(message.contains("b/customerio.json:1:14: there is no file \"../base/none.json\""), "{message}");
    assert_eq!(missing.settings.region, Some(Region::Us));

    let cycle = load(&dir, "c/x.ts");
    let message = cycle.problems[0].to_string().replace('\\', "/");
    assert!(message.contains("c/other.json:1:14: \"customerio.json\" extends this file in turn"), "{message}");
    assert_eq!(cycle.problems.len(), 1);
    assert!(cycle.settings.is_off("wrong-api-key"));
}

#[test]
fn the_editor_beats_the_files() {
    let dir =
        files(&[(FILE_NAME, r#"{ "region": "eu", "rules": { "wrong-api-key": "off", "region-mismatch": "off" } }"#)]);
    let loader = Loader::new();
    let path = dir.path().join("a.ts");
    for json in [
        json!({ "region": "us", "rules": { "wrong-api-key": "error" } }),
        json!({ "customerio": { "region": "us", "rules": { "wrong-api-key": "error" } } }),
    ] {
        let loaded = loader.load(Some(&path), &Editor::new(&json, dir.path()));
        assert_eq!(*loaded.problems, []);
        assert_eq!(loaded.settings.region, Some(Region::Us));
        assert_eq!(loaded.settings.severity("wrong-api-key"), Some(Severity::Error));
        assert!(loaded.settings.is_off("region-mismatch"));
    }
    let untitled = loader.load(None, &Editor::new(&json!({ "region": "us" }), dir.path()));
    assert_eq!(untitled.settings.region, Some(Region::Us));
    assert!(!untitled.settings.is_off("region-mismatch"));
}

#[test]
fn what_editors_send_beside_the_settings_is_no_mistake() {
    let editor = |json: Value| {
        let loaded = Loader::new().load(None, &Editor::new(&json, Path::new("/p")));
        loaded.problems.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(editor(json!(null)), [""; 0]);
    assert_eq!(editor(json!({})), [""; 0]);
    assert_eq!(editor(json!({ "customerio": null })), [""; 0]);
    assert_eq!(
        editor(json!({ "region": null, "rules": { "wrong-api-key": null }, "trace": { "server": "off" } })),
        [""; 0]
    );
    assert_eq!(
        editor(json!({ "customerio": { "rules": { "wrong-apikey": "off" } } })),
        [
            r#"editor settings, /customerio/rules/wrong-apikey: unknown rule "wrong-apikey"; did you mean "wrong-api-key"?"#
        ]
    );
    assert_eq!(editor(json!("x")), ["editor settings: the settings must be an object, not a string"]);
}

#[test]
fn a_change_is_noticed_and_nothing_else_is_a_change() {
    let dir = files(&[(FILE_NAME, r#"{ "region": "eu" }"#)]);
    let (loader, editor) = (Loader::new(), Editor::default());
    let ask = || loader.load(Some(&dir.path().join("src/a.ts")), &editor).settings;
    let first = ask();
    assert!(Arc::ptr_eq(&first, &ask()));
    write(dir.path(), FILE_NAME, r#"{ "region": "us", }"#);
    assert_eq!(ask().region, Some(Region::Us));
    write(dir.path(), "src/customerio.json", r#"{ "rules": { "wrong-api-key": "off" } }"#);
    assert!(ask().is_off("wrong-api-key"));
    fs::remove_file(dir.path().join(FILE_NAME)).unwrap();
    assert_eq!(ask().region, None);
    write(dir.path(), "package.json", r#"{ "dependencies": { "customerio-node": "^4.0.0" } }"#);
    assert_eq!(ask().sdk_version, Some(semver::Version::new(4, 0, 0)));
}

#[test]
fn a_forced_file_is_the_only_one() {
    let dir = files(&[(FILE_NAME, r#"{ "region": "eu" }"#), ("ci.json", r#"{ "rules": { "wrong-api-key": "off" } }"#)]);
    let loader = Loader::until_told(Some(dir.path().join("ci.json")));
    let settings = loader.load(Some(&dir.path().join("a.ts")), &Editor::default()).settings;
    assert!(settings.is_off("wrong-api-key"));
    assert_eq!(settings.region, None);
}

#[test]
fn strange_files_do_no_harm() {
    let dir = files(&[("a/x", "")]);
    fs::create_dir(dir.path().join(FILE_NAME)).unwrap();
    assert!(load(&dir, "a.ts").problems[0].message.contains("cannot be read"));
    fs::write(dir.path().join("a").join(FILE_NAME), b"\xFF").unwrap();
    assert!(load(&dir, "a/a.ts").problems[0].message.contains("UTF-8"));
    fs::write(dir.path().join("a").join(FILE_NAME), "\u{feff}{ \"regin\": 1 }").unwrap();
    assert_eq!(load(&dir, "a/a.ts").problems[0].range, Some(crate::text::TextRange::new(5, 12)));
    let deep = "[".repeat(100_000);
    fs::write(dir.path().join("a").join(FILE_NAME), deep).unwrap();
    assert_eq!(load(&dir, "a/a.ts").problems.len(), 2);
}

#[test]
fn the_schema_knows_every_key_and_every_rule() {
    let schema = schema();
    let keys: Vec<&String> = schema["properties"].as_object().unwrap().keys().collect();
    assert_eq!(keys, read::KEYS);
    for rule in crate::rules::RULES {
        let rule_schema = &schema["properties"]["rules"]["properties"][rule.meta.id];
        let options = rule_schema["anyOf"][1]["properties"].as_object().unwrap();
        assert_eq!(options.len(), rule.meta.options.len() + 1, "{}", rule.meta.id);
    }
}

#[test]
fn paths_with_dots_are_one_path() {
    let dir = files(&[
        ("a/b/x", ""),
        ("a/customerio.json", r#"{ "extends": "./b/../b/./base.json" }"#),
        ("a/b/base.json", "{}"),
    ]);
    let files: Vec<PathBuf> = load(&dir, "a/x.ts").files.to_vec();
    assert_eq!(files[1], dir.path().join("a/b/base.json"));
}

#[test]
fn what_only_editors_say() {
    let editor = |json| Editor::new(&json, Path::new("/"));
    assert!(editor(json!({ "openFilesOnly": true })).open_files_only());
    assert!(!editor(json!({ "customerio": { "openFilesOnly": null } })).open_files_only());
    assert!(!Editor::default().open_files_only());
    assert_eq!(
        problems(r#"{ "openFilesOnly": true }"#),
        [r#"1:3: "openFilesOnly" is an editor setting; it has no effect here"#]
    );
}

#[test]
fn a_preset_holds_its_rules_and_those_that_are_named() {
    let meta = |id| crate::rules::find(id).unwrap().meta;
    let (recommended, strict) = (meta("wrong-api-key"), meta("missing-email"));
    let mut settings = Settings::default();
    assert!(settings.is_on(recommended) && !settings.is_on(strict));
    settings.preset = Some(Preset::Strict);
    assert!(settings.is_on(strict) && !settings.is_on(meta("email-as-id")));
    settings.preset = Some(Preset::Recommended);
    let mut say = |id: &str, severity| settings.rules.entry(id.to_owned()).or_default().severity = Some(severity);
    say("missing-email", Some(Severity::Info));
    say("wrong-api-key", None);
    assert!(settings.is_on(strict) && !settings.is_on(recommended));
}
