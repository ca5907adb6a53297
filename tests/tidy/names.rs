//! A name means one thing: no two rooms have a public type of the same name.

use crate::source::{code, files, module_of};
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn no_type_name_stands_for_two_things() {
    let mut rooms: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in files("src") {
        let Some(room) = module_of(&file.path) else { continue };
        for name in public_types(&code(&file)) {
            rooms.entry(name).or_default().insert(room.to_owned());
        }
    }
    assert!(rooms.len() > 300, "the types are found");
    let twice: Vec<_> = rooms.iter().filter(|(_, rooms)| rooms.len() > 1).collect();
    assert!(twice.is_empty(), "these names mean something else in each of the rooms: {twice:#?}");
}

/// The names of the types that some code hands out. What stands in a block (an associated type, code of a macro) is
/// indented.
fn public_types(code: &str) -> Vec<String> {
    let words =
        |line: &str| line.split(|c: char| !(c.is_alphanumeric() || c == '_')).map(str::to_owned).collect::<Vec<_>>();
    let name = |line: &str| {
        let item = line.strip_prefix("pub(crate) ").or_else(|| line.strip_prefix("pub "))?;
        let [kind, name, ..] = &words(item)[..] else { return None };
        matches!(kind.as_str(), "struct" | "enum" | "trait" | "type").then(|| name.clone())
    };
    code.lines().filter_map(name).collect()
}

#[test]
fn public_types_are_found() {
    let code = "pub struct A<'a> {\n    pub b: u8,\n}\npub(crate) enum B {}\nstruct C;\npub fn d() {}\n    pub type E = u8;\npub trait F: Send {}\n";
    assert_eq!(public_types(code), ["A", "B", "F"]);
}

/// The files that a text names: `` `src/a/b.rs` ``, and `` `c.rs` `` after it, or after `` `src/a` ``, for one in the folder.
fn files_named(text: &str) -> Vec<String> {
    let mut folder = "";
    let mut found = Vec::new();
    for name in text.split('`').skip(1).step_by(2).filter(|name| !name.contains(['<', '*', ' '])) {
        match name.rsplit_once('/') {
            Some((of, _)) if name.ends_with(".rs") => {
                folder = of;
                found.push(name.to_owned());
            }
            Some(_) if name.starts_with("src/") => folder = name,
            None if name.ends_with(".rs") => found.push(format!("{folder}/{name}")),
            _ => {}
        }
    }
    found
}

#[test]
fn the_architecture_names_files_that_exist() {
    let named = files_named(&crate::source::read("docs/architecture.md"));
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let missing: Vec<&String> = named.iter().filter(|path| !root.join(path).exists()).collect();
    assert!(named.len() > 20, "the names are found: {named:?}");
    assert!(missing.is_empty(), "docs/architecture.md: {missing:?} do not exist");
}
