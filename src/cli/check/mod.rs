//! `customerio-ls check`

mod changed;
mod diff;
mod fix;
mod judge;
mod names;
mod project;
mod scope;
pub(super) mod signals;
mod stdin;
mod survey;
mod tree;
mod write;

pub use crate::engine::{Checked, Fixed};
use fix::fix_text;
pub use survey::{Survey, Surveyed, survey};

use super::output::{self, Colour};
use super::{CLEAN, FAILED, FINDINGS};
use crate::disk::{Trouble, TroubleKind, read_bytes, report_panics_by_place, take_troubles, utf8};
use crate::finding::Applicability;
use crate::report::{self, FileText, Gravity, Others, Problem, Run, Style, Subject};
use crate::secrecy;
use crate::source::Source;
use crate::syntax::Language;
use crate::text::{plain, without_bom};
use changed::Changed;
use clap::ValueEnum;
use judge::Judge;
use names::Selection;
use ropey::Rope;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Check files and folders
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Files and folders; folders are searched for .ts, .tsx, .js and their kin, .vue, .svelte, .astro and package.json
    #[arg(value_name = "PATH", default_value = ".")]
    paths: Vec<PathBuf>,
    /// How to write the findings
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Repair what can be repaired without a change of meaning
    #[arg(long)]
    fix: bool,
    /// Repair also what changes what Customer.io receives; look at the result
    #[arg(long)]
    fix_suggested: bool,
    /// Show what --fix (or --fix-suggested, if given) would change, and write nothing
    #[arg(long, conflicts_with = "format")]
    diff: bool,
    /// Check standard input as if it were this file
    #[arg(long, value_name = "FILE", conflicts_with = "paths")]
    stdin_filename: Option<PathBuf>,
    /// Only files that differ from HEAD in the git work tree around this folder, new ones included
    #[arg(long, conflicts_with = "stdin_filename")]
    changed: bool,
    /// Only files that differ from where HEAD branched off from this commit (implies --changed)
    #[arg(long, value_name = "REF", conflicts_with = "stdin_filename", value_parser = changed::reference)]
    since: Option<String>,
    /// Only these rules, whatever the preset: ids, categories, or presets
    #[arg(long, value_name = "RULE", value_delimiter = ',', value_parser = names::rules)]
    select: Vec<Selection>,
    /// Not these rules: ids, categories, or presets
    #[arg(long, value_name = "RULE", value_delimiter = ',', value_parser = names::rules)]
    ignore: Vec<Selection>,
    /// Fail when there are more warnings than this
    #[arg(long, value_name = "N")]
    max_warnings: Option<usize>,
    /// Use this settings file instead of searching for customerio.json
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// When to colour
    #[arg(long, value_enum, default_value_t, value_name = "WHEN")]
    color: Colour,
    /// Only the findings: no summary and no notes
    #[arg(short, long)]
    quiet: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    #[default]
    Text,
    /// One JSON object
    Json,
    /// SARIF 2.1.0
    Sarif,
    /// Annotations in GitHub workflows
    Github,
    /// Code Quality report for GitLab
    Gitlab,
    /// JUnit XML: a suite for each file, a test for each finding
    Junit,
    /// One line a finding, for coding agents
    Agent,
}

impl From<Format> for report::Format {
    fn from(format: Format) -> Self {
        match format {
            Format::Text => Self::Text,
            Format::Json => Self::Json,
            Format::Sarif => Self::Sarif,
            Format::Github => Self::Github,
            Format::Gitlab => Self::Gitlab,
            Format::Junit => Self::Junit,
            Format::Agent => Self::Agent,
        }
    }
}

impl Args {
    /// Which fixes to apply; `None` when nothing is to be repaired.
    fn fixes(&self) -> Option<Applicability> {
        match self {
            Self { fix_suggested: true, .. } => Some(Applicability::Suggested),
            Self { fix: true, .. } | Self { diff: true, .. } => Some(Applicability::Safe),
            _ => None,
        }
    }

