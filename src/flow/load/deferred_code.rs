//! Code that runs while a file is loaded, and code that runs later.

use super::{Load, MAX_DEPTH};
use crate::facts::{Element, ExprKind};

use crate::eval::units::Node;
use crate::eval::units::files::LocalFile;
use crate::eval::value::ValueKind;
use crate::eval::{FunctionRef, ListMethod};
use crate::flow::promise::{Role, Use};
use rustc_hash::FxHashSet;

/// Functions that keep their arguments for later, on any object. Listeners (`on`) are not among them: scripts listen to
/// the streams that they read.
const KEEPS: &[&str] = &[
    "consume",
    "createFunction",
    "cron",
    "handle",
    "handler",
    "onCall",
    "onRequest",
    "process",
    "route",
    "schedule",
    "serve",
    "setInterval",
    "subscribe",
    "use",
    "webhook",
];

/// Methods that keep their arguments when the first one is a path: `app.post("/sign-up", …)`.
const ROUTES: &[&str] = &["all", "delete", "get", "head", "options", "patch", "post", "put"];

/// Functions of tests: their arguments run when the file does, or soon after.
const TESTS: &[&str] = &[
    "after",
    "afterAll",
    "afterEach",
    "before",
    "beforeAll",
    "beforeEach",
    "bench",
    "context",
    "describe",
    "each",
    "it",
    "only",
    "skip",
    "suite",
    "test",
];

/// Functions that call their argument at once, or as soon as a promise is settled, besides the methods of lists.
const AT_ONCE: &[&str] = &["Promise", "catch", "finally", "then"];

impl Load<'_, '_> {
    /// Returns whether an expression of the analyzed file runs after the file was loaded.
    pub(super) fn runs_later(&self, node: Node, depth: u32) -> bool {
        match self.promises.function_around(node) {
            Some(function) if depth <= MAX_DEPTH => self.function_runs_later(function, depth),
            _ => false,
        }
    }

    fn function_runs_later(&self, function: FunctionRef, depth: u32) -> bool {
        if self.called().contains(&function) {
            return false;
        }
        if let Some(call) = self.called_in_place(function) {
            return self.runs_later(call, depth + 1);
        }
        let Some((call, _)) = self.promises.callback_of(function) else { return true };
        let name = self.eval.called(call);
        if TESTS.contains(&name.as_str()) {
            return false;
        }
        if AT_ONCE.contains(&name.as_str()) || ListMethod::calls(&name) {
            return self.runs_later(call, depth + 1);
        }
        if self.keeps(call) {
            return true;
        }
        // What a function does with its callback is not known. Its result may be the callback, for later; where that is
        // unused, as in scripts (`run(async () => …)`), the callback may run at once.
        match self.promises.function_around(call) {
            Some(_) => self.runs_later(call, depth + 1),
            None => !self.is_statement(call),
        }
    }

    /// Returns whether a call keeps its arguments for later.
    fn keeps(&self, call: Node) -> bool {
        let name = self.eval.called(call);
        if !ROUTES.contains(&name.as_str()) {
            return KEEPS.contains(&name.as_str());
        }
        let ExprKind::Call { arguments, .. } = self.eval.units.kind(call) else { return false };
        let Some(Element::Item(first)) = arguments.first() else { return false };
        let first = self.eval.value(Node { unit: call.unit, expr: *first });
        first.as_str().is_some_and(|path| path.starts_with('/'))
    }

    /// The call of a function where it is written: `(async () => …)()`.
    fn called_in_place(&self, (unit, function): FunctionRef) -> Option<Node> {
        let mut expr = self.promises.uses(unit).function(function)?;
        loop {
            match self.promises.uses(unit).get(expr) {
                Use::In(outer, Role::Around) => expr = outer,
                Use::In(call, Role::Callee) => return Some(Node { unit, expr: call }),
                _ => return None,
            }
        }
    }

    /// Returns whether the result of a call is unused, or awaited.
    fn is_statement(&self, call: Node) -> bool {
        let uses = self.promises.uses(call.unit);
        let mut expr = call.expr;
        loop {
            match uses.get(expr) {
                Use::Dropped | Use::In(_, Role::Await | Role::Void) => return true,
                // `run(…).catch(…)`
                Use::In(outer, Role::Around | Role::Object | Role::Callee) => expr = outer,
                _ => return false,
            }
        }
    }

    /// The functions of the analyzed file that its own statements call, directly or not.
    fn called(&self) -> &FxHashSet<FunctionRef> {
        self.called.get_or_init(|| {
            let mut known = FxHashSet::default();
            let calls = self
                .eval
                .units
                .iter()
                .flat_map(|(unit, facts)| facts.calls.iter().map(move |expr| Node { unit, expr: *expr }));
            let mut next: Vec<Node> = calls.filter(|call| self.promises.function_around(*call).is_none()).collect();
            while let Some(call) = next.pop() {
                for function in self.run_by(call) {
                    if function.0.file == LocalFile::HERE && known.insert(function) {
                        next.extend(self.eval.all_calls_in(function));
                    }
                }
            }
            known
        })
    }

    /// The functions that a call runs: the one that it calls, and those that it hands over by name.
    fn run_by(&self, call: Node) -> Vec<FunctionRef> {
        let mut functions: Vec<FunctionRef> =
            self.eval.own_call(call, &None).map(|own| own.function).into_iter().collect();
        let (ExprKind::Call { arguments, .. } | ExprKind::New { arguments, .. }) = self.eval.units.kind(call) else {
            return functions;
        };
        if self.keeps(call) || !self.is_statement(call) {
            return functions;
        }
        for argument in arguments {
            let Element::Item(expr) = argument else { continue };
            let argument = self.eval.units.peeled(Node { unit: call.unit, expr: *expr });
            if let ExprKind::Ident(..) = self.eval.units.kind(argument)
                && let ValueKind::Function(unit, function, _) = self.eval.value(argument).kind
            {
                functions.push((unit, function));
            }
        }
        functions
    }
}
