//! Random projects: the files that are found to reach the SDK are those that a reading of everything finds, and every
//! specifier means the file that it was written for.

use crate::support::{Disk, SDK};
use customerio_ls::testing::facts::{ExprKind, Unit};
use customerio_ls::testing::model::{FileId, Modules};
use customerio_ls::testing::project::{Project, View};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::collections::{BTreeMap, BTreeSet};

/// The files that a project may have.
pub const FILES: [&str; 26] = [
    "root.ts",
    "app/a.cjs",
    "app/[id]/a.ts",
    "app/(group)/a.tsx",
    "src/a.ts",
    "src/b.tsx",
    "src/index.ts",
    "src/customer.io.ts",
    "src/lib/a.ts",
    "src/lib/b.d.e.js",
    "src/lib/index.js",
    "src/lib/cio.mts",
    "src/deep/index.ts",
    "src/deep/er/a.ts",
    "src/deep/er/Ä ö.ts",
    "src/deep/er/index.tsx",
    "test/a.js",
    "test/index.ts",
    "test/lib/index.mjs",
    "packages/one/src/index.ts",
    "packages/one/src/a.ts",
    "packages/one/test/a.ts",
    "packages/two/main.ts",
    "packages/two/lib/a.ts",
    "packages/two/lib/index.ts",
    "packages/two/index/a.ts",
];

