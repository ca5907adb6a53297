//! Imports and exports that are still being typed.

use super::unit::{Binding, BindingSource, Child, ExportStatement, Exported, Import, Imported, Scope, ScopeKind, Unit};
use super::{BindingId, FileFacts, ScopeId};
use crate::syntax::{Name, Of, Unfinished};
use crate::text::TextRange;
use ropey::Rope;
use rustc_hash::FxHashSet;
use smol_str::SmolStr;
use std::sync::Arc;

impl FileFacts {
    /// Adds the facts of `unfinished` statements, in place of the blocks that the tree has for them. A name that the
    /// module binds by another statement is that, as is one whose module is not written yet: nothing becomes unknown
    /// just because of typing.
    pub fn add_unfinished(&mut self, rope: &Rope, unfinished: &[Unfinished]) {
        if unfinished.is_empty() {
            return;
        }
        let mut bound = self.bound();
        let Some(root) = Arc::<Unit>::get_mut(&mut self.root) else { return };
        for it in unfinished {
            let (start, len) = (it.range.start, it.range.end - it.range.start);
            let child = Child { start, len, scope: ScopeId(0), unit: Arc::new(unit(it, rope, &mut bound)) };
            match root.children.binary_search_by_key(&start, |child| child.start) {
                Ok(at) => root.children[at] = child,
                Err(at) => root.children.insert(at, child),
            }
        }
    }

    /// The names that statements of the module bind.
    fn bound(&self) -> FxHashSet<SmolStr> {
        let units = self.root.children.iter().map(|child| &*child.unit);
        let scopes = units.filter_map(|unit| Some((unit, unit.scopes.first()?)));
        scopes
            .flat_map(|(unit, scope)| scope.bindings.iter().map(|id| unit.bindings[id.index()].name.clone()))
            .collect()
    }
}

fn unit(it: &Unfinished, rope: &Rope, bound: &mut FxHashSet<SmolStr>) -> Unit {
    let written = |range: TextRange| SmolStr::new(String::from(rope.byte_slice(range.as_range())));
    let relative =
        |range: TextRange| TextRange { start: range.start - it.range.start, end: range.end - it.range.start };
    let mut unit = Unit::default();
    let mut scope = Scope { parent: None, kind: ScopeKind::Unit, bindings: Vec::new() };
    if let Some(module) = it.module {
        unit.imports.push(Import {
            module: written(module),
            range: relative(it.range),
            type_only: it.type_only,
            name_slot: None,
            require: it.is_required,
            reexport: it.exports,
            unfinished: true,
        });
    }
    for Name { of, local } in &it.names {
        let what = match of {
            Of::Default => Imported::Default,
            Of::All => Imported::Namespace,
            Of::Named(name) => Imported::Named(written(*name)),
        };
        let name = written(*local);
        if it.exports {
            let what = match (it.module, what) {
                (Some(_), Imported::Namespace) if name == "*" => Exported::All(0),
                (Some(_), what) => Exported::From(0, what),
                (None, Imported::Named(name)) => Exported::Local(name),
                (None, _) => continue,
            };
            unit.exports.push(ExportStatement { name, what });
        } else if it.module.is_some() && bound.insert(name.clone()) {
            scope.bindings.push(BindingId(unit.bindings.len() as u32));
            let source = BindingSource::Import { import: 0, what };
            unit.bindings.push(Binding { name, range: relative(*local), scope: ScopeId(0), source, ty: None });
        }
    }
    unit.scopes.push(scope);
    unit
}
