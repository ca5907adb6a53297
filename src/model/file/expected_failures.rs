//! Code of tests that expect a failure: `expect(() => new TrackClient("", "")).toThrow()`.

use crate::eval::Eval;
use crate::eval::units::Node;
use crate::facts::{Element, ExprKind};
use crate::text::TextRange;

/// Functions and methods whose argument is expected to fail, or not to. Each has a part in [`super::prefilter`], as
/// `expect` has.
const TAKERS: &[&str] =
    &["doesNotReject", "doesNotThrow", "notThrows", "notThrowsAsync", "rejects", "throws", "throwsAsync"];

/// The assertions on `expect(code)`, directly or after words that only make it read well.
const ASKED: &[&str] = &["eventually", "reject", "rejected", "rejectedWith", "rejects", "throw", "throws"];

/// The places of the analyzed file where a test expects a failure, or says that it expects none.
pub fn expected_failures(eval: &Eval<'_>) -> Vec<TextRange> {
    let mut found = Vec::new();
    for (unit, facts) in eval.units.iter() {
        for call in &facts.calls {
            let node = Node { unit, expr: *call };
            let ExprKind::Call { callee, arguments } = eval.units.kind(node) else { continue };
            let callee = eval.units.peeled(Node { unit, expr: *callee });
            let code = match eval.units.kind(callee) {
                ExprKind::Member { property, .. } if TAKERS.contains(&property.as_str()) => arguments.first(),
                ExprKind::Member { object, property } => {
                    asked_of(eval, Node { unit, expr: *object }, is_asked(property)).and_then(|given| given.first())
                }
                _ => None,
            };
            if let Some(Element::Item(code)) = code {
                found.push(eval.units.range(Node { unit, expr: *code }));
            }
        }
    }
    found
}

/// The arguments of the `expect(…)` that a chain of members begins with, if a word in it asks for a failure.
fn asked_of<'e>(eval: &'e Eval<'_>, mut node: Node, mut asked: bool) -> Option<&'e [Element]> {
    loop {
        match eval.units.kind(node) {
            ExprKind::Member { object, property } => {
                asked |= is_asked(property);
                node.expr = *object;
            }
            ExprKind::Call { callee, arguments } => {
                let ExprKind::Ident(name, _) = eval.units.kind(Node { unit: node.unit, expr: *callee }) else {
                    return None;
                };
                return (asked && name == "expect").then_some(arguments);
            }
            _ => return None,
        }
    }
}

fn is_asked(word: &str) -> bool {
    word.starts_with("toThrow") || ASKED.contains(&word)
}
