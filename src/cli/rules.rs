//! `customerio-ls rules`

use super::output::{self, Colour};
use crate::report::{AnsiColor, Ink};
use crate::rules::{CATEGORIES, Category, FixAvailability, OptionKind, Preset, RULES, RuleMeta};
use crate::settings::closest;
use clap::ValueEnum;
use serde_json::{Value, json};
use std::fmt::Write;
use std::process::ExitCode;

/// List the rules
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Output format
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// List only the rules of these categories, separated by commas
    #[arg(long, value_name = "CATEGORY", value_delimiter = ',', value_parser = category)]
    category: Vec<&'static str>,
    /// List only the rules of this preset
    #[arg(long, value_name = "PRESET", value_parser = super::value_names::preset())]
    preset: Option<Preset>,
    /// When to use color
    #[arg(long, value_enum, default_value_t, value_name = "WHEN")]
    color: Colour,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// A table
    #[default]
    Text,
    /// A JSON array with all metadata of each rule
    Json,
}

/// The category that an argument names.
fn category(word: &str) -> Result<&'static str, String> {
    let known = || CATEGORIES.iter().map(|category| category.id);
    Category::find(word).map(|category| category.id).ok_or_else(|| wrong(word, known()))
}

fn wrong<'a>(word: &str, known: impl Iterator<Item = &'a str> + Clone) -> String {
    match closest(word, known.clone()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("it is one of {}", known.collect::<Vec<_>>().join(", ")),
    }
}

/// Prints the list.
pub fn run(args: &Args) -> ExitCode {
    let wanted = |meta: &&RuleMeta| {
        (args.category.is_empty() || args.category.contains(&meta.category))
            && args.preset.is_none_or(|preset| preset.holds(meta))
    };
    let rules: Vec<&RuleMeta> = RULES.iter().map(|rule| rule.meta).filter(wanted).collect();
    let text = match args.format {
        Format::Text => table(&rules, args.color.on_stdout()),
        Format::Json => {
            let rules: Vec<Value> = rules.into_iter().map(object).collect();
            format!("{}\n", serde_json::to_string_pretty(&rules).unwrap_or_default())
        }
    };
    ExitCode::from(if output::print(&text) { super::CLEAN } else { super::FAILED })
}

fn table(rules: &[&RuleMeta], colours: bool) -> String {
    let widest = |of: fn(&RuleMeta) -> &'static str, heading: &str| {
        rules.iter().map(|meta| of(meta).len()).max().unwrap_or(0).max(heading.len())
    };
    let (ids, categories) = (widest(|meta| meta.id, "RULE"), widest(|meta| meta.category, "CATEGORY"));
    let style = |style: Ink| if colours { style } else { Ink::new() };
    let (head, id) = (style(Ink::new().bold()), style(AnsiColor::Cyan.on_default()));
    let mut out = String::new();
    let _ = writeln!(
        out,
        "{head}{:ids$}  {:categories$}  {:11}  SEVERITY  {:9}  WHAT IT FINDS{head:#}",
        "RULE", "CATEGORY", "PRESET", "FIX"
    );
    for meta in rules {
        let (preset, severity, fix) = (meta.preset.as_str(), meta.severity.as_str(), meta.fix.as_str());
        let _ = writeln!(
            out,
            "{id}{:ids$}{id:#}  {:categories$}  {preset:11}  {severity:8}  {fix:9}  {}",
            meta.id, meta.category, meta.summary
        );
    }
    let _ = writeln!(out, "\n`customerio-ls explain RULE` shows details; it also takes a category or a preset.");
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
        "preset": meta.preset.as_str(),
        "severity": meta.severity.as_str(),
        "fix": match meta.fix {
            FixAvailability::None => "none",
            FixAvailability::Sometimes => "sometimes",
            FixAvailability::Always => "always",
        },
        "versions": meta.versions,
        "url": meta.href(),
        "options": options,
        "yieldsTo": meta.yields_to,
        "docs": meta.docs.trim(),
    })
}
