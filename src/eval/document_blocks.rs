//! Imports, `require` and re-exports between the blocks of a document that are files.

use super::Eval;
use super::binding;
use super::units::files::LocalFile;
use super::units::{Lookup, Node, UnitId};
use super::value::{Value, ValueKind};
use crate::facts::{BindingSource, Exported, Import, Imported, Key, ScopeId, Target};
use smol_str::SmolStr;

/// The exports that are being followed: those that lead back to themselves are unknown.
type Followed = Vec<(SmolStr, SmolStr)>;

impl Eval<'_> {
    /// Returns the value imported from another block of the same document.
    pub(super) fn imported_from_block(
        &self,
        from: LocalFile,
        import: &Import,
        what: &Imported,
        node: Node,
    ) -> Option<Value> {
        self.taken_from_block(from, import, what, node, &mut Vec::new())
    }

    fn taken_from_block(
        &self,
        from: LocalFile,
        import: &Import,
        what: &Imported,
        node: Node,
        followed: &mut Followed,
    ) -> Option<Value> {
        match what {
            Imported::Namespace => self.block(from, &import.module, node),
            Imported::Default => self.block_export(from, &import.module, "default", node, followed),
            Imported::Named(name) => self.block_export(from, &import.module, name, node, followed),
        }
    }

    /// Another block as an object: `import * as lib from "./lib"`, `require("./lib")`. The value assigned to
    /// `module.exports` is the module.
    pub(super) fn block(&self, from: LocalFile, specifier: &str, node: Node) -> Option<Value> {
        self.units.block_named(from, specifier)?;
        match self.assigned_module(from, specifier) {
            Some(value) if !matches!(value.kind, ValueKind::Object(_)) => Some(value.seen_at(node)),
            _ => Some(Value::at(node, ValueKind::Block(from, SmolStr::new(specifier)))),
        }
    }

    /// The member of another block.
    pub(super) fn block_member(&self, from: LocalFile, specifier: &str, name: &str, node: Node) -> Value {
        let found = self.block_export(from, specifier, name, node, &mut Vec::new());
        found.unwrap_or_else(|| Value::at(node, ValueKind::Unknown))
    }

    fn block_export(
        &self,
        from: LocalFile,
        specifier: &str,
        name: &str,
        node: Node,
        followed: &mut Followed,
    ) -> Option<Value> {
        let asked = (SmolStr::new(specifier), SmolStr::new(name));
        if followed.contains(&asked) {
            return None;
        }
        followed.push(asked);
        let Some((unit, number)) = self.units.exported_by_block(from, specifier, name) else {
            return self
                .reexported_by_block(from, specifier, name, node, followed)
                .or_else(|| Some(self.put_by_block(from, specifier, name)?.seen_at(node)));
        };
        let facts = self.units.unit(unit);
        match &facts.exports[number as usize].what {
            Exported::Local(local) => {
                let Lookup::One(bound) = self.units.lookup(unit, ScopeId(0), local) else { return None };
                match &self.units.binding(bound).source {
                    BindingSource::Import { import, what } => {
                        let import = &self.units.unit(bound.unit).imports[*import as usize];
                        self.taken_on(from, import, what, node, followed)
                    }
                    _ => Some(self.exported(bound, node).seen_at(node)),
                }
            }
            Exported::Value(expr) => Some(self.value(Node { unit, expr: *expr }).seen_at(node)),
            Exported::From(import, what) => self.taken_on(from, &facts.imports[*import as usize], what, node, followed),
            Exported::All(_) => None,
        }
    }

    /// The value that a block takes from elsewhere and hands on: of another block, or of a package.
    fn taken_on(
        &self,
        from: LocalFile,
        import: &Import,
        what: &Imported,
        node: Node,
        followed: &mut Followed,
    ) -> Option<Value> {
        if self.units.block_named(from, &import.module).is_some() {
            return self.taken_from_block(from, import, what, node, followed);
        }
        Some(Value::at(node, binding::imported(self.units.files, import, what)))
    }

    /// `export * from "./cio"`
    fn reexported_by_block(
        &self,
        from: LocalFile,
        specifier: &str,
        name: &str,
        node: Node,
        followed: &mut Followed,
    ) -> Option<Value> {
        if name == "default" {
            return None;
        }
        self.units.block_named(from, specifier)?.into_iter().find_map(|unit| {
            let facts = self.units.unit(unit);
            facts.exports.iter().find_map(|export| match export.what {
                Exported::All(import) => {
                    self.block_export(from, &facts.imports[import as usize].module, name, node, followed)
                }
                _ => None,
            })
        })
    }

    /// `exports.name = value`, `module.exports = { name: value }`
    fn put_by_block(&self, from: LocalFile, specifier: &str, name: &str) -> Option<Value> {
        let is_put = |node: Node| self.is_exports(node);
        if let Some(value) = self.only_assigned(from, specifier, name, is_put) {
            return Some(value);
        }
        let whole = self.assigned_module(from, specifier)?;
        if name == "default" { Some(whole) } else { Some(self.member(&whole, name, whole.node)) }
    }

    /// The value that a block assigns to `module.exports`.
    fn assigned_module(&self, from: LocalFile, specifier: &str) -> Option<Value> {
        let is_module = |node: Node| self.units.global_name(node).is_some_and(|name| name == "module");
        self.only_assigned(from, specifier, "exports", is_module)
    }

    /// The value that the statements of a block assign to a member of something, once.
    fn only_assigned(
        &self,
        from: LocalFile,
        specifier: &str,
        member: &str,
        is_it: impl Fn(Node) -> bool,
    ) -> Option<Value> {
        let units: Vec<UnitId> = self.units.block_named(from, specifier)?;
        let mut values = units.into_iter().flat_map(|unit| {
            let writes = self.units.unit(unit).writes.iter();
            writes.filter_map(move |write| match &write.target {
                Target::Member(object, Key::Name(name)) if name == member => {
                    Some((Node { unit, expr: *object }, write.assigned().map(|expr| Node { unit, expr })))
                }
                _ => None,
            })
        });
        let mut assigned = values.by_ref().filter(|(object, _)| is_it(*object));
        match (assigned.next(), assigned.next()) {
            (Some((_, Some(value))), None) => Some(self.value(value)),
            _ => None,
        }
    }
}
