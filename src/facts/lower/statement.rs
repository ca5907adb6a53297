//! Statements.

use super::{Lower, UNIT, children};
use crate::facts::expr::{ExprId, ScopeId};
use crate::facts::grammar::K;
use crate::facts::unit::{BindingSource, Enum, Owner, ScopeKind, Target};
use crate::facts::{BinaryOp, EnumId};
use tree_sitter::Node;

/// Returns whether a kind is a statement or a declaration.
pub(super) fn is_statement(kind: K) -> bool {
    use K::*;
    matches!(
        kind,
        ImportStatement
            | ExportStatement
            | LexicalDeclaration
            | VariableDeclaration
            | FunctionDeclaration
            | GeneratorDeclaration
            | ClassDeclaration
            | AbstractClass
            | EnumDeclaration
            | InterfaceDeclaration
            | TypeAlias
            | Ambient
            | InternalModule
            | Module
            | Block
            | ExpressionStatement
            | Return
            | If
            | For
            | ForIn
            | While
            | Do
            | Try
            | Switch
            | Labeled
            | Break
            | Continue
            | Throw
            | With
    )
}

impl<'t> Lower<'_, 't> {
    /// Any node at the place of a statement.
    pub(super) fn statement(&mut self, node: Node<'t>, scope: ScopeId) {
        self.deeper(|lower| lower.statement_here(node, scope));
    }

    fn statement_here(&mut self, node: Node<'t>, scope: ScopeId) {
        match self.kind(node) {
            K::ImportStatement => self.import(node, scope),
            K::LexicalDeclaration | K::VariableDeclaration => self.declaration(node, scope),
            K::FunctionDeclaration | K::GeneratorDeclaration => self.function_declaration(node, scope),
            K::ClassDeclaration | K::AbstractClass => self.class_declaration(node, scope),
            K::EnumDeclaration => self.enum_declaration(node, scope),
            K::InterfaceDeclaration | K::TypeAlias => self.type_declaration(node, scope),
            K::Ambient => self.ambient(node, scope),
            K::InternalModule | K::Module => self.namespace(node, scope),
            K::Block | K::SwitchBody => self.block(node, scope, ScopeKind::Block),
            K::Return => {
                for child in children(node) {
                    let value = self.expr(child, scope);
                    self.unit.returns.push(value);
                }
                self.exit(node);
            }
            K::Break => self.exit(node),
            K::Continue => {
                let range = self.range(node);
                self.unit.flow.again.push(range);
            }
            K::Switch => self.switch(node, scope),
            K::For => {
                let inner = self.scope(scope, ScopeKind::Block);
                self.statements(node, inner);
                self.looped(node, None);
            }
            K::ForIn => self.for_in(node, scope),
            K::Catch => {
                self.catch(node, scope);
            }
            K::Error => {
                for child in children(node) {
                    self.in_error(child, scope);
                }
            }
            K::ExportStatement => self.export(node, scope),
            K::ExpressionStatement => self.expression_statement(node, scope),
            K::If => self.if_statement(node, scope),
            K::Case | K::Default => self.case(node, scope),
            K::Try => self.try_statement(node, scope),
            K::Throw => self.throw(node, scope),
            K::While | K::Do => {
                self.tested(node, scope);
                self.looped(node, None);
            }
            K::ElseClause | K::Finally | K::Labeled | K::With => self.statements(node, scope),
            K::ExportClause => {}
            _ => {
                self.expr(node, scope);
            }
        }
    }

    /// A part of an error. It is only trusted where it is a whole statement or a whole function.
    pub(super) fn in_error(&mut self, node: Node<'t>, scope: ScopeId) {
        let kind = self.kind(node);
        if is_statement(kind) || kind == K::Error {
            return self.statement(node, scope);
        }
        let function = matches!(kind, K::FunctionExpression | K::GeneratorFunction | K::Arrow | K::Method);
        self.deeper(|lower| {
            if function && !node.has_error() {
                lower.function(node, scope, Owner::None);
            } else {
                for child in children(node) {
                    lower.in_error(child, scope);
                }
            }
        });
    }

    /// Every part of a node that is a statement or an expression by itself.
    pub(super) fn statements(&mut self, node: Node<'t>, scope: ScopeId) {
        for child in children(node) {
            self.statement(child, scope);
        }
    }

    fn block(&mut self, node: Node<'t>, scope: ScopeId, kind: ScopeKind) {
        let inner = self.scope(scope, kind);
        for child in children(node) {
            self.listed(child, inner);
        }
    }

    /// A statement among others.
    pub(super) fn listed(&mut self, node: Node<'t>, scope: ScopeId) {
        if is_statement(self.kind(node)) && !node.has_error() {
            let range = self.range(node);
            self.unit.flow.statements.push(range);
        }
        self.statement(node, scope);
    }

    /// The block of a function, in the unit's own scope.
    pub(super) fn function_body(&mut self, node: Node<'t>) {
        self.deeper(|lower| children(node).for_each(|child| lower.listed(child, UNIT)));
    }

    fn declaration(&mut self, node: Node<'t>, scope: ScopeId) {
        let f = &self.ctx.grammar.fields;
        let word = self.field(node, f.kind).map(|n| self.text(n));
        let is_var = word.is_none();
        let constant = word.as_deref() == Some("const");
        let scope_of_names = if is_var { self.var_scope } else { scope };
        // `/** … */ export const`: the comment stands before all of it.
        let start = self.documented.take().unwrap_or(node.start_byte());
        for declarator in children(node) {
            match self.kind(declarator) {
                K::VariableDeclarator => self.declarator(declarator, start, scope, scope_of_names, constant),
                K::Error => {}
                _ => {
                    self.expr(declarator, scope);
                }
            }
        }
    }

    fn declarator(&mut self, node: Node<'t>, start: usize, scope: ScopeId, names: ScopeId, constant: bool) {
        let f = &self.ctx.grammar.fields;
        let value_node = self.field(node, f.value);
        self.documents(start, value_node);
        let value = value_node.map(|n| self.expr(n, scope));
        let Some(pattern) = self.field(node, f.name) else { return };
        if super::is_broken(node) {
            return self.opaque_pattern(pattern, names);
        }
        let ty = self.field(node, f.r#type).map(|n| self.type_of(n, scope));
        let ty = ty.or_else(|| self.doc_type_at(start, scope));
        if let Some(ty) = ty {
            self.declared(value, ty);
        }
        let first = self.unit.bindings.len();
        self.pattern(pattern, scope, &mut Vec::new(), &mut |lower, name, range, path| {
            let source = BindingSource::Variable { constant, value, path: path.into() };
            lower.bind(name, range, names, source);
        });
        for binding in &mut self.unit.bindings[first..] {
            binding.ty = ty;
        }
        if let Some(value_node) = value_node {
            self.require(node, pattern, value_node);
        }
    }

    fn for_in(&mut self, node: Node<'t>, scope: ScopeId) {
        let f = &self.ctx.grammar.fields;
        let inner = self.scope(scope, ScopeKind::Block);
        let right = self.field(node, f.right).map(|n| self.expr(n, inner));
        let of = self.field(node, f.operator).is_some_and(|n| self.text(n) == "of");
        if let Some(left) = self.field(node, f.left) {
            match (self.field(node, f.kind), right) {
                (Some(kind), Some(values)) if of => {
                    let names = if self.text(kind) == "var" { self.var_scope } else { inner };
                    self.pattern(left, inner, &mut Vec::new(), &mut |lower, name, range, path| {
                        lower.bind(name, range, names, BindingSource::Each { values, path: path.into() });
                    });
                }
                (Some(_), _) => self.opaque_pattern(left, inner),
                (None, _) => self.assign_unknown(left, inner),
            }
        }
        if let Some(body) = self.field(node, f.body) {
            self.statement(body, inner);
        }
        self.looped(node, if of { right } else { None });
    }

    fn enum_declaration(&mut self, node: Node<'t>, scope: ScopeId) {
        let f = &self.ctx.grammar.fields;
        let Some(name) = self.field(node, f.name) else { return };
        let mut members = Vec::new();
        for member in self.field(node, f.body).into_iter().flat_map(children) {
            let (key, value) = match self.kind(member) {
                K::EnumAssignment => {
                    (self.field(member, f.name), self.field(member, f.value).map(|n| self.expr(n, scope)))
                }
                _ => (Some(member), None),
            };
            if let Some(key) = key.and_then(|n| self.property_name(n)) {
                members.push((key, value));
            }
        }
        let id = EnumId(self.unit.enums.len() as u32);
        self.unit.enums.push(Enum { members });
        let (text, range) = (self.text(name), self.range(name));
        self.bind(text, range, scope, BindingSource::Enum(id));
    }

    /// An assignment to whatever `node` is.
    pub(super) fn assign(&mut self, node: Node<'t>, scope: ScopeId, op: Option<BinaryOp>, value: Option<ExprId>) {
        use crate::facts::expr::{ExprKind, Key};
        let range = self.range(node);
        match self.kind(node) {
            K::Identifier => {
                let name = self.text(node);
                self.write(Target::Name(name, scope), op, value, range);
            }
            K::Member | K::Subscript => {
                let target = self.expr(node, scope);
                let target = match &self.unit.exprs[target.index()].kind {
                    ExprKind::Member { object, property } => Some((*object, Key::Name(property.clone()))),
                    ExprKind::Index { object, index } => Some((*object, Key::Computed(*index))),
                    _ => None,
                };
                if let Some((object, key)) = target {
                    self.write(Target::Member(object, key), op, value, range);
                }
            }
            K::Paren | K::NonNull | K::As | K::Satisfies => {
                if let Some(inner) = children(node).next() {
                    self.assign(inner, scope, op, value);
                }
            }
            _ => self.assign_unknown(node, scope),
        }
    }

    /// Every name in `node` gets a value that is not known.
    fn assign_unknown(&mut self, node: Node<'t>, scope: ScopeId) {
        match self.kind(node) {
            K::Identifier | K::ShorthandPattern => {
                let (name, range) = (self.text(node), self.range(node));
                self.write(Target::Name(name, scope), None, None, range);
            }
            K::Member | K::Subscript => self.assign(node, scope, None, None),
            _ => {
                self.deeper(|lower| {
                    for child in children(node) {
                        lower.assign_unknown(child, scope);
                    }
                });
            }
        }
    }
}
