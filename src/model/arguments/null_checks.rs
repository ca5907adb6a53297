//! A test of whether code looks at a value before it uses it.

use super::argument::Argument;

use crate::eval::Eval;
use crate::eval::units::{Bound, Lookup, Node};
use crate::facts::{BinaryOp, ExprId, ExprKind};
use crate::flow::promise::{PromiseAnalysis, Role, Use};
use ropey::Rope;

/// Returns whether code does more with the source of an argument than to pass it on: a condition, an assertion, a
/// cleaner. The code in the call itself does not count.
pub fn is_examined(promises: &PromiseAnalysis<'_, '_>, argument: &Argument) -> bool {
    let eval = promises.eval();
    argument.value.places().any(|place| match eval.units.kind(eval.units.peeled(place)) {
        ExprKind::Ident(..) => bound(eval, eval.units.peeled(place))
            .is_some_and(|bound| eval.units.references(bound).any(|node| !is_handed_on(promises, node))),
        ExprKind::Member { property, .. } => is_tested_member(promises, property),
        _ => false,
    })
}

fn bound(eval: &Eval<'_>, node: Node) -> Option<Bound> {
    let ExprKind::Ident(name, scope) = eval.units.kind(node) else { return None };
    match eval.units.lookup(node.unit, *scope, name) {
        Lookup::One(bound) => Some(bound),
        _ => None,
    }
}

/// Returns whether a name is an argument of a call whose result is used, or a part of a text, an object or a list.
fn is_handed_on(promises: &PromiseAnalysis<'_, '_>, mut node: Node) -> bool {
    loop {
        match promises.use_of(node) {
            Use::In(outer, Role::Around) => node.expr = outer,
            Use::In(call, Role::Argument(_)) => {
                // `assert(id)`
                let call = Node { unit: node.unit, expr: call };
                return promises.eval().on_client(call, &None).is_some()
                    || promises.eval().own_call(call, &None).is_some();
            }
            Use::In(_, Role::Text | Role::Kept | Role::Element) => return true,
            _ => return false,
        }
    }
}

/// Returns whether a member of this name is tested anywhere in the analyzed file.
fn is_tested_member(promises: &PromiseAnalysis<'_, '_>, name: &str) -> bool {
    let eval = promises.eval();
    eval.units.expressions().any(|(node, kind)| {
        matches!(kind, ExprKind::Member { property, .. } if property == name) && is_tested(promises, node)
    })
}

fn is_tested(promises: &PromiseAnalysis<'_, '_>, mut node: Node) -> bool {
    loop {
        match promises.use_of(node) {
            Use::In(outer, Role::Around) => node.expr = outer,
            Use::Tested | Use::In(_, Role::Test | Role::Left(_) | Role::Right(_) | Role::Other) => return true,
            _ => return false,
        }
    }
}

/// Returns whether an argument is the fallback of an expression, and the same statement of the module tests the
/// preferred value.
pub fn is_idle_fallback(promises: &PromiseAnalysis<'_, '_>, rope: &Rope, argument: &Argument) -> bool {
    let eval = promises.eval();
    let Some(first) = before_fallback(eval, argument).filter(|first| first.is_here()) else { return false };
    let first = eval.units.peeled(first);
    match eval.units.kind(first) {
        ExprKind::Member { .. } => {
            let mut unit = first.unit;
            while let Some((outer, _)) = eval.units.outer(unit).filter(|(outer, _)| eval.units.outer(*outer).is_some())
            {
                unit = outer;
            }
            let start = eval.units.absolute(unit, crate::text::TextRange { start: 0, end: 0 }).start();
            stands_by_itself(eval, rope, first, start)
        }
        ExprKind::Ident(..) => is_examined_name(promises, first),
        _ => false,
    }
}

/// Returns whether the analyzed file tests the value of a name.
fn is_examined_name(promises: &PromiseAnalysis<'_, '_>, node: Node) -> bool {
    let eval = promises.eval();
    let node = eval.units.peeled(node);
    bound(eval, node).is_some_and(|bound| {
        eval.units.references(bound).any(|other| {
            let in_fallback =
                matches!(promises.use_of(other), Use::In(_, Role::Left(BinaryOp::Or | BinaryOp::Nullish)));
            !in_fallback && is_tested(promises, other)
        })
    })
}

/// Returns the preferred value before the fallback that an argument is: `user.id` in `user.id ?? ""`.
fn before_fallback(eval: &Eval<'_>, argument: &Argument) -> Option<Node> {
    let last = argument.value.node;
    eval.units.unit(last.unit).exprs.iter().find_map(|expr| match expr.kind {
        ExprKind::Binary(BinaryOp::Or | BinaryOp::Nullish, left, right)
            if eval.units.peeled(Node { unit: last.unit, expr: right }) == last =>
        {
            Some(Node { unit: last.unit, expr: left })
        }
        _ => None,
    })
}

/// Returns whether an argument of the form `user?.id`, or its `user`, occurs by itself in the analyzed file between
/// `start` and the argument: as a condition, most likely. The left side of another member (`user.email`) is not a
/// check.
pub fn may_be_checked(eval: &Eval<'_>, rope: &Rope, argument: &Argument, start: usize) -> bool {
    stands_by_itself(eval, rope, eval.units.peeled(argument.value.place), start)
}

/// Returns whether a member, or its object, occurs by itself in the analyzed file between `start` and where it is used.
fn stands_by_itself(eval: &Eval<'_>, rope: &Rope, place: Node, start: usize) -> bool {
    let ExprKind::Member { object, .. } = eval.units.kind(place) else { return false };
    let object = Node { unit: place.unit, expr: *object };
    let end = eval.units.range(place).start();
    let written = |node: Node| {
        let text = rope.byte_slice(eval.units.range(node).as_range()).to_string();
        text.replace("?.", ".").replace([' ', '\n', '!'], "")
    };
    let wanted = [written(place), written(object)];
    let within = |node: &Node| (start..end).contains(&eval.units.range(*node).start());
    let mut objects = Vec::new();
    let mut found = Vec::new();
    let is_plain = |node: Node| {
        let kind = eval.units.kind(eval.units.peeled(node));
        matches!(kind, ExprKind::String(_) | ExprKind::Undefined | ExprKind::Null)
    };
    for (node, kind) in eval.units.expressions() {
        let sibling = |expr: &ExprId| Node { unit: node.unit, expr: *expr };
        if let ExprKind::Member { object, .. } = kind {
            objects.push(sibling(object));
        }
        // A default is no check: `user.id ?? ""`.
        if let ExprKind::Binary(BinaryOp::Or | BinaryOp::Nullish, left, right) = kind
            && is_plain(sibling(right))
        {
            objects.push(eval.units.peeled(sibling(left)));
        }
        let named = matches!(kind, ExprKind::Ident(..) | ExprKind::Member { .. });
        if named && within(&node) && wanted.contains(&written(node)) {
            found.push(node);
        }
    }
    found.iter().any(|node| !objects.contains(node))
}

/// Returns whether the file writes to something called `toJSON`.
pub fn sets_to_json(eval: &Eval<'_>) -> bool {
    eval.units.iter().any(|(_, facts)| {
        facts.exprs.iter().any(|expr| matches!(&expr.kind, ExprKind::Member { property, .. } if property == "toJSON"))
    })
}
