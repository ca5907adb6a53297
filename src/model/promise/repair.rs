//! What becomes of a promise as rules see it, and what can be done where it is dropped.

use super::fate::{Fate, Fates};
use super::{Dropped, DroppedBy, Failure, Promise};
use crate::model::eval::Eval;
use crate::model::repair::Repair;
use crate::model::units::Node;
use crate::text::{TextEdit, TextRange};
use ropey::Rope;

/// Tells what becomes of promises.
pub struct Finder<'f, 'e, 'a> {
    /// Follows them.
    pub fates: &'f Fates<'e, 'a>,
    /// The text of the judged file.
    pub rope: &'f Rope,
}

impl Finder<'_, '_, '_> {
    /// What becomes of the promise of the last call of `way`, which the first one gets over the ones between: each
    /// stands in the function that the one before it calls. With it, where the call's failure goes.
    pub fn promise(&self, way: &[Node]) -> (Promise, Failure) {
        let Some((site, inner)) = way.split_first() else { return (Promise::Unknown, Failure::Elsewhere) };
        for (call, caller) in inner.iter().zip(way).rev() {
            let Some(own) = self.fates.eval().own_call(*caller, &None) else {
                return (Promise::Unknown, Failure::Elsewhere);
            };
            if self.fates.passes(*call, own.function) {
                continue;
            }
            let promise = match self.fates.fate(*call) {
                Fate::Dropped { .. } => Promise::Lost,
                Fate::Handled(_) => Promise::Handled,
                Fate::Awaited(at) if self.fates.is_caught(at) => Promise::Handled,
                _ => Promise::Unknown,
            };
            return (promise, Failure::Elsewhere);
        }
        let fate = self.fates.fate(*site);
        let failure = match &fate {
            Fate::Awaited(at) => Failure::Awaited(*at),
            Fate::Handled(Some(by)) => Failure::Handled(*by),
            _ => Failure::Elsewhere,
        };
        let promise = match fate {
            Fate::Awaited(at) => self.awaited(*site, at),
            Fate::Handled(_) => Promise::Handled,
            Fate::Voided => Promise::Voided,
            Fate::Returned(_) => Promise::Returned,
            Fate::HandedOn => Promise::HandedOn,
            Fate::Unknown => Promise::Unknown,
            Fate::Dropped { whole, how } => self.dropped(*site, whole, how),
        };
        (promise, failure)
    }

    /// What is awaited in a callback that nobody waits for is not waited for either.
    fn awaited(&self, site: Node, at: Node) -> Promise {
        let callback = self.fates.function_around(at).filter(|_| !self.fates.is_caught(at));
        match callback.map(|function| self.fates.returned(function)) {
            Some(Fate::Dropped { whole, how: how @ (DroppedBy::ForEach | DroppedBy::Map) }) => {
                self.dropped(site, whole, how)
            }
            _ => Promise::Awaited,
        }
    }

    fn dropped(&self, site: Node, whole: Node, how: DroppedBy) -> Promise {
        let repairs = self.repairs(whole, &how);
        let range = self.fates.eval().units.range(whole);
        Promise::Dropped(Box::new(Dropped { whole: range, is_chain: whole != site, how, repairs }))
    }

    /// What can be done about `whole`, best first.
    fn repairs(&self, whole: Node, how: &DroppedBy) -> Vec<Repair> {
        let mut all = Vec::new();
        match how {
            DroppedBy::ForEach => all.extend(self.each(whole, None)),
            DroppedBy::Map => all.extend(self.joined(whole)),
            DroppedBy::MapWithoutReturn => all.extend(self.returned(whole).or_else(|| self.made_async(whole))),
            DroppedBy::Unread(_) | DroppedBy::Logged => {
                all.extend(self.awaited_here(whole).or_else(|| self.named_async(whole)))
            }
            DroppedBy::Statement => {
                match self.for_each_around(whole) {
                    Some(call) => all.extend(self.each(call, Some(whole))),
                    None => {
                        all.extend(self.awaited_here(whole).or_else(|| self.returned(whole)));
                        all.extend(self.named_async(whole));
                    }
                }
                let range = self.range(whole);
                let log = TextEdit::insert(range.end(), ".catch(console.error)");
                all.push(repair("Log its failure", false, vec![log]));
                all.push(repair("Mark it as not awaited on purpose", false, vec![insert(range.start(), "void ")]));
            }
        }
        all
    }

    /// `await` in front, where it may stand. In a loop it changes more than that: one request waits for the other.
    fn awaited_here(&self, whole: Node) -> Option<Repair> {
        let once = self.fates.function_around(whole).is_some()
            && self.fates.around(whole).loops.iter().all(|it| it.method.is_some());
        let edits = vec![insert(self.range(whole).start(), "await ")];
        self.awaits(whole).then(|| repair("Await the promise", once, edits))
    }

    /// `return` in front, where it is the last thing that a function does.
    fn returned(&self, whole: Node) -> Option<Repair> {
        let function = self.fates.function_around(whole)?;
        let edits = vec![insert(self.range(whole).start(), "return ")];
        self.is_last_statement(function, whole).then(|| repair("Return the promise", false, edits))
    }

    /// `async` before the function, `await` in front.
    fn made_async(&self, whole: Node) -> Option<Repair> {
        let (unit, id) = self.fates.function_around(whole)?;
        let head = self.eval().units.unit(unit).functions[id.index()].head;
        let head = self.eval().units.absolute(unit, TextRange { start: head, end: head });
        let edits = vec![insert(head.start(), "async "), insert(self.range(whole).start(), "await ")];
        let title = "Make the function async and await the promise";
        self.can_be_async((unit, id)).then(|| repair(title, false, edits))
    }

    /// The same for a function that callers call by its name.
    fn named_async(&self, whole: Node) -> Option<Repair> {
        let function = self.fates.function_around(whole)?;
        self.made_async(whole).filter(|_| self.is_called_by_name(function))
    }

    /// `await Promise.all(…)` around an array of promises.
    fn joined(&self, array: Node) -> Option<Repair> {
        let range = self.range(array);
        let edits = vec![insert(range.start(), "await Promise.all("), insert(range.end(), ")")];
        self.awaits(array).then(|| repair("Await all of them", false, edits))
    }

    /// `xs.forEach(f)` as `await Promise.all(xs.map(f))`; in a callback with braces, with `return` before its last
    /// statement.
    fn each(&self, call: Node, last: Option<Node>) -> Option<Repair> {
        let receiver = self.range(self.fates.receiver(call)?);
        let between = TextRange { start: receiver.end, end: self.range(call).end };
        let name = between.start() + self.rope.byte_slice(between.as_range()).to_string().find("forEach")?;
        let mut each = self.joined(call)?;
        each.edits.push(TextEdit::replace(TextRange::new(name, name + "forEach".len()), "map"));
        if let Some(last) = last {
            each.edits.extend(self.returned(last)?.edits);
        }
        Some(each)
    }

    /// The `forEach` whose callback an expression stands in, when that callback is not `async`.
    fn for_each_around(&self, node: Node) -> Option<Node> {
        let (unit, id) = self.fates.function_around(node)?;
        let (call, at) = self.fates.callback_of((unit, id))?;
        let is_async = self.fates.eval().units.unit(unit).functions[id.index()].is_async;
        (at == 0 && !is_async && self.fates.method_called(call)? == "forEach").then_some(call)
    }

    fn eval(&self) -> &Eval<'_> {
        self.fates.eval()
    }

    fn range(&self, node: Node) -> TextRange {
        self.eval().units.range(node)
    }
}

fn repair(title: &str, safe: bool, edits: Vec<TextEdit>) -> Repair {
    Repair { title: title.to_owned(), edits, safe }
}

fn insert(at: usize, text: &str) -> TextEdit {
    TextEdit::insert(at, text)
}
