//! The walk: what belongs to a project, and what does not.

use crate::support::Disk;
use customerio_ls::testing::model::Modules;
use customerio_ls::testing::project::Project;
use std::fs;

#[test]
fn what_is_left_out() {
    let minified = format!("import 'customerio-node';{}", "a=b;".repeat(5000));
    let disk = Disk::with(&[
        (".gitignore", "build/\n"),
        ("src/a.ts", "SDK"),
        ("src/a.d.ts", "SDK"),
        ("src/a.d.mts", "SDK"),
        ("src/a.min.js", "SDK"),
        ("src/bundle.js", &minified),
        ("build/a.js", "SDK"),
        ("node_modules/x/a.js", "SDK"),
        ("packages/x/node_modules/y/a.js", "SDK"),
        (".hidden/a.ts", "SDK"),
        ("README.md", "SDK"),
    ]);
    assert_eq!(disk.reached(), ["src/a.ts"]);
    // Nobody tells by its name that this one is passed over.
    let (_, skipped) = Project::discover(std::slice::from_ref(&disk.root), &|| false);
    assert_eq!(skipped.len(), 1, "{skipped:?}");
    assert!(skipped[0].message.contains("minified") && skipped[0].path.as_deref().unwrap().ends_with("bundle.js"));
}

#[test]
fn a_project_without_the_sdk() {
    let disk = Disk::with(&[("a.ts", "-> ./b"), ("b.ts", ""), ("package.json", "{}")]);
    let project = disk.project();
    assert_eq!(project.reached(), []);
    // A package.json may ask for the SDK before any code does.
    assert_eq!(project.view().len(), 3);
    let a = project.id(&disk.path("a.ts")).unwrap();
    assert!(!project.reaches(a));
    assert!(project.facts(a).is_some());
}

#[test]
fn no_project_at_all() {
    let (project, errors) = Project::discover(&[], &|| false);
    assert!(project.view().is_empty() && errors.is_empty());
    let missing = std::path::absolute("/surely/not/there").unwrap();
    let (project, errors) = Project::discover(std::slice::from_ref(&missing), &|| false);
    assert!(project.view().is_empty());
    assert_eq!(errors[0].path, Some(missing));
}

#[test]
fn roots_that_overlap_are_walked_as_one() {
    let disk = Disk::with(&[("x/a.ts", "SDK"), ("x/y/b.ts", "-> ../a")]);
    let roots = [disk.root.clone(), disk.path("x"), disk.path("x/y/../y")];
    let (project, errors) = Project::discover(&roots, &|| false);
    assert!(errors.is_empty(), "{errors:?}");
    let view = project.view();
    assert_eq!(disk.names(&view, &view.reached()), ["x/a.ts", "x/y/b.ts"]);
}

#[test]
fn a_search_that_is_cancelled_ends() {
    let disk = Disk::with(&[("a.ts", "SDK"), ("b.ts", "-> ./a")]);
    let (project, _) = Project::discover(std::slice::from_ref(&disk.root), &|| true);
    assert_eq!(project.reached(), []);
}

#[test]
fn files_that_the_walk_does_not_see_can_be_asked_for() {
    let disk = Disk::with(&[
        (".gitignore", "generated/\n"),
        ("cio.ts", "SDK"),
        ("generated/a.ts", "import '../cio'; import './b'"),
        ("generated/b.ts", "import './c'"),
        ("generated/c.ts", "import './b'"),
        ("main.ts", "-> ./generated/a"),
    ]);
    let project = disk.project();
    let id = |path: &str| project.id(&disk.path(path)).unwrap();
    assert!(project.reaches(id("generated/a.ts")));
    assert!(!project.reaches(id("generated/b.ts")));
    assert_eq!(project.resolve(id("main.ts"), "./generated/a"), Some(id("generated/a.ts")));
    assert!(project.facts(id("generated/a.ts")).is_some());
    assert_eq!(project.id(&disk.path("missing.ts")), None);
    assert_eq!(project.id(&disk.path(".gitignore")), None);
    assert_eq!(project.id(&disk.root), None);
}

