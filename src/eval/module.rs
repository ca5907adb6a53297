//! Modules of the project: the values of their exports, over re-exports, barrels and cycles, ES modules and CommonJS.

use super::Eval;
use super::ask::{Answer, Question};
use super::binding::loaded;
use super::units::files::LocalFile;
use super::units::{Bound, Lookup, Node, UnitId};
use super::value::{Value, ValueKind, agreement};
use crate::facts::{BinaryOp, BindingSource, Exported, ExprKind, Import, Imported, Key, ScopeId, Target};
use crate::sdk::Module;
use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::SmolStr;
use std::rc::Rc;

/// The exports of a file.
pub(super) struct Exports {
    /// By their names: the unit, and the number of the export there. The first of several counts.
    named: FxHashMap<SmolStr, (UnitId, u32)>,
    /// The modules of `export * from`, in the order of the text.
    all_of: Vec<SmolStr>,
}

/// The place where an export was found: [`ExportFound`] in a form that can be cached.
#[derive(Clone, Copy)]
pub(super) enum FoundAt {
    Name(Bound),
    Value(Node),
    Module(LocalFile),
    /// The export of the unit with this number, which hands on something of a package.
    Package(UnitId, u32),
}

/// The target of an export.
#[derive(Clone, Copy)]
pub enum ExportFound<'u> {
    /// A name of a module.
    Name(Bound),
    /// An expression.
    Value(Node),
    /// A module itself.
    Module(LocalFile),
    /// Something of a package.
    Package(&'u Import, &'u Imported),
}

