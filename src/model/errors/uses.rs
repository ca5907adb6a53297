//! The uses of an error, or of a part of one; and the class it is tested for.

use super::handler::{InstanceTest, UsedFor};
use super::read::ErrorTrail;
use crate::facts::{BinaryOp, BindingSource, Element, ExprKind, Imported, PatternStep};

use crate::eval::units::{Lookup, Node};
use crate::flow::promise::{Role, Use};
use smol_str::SmolStr;

impl ErrorTrail<'_, '_, '_> {
    /// `err instanceof X`
    pub(super) fn tested(&mut self, node: Node) {
        let eval = self.eval();
        let top = self.around(node);
        let Use::In(test, Role::Left(BinaryOp::Instanceof)) = self.promises.use_of(top) else { return };
        let test = Node { unit: node.unit, expr: test };
        let ExprKind::Binary(_, _, class) = eval.units.kind(test) else { return };
        let class = eval.units.peeled(Node { unit: node.unit, expr: *class });
        let (name, import, is_global) = self.class(class);
        let is_theirs = import.as_ref().is_some_and(|(module, _)| eval.units.files.sdk_module(module).is_some());
        let says_nothing = is_theirs || is_global && matches!(name.as_str(), "Error" | "Object");
        if !says_nothing {
            self.found.tells_apart = true;
        }
        self.found.tests.push(InstanceTest { at: eval.units.place(test), class: name, import, is_global });
    }

    /// The name of a class, where it is imported from, and whether it is a global.
    fn class(&self, class: Node) -> (SmolStr, Option<(SmolStr, SmolStr)>, bool) {
        let eval = self.eval();
        let (root, property) = match eval.units.kind(class) {
            ExprKind::Member { object, property } => {
                (eval.units.peeled(Node { unit: class.unit, expr: *object }), Some(property.clone()))
            }
            _ => (class, None),
        };
        let ExprKind::Ident(name, scope) = eval.units.kind(root) else { return (SmolStr::default(), None, false) };
        let shown = property.clone().unwrap_or_else(|| name.clone());
        let bound = match eval.units.lookup(class.unit, *scope, name) {
            Lookup::One(bound) => bound,
            Lookup::Several => return (shown, None, false),
            Lookup::None => return (shown, None, property.is_none()),
        };
        let facts = eval.units.unit(bound.unit);
        let (module, exported) = match &eval.units.binding(bound).source {
            BindingSource::Import { import, what } => {
                let exported = match what {
                    Imported::Named(name) => name.clone(),
                    Imported::Default | Imported::Namespace => property.unwrap_or_default(),
                };
                (facts.imports[*import as usize].module.clone(), exported)
            }
            BindingSource::Variable { value: Some(value), path, .. } => {
                match (&facts.exprs[value.index()].kind, &**path) {
                    (ExprKind::Load(module), [PatternStep::Key(key)]) => (module.clone(), key.clone()),
                    (ExprKind::Load(module), []) => (module.clone(), property.unwrap_or_default()),
                    _ => return (shown, None, false),
                }
            }
            _ => return (shown, None, false),
        };
        (shown, Some((module, exported)), false)
    }

    /// Returns the use of an expression.
    pub(super) fn used_for(&self, node: Node) -> UsedFor {
        let eval = self.eval();
        let facts = eval.units.unit(node.unit);
        let range = facts.exprs[node.expr.index()].range;
        let mut node = node;
        // Out of texts, sums, objects and alternatives.
        for _ in 0..16 {
            match self.promises.uses(node.unit).get(node.expr) {
                Use::In(call, Role::Argument(_) | Role::Kept)
                    if matches!(facts.exprs[call.index()].kind, ExprKind::Call { .. } | ExprKind::New { .. }) =>
                {
                    return self.passed(Node { unit: node.unit, expr: call });
                }
                Use::In(_, Role::Target) => return UsedFor::Written,
                Use::In(
                    around,
                    Role::Around
                    | Role::Kept
                    | Role::Element
                    | Role::Branch
                    | Role::Left(BinaryOp::Add | BinaryOp::Or | BinaryOp::Nullish)
                    | Role::Right(_),
                ) => node.expr = around,
                Use::In(around, Role::Text) if matches!(facts.exprs[around.index()].kind, ExprKind::Template(_)) => {
                    node.expr = around;
                }
                _ => break,
            }
        }
        if eval.units.is_written_member(node) {
            return UsedFor::Written;
        }
        if facts.flow.throws.iter().any(|throw| throw.contains(range)) { UsedFor::Thrown } else { UsedFor::Other }
    }

    fn passed(&self, call: Node) -> UsedFor {
        let eval = self.eval();
        let (ExprKind::Call { callee, arguments } | ExprKind::New { callee, arguments, .. }) = eval.units.kind(call)
        else {
            return UsedFor::Other;
        };
        let name = eval.called(call);
        let on = match eval.units.kind(eval.units.peeled(Node { unit: call.unit, expr: *callee })) {
            ExprKind::Member { object, .. } => {
                match eval.units.kind(eval.units.peeled(Node { unit: call.unit, expr: *object })) {
                    ExprKind::Ident(name, _) => name.clone(),
                    ExprKind::Member { property, .. } => property.clone(),
                    _ => SmolStr::default(),
                }
            }
            _ => SmolStr::default(),
        };
        let logs = matches!(name.as_str(), "error" | "warn" | "info" | "log" | "debug")
            && (on == "console" || on.to_lowercase().ends_with("log") || on.to_lowercase().ends_with("logger"));
        let last = arguments.iter().rev().find_map(|argument| match argument {
            Element::Item(expr) | Element::Spread(Some(expr)) => {
                Some(eval.units.range(Node { unit: call.unit, expr: *expr }).end)
            }
            _ => None,
        });
        let range = eval.units.range(call);
        UsedFor::Passed { name, logs, call: range, last: last.unwrap_or(range.end) }
    }
}
