//! `--show-settings`, `--show-calls`, `init`, `completions` and `man`.

use super::project::{CLEAN, Project};

const CLIENT: &str = "import { RegionEU, TrackClient } from \"customerio-node\";\n\
                      export const cio = new TrackClient(process.env.SITE_ID!, process.env.CIO_KEY!, { region: RegionEU });\n\
                      export const notify = (id: string, name: string) => cio.track(id, { name });\n";
const USE: &str = "import { cio, notify } from \"./cio\";\n\
                   await notify(\"1\", \"signed_up\");\n\
                   await cio.identify(\"1\", {});\n";

fn shop() -> Project {
    Project::new(&[
        ("src/cio.ts", CLIENT),
        ("src/use.ts", USE),
        ("src/other.ts", "export {};\n"),
        ("package.json", r#"{ "dependencies": { "customerio-node": "^5.1.0" } }"#),
        ("customerio.json", r#"{ "preset": "strict", "categories": { "naming": "error" } }"#),
        ("src/customerio.json", r#"{ "rules": { "timestamp-milliseconds": "hint" }, "exclude": ["old"] }"#),
        ("src/old/a.ts", CLEAN),
    ])
}

#[test]
fn settings_are_shown_with_who_says_so() {
    let project = shop();
    let shown = project.run(&["check", "--show-settings", "src/use.ts"]);
    assert_eq!((shown.code, shown.stderr.as_str()), (0, ""));
    let row = |name: &str, value: &str| format!("{name:15} {value}");
    for line in [
        row("file", "src/use.ts"),
        row("checked", "yes"),
        row("settings files", "src/customerio.json, customerio.json"),
        row("preset", "strict (customerio.json)"),
        row("region", "not set; the clients in the project use EU (src/cio.ts:2)"),
        row("SDK version", "5.1.0 (lowest version that package.json allows)"),
        row("account", "not listed"),
    ] {
        assert!(shown.stdout.lines().any(|it| it == line), "{line}:\n{}", shown.stdout);
    }
    let rule = |id: &str| {
        let line = shown.stdout.lines().find(|line| line.trim_start().starts_with(&format!("{id} ")));
        line.map(|line| line.split_whitespace().skip(1).collect::<Vec<_>>().join(" "))
    };
    assert_eq!(rule("timestamp-milliseconds").unwrap(), "hint \"rules\" in src/customerio.json");
    assert_eq!(rule("event-name-snake-case").unwrap(), "error \"categories\" in customerio.json");
    assert_eq!(rule("wrong-api-key").unwrap(), "error preset recommended");
    let out = project.run(&["--show-settings", "src/old/a.ts"]).stdout;
    assert!(out.contains(&row("checked", "no: left out by \"include\" or \"exclude\" (src/customerio.json)")), "{out}");
    let none = Project::new(&[("a.ts", CLEAN)]).run(&["check", "--show-settings", "a.ts"]).stdout;
    for line in [
        row("settings files", "none; the defaults hold"),
        row("preset", "recommended (default)"),
        row("region", "not set, and no client in the project says it"),
        row("SDK version", "unknown; rules that depend on it are silent"),
    ] {
        assert!(none.contains(&line), "{line}:\n{none}");
    }
}

#[test]
fn what_the_engine_sees_is_shown() {
    let project = shop();
    let shown = project.run(&["check", "--show-calls"]);
    assert_eq!((shown.code, shown.stderr.as_str()), (0, ""));
    let out = shown.stdout;
    assert!(out.contains("new TrackClient"), "{out}");
    assert!(out.contains("region EU, Site ID from SITE_ID, Track API key from CIO_KEY"), "{out}");
    assert!(out.contains("through `notify` (src/cio.ts)"), "{out}");
    assert!(out.contains("TrackClient.identify") && out.contains("`signed_up`"), "{out}");
    assert!(!out.contains("src/other.ts") && !out.contains("old/a.ts"), "{out}");
    assert!(out.contains("1 client, ") && out.contains(" through functions of the project) and "), "{out}");

    let only_one = project.run(&["check", "--show-calls", "src/cio.ts"]).stdout;
    assert!(!only_one.contains("src/use.ts"), "{only_one}");
    let nothing = Project::new(&[("a.ts", "export {};\n")]).run(&["check", "--show-calls"]).stdout;
    assert!(nothing.starts_with("No file uses Customer.io (1 file looked at)"), "{nothing}");
    let import = Project::new(&[("a.ts", CLEAN)]).run(&["check", "--show-calls"]).stdout;
    assert!(import.contains("no client is created"), "{import}");
    let computed = format!("{CLIENT}export const f = (m: \"track\") => cio[m](\"1\", {{ name: \"a\" }});\n");
    let computed = Project::new(&[("a.ts", &computed)]).run(&["check", "--show-calls"]).stdout;
    assert!(computed.contains("1 client"), "{computed}");
}

#[test]
fn init_writes_settings_with_what_the_code_says() {
    let project = Project::new(&[("src/cio.ts", CLIENT)]);
    let output = project.run(&["init"]);
    assert_eq!(
        output.stdout, "Wrote ./customerio.json: preset recommended, region eu (as in src/cio.ts:2).\n",
        "{output:?}"
    );
    let settings: serde_json::Value = serde_json::from_str(&project.read("customerio.json")).unwrap();
    assert_eq!((&settings["preset"], &settings["region"]), (&"recommended".into(), &"eu".into()));
    assert!(settings["$schema"].as_str().unwrap().ends_with("customerio.schema.json"));
    assert_eq!(project.run(&["check"]).code, 0, "they are valid");
    let again = project.run(&["init"]);
    assert!(again.code == 2 && again.stderr.contains("already exists"), "{}", again.stderr);

    let project = Project::new(&[("app/a.ts", CLEAN), ("app/node_modules/customerio-ls/customerio.schema.json", "{}")]);
    let output = project.run(&["init", "app", "--preset", "strict"]);
    assert!(output.stdout.contains("preset strict. No client was found"), "{output:?}");
    let text = project.read("app/customerio.json");
    assert!(
        text.contains("\"./node_modules/customerio-ls/customerio.schema.json\"") && !text.contains("region"),
        "{text}"
    );

    let project =
        Project::new(&[("a.ts", CLIENT), ("b.ts", &CLIENT.replace("EU", "US")), ("c/.customerio.json", "{}")]);
    assert!(project.run(&["init"]).stdout.contains("It names no region: clients use eu (a.ts:2) and us (b.ts:2)."));
    let refused = project.run(&["init", "c"]);
    assert!(refused.code == 2 && refused.stderr.contains("rename it to customerio.json"), "{}", refused.stderr);
}

#[test]
fn completions_and_the_manual_page_know_every_option() {
    let project = Project::new(&[]);
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let output = project.run(&["completions", shell]);
        assert_eq!(output.code, 0, "{shell}: {}", output.stderr);
        let values: &[&str] = if ["bash", "zsh", "fish"].contains(&shell) { &["recommended", "sarif"] } else { &[] };
        for word in ["check", "min-severity", "baseline"].iter().chain(values) {
            assert!(output.stdout.contains(word), "{shell}: {word}");
        }
    }
    assert_eq!(project.run(&["completions", "cmd"]).code, 2);
    let man = project.run(&["man"]);
    assert_eq!(man.code, 0);
    for word in [".TH", "CHECK", "\\-\\-min\\-severity", "explain"] {
        assert!(man.stdout.contains(word), "{word}: {}", man.stdout);
    }
}