impl Eval<'_> {
    /// The file that a specifier leads to. Where only the SDK is looked for, files that have nothing to do with it are
    /// not opened.
    pub(super) fn follow(&self, from: LocalFile, module: &str) -> Option<LocalFile> {
        let files = self.units.files;
        if Module::of(module).is_some() || self.narrow.get() && !files.reaches(from, module) {
            return None;
        }
        files.resolve(from, module)
    }

    /// Returns the value imported from a file of the project, `None` where the specifier leads to none.
    pub(super) fn imported(&self, from: LocalFile, import: &Import, what: &Imported, node: Node) -> Option<Value> {
        let file = self.follow(from, &import.module)?;
        Some(match what {
            Imported::Namespace => self.loaded_module(file, node),
            Imported::Default => self.export(file, "default", node),
            Imported::Named(name) => self.export(file, name, node),
        })
    }

    /// Returns the value of a `require` or an `import()` of a file of the project.
    pub(super) fn loaded(&self, from: LocalFile, module: &str, node: Node) -> Value {
        if let Some(block) = self.block(from, module, node) {
            return block;
        }
        match self.follow(from, module) {
            Some(file) => self.loaded_module(file, node),
            None => Value::at(node, loaded(self.units.files, module)),
        }
    }

    /// The module as an object. The value assigned to `module.exports`, or after `export =`, is the module.
    fn loaded_module(&self, file: LocalFile, node: Node) -> Value {
        match self.whole(file, node) {
            // An object may get more members: `exports.name = …`.
            Some(value) if !matches!(value.kind, ValueKind::Object(_)) => value,
            _ => Value::at(node, ValueKind::Module(file)),
        }
    }

    /// Returns the value that a file exports under a name, seen at `node`. Imports there are followed to their origin;
    /// an import that leads only to itself is unknown.
    pub(super) fn export(&self, file: LocalFile, name: &str, node: Node) -> Value {
        let unknown = || Value::at(node, ValueKind::Unknown);
        let (mut file, mut name) = (file, SmolStr::new(name));
        let mut seen = FxHashSet::default();
        while seen.insert((file, name.clone())) {
            let bound = match self.find_export(file, &name) {
                Some(ExportFound::Name(bound)) => bound,
                Some(ExportFound::Value(value)) => return self.value(value).seen_at(node),
                Some(ExportFound::Module(file)) => return self.loaded_module(file, node),
                Some(ExportFound::Package(import, what)) => {
                    return Value::at(node, super::binding::imported(self.units.files, import, what));
                }
                None => return self.common_js(file, &name, node).unwrap_or_else(unknown).seen_at(node),
            };
            let BindingSource::Import { import, what } = &self.units.binding(bound).source else {
                return self.exported(bound, node).seen_at(node);
            };
            let import = &self.units.unit(bound.unit).imports[*import as usize];
            let other = if import.type_only { None } else { self.follow(bound.unit.file, &import.module) };
            let Some(other) = other else {
                return Value::at(node, super::binding::imported(self.units.files, import, what));
            };
            (file, name) = match what {
                Imported::Namespace => return self.loaded_module(other, node),
                Imported::Default => (other, SmolStr::new_static("default")),
                Imported::Named(name) => (other, name.clone()),
            };
        }
        unknown()
    }

    /// Returns the value of an exported variable. It may be taken out of the module that exports it:
    /// `export const { a } = require(".")`.
    pub(super) fn exported(&self, bound: Bound, node: Node) -> Value {
        let unknown = || Answer::Value(Value::at(node, ValueKind::Unknown));
        let answer = self.ask(Question::Exported(bound, node), &None, node, unknown, || {
            Answer::Value(self.binding(bound, node, &None))
        });
        let Answer::Value(value) = answer else { return Value::at(node, ValueKind::Unknown) };
        value
    }

    /// The place where the value of an imported name, or of one that only renames another, is created.
    pub fn made_at(&self, bound: Bound) -> Option<ExportFound<'_>> {
        let BindingSource::Import { import, what } = &self.units.binding(bound).source else { return None };
        let import = &self.units.unit(bound.unit).imports[*import as usize];
        let file = self.follow(bound.unit.file, &import.module)?;
        match what {
            Imported::Namespace => Some(ExportFound::Module(file)),
            Imported::Default => self.find_export(file, "default"),
            Imported::Named(name) => self.find_export(file, name),
        }
    }

    /// The place where an export of a file is created.
    pub fn find_export(&self, file: LocalFile, name: &str) -> Option<ExportFound<'_>> {
        let key = (file, SmolStr::new(name), self.narrow.get());
        let known = self.found.borrow().get(&key).copied();
        let found = known.unwrap_or_else(|| {
            let found = self.look_for_export(file, name);
            self.found.borrow_mut().insert(key, found);
            found
        });
        Some(match found? {
            FoundAt::Name(bound) => ExportFound::Name(bound),
            FoundAt::Value(node) => ExportFound::Value(node),
            FoundAt::Module(file) => ExportFound::Module(file),
            FoundAt::Package(unit, number) => match &self.units.unit(unit).exports[number as usize].what {
                Exported::From(import, what) => {
                    ExportFound::Package(&self.units.unit(unit).imports[*import as usize], what)
                }
                _ => return None,
            },
        })
    }

    /// Looks through a file and its re-exports, each file once for each name.
    fn look_for_export(&self, file: LocalFile, name: &str) -> Option<FoundAt> {
        let mut seen = FxHashSet::default();
        // The next one last.
        let mut next = vec![(file, SmolStr::new(name))];
        while let Some((file, name)) = next.pop() {
            if !seen.insert((file, name.clone())) {
                continue;
            }
            let exports = self.exports_of(file);
            let Some((unit, number)) = exports.named.get(&name).copied() else {
                if name != "default" && name != "=" {
                    let others = exports.all_of.iter().rev().filter_map(|module| self.follow(file, module));
                    next.extend(others.map(|other| (other, name.clone())));
                }
                continue;
            };
            let found = match &self.units.unit(unit).exports[number as usize].what {
                Exported::Local(local) => match self.units.lookup_in_module(file, local) {
                    Lookup::One(bound) => Some(FoundAt::Name(bound)),
                    // A type and a value may share a name; a type alone is looked for by who wants types.
                    Lookup::None => match self.units.lookup_type(unit, ScopeId(0), local) {
                        Lookup::One(bound) => Some(FoundAt::Name(bound)),
                        _ => None,
                    },
                    Lookup::Several => None,
                },
                Exported::Value(expr) => Some(FoundAt::Value(Node { unit, expr: *expr })),
                Exported::From(import, what) => {
                    let import = &self.units.unit(unit).imports[*import as usize];
                    match (self.follow(file, &import.module), what) {
                        (None, _) => Some(FoundAt::Package(unit, number)),
                        (Some(other), Imported::Namespace) => Some(FoundAt::Module(other)),
                        (Some(other), Imported::Default) => {
                            next.push((other, SmolStr::new_static("default")));
                            None
                        }
                        (Some(other), Imported::Named(name)) => {
                            next.push((other, name.clone()));
                            None
                        }
                    }
                }
                Exported::All(_) => None,
            };
            if found.is_some() {
                return found;
            }
        }
        None
    }

    fn exports_of(&self, file: LocalFile) -> Rc<Exports> {
        if let Some(known) = self.exports.borrow().get(&file) {
            return known.clone();
        }
        let mut exports = Exports { named: FxHashMap::default(), all_of: Vec::new() };
        for unit in self.units.statements(file) {
            let facts = self.units.unit(unit);
            for (number, export) in facts.exports.iter().enumerate() {
                match &export.what {
                    Exported::All(import) => {
                        exports.all_of.push(facts.imports[*import as usize].module.as_str().into())
                    }
                    _ => drop(exports.named.entry(export.name.as_str().into()).or_insert((unit, number as u32))),
                }
            }
        }
        let exports = Rc::new(exports);
        self.exports.borrow_mut().insert(file, exports.clone());
        exports
    }

    /// `exports.name = value`, `module.exports.name = value`, or a member of the value of `module.exports`. A default
    /// import of a CommonJS module is the module.
    pub(super) fn common_js(&self, file: LocalFile, name: &str, node: Node) -> Option<Value> {
        let question = Question::CommonJs(file, name.into(), node);
        let answer = self.ask(
            question,
            &None,
            node,
            || Answer::Each(None),
            || Answer::Each(self.common_js_here(file, name, node)),
        );
        if let Answer::Each(value) = answer { value } else { None }
    }

    fn common_js_here(&self, file: LocalFile, name: &str, node: Node) -> Option<Value> {
        let mut values = Vec::new();
        for (unit, write) in self.units.writes_naming(file, name) {
            let Target::Member(object, _) = &write.target else { continue };
            if !self.is_exports(Node { unit, expr: *object }) {
                continue;
            }
            match (write.op, write.value) {
                (None | Some(BinaryOp::Or | BinaryOp::Nullish), Some(expr)) => {
                    // Compilers write `exports.name = void 0` first.
                    values.push(self.value(Node { unit, expr }));
                }
                _ => return None,
            }
        }
        if !values.is_empty() {
            return agreement(values);
        }
        let whole = self.whole(file, node);
        if name == "default" {
            return whole.or_else(|| self.has_exports(file).then(|| Value::at(node, ValueKind::Module(file))));
        }
        Some(self.member(&whole?, name, node))
    }

    /// Returns the value assigned to `module.exports`, or exported by `export =`.
    fn whole(&self, file: LocalFile, node: Node) -> Option<Value> {
        if let Some(found) = self.find_export(file, "=") {
            return match found {
                ExportFound::Value(value) => Some(self.value(value).seen_at(node)),
                _ => None,
            };
        }
        let mut values = Vec::new();
        for (unit, write) in self.units.writes_naming(file, "exports") {
            let Target::Member(object, Key::Name(_)) = &write.target else { continue };
            let is_module = |node: Node| self.units.global_name(node).is_some_and(|name| name == "module");
            if write.op.is_none() && is_module(Node { unit, expr: *object }) {
                values.push(self.value(Node { unit, expr: write.value? }));
            }
        }
        match values.len() {
            0 | 1 => values.pop(),
            _ => agreement(values),
        }
    }

    /// Returns whether a file exports anything in the way of CommonJS.
    fn has_exports(&self, file: LocalFile) -> bool {
        self.units.statements(file).all(|unit| self.units.unit(unit).exports.is_empty())
            && self.units.all_writes(file).any(|(unit, write)| {
                matches!(&write.target, Target::Member(object, _) if self.is_exports(Node { unit, expr: *object }))
            })
    }

    /// `exports`, `module.exports`
    pub(super) fn is_exports(&self, node: Node) -> bool {
        match self.units.kind(node) {
            ExprKind::Member { object, property } if property == "exports" => {
                let object = Node { unit: node.unit, expr: *object };
                self.units.global_name(object).is_some_and(|name| name == "module")
            }
            _ => self.units.global_name(node).is_some_and(|name| name == "exports"),
        }
    }
}
