//! Regions that code gives as strings, where it is open which string it is.

use super::client::RegionGiven;
use crate::eval::Eval;
use crate::eval::units::{Lookup, Node};
use crate::eval::value::{Frame, Value, ValueKind};
use crate::facts::{BinaryOp, BindingSource, ExprKind, Primitive, Type};
use crate::text::TextRange;
use smol_str::SmolStr;

/// One of the values that a region may have.
enum Case {
    /// A string that is not empty: the constructor throws.
    Text(SmolStr),
    /// A string that is not known, or nothing.
    MaybeText,
    /// A region, or what the SDK takes for none.
    Right,
}

/// The region that an option is, where its value is one of several or is not known: `cond ? "eu" : "us"` throws as
/// `"eu"` does, and `names[key]` does where all of `names` are strings.
pub fn one_of(eval: &Eval<'_>, value: &Value, (node, frame): (Node, &Frame), at: TextRange) -> RegionGiven {
    let known: Option<Vec<Case>> = value.cases().iter().map(case).collect();
    let Some(cases) = known.or_else(|| parts(eval, node, frame)) else { return RegionGiven::Unknown };
    let is_right = cases.iter().any(|case| matches!(case, Case::Right));
    let first = cases.into_iter().find_map(|case| match case {
        Case::Text(text) => Some(text),
        _ => None,
    });
    match first {
        Some(text) if is_right => RegionGiven::Sometimes(text, at),
        Some(text) => RegionGiven::Chosen(text, at),
        None => RegionGiven::Unknown,
    }
}

fn case(value: &Value) -> Option<Case> {
    match &value.kind {
        ValueKind::Str(text) if !text.is_empty() => Some(Case::Text(text.clone())),
        // A string where it is set; another case counts where it is not.
        ValueKind::Env(_) => Some(Case::MaybeText),
        ValueKind::Region(_) | ValueKind::Undefined | ValueKind::Null | ValueKind::Bool(false) | ValueKind::Str(_) => {
            Some(Case::Right)
        }
        _ => None,
    }
}

/// The values that an expression of no known value may have, by its form.
fn parts(eval: &Eval<'_>, node: Node, frame: &Frame) -> Option<Vec<Case>> {
    let node = eval.units.peeled(node);
    let sibling = |expr| Node { unit: node.unit, expr };
    let all = |value: &Value| -> Option<Vec<Case>> { value.cases().iter().map(case).collect() };
    match eval.units.kind(node) {
        // `names[key]`
        ExprKind::Index { object, .. } => {
            let ValueKind::Object(names) = eval.eval(sibling(*object), frame).kind else { return None };
            let values = eval.values_of(&names)?;
            let texts: Option<Vec<Vec<Case>>> = values.iter().map(all).collect();
            Some(texts?.into_iter().flatten().collect())
        }
        // `cond && "eu"`, `named || "eu"`
        ExprKind::Binary(BinaryOp::And, _, right) => {
            let mut cases = all(&eval.eval(sibling(*right), frame))?;
            cases.push(Case::Right);
            Some(cases)
        }
        ExprKind::Binary(BinaryOp::Or | BinaryOp::Nullish, left, right) => {
            let mut cases = all(&eval.eval(sibling(*right), frame))?;
            let left = sibling(*left);
            match eval.eval(left, frame) {
                value if value.kind.is_unknown() && is_declared_text(eval, left) => cases.push(Case::MaybeText),
                value => cases.extend(all(&value)?),
            }
            Some(cases)
        }
        // `let name = "eu"; if (cond) name = "us";`
        ExprKind::Ident(name, scope) => {
            let Lookup::One(bound) = eval.units.lookup(node.unit, *scope, name) else { return None };
            let BindingSource::Variable { value: Some(value), path, .. } = &eval.units.binding(bound).source else {
                return None;
            };
            if !path.is_empty() {
                return None;
            }
            let mut cases = all(&eval.eval(Node { unit: bound.unit, expr: *value }, frame))?;
            for (unit, write) in eval.units.writes_to(bound) {
                let (Some(value), None) = (write.value, write.op) else { return None };
                cases.extend(all(&eval.eval(Node { unit, expr: value }, frame))?);
            }
            Some(cases)
        }
        _ => None,
    }
}

/// Returns whether an expression is declared to be a string.
fn is_declared_text(eval: &Eval<'_>, node: Node) -> bool {
    let Some((unit, ty)) = eval.said_type(node) else { return false };
    let types = &eval.units.unit(unit).types;
    let is_text = |ty: &Type| matches!(ty, Type::Primitive(Primitive::String) | Type::Literal(Primitive::String));
    match &types[ty.index()] {
        Type::Union { parts, .. } => !parts.is_empty() && parts.iter().all(|part| is_text(&types[part.index()])),
        ty => is_text(ty),
    }
}
