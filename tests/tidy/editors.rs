//! The editors agree: the same languages, the same settings, the same rules in their examples.

use crate::source::{files, read};
use customerio_ls::testing::syntax::Language;
use customerio_ls::testing::{rules, settings};
use serde_json::Value;
use std::collections::BTreeSet;

const LUA: &str = "editors/neovim/lsp/customerio_ls.lua";

/// Returns what stands between quotes in a text.
fn quoted(text: &str) -> BTreeSet<String> {
    let parts: Vec<&str> = text.split(['"', '\'']).collect();
    parts.iter().skip(1).step_by(2).map(|part| (*part).to_owned()).collect()
}

#[test]
fn the_editors_know_the_same_languages() {
    let manifest: Value = serde_json::from_str(&read("editors/vscode/package.json")).expect("JSON");
    let events = manifest["activationEvents"].as_array().expect("activation events").iter();
    let vscode: BTreeSet<String> =
        events.filter_map(|event| event.as_str()?.strip_prefix("onLanguage:").map(str::to_owned)).collect();

    let lua = read(LUA);
    let filetypes = lua.split("filetypes = {").nth(1).and_then(|rest| rest.split('}').next()).expect("filetypes");
    let mut neovim = quoted(filetypes);
    // For `package.json`. VS Code starts the extension only where code is open, for which it looks at that file too.
    assert!(neovim.remove("json"), "{LUA} leaves package.json out");
    let ids: BTreeSet<String> =
        Language::CODE.iter().flat_map(|language| language.ids).map(|id| (*id).to_owned()).collect();
    assert_eq!(vscode, ids, "the activation events of the extension and the table in src/syntax/language.rs");
    assert_eq!(neovim, vscode, "the filetypes of {LUA} and the activation events of the extension");

    let server = read("editors/vscode/src/server.ts");
    let selector = server.split("documentSelector = [").nth(1).and_then(|rest| rest.split(']').next());
    assert_eq!(quoted(selector.expect("a selector")), vscode, "the extension's selector and its activation events");
}

#[test]
fn the_editors_stop_at_the_same_settings_file() {
    assert!(read(LUA).contains(&format!("root_markers = {{ '{}'", settings::FILE_NAME)));
    let manifest: Value = serde_json::from_str(&read("editors/vscode/package.json")).expect("JSON");
    // And those that it extends, by the name that the server watches.
    let matched = &manifest["contributes"]["jsonValidation"][0]["fileMatch"];
    assert_eq!(*matched, serde_json::json!([settings::FILE_NAME, "customerio.*.json"]));
}

/// Every example of settings in the editors' folders and the documents names keys and rules that exist.
#[test]
fn examples_of_settings_name_what_exists() {
    let schema = settings::schema();
    let keys = schema["properties"].as_object().expect("properties");
    let manifest: Value = serde_json::from_str(&read("editors/vscode/package.json")).expect("JSON");
    let commands = manifest["contributes"]["commands"].as_array().expect("commands").iter();
    let commands: Vec<&str> = commands.filter_map(|it| it["command"].as_str()?.strip_prefix("customerio.")).collect();
    let mut problems = Vec::new();
    let mut found = 0;
    let documents = ["README.md", "docs/settings.md", "docs/editors.md"].into_iter().flat_map(files);
    for file in files("editors").into_iter().chain(documents) {
        // The catalog of schemas names files.
        let of_files = file.path.contains("/schemastore/");
        // In the code of the extension these are commands and keys of contexts, too.
        let is_code = ["/vscode/src/", "/vscode/test/"].iter().any(|folder| file.path.contains(folder));
        if of_files || is_code || file.path.ends_with("package.json") {
            continue;
        }
        for (index, _) in file.text.match_indices("\"customerio.") {
            let rest = &file.text[index + "\"customerio.".len()..];
            let key = rest.split(['"', '.', '`']).next().unwrap_or_default();
            found += 1;
            if !keys.contains_key(key)
                && !commands.contains(&key)
                && !matches!(key, "server" | "trace" | "status" | "showReferences")
            {
                problems.push(format!("{}: there is no setting customerio.{key}", file.path));
            }
        }
        for line in file.text.lines().filter(|line| line.contains("rules") && line.contains('{')) {
            for word in quoted(line).into_iter().filter(|word| word.contains('-') && !word.contains(['/', ' ', '.'])) {
                found += 1;
                if rules::find(&word).is_none() {
                    problems.push(format!("{}: there is no rule {word}", file.path));
                }
            }
        }
    }
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
    assert!(found > 4, "the examples have moved to where this test does not look");
}
