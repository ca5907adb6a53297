//! The rules. Each is one file: documentation, metadata and `check`, which checks the model and nothing else, or the
//! traces that the files of a project leave.

mod across;
mod category;
mod documents;
mod doors;
mod helpers;
mod meta;
mod precedence;
mod selector;

#[cfg(test)]
#[path = "example/tests.rs"]
mod example;
#[cfg(test)]
#[path = "../../tests/example-rule/test_event.rs"]
mod test_event;

pub use across::{Across, AcrossReport, Compared, Member, compare};
pub use category::{CATEGORIES, Category};
pub use doors::{DOORS, OTHERS, covers};
pub use meta::{FixAvailability, OptionKind, OptionMeta, Preset, RuleMeta, SITE};
pub use precedence::Precedence;
pub use selector::Selector;

use crate::finding::{Applicability, Finding, Fix, Fixes, Related, Severity};
use crate::model::Model;
use crate::settings::Settings;
use crate::text::{Place, TextEdit, TextRange};

/// Declares the rule modules and lists them. Sorted; a new rule is one line here, which declares whether it checks one
/// file, compares all files of a project, or both.
macro_rules! rules {
    ($($kind:ident $name:ident),* $(,)?) => {
        $(mod $name;)*
        /// Every rule, sorted by id.
        pub static RULES: &[Rule] = &[$(Rule { meta: &$name::META, check: rules!(@$kind $name) }),*];
    };
    (@File $name:ident) => { Check::File($name::check) };
    (@Project $name:ident) => { Check::Project($name::check) };
    (@Both $name:ident) => { Check::Both($name::check, $name::compare) };
}

rules![
    File account_unknown_id,
    File attach_misuse,
    File attribute_count,
    File attribute_name_length,
    Project attribute_name_style,
    File attribute_value_length,
    File auth_error_swallowed,
    File batch_empty,
    File batch_result_unchecked,
    File bigint_in_payload,
    File broadcast_filter_shape,
    File broadcast_in_loop,
    File broadcast_ineffective_flag,
    File broadcast_missing_arguments,
    File broadcast_multiple_audiences,
    File broadcast_positional_recipients,
    File cio_id_prefix,
    File client_constructor_shape,
    File client_per_request,
    File created_at_overwritten,
    File credential_exposed_to_client,
    File credential_logged,
    File credential_maybe_undefined,
    Project credential_shared_between_clients,
    File deep_import,
    File destroy_vs_suppress,
    File detached_method,
    File device_platform,
    File double_retry,
    File dropped_option,
    File dynamic_event_name,
    Project email_as_id,
    File empty_argument,
    File env_name_not_defined,
    File error_detail_lost,
    File error_network_code,
    File error_shape,
    File event_dedupe_id,
    Project event_name_inconsistent,
    File event_name_length,
    Project event_name_snake_case,
    File event_name_unknown,
    File event_name_whitespace,
    File extra_argument,
    File floating_promise,
    File fractional_unix_seconds,
    Both hardcoded_credential,
    File id_length,
    File identifier_enum_member,
    File identifiers_cardinality,
    File identify_before_track,
    File identify_not_awaited,
    File ignored_agent_option,
    File inert_timeout,
    File inline_email_without_template_id,
    File instanceof_error_class,
    File internal_request,
    File legacy_default_import,
    File legacy_subpath_import,
    File merge_identifier_type,
    File message_data_mismatch,
    File method_not_in_version,
    File metric_name,
    Project missing_email,
    File no_retry,
    File non_string_id,
    File old_api_address,
    File per_user_data_limit,
    File pii_in_event_name,
    File pipelines_payload_case,
    File pipelines_positional_args,
    File pipelines_timestamp,
    File plain_object_request,
    File possibly_undefined_id,
    File push_event_name,
    File queue_draft_true,
    File rate_limit_unhandled,
    File raw_http_endpoint,
    File region_as_positional,
    Project region_mismatch,
    File region_not_instance,
    File reserved_attribute,
    File reserved_event_data_key,
    File response_shape,
    File response_timestamp_seconds,
    File response_unchecked,
    File retry_after_parse,
    File retry_after_wrong_property,
    File retry_non_retryable,
    File segment_ids_limit,
    File segment_style_call,
    File send_at_out_of_range,
    File sensitive_attribute,
    File service_account_in_app,
    File stale_timestamp,
    File subscription_preferences_shape,
    File suppress_as_unsubscribe,
    File sync_throw_not_caught,
    File timestamp_milliseconds,
    File timestamp_not_unix,
    File timezone_invalid,
    File track_anonymous_signature,
    File track_missing_name,
    File track_properties_outside_data,
    File transactional_invalid_recipient,
    File transactional_missing_required,
    File transactional_unknown_template,
    File unknown_endpoint,
    File unknown_export,
    File unknown_method,
    File unknown_option,
    File unknown_package,
    File unsubscribed_value,
    File unused_suppression,
    File upgrade_advice,
    File v2_operation_shape,
    File webhook_payload_shape,
    Project webhook_unverified,
    File wrong_api_key,
    File wrong_request_class,
];

/// A rule: its metadata and its check.
#[derive(Clone, Copy)]
pub struct Rule {
    /// Metadata, written once, in the rule's own file.
    pub meta: &'static RuleMeta,
    check: Check,
}

/// The check of a rule.
#[derive(Clone, Copy)]
enum Check {
    /// One file by itself.
    File(fn(&Context<'_>, &mut Report<'_>)),
    /// All files of a project beside each other.
    Project(fn(&Across<'_>, &mut AcrossReport<'_>)),
    /// One file by itself; then a comparison of all files says which of the findings repeat others.
    Both(fn(&Context<'_>, &mut Report<'_>), fn(&Across<'_>, &mut AcrossReport<'_>)),
}

