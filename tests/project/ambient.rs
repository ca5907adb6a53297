//! What files say that holds without an import: declarations, and methods put into classes.

use crate::support::{Disk, SDK};
use customerio_ls::testing::model::{FileId, Modules};
use customerio_ls::testing::project::Project;
use customerio_ls::testing::syntax::Language;
use ropey::Rope;

/// What `file` is told of by files that it does not import: with each, whether that certainly holds.
fn ambient(disk: &Disk, project: &Project, file: &str) -> Vec<(String, bool)> {
    let view = project.view();
    let file = view.id(&disk.path(file)).expect("it is there");
    view.ambient(file).into_iter().map(|(file, holds)| (disk.name(&view.path(file).expect("a path")), holds)).collect()
}

/// The names of files, in their order: numbers have the order of the walk, which differs from run to run.
fn sorted(disk: &Disk, project: &Project, files: &[FileId]) -> Vec<String> {
    let mut names = disk.names(&project.view(), files);
    names.sort();
    names
}

const AUGMENTS: &str =
    "import 'customerio-node';\ndeclare module 'customerio-node' { interface TrackClient { x(): void } }\n";

#[test]
fn declarations_hold_where_a_configuration_takes_them() {
    let disk = Disk::with(&[
        ("tsconfig.json", r#"{ "include": ["src"], "files": ["types/all.d.ts"] }"#),
        ("src/a.ts", "SDK"),
        ("src/env.d.ts", AUGMENTS),
        ("src/unrelated.d.ts", "declare const x: string;\n"),
        ("types/all.d.ts", AUGMENTS),
        ("types/none.d.ts", AUGMENTS),
        ("packages/b/tsconfig.json", "{}"),
        ("packages/b/b.ts", "SDK"),
        ("packages/b/deep/b.d.ts", AUGMENTS),
    ]);
    let project = disk.project();
    let names = |file: &str, holds: bool| {
        let mut found = ambient(&disk, &project, file);
        found.retain(|(_, it)| *it == holds);
        found.sort();
        found.into_iter().map(|(name, _)| name).collect::<Vec<_>>()
    };
    assert_eq!(names("src/a.ts", true), ["src/env.d.ts", "types/all.d.ts"]);
    assert_eq!(names("src/a.ts", false), ["packages/b/deep/b.d.ts", "types/none.d.ts"]);
    assert_eq!(names("packages/b/b.ts", true), ["packages/b/deep/b.d.ts"]);
}

#[test]
fn what_holds_without_an_import_is_not_judged_and_touches_all() {
    let disk = Disk::with(&[("tsconfig.json", "{}"), ("a.ts", "SDK"), ("b.ts", "SDK"), ("env.d.ts", "export {};\n")]);
    let project = disk.project();
    let reached = |project: &Project| disk.names(&project.view(), &project.reached());
    assert_eq!(reached(&project), ["a.ts", "b.ts"]);
    assert_eq!(ambient(&disk, &project, "a.ts"), []);
    let changed = |text: &str| {
        let path = disk.write("env.d.ts", text);
        project.disk_changed(&[path], &|| false).expect("it is not cancelled")
    };
    let change = changed(AUGMENTS);
    assert_eq!(sorted(&disk, &project, &change.affected), ["a.ts", "b.ts"]);
    assert_eq!(ambient(&disk, &project, "a.ts"), [("env.d.ts".to_owned(), true)]);
    let view = project.view();
    assert!(view.facts(view.ambient(view.id(&disk.path("a.ts")).unwrap())[0].0).is_some());
    // Another member.
    let change = changed(&AUGMENTS.replace("x()", "y()"));
    assert_eq!(sorted(&disk, &project, &change.affected), ["a.ts", "b.ts"]);
    assert_eq!(changed(&format!("// a comment\n{}", AUGMENTS.replace("x()", "y()"))).affected, []);
    let path = disk.delete("env.d.ts");
    let change = project.disk_changed(&[path], &|| false).expect("it is not cancelled");
    assert_eq!(sorted(&disk, &project, &change.affected), ["a.ts", "b.ts"]);
    assert_eq!(ambient(&disk, &project, "a.ts"), []);
    assert_eq!(reached(&project), ["a.ts", "b.ts"]);
}

#[test]
fn a_file_that_begins_to_speak_for_all_touches_all() {
    let disk = Disk::with(&[("a.ts", "SDK"), ("b.ts", "SDK"), ("c.ts", "SDK")]);
    let project = disk.project();
    let text = Rope::from_str(&format!("{SDK}TrackClient.prototype.x = () => {{}};\n"));
    let change = project.set_editor(&disk.path("c.ts"), &text, Language::TypeScript, None);
    let names = sorted(&disk, &project, &change.affected);
    assert!(names.contains(&"a.ts".to_owned()) && names.contains(&"b.ts".to_owned()), "{names:?}");
    assert_eq!(ambient(&disk, &project, "a.ts"), [("c.ts".to_owned(), false)]);
}

#[test]
fn what_a_setup_file_puts_into_clients_is_told_to_all() {
    let disk = Disk::with(&[
        ("cio.ts", "import { TrackClient } from 'customerio-node';\nexport const cio = new TrackClient('a', 'b');\n"),
        ("a.ts", "import { cio } from './cio';\ncio.trackTwice();\n"),
        // No file imports it: `node -r ./setup.ts`. It does not name the SDK itself.
        ("setup.ts", "import { cio } from './cio';\ncio.trackTwice = () => {};\n"),
        ("other.ts", "const other = {};\nother.unrelated = () => {};\n"),
    ]);
    let project = disk.project();
    let putting = |name: &str| {
        let view = project.view();
        let file = view.id(&disk.path("a.ts")).expect("it is there");
        disk.names(&view, &view.putting(file, name))
    };
    assert_eq!(putting("trackTwice"), ["setup.ts"]);
    assert!(putting("unrelated").is_empty());
    assert!(putting("track").is_empty());
    let changed = |text: &str| {
        let change = project.set_editor(&disk.path("setup.ts"), &Rope::from_str(text), Language::TypeScript, None);
        sorted(&disk, &project, &change.affected)
    };
    // Another name: whoever calls either is judged again.
    let affected = changed("import { cio } from './cio';\ncio.trackThrice = () => {};\n");
    assert!(affected.contains(&"a.ts".to_owned()), "{affected:?}");
    assert_eq!(putting("trackThrice"), ["setup.ts"]);
    assert!(putting("trackTwice").is_empty());
    let affected =
        changed("import { cio } from './cio';\ncio.trackThrice = () => { cio.track('1', { name: 'x' }); };\n");
    assert!(affected.is_empty(), "{affected:?}");
}
