//! What the arguments mean: bare paths, globs, presets, severities, and folders in which there is nothing of ours.

use super::project::{CLEAN, IDLE, Project, STRICT};

/// A convention that no preset but the stricter ones looks at, beside a provable mistake.
const MIXED: &str = "import { TrackClient } from \"customerio-node\";\n\
                     const cio = new TrackClient(siteId, key);\n\
                     await cio.identify(\"42\", { created_at: Date.now() });\n\
                     await cio.track(\"42\", { name: \"SignedUp\" });\n";

#[test]
fn a_bare_path_means_check() {
    let project = Project::new(&[("src/a.ts", IDLE), ("customerio.json", STRICT), ("rules/b.ts", IDLE)]);
    let checked = project.run(&["check", "src"]);
    for args in [&["src"][..], &["./src"], &["src/a.ts"], &["--color", "never", "src"], &["src/**"], &["src/"]] {
        let bare = project.run(args);
        assert_eq!((bare.code, &bare.stdout), (1, &checked.stdout), "{args:?}: {}", bare.stderr);
    }
    assert_eq!(project.run(&["."]).code, 1);
    assert_eq!(project.run(&["-q"]).code, 1, "and an option of it, too");
    assert!(project.run(&["rules"]).stdout.starts_with("RULE"), "a subcommand comes before a folder of its name");
    assert_eq!(project.run(&["./rules"]).code, 1);
    let missing = project.run(&["missing/a.ts"]);
    assert_eq!(missing.code, 2);
    assert!(missing.stdout.contains("missing/a.ts: cannot be read"), "{}", missing.stdout);
    let mistyped = project.run(&["chekc"]);
    assert!(mistyped.code == 2 && mistyped.stderr.contains("'check'"), "{}", mistyped.stderr);
}

#[test]
fn globs_are_expanded() {
    let project = Project::new(&[
        ("src/a.ts", IDLE),
        ("src/deep/b.ts", IDLE),
        ("src/c.js", IDLE),
        ("app/[id]/page.ts", IDLE),
        ("packages/x/src/d.ts", IDLE),
        ("packages/y/test/e.ts", IDLE),
        ("dist/f.ts", IDLE),
        (".gitignore", "dist/\n"),
        (".git/HEAD", ""),
    ]);
    for (glob, wanted) in [
        ("src/**/*.ts", &["src/a.ts:2", "src/deep/b.ts:2"][..]),
        ("src/*.ts", &["src/a.ts:2"]),
        ("src/*", &["src/a.ts:2", "src/c.js:2", "src/deep/b.ts:2"]),
        ("./src/*.{js,mjs}", &["src/c.js:2"]),
        ("packages/*/src", &["packages/x/src/d.ts:2"]),
        ("app/[id]/*.ts", &["app/[id]/page.ts:2"]),
        ("app/[id]/page.ts", &["app/[id]/page.ts:2"]),
        ("d*/*.ts", &[]),
        ("dist/*.ts", &["dist/f.ts:2"]),
    ] {
        assert_eq!(project.places(&[glob]), wanted, "{glob}");
    }
    for (glob, why) in [
        ("src/*.tsx", "src/*.tsx: matches no file that can be checked"),
        ("scr/**/*.ts", "scr/**/*.ts: matches nothing: there is no folder"),
        ("src/[a.ts", "src/[a.ts: is not a valid glob"),
    ] {
        let output = project.run(&["check", glob]);
        assert!(output.code == 2 && output.stdout.contains(why), "{glob}: {}", output.stdout);
    }
}

