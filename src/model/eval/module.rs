//! Modules of the project: what their exports are worth, over re-exports, barrels and cycles, ES modules and CommonJS.

use super::{Eval, loaded};
use crate::facts::{BinaryOp, BindingSource, Export, Exported, ExprKind, Import, Imported, Key, ScopeId, Target};
use crate::model::files::FileNo;
use crate::model::units::{Bound, Lookup, Node, UnitId};
use crate::model::value::{Kind, Value, agreement};
use crate::sdk::Module;
use smol_str::SmolStr;

/// How many re-exports are followed from one to the next.
const MAX_REEXPORTS: u32 = 16;

/// What an export turned out to be.
#[derive(Clone, Copy)]
pub enum Found<'u> {
    /// A name of a module.
    Name(Bound),
    /// An expression.
    Value(Node),
    /// A module itself.
    Module(FileNo),
    /// Something of a package.
    Package(&'u Import, &'u Imported),
}

impl Eval<'_> {
    /// The file that a specifier leads to. Where only the SDK is looked for, files that have nothing to do with it are
    /// not opened.
    pub(super) fn follow(&self, from: FileNo, module: &str) -> Option<FileNo> {
        let files = self.units.files;
        if Module::of(module).is_some() || self.narrow.get() && !files.reaches(from, module) {
            return None;
        }
        files.resolve(from, module)
    }

    /// What is imported from a file of the project, `None` where the specifier leads to none.
    pub(super) fn imported(&self, from: FileNo, import: &Import, what: &Imported, node: Node) -> Option<Value> {
        let file = self.follow(from, &import.module)?;
        Some(match what {
            Imported::Namespace => self.loaded_module(file, node),
            Imported::Default => self.export(file, "default", node),
            Imported::Named(name) => self.export(file, name, node),
        })
    }

    /// What a `require` or an `import()` of a file of the project is worth.
    pub(super) fn loaded(&self, from: FileNo, module: &str, node: Node) -> Value {
        match self.follow(from, module) {
            Some(file) => self.loaded_module(file, node),
            None => Value::at(node, loaded(self.units.files, module)),
        }
    }

    /// The module as an object. What is assigned to `module.exports`, or stands after `export =`, is the module.
    fn loaded_module(&self, file: FileNo, node: Node) -> Value {
        match self.whole(file, node) {
            // An object may get more members: `exports.name = …`.
            Some(value) if !matches!(value.kind, Kind::Object(_)) => value,
            _ => Value::at(node, Kind::Module(file)),
        }
    }

    /// What a file exports under a name, seen at `node`.
    pub(super) fn export(&self, file: FileNo, name: &str, node: Node) -> Value {
        let unknown = || Value::at(node, Kind::Unknown);
        match self.find_export(file, name, 0) {
            Some(Found::Name(bound)) => self.binding(bound, node, &None).seen_at(node),
            Some(Found::Value(value)) => self.value(value).seen_at(node),
            Some(Found::Module(file)) => self.loaded_module(file, node),
            Some(Found::Package(import, what)) => {
                Value::at(node, super::binding::imported(self.units.files, import, what))
            }
            None => self.common_js(file, name, node).unwrap_or_else(unknown).seen_at(node),
        }
    }

    /// Where the value of an imported name, or of one that only renames another, is made.
    pub fn made_at(&self, bound: Bound) -> Option<Found<'_>> {
        let BindingSource::Import { import, what } = &self.units.binding(bound).source else { return None };
        let import = &self.units.unit(bound.unit).imports[*import as usize];
        let file = self.follow(bound.unit.file, &import.module)?;
        match what {
            Imported::Namespace => Some(Found::Module(file)),
            Imported::Default => self.find_export(file, "default", 0),
            Imported::Named(name) => self.find_export(file, name, 0),
        }
    }

    /// Where an export of a file is made.
    pub fn find_export(&self, file: FileNo, name: &str, depth: u32) -> Option<Found<'_>> {
        if depth > MAX_REEXPORTS {
            return None;
        }
        let mut rest: Vec<FileNo> = Vec::new();
        for unit in self.units.statements(file) {
            for export in &self.units.unit(unit).exports {
                match &export.what {
                    Exported::All(import) if name != "default" => {
                        let module = &self.units.unit(unit).imports[*import as usize].module;
                        rest.extend(self.follow(file, module));
                    }
                    _ if export.name == name => return self.exported(unit, export, depth),
                    _ => {}
                }
            }
        }
        rest.into_iter().filter(|other| *other != file).find_map(|other| self.find_export(other, name, depth + 1))
    }

    fn exported<'u>(&'u self, unit: UnitId, export: &'u Export, depth: u32) -> Option<Found<'u>> {
        match &export.what {
            Exported::Local(local) => {
                let bound = match self.units.lookup_in_module(unit.file, local) {
                    Lookup::One(bound) => bound,
                    // A type and a value may share a name; a type alone is looked for by who wants types.
                    Lookup::None => match self.units.lookup_type(unit, ScopeId(0), local) {
                        Lookup::One(bound) => bound,
                        _ => return None,
                    },
                    Lookup::Several => return None,
                };
                Some(Found::Name(bound))
            }
            Exported::Value(expr) => Some(Found::Value(Node { unit, expr: *expr })),
            Exported::From(import, what) => {
                let import = &self.units.unit(unit).imports[*import as usize];
                let Some(other) = self.follow(unit.file, &import.module) else {
                    return Some(Found::Package(import, what));
                };
                match what {
                    Imported::Namespace => Some(Found::Module(other)),
                    Imported::Default => self.find_export(other, "default", depth + 1),
                    Imported::Named(name) => self.find_export(other, name, depth + 1),
                }
            }
            Exported::All(_) => None,
        }
    }

    /// `exports.name = value`, `module.exports.name = value`, or the member of what `module.exports` is. A default
    /// import of a CommonJS module is the module.
    fn common_js(&self, file: FileNo, name: &str, node: Node) -> Option<Value> {
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
            return whole.or_else(|| self.has_exports(file).then(|| Value::at(node, Kind::Module(file))));
        }
        Some(self.member(&whole?, name, node))
    }

    /// What is assigned to `module.exports`, or exported by `export =`.
    fn whole(&self, file: FileNo, node: Node) -> Option<Value> {
        if let Some(found) = self.find_export(file, "=", 0) {
            return match found {
                Found::Value(value) => Some(self.value(value).seen_at(node)),
                _ => None,
            };
        }
        let mut values = Vec::new();
        for (unit, write) in self.units.writes_naming(file, "exports") {
            let Target::Member(object, Key::Name(_)) = &write.target else { continue };
            let is_module = |node: Node| self.global_name(node).is_some_and(|name| name == "module");
            if write.op.is_none() && is_module(Node { unit, expr: *object }) {
                values.push(self.value(Node { unit, expr: write.value? }));
            }
        }
        match values.len() {
            0 | 1 => values.pop(),
            _ => agreement(values),
        }
    }

    /// Whether a file exports anything in the way of CommonJS.
    fn has_exports(&self, file: FileNo) -> bool {
        self.units.statements(file).all(|unit| self.units.unit(unit).exports.is_empty())
            && self.units.all_writes(file).any(|(unit, write)| {
                matches!(&write.target, Target::Member(object, _) if self.is_exports(Node { unit, expr: *object }))
            })
    }

    /// `exports`, `module.exports`
    fn is_exports(&self, node: Node) -> bool {
        match self.units.kind(node) {
            ExprKind::Member { object, property } if property == "exports" => {
                let object = Node { unit: node.unit, expr: *object };
                self.global_name(object).is_some_and(|name| name == "module")
            }
            _ => self.global_name(node).is_some_and(|name| name == "exports"),
        }
    }

    /// The name that stands in an expression, when nothing of the module is called so.
    fn global_name(&self, node: Node) -> Option<SmolStr> {
        let ExprKind::Ident(name, scope) = self.units.kind(node) else { return None };
        (self.units.lookup(node.unit, *scope, name) == Lookup::None).then(|| name.clone())
    }
}
