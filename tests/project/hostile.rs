//! Projects that nobody should have: they end, and what is right in them is still found.

use crate::support::{Disk, SDK};
use customerio_ls::testing::model::Modules;
use customerio_ls::testing::project::Project;
use std::fs;
use std::io::{Seek, SeekFrom, Write};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

fn discover(disk: &Disk) -> (Project, Vec<String>) {
    let (project, errors) = Project::discover(std::slice::from_ref(&disk.root), &|| false);
    let told = errors.iter().map(|error| {
        let path = error.path.as_deref().map(|path| disk.name(path)).unwrap_or_default();
        format!("{path}: {error}")
    });
    let told = told.collect();
    (project, told)
}

fn reached(disk: &Disk, project: &Project) -> Vec<String> {
    let view = project.view();
    disk.names(&view, &view.reached())
}

/// A file of 50 MB that is mostly a hole.
fn long_file(path: PathBuf, end: &[u8]) {
    let mut file = fs::File::create(path).unwrap();
    file.seek(SeekFrom::Start(50 * 1024 * 1024)).unwrap();
    file.write_all(end).unwrap();
}

#[test]
fn files_that_are_too_long() {
    let disk = Disk::with(&[("a.ts", "SDK"), ("b.ts", "import './ours'; import './a'")]);
    long_file(disk.path("ours.ts"), b"import 'customerio-node'");
    long_file(disk.path("other.ts"), b"import './a'");
    let (project, told) = discover(&disk);
    assert_eq!(reached(&disk, &project), ["a.ts", "b.ts"]);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("ours.ts: is too large"), "{told:?}");
    // Asked for all the same, they say nothing.
    let ours = project.id(&disk.path("ours.ts")).unwrap();
    assert!(project.facts(ours).is_none() && !project.reaches(ours));
}

#[test]
fn circles_of_imports() {
    const FILES: usize = 500;
    let disk = Disk::new();
    for at in 0..FILES {
        disk.write(&format!("f{at}.ts"), &format!("import './f{}'; import './f{at}'; import '.';", (at + 1) % FILES));
    }
    disk.write("index.ts", "export * from './index'; export * from '.'; export * from './f0';");
    assert_eq!(disk.reached().len(), 0);
    disk.write("sdk.ts", "SDK");
    disk.write(&format!("f{}.ts", FILES / 2), &format!("import './f{}'; import './sdk'", FILES / 2 + 1));
    assert_eq!(disk.reached().len(), FILES + 2);
}

#[test]
fn a_long_way_through_files_that_the_walk_does_not_see() {
    const FILES: usize = 1_000;
    let disk = Disk::with(&[(".gitignore", "gen/\n"), ("sdk.ts", "SDK"), ("a.ts", "-> ./gen/f0")]);
    for at in 0..FILES {
        disk.write(&format!("gen/f{at}.ts"), &format!("import './f{}'", at + 1));
    }
    disk.write(&format!("gen/f{FILES}.ts"), "import '../sdk'; import './f0'");
    let project = disk.project();
    let first = project.id(&disk.path("gen/f0.ts")).unwrap();
    assert!(project.reaches(first));
    let last = project.id(&disk.path(&format!("gen/f{FILES}.ts"))).unwrap();
    assert!(project.reaches(last));
    assert!(project.reached().contains(&project.id(&disk.path("a.ts")).unwrap()));
}

