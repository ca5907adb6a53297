//! Calls and constructions.

use super::{Lower, children};
use crate::facts::expr::{Element, ExprId, ExprKind, ScopeId};
use crate::facts::grammar::K;
use tree_sitter::Node;

impl<'t> Lower<'_, 't> {
    /// `callee(…)`, `` tag`…` ``
    pub(super) fn call(&mut self, node: Node<'t>, scope: ScopeId) -> ExprId {
        let f = &self.cx.grammar.fields;
        let (Some(callee_node), Some(list)) = (self.field(node, f.function), self.field(node, f.arguments)) else {
            return self.unknown(node, scope);
        };
        if let Some(module) = self.loaded_module(callee_node, list) {
            return self.push(ExprKind::Load(module), node);
        }
        let callee = self.expr(callee_node, scope);
        let arguments = match self.kind(list) {
            K::Arguments => self.elements(list, scope),
            // A tagged template.
            _ => {
                self.expr(list, scope);
                [Element::Spread(None)].into()
            }
        };
        let call = self.push(ExprKind::Call { callee, arguments }, node);
        self.unit.calls.push(call);
        self.says(call, self.first_type_argument(node), scope);
        call
    }

    /// `T` of `call<T>(…)` and `<T>value`
    pub(super) fn first_type_argument(&self, node: Node<'t>) -> Option<Node<'t>> {
        let list = children(node).find(|n| self.kind(*n) == K::TypeArguments)?;
        children(list).next()
    }

    /// The module of `require("module")` and `import("module")`.
    fn loaded_module(&self, callee: Node<'t>, arguments: Node<'t>) -> Option<smol_str::SmolStr> {
        let loads = match self.kind(callee) {
            K::Import => true,
            K::Identifier => self.text(callee) == "require",
            _ => false,
        };
        if !loads {
            return None;
        }
        let first = children(arguments).next().filter(|n| matches!(self.kind(*n), K::String | K::Template))?;
        Some(self.string_value(first))
    }

    /// `new Class(…)`
    pub(super) fn construction(&mut self, node: Node<'t>, scope: ScopeId) -> ExprId {
        let f = &self.cx.grammar.fields;
        let Some(callee) = self.field(node, f.constructor) else { return self.unknown(node, scope) };
        let callee = self.expr(callee, scope);
        let list = self.field(node, f.arguments);
        let arguments = list.map(|n| self.elements(n, scope)).unwrap_or_default();
        let new = self.push(ExprKind::New { callee, arguments, bare: list.is_none() }, node);
        self.unit.calls.push(new);
        new
    }
}
