//! What specifiers mean, in every way that projects write them. In each project `a` imports what names the SDK, so it is
//! reached if and only if its specifier is understood.

use crate::support::Disk;
use customerio_ls::testing::model::Modules;

/// The files of the project that reach the SDK are `expected`, and what is found backwards is also found forwards.
#[track_caller]
fn check(files: &[(&str, &str)], expected: &[&str]) {
    let disk = Disk::with(files);
    let mut wanted: Vec<&str> = expected.to_vec();
    wanted.sort_unstable();
    assert_eq!(disk.reached(), wanted);
}

/// `specifier`, written in `a.ts`, means `target`, in a project that also has `files`.
#[track_caller]
fn means(from: &str, specifier: &str, target: &str, files: &[(&str, &str)]) {
    let mut all = vec![(from, format!("-> {specifier}")), (target, "SDK".to_owned())];
    all.extend(files.iter().map(|(path, text)| (*path, (*text).to_owned())));
    let all: Vec<(&str, &str)> = all.iter().map(|(path, text)| (*path, text.as_str())).collect();
    let disk = Disk::with(&all);
    let project = disk.project();
    let from_id = project.id(&disk.path(from)).expect("the file is there");
    let found = project.resolve(from_id, specifier).and_then(|file| project.path(file));
    assert_eq!(found.map(|path| disk.name(&path)).as_deref(), Some(target), "{specifier}");
    let reached = disk.reached();
    assert!(reached.contains(&from.to_owned()), "{from} is reached by {specifier}: {reached:?}");
    assert!(project.reaches(from_id));
}

/// `specifier`, written in `a.ts`, means no file of the project.
#[track_caller]
fn means_nothing(specifier: &str, files: &[(&str, &str)]) {
    let disk = Disk::with(files);
    disk.write("a.ts", &format!("-> {specifier}"));
    disk.write("sdk.ts", "SDK");
    let project = disk.project();
    let from = project.id(&disk.path("a.ts")).expect("the file is there");
    let found = project.resolve(from, specifier).and_then(|file| project.path(file));
    assert_eq!(found, None, "{specifier}");
    assert!(!project.reaches(from));
}

#[test]
fn relative() {
    means("a.ts", "./lib/cio", "lib/cio.ts", &[]);
    means("a.ts", "./lib/cio.ts", "lib/cio.ts", &[]);
    means("a.ts", "./lib/cio.js", "lib/cio.ts", &[]);
    means("a.ts", "./cio.mjs", "cio.mts", &[]);
    means("a.ts", "./cio.cjs", "cio.cts", &[]);
    means("a.ts", "./cio.jsx", "cio.tsx", &[]);
    means("a.js", "./cio", "cio.js", &[]);
    means("a.ts", "./cio.server", "cio.server.ts", &[]);
    means("a.ts", "./cio?worker", "cio.ts", &[]);
    means("x/y/a.ts", "../../lib/cio", "lib/cio.tsx", &[]);
    means("x/a.ts", "..//lib/./../lib/cio", "lib/cio.ts", &[]);
    // A file beats a folder of that name.
    means("a.ts", "./cio", "cio.ts", &[("cio/index.ts", "")]);
}

