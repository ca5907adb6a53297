//! `check`: documents that show code are read where they are asked for, and nowhere else.

use super::project::{CLEAN, Project};

/// A document with one mistake, on its line 5.
const GUIDE: &str = "# Guide

```ts
import { TrackClient } from \"customerio-node\";
new TrackClient(id, key).identify(\"1\", { created_at: Date.now() });
```
";

/// A project with documents in its folders.
fn project(settings: &str) -> Project {
    Project::new(&[
        ("customerio.json", settings),
        ("package.json", "{}"),
        ("a.ts", CLEAN),
        ("README.md", GUIDE),
        ("docs/guide.mdx", GUIDE),
        ("docs/b.ts", CLEAN),
        ("node_modules/c/README.md", GUIDE),
    ])
}

#[test]
fn folders_do_not_ask_for_them_and_names_do() {
    let project = project("{}");
    for silent in [&[][..], &["."], &["docs"], &["docs/*"], &["**/*.ts"]] {
        assert_eq!(project.places(silent), [""; 0], "{silent:?}");
    }
    assert_eq!(project.places(&["README.md"]), ["README.md:5"]);
    assert_eq!(project.places(&["**/*.md"]), ["README.md:5"]);
    assert_eq!(project.places(&["docs", "*.md"]), ["README.md:5"]);
    assert_eq!(project.places(&["**/*.{ts,md,mdx}"]), ["README.md:5", "docs/guide.mdx:5"]);
    assert_eq!(project.places(&["docs/guide.mdx", "a.ts"]), ["docs/guide.mdx:5"]);
}

#[test]
fn the_settings_ask_for_them_by_their_extension() {
    let places = |settings: &str| project(settings).places(&[]);
    assert_eq!(places(r#"{ "include": ["**/*.ts", "*.md"] }"#), ["README.md:5"]);
    assert_eq!(places(r#"{ "include": ["**/*.ts", "docs/**/*.mdx"] }"#), ["docs/guide.mdx:5"]);
    assert_eq!(places(r#"{ "include": ["docs", "a.ts", "README*"] }"#), [""; 0]);
    assert_eq!(places(r#"{ "include": ["**/*.{ts,md}"], "exclude": ["README.md"] }"#), [""; 0]);
}

#[test]
fn they_are_repaired_in_their_blocks() {
    let project = project("{}");
    let output = project.run(&["check", "--diff", "README.md"]);
    assert_eq!(output.code, 1);
    assert!(
        output.stdout.contains("+new TrackClient(id, key).identify(\"1\", { created_at: Math.floor("),
        "{}",
        output.stdout
    );
    project.run(&["check", "--fix", "README.md"]);
    assert_eq!(project.read("README.md"), GUIDE.replace("Date.now()", "Math.floor(Date.now() / 1000)"));
    let piped = project.run_with_input(&["check", "--fix", "--stdin-filename", "x.md"], GUIDE.as_bytes());
    assert_eq!(piped.stdout, project.read("README.md"));
}

#[test]
fn what_is_no_program_is_no_problem() {
    let project = project("{}");
    let cut =
        format!("{GUIDE}\n```js\nimport {{ a\n```\n\n```json\n{{\n```\n\n```ts\n{{ \"customerio-node\": ] ...\n```\n");
    project.write("README.md", cut);
    let output = project.run(&["check", "README.md"]);
    assert!(!output.stdout.contains("cannot be parsed"), "{}", output.stdout);
    assert!(output.stdout.contains("1 error in 1 of 1 file"), "{}", output.stdout);
}

#[test]
fn their_names_are_no_names_of_the_program() {
    let project = project("{}");
    let guide = GUIDE.replace("identify(\"1\", { created_at: Date.now() })", "track(\"1\", { name: \"Signed Up\" })");
    project.write("README.md", guide);
    project.write("customerio.json", r#"{ "include": ["**/*.ts", "*.md"] }"#);
    assert!(!project.run(&["events"]).stdout.contains("Signed Up"));
}