#[test]
fn configurations_that_are_none() {
    for (path, text) in [
        ("tsconfig.json", "{ \"compilerOptions\": "),
        ("tsconfig.json", "[]"),
        ("tsconfig.json", "null"),
        ("tsconfig.json", r#"{ "extends": "./tsconfig.json" }"#),
        ("tsconfig.json", r#"{ "extends": ["."], "references": [{ "path": "." }, {}, 1] }"#),
        ("tsconfig.json", r#"{ "compilerOptions": { "paths": [], "baseUrl": 1, "rootDirs": "x" }, "include": 3 }"#),
        ("tsconfig.json", r#"{ "compilerOptions": { "paths": { "*": ["*", "", "**/*"], "": [""], "@/*": "x" } } }"#),
        ("tsconfig.json", r#"{ "compilerOptions": { "baseUrl": "../../../../../../../.." } }"#),
        ("package.json", "[1, 2]"),
        ("package.json", "{"),
        (
            "package.json",
            r#"{ "name": [], "workspaces": 1, "exports": 2, "imports": [], "main": {}, "dependencies": [] }"#,
        ),
        ("package.json", r#"{ "workspaces": ["[", "**", "../**", "/", ""], "name": "" }"#),
        ("package.json", r##"{ "imports": { "#*": { "x": { "y": ["./*"] } }, "": "" } }"##),
        ("lib/package.json", "[]"),
        ("lib/package.json", r#"{ "main": "../../../.." }"#),
        ("pnpm-workspace.yaml", "packages: {{{"),
        ("lerna.json", "[]"),
    ] {
        let disk = Disk::with(&[
            ("a.ts", "-> ./lib/cio"),
            ("b.ts", "-> ./lib"),
            ("c.ts", "import '#x'; import '@/y'; import 'z'; import ''; import '/'; import '.'"),
            ("lib/cio.ts", "SDK"),
            ("lib/index.ts", "-> ./cio"),
            (path, text),
        ]);
        assert_eq!(disk.reached(), ["a.ts", "b.ts", "lib/cio.ts", "lib/index.ts"], "{path}: {text}");
    }
}

#[test]
fn configurations_without_end() {
    let disk = Disk::with(&[("a.ts", "-> ./cio"), ("cio.ts", "SDK")]);
    // A long chain, and a wide fan that comes back to itself.
    for at in 0..300 {
        disk.write(&format!("chain/c{at}.json"), &format!("{{ \"extends\": \"./c{}.json\" }}", at + 1));
        disk.write(
            &format!("fan/f{at}.json"),
            &format!("{{ \"extends\": [\"./f{}.json\", \"./f{}.json\", \"./f0.json\"] }}", at + 1, at + 2),
        );
    }
    disk.write("tsconfig.json", r#"{ "extends": ["./chain/c0.json", "./fan/f0.json"] }"#);
    disk.write("deep/tsconfig.json", &format!("{{ \"paths\": {}{} }}", "[".repeat(100_000), "]".repeat(100_000)));
    disk.write("deep/package.json", &"{\"exports\":".repeat(100_000));
    disk.write("deep/a.ts", "-> ../cio");
    assert_eq!(disk.reached(), ["a.ts", "cio.ts", "deep/a.ts"]);
}

#[test]
fn odd_texts() {
    let quotes = "import \"\n'`${".repeat(5_000);
    let words = "from import require ".repeat(50_000);
    let open = format!("import x from {}", "/* ".repeat(100_000));
    let nested = format!("import './sdk'; {}", "require<\n".repeat(20_000));
    let disk = Disk::with(&[("quotes.ts", &quotes), ("words.ts", &words), ("open.ts", &open), ("nested.ts", &nested)]);
    disk.write("sdk.ts", &format!("{SDK}{}", "(\n".repeat(10_000)));
    let project = disk.project();
    assert_eq!(reached(&disk, &project), ["nested.ts", "sdk.ts"]);
    assert!(project.facts(project.id(&disk.path("sdk.ts")).unwrap()).is_some());
}

#[test]
fn a_folder_that_vanishes_during_the_walk() {
    let disk = Disk::with(&[("a.ts", "SDK")]);
    for folder in 0..50 {
        for file in 0..20 {
            disk.write(&format!("d{folder}/x/f{file}.ts"), "-> ../../a");
        }
    }
    // Deleted when the walk has begun and asks whether to go on.
    let begun = AtomicBool::new(false);
    let (project, errors) = Project::discover(std::slice::from_ref(&disk.root), &|| {
        if !begun.swap(true, Ordering::SeqCst) {
            for folder in 0..50 {
                let _ = fs::remove_dir_all(disk.path(&format!("d{folder}")));
            }
        }
        false
    });
    assert!(errors.is_empty(), "{errors:?}");
    assert!(reached(&disk, &project).contains(&"a.ts".to_owned()));
    for file in project.reached() {
        // Gone, or read before: both are an answer.
        let _ = project.facts(file);
    }
}

#[cfg(unix)]
#[test]
fn names_that_are_no_text() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let disk = Disk::with(&[("cio.ts", "SDK")]);
    let folder = disk.root.join(OsStr::from_bytes(b"caf\xE9"));
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("a.ts"), "import '../cio'; import './b'").unwrap();
    fs::write(folder.join("b.ts"), SDK).unwrap();
    fs::write(folder.join("tsconfig.json"), r#"{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }"#).unwrap();
    fs::write(folder.join("c.ts"), "import '@/b'").unwrap();
    fs::write(folder.join(OsStr::from_bytes(b"\xFF.ts")), SDK).unwrap();
    fs::write(disk.path("package.json"), "{}").unwrap();
    let (project, told) = discover(&disk);
    assert!(told.is_empty(), "{told:?}");
    let view = project.view();
    let paths: Vec<PathBuf> = view.reached().into_iter().map(|file| view.path(file).unwrap().to_path_buf()).collect();
    let expected =
        [folder.join("a.ts"), folder.join("b.ts"), folder.join("c.ts"), folder.join(OsStr::from_bytes(b"\xFF.ts"))];
    for path in &expected {
        assert!(paths.contains(path), "{path:?} of {paths:?}");
        let file = view.id(path).unwrap();
        assert!(view.facts(file).is_some(), "{path:?}");
    }
}

#[cfg(unix)]
#[test]
fn what_may_not_be_read() {
    use std::os::unix::fs::PermissionsExt;
    let disk = Disk::with(&[("a.ts", "-> ./cio"), ("cio.ts", "SDK"), ("shut/b.ts", "-> ../cio"), ("locked.ts", "SDK")]);
    let set = |path: &str, mode: u32| fs::set_permissions(disk.path(path), fs::Permissions::from_mode(mode)).unwrap();
    set("shut", 0o000);
    set("locked.ts", 0o000);
    // Whoever may do anything may read these, too.
    let all_powerful = fs::read(disk.path("locked.ts")).is_ok();
    let (project, mut told) = discover(&disk);
    set("shut", 0o755);
    if all_powerful {
        assert!(told.is_empty(), "{told:?}");
    } else {
        told.sort();
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told[0].starts_with("locked.ts: cannot be read"), "{told:?}");
        assert!(told[1].starts_with("shut: cannot be read"), "{told:?}");
        assert_eq!(reached(&disk, &project), ["a.ts", "cio.ts"]);
    }
}

#[cfg(unix)]
#[test]
fn links_in_circles() {
    use std::os::unix::fs::symlink;
    let disk = Disk::with(&[
        ("a.ts", "import './loop/loop/cio'; import './self'"),
        ("b.ts", "-> ./dangling"),
        ("cio.ts", "SDK"),
    ]);
    symlink(".", disk.path("loop")).unwrap();
    symlink("self", disk.path("self")).unwrap();
    symlink("nowhere.ts", disk.path("dangling.ts")).unwrap();
    assert_eq!(disk.reached(), ["a.ts", "cio.ts"]);
}

#[cfg(unix)]
#[test]
fn pipes_and_folders_with_names_of_files() {
    let disk = Disk::with(&[
        ("a.ts", "-> ./cio"),
        ("cio.ts", "SDK"),
        ("folder.ts/index.ts", "-> ../cio"),
        ("b.ts", "-> ./folder"),
    ]);
    fs::create_dir(disk.path("package.json")).unwrap();
    fs::create_dir(disk.path("tsconfig.json")).unwrap();
    let (project, told) = discover(&disk);
    assert!(told.is_empty(), "{told:?}");
    assert_eq!(reached(&disk, &project)[..2], ["a.ts", "cio.ts"]);
}
