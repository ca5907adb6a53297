//! Settings: what `customerio.json` and the editor say, checked and merged.

use crate::finding::Severity;
use rustc_hash::FxHashMap;
use serde_json::Value;

/// The region of a Customer.io account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountRegion {
    /// track.customer.io
    Us,
    /// track-eu.customer.io
    Eu,
}

/// What the settings say of one rule.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RuleSetting {
    /// `Some(None)` switches the rule off; `None` leaves the severity to the rule.
    pub severity: Option<Option<Severity>>,
    /// The rule's options, already validated against its metadata.
    pub options: serde_json::Map<String, Value>,
}

/// Everything that steers an analysis.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// By rule id.
    pub rules: FxHashMap<String, RuleSetting>,
    /// The account's region, when the project says it.
    pub region: Option<AccountRegion>,
    /// The installed version of `customerio-node`, when known.
    pub sdk_version: Option<semver::Version>,
    /// Globs of files to check; empty means all.
    pub include: Vec<String>,
    /// Globs of files to leave out.
    pub exclude: Vec<String>,
}
