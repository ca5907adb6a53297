//! `customerio-ls report`

use super::check::findings;
use super::doctor::{Diagnosis, Examined, Health, Keyring, Section, examine, exit_code};
use super::output;
use super::redact::redacted;
use super::save::save;
use super::{CLEAN, FAILED};
use crate::account::RequestFailure;
use crate::report::{Gravity, Run};
use crate::text::{count, plain};
use clap::ValueEnum;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::SystemTime;

/// Write a report for Customer.io's support or a colleague: versions, clients, findings, and the results of doctor
///
/// It contains no keys, personal data or code. It is shown first, and sent nowhere.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    subject: Examined,
    /// Output format
    #[arg(long, value_enum, default_value_t)]
    format: ReportFormat,
    /// Write it to this file after showing it; on a terminal, it asks first
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum ReportFormat {
    /// Markdown
    #[default]
    Md,
    /// One JSON object
    Json,
}

/// Makes the report, shows it, and writes it.
pub fn run(args: &Args) -> ExitCode {
    ExitCode::from(make(args).unwrap_or_else(|message| output::failed(&message)))
}

fn make(args: &Args) -> Result<u8, String> {
    let (diagnosis, keyring) = examine(&args.subject)?;
    let run = findings(&args.subject.path, args.subject.account.config.as_deref())?;
    let bundle = Bundle::of(&diagnosis, &run);
    let text = bundle.written(args.format, &keyring);
    if !output::print(&text) {
        return Ok(FAILED);
    }
    if let Some(file) = &args.output {
        write(file, &text)?;
    }
    let partial = run.problems.iter().any(|problem| problem.gravity == Gravity::Failure);
    Ok(match exit_code(&diagnosis) {
        CLEAN if partial => FAILED,
        code => code,
    })
}

/// Writes what was shown. On a terminal people are asked whether they agree with it.
fn write(file: &Path, text: &str) -> Result<(), String> {
    let shown = file.display().to_string();
    if output::agreed(&format!("Write this to {shown}?"))? == Some(false) {
        output::print_error(&format!("{}: not written\n", plain(&shown)));
        return Ok(());
    }
    save(file, text).map_err(|what| format!("{shown} {what}"))?;
    output::print_error(&format!("{}: written\n", plain(&shown)));
    Ok(())
}

/// The contents of a report. Nothing is in it but what this program says itself: of values only their forms, of
/// findings only their rules and numbers, of responses only their status and reference.
struct Bundle {
    tool: String,
    system: String,
    at: String,
    settings: Vec<(&'static str, String)>,
    /// By section: subject, result and finding.
    checks: Vec<(Section, String, Health, String)>,
    variables: Vec<(String, bool)>,
    /// By rule and severity: how many, and in how many files.
    findings: BTreeMap<(&'static str, &'static str), (usize, usize)>,
    files: (usize, usize),
    problems: usize,
    failures: Vec<(String, String, Option<String>)>,
}

impl Bundle {
    fn of(diagnosis: &Diagnosis, run: &Run) -> Self {
        let clean = |text: &str| redacted(text, &[]);
        let row = |section| {
            diagnosis.of(section).map(move |row| (section, clean(&row.subject), row.health, clean(&row.found)))
        };
        let mut findings: BTreeMap<_, (usize, usize)> = BTreeMap::new();
        for file in &run.files {
            let mut in_file: BTreeMap<_, usize> = BTreeMap::new();
            for finding in &file.findings {
                *in_file.entry((finding.rule, finding.severity.as_str())).or_default() += 1;
            }
            for (key, count) in in_file {
                let known = findings.entry(key).or_default();
                *known = (known.0 + count, known.1 + 1);
            }
        }
        let failure = |failure: &RequestFailure| {
            (format!("GET {}", failure.path), failure.outcome(), failure.reference().map(str::to_owned))
        };
        Self {
            tool: concat!("customerio-ls ", env!("CARGO_PKG_VERSION")).to_owned(),
            system: format!("{} {}", std::env::consts::OS, std::env::consts::ARCH),
            at: crate::account::http_date(SystemTime::now()),
            settings: diagnosis.settings.clone(),
            checks: Section::ALL.into_iter().flat_map(row).collect(),
            variables: diagnosis.variables.clone(),
            findings,
            files: (run.analysed, run.seen),
            problems: run.problems.iter().filter(|problem| problem.gravity == Gravity::Failure).count(),
            failures: diagnosis.failures.iter().map(failure).collect(),
        }
    }

