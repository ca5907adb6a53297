//! From JSON with places to settings, with a complaint for everything that is wrong.

use super::code_lens::{CODE_LENS, CodeLenses};
use super::files::{Globs, check_glob};
use super::inlay_hints::{INLAY_HINTS, InlayHints};
use super::node::{Kind, Member, Node};
use super::suggest::{did_you_mean, one_of};
use super::{Problem, RuleSetting, SettingChange, Settings};
use crate::finding::Severity;
use crate::rules::{self, CATEGORIES, Category, OptionKind, Preset, RULES, RuleMeta};
use crate::sdk::Region;
use crate::secrecy::{echo, echo_name, mask};
use crate::text::TextRange;
use ropey::Rope;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// Every key, for the schema and for "did you mean".
pub(super) const KEYS: [&str; 11] = [
    "$schema",
    "root",
    "extends",
    "preset",
    "categories",
    "rules",
    "include",
    "exclude",
    "region",
    "account",
    "sdkVersion",
];

/// A setting that only an editor can set, as [`INLAY_HINTS`] and [`CODE_LENS`] are.
pub(super) const OPEN_FILES_ONLY: &str = "openFilesOnly";

/// Keys of the editors' own settings, which are in the same section and not the server's.
const EDITOR_KEYS: [&str; 6] = ["trace", "server", "path", "enable", "log", "logLevel"];

/// The words for a severity.
pub(super) const SEVERITIES: [&str; 5] = ["off", "hint", "info", "warning", "error"];

/// The settings of one file, or of the editor; nothing merged yet.
#[derive(Clone, Debug, Default)]
pub(super) struct Layer {
    pub root: bool,
    pub extends: Vec<Extends>,
    /// Said by editors only: whether to show findings of open files alone.
    pub open_files_only: bool,
    /// Said by editors only: the inlay hints to show.
    pub inlay_hints: InlayHints,
    /// Said by editors only: the code lenses to show.
    pub code_lenses: CodeLenses,
    settings: Settings,
}

/// A file that is built on.
#[derive(Clone, Debug)]
pub(super) struct Extends {
    pub path: String,
    pub pointer: String,
    pub range: Option<TextRange>,
}

impl Layer {
    /// Returns whether this layer says what a change is about.
    pub fn has_own(&self, change: SettingChange<'_>) -> bool {
        let setting = |rule| self.settings.rules.get(rule);
        match change {
            SettingChange::Severity { rule, .. } => setting(rule).is_some_and(|it| it.severity.is_some()),
            SettingChange::Allowed { rule, .. } => setting(rule).is_some_and(|it| it.options.contains_key("allow")),
            SettingChange::Event(_) => self.settings.account.events.is_some(),
            SettingChange::Extends(_) => !self.extends.is_empty(),
        }
    }

    /// Lays this layer over `under`, key by key.
    pub fn lay_over(&self, under: &mut Settings) {
        under.preset = self.settings.preset.or(under.preset);
        under.categories.extend(&self.settings.categories);
        for (id, setting) in &self.settings.rules {
            let under = under.rules.entry(id.clone()).or_default();
            under.severity = setting.severity.or(under.severity);
            under.options.extend(setting.options.clone());
            under.allow = Default::default();
        }
        under.region = self.settings.region.or(under.region);
        under.account.events = self.settings.account.events.clone().or(under.account.events.take());
        under.account.messages = self.settings.account.messages.clone().or(under.account.messages.take());
        under.account.details = self.settings.account.details.clone().or(under.account.details.take());
        under.sdk_version = self.settings.sdk_version.clone().or(under.sdk_version.take());
        under.files.include = self.settings.files.include.clone().or(under.files.include.take());
        under.files.exclude = self.settings.files.exclude.clone().or(under.files.exclude.take());
    }
}

/// The origin of a layer.
pub(super) struct Origin<'a> {
    /// The settings file; `None` for the editor.
    pub path: Option<&'a Path>,
    /// Its text.
    pub text: Option<Rope>,
    /// The folder that globs are relative to.
    pub base: PathBuf,
}

/// Reads one layer.
pub(super) fn read(node: &Node, origin: Origin<'_>) -> (Layer, Vec<Problem>) {
    let mut reader = Reader { origin, problems: Vec::new() };
    let layer = reader.layer(node);
    (layer, reader.problems)
}

