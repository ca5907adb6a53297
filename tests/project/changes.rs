//! Changes: what the editor writes and what happens on disk, what it means, and that nobody is disturbed.

use crate::support::{Disk, SDK};
use customerio_ls::testing::model::{FileId, Modules};
use customerio_ls::testing::project::{Project, ProjectDelta};
use customerio_ls::testing::source::Source;
use customerio_ls::testing::syntax::Language;
use ropey::Rope;
use std::fs;
use std::path::Path;
use std::sync::Arc;

/// A project with a client, a barrel, a helper and those who use them. All who reach the SDK are judged.
const SHOP: [(&str, &str); 8] = [
    ("src/cio.ts", "SDK"),
    ("src/index.ts", "export * from './cio';\nexport { now } from './time';\n"),
    (
        "src/time.ts",
        "import { log } from './log';\nconst unused = 1;\nexport const now = () => Date.now() / 1000;\nlog(unused);\n",
    ),
    ("src/log.ts", "export const log = console.log;\n"),
    ("src/a.ts", "import { cio, now } from '.';\ncio.identify('1', { at: now() });\n"),
    ("src/b.ts", "import { cio } from './cio';\ncio.track('1', { name: 'x' });\n"),
    ("src/c.ts", "import { now } from './time';\nnow();\n"),
    ("package.json", "{}"),
];

struct Shop {
    disk: Disk,
    project: Project,
}

impl Shop {
    fn new() -> Self {
        let disk = Disk::with(&SHOP);
        let project = disk.project();
        let shop = Self { disk, project };
        shop.judge();
        shop
    }

    /// Asks what a judgement of every file asks: the facts of all that its imports lead to.
    fn judge(&self) {
        let view = self.project.view();
        let mut open = view.reached();
        let mut seen = std::collections::BTreeSet::new();
        while let Some(file) = open.pop() {
            if !seen.insert(file) {
                continue;
            }
            let Some(facts) = view.facts(file) else { continue };
            let imports = facts.root.children.iter().flat_map(|child| &child.unit.imports);
            open.extend(imports.filter_map(|import| view.resolve(file, &import.module)));
        }
    }

    fn id(&self, path: &str) -> FileId {
        self.project.id(&self.disk.path(path)).expect("it is there")
    }

    fn edit(&self, path: &str, text: &str) -> Told {
        let text = if text == "SDK" { SDK } else { text };
        let source = Source::parse(Rope::from_str(text), Language::TypeScript);
        let change = self.project.set_editor(&self.disk.path(path), &source.rope, source.language, Some(&source.facts));
        self.told(&change)
    }

    fn close(&self, path: &str) -> Told {
        let change = self.project.drop_editor(&self.disk.path(path));
        self.told(&change)
    }

    fn write(&self, path: &str, text: &str) -> Told {
        self.disk.write(path, text);
        self.noticed(path)
    }

    fn noticed(&self, path: &str) -> Told {
        let change = self.project.disk_changed(&[self.disk.path(path)], &|| false).expect("not cancelled");
        self.told(&change)
    }

    fn told(&self, change: &ProjectDelta) -> Told {
        let view = self.project.view();
        let names = |files: &[FileId]| {
            let mut names = self.disk.names(&view, files);
            names.sort();
            names.join(" ")
        };
        self.judge();
        Told {
            changed: names(&change.changed),
            reached: names(&change.reached),
            ceased: names(&change.ceased),
            affected: names(&change.affected),
        }
    }

    #[track_caller]
    fn reaches(&self, expected: &[&str]) {
        let view = self.project.view();
        assert_eq!(self.disk.names(&view, &view.reached()), expected);
    }
}

#[derive(Debug, PartialEq)]
struct Told {
    changed: String,
    reached: String,
    ceased: String,
    affected: String,
}

impl Told {
    #[track_caller]
    fn is(&self, changed: &str, reached: &str, ceased: &str, affected: &str) {
        let [changed, reached, ceased, affected] = [changed, reached, ceased, affected].map(str::to_owned);
        assert_eq!(*self, Told { changed, reached, ceased, affected });
    }
}

