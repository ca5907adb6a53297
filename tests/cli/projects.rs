//! `check` of projects: what is seen across files, and what of a project a run looks at.

use super::project::Project;

const CLIENT: &str = "import { TrackClient } from \"customerio-node\";\n\
    const cio = new TrackClient(process.env.SITE!, process.env.CIO_KEY!);\n\
    export const seen = (id: string, at: number) => cio.identify(id, { last_seen_at: at });\n";
const CALLER: &str = "import { seen } from \"@/lib/cio\";\nawait seen(\"1\", Date.now());\n";
const TSCONFIG: &str = r#"{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }"#;

fn project() -> Project {
    Project::new(&[
        ("src/lib/cio.ts", CLIENT),
        ("src/main.ts", CALLER),
        ("tsconfig.json", TSCONFIG),
        ("package.json", "{}"),
    ])
}

#[test]
fn a_file_that_never_names_the_sdk_is_judged_by_what_it_imports() {
    let project = project();
    assert_eq!(project.places(&[]), ["src/main.ts:2"]);
    assert_eq!(project.places(&["src/main.ts"]), ["src/main.ts:2"], "a file by itself is a file of its project");
    assert_eq!(project.places(&["src/lib"]), Vec::<String>::new());
}

#[test]
fn standard_input_is_a_file_of_its_project() {
    let output = project().run_with_input(&["check", "--stdin-filename", "src/new.ts"], CALLER.as_bytes());
    assert!(output.stdout.contains("timestamp-milliseconds"), "{}", output.stdout);
}

#[test]
fn what_a_value_in_an_env_file_looks_like_is_evidence_and_never_shown() {
    let project = project();
    let secret = "0123456789abcdef0123456789abcdef";
    project.write(".env", format!("CIO_KEY={secret}\n"));
    let output = project.run(&["check"]);
    assert_eq!(output.code, 1);
    assert!(output.stdout.contains("error[wrong-api-key]") && output.stdout.contains(".env:1:1"), "{}", output.stdout);
    assert!(!output.stdout.contains(secret) && !output.stderr.contains(secret));
}

#[test]
fn one_event_in_two_spellings_is_found_wherever_it_is_sent() {
    let send =
        |name: &str| format!("import {{ cio }} from \"./cio\";\nawait cio.track(\"1\", {{ name: \"{name}\" }});\n");
    let client = "import { TrackClient } from \"customerio-node\";\nexport const cio = new TrackClient(siteId, key);\n";
    let project = Project::new(&[("cio.ts", client), ("package.json", "{}")]);
    project.write("a.ts", send("signed_up"));
    project.write("b.ts", send("signed_up"));
    project.write("c.ts", send("SignedUp"));
    assert_eq!(project.places(&[]), ["c.ts:2"]);
    assert_eq!(project.places(&["c.ts"]), ["c.ts:2"], "the others are compared with, named or not");
    assert_eq!(project.run(&["check", "--fix-suggested"]).code, 0);
    assert!(project.read("c.ts").contains("\"signed_up\""));
}

/// A package that is taken for the SDK, by a file that names nothing else of it.
const MISTAKEN: &str = "import { TrackClient } from \"customer.io\";\n\
    export const cio = new TrackClient(process.env.SITE!, process.env.CIO_KEY!);\n";

#[test]
fn a_package_that_is_taken_for_the_sdk_is_found_by_its_name() {
    let project = Project::new(&[("src/cio.ts", MISTAKEN), ("package.json", "{}")]);
    assert!(project.run(&["check"]).stdout.contains("warning[unknown-package]"));
    assert_eq!(project.places(&[]), ["src/cio.ts:1"]);
    assert_eq!(project.places(&["src/cio.ts"]), ["src/cio.ts:1"]);
}

#[test]
fn what_is_there_by_that_name_is_not_taken_for_the_sdk() {
    let paths = r#"{ "compilerOptions": { "paths": { "customer.io": ["./lib/own.ts"] } } }"#;
    let own = "export class TrackClient {}\n";
    let cases: [&[(&str, &str)]; 4] = [
        &[("tsconfig.json", paths), ("lib/own.ts", own), ("package.json", "{}")],
        &[
            ("package.json", r#"{ "workspaces": ["packages/*"] }"#),
            ("packages/own/package.json", r#"{ "name": "customer.io", "main": "index.ts" }"#),
            ("packages/own/index.ts", own),
        ],
        &[("package.json", "{}"), ("node_modules/customer.io/package.json", "{}")],
        &[("package.json", r#"{ "dependencies": { "customer.io": "npm:customerio-node@^5" } }"#)],
    ];
    for files in cases {
        let project = Project::new(files);
        project.write("src/cio.ts", MISTAKEN);
        assert_eq!(project.places(&[]), Vec::<String>::new(), "{files:?}");
    }
    let project = Project::new(&[("package.json", r#"{ "dependencies": { "customer.io": "^1.0.0" } }"#)]);
    project.write("src/cio.ts", MISTAKEN);
    assert_eq!(
        project.places(&[]),
        ["package.json:1", "src/cio.ts:1"],
        "to ask the registry for it does not make it one"
    );
}

#[test]
fn requests_without_the_sdk_are_found_by_the_hosts_and_over_files() {
    let host = "export const HOST = \"https://api.customer.io/v1\";\n";
    let caller = "import { HOST } from \"./host\";\n\
        export const all = () => fetch(`${HOST}/segments`, { headers: { Authorization: \"Basic a\" } });\n";
    let project = Project::new(&[("src/host.ts", host), ("src/all.ts", caller), ("package.json", "{}")]);
    assert_eq!(project.places(&[]), ["src/all.ts:2"]);
    assert_eq!(project.places(&["src/all.ts"]), ["src/all.ts:2"]);
    // A link is no request, and no reason to look at a file.
    project.write("src/host.ts", "// https://docs.customer.io/api\nexport const HOST = \"https://example.com\";\n");
    assert_eq!(project.places(&[]), Vec::<String>::new());
}
