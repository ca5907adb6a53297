//! Calls that take secrets: clients, headers, signatures.

use super::hidden::{At, Search, is_placeholder};
use super::names::is_secret_name;
use crate::facts::{BindingSource, Element, ExprId, ExprKind, Imported};
use rustc_hash::FxHashSet;
use smol_str::SmolStr;

impl Search<'_> {
    /// Calls that take secrets.
    pub(super) fn call(&mut self, at: usize, callee: ExprId, arguments: &[Element], is_new: bool) {
        let unit = self.units[at].0.clone();
        let item = |index: usize| match arguments.get(index) {
            Some(Element::Item(expr)) => Some((at, *expr)),
            _ => None,
        };
        let name = match &unit.exprs[unit.peeled(callee).index()].kind {
            ExprKind::Ident(name, _) => name.clone(),
            ExprKind::Member { property, .. } => property.clone(),
            _ => return,
        };
        if is_new {
            let ours = name.ends_with("TrackClient")
                || name.ends_with("APIClient")
                || name.ends_with("PipelinesClient")
                || self.imported_clients().contains(&name);
            if !ours {
                return;
            }
            for argument in (0..2).filter_map(item) {
                self.mark_unless_placeholder(argument);
            }
            if let Some(Element::Spread(Some(all))) = arguments.first() {
                self.mark((at, *all), true);
            }
            return;
        }
        match name.as_str() {
            "createHmac" | "createSecretKey" => {
                let index = usize::from(name == "createHmac");
                item(index).into_iter().for_each(|argument| self.mark_unless_placeholder(argument));
            }
            "set" | "header" | "append" | "setHeader" | "setRequestHeader" => {
                let named = item(0).is_some_and(
                    |first| matches!(&self.expr(first).kind, ExprKind::String(text) if is_secret_name(text)),
                );
                if let Some(value) = item(1)
                    && named
                {
                    self.mark(value, true);
                }
            }
            "auth" | "basicAuth" | "bearer" | "bearerToken" => {
                (0..2).filter_map(item).for_each(|argument| self.mark_unless_placeholder(argument));
            }
            "btoa" => item(0).into_iter().for_each(|argument| self.mark(argument, true)),
            "from" => {
                let is_pair = item(0)
                    .is_some_and(|first| matches!(&self.expr(first).kind, ExprKind::String(text) if is_pair(text)));
                if let Some(pair) = item(0)
                    && is_pair
                {
                    self.mark(pair, true);
                }
            }
            _ => {}
        }
    }

    /// The names that come from a package of Customer.io and are neither requests nor regions. A file may construct any
    /// number of things.
    fn imported_clients(&self) -> &FxHashSet<SmolStr> {
        self.clients.get_or_init(|| {
            let bindings =
                self.units.iter().flat_map(|(unit, _)| unit.bindings.iter().map(move |binding| (unit, binding)));
            let clients = bindings.filter(|(unit, binding)| {
                let BindingSource::Import { import, what } = &binding.source else { return false };
                let module = &unit.imports[*import as usize].module;
                let client = match what {
                    Imported::Named(export) => export.ends_with("Client"),
                    Imported::Default | Imported::Namespace => true,
                };
                client && (module.contains("customerio") || module.contains("customer.io"))
            });
            clients.map(|(_, binding)| binding.name.clone()).collect()
        })
    }

    /// A credential, unless it plainly stands for one: examples are full of words and placeholders.
    fn mark_unless_placeholder(&mut self, at: At) {
        if let ExprKind::String(text) = &self.expr(at).kind
            && is_placeholder(text)
        {
            return;
        }
        if !matches!(self.expr(at).kind, ExprKind::Object(_)) {
            self.mark(at, true);
        }
    }
}

/// A user and a password, as they are put into Base64.
fn is_pair(text: &str) -> bool {
    text.split_once(':').is_some_and(|(user, password)| {
        user.len() >= 4 && password.len() >= 4 && !text.contains([' ', '/']) && text.bytes().any(|b| b.is_ascii_digit())
    })
}
