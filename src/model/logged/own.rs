//! Functions of the project that write their arguments into a log.

use super::thing::Sink;
use super::{known, sinks};
use crate::facts::{BinaryOp, BindingSource, Element, ExprKind, Property, TemplatePart};

use crate::eval::units::{Lookup, Node};
use crate::eval::value::ValueKind;
use crate::eval::{Eval, FunctionRef, What};
use crate::model::errors::parameters;
use rustc_hash::FxHashMap;

/// The maximum depth of the parameter in the written value.
const MAX_DEPTH: u32 = 16;

/// The functions of the project that were looked into, each with the place of the argument and whether that is written.
#[derive(Default)]
pub(super) struct OwnSinks(FxHashMap<(FunctionRef, usize), bool>);

impl OwnSinks {
    /// The sink of the argument of a call at a place, by the function of the project that is called.
    pub(super) fn sink(&mut self, eval: &Eval<'_>, call: Node, at: usize) -> Option<Sink> {
        let ExprKind::Call { callee, .. } = eval.units.kind(call) else { return None };
        let callee = Node { unit: call.unit, expr: *callee };
        if !may_be_of_project(eval, callee) {
            return None;
        }
        let ValueKind::Function(unit, function, _) = eval.narrowly(callee, &None).kind else { return None };
        let function = (unit, function);
        let is_written = self.0.entry((function, at)).or_insert_with(|| writes_argument(eval, function, at));
        is_written.then(|| Sink::Log(eval.called(call)))
    }
}

/// Returns whether a callee may be a function of the project, by the first name in it: it is no method of a parameter of
/// which nothing is said and nothing given in place, and none of what the language makes. Asked for every call of a file.
fn may_be_of_project(eval: &Eval<'_>, callee: Node) -> bool {
    let mut node = eval.units.peeled(callee);
    let mut is_member = false;
    while let ExprKind::Member { object, .. } = eval.units.kind(node) {
        node = eval.units.peeled(Node { unit: node.unit, expr: *object });
        is_member = true;
    }
    let ExprKind::Ident(name, scope) = eval.units.kind(node) else { return true };
    let Lookup::One(bound) = eval.units.lookup(node.unit, *scope, name) else { return true };
    let binding = eval.units.binding(bound);
    match &binding.source {
        BindingSource::Parameter { function, path, .. } if is_member => {
            let functions = eval.units.functions(bound.unit);
            let is_called_here = || functions.taken(*function).is_some() || functions.in_place(*function).is_some();
            binding.ty.is_some() || !path.is_empty() || is_called_here() || eval.may_matter(node, &None)
        }
        BindingSource::Variable { value: Some(value), constant: true, path } if is_member && path.is_empty() => {
            let value = eval.units.peeled(Node { unit: bound.unit, expr: *value });
            match eval.units.kind(value) {
                ExprKind::New { callee, .. } => {
                    eval.units.global_name(Node { unit: value.unit, expr: *callee }).is_none()
                }
                _ => true,
            }
        }
        _ => true,
    }
}

/// Returns whether a function writes its argument at a place into a log.
fn writes_argument(eval: &Eval<'_>, function: FunctionRef, at: usize) -> bool {
    let all = parameters(eval, function, at as u32).into_iter();
    let bound: Vec<_> = all.filter(|(_, path)| path.is_empty()).map(|(bound, _)| bound).collect();
    if bound.is_empty() {
        return false;
    }
    let is_parameter = |node: Node| known::bound(eval, node).is_some_and(|found| bound.contains(&found));
    let writes = |call: &Node| {
        let ExprKind::Call { arguments, .. } = eval.units.kind(*call) else { return false };
        let items = arguments.iter().filter_map(|argument| match argument {
            Element::Item(expr) | Element::Spread(Some(expr)) => Some(Node { unit: call.unit, expr: *expr }),
            _ => None,
        });
        // A look at the arguments first: most calls have nothing to do with the parameter.
        let mut shown = items.filter(|node| shows(eval, *node, &is_parameter, 0));
        shown.next().is_some() && matches!(sinks::sink(eval, *call), Some(Sink::Log(_)))
    };
    eval.all_calls_in(function).iter().any(writes)
}

/// Returns whether an expression, written, shows the whole value of an expression that `is` accepts.
fn shows(eval: &Eval<'_>, node: Node, is: &dyn Fn(Node) -> bool, depth: u32) -> bool {
    if depth > MAX_DEPTH {
        eval.hit(What::Depth, node);
        return false;
    }
    let node = eval.units.peeled(node);
    let of = |expr| shows(eval, Node { unit: node.unit, expr }, is, depth + 1);
    match eval.units.kind(node) {
        ExprKind::Ident(..) => is(node),
        ExprKind::Template(parts) => parts.iter().any(|part| matches!(part, TemplatePart::Value(value) if of(*value))),
        ExprKind::Binary(BinaryOp::Add | BinaryOp::Or | BinaryOp::Nullish, left, right) => of(*left) || of(*right),
        ExprKind::Array(elements) => elements
            .iter()
            .any(|element| matches!(element, Element::Item(expr) | Element::Spread(Some(expr)) if of(*expr))),
        ExprKind::Object(properties) => properties.iter().any(
            |property| matches!(property, Property::Entry { value, .. } | Property::Spread(Some(value)) if of(*value)),
        ),
        ExprKind::Call { arguments, .. }
            if matches!(eval.called(node).as_str(), "String" | "stringify" | "inspect") =>
        {
            // A replacer may leave something out.
            matches!(&**arguments, [Element::Item(expr)] if of(*expr))
        }
        _ => false,
    }
}
