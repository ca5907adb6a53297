//! The questions about events: their names.

use super::event::{ComposedName, EventName};
use super::find;
use crate::model::Model;

/// The events that a file sends.
#[derive(Clone, Copy)]
pub struct Events<'m, 'a>(pub(in crate::model) &'m Model<'a>);

impl<'m> Events<'m, '_> {
    /// Every known event name that is sent, through whatever door, in the order of the text. Page and screen events and
    /// paths are left out.
    pub fn names(self) -> &'m [EventName] {
        &self.all_names().0
    }
    /// Every name of an event some parts of which are not known, as [`Self::names`].
    pub fn composed_names(self) -> &'m [ComposedName] {
        &self.all_names().1
    }
    fn all_names(self) -> &'m (Vec<EventName>, Vec<ComposedName>) {
        self.0.events.names.get_or_init(|| find::event_names(&self.0.eval, self.0.calls().with_names_or_times()))
    }
}
