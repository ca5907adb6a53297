//! Parameters and fields that a container fills by a token: `@Inject(CIO) private readonly cio`.

use super::{Lower, children};
use crate::facts::expr::{ExprKind, ScopeId};
use crate::facts::grammar::K;
use crate::facts::{Type, TypeId};
use tree_sitter::Node;

/// The decorators of NestJS, typedi, tsyringe and InversifyJS.
const INJECTING: [&str; 2] = ["Inject", "inject"];

impl<'t> Lower<'_, 't> {
    /// Returns the declared type of a parameter or a field; where it says nothing, what the decorator injects.
    pub(super) fn or_injected(&mut self, ty: Option<TypeId>, node: Node<'t>, scope: ScopeId) -> Option<TypeId> {
        let says_nothing = ty.is_none_or(|ty| match &self.unit.types[ty.index()] {
            Type::Unknown => true,
            // `@Optional() @Inject(CIO) cio?: any`
            Type::Union { parts, .. } => parts.iter().all(|it| matches!(self.unit.types[it.index()], Type::Unknown)),
            _ => false,
        });
        if !says_nothing {
            return ty;
        }
        let decorators: Vec<_> = children(node).take_while(|n| self.kind(*n) == K::Decorator).collect();
        let Some(token) = decorators.into_iter().find_map(|decorator| self.injecting(decorator)) else { return ty };
        let token = self.expr(token, scope);
        // What goes by no name is told from nothing else.
        let is_named = matches!(
            self.unit.exprs[self.unit.peeled(token).index()].kind,
            ExprKind::String(_) | ExprKind::Ident(..) | ExprKind::Member { .. }
        );
        if is_named { Some(self.push_type(Type::Injected(token))) } else { ty }
    }

    /// The token of `@Inject(token)`.
    fn injecting(&self, decorator: Node<'t>) -> Option<Node<'t>> {
        let f = &self.ctx.grammar.fields;
        let call = children(decorator).next().filter(|call| self.kind(*call) == K::Call)?;
        let name = self.field(call, f.function).filter(|name| self.kind(*name) == K::Identifier)?;
        if !INJECTING.contains(&self.text(name).as_str()) {
            return None;
        }
        let mut given = children(self.field(call, f.arguments)?);
        given.next().filter(|token| given.next().is_none() && !token.has_error())
    }
}
