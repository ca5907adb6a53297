//! `rules`, `explain`, `schema`, `--version`, and the help.

use super::project::Project;
use serde_json::Value;

fn run(args: &[&str]) -> super::project::Output {
    Project::new(&[]).run(args)
}

#[test]
fn rules_lists_them_all() {
    let table = run(&["rules"]);
    assert_eq!(table.code, 0);
    let json = run(&["rules", "--format", "json"]);
    let rules: Vec<Value> = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!(rules.len(), customerio_ls::testing::rules::RULES.len());
    for rule in &rules {
        let id = rule["id"].as_str().unwrap();
        assert!(table.stdout.lines().any(|line| line.starts_with(id)), "{id}");
        assert!(["error", "warning", "info", "hint"].contains(&rule["severity"].as_str().unwrap()));
        assert!(["none", "sometimes", "always"].contains(&rule["fix"].as_str().unwrap()));
    }
}

#[test]
fn rules_are_listed_by_category_and_preset() {
    let list = |args: &[&str]| {
        let output = run(&[&["rules", "--format", "json"], args].concat());
        assert_eq!(output.code, 0, "{}", output.stderr);
        serde_json::from_str::<Vec<Value>>(&output.stdout).unwrap()
    };
    let naming = list(&["--category", "naming"]);
    assert!(!naming.is_empty() && naming.iter().all(|rule| rule["category"] == "naming"));
    let two = list(&["--category", "naming,suppressions"]);
    assert!(two.len() > naming.len());
    let all = list(&["--preset", "all"]);
    assert_eq!(all.len(), customerio_ls::testing::rules::RULES.len());
    assert!(list(&["--preset", "recommended"]).iter().all(|rule| rule["preset"] == "recommended"));
    let table = run(&["rules", "--category", "suppressions"]).stdout;
    assert!(table.starts_with("RULE"), "{table}");
    assert!(table.contains("suppressions") && table.contains("recommended") && !table.contains("naming"), "{table}");
    let wrong = run(&["rules", "--category", "namin"]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.stderr.contains("did you mean `naming`?"), "{}", wrong.stderr);
    assert!(run(&["rules", "--preset", "everything"]).stderr.contains("recommended, strict, all"));
}

#[test]
fn explain_tells_of_categories_and_presets() {
    let naming = run(&["explain", "naming"]);
    assert_eq!(naming.code, 0);
    assert!(naming.stdout.starts_with("naming\n------"), "{}", naming.stdout);
    assert!(naming.stdout.contains("- `event-name-snake-case` ("), "{}", naming.stdout);
    let strict = run(&["explain", "strict"]).stdout;
    assert!(strict.contains("It includes the rules of `recommended`"), "{strict}");
    assert!(run(&["explain", "recommended"]).stdout.contains("This is the default"));
    assert!(run(&["explain", "namings"]).stderr.contains("did you mean `naming`?"));
}

#[test]
fn explain_tells_what_a_rule_is_about() {
    let output = run(&["explain", "unused-suppression"]);
    assert_eq!(output.code, 0);
    assert!(output.stdout.starts_with("unused-suppression\n-----"), "{}", output.stdout);
    for part in [
        "- severity: warning",
        "- category: `suppressions`",
        "- preset: `recommended`",
        "rules/unused-suppression.html",
    ] {
        assert!(output.stdout.contains(part), "{part}: {}", output.stdout);
    }
    let related = run(&["explain", "event-name-snake-case"]).stdout;
    assert!(related.contains("Related rules\n") && related.contains("- `event-name-inconsistent`: "), "{related}");
    assert!(output.stdout.contains("    // customerio-disable-next-line timestamp-milliseconds"));
    assert!(!output.stdout.contains("```") && !output.stdout.contains('\x1b'));
    assert!(run(&["explain", "unused-suppression", "--color", "always"]).stdout.contains('\x1b'));
}

#[test]
fn explain_tells_what_a_status_code_means() {
    for (code, title, parts) in [
        ("401", "401 Unauthorized", &["Track API key", "App API key", "retry: no", "rejects immediately"][..]),
        ("403", "403 Forbidden", &["not approved", "scopes"]),
        ("404", "404 Not Found", &["not for unknown people"]),
        ("413", "413 Content Too Large", &["2 MB"]),
        ("422", "422 Unprocessable Content", &["Broadcasts", "not documented"]),
        ("429", "429 Too Many Requests", &["retry: yes", "retries up to 3 times since 5.0", "10 seconds"]),
        ("503", "503 Service Unavailable", &["retry: yes", "Unable to parse JSON"]),
    ] {
        let output = run(&["explain", code]);
        assert_eq!(output.code, 0, "{}", output.stderr);
        assert!(output.stdout.starts_with(&format!("{title}\n---")), "{}", output.stdout);
        for part in parts.iter().chain(&["What to check"]) {
            assert!(output.stdout.contains(part), "{code}, {part}: {}", output.stdout);
        }
        assert!(!output.stdout.contains('\x1b'));
    }
}

#[test]
fn explain_goes_by_the_family_of_other_status_codes() {
    let teapot = run(&["explain", "418"]);
    assert_eq!(teapot.code, 0);
    assert!(
        teapot.stdout.contains("None of Customer.io's APIs is documented to respond with 418"),
        "{}",
        teapot.stdout
    );
    assert!(teapot.stdout.contains("retry: no"));
    let storage = run(&["explain", "507"]);
    assert!(
        storage.stdout.contains("retry: yes") && storage.stdout.contains("rejects immediately"),
        "{}",
        storage.stdout
    );
}

#[test]
fn explain_knows_what_it_does_not_know() {
    for (name, answer) in [
        ("unused-supression", "did you mean `unused-suppression`?"),
        ("no-console", "`customerio-ls rules` lists them all"),
        ("999", "is not an HTTP status code"),
        ("99999999", "is not an HTTP status code"),
    ] {
        let output = run(&["explain", name]);
        assert_eq!((output.code, output.stdout.as_str()), (2, ""));
        assert!(output.stderr.contains(answer), "{}", output.stderr);
    }
}

#[test]
fn schema_is_json() {
    let output = run(&["schema"]);
    assert_eq!(output.code, 0);
    let schema: Value = serde_json::from_str(&output.stdout).unwrap();
    assert!(schema["properties"]["rules"]["properties"]["unused-suppression"].is_object());
}

#[test]
fn version_and_help() {
    assert_eq!(run(&["--version"]).stdout, format!("customerio-ls {}\n", env!("CARGO_PKG_VERSION")));
    let help = run(&["--help"]);
    assert_eq!(help.code, 0);
    for word in ["check", "rules", "explain", "schema", "lsp", "Exit codes"] {
        assert!(help.stdout.contains(word), "{word}: {}", help.stdout);
    }
    assert_eq!(run(&[]).code, 2);
    assert_eq!(run(&["chekc"]).code, 2);
}

#[cfg(not(feature = "lsp"))]
#[test]
fn without_the_feature_there_is_no_server() {
    for args in [&["lsp"][..], &["lsp", "--stdio"], &["--stdio"]] {
        let output = run(args);
        assert_eq!(output.code, 2);
        assert!(output.stderr.contains("no language server"), "{}", output.stderr);
    }
}