/// Turns nodes into settings, and collects the problems in them.
pub(super) struct Reader<'a> {
    origin: Origin<'a>,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    /// Returns whether the editor sends a value, and not a file.
    fn is_from_editor(&self) -> bool {
        self.origin.path.is_none()
    }

    /// Returns whether a value says nothing: editors send null for a setting that is not set.
    pub(super) fn is_unset(&self, value: &Node) -> bool {
        self.is_from_editor() && matches!(value.kind, Kind::Null)
    }

    pub(super) fn complain(&mut self, node: &Node, message: impl Into<String>) {
        self.complain_at(node.range, &node.pointer, message);
    }

    pub(super) fn complain_at(&mut self, range: Option<TextRange>, pointer: &str, message: impl Into<String>) {
        self.problems.push(Problem {
            path: self.origin.path.map(Path::to_path_buf),
            pointer: pointer.to_owned(),
            range,
            // A credential may have slipped into any value.
            message: mask(&message.into()).into_owned(),
            text: self.origin.text.clone(),
        });
    }

    pub(super) fn wrong_type(&mut self, node: &Node, what: &str, wanted: &str) {
        self.complain(node, format!("{what} must be {wanted}, not {}", node.type_name()));
    }

    fn layer(&mut self, node: &Node) -> Layer {
        let mut layer = Layer::default();
        let Some(members) = self.object(node, "the settings") else { return layer };
        for Member { key, key_range, value } in members {
            let from_editor = self.is_from_editor();
            if self.is_unset(value) || (from_editor && EDITOR_KEYS.contains(&key.as_str())) {
                continue;
            }
            match key.as_str() {
                "$schema" => drop(self.string(value, "\"$schema\"")),
                "root" => layer.root = self.bool(value, "\"root\"").unwrap_or(false),
                "extends" => layer.extends = self.extends(value),
                "preset" => {
                    let word = self.word(value, "\"preset\"", &Preset::EVERY.map(Preset::as_str));
                    layer.settings.preset = word.and_then(Preset::find);
                }
                "categories" => self.categories(value, &mut layer.settings),
                "rules" => self.rules(value, &mut layer.settings),
                "include" => layer.settings.files.include = self.globs(value, "\"include\""),
                "exclude" => layer.settings.files.exclude = self.globs(value, "\"exclude\""),
                "region" => {
                    layer.settings.region = self.word(value, "\"region\"", &["us", "eu"]).and_then(Region::of_word);
                }
                "account" => layer.settings.account = self.account(value),
                "sdkVersion" => layer.settings.sdk_version = self.version(value),
                OPEN_FILES_ONLY if from_editor => {
                    layer.open_files_only = self.bool(value, "\"openFilesOnly\"").unwrap_or(false);
                }
                key if from_editor && key == INLAY_HINTS.key => {
                    layer.inlay_hints = self.switches(&INLAY_HINTS, value).into();
                }
                key if from_editor && key == CODE_LENS.key => {
                    layer.code_lenses = self.switches(&CODE_LENS, value).into();
                }
                key if [OPEN_FILES_ONLY, INLAY_HINTS.key, CODE_LENS.key].contains(&key) => self.complain_at(
                    *key_range,
                    &value.pointer,
                    format!("\"{key}\" is an editor setting; it has no effect here"),
                ),
                _ => self.complain_at(
                    *key_range,
                    &value.pointer,
                    format!("unknown setting \"{}\"{}", echo_name(key), did_you_mean(key, KEYS)),
                ),
            }
        }
        layer
    }

    pub(super) fn object<'n>(&mut self, node: &'n Node, what: &str) -> Option<&'n [Member]> {
        if let Kind::Object(members) = &node.kind {
            return Some(members);
        }
        self.wrong_type(node, what, "an object");
        None
    }

    pub(super) fn bool(&mut self, node: &Node, what: &str) -> Option<bool> {
        if let Kind::Bool(value) = node.kind {
            return Some(value);
        }
        self.wrong_type(node, what, "true or false");
        None
    }

    pub(super) fn string<'n>(&mut self, node: &'n Node, what: &str) -> Option<&'n str> {
        if let Kind::String(value) = &node.kind {
            return Some(value);
        }
        self.wrong_type(node, what, "a string");
        None
    }

    fn word(&mut self, node: &Node, what: &str, words: &[&'static str]) -> Option<&'static str> {
        let Kind::String(value) = &node.kind else {
            self.wrong_type(node, what, &one_of(words.iter().copied()));
            return None;
        };
        let found = words.iter().find(|word| *word == value);
        if found.is_none() {
            let hint = did_you_mean(value, words.iter().copied());
            self.complain(
                node,
                format!("{what} must be {}, not \"{}\"{hint}", one_of(words.iter().copied()), echo(value)),
            );
        }
        found.copied()
    }

    /// A list of strings; those entries that are strings, when others are not.
    fn strings<'n>(&mut self, node: &'n Node, what: &str) -> Option<Vec<(&'n Node, &'n str)>> {
        let Kind::Array(items) = &node.kind else {
            self.wrong_type(node, what, "an array of strings");
            return None;
        };
        let item_of = format!("an entry of {what}");
        Some(items.iter().filter_map(|item| Some((item, self.string(item, &item_of)?))).collect())
    }

    fn extends(&mut self, node: &Node) -> Vec<Extends> {
        let entries = match &node.kind {
            Kind::String(path) => vec![(node, path.as_str())],
            Kind::Array(_) => self.strings(node, "\"extends\"").unwrap_or_default(),
            _ => {
                self.wrong_type(node, "\"extends\"", "a path or an array of paths");
                Vec::new()
            }
        };
        let extends = |(node, path): (&Node, &str)| Extends {
            path: path.to_owned(),
            pointer: node.pointer.clone(),
            range: node.range,
        };
        entries.into_iter().map(extends).collect()
    }

    fn globs(&mut self, node: &Node, what: &str) -> Option<Globs> {
        let mut patterns = Vec::new();
        for (item, pattern) in self.strings(node, what)? {
            match check_glob(pattern) {
                Ok(()) => patterns.push(pattern.to_owned()),
                Err(why) => self.complain(item, format!("the pattern \"{pattern}\" cannot be used: {why}")),
            }
        }
        Some(Globs::new(self.origin.base.clone(), patterns))
    }

    fn version(&mut self, node: &Node) -> Option<semver::Version> {
        let text = self.string(node, "\"sdkVersion\"")?;
        let version = crate::disk::lowest_version(text);
        if version.is_none() {
            self.complain(node, format!("\"{}\" is not a version; for example \"5.2.0\"", echo(text)));
        }
        version
    }

    fn categories(&mut self, node: &Node, settings: &mut Settings) {
        let Some(members) = self.object(node, "\"categories\"") else { return };
        for Member { key, key_range, value } in members {
            let Some(category) = Category::find(key) else {
                let hint = did_you_mean(key, CATEGORIES.iter().map(|category| category.id));
                let hint = match rules::find(key) {
                    Some(_) => format!("; \"{key}\" is a rule, which goes under \"rules\""),
                    None => hint,
                };
                self.complain_at(*key_range, &value.pointer, format!("unknown category \"{}\"{hint}", echo_name(key)));
                continue;
            };
            if self.is_unset(value) {
                continue;
            }
            if let Some(severity) = self.severity(value, category.id) {
                settings.categories.insert(category.id, severity);
            }
        }
    }

    fn rules(&mut self, node: &Node, settings: &mut Settings) {
        let Some(members) = self.object(node, "\"rules\"") else { return };
        for Member { key, key_range, value } in members {
            let Some(rule) = rules::find(key) else {
                let hint = match Category::find(key) {
                    Some(_) => format!("; \"{key}\" is a category, which goes under \"categories\""),
                    None => did_you_mean(key, RULES.iter().map(|rule| rule.meta.id)),
                };
                self.complain_at(*key_range, &value.pointer, format!("unknown rule \"{}\"{hint}", echo_name(key)));
                continue;
            };
            let setting = match &value.kind {
                Kind::Object(members) => self.rule(rule.meta, members),
                Kind::String(_) => RuleSetting { severity: self.severity(value, key), ..Default::default() },
                Kind::Null if self.is_from_editor() => continue,
                _ => {
                    self.wrong_type(
                        value,
                        &format!("\"{key}\""),
                        "a severity or an object with \"severity\" and options",
                    );
                    continue;
                }
            };
            settings.rules.insert(key.clone(), setting);
        }
    }

    /// The severity of a rule or a category; `Some(None)` for "off".
    fn severity(&mut self, node: &Node, of: &str) -> Option<Option<Severity>> {
        Some(match self.word(node, &format!("the severity of \"{of}\""), &SEVERITIES)? {
            "hint" => Some(Severity::Hint),
            "info" => Some(Severity::Info),
            "warning" => Some(Severity::Warning),
            "error" => Some(Severity::Error),
            _ => None,
        })
    }

    fn rule(&mut self, meta: &RuleMeta, members: &[Member]) -> RuleSetting {
        let mut setting = RuleSetting::default();
        for Member { key, key_range, value } in members {
            if key == "severity" {
                setting.severity = self.severity(value, meta.id);
                continue;
            }
            let Some(option) = meta.options.iter().find(|option| option.name == key) else {
                let known = meta.options.iter().map(|option| option.name).chain(["severity"]);
                let hint = did_you_mean(key, known);
                let message = format!("the rule \"{}\" has no option \"{}\"{hint}", meta.id, echo_name(key));
                self.complain_at(*key_range, &value.pointer, message);
                continue;
            };
            let what = format!("the option \"{key}\" of \"{}\"", meta.id);
            let checked = match option.kind {
                OptionKind::OneOf(words) => self.word(value, &what, words).map(Value::from),
                OptionKind::Strings => {
                    self.strings(value, &what).map(|list| list.into_iter().map(|(_, text)| text).collect())
                }
            };
            if let Some(checked) = checked {
                setting.options.insert(key.clone(), checked);
            }
        }
        setting
    }
}
