//! The changes that a function allows: `await`, `return`, becoming `async`.

use super::repair::Finder;
use super::uses::Use;
use crate::eval::units::Node;
use crate::eval::units::files::LocalFile;
use crate::eval::{FunctionRef, ListMethod};
use crate::facts::{BindingSource, Body, Exported, ExprKind, Owner, ScopeKind};

impl Finder<'_, '_, '_> {
    /// Returns whether `await` is allowed where `node` is.
    pub(super) fn awaits(&self, node: Node) -> bool {
        if self.is_in_class_body(node) {
            return false;
        }
        match self.promises.function_around(node) {
            Some((unit, id)) => self.promises.eval().units.unit(unit).functions[id.index()].is_async,
            None => self.is_module() && !self.is_svelte(),
        }
    }

    /// Returns whether the code is that of a Svelte component: there `await` is allowed in functions only.
    fn is_svelte(&self) -> bool {
        let path = self.promises.eval().units.files.here();
        path.is_some_and(|path| path.extension().is_some_and(|extension| extension == "svelte"))
    }

    /// Returns whether `node` is in a static block, or in the initializer of a field or of a parameter, where neither
    /// `await` nor `return` belongs to the function around.
    pub(super) fn is_in_class_body(&self, node: Node) -> bool {
        let facts = self.promises.eval().units.unit(node.unit);
        let range = facts.exprs[node.expr.index()].range;
        let scope = facts.exprs.iter().find_map(|expr| match &expr.kind {
            ExprKind::Ident(_, scope) | ExprKind::This(scope) if range.contains(expr.range) => Some(*scope),
            _ => None,
        });
        let mut scope = scope;
        while let Some(at) = scope {
            let here = &facts.scopes[at.index()];
            match here.kind {
                ScopeKind::Class(_) | ScopeKind::Static(_) => return true,
                // The body of an arrow without braces; anything else here is an initializer of a parameter.
                ScopeKind::Function(id) => {
                    return !matches!(facts.functions[id.index()].body, Body::Expr(body)
                        if facts.exprs[body.index()].range.contains(range));
                }
                ScopeKind::Unit | ScopeKind::Block => scope = here.parent,
            }
        }
        false
    }

    /// Returns whether the function around is one that answers a request: the visitor waits as long as it does.
    pub(super) fn answers(&self, node: Node) -> bool {
        const ANSWERS: [&str; 4] = ["res", "resp", "response", "reply"];
        let Some((unit, id)) = self.promises.function_around(node) else { return false };
        self.promises.eval().units.unit(unit).bindings.iter().any(|binding| {
            matches!(&binding.source, BindingSource::Parameter { function, .. } if *function == id)
                && ANSWERS.contains(&binding.name.as_str())
        })
    }

    /// Returns whether `node` is the last statement of a function that returns nothing so far. `mapped` tells that it
    /// is the callback of a `forEach` that becomes a `map`.
    pub(super) fn is_last_statement(&self, function: FunctionRef, node: Node, mapped: bool) -> bool {
        let (unit, id) = function;
        let range = self.promises.eval().units.range(node);
        let units = &self.promises.eval().units;
        let facts = &units.unit(unit).functions[id.index()];
        let Body::Unit(ordinal) = facts.body else { return false };
        let body = self.promises.body(function);
        let returns = !units.unit(units.child(unit, ordinal)).returns.is_empty();
        let plain = !returns && !facts.generator && facts.returns.is_none() && (mapped || self.may_return(function));
        let once = self.promises.around(node).loops.iter().all(|it| it.method.is_some());
        let whole = self.promises.uses(node.unit).get(node.expr) == Use::Dropped;
        if !plain || !once || !whole || !body.contains(range) || self.is_in_class_body(node) {
            return false;
        }
        let after = self.rope.byte_slice(range.end()..body.end()).to_string();
        after.trim_start_matches(|c: char| c == ';' || c.is_whitespace()) == "}"
    }

    /// Returns whether the result of a function may be used: that of a setter, of a handler or of the callback of a
    /// `forEach` is not.
    fn may_return(&self, function: FunctionRef) -> bool {
        match self.promises.callback_of(function) {
            Some((call, _)) => self
                .promises
                .method_called(call)
                .is_some_and(|name| matches!(name.as_str(), "catch" | "finally" | "then") || ListMethod::maps(&name)),
            None => !self.is_constructor(function) && !self.is_setter(function),
        }
    }

    /// Methods of classes have names, as getters have; setters are not members.
    fn is_setter(&self, function: FunctionRef) -> bool {
        let (unit, id) = function;
        let owner = self.promises.eval().units.unit(unit).functions[id.index()].owner;
        matches!(owner, Owner::Instance(_) | Owner::Static(_)) && self.promises.name_of(function).is_none()
    }

    /// Returns whether a function may become `async`: it returns nothing so far, and declares no return type.
    pub(super) fn can_be_async(&self, function: FunctionRef) -> bool {
        let (unit, id) = function;
        let units = &self.promises.eval().units;
        let facts = &units.unit(unit).functions[id.index()];
        let Body::Unit(ordinal) = facts.body else { return false };
        let returns = !units.unit(units.child(unit, ordinal)).returns.is_empty();
        !facts.is_async && !facts.generator && !returns && facts.returns.is_none() && !self.is_constructor(function)
    }

    /// Returns whether a function is called by its name, and not passed to code that may use its result.
    pub(super) fn is_called_by_name(&self, (unit, id): FunctionRef) -> bool {
        let owner = self.promises.eval().units.unit(unit).functions[id.index()].owner;
        self.promises.name_of((unit, id)).is_some()
            && !matches!(owner, Owner::Object(_))
            && self.promises.callback_of((unit, id)).is_none()
    }

    fn is_constructor(&self, (unit, id): FunctionRef) -> bool {
        self.promises.eval().units.functions(unit).is_constructor(id)
    }

    /// Returns whether the analyzed file is a module, where `await` is allowed outside of functions.
    fn is_module(&self) -> bool {
        let units = &self.promises.eval().units;
        units.statements(LocalFile::HERE).any(|statement| {
            let facts = units.unit(statement);
            let exports = facts.exports.iter().any(|export| !matches!(export.what, Exported::Value(_)) || export.name == "default");
            let imports = facts.bindings.iter().any(|binding| {
                matches!(&binding.source, BindingSource::Import { import, .. } if !facts.imports[*import as usize].require)
            });
            exports || imports
        })
    }
}