/// The rule with this id.
pub fn find(id: &str) -> Option<&'static Rule> {
    RULES.binary_search_by(|rule| rule.meta.id.cmp(id)).ok().map(|at| &RULES[at])
}

/// The input of a rule that checks one file.
pub struct Context<'a> {
    /// The SDK calls of the file and the values of their arguments.
    pub model: &'a Model<'a>,
    /// The settings.
    pub settings: &'a Settings,
}

/// The output of a rule.
pub struct Report<'a> {
    out: &'a mut Vec<Finding>,
    severity: Option<Severity>,
    meta: &'static RuleMeta,
    fixes: Fixes,
}

impl Report<'_> {
    /// Reports `what` at `range` with the severity that the rule gives. A severity from the settings replaces that of
    /// the rule's clearest case; less certain findings are never raised to it.
    pub fn at(&mut self, range: TextRange, severity: Severity, what: impl Into<String>) -> Draft<'_> {
        let severity = match self.severity {
            Some(set) if severity >= self.meta.severity => set,
            Some(set) => severity.min(set),
            None => severity,
        };
        self.out.push(Finding {
            rule: self.meta.id,
            severity,
            range,
            what: what.into(),
            why: None,
            help: None,
            related: Vec::new(),
            fixes: Vec::new(),
            unnecessary: false,
        });
        Draft { finding: self.out.last_mut().expect("just pushed"), fixes: self.fixes }
    }
}

/// A finding being written.
pub struct Draft<'a> {
    finding: &'a mut Finding,
    fixes: Fixes,
}

impl Draft<'_> {
    /// The consequence: what Customer.io, the SDK or Node does. One sentence, without its full stop.
    pub fn why(self, why: impl Into<String>) -> Self {
        self.finding.why = Some(why.into());
        self
    }
    /// The instruction.
    pub fn help(self, help: impl Into<String>) -> Self {
        self.finding.help = Some(help.into());
        self
    }
    /// Another place that explains it; a place inside the marked range adds nothing and is left out.
    pub fn related(self, range: Option<TextRange>, message: impl Into<String>) -> Self {
        self.related_at(range.map(Place::here), message)
    }
    /// As [`Draft::related`], for a place in any file.
    pub fn related_at(self, place: Option<Place>, message: impl Into<String>) -> Self {
        let inside = |place: &Place| place.file.is_none() && self.finding.range.contains(place.range);
        if let Some(place) = place.filter(|place| !inside(place)) {
            self.finding.related.push(Related { place, message: message.into() });
        }
        self
    }
    /// The marked code has no effect: editors show it faded.
    pub fn unnecessary(self) -> Self {
        self.finding.unnecessary = true;
        self
    }
    /// A repair. `edits` are computed only when somebody asks for fixes; without edits there is no repair.
    pub fn fix<E: IntoIterator<Item = TextEdit>>(
        self,
        title: impl Into<String>,
        applicability: Applicability,
        edits: impl FnOnce() -> E,
    ) -> Self {
        self.repair(|| Some(Fix::new(title, applicability, edits())))
    }
    /// As [`Draft::fix`], where the title or the applicability is computed with the edits.
    pub fn repair(self, fix: impl FnOnce() -> Option<Fix>) -> Self {
        if self.fixes == Fixes::Computed {
            let fix = fix().filter(|fix| !fix.edits.is_empty() || !fix.elsewhere.is_empty());
            self.finding.fixes.extend(fix);
        }
        self
    }
}

/// Runs every rule about one file that the settings leave on. The findings are the same with and without their fixes.
pub fn run(model: &Model<'_>, settings: &Settings, fixes: Fixes) -> Vec<Finding> {
    let mut out = Vec::new();
    for rule in RULES {
        let (Check::File(check) | Check::Both(check, _)) = rule.check else { continue };
        if !settings.is_on(rule.meta) || model.file().document().is_some() && !documents::hold_for(rule.meta) {
            continue;
        }
        let ctx = Context { model, settings };
        let before = out.len();
        let severity = settings.severity_of(rule.meta);
        check(&ctx, &mut Report { out: &mut out, severity, meta: rule.meta, fixes });
        // Code that a test expects to fail is not a mistake; a secret is one everywhere.
        if rule.meta.category != "credentials" && out.len() > before {
            let found: Vec<Finding> = out.split_off(before);
            out.extend(found.into_iter().filter(|finding| !model.file().is_expected_to_fail(finding.range)));
        }
        // The repairs of times check the other uses themselves.
        if rule.meta.category != "timestamps" {
            out[before..].iter_mut().for_each(|finding| ask_for_what_is_shared(model, finding));
        }
    }
    for finding in &mut out {
        finding.fixes.retain(|fix| !model.file().writes_taken_global(&fix.edits));
    }
    if let Some(document) = model.file().document() {
        documents::keep(&mut out, document, model.rope);
    }
    out
}

/// Downgrades safe fixes that change values which the rest of the program may read as well.
fn ask_for_what_is_shared(model: &Model<'_>, finding: &mut Finding) {
    for fix in finding.fixes.iter_mut().filter(|fix| fix.applicability == Applicability::Safe) {
        // An insertion next to an import adds an import.
        let adds = |edit: &TextEdit| {
            edit.range.is_empty() && ["import ", "require("].iter().any(|word| edit.text.contains(word))
        };
        if !fix.edits.iter().all(|edit| adds(edit) || model.file().is_for_the_sdk_alone(edit.range)) {
            fix.applicability = Applicability::Suggested;
        }
    }
}
