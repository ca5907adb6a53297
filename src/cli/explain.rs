//! `customerio-ls explain RULE`, and of a category, a preset or a status code

use super::output::{self, Colour};
use crate::report::for_terminal;
use crate::rule_docs::{self, Links};
use crate::rules::{self, CATEGORIES, Category, Preset, RULES};
use crate::sdk::status;
use crate::settings::closest;
use std::process::ExitCode;

/// Explain a rule, a category or a preset of rules, or a status code of Customer.io's APIs
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The rule's id, as in findings and settings; a category: errors; a preset: strict; or a status code: 429
    #[arg(value_name = "RULE|CATEGORY|PRESET|STATUS")]
    subject: String,
    /// When to use color
    #[arg(long, value_enum, default_value_t, value_name = "WHEN")]
    color: Colour,
}

/// Prints the explanation of the subject.
pub fn run(args: &Args) -> ExitCode {
    let Some(text) = page(&args.subject) else {
        output::print_error(&unknown(&args.subject));
        return ExitCode::from(super::FAILED);
    };
    let shown = output::print(&for_terminal(&text, args.color.on_stdout()));
    ExitCode::from(if shown { super::CLEAN } else { super::FAILED })
}

/// Returns the explanation, as Markdown; `None` for an unknown subject.
fn page(subject: &str) -> Option<String> {
    if let Some(rule) = rules::find(subject) {
        return Some(format!("{}\n{}\n", rule_docs::rule(rule.meta, Links::Names), rule.meta.href()));
    }
    let category = Category::find(subject).map(rule_docs::category);
    category.or_else(|| Preset::find(subject).map(rule_docs::preset)).or_else(|| status::explain(subject.parse().ok()?))
}

fn unknown(subject: &str) -> String {
    if !subject.is_empty() && subject.bytes().all(|b| b.is_ascii_digit()) {
        return format!("error: {subject} is not an HTTP status code (200 to 599)\n");
    }
    let categories = CATEGORIES.iter().map(|category| category.id);
    let known = RULES.iter().map(|rule| rule.meta.id).chain(categories).chain(Preset::EVERY.map(Preset::as_str));
    match closest(subject, known) {
        Some(meant) => format!("error: unknown rule `{subject}`; did you mean `{meant}`?\n"),
        None => format!("error: unknown rule `{subject}`; `customerio-ls rules` lists them all\n"),
    }
}
