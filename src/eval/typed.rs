//! Lists, maps and functions of which only the type is known: their elements.

use super::Eval;
use super::ask::{Answer, Question};
use super::units::{Node, UnitId};
use super::value::{Frame, TimeUnit, Value, ValueKind, agreement};
use crate::facts::{Element, ExprKind, FunctionId, Key, MemberKind, Type, TypeId};
use std::rc::Rc;

impl Eval<'_> {
    /// Returns the elements of an iterable, when they are all alike.
    pub(super) fn each_of(&self, value: &Value, node: Node) -> Option<Value> {
        let kind = match &value.kind {
            ValueKind::Many(each) => return Some((**each).clone().seen_at(node)),
            ValueKind::Array(array, frame) => {
                return self.each_of_array(*array, frame);
            }
            ValueKind::List(all) => return agreement(all.to_vec()),
            ValueKind::Keyed(_) => return self.pair_of(value, node),
            ValueKind::Typed(unit, ty) => match &self.units.unit(*unit).types[ty.index()] {
                Type::List(each) => self.of_type(*unit, *each, 0),
                Type::Tuple(parts) => {
                    let all = parts.iter().map(|part| Value::at(node, self.of_type(*unit, *part, 0)));
                    return agreement(all.collect());
                }
                Type::Map(_) => return self.pair_of(value, node),
                _ => return None,
            },
            // `users.map((user) => ({ … }))`
            ValueKind::Unknown => return agreement(self.items(value)),
            _ => return None,
        };
        (!kind.is_unknown()).then(|| Value::at(node, kind))
    }

    /// Returns the value that all elements of an array literal agree on.
    pub(super) fn each_of_array(&self, array: Node, frame: &Frame) -> Option<Value> {
        let answer = self.ask(
            Question::Each(array),
            frame,
            array,
            || Answer::Each(None),
            || {
                let ExprKind::Array(elements) = self.units.kind(array) else { return Answer::Each(None) };
                let all = elements.iter().map(|element| match element {
                    Element::Item(expr) => Some(self.eval(Node { unit: array.unit, expr: *expr }, frame)),
                    Element::Spread(Some(expr)) => {
                        self.each_of(&self.eval(Node { unit: array.unit, expr: *expr }, frame), array)
                    }
                    Element::Spread(None) | Element::Hole => None,
                });
                Answer::Each(all.collect::<Option<Vec<_>>>().and_then(agreement))
            },
        );
        if let Answer::Each(each) = answer { each } else { None }
    }

    /// Returns the values of a map or a record.
    pub(super) fn under_keys(&self, value: &Value, node: Node) -> Option<Value> {
        match &value.kind {
            ValueKind::Keyed(each) => Some((**each).clone().seen_at(node)),
            ValueKind::Typed(unit, ty) => match &self.units.unit(*unit).types[ty.index()] {
                Type::Map(each) | Type::Values(each) => Some(Value::at(node, self.of_type(*unit, *each, 0))),
                _ => None,
            },
            _ => None,
        }
    }

    /// Returns the declared type of all members of the object that a variable or a field holds:
    /// `const clients: Record<string, TrackClient> = {}`.
    pub(super) fn declared_values(&self, value: &Value, node: Node) -> Option<Value> {
        let ValueKind::Object(object) = &value.kind else { return None };
        let (unit, ty) = match (object.bound, &object.field) {
            (Some(bound), _) => match self.units.binding(bound).ty {
                Some(ty) => (bound.unit, ty),
                None => return self.client_kept_in(bound).map(|client| client.seen_at(node)),
            },
            (None, Some((unit, key))) => {
                let mut members = self.units.unit(*unit).classes.iter().flat_map(|class| &class.members);
                let ty = members.find_map(|member| match (&member.key, &member.kind) {
                    (Key::Name(name), MemberKind::Field { ty, .. }) if name == key => *ty,
                    _ => None,
                });
                (*unit, ty?)
            }
            (None, None) => return None,
        };
        let declared = Value::at(node, self.of_type(unit, ty, 0));
        self.under_keys(&declared, node).filter(is_of_use)
    }

    /// Returns the declared type of the members of an object that is created empty.
    pub(super) fn filled_later(&self, value: &Value, node: Node) -> Option<Value> {
        let ValueKind::Object(object) = &value.kind else { return None };
        let is_empty = matches!(self.units.kind(object.node), ExprKind::Object(properties) if properties.is_empty());
        if is_empty { self.declared_values(value, node) } else { None }
    }

    /// A list of clients that is empty where it is made, by its declared type: `const clients: TrackClient[] = []`.
    pub(super) fn filled_list(&self, value: Value, unit: UnitId, ty: Option<TypeId>) -> Value {
        let (ValueKind::Array(array, _), Some(ty)) = (&value.kind, ty) else { return value };
        if !matches!(self.units.kind(*array), ExprKind::Array(elements) if elements.is_empty()) {
            return value;
        }
        let ValueKind::Typed(unit, ty) = self.of_type(unit, ty, 0) else { return value };
        let Type::List(each) = self.units.unit(unit).types[ty.index()] else { return value };
        let is_client = |kind: ValueKind| matches!(kind, ValueKind::Client(..) | ValueKind::Instance(..));
        let holds_client = match self.of_type(unit, each, 0) {
            ValueKind::Typed(unit, ty) => match &self.units.unit(unit).types[ty.index()] {
                Type::Object(fields) => fields.iter().any(|(_, ty)| is_client(self.of_type(unit, *ty, 0))),
                _ => false,
            },
            kind => is_client(kind),
        };
        if holds_client { Value { kind: ValueKind::Typed(unit, ty), ..value } } else { value }
    }

    /// Returns a set or a map that a list is put into: `new Map(rows.map((row) => [row.id, row.date]))`.
    pub(super) fn filled(&self, node: Node, callee: Node, elements: &[Element], frame: &Frame) -> Option<ValueKind> {
        let [Element::Item(list)] = elements else { return None };
        let is_map = match self.units.global_name(callee)?.as_str() {
            "Map" | "WeakMap" => true,
            "Set" => false,
            _ => return None,
        };
        let list = self.eval(Node { unit: node.unit, expr: *list }, frame);
        if is_map {
            return match list.kind {
                ValueKind::Keyed(_) => Some(list.kind),
                _ => self.keyed(&list, node),
            };
        }
        let each = self.each_of(&list, node).filter(is_of_use)?;
        Some(ValueKind::Many(Rc::new(each)))
    }

    /// `[key, value]`
    pub(super) fn pair_of(&self, value: &Value, node: Node) -> Option<Value> {
        let each = self.under_keys(value, node)?;
        Some(Value::at(node, ValueKind::List(Rc::from([Value::at(node, ValueKind::Unknown), each]))))
    }

    /// The element of a list by a place or a key that is not known.
    pub(super) fn any_of(&self, value: &Value, node: Node) -> Option<Value> {
        let each = match value.kind {
            ValueKind::Keyed(_) => self.under_keys(value, node),
            ValueKind::Typed(unit, ty) => match self.units.unit(unit).types[ty.index()] {
                Type::Values(_) => self.under_keys(value, node),
                Type::Map(_) => None,
                _ => self.each_of(value, node),
            },
            _ => self.each_of(value, node),
        };
        each.filter(is_of_use)
    }

    /// The element of a tuple or a list of which the type is known.
    pub(super) fn typed_element(&self, value: &Value, at: f64, node: Node) -> Option<Value> {
        let ValueKind::Typed(unit, ty) = value.kind else { return self.any_of(value, node) };
        match &self.units.unit(unit).types[ty.index()] {
            Type::Tuple(parts) => {
                if at < 0.0 {
                    return None;
                }
                let part = parts.get(at as usize)?;
                Some(Value::at(node, self.of_type(unit, *part, 0)))
            }
            _ => self.any_of(value, node),
        }
    }

    /// Returns the first argument that a list, a set or a map passes to its callback.
    pub(super) fn handed_by_many(&self, receiver: &Value, method: &str, node: Node) -> Option<Value> {
        match method {
            "forEach" => self.under_keys(receiver, node).or_else(|| self.each_of(receiver, node)),
            _ => self.each_of(receiver, node),
        }
    }

    /// Returns the result of a call of a function of which only the type is known.
    pub(super) fn result_of(&self, function: &Value) -> Option<ValueKind> {
        let ValueKind::Typed(unit, ty) = function.kind else { return None };
        match &self.units.unit(unit).types[ty.index()] {
            Type::Function { result, .. } => Some(self.of_type(unit, *result, 0)),
            _ => None,
        }
    }

    /// Returns the declared type of one of a function's parameters.
    pub(super) fn declared_parameter(&self, unit: UnitId, function: FunctionId, at: u32) -> Option<ValueKind> {
        let declared = self.units.unit(unit).functions[function.index()].declared?;
        let ValueKind::Typed(unit, ty) = self.of_type(unit, declared, 0) else { return None };
        match &self.units.unit(unit).types[ty.index()] {
            Type::Function { parameters, .. } => Some(self.of_type(unit, *parameters.get(at as usize)?, 0)),
            _ => None,
        }
    }
}

/// Returns whether it is of use to know what all elements of a list are: clients, times, and what is told by its type.
/// Everything else depends on its elements, one by one.
pub(super) fn is_of_use(value: &Value) -> bool {
    match &value.kind {
        ValueKind::Client(..) | ValueKind::Instance(..) | ValueKind::Typed(..) | ValueKind::List(_) => true,
        ValueKind::Many(_) | ValueKind::Keyed(_) => true,
        ValueKind::Date(..) | ValueKind::DateText { .. } => true,
        ValueKind::Number(number) => number.unit != TimeUnit::Plain,
        _ => false,
    }
}
