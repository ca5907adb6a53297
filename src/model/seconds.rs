//! Repairs that make a time whole Unix seconds: what to write, and where.

use super::eval::Eval;
use super::load::Load;
use super::repair::Repair;
use super::slots::{RawSlot, case_of};
use super::time::{DateLibrary, ReadAtLoad, Time, TimeCase, TimeSlot};
use super::units::{Bound, Lookup, Node};
use super::value::{Kind, Value};
use crate::facts::{BinaryOp, BindingSource, CastKind, ExprKind, UnaryOp};
use crate::text::{TextEdit, TextRange};
use ropey::Rope;
use rustc_hash::{FxHashMap, FxHashSet};

/// The slots with their cases and repairs, in the order of the text.
pub fn finish(eval: &Eval<'_>, rope: &Rope, raw: Vec<RawSlot>) -> Vec<TimeSlot> {
    let repairs = Repairs::new(eval, rope, &raw);
    let load = Load::new(eval);
    let mut slots: Vec<(TextRange, TimeSlot)> = Vec::new();
    for raw in &raw {
        let mut slot = raw.slot.clone();
        for value in raw.value.cases() {
            if let Some(mut case) = case_of(eval, raw, value) {
                case.repair = repairs.repair(raw, value, &case);
                case.read_at_load = load.read_for(raw.site, value).map(|read| ReadAtLoad {
                    place: eval.units.place(read),
                    repair: repairs.read_in_place(raw, value),
                });
                slot.cases.push(case);
            }
        }
        if let Some(first) = slot.cases.first() {
            slots.push((first.at, slot));
        }
    }
    slots.sort_by_key(|(at, _)| *at);
    slots.into_iter().map(|(_, slot)| slot).collect()
}

/// The expression of the judged file that stands for a value where it can be mended.
fn place(eval: &Eval<'_>, raw: &RawSlot, value: &Value) -> Option<Node> {
    let place = if raw.entry.is_foreign(eval) { raw.entry.own_site(eval, value) } else { value.place };
    place.is_here().then_some(place)
}

struct Repairs<'e, 'a> {
    eval: &'e Eval<'a>,
    rope: &'e Rope,
    /// How many slots want a variable as seconds, by the place of its declaration.
    wanted: FxHashMap<Bound, FxHashSet<Node>>,
    /// Where a variable's object is handed to the SDK.
    carriers: FxHashMap<Bound, FxHashSet<Node>>,
}

impl<'e, 'a> Repairs<'e, 'a> {
    fn new(eval: &'e Eval<'a>, rope: &'e Rope, raw: &[RawSlot]) -> Self {
        let mut repairs = Self { eval, rope, wanted: FxHashMap::default(), carriers: FxHashMap::default() };
        for raw in raw {
            for value in raw.value.cases() {
                if let Some(place) = place(eval, raw, value)
                    && let Some(bound) = repairs.variable(place)
                {
                    repairs.wanted.entry(bound).or_default().insert(place);
                }
            }
            if let (Some(holder), Some(carrier)) = (raw.entry.holder, raw.entry.carrier) {
                repairs.carriers.entry(holder).or_default().insert(carrier);
            }
        }
        repairs
    }

    /// The variable that an expression names.
    fn variable(&self, node: Node) -> Option<Bound> {
        let ExprKind::Ident(name, scope) = self.eval.units.kind(node) else { return None };
        match self.eval.units.lookup(node.unit, *scope, name) {
            Lookup::One(bound) => Some(bound),
            _ => None,
        }
    }

    fn repair(&self, raw: &RawSlot, value: &Value, case: &TimeCase) -> Option<Repair> {
        let place = place(self.eval, raw, value)?;
        // Where one expression stands for several things, no one edit there is right for all of them.
        let alone =
            raw.value.cases().iter().filter(|other| self::place(self.eval, raw, other) == Some(place)).count() == 1;
        let at = self.definition_to_mend(place, value).or(alone.then_some(place))?;
        let (title, text) = self.rewritten(at, value, case.time)?;
        let shorthand = raw.entry.entry.shorthand && at == raw.entry.entry.node;
        let text = if shorthand { format!("{}: {text}", raw.entry.entry.key) } else { text };
        // What else a function of the project does with its argument is not looked at.
        let sure = case.time != Time::Date(DateLibrary::Prisma);
        let safe = sure && raw.slot.through.is_none() && (raw.entry.carrier.is_none() || self.only_handed_over(raw));
        let edits = vec![TextEdit::replace(self.eval.units.range(at), text)];
        Some(Repair { title, edits, safe })
    }

