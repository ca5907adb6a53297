//! Types: names, and objects with fields. Enough to know that a parameter is a `TrackClient` or a field a `Date`.

use super::{Lower, children};
use crate::facts::TypeId;
use crate::facts::expr::{ExprId, ScopeId};
use crate::facts::grammar::K;
use crate::facts::unit::{BindingSource, Primitive, Type};
use tree_sitter::Node;

/// Generic types that have the value of their first argument: the SDK's promises are awaited anyway.
const TRANSPARENT: &[&str] = &[
    "Awaited",
    "DeepPartial",
    "DeepReadonly",
    "Exclude",
    "Extract",
    "NoInfer",
    "NonNullable",
    "Omit",
    "Pick",
    "Promise",
    "PromiseLike",
    "Readonly",
    "Required",
];
/// Generic types whose elements are of the type of their first argument.
const LISTS: &[&str] = &[
    "Array",
    "AsyncGenerator",
    "AsyncIterable",
    "AsyncIterableIterator",
    "Generator",
    "Iterable",
    "IterableIterator",
    "Iterator",
    "ReadonlyArray",
    "ReadonlySet",
    "Set",
];
/// Generic types that keep values of their second argument under keys of the first one.
const MAPS: &[&str] = &["Map", "ReadonlyMap", "WeakMap"];

