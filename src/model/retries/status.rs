//! The tests of the status of a response that is only asked whether the request succeeded: `res.ok`, `res.status === 200`.

use super::retry_after::response;
use crate::eval::units::Node;
use crate::eval::units::index::UnitIndex;
use crate::facts::{BinaryOp, ExprKind, UnaryOp};
use crate::flow::promise::{PromiseAnalysis, Role, Use};
use crate::model::calls::sdk_calls::Call;
use crate::model::http::responses::{READING, SHOWING, only_reads_body};
use crate::text::TextRange;

/// The code of a unit that runs only after a request succeeded, or failed. The ranges are relative to the unit.
#[derive(Debug, Default)]
pub(super) struct StatusTests {
    /// Where it succeeded.
    pub succeeded: Vec<TextRange>,
    /// Where it failed, each with the test.
    pub failed: Vec<(TextRange, Node)>,
}

/// Returns the tests of the response to a call of `fetch`; `None` where something may tell one failure from another, or
/// where the response is not in a variable of its own.
pub(super) fn status_tests(promises: &PromiseAnalysis<'_, '_>, call: &Call) -> Option<StatusTests> {
    let bound = response(promises, call)?;
    let units = &promises.eval().units;
    let mut reader = Reader { promises, tests: StatusTests::default(), judged: Vec::new() };
    for name in units.references(bound) {
        if name.unit != bound.unit {
            return None;
        }
        reader.response(name)?;
    }
    // The body after a success tells no failures apart.
    let is_of_success = |read: &TextRange| reader.tests.succeeded.iter().any(|range| range.contains(*read));
    reader.judged.iter().all(is_of_success).then_some(reader.tests)
}

struct Reader<'f, 'e, 'a> {
    promises: &'f PromiseAnalysis<'e, 'a>,
    tests: StatusTests,
    /// The places where the body is read that something may judge.
    judged: Vec<TextRange>,
}

impl Reader<'_, '_, '_> {
    /// A use of the response. `None` where it may tell failures apart.
    fn response(&mut self, name: Node) -> Option<()> {
        let outer = |expr| Node { unit: name.unit, expr };
        match self.promises.use_of(name) {
            Use::Returned | Use::Given(_) => Some(()),
            Use::In(member, Role::Object) => self.member(outer(member)),
            Use::In(call, Role::Argument(_)) => self.is_showing(outer(call)).then_some(()),
            _ => None,
        }
    }

    fn member(&mut self, member: Node) -> Option<()> {
        let ExprKind::Member { property, .. } = self.promises.eval().units.kind(member) else { return None };
        match property.as_str() {
            "ok" => self.test(member, true),
            "status" => match self.compared(member) {
                Some((test, positive)) => self.test(test, positive),
                None => self.is_shown(member).then_some(()),
            },
            "statusText" | "url" => self.is_shown(member).then_some(()),
            name if READING.contains(&name) => {
                if !self.is_returned(member) && !only_reads_body(self.promises, member) {
                    self.judged.push(self.promises.eval().units.unit(member.unit).exprs[member.expr.index()].range);
                }
                Some(())
            }
            _ => None,
        }
    }

    /// Returns whether the body is all that a function returns: `return await res.json()`.
    fn is_returned(&self, member: Node) -> bool {
        let Use::In(call, Role::Callee) = self.promises.use_of(member) else { return false };
        let call = Node { expr: call, ..member };
        match self.promises.use_of(call) {
            Use::In(wait, Role::Await) => {
                matches!(self.promises.use_of(Node { expr: wait, ..member }), Use::Returned | Use::Given(_))
            }
            use_ => matches!(use_, Use::Returned | Use::Given(_)),
        }
    }

    /// The comparison of a status with one that means success.
    fn compared(&self, status: Node) -> Option<(Node, bool)> {
        let (test, positive) = match self.promises.use_of(status) {
            Use::In(test, Role::Left(BinaryOp::Equal) | Role::Right(BinaryOp::Equal)) => (test, true),
            Use::In(test, Role::Left(BinaryOp::Unequal) | Role::Right(BinaryOp::Unequal)) => (test, false),
            _ => return None,
        };
        let units = &self.promises.eval().units;
        let test = Node { expr: test, ..status };
        let ExprKind::Binary(_, left, right) = units.kind(test) else { return None };
        let is_success = |expr| matches!(units.kind(units.peeled(Node { expr, ..status })), ExprKind::Number(code) if (200.0..300.0).contains(code));
        (is_success(*left) || is_success(*right)).then_some((test, positive))
    }

    /// Returns whether something is only written into a text, a log or an error.
    fn is_shown(&self, node: Node) -> bool {
        match self.promises.use_of(node) {
            Use::In(_, Role::Text | Role::Kept | Role::Left(BinaryOp::Add) | Role::Right(BinaryOp::Add)) => true,
            Use::In(call, Role::Argument(_)) => {
                let call = Node { expr: call, ..node };
                matches!(self.promises.eval().units.kind(call), ExprKind::New { .. }) || self.is_showing(call)
            }
            _ => false,
        }
    }

    fn is_showing(&self, call: Node) -> bool {
        self.promises.method_called(call).is_some_and(|method| SHOWING.contains(&method.as_str()))
    }

    /// Follows a test to the statement that decides by it. `positive` is true where it holds after a success.
    fn test(&mut self, test: Node, positive: bool) -> Option<()> {
        let units = &self.promises.eval().units;
        // What is known where the expression is true, and where it is false.
        let (mut if_true, mut if_false) = (Some(positive), Some(!positive));
        let mut node = test;
        loop {
            let outer = |expr| Node { unit: node.unit, expr };
            match self.promises.uses(node.unit).get(node.expr) {
                Use::In(around, Role::Around) => node = outer(around),
                Use::In(not, Role::Test) if matches!(units.kind(outer(not)), ExprKind::Unary(UnaryOp::Not, _)) => {
                    (if_true, if_false) = (if_false, if_true);
                    node = outer(not);
                }
                Use::In(both, Role::Left(BinaryOp::And) | Role::Right(BinaryOp::And)) => {
                    if_false = None;
                    node = outer(both);
                }
                Use::In(one, Role::Left(BinaryOp::Or) | Role::Right(BinaryOp::Or)) => {
                    if_true = None;
                    node = outer(one);
                }
                Use::Tested => break,
                Use::Returned | Use::Given(_) | Use::In(_, Role::Text | Role::Kept) => return Some(()),
                _ => return None,
            }
        }
        let range = units.unit(node.unit).exprs[node.expr.index()].range;
        let facts = units.unit(node.unit);
        let index = UnitIndex::of(facts).conditions(facts);
        for (known, value) in [(if_true, true), (if_false, false)] {
            let mut ranges = Vec::new();
            let Some(succeeded) = known else { continue };
            index.behind(range, value, &mut ranges);
            if succeeded {
                self.tests.succeeded.append(&mut ranges);
            } else {
                self.tests.failed.extend(ranges.into_iter().map(|range| (range, test)));
            }
        }
        Some(())
    }
}
