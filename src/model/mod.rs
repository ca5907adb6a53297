//! What a file does with the SDK: the clients it makes, the calls on them, and what their arguments are worth.
//!
//! Rules ask here and nowhere else. Everything is already resolved: imports, aliases, variables, class fields, functions
//! of the file. What could not be proved is absent or `Unknown`, and **unknown means silence**.

mod client;
mod event;
mod repair;
mod time;

pub use client::{ClientMade, Credential, LiteralKind, OptionsGiven, RegionGiven, SameCredential};
pub use event::EventName;
pub use repair::Repair;
pub use time::{DateLibrary, SlotKind, Time, TimeCase, TimeSlot};

use crate::facts::FileFacts;
use crate::sdk::{CredentialKind, Region};
use crate::syntax::Source;
use crate::text::TextRange;

/// What a file does with the SDK.
pub struct Model<'a> {
    source: &'a Source,
    _facts: &'a FileFacts,
    version: Option<semver::Version>,
}

impl<'a> Model<'a> {
    /// Looks at `facts`; evaluates lazily.
    pub fn new(source: &'a Source, facts: &'a FileFacts, version: Option<semver::Version>) -> Self {
        Self { source, _facts: facts, version }
    }
    /// The text of a range.
    pub fn text(&self, range: TextRange) -> String {
        self.source.rope.byte_slice(range.as_range()).to_string()
    }
    /// The installed version of the SDK, when it is known.
    pub fn version(&self) -> Option<&semver::Version> {
        self.version.as_ref()
    }
    /// Whether the installed version is known and at least `major.minor.patch`.
    pub fn at_least(&self, major: u64, minor: u64, patch: u64) -> bool {
        self.version.as_ref().is_some_and(|v| *v >= semver::Version::new(major, minor, patch))
    }
    /// Whether the installed version is known and below `major.minor.patch`.
    pub fn below(&self, major: u64, minor: u64, patch: u64) -> bool {
        self.version.as_ref().is_some_and(|v| *v < semver::Version::new(major, minor, patch))
    }
    /// Every `new` of a client class of the SDK, in the order of the text.
    pub fn clients(&self) -> &[ClientMade] {
        &[]
    }
    /// Every place where a time goes to Customer.io by a Track or App call (the Pipelines dialect is left out), in the
    /// order of the text.
    pub fn time_slots(&self) -> &[TimeSlot] {
        &[]
    }
    /// Every known event name of a Track call, in the order of the text. Page and screen events, paths and the
    /// Pipelines dialect are left out.
    pub fn event_names(&self) -> &[EventName] {
        &[]
    }
    /// Expressions in sight of the whole file that name a credential of this kind, as they are written
    /// (`process.env.CUSTOMERIO_APP_API_KEY!`), best first. Only names that say their kind count.
    pub fn credentials_in_sight(&self, _kind: CredentialKind) -> Vec<String> {
        Vec::new()
    }
    /// The repair that puts `region` into a client: as its options, inside its options, or instead of a wrong value;
    /// with the import when it is missing. `None` where the shape of the code does not allow it.
    pub fn set_region(&self, _client: &ClientMade, _region: Region) -> Option<Repair> {
        None
    }
}
