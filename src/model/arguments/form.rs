//! The type of an argument in JSON and in TypeScript: a string, a number, an object. For the tracking plan, not for
//! rules: unseen parts stay unknown, and nothing is guessed from names.

use super::argument::Argument;
use crate::eval::units::{Lookup, Node, UnitId};
use crate::eval::value::{Value, ValueKind};
use crate::eval::{Eval, What};
use crate::facts::{BinaryOp, BindingSource, ExprKind, Primitive, Type, TypeId, UnaryOp};

/// The maximum number of aliases and operators that lead from one to the next.
const MOST_STEPS: u32 = 16;

/// The type of an argument in JSON and in TypeScript.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// A string.
    String,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A `Date`, which JSON writes as a string.
    Date,
    /// `null`
    Null,
    /// `undefined`: JSON leaves the key out.
    Undefined,
    /// A list.
    List,
    /// An object.
    Object,
    /// Not to be known.
    Unknown,
}

/// Returns the possible types of an argument, each once and in order.
pub fn forms(eval: &Eval<'_>, argument: &Argument) -> Vec<Form> {
    let cases = argument.value.cases().iter();
    let mut forms: Vec<Form> = cases.flat_map(|case| of_value(eval, case)).collect();
    forms.sort_unstable();
    forms.dedup();
    forms
}

fn of_value(eval: &Eval<'_>, value: &Value) -> Vec<Form> {
    let form = match &value.kind {
        ValueKind::Undefined => Form::Undefined,
        ValueKind::Null => Form::Null,
        ValueKind::Bool(_) => Form::Boolean,
        ValueKind::Str(_) | ValueKind::DateText { .. } => Form::String,
        ValueKind::Number(number) if number.text => Form::String,
        ValueKind::Number(_) => Form::Number,
        ValueKind::Date(..) => Form::Date,
        ValueKind::Env(_) => return vec![Form::String, Form::Undefined],
        ValueKind::Object(_) | ValueKind::Instance(..) => Form::Object,
        ValueKind::Array(..) | ValueKind::List(_) | ValueKind::Many(_) => Form::List,
        ValueKind::Typed(unit, ty) => return of_type(eval, *unit, *ty, 0),
        ValueKind::Unknown => return of_expression(eval, value.node, 0),
        _ => Form::Unknown,
    };
    vec![form]
}

/// Returns the type of an expression by its operator, or by the declared type of the name.
fn of_expression(eval: &Eval<'_>, node: Node, steps: u32) -> Vec<Form> {
    if steps > MOST_STEPS {
        eval.hit(What::Depth, node);
        return vec![Form::Unknown];
    }
    let node = eval.units.peeled(node);
    let inside = |expr| of_expression(eval, Node { unit: node.unit, expr }, steps + 1);
    let form = match eval.units.kind(node) {
        ExprKind::String(_) | ExprKind::Template(_) => Form::String,
        ExprKind::Number(_) => Form::Number,
        ExprKind::Bool(_) => Form::Boolean,
        ExprKind::Unary(UnaryOp::Not, _) => Form::Boolean,
        ExprKind::Unary(UnaryOp::Plus | UnaryOp::Minus, _) => Form::Number,
        ExprKind::Binary(BinaryOp::Equal | BinaryOp::Unequal | BinaryOp::Instanceof, ..) => Form::Boolean,
        ExprKind::Binary(BinaryOp::Sub | BinaryOp::Mul | BinaryOp::Div | BinaryOp::Rem, ..) => Form::Number,
        ExprKind::Binary(BinaryOp::Add, left, right) => match (inside(*left).as_slice(), inside(*right).as_slice()) {
            ([Form::String], _) | (_, [Form::String]) => Form::String,
            ([Form::Number], [Form::Number]) => Form::Number,
            _ => Form::Unknown,
        },
        ExprKind::Binary(BinaryOp::Nullish | BinaryOp::Or, left, right) => {
            let mut both = inside(*left);
            both.retain(|form| !matches!(form, Form::Null | Form::Undefined));
            both.extend(inside(*right));
            return both;
        }
        ExprKind::Conditional(_, then, other) => return [inside(*then), inside(*other)].concat(),
        ExprKind::Call { callee, .. } => of_call(eval, Node { unit: node.unit, expr: *callee }),
        _ => return eval.said_type(node).map_or(vec![Form::Unknown], |(unit, ty)| of_type(eval, unit, ty, 0)),
    };
    vec![form]
}

/// Returns the result type of a JavaScript function or method, which is the same for any object.
fn of_call(eval: &Eval<'_>, callee: Node) -> Form {
    match eval.units.kind(eval.units.peeled(callee)) {
        ExprKind::Ident(name, scope) if matches!(eval.units.lookup(callee.unit, *scope, name), Lookup::None) => {
            match name.as_str() {
                "String" => Form::String,
                "Number" | "parseInt" | "parseFloat" => Form::Number,
                "Boolean" => Form::Boolean,
                _ => Form::Unknown,
            }
        }
        ExprKind::Member { property, .. } => match property.as_str() {
            "toString" | "toFixed" | "toISOString" | "toLowerCase" | "toUpperCase" | "trim" | "stringify" => {
                Form::String
            }
            "getTime" | "indexOf" | "round" | "floor" | "ceil" => Form::Number,
            "startsWith" | "endsWith" | "isArray" | "hasOwnProperty" => Form::Boolean,
            _ => Form::Unknown,
        },
        _ => Form::Unknown,
    }
}

/// Returns the value of a declared type.
fn of_type(eval: &Eval<'_>, unit: UnitId, ty: TypeId, steps: u32) -> Vec<Form> {
    if steps > MOST_STEPS {
        eval.hit_type(unit);
        return vec![Form::Unknown];
    }
    let form = match &eval.units.unit(unit).types[ty.index()] {
        Type::Primitive(Primitive::String) | Type::Literal(Primitive::String) => Form::String,
        Type::Primitive(Primitive::Number) | Type::Literal(Primitive::Number) => Form::Number,
        Type::Primitive(Primitive::Boolean) => Form::Boolean,
        Type::Object(_) | Type::Values(_) | Type::Partial(_) => Form::Object,
        Type::List(_) | Type::Tuple(_) => Form::List,
        // Whether it may be `null` or `undefined` is not kept.
        Type::Union { parts, nothing } => {
            let mut all: Vec<Form> = parts.iter().flat_map(|part| of_type(eval, unit, *part, steps + 1)).collect();
            all.extend(nothing.then_some([Form::Null, Form::Undefined]).into_iter().flatten());
            return all;
        }
        Type::Named(name, scope) => match eval.units.lookup_type(unit, *scope, name) {
            Lookup::One(bound) => match &eval.units.binding(bound).source {
                BindingSource::Type(aliased) => return of_type(eval, bound.unit, *aliased, steps + 1),
                _ => of_kind(eval, unit, ty),
            },
            _ => of_kind(eval, unit, ty),
        },
        _ => of_kind(eval, unit, ty),
    };
    vec![form]
}

fn of_kind(eval: &Eval<'_>, unit: UnitId, ty: TypeId) -> Form {
    match eval.kind_of_type(unit, ty) {
        ValueKind::Date(..) => Form::Date,
        ValueKind::Typed(unit, ty) => match &eval.units.unit(unit).types[ty.index()] {
            Type::Object(_) | Type::Values(_) | Type::Partial(_) => Form::Object,
            Type::List(_) | Type::Tuple(_) => Form::List,
            _ => Form::Unknown,
        },
        _ => Form::Unknown,
    }
}
