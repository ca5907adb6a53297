//! Tests of the precedence of the sources of a version.

use super::*;
use std::fs;

struct Project {
    dir: tempfile::TempDir,
    versions: SdkVersions,
}

impl Project {
    fn new(files: &[(&str, &str)]) -> Self {
        let project = Self { dir: tempfile::tempdir().unwrap(), versions: SdkVersions::default() };
        files.iter().for_each(|(path, text)| project.write(path, text));
        project
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.dir.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// The version for a file, and where it comes from: `4.1.1 lock yarn.lock`.
    fn of(&self, path: &str) -> Option<String> {
        let found = self.versions.of(&self.dir.path().join(path))?;
        let (kind, path) = match &found.from {
            VersionSource::Installed(path) => ("installed", path),
            VersionSource::Lock(path) => ("lock", path),
            VersionSource::Range(path) => ("range", path),
        };
        let path = path.strip_prefix(self.dir.path()).unwrap().display();
        Some(format!("{} {kind} {path}", found.version).replace('\\', "/"))
    }
}

fn asks_for(range: &str) -> String {
    format!(r#"{{ "dependencies": {{ "customerio-node": "{range}" }} }}"#)
}

#[test]
fn installed_beats_asked_for_and_nearer_beats_farther() {
    let project = Project::new(&[]);
    let version = || project.of("packages/app/src/a.ts");
    assert_eq!(version(), None);

    project.write("package.json", &asks_for("^3.1.0"));
    assert_eq!(version().as_deref(), Some("3.1.0 range package.json"));

    project.write("packages/app/package.json", r#"{ "name": "app" }"#);
    assert_eq!(
        version().as_deref(),
        Some("3.1.0 range package.json"),
        "a package that does not name the SDK is passed over"
    );

    project.write("packages/app/package.json", r#"{ "devDependencies": { "customerio-node": "~4.2.1" } }"#);
    assert_eq!(version().as_deref(), Some("4.2.1 range packages/app/package.json"));

    project.write("packages/app/package.json", &asks_for("workspace:*"));
    assert_eq!(version(), None, "the nearest one decides");

    project.write("node_modules/customerio-node/package.json", r#"{ "version": "5.0.1" }"#);
    assert_eq!(version().as_deref(), Some("5.0.1 installed node_modules/customerio-node/package.json"));

    let inner = "packages/app/node_modules/customerio-node/package.json";
    project.write(inner, r#"{ "version": "2.1.1" }"#);
    assert_eq!(version(), Some(format!("2.1.1 installed {inner}")));

    project.write(inner, "not json");
    assert!(version().unwrap().starts_with("5.0.1"), "a broken one is passed over");

    project.write("packages/.pnp.cjs", "");
    assert_eq!(version(), None, "with Plug'n'Play no folder `node_modules` counts");
}

#[cfg(unix)]
#[test]
fn links_are_followed_as_pnpm_makes_them() {
    let store = "node_modules/.pnpm/customerio-node@4.1.1/node_modules/customerio-node";
    let project = Project::new(&[
        (&format!("{store}/package.json"), r#"{ "version": "4.1.1" }"#),
        ("packages/a/package.json", &asks_for("^3")),
        ("packages/a/node_modules/.keep", ""),
    ]);
    let link = project.dir.path().join("packages/a/node_modules/customerio-node");
    std::os::unix::fs::symlink(project.dir.path().join(store), link).unwrap();
    assert!(project.of("packages/a/src/a.ts").unwrap().starts_with("4.1.1 installed packages/a/node_modules"));
}

const PNPM: &str = "lockfileVersion: '9.0'\nimporters:\n  .: {}\n  packages/a:\n    dependencies:\n      \
                    customerio-node:\n        specifier: ^4.0.0\n        version: 4.5.0\n";

#[test]
fn a_lock_file_beats_the_range_of_a_package_that_it_knows() {
    let project = Project::new(&[
        ("package.json", "{}"),
        ("packages/a/package.json", &asks_for("^4.0.0")),
        ("packages/b/package.json", &asks_for("^3.0.0")),
        ("pnpm-lock.yaml", PNPM),
    ]);
    assert_eq!(project.of("packages/a/src/a.ts").as_deref(), Some("4.5.0 lock pnpm-lock.yaml"));
    assert_eq!(project.of("packages/b/src/a.ts").as_deref(), Some("3.0.0 range packages/b/package.json"));
    // Nearer ones first.
    project.write("packages/a/yarn.lock", "customerio-node@^4.0.0:\n  version \"4.0.2\"\n");
    assert_eq!(project.of("packages/a/src/a.ts").as_deref(), Some("4.0.2 lock packages/a/yarn.lock"));
    project.write("packages/a/yarn.lock", "customerio-node@^3.0.0:\n  version \"3.0.2\"\n");
    assert_eq!(project.of("packages/a/src/a.ts").as_deref(), Some("4.5.0 lock pnpm-lock.yaml"));
    project.write("pnpm-lock.yaml", "<<<<<<< ours\n");
    assert_eq!(project.of("packages/a/src/a.ts").as_deref(), Some("4.0.0 range packages/a/package.json"));
}

#[test]
fn of_two_lock_files_the_one_of_the_named_manager_counts() {
    let project = Project::new(&[
        ("package.json", &asks_for("^4.0.0")),
        ("yarn.lock", "customerio-node@^4.0.0:\n  version \"4.0.2\"\n"),
        ("package-lock.json", r#"{ "dependencies": { "customerio-node": { "version": "4.1.1" } } }"#),
    ]);
    assert_eq!(project.of("a.ts").as_deref(), Some("4.0.0 range package.json"), "they disagree");
    let named = asks_for("^4.0.0").replacen('{', r#"{ "packageManager": "yarn@4.1.0+sha512.x", "#, 1);
    project.write("package.json", &named);
    assert_eq!(project.of("a.ts").as_deref(), Some("4.0.2 lock yarn.lock"));
    project.write("yarn.lock", "customerio-node@^4.0.0:\n  version \"4.1.1\"\n");
    project.write("package.json", &asks_for("^4.0.0"));
    assert_eq!(project.of("a.ts").as_deref(), Some("4.1.1 lock package-lock.json"), "they agree");
}

#[test]
fn catalogs_are_looked_up() {
    let project = Project::new(&[
        ("packages/a/package.json", &asks_for("catalog:")),
        ("packages/b/package.json", &asks_for("catalog:old")),
        (
            "pnpm-workspace.yaml",
            "catalog:\n  customerio-node: ^5.0.0\ncatalogs:\n  old:\n    customerio-node: ^2.1.0\n",
        ),
    ]);
    assert_eq!(project.of("packages/a/a.ts").as_deref(), Some("5.0.0 range packages/a/package.json"));
    assert_eq!(project.of("packages/b/a.ts").as_deref(), Some("2.1.0 range packages/b/package.json"));
    project.write("pnpm-workspace.yaml", "catalog: [");
    assert_eq!(project.of("packages/a/a.ts"), None);
    project.write(".yarnrc.yml", "nodeLinker: pnp\ncatalogs:\n  default:\n    customerio-node: ^4.0.0\n");
    assert_eq!(project.of("packages/a/a.ts").as_deref(), Some("4.0.0 range packages/a/package.json"));
    project.write(".yarnrc.yml", "");
    project.write("package.json", r#"{ "workspaces": { "catalogs": { "old": { "customerio-node": "3.1.0" } } } }"#);
    assert_eq!(project.of("packages/b/a.ts").as_deref(), Some("3.1.0 range packages/b/package.json"));
    project.write("yarn.lock", "customerio-node@^9.0.0:\n  version \"9.0.2\"\n");
    assert_eq!(project.of("packages/b/a.ts").as_deref(), Some("3.1.0 range packages/b/package.json"));
}

#[test]
fn another_package_under_the_name_of_the_sdk_tells_nothing() {
    let project = Project::new(&[
        ("package.json", &asks_for("npm:@acme/sdk@^1.0.0")),
        ("package-lock.json", r#"{ "dependencies": { "customerio-node": { "version": "npm:@acme/sdk@1.1.1" } } }"#),
    ]);
    assert_eq!(project.of("a.ts"), None);
    assert!(!is_another_package("npm:^4.0.0") && !is_another_package("npm:customerio-node@4"));
}

#[test]
fn whatever_is_in_the_files() {
    let texts = [
        "{ \"dependencies\": { \"customerio-node\": \"catalog:a\" }, \"packageManager\": \"pnpm@9.1.0+sha512.x\",\n\"workspaces\": { \"catalog\": { \"customerio-node\": \"^4\" }, \"catalogs\": { \"a\": { \"customerio-node\": \"5\" } } } }",
        "catalog:\n  customerio-node: ^4\ncatalogs:\n  a: &x\n    customerio-node: '>=1 <2 || ~3'\n  b: *x\n",
        "{ \"version\": \"4.1.1-beta.1+x\" }",
    ];
    for text in texts {
        crate::disk::broken::variants(text.as_bytes(), 500, |bytes| {
            let manifest = SdkManifest::read(Ok(bytes.to_vec()));
            let catalogs = Catalogs::read(Ok(bytes.to_vec()));
            let _ = (installed_version(Ok(bytes.to_vec())), catalogs.range("a"));
            let _ = manifest.range.as_deref().map(|range| (is_another_package(range), lowest_version(range)));
        });
    }
    for range in
        ["^4.0.0", ">=1.2.3 <2 || ~3.1", "npm:customerio-node@^4", "v1.x", "1.2.3 - 2.3.4", "workspace:^", "latest"]
    {
        crate::disk::broken::variants(range.as_bytes(), 500, |bytes| {
            let range = String::from_utf8_lossy(bytes);
            let _ = (is_another_package(&range), lowest_version(&range));
        });
    }
}