#[test]
fn an_edit_that_nobody_sees_concerns_its_file_alone() {
    let shop = Shop::new();
    shop.reaches(&["src/a.ts", "src/b.ts", "src/cio.ts", "src/index.ts"]);
    shop.edit("src/cio.ts", SDK).is("src/cio.ts", "", "", "");
    shop.edit("src/cio.ts", &format!("// a comment\n{SDK}const own = 1;\n")).is("src/cio.ts", "", "", "");
    shop.edit("src/a.ts", "import { cio } from '.';\ncio.identify('2', {});\n").is("src/a.ts", "", "", "");
    // A helper that does not reach the SDK, but is looked at.
    shop.edit("src/time.ts", &SHOP[2].1.replace("unused = 1", "unused = 2")).is("", "", "", "");
}

#[test]
fn an_edit_that_others_see_concerns_its_importers() {
    let shop = Shop::new();
    shop.edit("src/cio.ts", &SDK.replace("'b'", "'c'")).is("src/cio.ts", "", "", "src/a.ts src/b.ts src/index.ts");
    // Through a barrel; `c` does not reach the SDK and is not judged.
    shop.edit("src/time.ts", &SHOP[2].1.replace("/ 1000", "")).is("", "", "", "src/a.ts src/index.ts");
    shop.edit("src/log.ts", "export const log = console.warn;\n").is("", "", "", "src/a.ts src/index.ts");
}

#[test]
fn imports_that_are_typed_and_deleted() {
    let shop = Shop::new();
    shop.edit("src/c.ts", "import { now } from './time';\nimport { cio } from './c';\n").is("", "", "", "");
    shop.edit("src/c.ts", "import { now } from './time';\nimport { cio } from './cio';\n")
        .is("src/c.ts", "src/c.ts", "", "");
    shop.edit("src/c.ts", "import { now } from './time';\nimport { cio } from './ci';\n")
        .is("src/c.ts", "", "src/c.ts", "");
    // What imports it is found, too, and lost again.
    shop.edit("src/log.ts", "import './cio'; export const log = console.log;\n").is(
        "src/log.ts",
        "src/c.ts src/log.ts src/time.ts",
        "",
        "src/a.ts src/index.ts",
    );
    shop.reaches(&["src/a.ts", "src/b.ts", "src/c.ts", "src/cio.ts", "src/index.ts", "src/log.ts", "src/time.ts"]);
    shop.edit("src/log.ts", "export const log = console.log;\n").is(
        "src/log.ts",
        "",
        "src/c.ts src/log.ts src/time.ts",
        "src/a.ts src/index.ts",
    );
}

#[test]
fn a_circle_that_loses_the_sdk() {
    let disk = Disk::with(&[("a.ts", "-> ./b"), ("b.ts", "import './a'; import './sdk'"), ("sdk.ts", "SDK")]);
    let project = disk.project();
    let shop = Shop { disk, project };
    shop.reaches(&["a.ts", "b.ts", "sdk.ts"]);
    shop.edit("b.ts", "import './a'").is("b.ts", "", "a.ts b.ts", "");
    shop.reaches(&["sdk.ts"]);
    shop.close("b.ts").is("b.ts", "a.ts b.ts", "", "");
}

#[test]
fn the_editor_beats_the_disk() {
    let shop = Shop::new();
    shop.edit("src/c.ts", "import './cio'").is("src/c.ts", "src/c.ts", "", "");
    // What happens on disk meanwhile says nothing.
    shop.write("src/c.ts", "").is("", "", "", "");
    shop.reaches(&["src/a.ts", "src/b.ts", "src/c.ts", "src/cio.ts", "src/index.ts"]);
    shop.close("src/c.ts").is("src/c.ts", "", "src/c.ts", "");
    assert_eq!(shop.project.facts(shop.id("src/c.ts")).unwrap().root.children.len(), 0);
    // Closing what is not open is nothing.
    shop.close("src/c.ts").is("", "", "", "");
    shop.close("src/missing.ts").is("", "", "", "");
}

#[test]
fn a_file_that_is_not_saved_yet() {
    let shop = Shop::new();
    shop.edit("src/d.ts", "import './new/e'").is("", "", "", "");
    shop.edit("src/new/e.ts", "import '../cio'").is("src/new/e.ts", "src/d.ts src/new/e.ts", "", "");
    let e = shop.project.resolve(shop.project.view().id(&shop.disk.path("src/d.ts")).unwrap(), "./new/e");
    assert!(e.is_some() && shop.project.facts(e.unwrap()).is_some());
    shop.close("src/new/e.ts").is("src/new/e.ts", "", "src/d.ts src/new/e.ts", "");
    shop.edit("src/new/e.ts", "import '../cio'").is("src/new/e.ts", "src/d.ts src/new/e.ts", "", "");
    // Saving it changes nothing.
    shop.write("src/new/e.ts", "import '../cio'");
    shop.close("src/new/e.ts").is("src/new/e.ts", "", "", "");
}

