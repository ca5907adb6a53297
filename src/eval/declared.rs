//! The value that a type implies where the value itself is not known.

use super::Eval;
use super::list_method::ListMethod;
use super::units::{Lookup, Node, UnitId};
use super::value::ValueKind;
use crate::facts::{BindingSource, ExprKind, PatternStep, Type, TypeId};

/// The maximum number of names of types that lead from one to the next.
const MAX_NAMES: u32 = 8;

impl Eval<'_> {
    /// Returns whether an expression is declared with a type of its own: a union of literals, an enum, an alias, rather
    /// than any string or number. `false` where no type is seen.
    pub fn has_type_of_its_own(&self, node: Node) -> bool {
        self.said_type(node).is_some_and(|(unit, ty)| !self.is_any_primitive(unit, ty))
    }

    /// Returns whether an expression is declared to be one of the values that its type writes out: `"day" | "week"`, an
    /// enum. `false` where no type is seen.
    pub fn has_few_values(&self, node: Node) -> bool {
        self.said_type(node).is_some_and(|(unit, ty)| self.is_written_out(unit, ty, 0))
    }

    /// The type that a variable or a field is declared with.
    pub fn said_type(&self, node: Node) -> Option<(UnitId, TypeId)> {
        let node = self.units.peeled(node);
        match self.units.kind(node) {
            ExprKind::Member { object, property } => match self.value(Node { unit: node.unit, expr: *object }).kind {
                ValueKind::Typed(unit, ty) => self.field_type(unit, ty, property, 0),
                _ => None,
            },
            ExprKind::Ident(name, scope) => match self.units.lookup(node.unit, *scope, name) {
                Lookup::One(bound) => {
                    let binding = self.units.binding(bound);
                    let path = match &binding.source {
                        BindingSource::Parameter { path, .. } | BindingSource::Variable { path, .. } => &path[..],
                        _ => return None,
                    };
                    binding.ty.and_then(|ty| self.type_at(bound.unit, ty, path))
                }
                _ => None,
            },
            _ => None,
        }
    }

    /// The type that the elements of a list are declared with, also behind methods that leave them as they are. What is
    /// missing by its type may be missing behind `filter(Boolean)` too, which TypeScript does not see through.
    pub(super) fn element_type(&self, list: Node) -> Option<(UnitId, TypeId)> {
        let mut list = self.units.peeled(list);
        while let ExprKind::Call { callee, .. } = self.units.kind(list) {
            let callee = self.units.peeled(Node { unit: list.unit, expr: *callee });
            let ExprKind::Member { object, property } = self.units.kind(callee) else { return None };
            if !ListMethod::keeps(property) {
                return None;
            }
            list = self.units.peeled(Node { unit: list.unit, expr: *object });
        }
        let (unit, ty) = self.said_type(list)?;
        let ValueKind::Typed(unit, ty) = self.of_type(unit, ty, 0) else { return None };
        match self.units.unit(unit).types[ty.index()] {
            Type::List(each) => Some((unit, each)),
            _ => None,
        }
    }

    fn is_written_out(&self, unit: UnitId, ty: TypeId, depth: u32) -> bool {
        match &self.units.unit(unit).types[ty.index()] {
            Type::Literal(_) => true,
            Type::Union { parts, .. } => {
                !parts.is_empty() && parts.iter().all(|part| self.is_written_out(unit, *part, depth))
            }
            // It may be: nothing is said of it.
            Type::Named(..) if depth >= MAX_NAMES => {
                self.hit_type(unit);
                true
            }
            Type::Named(name, scope) => match self.units.lookup_type(unit, *scope, name) {
                Lookup::One(bound) => match &self.units.binding(bound).source {
                    BindingSource::Type(ty) => self.is_written_out(bound.unit, *ty, depth + 1),
                    _ => false,
                },
                Lookup::None => match self.units.lookup(unit, *scope, name) {
                    Lookup::One(bound) => matches!(self.units.binding(bound).source, BindingSource::Enum(_)),
                    _ => false,
                },
                Lookup::Several => false,
            },
            _ => false,
        }
    }

    /// The type of the value that a pattern takes.
    fn type_at(&self, mut unit: UnitId, mut ty: TypeId, path: &[PatternStep]) -> Option<(UnitId, TypeId)> {
        for step in path {
            match step {
                PatternStep::Key(key) => (unit, ty) = self.field_type(unit, ty, key, 0)?,
                PatternStep::Default(_) => {}
                PatternStep::Index(_) | PatternStep::Rest => return None,
            }
        }
        Some((unit, ty))
    }

    /// Remembers that a search through types stopped in a unit: they are named through too many other types.
    pub fn hit_type(&self, unit: UnitId) {
        self.hit(super::What::Steps, Node { unit, expr: crate::facts::ExprId(0) });
    }

    fn is_any_primitive(&self, unit: UnitId, ty: TypeId) -> bool {
        let types = &self.units.unit(unit).types;
        match &types[ty.index()] {
            Type::Primitive(_) => true,
            Type::Union { parts, .. } => parts.iter().all(|part| matches!(types[part.index()], Type::Primitive(_))),
            _ => false,
        }
    }
}
