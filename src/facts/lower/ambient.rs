//! `declare`: names that something else gives, of which only the type is known.

use super::{Lower, children};
use crate::facts::expr::{ScopeId, TypeId};
use crate::facts::grammar::K;
use crate::facts::unit::{BindingSource, Type};
use smol_str::SmolStr;
use tree_sitter::Node;

/// Globals that are known better than by a file's declarations of them.
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

/// The name for the members that a file adds to a type of a package, or of a namespace that a package has globally.
pub fn augmented_name(of: &str, name: &str) -> SmolStr {
    SmolStr::from_iter([of, "#", name])
}

impl<'t> Lower<'_, 't> {
    /// `declare const cio: TrackClient`, `declare global { … }`. A `declare module "customerio-node"` says nothing
    /// about values.
    pub(super) fn ambient(&mut self, node: Node<'t>, scope: ScopeId) {
        for declaration in children(node) {
            match self.kind(declaration) {
                K::Block => self.globals(declaration, scope),
                K::Module | K::InternalModule => self.augmented(declaration, scope),
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
            // A namespace is in a statement of its own.
            for inner in std::iter::once(declaration).chain(children(declaration)) {
                if self.kind(inner) == K::InternalModule {
                    self.augmented(inner, scope);
                }
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

    /// `declare module "fastify" { interface FastifyInstance { … } }`, `namespace Express { interface Request { … } }`:
    /// additions to types of another package, kept by names that no type can have.
    fn augmented(&mut self, module: Node<'t>, scope: ScopeId) {
        let f = &self.ctx.grammar.fields;
        let (Some(name), Some(body)) = (self.field(module, f.name), self.field(module, f.body)) else { return };
        let of = match self.kind(name) {
            K::String => self.string_value(name),
            _ => self.text(name),
        };
        let mut added: Vec<(SmolStr, TypeId)> = Vec::new();
        for statement in children(body) {
            // `export interface`
            let mut all = std::iter::once(statement).chain(children(statement));
            let is_type = |node: &Node<'t>| {
                matches!(self.kind(*node), K::InterfaceDeclaration | K::ClassDeclaration | K::AbstractClass)
            };
            let Some(declared) = all.find(is_type) else { continue };
            let (Some(name), Some(fields)) = (self.field(declared, f.name), self.field(declared, f.body)) else {
                continue;
            };
            let ty = match self.kind(declared) {
                K::InterfaceDeclaration => self.type_of(fields, scope),
                _ => self.class_type(fields),
            };
            // What it has of another type is not seen.
            let extends = children(declared).any(|node| matches!(self.kind(node), K::ExtendsType | K::ClassHeritage));
            let ty = if extends {
                let rest = self.push_type(Type::Unknown);
                self.push_type(Type::Intersection(vec![ty, rest]))
            } else {
                ty
            };
            added.push((self.text(name), ty));
        }
        // A request of Fastify, and its answer, know their server.
        if let Some((_, server)) = added.iter().find(|(name, _)| of == "fastify" && name == "FastifyInstance").cloned()
        {
            for name in ["FastifyRequest", "FastifyReply"] {
                let server = self.push_type(Type::Object(vec![(SmolStr::new_static("server"), server)]));
                match added.iter_mut().find(|(known, _)| known == name) {
                    Some((_, ty)) => *ty = self.push_type(Type::Intersection(vec![*ty, server])),
                    None => added.push((SmolStr::new_static(name), server)),
                }
            }
        }
        for (name, ty) in added {
            let range = self.range(module);
            self.bind(augmented_name(&of, &name), range, scope, BindingSource::Type(ty));
        }
    }

    /// The members of a class that is declared, by their names alone.
    fn class_type(&mut self, body: Node<'t>) -> TypeId {
        let name = self.ctx.grammar.fields.name;
        let members: Vec<Node<'t>> = children(body).collect();
        let names: Vec<SmolStr> =
            members.into_iter().filter_map(|member| self.property_name(self.field(member, name)?)).collect();
        let fields = names.into_iter().map(|name| (name, self.push_type(Type::Unknown))).collect();
        self.push_type(Type::Object(fields))
    }

    /// The names that a declaration without values declares, with their types.
    fn declared_names(&mut self, declaration: Node<'t>, scope: ScopeId) -> Vec<(Node<'t>, Type)> {
        let f = &self.ctx.grammar.fields;
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
