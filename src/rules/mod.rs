//! The rules. Each is one file: documentation, metadata and `check`, which judges the model and nothing else.

mod judge;
mod meta;

pub use meta::{FixAvailability, OptionKind, OptionMeta, RuleMeta};

use crate::config::Settings;
use crate::finding::{Applicability, Finding, Fix, Related, Severity};
use crate::model::Model;
use crate::text::{Place, TextEdit, TextRange};

/// Declares the rule modules and lists them. Sorted; a new rule is one word here.
macro_rules! rules {
    ($($name:ident),* $(,)?) => {
        $(mod $name;)*
        /// Every rule, sorted by id.
        pub static RULES: &[Rule] = &[$(Rule { meta: &$name::META, check: $name::check }),*];
    };
}

rules![
    client_constructor_shape,
    credential_shared_between_clients,
    event_name_snake_case,
    floating_promise,
    fractional_unix_seconds,
    identify_not_awaited,
    region_as_positional,
    region_mismatch,
    region_not_instance,
    sync_throw_not_caught,
    timestamp_milliseconds,
    timestamp_not_unix,
    unused_suppression,
    wrong_api_key,
];

/// A rule: what it says of itself and how it judges.
#[derive(Clone, Copy)]
pub struct Rule {
    /// Metadata, written once, in the rule's own file.
    pub meta: &'static RuleMeta,
    check: fn(&Context<'_>, &mut Report<'_>),
}

/// The rule with this id.
pub fn find(id: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.meta.id == id)
}

/// What a rule may look at.
pub struct Context<'a> {
    /// The SDK calls of the file and the values of their arguments.
    pub model: &'a Model<'a>,
    /// The settings.
    pub settings: &'a Settings,
    meta: &'static RuleMeta,
}

impl Context<'_> {
    /// The value of one of this rule's options: a string.
    pub fn option_str(&self, name: &str) -> Option<&str> {
        self.option(name)?.as_str()
    }
    /// The value of one of this rule's options: a list of strings.
    pub fn option_list(&self, name: &str) -> Vec<&str> {
        let list = self.option(name).and_then(|v| v.as_array());
        list.map(|l| l.iter().filter_map(|v| v.as_str()).collect()).unwrap_or_default()
    }
    fn option(&self, name: &str) -> Option<&serde_json::Value> {
        self.settings.rules.get(self.meta.id)?.options.get(name)
    }
}

/// Where a rule puts its findings.
pub struct Report<'a> {
    out: &'a mut Vec<Finding>,
    severity: Option<Severity>,
    meta: &'static RuleMeta,
}

impl Report<'_> {
    /// Reports `message` at `range` with the severity that the rule gives. What the settings say instead holds for the
    /// rule's plainest case; a place that proves less is never raised to it.
    pub fn at(&mut self, range: TextRange, severity: Severity, message: impl Into<String>) -> Draft<'_> {
        let severity = match self.severity {
            Some(set) if severity >= self.meta.severity => set,
            Some(set) => severity.min(set),
            None => severity,
        };
        self.out.push(Finding {
            rule: self.meta.id,
            severity,
            range,
            message: message.into(),
            help: None,
            related: Vec::new(),
            fixes: Vec::new(),
            unnecessary: false,
        });
        Draft(self.out.last_mut().expect("just pushed"))
    }
}

/// A finding being written.
pub struct Draft<'a>(&'a mut Finding);

impl Draft<'_> {
    /// What to do about it.
    pub fn help(self, help: impl Into<String>) -> Self {
        self.0.help = Some(help.into());
        self
    }
    /// Another place that explains it; a place inside the marked range adds nothing and is left out.
    pub fn related(self, range: Option<TextRange>, message: impl Into<String>) -> Self {
        self.related_at(range.map(Place::here), message)
    }
    /// As [`Draft::related`], for a place in any file.
    pub fn related_at(self, place: Option<Place>, message: impl Into<String>) -> Self {
        let inside = |place: &Place| place.file.is_none() && self.0.range.contains(place.range);
        if let Some(place) = place.filter(|place| !inside(place)) {
            self.0.related.push(Related { place, message: message.into() });
        }
        self
    }
    /// The marked code has no effect: editors show it faded.
    pub fn unnecessary(self) -> Self {
        self.0.unnecessary = true;
        self
    }
    /// A repair; nothing when there are no edits.
    pub fn fix(self, title: impl Into<String>, applicability: Applicability, edits: Vec<TextEdit>) -> Self {
        if !edits.is_empty() {
            self.0.fixes.push(Fix { title: title.into(), applicability, edits });
        }
        self
    }
}

/// Runs every rule that the settings leave on.
pub fn run(model: &Model<'_>, settings: &Settings) -> Vec<Finding> {
    let mut out = Vec::new();
    for rule in RULES {
        let setting = settings.rules.get(rule.meta.id).and_then(|s| s.severity);
        if setting == Some(None) {
            continue;
        }
        let cx = Context { model, settings, meta: rule.meta };
        (rule.check)(&cx, &mut Report { out: &mut out, severity: setting.flatten(), meta: rule.meta });
    }
    out
}
