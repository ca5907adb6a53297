//! Statements that steer: `if`, `switch`, loops, `try`, `throw`; and those that drop a value.

use super::statement::is_statement;
use super::{Lower, children};
use crate::facts::expr::{ExprId, ScopeId};
use crate::facts::flow::{Case, Handler, Loop, Try};
use crate::facts::grammar::K;
use crate::facts::unit::{BindingSource, ScopeKind};
use crate::facts::{Binding, BindingId};
use tree_sitter::Node;

impl<'t> Lower<'_, 't> {
    /// A statement that is one expression, whose value goes nowhere. Broken code may be a part of something else.
    pub(super) fn expression_statement(&mut self, node: Node<'t>, scope: ScopeId) {
        for child in children(node) {
            let kind = self.kind(child);
            if is_statement(kind) || kind == K::Error {
                self.statement(child, scope);
                continue;
            }
            let value = self.expr(child, scope);
            if !node.has_error() {
                self.unit.flow.dropped.push(value);
            }
        }
    }

    pub(super) fn if_statement(&mut self, node: Node<'t>, scope: ScopeId) {
        let f = &self.ctx.grammar.fields;
        self.tested(node, scope);
        for arm in [f.consequence, f.alternative] {
            if let Some(arm) = self.field(node, arm) {
                let range = self.range(arm);
                self.unit.flow.arms.push(range);
            }
        }
    }

    /// The parts of a statement that tests something.
    pub(super) fn tested(&mut self, node: Node<'t>, scope: ScopeId) {
        let condition = self.field(node, self.ctx.grammar.fields.condition);
        for child in children(node) {
            if condition == Some(child) && self.kind(child) == K::Paren {
                let test = self.expr(child, scope);
                self.unit.flow.tested.push(test);
            } else {
                self.statement(child, scope);
            }
        }
    }

    pub(super) fn switch(&mut self, node: Node<'t>, scope: ScopeId) {
        let f = &self.ctx.grammar.fields;
        let value = self.field(node, f.value).map(|value| self.expr(value, scope));
        let around = std::mem::replace(&mut self.switched, value);
        if let Some(body) = self.field(node, f.body) {
            self.statement(body, scope);
        }
        self.switched = around;
    }

    pub(super) fn case(&mut self, node: Node<'t>, scope: ScopeId) {
        let value = self.field(node, self.ctx.grammar.fields.value);
        for child in children(node) {
            if value == Some(child) {
                let value = self.expr(child, scope);
                self.unit.flow.cases.extend(self.switched.map(|of| Case { of, value }));
            } else {
                self.listed(child, scope);
            }
        }
        let range = self.range(node);
        self.unit.flow.arms.push(range);
    }

    /// Remembers a loop; `each` is the iterable of a `for … of`.
    pub(super) fn looped(&mut self, node: Node<'t>, each: Option<ExprId>) {
        if let Some(body) = self.field(node, self.ctx.grammar.fields.body) {
            let body = self.range(body);
            self.unit.flow.loops.push(Loop { body, each });
        }
    }

    /// Remembers a statement that leaves a loop.
    pub(super) fn exit(&mut self, node: Node<'t>) {
        let range = self.range(node);
        self.unit.flow.exits.push(range);
    }

    pub(super) fn throw(&mut self, node: Node<'t>, scope: ScopeId) {
        self.statements(node, scope);
        let range = self.range(node);
        self.unit.flow.throws.push(range);
    }

    pub(super) fn try_statement(&mut self, node: Node<'t>, scope: ScopeId) {
        let (mut block, mut handler, mut finalizer) = (None, None, None);
        for child in children(node) {
            match self.kind(child) {
                K::Catch => handler = self.catch(child, scope),
                K::Finally => {
                    self.statement(child, scope);
                    finalizer = Some(self.range(child));
                }
                _ => {
                    self.statement(child, scope);
                    block = block.or(Some(self.range(child)));
                }
            }
        }
        if let Some(block) = block {
            self.unit.flow.tries.push(Try { block, handler, finalizer });
        }
    }

    /// A `catch` clause; `None` when it has no body yet.
    pub(super) fn catch(&mut self, node: Node<'t>, scope: ScopeId) -> Option<Handler> {
        let f = &self.ctx.grammar.fields;
        let inner = self.scope(scope, ScopeKind::Block);
        let first = self.unit.bindings.len();
        if let Some(parameter) = self.field(node, f.parameter) {
            self.pattern(parameter, inner, &mut Vec::new(), &mut |lower, name, range, path| {
                lower.bind(name, range, inner, BindingSource::Caught { path: path.into() });
            });
        }
        let whole = self.field(node, f.parameter).is_some_and(|n| self.kind(n) == K::Identifier);
        let named = |bindings: &[Binding]| bindings.len() == first + 1 && whole;
        let parameter = named(&self.unit.bindings).then_some(BindingId(first as u32));
        let body = self.field(node, f.body)?;
        self.statement(body, inner);
        Some(Handler { range: self.range(node), body: self.range(body), parameter })
    }
}
