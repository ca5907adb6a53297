//! Imports and `require`s.

use super::{Lower, children, parts};
use crate::facts::expr::{ExprKind, ScopeId};
use crate::facts::grammar::K;
use crate::facts::unit::{BindingSource, Import, Imported};
use smol_str::SmolStr;
use tree_sitter::Node;

impl<'t> Lower<'_, 't> {
    pub(super) fn import(&mut self, node: Node<'t>, scope: ScopeId) {
        let f = &self.ctx.grammar.fields;
        let source = self.field(node, f.source).or_else(|| {
            children(node).find(|n| self.kind(*n) == K::ImportRequire).and_then(|n| self.field(n, f.source))
        });
        let Some(source) = source else { return };
        let import = self.unit.imports.len() as u32;
        let (module, range) = (self.string_value(source), self.range(node));
        let type_only = has_token(node, "type");
        self.unit.imports.push(Import {
            module,
            range,
            type_only,
            name_slot: None,
            require: false,
            reexport: false,
            unfinished: false,
        });
        for part in children(node) {
            match self.kind(part) {
                K::ImportClause => self.import_clause(part, scope, import),
                K::ImportRequire => {
                    if let Some(name) = children(part).next() {
                        self.bind_import(name, scope, import, Imported::Namespace);
                    }
                }
                _ => {}
            }
        }
    }

    fn import_clause(&mut self, node: Node<'t>, scope: ScopeId, import: u32) {
        let f = &self.ctx.grammar.fields;
        for part in children(node) {
            match self.kind(part) {
                K::Identifier => self.bind_import(part, scope, import, Imported::Default),
                K::NamespaceImport => {
                    if let Some(name) = children(part).next() {
                        self.bind_import(name, scope, import, Imported::Namespace);
                    }
                }
                K::NamedImports => {
                    let specifiers = children(part).filter(|n| self.kind(*n) == K::ImportSpecifier);
                    for specifier in specifiers.collect::<Vec<_>>() {
                        let Some(name) = self.field(specifier, f.name) else { continue };
                        let imported = self.property_name(name).unwrap_or_else(|| SmolStr::new_static("default"));
                        let what = if imported == "default" { Imported::Default } else { Imported::Named(imported) };
                        let local = self.field(specifier, f.alias).unwrap_or(name);
                        self.bind_import(local, scope, import, what);
                        self.name_slot(import, specifier);
                    }
                }
                _ => {}
            }
        }
    }

    fn bind_import(&mut self, node: Node<'t>, scope: ScopeId, import: u32, what: Imported) {
        let (name, range) = (self.text(node), self.range(node));
        self.bind(name, range, scope, BindingSource::Import { import, what });
    }

    fn name_slot(&mut self, import: u32, last: Node<'t>) {
        let at = self.range(last).end;
        self.unit.imports[import as usize].name_slot = Some(at);
    }

    /// `const { name } = require("module")`: remembered as an import, for there one more name can be put.
    pub(super) fn require(&mut self, declarator: Node<'t>, pattern: Node<'t>, value: Node<'t>) {
        let loaded = self.unit.exprs.last().map(|e| (&e.kind, e.range));
        let Some((ExprKind::Load(module), loaded_range)) = loaded else { return };
        if loaded_range != self.range(value) || self.kind(value) != K::Call {
            return;
        }
        let module = module.clone();
        let range = self.range(declarator.parent().unwrap_or(declarator));
        let name_slot = (self.kind(pattern) == K::ObjectPattern)
            .then(|| children(pattern).filter(|n| self.kind(*n) != K::RestPattern).last().map(|n| self.range(n).end))
            .flatten();
        self.unit.imports.push(Import {
            module,
            range,
            type_only: false,
            name_slot,
            require: true,
            reexport: false,
            unfinished: false,
        });
    }
}

/// Returns whether an anonymous token is directly in a node.
pub(super) fn has_token(node: Node<'_>, token: &str) -> bool {
    parts(node).any(|n| !n.is_named() && n.kind() == token)
}
