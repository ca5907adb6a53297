//! The presence of a value: the clues of `?.`, types and values about `null` and `undefined`.

use super::ask::{Answer, Question};
use super::module::ExportFound;
use super::nullish::Presence;
use super::units::{Bound, Lookup, Node, UnitId};
use super::value::ValueKind;
use super::{Eval, What};
use crate::facts::{
    BinaryOp, BindingSource, Body, CastKind, ClassId, Element, ExprId, ExprKind, FunctionId, Imported, Key, MemberKind,
    PatternStep, Type, TypeId,
};

/// The maximum depth of the question.
const MAX_PRESENCE: u32 = 64;

use Presence::{Always, Nullish, Unknown};

impl Eval<'_> {
    /// Returns whether an expression may be `null` or `undefined`.
    pub fn presence(&self, node: Node) -> Presence {
        self.presence_at(node, 0)
    }

    fn presence_at(&self, node: Node, depth: u32) -> Presence {
        if depth > MAX_PRESENCE {
            self.hit(What::Depth, node);
            return Unknown;
        }
        let of = |expr| self.presence_at(Node { unit: node.unit, expr }, depth + 1);
        match self.units.kind(node) {
            ExprKind::Paren(inner) | ExprKind::Cast(inner, CastKind::NonNull) => of(*inner),
            ExprKind::Cast(inner, _) => self.of_cast(node, *inner, depth),
            ExprKind::Null | ExprKind::Undefined | ExprKind::Void(_) => Nullish,
            ExprKind::Bool(_)
            | ExprKind::Number(_)
            | ExprKind::BigInt
            | ExprKind::String(_)
            | ExprKind::Template(_)
            | ExprKind::Array(_)
            | ExprKind::Object(_)
            | ExprKind::New { .. }
            | ExprKind::Function(_)
            | ExprKind::Class(_)
            | ExprKind::Unary(..) => Always,
            ExprKind::Binary(BinaryOp::And, ..) => Unknown,
            ExprKind::Binary(BinaryOp::Or | BinaryOp::Nullish, left, right) => match of(*left) {
                Always => Always,
                _ => of(*right),
            },
            ExprKind::Binary(..) => Always,
            ExprKind::Conditional(_, then, other) => of(*then).max(of(*other)),
            ExprKind::Assign { op: None | Some(BinaryOp::Or | BinaryOp::Nullish), value, .. } => of(*value),
            ExprKind::Assign { .. } => Always,
            ExprKind::Await(inner) => of(*inner),
            ExprKind::Ident(name, scope) => match self.units.lookup(node.unit, *scope, name) {
                Lookup::One(bound) => self.presence_of(bound),
                _ => Unknown,
            },
            ExprKind::Member { object, property } => {
                let chained = self.is_chained(node);
                let object = Node { unit: node.unit, expr: *object };
                self.of_member(object, property, depth + 1).max(if chained { Nullish } else { Always })
            }
            ExprKind::Call { callee, arguments } => {
                let chained = self.is_chained(node);
                let callee = Node { unit: node.unit, expr: *callee };
                self.of_call(callee, arguments, depth + 1).max(if chained { Nullish } else { Always })
            }
            _ => Unknown,
        }
    }

    /// Returns whether `?.` in an expression may leave it without a value.
    pub fn is_chained(&self, node: Node) -> bool {
        self.last_optional(node).is_some()
    }

    /// The outermost part of a chain of members and calls that is written with `?.`.
    pub fn last_optional(&self, node: Node) -> Option<Node> {
        let facts = self.units.unit(node.unit);
        let mut expr = node.expr;
        loop {
            if facts.is_optional(expr) {
                return Some(Node { unit: node.unit, expr });
            }
            expr = match &facts.exprs[expr.index()].kind {
                ExprKind::Member { object, .. } | ExprKind::Index { object, .. } => *object,
                ExprKind::Call { callee, .. } => *callee,
                ExprKind::Cast(inner, CastKind::NonNull) => *inner,
                _ => return None,
            };
        }
    }

    /// A cast counts only where its operand is not known by itself.
    fn of_cast(&self, node: Node, inner: crate::facts::ExprId, depth: u32) -> Presence {
        let inner = Node { unit: node.unit, expr: inner };
        if self.value(inner).kind.is_unknown() { Unknown } else { self.presence_at(inner, depth + 1) }
    }

    /// Asked once of each variable: it may be written in terms of itself.
    pub(super) fn presence_of(&self, bound: Bound) -> Presence {
        let place = Node { unit: bound.unit, expr: ExprId(0) };
        self.asked_once(Question::Presence(bound), place, || self.of_binding_here(bound, 0))
    }

    fn asked_once(&self, question: Question, place: Node, find: impl Fn() -> Presence) -> Presence {
        let unknown = || Answer::Presence(Unknown);
        match self.ask(question, &None, place, unknown, || Answer::Presence(find())) {
            Answer::Presence(presence) => presence,
            _ => Unknown,
        }
    }

    fn of_binding_here(&self, bound: Bound, depth: u32) -> Presence {
        let binding = self.units.binding(bound);
        let typed = |path: &[PatternStep]| match binding.ty {
            Some(ty) => self.of_path(bound.unit, ty, path),
            None => Unknown,
        };
        let unless_written = |presence: Presence| match presence {
            Always if self.units.writes_to(bound).any(|(_, write)| write.op.is_none()) => Unknown,
            presence => presence,
        };
        match &binding.source {
            BindingSource::Variable { value, path, .. } => {
                if binding.ty.is_some() {
                    return typed(path);
                }
                let (Some(value), true) = (value, path.is_empty()) else { return Unknown };
                let initial = self.presence_at(Node { unit: bound.unit, expr: *value }, depth + 1);
                self.units.writes_to(bound).fold(initial, |so_far, (unit, write)| match (write.op, write.value) {
                    (None, Some(expr)) => so_far.max(self.presence_at(Node { unit, expr }, depth + 1)),
                    (Some(BinaryOp::Add | BinaryOp::Sub), _) => so_far,
                    _ => Unknown,
                })
            }
            BindingSource::Each { values, path } => {
                let each = self.element_type(Node { unit: bound.unit, expr: *values });
                unless_written(each.map_or(Unknown, |(unit, ty)| self.of_path(unit, ty, path)))
            }
            BindingSource::Parameter { function, index, path } => {
                let element = || {
                    let (unit, ty) = self.element_type(self.list_of(bound.unit, *function, *index)?)?;
                    binding.ty.is_none().then(|| self.of_path(unit, ty, path))
                };
                unless_written(element().unwrap_or_else(|| typed(path)))
            }
            BindingSource::Import { import, what } => {
                let import = &self.units.unit(bound.unit).imports[*import as usize];
                let Some(file) = self.follow(bound.unit.file, &import.module) else { return Unknown };
                let found = match what {
                    Imported::Named(name) => self.find_export(file, name),
                    Imported::Default => self.find_export(file, "default"),
                    Imported::Namespace => None,
                };
                match found {
                    Some(ExportFound::Name(bound)) => self.presence_of(bound),
                    Some(ExportFound::Value(value)) => self.presence_at(value, depth + 1),
                    _ => Unknown,
                }
            }
            _ => Unknown,
        }
    }

    /// A pattern takes parts of a value of the type.
    fn of_path(&self, mut unit: UnitId, mut ty: TypeId, path: &[PatternStep]) -> Presence {
        let mut defaulted = false;
        for (at, step) in path.iter().enumerate() {
            match step {
                PatternStep::Key(key) => match self.field_type(unit, ty, key, 0) {
                    Some(field) => (unit, ty) = field,
                    None => return Unknown,
                },
                // A default takes the place of `undefined`; that of the pattern itself changes nothing about its parts.
                PatternStep::Default(_) => defaulted = at + 1 == path.len(),
                PatternStep::Index(_) | PatternStep::Rest => return Unknown,
            }
        }
        match self.of_declared(unit, ty, 0) {
            // `null` stays.
            Nullish if defaulted => Unknown,
            presence => presence,
        }
    }

    fn of_member(&self, object: Node, key: &str, depth: u32) -> Presence {
        if self.is_partial(object) {
            return Nullish;
        }
        match self.value(object).kind {
            ValueKind::Typed(unit, ty) => match self.field_type(unit, ty, key, 0) {
                Some((unit, ty)) => self.of_declared(unit, ty, 0),
                None => Unknown,
            },
            ValueKind::Object(of) => {
                let entries = self.entries(&of);
                let mut named = entries.list.iter().filter(|entry| entry.key == key);
                match (named.next(), named.next()) {
                    (Some(entry), None) if !entry.written && entry.frame.is_none() => {
                        self.presence_at(entry.node, depth + 1)
                    }
                    _ => Unknown,
                }
            }
            ValueKind::Instance(unit, class, _) => self.of_field(unit, class, key, depth),
            // What a clock says of itself.
            _ if matches!(key, "epochMilliseconds" | "timeOrigin") => Always,
            // By convention; there is no proof.
            ValueKind::Prisma(_) => Always,
            ValueKind::Package(module, path) => super::jobs::presence(&module, &path, key),
            ValueKind::Global(_) | ValueKind::Enum(..) => Always,
            _ => Unknown,
        }
    }

    /// Returns whether any field of an object may be missing by its type.
    fn is_partial(&self, object: Node) -> bool {
        let ExprKind::Ident(name, scope) = self.units.kind(self.units.peeled(object)) else {
            return false;
        };
        let Lookup::One(bound) = self.units.lookup(object.unit, *scope, name) else { return false };
        let Some(mut ty) = self.units.binding(bound).ty else { return false };
        let types = &self.units.unit(bound.unit).types;
        while let Type::Union { parts, .. } = &types[ty.index()]
            && let [only] = parts.as_slice()
        {
            ty = *only;
        }
        matches!(types[ty.index()], Type::Partial(_))
    }

    /// The field of a class by its type, or by its initializer where nothing else is put there.
    fn of_field(&self, unit: UnitId, class: ClassId, key: &str, depth: u32) -> Presence {
        let members = &self.units.unit(unit).classes[class.index()].members;
        let member = members.iter().find(|it| matches!(&it.key, Key::Name(name) if name == key));
        match member.map(|it| &it.kind) {
            Some(MemberKind::Field { ty: Some(ty), .. }) => self.of_declared(unit, *ty, 0),
            Some(MemberKind::Field { value: Some(value), ty: None })
                if self.units.writes_naming(unit.file, key).next().is_none() =>
            {
                self.presence_at(Node { unit, expr: *value }, depth + 1)
            }
            Some(MemberKind::Parameter(binding)) => self.presence_of(Bound { unit, binding: *binding }),
            Some(MemberKind::Getter(function)) => self.presence_of_function(unit, *function),
            _ => Unknown,
        }
    }

    fn of_call(&self, callee: Node, arguments: &[Element], depth: u32) -> Presence {
        let peeled = self.units.peeled(callee);
        if let ExprKind::Member { object, property } = self.units.kind(peeled) {
            let object = self.value(Node { unit: peeled.unit, expr: *object });
            // Methods that give something whatever they are called on, or throw.
            let gives = matches!(
                property.as_str(),
                "getTime" | "valueOf" | "toMillis" | "unix" | "toISOString" | "toUTCString" | "toString" | "toFixed"
            );
            let of_date =
                matches!(object.kind, ValueKind::Date(..) | ValueKind::Number(_) | ValueKind::DateText { .. });
            if gives || of_date {
                return Always;
            }
        }
        match self.value(callee).kind {
            ValueKind::Function(unit, function, _) => match self.handed_through(unit, function) {
                Some(index) => match arguments.get(index as usize) {
                    Some(Element::Item(expr)) => self.presence_at(Node { unit: callee.unit, expr: *expr }, depth + 1),
                    _ => Unknown,
                },
                None => self.presence_of_function(unit, function),
            },
            ValueKind::Global(name) if name == "Promise.resolve" || name == "structuredClone" => match arguments {
                [Element::Item(expr), ..] => self.presence_at(Node { unit: callee.unit, expr: *expr }, depth + 1),
                _ => Nullish,
            },
            ValueKind::Global(name) if matches!(name.as_str(), "Promise.any" | "Promise.race") => Unknown,
            ValueKind::Global(_) | ValueKind::Package(..) => Always,
            _ => Unknown,
        }
    }

    /// The parameter that a function does nothing with but return it: `(at) => at`.
    fn handed_through(&self, unit: UnitId, function: FunctionId) -> Option<u32> {
        let Body::Expr(expr) = self.units.unit(unit).functions[function.index()].body else { return None };
        let node = self.units.peeled(Node { unit, expr });
        let ExprKind::Ident(name, scope) = self.units.kind(node) else { return None };
        let Lookup::One(bound) = self.units.lookup(unit, *scope, name) else { return None };
        match &self.units.binding(bound).source {
            BindingSource::Parameter { function: of, index, path } if *of == function && path.is_empty() => {
                Some(*index)
            }
            _ => None,
        }
    }

    pub(super) fn presence_of_function(&self, unit: UnitId, function: FunctionId) -> Presence {
        let place = Node { unit, expr: ExprId(0) };
        self.asked_once(Question::PresenceOf(unit, function), place, || self.of_function_here(unit, function, 0))
    }

    fn of_function_here(&self, unit: UnitId, function: FunctionId, depth: u32) -> Presence {
        let facts = &self.units.unit(unit).functions[function.index()];
        if facts.generator {
            return Unknown;
        }
        if let Some(ty) = facts.returns {
            return self.of_declared(unit, ty, 0);
        }
        match facts.body {
            Body::Expr(expr) => self.presence_at(Node { unit, expr }, depth + 1),
            Body::Unit(ordinal) => {
                let body = self.units.child(unit, ordinal);
                let facts = self.units.unit(body);
                let flow = &facts.flow;
                let one_way = flow.arms.is_empty() && flow.tries.is_empty() && flow.loops.is_empty();
                match facts.returns.as_slice() {
                    // Behind several ways out, the end of the function may be another one.
                    [only] if one_way => self.presence_at(Node { unit: body, expr: *only }, depth + 1),
                    _ => Unknown,
                }
            }
            Body::None => Unknown,
        }
    }

    /// Returns whether a value of a type may be null or undefined.
    fn of_declared(&self, unit: UnitId, ty: TypeId, depth: u32) -> Presence {
        if depth > super::types::MAX_TYPES {
            return Nullish;
        }
        match &self.units.unit(unit).types[ty.index()] {
            Type::Union { nothing: true, .. } => Nullish,
            Type::Union { parts, .. } => {
                parts.iter().map(|part| self.of_declared(unit, *part, depth + 1)).max().unwrap_or(Unknown)
            }
            Type::Named(name, scope) => match self.units.lookup_type(unit, *scope, name) {
                Lookup::None => Always,
                Lookup::One(bound) => match &self.units.binding(bound).source {
                    BindingSource::Type(ty) => self.of_declared(bound.unit, *ty, depth + 1),
                    BindingSource::Class(_) => Always,
                    BindingSource::Import { .. } => match self.made_at(bound) {
                        Some(ExportFound::Name(bound)) => match &self.units.binding(bound).source {
                            BindingSource::Type(ty) => self.of_declared(bound.unit, *ty, depth + 1),
                            BindingSource::Class(_) => Always,
                            _ => Unknown,
                        },
                        // A type of a package that is known as one of dates.
                        _ => match self.of_type(unit, ty, 0) {
                            ValueKind::Unknown => Unknown,
                            _ => Always,
                        },
                    },
                    _ => Unknown,
                },
                Lookup::Several => Unknown,
            },
            Type::Qualified(..) => match self.of_type(unit, ty, 0) {
                ValueKind::Unknown => Unknown,
                _ => Always,
            },
            Type::Object(_) | Type::Intersection(_) | Type::Partial(_) | Type::Primitive(_) => Always,
            Type::List(_) | Type::Tuple(_) | Type::Values(_) | Type::Map(_) | Type::Function { .. } => Always,
            Type::Of(..) | Type::ResultOf(..) | Type::Imported(..) | Type::Indexed(..) => Unknown,
            Type::Literal(_) | Type::Injected(_) | Type::Unknown => Unknown,
        }
    }

    /// Returns the value of a declared type.
    pub fn kind_of_type(&self, unit: UnitId, ty: TypeId) -> ValueKind {
        self.of_type(unit, ty, 0)
    }

    /// Returns the value of a field of a declared type.
    pub fn kind_of_field(&self, unit: UnitId, ty: TypeId, key: &str) -> ValueKind {
        self.field_type(unit, ty, key, 0).map_or(ValueKind::Unknown, |(unit, ty)| self.of_type(unit, ty, 0))
    }

    /// The type of a field, and where it is declared.
    pub(super) fn field_type(&self, unit: UnitId, ty: TypeId, key: &str, depth: u32) -> Option<(UnitId, TypeId)> {
        if depth > super::types::MAX_TYPES {
            return None;
        }
        match &self.units.unit(unit).types[ty.index()] {
            Type::Object(fields) => fields.iter().find(|(name, _)| name == key).map(|(_, ty)| (unit, *ty)),
            Type::Intersection(parts) => parts.iter().find_map(|part| self.field_type(unit, *part, key, depth + 1)),
            Type::Union { parts, nothing: false } => match parts.as_slice() {
                [only] => self.field_type(unit, *only, key, depth + 1),
                _ => None,
            },
            _ => match self.of_type(unit, ty, depth) {
                ValueKind::Typed(other, of) if (other, of) != (unit, ty) => self.field_type(other, of, key, depth + 1),
                _ => None,
            },
        }
    }
}
