//! What becomes of a promise as rules see it, and what can be done where it is dropped.

use super::fate::{Fate, Fates};
use super::{Dropped, DroppedBy, Promise};
use crate::facts::{BindingSource, Body, Exported, Owner};
use crate::model::eval::FunctionRef;
use crate::model::files::FileNo;
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
    /// stands in the function that the one before it calls.
    pub fn promise(&self, way: &[Node]) -> Promise {
        let Some((site, inner)) = way.split_first() else { return Promise::Unknown };
        for (call, caller) in inner.iter().zip(way).rev() {
            let Some(own) = self.fates.eval().own_call(*caller, &None) else { return Promise::Unknown };
            if self.fates.passes(*call, own.function) {
                continue;
            }
            return match self.fates.fate(*call) {
                Fate::Dropped { .. } => Promise::Lost,
                Fate::Handled => Promise::Handled,
                Fate::Awaited(at) if self.fates.is_caught(at) => Promise::Handled,
                _ => Promise::Unknown,
            };
        }
        match self.fates.fate(*site) {
            Fate::Awaited(at) => self.awaited(*site, at),
            Fate::Handled => Promise::Handled,
            Fate::Voided => Promise::Voided,
            Fate::Returned(_) => Promise::Returned,
            Fate::HandedOn => Promise::HandedOn,
            Fate::Unknown => Promise::Unknown,
            Fate::Dropped { whole, how } => self.dropped(*site, whole, how),
        }
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

    fn repairs(&self, whole: Node, how: &DroppedBy) -> Vec<Repair> {
        let range = self.fates.eval().units.range(whole);
        let mut all = Vec::new();
        let before = |text: &str| TextEdit::insert(range.start(), text);
        match how {
            DroppedBy::MapWithoutReturn => {
                all.push(repair("Return the promise", false, vec![before("return ")]));
                return all;
            }
            DroppedBy::ForEach => {
                all.extend(self.each(whole));
                return all;
            }
            DroppedBy::Map => {
                if self.awaits(whole) {
                    let after = TextEdit::insert(range.end(), ")");
                    all.push(repair("Await all of them", false, vec![before("await Promise.all("), after]));
                }
                return all;
            }
            DroppedBy::Statement | DroppedBy::Unread(_) => {}
        }
        if let Some(call) = self.for_each_around(whole) {
            all.extend(
                self.each(call)
                    .map(|mut each| {
                        each.edits.push(before("return "));
                        each
                    })
                    .filter(|_| self.fates.function_around(whole).is_some_and(|it| self.is_last_statement(it, range))),
            );
        } else {
            match self.fates.function_around(whole) {
                Some((unit, id)) => {
                    let function = &self.fates.eval().units.unit(unit).functions[id.index()];
                    if function.is_async {
                        let once = self.fates.around(whole).loops.iter().all(|it| it.method.is_some());
                        all.push(repair("Await the promise", once, vec![before("await ")]));
                    } else if *how == DroppedBy::Statement && self.is_last_statement((unit, id), range) {
                        all.push(repair("Return the promise", false, vec![before("return ")]));
                    }
                    if self.can_be_async((unit, id)) {
                        let head = self
                            .fates
                            .eval()
                            .units
                            .absolute(unit, TextRange { start: function.head, end: function.head });
                        let edits = vec![TextEdit::insert(head.start(), "async "), before("await ")];
                        all.push(repair("Make the function async and await the promise", false, edits));
                    }
                }
                None if self.is_module() => all.push(repair("Await the promise", false, vec![before("await ")])),
                None => {}
            }
        }
        if *how == DroppedBy::Statement {
            let log = TextEdit::insert(range.end(), ".catch(console.error)");
            all.push(repair("Log its failure", false, vec![log]));
            all.push(repair("Mark it as not awaited on purpose", false, vec![before("void ")]));
        }
        all
    }

    /// The `forEach` whose callback an expression stands in, when that callback is not `async`.
    fn for_each_around(&self, node: Node) -> Option<Node> {
        let (unit, id) = self.fates.function_around(node)?;
        let (call, at) = self.fates.callback_of((unit, id))?;
        let is_async = self.fates.eval().units.unit(unit).functions[id.index()].is_async;
        (at == 0 && !is_async && self.fates.method_called(call)? == "forEach").then_some(call)
    }

    /// `xs.forEach(f)` as `await Promise.all(xs.map(f))`.
    fn each(&self, call: Node) -> Option<Repair> {
        let units = &self.fates.eval().units;
        let receiver = units.range(self.fates.receiver(call)?);
        let range = units.range(call);
        let between = TextRange { start: receiver.end, end: range.end };
        let text = self.rope.byte_slice(between.as_range()).to_string();
        let name = between.start() + text.find("forEach")?;
        let edits = vec![
            TextEdit::insert(range.start(), "await Promise.all("),
            TextEdit::replace(TextRange::new(name, name + "forEach".len()), "map"),
            TextEdit::insert(range.end(), ")"),
        ];
        self.awaits(call).then(|| repair("Await all of them", false, edits))
    }

    /// Whether `await` may stand where `node` does.
    fn awaits(&self, node: Node) -> bool {
        match self.fates.function_around(node) {
            Some((unit, id)) => self.fates.eval().units.unit(unit).functions[id.index()].is_async,
            None => self.is_module(),
        }
    }

    /// Whether nothing but closing braces and semicolons follows `range` in a function that returns nothing else.
    fn is_last_statement(&self, function: FunctionRef, range: TextRange) -> bool {
        let (unit, id) = function;
        let units = &self.fates.eval().units;
        let facts = &units.unit(unit).functions[id.index()];
        let Body::Unit(ordinal) = facts.body else { return false };
        let body = self.fates.body(function);
        let returns = !units.unit(units.child(unit, ordinal)).returns.is_empty();
        let plain = !returns && !facts.generator && facts.returns.is_none() && !self.is_constructor(function);
        if !plain || !body.contains(range) {
            return false;
        }
        let before = self.rope.byte_slice(body.start()..range.start()).to_string();
        let after = self.rope.byte_slice(range.end()..body.end()).to_string();
        let starts = before.trim_end().ends_with(['{', ';', '}']) || before.ends_with('\n');
        starts && after.trim_start_matches(|c: char| c == ';' || c.is_whitespace()) == "}"
    }

    /// Whether a function may become `async` without anybody minding: it returns nothing so far, says nothing of what it
    /// returns, and is given to nobody who may look at that.
    fn can_be_async(&self, function: FunctionRef) -> bool {
        let (unit, id) = function;
        let units = &self.fates.eval().units;
        let facts = &units.unit(unit).functions[id.index()];
        let Body::Unit(ordinal) = facts.body else { return false };
        let returns = !units.unit(units.child(unit, ordinal)).returns.is_empty();
        let named = self.fates.name_of(function).is_some() && !matches!(facts.owner, Owner::Object(_));
        !facts.is_async
            && !facts.generator
            && !returns
            && facts.returns.is_none()
            && named
            && self.fates.callback_of(function).is_none()
            && !self.is_constructor(function)
    }

    fn is_constructor(&self, (unit, id): FunctionRef) -> bool {
        self.fates.eval().units.unit(unit).classes.iter().any(|class| class.constructor == Some(id))
    }

    /// Whether the judged file is a module, where `await` may stand outside of functions.
    fn is_module(&self) -> bool {
        let units = &self.fates.eval().units;
        units.statements(FileNo::HERE).any(|statement| {
            let facts = units.unit(statement);
            let exports = facts.exports.iter().any(|export| !matches!(export.what, Exported::Value(_)) || export.name == "default");
            let imports = facts.bindings.iter().any(|binding| {
                matches!(&binding.source, BindingSource::Import { import, .. } if !facts.imports[*import as usize].require)
            });
            exports || imports
        })
    }
}

fn repair(title: &str, safe: bool, edits: Vec<TextEdit>) -> Repair {
    Repair { title: title.to_owned(), edits, safe }
}
