//! The options that files set on a library for requests, or on an instance of it, after it was made:
//! `axios.defaults.baseURL = …`, `api.interceptors.request.use((config) => …)`.

use super::{OptionOf, entry};
use crate::eval::Eval;
use crate::eval::units::files::LocalFile;
use crate::eval::units::{Bound, Lookup, Node, UnitId, places};
use crate::eval::value::{Sender, SetOption, ValueKind};
use crate::facts::{Body, ExprId, ExprKind, FunctionId, Key, OPTIONS_SET, Target, TemplatePart};
use rustc_hash::FxHashMap;
use smol_str::SmolStr;
use std::rc::Rc;

/// A library, or the call that made an instance of it.
type Owner = (SmolStr, Option<Node>);

/// An expression that is set as an option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::eval) struct Set {
    option: SetOption,
    node: Node,
    /// True when it is a default that is assigned, and not set by a function for each request.
    is_default: bool,
}

impl Set {
    /// One that a function sets for each request.
    fn for_each(option: SetOption, node: Node) -> Self {
        Self { option, node, is_default: false }
    }
}

/// The expressions that a file sets as options, by what they are set on.
pub(in crate::eval) type SetLater = FxHashMap<Owner, Vec<Set>>;

/// The names under which options are set.
const NAMES: &[(&str, SetOption)] = &[
    ("baseURL", SetOption::BaseUrl),
    ("Authorization", SetOption::Authorization),
    ("authorization", SetOption::Authorization),
    ("auth", SetOption::Auth),
];

fn owner(sender: &Sender) -> Owner {
    (sender.module.clone(), sender.made.as_ref().map(|made| made.call))
}