#[test]
fn the_sdk_is_reached_over_files_that_the_walk_does_not_see() {
    let disk = Disk::with(&[
        (".gitignore", "generated/\n"),
        ("tsconfig.json", r#"{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }"#),
        ("src/sdk.ts", "SDK"),
        ("src/generated/client.ts", "SDK"),
        ("src/generated/events.ts", "import '../sdk'"),
        ("src/generated/plain.ts", "import './styles'"),
        ("src/a.ts", "-> ./generated/client"),
        ("src/b.ts", "-> ./a"),
        ("src/c.ts", "-> @/src/generated/events"),
        ("src/d.ts", "-> ./generated/plain -> ./generated/missing"),
    ]);
    // What is ignored leads on, and is not judged itself.
    assert_eq!(disk.reached(), ["src/a.ts", "src/b.ts", "src/c.ts", "src/sdk.ts"]);
}

#[test]
fn facts_are_made_once() {
    let disk = Disk::with(&[("a.ts", "SDK")]);
    let project = disk.project();
    let a = project.id(&disk.path("a.ts")).unwrap();
    let first = project.facts(a).unwrap();
    disk.delete("a.ts");
    assert!(std::sync::Arc::ptr_eq(&first, &project.facts(a).unwrap()));
    assert_eq!(first.root.children.len(), 2);
}

#[test]
fn what_cannot_be_read_is_told_if_it_concerns_us() {
    let disk = Disk::with(&[("ok.ts", "SDK")]);
    fs::write(disk.path("latin.ts"), b"// customerio \xE9").unwrap();
    fs::write(disk.path("other.ts"), b"// \xE9").unwrap();
    fs::write(disk.path("nuls.ts"), b"// customerio \0").unwrap();
    let (project, mut errors) = Project::discover(std::slice::from_ref(&disk.root), &|| false);
    errors.sort_by(|a, b| a.path.cmp(&b.path));
    let told: Vec<_> =
        errors.iter().map(|error| (disk.name(error.path.as_ref().unwrap()), error.to_string())).collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[0].0 == "latin.ts" && told[0].1.contains("UTF-8"), "{told:?}");
    assert!(told[1].0 == "nuls.ts" && told[1].1.contains("NUL"), "{told:?}");
    let other = project.id(&disk.path("other.ts")).unwrap();
    assert!(project.facts(other).is_none());
}

#[cfg(unix)]
#[test]
fn a_root_behind_a_link_keeps_its_name() {
    let disk = Disk::with(&[("real/src/cio.ts", "SDK"), ("real/src/a.ts", "-> ./cio")]);
    std::os::unix::fs::symlink("real", disk.path("link")).unwrap();
    let (project, errors) = Project::discover(&[disk.path("link")], &|| false);
    assert!(errors.is_empty(), "{errors:?}");
    let view = project.view();
    assert_eq!(disk.names(&view, &view.reached()), ["link/src/a.ts", "link/src/cio.ts"]);
    assert_eq!(project.id(&disk.path("real/src/a.ts")), project.id(&disk.path("link/src/a.ts")));
}

/// A file that names only a header or a variable of the environment is looked at, but not what imports it: it has nothing of
/// the SDK to hand on.
#[test]
fn headers_and_variables_are_found_and_reach_no_further() {
    let disk = Disk::with(&[
        ("src/route.ts", "export const signature = (req: any) => req.headers['x-cio-signature'];"),
        ("src/env.ts", "export const secret = process.env.CUSTOMERIO_WEBHOOK_SECRET;"),
        ("src/cio.ts", "export const key = process.env.NEXT_PUBLIC_CIO_KEY;"),
        ("src/other.ts", "import { secret } from './env'; export const NEGOCIO_ID = secret;"),
    ]);
    assert_eq!(disk.reached(), ["src/cio.ts", "src/env.ts", "src/route.ts"]);
}
