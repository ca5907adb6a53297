//! Calls and constructions.

use super::Eval;
use super::arguments::Arguments;
use super::units::{Node, UnitId};
use super::value::DateLibrary;
use super::value::{Frame, Grain, Kind, Number, Unit, Value};
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
            if matches!(receiver.kind, Kind::Client(..)) {
                return Value::at(node, Kind::Unknown);
            }
            let method = self.member(&receiver, property, callee);
            return match method.kind {
                Kind::Unknown => {
                    if let Some(kind) = self.method_of_many(&receiver, property, node) {
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
            Kind::Function(unit, function, made) => {
                let own = OwnCall { function: (unit, function), made, this, arguments: elements };
                let frame = self.enter(own, node, frame, self.rivals(frame));
                self.returned(unit, function, node, &frame)
            }
            Kind::Typed(..) => Value::at(node, self.result_of(&function).unwrap_or(Kind::Unknown)),
            Kind::Global(path) => {
                let arguments = self.arguments(node.unit, elements, frame);
                if let Some(kind) = arguments.list.first().and_then(|of| self.listed(&path, of, node)) {
                    return Value::at(node, kind);
                }
                Value::at(node, self.global(&path, &arguments, node)).seen_at(node)
            }
            Kind::Package(module, path) => {
                let arguments = self.arguments(node.unit, elements, frame);
                let environment = self.checked_by_package(&module, &path, &arguments);
                Value::at(node, environment.unwrap_or_else(|| super::builtin::package(&module, &path, &arguments)))
            }
            Kind::Unknown => Value::at(node, self.contained(node, frame)),
            _ => Value::at(node, Kind::Unknown),
        }
    }

    /// Returns the result of a function, seen at `node`.
    pub(super) fn returned(&self, unit: UnitId, function: FunctionId, node: Node, frame: &Frame) -> Value {
        let facts = &self.units.unit(unit).functions[function.index()];
        if facts.generator {
            return Value::at(node, Kind::Unknown);
        }
        let value = match facts.body {
            Body::None => Value::at(node, Kind::Unknown),
            Body::Expr(expr) => self.eval(Node { unit, expr }, frame),
            Body::Unit(ordinal) => {
                let body = self.units.child(unit, ordinal);
                let returns = &self.units.unit(body).returns;
                let values = returns.iter().map(|expr| self.eval(Node { unit: body, expr: *expr }, frame));
                let values: Vec<Value> = values.collect();
                match values.len() {
                    0 => Value::at(node, Kind::Undefined),
                    _ => Value::choice(node, values),
                }
            }
        };
        self.or_type(value, unit, facts.returns, &[], node).seen_at(node)
    }

    pub(super) fn construct(&self, node: Node, callee: Node, elements: &[Element], frame: &Frame) -> Value {
        let class = self.eval(callee, frame);
        let kind = match class.kind {
            Kind::Export(Export::Client(kind)) => Kind::Client(kind, Some(node)),
            Kind::Export(Export::Request(class)) => Kind::Request(class),
            Kind::Sdk(module) if module.is_class() => Kind::Client(ClientKind::Legacy, Some(node)),
            Kind::Class(unit, class) => {
                let constructor = self.units.unit(unit).classes[class.index()].constructor;
                let made = constructor.and_then(|it| {
                    let own = OwnCall { function: (unit, it), made: None, this: None, arguments: elements };
                    self.enter(own, node, frame, self.rivals(frame))
                });
                Kind::Instance(unit, class, made)
            }
            Kind::Global(name) if name == "Date" => {
                let arguments = self.arguments(node.unit, elements, frame);
                Kind::Date(DateLibrary::Native, super::builtin::date_grain(&arguments))
            }
            Kind::Package(module, path) => super::prisma::made(&module, &path),
            // `new Map<string, TrackClient>()`
            _ => match self.units.unit(node.unit).said_of(node.expr) {
                Some(ty) => self.of_type(node.unit, ty, 0),
                None => Kind::Unknown,
            },
        };
        Value::at(node, kind)
    }

    /// A call of a global function.
    fn global(&self, path: &str, arguments: &Arguments, node: Node) -> Kind {
        use super::arithmetic::{number, rounded};
        let first = arguments.list.first();
        let each = |turn: &dyn Fn(&Kind) -> Kind| -> Kind {
            let Some(value) = first else { return Kind::Unknown };
            // A choice stays one: each case is turned by itself, and all must be known.
            let cases: Vec<Value> = value.cases().iter().map(|case| Value::at(node, turn(&case.kind))).collect();
            match cases.as_slice() {
                [only] => only.kind.clone(),
                _ => super::value::agreement(cases).map_or(Kind::Unknown, |value| value.kind),
            }
        };
        match path {
            "Date.now" => Kind::Number(Number { ahead: Some(0.0), ..Number::of(Unit::Milliseconds(Grain::Fine)) }),
            "BigInt" | "BigInt.asIntN" | "BigInt.asUintN" => Kind::BigInt,
            "Date.parse" => Kind::Number(Number::of(Unit::Milliseconds(super::builtin::date_grain(arguments)))),
            "Date.UTC" => {
                let whole = arguments.closed && arguments.list.len() <= 6;
                let grain = if whole { Grain::Whole } else { Grain::Unknown };
                Kind::Number(Number::of(Unit::Milliseconds(grain)))
            }
            "Date" => Kind::DateText { iso: false, day: false, from: None },
            "Deno.env.get" => match first.and_then(Value::as_str) {
                Some(name) => Kind::Env(name.clone()),
                None => Kind::Unknown,
            },
            "performance.now" => Kind::Number(Number::plain(None)),
            "Number" | "parseFloat" | "Number.parseFloat" => {
                each(&|kind| number(kind).map_or(Kind::Unknown, Kind::Number))
            }
            "Math.floor" | "Math.round" | "Math.trunc" | "Math.ceil" | "parseInt" | "Number.parseInt" => each(&rounded),
            "Math.abs" => each(&|kind| number(kind).map_or(Kind::Unknown, Kind::Number)),
            "Math.max" | "Math.min" => {
                let values = arguments
                    .list
                    .iter()
                    .map(|value| Value::at(node, number(&value.kind).map_or(Kind::Unknown, Kind::Number)));
                let values: Vec<Value> = values.collect();
                if !arguments.closed || values.iter().any(|value| value.kind.is_unknown()) {
                    return Kind::Unknown;
                }
                match super::value::agreement(values).map(|value| value.kind) {
                    Some(Kind::Number(Number { unit, .. })) => Kind::Number(Number::of(unit)),
                    _ => Kind::Unknown,
                }
            }
            "String" => each(&|kind| super::template::text_of(kind.clone())),
            "Object.values" => match first.map(|value| &value.kind) {
                Some(Kind::Object(object)) => {
                    self.values_of(object).map_or(Kind::Unknown, |values| Kind::List(values.into()))
                }
                _ => Kind::Unknown,
            },
            "Object.assign" => match first.map(|value| value.kind.clone()) {
                Some(Kind::Object(object)) if object.is_loose() && object.plus.is_none() => {
                    Kind::Object(super::value::Object { plus: Some(node), ..object })
                }
                // What is assigned to what something holds is seen there.
                Some(kind @ Kind::Object(_)) => kind,
                _ => Kind::Unknown,
            },
            "Object.freeze" | "Object.seal" | "structuredClone" => {
                first.map_or(Kind::Unknown, |value| value.kind.clone())
            }
            _ => Kind::Unknown,
        }
    }
}
