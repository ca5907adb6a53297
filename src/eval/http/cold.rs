//! Services whose methods give an Observable: the request is sent when something subscribes to it, and not before.

use crate::eval::Eval;
use crate::eval::units::{Bound, Lookup, Node, UnitId};
use crate::facts::{BindingSource, Element, ExprId, ExprKind, Imported, Key, MemberKind, Type, TypeId};

/// The classes, by their packages.
const COLD: &[(&str, &str)] =
    &[("@angular/common/http", "HttpClient"), ("@nestjs/axios", "HttpService"), ("@nestjs/common", "HttpService")];

impl Eval<'_> {
    /// Returns whether the object that a method is called on is certainly such a service, by its declared type:
    /// `constructor(private readonly http: HttpService)`, `inject(HttpClient)`.
    pub(super) fn is_cold(&self, object: Node) -> bool {
        let object = self.units.peeled(object);
        match self.units.kind(object) {
            ExprKind::Ident(name, scope) => match self.units.lookup(object.unit, *scope, name) {
                Lookup::One(bound) => self.is_cold_binding(bound),
                _ => false,
            },
            ExprKind::Member { object: on, property } => {
                let on = self.units.peeled(Node { expr: *on, ..object });
                matches!(self.units.kind(on), ExprKind::This(_)) && self.is_cold_field(object.unit, property)
            }
            _ => false,
        }
    }

    fn is_cold_binding(&self, bound: Bound) -> bool {
        let binding = self.units.binding(bound);
        match (binding.ty, &binding.source) {
            (Some(ty), _) => self.is_cold_type(bound.unit, ty),
            (None, BindingSource::Variable { value: Some(value), path, constant: true, .. }) if path.is_empty() => {
                self.is_injected_cold(bound.unit, *value)
            }
            _ => false,
        }
    }

    /// The field of the innermost class around that has one of this name.
    fn is_cold_field(&self, mut unit: UnitId, name: &str) -> bool {
        loop {
            let members = self.units.unit(unit).classes.iter().flat_map(|class| &class.members);
            let mut named = members.filter(|member| matches!(&member.key, Key::Name(key) if key == name));
            if let Some(member) = named.next() {
                return named.next().is_none()
                    && match &member.kind {
                        MemberKind::Parameter(binding) => self.is_cold_binding(Bound { unit, binding: *binding }),
                        MemberKind::Field { ty: Some(ty), .. } => self.is_cold_type(unit, *ty),
                        MemberKind::Field { value: Some(value), .. } => self.is_injected_cold(unit, *value),
                        _ => false,
                    };
            }
            match self.units.outer(unit) {
                Some((outer, _)) => unit = outer,
                None => return false,
            }
        }
    }

    fn is_cold_type(&self, unit: UnitId, ty: TypeId) -> bool {
        match &self.units.unit(unit).types[ty.index()] {
            Type::Named(name, scope) => {
                matches!(self.units.lookup_type(unit, *scope, name), Lookup::One(bound) if self.is_cold_class(bound))
            }
            Type::Imported(module, name) => COLD.contains(&(module.as_str(), name.as_str())),
            _ => false,
        }
    }

    /// `inject(HttpClient)`
    fn is_injected_cold(&self, unit: UnitId, value: ExprId) -> bool {
        let ExprKind::Call { callee, arguments } = self.units.kind(self.units.peeled(Node { unit, expr: value }))
        else {
            return false;
        };
        let is_inject =
            matches!(self.units.kind(Node { unit, expr: *callee }), ExprKind::Ident(name, _) if name == "inject");
        let (true, Some(Element::Item(class))) = (is_inject, arguments.first()) else { return false };
        match self.units.kind(Node { unit, expr: *class }) {
            ExprKind::Ident(name, scope) => {
                matches!(self.units.lookup(unit, *scope, name), Lookup::One(bound) if self.is_cold_class(bound))
            }
            _ => false,
        }
    }

    fn is_cold_class(&self, bound: Bound) -> bool {
        match &self.units.binding(bound).source {
            BindingSource::Import { import, what: Imported::Named(name) } => {
                let module = &self.units.unit(bound.unit).imports[*import as usize].module;
                COLD.contains(&(module.as_str(), name.as_str()))
            }
            _ => false,
        }
    }
}
