//! Objects that are handed to functions, which may put something into them.

use super::Eval;
use crate::facts::{BindingSource, Element, ExprKind, FunctionId, Target};
use crate::model::call::{client_kind, peeled};
use crate::model::units::{Bound, Lookup, Node, UnitId};
use crate::model::value::Kind;
use crate::sdk::Export;

/// How many functions are followed inside one another.
const MAX_HANDS: u32 = 3;

/// Methods that read what they are given, on whatever they are called: those of logs.
const READERS: &[&str] = &["debug", "error", "fatal", "info", "log", "stringify", "trace", "verbose", "warn"];

/// Whether a method of a global object puts members into its first argument: `Object.assign`, `Reflect.set`.
pub fn puts_members(global: &str, method: &str) -> bool {
    matches!(global, "Object" | "Reflect")
        && matches!(method, "assign" | "defineProperties" | "defineProperty" | "set" | "setPrototypeOf")
}

impl Eval<'_> {
    /// Whether more may be in the object of a variable than is seen to be put there: it is handed to a function of which
    /// nothing is known, or to one that writes to it, or it goes by another name too.
    pub(super) fn may_be_filled(&self, bound: Bound) -> bool {
        if let Some(known) = self.filled.borrow().get(&bound) {
            return *known;
        }
        // While it is being found out, what leads back here adds nothing.
        self.filled.borrow_mut().insert(bound, false);
        let may = self.is_filled(bound, 0);
        self.filled.borrow_mut().insert(bound, may);
        may
    }

    fn is_filled(&self, bound: Bound, depth: u32) -> bool {
        self.units.references(bound).any(|place| {
            let facts = self.units.unit(place.unit);
            let is_it = |expr| peeled(self, Node { unit: place.unit, expr }) == place;
            let handed = facts.calls.iter().any(|expr| {
                let call = Node { unit: place.unit, expr: *expr };
                let (ExprKind::Call { arguments, .. } | ExprKind::New { arguments, .. }) = self.units.kind(call) else {
                    return false;
                };
                let at = arguments.iter().position(|it| matches!(it, Element::Item(expr) if is_it(*expr)));
                at.is_some_and(|at| !self.only_reads(call, at, depth))
            });
            let renamed = || {
                facts.bindings.iter().any(|binding| match &binding.source {
                    BindingSource::Variable { value: Some(value), path, .. } => path.is_empty() && is_it(*value),
                    _ => false,
                })
            };
            handed || renamed()
        })
    }

    /// Whether a call leaves the object alone that it is given as its argument at a place.
    fn only_reads(&self, call: Node, at: usize, depth: u32) -> bool {
        let (ExprKind::Call { callee, .. } | ExprKind::New { callee, .. }) = self.units.kind(call) else {
            return false;
        };
        let callee = peeled(self, Node { unit: call.unit, expr: *callee });
        if let ExprKind::Member { object, property } = self.units.kind(callee) {
            let object = Node { unit: call.unit, expr: *object };
            if READERS.contains(&property.as_str()) || client_kind(&self.narrowly(object, &None)).is_some() {
                return true;
            }
            if let ExprKind::Ident(name, scope) = self.units.kind(object)
                && self.units.lookup(object.unit, *scope, name) == Lookup::None
            {
                let reads = matches!(name.as_str(), "Array" | "JSON" | "Object" | "Reflect" | "console");
                return reads && (at > 0 || !puts_members(name, property));
            }
        }
        match self.narrowly(callee, &None).kind {
            Kind::Export(Export::Client(_) | Export::Request(_)) => true,
            Kind::Function(unit, function, _) => self.leaves_alone(unit, function, at, depth),
            _ => false,
        }
    }

    /// Whether a function of the project puts nothing into its parameter at a place.
    fn leaves_alone(&self, unit: UnitId, function: FunctionId, at: usize, depth: u32) -> bool {
        let bindings = self.units.unit(unit).bindings.iter().enumerate();
        let mut whole = bindings.filter_map(|(number, binding)| match &binding.source {
            BindingSource::Parameter { function: of, index, path } if *of == function && *index as usize == at => {
                Some(path.is_empty().then(|| Bound { unit, binding: crate::facts::BindingId(number as u32) }))
            }
            _ => None,
        });
        // What is taken apart is not written to.
        whole.all(|parameter| match parameter {
            Some(parameter) => {
                depth < MAX_HANDS && !self.is_written_to(parameter) && !self.is_filled(parameter, depth + 1)
            }
            None => true,
        })
    }

    fn is_written_to(&self, bound: Bound) -> bool {
        self.units.references(bound).any(|place| {
            let mut writes = self.units.unit(place.unit).writes.iter();
            writes.any(|write| matches!(&write.target, Target::Member(object, _) if *object == place.expr))
        })
    }
}
