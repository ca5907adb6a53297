//! Exports.

use super::{Lower, UNIT, children};
use crate::facts::expr::ScopeId;
use crate::facts::grammar::K;
use crate::facts::unit::{ExportStatement, Exported, Import, Imported};
use smol_str::SmolStr;
use tree_sitter::Node;

impl<'t> Lower<'_, 't> {
    pub(super) fn export(&mut self, node: Node<'t>, scope: ScopeId) {
        let f = &self.ctx.grammar.fields;
        match self.field(node, f.source) {
            Some(source) => self.reexport(node, source),
            None => self.own_export(node, scope),
        }
    }

    /// `export { a as b } from "module"`, `export * from "module"`, `export * as name from "module"`
    fn reexport(&mut self, node: Node<'t>, source: Node<'t>) {
        let import = self.unit.imports.len() as u32;
        self.unit.imports.push(Import {
            module: self.string_value(source),
            range: self.range(node),
            type_only: super::import::has_token(node, "type"),
            name_slot: None,
            require: false,
            reexport: true,
            unfinished: false,
        });
        let mut all = true;
        for part in children(node) {
            match self.kind(part) {
                K::ExportClause => {
                    all = false;
                    for (local, name) in self.specifiers(part) {
                        let what = if local == "default" { Imported::Default } else { Imported::Named(local) };
                        self.unit.exports.push(ExportStatement { name, what: Exported::From(import, what) });
                    }
                }
                K::NamespaceExport => {
                    all = false;
                    let name = children(part).next().and_then(|name| self.property_name(name));
                    let what = Exported::From(import, Imported::Namespace);
                    self.unit.exports.extend(name.map(|name| ExportStatement { name, what }));
                }
                _ => {}
            }
        }
        if all {
            self.unit.exports.push(ExportStatement { name: SmolStr::new_static("*"), what: Exported::All(import) });
        }
    }

    /// `export const a = …`, `export { a as b }`, `export default …`, `export = …`
    fn own_export(&mut self, node: Node<'t>, scope: ScopeId) {
        let default = super::import::has_token(node, "default");
        for part in children(node) {
            if self.kind(part) == K::ExportClause {
                for (local, name) in self.specifiers(part) {
                    self.unit.exports.push(ExportStatement { name, what: Exported::Local(local) });
                }
                continue;
            }
            if part.kind() == "decorator" {
                self.expr(part, scope);
                continue;
            }
            self.documented = Some(node.start_byte());
            let (bound, before) = (self.unit.scopes[UNIT.index()].bindings.len(), self.unit.exprs.len());
            let is_declaration = super::statement::is_statement(self.kind(part));
            let value = if is_declaration {
                self.statement(part, scope);
                None
            } else {
                Some(self.expr(part, scope))
            };
            self.documented = None;
            // What a declaration binds; inside a function nothing can be exported.
            let names = self.unit.scopes[UNIT.index()].bindings[bound..].iter();
            let names: Vec<SmolStr> = names.map(|id| self.unit.bindings[id.index()].name.clone()).collect();
            match (default, value) {
                (true, None) => {
                    let what = names.into_iter().next().map(Exported::Local);
                    self.unit
                        .exports
                        .extend(what.map(|what| ExportStatement { name: SmolStr::new_static("default"), what }));
                }
                (_, Some(value)) if self.unit.exprs.len() > before => {
                    let name = SmolStr::new_static(if default { "default" } else { "=" });
                    if default || super::import::has_token(node, "=") {
                        self.unit.exports.push(ExportStatement { name, what: Exported::Value(value) });
                    }
                }
                _ => {
                    let exports =
                        names.into_iter().map(|name| ExportStatement { what: Exported::Local(name.clone()), name });
                    self.unit.exports.extend(exports);
                }
            }
        }
    }

    /// The names of `{ a as b }`: of the module, and for others.
    fn specifiers(&self, clause: Node<'t>) -> Vec<(SmolStr, SmolStr)> {
        let f = &self.ctx.grammar.fields;
        let specifiers = children(clause).filter(|n| self.kind(*n) == K::ExportSpecifier);
        specifiers
            .filter_map(|specifier| {
                // `default` is a keyword here, and no name to the grammar.
                let name_of = |n: Node<'t>| self.property_name(n).unwrap_or_else(|| self.text(n));
                let name = name_of(self.field(specifier, f.name)?);
                let alias = self.field(specifier, f.alias).map(name_of);
                Some((name.clone(), alias.unwrap_or(name)))
            })
            .collect()
    }
}
