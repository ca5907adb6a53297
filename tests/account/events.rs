//! `events`: the tracking plan.

use super::planted::{HEAD, planted};
use super::project::Project;
use serde_json::Value;
use std::path::Path;

const CLIENT: &str = "import { TrackClient } from \"customerio-node\";
const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
";

fn sample(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/account/plan").join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The project of `tests/account/plan`.
fn shop() -> Project {
    let names = ["package.json", "customerio.json", "src/app.ts", "src/cio.ts"];
    let files: Vec<(&str, String)> = names.iter().map(|name| (*name, sample(name))).collect();
    Project::new(&files.iter().map(|(name, text)| (*name, text.as_str())).collect::<Vec<_>>())
}

#[test]
fn every_format_is_the_one_that_is_committed() {
    let shop = shop();
    for (format, file) in [("text", "plan.txt"), ("json", "plan.json"), ("md", "plan.md"), ("csv", "plan.csv")] {
        let output = shop.run(&["events", "--format", format]);
        assert_eq!((output.code, output.stderr.as_str()), (0, ""), "{format}");
        assert_eq!(output.stdout, sample(&format!("expected/{file}")), "{format}");
    }
    let account = shop.run(&["events", "--format", "account"]);
    assert_eq!(account.stdout, sample("expected/account.json"));
    assert_eq!(shop.run(&["events", "--types", "types.ts"]).code, 0);
    assert_eq!(shop.read("types.ts"), sample("expected/types.ts"));
}

#[test]
fn the_documentation_shows_what_it_prints() {
    let page = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/account.md")).unwrap();
    let shown = page.split("$ customerio-ls events tests/account/plan\n").nth(1).unwrap();
    let shown = shown.split("```").next().unwrap().replace("tests/account/plan/", "");
    assert!(shop().run(&["events"]).stdout.starts_with(&shown), "{shown}");
}

#[test]
fn the_account_that_the_plan_writes_is_one_for_settings() {
    let shop = shop();
    let account = shop.run(&["events", "--format", "account"]).stdout;
    shop.write("customerio.json", account);
    let again = shop.run(&["events", "--format", "json"]);
    assert_eq!((again.code, again.stderr.as_str()), (0, ""));
    let plan: Value = serde_json::from_str(&again.stdout).unwrap();
    assert_eq!(plan["unsent"], serde_json::json!({ "events": [], "messages": [] }));
    let known = |list: &str| plan[list].as_array().unwrap().iter().all(|item| item["inAccount"] != false);
    assert!(known("events") && known("messages"), "{plan:#}");
}

#[test]
fn a_committed_plan_is_compared() {
    let shop = shop();
    for name in ["plan.json", "plan.md", "plan.csv", "plan.txt", "types.ts"] {
        shop.write(name, sample(&format!("expected/{name}")));
        assert_eq!(shop.run(&["events", "--check", name]).code, 0, "{name}");
    }
    shop.write("account.json", sample("expected/account.json"));
    assert_eq!(shop.run(&["events", "--check", "account.json"]).code, 0);
    // A line more above: the places move, and the plan stays.
    shop.write("src/app.ts", format!("\n{}", sample("src/app.ts")));
    for (name, code) in [("plan.json", 0), ("plan.md", 0), ("plan.csv", 0), ("types.ts", 0), ("plan.txt", 1)] {
        assert_eq!(shop.run(&["events", "--check", name]).code, code, "{name}");
    }
    shop.write("src/app.ts", sample("src/app.ts").replace("\"order_placed\"", "\"order_made\""));
    for name in ["plan.json", "plan.md", "plan.csv", "types.ts", "account.json"] {
        let output = shop.run(&["events", "--check", name]);
        assert_eq!(output.code, 1, "{name}");
        let changed =
            |sign: char, word: &str| output.stdout.lines().any(|line| line.starts_with(sign) && line.contains(word));
        assert!(changed('-', "order_placed") && changed('+', "order_made"), "{name}: {}", output.stdout);
        assert!(shop.read(name).contains("order_placed"), "{name} was written to");
    }
}

#[test]
fn what_cannot_be_compared_is_told() {
    let shop = shop();
    let told = |args: &[&str], wanted: &str| {
        let output = shop.run(&[&["events", "--check"], args].concat());
        assert_eq!(output.code, 2, "{args:?}");
        assert!(output.stderr.contains(wanted), "{args:?}: {}", output.stderr);
    };
    told(&["missing.json"], "missing.json cannot be read");
    shop.write("plan.xml", "");
    told(&["plan.xml"], "pass --format");
    shop.write("broken.json", "{ \"events\": [");
    told(&["broken.json"], "broken.json is not a plan in JSON");
    shop.write("list.json", "[]");
    told(&["list.json"], "it is not an object");
    // The name says nothing, the argument does.
    shop.write("plan.xml", sample("expected/plan.md"));
    assert_eq!(shop.run(&["events", "--check", "plan.xml", "--format", "md"]).code, 0);
}

#[test]
fn types_replace_only_what_the_command_wrote() {
    let shop = shop();
    let first = shop.run(&["events", "--types", "types.ts"]);
    assert!(first.stderr.contains("types.ts: written"), "{}", first.stderr);
    assert!(shop.run(&["events", "--types", "types.ts"]).stderr.contains("types.ts: up to date"));
    shop.write("src/app.ts", format!("{CLIENT}cio.track(\"1\", {{ name: \"other\" }});\n"));
    assert_eq!(shop.run(&["events", "--types", "types.ts"]).code, 0);
    assert!(shop.read("types.ts").contains("\"other\": Record<string, never>;"));
    let refused = shop.run(&["events", "--types", "src/cio.ts"]);
    assert_eq!(refused.code, 2);
    assert!(refused.stderr.contains("was not written by this command"), "{}", refused.stderr);
    assert_eq!(shop.read("src/cio.ts"), sample("src/cio.ts"));
    assert_eq!(shop.run(&["events", "--types", "missing/types.ts"]).code, 2);
}

#[test]
fn what_cannot_be_read_is_told() {
    let project = Project::new(&[("customerio.json", "{ \"presett\": 1 }"), ("a.ts", CLIENT)]);
    let output = project.run(&["events"]);
    assert_eq!(output.code, 2);
    assert!(output.stderr.contains("error: customerio.json:1:3: unknown setting"), "{}", output.stderr);
    let types = project.run(&["events", "--types", "types.ts"]);
    assert_eq!(types.code, 2);
    assert!(!project.path("types.ts").exists());
    assert_eq!(project.run(&["events", "nowhere"]).code, 2);
    assert_eq!(project.run(&["events", "--config", "nowhere.json"]).code, 2);
}

#[test]
fn a_project_without_the_sdk_has_an_empty_plan() {
    let project = Project::new(&[("a.ts", "export const a = 1;\n")]);
    let output = project.run(&["events"]);
    assert_eq!((output.code, output.stdout.as_str()), (0, "No events, attributes or messages found.\n"));
    project.run(&["events", "--types", "types.ts"]);
    assert!(project.read("types.ts").ends_with("export {};\n"));
}

#[test]
fn an_account_is_asked_about_the_files_below_it() {
    let event = |name: &str| format!("{CLIENT}cio.track(\"1\", {{ name: \"{name}\" }});\n");
    let project = Project::new(&[
        ("package.json", "{}"),
        ("a/customerio.json", "{ \"account\": { \"events\": [\"one\"] } }"),
        ("a/a.ts", &event("one")),
        ("a/b.ts", &event("two")),
        ("b/b.ts", &event("three")),
    ]);
    let plan: Value = serde_json::from_str(&project.run(&["events", "--format", "json"]).stdout).unwrap();
    let known: Vec<(&str, &Value)> =
        plan["events"].as_array().unwrap().iter().map(|it| (it["name"].as_str().unwrap(), &it["inAccount"])).collect();
    assert_eq!(known, [("one", &Value::Bool(true)), ("three", &Value::Null), ("two", &Value::Bool(false))]);
}

#[test]
fn names_cannot_break_out_of_a_format() {
    let name = "=cmd|' /C calc'!A1, \\\"x\\\" | <b>`y`*/\\u0007\\u202e";
    let project = Project::new(&[("a.ts", &format!("{CLIENT}cio.track(\"1\", {{ name: \"{name}\" }});\n"))]);
    for format in ["text", "json", "md", "csv", "account"] {
        let output = project.run(&["events", "--format", format]).stdout;
        assert!(!output.contains(['\u{7}', '\u{202e}']), "{format}: {output}");
    }
    let csv = project.run(&["events", "--format", "csv"]).stdout;
    assert!(csv.contains("event,\"'=cmd|"), "{csv}");
    let md = project.run(&["events", "--format", "md"]).stdout;
    let row = md.lines().find(|line| line.contains("cmd")).unwrap();
    assert!(row.starts_with("| `` =cmd\\|' /C calc'!A1, \"x\" \\| <b>`y`*/"), "{row}");
    project.run(&["events", "--types", "types.ts"]);
    assert!(!project.read("types.ts").contains(['\u{7}', '\u{202e}']));
}

#[test]
fn no_secret_of_the_code_is_in_a_plan() {
    let all = planted();
    let lines: String = all.iter().map(|planted| format!("{}\n", planted.line)).collect();
    let key = "0123456789abcdef0123456789abcdef";
    let named = format!("cio.track(\"1\", {{ name: `{key}_${{x}}` }});\ncio.track(\"1\", {{ name: \"{key}\" }});\n");
    let project = Project::new(&[("a.ts", &format!("{HEAD}{lines}{named}"))]);
    for format in ["text", "json", "md", "csv", "account"] {
        let output = project.run(&["events", "--format", format]);
        let text = output.stdout + &output.stderr;
        assert!(text.contains("created_at") || format == "account", "{format}: {text}");
        for planted in &all {
            assert!(planted.never.iter().all(|never| !text.contains(never)), "{format}: {}", planted.shape);
        }
        assert!(!text.contains(key), "{format}");
    }
}
