//! Clients that other files of the package hand over under a name, to files that do not import them: what a plugin
//! decorates is used by the routes, what a middleware puts into the context by the handlers.

use super::Eval;
use super::units::files::LocalFile;
use super::units::{Lookup, Node, UnitId};
use super::value::{Value, ValueKind};
use crate::facts::{BindingSource, ExprKind, is_telltale};
use crate::sdk::ClientKind;
use smol_str::SmolStr;
use std::rc::Rc;

impl Eval<'_> {
    /// Returns what goes by a name in all of the package: a client, when nothing else is handed over under that name
    /// anywhere. Only of names that tell of Customer.io.
    pub(super) fn handed_over_elsewhere(&self, file: LocalFile, name: &str, node: Node) -> Option<Value> {
        if !is_telltale(name) {
            return None;
        }
        let mut client = None;
        let others = self.handing(name);
        for from in std::iter::once(&file).chain(others.iter()) {
            let handed = self.handed_over_in(*from);
            for put in handed.get(name).into_iter().flatten() {
                let value = put.value?;
                if !self.takes(value, name) {
                    self.is_one_more(&self.narrowly(value, &None), &mut client)?;
                }
            }
            for entry in self.entries_named(*from, name) {
                if !self.takes(entry, name) && !self.is_of_that_name(entry, name) {
                    self.is_one_more(&self.narrowly(entry, &None), &mut client)?;
                }
            }
        }
        Some(Value::at(node, ValueKind::Client(client?, None)))
    }

    /// Returns whether a value is a parameter or a part of one that goes by the name, too: `({ cio }) => send({ cio })`.
    fn is_of_that_name(&self, value: Node, name: &str) -> bool {
        let value = self.units.peeled(value);
        let ExprKind::Ident(text, scope) = self.units.kind(value) else { return false };
        let Lookup::One(bound) = self.units.lookup(value.unit, *scope, text) else { return false };
        text == name && matches!(self.units.binding(bound).source, BindingSource::Parameter { .. })
    }

    /// Takes one more value under the name; `None` where it is no client of that kind.
    fn is_one_more(&self, value: &Value, client: &mut Option<ClientKind>) -> Option<()> {
        match value.kind {
            ValueKind::Client(kind, _) if client.is_none_or(|other| other == kind) => {
                *client = Some(kind);
                Some(())
            }
            ValueKind::Undefined | ValueKind::Null => Some(()),
            _ => None,
        }
    }

    /// The other files of the package that hand something over under a name.
    pub(super) fn handing(&self, name: &str) -> Rc<[LocalFile]> {
        if let Some(known) = self.handing.borrow().get(name) {
            return known.clone();
        }
        let found: Rc<[LocalFile]> = self.units.files.handing(name).into();
        self.handing.borrow_mut().insert(SmolStr::new(name), found.clone());
        found
    }

    /// Returns whether something that may be a client goes by a name in other files of the package.
    pub(super) fn is_handed_elsewhere(&self, name: &str) -> bool {
        is_telltale(name) && !self.handing(name).is_empty()
    }

    /// Every expression of a file with its kind.
    pub(super) fn all_expressions(&self, file: LocalFile) -> impl Iterator<Item = (Node, &ExprKind)> + '_ {
        let units: Vec<UnitId> = self.units.inside(self.units.root(file));
        units.into_iter().flat_map(move |unit| {
            let exprs = self.units.unit(unit).exprs.iter().enumerate();
            exprs.map(move |(at, expr)| (Node { unit, expr: crate::facts::ExprId(at as u32) }, &expr.kind))
        })
    }
}
