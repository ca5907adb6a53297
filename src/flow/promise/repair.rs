//! The fate of a promise as rules see it, and the fixes where it is dropped.

use super::misused::is_timer;
use super::outcome::{PromiseAnalysis, PromiseOutcome};
use super::uses::{Role, Use};
use super::walked::Walked;
use super::{Dropped, DroppedBy, Failure, Promise, ReturnedEarly, TryPart};
use crate::facts::{BinaryOp, Body, Element, ExprKind, Key, Property};

use crate::eval::units::Node;
use crate::eval::value::ValueKind;
use crate::eval::{Eval, ListMethod};
use crate::text::Repair;
use crate::text::{TextEdit, TextRange};
use ropey::Rope;

/// Finds the fate of promises.
pub struct Finder<'f, 'e, 'a> {
    /// Follows them.
    pub promises: &'f PromiseAnalysis<'e, 'a>,
    /// The text of the analyzed file.
    pub rope: &'f Rope,
}

impl Finder<'_, '_, '_> {
    /// Returns the fate of the promise of the last call of `way`, which reaches the first one over the ones between:
    /// each is in the function that the one before it calls. With it, where the call's failure goes.
    pub fn promise(&self, way: &[Node]) -> (Promise, Failure) {
        let Some((site, inner)) = way.split_first() else { return (Promise::Unknown, Failure::Elsewhere) };
        for (call, caller) in inner.iter().zip(way).rev() {
            let Some(own) = self.promises.eval().own_call(*caller, &None) else {
                return (Promise::Unknown, Failure::Elsewhere);
            };
            if self.promises.passes(*call, own.function) {
                continue;
            }
            let promise = match self.promises.fate(*call) {
                PromiseOutcome::Dropped { .. } => Promise::Lost,
                PromiseOutcome::Handled(_) => Promise::Handled,
                PromiseOutcome::Awaited(at) if self.promises.is_caught(at) || self.promises.is_settled(at) => {
                    Promise::Handled
                }
                _ => Promise::Unknown,
            };
            return (promise, Failure::Elsewhere);
        }
        let fate = self.promises.fate(*site);
        let failure = match &fate {
            PromiseOutcome::Awaited(at) => Failure::Awaited(*at),
            PromiseOutcome::Handled(Some(by)) => Failure::Handled(*by),
            _ => Failure::Elsewhere,
        };
        let promise = match fate {
            PromiseOutcome::Awaited(at) => self.awaited(*site, at),
            PromiseOutcome::Handled(_) => Promise::Handled,
            PromiseOutcome::Voided => Promise::Voided,
            PromiseOutcome::Returned(_) => Promise::Returned,
            PromiseOutcome::HandedOn => Promise::HandedOn,
            PromiseOutcome::Unknown => Promise::Unknown,
            PromiseOutcome::Dropped { whole, how } => self.dropped(*site, whole, how),
        };
        (promise, failure)
    }

    /// Returns the callback's `await`s that have no effect because the callback itself is not awaited.
    fn awaited(&self, site: Node, at: Node) -> Promise {
        let callback = if !self.promises.is_caught(at) { self.promises.function_around(at) } else { None };
        match callback.map(|function| self.promises.returned(function)) {
            Some(PromiseOutcome::Dropped { whole, how: how @ (DroppedBy::ForEach | DroppedBy::Map) }) => {
                self.dropped(site, whole, how)
            }
            // An emitter that captures rejections would see it; what is called later by itself is seen by nothing.
            Some(PromiseOutcome::Dropped { whole, how: DroppedBy::CalledBack(by) }) if is_timer(&by) => {
                self.dropped(site, whole, DroppedBy::CalledBack(by))
            }
            _ => Promise::Awaited,
        }
    }

    fn dropped(&self, site: Node, whole: Node, how: DroppedBy) -> Promise {
        let repairs = self.repairs(site, whole, &how);
        let range = self.promises.eval().units.range(whole);
        Promise::Dropped(Box::new(Dropped { whole: range, is_chain: whole != site, how, repairs }))
    }

    /// Returns the possible fixes of `whole`, best first; the promise is that of `site`. All of them change which code
    /// waits or where a failure goes, so that none is applied without being asked for.
    fn repairs(&self, site: Node, whole: Node, how: &DroppedBy) -> Vec<Repair> {
        let mut all = Vec::new();
        match how {
            DroppedBy::ForEach => {
                all.extend(self.each(whole, None));
                all.extend(self.caught_in_callback(site));
            }
            DroppedBy::Map => all.extend(self.joined(whole)),
            DroppedBy::AwaitedArray | DroppedBy::Nested(_) => all.extend(self.joined_in_place(whole)),
            // What an answer is compared with is nothing that it can be equal to.
            DroppedBy::Tested if self.is_compared(whole) => {}
            DroppedBy::Tested | DroppedBy::Text | DroppedBy::Written => all.extend(self.awaited_here(whole)),
            DroppedBy::Beside(_) | DroppedBy::CalledBack(_) => {}
            DroppedBy::MapWithoutReturn => all.extend(self.returned(whole).or_else(|| self.made_async(whole))),
            // An array of promises, and not one promise.
            DroppedBy::Unread(_)
                if self.promises.method_called(whole).is_some_and(|name| ListMethod::maps(&name))
                    || matches!(self.eval().units.kind(whole), ExprKind::Array(_)) =>
            {
                all.extend(self.joined(whole));
            }
            // A list of promises is to keep promises.
            DroppedBy::Unread(_) if matches!(self.promises.use_of(whole), Use::In(_, Role::Argument(_))) => {}
            DroppedBy::Unread(_) | DroppedBy::Logged => {
                all.extend(self.awaited_here(whole).or_else(|| self.named_async(whole)))
            }
            // `[promise, promise];`
            DroppedBy::Statement if matches!(self.eval().units.kind(whole), ExprKind::Array(_)) => {
                all.extend(self.joined(whole));
            }
            DroppedBy::Statement => {
                let around = self.for_each_around(whole);
                let waits: Vec<Repair> = match around {
                    Some(call) => self.each(call, Some(whole)).into_iter().collect(),
                    None => {
                        let here = self.awaited_here(whole).or_else(|| self.returned(whole));
                        here.into_iter().chain(self.named_async(whole)).collect()
                    }
                };
                let range = self.range(whole);
                let log = self.is_surely_promise(whole).then(|| {
                    let edit = TextEdit::insert(range.end(), ".catch(console.error)");
                    repair("Log the error with `.catch(console.error)`", vec![edit])
                });
                // A visitor is not to wait for Customer.io, nor to see it fail; what is tried is to be seen failing.
                let tried = self.promises.tries(whole).any(|(it, part)| part == TryPart::Block && it.handler.is_some());
                if self.answers(whole) && !tried {
                    all.extend(log);
                    all.extend(waits);
                } else {
                    all.extend(waits);
                    all.extend(log);
                }
                all.push(repair("Mark as intentionally not awaited with `void`", vec![insert(range.start(), "void ")]));
            }
        }
        all
    }

    /// Returns whether there is a promise whatever is called: the other functions of a table may return none.
    fn is_surely_promise(&self, call: Node) -> bool {
        let ExprKind::Call { callee, .. } = self.eval().units.kind(call) else { return true };
        let callee = self.eval().units.peeled(Node { unit: call.unit, expr: *callee });
        self.eval().chosen_from_table(callee, &None).is_none()
    }

    /// Returns whether a promise is an operand of `===` and its like.
    fn is_compared(&self, whole: Node) -> bool {
        let compares = |op| matches!(op, BinaryOp::Equal | BinaryOp::Unequal);
        matches!(self.promises.use_of(whole), Use::In(_, Role::Left(op) | Role::Right(op)) if compares(op))
    }

    /// `.catch(…)` after the call in an arrow without braces that is passed to a `forEach`.
    fn caught_in_callback(&self, site: Node) -> Option<Repair> {
        let (unit, id) = self.promises.function_around(site)?;
        let is_body = matches!(self.eval().units.unit(unit).functions[id.index()].body,
            Body::Expr(body) if unit == site.unit && self.eval().units.peeled(Node { unit, expr: body }) == site);
        let log = TextEdit::insert(self.range(site).end(), ".catch(console.error)");
        (is_body && self.is_surely_promise(site))
            .then(|| repair("Log the error with `.catch(console.error)`", vec![log]))
    }

    /// `await` in front, where it is allowed.
    fn awaited_here(&self, whole: Node) -> Option<Repair> {
        let edits = vec![self.awaiting(whole)];
        self.awaits(whole).then(|| repair("Await the promise", edits))
    }

    /// `await` in front; with the key where key and value are one word.
    fn awaiting(&self, whole: Node) -> TextEdit {
        let key = match self.promises.use_of(whole) {
            Use::In(object, Role::Kept) => match self.eval().units.kind(Node { unit: whole.unit, expr: object }) {
                ExprKind::Object(properties) => properties.iter().find_map(|property| match property {
                    Property::Entry { key: Key::Name(key), value, shorthand: true, .. } if *value == whole.expr => {
                        Some(key)
                    }
                    _ => None,
                }),
                _ => None,
            },
            _ => None,
        };
        let await_ = key.map_or_else(|| "await ".to_owned(), |key| format!("{key}: await "));
        insert(self.range(whole).start(), &await_)
    }

    /// `return` in front, where it is the last thing that a function does.
    fn returned(&self, whole: Node) -> Option<Repair> {
        self.returned_to(whole, false)
    }

    fn returned_to(&self, whole: Node, mapped: bool) -> Option<Repair> {
        let function = self.promises.function_around(whole)?;
        let edits = vec![insert(self.range(whole).start(), "return ")];
        self.is_last_statement(function, whole, mapped).then(|| repair("Return the promise", edits))
    }

    /// `async` before the function, `await` in front.
    fn made_async(&self, whole: Node) -> Option<Repair> {
        let (unit, id) = self.promises.function_around(whole)?;
        let head = self.eval().units.unit(unit).functions[id.index()].head;
        let head = self.eval().units.absolute(unit, TextRange { start: head, end: head });
        let edits = vec![insert(head.start(), "async "), self.awaiting(whole)];
        let title = "Make the function async and await the promise";
        let can = self.can_be_async((unit, id)) && !self.is_in_class_body(whole);
        can.then(|| repair(title, edits))
    }

    /// The same for a function that callers call by its name.
    fn named_async(&self, whole: Node) -> Option<Repair> {
        let function = self.promises.function_around(whole)?;
        if self.is_called_by_name(function) { self.made_async(whole) } else { None }
    }

    /// `Promise.all(…)` around an array that is awaited already, or that is among promises.
    fn joined_in_place(&self, array: Node) -> Option<Repair> {
        let range = self.range(array);
        let named =
            matches!(self.eval().units.kind(array), ExprKind::Ident(..) | ExprKind::Array(_) | ExprKind::Call { .. });
        let end = if self.eval().is_chained(array) { " ?? [])" } else { ")" };
        let edits = vec![insert(range.start(), "Promise.all("), insert(range.end(), end)];
        named.then(|| repair("Await all with `Promise.all`", edits))
    }

    /// Returns the promise that a `return` in a `try` hands on too early, and `await` for it.
    pub fn returned_early(&self, way: &[Node]) -> Option<(ReturnedEarly, Repair)> {
        let (returned, early) = self.promises.returned_early(*way.first()?)?;
        let edits = vec![insert(self.range(returned).start(), "await ")];
        let simple = matches!(
            self.eval().units.kind(returned),
            ExprKind::Call { .. } | ExprKind::Ident(..) | ExprKind::Member { .. } | ExprKind::Paren(_)
        );
        let edits = if simple {
            edits
        } else {
            vec![insert(self.range(returned).start(), "await ("), insert(self.range(returned).end(), ")")]
        };
        Some((early, repair("Await the promise", edits)))
    }

    /// `await Promise.all(…)` around an array of promises.
    fn joined(&self, array: Node) -> Option<Repair> {
        let range = self.range(array);
        // `xs?.map(f)` may be no array at all.
        let end = if self.eval().is_chained(array) { " ?? [])" } else { ")" };
        let edits = vec![insert(range.start(), "await Promise.all("), insert(range.end(), end)];
        self.awaits(array).then(|| repair("Await all with `Promise.all`", edits))
    }

    /// `xs.forEach(f)` as `await Promise.all(xs.map(f))`, or `Array.from(xs, f)` for a set; in a callback with braces,
    /// with `return` before its last statement.
    fn each(&self, call: Node, last: Option<Node>) -> Option<Repair> {
        let receiver = self.promises.receiver(call)?;
        let mut each = match self.walked(receiver)? {
            Walked::Array => {
                let between = TextRange { start: self.range(receiver).end, end: self.range(call).end };
                let written = self.rope.byte_slice(between.as_range()).to_string();
                let name = between.start() + written.find("forEach")?;
                let mut each = self.joined(call)?;
                each.edits.push(TextEdit::replace(TextRange::new(name, name + "forEach".len()), "map"));
                each
            }
            of => self.made_array(call, receiver, of)?,
        };
        if let Some(last) = last {
            each.edits.extend(self.returned_to(last, true)?.edits);
        }
        Some(each)
    }

    /// `await Promise.all(Array.from(set, f))`, for an `f` that looks at the values alone.
    fn made_array(&self, call: Node, receiver: Node, of: Walked) -> Option<Repair> {
        let ExprKind::Call { arguments, .. } = self.eval().units.kind(call) else { return None };
        let Some(Element::Item(first)) = arguments.first() else { return None };
        let first = Node { unit: call.unit, expr: *first };
        let ValueKind::Function(unit, function, _) = self.eval().value(first).kind else { return None };
        if self.eval().units.unit(unit).functions[function.index()].parameters > 1 || !self.awaits(call) {
            return None;
        }
        let (whole, named) = (self.range(call), self.range(receiver));
        let absent = if self.eval().is_chained(call) { " ?? []" } else { "" };
        let values = match (of, absent) {
            (Walked::Map, "") => ".values()",
            (Walked::Map, _) => "?.values()",
            _ => "",
        };
        let edits = vec![
            insert(named.start(), "await Promise.all(Array.from("),
            TextEdit::replace(
                TextRange { start: named.end, end: self.range(first).start },
                format!("{values}{absent}, "),
            ),
            insert(whole.end(), ")"),
        ];
        (named.start == whole.start).then(|| repair("Await all with `Promise.all`", edits))
    }

    /// The `forEach` whose callback contains an expression, when that callback is not `async`.
    fn for_each_around(&self, node: Node) -> Option<Node> {
        let (unit, id) = self.promises.function_around(node)?;
        let (call, at) = self.promises.callback_of((unit, id))?;
        let is_async = self.promises.eval().units.unit(unit).functions[id.index()].is_async;
        (at == 0 && !is_async && self.promises.method_called(call)? == "forEach").then_some(call)
    }

    fn eval(&self) -> &Eval<'_> {
        self.promises.eval()
    }

    fn range(&self, node: Node) -> TextRange {
        self.eval().units.range(node)
    }
}

fn repair(title: &str, edits: Vec<TextEdit>) -> Repair {
    Repair { title: title.to_owned(), edits, safe: false }
}

fn insert(at: usize, text: &str) -> TextEdit {
    TextEdit::insert(at, text)
}
