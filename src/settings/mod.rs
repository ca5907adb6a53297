//! Settings: the settings of `customerio.json` and the editor, checked and merged.
//!
//! Every `customerio.json` from the file's folder upwards counts; a nearer one overrides a farther one, key by key, and
//! `"root": true` ends the search. A file builds on those that it `extends`. The editor's settings override them all.
//! [`Loader`] does all of it for one document.

mod account;
mod assist;
mod code_lens;
mod edit;
mod extends;
mod files;
mod inlay_hints;
mod loader;
mod names;
mod node;
mod of_file;
mod problem;
mod read;
mod read_switches;
mod rule_selection;
mod schema;
mod suggest;
mod switches;

pub use account::{
    Account, AccountDetails, AccountEntry, DataKey, DetailsEntry, Message, MessageList, account_entries,
};
pub use assist::{SettingProposal, explanation, proposals};
pub use code_lens::CodeLenses;
pub use edit::{SettingChange, has_own, new_file, with_change};
pub use extends::extends_in;
pub use files::{FileFilter, NO_EXTENSION};
pub use inlay_hints::InlayHints;
pub use loader::{Editor, Loaded, Loader};
pub use names::Compiled;
pub use of_file::FileSettings;
pub use problem::Problem;
pub use schema::{editor_properties, schema, schema_for};
pub use suggest::closest;

use crate::disk::root_of;
use crate::finding::Severity;
use crate::rules::Preset;
use crate::sdk::Region;
use rustc_hash::FxHashMap;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// The name of the settings file.
pub const FILE_NAME: &str = "customerio.json";

/// Names that one may give it by mistake. They are refused: settings that are not read must not look as if they were.
pub(crate) const REFUSED_NAMES: [&str; 3] = [".customerio.json", ".customerio.jsonc", "customerio.jsonc"];

/// The name of the file that `pull` writes, which holds settings, too.
pub(crate) const ACCOUNT_FILE_NAME: &str = "customerio.account.json";

/// The file that `pull` writes for the project around a folder.
pub fn account_file(folder: &Path) -> PathBuf {
    root_of(folder).join(ACCOUNT_FILE_NAME)
}

/// Returns whether a file has one of the names that are refused.
pub fn is_refused(path: &Path) -> bool {
    path.file_name().is_some_and(|name| REFUSED_NAMES.iter().any(|refused| name == *refused))
}

/// Returns whether a file is one of settings, by its name: read, or refused with the name that it should have.
pub fn is_of_settings(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == FILE_NAME || name == ACCOUNT_FILE_NAME) || is_refused(path)
}

/// The settings of one rule.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RuleSetting {
    /// `Some(None)` switches the rule off; `None` leaves the severity to the rule.
    pub severity: Option<Option<Severity>>,
    /// The rule's options, already validated against its metadata.
    pub options: serde_json::Map<String, Value>,
    /// Its option `allow`, compiled.
    pub allow: Compiled,
}

/// All options of an analysis. Shared as `Arc<Settings>`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// The set of rules that are on where nothing else says so.
    pub preset: Option<Preset>,
    /// By the id of a category: the severity of its rules; `None` switches them off.
    pub categories: FxHashMap<&'static str, Option<Severity>>,
    /// By rule id.
    pub rules: FxHashMap<String, RuleSetting>,
    /// The account's region, when the project says it.
    pub region: Option<Region>,
    /// The contents of the account, when the project lists them.
    pub account: Account,
    /// The installed version of `customerio-node`, when known.
    pub sdk_version: Option<semver::Version>,
    /// The files that are checked at all.
    pub files: FileFilter,
}

impl Settings {
    /// The value of an option of a rule: a string.
    pub fn option_str(&self, rule: &str, name: &str) -> Option<&str> {
        self.option(rule, name)?.as_str()
    }

    /// The value of an option of a rule: a list of strings.
    pub fn option_list(&self, rule: &str, name: &str) -> Vec<&str> {
        let list = self.option(rule, name).and_then(Value::as_array);
        list.map(|list| list.iter().filter_map(Value::as_str).collect()).unwrap_or_default()
    }

    /// Returns whether the option `allow` of a rule lists a name, by itself or by a glob.
    pub fn allows(&self, rule: &str, name: &str) -> bool {
        self.rules.get(rule).is_some_and(|setting| {
            let list = || setting.options.get("allow").and_then(Value::as_array).into_iter().flatten();
            setting.allow.names(|| list().filter_map(Value::as_str)).has(name)
        })
    }

    fn option(&self, rule: &str, name: &str) -> Option<&Value> {
        self.rules.get(rule)?.options.get(name)
    }
}

#[cfg(test)]
mod tests;
