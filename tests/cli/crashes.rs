//! One file that crashes a part of the tool costs that part of that file, and is told.

use super::project::{IDLE, Project};

/// A shop whose other files do not depend on `boom.ts`.
fn project() -> Project {
    Project::new(&[
        ("package.json", r#"{ "dependencies": { "customerio-node": "^4" }, "workspaces": ["packages/*"] }"#),
        ("tsconfig.json", r#"{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }"#),
        ("package-lock.json", "{}"),
        (".env", "KEY=1\n"),
        ("customerio.json", "{}"),
        ("a.ts", IDLE),
        ("boom.ts", &format!("import {{ cio }} from \"@/c\";\n{IDLE}cio.track(\"1\", {{ name: \"a\" }});\n")),
        (
            "c.ts",
            "import { TrackClient } from 'customerio-node';\nexport const cio = new TrackClient('a', process.env.KEY!);\n",
        ),
    ])
}

#[test]
fn a_comment_without_an_end_after_require() {
    for text in ["require /*", "const s = 'require /*';", "// require /*\nimport 'customerio-node';", "require?. /*"] {
        let project = Project::new(&[("a.ts", IDLE), ("b.ts", text)]);
        let output = project.run(&["check"]);
        assert_eq!(output.code, 0, "{text}: {output:?}");
        assert!(output.stdout.contains("a.ts:2:4"), "{text}: {output:?}");
    }
}

/// In release builds there is no way to make a part crash.
#[cfg(debug_assertions)]
#[test]
fn every_part_fails_for_one_file_alone() {
    for (crash, file, told) in [
        ("searching:boom.ts", "boom.ts", true),
        ("reading:boom.ts", "boom.ts", true),
        ("parsing:boom.ts", "boom.ts", true),
        ("analyzing:boom.ts", "boom.ts", true),
        ("resolving the imports of:boom.ts", "boom.ts", true),
        ("indexing the imports of:boom.ts", "boom.ts", true),
        ("reading:package.json", "package.json", true),
        ("reading:tsconfig.json", "tsconfig.json", true),
        ("reading:customerio.json", "customerio.json", true),
        ("reading:package-lock.json", "package-lock.json", true),
        ("reading:.env", ".env", true),
        ("fixing:boom.ts", "boom.ts", false),
    ] {
        let project = project();
        for format in ["text", "json", "sarif", "github", "gitlab", "junit", "agent"] {
            let mut command = project.command(&["check", "--format", format]);
            let output = command.env("CUSTOMERIO_LS_CRASH", crash).output().unwrap();
            let stdout = String::from_utf8(output.stdout).unwrap();
            let code = output.status.code();
            if told {
                assert_eq!(code, Some(2), "{crash}: {stdout}");
                let stage = crash.split(':').next().unwrap();
                let sentence = format!("customerio-ls crashed while {stage} {file}. This is a bug");
                assert!(stdout.contains(&sentence), "{crash} {format}: {stdout}");
            } else {
                assert_ne!(code, Some(101), "{crash}: {stdout}");
            }
            assert!(stdout.contains("a.ts"), "{crash} {format}: {stdout}");
            assert!(stdout.contains("unused-suppression"), "{crash} {format}: {stdout}");
        }
    }
}

#[cfg(debug_assertions)]
#[test]
fn a_fix_that_crashes_leaves_the_file_and_repairs_the_others() {
    let project = project();
    let mut command = project.command(&["check", "--fix"]);
    let output = command.env("CUSTOMERIO_LS_CRASH", "fixing:boom.ts").output().unwrap();
    let stdout = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(2), "{stdout}");
    assert!(stdout.contains("customerio-ls crashed while fixing boom.ts"), "{stdout}");
    assert_eq!(project.read("a.ts"), super::project::IDLE_FIXED);
    assert!(project.read("boom.ts").contains(IDLE));
}