    fn written(&self, format: ReportFormat, keyring: &Keyring) -> String {
        match format {
            ReportFormat::Md => self.markdown().lines().map(|line| keyring.scrubbed(line) + "\n").collect(),
            ReportFormat::Json => {
                keyring.scrubbed_json(&serde_json::to_string_pretty(&self.json()).unwrap_or_default()) + "\n"
            }
        }
    }

    fn markdown(&self) -> String {
        let mut out = format!("# Report of {}\n\n{}, {}\n", self.tool, self.at, self.system);
        let cell = |text: &str| text.replace('|', "\\|");
        let mut table = |title: &str, head: &[&str], rows: Vec<Vec<String>>| {
            if rows.is_empty() {
                return;
            }
            let _ = writeln!(out, "\n## {title}\n\n| {} |\n|{}", head.join(" | "), "---|".repeat(head.len()));
            for row in rows {
                let _ = writeln!(out, "| {} |", row.iter().map(|text| cell(text)).collect::<Vec<_>>().join(" | "));
            }
        };
        let pair = |(name, value): &(&str, String)| vec![(*name).to_owned(), value.clone()];
        table("Settings", &["setting", "value"], self.settings.iter().map(pair).collect());
        for section in Section::ALL {
            let rows = self.checks.iter().filter(|(of, ..)| *of == section);
            let rows = rows.map(|(_, subject, health, found)| {
                vec![health.as_str().to_owned(), format!("`{subject}`"), found.clone()]
            });
            table(section.title(), &["result", "subject", "found"], rows.collect());
        }
        let set = |(name, is_set): &(String, bool)| vec![format!("`{name}`"), yes(*is_set).to_owned()];
        table("Environment variables", &["name", "set"], self.variables.iter().map(set).collect());
        let finding = |((rule, severity), (count, files)): (&(&str, &str), &(usize, usize))| {
            vec![(*rule).to_owned(), (*severity).to_owned(), count.to_string(), files.to_string()]
        };
        let head = ["rule", "severity", "findings", "files"];
        table("Findings", &head, self.findings.iter().map(finding).collect());
        let failed = |(path, status, reference): &(String, String, Option<String>)| {
            vec![format!("`{path}`"), status.clone(), reference.clone().unwrap_or_default()]
        };
        table("Failed requests", &["request", "status", "reference"], self.failures.iter().map(failed).collect());
        let (analyzed, seen) = self.files;
        let _ = write!(out, "\n{analyzed} of {seen} files use the SDK.");
        if self.problems > 0 {
            let _ = write!(out, " The check is incomplete: {}.", count(self.problems, "problem"));
        }
        out.push('\n');
        out
    }

    fn json(&self) -> Value {
        let checks = self.checks.iter().map(|(section, subject, health, found)| {
            json!({ "section": section.key(), "subject": subject, "result": health.as_str(), "found": found })
        });
        let findings = self.findings.iter().map(|((rule, severity), (count, files))| {
            json!({ "rule": rule, "severity": severity, "findings": count, "files": files })
        });
        let failures = self
            .failures
            .iter()
            .map(|(path, status, reference)| json!({ "request": path, "status": status, "reference": reference }));
        let settings: serde_json::Map<String, Value> =
            self.settings.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
        let variables = self.variables.iter().map(|(name, is_set)| json!({ "name": name, "set": is_set }));
        json!({
            "tool": self.tool,
            "system": self.system,
            "at": self.at,
            "settings": settings,
            "checks": checks.collect::<Value>(),
            "variables": variables.collect::<Value>(),
            "findings": findings.collect::<Value>(),
            "files": { "seen": self.files.1, "analyzed": self.files.0, "problems": self.problems },
            "failedRequests": failures.collect::<Value>(),
        })
    }
}

fn yes(is_so: bool) -> &'static str {
    if is_so { "yes" } else { "no" }
}
