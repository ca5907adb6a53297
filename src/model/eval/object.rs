//! Objects: their entries with spreads laid out, what is written to them later, and members of anything.

use super::Eval;
use super::binding::exported;
use crate::facts::{BinaryOp, ExprKind, Key, Property, Target};
use crate::model::time::DateLibrary;
use crate::model::units::{Bound, Node};
use crate::model::value::{Frame, Grain, Kind, Number, Object, Unit, Value, agreement};
use crate::sdk::Module;
use crate::text::TextRange;
use smol_str::SmolStr;
use std::rc::Rc;

/// The expressions that stand or stood for a spread value; `None` where nothing is spread.
pub type Via = Option<Rc<[Node]>>;

/// An entry of an object.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The key.
    pub key: SmolStr,
    /// Where the key stands, when it is written in a literal.
    pub key_range: Option<TextRange>,
    /// The value's expression.
    pub node: Node,
    /// What the parameters around the expression are worth.
    pub frame: Frame,
    /// Whether it may be missing: it comes by a conditional spread or a conditional write.
    pub uncertain: bool,
    /// Whether it is written to a member later, and not in a literal.
    pub written: bool,
    /// What brings it into the literal in which it is not written: the spread value, by the expressions that stand or
    /// stood for it.
    pub via: Via,
    /// Whether key and value are one word.
    pub shorthand: bool,
    /// The variable whose object it is an entry of, when it is not the literal in place.
    pub holder: Option<Bound>,
}

/// The entries of an object.
#[derive(Clone, Debug, Default)]
pub struct Entries {
    /// In the order of the text; of equal keys the last one counts.
    pub list: Vec<Entry>,
    /// Whether there may be more of them.
    pub open: bool,
}

/// How deep spreads are followed.
const MAX_SPREADS: u32 = 8;

