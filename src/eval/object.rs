//! Objects: their entries with spreads laid out, later writes to them, and members of anything.

use super::Eval;
use super::ask::{Answer, Held, Question};
use super::binding::exported_by;
use super::entries::{Entries, HasMember, ObjectEntry, Via};
use super::limits::What;
use super::units::Node;
use super::value::DateLibrary;
use super::value::{Grain, Number, Object, TimeUnit, Value, ValueKind, agreement};
use crate::facts::{BinaryOp, ExprKind, Property, Target};
use crate::sdk::ClientKind;
use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::SmolStr;
use std::cell::OnceCell;
use std::rc::Rc;

/// Entries that are being collected.
#[derive(Default)]
struct Collected {
    /// Those that another one took the place of are gone.
    list: Vec<Option<ObjectEntry>>,
    /// The places of the entries with a key.
    places: FxHashMap<SmolStr, Vec<usize>>,
    open: bool,
}

impl Collected {
    /// Adds an entry. An earlier one with the same key is dropped, unless this one may be missing.
    fn put(&mut self, mut entry: ObjectEntry, replaces: bool) {
        entry.replaces = replaces;
        let places = self.places.entry(entry.key.clone()).or_default();
        if replaces {
            places.drain(..).for_each(|at| self.list[at] = None);
        }
        places.push(self.list.len());
        self.list.push(Some(entry));
    }
}