#[test]
fn files_that_come_and_go() {
    let shop = Shop::new();
    shop.write("src/d.ts", "-> ./cio").is("src/d.ts", "src/d.ts", "", "");
    shop.disk.delete("src/d.ts");
    shop.noticed("src/d.ts").is("src/d.ts", "", "src/d.ts", "");
    // A file that others were waiting for.
    shop.write("src/b.ts", "import { cio } from './cio'; import { x } from './x';").is("src/b.ts", "", "", "");
    shop.write("src/x.ts", "export const x = 1;").is("", "", "", "src/b.ts");
    shop.write("src/x.ts", "export const x = 2;").is("", "", "", "src/b.ts");
    shop.write("src/x.ts", "// why\nexport const x = 2;").is("", "", "", "");
    // One that takes the place of another.
    fs::create_dir(shop.disk.path("src/x")).unwrap();
    shop.disk.delete("src/x.ts");
    shop.write("src/x/index.ts", "export const x = 3;").is("", "", "", "src/b.ts");
    shop.noticed("src/x.ts").is("", "", "", "");
    // The client goes, and comes back.
    shop.disk.delete("src/cio.ts");
    shop.noticed("src/cio.ts").is("src/cio.ts", "", "src/a.ts src/b.ts src/cio.ts src/index.ts", "");
    shop.reaches(&[]);
    shop.write("src/cio.ts", "SDK").is("src/cio.ts", "src/a.ts src/b.ts src/cio.ts src/index.ts", "", "");
}

#[test]
fn folders_that_move() {
    let shop = Shop::new();
    fs::rename(shop.disk.path("src"), shop.disk.path("lib")).unwrap();
    let paths = [shop.disk.path("src"), shop.disk.path("lib")];
    shop.project.disk_changed(&paths, &|| false).unwrap();
    shop.reaches(&["lib/a.ts", "lib/b.ts", "lib/cio.ts", "lib/index.ts"]);
    fs::remove_dir_all(shop.disk.path("lib")).unwrap();
    shop.noticed("lib");
    shop.reaches(&[]);
    assert!(!shop.project.view().walked().any(|path| path.starts_with(shop.disk.path("lib"))));
}

