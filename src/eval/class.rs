//! Classes: `this`, fields, assignments to them, getters, inheritance.

use super::units::{Bound, Node, UnitId};
use super::value::{Frame, Object, Value, ValueKind, agreement};
use super::{Eval, What};
use crate::facts::{BinaryOp, ClassId, ClassMember, ExprKind, MemberKind, Owner, ScopeId, ScopeKind, Target};
use crate::sdk::{ClientKind, Export};

/// The maximum length of a followed chain of base classes.
pub(super) const MAX_BASES: u32 = 32;

impl Eval<'_> {
    /// Returns the value of `this` in a scope.
    pub(super) fn this(&self, mut unit: UnitId, mut scope: ScopeId, frame: &Frame) -> ValueKind {
        loop {
            let facts = self.units.unit(unit);
            let here = &facts.scopes[scope.index()];
            match here.kind {
                ScopeKind::Class(class) => return ValueKind::Instance(unit, class, None),
                ScopeKind::Static(class) => return ValueKind::Class(unit, class),
                ScopeKind::Function(id) => {
                    let function = &facts.functions[id.index()];
                    let on = super::frames::call_of(frame, (unit, id)).and_then(|call| call.this.as_ref());
                    match function.owner {
                        _ if function.arrow => {}
                        _ if let Some(ty) = function.this => return self.of_type(unit, ty, 0),
                        Owner::Instance(_) if on.is_some_and(|this| matches!(this.kind, ValueKind::Instance(..))) => {
                            return on.map_or(ValueKind::Unknown, |this| this.kind.clone());
                        }
                        Owner::Instance(class) => return ValueKind::Instance(unit, class, None),
                        Owner::Static(class) => return ValueKind::Class(unit, class),
                        Owner::Object(expr) => {
                            return ValueKind::Object(Object::literal(Node { unit, expr }, None));
                        }
                        Owner::None => return ValueKind::Unknown,
                    }
                }
                ScopeKind::Unit | ScopeKind::Block => {}
            }
            match (here.parent, self.units.outer(unit)) {
                (Some(parent), _) => scope = parent,
                (None, Some((outer, around))) => (unit, scope) = (outer, around),
                (None, None) => return ValueKind::Unknown,
            }
        }
    }

    /// Returns the value of `super` in a scope: of the class around it, whatever `this` is.
    pub(super) fn base(&self, unit: UnitId, scope: ScopeId) -> ValueKind {
        let own = self.this(unit, scope, &None);
        let (ValueKind::Instance(unit, class, _) | ValueKind::Class(unit, class)) = own else {
            return ValueKind::Unknown;
        };
        match (self.extended(unit, class), own) {
            (Some(ValueKind::Class(unit, class)), ValueKind::Instance(..)) => ValueKind::Instance(unit, class, None),
            (Some(ValueKind::Export(Export::Client(kind))), ValueKind::Instance(..)) => ValueKind::Client(kind, None),
            (Some(base @ ValueKind::Class(..)), _) => base,
            _ => ValueKind::Unknown,
        }
    }

    pub(super) fn instance_member(&self, unit: UnitId, class: ClassId, key: &str, made: &Frame, node: Node) -> Value {
        self.class_member((unit, class), key, false, made, node, 0)
    }

    pub(super) fn static_member(&self, unit: UnitId, class: ClassId, key: &str, node: Node) -> Value {
        self.class_member((unit, class), key, true, &None, node, 0)
    }

    /// The class that a class extends.
    pub(super) fn extended(&self, unit: UnitId, class: ClassId) -> Option<ValueKind> {
        let base = self.units.unit(unit).classes[class.index()].extends?;
        Some(self.value(Node { unit, expr: base }).kind)
    }

    /// The client that an instance of a class of the project is, when its class extends one and has no method of this
    /// name itself.
    pub fn inherited_client(&self, value: &Value, method: &str) -> Option<ClientKind> {
        let mut cases = value.cases().iter().filter(|case| !case.kind.is_nothing());
        let (Some(ValueKind::Instance(unit, class, _)), None) = (cases.next().map(|case| &case.kind), cases.next())
        else {
            return None;
        };
        let (mut unit, mut class) = (*unit, *class);
        for _ in 0..MAX_BASES {
            let (members, facts) = (self.units.members(unit), self.units.unit(unit));
            if [false, true].iter().any(|is_static| members.of_class(facts, class, method, *is_static).is_some()) {
                return None;
            }
            match self.extended(unit, class)? {
                ValueKind::Export(Export::Client(kind)) => return Some(kind),
                ValueKind::Class(base, at) => (unit, class) = (base, at),
                _ => return None,
            }
        }
        self.hit(What::Steps, value.node);
        None
    }

    /// The member of a class or of its instances. `made` is the call of the constructor, when it is known.
    fn class_member(
        &self,
        (unit, class): (UnitId, ClassId),
        key: &str,
        is_static: bool,
        made: &Frame,
        node: Node,
        depth: u32,
    ) -> Value {
        let facts = &self.units.unit(unit).classes[class.index()];
        let member = self.units.members(unit).of_class(self.units.unit(unit), class, key, is_static);
        let value = match member {
            Some(ClassMember { kind: MemberKind::Method(function), .. }) => {
                Value::at(node, ValueKind::Function(unit, *function, None))
            }
            Some(ClassMember { kind: MemberKind::Getter(function), .. }) => self.returned(unit, *function, node, made),
            Some(ClassMember { kind: MemberKind::Parameter(binding), .. }) => {
                let bound = Bound { unit, binding: *binding };
                let initial = self.binding(bound, node, made);
                self.assigned_member((unit, class), key, is_static, Some(initial), made, node)
            }
            Some(ClassMember { kind: MemberKind::Field { value, ty }, .. }) => {
                let initial = value.map(|expr| self.value(Node { unit, expr }));
                let mut value = self.assigned_member((unit, class), key, is_static, initial, made, node);
                if let ValueKind::Object(object) = &mut value.kind
                    && object.is_loose()
                {
                    object.field = Some((unit, key.into()));
                }
                let value = self.or_type(value, unit, *ty, &[], node);
                self.filled_list(value, unit, *ty)
            }
            None => self.assigned_member((unit, class), key, is_static, None, made, node),
        };
        match facts.extends {
            Some(base) if member.is_none() && value.kind.is_unknown() => {
                if depth >= MAX_BASES {
                    self.hit(What::Steps, node);
                    return value;
                }
                match self.value(Node { unit, expr: base }).kind {
                    ValueKind::Class(base, at) => {
                        let made = if is_static { None } else { self.constructed_by((unit, class), (base, at), made) };
                        self.class_member((base, at), key, is_static, &made, node, depth + 1)
                    }
                    _ => value,
                }
            }
            _ => value,
        }
    }

    /// A field with all that is assigned to it anywhere in the file: the value that they agree on.
    fn assigned_member(
        &self,
        (unit, class): (UnitId, ClassId),
        key: &str,
        is_static: bool,
        initial: Option<Value>,
        made: &Frame,
        node: Node,
    ) -> Value {
        let unknown = || Value::at(node, ValueKind::Unknown);
        let mut values: Vec<Value> = initial.into_iter().collect();
        let own = if is_static { ValueKind::Class(unit, class) } else { ValueKind::Instance(unit, class, None) };
        for (at, write) in self.units.writes_naming(unit.file, key) {
            let Target::Member(object, _) = &write.target else { continue };
            let object = Node { unit: at, expr: *object };
            if !self.is_same_class(object, &own) {
                continue;
            }
            match (write.op, write.value) {
                (None | Some(BinaryOp::Or | BinaryOp::Nullish), Some(expr)) => {
                    values.push(self.eval(Node { unit: at, expr }, made));
                }
                _ => return unknown(),
            }
        }
        match values.len() {
            0 => unknown(),
            1 => values.remove(0),
            _ => agreement(values).unwrap_or_else(unknown),
        }
    }

    fn is_same_class(&self, object: Node, own: &ValueKind) -> bool {
        let kind = match self.units.kind(object) {
            ExprKind::This(scope) => self.this(object.unit, *scope, &None),
            ExprKind::Ident(..) => self.value(object).kind,
            _ => return false,
        };
        match (kind, own) {
            (ValueKind::Instance(u, c, _), ValueKind::Instance(v, d, _)) => (u, c) == (*v, *d),
            (ValueKind::Class(u, c), ValueKind::Class(v, d)) => (u, c) == (*v, *d),
            _ => false,
        }
    }
}