/// What says what specifiers mean.
pub const CONFIGS: [(&str, &str); 5] = [
    (
        "package.json",
        r##"{ "workspaces": ["packages/*"], "imports": { "#cio": "./src/lib/cio.mjs", "#src/*": "./src/*.js" } }"##,
    ),
    (
        "tsconfig.json",
        r#"{ "compilerOptions": { "paths": { "@/*": ["./src/*"], "cio": ["src/lib/cio.mts"], "x-*": ["./src/*/index"], "~*": ["./*"] } } }"#,
    ),
    ("packages/one/package.json", r#"{ "name": "@p/one", "main": "dist/index.js" }"#),
    ("packages/two/package.json", r#"{ "name": "two", "exports": { ".": "./main.ts", "./x/*": "./lib/*.ts" } }"#),
    ("packages/two/tsconfig.json", r#"{ "compilerOptions": { "baseUrl": "." } }"#),
];

/// How a specifier is written.
const FORMS: [&str; 16] = [
    "import { x } from \"{}\";",
    "import x, { type Y } from '{}'",
    "import * as x from\n  '{}'",
    "import\"{}\"",
    "import /* \" */ x // '\n from /* from */ '{}'",
    "export { x as y } from '{}'",
    "export * from \"{}\"",
    "export * as x from '{}'",
    "const x = require('{}')",
    "const { a: { b } } = require ( \"{}\" );",
    "function f() { return require(`{}`).x; }",
    "import x = require('{}');",
    "const x = async () => (await import('{}')).default;",
    "class A { x = import(/* webpackMode: \"lazy\" */ `{}`); }",
    "import type { X } from '{}';",
    "if (a) { const { x } = await import(\n'{}'\n) }",
];

/// Text that looks like an import and is none.
const FAKES: [&str; 3] = ["// import '{}'", "const x = \"import y from '{}'\";", "/* export * from \"{}\" */"];

#[derive(Clone, Debug)]
struct Import {
    target: Index,
    way: Index,
    form: &'static str,
}

fn imports() -> impl Strategy<Value = Vec<Import>> {
    let forms = prop_oneof![9 => select(&FORMS[..]), 1 => select(&FAKES[..])];
    let import = (any::<Index>(), any::<Index>(), forms).prop_map(|(target, way, form)| Import { target, way, form });
    prop::collection::vec(import, 0..3)
}

/// All ways to name `target` in `from`.
pub fn ways(from: &str, target: &str) -> Vec<String> {
    let stem = |path: &str| path[..path.rfind('.').unwrap()].to_owned();
    let folder = |path: &str| path.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    let as_js = stem(target) + if target.ends_with(".mts") { ".mjs" } else { ".js" };
    let is_index = stem(target).ends_with("index") && folder(target) != stem(target);
    let mut ways = vec![relative(from, target), relative(from, &stem(target))];
    if !target.ends_with(".cjs") && !target.ends_with("mjs") {
        ways.push(relative(from, &as_js));
    }
    if is_index {
        let to_folder = relative(from, &folder(target));
        ways.push(format!("{to_folder}/"));
        ways.push(format!("{to_folder}/."));
        ways.push(to_folder);
    }
    if !from.starts_with("packages/two") {
        if let Some(inside) = target.strip_prefix("src/") {
            ways.push(format!("@/{inside}"));
            ways.push(format!("@/{}", stem(inside)));
            if is_index && inside.contains('/') {
                ways.push(format!("@/{}", folder(inside)));
                ways.push(format!("x-{}", folder(inside)));
            }
        }
        ways.push(format!("~{target}"));
        ways.push(format!("~{}", stem(target)));
    } else if let Some(inside) = target.strip_prefix("packages/two/") {
        ways.push(stem(inside));
    }
    if target == "src/lib/cio.mts" && !from.starts_with("packages") {
        ways.extend(["#cio".to_owned(), "cio".to_owned()]);
    }
    if let Some(inside) = target.strip_prefix("src/").filter(|_| !from.starts_with("packages"))
        && target.ends_with(".ts")
    {
        ways.push(format!("#src/{}", stem(inside)));
    }
    match target {
        "packages/one/src/index.ts" => ways.push("@p/one".to_owned()),
        "packages/one/src/a.ts" => ways.extend(["@p/one/src/a".to_owned(), "@p/one/a".to_owned()]),
        "packages/two/main.ts" => ways.push("two".to_owned()),
        "packages/two/lib/a.ts" => ways.push("two/x/a".to_owned()),
        _ => {}
    }
    ways
}

/// The way from a file to a path.
fn relative(from: &str, to: &str) -> String {
    let from: Vec<&str> = from.split('/').collect();
    let from = &from[..from.len() - 1];
    let to: Vec<&str> = to.split('/').filter(|part| !part.is_empty()).collect();
    let common = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let mut parts = vec![".."; from.len() - common];
    if parts.is_empty() {
        parts.push(".");
    }
    parts.extend(&to[common..]);
    parts.join("/")
}

/// The modules that a file names, by its facts.
pub fn named(unit: &Unit, into: &mut BTreeSet<String>) {
    into.extend(unit.imports.iter().map(|import| import.module.to_string()));
    into.extend(unit.exprs.iter().filter_map(|expr| match &expr.kind {
        ExprKind::Load(module) => Some(module.to_string()),
        _ => None,
    }));
    unit.children.iter().for_each(|child| named(&child.unit, into));
}

/// The files that reach the SDK, found forwards by reading everything.
fn forwards(view: &View, files: &[FileId], seeds: &BTreeSet<FileId>) -> BTreeSet<FileId> {
    let mut edges: BTreeMap<FileId, Vec<FileId>> = BTreeMap::new();
    for file in files {
        let mut modules = BTreeSet::new();
        named(&view.facts(*file).expect("facts").root, &mut modules);
        edges.insert(*file, modules.iter().filter_map(|module| view.resolve(*file, module)).collect());
    }
    let mut reached = seeds.clone();
    loop {
        let before = reached.len();
        let more = edges.iter().filter(|(_, to)| to.iter().any(|to| reached.contains(to))).map(|(from, _)| *from);
        reached.extend(more.collect::<Vec<_>>());
        if reached.len() == before {
            return reached;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_found_backwards_is_what_is_found_forwards(
        present in prop::collection::btree_set(select(&FILES[..]), 1..FILES.len()),
        imports in prop::collection::vec(imports(), FILES.len()),
        with_sdk in prop::collection::vec(any::<Index>(), 1..3),
    ) {
        let disk = Disk::with(&CONFIGS);
        let present: Vec<&str> = present.into_iter().collect();
        let seeds: BTreeSet<&str> = with_sdk.iter().map(|index| *index.get(&present)).collect();
        let mut meant = Vec::new();
        let mut fake = false;
        for (from, imports) in present.iter().zip(&imports) {
            let mut text = if seeds.contains(from) { SDK.to_owned() } else { String::new() };
            for Import { target, way, form } in imports {
                // Also such as are not there.
                let target = *target.get(&FILES);
                let specifier = way.get(&ways(from, target)).clone();
                text += &form.replace("{}", &specifier);
                text.push('\n');
                fake |= FAKES.contains(form);
                meant.push((*from, specifier, target));
            }
            disk.write(from, &text);
        }
        let (project, errors) = Project::discover(std::slice::from_ref(&disk.root), &|| false);
        prop_assert!(errors.is_empty());
        let view = project.view();
        let ids: Vec<FileId> = present.iter().map(|path| view.id(&disk.path(path)).expect("it is there")).collect();
        let seeds: BTreeSet<FileId> = seeds.iter().map(|path| view.id(&disk.path(path)).expect("it is there")).collect();
        let backwards: BTreeSet<FileId> = view.reached().into_iter().collect();
        let forwards = forwards(&view, &ids, &seeds);
        let missed: Vec<_> = forwards.difference(&backwards).map(|file| disk.name(&view.path(*file).unwrap())).collect();
        prop_assert!(missed.is_empty(), "missed: {missed:?}");
        if !fake {
            let surplus: Vec<_> = backwards.difference(&forwards).map(|f| disk.name(&view.path(*f).unwrap())).collect();
            prop_assert!(surplus.is_empty(), "surplus: {surplus:?}");
        }
        for (from, specifier, target) in meant {
            let found = view.resolve(view.id(&disk.path(from)).unwrap(), &specifier);
            let found = found.map(|file| disk.name(&view.path(file).unwrap()));
            let there = present.contains(&target).then(|| target.to_owned());
            if there.is_some() {
                prop_assert_eq!(found, there, "{} in {}", specifier, from);
            }
        }
    }
}