#[test]
fn the_preset_of_the_arguments_is_taken_instead_of_the_settings() {
    let project = Project::new(&[("a.ts", MIXED), ("customerio.json", r#"{ "preset": "strict" }"#)]);
    let rules = |args: &[&str]| {
        let output = project.run(&[&["check", "--format", "agent"], args].concat()).stdout;
        let rule = |line: &str| line.split(": ").nth(1).and_then(|it| it.split(' ').nth(1)).map(str::to_owned);
        output.lines().filter(|line| line.starts_with("a.ts:")).filter_map(rule).collect::<Vec<_>>()
    };
    let (settings, recommended, all) = (rules(&[]), rules(&["--preset", "recommended"]), rules(&["--preset", "all"]));
    assert!(recommended.contains(&"timestamp-milliseconds".to_owned()));
    assert_eq!(settings, rules(&["--preset", "strict"]));
    assert!(recommended.len() < settings.len() || settings.len() < all.len(), "{recommended:?} {settings:?} {all:?}");
    let wrong = project.run(&["check", "--preset", "strickt"]);
    assert!(wrong.code == 2 && wrong.stderr.contains("recommended, strict, all"), "{}", wrong.stderr);
}

#[test]
fn what_is_less_severe_than_asked_for_is_left_out_of_everything() {
    let settings = r#"{ "rules": { "timestamp-milliseconds": "warning", "event-name-snake-case": "info" } }"#;
    let project = Project::new(&[("a.ts", MIXED), ("customerio.json", settings)]);
    assert_eq!(project.places(&[]), ["a.ts:3", "a.ts:4"]);
    assert_eq!(project.places(&["--min-severity", "info"]), ["a.ts:3", "a.ts:4"]);
    assert_eq!(project.places(&["--min-severity", "warning"]), ["a.ts:3"]);
    assert!(project.places(&["--min-severity", "error"]).is_empty());
    let strict = ["check", "--max-warnings", "0", "--min-severity"];
    assert_eq!(project.run(&[&strict[..], &["warning"]].concat()).code, 1);
    assert_eq!(project.run(&[&strict[..], &["error"]].concat()).code, 0);
    project.run(&["check", "--fix", "--min-severity", "error"]);
    assert_eq!(project.read("a.ts"), MIXED, "nor is it repaired");
    project.run(&["check", "--fix-suggested", "--min-severity", "warning"]);
    assert_eq!(project.read("a.ts"), MIXED.replace("Date.now()", "Math.floor(Date.now() / 1000)"));
}

#[test]
fn a_run_that_met_nothing_of_ours_says_so() {
    const NOTE: &str = "no file that was checked uses Customer.io; are these the right paths?";
    let project = Project::new(&[("src/a.ts", CLEAN), ("lib/b.ts", "export const b = 1;\n")]);
    for args in [&["check", "lib"][..], &["check", "lib/*.ts"], &["check", "--format", "json", "lib"]] {
        let output = project.run(args);
        assert!(output.code == 0 && output.stdout.contains(NOTE), "{args:?}: {}", output.stdout);
    }
    for args in [&["check", "src"][..], &["check"], &["check", "lib/b.ts"], &["check", "-q", "lib"]] {
        let output = project.run(args);
        assert!(output.code == 0 && !output.stdout.contains(NOTE), "{args:?}: {}", output.stdout);
    }
    for args in [&["lib"][..], &["lib/b.ts"], &["lib/*.ts"], &["-q", "lib"], &["node_modules", "lib"]] {
        let output = project.run(&[&["check", "--error-on-no-files"], args].concat());
        assert!(output.code == 2 && output.stdout.contains(NOTE), "{args:?}: {}", output.stdout);
    }
    assert_eq!(project.run(&["check", "--error-on-no-files"]).code, 0);
    assert_eq!(project.run(&["check", "--error-on-no-files", "--changed"]).code, 2, "nothing changed is no mistake");
}

#[test]
fn settings_under_nearly_the_right_name_are_refused() {
    for name in [".customerio.json", ".customerio.jsonc", "customerio.jsonc"] {
        let project = Project::new(&[(name, STRICT), ("src/a.ts", IDLE)]);
        let output = project.run(&["check"]);
        let advice = format!("{name}: this file is not read; rename it to customerio.json");
        assert!(output.code == 2 && output.stdout.contains(&advice), "{name}: {}", output.stdout);
        assert!(output.stdout.contains("1 warning in"), "all else is checked: {}", output.stdout);
        assert_eq!(project.run(&["check", "--config", name]).code, 1, "who names it means it");
        project.write("customerio.json", "{}");
        assert_eq!(project.run(&["check"]).code, 2, "beside the right one, too");
    }
}