    /// What makes the value in the initializer of the variable that stands in the slot, if every use of the variable is
    /// such a slot.
    fn definition_to_mend(&self, place: Node, value: &Value) -> Option<Node> {
        let bound = self.variable(place).filter(|_| value.node.is_here())?;
        let BindingSource::Variable { value: Some(expr), path, .. } = &self.eval.units.binding(bound).source else {
            return None;
        };
        let initial = self.eval.value(Node { unit: bound.unit, expr: *expr });
        let written_there = path.is_empty()
            && initial.cases().iter().any(|case| case.node == value.node && case.place == value.node)
            && self.eval.units.writes_to(bound).next().is_none();
        let wanted = self.wanted.get(&bound)?;
        let exported = self.eval.units.is_exported(bound);
        (written_there && !exported && self.eval.units.references(bound).all(|node| wanted.contains(&node)))
            .then_some(value.node)
    }

    /// Writes the initializer of the variable that stands in the slot into the call, where all its names mean the same.
    fn read_in_place(&self, raw: &RawSlot, value: &Value) -> Option<Repair> {
        let place = place(self.eval, raw, value)?;
        let bound = self.variable(place).filter(|bound| bound.unit.file == place.unit.file)?;
        let BindingSource::Variable { value: Some(initial), path, .. } = &self.eval.units.binding(bound).source else {
            return None;
        };
        let ExprKind::Ident(_, scope) = self.eval.units.kind(place) else { return None };
        let units = &self.eval.units;
        let initial = Node { unit: bound.unit, expr: *initial };
        let facts = units.unit(bound.unit);
        let range = facts.exprs[initial.expr.index()].range;
        let same = facts.exprs.iter().filter(|expr| range.contains(expr.range)).all(|expr| match &expr.kind {
            ExprKind::Ident(name, around) => {
                units.lookup(bound.unit, *around, name) == units.lookup(place.unit, *scope, name)
            }
            _ => true,
        });
        let text = self.text(initial);
        if !path.is_empty() || !same || text.contains('\n') || initial.unit == place.unit {
            return None;
        }
        let text = match raw.entry.entry.shorthand && place == raw.entry.entry.node {
            true => format!("{}: {text}", raw.entry.entry.key),
            false => text,
        };
        let edits = vec![TextEdit::replace(units.range(place), text)];
        Some(Repair { title: "Read the clock in the call".to_owned(), edits, safe: false })
    }

    /// Whether an object from elsewhere goes nowhere but to the SDK.
    fn only_handed_over(&self, raw: &RawSlot) -> bool {
        let Some(holder) = raw.entry.holder else { return false };
        let Some(carriers) = self.carriers.get(&holder) else { return false };
        !self.eval.units.is_exported(holder)
            && self
                .eval
                .units
                .references(holder)
                .all(|node| carriers.contains(&node) || self.eval.units.is_written_member(node))
    }

    /// What to write in the place of an expression, and what that is called.
    fn rewritten(&self, node: Node, value: &Value, time: Time) -> Option<(String, String)> {
        let text = self.text(node);
        let direct = value.node == node;
        let divide =
            || ("Divide by 1000 and round down".to_owned(), format!("Math.floor({} / 1000)", self.factor(node)));
        Some(match time {
            Time::Seconds => return None,
            Time::Milliseconds { literal: Some(number), text: false } if direct => {
                ("Divide by 1000".to_owned(), format!("{}", (number / 1000.0).floor()))
            }
            Time::Finer { per_second } if direct => {
                let Kind::Number(number) = value.kind else { return None };
                ("Use seconds".to_owned(), format!("{}", (number.value? / per_second).floor()))
            }
            Time::Finer { .. } => return None,
            Time::Milliseconds { text: true, .. } => {
                ("Divide by 1000 and round down".to_owned(), format!("Math.floor(Number({text}) / 1000)"))
            }
            Time::Milliseconds { .. } => match self.library_receiver(node, direct) {
                Some(object) => ("Use `unix()`".to_owned(), format!("{}.unix()", self.text(object))),
                None => divide(),
            },
            Time::FractionalSeconds { .. } => {
                let inner = self.unwrapped(node);
                ("Round down to whole seconds".to_owned(), format!("Math.floor({})", self.text(inner)))
            }
            Time::Date(library) => self.date(node, library),
            Time::DateText { .. } => match &value.kind {
                Kind::DateText { from: Some((object, library)), .. } if direct => self.date(*object, *library),
                _ => ("Parse into Unix seconds".to_owned(), format!("Math.floor(Date.parse({text}) / 1000)")),
            },
        })
    }

