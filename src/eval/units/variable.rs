//! Environment variables, as the files around a project set them.

use crate::sdk::{CredentialForm, Fingerprint};
use crate::text::Place;

/// The mentions of an environment variable in one file. Never its value.
#[derive(Clone, Debug, PartialEq)]
pub struct EnvVariable {
    /// The place of its name.
    pub place: Place,
    /// The form of its value; `None` for an empty value, and for one that was not looked at.
    pub form: Option<CredentialForm>,
    /// Distinguishes the value from others. Only a value that is surely a credential has it.
    pub fingerprint: Option<Fingerprint>,
}
