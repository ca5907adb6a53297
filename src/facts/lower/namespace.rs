//! `namespace Cio { export const client = …; }`: a block, and an object of what it exports.

use super::{Lower, children};
use crate::facts::expr::{ExprId, ExprKind, Key, Property, ScopeId};
use crate::facts::grammar::K;
use crate::facts::unit::{BindingSource, ScopeKind};
use smol_str::SmolStr;
use tree_sitter::Node;

impl<'t> Lower<'_, 't> {
    /// A namespace that makes values. Of one with types alone, or of one that is not a plain name, nothing is known.
    pub(super) fn namespace(&mut self, node: Node<'t>, scope: ScopeId) {
        let f = &self.ctx.grammar.fields;
        let exported = self.field(node, f.body).and_then(|body| self.exported_by_namespace(body, scope));
        let Some(name) = self.field(node, f.name) else { return };
        // `namespace A.B { … }` makes `A`, an object with `B`.
        let written = self.text(name);
        let mut names = written.split('.').map(str::trim);
        let (Some(outermost), false) = (names.next(), self.kind(name) == K::String) else { return };
        let inner: Vec<&str> = names.collect();
        let range = self.range(name);
        let value = exported.map(|value| {
            inner.iter().rev().fold(value, |value, name| {
                let key = Key::Name(SmolStr::new(*name));
                let property = Property::Entry { key, key_range: range, value, shorthand: true };
                self.push_at(ExprKind::Object([property].into()), range)
            })
        });
        let source = match value {
            Some(value) => BindingSource::Variable { constant: true, value: Some(value), path: [].into() },
            None => BindingSource::Opaque,
        };
        self.bind(SmolStr::new(outermost), range, scope, source);
    }

    /// The object of the values that the body of a namespace exports; `None` where there are none.
    fn exported_by_namespace(&mut self, body: Node<'t>, scope: ScopeId) -> Option<ExprId> {
        let inner = self.scope(scope, ScopeKind::Block);
        let var_scope = std::mem::replace(&mut self.var_scope, inner);
        let mut properties = Vec::new();
        for statement in children(body) {
            let before = self.unit.scopes[inner.index()].bindings.len();
            self.listed(statement, inner);
            if self.kind(statement) != K::ExportStatement {
                continue;
            }
            let made = self.unit.scopes[inner.index()].bindings[before..].to_vec();
            for id in made {
                let binding = &self.unit.bindings[id.index()];
                if matches!(binding.source, BindingSource::Type(_) | BindingSource::Opaque) {
                    continue;
                }
                let (name, range) = (binding.name.clone(), binding.range);
                let value = self.push_at(ExprKind::Ident(name.clone(), inner), range);
                let key = Key::Name(name);
                properties.push(Property::Entry { key, key_range: range, value, shorthand: true });
            }
        }
        self.var_scope = var_scope;
        let range = self.range(body);
        (!properties.is_empty()).then(|| self.push_at(ExprKind::Object(properties.into()), range))
    }
}
