//! Calls and constructions.

use super::{Lower, children};
use crate::facts::expr::{Element, Expr, ExprId, ExprKind, ScopeId};
use crate::facts::grammar::K;
use crate::text::TextRange;
use tree_sitter::Node;

impl<'t> Lower<'_, 't> {
    /// `callee(…)`, `` tag`…` ``
    pub(super) fn call(&mut self, node: Node<'t>, scope: ScopeId) -> ExprId {
        let f = &self.ctx.grammar.fields;
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
        let (callee, around) = self.operand(callee, callee_node);
        let range = self.range(node);
        let start = if around.is_empty() { range.start } else { self.unit.exprs[callee.index()].range.start };
        let call = self.push_at(ExprKind::Call { callee, arguments }, TextRange { start, ..range });
        self.unit.calls.push(call);
        let optional = super::expression::is_optional(node, callee_node, list);
        self.unit.optional.extend(optional.then_some(call));
        self.says(call, self.type_said_of(node, callee), scope);
        self.put_around(call, around)
    }

    /// Returns the called expression, and the operators around it that take the call and not the called expression, the
    /// innermost first. The grammar reads `await call<T>(…)` as `(await call)<T>(…)`, and so with every operator before
    /// a call with type arguments; in the language a call binds tighter than all of them.
    fn operand(&self, mut callee: ExprId, node: Node<'t>) -> (ExprId, Vec<ExprId>) {
        let mut around = Vec::new();
        if matches!(self.kind(node), K::Await | K::Unary | K::Binary) {
            while let ExprKind::Await(inner)
            | ExprKind::Void(inner)
            | ExprKind::Unary(_, inner)
            | ExprKind::Binary(_, _, inner) = &self.unit.exprs[callee.index()].kind
            {
                around.push(callee);
                callee = *inner;
            }
            around.reverse();
        }
        (callee, around)
    }

    /// Puts operators around a call whose callee they were around.
    fn put_around(&mut self, call: ExprId, around: Vec<ExprId>) -> ExprId {
        let end = self.unit.exprs[call.index()].range.end;
        around.into_iter().fold(call, |inner, operator| {
            let Expr { range, kind } = &mut self.unit.exprs[operator.index()];
            let range = TextRange { end, ..*range };
            let kind = match std::mem::replace(kind, ExprKind::Unknown) {
                ExprKind::Await(_) => ExprKind::Await(inner),
                ExprKind::Void(_) => ExprKind::Void(inner),
                ExprKind::Unary(op, _) => ExprKind::Unary(op, inner),
                ExprKind::Binary(op, left, _) => ExprKind::Binary(op, left, inner),
                other => other,
            };
            self.push_at(kind, range)
        })
    }

    /// `T` of `call<T>(…)` and `<T>value`
    pub(super) fn first_type_argument(&self, node: Node<'t>) -> Option<Node<'t>> {
        let list = children(node).find(|n| self.kind(*n) == K::TypeArguments)?;
        children(list).next()
    }

    /// The type argument that says what a call gives: the first one, or the second one where the first one names the tag
    /// of a service itself (`Context.Tag("Cio")<Cio, TrackClient>()`).
    fn type_said_of(&self, node: Node<'t>, callee: ExprId) -> Option<Node<'t>> {
        let list = children(node).find(|n| self.kind(*n) == K::TypeArguments)?;
        let member = |callee: ExprId| match &self.unit.exprs[callee.index()].kind {
            ExprKind::Member { property, .. } => Some(property.as_str()),
            _ => None,
        };
        let is_of_tag = match &self.unit.exprs[callee.index()].kind {
            ExprKind::Call { callee, .. } => member(*callee) == Some("Tag"),
            _ => member(callee) == Some("GenericTag"),
        };
        if is_of_tag { children(list).last() } else { children(list).next() }
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
        let f = &self.ctx.grammar.fields;
        let Some(class) = self.field(node, f.constructor) else { return self.unknown(node, scope) };
        let callee = self.expr(class, scope);
        let list = self.field(node, f.arguments);
        let arguments = list.map(|n| self.elements(n, scope)).unwrap_or_default();
        let new = self.push(ExprKind::New { callee, arguments, bare: list.is_none() }, node);
        self.unit.calls.push(new);
        self.says_of_construction(new, node, class, scope);
        new
    }
}
