//! `declare`: names that something else gives, of which only the type is known.

use super::{Lower, children};
use crate::facts::expr::ScopeId;
use crate::facts::grammar::K;
use crate::facts::unit::{BindingSource, Type};
use smol_str::SmolStr;
use tree_sitter::Node;

/// Globals that are known better than by what a file declares of them.
const KNOWN: &[&str] = &[
    "Bun",
    "Deno",
    "Promise",
    "console",
    "exports",
    "fetch",
    "global",
    "globalThis",
    "module",
    "process",
    "require",
    "self",
    "window",
];

/// The name under which the members of `globalThis` that a file declares are kept, as a type.
const GLOBAL: SmolStr = SmolStr::new_static("globalThis");

impl<'t> Lower<'_, 't> {
    /// `declare const cio: TrackClient`, `declare global { … }`. A `declare module "customerio-node"` says nothing about
    /// values.
    pub(super) fn ambient(&mut self, node: Node<'t>, scope: ScopeId) {
        for declaration in children(node) {
            match self.kind(declaration) {
                K::Block => self.globals(declaration, scope),
                K::InterfaceDeclaration | K::TypeAlias => self.type_declaration(declaration, scope),
                _ => {
                    for (name, ty) in self.declared_names(declaration, scope) {
                        let known = KNOWN.contains(&self.text(name).as_str()) || matches!(ty, Type::Unknown);
                        if !known {
                            let ty = self.push_type(ty);
                            let (text, range) = (self.text(name), self.range(name));
                            let binding = self.bind(text, range, scope, BindingSource::Opaque);
                            self.unit.bindings[binding.index()].ty = Some(ty);
                        }
                    }
                }
            }
        }
    }

    /// `declare global { var cio: TrackClient; interface Window { … } }`
    fn globals(&mut self, block: Node<'t>, scope: ScopeId) {
        let mut fields = Vec::new();
        for declaration in children(block) {
            if matches!(self.kind(declaration), K::InterfaceDeclaration | K::TypeAlias) {
                self.type_declaration(declaration, scope);
                continue;
            }
            for (name, ty) in self.declared_names(declaration, scope) {
                if !matches!(ty, Type::Unknown) {
                    fields.push((self.text(name), self.push_type(ty)));
                }
            }
        }
        if !fields.is_empty() {
            let ty = self.push_type(Type::Object(fields));
            let range = self.range(block);
            self.bind(GLOBAL, range, scope, BindingSource::Type(ty));
        }
    }

    /// The names that a declaration without values declares, with their types.
    fn declared_names(&mut self, declaration: Node<'t>, scope: ScopeId) -> Vec<(Node<'t>, Type)> {
        let f = &self.cx.grammar.fields;
        match self.kind(declaration) {
            K::LexicalDeclaration | K::VariableDeclaration => {
                let mut names = Vec::new();
                for declarator in children(declaration) {
                    let (name, ty) = (self.field(declarator, f.name), self.field(declarator, f.r#type));
                    if let (Some(name), Some(ty)) = (name, ty) {
                        let ty = self.deeper(|lower| lower.type_here(ty, scope));
                        names.push((name, ty.unwrap_or(Type::Unknown)));
                    }
                }
                names.retain(|(name, _)| self.kind(*name) == K::Identifier);
                names
            }
            K::FunctionSignature => match self.field(declaration, f.name) {
                Some(name) => vec![(name, self.signature(declaration, scope))],
                None => Vec::new(),
            },
            _ => Vec::new(),
        }
    }
}
