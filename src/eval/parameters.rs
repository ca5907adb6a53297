//! The value of a parameter: by the call, by its type, by the list whose elements it takes, by its default.

use super::Eval;
use super::frames::call_of;
use super::units::{Bound, Node, UnitId};
use super::value::{Frame, Value, ValueKind};
use crate::facts::{FunctionId, PatternStep};

impl Eval<'_> {
    /// Returns the value of what a parameter at a place of a function is called, or of a part of it that a pattern takes.
    /// `node` names it.
    pub(super) fn parameter_value(
        &self,
        (bound, node): (Bound, Node),
        (unit, function, index): (UnitId, FunctionId, u32),
        path: &[PatternStep],
        frame: &Frame,
    ) -> Value {
        let binding = self.units.binding(bound);
        let unknown = || Value::at(node, ValueKind::Unknown);
        if self.units.writes_to(bound).next().is_some() {
            return self.or_type(unknown(), unit, binding.ty, path, node);
        }
        let taken = self.taken_beside(bound);
        let given = match path.first() {
            // `({ id, ...attributes })`
            Some(PatternStep::Rest) if let Some(taken) = taken => {
                let given = self.given(frame, (unit, function), index, node);
                given.map(|given| self.rest_of(given, taken, None, node))
            }
            Some(PatternStep::Rest) => self.given_from(frame, (unit, function), index, node),
            _ => match call_of(frame, (unit, function)) {
                Some(_) => self.given(frame, (unit, function), index, node),
                None => self.given_in_place(frame, (unit, function), index, node),
            },
        };
        match given {
            Some(value) if !value.kind.is_unknown() => {
                let path = if path.first() == Some(&PatternStep::Rest) { &path[1..] } else { path };
                let value = self.walk(value, path, unit, node, frame).passed_to(node);
                self.handed_over(self.unless_sorted(value, bound), bound)
            }
            given => {
                let mut typed = self.or_type(unknown(), unit, binding.ty, path, node);
                if binding.ty.is_none()
                    && let Some(kind) = self.declared_parameter(unit, function, index)
                {
                    typed = self.walk(Value::at(node, kind), path, unit, node, frame);
                }
                if typed.kind.is_unknown()
                    && index == 0
                    && let Some(kind) = self.given_by_platform(unit, function)
                {
                    return self.walk(Value::at(node, kind), path, unit, node, frame);
                }
                // Only who looks for clients asks what a callback is called with: it is a long way.
                if self.narrow.get()
                    && typed.kind.is_unknown()
                    && let Some(handed) = self.handed_to_callback(unit, function, index)
                {
                    return self.walk(handed, path, unit, node, frame);
                }
                if typed.kind.is_unknown()
                    && index < 2
                    && let Some(element) =
                        self.handed_by_list(unit, function, index).or_else(|| self.handed_by_promise(unit, function))
                {
                    let element = self.walk(element, path, unit, node, frame);
                    if !element.kind.is_unknown() {
                        return self.unless_sorted(element, bound);
                    }
                }
                if self.narrow.get()
                    && typed.kind.is_unknown()
                    && let Some(given) = self.given_by_callers(bound, (unit, function), index)
                {
                    let given = self.walk(given, path, unit, node, frame).passed_to(node);
                    if matches!(given.kind, ValueKind::Client(..)) {
                        return given;
                    }
                }
                if typed.kind.is_unknown()
                    && let Some(handed) = self.handed_over_to(bound, node)
                {
                    return handed;
                }
                let value = self.with_default(typed, path, unit, node, frame);
                // What is not known is made where it is given: the expression may tell something still.
                match given {
                    Some(given) if value.kind.is_unknown() && path.is_empty() => given.passed_to(node),
                    _ => value,
                }
            }
        }
    }

    /// Remembers the parameter to which a literal is passed, for the changes to it there.
    fn handed_over(&self, mut value: Value, parameter: Bound) -> Value {
        if let ValueKind::Object(object) = &mut value.kind
            && object.is_loose()
        {
            object.parameter = Some(parameter);
        }
        value
    }

    /// A parameter that nothing is known of may still be its default.
    fn with_default(&self, value: Value, path: &[PatternStep], unit: UnitId, node: Node, frame: &Frame) -> Value {
        match path {
            [.., PatternStep::Default(expr)] => {
                let default = self.eval(Node { unit, expr: *expr }, frame);
                Value::choice(node, [value, default])
            }
            _ => value,
        }
    }
}
