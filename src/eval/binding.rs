//! The value of a name: its initializer, the assignments to it, its type.

use super::Eval;
use super::ask::{Answer, Question, Written};
use super::builtin::known_package;
use super::entries::HasMember;
use super::limits::What;
use super::units::files::Files;
use super::units::{Bound, Node, UnitId};
use super::value::{Frame, Number, TimeUnit, Value, ValueKind, agreement};
use crate::facts::{BinaryOp, BindingSource, Element, ExprKind, Import, Imported, PatternStep};
use crate::sdk::{ClientKind, Export, Module};
use smol_str::SmolStr;
use std::rc::Rc;

impl Eval<'_> {
    /// Returns the value of a variable. `node` names it.
    pub(super) fn binding(&self, bound: Bound, node: Node, frame: &Frame) -> Value {
        let binding = self.units.binding(bound);
        let unit = bound.unit;
        let unknown = || Value::at(node, ValueKind::Unknown);
        match &binding.source {
            BindingSource::Import { import, what } => {
                let import = &self.units.unit(unit).imports[*import as usize];
                let of_block = || self.imported_from_block(unit.file, import, what, node);
                match self.imported(unit.file, import, what, node).or_else(of_block) {
                    Some(value) if !import.type_only => value,
                    _ => Value::at(node, imported(self.units.files, import, what)),
                }
            }
            BindingSource::Variable { value, path, .. } => {
                let value_of = value.map(|expr| Node { unit, expr });
                let initial = value.map(|expr| {
                    let value = self.eval(Node { unit, expr }, frame);
                    match self.taken_beside(bound) {
                        Some(taken) => self.rest_of(value, taken, Some(bound), node),
                        None => self.walk(value, path, unit, node, frame),
                    }
                });
                let value = self.assigned(bound, initial, node, frame);
                let mut value = self.or_type(value, unit, binding.ty, path, node);
                if path.is_empty() {
                    value = self.filled_list(value, unit, binding.ty);
                    if let (Some(made), None) = (value_of, binding.ty) {
                        value = self.with_clients(value, bound, made);
                    }
                }
                if value.kind.is_unknown()
                    && let Some(handed) = self.handed_over_to(bound, node)
                {
                    return handed;
                }
                self.held(value, bound, path.is_empty())
            }
            BindingSource::Parameter { function, index, path } => {
                self.parameter_value((bound, node), (unit, *function, *index), path, frame)
            }
            BindingSource::Each { values, path } => {
                let list = Node { unit, expr: *values };
                let values = self.eval(list, frame);
                let all_alike = self.each_of(&values, node);
                let element = self.any_element(list, &values, all_alike, node).unwrap_or_else(unknown);
                self.walk(element, path, unit, node, frame)
            }
            BindingSource::Function(function) => Value::at(node, ValueKind::Function(unit, *function, frame.clone())),
            BindingSource::Class(class) => Value::at(node, ValueKind::Class(unit, *class)),
            BindingSource::Enum(id) => Value::at(node, ValueKind::Enum(unit, *id)),
            BindingSource::Opaque => self.or_type(unknown(), unit, binding.ty, &[], node),
            BindingSource::Type(_) | BindingSource::Caught { .. } => unknown(),
        }
    }

    /// A variable with all that is assigned to it: the value that they agree on.
    fn assigned(&self, bound: Bound, initial: Option<Value>, node: Node, frame: &Frame) -> Value {
        if self.units.writes_to(bound).next().is_none() {
            return initial.unwrap_or_else(|| Value::at(node, ValueKind::Undefined));
        }
        let written = self.written_to(bound, frame);
        let unknown = || Value::at(node, ValueKind::Unknown);
        if written.unknown {
            return unknown();
        }
        let mut initial = initial;
        if let Some(ValueKind::Number(number)) = initial.as_mut().map(|value| &mut value.kind)
            && written.shifted
        {
            number.value = None;
            number.ahead = None;
        }
        let filled = match (&initial, &written.value) {
            // `let client = cache.get(key); if (!client) client = new TrackClient(…);`
            (Some(first), Some(later)) if first.kind.is_unknown() && matches!(later.kind, ValueKind::Client(..)) => {
                Some(Value::choice(node, [first.clone(), later.clone()]))
            }
            _ => None,
        };
        agreement(initial.into_iter().chain(written.value).collect()).or(filled).unwrap_or_else(unknown)
    }

    /// Returns the values assigned to a variable besides its initializer: looked at once, and not at every place that
    /// reads it.
    pub(super) fn written_to(&self, bound: Bound, frame: &Frame) -> Written {
        let frame = &self.frame_around_unit(bound.unit, frame);
        let nothing = || Answer::Written(Written { unknown: true, ..Written::default() });
        let place = Node { unit: bound.unit, expr: crate::facts::ExprId(0) };
        match self
            .ask(Question::Written(bound), frame, place, nothing, || Answer::Written(self.all_written(bound, frame)))
        {
            Answer::Written(written) => written,
            _ => Written { unknown: true, ..Written::default() },
        }
    }

    fn all_written(&self, bound: Bound, frame: &Frame) -> Written {
        let mut values: Vec<Value> = Vec::new();
        let mut shifted = false;
        let unknown = Written { unknown: true, ..Written::default() };
        for (unit, write) in self.units.writes_to(bound) {
            let value = write.value.map(|expr| self.eval(Node { unit, expr }, frame));
            match (write.op, value) {
                (None | Some(BinaryOp::Or | BinaryOp::Nullish), Some(value)) => values.push(value),
                // `x += 1000` leaves the unit as it is, but not the value.
                (Some(BinaryOp::Add | BinaryOp::Sub), Some(value)) if is_plain(&value.kind) => {
                    shifted = true;
                    for value in &mut values {
                        if let ValueKind::Number(number) = &mut value.kind {
                            number.value = None;
                            number.ahead = None;
                        }
                    }
                }
                _ => return unknown,
            }
        }
        if values.iter().all(|value| value.kind.is_nothing()) {
            return Written { shifted, ..Written::default() };
        }
        match agreement(values) {
            Some(value) => Written { unknown: false, value: Some(value), shifted },
            None => unknown,
        }
    }

    /// Remembers the variable that holds an object, for later writes to its members; and whether a date is changed in
    /// place, so that its grain is not known.
    fn held(&self, mut value: Value, bound: Bound, whole: bool) -> Value {
        match &mut value.kind {
            ValueKind::Object(object) if whole && object.is_loose() => object.bound = Some(bound),
            ValueKind::Date(_, grain) if self.is_set_in_place(bound) => *grain = super::value::Grain::Whole,
            _ => {}
        }
        value
    }

    /// Returns whether a method is called on a variable that sets parts of a date: `day.setHours(0, 0, 0, 0)`.
    fn is_set_in_place(&self, bound: Bound) -> bool {
        if let Some(known) = self.set_in_place.borrow().get(&bound) {
            return *known;
        }
        let is_set = self.units.references(bound).any(|node| {
            let about = self.units.about(node.unit).get(node.expr);
            about.into_iter().flat_map(|about| &about.members).any(|member| {
                let member = Node { unit: node.unit, expr: *member };
                matches!(self.units.kind(member), ExprKind::Member { property, .. } if property.starts_with("set"))
            })
        });
        self.set_in_place.borrow_mut().insert(bound, is_set);
        is_set
    }

    /// Follows a destructuring pattern from a value to a name.
    pub(super) fn walk(
        &self,
        mut value: Value,
        path: &[PatternStep],
        unit: UnitId,
        node: Node,
        frame: &Frame,
    ) -> Value {
        let mut has = None;
        for (at, step) in path.iter().enumerate() {
            value = match step {
                PatternStep::Key(key) => {
                    let member = self.taken_from(&value, key, node);
                    let is_default_next = matches!(path.get(at + 1), Some(PatternStep::Default(_)));
                    has = if is_default_next { self.has_member(&value, key) } else { None };
                    member
                }
                PatternStep::Index(at) => self.element(&value, f64::from(*at), node),
                PatternStep::Default(expr) => {
                    let default = || self.eval(Node { unit, expr: *expr }, frame);
                    match (&value.kind, has.take()) {
                        (ValueKind::Undefined, _) => default(),
                        (ValueKind::Unknown, Some(HasMember::Never)) => default(),
                        (ValueKind::Unknown | ValueKind::Env(_) | ValueKind::Choice(_), _)
                        | (_, Some(HasMember::Maybe)) => Value::choice(node, [value, default()]),
                        _ => value,
                    }
                }
                PatternStep::Rest => return Value::at(node, ValueKind::Unknown),
            };
        }
        value
    }

    /// Returns any one of the elements of the list that an expression stands for: of those that are written, or of those
    /// that are `all_alike`, and of those that are put into it later.
    pub(super) fn any_element(
        &self,
        list: Node,
        values: &Value,
        all_alike: Option<Value>,
        node: Node,
    ) -> Option<Value> {
        let elements = match self.elements(values) {
            Some(elements) => elements,
            // What is put into a list of a type is of that type.
            None if matches!(values.kind, ValueKind::Typed(..) | ValueKind::Many(_) | ValueKind::Keyed(_)) => {
                return all_alike;
            }
            None => vec![all_alike?],
        };
        Some(Value::choice(node, elements.into_iter().chain(self.pushed(list))))
    }

    /// Returns the iterated values, one by one.
    pub fn elements(&self, value: &Value) -> Option<Vec<Value>> {
        self.all_elements(value).map(|all| all.to_vec())
    }

    fn all_elements(&self, value: &Value) -> Option<Rc<[Value]>> {
        if let ValueKind::List(values) = &value.kind {
            return Some(values.clone());
        }
        let ValueKind::Array(array, frame) = &value.kind else { return None };
        let unknown = || Answer::Values(None);
        let answer = self
            .ask(Question::Elements(*array), frame, *array, unknown, || Answer::Values(self.laid_out(*array, frame)));
        if let Answer::Values(values) = answer { values } else { None }
    }

    fn laid_out(&self, array: Node, frame: &Frame) -> Option<Rc<[Value]>> {
        let ExprKind::Array(elements) = self.units.kind(array) else { return None };
        let mut all = Vec::new();
        for element in elements {
            match element {
                Element::Item(expr) => all.push(self.eval(Node { unit: array.unit, expr: *expr }, frame)),
                Element::Spread(Some(expr)) => {
                    let inner = self.eval(Node { unit: array.unit, expr: *expr }, frame);
                    all.extend(self.all_elements(&inner)?.iter().cloned());
                }
                Element::Spread(None) => return None,
                Element::Hole => {}
            }
            if all.len() > self.bounds.elements {
                self.hit(What::Elements, array);
                return None;
            }
        }
        Some(all.into())
    }

    /// The elements of an array that are known, whatever else is in it.
    pub fn items(&self, value: &Value) -> Vec<Value> {
        match &value.kind {
            ValueKind::List(values) => values.to_vec(),
            ValueKind::Array(array, frame) => self.items_of(*array, frame).to_vec(),
            ValueKind::Unknown => self.items_of(value.node, &None).to_vec(),
            _ => Vec::new(),
        }
    }

    /// The same for an array literal, or for a call that makes a list of another one.
    pub(super) fn items_of(&self, node: Node, frame: &Frame) -> Rc<[Value]> {
        if !matches!(self.units.kind(node), ExprKind::Array(_) | ExprKind::Call { .. }) {
            return Rc::from([]);
        }
        let nothing = || Answer::Values(Some(Rc::from([])));
        let answer = self.ask(Question::Items(node), frame, node, nothing, || {
            let mut all = match self.units.kind(node) {
                ExprKind::Array(_) => self.known_items(node, frame),
                _ => self.mapped(&Value::at(node, ValueKind::Unknown)),
            };
            if all.len() > self.bounds.elements {
                self.hit(What::Elements, node);
                all.truncate(self.bounds.elements);
            }
            Answer::Values(Some(all.into()))
        });
        if let Answer::Values(Some(values)) = answer { values } else { Rc::from([]) }
    }

    fn known_items(&self, array: Node, frame: &Frame) -> Vec<Value> {
        let ExprKind::Array(elements) = self.units.kind(array) else { return Vec::new() };
        let mut all = Vec::new();
        for element in elements {
            match element {
                Element::Item(expr) => all.push(self.eval(Node { unit: array.unit, expr: *expr }, frame)),
                Element::Spread(Some(expr)) => {
                    all.extend(self.items(&self.eval(Node { unit: array.unit, expr: *expr }, frame)));
                }
                Element::Spread(None) | Element::Hole => {}
            }
            if all.len() > self.bounds.elements {
                return all;
            }
        }
        all
    }

    /// The element of an array at a place.
    pub(super) fn element(&self, value: &Value, at: f64, node: Node) -> Value {
        // `const [analytics] = await AnalyticsBrowser.load(…)`
        if matches!(value.kind, ValueKind::Client(ClientKind::CdpBrowser, _)) && at == 0.0 {
            return value.clone().seen_at(node);
        }
        if let ValueKind::Choice(cases) = &value.kind {
            return Value::choice(node, cases.iter().map(|case| self.element(case, at, node)));
        }
        let element = match self.all_elements(value) {
            Some(all) => all.get(at as usize).cloned(),
            None => self.typed_element(value, at, node),
        };
        element.unwrap_or_else(|| Value::at(node, ValueKind::Unknown))
    }
}