#[test]
fn configurations_that_change() {
    let shop = Shop::new();
    shop.write("src/d.ts", "-> code/cio").is("", "", "", "");
    let paths =
        |target: &str| format!("{{ \"compilerOptions\": {{ \"paths\": {{ \"code/*\": [\"{target}/*\"] }} }} }}");
    shop.write("tsconfig.json", &paths("./elsewhere")).is("", "", "", "");
    shop.write("tsconfig.json", &paths("./src")).is("", "src/d.ts", "", "");
    shop.write("tsconfig.json", "{").is("", "", "src/d.ts", "");
    shop.write("src/e.ts", "-> @acme/cio").is("", "", "", "");
    shop.write("packages/x/package.json", r#"{ "name": "@acme/cio" }"#).is("", "", "", "");
    shop.write("packages/x/index.ts", "-> ../../src/cio").is("packages/x/index.ts", "packages/x/index.ts", "", "");
    shop.write("package.json", r#"{ "workspaces": ["packages/*"] }"#).is("", "src/e.ts", "", "");
    shop.disk.delete("packages/x/package.json");
    shop.noticed("packages/x/package.json").is("", "", "src/e.ts", "");
}

#[test]
fn an_alias_that_means_another_file() {
    let shop = Shop::new();
    let paths = |target: &str| format!("{{ \"compilerOptions\": {{ \"paths\": {{ \"time\": [\"{target}\"] }} }} }}");
    shop.write("src/other.ts", "export const now = () => 1;");
    shop.write("tsconfig.json", &paths("src/time.ts"));
    shop.write("src/b.ts", "import { cio } from './cio'; import { now } from 'time';");
    shop.write("tsconfig.json", &paths("src/other.ts")).is("", "", "", "src/b.ts");
}

#[test]
fn what_is_ignored_now() {
    let shop = Shop::new();
    shop.write(".gitignore", "b.ts\n").is("src/b.ts", "", "src/b.ts", "");
    shop.write(".gitignore", "").is("src/b.ts", "src/b.ts", "", "");
    // The editor may open it all the same.
    shop.write(".gitignore", "b.ts\n");
    shop.edit("src/b.ts", "import './cio'").is("src/b.ts", "src/b.ts", "", "");
    shop.close("src/b.ts").is("src/b.ts", "", "src/b.ts", "");
    // And who imports it sees what it is.
    shop.write("src/a.ts", "import { cio } from './cio'; import { x } from './b';");
    shop.write("src/b.ts", "export const x = 1;").is("", "", "", "src/a.ts");
}

#[test]
fn the_first_file_that_names_the_sdk() {
    let disk = Disk::with(&[("a.ts", "-> ./b"), ("b.ts", ""), ("c.ts", "-> react")]);
    let shop = Shop { project: disk.project(), disk };
    shop.reaches(&[]);
    shop.edit("b.ts", "SDK").is("b.ts", "a.ts b.ts", "", "");
    shop.close("b.ts").is("b.ts", "", "a.ts b.ts", "");
    let disk = Disk::with(&[("a.ts", "-> ./b"), ("b.ts", ""), ("c.ts", "-> react")]);
    let shop = Shop { project: disk.project(), disk };
    shop.write("b.ts", "SDK").is("b.ts", "a.ts b.ts", "", "");
}

#[test]
fn who_judges_is_not_disturbed() {
    let shop = Shop::new();
    let before = shop.project.view();
    let (a, cio) = (shop.id("src/a.ts"), shop.id("src/cio.ts"));
    let facts = before.facts(cio).unwrap();
    shop.edit("src/cio.ts", "export const cio = null;");
    shop.edit("src/a.ts", "");
    assert!(Arc::ptr_eq(&facts, &before.facts(cio).unwrap()));
    assert!(before.reaches(a) && before.resolve(a, ".").is_some());
    assert!(!shop.project.reaches(a) && !shop.project.reaches(cio));
    assert_eq!(shop.disk.names(&before, &before.reached()).len(), 4);
}

#[test]
fn a_change_that_is_cancelled_changes_nothing() {
    let shop = Shop::new();
    shop.disk.write("src/d.ts", "-> ./cio");
    assert_eq!(shop.project.disk_changed(&[shop.disk.path("src/d.ts")], &|| true), None);
    shop.reaches(&["src/a.ts", "src/b.ts", "src/cio.ts", "src/index.ts"]);
    shop.noticed("src/d.ts").is("src/d.ts", "src/d.ts", "", "");
}

#[test]
fn a_text_on_disk_that_is_another_one_by_now() {
    let shop = Shop::new();
    let view = shop.project.view();
    let a = shop.id("src/a.ts");
    assert!(!view.text(a).unwrap().outdated);
    shop.disk.write("src/a.ts", "");
    let text = view.text(a).unwrap();
    assert!(text.outdated && text.rope == "" && text.facts.root.children.is_empty());
    shop.noticed("src/a.ts");
    assert!(!shop.project.view().text(a).unwrap().outdated);
}

#[test]
fn what_does_not_concern_us() {
    let shop = Shop::new();
    for path in ["README.md", "node_modules/x/index.js", "src/a.test.snap", "src/.a.ts.swp"] {
        shop.write(path, SDK).is("", "", "", "");
    }
    let nothing = shop.project.disk_changed(&[Path::new("/surely/not/there.ts").to_path_buf()], &|| false).unwrap();
    assert_eq!(nothing, ProjectDelta::default());
}

#[test]
fn what_cannot_be_read_is_told_each_time() {
    let shop = Shop::new();
    let path = shop.disk.path("src/a.ts");
    for _ in 0..2 {
        std::fs::write(&path, b"import 'customerio-node'; // \xff").unwrap();
        let change = shop.project.disk_changed(std::slice::from_ref(&path), &|| false).unwrap();
        let told: Vec<_> = change.unread.iter().map(|error| (error.path.as_deref(), error.to_string())).collect();
        let why = "is not valid UTF-8 (byte 30); save it as UTF-8".to_owned();
        assert_eq!(told, [(Some(&*path), why)]);
    }
    shop.edit("src/a.ts", "SDK");
    assert_eq!(shop.project.drop_editor(&path).unread.len(), 1);
    std::fs::write(&path, SDK).unwrap();
    assert_eq!(shop.project.disk_changed(&[path], &|| false).unwrap().unread, []);
}
