//! Values that web frameworks hand from one place of a file to another by a name: `fastify.decorate("cio", client)` and
//! `request.server.cio`, `app.locals.cio = client` and `req.app.locals.cio`, `c.set("cio", client)` and `c.get("cio")`.

use super::Eval;
use super::list_method::ListMethod;
use super::units::files::LocalFile;
use super::units::{Bound, Lookup, Node, UnitId};
use super::value::{Value, ValueKind};
use crate::facts::{
    BindingSource, Element, ExprId, ExprKind, FunctionId, Key, PUTTING, PatternStep, Property, Target, Type,
};
use rustc_hash::FxHashMap;
use smol_str::SmolStr;
use std::rc::Rc;

/// The method that takes something out again that was put under a name.
const TAKING: &str = "get";

/// A value that is put under a name.
pub(super) struct Put {
    /// The variable that holds it.
    holder: Bound,
    /// The value, where that is to be known.
    pub(super) value: Option<Node>,
    /// True when a method puts it there: `decorate`.
    by_call: bool,
}

/// The values that a file puts under names.
pub(super) type HandedOver = FxHashMap<SmolStr, Vec<Put>>;

impl Eval<'_> {
    /// Returns what the member `name` of an object that is not known is, when the file puts clients of one kind under that
    /// name and nothing else. The object is what a handler is given, or what the file puts clients into.
    pub(super) fn handed_over_as(&self, object: Node, name: &str, node: Node) -> Option<Value> {
        let is_whole = matches!(self.units.kind(self.units.peeled(object)), ExprKind::Ident(..));
        match self.holder(object) {
            Some(root) => self.handed_over_by(root, is_whole, name, node),
            None => None,
        }
    }

    /// The same of a name that a pattern takes out of an object: `const { cio } = req.app.locals`.
    pub(super) fn handed_over_to(&self, bound: Bound, node: Node) -> Option<Value> {
        let (root, path) = match &self.units.binding(bound).source {
            BindingSource::Variable { value: Some(value), path, .. } => {
                (self.holder(Node { unit: bound.unit, expr: *value })?, path)
            }
            BindingSource::Parameter { path, .. } => (bound, path),
            _ => return None,
        };
        let [.., PatternStep::Key(name)] = &path[..] else { return None };
        self.handed_over_by(root, path.len() == 1, name, node)
    }

    fn handed_over_by(&self, root: Bound, is_whole: bool, name: &str, node: Node) -> Option<Value> {
        let file = root.unit.file;
        let handed = self.handed_over_in(file);
        let Some(puts) = handed.get(name) else {
            return if self.may_be_context(root) { self.handed_over_elsewhere(file, name, node) } else { None };
        };
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
        (!self.entries_named(file, name).into_iter().any(is_other))
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

    pub(super) fn handed_over_in(&self, file: LocalFile) -> Rc<HandedOver> {
        if let Some(known) = self.handed_over.borrow().get(&file) {
            return known.clone();
        }
        let mut handed = HandedOver::default();
        for (unit, write) in self.units.all_writes(file) {
            if let Target::Member(object, Key::Name(name)) = &write.target
                && let Some(holder) = self.holder(Node { unit, expr: *object })
            {
                let value = write.assigned().map(|expr| Node { unit, expr });
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

    /// Returns whether a variable is a parameter of a function that is handed to a method, as the handlers of frameworks
    /// are: where it is written, or by its name: `app.post("/", (req, res) => …)`, `app.post("/", users.create)`.
    fn is_given_to_handler(&self, variable: Bound) -> bool {
        let unit = variable.unit;
        let BindingSource::Parameter { function, .. } = self.units.binding(variable).source else { return false };
        if let Some((call, _)) = self.taken_by(unit, function) {
            return self.is_on_object(call);
        }
        let handlers = self.handlers_in(unit.file);
        match self.units.functions(unit).bound(function) {
            Some(binding) => self.units.references(Bound { unit, binding }).any(|node| handlers.given.contains(&node)),
            None => {
                let method = handlers.methods.get(&(unit, function));
                method.is_some_and(|method| handlers.methods_given.contains(method))
            }
        }
    }

    /// Returns whether a variable is a parameter that a framework may hand a context to: its type is a package's, or it
    /// says nothing and the function is a handler, or one that other files call.
    fn may_be_context(&self, variable: Bound) -> bool {
        let binding = self.units.binding(variable);
        let BindingSource::Parameter { function, .. } = &binding.source else { return false };
        let is_handler = || match self.taken_by(variable.unit, *function) {
            Some((call, _)) if self.is_on_member(call) => self.is_on_object(call),
            _ => self.is_for_others((variable.unit, *function)) || self.is_given_to_handler(variable),
        };
        let Some(ty) = binding.ty else { return is_handler() };
        match &self.units.unit(variable.unit).types[ty.index()] {
            Type::Named(name, scope) => match self.units.lookup_type(variable.unit, *scope, name) {
                Lookup::One(bound) => matches!(self.units.binding(bound).source, BindingSource::Import { .. }),
                _ => false,
            },
            Type::Unknown => is_handler(),
            Type::Qualified(..) | Type::Imported(..) => true,
            _ => false,
        }
    }

    /// Returns whether other files may call a function: it stands in something that the file exports, or has the name of
    /// an export.
    fn is_for_others(&self, (unit, function): (UnitId, FunctionId)) -> bool {
        let facts = self.units.unit(unit);
        // A function in another one is not what is exported.
        if self.units.outer(unit).is_none_or(|(outer, _)| outer != self.units.root(unit.file)) {
            return false;
        }
        let handlers = self.handlers_in(unit.file);
        let has_name_of_export = || {
            let binding = self.units.functions(unit).bound(function);
            binding.is_some_and(|binding| {
                let bound = Bound { unit, binding };
                self.units.is_exported(bound)
                    || handlers.default_export.as_ref() == Some(&self.units.binding(bound).name)
            })
        };
        !facts.exports.is_empty() || handlers.writes_exports.contains(&unit) || has_name_of_export()
    }

    /// Returns whether a call is one of a method that may be a framework's, and not one of a list.
    pub(super) fn is_on_object(&self, call: Node) -> bool {
        self.is_on_member(call) && !ListMethod::calls(self.called_plainly(call))
    }

    fn is_on_member(&self, call: Node) -> bool {
        !self.called_plainly(call).is_empty()
    }

    /// The name of the method that a call calls; empty where it calls none.
    fn called_plainly(&self, call: Node) -> &str {
        let ExprKind::Call { callee, .. } = self.units.kind(call) else { return "" };
        match self.units.kind(self.units.peeled(Node { unit: call.unit, expr: *callee })) {
            ExprKind::Member { property, .. } => property,
            _ => "",
        }
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
    pub(super) fn takes(&self, value: Node, name: &str) -> bool {
        let value = self.units.peeled(value);
        match self.units.kind(value) {
            ExprKind::Member { property, .. } => property == name,
            _ => self.taken_by_name(value).is_some_and(|(_, taken)| taken == name),
        }
    }

    /// The values that object literals of a file have under a name.
    pub(super) fn entries_named(&self, file: LocalFile, name: &str) -> Vec<Node> {
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
