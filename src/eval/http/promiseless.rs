//! Senders that give no promise which anybody has to wait for: `UrlFetchApp.fetch` of Apps Script and `http.post` of k6
//! return when the response is there, `cy.request` is put in a queue, and jQuery calls back.

use super::senders::{has_globals, is_function};
use crate::eval::Eval;
use crate::eval::units::{Lookup, Node};
use crate::facts::ExprKind;

/// Packages whose methods are such.
const PACKAGES: [&str; 2] = ["jquery", "k6/http"];

impl Eval<'_> {
    /// Returns whether the methods of an object may well be such: it is of one of these packages, or a global that the
    /// platform has and nobody here knows. Libraries that a page loads are known by their names.
    pub(super) fn is_promiseless(&self, object: Node) -> bool {
        let object = self.units.peeled(object);
        let ExprKind::Ident(name, scope) = self.units.kind(object) else { return false };
        match self.units.lookup(object.unit, *scope, name) {
            Lookup::One(bound) => self.module_behind(bound).is_some_and(|module| PACKAGES.contains(&module.as_str())),
            Lookup::None => !is_function(name) && !has_globals(name),
            _ => false,
        }
    }
}
