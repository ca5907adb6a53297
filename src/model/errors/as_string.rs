//! Questions about the string that an error is converted to: `String(err).includes("429")`.

use super::handler::ErrorRead;
use super::read::ErrorTrail;
use crate::facts::ExprKind;

use crate::eval::What;
use crate::eval::units::{Bound, Node};
use crate::flow::promise::{Role, Use};
use smol_str::SmolStr;

/// String methods that keep the searched part.
const SAME: &[&str] = &["toLowerCase", "toString", "toUpperCase", "trim"];
/// Methods that look for something.
const ASKS: &[&str] = &["endsWith", "includes", "indexOf", "match", "search", "startsWith"];
/// The maximum number of names that a string is followed through, each once.
const MAX_NAMES: usize = 64;

impl ErrorTrail<'_, '_, '_> {
    /// Looks at the tests of a string that a read of an error, at `node`, is converted to. The string form of an error
    /// is its name and then its message.
    pub(super) fn told(&mut self, node: Node, read: &ErrorRead) {
        let path: Vec<&str> = read.path.iter().map(|name| name.as_str()).collect();
        let text = match path.as_slice() {
            [] => self.made_text(node),
            ["toString"] => self.call_of(node),
            ["message", method] if SAME.contains(method) => self.call_of(node),
            _ => None,
        };
        let Some(text) = text else { return };
        let read = ErrorRead {
            path: vec![SmolStr::new_static("message")],
            error_end: None,
            call: None,
            argument: None,
            compared: Vec::new(),
            ..read.clone()
        };
        self.asked(text, &read, &mut Vec::new());
    }

    /// `String(here)`, `` `${here}` ``
    fn made_text(&self, node: Node) -> Option<Node> {
        let eval = self.eval();
        let node = self.around(node);
        match self.promises.use_of(node) {
            Use::In(call, Role::Argument(0)) => {
                let call = Node { unit: node.unit, expr: call };
                let is_call = matches!(eval.units.kind(call), ExprKind::Call { .. });
                (is_call && eval.called(call) == "String").then_some(call)
            }
            Use::In(text, Role::Text) => {
                let text = Node { unit: node.unit, expr: text };
                matches!(eval.units.kind(text), ExprKind::Template(_)).then_some(text)
            }
            _ => None,
        }
    }

    fn call_of(&self, callee: Node) -> Option<Node> {
        match self.promises.use_of(callee) {
            Use::In(call, Role::Callee) => Some(Node { unit: callee.unit, expr: call }),
            _ => None,
        }
    }

    /// Adds a read for each question that a text is asked, by itself or by another name.
    fn asked(&mut self, text: Node, read: &ErrorRead, names: &mut Vec<Bound>) {
        let eval = self.eval();
        let text = self.around(text);
        match self.promises.use_of(text) {
            Use::In(member, Role::Object) => {
                let member = Node { unit: text.unit, expr: member };
                let ExprKind::Member { property, .. } = eval.units.kind(member) else { return };
                let Some(call) = self.call_of(member) else { return };
                if SAME.contains(&property.as_str()) {
                    self.asked(call, read, names);
                } else if ASKS.contains(&property.as_str()) {
                    let mut path = read.path.clone();
                    path.push(property.clone());
                    let (at, call_range) = (eval.units.place(member), Some(eval.units.range(call)));
                    let argument = self.argument_text(call);
                    self.found.list.push(ErrorRead { path, at, call: call_range, argument, ..read.clone() });
                }
            }
            Use::In(call, Role::Argument(0)) if eval.called(Node { unit: text.unit, expr: call }) == "test" => {
                let (at, used) = (eval.units.place(text), self.used_for(text));
                self.found.list.push(ErrorRead { at, used, ..read.clone() });
            }
            Use::Initial(binding) => {
                let bound = Bound { unit: text.unit, binding };
                if names.contains(&bound) {
                    return;
                }
                names.push(bound);
                for place in eval.units.references(bound) {
                    if names.len() > MAX_NAMES {
                        return eval.hit(What::Steps, place);
                    }
                    self.asked(place, read, names);
                }
            }
            _ => {}
        }
    }
}
