//! `customerio-ls explain RULE`, `customerio-ls explain STATUS`

use super::output::{self, Colour};
use crate::config::closest;
use crate::report::for_terminal;
use crate::rules::{self, FixAvailability, OptionKind, RULES, RuleMeta};
use crate::sdk::status;
use std::fmt::Write;
use std::process::ExitCode;

/// What a rule that depends on the version goes by.
const WHICH_VERSION: &str = "the version that counts: the one in node_modules, else the one in the lock file (of npm, pnpm, \
                             Yarn or Bun), else the lowest one that package.json allows; \"sdkVersion\" in \
                             customerio.json beats them all";

/// Explain a rule, or a status code of Customer.io's APIs
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The rule's id, as in findings and settings, or a status code: 429
    #[arg(value_name = "RULE|STATUS")]
    subject: String,
    /// When to colour
    #[arg(long, value_enum, default_value_t, value_name = "WHEN")]
    color: Colour,
}

/// Prints what is to be said of the subject.
pub fn run(args: &Args) -> ExitCode {
    let text = match rules::find(&args.subject) {
        Some(rule) => Some(page(rule.meta)),
        None => args.subject.parse().ok().and_then(status::explain),
    };
    let Some(text) = text else {
        output::print_error(&unknown(&args.subject));
        return ExitCode::from(super::FAILED);
    };
    let shown = output::print(&for_terminal(&text, args.color.on_stdout()));
    ExitCode::from(if shown { super::CLEAN } else { super::FAILED })
}

/// The documentation of a rule, as Markdown.
fn page(meta: &RuleMeta) -> String {
    let fix = match meta.fix {
        FixAvailability::None => "none",
        FixAvailability::Sometimes => "where the code's shape allows",
        FixAvailability::Always => "always",
    };
    let mut text = format!("# {}\n\n{}.\n\n", meta.id, meta.summary.trim_end_matches('.'));
    let _ = writeln!(text, "- severity: {}", meta.severity.as_str());
    let _ = writeln!(text, "- fix: {fix}");
    let _ = writeln!(text, "- versions of customerio-node: {}", meta.versions);
    if meta.versions != "all" {
        let _ = writeln!(text, "- {WHICH_VERSION}");
    }
    for option in meta.options {
        let values = match option.kind {
            OptionKind::OneOf(words) => words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", "),
            OptionKind::Strings => "a list of strings".to_owned(),
        };
        let _ = writeln!(text, "- option `{}` ({values}): {}", option.name, option.doc);
    }
    let _ = write!(text, "\n{}\n\n{}\n", meta.docs.trim(), meta.href());
    text
}

fn unknown(subject: &str) -> String {
    if !subject.is_empty() && subject.bytes().all(|b| b.is_ascii_digit()) {
        return format!("error: {subject} is no status code that a call ends with: these go from 200 to 599\n");
    }
    match closest(subject, RULES.iter().map(|rule| rule.meta.id)) {
        Some(meant) => format!("error: there is no rule `{subject}`; did you mean `{meant}`?\n"),
        None => format!("error: there is no rule `{subject}`; `customerio-ls rules` lists them all\n"),
    }
}
