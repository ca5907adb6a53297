//! Functions: their parameters here, their blocks each a unit of its own.

use super::{Lower, children};
use crate::facts::expr::{ExprId, ExprKind, FunctionId, ScopeId};
use crate::facts::grammar::K;
use crate::facts::unit::{BindingSource, Body, Function, Owner, PatternStep, ScopeKind};
use crate::facts::{BindingId, TypeId};
use tree_sitter::Node;

impl<'t> Lower<'_, 't> {
    pub(super) fn function_declaration(&mut self, node: Node<'t>, scope: ScopeId) {
        let function = self.function(node, scope, Owner::None);
        if let Some(name) = self.field(node, self.ctx.grammar.fields.name) {
            let (text, range) = (self.text(name), self.range(name));
            self.bind(text, range, scope, BindingSource::Function(function));
        }
    }

    /// Any node that is a function: a declaration, an expression, an arrow, a method.
    pub(super) fn function(&mut self, node: Node<'t>, scope: ScopeId, owner: Owner) -> FunctionId {
        let f = &self.ctx.grammar.fields;
        let kind = self.kind(node);
        let id = FunctionId(self.unit.functions.len() as u32);
        self.unit.functions.push(Function {
            arrow: kind == K::Arrow,
            generator: matches!(kind, K::GeneratorDeclaration | K::GeneratorFunction)
                || kind == K::Method && super::import::has_token(node, "*"),
            is_async: super::import::has_token(node, "async"),
            head: self.head(node, kind),
            owner,
            parameters: 0,
            body: Body::None,
            returns: None,
            this: None,
            declared: None,
        });
        let inner = self.scope(scope, ScopeKind::Function(id));
        self.type_parameters(node, inner);
        if matches!(kind, K::FunctionExpression | K::GeneratorFunction)
            && let Some(name) = self.field(node, f.name)
        {
            let (text, range) = (self.text(name), self.range(name));
            self.bind(text, range, inner, BindingSource::Function(id));
        }
        // `var`s of default values are rare; they would belong to the function, so nothing outside sees them.
        let var_scope = std::mem::replace(&mut self.var_scope, inner);
        self.parameters(node, inner, id);
        self.documented(node, id, inner);
        let body = match self.field(node, f.body) {
            None => Body::None,
            Some(body) if self.kind(body) == K::Block => {
                self.child(body, inner, |lower, node| lower.function_body(node));
                Body::Unit(self.unit.children.len() as u32 - 1)
            }
            Some(body) => Body::Expr(self.expr(body, inner)),
        };
        self.var_scope = var_scope;
        let returns = self.field(node, f.return_type).map(|n| self.type_of(n, inner));
        let function = &mut self.unit.functions[id.index()];
        function.body = body;
        function.returns = returns.or(function.returns);
        id
    }

    /// Keeps the declared type of a value that is a function, or of one written inside casts.
    pub(super) fn declared(&mut self, value: Option<ExprId>, ty: TypeId) {
        let Some(value) = value.map(|value| self.unit.peeled(value)) else { return };
        if let ExprKind::Function(function) = self.unit.exprs[value.index()].kind {
            self.unit.functions[function.index()].declared = Some(ty);
        }
    }

    /// The place for `async`: before the name of a method, before the whole of anything else.
    fn head(&self, node: Node<'t>, kind: K) -> u32 {
        let name = if kind == K::Method { self.field(node, self.ctx.grammar.fields.name) } else { None };
        self.range(name.unwrap_or(node)).start
    }

    fn parameters(&mut self, node: Node<'t>, scope: ScopeId, function: FunctionId) {
        let f = &self.ctx.grammar.fields;
        // `x => …`
        if let Some(only) = self.field(node, f.parameter) {
            self.parameter(only, scope, function, 0, None, None);
            self.unit.functions[function.index()].parameters = 1;
        }
        let mut count = 0;
        for parameter in self.field(node, f.parameters).into_iter().flat_map(children) {
            // Tolerates a broken parameter: the others keep their places only if it is the last one, so the rest is
            // left out.
            if parameter.has_error() {
                break;
            }
            let pattern = self.field(parameter, f.pattern).unwrap_or(parameter);
            let ty = self.field(parameter, f.r#type).map(|n| self.type_of(n, scope));
            let ty = ty.map(|ty| self.unless_left_out(ty, parameter));
            // `this: T` only says what `this` is.
            if self.kind(pattern) == K::This {
                self.unit.functions[function.index()].this = ty;
                continue;
            }
            let ty = ty.or_else(|| self.doc_type_at(parameter.start_byte(), scope));
            let ty = self.or_injected(ty, parameter, scope);
            let default = self.field(parameter, f.value).map(|n| self.expr(n, scope));
            self.parameter(pattern, scope, function, count, ty, default);
            count += 1;
        }
        let function = &mut self.unit.functions[function.index()];
        function.parameters = function.parameters.max(count);
    }

    fn parameter(
        &mut self,
        pattern: Node<'t>,
        scope: ScopeId,
        function: FunctionId,
        index: u32,
        ty: Option<TypeId>,
        default: Option<crate::facts::ExprId>,
    ) {
        let mut path: Vec<PatternStep> = default.map(PatternStep::Default).into_iter().collect();
        let first = self.unit.bindings.len();
        self.pattern(pattern, scope, &mut path, &mut |lower, name, range, path| {
            lower.bind(name, range, scope, BindingSource::Parameter { function, index, path: path.into() });
        });
        for binding in &mut self.unit.bindings[first..] {
            binding.ty = ty;
        }
    }

    /// The parameters of a constructor that are fields at the same time, with their names' bindings.
    pub(super) fn field_parameters(&mut self, constructor: Node<'t>, function: FunctionId) -> Vec<BindingId> {
        let f = &self.ctx.grammar.fields;
        let mut fields = Vec::new();
        for (index, parameter) in self.field(constructor, f.parameters).into_iter().flat_map(children).enumerate() {
            let modified = children(parameter)
                .any(|n| matches!(self.kind(n), K::AccessibilityModifier | K::OverrideModifier))
                || super::import::has_token(parameter, "readonly");
            if !modified {
                continue;
            }
            let found = self.unit.bindings.iter().rposition(|b| {
                matches!(&b.source, BindingSource::Parameter { function: of, index: at, .. }
                    if *of == function && *at == index as u32)
            });
            fields.extend(found.map(|at| BindingId(at as u32)));
        }
        fields
    }
}
