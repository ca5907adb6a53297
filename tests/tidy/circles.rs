//! No circle of files: a change in one of them would be a change in all.

use crate::source::{File, files};
use petgraph::algo::tarjan_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use std::collections::BTreeMap;
use syn::visit::{self, Visit};
use syn::{ItemMod, ItemUse, UseTree};

/// So many files may use each other; two or three are one idea in two or three files.
const MOST: usize = 3;

pub type Path = Vec<String>;

/// The modules of the crate, by their paths from its root.
pub type Modules = BTreeMap<Path, Module>;

#[derive(Default)]
pub struct Module {
    /// The file.
    pub file: String,
    /// What it names of the crate, from the crate's root.
    pub uses: Vec<Path>,
    /// What it hands on of others, by its name here.
    pub handed_on: BTreeMap<String, Path>,
}

/// Collects the paths of one file.
struct Reader<'m> {
    here: &'m Path,
    is_module: &'m dyn Fn(&[String]) -> bool,
    module: Module,
}

impl Reader<'_> {
    /// A path as it is written, from the crate's root; `None` where it leads out of the crate.
    fn absolute(&self, written: &[String]) -> Option<Path> {
        let mut base = match written.first()?.as_str() {
            "crate" => Vec::new(),
            "self" | "super" => self.here.clone(),
            child => {
                let inside = [self.here.as_slice(), &[child.to_owned()]].concat();
                return (self.is_module)(&inside).then(|| [self.here.as_slice(), written].concat());
            }
        };
        let mut rest = written;
        while let [first, others @ ..] = rest {
            match first.as_str() {
                "super" => drop(base.pop()),
                "crate" | "self" => {}
                _ => break,
            }
            rest = others;
        }
        Some([base.as_slice(), rest].concat())
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        let hands_on = !matches!(item.vis, syn::Visibility::Inherited);
        for (written, name) in leaves(&item.tree, Vec::new()) {
            let Some(path) = self.absolute(&written) else { continue };
            if hands_on {
                self.module.handed_on.insert(name, path);
            } else {
                self.module.uses.push(path);
            }
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let written: Path = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        // By itself it is the receiver of a method.
        if written.len() > 1 && matches!(written[0].as_str(), "crate" | "self" | "super") {
            self.module.uses.extend(self.absolute(&written));
        }
        visit::visit_path(self, path);
    }

    /// `pub(in crate::a)` says for whom something is, and uses nothing of `a`.
    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}

    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        // Tests may know whom they like.
        if !item.attrs.iter().any(|attribute| attribute.path().is_ident("cfg")) {
            visit::visit_item_mod(self, item);
        }
    }
}

/// The paths that a use tree stands for, each with the name that it has here.
fn leaves(tree: &UseTree, before: Path) -> Vec<(Path, String)> {
    let with = |name: &syn::Ident| [before.as_slice(), &[name.to_string()]].concat();
    match tree {
        UseTree::Path(path) => leaves(&path.tree, with(&path.ident)),
        UseTree::Group(group) => group.items.iter().flat_map(|tree| leaves(tree, before.clone())).collect(),
        UseTree::Name(name) if name.ident == "self" => {
            let last = before.last().cloned().unwrap_or_default();
            vec![(before, last)]
        }
        UseTree::Name(name) => vec![(with(&name.ident), name.ident.to_string())],
        UseTree::Rename(rename) => vec![(with(&rename.ident), rename.rename.to_string())],
        UseTree::Glob(_) => vec![(before, String::new())],
    }
}

/// The path of the module that is a file: `a::b` of `src/a/b.rs` and `src/a/b/mod.rs`; `None` for tests and the binary.
fn path_of(file: &str) -> Option<Path> {
    let inside = file.strip_prefix("src/")?.strip_suffix(".rs")?;
    if matches!(inside, "lib" | "main") || inside.ends_with("tests") {
        return None;
    }
    let inside = inside.strip_suffix("/mod").unwrap_or(inside);
    Some(inside.split('/').map(str::to_owned).collect())
}

pub fn read(all: &[File]) -> Modules {
    let paths: Vec<Path> = all.iter().filter_map(|file| path_of(&file.path)).collect();
    let is_module = |path: &[String]| paths.iter().any(|known| known == path);
    let read = |file: &File| {
        let here = path_of(&file.path)?;
        let code = syn::parse_file(&file.text).unwrap_or_else(|error| panic!("{}: {error}", file.path));
        let module = Module { file: file.path.clone(), ..Module::default() };
        let mut reader = Reader { here: &here, is_module: &is_module, module };
        reader.visit_file(&code);
        Some((here.clone(), reader.module))
    };
    all.iter().filter_map(read).collect()
}

/// The file in which something is, followed through those that only hand it on.
pub fn definer<'m>(modules: &'m Modules, path: &[String], steps: usize) -> Option<&'m Path> {
    let length = (1..=path.len()).rev().find(|length| modules.contains_key(&path[..*length]))?;
    let (at, module) = modules.get_key_value(&path[..length])?;
    match path.get(length).and_then(|name| module.handed_on.get(name)) {
        Some(to) if steps > 0 => definer(modules, &[to.as_slice(), &path[length + 1..]].concat(), steps - 1),
        _ => Some(at),
    }
}

/// The sets of files each of which uses all others, by whatever way, largest first.
fn circles(modules: &Modules) -> Vec<Vec<&str>> {
    let mut graph = DiGraph::<&str, ()>::new();
    let nodes: BTreeMap<&Path, NodeIndex> =
        modules.iter().map(|(path, module)| (path, graph.add_node(module.file.as_str()))).collect();
    for (path, module) in modules {
        for used in module.uses.iter().filter_map(|used| definer(modules, used, 8)).filter(|used| *used != path) {
            graph.update_edge(nodes[path], nodes[used], ());
        }
    }
    let mut circles: Vec<Vec<&str>> =
        tarjan_scc(&graph).into_iter().map(|circle| circle.into_iter().map(|node| graph[node]).collect()).collect();
    circles.retain(|circle: &Vec<&str>| circle.len() > 1);
    circles.iter_mut().for_each(|circle| circle.sort_unstable());
    circles.sort_by_key(|circle| std::cmp::Reverse(circle.len()));
    circles
}

#[test]
fn no_circle_has_more_than_three_files() {
    let all = files("src");
    let modules = read(&all);
    let large: Vec<_> = circles(&modules).into_iter().filter(|circle| circle.len() > MOST).collect();
    assert!(large.is_empty(), "files that use each other:\n{large:#?}");
    assert!(modules.len() > 300, "the files are not where this test looks");
}

#[test]
fn circles_are_seen_through_what_is_handed_on() {
    let file = |path: &str, text: &str| File { path: path.to_owned(), text: text.to_owned() };
    let all = [
        file("src/a/mod.rs", "mod b; mod c; pub use b::Thing; pub use c::Other as Another;"),
        file("src/a/b.rs", "use super::c::Other; pub struct Thing(Other);"),
        file("src/a/c.rs", "pub struct Other; fn f(it: crate::d::D) {} #[cfg(test)] mod tests { use crate::e::E; }"),
        file("src/d.rs", "use crate::a::{Thing, self as all}; pub struct D;"),
        file("src/e.rs", "use crate::a::Another; pub struct E;"),
    ];
    assert_eq!(circles(&read(&all)), [["src/a/b.rs", "src/a/c.rs", "src/d.rs"]]);
}