impl Eval<'_> {
    /// The entries of an object.
    pub fn entries(&self, object: &Object) -> Entries {
        let mut entries = Entries::default();
        self.collect(object, false, &None, 0, &mut entries);
        entries
    }

    fn collect(&self, object: &Object, uncertain: bool, via: &Via, depth: u32, into: &mut Entries) {
        let ExprKind::Object(properties) = self.units.kind(object.node) else { return };
        let unit = object.node.unit;
        let first = into.list.len();
        for property in properties {
            match property {
                Property::Entry { key, key_range, value, shorthand } => {
                    let Some(key) = self.key(unit, key, &object.frame) else {
                        into.open = true;
                        continue;
                    };
                    // What stood before under the same key is gone, unless this one may be missing.
                    if !uncertain {
                        into.list.retain(|entry| entry.key != key);
                    }
                    into.list.push(Entry {
                        key,
                        key_range: Some(self.units.absolute(unit, *key_range)),
                        node: Node { unit, expr: *value },
                        frame: object.frame.clone(),
                        uncertain,
                        written: false,
                        via: via.clone(),
                        shorthand: *shorthand,
                        holder: object.bound,
                    });
                }
                Property::Getter(..) => into.open = true,
                Property::Spread(None) => into.open = true,
                Property::Spread(Some(expr)) => {
                    let value = self.eval(Node { unit, expr: *expr }, &object.frame);
                    self.spread(&value, uncertain, via, depth, into);
                }
            }
        }
        if let Some(call) = object.plus {
            let (given, closed) = self.assigned_by(call);
            into.open |= !closed;
            for given in given {
                let value = self.eval(given, &object.frame);
                self.spread(&value, uncertain, via, depth, into);
            }
        }
        if !object.is_loose() || object.parameter.is_some() {
            self.later(object, uncertain, via, (depth, first), into);
        }
    }

    fn spread(&self, value: &Value, uncertain: bool, via: &Via, depth: u32, into: &mut Entries) {
        if depth >= MAX_SPREADS {
            into.open = true;
            return;
        }
        let uncertain = uncertain || value.cases().len() > 1;
        for case in value.cases() {
            match &case.kind {
                Kind::Object(object) => {
                    let via = via.clone().or_else(|| Some(case.places().collect()));
                    self.collect(object, uncertain, &via, depth + 1, into);
                }
                Kind::Undefined | Kind::Null | Kind::Bool(_) => {}
                // It may overwrite what stood before; that is not marked, for then it is rarely the mistake.
                _ => into.open = true,
            }
        }
    }

    /// What becomes of an object that a variable or a field holds. Its own entries begin at `first`.
    fn later(&self, object: &Object, uncertain: bool, via: &Via, (depth, first): (u32, usize), into: &mut Entries) {
        let names = self.names_of(object);
        for name in &names {
            self.written(*name, object, uncertain, via, into);
            let (given, closed) = self.assigned_to(*name);
            into.open |= !closed;
            for given in given {
                let value = self.value(given);
                let from = into.list.len();
                self.spread(&value, uncertain || self.is_conditional(given, object), via, depth, into);
                into.list[from..].iter_mut().for_each(|entry| entry.written = true);
            }
        }
        let changes = self.changes(object, &names);
        into.open |= changes.more || changes.all || !changes.keys.is_empty();
        let mut at = 0;
        into.list.retain(|entry| {
            at += 1;
            at <= first || !changes.all && !changes.keys.contains(&entry.key)
        });
    }

    /// What is written to the members of an object: `attrs["created_at"] = …`
    fn written(&self, name: Node, object: &Object, uncertain: bool, via: &Via, into: &mut Entries) {
        for write in &self.units.unit(name.unit).writes {
            let Target::Member(target, key) = &write.target else { continue };
            if *target != name.expr {
                continue;
            }
            let (Some(value), None | Some(BinaryOp::Nullish | BinaryOp::Or)) = (write.value, write.op) else {
                into.open = true;
                continue;
            };
            let Some(key) = self.key(name.unit, key, &object.frame) else {
                into.open = true;
                continue;
            };
            let value = Node { unit: name.unit, expr: value };
            into.list.push(Entry {
                key,
                key_range: None,
                node: value,
                frame: None,
                uncertain: uncertain || write.op.is_some() || self.is_conditional(value, object),
                written: true,
                via: via.clone(),
                shorthand: false,
                holder: object.bound,
            });
        }
    }

    /// The member of an object with this key.
    pub fn property(&self, object: &Object, key: &str, node: Node) -> Value {
        let entries = self.entries(object);
        let mut found: Vec<Value> = Vec::new();
        for entry in entries.list.iter().filter(|entry| entry.key == key) {
            found.push(self.eval(entry.node, &entry.frame));
        }
        match found.len() {
            0 => {
                let held = Value::at(object.node, Kind::Object(object.clone()));
                self.declared_values(&held, node).unwrap_or_else(|| Value::at(node, Kind::Unknown))
            }
            _ => Value::choice(node, found),
        }
    }

    /// What all entries of an object are, when they are clients of one kind: `clients[region]`.
    pub(super) fn any_client_of(&self, value: &Value) -> Option<Value> {
        let Kind::Object(object) = &value.kind else { return None };
        agreement(self.values_of(object)?).filter(|value| matches!(value.kind, Kind::Client(..)))
    }

    /// What all entries of an object are, one by one; `None` where there may be more.
    pub(super) fn values_of(&self, object: &Object) -> Option<Vec<Value>> {
        let entries = self.entries(object);
        let values = entries.list.iter().map(|entry| self.eval(entry.node, &entry.frame));
        (!entries.open).then(|| values.collect())
    }

    /// `object.key`, as `node`.
    pub(super) fn member(&self, object: &Value, key: &str, node: Node) -> Value {
        self.taken_from(object, key, node).seen_at(node)
    }

    /// The member of a value, where it stands.
    pub(super) fn taken_from(&self, object: &Value, key: &str, node: Node) -> Value {
        if let Kind::Choice(cases) = &object.kind {
            // `client?.x`: what is nothing has no members, and then nothing happens.
            let cases: Vec<&Value> = cases.iter().filter(|case| !case.kind.is_nothing()).collect();
            return Value::choice(node, cases.into_iter().map(|case| self.taken_from(case, key, node)));
        }
        match &object.kind {
            Kind::Object(literal) => {
                let value = self.getter(literal, key, node).unwrap_or_else(|| self.property(literal, key, node));
                value.part_of(object)
            }
            Kind::Instance(unit, class, made) => self.instance_member(*unit, *class, key, made, node),
            Kind::Module(file) => self.export(*file, key, node),
            Kind::Class(unit, class) => self.static_member(*unit, *class, key, node),
            Kind::Typed(unit, ty) => self.typed_member(*unit, *ty, key, node),
            Kind::Enum(unit, id) => {
                let members = &self.units.unit(*unit).enums[id.index()].members;
                let value = members.iter().find(|(name, _)| name == key).and_then(|(_, value)| *value);
                value.map_or(Value::at(node, Kind::Unknown), |expr| self.value(Node { unit: *unit, expr }))
            }
            Kind::Global(object) if matches!(object.as_str(), "globalThis" | "window" | "global" | "self") => {
                let declared = self.declared_global(node.unit.file, object, key, node);
                declared.unwrap_or_else(|| Value::at(node, super::builtin::known_global(key)))
            }
            kind => Value::at(node, simple_member(kind, key)),
        }
    }

    fn getter(&self, object: &Object, key: &str, node: Node) -> Option<Value> {
        let ExprKind::Object(properties) = self.units.kind(object.node) else { return None };
        properties.iter().find_map(|property| match property {
            Property::Getter(Key::Name(name), function) if name == key => {
                Some(self.returned(object.node.unit, *function, node, &object.frame))
            }
            _ => None,
        })
    }
}

fn simple_member(kind: &Kind, key: &str) -> Kind {
    match kind {
        Kind::Sdk(_) if key == "default" => kind.clone(),
        Kind::Sdk(Module::Root | Module::Other | Module::Track) => exported(key),
        Kind::Global(path) => match path.as_str() {
            "process.env" | "import.meta.env" | "Bun.env" => Kind::Env(key.into()),
            path => Kind::Global(SmolStr::from_iter([path, ".", key])),
        },
        Kind::Environment(environment) => super::environment::member(*environment, key),
        Kind::Prisma(of) => super::prisma::member(*of, key),
        Kind::Package(module, path) if path.is_empty() => Kind::Package(module.clone(), key.into()),
        Kind::Package(module, path) => Kind::Package(module.clone(), SmolStr::from_iter([path, ".", key])),
        // Luxon's `ts`; the names of `Temporal` are used by nothing else.
        Kind::Date(DateLibrary::Luxon, grain) if key == "ts" => Kind::Number(Number::of(Unit::Milliseconds(*grain))),
        _ => match key {
            "epochMilliseconds" => Kind::Number(Number::of(Unit::Milliseconds(Grain::Unknown))),
            "epochSeconds" => Kind::Number(Number::of(Unit::Seconds)),
            _ => Kind::Unknown,
        },
    }
}
