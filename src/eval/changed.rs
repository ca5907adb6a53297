//! Changes to an object beyond its literal and plain assignments: it is passed to code that may add to it or replace
//! parts of it, keys are deleted, objects inside it are written to. Less is certain of it then.

use super::Eval;
use super::ask::{Answer, Question};
use super::changes::Changes;
use super::units::places;
use super::units::{Bound, Lookup, Node, UnitId};
use super::value::{Object, ValueKind};
use crate::facts::{BindingSource, Element, ExprId, ExprKind, Key, Target, UnaryOp, Write};
use smol_str::SmolStr;
use std::rc::Rc;

/// Functions of libraries that change their first argument.
const CHANGERS: &[&str] = &[
    "assign",
    "assignIn",
    "assignWith",
    "defaults",
    "defaultsDeep",
    "extend",
    "merge",
    "mergeWith",
    "set",
    "setWith",
    "unset",
    "update",
];

/// Methods that change the list that they are called on.
const LIST_CHANGERS: &[&str] = &["fill", "pop", "push", "shift", "splice", "unshift"];

/// Functions that only look at their arguments, by their usual names.
const LOOKERS: &[&str] = &["debug", "error", "info", "log", "trace", "verbose", "warn"];

impl Eval<'_> {
    /// The places that name an object: the variable or the field that holds it.
    pub(super) fn names_of(&self, object: &Object) -> Vec<Node> {
        let passed = object.parameter.iter().flat_map(|parameter| self.units.references(*parameter));
        match (&object.bound, &object.field) {
            (Some(bound), _) => self.units.references(*bound).chain(passed).collect(),
            (None, Some((class, field))) => self.members_named(*class, field),
            (None, None) => passed.collect(),
        }
    }

    /// `this.field` and its like in the unit of a class and all units inside it.
    fn members_named(&self, class: UnitId, field: &str) -> Vec<Node> {
        let units = std::iter::once(class).chain(self.units.inside(class));
        let named = units.flat_map(|unit| {
            let exprs = self.units.unit(unit).exprs.iter().enumerate();
            exprs.filter_map(move |(at, expr)| match &expr.kind {
                ExprKind::Member { property, .. } if property == field => Some(Node { unit, expr: ExprId(at as u32) }),
                _ => None,
            })
        });
        named.collect()
    }

    /// Returns the possible changes of an object that a variable or a field holds.
    pub(super) fn changes(&self, object: &Object, names: &[Node]) -> Rc<Changes> {
        match (object.bound, object.parameter) {
            (Some(bound), None) | (None, Some(bound)) => self.changes_of(bound),
            _ => Rc::new(self.changes_by(names)),
        }
    }

    /// Returns whether the file takes something out of an object, or writes into what is in it.
    pub fn loses_keys(&self, object: &Object) -> bool {
        !self.changes(object, &self.names_of(object)).keys.is_empty()
    }

    pub(super) fn changes_of(&self, bound: Bound) -> Rc<Changes> {
        // A function that calls itself with the object adds nothing to what it does.
        let none = || Answer::Changes(Rc::default());
        let place = Node { unit: bound.unit, expr: ExprId(0) };
        let answer = self.ask(Question::Changes(bound), &None, place, none, || {
            let names: Vec<Node> = self.units.references(bound).collect();
            Answer::Changes(Rc::new(self.changes_by(&names)))
        });
        if let Answer::Changes(changes) = answer { changes } else { Rc::default() }
    }

    fn changes_by(&self, names: &[Node]) -> Changes {
        let mut changes = Changes::default();
        for name in names {
            let facts = self.units.unit(name.unit);
            let Some(about) = self.units.about(name.unit).get(name.expr) else { continue };
            for call in &about.calls {
                self.changed_by_call(*name, Node { unit: name.unit, expr: *call }, &mut changes);
            }
            // `const other = object;`
            for binding in &about.bindings {
                if let BindingSource::Variable { value: Some(value), .. } = &facts.bindings[binding.index()].source
                    && let Some(key) = self.named(*value, *name)
                {
                    let other = Bound { unit: name.unit, binding: *binding };
                    changes.take_in(&self.changed_in(other), key.as_ref());
                }
            }
            // `object.key.other = …`
            for write in &about.writes {
                if let Target::Member(object, _) = &facts.writes[*write as usize].target
                    && let Some(Some(key)) = self.named(*object, *name)
                {
                    changes.keys.push(key);
                }
            }
            // `delete object.key;`
            for dropped in &about.dropped {
                if let ExprKind::Unary(UnaryOp::Other, what) = &facts.exprs[dropped.index()].kind
                    && let Some(Some(key)) = self.named(*what, *name)
                {
                    changes.keys.push(key);
                }
            }
        }
        changes.all |= self.is_walked(names) && names.iter().any(|name| self.is_written_by_key(*name));
        changes
    }

    /// Returns whether an expression is what `name` names, or a member of it: then with the member's key.
    fn named(&self, expr: ExprId, name: Node) -> Option<Option<SmolStr>> {
        let node = self.units.peeled(Node { unit: name.unit, expr });
        match self.units.kind(node) {
            _ if node == name => Some(None),
            ExprKind::Member { object, property } => {
                let object = self.units.peeled(Node { unit: name.unit, expr: *object });
                (object == name).then(|| Some(property.clone()))
            }
            _ => None,
        }
    }

    /// Returns whether something is written under keys that only running code knows.
    fn is_written_by_key(&self, name: Node) -> bool {
        self.writes_about(name).any(|write| match &write.target {
            Target::Member(object, Key::Computed(key)) => {
                self.named(*object, name) == Some(None)
                    && self.value(Node { unit: name.unit, expr: *key }).as_str().is_none()
            }
            _ => false,
        })
    }

    /// Returns whether code goes through the entries of an object: `Object.keys(object)`, `object[key]`.
    fn is_walked(&self, names: &[Node]) -> bool {
        names.iter().any(|name| {
            let facts = self.units.unit(name.unit);
            let walks = |call: &ExprId| match &facts.exprs[call.index()].kind {
                ExprKind::Call { callee, arguments } => {
                    matches!(arguments.first(), Some(Element::Item(first)) if self.named(*first, *name) == Some(None))
                        && matches!(self.method_of_global(Node { unit: name.unit, expr: *callee }),
                            Some((of, "keys" | "entries" | "values" | "ownKeys")) if of == "Object" || of == "Reflect")
                }
                _ => false,
            };
            let Some(about) = self.units.about(name.unit).get(name.expr) else { return false };
            let is_read =
                |expr: &ExprId| !self.units.flow(name.unit).written.contains(&facts.exprs[expr.index()].range);
            about.calls.iter().any(walks) || about.indexed.iter().any(is_read)
        })
    }

    /// `Object.keys`: the name that nothing of the project has, and the member.
    fn method_of_global(&self, callee: Node) -> Option<(&SmolStr, &str)> {
        let ExprKind::Member { object, property } = self.units.kind(self.units.peeled(callee)) else { return None };
        let name = self.units.global_name(Node { unit: callee.unit, expr: *object })?;
        Some((name, property.as_str()))
    }

    fn changed_by_call(&self, name: Node, call: Node, changes: &mut Changes) {
        let ExprKind::Call { callee, arguments } = self.units.kind(call) else { return };
        let callee = self.units.peeled(Node { unit: call.unit, expr: *callee });
        if let ExprKind::Member { object, property } = self.units.kind(callee)
            && LIST_CHANGERS.contains(&property.as_str())
            && let Some(Some(key)) = self.named(*object, name)
        {
            changes.keys.push(key);
        }
        for (at, argument) in arguments.iter().enumerate() {
            if let Element::Item(argument) = argument
                && let Some(key) = self.named(*argument, name)
            {
                self.handed(call, callee, at as u32, key.as_ref(), changes);
            }
        }
    }

    /// An object is the argument of a call at `at`, or its value under `key` is.
    fn handed(&self, call: Node, callee: Node, at: u32, key: Option<&SmolStr>, changes: &mut Changes) {
        if self.on_client(call, &None).is_some() {
            return;
        }
        if let Some((global, method)) = self.method_of_global(callee) {
            match (global.as_str(), method) {
                // What is assigned is seen: see `Eval::assigned_to`.
                ("Object", "assign") if key.is_none() => return,
                ("Object", "assign" | "defineProperty" | "defineProperties" | "setPrototypeOf")
                | ("Reflect", "set" | "defineProperty" | "deleteProperty")
                    if at == 0 =>
                {
                    return changes.other(key);
                }
                ("_" | "lodash", _) if at == 0 && CHANGERS.contains(&method) => return changes.other(key),
                ("Object" | "Reflect" | "JSON" | "Array" | "Promise" | "Math" | "console" | "process", _) => return,
                _ => {}
            }
        }
        match self.value(callee).kind {
            ValueKind::Function(unit, function, _) => {
                let changed = self.parameter((unit, function), at).map(|parameter| self.changed_in(parameter));
                return changed.iter().for_each(|changed| changes.take_in(changed, key));
            }
            // What sends requests only reads what it is given.
            ValueKind::Sender(_) => return,
            _ if self.only_sends(callee) => return,
            _ => {}
        }
        match self.units.kind(callee) {
            ExprKind::Member { object, property } => {
                let property = property.as_str();
                if at == 0
                    && CHANGERS.contains(&property)
                    && self.is_imported(Node { unit: callee.unit, expr: *object })
                {
                    changes.other(key);
                } else if !LOOKERS.contains(&property) {
                    changes.grown(key);
                }
            }
            ExprKind::Ident(name, _) if LOOKERS.contains(&name.as_str()) => {}
            // What gives nothing that anybody looks at is called for what it does.
            ExprKind::Ident(..) if self.is_statement(call) => changes.other(key),
            _ => changes.grown(key),
        }
    }

    /// Returns whether something that is not of the project sends requests: `fetch`, and the helpers of n8n by their names.
    fn only_sends(&self, callee: Node) -> bool {
        match self.units.kind(callee) {
            ExprKind::Ident(..) => self.units.global_name(callee).is_some_and(|name| name == "fetch"),
            ExprKind::Member { property, object } if property == "request" => {
                let object = self.units.peeled(Node { unit: callee.unit, expr: *object });
                matches!(self.units.kind(object), ExprKind::Member { property, .. } if property == "helpers")
            }
            ExprKind::Member { property, .. } => super::http::is_helper(property),
            _ => false,
        }
    }

    /// Returns the changes to an object by another name of it: a parameter, a second variable.
    fn changed_in(&self, parameter: Bound) -> Changes {
        let names: Vec<Node> = self.units.references(parameter).collect();
        let mut changes = (*self.changes_of(parameter)).clone();
        for name in &names {
            let (assigned, closed) = self.assigned_to(*name);
            if !assigned.is_empty() || !closed {
                changes.other(None);
            }
            for write in self.writes_about(*name) {
                let Target::Member(object, key) = &write.target else { continue };
                if *object != name.expr {
                    continue;
                }
                changes.more = true;
                match self.key(name.unit, key, &None) {
                    Some(key) => changes.keys.push(key),
                    None => changes.all = true,
                }
            }
        }
        changes
    }

    fn is_imported(&self, node: Node) -> bool {
        let ExprKind::Ident(name, scope) = self.units.kind(node) else { return false };
        match self.units.lookup(node.unit, *scope, name) {
            Lookup::One(bound) => {
                let source = &self.units.binding(bound).source;
                let required = matches!(source, BindingSource::Variable { value: Some(value), .. }
                    if matches!(self.units.kind(Node { unit: bound.unit, expr: *value }), ExprKind::Load(_)));
                required || matches!(source, BindingSource::Import { .. })
            }
            _ => false,
        }
    }

    /// Returns whether a call is a statement by itself, awaited or not.
    fn is_statement(&self, call: Node) -> bool {
        self.units.flow(call.unit).statements.contains(&call.expr)
    }

    /// The assignments to members of a named object, and to members of these.
    pub(super) fn writes_about(&self, name: Node) -> impl Iterator<Item = &Write> {
        let about = self.units.about(name.unit).get(name.expr);
        let writes = about.into_iter().flat_map(|about| &about.writes);
        writes.map(move |at| &self.units.unit(name.unit).writes[*at as usize])
    }

    /// Returns the values that the calls `Object.assign(object, …)` assign to a named object, and whether those are
    /// all.
    pub(super) fn assigned_to(&self, name: Node) -> (Vec<Node>, bool) {
        let facts = self.units.unit(name.unit);
        let mut all = (Vec::new(), true);
        for call in self.units.about(name.unit).get(name.expr).into_iter().flat_map(|about| &about.calls) {
            let ExprKind::Call { callee, arguments } = &facts.exprs[call.index()].kind else { continue };
            let is_first =
                matches!(arguments.first(), Some(Element::Item(first)) if self.named(*first, name) == Some(None));
            if is_first
                && let Some((global, "assign")) = self.method_of_global(Node { unit: name.unit, expr: *callee })
                && global == "Object"
            {
                let (given, closed) = self.assigned_by(Node { unit: name.unit, expr: *call });
                all.0.extend(given);
                all.1 &= closed;
            }
        }
        all
    }

    /// Returns the values that a call of `Object.assign` assigns, and whether those are all.
    pub(super) fn assigned_by(&self, call: Node) -> (Vec<Node>, bool) {
        let ExprKind::Call { arguments, .. } = self.units.kind(call) else { return (Vec::new(), false) };
        let given = places(call.unit, arguments.get(1..).unwrap_or_default());
        let closed = given.len() + 1 == arguments.len();
        (given, closed)
    }

    /// Returns whether what happens at `node` may not have happened to an object: it is in a branch that does not
    /// contain the object's literal, or in another function.
    pub(super) fn is_conditional(&self, node: Node, object: &Object) -> bool {
        let made = object.node;
        if node.unit != made.unit {
            return true;
        }
        let facts = self.units.unit(node.unit);
        let range = |expr: ExprId| facts.exprs[expr.index()].range;
        let arms = self.units.flow(node.unit).arms.around(range(node.expr));
        arms.into_iter().any(|(arm, ())| !arm.contains(range(made.expr)))
    }
}
