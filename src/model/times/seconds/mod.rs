//! Repairs that make a time whole Unix seconds: where they go. The replacements are in [`written`].

mod code;
mod forms;
mod written;

use crate::eval::Eval;
use crate::eval::units::{Bound, Lookup, Node};
use crate::eval::value::{Value, ValueKind};
use crate::facts::{BindingSource, ExprKind};
use crate::flow::load::Load;
use crate::model::times::slots::{RawSlot, case_of};
use crate::model::times::time::{DateLibrary, ReadAtLoad, Time, TimeCase, TimeSlot};
use crate::text::Repair;
use crate::text::{TextEdit, TextRange};
use ropey::Rope;
use rustc_hash::{FxHashMap, FxHashSet};
use written::Writer;

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

/// The expression of the analyzed file that stands for a value where it can be fixed.
fn place(eval: &Eval<'_>, raw: &RawSlot, value: &Value) -> Option<Node> {
    let place = if raw.entry.is_foreign(eval) { raw.entry.own_site(eval, value) } else { value.place };
    place.is_here().then_some(place)
}

struct Repairs<'e, 'a> {
    eval: &'e Eval<'a>,
    rope: &'e Rope,
    /// The slots that want a variable as seconds, by the place of its declaration.
    wanted: FxHashMap<Bound, FxHashSet<Node>>,
    /// The places where a variable's object is passed to the SDK.
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
        let writer = Writer { eval: self.eval, rope: self.rope, frame: &raw.entry.entry.frame };
        let (at, written) = match self.definition_to_mend(place, value).and_then(|at| Some((at, writer.write(at)?))) {
            Some(found) => found,
            None => {
                let at = writer.root(place);
                (at, writer.write(at)?)
            }
        };
        if self.wants_a_date(raw, value, place) {
            return None;
        }
        let shorthand = raw.entry.entry.shorthand && at == raw.entry.entry.node;
        let text = if shorthand { format!("{}: {}", raw.entry.entry.key, written.text) } else { written.text };
        // What else a function of the project does with its argument is not looked at.
        let sure = case.time != Time::Date(DateLibrary::Prisma);
        let safe = sure
            && written.safe
            && raw.slot.through.is_none()
            && (raw.entry.carrier.is_none() || self.only_handed_over(raw));
        let edits = vec![TextEdit::replace(self.eval.units.range(at), text)];
        Some(Repair { title: written.title.to_owned(), edits, safe })
    }

    /// Returns whether a type between the value and the SDK says that there is a date, so that a number would not fit.
    fn wants_a_date(&self, raw: &RawSlot, value: &Value, place: Node) -> bool {
        let is_date = |kind: ValueKind| matches!(kind, ValueKind::Date(..));
        // What stands for the value behind the place: the parameters of the functions that hand it on.
        let mut behind = value.own_places().take_while(|node| *node != place);
        let parameter = behind.any(|node| {
            self.variable(node).is_some_and(|bound| {
                let ty = self.eval.units.binding(bound).ty;
                ty.is_some_and(|ty| is_date(self.eval.kind_of_type(bound.unit, ty)))
            })
        });
        let held = raw.entry.holder.is_some_and(|holder| {
            let ty = self.eval.units.binding(holder).ty;
            ty.is_some_and(|ty| match self.eval.kind_of_type(holder.unit, ty) {
                ValueKind::Typed(unit, ty) => is_date(self.eval.kind_of_field(unit, ty, &raw.entry.entry.key)),
                _ => false,
            })
        });
        parameter || held
    }

    /// The initializer of the variable in the slot, if every use of the variable is such a slot.
    fn definition_to_mend(&self, place: Node, value: &Value) -> Option<Node> {
        let bound = self.variable(place)?;
        if !value.node.is_here() {
            return None;
        }
        let binding = self.eval.units.binding(bound);
        let BindingSource::Variable { value: Some(expr), path, .. } = &binding.source else { return None };
        let initializer = Node { unit: bound.unit, expr: *expr };
        let initial = self.eval.value(initializer);
        let written_there = path.is_empty()
            && binding.ty.is_none()
            && initial.cases().iter().any(|case| case.node == value.node && case.place == value.node)
            && self.eval.units.writes_to(bound).next().is_none();
        let wanted = self.wanted.get(&bound)?;
        let exported = self.eval.units.is_exported(bound);
        (written_there && !exported && self.eval.units.references(bound).all(|node| wanted.contains(&node)))
            .then_some(initializer)
    }

    /// Writes the initializer of the variable in the slot into the call, where all its names mean the same.
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
        let text = if raw.entry.entry.shorthand && place == raw.entry.entry.node {
            format!("{}: {text}", raw.entry.entry.key)
        } else {
            text
        };
        let edits = vec![TextEdit::replace(units.range(place), text)];
        Some(Repair { title: "Read the clock in the call".to_owned(), edits, safe: false })
    }

    /// Returns whether an object from elsewhere goes nowhere but to the SDK.
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

    fn text(&self, node: Node) -> String {
        self.rope.byte_slice(self.eval.units.range(node).as_range()).to_string()
    }
}
