//! Values that web frameworks hand from one place of a file to another by a name: `fastify.decorate("cio", client)` and
//! `request.server.cio`, `app.locals.cio = client` and `req.app.locals.cio`, `c.set("cio", client)` and `c.get("cio")`.

use super::Eval;
use super::units::files::LocalFile;
use super::units::{Bound, Lookup, Node};
use super::value::{Value, ValueKind};
use crate::facts::{BindingSource, Element, ExprId, ExprKind, Key, Property, Target};
use rustc_hash::FxHashMap;
use smol_str::SmolStr;
use std::rc::Rc;

/// The methods of frameworks that put something under a name.
const PUTTING: [&str; 4] = ["decorate", "decorateReply", "decorateRequest", "set"];
/// The method that takes it out again.
const TAKING: &str = "get";

/// A value that is put under a name.
pub(super) struct Put {
    /// The variable that holds it.
    holder: Bound,
    /// The value, where that is to be known.
    value: Option<Node>,
    /// True when a method puts it there: `decorate`.
    by_call: bool,
}

/// The values that a file puts under names.
pub(super) type HandedOver = FxHashMap<SmolStr, Vec<Put>>;

impl Eval<'_> {
    /// Returns what the member `name` of an object that is not known is, when the file puts clients of one kind under that
    /// name and nothing else. The object is what a handler is given, or what the file puts clients into.
    pub(super) fn handed_over_as(&self, object: Node, name: &str, node: Node) -> Option<Value> {
        let handed = self.handed_over_in(object.unit.file);
        let puts = handed.get(name)?;
        let root = self.holder(object)?;
        let is_whole = matches!(self.units.kind(self.units.peeled(object)), ExprKind::Ident(..));
        let is_decorated = || is_whole && puts.iter().any(|put| put.by_call && put.holder == root);
        if !self.is_given_to_handler(root) && !is_decorated() {
            return None;
        }
        let mut client = None;
        for put in puts {
            let value = put.value?;
            if self.takes(value, name) {
                continue;
            }
            match self.narrowly(value, &None).kind {
                ValueKind::Client(kind, _) if client.is_none_or(|other| other == kind) => client = Some(kind),
                // Fastify wants to know a name before there is something to put there.
                ValueKind::Undefined | ValueKind::Null => {}
                _ => return None,
            }
        }
        let client = client?;
        let is_other =
            |value: Node| !matches!(self.narrowly(value, &None).kind, ValueKind::Client(kind, _) if kind == client);
        (!self.entries_named(object.unit.file, name).into_iter().any(is_other))
            .then(|| Value::at(node, ValueKind::Client(client, None)))
    }

    /// The name that a call takes something from an object by, and the object: `c.get("cio")`.
    pub(super) fn taken_by_name(&self, call: Node) -> Option<(Node, &SmolStr)> {
        let ExprKind::Call { callee, arguments } = self.units.kind(call) else { return None };
        let [Element::Item(name)] = &arguments[..] else { return None };
        let sibling = |expr: ExprId| self.units.peeled(Node { unit: call.unit, expr });
        let ExprKind::Member { object, property } = self.units.kind(sibling(*callee)) else { return None };
        match self.units.kind(sibling(*name)) {
            ExprKind::String(name) if property == TAKING => Some((sibling(*object), name)),
            _ => None,
        }
    }

    /// The values that a file puts under a name.
    pub(super) fn values_under(&self, file: LocalFile, name: &str) -> Vec<Node> {
        let handed = self.handed_over_in(file);
        let puts = handed.get(name).into_iter().flatten();
        puts.filter_map(|put| put.value.filter(|value| !self.takes(*value, name))).collect()
    }

    fn handed_over_in(&self, file: LocalFile) -> Rc<HandedOver> {
        if let Some(known) = self.handed_over.borrow().get(&file) {
            return known.clone();
        }
        let mut handed = HandedOver::default();
        for (unit, write) in self.units.all_writes(file) {
            if let Target::Member(object, Key::Name(name)) = &write.target
                && let Some(holder) = self.holder(Node { unit, expr: *object })
            {
                let value = write.value.filter(|_| write.op.is_none()).map(|expr| Node { unit, expr });
                handed.entry(name.clone()).or_default().push(Put { holder, value, by_call: false });
            }
        }
        for unit in self.units.inside(self.units.root(file)) {
            for call in &self.units.unit(unit).calls {
                if let Some((name, put)) = self.put_by_call(Node { unit, expr: *call }) {
                    handed.entry(name.clone()).or_default().push(put);
                }
            }
        }
        let handed = Rc::new(handed);
        self.handed_over.borrow_mut().insert(file, handed.clone());
        handed
    }

    /// `fastify.decorate("cio", client)`, `c.set("cio", client)`
    fn put_by_call(&self, call: Node) -> Option<(&SmolStr, Put)> {
        let ExprKind::Call { callee, arguments } = self.units.kind(call) else { return None };
        let sibling = |expr: ExprId| self.units.peeled(Node { unit: call.unit, expr });
        let ExprKind::Member { object, property } = self.units.kind(sibling(*callee)) else { return None };
        let [Element::Item(name), Element::Item(value), ..] = &arguments[..] else { return None };
        match self.units.kind(sibling(*name)) {
            ExprKind::String(name) if PUTTING.contains(&property.as_str()) => {
                let (holder, value) = (self.holder(sibling(*object))?, Some(sibling(*value)));
                Some((name, Put { holder, value, by_call: true }))
            }
            _ => None,
        }
    }

    /// Returns whether a variable is a parameter of a function that is handed to a method where it is written, as the
    /// handlers of frameworks are: `app.post("/", (req, res) => …)`.
    fn is_given_to_handler(&self, variable: Bound) -> bool {
        let BindingSource::Parameter { function, .. } = &self.units.binding(variable).source else { return false };
        let Some((call, _)) = self.taken_by(variable.unit, *function) else { return false };
        let ExprKind::Call { callee, .. } = self.units.kind(call) else { return false };
        let callee = self.units.peeled(Node { unit: call.unit, expr: *callee });
        matches!(self.units.kind(callee), ExprKind::Member { .. })
    }

    /// The variable that a chain of members begins with.
    fn holder(&self, node: Node) -> Option<Bound> {
        let mut node = self.units.peeled(node);
        loop {
            match self.units.kind(node) {
                ExprKind::Member { object, .. } => node = self.units.peeled(Node { unit: node.unit, expr: *object }),
                ExprKind::Ident(name, scope) => match self.units.lookup(node.unit, *scope, name) {
                    Lookup::One(bound) => return Some(bound),
                    _ => return None,
                },
                _ => return None,
            }
        }
    }

    /// Returns whether a value is itself what stands under the name somewhere: `req.cio = app.cio`.
    fn takes(&self, value: Node, name: &str) -> bool {
        let value = self.units.peeled(value);
        match self.units.kind(value) {
            ExprKind::Member { property, .. } => property == name,
            _ => self.taken_by_name(value).is_some_and(|(_, taken)| taken == name),
        }
    }

    /// The values that object literals of a file have under a name.
    fn entries_named(&self, file: LocalFile, name: &str) -> Vec<Node> {
        let mut found = Vec::new();
        for unit in self.units.inside(self.units.root(file)) {
            for expr in &self.units.unit(unit).exprs {
                let ExprKind::Object(properties) = &expr.kind else { continue };
                found.extend(properties.iter().filter_map(|property| match property {
                    Property::Entry { key: Key::Name(key), value, .. } if key == name => {
                        Some(Node { unit, expr: *value })
                    }
                    _ => None,
                }));
            }
        }
        found
    }
}
