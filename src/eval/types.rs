//! The value that a declared type implies where the value itself cannot be known.

use super::Eval;
use super::ask::{Answer, Question};
use super::module::ExportFound;
use super::units::files::{Files, LocalFile};
use super::units::{Bound, Lookup, Node, UnitId};
use super::value::DateLibrary;
use super::value::{EnvironmentObject, Grain, Value, ValueKind};
use crate::facts::{BindingSource, ExprId, Imported, PatternStep, ScopeId, Type, TypeId};
use crate::sdk::{ClientKind, Export, Module, methods_named};
use std::rc::Rc;

/// The maximum depth to which types are followed from one module to the next; reaching the limit is reported; and for
/// whether something may be missing: beyond that it may be, and a fix that depends on it is only suggested.
pub(super) const MAX_TYPES: u32 = 12;

impl Eval<'_> {
    /// `value`, or the value of its variable's type when it is unknown. The path leads from the annotated pattern to
    /// the name.
    pub(super) fn or_type(
        &self,
        value: Value,
        unit: UnitId,
        ty: Option<TypeId>,
        path: &[PatternStep],
        node: Node,
    ) -> Value {
        let Some(ty) = ty else { return value };
        if !value.kind.is_unknown() && !value.kind.is_nothing() {
            return value;
        }
        let mut typed = Value::at(node, self.of_type(unit, ty, 0));
        for step in path {
            match step {
                PatternStep::Key(key) => typed = self.member(&typed, key, node),
                PatternStep::Default(_) => {}
                PatternStep::Index(at) => typed = self.element(&typed, f64::from(*at), node),
                // The rest of an object, or of the arguments; that of a list would be one of its elements here.
                PatternStep::Rest if path.len() == 1 => {}
                PatternStep::Rest => return value,
            }
        }
        if typed.kind.is_unknown() { value } else { typed }
    }

    /// The client that every value of a type is.
    pub fn client_of_type(&self, unit: UnitId, ty: TypeId) -> Option<ClientKind> {
        match self.of_type(unit, ty, 0) {
            ValueKind::Client(client, _) => Some(client),
            _ => None,
        }
    }

    /// Returns the value of a type.
    pub(super) fn of_type(&self, unit: UnitId, ty: TypeId, depth: u32) -> ValueKind {
        let unknown = || Answer::Kind(None);
        let place = Node { unit, expr: ExprId(0) };
        let answer = self.ask(Question::Type(unit, ty), &None, place, unknown, || {
            Answer::Kind(Some(self.of_type_here(unit, ty, depth)))
        });
        if let Answer::Kind(Some(kind)) = answer { kind } else { ValueKind::Unknown }
    }

    fn of_type_here(&self, unit: UnitId, ty: TypeId, _: u32) -> ValueKind {
        let depth = 0;
        match &self.units.unit(unit).types[ty.index()] {
            Type::Named(name, scope) => self.named_type(unit, *scope, name, depth),
            Type::Qualified(namespace, name, scope) => match self.units.lookup(unit, *scope, namespace) {
                Lookup::One(bound) => match &self.units.binding(bound).source {
                    BindingSource::Import { import, what: Imported::Namespace | Imported::Default } => {
                        let module = &self.units.unit(bound.unit).imports[*import as usize].module;
                        self.imported_type(bound.unit.file, module, name, depth)
                    }
                    _ => self.made_by(unit, *scope, namespace, Some(name)),
                },
                Lookup::None => self.augmented_namespace(unit.file, namespace, name).unwrap_or(ValueKind::Unknown),
                Lookup::Several => ValueKind::Unknown,
            },
            Type::Of(name, scope) => self.of_value(unit, *scope, name),
            Type::ResultOf(name, scope) => match self.of_value(unit, *scope, name) {
                ValueKind::Function(unit, function, _) => {
                    let node = Node { unit, expr: ExprId(0) };
                    self.returned(unit, function, node, &None).kind
                }
                _ => ValueKind::Unknown,
            },
            Type::Partial(whole) => self.of_type(unit, *whole, depth + 1),
            // What has methods of its own by the names of the client's is something else: `Omit<TrackClient, "track"> & …`.
            Type::Intersection(parts) if parts.iter().any(|part| self.replaces_methods(unit, *part)) => {
                ValueKind::Typed(unit, ty)
            }
            // What is a client and more than that is a client, but one that may have other methods too.
            Type::Intersection(parts) => {
                let mut parts = parts.iter().map(|part| self.of_type(unit, *part, depth + 1));
                match parts.find(|kind| matches!(kind, ValueKind::Client(..))) {
                    Some(client) => {
                        let node = Node { unit, expr: ExprId(0) };
                        ValueKind::Choice(Rc::from([Value::at(node, client), Value::at(node, ValueKind::Unknown)]))
                    }
                    None => ValueKind::Typed(unit, ty),
                }
            }
            Type::Object(_)
            | Type::List(_)
            | Type::Tuple(_)
            | Type::Values(_)
            | Type::Map(_)
            | Type::Function { .. } => ValueKind::Typed(unit, ty),
            Type::Imported(module, name) => self.imported_type(unit.file, module, name, depth),
            Type::Indexed(of, key) => {
                let of = Value::at(Node { unit, expr: ExprId(0) }, self.of_type(unit, *of, depth + 1));
                self.member(&of, key, of.node).kind
            }
            Type::Union { parts, .. } => match parts.as_slice() {
                [only] => self.of_type(unit, *only, depth + 1),
                _ => ValueKind::Unknown,
            },
            Type::Injected(token) => self.injected(Node { unit, expr: *token }),
            Type::Primitive(_) | Type::Literal(_) | Type::Unknown => ValueKind::Unknown,
        }
    }

    /// Returns whether a type has a field that goes by the name of a method of a client.
    fn replaces_methods(&self, unit: UnitId, ty: TypeId) -> bool {
        match &self.units.unit(unit).types[ty.index()] {
            Type::Object(fields) => fields.iter().any(|(name, _)| methods_named(name).next().is_some()),
            _ => false,
        }
    }

    /// `typeof name`
    fn of_value(&self, unit: UnitId, scope: ScopeId, name: &str) -> ValueKind {
        let Lookup::One(bound) = self.units.lookup(unit, scope, name) else { return ValueKind::Unknown };
        self.type_of_value(bound)
    }

    /// Returns the value of a variable, by its type.
    pub(super) fn type_of_value(&self, bound: Bound) -> ValueKind {
        // Only what it is counts, not the expression that stands for it.
        let node = Node { unit: bound.unit, expr: ExprId(0) };
        let unknown = || Answer::Kind(None);
        let answer = self.ask(Question::TypeOf(bound), &None, node, unknown, || {
            let value = match &self.units.binding(bound).source {
                // What is imported as a type has a value all the same.
                BindingSource::Import { import, what } => {
                    let import = &self.units.unit(bound.unit).imports[*import as usize];
                    self.imported(bound.unit.file, import, what, node)
                }
                _ => Some(self.binding(bound, node, &None)),
            };
            Answer::Kind(value.map(|value| value.kind))
        });
        if let Answer::Kind(Some(kind)) = answer { kind } else { ValueKind::Unknown }
    }

    fn named_type(&self, unit: UnitId, scope: ScopeId, name: &str, depth: u32) -> ValueKind {
        match self.units.lookup_type(unit, scope, name) {
            Lookup::One(bound) => match &self.units.binding(bound).source {
                BindingSource::Import { import, what } => {
                    let module = &self.units.unit(bound.unit).imports[*import as usize].module;
                    match what {
                        Imported::Named(name) => self.imported_type(bound.unit.file, module, name, depth),
                        Imported::Default => self.imported_type(bound.unit.file, module, "default", depth),
                        Imported::Namespace => ValueKind::Unknown,
                    }
                }
                _ => self.declared_type(bound, depth),
            },
            Lookup::None if name == "Date" => ValueKind::Date(DateLibrary::Native, Grain::Unknown),
            Lookup::None => super::jobs::global_type(name).unwrap_or_else(|| self.made_by(unit, scope, name, None)),
            Lookup::Several => ValueKind::Unknown,
        }
    }

    /// Returns the instance of a class that is only the value of a variable: `const { TrackClient } = require("…")`.
    fn made_by(&self, unit: UnitId, scope: ScopeId, name: &str, member: Option<&str>) -> ValueKind {
        let Lookup::One(bound) = self.units.lookup(unit, scope, name) else { return ValueKind::Unknown };
        if !matches!(self.units.binding(bound).source, BindingSource::Variable { .. }) {
            return ValueKind::Unknown;
        }
        let value = Value::at(Node { unit, expr: ExprId(0) }, self.of_value(unit, scope, name));
        let class = match member {
            Some(member) => self.member(&value, member, value.node).kind,
            None => value.kind,
        };
        match class {
            ValueKind::Export(Export::Client(kind)) => ValueKind::Client(kind, None),
            ValueKind::Sdk(module) if module.is_class() => ValueKind::Client(ClientKind::Legacy, None),
            ValueKind::Class(unit, class) => ValueKind::Instance(unit, class, None),
            _ => ValueKind::Unknown,
        }
    }

    /// A value of the type that a class, an alias or an interface declares.
    fn declared_type(&self, bound: Bound, depth: u32) -> ValueKind {
        match &self.units.binding(bound).source {
            BindingSource::Class(class) => ValueKind::Instance(bound.unit, *class, None),
            BindingSource::Type(ty) => self.of_type(bound.unit, *ty, depth + 1),
            _ => ValueKind::Unknown,
        }
    }

    /// A value of a type that another module exports.
    fn imported_type(&self, from: LocalFile, module: &str, name: &str, depth: u32) -> ValueKind {
        let Some(file) = self.follow(from, module) else {
            return match package_type(self.units.files, module, name) {
                ValueKind::Unknown => self.augmented(from, module, name).unwrap_or(ValueKind::Unknown),
                known => known,
            };
        };
        match self.find_export(file, name) {
            Some(ExportFound::Name(bound)) => match &self.units.binding(bound).source {
                BindingSource::Import { import, what: Imported::Named(name) } => {
                    let module = &self.units.unit(bound.unit).imports[*import as usize].module;
                    if depth > MAX_TYPES {
                        self.hit_type(bound.unit);
                        return ValueKind::Unknown;
                    }
                    self.imported_type(file, module, name, depth + 1)
                }
                _ => self.declared_type(bound, depth),
            },
            Some(ExportFound::Package(import, Imported::Named(name))) => {
                package_type(self.units.files, &import.module, name)
            }
            _ => ValueKind::Unknown,
        }
    }

    /// The field of something that has a type with fields.
    pub(super) fn typed_member(&self, unit: UnitId, ty: TypeId, key: &str, node: Node) -> Value {
        Value::at(node, self.typed_field(unit, ty, key, 0).unwrap_or(ValueKind::Unknown))
    }

    /// Returns whether a type has a field.
    pub fn has_field(&self, unit: UnitId, ty: TypeId, key: &str) -> bool {
        self.typed_field(unit, ty, key, 0).is_some()
    }

    pub(super) fn typed_field(&self, unit: UnitId, ty: TypeId, key: &str, depth: u32) -> Option<ValueKind> {
        let unknown = || Answer::Kind(None);
        let place = Node { unit, expr: ExprId(0) };
        let answer = self.ask(Question::Field(unit, ty, key.into()), &None, place, unknown, || {
            Answer::Kind(self.typed_field_here(unit, ty, key, depth))
        });
        if let Answer::Kind(kind) = answer { kind } else { None }
    }

    fn typed_field_here(&self, unit: UnitId, ty: TypeId, key: &str, depth: u32) -> Option<ValueKind> {
        match &self.units.unit(unit).types[ty.index()] {
            Type::Object(fields) => {
                let (_, ty) = fields.iter().find(|(name, _)| name == key)?;
                Some(self.of_type(unit, *ty, depth + 1))
            }
            Type::Values(ty) => Some(self.of_type(unit, *ty, depth + 1)),
            Type::Intersection(parts) => parts.iter().find_map(|part| match self.of_type(unit, *part, depth + 1) {
                ValueKind::Typed(unit, ty) => self.typed_field(unit, ty, key, depth + 1),
                _ => None,
            }),
            _ => None,
        }
    }
}

