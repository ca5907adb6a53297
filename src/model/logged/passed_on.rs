//! Callbacks that write their argument into what they return: `([name, key]) => `${name}=${key}``.

use crate::eval::Eval;
use crate::eval::units::{Lookup, Node};
use crate::facts::{BinaryOp, BindingSource, Body, Element, ExprId, ExprKind, PatternStep, TemplatePart};

/// Returns whether a function written in place returns its argument, or a text with it. The name of an entry, `[name]`,
/// is not all of it.
pub(super) fn passes_on(eval: &Eval<'_>, function: Node) -> bool {
    let ExprKind::Function(id) = eval.units.kind(function) else { return false };
    let result = match eval.units.unit(function.unit).functions[id.index()].body {
        Body::Expr(expr) => Node { unit: function.unit, expr },
        Body::Unit(ordinal) => {
            let unit = eval.units.child(function.unit, ordinal);
            match eval.units.unit(unit).returns[..] {
                [expr] => Node { unit, expr },
                _ => return false,
            }
        }
        Body::None => return false,
    };
    let mut open = vec![result];
    while let Some(node) = open.pop() {
        let sibling = |expr: &ExprId| Node { unit: node.unit, expr: *expr };
        match eval.units.kind(node) {
            ExprKind::Paren(inner) | ExprKind::Cast(inner, _) => open.push(sibling(inner)),
            ExprKind::Binary(BinaryOp::Add, left, right) => open.extend([sibling(left), sibling(right)]),
            ExprKind::Template(parts) => open.extend(parts.iter().filter_map(|part| match part {
                TemplatePart::Value(value) => Some(sibling(value)),
                TemplatePart::Text(_) => None,
            })),
            ExprKind::Array(elements) => open.extend(elements.iter().filter_map(|element| match element {
                Element::Item(expr) => Some(sibling(expr)),
                _ => None,
            })),
            ExprKind::Call { callee, .. } => {
                let callee = eval.units.peeled(sibling(callee));
                if let ExprKind::Member { object, property } = eval.units.kind(callee)
                    && matches!(property.as_str(), "join" | "toString" | "trim")
                {
                    open.push(sibling(object));
                }
            }
            ExprKind::Ident(name, scope) => {
                if let Lookup::One(bound) = eval.units.lookup(node.unit, *scope, name)
                    && let BindingSource::Parameter { function: of, index: 0, path } = &eval.units.binding(bound).source
                    && (bound.unit, of) == (function.unit, id)
                    && !matches!(path[..], [PatternStep::Index(0), ..])
                {
                    return true;
                }
            }
            _ => {}
        }
    }
    false
}
