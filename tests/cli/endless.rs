//! Names behind which there is no end, or nothing at all: FIFOs, devices, files that grow with every look. The run ends,
//! says what it skipped, and checks the rest.
#![cfg(unix)]

use super::project::{IDLE, Output, Project};
use std::os::unix::fs::symlink;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

/// Longer than any of these runs takes on a busy machine.
const LIMIT: Duration = Duration::from_secs(60);

/// Runs the binary; a run without an end is a failure.
fn run(project: &Project, args: &[&str]) -> Output {
    run_with(project, args, Stdio::null())
}

fn run_with(project: &Project, args: &[&str], stdin: Stdio) -> Output {
    let child = project.command(args).stdin(stdin).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let id = child.id().to_string();
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || sender.send(child.wait_with_output()));
    let Ok(output) = receiver.recv_timeout(LIMIT) else {
        Command::new("kill").args(["-9", &id]).status().unwrap();
        panic!("{args:?} does not end");
    };
    let output = output.unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Output { code: output.status.code().unwrap_or(-1), stdout: text(output.stdout), stderr: text(output.stderr) }
}

fn mkfifo(project: &Project, name: &str) {
    let path = project.path(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

/// Puts something into the place of a file.
type Make = fn(&Project, &str);

const KINDS: [(&str, Make); 4] = [
    ("a FIFO", mkfifo),
    ("a link to a FIFO", |project, name| {
        mkfifo(project, "fifo");
        std::fs::create_dir_all(project.path(name).parent().unwrap()).unwrap();
        symlink(project.path("fifo"), project.path(name)).unwrap();
    }),
    ("/dev/zero", |project, name| {
        std::fs::create_dir_all(project.path(name).parent().unwrap()).unwrap();
        symlink("/dev/zero", project.path(name)).unwrap();
    }),
    ("a link to itself", |project, name| {
        std::fs::create_dir_all(project.path(name).parent().unwrap()).unwrap();
        symlink(project.path(name), project.path(name)).unwrap();
    }),
];

#[test]
fn no_file_that_is_read_by_its_name_holds_the_run_up() {
    let names = [
        ".gitignore",
        ".ignore",
        "src/.gitignore",
        "src/.ignore",
        ".git/info/exclude",
        ".env",
        ".env.local",
        ".env.example",
        "package.json",
        "src/package.json",
        "tsconfig.json",
        "jsconfig.json",
        "base.json",
        "pnpm-workspace.yaml",
        "lerna.json",
        "package-lock.json",
        "npm-shrinkwrap.json",
        "yarn.lock",
        "pnpm-lock.yaml",
        "bun.lock",
        ".yarnrc.yml",
        "node_modules/customerio-node/package.json",
        "node_modules/@acme/base/tsconfig.json",
        "node_modules/other/package.json",
        "node_modules/other/index.js",
        "customerio.json",
        "src/customerio.json",
        "shared.json",
        "src/other.ts",
        "src/lib",
        "src/lib/index.ts",
    ];
    for (kind, make) in KINDS {
        for name in names {
            let project = Project::new(&[]);
            let all = [
                (
                    "src/a.ts",
                    format!(
                        "import {{ x }} from './other';\nimport y from './lib';\nimport z from 'other';\n{IDLE}x(y(z), new TrackClient('a', process.env.KEY!));\nimport {{ TrackClient }} from 'customerio-node';\n"
                    ),
                ),
                ("tsconfig.json", r#"{ "extends": ["./base.json", "@acme/base/tsconfig.json"] }"#.to_owned()),
                ("package.json", r#"{ "dependencies": { "customerio-node": "^4" }, "workspaces": ["*"] }"#.to_owned()),
                ("customerio.json", r#"{ "extends": ["./shared.json"] }"#.to_owned()),
                ("shared.json", "{}".to_owned()),
            ];
            for (file, text) in all {
                if file != name {
                    project.write(file, text);
                }
            }
            make(&project, name);
            let output = run(&project, &["check", "."]);
            assert_ne!(output.code, 101, "{name} is {kind}: {output:?}");
            assert!(output.stdout.contains("src/a.ts:5:4"), "{name} is {kind}: {output:?}");
            let ours =
                [".gitignore", "exclude", ".env", "package.json", "tsconfig.json", "customerio.json", "shared.json"];
            if kind == "a FIFO" && ours.contains(&name.rsplit('/').next().unwrap()) && !name.starts_with("node_modules")
            {
                assert!(output.stdout.contains(&format!("{name}: ")), "{name} is said: {output:?}");
                assert!(output.stdout.contains("not a regular file"), "{name} is said: {output:?}");
            }
        }
    }
}

#[test]
fn nor_does_one_in_a_folder_above() {
    for name in [".gitignore", ".ignore", "package.json", "tsconfig.json", ".env", "customerio.json", ".git"] {
        let project = Project::new(&[("sub/a.ts", IDLE)]);
        mkfifo(&project, name);
        let output = run(&project, &["check", "sub"]);
        assert!(output.stdout.contains("sub/a.ts:2:4"), "{name}: {output:?}");
    }
}

#[test]
fn nor_does_one_that_is_named() {
    for (kind, make) in KINDS {
        let project = Project::new(&[("a.ts", IDLE), ("hidden/.gitignore", "*.ts\n")]);
        make(&project, "b.ts");
        std::fs::create_dir_all(project.path("c")).unwrap();
        let output = run(&project, &["check", "a.ts", "b.ts"]);
        assert_eq!(output.code, 2, "{kind}: {output:?}");
        assert!(output.stdout.contains("a.ts:2:4") && output.stdout.contains("b.ts"), "{kind}: {output:?}");
        let output = run(&project, &["check", "--config", "b.ts", "a.ts"]);
        assert_eq!(output.code, 2, "{kind}: {output:?}");
        assert!((output.stdout + &output.stderr).contains("b.ts"), "{kind}");
        for named in [
            &["check", "--baseline", "b.ts", "a.ts"][..],
            &["check", "--write-baseline", "b.ts", "a.ts"],
            &["events", "--check", "b.ts"],
            &["events", "--types", "b.ts"],
            #[cfg(feature = "account")]
            &["pull", "--output", "b.ts"],
        ] {
            let output = run(&project, named);
            assert_eq!(output.code, 2, "{named:?}, {kind}: {output:?}");
            assert!((output.stdout + &output.stderr).contains("b.ts"), "{named:?}, {kind}");
        }
        let output = run(&project, &["check", "--fix", "."]);
        assert_ne!(output.code, 101, "{kind}: {output:?}");
    }
}

#[test]
fn nor_does_standard_input_without_an_end() {
    let project = Project::new(&[("a.ts", IDLE)]);
    let zero = std::fs::File::open("/dev/zero").unwrap();
    let output = run_with(&project, &["check", "--stdin-filename", "a.ts"], zero.into());
    assert_eq!(output.code, 2, "{output:?}");
    assert!(output.stdout.contains("too large"), "{output:?}");
    // The name alone does not matter: nothing is read from it.
    mkfifo(&project, "b.ts");
    let output = run(&project, &["check", "--stdin-filename", "b.ts"]);
    assert_eq!(output.code, 0, "{output:?}");
}

#[test]
fn a_sparse_file_of_any_length_is_said() {
    let project = Project::new(&[("a.ts", IDLE)]);
    std::fs::File::create(project.path("long.ts")).unwrap().set_len(1 << 40).unwrap();
    std::fs::File::create(project.path("package.json")).unwrap().set_len(1 << 40).unwrap();
    std::fs::File::create(project.path(".gitignore")).unwrap().set_len(1 << 40).unwrap();
    let output = run(&project, &["check", "."]);
    assert!(output.stdout.contains("a.ts:2:4"), "{output:?}");
    for said in ["long.ts: is skipped", "package.json: is skipped", ".gitignore: is skipped"] {
        assert!(output.stdout.contains(said), "{output:?}");
    }
}

#[test]
fn a_file_of_one_huge_line_is_said_once_and_checked_when_it_is_named() {
    let line = format!("{} // customerio-disable-line\n", "a=b;".repeat(10_000));
    let project = Project::new(&[
        ("big.js", &format!("import 'customerio-node';{line}")),
        ("other.js", &line.replace("customerio", "")),
    ]);
    for format in ["text", "json", "sarif", "github", "gitlab", "junit", "agent"] {
        let output = run(&project, &["check", "--format", format]);
        assert_eq!(output.code, 0, "{format}: {output:?}");
        assert_eq!(output.stdout.matches("it is minified").count(), 1, "{format}: {output:?}");
        assert!(output.stdout.contains("big.js") && !output.stdout.contains("other.js is"), "{format}: {output:?}");
    }
    let output = run(&project, &["check", "big.js"]);
    assert!(output.stdout.contains("unused-suppression") && !output.stdout.contains("minified"), "{output:?}");
}
