//! The results of the methods of lists, sets, maps and promises, and of the functions of the language that gather values:
//! `dates.at(-1)`, `rows.reduce(…)`, `new Map(rows.map(…))`, `Object.fromEntries(…)`, `Math.max(...times)`.

use super::Eval;
use super::arithmetic::number;
use super::list_method::{Gives, ListMethod};
use super::typed::is_of_use;
use super::units::{Bound, Lookup, Node, UnitId};
use super::value::{DateLibrary, Frame, Grain, Number, TimeUnit, Value, ValueKind, agreement};
use crate::facts::{BinaryOp, BindingSource, Body, Element, ExprId, ExprKind, FunctionId, PatternStep, Type};
use crate::sdk::Export;
use std::rc::Rc;

impl Eval<'_> {
    /// Returns the result of a method of lists, sets, maps and promises, when it is known by what they hold and by what
    /// the callback gives.
    pub(super) fn method_of_many(
        &self,
        receiver: &Value,
        name: &str,
        elements: &[Element],
        (node, frame): (Node, &Frame),
    ) -> Option<ValueKind> {
        let many = |each: Value| ValueKind::Many(Rc::new(each));
        let first = match elements.first() {
            Some(Element::Item(first)) => Some(Node { unit: node.unit, expr: *first }),
            _ => None,
        };
        let kind = match name {
            "join" => self.joined(receiver, elements, (node, frame))?,
            "get" => match &receiver.kind {
                ValueKind::Keyed(each) => each.kind.clone(),
                ValueKind::Typed(unit, ty) if matches!(self.units.unit(*unit).types[ty.index()], Type::Map(_)) => {
                    self.under_keys(receiver, node)?.kind
                }
                _ => return None,
            },
            "then" | "catch" | "finally" => {
                return self.method_of_promise(receiver, name, elements, (node, frame));
            }
            "values" => {
                let each = self.under_keys(receiver, node).or_else(|| self.each_of(receiver, node));
                many(each.filter(is_of_use)?)
            }
            "entries" => match self.under_keys(receiver, node) {
                Some(_) => many(self.pair_of(receiver, node)?),
                None => {
                    let each = self.each_of(receiver, node).filter(is_of_use)?;
                    many(self.pair(each, node))
                }
            },
            _ => return self.method_of_list(ListMethod::of(name)?.gives, receiver, first, elements, (node, frame)),
        };
        Some(kind)
    }

    /// Returns the result of a method of a promise of what `receiver` is.
    pub(super) fn method_of_promise(
        &self,
        receiver: &Value,
        name: &str,
        elements: &[Element],
        (node, frame): (Node, &Frame),
    ) -> Option<ValueKind> {
        let result = || match elements.first() {
            Some(Element::Item(callback)) => {
                self.result_of_callback(Node { unit: node.unit, expr: *callback }, node, frame)
            }
            _ => None,
        };
        match name {
            "then" => Some(result()?.kind),
            "catch" if !receiver.kind.is_unknown() => Some(Value::choice(node, [receiver.clone(), result()?]).kind),
            "finally" if !receiver.kind.is_unknown() => Some(receiver.kind.clone()),
            _ => None,
        }
    }

    fn method_of_list(
        &self,
        gives: Gives,
        receiver: &Value,
        first: Option<Node>,
        elements: &[Element],
        (node, frame): (Node, &Frame),
    ) -> Option<ValueKind> {
        let many = |each: Value| Some(ValueKind::Many(Rc::new(each)));
        let each = || self.each_of(receiver, node).filter(is_of_use);
        match gives {
            Gives::Element => Some(each()?.kind),
            Gives::Elements => match each() {
                Some(each) => many(each),
                None => many(self.instances(first?)?),
            },
            Gives::MoreElements => {
                let given = elements.iter().map(|element| match element {
                    Element::Item(expr) => {
                        let value = self.eval(Node { unit: node.unit, expr: *expr }, frame);
                        // `concat` takes lists and elements, `with` and `toSpliced` begin with places.
                        match value.kind {
                            ValueKind::Number(Number { unit: TimeUnit::Plain, .. }) => Some(None),
                            _ => self.each_of(&value, node).or(Some(value)).map(Some),
                        }
                    }
                    Element::Spread(Some(expr)) => {
                        self.each_of(&self.eval(Node { unit: node.unit, expr: *expr }, frame), node).map(Some)
                    }
                    Element::Spread(None) | Element::Hole => None,
                });
                let given: Vec<Option<Value>> = given.collect::<Option<_>>()?;
                many(agreement(given.into_iter().flatten().chain([each()?]).collect())?)
            }
            Gives::Inner => {
                let inner = self.each_of(receiver, node)?;
                many(self.each_of(&inner, node).filter(is_of_use)?)
            }
            Gives::LastResult => {
                let initial = match elements.get(1) {
                    Some(Element::Item(initial)) => self.eval(Node { unit: node.unit, expr: *initial }, frame),
                    None => each()?,
                    Some(_) => return None,
                };
                if let Some(object) = self.reduced(first?, &initial, (node, frame)) {
                    return Some(object);
                }
                let result = self.result_of_callback(first?, node, frame)?;
                // The sum of nothing is no time, but it is taken for one everywhere.
                let initial = (!is_zero(&initial)).then_some(initial);
                let all = result.cases().iter().cloned().chain(initial);
                Some(agreement(all.collect()).filter(is_of_use)?.kind)
            }
            // They are looked for when they are asked for.
            Gives::Results | Gives::InnerResults | Gives::Other => None,
        }
    }

    /// Returns the result of a function that a method is given to call, written in place or named.
    fn result_of_callback(&self, callback: Node, node: Node, frame: &Frame) -> Option<Value> {
        let ValueKind::Function(unit, function, made) = self.eval(callback, frame).kind else { return None };
        let result = self.returned(unit, function, node, &made);
        (!result.is_partial()).then_some(result)
    }

    /// Returns what the elements are that a function lets pass: `xs.filter((x) => x instanceof TrackClient)`.
    fn instances(&self, callback: Node) -> Option<Value> {
        let ValueKind::Function(unit, function, _) = self.value(callback).kind else { return None };
        let class = self.class_tested((unit, function))?;
        let kind = match self.value(class).kind {
            ValueKind::Export(Export::Client(client)) => ValueKind::Client(client, None),
            ValueKind::Class(unit, class) => ValueKind::Instance(unit, class, None),
            ValueKind::Global(name) if name == "Date" => ValueKind::Date(DateLibrary::Native, Grain::Unknown),
            _ => return None,
        };
        Some(Value::at(callback, kind))
    }

    /// The class that a function written in place tests its first parameter for: `(x) => x instanceof TrackClient`.
    pub(super) fn class_tested_by(&self, function: Node) -> Option<Node> {
        match self.units.kind(function) {
            ExprKind::Function(id) => self.class_tested((function.unit, *id)),
            _ => None,
        }
    }

    fn class_tested(&self, (unit, function): (UnitId, FunctionId)) -> Option<Node> {
        let (unit, result) = match self.units.unit(unit).functions[function.index()].body {
            Body::Expr(result) => (unit, result),
            Body::Unit(ordinal) => {
                let body = self.units.child(unit, ordinal);
                match self.units.unit(body).returns[..] {
                    [result] => (body, result),
                    _ => return None,
                }
            }
            Body::None => return None,
        };
        let result = self.units.peeled(Node { unit, expr: result });
        let ExprKind::Binary(BinaryOp::Instanceof, subject, class) = *self.units.kind(result) else { return None };
        let subject = self.units.peeled(Node { unit, expr: subject });
        let ExprKind::Ident(name, scope) = self.units.kind(subject) else { return None };
        let Lookup::One(bound) = self.units.lookup(unit, *scope, name) else { return None };
        match &self.units.binding(bound).source {
            BindingSource::Parameter { function: of, index: 0, path } if *of == function && path.is_empty() => {
                Some(Node { unit, expr: class })
            }
            _ => None,
        }
    }

    /// Returns the result of a function of the language that gathers values.
    pub(super) fn listed(&self, path: &str, elements: &[Element], node: Node, frame: &Frame) -> Option<ValueKind> {
        let given = |at: usize| match elements.get(at) {
            Some(Element::Item(expr)) => Some(self.eval(Node { unit: node.unit, expr: *expr }, frame)),
            _ => None,
        };
        let kind = match path {
            "Object.values" => {
                let of = given(0)?;
                ValueKind::Many(Rc::new(self.under_keys(&of, node).or_else(|| self.filled_later(&of, node))?))
            }
            "Object.entries" => {
                let of = given(0)?;
                match (self.filled_later(&of, node), &of.kind) {
                    (Some(each), _) => ValueKind::Many(Rc::new(self.pair(each, node))),
                    (None, ValueKind::Object(object)) => ValueKind::List(self.pairs_of(object, node)?),
                    _ => ValueKind::Many(Rc::new(self.pair_of(&of, node)?)),
                }
            }
            // With a function, it gives what that gives.
            "Array.from" if elements.len() == 1 => ValueKind::Many(Rc::new(self.each_of(&given(0)?, node)?)),
            "Promise.resolve" => given(0)?.kind,
            "Promise.all" => match given(0)? {
                Value { kind: kind @ (ValueKind::Array(..) | ValueKind::List(_) | ValueKind::Many(_)), .. } => kind,
                list => ValueKind::Many(Rc::new(self.each_of(&list, node).filter(is_of_use)?)),
            },
            "Promise.any" | "Promise.race" => self.each_of(&given(0)?, node).filter(is_of_use)?.kind,
            "Object.fromEntries" => match self.compacted(elements, node, frame) {
                Some(object) => object,
                None => self.keyed(&given(0)?, node)?,
            },
            "Object.groupBy" | "Map.groupBy" => {
                let each = self.each_of(&given(0)?, node).filter(is_of_use)?;
                let group = Value::at(node, ValueKind::Many(Rc::new(each)));
                ValueKind::Keyed(Rc::new(group))
            }
            "Math.max" | "Math.min" => self.outermost(elements, node, frame)?,
            "Math.max.apply" | "Math.min.apply" => {
                let all = self.each_of(&given(1)?, node)?;
                ValueKind::Number(Number::of(number(&all.kind)?.unit))
            }
            _ => return None,
        };
        Some(kind)
    }

    /// Returns the object whose entries are put into a new one, without those whose values are nothing:
    /// `Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined))`. A test of the keys, or of
    /// what the values are, may leave out anything.
    fn compacted(&self, elements: &[Element], node: Node, frame: &Frame) -> Option<ValueKind> {
        let [Element::Item(list)] = elements else { return None };
        let sibling = |expr: ExprId| self.units.peeled(Node { unit: node.unit, expr });
        let method = |call: Node| {
            let ExprKind::Call { callee, arguments } = self.units.kind(call) else { return None };
            let ExprKind::Member { object, property } = self.units.kind(sibling(*callee)) else { return None };
            let [Element::Item(given)] = &arguments[..] else { return None };
            Some((sibling(*object), property.as_str(), sibling(*given)))
        };
        let mut entries = sibling(*list);
        while let Some((object, "filter", test)) = method(entries) {
            if !self.tests_values_alone(test) {
                return None;
            }
            entries = object;
        }
        let (object, "entries", of) = method(entries)? else { return None };
        if self.units.global_name(object).is_none_or(|name| name != "Object") {
            return None;
        }
        let kind = self.eval(of, frame).kind;
        matches!(kind, ValueKind::Object(_)).then_some(kind)
    }

    /// Returns whether a function takes the value alone out of a pair, and does not ask what type it has.
    fn tests_values_alone(&self, test: Node) -> bool {
        let ExprKind::Function(function) = self.units.kind(test) else { return false };
        let parameters = self.units.functions(test.unit).parameters(*function);
        parameters.iter().all(|binding| {
            let bound = Bound { unit: test.unit, binding: *binding };
            let is_value = matches!(&self.units.binding(bound).source,
                BindingSource::Parameter { index: 0, path, .. } if matches!(path[..], [PatternStep::Index(1)]));
            let date = Value::at(test, ValueKind::Date(DateLibrary::Native, Grain::Unknown));
            is_value && !self.unless_sorted(date, bound).kind.is_unknown()
        })
    }

    /// Returns a map that a list of pairs is put into.
    pub(super) fn keyed(&self, pairs: &Value, node: Node) -> Option<ValueKind> {
        let each = match self.elements(pairs) {
            Some(pairs) => agreement(pairs.iter().map(|pair| self.element(pair, 1.0, node)).collect())?,
            None => match self.items(pairs) {
                items if !items.is_empty() => {
                    agreement(items.iter().map(|pair| self.element(pair, 1.0, node)).collect())?
                }
                _ => self.element(&self.each_of(pairs, node)?, 1.0, node),
            },
        };
        is_of_use(&each).then(|| ValueKind::Keyed(Rc::new(each)))
    }

    /// `[key, value]`
    pub(super) fn pair(&self, value: Value, node: Node) -> Value {
        Value::at(node, ValueKind::List(Rc::from([Value::at(node, ValueKind::Unknown), value])))
    }

    /// Returns the keys of an object with their values; `None` where there may be more.
    fn pairs_of(&self, object: &super::value::Object, node: Node) -> Option<Rc<[Value]>> {
        let entries = self.entries(object);
        let pair = |entry: &super::ObjectEntry| {
            let key = Value::at(node, ValueKind::Str(entry.key.clone()));
            let value = self.eval(entry.node, &entry.frame);
            Value::at(node, ValueKind::List(Rc::from([key, value])))
        };
        (!entries.open).then(|| entries.list.iter().map(pair).collect())
    }

    /// Returns the greatest or the least of several numbers, when all of them count the same.
    fn outermost(&self, elements: &[Element], node: Node, frame: &Frame) -> Option<ValueKind> {
        let mut all = Vec::new();
        for element in elements {
            match element {
                Element::Item(expr) => {
                    let given = Node { unit: node.unit, expr: *expr };
                    let value = self.eval(given, frame);
                    if elements.len() > 1 && (is_zero(&value) || self.is_so_far(given)) {
                        continue;
                    }
                    all.push(value);
                }
                Element::Spread(Some(expr)) => {
                    all.push(self.each_of(&self.eval(Node { unit: node.unit, expr: *expr }, frame), node)?);
                }
                Element::Spread(None) | Element::Hole => return None,
            }
        }
        let counted = all.iter().flat_map(Value::cases).map(|case| number(&case.kind));
        let counted: Option<Vec<Value>> =
            counted.map(|number| Some(Value::at(node, ValueKind::Number(number?)))).collect();
        match agreement(counted?)?.kind {
            ValueKind::Number(Number { unit, .. }) => Some(ValueKind::Number(Number::of(unit))),
            _ => None,
        }
    }

    /// Returns whether an expression is the result so far of a `reduce`: it is what the others are.
    fn is_so_far(&self, node: Node) -> bool {
        let node = self.units.peeled(node);
        let ExprKind::Ident(name, scope) = self.units.kind(node) else { return false };
        let Lookup::One(bound) = self.units.lookup(node.unit, *scope, name) else { return false };
        match &self.units.binding(bound).source {
            BindingSource::Parameter { function, index: 0, path } if path.is_empty() => {
                self.reducing(bound.unit, *function).is_some() && self.units.writes_to(bound).next().is_none()
            }
            _ => false,
        }
    }

    /// The call of `reduce` that calls a function written in place.
    pub(super) fn reducing(&self, unit: UnitId, function: FunctionId) -> Option<Node> {
        let (call, 0) = self.taken_by(unit, function)? else { return None };
        let ExprKind::Call { callee, .. } = self.units.kind(call) else { return None };
        match self.units.kind(self.units.peeled(Node { unit: call.unit, expr: *callee })) {
            ExprKind::Member { property, .. } => {
                ListMethod::of(property).filter(|it| it.gives == Gives::LastResult).map(|_| call)
            }
            _ => None,
        }
    }

    /// Returns the result so far that a `reduce` calls a function with, as far as it does not depend on the elements:
    /// the kind of what it begins with.
    pub(super) fn result_so_far(&self, unit: UnitId, function: FunctionId) -> Option<Value> {
        let call = self.reducing(unit, function)?;
        let ExprKind::Call { callee, arguments } = self.units.kind(call) else { return None };
        let sibling = |expr: ExprId| Node { unit: call.unit, expr };
        let mut initial = match arguments.get(1) {
            Some(Element::Item(initial)) => self.value(sibling(*initial)),
            None => {
                let ExprKind::Member { object, .. } = self.units.kind(self.units.peeled(sibling(*callee))) else {
                    return None;
                };
                self.each_of(&self.value(sibling(*object)), call).filter(is_of_use)?
            }
            Some(_) => return None,
        };
        if let ValueKind::Number(number) = &mut initial.kind {
            (number.value, number.ahead) = (None, None);
        }
        (is_of_use(&initial) || initial.kind.is_nothing()).then_some(initial)
    }
}

/// Returns whether a value is `0`, which is a time as well as anything else.
fn is_zero(value: &Value) -> bool {
    matches!(value.kind, ValueKind::Number(Number { value: Some(value), unit: TimeUnit::Plain, .. }) if value == 0.0)
}
