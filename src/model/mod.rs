//! SDK calls and the values of their arguments.

use crate::facts::FileFacts;
use crate::syntax::Source;

/// What a file does with the SDK.
pub struct Model<'a> {
    _facts: &'a FileFacts,
}

impl<'a> Model<'a> {
    /// Looks at `facts`; evaluates lazily.
    pub fn new(_source: &'a Source, facts: &'a FileFacts, _version: Option<semver::Version>) -> Self {
        Self { _facts: facts }
    }
}
