//! What `package.json` asks for.

use super::project::{CLEAN, Project};
use serde_json::{Value, json};

const MANIFEST: &str = "{\n  \"dependencies\": {\n    \"customerio-node\": \"^4.4.0\"\n  }\n}\n";

fn findings(project: &Project, args: &[&str]) -> Vec<(String, Value)> {
    let output = project.run(&[&["check", "--format", "json", "--select", "upgrade-advice"], args].concat());
    let report: Value = serde_json::from_str(&output.stdout).unwrap();
    let files = report["files"].as_array().unwrap().iter();
    let found = files.flat_map(|file| file["findings"].as_array().unwrap().iter().map(move |it| (file, it)));
    found.map(|(file, finding)| (file["path"].as_str().unwrap().to_owned(), finding.clone())).collect()
}

#[test]
fn the_finding_stands_on_the_line_of_the_dependency() {
    let project = Project::new(&[("package.json", MANIFEST), ("src/a.ts", CLEAN)]);
    for args in [&[][..], &["."], &["package.json"]] {
        let found = findings(&project, args);
        let [(path, finding)] = &found[..] else { panic!("{args:?}: {found:?}") };
        assert_eq!((path.as_str(), &finding["range"]["start"]["line"]), ("package.json", &json!(3)));
        assert!(finding["message"].as_str().unwrap().starts_with("customerio-node 4.4.0 has"), "{finding}");
        assert_eq!(finding["fixes"], json!([]));
    }
    assert!(findings(&project, &["src"]).is_empty());
}

#[test]
fn what_is_installed_decides_over_what_is_asked_for() {
    let project = Project::new(&[("package.json", MANIFEST), ("a.ts", CLEAN)]);
    project.write("node_modules/customerio-node/package.json", r#"{ "name": "customerio-node", "version": "4.5.1" }"#);
    assert!(findings(&project, &[]).is_empty());
    project.write("node_modules/customerio-node/package.json", r#"{ "name": "customerio-node", "version": "3.4.1" }"#);
    let found = findings(&project, &[]);
    assert!(found[0].1["message"].as_str().unwrap().contains("`getCustomersByEmail` drops"), "{found:?}");
}

#[test]
fn settings_switch_it_off() {
    let off = r#"{ "rules": { "upgrade-advice": "off" } }"#;
    let project = Project::new(&[("package.json", MANIFEST), ("customerio.json", off)]);
    let output = project.run(&["check"]);
    assert!(output.code == 0 && !output.stdout.contains("upgrade-advice"), "{}", output.stdout);
}

#[test]
fn standard_input_is_judged_too() {
    let project = Project::new(&[("package.json", MANIFEST)]);
    let text = MANIFEST.replace("{\n  \"dep", "{\n\n  \"dep");
    let output = project.run_with_input(&["check", "--stdin-filename", "package.json"], text.as_bytes());
    assert!(output.stdout.contains("upgrade-advice") && output.stdout.contains("package.json:4:"), "{}", output.stdout);
}

#[test]
fn other_json_is_nobodys_business() {
    let project = Project::new(&[("a.json", MANIFEST), ("a.ts", CLEAN), ("sub/package.json", "{")]);
    let output = project.run(&["check"]);
    assert!(output.code == 0 && !output.stdout.contains("json"), "{}", output.stdout);
}
