//! Classes.

use super::{Lower, children};
use crate::facts::expr::{ClassId, Key, ScopeId};
use crate::facts::grammar::K;
use crate::facts::unit::{BindingSource, Class, ClassMember, MemberKind, Owner, ScopeKind};
use tree_sitter::Node;

impl<'t> Lower<'_, 't> {
    pub(super) fn class_declaration(&mut self, node: Node<'t>, scope: ScopeId) {
        let class = self.class(node, scope);
        if let Some(name) = self.field(node, self.ctx.grammar.fields.name) {
            let (text, range) = (self.text(name), self.range(name));
            self.bind(text, range, scope, BindingSource::Class(class));
        }
    }

    /// A class declaration or expression.
    pub(super) fn class(&mut self, node: Node<'t>, scope: ScopeId) -> ClassId {
        self.documented = None;
        let f = &self.ctx.grammar.fields;
        let id = ClassId(self.unit.classes.len() as u32);
        self.unit.classes.push(Class { extends: None, constructor: None, members: Vec::new() });
        let outer = match (self.kind(node), self.field(node, f.name)) {
            // A class expression's name is seen only inside it.
            (K::Class, Some(name)) => {
                let named = self.scope(scope, ScopeKind::Block);
                let (text, range) = (self.text(name), self.range(name));
                self.bind(text, range, named, BindingSource::Class(id));
                named
            }
            _ => scope,
        };
        for child in children(node) {
            match self.kind(child) {
                K::ClassHeritage => self.heritage(child, outer, id),
                K::ClassBody => self.class_body(node, child, outer, id),
                // Decorators.
                K::Other => {
                    self.expr(child, outer);
                }
                _ => {}
            }
        }
        id
    }

    fn heritage(&mut self, node: Node<'t>, scope: ScopeId, class: ClassId) {
        for child in children(node) {
            let value = match self.kind(child) {
                K::ExtendsClause => self.field(child, self.ctx.grammar.fields.value),
                K::Identifier | K::Member => Some(child),
                _ => None,
            };
            if let Some(value) = value {
                let extends = self.expr(value, scope);
                self.unit.classes[class.index()].extends = Some(extends);
            }
        }
    }

    fn class_body(&mut self, whole: Node<'t>, node: Node<'t>, scope: ScopeId, class: ClassId) {
        let f = &self.ctx.grammar.fields;
        let instance = self.scope(scope, ScopeKind::Class(class));
        let own = self.scope(scope, ScopeKind::Static(class));
        self.type_parameters(whole, instance);
        for member in children(node) {
            let is_static = super::import::has_token(member, "static");
            let inner = if is_static { own } else { instance };
            match self.kind(member) {
                K::Method => self.method(member, inner, class, is_static),
                K::Field => {
                    let value = self.field(member, f.value);
                    self.documents(member.start_byte(), value);
                    let value = value.map(|n| self.expr(n, inner));
                    let ty = self.field(member, f.r#type).map(|n| self.type_of(n, inner));
                    let ty = ty.map(|ty| self.unless_left_out(ty, member));
                    let ty = ty.or_else(|| self.doc_type_at(member.start_byte(), inner));
                    let ty = self.or_injected(ty, member, inner);
                    if let Some(ty) = ty {
                        self.declared(value, ty);
                    }
                    if let Some(name) = self.field(member, f.name) {
                        let key = self.key(name, inner);
                        self.member(class, key, is_static, MemberKind::Field { value, ty });
                    }
                }
                K::StaticBlock => {
                    if let Some(body) = self.field(member, f.body) {
                        self.statement(body, own);
                    }
                }
                K::MethodSignature => {}
                K::AbstractMethod => {
                    if let Some(name) = self.field(member, f.name) {
                        let key = self.key(name, inner);
                        let ty = self.signature(member, inner);
                        let ty = Some(self.push_type(ty));
                        self.member(class, key, is_static, MemberKind::Field { value: None, ty });
                    }
                }
                _ => {
                    self.statement(member, inner);
                }
            }
        }
    }

    fn method(&mut self, node: Node<'t>, scope: ScopeId, class: ClassId, is_static: bool) {
        let f = &self.ctx.grammar.fields;
        let owner = if is_static { Owner::Static(class) } else { Owner::Instance(class) };
        let function = self.function(node, scope, owner);
        let Some(name) = self.field(node, f.name) else { return };
        let key = self.key(name, scope);
        if !is_static && key == Key::Name("constructor".into()) {
            self.unit.classes[class.index()].constructor = Some(function);
            for binding in self.field_parameters(node, function) {
                let name = self.unit.bindings[binding.index()].name.clone();
                self.member(class, Key::Name(name), false, MemberKind::Parameter(binding));
            }
        } else if super::import::has_token(node, "get") {
            self.member(class, key, is_static, MemberKind::Getter(function));
        } else if !super::import::has_token(node, "set") {
            self.member(class, key, is_static, MemberKind::Method(function));
        }
    }

    fn member(&mut self, class: ClassId, key: Key, is_static: bool, kind: MemberKind) {
        self.unit.classes[class.index()].members.push(ClassMember { key, is_static, kind });
    }
}
