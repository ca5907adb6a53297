//! `customerio-ls rules`

use super::output::{self, Colour};
use crate::report::{AnsiColor, Ink};
use crate::rules::{FixAvailability, OptionKind, RULES, RuleMeta};
use clap::ValueEnum;
use serde_json::{Value, json};
use std::fmt::Write;
use std::process::ExitCode;

/// List the rules
#[derive(Debug, clap::Args)]
pub struct Args {
    /// How to write the list
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// When to colour
    #[arg(long, value_enum, default_value_t, value_name = "WHEN")]
    color: Colour,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// A table
    #[default]
    Text,
    /// A JSON array with everything that is known of each rule
    Json,
}

/// Prints the list.
pub fn run(args: &Args) -> ExitCode {
    let text = match args.format {
        Format::Text => table(args.color.on_stdout()),
        Format::Json => {
            let rules: Vec<Value> = RULES.iter().map(|rule| object(rule.meta)).collect();
            format!("{}\n", serde_json::to_string_pretty(&rules).unwrap_or_default())
        }
    };
    ExitCode::from(if output::print(&text) { super::CLEAN } else { super::FAILED })
}

fn fix(meta: &RuleMeta) -> &'static str {
    match meta.fix {
        FixAvailability::None => "-",
        FixAvailability::Sometimes => "sometimes",
        FixAvailability::Always => "always",
    }
}

fn table(colours: bool) -> String {
    let widest = RULES.iter().map(|rule| rule.meta.id.len()).max().unwrap_or(0);
    let style = |style: Ink| if colours { style } else { Ink::new() };
    let (head, id) = (style(Ink::new().bold()), style(AnsiColor::Cyan.on_default()));
    let mut out = String::new();
    let _ = writeln!(out, "{head}{:widest$}  SEVERITY  {:9}  WHAT IT FINDS{head:#}", "RULE", "FIX");
    for rule in RULES {
        let meta = rule.meta;
        let (severity, fix) = (meta.severity.as_str(), fix(meta));
        let _ = writeln!(out, "{id}{:widest$}{id:#}  {severity:8}  {fix:9}  {}", meta.id, meta.summary);
    }
    let _ = writeln!(out, "\n`customerio-ls explain RULE` tells more.");
    out
}

fn object(meta: &RuleMeta) -> Value {
    let options: Vec<Value> = meta
        .options
        .iter()
        .map(|option| match option.kind {
            OptionKind::OneOf(words) => json!({ "name": option.name, "doc": option.doc, "oneOf": words }),
            OptionKind::Strings => json!({ "name": option.name, "doc": option.doc, "list": "string" }),
        })
        .collect();
    json!({
        "id": meta.id,
        "summary": meta.summary,
        "category": meta.category,
        "severity": meta.severity.as_str(),
        "fix": match meta.fix {
            FixAvailability::None => "none",
            _ => fix(meta),
        },
        "versions": meta.versions,
        "url": meta.href(),
        "options": options,
        "docs": meta.docs.trim(),
    })
}
