//! `customerio-ls explain RULE`

use super::output::{self, Colour};
use crate::config::closest;
use crate::report::for_terminal;
use crate::rules::{self, FixAvailability, OptionKind, RULES};
use std::fmt::Write;
use std::process::ExitCode;

/// Explain a rule
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The rule's id, as in findings and settings
    #[arg(value_name = "RULE")]
    rule: String,
    /// When to colour
    #[arg(long, value_enum, default_value_t, value_name = "WHEN")]
    color: Colour,
}

/// Prints the documentation of a rule.
pub fn run(args: &Args) -> ExitCode {
    let Some(rule) = rules::find(&args.rule) else {
        output::print_error(&unknown(&args.rule));
        return ExitCode::from(super::FAILED);
    };
    let meta = rule.meta;
    let fix = match meta.fix {
        FixAvailability::None => "none",
        FixAvailability::Sometimes => "where the code's shape allows",
        FixAvailability::Always => "always",
    };
    let mut text = format!("# {}\n\n{}.\n\n", meta.id, meta.summary.trim_end_matches('.'));
    let _ = writeln!(text, "- severity: {}", meta.severity.as_str());
    let _ = writeln!(text, "- fix: {fix}");
    let _ = writeln!(text, "- versions of customerio-node: {}", meta.versions);
    for option in meta.options {
        let values = match option.kind {
            OptionKind::OneOf(words) => words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", "),
            OptionKind::Strings => "a list of strings".to_owned(),
        };
        let _ = writeln!(text, "- option `{}` ({values}): {}", option.name, option.doc);
    }
    let _ = write!(text, "\n{}\n\n{}\n", meta.docs.trim(), meta.href());
    let shown = output::print(&for_terminal(&text, args.color.on_stdout()));
    ExitCode::from(if shown { super::CLEAN } else { super::FAILED })
}

fn unknown(rule: &str) -> String {
    if !rule.is_empty() && rule.bytes().all(|b| b.is_ascii_digit()) {
        return format!("error: {rule} looks like a status code; only rules can be explained so far\n");
    }
    match closest(rule, RULES.iter().map(|rule| rule.meta.id)) {
        Some(meant) => format!("error: there is no rule `{rule}`; did you mean `{meant}`?\n"),
        None => format!("error: there is no rule `{rule}`; `customerio-ls rules` lists them all\n"),
    }
}
