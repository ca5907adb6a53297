//! `customerio.json`, as the command line sees it.

use super::project::{IDLE, Project, STRICT};

#[test]
fn a_wrong_setting_is_told_and_the_rest_applies() {
    let project = Project::new(&[
        ("a.ts", IDLE),
        (
            "customerio.json",
            "{\n  \"rules\": {\n    \"unused-supression\": \"off\",\n    \"unused-suppression\": \"error\"\n  }\n}",
        ),
    ]);
    let output = project.run(&["check"]);
    assert_eq!(output.code, 2);
    let expected = "customerio.json:3:5: unknown rule \"unused-supression\"; did you mean \"unused-suppression\"?";
    assert!(output.stdout.contains(expected), "{}", output.stdout);
    assert!(output.stdout.contains("error[unused-suppression]"), "{}", output.stdout);
}

#[test]
fn broken_settings_are_told_once() {
    let project = Project::new(&[("a.ts", IDLE), ("b.ts", IDLE), ("customerio.json", "{ \"rules\": {, }")]);
    let output = project.run(&["check"]);
    assert_eq!(output.code, 2);
    assert_eq!(output.stdout.matches("invalid JSON").count(), 1, "{}", output.stdout);
    assert_eq!(output.stdout.matches("warning[unused-suppression]").count(), 2, "{}", output.stdout);
}

#[test]
fn a_wrong_setting_is_told_where_no_file_concerns_us() {
    let project = Project::new(&[("a.ts", "1\n"), ("customerio.json", r#"{ "regin": "eu" }"#)]);
    let output = project.run(&["check"]);
    assert_eq!(output.code, 2);
    assert!(output.stdout.contains("did you mean \"region\"?"), "{}", output.stdout);
}

#[test]
fn each_folder_has_its_settings() {
    let project = Project::new(&[
        ("customerio.json", STRICT),
        ("a/x.ts", IDLE),
        ("b/customerio.json", r#"{ "rules": { "unused-suppression": "off" } }"#),
        ("b/x.ts", IDLE),
        ("c/customerio.json", r#"{ "root": true }"#),
        ("c/x.ts", IDLE),
        ("d/customerio.json", r#"{ "extends": "../shared/base.json" }"#),
        ("d/x.ts", IDLE),
        ("shared/base.json", r#"{ "rules": { "unused-suppression": { "severity": "hint" } } }"#),
    ]);
    let output = project.run(&["check", "--format", "agent"]);
    let severities: Vec<(&str, &str)> = output
        .stdout
        .lines()
        .filter_map(|l| l.split_once(":2:4: "))
        .map(|(p, l)| (p, l.split(' ').next().unwrap()))
        .collect();
    assert_eq!(severities, [("a/x.ts", "error"), ("c/x.ts", "warning"), ("d/x.ts", "hint")]);
    assert_eq!(output.code, 1);
}

#[test]
fn include_and_exclude() {
    let project = Project::new(&[
        ("customerio.json", r#"{ "include": ["src"], "exclude": ["*.test.ts", "src/old/**"] }"#),
        ("src/a.ts", IDLE),
        ("src/a.test.ts", IDLE),
        ("src/old/b.ts", IDLE),
        ("scripts/c.ts", IDLE),
    ]);
    assert_eq!(project.places(&[]), ["src/a.ts:2"]);
    let named = project.run(&["check", "src/old/b.ts"]);
    assert_eq!(named.code, 0);
    assert!(named.stdout.contains("src/old/b.ts: is skipped: excluded by customerio.json"), "{}", named.stdout);
}

#[test]
fn the_settings_file_can_be_named() {
    let project = Project::new(&[
        ("a.ts", IDLE),
        ("customerio.json", STRICT),
        ("ci/strict.json", r#"{ "rules": { "unused-suppression": "off" } }"#),
        ("ci/wrong.json", r#"{ "rulse": {} }"#),
        ("ci/broken.json", "{"),
    ]);
    assert_eq!(project.run(&["check"]).code, 1);
    assert_eq!(project.run(&["check", "--config", "ci/strict.json"]).code, 0);
    assert_eq!(project.run(&["check", "--config", "ci/wrong.json"]).code, 2);
    let broken = project.run(&["check", "--config", "ci/broken.json"]);
    assert_eq!(broken.code, 2);
    assert!(broken.stdout.contains("warning[unused-suppression]"), "the rest applies: {}", broken.stdout);
    let missing = project.run(&["check", "--config", "ci/none.json"]);
    assert_eq!(missing.code, 2);
    assert!(missing.stderr.contains("ci/none.json cannot be read"), "{}", missing.stderr);
}

#[test]
fn each_package_of_a_monorepo_has_the_version_that_its_lock_file_tells() {
    let code = "import { TrackClient } from \"customerio-node\";\nnew TrackClient(a, b);\n";
    let asks = r#"{ "dependencies": { "customerio-node": "*" } }"#;
    let project = Project::new(&[
        ("customerio.json", r#"{ "region": "eu" }"#),
        ("old/package.json", asks),
        ("old/a.ts", code),
        ("new/package.json", asks),
        ("new/a.ts", code),
        (
            "pnpm-lock.yaml",
            "lockfileVersion: '6.0'\nimporters:\n  old:\n    dependencies:\n      customerio-node:\n        \
             specifier: '*'\n        version: 3.4.0\n  new:\n    dependencies:\n      customerio-node:\n        \
             specifier: '*'\n        version: 5.0.1\n",
        ),
    ]);
    let fails = |folder: &str| project.run(&["check", folder]).stdout.contains("fail with 301");
    assert!(fails("old") && !fails("new"));
}