impl Eval<'_> {
    /// The entries of an object.
    pub fn entries(&self, object: &Object) -> Rc<Entries> {
        let open = || Answer::Entries(Rc::new(Entries { open: true, ..Entries::default() }));
        let question = Question::Entries(Box::new(Held::of(object)));
        let answer = self.ask(question, &object.frame, object.node, open, || {
            let mut all = Collected::default();
            self.collect(object, &mut all);
            let is_left = |entry: &ObjectEntry| object.without.as_ref().is_none_or(|taken| !taken.contains(&entry.key));
            let list: Vec<ObjectEntry> = all.list.into_iter().flatten().filter(is_left).collect();
            Answer::Entries(Rc::new(Entries { list, open: all.open, by_key: OnceCell::new() }))
        });
        if let Answer::Entries(entries) = answer { entries } else { Rc::default() }
    }

    fn collect(&self, object: &Object, into: &mut Collected) {
        let ExprKind::Object(properties) = self.units.kind(object.node) else { return };
        let unit = object.node.unit;
        for property in properties {
            match property {
                Property::Entry { key, key_range, value, shorthand } => {
                    let Some(key) = self.key(unit, key, &object.frame) else {
                        into.open = true;
                        continue;
                    };
                    let entry = ObjectEntry {
                        key,
                        key_range: Some(self.units.absolute(unit, *key_range)),
                        node: Node { unit, expr: *value },
                        frame: object.frame.clone(),
                        uncertain: false,
                        written: false,
                        via: None,
                        shorthand: *shorthand,
                        holder: object.bound,
                        replaces: true,
                    };
                    into.put(entry, true);
                }
                Property::Getter(..) => into.open = true,
                Property::Spread(None) => into.open = true,
                Property::Spread(Some(expr)) => {
                    let value = self.eval(Node { unit, expr: *expr }, &object.frame);
                    self.spread(&value, false, object, into);
                }
            }
        }
        if let Some(call) = object.plus {
            let (given, closed) = self.assigned_by(call);
            into.open |= !closed;
            for given in given {
                let value = self.eval(given, &object.frame);
                self.spread(&value, false, object, into);
            }
        }
        if !object.is_loose() || object.parameter.is_some() {
            self.later(object, into);
        }
    }

    /// Puts the entries of `value` into an object that it is spread into.
    fn spread(&self, value: &Value, uncertain: bool, object: &Object, into: &mut Collected) {
        let uncertain = uncertain || value.cases().len() > 1;
        for case in value.cases() {
            match &case.kind {
                ValueKind::Object(spread) => {
                    let via: Via = Some(case.places().collect());
                    let entries = self.entries(spread);
                    into.open |= entries.open;
                    for entry in &entries.list {
                        let uncertain = uncertain || entry.uncertain;
                        let entry = ObjectEntry { uncertain, via: via.clone(), ..entry.clone() };
                        let replaces = !uncertain && entry.replaces;
                        into.put(entry, replaces);
                    }
                    let most = self.bounds.entries;
                    if into.list.len() > most {
                        self.hit(What::Entries, object.node);
                        into.open = true;
                        into.list.truncate(most);
                        into.places.values_mut().for_each(|places| places.retain(|at| *at < most));
                        return;
                    }
                }
                ValueKind::Undefined | ValueKind::Null | ValueKind::Bool(_) => {}
                // It may overwrite what stood before; that is not marked, for then it is rarely the mistake.
                _ => into.open = true,
            }
        }
    }

    /// Collects the later changes of an object that a variable or a field holds.
    fn later(&self, object: &Object, into: &mut Collected) {
        let names = self.names_of(object);
        // Each place that names it may be asked for all of it.
        let most = self.bounds.grown / names.len().max(1);
        for name in &names {
            if into.list.len() > most {
                self.hit(What::Entries, object.node);
                into.open = true;
                break;
            }
            self.written(*name, object, into);
            let (given, closed) = self.assigned_to(*name);
            into.open |= !closed;
            for given in given {
                let value = self.value(given);
                let from = into.list.len();
                self.spread(&value, self.is_conditional(given, object), object, into);
                into.list.iter_mut().skip(from).flatten().for_each(|entry| entry.written = true);
            }
        }
        let changes = self.changes(object, &names);
        into.open |= changes.more || changes.all || !changes.keys.is_empty();
        let changed: FxHashSet<&SmolStr> = changes.keys.iter().collect();
        let is_kept = |entry: &ObjectEntry| !changes.all && !changed.contains(&entry.key);
        into.list.iter_mut().for_each(|entry| *entry = entry.take().filter(is_kept));
    }

    /// Collects the writes to the members of an object: `attrs["created_at"] = …`
    fn written(&self, name: Node, object: &Object, into: &mut Collected) {
        for write in self.writes_about(name) {
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
            let entry = ObjectEntry {
                key,
                key_range: None,
                node: value,
                frame: None,
                uncertain: write.op.is_some() || self.is_conditional(value, object),
                written: true,
                via: None,
                shorthand: false,
                holder: object.bound,
                replaces: false,
            };
            into.put(entry, false);
        }
    }

    /// The member of an object with this key.
    pub fn property(&self, object: &Object, key: &str, node: Node) -> Value {
        let entries = self.entries(object);
        let mut found: Vec<Value> = Vec::new();
        for entry in entries.named(key) {
            found.push(self.eval(entry.node, &entry.frame));
        }
        match found.len() {
            0 => {
                let held = Value::at(object.node, ValueKind::Object(object.clone()));
                self.declared_values(&held, node).unwrap_or_else(|| Value::at(node, ValueKind::Unknown))
            }
            _ => Value::choice(node, found),
        }
    }

    /// Returns the common value of all entries of an object, when they are clients of one kind: `clients[region]`.
    pub(super) fn any_client_of(&self, value: &Value) -> Option<Value> {
        let ValueKind::Object(object) = &value.kind else { return None };
        agreement(self.values_of(object)?).filter(|value| matches!(value.kind, ValueKind::Client(..)))
    }

    /// Returns the values of all entries of an object, one by one; `None` where there may be more.
    pub fn values_of(&self, object: &Object) -> Option<Vec<Value>> {
        let entries = self.entries(object);
        let values = entries.list.iter().map(|entry| self.eval(entry.node, &entry.frame));
        (!entries.open).then(|| values.collect())
    }

    /// `object.key`, as `node`.
    pub(super) fn member(&self, object: &Value, key: &str, node: Node) -> Value {
        self.taken_from(object, key, node).seen_at(node)
    }

    /// The member of a value, with its place.
    pub(super) fn taken_from(&self, object: &Value, key: &str, node: Node) -> Value {
        if let ValueKind::Choice(cases) = &object.kind {
            // `client?.x`: what is nothing has no members, and then nothing happens.
            let cases: Vec<&Value> = cases.iter().filter(|case| !case.kind.is_nothing()).collect();
            return Value::choice(node, cases.into_iter().map(|case| self.taken_from(case, key, node)));
        }
        match &object.kind {
            ValueKind::Object(literal) => {
                let value = self.getter(literal, key, node).unwrap_or_else(|| self.property(literal, key, node));
                value.part_of(object)
            }
            ValueKind::Instance(unit, class, made) => self.instance_member(*unit, *class, key, made, node),
            ValueKind::Module(file) => self.export(*file, key, node),
            ValueKind::Block(file, specifier) => self.block_member(*file, specifier, key, node),
            ValueKind::Class(unit, class) => self.static_member(*unit, *class, key, node),
            ValueKind::Typed(unit, ty) => self.typed_member(*unit, *ty, key, node),
            ValueKind::Keyed(each) if !is_of_maps(key) => (**each).clone().seen_at(node),
            ValueKind::Enum(unit, id) => {
                let value = self.units.members(*unit).of_enum(*id, key);
                value.map_or(Value::at(node, ValueKind::Unknown), |expr| self.value(Node { unit: *unit, expr }))
            }
            ValueKind::Global(object) if matches!(object.as_str(), "globalThis" | "window" | "global" | "self") => {
                let declared = self.declared_global(node.unit.file, object, key, node);
                declared.unwrap_or_else(|| Value::at(node, self.known_global(key)))
            }
            kind => Value::at(node, simple_member(kind, key)),
        }
    }

    /// Returns whether an object has a member `key`, as far as it decides between that and a default; `None` where that is
    /// not known: what may put a member there is often not seen.
    pub(super) fn has_member(&self, object: &Value, key: &str) -> Option<HasMember> {
        match &object.kind {
            ValueKind::Choice(cases) => {
                let cases = cases.iter().filter(|case| !case.kind.is_nothing());
                let mut all = cases.map(|case| self.has_member(case, key));
                let first = all.next()??;
                all.try_fold(first, |known, other| Some(if known == other? { known } else { HasMember::Maybe }))
            }
            ValueKind::Object(literal) => {
                let entries = self.entries(literal);
                let mut named = entries.named(key).peekable();
                if named.peek().is_some() {
                    return Some(if named.all(|entry| entry.uncertain) { HasMember::Maybe } else { HasMember::Always });
                }
                let is_missing = !entries.open
                    && self.units.members(literal.node.unit).getter(literal.node.expr, key).is_none()
                    && !is_of_objects(key);
                is_missing.then_some(HasMember::Never)
            }
            _ => None,
        }
    }

    fn getter(&self, object: &Object, key: &str, node: Node) -> Option<Value> {
        let unit = object.node.unit;
        let function = self.units.members(unit).getter(object.node.expr, key)?;
        Some(self.returned(unit, function, node, &object.frame))
    }
}

