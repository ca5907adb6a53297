//! Expressions.

use super::{Lower, children, is_broken, literal, parts, statement};
use crate::facts::BinaryOp;
use crate::facts::expr::{CastKind, Element, ExprId, ExprKind, Key, Property, ScopeId, TemplatePart, UnaryOp, YIELDED};
use crate::facts::grammar::K;
use crate::facts::unit::Owner;
use tree_sitter::Node;

impl<'t> Lower<'_, 't> {
    /// Lowers an expression. Broken code is unknown, but complete parts inside it are still seen.
    pub(super) fn expr(&mut self, node: Node<'t>, scope: ScopeId) -> ExprId {
        let lowered = self.deeper(|lower| {
            let kind = lower.kind(node);
            if statement::is_statement(kind) {
                lower.statement_in_expression(node, scope)
            } else if node.is_missing() || node.has_error() && !tolerates_errors(kind) {
                lower.unknown(node, scope)
            } else {
                lower.expr_here(node, kind, scope)
            }
        });
        lowered.unwrap_or_else(|| self.push(ExprKind::Unknown, node))
    }

    fn statement_in_expression(&mut self, node: Node<'t>, scope: ScopeId) -> ExprId {
        self.statement(node, scope);
        self.push(ExprKind::Unknown, node)
    }

    /// A node that says nothing itself; the parts inside it are still seen.
    pub(super) fn unknown(&mut self, node: Node<'t>, scope: ScopeId) -> ExprId {
        for child in children(node) {
            if self.kind(child) == K::Error {
                self.statement(child, scope);
            } else if !is_type(self.kind(child)) {
                self.expr(child, scope);
            }
        }
        self.push(ExprKind::Unknown, node)
    }

    fn expr_here(&mut self, node: Node<'t>, kind: K, scope: ScopeId) -> ExprId {
        let f = &self.ctx.grammar.fields;
        match kind {
            K::Identifier | K::Shorthand => {
                let kind = match self.text(node) {
                    name if name == "undefined" => ExprKind::Undefined,
                    name => ExprKind::Ident(name, scope),
                };
                self.push(kind, node)
            }
            K::Undefined => self.push(ExprKind::Undefined, node),
            K::Null => self.push(ExprKind::Null, node),
            K::True => self.push(ExprKind::Bool(true), node),
            K::False => self.push(ExprKind::Bool(false), node),
            K::This => self.push(ExprKind::This(scope), node),
            K::Super => self.push(ExprKind::Super(scope), node),
            K::Number => {
                let text = self.text(node);
                let otherwise = if text.ends_with('n') { ExprKind::BigInt } else { ExprKind::Unknown };
                self.push(literal::number(&text).map_or(otherwise, ExprKind::Number), node)
            }
            K::String => {
                let text = self.string_value(node);
                self.push(ExprKind::String(text), node)
            }
            K::Template => self.template(node, scope),
            K::Array => {
                let elements = self.elements(node, scope);
                self.push(ExprKind::Array(elements), node)
            }
            K::Object => self.object(node, scope),
            K::Member => {
                let (object, property) = (self.field(node, f.object), self.field(node, f.property));
                match (object, property) {
                    (Some(object), Some(property)) => {
                        let optional = is_optional(node, object, property);
                        let object = self.expr(object, scope);
                        let property = self.text(property);
                        let member = self.push(ExprKind::Member { object, property }, node);
                        self.unit.optional.extend(optional.then_some(member));
                        member
                    }
                    _ => self.unknown(node, scope),
                }
            }
            K::Subscript => match (self.field(node, f.object), self.field(node, f.index)) {
                (Some(object), Some(index)) => {
                    let optional = is_optional(node, object, index);
                    let (object, index) = (self.expr(object, scope), self.expr(index, scope));
                    let member = self.push(ExprKind::Index { object, index }, node);
                    self.unit.optional.extend(optional.then_some(member));
                    member
                }
                _ => self.unknown(node, scope),
            },
            K::Call => self.call(node, scope),
            K::New => self.construction(node, scope),
            K::FunctionExpression | K::GeneratorFunction | K::Arrow => {
                let function = self.function(node, scope, Owner::None);
                self.push(ExprKind::Function(function), node)
            }
            K::Class => {
                let class = self.class(node, scope);
                self.push(ExprKind::Class(class), node)
            }
            K::Unary => self.unary(node, scope),
            K::Binary => match (self.field(node, f.left), self.field(node, f.right), self.field(node, f.operator)) {
                (Some(left), Some(right), Some(operator)) => {
                    let op = BinaryOp::parse(operator.kind());
                    let (left, right) = (self.expr(left, scope), self.expr(right, scope));
                    self.push(ExprKind::Binary(op, left, right), node)
                }
                _ => self.unknown(node, scope),
            },
            K::Ternary => {
                let parts =
                    (self.field(node, f.condition), self.field(node, f.consequence), self.field(node, f.alternative));
                match parts {
                    (Some(test), Some(then), Some(other)) => {
                        let test = self.expr(test, scope);
                        let (then, other) = (self.expr(then, scope), self.expr(other, scope));
                        self.push(ExprKind::Conditional(test, then, other), node)
                    }
                    _ => self.unknown(node, scope),
                }
            }
            K::Assignment | K::Augmented => self.assignment(node, scope),
            K::Update => {
                if let Some(argument) = self.field(node, f.argument) {
                    self.assign(argument, scope, Some(BinaryOp::Add), None);
                }
                self.push(ExprKind::Unknown, node)
            }
            K::Await => self.wrapped(node, scope, ExprKind::Await),
            K::Yield => self.yielding(node, scope),
            K::Paren => {
                let paren = self.wrapped(node, scope, ExprKind::Paren);
                self.says_by_doc(paren, node, scope);
                paren
            }
            K::NonNull => self.wrapped(node, scope, |e| ExprKind::Cast(e, CastKind::NonNull)),
            K::As => {
                let cast = self.wrapped(node, scope, |e| ExprKind::Cast(e, CastKind::Suffix));
                self.says(cast, children(node).nth(1), scope);
                cast
            }
            K::Satisfies => self.wrapped(node, scope, |e| ExprKind::Cast(e, CastKind::Suffix)),
            K::TypeAssertion => {
                let cast = self.wrapped(node, scope, |e| ExprKind::Cast(e, CastKind::Prefix));
                self.says(cast, self.first_type_argument(node), scope);
                cast
            }
            K::Instantiation => self.wrapped(node, scope, ExprKind::Paren),
            K::Sequence => {
                let values: Vec<ExprId> = children(node).map(|n| self.expr(n, scope)).collect();
                let Some((last, dropped)) = values.split_last() else { return self.push(ExprKind::Unknown, node) };
                self.unit.flow.dropped.extend(dropped);
                self.push(ExprKind::Paren(*last), node)
            }
            K::MetaProperty => {
                let meta = if self.text(node) == "import.meta" { ExprKind::ImportMeta } else { ExprKind::Unknown };
                self.push(meta, node)
            }
            kind if is_type(kind) || matches!(kind, K::Fragment | K::PropertyName | K::Comment) => {
                self.push(ExprKind::Unknown, node)
            }
            _ => self.unknown(node, scope),
        }
    }

    /// A node whose value is that of its first child that is not a type.
    fn wrapped(&mut self, node: Node<'t>, scope: ScopeId, wrap: impl FnOnce(ExprId) -> ExprKind) -> ExprId {
        let inner = children(node).find(|n| self.kind(*n) != K::TypeArguments);
        match inner {
            Some(inner) => {
                let inner = self.expr(inner, scope);
                self.push(wrap(inner), node)
            }
            None => self.push(ExprKind::Unknown, node),
        }
    }

    /// `yield* Tag`, where a service of Effect may be meant: a member of the tag. What any other gives is not known.
    fn yielding(&mut self, node: Node<'t>, scope: ScopeId) -> ExprId {
        let inner = children(node).next();
        match inner.filter(|inner| matches!(self.kind(*inner), K::Identifier | K::Member)) {
            Some(tag) if super::import::has_token(node, "*") => {
                let object = self.expr(tag, scope);
                self.push(ExprKind::Member { object, property: YIELDED }, node)
            }
            _ => self.unknown(node, scope),
        }
    }

    fn template(&mut self, node: Node<'t>, scope: ScopeId) -> ExprId {
        let mut parts = Vec::new();
        for child in children(node) {
            match self.kind(child) {
                K::Substitution => {
                    let value = children(child).next();
                    parts.extend(value.map(|n| TemplatePart::Value(self.expr(n, scope))));
                }
                _ => parts.push(TemplatePart::Text(self.fragment(child))),
            }
        }
        if parts.iter().any(|part| matches!(part, TemplatePart::Value(_))) {
            return self.push(ExprKind::Template(parts.into()), node);
        }
        let text = self.string_value(node);
        self.push(ExprKind::String(text), node)
    }

    pub(super) fn elements(&mut self, node: Node<'t>, scope: ScopeId) -> Box<[Element]> {
        let mut elements = Vec::new();
        // Where something is broken in between, no place is certain.
        if is_broken(node) {
            elements.push(Element::Spread(None));
        }
        let mut wanted = true;
        for part in parts(node) {
            match self.kind(part) {
                K::Comment => {}
                K::Error => self.statement(part, scope),
                K::Spread => {
                    let value = children(part).next().map(|n| self.expr(n, scope));
                    elements.push(Element::Spread(value));
                    wanted = false;
                }
                _ if part.is_named() => {
                    elements.push(Element::Item(self.expr(part, scope)));
                    wanted = false;
                }
                _ if self.ctx.grammar.is_comma(part) => {
                    if wanted {
                        elements.push(Element::Hole);
                    }
                    wanted = true;
                }
                _ => {}
            }
        }
        elements.into()
    }

    fn object(&mut self, node: Node<'t>, scope: ScopeId) -> ExprId {
        let f = &self.ctx.grammar.fields;
        // The object's own place in the table, for `this` in its methods; filled in at the end.
        let id = self.push(ExprKind::Unknown, node);
        let mut properties = Vec::new();
        for part in children(node) {
            match self.kind(part) {
                K::Pair => {
                    let (key, value) = (self.field(part, f.key), self.field(part, f.value));
                    let (Some(key), Some(value), false) = (key, value, is_broken(part)) else {
                        self.unknown(part, scope);
                        properties.push(Property::Spread(None));
                        continue;
                    };
                    let key_range = self.range(key);
                    let key = self.key(key, scope);
                    self.documents(part.start_byte(), Some(value));
                    let value = match self.kind(value) {
                        K::FunctionExpression => {
                            let function = self.function(value, scope, Owner::Object(id));
                            self.push(ExprKind::Function(function), value)
                        }
                        _ => self.expr(value, scope),
                    };
                    properties.push(Property::Entry { key, key_range, value, shorthand: false });
                }
                K::Shorthand => {
                    let (name, key_range) = (self.text(part), self.range(part));
                    let value = self.expr(part, scope);
                    properties.push(Property::Entry { key: Key::Name(name), key_range, value, shorthand: true });
                }
                K::Method => {
                    let Some(name) = self.field(part, f.name) else { continue };
                    let key_range = self.range(name);
                    let key = self.key(name, scope);
                    let function = self.function(part, scope, Owner::Object(id));
                    if super::import::has_token(part, "get") {
                        properties.push(Property::Getter(key, function));
                    } else if !super::import::has_token(part, "set") {
                        let value = self.push(ExprKind::Function(function), part);
                        properties.push(Property::Entry { key, key_range, value, shorthand: false });
                    }
                }
                K::Spread => {
                    let value = children(part).next().map(|n| self.expr(n, scope));
                    properties.push(Property::Spread(value));
                }
                K::Error => {
                    self.statement(part, scope);
                    // What is being typed often belongs to the value before it: `created_at: Date.now() / }`.
                    properties.pop();
                    properties.push(Property::Spread(None));
                }
                _ => properties.push(Property::Spread(None)),
            }
        }
        self.unit.exprs[id.index()].kind = ExprKind::Object(properties.into());
        id
    }

    /// A key of an object or a class.
    pub(super) fn key(&mut self, node: Node<'t>, scope: ScopeId) -> Key {
        if let Some(name) = self.property_name(node) {
            return Key::Name(name);
        }
        let inner = children(node).next().unwrap_or(node);
        Key::Computed(self.expr(inner, scope))
    }

    fn unary(&mut self, node: Node<'t>, scope: ScopeId) -> ExprId {
        let f = &self.ctx.grammar.fields;
        let (Some(operator), Some(argument)) = (self.field(node, f.operator), self.field(node, f.argument)) else {
            return self.unknown(node, scope);
        };
        let argument = self.expr(argument, scope);
        let op = match operator.kind() {
            "+" => UnaryOp::Plus,
            "-" => UnaryOp::Minus,
            "~" => UnaryOp::BitNot,
            "!" => UnaryOp::Not,
            "void" => return self.push(ExprKind::Void(argument), node),
            _ => UnaryOp::Other,
        };
        self.push(ExprKind::Unary(op, argument), node)
    }

    fn assignment(&mut self, node: Node<'t>, scope: ScopeId) -> ExprId {
        let f = &self.ctx.grammar.fields;
        let (Some(left), Some(right)) = (self.field(node, f.left), self.field(node, f.right)) else {
            return self.unknown(node, scope);
        };
        self.documents(node.start_byte(), Some(right));
        let value = self.expr(right, scope);
        let op = self.field(node, f.operator).map(|n| BinaryOp::parse(n.kind().trim_end_matches('=')));
        self.assign(left, scope, op, Some(value));
        let target = match self.kind(left) {
            K::ObjectPattern | K::ArrayPattern => return self.push(ExprKind::Paren(value), node),
            _ => self.expr(left, scope),
        };
        self.push(ExprKind::Assign { op, target, value }, node)
    }
}

/// Returns whether an expression keeps its kind when something inside it is broken: its parts are looked at one by one.
fn tolerates_errors(kind: K) -> bool {
    matches!(
        kind,
        K::Object
            | K::Array
            | K::Call
            | K::New
            | K::Arrow
            | K::FunctionExpression
            | K::GeneratorFunction
            | K::Class
            | K::Paren
            | K::Await
    )
}

/// Returns whether a member, a call or a subscript is written with `?.` between its two parts.
pub(super) fn is_optional(node: Node<'_>, left: Node<'_>, right: Node<'_>) -> bool {
    // A plain dot needs no second look, and most are.
    right.start_byte() > left.end_byte() + 1 && parts(node).any(|part| matches!(part.kind(), "?." | "optional_chain"))
}

fn is_type(kind: K) -> bool {
    use K::*;
    matches!(
        kind,
        TypeAnnotation
            | TypeArguments
            | TypeParameters
            | TypeIdentifier
            | NestedType
            | UnionType
            | IntersectionType
            | ObjectType
            | GenericType
            | ParenType
            | TypeQuery
            | LiteralType
            | PredefinedType
            | ReadonlyType
            | ArrayType
            | TupleType
            | LookupType
            | FunctionType
    )
}