/// Returns the value of an imported type.
fn package_type(files: &Files<'_>, module: &str, name: &str) -> ValueKind {
    if let Some(sdk) = files.sdk_module(module) {
        if let Module::Sibling(door) = sdk {
            return door.class(name).map_or(ValueKind::Unknown, |class| ValueKind::Client(class, None));
        }
        if let (Module::Next, Some(class)) = (sdk, Export::coming(name)) {
            return ValueKind::Client(class, None);
        }
        return match Export::of(name) {
            Export::Client(kind) => ValueKind::Client(kind, None),
            Export::Request(class) => ValueKind::Request(class),
            _ if name == "default" && sdk.is_class() => ValueKind::Client(ClientKind::Legacy, None),
            _ => ValueKind::Unknown,
        };
    }
    if let Some(kind) = super::prisma::typed(module, name).or_else(|| super::jobs::typed(module, name)) {
        return kind;
    }
    let library = match (module, name) {
        ("@nestjs/config", "ConfigService") => return ValueKind::Environment(EnvironmentObject::Service),
        ("moment" | "moment-timezone", "Moment") => DateLibrary::Moment,
        ("dayjs", "Dayjs") => DateLibrary::Dayjs,
        ("luxon", "DateTime") => DateLibrary::Luxon,
        _ => return ValueKind::Unknown,
    };
    ValueKind::Date(library, Grain::Unknown)
}
