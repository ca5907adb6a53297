//! Calls and constructions.

use super::Eval;
use super::arguments::Arguments;
use super::units::{Node, UnitId};
use super::value::DateLibrary;
use super::value::{Frame, Grain, Number, TimeUnit, Value, ValueKind};
use super::wrapper::OwnCall;
use crate::facts::{Body, Element, ExprKind, FunctionId};
use crate::sdk::{ClientKind, Export};

impl Eval<'_> {
    /// Returns the values of the elements of an argument list.
    pub fn arguments(&self, unit: UnitId, elements: &[Element], frame: &Frame) -> Arguments {
        let mut list = Vec::new();
        for element in elements {
            match element {
                Element::Item(expr) => list.push(self.eval(Node { unit, expr: *expr }, frame)),
                Element::Spread(Some(expr)) => {
                    // A rest parameter handed on, or an array literal.
                    let spread = self.eval(Node { unit, expr: *expr }, frame);
                    match self.elements(&spread) {
                        Some(elements) => list.extend(elements),
                        None => return Arguments { list, closed: false },
                    }
                }
                Element::Spread(None) => return Arguments { list, closed: false },
                Element::Hole => {}
            }
        }
        Arguments { list, closed: true }
    }

    pub(super) fn call(&self, node: Node, callee: Node, elements: &[Element], frame: &Frame) -> Value {
        // A method first by what it is called on: nothing is looked up in a client.
        if let ExprKind::Member { object, property } = self.units.kind(callee) {
            let object = Node { unit: callee.unit, expr: *object };
            if property == "bind"
                && let Some(bound) = self.bound_method(object, elements, frame)
            {
                return Value::at(node, bound);
            }
            let receiver = self.eval(object, frame);
            // `import("customerio-node").then((sdk) => …)`, `connect().catch(() => null)`
            if matches!(receiver.kind, ValueKind::Client(..) | ValueKind::Sdk(_) | ValueKind::Module(_))
                && let Some(kind) = self.method_of_promise(&receiver, property, elements, (node, frame))
            {
                return Value::at(node, kind);
            }
            // `AnalyticsBrowser.load({ writeKey })`
            if property == "load"
                && let ValueKind::Export(Export::Client(kind @ ClientKind::CdpBrowser))
                | ValueKind::Client(kind @ ClientKind::CdpBrowser, _) = receiver.kind
            {
                return Value::at(node, ValueKind::Client(kind, Some(node)));
            }
            if matches!(receiver.kind, ValueKind::Client(..)) {
                return Value::at(node, ValueKind::Unknown);
            }
            let method = self.member(&receiver, property, callee);
            return match method.kind {
                _ if method.cases().iter().all(|case| case.kind.is_unknown()) => {
                    if let Some(kind) = self.method_of_many(&receiver, property, elements, (node, frame)) {
                        return Value::at(node, kind);
                    }
                    let arguments = self.arguments(node.unit, elements, frame);
                    let environment = self
                        .checked_by_schema(object, property, &arguments)
                        .or_else(|| self.looked_up(&receiver, object, property, &arguments));
                    let kind =
                        environment.unwrap_or_else(|| super::builtin::method(&receiver, object, property, &arguments));
                    if kind.is_unknown()
                        && let Some((holder, name)) = self.taken_by_name(node)
                        && let Some(handed) = self.handed_over_as(holder, name, node)
                    {
                        return handed;
                    }
                    Value::at(node, if kind.is_unknown() { self.contained(node, frame) } else { kind })
                }
                _ => self.apply(method, Some(receiver), node, elements, frame),
            };
        }
        let function = self.eval(callee, frame);
        self.apply(function, None, node, elements, frame)
    }

    fn apply(&self, function: Value, this: Option<Value>, node: Node, elements: &[Element], frame: &Frame) -> Value {
        match function.kind {
            ValueKind::Function(unit, function, made) => {
                let own = OwnCall { function: (unit, function), made, this, arguments: elements };
                let inner = self.enter(own, node, frame, self.rivals(frame));
                let result = self.returned(unit, function, node, &inner);
                match Some(()).filter(|()| result.kind.is_unknown()).and_then(|()| self.kept_of(node, frame)) {
                    Some(kept) => Value::at(node, kept),
                    None => result,
                }
            }
            ValueKind::Typed(..) => Value::at(node, self.result_of(&function).unwrap_or(ValueKind::Unknown)),
            ValueKind::Global(path) => {
                if let Some(kind) = self.listed(&path, elements, node, frame) {
                    return Value::at(node, kind);
                }
                let arguments = self.arguments(node.unit, elements, frame);
                Value::at(node, self.global(&path, &arguments, node)).seen_at(node)
            }
            ValueKind::Package(module, path) => {
                let arguments = self.arguments(node.unit, elements, frame);
                let environment = self.checked_by_package(&module, &path, &arguments);
                Value::at(node, environment.unwrap_or_else(|| super::builtin::package(&module, &path, &arguments)))
            }
            ValueKind::Sender(sender) => {
                sender.made_by(node, frame).unwrap_or_else(|| Value::at(node, self.contained(node, frame)))
            }
            ValueKind::Unknown => Value::at(node, self.contained(node, frame)),
            _ => Value::at(node, ValueKind::Unknown),
        }
    }

    /// Returns the result of a function, seen at `node`.
    pub(super) fn returned(&self, unit: UnitId, function: FunctionId, node: Node, frame: &Frame) -> Value {
        let facts = &self.units.unit(unit).functions[function.index()];
        if facts.generator {
            return Value::at(node, ValueKind::Unknown);
        }
        let value = match facts.body {
            Body::None => Value::at(node, ValueKind::Unknown),
            Body::Expr(expr) => self.eval(Node { unit, expr }, frame),
            Body::Unit(ordinal) => {
                let body = self.units.child(unit, ordinal);
                let returns = self.live_returns(body, frame);
                let values = returns.iter().map(|expr| self.eval(Node { unit: body, expr: *expr }, frame));
                let values: Vec<Value> = values.collect();
                match values.len() {
                    0 => Value::at(node, ValueKind::Undefined),
                    _ => Value::choice(node, values),
                }
            }
        };
        self.or_type(value, unit, facts.returns, &[], node).seen_at(node)
    }

    pub(super) fn construct(&self, node: Node, callee: Node, elements: &[Element], frame: &Frame) -> Value {
        let class = self.eval(callee, frame);
        let kind = match class.kind {
            ValueKind::Export(Export::Client(kind)) => ValueKind::Client(kind, Some(node)),
            ValueKind::Export(Export::Request(class)) => ValueKind::Request(class),
            ValueKind::Sdk(module) if module.is_class() => ValueKind::Client(ClientKind::Legacy, Some(node)),
            ValueKind::Class(unit, class) => {
                let made = self.constructed((unit, class), elements, node, frame);
                ValueKind::Instance(unit, class, made)
            }
            ValueKind::Global(name) if name == "Date" => {
                let arguments = self.arguments(node.unit, elements, frame);
                ValueKind::Date(DateLibrary::Native, super::builtin::date_grain(&arguments))
            }
            ValueKind::Package(module, path) => super::prisma::made(&module, &path),
            // `new Map<string, TrackClient>()`
            _ => match self.units.unit(node.unit).said_of(node.expr) {
                Some(ty) => self.of_type(node.unit, ty, 0),
                None => self.filled(node, callee, elements, frame).unwrap_or(ValueKind::Unknown),
            },
        };
        Value::at(node, kind)
    }

    /// A call of a global function.
    fn global(&self, path: &str, arguments: &Arguments, node: Node) -> ValueKind {
        use super::arithmetic::{number, rounded};
        let first = arguments.list.first();
        let each = |turn: &dyn Fn(&ValueKind) -> ValueKind| -> ValueKind {
            let Some(value) = first else { return ValueKind::Unknown };
            // A choice stays one: each case is turned by itself, and all must be known.
            let cases: Vec<Value> = value.cases().iter().map(|case| Value::at(node, turn(&case.kind))).collect();
            match cases.as_slice() {
                [only] => only.kind.clone(),
                _ => super::value::agreement(cases).map_or(ValueKind::Unknown, |value| value.kind),
            }
        };
        match path {
            "Date.now" => {
                ValueKind::Number(Number { ahead: Some(0.0), ..Number::of(TimeUnit::Milliseconds(Grain::Fine)) })
            }
            "BigInt" | "BigInt.asIntN" | "BigInt.asUintN" => ValueKind::BigInt,
            "Date.parse" => {
                ValueKind::Number(Number::of(TimeUnit::Milliseconds(super::builtin::date_grain(arguments))))
            }
            "Date.UTC" => {
                let whole = arguments.closed && arguments.list.len() <= 6;
                let grain = if whole { Grain::Whole } else { Grain::Unknown };
                ValueKind::Number(Number::of(TimeUnit::Milliseconds(grain)))
            }
            "Date" => ValueKind::DateText { iso: false, day: false, from: None },
            "Deno.env.get" => match first.and_then(Value::as_str) {
                Some(name) => ValueKind::Env(name.clone()),
                None => ValueKind::Unknown,
            },
            "performance.now" => ValueKind::Number(Number::plain(None)),
            "Number" | "parseFloat" | "Number.parseFloat" => {
                each(&|kind| number(kind).map_or(ValueKind::Unknown, ValueKind::Number))
            }
            "Math.floor" | "Math.round" | "Math.trunc" | "Math.ceil" | "parseInt" | "Number.parseInt" => each(&rounded),
            "Math.abs" => each(&|kind| number(kind).map_or(ValueKind::Unknown, ValueKind::Number)),
            "String" => each(&|kind| super::template::text_of(kind.clone())),
            "Object.values" => match first.map(|value| &value.kind) {
                Some(ValueKind::Object(object)) => {
                    self.values_of(object).map_or(ValueKind::Unknown, |values| ValueKind::List(values.into()))
                }
                _ => ValueKind::Unknown,
            },
            "Object.assign" => match first.map(|value| value.kind.clone()) {
                Some(ValueKind::Object(object)) if object.is_loose() && object.plus.is_none() => {
                    ValueKind::Object(super::value::Object { plus: Some(node), ..object })
                }
                // What is assigned to what something holds is seen there.
                Some(kind @ ValueKind::Object(_)) => kind,
                _ => ValueKind::Unknown,
            },
            "Object.freeze" | "Object.seal" | "structuredClone" => {
                first.map_or(ValueKind::Unknown, |value| value.kind.clone())
            }
            _ => ValueKind::Unknown,
        }
    }
}
