//! The questions about times: those that are sent, and those that come back.

use super::time::TimeSlot;
use super::{seconds, slots};
use crate::model::Model;
use crate::model::calls::responses::{self, DateOfSeconds};
use crate::model::calls::sdk_calls::Call;
use crate::sdk::responses::answers_with_times;

/// The times that a file sends and gets. One argument as a time is [`Model::time`].
#[derive(Clone, Copy)]
pub struct Times<'m, 'a>(pub(in crate::model) &'m Model<'a>);

impl<'m> Times<'m, '_> {
    /// Every place where a time goes to Customer.io by a Track or App call (the Pipelines dialect is left out), in the
    /// order of the text.
    pub fn slots(self) -> &'m [TimeSlot] {
        let model = self.0;
        model.times.slots.get_or_init(|| {
            seconds::finish(&model.eval, model.rope, slots::raw_slots(&model.eval, model.calls().with_names_or_times()))
        })
    }
    /// The dates that the file makes of seconds in answers of the SDK's calls as if they were milliseconds, in the
    /// order of the text.
    pub fn dates_of_seconds(self) -> Vec<DateOfSeconds> {
        let answers = |call: &Call| call.method.as_deref().is_some_and(answers_with_times);
        if self.0.calls().of_sdk().iter().any(answers) {
            responses::dates_of_seconds(&self.0.promises())
        } else {
            // Most files ask for none, and nothing is with_names_or_times for them.
            Vec::new()
        }
    }
}
