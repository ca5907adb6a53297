//! Types that comments give where the code does not: see [`Docs`](crate::facts::jsdoc::Docs).

use super::{Lower, UNIT};
use crate::facts::expr::{ExprId, FunctionId, ScopeId};
use crate::facts::grammar::K;
use crate::facts::jsdoc::{Doc, Tag};
use crate::facts::unit::{BindingSource, Type};
use crate::facts::{PatternStep, TypeId};
use smol_str::SmolStr;
use tree_sitter::Node;

impl<'t> Lower<'_, 't> {
    /// The comment before the code that begins where `node` does, or before the statement whose value it is.
    fn doc(&mut self, node: Node<'t>) -> Option<&'t Doc> {
        let around = self.documented.take();
        let docs = self.ctx.docs;
        docs.before(node.start_byte()).or_else(|| docs.before(around?))
    }

    /// Lets the value of something that begins at `at` be described by the comment before that, if it is a function.
    pub(super) fn documents(&mut self, at: usize, value: Option<Node<'t>>) {
        let is_function = |node: Node<'t>| {
            matches!(self.kind(node), K::Arrow | K::FunctionExpression | K::GeneratorFunction | K::Method)
        };
        self.documented = value.is_some_and(is_function).then_some(at);
    }

    /// `/** @type {T} */` before the code that begins at `at`.
    pub(super) fn doc_type_at(&mut self, at: usize, scope: ScopeId) -> Option<TypeId> {
        let doc = self.ctx.docs.before(at)?;
        let text = doc.tags.iter().find(|tag| tag.name == "type")?.ty.as_deref()?;
        let ty = self.doc_type(text, scope);
        (!matches!(ty, Type::Unknown)).then(|| self.push_type(ty))
    }

    /// `/** @type {T} */ (value)`
    pub(super) fn says_by_doc(&mut self, expr: ExprId, node: Node<'t>, scope: ScopeId) {
        if let Some(ty) = self.doc_type_at(node.start_byte(), scope) {
            self.unit.said.push((expr, ty));
        }
    }

    /// Reads the types in the comment before a function. Its parameters have only the types from the code so far.
    pub(super) fn documented(&mut self, node: Node<'t>, function: FunctionId, scope: ScopeId) {
        let Some(doc) = self.doc(node) else { return };
        for tag in doc.tags.iter().filter(|tag| tag.name == "template") {
            self.template_tag(tag, doc, scope);
        }
        let one = |names: &[&str]| {
            let tag = doc.tags.iter().find(|tag| names.contains(&tag.name.as_str()))?;
            tag.ty.as_deref()
        };
        let of = |lower: &mut Self, text: Option<&str>| text.map(|text| lower.doc_type(text, scope));
        let result = of(self, one(&["returns", "return"])).map(|ty| self.push_type(ty));
        let this = of(self, one(&["this"])).map(|ty| self.push_type(ty));
        let whole = of(self, one(&["type", "satisfies"])).map(|ty| self.push_type(ty));
        let facts = &mut self.unit.functions[function.index()];
        facts.returns = facts.returns.or(result);
        facts.this = facts.this.or(this);
        facts.declared = facts.declared.or(whole);
        self.parameter_tags(doc, function, scope);
    }

    fn parameter_tags(&mut self, doc: &Doc, function: FunctionId, scope: ScopeId) {
        let named = self.fields_of(doc, &["param", "arg", "argument"], scope);
        if named.is_empty() {
            return;
        }
        for at in 0..self.unit.bindings.len() {
            let binding = &self.unit.bindings[at];
            let (BindingSource::Parameter { function: of, index, path }, None) = (&binding.source, binding.ty) else {
                continue;
            };
            let whole = path.iter().all(|step| matches!(step, PatternStep::Default(_) | PatternStep::Rest));
            let found = if whole && path.len() < 2 {
                named.iter().find(|(name, _)| *name == binding.name)
            } else {
                // The names of a pattern are told by the place of the pattern.
                named.get(*index as usize)
            };
            if *of == function
                && let Some((_, ty)) = found
            {
                self.unit.bindings[at].ty = Some(*ty);
            }
        }
    }

    /// Returns the types of names from tags, those of `name.key` as fields of it: `@param {T} name`,
    /// `@property {T} [name=1]`.
    fn fields_of(&mut self, doc: &Doc, tags: &[&str], scope: ScopeId) -> Vec<(SmolStr, TypeId)> {
        let mut all: Vec<(SmolStr, Type)> = Vec::new();
        for tag in doc.tags.iter().filter(|tag| tags.contains(&tag.name.as_str())) {
            let ty = tag.ty.as_deref().map_or(Type::Unknown, |text| self.doc_type(text, scope));
            let name = name_of(&tag.rest);
            match name.split_once('.') {
                None => all.push((SmolStr::new(name), ty)),
                Some((of, key)) if !key.contains('.') => {
                    let ty = self.push_type(ty);
                    let Some((_, whole)) = all.iter_mut().find(|(name, _)| name == of.trim_end_matches("[]")) else {
                        continue;
                    };
                    match whole {
                        Type::Object(fields) => fields.push((SmolStr::new(key), ty)),
                        _ => *whole = Type::Object(vec![(SmolStr::new(key), ty)]),
                    }
                }
                Some(_) => {}
            }
        }
        all.into_iter().map(|(name, ty)| (name, self.push_type(ty))).collect()
    }

    /// `@template {TrackClient} T`
    fn template_tag(&mut self, tag: &Tag, doc: &Doc, scope: ScopeId) {
        let Some(constraint) = tag.ty.as_deref() else { return };
        let ty = self.doc_type(constraint, scope);
        let ty = self.push_type(ty);
        self.bind_doc(name_of(&tag.rest), doc, ty, scope);
    }

    fn bind_doc(&mut self, name: &str, doc: &Doc, ty: TypeId, scope: ScopeId) {
        let range =
            crate::text::TextRange::new(doc.start.saturating_sub(self.base), doc.start.saturating_sub(self.base));
        self.bind(SmolStr::new(name), range, scope, BindingSource::Type(ty));
    }

    /// Returns whether a comment of the module declares types.
    pub(super) fn declares_types(&self, comment: Node<'t>) -> bool {
        let is_one = |tag: &Tag| matches!(tag.name.as_str(), "typedef" | "import" | "callback");
        self.ctx.docs.starting(comment.start_byte()).is_some_and(|doc| doc.tags.iter().any(is_one))
    }

    /// `@typedef {T} Name`, `@callback Name`, `@import { Name } from "module"`
    pub(super) fn doc_declarations(&mut self, comment: Node<'t>) {
        let Some(doc) = self.ctx.docs.starting(comment.start_byte()) else { return };
        for tag in &doc.tags {
            match tag.name.as_str() {
                "typedef" => self.typedef(tag, doc),
                "callback" => {
                    let parameters = self.fields_of(doc, &["param", "arg", "argument"], UNIT);
                    let parameters = parameters.into_iter().map(|(_, ty)| ty).collect();
                    let result = doc.tags.iter().find(|tag| tag.name.starts_with("return"));
                    let result = result.and_then(|tag| tag.ty.as_deref());
                    let result = result.map_or(Type::Unknown, |text| self.doc_type(text, UNIT));
                    let result = self.push_type(result);
                    let ty = self.push_type(Type::Function { parameters, result });
                    self.bind_doc(name_of(&tag.rest), doc, ty, UNIT);
                }
                "import" => self.import_tag(tag, doc),
                _ => {}
            }
        }
    }

    fn typedef(&mut self, tag: &Tag, doc: &Doc) {
        let fields = self.fields_of(doc, &["property", "prop"], UNIT);
        let ty = match tag.ty.as_deref() {
            _ if !fields.is_empty() => Type::Object(fields),
            Some(text) => self.doc_type(text, UNIT),
            None => Type::Unknown,
        };
        let ty = self.push_type(ty);
        self.bind_doc(name_of(&tag.rest), doc, ty, UNIT);
    }

    /// `{ A, B as C } from "module"`
    fn import_tag(&mut self, tag: &Tag, doc: &Doc) {
        let Some((names, from)) = tag.rest.split_once("from") else { return };
        let module = from.trim().trim_matches(|c: char| matches!(c, '"' | '\'' | '`' | ';') || c.is_whitespace());
        let Some(names) = names.trim().strip_prefix('{').and_then(|names| names.strip_suffix('}')) else { return };
        for name in names.split(',').map(str::trim).filter(|name| !name.is_empty()) {
            let (name, local) = name.split_once(" as ").unwrap_or((name, name));
            let ty = self.push_type(Type::Imported(SmolStr::new(module), SmolStr::new(name.trim())));
            self.bind_doc(local.trim(), doc, ty, UNIT);
        }
    }
}

/// The name that a tag's text begins with: `name`, `[name]`, `[name=1]`.
fn name_of(rest: &str) -> &str {
    let rest = rest.trim_start().trim_start_matches('[').trim_start();
    let end = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '$' | '.'))).unwrap_or(rest.len());
    &rest[..end]
}