impl Eval<'_> {
    /// The expressions that are set as options of a library, or of an instance of it, for a request in a file: there, where
    /// the instance is made, and in other files of the package.
    pub(super) fn set_on_sender(&self, sender: &Sender, request: Node) -> Vec<(SetOption, Node)> {
        if sender.module != "axios" {
            return Vec::new();
        }
        let owner = owner(sender);
        let mut files = vec![request.unit.file];
        files.extend(owner.1.map(|made| made.unit.file));
        files.push(LocalFile::HERE);
        files.extend(self.handing(&OPTIONS_SET).iter().copied());
        let mut all: Vec<Set> = Vec::new();
        for (at, file) in files.iter().enumerate() {
            if !files[..at].contains(file) {
                all.extend(self.set_in(*file).get(&owner).into_iter().flatten());
            }
        }
        self.settled(all, request)
    }

    fn set_in(&self, file: LocalFile) -> Rc<SetLater> {
        let known = self.set_later.borrow().get(&file).cloned();
        known.unwrap_or_else(|| {
            let found = Rc::new(self.set_later_in(file));
            self.set_later.borrow_mut().insert(file, found.clone());
            found
        })
    }

    /// Leaves one of several values of an option where they are the same, or where one module sets one after the other.
    fn settled(&self, mut all: Vec<Set>, request: Node) -> Vec<(SetOption, Node)> {
        let mut left = Vec::new();
        while let Some(first) = all.first().copied() {
            let (same, rest): (Vec<Set>, Vec<Set>) = all.into_iter().partition(|set| set.option == first.option);
            all = rest;
            let one = if same.iter().all(|set| self.is_same_code(set.node, first.node)) {
                Some(first)
            } else {
                self.last_set(&same, request)
            };
            match one {
                Some(set) => left.push((set.option, set.node)),
                None => left.extend(same.into_iter().map(|set| (set.option, set.node))),
            }
        }
        left
    }

    /// The last of several defaults that one module assigns when it is loaded, for a request that is sent later.
    fn last_set(&self, all: &[Set], request: Node) -> Option<Set> {
        let file = all.first()?.node.unit.file;
        let at_load =
            all.iter().all(|set| set.is_default && set.node.unit.file == file && self.is_certain_at_load(set.node));
        let is_later = request.unit.file != file || !self.is_at_load(request);
        let last = all.iter().max_by_key(|set| self.units.range(set.node).start)?;
        (at_load && is_later).then_some(*last)
    }

    /// Returns whether an expression is one of a statement of the module, and not of a function in it.
    fn is_at_load(&self, node: Node) -> bool {
        let range = self.units.unit(node.unit).exprs[node.expr.index()].range;
        let is_statement = self.units.outer(node.unit).is_some_and(|(outer, _)| self.units.outer(outer).is_none());
        is_statement && self.units.functions(node.unit).arrows.around(range).next().is_none()
    }

    /// The same of one that runs in every case.
    fn is_certain_at_load(&self, node: Node) -> bool {
        let facts = self.units.unit(node.unit);
        let range = facts.exprs[node.expr.index()].range;
        let flow = self.units.flow(node.unit);
        self.is_at_load(node)
            && flow.arms.around(range).next().is_none()
            && flow.loops.around(range).next().is_none()
            && flow.tries.around(range).next().is_none()
    }

    /// Returns whether two expressions are written alike, of names that mean the same.
    fn is_same_code(&self, one: Node, other: Node) -> bool {
        let (one, other) = (self.units.peeled(one), self.units.peeled(other));
        if one == other {
            return true;
        }
        let of = |expr: ExprId| Node { expr, ..one };
        let as_well = |expr: ExprId| Node { expr, ..other };
        match (self.units.kind(one), self.units.kind(other)) {
            (ExprKind::String(one), ExprKind::String(other)) => one == other,
            (ExprKind::Template(parts), ExprKind::Template(others)) => {
                parts.len() == others.len()
                    && parts.iter().zip(others).all(|pair| match pair {
                        (TemplatePart::Text(one), TemplatePart::Text(other)) => one == other,
                        (TemplatePart::Value(one), TemplatePart::Value(other)) => {
                            self.is_same_code(of(*one), as_well(*other))
                        }
                        _ => false,
                    })
            }
            (ExprKind::Binary(op, a, b), ExprKind::Binary(other_op, c, d)) => {
                op == other_op && self.is_same_code(of(*a), as_well(*c)) && self.is_same_code(of(*b), as_well(*d))
            }
            (ExprKind::Member { .. } | ExprKind::Ident(..), ExprKind::Member { .. } | ExprKind::Ident(..)) => {
                match (self.narrowly(one, &None).kind, self.narrowly(other, &None).kind) {
                    (ValueKind::Env(one), ValueKind::Env(other)) => one == other,
                    (ValueKind::Str(one), ValueKind::Str(other)) => one == other,
                    _ => false,
                }
            }
            _ => false,
        }
    }

    fn set_later_in(&self, file: LocalFile) -> SetLater {
        let mut found = SetLater::default();
        for (name, option) in NAMES {
            for (unit, write) in self.units.writes_naming(file, name) {
                let (Target::Member(object, _), Some(value)) = (&write.target, write.assigned()) else { continue };
                if let Some(owner) = self.defaults_of(Node { unit, expr: *object }, *option) {
                    let set = Set { option: *option, node: Node { unit, expr: value }, is_default: true };
                    found.entry(owner).or_default().push(set);
                }
            }
        }
        for (unit, owner, function) in self.interceptors(file) {
            let set = found.entry(owner).or_default();
            if let Some(config) = self.parameter(function, 0) {
                self.set_on_config(unit, config, set);
            }
            self.set_by_result(function, set);
        }
        found
    }

    /// The library whose defaults an expression names: `axios.defaults`, for a header `axios.defaults.headers.common`.
    fn defaults_of(&self, object: Node, option: SetOption) -> Option<Owner> {
        let headers = |node: Node| self.member_of(node, "headers");
        let defaults = if option == SetOption::Authorization {
            // `defaults.headers.common`, `defaults.headers.post` or, in older code, `defaults.headers` itself.
            headers(object).or_else(|| match self.units.kind(self.units.peeled(object)) {
                ExprKind::Member { object: of, .. } => headers(Node { expr: *of, ..object }),
                _ => None,
            })?
        } else {
            object
        };
        self.sender_at(self.member_of(defaults, "defaults")?)
    }

    /// The library, or the instance, that an expression is.
    fn sender_at(&self, node: Node) -> Option<Owner> {
        match self.narrowly(node, &None).kind {
            ValueKind::Sender(sender) if sender.function().is_empty() => Some(owner(&sender)),
            _ => None,
        }
    }

    /// The functions through which a file sends the options of requests, with the unit of the call and what the requests
    /// are sent with.
    fn interceptors(&self, file: LocalFile) -> Vec<(UnitId, Owner, (UnitId, FunctionId))> {
        let units = self.units.statements(file).flat_map(|unit| {
            let inside = self.units.inside(unit);
            std::iter::once(unit).chain(inside)
        });
        let mut found = Vec::new();
        for unit in units {
            for call in &self.units.unit(unit).calls {
                found.extend(self.interceptor(Node { unit, expr: *call }));
            }
        }
        found
    }

    fn interceptor(&self, call: Node) -> Option<(UnitId, Owner, (UnitId, FunctionId))> {
        let ExprKind::Call { callee, arguments } = self.units.kind(call) else { return None };
        let chain = self.member_of(Node { expr: *callee, ..call }, "use")?;
        let on = self.member_of(self.member_of(chain, "request")?, "interceptors")?;
        let owner = self.sender_at(on)?;
        let first = *places(call.unit, arguments).first()?;
        let ValueKind::Function(unit, function, _) = self.narrowly(first, &None).kind else { return None };
        Some((unit, owner, (unit, function)))
    }

    /// The object of which an expression is the member with this name.
    fn member_of(&self, node: Node, name: &str) -> Option<Node> {
        let node = self.units.peeled(node);
        match self.units.kind(node) {
            ExprKind::Member { object, property } if property == name => Some(Node { expr: *object, ..node }),
            _ => None,
        }
    }

    /// `config.baseURL = …`, `config.headers.Authorization = …`, `config.headers.set("Authorization", …)`
    fn set_on_config(&self, unit: UnitId, config: Bound, set: &mut Vec<Set>) {
        let is_config = |node: Node| match self.units.kind(self.units.peeled(node)) {
            ExprKind::Ident(name, scope) => {
                matches!(self.units.lookup(node.unit, *scope, name), Lookup::One(it) if it == config)
            }
            _ => false,
        };
        let is_headers = |node: Node| self.member_of(node, "headers").is_some_and(is_config);
        for (name, option) in NAMES {
            for (unit, write) in self.units.writes_naming(unit.file, name) {
                let (Target::Member(object, _), Some(value)) = (&write.target, write.assigned()) else { continue };
                let object = Node { unit, expr: *object };
                if if *option == SetOption::Authorization { is_headers(object) } else { is_config(object) } {
                    set.push(Set::for_each(*option, Node { unit, expr: value }));
                }
            }
        }
        for (unit, write) in self.units.writes_naming(unit.file, "headers") {
            let (Target::Member(object, Key::Name(_)), Some(value)) = (&write.target, write.assigned()) else {
                continue;
            };
            if is_config(Node { unit, expr: *object }) {
                self.set_by_headers(Node { unit, expr: value }, set);
            }
        }
        for name in self.units.references(config) {
            let facts = self.units.unit(name.unit);
            let headers = self.units.about(name.unit).get(name.expr).into_iter().flat_map(|about| &about.members);
            let calls = headers.flat_map(|headers| {
                let about = self.units.about(name.unit).get(*headers);
                about.into_iter().flat_map(|about| &about.calls)
            });
            for call in calls {
                let ExprKind::Call { callee, arguments } = &facts.exprs[call.index()].kind else { continue };
                let callee = Node { expr: *callee, ..name };
                if !self.member_of(callee, "set").is_some_and(is_headers) {
                    continue;
                }
                if let [key, value] = places(name.unit, arguments).as_slice()
                    && matches!(self.units.kind(*key), ExprKind::String(key) if key.eq_ignore_ascii_case("authorization"))
                {
                    set.push(Set::for_each(SetOption::Authorization, *value));
                }
            }
        }
    }

    /// `(config) => ({ ...config, baseURL: … })`
    fn set_by_result(&self, (unit, function): (UnitId, FunctionId), set: &mut Vec<Set>) {
        let results: Vec<Node> = match self.units.unit(unit).functions[function.index()].body {
            Body::Expr(expr) => vec![Node { unit, expr }],
            Body::Unit(ordinal) => {
                let body = self.units.child(unit, ordinal);
                self.units.unit(body).returns.iter().map(|expr| Node { unit: body, expr: *expr }).collect()
            }
            Body::None => Vec::new(),
        };
        for result in results {
            // What is returned as it was taken has its writes.
            if !matches!(self.units.kind(self.units.peeled(result)), ExprKind::Object(_)) {
                continue;
            }
            let object = self.eval(result, &None);
            for (name, option) in [("baseURL", SetOption::BaseUrl), ("auth", SetOption::Auth)] {
                if let OptionOf::Is(value) = entry(self, &object, name) {
                    set.push(Set::for_each(option, value.node));
                }
            }
            if let OptionOf::Is(headers) = entry(self, &object, "headers") {
                self.set_by_headers(headers.node, set);
            }
        }
    }

    fn set_by_headers(&self, headers: Node, set: &mut Vec<Set>) {
        if let OptionOf::Is(value) = entry(self, &self.eval(headers, &None), "authorization") {
            set.push(Set::for_each(SetOption::Authorization, value.node));
        }
    }
}
