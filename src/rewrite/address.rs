//! The address of a person, where it is at hand in a call that identifies them without it.

use super::layout::indentation;
use super::rewritten;
use crate::facts::{BindingSource, ExprKind};

use crate::eval::units::{Lookup, Node};
use crate::eval::value::ValueKind;
use crate::model::{Call, Model};
use crate::text::{Repair, TextEdit, TextRange};

/// The usual names of addresses.
const NAMES: [&str; 3] = ["email", "emailAddress", "userEmail"];

/// A call of `identify` that sends the address too, as `email`: of what the id is of, else of a parameter or a variable
/// of the function around it.
pub fn with_address(model: &Model<'_>, call: &Call) -> Option<Repair> {
    let id = call.argument(0)?;
    if call.through.is_some() {
        return None;
    }
    let at = id.range.filter(|at| call.range.contains(*at))?;
    let address = beside(model, call, model.eval.units.peeled(id.value.place)).or_else(|| in_sight(model, call))?;
    let entry = if address == "email" { address } else { format!("email: {address}") };
    let edit = match call.argument(1) {
        None if call.closed => TextEdit::insert(at.end(), format!(", {{ {entry} }}")),
        None => return None,
        Some(attributes) => {
            let literal = model.literal(attributes).filter(|literal| call.range.contains(*literal))?;
            let text = model.text(literal);
            let inner = text.strip_prefix('{')?;
            let first = inner.trim_start();
            match inner.contains('\n').then(|| inner.find(first)).flatten() {
                _ if first.starts_with('}') => TextEdit::replace(literal, format!("{{ {entry} }}")),
                Some(before) if inner[..before].contains('\n') => {
                    let whole = model.file().whole_text();
                    let start = literal.start() + 1 + before;
                    TextEdit::insert(start, format!("{entry},\n{}", indentation(whole, start)))
                }
                _ => {
                    let space = if inner.starts_with(' ') { " " } else { "" };
                    let after = if space.is_empty() { " " } else { "" };
                    TextEdit::insert(literal.start() + 1, format!("{space}{entry},{after}"))
                }
            }
        }
    };
    Some(rewritten("Add `email`", vec![edit]))
}

/// The address of the object with a member `id`: `user.email` for `user.id`, where the type or the value of `user` has
/// one, or where the function reads it.
fn beside(model: &Model<'_>, call: &Call, id: Node) -> Option<String> {
    let units = &model.eval.units;
    let ExprKind::Member { object, .. } = units.kind(id) else { return None };
    let object = Node { unit: id.unit, expr: *object };
    let text = model.text(units.range(object));
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$' | '.');
    if !id.is_here() || !text.chars().all(is_name) {
        return None;
    }
    let is_declared = |name: &&&str| match model.eval.value(object).kind {
        ValueKind::Typed(unit, ty) => model.eval.has_field(unit, ty, name),
        ValueKind::Object(object) => model.eval.entries(&object).list.iter().any(|entry| entry.key == **name),
        _ => false,
    };
    let scope: Option<TextRange> = call.around.function.as_ref().map(|function| function.body);
    let is_read = |name: &&&str| {
        units.expressions().any(|(node, kind)| match kind {
            ExprKind::Member { object, property } if property == **name => {
                let within = scope.is_some_and(|scope| scope.contains(units.range(node)));
                within && model.text(units.range(Node { unit: node.unit, expr: *object })) == text
            }
            _ => false,
        })
    };
    let name = NAMES.iter().find(is_declared).or_else(|| NAMES.iter().find(is_read))?;
    Some(format!("{text}.{name}"))
}

/// A parameter or a variable of a function around the call that is called as addresses are.
fn in_sight(model: &Model<'_>, call: &Call) -> Option<String> {
    let units = &model.eval.units;
    let site = call.site;
    let mut begin = site;
    let scope = loop {
        begin.expr = match units.kind(begin) {
            ExprKind::Ident(_, scope) => break *scope,
            ExprKind::Call { callee: inner, .. } | ExprKind::New { callee: inner, .. } => *inner,
            ExprKind::Member { object: inner, .. } | ExprKind::Index { object: inner, .. } => *inner,
            ExprKind::Paren(inner) | ExprKind::Cast(inner, _) | ExprKind::Await(inner) => *inner,
            _ => {
                let exprs = &units.unit(site.unit).exprs;
                break exprs.iter().find_map(|expr| match &expr.kind {
                    ExprKind::Ident(_, scope) if call.callee.contains(units.absolute(site.unit, expr.range)) => {
                        Some(*scope)
                    }
                    _ => None,
                })?;
            }
        };
    };
    let is_value = |name: &&&str| {
        let Lookup::One(bound) = units.lookup(site.unit, scope, name) else { return false };
        let binding = units.binding(bound);
        let range = units.absolute(bound.unit, binding.range);
        let of_function = match binding.source {
            BindingSource::Parameter { .. } => true,
            BindingSource::Variable { constant: true, .. } => !units.is_of_module(bound),
            _ => false,
        };
        of_function && range.end <= call.range.start
    };
    NAMES.iter().find(is_value).map(|name| (*name).to_owned())
}
