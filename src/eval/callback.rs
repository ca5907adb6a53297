//! The arguments that a function of the project passes to its callback: `withClient((client) => client.track(…))`.

use super::Eval;
use super::list_method::ListMethod;
use crate::facts::{BindingSource, Element, ExprKind, FunctionId};

use super::units::{Bound, Node, UnitId};
use super::value::{Value, agreement};

impl Eval<'_> {
    /// Returns the value of a parameter of a function written in place, by the arguments with which a function of the
    /// project calls it. `None` where that is not known.
    pub(super) fn handed_to_callback(&self, unit: UnitId, function: FunctionId, index: u32) -> Option<Value> {
        let (call, at) = self.taken_by(unit, function)?;
        if index == 0
            && let Some(handed) = self.handed_by_method(call, at)
        {
            return Some(handed);
        }
        let taker = self.own_call(call, &None)?;
        let parameter = self.parameter(taker.function, at)?;
        let given = self.units.calls_by_name(parameter, index).filter_map(|(_, given)| given);
        agreement(given.map(|given| self.narrowly(given, &None)).collect())
    }

    /// Returns any one of the elements with which a method of a list calls a function written in place:
    /// `users.map((user) => …)`.
    pub(super) fn handed_by_list(&self, unit: UnitId, function: FunctionId, index: u32) -> Option<Value> {
        let Some(list) = self.list_of(unit, function, index) else {
            return if index == 0 { self.result_so_far(unit, function) } else { None };
        };
        let values = self.eval(list, &None);
        let all_alike = self.handed_by_many(&values, "forEach", values.node);
        self.any_element(list, &values, all_alike, values.node)
    }

    /// Returns the expression of the list whose method calls a function written in place with an element as this
    /// argument.
    pub(super) fn list_of(&self, unit: UnitId, function: FunctionId, index: u32) -> Option<Node> {
        let (call, at) = self.taken_by(unit, function)?;
        let ExprKind::Call { callee, arguments } = self.units.kind(call) else { return None };
        let callee = self.units.peeled(Node { unit: call.unit, expr: *callee });
        let ExprKind::Member { object, property } = self.units.kind(callee) else { return None };
        // `Array.from(rows, (row) => …)`
        if let ("from", 1, 0, Some(Element::Item(list))) = (property.as_str(), at, index, arguments.first()) {
            let is_array =
                self.units.global_name(Node { unit: call.unit, expr: *object }).is_some_and(|it| it == "Array");
            return is_array.then_some(Node { unit: call.unit, expr: *list });
        }
        let hands_element = at == 0 && ListMethod::of(property).is_some_and(|it| it.hands.element_at(index));
        hands_element.then_some(Node { unit: call.unit, expr: *object })
    }

    /// Returns what a promise gives the function written in place that its `then` calls.
    pub(super) fn handed_by_promise(&self, unit: UnitId, function: FunctionId) -> Option<Value> {
        let (call, 0) = self.taken_by(unit, function)? else { return None };
        let ExprKind::Call { callee, .. } = self.units.kind(call) else { return None };
        match self.units.kind(self.units.peeled(Node { unit: call.unit, expr: *callee })) {
            ExprKind::Member { object, property } if property == "then" => {
                let promised = self.eval(Node { unit: call.unit, expr: *object }, &None);
                (!promised.kind.is_unknown()).then_some(promised)
            }
            _ => None,
        }
    }

    /// Returns the first argument that methods of promises and of lists pass to their callback:
    /// `connected().then((client) => …)`, `clients.map((client) => …)`.
    fn handed_by_method(&self, call: Node, at: u32) -> Option<Value> {
        let ExprKind::Call { callee, arguments } = self.units.kind(call) else { return None };
        let callee = self.units.peeled(Node { unit: call.unit, expr: *callee });
        let ExprKind::Member { object, property } = self.units.kind(callee) else { return None };
        // `Array.from(clients, (client) => …)`
        if let (1, "from", Some(Element::Item(list))) = (at, property.as_str(), arguments.first()) {
            let list = self.narrowly(Node { unit: call.unit, expr: *list }, &None);
            return match self.elements(&list) {
                Some(elements) => agreement(elements),
                None => self.each_of(&list, call),
            };
        }
        if at != 0 {
            return None;
        }
        let object = self.narrowly(Node { unit: call.unit, expr: *object }, &None);
        match property.as_str() {
            "then" => Some(object).filter(|promised| !promised.kind.is_unknown()),
            method if ListMethod::hands_each(method) => match self.elements(&object) {
                Some(elements) => agreement(elements),
                None => self.handed_by_many(&object, property, call),
            },
            _ => None,
        }
    }

    /// The call that a function is an argument of, and its place there.
    pub(super) fn taken_by(&self, unit: UnitId, function: FunctionId) -> Option<(Node, u32)> {
        let (expr, at) = self.units.functions(unit).taken(function)?;
        Some((Node { unit, expr }, at))
    }

    /// The parameter of a function at a place, when it is a plain name.
    pub fn parameter(&self, (unit, function): (UnitId, FunctionId), at: u32) -> Option<Bound> {
        let bindings = self.units.functions(unit).parameters(function).iter();
        let mut bindings = bindings.map(|binding| Bound { unit, binding: *binding });
        bindings.find(|bound| match &self.units.binding(*bound).source {
            BindingSource::Parameter { index, path, .. } => *index == at && path.is_empty(),
            _ => false,
        })
    }
}
