//! Types: names, and objects with fields. Enough to know that a parameter is a `TrackClient` or a field a `Date`.

use super::{Lower, children};
use crate::facts::TypeId;
use crate::facts::expr::{ExprId, ScopeId};
use crate::facts::grammar::K;
use crate::facts::unit::{BindingSource, Type};
use smol_str::SmolStr;
use tree_sitter::Node;

/// Generic types that are worth their first argument: the SDK's promises are awaited anyway.
const TRANSPARENT: &[&str] = &["Promise", "PromiseLike", "Awaited", "Readonly", "NonNullable", "Required", "Pick"];

impl<'t> Lower<'_, 't> {
    /// A type, or the annotation around it.
    pub(super) fn type_of(&mut self, node: Node<'t>, scope: ScopeId) -> TypeId {
        let ty = self.deeper(|lower| lower.type_here(node, scope)).unwrap_or(Type::Unknown);
        self.push_type(ty)
    }

    /// Keeps what the code says of the type of an expression, when that is of use.
    pub(super) fn says(&mut self, expr: ExprId, ty: Option<Node<'t>>, scope: ScopeId) {
        let Some(ty) = ty.and_then(|ty| self.deeper(|lower| lower.type_here(ty, scope))) else { return };
        if !matches!(ty, Type::Unknown | Type::Primitive) {
            let ty = self.push_type(ty);
            self.unit.said.push((expr, ty));
        }
    }

    /// The type of a parameter or a field: one that is written with `?` may be missing.
    pub(super) fn unless_left_out(&mut self, ty: TypeId, declared: Node<'t>) -> TypeId {
        if super::import::has_token(declared, "?") || self.kind(declared) == K::OptionalParameter {
            return self.push_type(Type::Union { parts: vec![ty], nothing: true });
        }
        ty
    }

    fn push_type(&mut self, ty: Type) -> TypeId {
        self.unit.types.push(ty);
        TypeId(self.unit.types.len() as u32 - 1)
    }

    fn type_here(&mut self, node: Node<'t>, scope: ScopeId) -> Type {
        let f = &self.cx.grammar.fields;
        match self.kind(node) {
            K::TypeAnnotation | K::ParenType | K::ReadonlyType => match children(node).next() {
                Some(inner) => self.type_here(inner, scope),
                None => Type::Unknown,
            },
            K::TypeIdentifier | K::Identifier => Type::Named(self.text(node), scope),
            K::NestedType => match (self.field(node, f.module), self.field(node, f.name)) {
                (Some(module), Some(name)) => Type::Qualified(self.text(module), self.text(name), scope),
                _ => Type::Unknown,
            },
            K::UnionType => {
                let (mut parts, mut nothing_in_it) = (Vec::new(), false);
                for part in children(node) {
                    // `| undefined`, `| null`: what it is when it is something.
                    let nothing = matches!(self.kind(part), K::LiteralType | K::PredefinedType)
                        && matches!(self.text(part).as_str(), "undefined" | "null" | "void");
                    if nothing {
                        nothing_in_it = true;
                    } else {
                        parts.push(self.type_of(part, scope));
                    }
                }
                Type::Union { parts, nothing: nothing_in_it }
            }
            K::IntersectionType => {
                let parts: Vec<_> = children(node).map(|n| self.type_of(n, scope)).collect();
                Type::Intersection(parts)
            }
            K::PredefinedType
                if matches!(self.text(node).as_str(), "number" | "string" | "boolean" | "bigint" | "object") =>
            {
                Type::Primitive
            }
            K::TypeQuery => match children(node).next() {
                Some(name) if self.kind(name) == K::Identifier => Type::Of(self.text(name), scope),
                _ => Type::Unknown,
            },
            K::ObjectType | K::InterfaceBody => Type::Object(self.type_fields(node, scope)),
            K::GenericType => {
                let name = self.field(node, f.name).map(|n| self.text(n)).unwrap_or_default();
                let first = self.field(node, f.type_arguments).and_then(|n| children(n).next());
                match first {
                    Some(first) if name == "Partial" => Type::Partial(self.type_of(first, scope)),
                    Some(first) if TRANSPARENT.contains(&name.as_str()) => self.type_here(first, scope),
                    Some(first) if name == "InstanceType" && self.kind(first) == K::TypeQuery => {
                        match children(first).next() {
                            Some(class) if self.kind(class) == K::Identifier => Type::Named(self.text(class), scope),
                            Some(class) if self.kind(class) == K::Member => {
                                match (self.field(class, f.object), self.field(class, f.property)) {
                                    (Some(o), Some(p)) => Type::Qualified(self.text(o), self.text(p), scope),
                                    _ => Type::Unknown,
                                }
                            }
                            _ => Type::Unknown,
                        }
                    }
                    Some(first) if name == "ReturnType" => match self.type_here(first, scope) {
                        Type::Of(name, scope) => Type::ResultOf(name, scope),
                        _ => Type::Unknown,
                    },
                    _ => Type::Unknown,
                }
            }
            _ => Type::Unknown,
        }
    }

    fn type_fields(&mut self, node: Node<'t>, scope: ScopeId) -> Vec<(SmolStr, TypeId)> {
        let f = &self.cx.grammar.fields;
        let mut fields = Vec::new();
        for member in children(node).filter(|n| !n.has_error()) {
            if self.kind(member) != K::PropertySignature {
                continue;
            }
            let name = self.field(member, f.name).and_then(|n| self.property_name(n));
            if let (Some(name), Some(ty)) = (name, self.field(member, f.r#type)) {
                let ty = self.type_of(ty, scope);
                fields.push((name, self.unless_left_out(ty, member)));
            }
        }
        fields
    }

    /// `interface Name { … }`, `type Name = …`
    pub(super) fn type_declaration(&mut self, node: Node<'t>, scope: ScopeId) {
        let f = &self.cx.grammar.fields;
        let Some(name) = self.field(node, f.name) else { return };
        let ty = match (self.kind(node), self.field(node, f.body).or_else(|| self.field(node, f.value))) {
            (_, None) => Type::Unknown,
            (K::InterfaceDeclaration, Some(body)) => {
                let mut parts = vec![self.type_of(body, scope)];
                for clause in children(node).filter(|n| self.kind(*n) == K::ExtendsType).collect::<Vec<_>>() {
                    for base in children(clause) {
                        parts.push(self.type_of(base, scope));
                    }
                }
                Type::Intersection(parts)
            }
            (_, Some(value)) => self.type_here(value, scope),
        };
        let ty = self.push_type(ty);
        let (text, range) = (self.text(name), self.range(name));
        self.bind(text, range, scope, BindingSource::Type(ty));
    }
}
