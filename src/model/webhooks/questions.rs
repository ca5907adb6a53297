//! The questions about webhooks: how they are checked, and what is read of them.

use super::{UnknownInWebhook, WebhookHandling};
use crate::model::Model;

/// The webhooks that a file takes.
#[derive(Clone, Copy)]
pub struct Webhooks<'m, 'a>(pub(in crate::model) &'m Model<'a>);

impl Webhooks<'_, '_> {
    /// The handling of webhooks in the file: the faults in their checks, and the checks for other files.
    pub fn handling(self) -> WebhookHandling {
        super::webhooks(&self.0.eval, self.0.rope, self.0.file().mentioned())
    }
    /// Returns the file's reads of Customer.io webhooks that these do not support.
    pub fn unknown(self) -> Vec<UnknownInWebhook> {
        if self.0.file().mentioned().signature { super::unknown(&self.0.eval) } else { Vec::new() }
    }
}
