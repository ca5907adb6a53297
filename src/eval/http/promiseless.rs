//! Senders that give no promise which anybody has to wait for: `UrlFetchApp.fetch` of Apps Script and `http.post` of k6
//! return when the response is there, `cy.request` is put in a queue, and jQuery calls back.

use crate::eval::Eval;
use crate::eval::units::{Lookup, Node};
use crate::facts::{BindingSource, ExprKind};

/// Packages whose methods are such.
const PACKAGES: [&str; 2] = ["jquery", "k6/http"];
/// Globals whose methods give promises: libraries that a page loads.
const WITH_PROMISES: [&str; 7] = ["$fetch", "axios", "got", "ky", "ofetch", "request", "superagent"];

impl Eval<'_> {
    /// Returns whether the methods of an object may well be such: it is of one of these packages, or a global that the
    /// platform has and nobody here knows.
    pub(super) fn is_promiseless(&self, object: Node) -> bool {
        let object = self.units.peeled(object);
        let ExprKind::Ident(name, scope) = self.units.kind(object) else { return false };
        let bound = match self.units.lookup(object.unit, *scope, name) {
            Lookup::One(bound) => bound,
            Lookup::None => return !WITH_PROMISES.contains(&name.as_str()) && !super::senders::has_globals(name),
            _ => return false,
        };
        match &self.units.binding(bound).source {
            BindingSource::Import { import, .. } => {
                PACKAGES.contains(&self.units.unit(bound.unit).imports[*import as usize].module.as_str())
            }
            BindingSource::Variable { value: Some(value), .. } => {
                match self.units.kind(self.units.peeled(Node { unit: bound.unit, expr: *value })) {
                    ExprKind::Load(module) => PACKAGES.contains(&module.as_str()),
                    _ => false,
                }
            }
            _ => false,
        }
    }
}