    /// A date object as seconds.
    fn date(&self, node: Node, library: DateLibrary) -> (String, String) {
        let object = self.operand(node);
        let title = "Convert to Unix seconds".to_owned();
        match library {
            DateLibrary::Moment | DateLibrary::Dayjs => ("Use `unix()`".to_owned(), format!("{object}.unix()")),
            DateLibrary::Luxon => (title, format!("Math.floor({object}.toSeconds())")),
            DateLibrary::Native | DateLibrary::Prisma if self.is_now(node) => {
                (title, "Math.floor(Date.now() / 1000)".to_owned())
            }
            DateLibrary::Native | DateLibrary::Prisma => (title, format!("Math.floor({object}.getTime() / 1000)")),
        }
    }

    /// `new Date()`, nothing else.
    fn is_now(&self, node: Node) -> bool {
        match self.eval.units.kind(super::call::peeled(self.eval, node)) {
            ExprKind::New { callee, arguments, .. } => {
                let callee = Node { unit: node.unit, expr: *callee };
                arguments.is_empty() && matches!(&self.eval.value(callee).kind, Kind::Global(name) if name == "Date")
            }
            _ => false,
        }
    }

    /// The moment or Day.js object in `object.valueOf()`.
    fn library_receiver(&self, node: Node, direct: bool) -> Option<Node> {
        let ExprKind::Call { callee, .. } = self.eval.units.kind(node) else { return None };
        let callee = Node { unit: node.unit, expr: *callee };
        let ExprKind::Member { object, .. } = self.eval.units.kind(callee) else { return None };
        let object = Node { unit: node.unit, expr: *object };
        match self.eval.value(object).kind {
            Kind::Date(DateLibrary::Moment | DateLibrary::Dayjs, _) if direct => Some(object),
            _ => None,
        }
    }

    fn text(&self, node: Node) -> String {
        self.rope.byte_slice(self.eval.units.range(node).as_range()).to_string()
    }

    fn unwrapped(&self, mut node: Node) -> Node {
        while let ExprKind::Paren(inner) = self.eval.units.kind(node) {
            node.expr = *inner;
        }
        node
    }

    /// The text of an expression as the left side of a division.
    fn factor(&self, node: Node) -> String {
        let binds_tighter = match self.eval.units.kind(node) {
            ExprKind::Binary(BinaryOp::Mul | BinaryOp::Div | BinaryOp::Rem, ..) | ExprKind::Await(_) => true,
            ExprKind::Unary(op, _) => *op != UnaryOp::Other,
            _ => self.is_operand(node),
        };
        if binds_tighter { self.text(node) } else { format!("({})", self.text(node)) }
    }

    /// The text of an expression as the left side of a dot.
    fn operand(&self, node: Node) -> String {
        if self.is_operand(node) { self.text(node) } else { format!("({})", self.text(node)) }
    }

    fn is_operand(&self, node: Node) -> bool {
        match self.eval.units.kind(node) {
            ExprKind::Ident(..)
            | ExprKind::This(_)
            | ExprKind::Member { .. }
            | ExprKind::Index { .. }
            | ExprKind::Call { .. }
            | ExprKind::Paren(_)
            | ExprKind::String(_)
            | ExprKind::Template(_)
            | ExprKind::Number(_)
            | ExprKind::Array(_)
            | ExprKind::Cast(_, CastKind::NonNull) => true,
            ExprKind::New { bare, .. } => !bare,
            _ => false,
        }
    }
}