impl<'t> Lower<'_, 't> {
    /// A type, or the annotation around it.
    pub(super) fn type_of(&mut self, node: Node<'t>, scope: ScopeId) -> TypeId {
        let ty = self.type_here(node, scope);
        self.push_type(ty)
    }

    /// Keeps the type that the code states for an expression, when that is of use.
    pub(super) fn says(&mut self, expr: ExprId, ty: Option<Node<'t>>, scope: ScopeId) {
        let Some(ty) = ty.map(|ty| self.type_here(ty, scope)) else { return };
        if !matches!(ty, Type::Unknown | Type::Primitive(_)) {
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

    pub(super) fn push_type(&mut self, ty: Type) -> TypeId {
        self.unit.types.push(ty);
        TypeId(self.unit.types.len() as u32 - 1)
    }

    /// Returns the meaning of a type; nothing where it is nested too deeply.
    pub(super) fn type_here(&mut self, node: Node<'t>, scope: ScopeId) -> Type {
        self.deeper(|lower| lower.type_at_depth(node, scope)).unwrap_or(Type::Unknown)
    }

    fn type_at_depth(&mut self, node: Node<'t>, scope: ScopeId) -> Type {
        let f = &self.ctx.grammar.fields;
        match self.kind(node) {
            K::ArrayType => self.first_of(node, scope).map_or(Type::Unknown, |ty| self.unless_unknown(ty, Type::List)),
            K::OptionalType => children(node).next().map_or(Type::Unknown, |inner| self.type_here(inner, scope)),
            K::TupleType => self.tuple(node, scope),
            K::FunctionType => self.signature(node, scope),
            K::Member => self.imported_type(node, scope),
            K::LookupType => {
                let mut parts = children(node);
                match (parts.next(), parts.next().and_then(|key| children(key).next())) {
                    (Some(of), Some(key)) if self.kind(key) == K::String => {
                        let key = self.string_value(key);
                        Type::Indexed(self.type_of(of, scope), key)
                    }
                    _ => Type::Unknown,
                }
            }
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
                    // `| undefined`, `| null`, `| false`: what it is when it is something.
                    let nothing = matches!(self.kind(part), K::LiteralType | K::PredefinedType)
                        && matches!(self.text(part).as_str(), "undefined" | "null" | "void" | "false");
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
            K::PredefinedType => match self.text(node).as_str() {
                "string" => Type::Primitive(Primitive::String),
                "number" => Type::Primitive(Primitive::Number),
                "boolean" => Type::Primitive(Primitive::Boolean),
                "bigint" | "object" => Type::Primitive(Primitive::Other),
                _ => Type::Unknown,
            },
            K::LiteralType => match self.text(node).chars().next() {
                Some('"' | '\'') => Type::Literal(Primitive::String),
                Some(c) if c.is_ascii_digit() => Type::Literal(Primitive::Number),
                _ => Type::Unknown,
            },
            K::TypeQuery => children(node).next().map_or(Type::Unknown, |name| self.queried(name, scope)),
            K::ObjectType | K::InterfaceBody => self.type_fields(node, scope),
            K::GenericType => self.generic(node, scope),
            _ => Type::Unknown,
        }
    }

    /// The type of the first node inside.
    fn first_of(&mut self, node: Node<'t>, scope: ScopeId) -> Option<TypeId> {
        children(node).next().map(|inner| self.type_of(inner, scope))
    }

    /// A type around another one that says nothing where the inner one does not.
    pub(super) fn unless_unknown(&self, inner: TypeId, around: fn(TypeId) -> Type) -> Type {
        match self.unit.types[inner.index()] {
            Type::Primitive(_) | Type::Literal(_) | Type::Unknown => Type::Unknown,
            _ => around(inner),
        }
    }

    fn tuple(&mut self, node: Node<'t>, scope: ScopeId) -> Type {
        let mut elements = Vec::new();
        for element in children(node) {
            // `[client: TrackClient]`
            let named = self.field(element, self.ctx.grammar.fields.r#type);
            elements.push(self.type_of(named.unwrap_or(element), scope));
        }
        Type::Tuple(elements)
    }

    /// `(a: A) => T`, `method(a: A): T`
    pub(super) fn signature(&mut self, node: Node<'t>, scope: ScopeId) -> Type {
        let f = &self.ctx.grammar.fields;
        let mut parameters = Vec::new();
        for parameter in self.field(node, f.parameters).into_iter().flat_map(children) {
            let ty = self.field(parameter, f.r#type).map_or(Type::Unknown, |ty| self.type_here(ty, scope));
            if self.field(parameter, f.pattern).is_none_or(|pattern| self.kind(pattern) != K::This) {
                parameters.push(self.push_type(ty));
            }
        }
        let result = self.field(node, f.return_type).map_or(Type::Unknown, |ty| self.type_here(ty, scope));
        let result = self.push_type(result);
        Type::Function { parameters, result }
    }

    /// `import("module").Name`
    fn imported_type(&mut self, node: Node<'t>, scope: ScopeId) -> Type {
        let f = &self.ctx.grammar.fields;
        let (Some(object), Some(name)) = (self.field(node, f.object), self.field(node, f.property)) else {
            return Type::Unknown;
        };
        match self.kind(object) {
            K::Call => {
                let module = self.field(object, f.arguments).and_then(|list| children(list).next());
                match module.filter(|module| self.kind(*module) == K::String) {
                    Some(module) => Type::Imported(self.string_value(module), self.text(name)),
                    None => Type::Unknown,
                }
            }
            K::Identifier => Type::Qualified(self.text(object), self.text(name), scope),
            _ => Type::Unknown,
        }
    }

    /// `typeof name`, `typeof object.key`
    fn queried(&mut self, node: Node<'t>, scope: ScopeId) -> Type {
        let f = &self.ctx.grammar.fields;
        match self.kind(node) {
            K::Identifier => Type::Of(self.text(node), scope),
            K::Member => match (self.field(node, f.object), self.field(node, f.property)) {
                (Some(object), Some(key)) => {
                    let (object, key) = (self.queried(object, scope), self.text(key));
                    Type::Indexed(self.push_type(object), key)
                }
                _ => Type::Unknown,
            },
            _ => Type::Unknown,
        }
    }

    fn generic(&mut self, node: Node<'t>, scope: ScopeId) -> Type {
        let f = &self.ctx.grammar.fields;
        let name = self.field(node, f.name).map(|n| self.text(n)).unwrap_or_default();
        let arguments: Vec<_> = self.field(node, f.type_arguments).into_iter().flat_map(children).collect();
        match arguments.as_slice() {
            [first, ..] if name == "InstanceType" && self.kind(*first) == K::TypeQuery => match children(*first).next()
            {
                Some(class) if self.kind(class) == K::Identifier => Type::Named(self.text(class), scope),
                Some(class) if self.kind(class) == K::Member => self.imported_type(class, scope),
                _ => Type::Unknown,
            },
            [first, ..] if name == "ReturnType" => match self.type_here(*first, scope) {
                Type::Of(name, scope) => Type::ResultOf(name, scope),
                _ => Type::Unknown,
            },
            arguments => self.generic_of(&name, arguments, scope),
        }
    }

    /// A generic type of the language: `Map<K, V>`.
    fn generic_of(&mut self, name: &str, arguments: &[Node<'t>], scope: ScopeId) -> Type {
        let is_known = |names: &[&[&str]]| names.iter().any(|names| names.contains(&name));
        if !matches!(name, "Partial" | "Record") && !is_known(&[TRANSPARENT, LISTS, MAPS]) {
            // What it is of says nothing about its fields: `Context<Env>`.
            return match name.split_once('.') {
                None => Type::Named(name.into(), scope),
                Some((namespace, name)) if !name.contains('.') => Type::Qualified(namespace.into(), name.into(), scope),
                Some(_) => Type::Unknown,
            };
        }
        let arguments: Vec<TypeId> = arguments.iter().map(|argument| self.type_of(*argument, scope)).collect();
        self.generic_over(name, &arguments)
    }

    /// The same, its arguments known.
    pub(super) fn generic_over(&self, name: &str, arguments: &[TypeId]) -> Type {
        match *arguments {
            [first, ..] if name == "Partial" => Type::Partial(first),
            [first, ..] if TRANSPARENT.contains(&name) => self.unit.types[first.index()].clone(),
            [first, ..] if LISTS.contains(&name) => self.unless_unknown(first, Type::List),
            [_, second, ..] if MAPS.contains(&name) => self.unless_unknown(second, Type::Map),
            [_, second, ..] if name == "Record" => self.unless_unknown(second, Type::Values),
            _ => Type::Unknown,
        }
    }

    /// Records the type arguments of `new Map<K, V>()` for the created object.
    pub(super) fn says_of_construction(&mut self, expr: ExprId, node: Node<'t>, class: Node<'t>, scope: ScopeId) {
        let Some(list) = children(node).find(|n| self.kind(*n) == K::TypeArguments) else { return };
        let (name, arguments) = (self.text(class), children(list).collect::<Vec<_>>());
        let ty = self.deeper(|lower| lower.generic_of(&name, &arguments, scope)).unwrap_or(Type::Unknown);
        if matches!(ty, Type::List(_) | Type::Map(_)) {
            let ty = self.push_type(ty);
            self.unit.said.push((expr, ty));
        }
    }

    fn type_fields(&mut self, node: Node<'t>, scope: ScopeId) -> Type {
        let f = &self.ctx.grammar.fields;
        let (mut fields, mut rest) = (Vec::new(), None);
        for member in children(node).filter(|n| !n.has_error()) {
            let ty = match self.kind(member) {
                K::PropertySignature => match self.field(member, f.r#type) {
                    Some(ty) => self.type_here(ty, scope),
                    None => continue,
                },
                K::MethodSignature => self.signature(member, scope),
                // `[key: string]: T`, `[K in Keys]: T`
                K::IndexSignature => {
                    let ty = self.field(member, f.r#type).map_or(Type::Unknown, |ty| self.type_here(ty, scope));
                    if !matches!(ty, Type::Unknown) {
                        rest = Some(self.push_type(ty));
                    }
                    continue;
                }
                _ => continue,
            };
            if let Some(name) = self.field(member, f.name).and_then(|n| self.property_name(n)) {
                let ty = self.push_type(ty);
                fields.push((name, self.unless_left_out(ty, member)));
            }
        }
        match rest {
            None => Type::Object(fields),
            Some(rest) if fields.is_empty() => Type::Values(rest),
            Some(rest) => {
                let parts = vec![self.push_type(Type::Object(fields)), self.push_type(Type::Values(rest))];
                Type::Intersection(parts)
            }
        }
    }

    /// `<T extends Name>`: a value of `T` is one of `Name`.
    pub(super) fn type_parameters(&mut self, node: Node<'t>, scope: ScopeId) {
        let list = self.field(node, self.ctx.grammar.fields.type_parameters);
        for parameter in list.into_iter().flat_map(children) {
            let name = self.field(parameter, self.ctx.grammar.fields.name);
            let constraint = children(parameter).find(|n| self.kind(*n) == K::Constraint);
            if let (Some(name), Some(constraint)) = (name, constraint.and_then(|n| children(n).next())) {
                let ty = self.type_of(constraint, scope);
                let (text, range) = (self.text(name), self.range(name));
                self.bind(text, range, scope, BindingSource::Type(ty));
            }
        }
    }

    /// `interface Name { … }`, `type Name = …`
    pub(super) fn type_declaration(&mut self, node: Node<'t>, scope: ScopeId) {
        let f = &self.ctx.grammar.fields;
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