fn is_plain(kind: &ValueKind) -> bool {
    matches!(kind, ValueKind::Number(Number { unit: TimeUnit::Plain, text: false, .. }))
}

/// Returns the value of an import.
pub(super) fn imported(files: &Files<'_>, import: &Import, what: &Imported) -> ValueKind {
    let module = import.module.as_str();
    if import.type_only {
        return ValueKind::Unknown;
    }
    if let Some(sdk) = files.sdk_module(module) {
        return match what {
            Imported::Named(name) => exported_by(sdk, name),
            Imported::Default => exported_by(sdk, "default"),
            Imported::Namespace => ValueKind::Sdk(sdk),
        };
    }
    match (module, what) {
        ("$env/static/private" | "$env/static/public", Imported::Named(name)) => ValueKind::Env(name.clone()),
        ("$env/dynamic/private" | "$env/dynamic/public", Imported::Named(name)) if name == "env" => {
            ValueKind::Global(SmolStr::new_static("process.env"))
        }
        ("process" | "node:process", Imported::Named(name)) => {
            ValueKind::Global(SmolStr::from_iter(["process.", name]))
        }
        ("process" | "node:process", _) => ValueKind::Global(SmolStr::new_static("process")),
        (_, Imported::Named(name)) => known_package(module, name.clone()),
        (_, Imported::Default) => known_package(module, SmolStr::new_static("default")),
        (_, Imported::Namespace) => loaded(files, module),
    }
}

/// Returns the value of an export of the SDK, or of another one of Customer.io's.
pub(super) fn exported_by(module: Module, name: &str) -> ValueKind {
    if let Module::Sibling(door) = module {
        return match door.class(name) {
            // All of its methods are static.
            Some(ClientKind::ReactNative) => ValueKind::Client(ClientKind::ReactNative, None),
            Some(class) => ValueKind::Export(Export::Client(class)),
            None => ValueKind::Unknown,
        };
    }
    if let (Module::Next, Some(class)) = (module, Export::coming(name)) {
        return ValueKind::Export(Export::Client(class));
    }
    match Export::of(name) {
        _ if name == "default" => ValueKind::Sdk(module),
        Export::Region(region) => ValueKind::Region(region),
        export => ValueKind::Export(export),
    }
}

/// Returns a module as a value.
pub(super) fn loaded(files: &Files<'_>, module: &str) -> ValueKind {
    match files.sdk_module(module) {
        Some(module) => ValueKind::Sdk(module),
        None => known_package(module, SmolStr::default()),
    }
}
