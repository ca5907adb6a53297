//! Destructuring patterns.

use super::{Lower, children, parts};
use crate::facts::expr::ScopeId;
use crate::facts::grammar::K;
use crate::facts::unit::{BindingSource, PatternStep};
use crate::text::TextRange;
use smol_str::SmolStr;
use tree_sitter::Node;

/// A callback for each name of a pattern: its text, its place and the way to it.
type OnName<'f, 'c, 't> = &'f mut dyn FnMut(&mut Lower<'c, 't>, SmolStr, TextRange, &[PatternStep]);

impl<'c, 't> Lower<'c, 't> {
    /// Calls `on_name` for each name in a pattern.
    pub(super) fn pattern(
        &mut self,
        node: Node<'t>,
        scope: ScopeId,
        path: &mut Vec<PatternStep>,
        on_name: OnName<'_, 'c, 't>,
    ) {
        self.deeper(|lower| lower.pattern_here(node, scope, path, on_name));
    }

    fn pattern_here(
        &mut self,
        node: Node<'t>,
        scope: ScopeId,
        path: &mut Vec<PatternStep>,
        on_name: OnName<'_, 'c, 't>,
    ) {
        let f = &self.ctx.grammar.fields;
        let depth = path.len();
        match self.kind(node) {
            K::Identifier | K::Undefined => {
                let (name, range) = (self.text(node), self.range(node));
                on_name(self, name, range, path);
            }
            K::ShorthandPattern => {
                let (name, range) = (self.text(node), self.range(node));
                path.push(PatternStep::Key(name.clone()));
                on_name(self, name, range, path);
            }
            K::ObjectPattern => {
                for child in children(node) {
                    self.pattern(child, scope, path, on_name);
                }
            }
            K::PairPattern => {
                let key = self.field(node, f.key).and_then(|n| self.property_name(n));
                path.push(key.map_or(PatternStep::Rest, PatternStep::Key));
                if let Some(value) = self.field(node, f.value) {
                    self.pattern(value, scope, path, on_name);
                }
            }
            K::ObjectAssignment | K::AssignmentPattern => {
                let (left, right) = (self.field(node, f.left), self.field(node, f.right));
                let default = right.map(|n| self.expr(n, scope));
                if let Some(left) = left {
                    // `{ name = 1 }`: the key comes first, then its default.
                    if self.kind(left) == K::ShorthandPattern {
                        let (name, range) = (self.text(left), self.range(left));
                        path.push(PatternStep::Key(name.clone()));
                        path.extend(default.map(PatternStep::Default));
                        on_name(self, name, range, path);
                    } else {
                        path.extend(default.map(PatternStep::Default));
                        self.pattern(left, scope, path, on_name);
                    }
                }
            }
            K::ArrayPattern => self.array_pattern(node, scope, path, on_name),
            K::RestPattern => {
                path.push(PatternStep::Rest);
                for child in children(node) {
                    self.pattern(child, scope, path, on_name);
                }
            }
            _ => {}
        }
        path.truncate(depth);
    }

    fn array_pattern(
        &mut self,
        node: Node<'t>,
        scope: ScopeId,
        path: &mut Vec<PatternStep>,
        on_name: OnName<'_, 'c, 't>,
    ) {
        let mut index = 0;
        for part in parts(node) {
            if part.is_named() && !part.is_extra() {
                path.push(PatternStep::Index(index));
                self.pattern(part, scope, path, on_name);
                path.pop();
            } else if self.ctx.grammar.is_comma(part) {
                index += 1;
            }
        }
    }

    /// Binds every name of a pattern to something unknown.
    pub(super) fn opaque_pattern(&mut self, node: Node<'t>, scope: ScopeId) {
        self.pattern(node, scope, &mut Vec::new(), &mut |lower, name, range, _| {
            lower.bind(name, range, scope, BindingSource::Opaque);
        });
    }
}