#[test]
fn folders() {
    means("a.ts", "./lib", "lib/index.ts", &[]);
    means("a.ts", "./lib/", "lib/index.js", &[]);
    means("a.ts", "./lib/index", "lib/index.ts", &[]);
    means("lib/a.ts", ".", "lib/index.ts", &[]);
    means("lib/a.ts", "./", "lib/index.ts", &[]);
    means("lib/x/a.ts", "..", "lib/index.ts", &[]);
    means("lib/x/y/a.ts", "../..", "lib/index.ts", &[]);
    means("lib/x/a.ts", "../", "lib/index.ts", &[]);
    means("a.ts", "./my.lib", "my.lib/index.ts", &[]);
    // The entry of a package that lies there.
    means("a.ts", "./pkg", "pkg/code/main.ts", &[("pkg/package.json", r#"{ "main": "code/main.js" }"#)]);
    means("pkg/x/a.ts", "..", "pkg/code/main.ts", &[("pkg/package.json", r#"{ "main": "./code/main" }"#)]);
}

#[test]
fn aliases_of_tsconfig() {
    let paths = |paths: &str| format!("{{ /* why */ \"compilerOptions\": {{ \"paths\": {paths}, }} }}");
    let config = paths(r#"{ "@/*": ["./src/*"], "cio": ["src/lib/cio.ts"], "@x/*": ["./packages/*/code"] }"#);
    let config = [("tsconfig.json", config.as_str())];
    means("a.ts", "@/lib/cio", "src/lib/cio.ts", &config);
    means("a.ts", "@/lib", "src/lib/index.ts", &config);
    means("a.ts", "cio", "src/lib/cio.ts", &config);
    means("a.ts", "@x/some", "packages/some/code/index.ts", &config);
    means("a.js", "@/lib/cio", "src/lib/cio.js", &[("jsconfig.json", config[0].1)]);
    means("a.ts", "lib/cio", "src/lib/cio.ts", &[("tsconfig.json", r#"{ "compilerOptions": { "baseUrl": "src" } }"#)]);
    means("a.ts", "#/cio", "src/cio.ts", &[("tsconfig.json", &paths(r##"{ "#/*": ["src/*"] }"##))]);
    means("a.ts", "~cio", "src/cio.ts", &[("tsconfig.json", &paths(r#"{ "~*": ["src/*"] }"#))]);
    // The second target is the one that is there.
    means("a.ts", "@/cio", "lib/cio.ts", &[("tsconfig.json", &paths(r#"{ "@/*": ["src/*", "lib/*"] }"#))]);
    // The nearest one counts, but what it does not say those above may.
    let app = [("app/tsconfig.json", "{}"), config[0]];
    means("app/a.ts", "@/cio", "src/cio.ts", &app);
    let two = paths(r#"{ "@/*": ["./*"] }"#);
    means("app/a.ts", "@/cio", "app/cio.ts", &[("app/tsconfig.json", &two), config[0], ("src/cio.ts", "")]);
}

#[test]
fn extended_and_referenced_configurations() {
    let base = r#"{ "compilerOptions": { "paths": { "@/*": ["../src/*"] } } }"#;
    means(
        "a.ts",
        "@/cio",
        "src/cio.ts",
        &[("conf/base.json", base), ("tsconfig.json", r#"{ "extends": "./conf/base" }"#)],
    );
    let missing = r#"{ "extends": ["@tsconfig/missing", "./conf/base.json"] }"#;
    means("a.ts", "@/cio", "src/cio.ts", &[("conf/base.json", base), ("tsconfig.json", missing)]);
    let app = r#"{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } }, "include": ["src"] }"#;
    let solution =
        r#"{ "files": [], "references": [{ "path": "./tsconfig.node.json" }, { "path": "./tsconfig.app.json" }] }"#;
    let node = r#"{ "compilerOptions": { "paths": { "@/*": ["./node/*"] } }, "include": ["node"] }"#;
    let all = [("tsconfig.json", solution), ("tsconfig.app.json", app), ("tsconfig.node.json", node)];
    means("src/a.ts", "@/cio", "src/cio.ts", &[all[0], all[1], all[2], ("node/cio.ts", "")]);
    // Frameworks write theirs into hidden folders.
    let hidden = r#"{ "compilerOptions": { "paths": { "$lib/*": ["../lib/*"] } } }"#;
    let extends = r#"{ "extends": "./.svelte-kit/tsconfig.json" }"#;
    means("a.ts", "$lib/cio", "lib/cio.ts", &[(".svelte-kit/tsconfig.json", hidden), ("tsconfig.json", extends)]);
    // Nx has its paths in a file of another name.
    means(
        "libs/a/a.ts",
        "@x/b",
        "libs/b/src/main.ts",
        &[
            ("tsconfig.base.json", r#"{ "compilerOptions": { "paths": { "@x/b": ["libs/b/src/main.ts"] } } }"#),
            ("libs/a/tsconfig.json", r#"{ "extends": "../../tsconfig.base.json" }"#),
        ],
    );
    let roots = r#"{ "compilerOptions": { "rootDirs": ["src", "generated"] } }"#;
    means("src/x/a.ts", "./cio", "generated/x/cio.ts", &[("tsconfig.json", roots)]);
}

#[test]
fn aliases_by_habit() {
    means("src/routes/a.ts", "$lib/cio", "src/lib/cio.ts", &[("package.json", "{}")]);
    means("src/routes/a.ts", "$lib", "src/lib/index.ts", &[("package.json", "{}")]);
    means("src/a.js", "@/lib/cio", "src/lib/cio.js", &[("package.json", "{}")]);
    means("a.ts", "~/cio", "app/cio.ts", &[]);
    means("x/a.ts", "~~/server/cio", "server/cio.ts", &[]);
    means("x/a.ts", "/src/cio", "src/cio.ts", &[]);
}

#[test]
fn private_imports_of_a_package() {
    let package =
        r##"{ "imports": { "#cio": "./src/lib/track.js", "#lib/*": "./src/lib/*.js", "#d/*": "./dist/*.js" } }"##;
    let package = [("package.json", package)];
    means("test/a.ts", "#cio", "src/lib/track.ts", &package);
    means("test/a.ts", "#lib/x/cio", "src/lib/x/cio.ts", &package);
    means("test/a.ts", "#d/cio", "src/cio.ts", &package);
}

#[test]
fn packages_of_a_workspace() {
    let npm = ("package.json", r#"{ "workspaces": ["packages/*"] }"#);
    let pnpm = ("pnpm-workspace.yaml", "packages:\n  - 'packages/*'\n");
    let from = "packages/app/a.ts";
    for workspace in [npm, pnpm, ("lerna.json", r#"{ "packages": ["packages/*"] }"#)] {
        let with = |package: &str, target: &str, specifier: &str| {
            means(from, specifier, target, &[workspace, ("packages/cio/package.json", package)]);
        };
        let package = |rest: &str| format!("{{ \"name\": \"@acme/cio\"{rest} }}");
        with(&package(""), "packages/cio/index.ts", "@acme/cio");
        with(&package(""), "packages/cio/src/index.ts", "@acme/cio");
        with(&package(""), "packages/cio/src/a/b.ts", "@acme/cio/a/b");
        with(&package(""), "packages/cio/a/b.ts", "@acme/cio/a/b");
        with(&package(r#", "main": "lib/main.js""#), "packages/cio/lib/main.js", "@acme/cio");
        with(&package(r#", "main": "dist/main.js""#), "packages/cio/src/main.ts", "@acme/cio");
        with(&package(r#", "main": "dist/esm/main.js""#), "packages/cio/src/main.ts", "@acme/cio");
        with(&package(r#", "main": "./dist/bundle.js""#), "packages/cio/src/index.ts", "@acme/cio");
        with(&package(r#", "types": "src/x.ts", "main": "dist/x.js""#), "packages/cio/src/x.ts", "@acme/cio");
        with(
            &package(r#", "exports": { "types": "./src/y.ts", "default": "./dist/y.js" }"#),
            "packages/cio/src/y.ts",
            "@acme/cio",
        );
        with(&package(r#", "exports": { "./server": "./src/z.ts" }"#), "packages/cio/src/z.ts", "@acme/cio/server");
        with(&package(r#", "exports": { "./*": "./src/*.ts" }"#), "packages/cio/src/a/b.ts", "@acme/cio/a/b");
        with(
            &package(r#", "exports": { "./*": { "import": "./dist/*.mjs" } }"#),
            "packages/cio/src/a.ts",
            "@acme/cio/a",
        );
    }
    // By its own name.
    let own = r#"{ "name": "own", "exports": { "./x": "./src/cio.ts" } }"#;
    means("test/a.ts", "own/x", "src/cio.ts", &[("package.json", own)]);
    // A folder that a package depends on.
    means(
        "app/a.ts",
        "cio",
        "other/main.ts",
        &[
            ("app/package.json", r#"{ "dependencies": { "cio": "file:../other" } }"#),
            ("other/package.json", r#"{ "main": "main.ts" }"#),
        ],
    );
    // A member of the workspace under another name.
    means(
        "app/a.ts",
        "cio",
        "other/main.ts",
        &[
            ("package.json", r#"{ "workspaces": ["app", "other"] }"#),
            ("app/package.json", r#"{ "dependencies": { "cio": "workspace:@acme/other@*" } }"#),
            ("other/package.json", r#"{ "name": "@acme/other", "main": "main.ts" }"#),
        ],
    );
}

#[test]
fn packages_that_are_nobodys() {
    means_nothing("react", &[("node_modules/react/index.js", "SDK"), ("node_modules/react/package.json", "{}")]);
    means_nothing(
        "react",
        &[("examples/react/package.json", r#"{ "name": "react" }"#), ("examples/react/index.js", "SDK")],
    );
    means_nothing("CustomerIO-node", &[]);
    means_nothing("node:fs", &[]);
    means_nothing("https://example.com/sdk.ts", &[]);
    means_nothing("./missing", &[]);
    means_nothing("./style.css", &[("style.css", "customerio-node")]);
    means_nothing("./types", &[("types.d.ts", "import 'customerio-node'")]);
    means_nothing("./node_modules/x/y", &[("node_modules/x/y.js", "SDK")]);
    means_nothing("../../../../../../../../../../../../x", &[]);
}

#[test]
fn the_sdk_is_no_file() {
    let sdk = [("node_modules/customerio-node/index.js", "SDK"), ("customerio-node/index.ts", "")];
    let disk = Disk::with(&[
        sdk[0],
        sdk[1],
        ("a.ts", "SDK"),
        ("tsconfig.json", r#"{ "compilerOptions": { "baseUrl": "." } }"#),
    ]);
    let project = disk.project();
    let a = project.id(&disk.path("a.ts")).unwrap();
    assert_eq!(project.resolve(a, "customerio-node"), None);
    assert_eq!(project.resolve(a, "customerio-node/dist/lib/x"), None);
}

#[cfg(unix)]
#[test]
fn links() {
    use std::os::unix::fs::symlink;
    // An installed workspace: node_modules leads to the folder.
    let disk = Disk::with(&[
        ("package.json", "{}"),
        ("app/a.ts", "-> @acme/cio"),
        ("app/b.ts", "-> @acme/built"),
        ("libs/cio/package.json", r#"{ "name": "@acme/cio", "exports": "./code/cio.ts" }"#),
        ("libs/cio/code/cio.ts", "SDK"),
        ("libs/built/package.json", r#"{ "name": "@acme/built", "main": "dist/x.js" }"#),
        ("libs/built/src/x.ts", "SDK"),
    ]);
    std::fs::create_dir_all(disk.path("node_modules/@acme")).unwrap();
    symlink(disk.path("libs/cio"), disk.path("node_modules/@acme/cio")).unwrap();
    symlink("../../libs/built", disk.path("node_modules/@acme/built")).unwrap();
    assert_eq!(disk.reached(), ["app/a.ts", "app/b.ts", "libs/built/src/x.ts", "libs/cio/code/cio.ts"]);

    // Links between folders of the source, and to a file under another name.
    let disk = Disk::with(&[
        ("app/a.ts", "-> ./shared/cio"),
        ("app/b.ts", "-> ./shared"),
        ("app/c.ts", "-> ./other"),
        ("app/d.ts", "-> ./shared/."),
        ("common/code/cio.ts", "SDK"),
        ("common/code/index.ts", "-> ./cio"),
    ]);
    symlink("../common/code", disk.path("app/shared")).unwrap();
    symlink("../common/code/cio.ts", disk.path("app/other.ts")).unwrap();
    let all = ["app/a.ts", "app/b.ts", "app/c.ts", "app/d.ts", "common/code/cio.ts", "common/code/index.ts"];
    assert_eq!(disk.reached(), all);
}

#[test]
fn through_many_files() {
    check(
        &[
            ("lib/cio.ts", "SDK"),
            ("lib/index.ts", "export * from './cio';"),
            ("a.ts", "const { cio } = require('./lib');"),
            ("b.ts", "export default async () => (await import(`./a`)).x;"),
            ("c.ts", "import './b.js';"),
            ("d.ts", "import d = require(\n'./c' /* here */)"),
            ("e.ts", "export { x } from /* where */\n  './d'"),
            ("circle/one.ts", "-> ./two"),
            ("circle/two.ts", "-> ./three"),
            ("circle/three.ts", "import './one'; import '../e'"),
            ("other/one.ts", "-> ./two"),
            ("other/two.ts", "-> ./one"),
            ("only-a-comment.ts", "// customerio is mentioned here"),
            ("nothing.ts", "-> react"),
        ],
        &[
            "a.ts",
            "b.ts",
            "c.ts",
            "circle/one.ts",
            "circle/three.ts",
            "circle/two.ts",
            "d.ts",
            "e.ts",
            "lib/cio.ts",
            "lib/index.ts",
            "only-a-comment.ts",
        ],
    );
}

/// On most volumes of Windows and macOS, a specifier may spell a name in another case.
#[test]
fn a_name_in_another_case_is_the_same_file_where_the_disk_says_so() {
    let disk = Disk::with(&[("src/client.ts", "SDK"), ("a.ts", "-> ./src/Client"), ("b.ts", "-> ./SRC/client")]);
    let reached = disk.reached();
    if disk.path("SRC").is_dir() {
        assert_eq!(reached, ["a.ts", "b.ts", "src/client.ts"]);
    } else {
        assert_eq!(reached, ["src/client.ts"]);
    }
}
