//! The questions about people: how calls name them, and the attributes that they get.

use super::find::{self, AttributeName, Identified, PersonNamed};
use crate::model::Model;
use crate::model::arguments::given;
use crate::model::calls::sdk_calls::Call;
use crate::text::Repair;

/// The people that a file's calls are about.
#[derive(Clone, Copy)]
pub struct People<'m, 'a>(pub(in crate::model) &'m Model<'a>);

impl People<'_, '_> {
    /// The people that the calls are about, as far as their names are seen, each place once.
    pub fn named(self) -> Vec<PersonNamed> {
        find::people(self.0)
    }
    /// The calls that identify people. `add_email`: the repair of a call that sends no address.
    pub fn identified(self, add_email: &dyn Fn(&Call) -> Option<Repair>) -> Vec<Identified> {
        find::identified(self.0, add_email)
    }
    /// The names of the attributes that the file gives people, each place once.
    pub fn attribute_names(self) -> Vec<AttributeName> {
        find::attribute_names(self.0)
    }
    /// The names of the person that a call is about: its ids and addresses, as they are written.
    pub fn of_call(self, call: &Call) -> Vec<String> {
        given::persons(&self.0.eval, call).into_iter().map(|range| self.0.text(range)).collect()
    }
}
