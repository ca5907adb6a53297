//! Imports and exports that are still being typed.

use super::unit::{Binding, BindingSource, Child, ExportStatement, Exported, Import, Imported, Scope, ScopeKind, Unit};
use super::{BindingId, FileFacts, ScopeId};
use crate::syntax::{Name, Of, Unfinished};
use crate::text::TextRange;
use ropey::Rope;
use rustc_hash::{FxHashMap, FxHashSet};
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
        // The blocks of a document bind the same names.
        let block = |at: u32| self.document.as_ref().and_then(|document| document.block_at(at as usize));
        let mut bound = self.bound(&block);
        let blocks: Vec<Option<usize>> = unfinished.iter().map(|it| block(it.range.start)).collect();
        let Some(root) = Arc::<Unit>::get_mut(&mut self.root) else { return };
        for (it, block) in unfinished.iter().zip(blocks) {
            let (start, len) = (it.range.start, it.range.end - it.range.start);
            let child = Child {
                start,
                len,
                scope: ScopeId(0),
                unit: Arc::new(unit(it, rope, bound.entry(block).or_default())),
            };
            match root.children.binary_search_by_key(&start, |child| child.start) {
                Ok(at) => root.children[at] = child,
                Err(at) => root.children.insert(at, child),
            }
        }
    }

    /// The names that statements of the module bind; in a document, those of each block.
    fn bound(&self, block: &dyn Fn(u32) -> Option<usize>) -> FxHashMap<Option<usize>, FxHashSet<SmolStr>> {
        let mut bound: FxHashMap<Option<usize>, FxHashSet<SmolStr>> = FxHashMap::default();
        for child in &self.root.children {
            let Some(scope) = child.unit.scopes.first() else { continue };
            let names = scope.bindings.iter().map(|id| child.unit.bindings[id.index()].name.clone());
            bound.entry(block(child.start)).or_default().extend(names);
        }
        bound
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
