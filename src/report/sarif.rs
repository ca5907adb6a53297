//! SARIF 2.1.0, for code scanning services.

use super::json::{Each, may_be_told};
use super::related_files::Files;
use super::{FileFindings, FileText, Gravity, ProblemSubject, Run, RunProblem, with_help};
use crate::finding::{Finding, Severity};
use crate::rules::{Preset, RULES, RuleMeta};
use crate::secrecy::mask;
use crate::text::{TextEdit, TextRange};
use rustc_hash::FxHashMap;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::{Value, json};
use serde_sarif::sarif::{
    ArtifactChange, ArtifactContent, ArtifactLocation, Fix, Invocation, Location, Message, MultiformatMessageString,
    Notification, PhysicalLocation, PropertyBag, Region, Replacement, ReportingConfiguration, ReportingDescriptor,
    Result as SarifResult, ResultLevel, Run as SarifRun, Sarif, Tool, ToolComponent,
};
use std::path::Path;

/// The base of relative addresses: the folder in which the run was started.
const ROOT: &str = "%SRCROOT%";

pub(super) fn render(run: &Run) -> String {
    let others = Files::new(run);
    let driver = ToolComponent::builder()
        .name(env!("CARGO_PKG_NAME"))
        .semantic_version(env!("CARGO_PKG_VERSION"))
        .information_uri("https://github.com/customerio-ls/customerio-ls")
        .rules(RULES.iter().map(|rule| descriptor(rule.meta)).collect::<Vec<_>>())
        .build();
    let (settings, files): (Vec<&RunProblem>, Vec<&RunProblem>) =
        run.problems.iter().partition(|problem| problem.subject == ProblemSubject::Settings);
    let invocation = Invocation::builder()
        .execution_successful(!run.problems.iter().any(|problem| problem.gravity == Gravity::Failure))
        .exit_code(run.exit_code)
        .tool_configuration_notifications(settings.into_iter().map(notification).collect::<Vec<_>>())
        .tool_execution_notifications(files.into_iter().map(notification).collect::<Vec<_>>())
        .build();
    let sarif = Sarif::builder()
        .schema("https://json.schemastore.org/sarif-2.1.0.json")
        .version(json!("2.1.0"))
        .runs(vec![
            SarifRun::builder()
                .tool(Tool::builder().driver(driver).build())
                .column_kind(json!("utf16CodeUnits"))
                .invocations(vec![invocation])
                .results(Vec::<SarifResult>::new())
                .build(),
        ])
        .build();
    let index_of: FxHashMap<&str, i64> = RULES.iter().map(|rule| rule.meta.id).zip(0..).collect();
    let results = run.files.iter().flat_map(|file| file.findings.iter().map(move |found| (file, found)));
    let results = Each(results.map(|(file, found)| result(file, found, &others, &index_of)));
    let whole = serde_json::to_value(&sarif).unwrap_or_default();
    let mut out = serde_json::to_string_pretty(&Filled { around: &whole, results: &results }).unwrap_or_default();
    out.push('\n');
    out
}

/// The template around the results, and the results: these are created while they are written, because the tree of all
/// of them would take many times the memory of the output.
struct Filled<'a, R> {
    around: &'a Value,
    results: &'a R,
}

impl<R: Serialize> Serialize for Filled<'_, R> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let inner = |around| Filled { around, results: self.results };
        match self.around {
            Value::Object(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for (key, value) in entries {
                    match key.as_str() {
                        "results" => map.serialize_entry(key, self.results)?,
                        "runs" => map.serialize_entry(key, &inner(value))?,
                        _ => map.serialize_entry(key, value)?,
                    }
                }
                map.end()
            }
            Value::Array(items) => serializer.collect_seq(items.iter().map(inner)),
            other => other.serialize(serializer),
        }
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info | Severity::Hint => "note",
    }
}

fn descriptor(meta: &RuleMeta) -> ReportingDescriptor {
    let docs = meta.docs.trim();
    ReportingDescriptor::builder()
        .id(meta.id)
        .name(convert_case::ccase!(pascal, meta.id))
        .short_description(MultiformatMessageString::builder().text(meta.summary).build())
        .help(MultiformatMessageString::builder().text(docs).markdown(docs).build())
        .help_uri(meta.href())
        .default_configuration(
            ReportingConfiguration::builder()
                .enabled(Preset::default().holds(meta))
                .level(json!(level(meta.severity)))
                .build(),
        )
        .properties(
            PropertyBag::builder().tags(vec![meta.category.to_owned(), meta.preset.as_str().to_owned()]).build(),
        )
        .build()
}