    fn style(&self, colours: bool) -> Style {
        Style { colours, summary: !self.quiet, width: output::width() }
    }
}

/// The outcome of a check: the report, and the output that replaces it on standard output.
struct Outcome {
    run: Run,
    /// A diff, or the repaired standard input.
    instead: Option<String>,
}

/// Checks, prints, and tells how it went.
pub fn run(args: &Args) -> ExitCode {
    report_panics_by_place(|line| output::print_error(&format!("customerio-ls: {line}\n")));
    let (judge, changed) = match prepare(args) {
        Ok(prepared) => prepared,
        Err(message) => {
            output::print_error(&format!("error: {}\n", plain(&message)));
            return ExitCode::from(FAILED);
        }
    };
    let Outcome { mut run, instead } = match &args.stdin_filename {
        Some(path) => stdin::check(args, &judge, path),
        None => tree::check(args, &judge, changed.as_ref()),
    };
    run.problems.extend(judge.problems());
    run.problems.extend(take_troubles().iter().map(|trouble| told(trouble, &judge.folder)));
    run.problems.sort();
    run.problems.dedup();
    run.exit_code = exit_code(args, &run);
    run.others = others(&judge.folder);
    if args.quiet {
        run.problems.retain(|problem| problem.gravity == Gravity::Failure);
    }
    let shown = match instead {
        // The text is for another program; what people are to know stands beside it.
        Some(text) => {
            let style = args.style(args.color.on_stderr());
            let report = if args.diff { problems_only(&run) } else { run.render(args.format.into(), style) };
            output::print_error(&report);
            output::print(&text)
        }
        None => output::print(&run.render(args.format.into(), args.style(args.color.on_stdout()))),
    };
    ExitCode::from(if shown { run.exit_code } else { FAILED })
}

/// The settings, and the files to keep to. What is wrong with the arguments is told before a file is opened.
fn prepare(args: &Args) -> Result<(Judge, Option<Changed>), String> {
    let judge = Judge::new(args)?;
    let wanted = args.changed || args.since.is_some();
    let changed = wanted.then(|| Changed::of(&judge.folder, args.since.as_deref())).transpose()?;
    Ok((judge, changed))
}

/// The files that findings point to beside their own, as they are on the disk.
fn others(folder: &Path) -> Others {
    let folder = folder.to_owned();
    let text = |path: &Path| {
        let bytes = read_bytes(path).ok()?;
        let text = utf8(&bytes).ok()?;
        let (bom, body) = without_bom(text);
        let rope = Rope::from_str(body);
        let secrets = Language::of_path(path).map(|language| {
            let source = Source::parse(rope.clone(), language);
            secrecy::secrets(&source.facts, &source.rope)
        });
        Some(FileText::new(rope, bom).hiding(secrets.unwrap_or_default()))
    };
    Others::new(move |path| names::shown(&folder, path), text)
}

fn problems_only(run: &Run) -> String {
    run.problems.iter().map(|problem| format!("{}\n", problem.line())).collect()
}

fn exit_code(args: &Args, run: &Run) -> u8 {
    let counts = run.counts();
    if run.problems.iter().any(|problem| problem.gravity == Gravity::Failure) {
        FAILED
    } else if counts.errors > 0 || args.max_warnings.is_some_and(|most| counts.warnings > most) {
        FINDINGS
    } else {
        CLEAN
    }
}

/// Returns what is told of a file that was not used as it should have been.
fn told(trouble: &Trouble, folder: &Path) -> Problem {
    let shown = names::shown(folder, &trouble.path);
    let message = trouble.sentence(&shown);
    let (subject, gravity) = match trouble.kind {
        TroubleKind::Skipped(_) => (Subject::File, Gravity::Note),
        TroubleKind::Crash(_) => (Subject::Tool, Gravity::Failure),
    };
    Problem { path: Some(shown), place: None, message, subject, gravity }
}

/// A problem with a file.
fn problem(path: String, message: impl Into<String>, gravity: Gravity) -> Problem {
    Problem { path: Some(path), place: None, message: message.into(), subject: Subject::File, gravity }
}