/// Returns whether a member is one that every object has.
fn is_of_objects(key: &str) -> bool {
    let of_prototype = ["constructor", "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable", "toLocaleString"];
    of_prototype.contains(&key) || matches!(key, "toString" | "valueOf") || key.starts_with("__")
}

/// Returns whether a member is one that every map has.
fn is_of_maps(key: &str) -> bool {
    matches!(key, "delete" | "entries" | "forEach" | "get" | "has" | "keys" | "set" | "size" | "values")
}

fn simple_member(kind: &ValueKind, key: &str) -> ValueKind {
    match kind {
        ValueKind::Sdk(module) => exported_by(*module, key),
        ValueKind::Client(ClientKind::Unified, _) if key == "trackClient" => ValueKind::Client(ClientKind::Track, None),
        ValueKind::Client(ClientKind::Unified, _) if key == "apiClient" => ValueKind::Client(ClientKind::App, None),
        ValueKind::Global(path) => match path.as_str() {
            "process.env" | "import.meta.env" | "Bun.env" => ValueKind::Env(key.into()),
            path => ValueKind::Global(SmolStr::from_iter([path, ".", key])),
        },
        ValueKind::Environment(environment) => super::environment::member(*environment, key),
        ValueKind::Prisma(of) => super::prisma::member(*of, key),
        ValueKind::Sender(sender) => sender.member(key),
        ValueKind::Package(module, path) if let Some(kind) = super::jobs::member(module, path, key) => kind,
        ValueKind::Package(module, path) if path.is_empty() => ValueKind::Package(module.clone(), key.into()),
        ValueKind::Package(module, path) => ValueKind::Package(module.clone(), SmolStr::from_iter([path, ".", key])),
        // Luxon's `ts`; the names of `Temporal` are used by nothing else.
        ValueKind::Date(DateLibrary::Luxon, grain) if key == "ts" => {
            ValueKind::Number(Number::of(TimeUnit::Milliseconds(*grain)))
        }
        _ => match key {
            "epochMilliseconds" => ValueKind::Number(Number::of(TimeUnit::Milliseconds(Grain::Unknown))),
            "epochSeconds" => ValueKind::Number(Number::of(TimeUnit::Seconds)),
            _ => ValueKind::Unknown,
        },
    }
}