fn result(file: &FileFindings, finding: &Finding, others: &Files<'_>, index_of: &FxHashMap<&str, i64>) -> SarifResult {
    let related = finding.related.iter().enumerate().map(|(at, related)| {
        let other = others.of(file, &related.place);
        let physical = PhysicalLocation::builder().artifact_location(location(&other.path));
        let physical = match &other.text {
            Some(text) => physical.region(region(text, related.place.range)).build(),
            None => physical.build(),
        };
        let message = self::message(&related.message);
        Location::builder().id(at as i64 + 1).physical_location(physical).message(message).build()
    });
    let fixes = finding.fixes.iter().filter(|fix| may_be_told(&file.text, fix)).map(|fix| {
        let own = (!fix.edits.is_empty()).then(|| change(&file.path, &file.text, &fix.edits));
        let elsewhere = fix.elsewhere.iter().filter_map(|elsewhere| {
            let (other, edits) = others.fitting(elsewhere)?;
            Some(change(&other.path, other.text.as_ref()?, &edits))
        });
        let changes: Vec<ArtifactChange> = own.into_iter().chain(elsewhere).collect();
        Fix::builder().description(self::message(&fix.title)).artifact_changes(changes).build()
    });
    let index = index_of.get(finding.rule).copied().unwrap_or(-1);
    SarifResult::builder()
        .rule_id(finding.rule)
        .rule_index(index)
        .level(match finding.severity {
            Severity::Error => ResultLevel::Error,
            Severity::Warning => ResultLevel::Warning,
            Severity::Info | Severity::Hint => ResultLevel::Note,
        })
        .message(self::message(&with_help(finding)))
        .locations(vec![Location::builder().physical_location(physical(file, finding.range)).build()])
        .related_locations(related.collect::<Vec<_>>())
        .fixes(fixes.collect::<Vec<_>>())
        .build()
}

fn message(text: &str) -> Message {
    Message::builder().text(mask(text).into_owned()).build()
}

fn change(path: &str, text: &FileText, edits: &[TextEdit]) -> ArtifactChange {
    let replacement = |edit: &TextEdit| {
        Replacement::builder()
            .deleted_region(region(text, edit.range))
            .inserted_content(ArtifactContent::builder().text(edit.text.clone()).build())
            .build()
    };
    ArtifactChange::builder()
        .artifact_location(location(path))
        .replacements(edits.iter().map(replacement).collect::<Vec<_>>())
        .build()
}

fn physical(file: &FileFindings, range: TextRange) -> PhysicalLocation {
    PhysicalLocation::builder().artifact_location(location(&file.path)).region(region(&file.text, range)).build()
}

fn region(text: &FileText, range: TextRange) -> Region {
    let (start, end) = text.ends(range);
    Region::builder()
        .start_line(i64::from(start.line))
        .start_column(i64::from(start.column))
        .end_line(i64::from(end.line))
        .end_column(i64::from(end.column))
        .build()
}

/// The address of a file: relative to the root where it lies under it.
fn location(path: &str) -> ArtifactLocation {
    if let Ok(url) = url::Url::from_file_path(Path::new(path)) {
        return ArtifactLocation::builder().uri(url.to_string()).build();
    }
    ArtifactLocation::builder().uri(encode(path)).uri_base_id(ROOT).build()
}

/// A relative path as an address: characters with a meaning in addresses are percent-encoded, by the rules for paths.
fn encode(path: &str) -> String {
    let mut url = url::Url::parse("file:///").expect("a constant");
    if let Ok(mut segments) = url.path_segments_mut() {
        segments.clear().extend(path.split('/'));
    }
    // A `..` segment is dropped by the encoder, but such a path is shown as absolute and never gets here.
    url.path().trim_start_matches('/').to_owned()
}

fn notification(problem: &RunProblem) -> Notification {
    let message = message(&problem.sentence());
    let level = json!(if problem.gravity == Gravity::Failure { "error" } else { "note" });
    let Some(path) = &problem.path else {
        return Notification::builder().message(message).level(level).build();
    };
    let physical = PhysicalLocation::builder().artifact_location(location(path));
    let physical = match problem.place {
        Some((line, column)) => {
            let region = Region::builder().start_line(i64::from(line)).start_column(i64::from(column)).build();
            physical.region(region).build()
        }
        None => physical.build(),
    };
    let location = Location::builder().physical_location(physical).build();
    Notification::builder().message(message).level(level).locations(vec![location]).build()
}
