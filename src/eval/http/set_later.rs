//! The options that a file sets on a library for requests, or on an instance of it, after it was made:
//! `axios.defaults.baseURL = …`, `api.interceptors.request.use((config) => …)`.

use super::{OptionOf, entry};
use crate::eval::Eval;
use crate::eval::units::files::LocalFile;
use crate::eval::units::{Bound, Lookup, Node, UnitId, places};
use crate::eval::value::{Sender, SetOption, ValueKind};
use crate::facts::{Body, ExprKind, FunctionId, Key, Target};
use rustc_hash::FxHashMap;
use smol_str::SmolStr;
use std::rc::Rc;

/// A library, or the call that made an instance of it.
type Owner = (SmolStr, Option<Node>);

/// The expressions that a file sets as options, by what they are set on.
pub(in crate::eval) type SetLater = FxHashMap<Owner, Vec<(SetOption, Node)>>;

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
    /// The expressions that a file sets as options of a library, or of an instance of it.
    pub(super) fn set_on_sender(&self, sender: &Sender, file: LocalFile) -> Vec<(SetOption, Node)> {
        if sender.module != "axios" {
            return Vec::new();
        }
        let owner = owner(sender);
        let file = owner.1.map_or(file, |made| made.unit.file);
        let known = self.set_later.borrow().get(&file).cloned();
        let all = known.unwrap_or_else(|| {
            let found = Rc::new(self.set_later_in(file));
            self.set_later.borrow_mut().insert(file, found.clone());
            found
        });
        all.get(&owner).cloned().unwrap_or_default()
    }

    fn set_later_in(&self, file: LocalFile) -> SetLater {
        let mut found = SetLater::default();
        for (name, option) in NAMES {
            for (unit, write) in self.units.writes_naming(file, name) {
                let (Target::Member(object, _), Some(value)) = (&write.target, write.assigned()) else { continue };
                if let Some(owner) = self.defaults_of(Node { unit, expr: *object }, *option) {
                    found.entry(owner).or_default().push((*option, Node { unit, expr: value }));
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
    fn set_on_config(&self, unit: UnitId, config: Bound, set: &mut Vec<(SetOption, Node)>) {
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
                    set.push((*option, Node { unit, expr: value }));
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
                    set.push((SetOption::Authorization, *value));
                }
            }
        }
    }

    /// `(config) => ({ ...config, baseURL: … })`
    fn set_by_result(&self, (unit, function): (UnitId, FunctionId), set: &mut Vec<(SetOption, Node)>) {
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
                    set.push((option, value.node));
                }
            }
            if let OptionOf::Is(headers) = entry(self, &object, "headers") {
                self.set_by_headers(headers.node, set);
            }
        }
    }

    fn set_by_headers(&self, headers: Node, set: &mut Vec<(SetOption, Node)>) {
        if let OptionOf::Is(value) = entry(self, &self.eval(headers, &None), "authorization") {
            set.push((SetOption::Authorization, value.node));
        }
    }
}
