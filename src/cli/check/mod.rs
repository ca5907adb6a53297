//! `customerio-ls check`

mod baseline;
mod changed;
mod diff;
mod fix;
mod judge;
mod names;
mod pattern;
mod project;
mod reports;
mod scope;
mod seen;
mod shown_settings;
mod stdin;
mod survey;
mod tree;
mod watch;

pub use crate::engine::{Checked, Fixed};
use fix::fix_text;
pub use names::shown;
pub use reports::FormatArgument;
pub use survey::{Survey, Surveyed, survey};

use super::output::{self, Colour};
use super::progress::ProgressLine;
use super::{CLEAN, FAILED, FINDINGS};
use crate::disk::{Trouble, TroubleKind, read_bytes, report_panics_by_place, take_troubles, utf8};
use crate::finding::{Applicability, Severity};
use crate::report::{self, FileText, Gravity, OtherFiles, ProblemSubject, Run, RunProblem, TextStyle};
use crate::rules::Preset;
use crate::sdk::Region;
use crate::secrecy;
use crate::settings::FileSettings;
use crate::source::Source;
use crate::syntax::Language;
use crate::text::{count, plain, without_bom};
use changed::ChangedFiles;
use judge::SettingsByFile;
use names::Selection;
use ropey::Rope;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

/// Check files and folders
#[derive(Debug, Default, clap::Args)]
pub struct Args {
    /// Files, folders and globs; folders are searched for TypeScript, JavaScript, .vue, .svelte and .astro files and
    /// package.json
    #[arg(value_name = "PATH", default_value = ".")]
    paths: Vec<PathBuf>,
    /// Output format [default: text; agent, when a coding agent runs this]
    ///
    /// FORMAT=FILE writes the report to a file. Several formats can be written at once if at most one goes to standard
    /// output.
    #[arg(long, value_name = "FORMAT[=FILE]", value_parser = reports::WantedParser)]
    format: Vec<reports::WantedReport>,
    /// Write the report to this file; with several --format, repeat it: the last ones go to files
    #[arg(short, long, value_name = "FILE", conflicts_with = "diff")]
    output_file: Vec<PathBuf>,
    /// Hide the findings that this baseline lists; stale entries are noted
    #[arg(long, value_name = "FILE", conflicts_with = "diff")]
    baseline: Option<PathBuf>,
    /// Write the findings to this baseline instead of reporting them
    #[arg(
        long,
        value_name = "FILE",
        conflicts_with_all = ["baseline", "diff", "format", "output_file", "statistics", "stdin_filename", "changed", "since"]
    )]
    write_baseline: Option<PathBuf>,
    /// Show the number of findings per rule instead of the findings
    #[arg(long, conflicts_with_all = ["format", "output_file", "diff"])]
    statistics: bool,
    /// Apply safe fixes
    #[arg(long)]
    fix: bool,
    /// Also apply suggested fixes, which may change what Customer.io receives; review the result
    #[arg(long)]
    fix_suggested: bool,
    /// Show what --fix (or --fix-suggested) would change, without writing; exits with 1 when there is something to fix
    #[arg(long, conflicts_with = "format")]
    diff: bool,
    /// Check standard input as if it were this file
    #[arg(long, value_name = "FILE", conflicts_with = "paths")]
    stdin_filename: Option<PathBuf>,
    /// Check again after each change on disk, until interrupted
    #[arg(long, conflicts_with_all = ["stdin_filename", "diff", "write_baseline", "show_settings", "show_calls"])]
    watch: bool,
    /// Check only files that differ from HEAD in the git work tree around this folder, including new files
    #[arg(long, conflicts_with = "stdin_filename")]
    changed: bool,
    /// Check only files that differ from where HEAD branched off from this commit (implies --changed)
    #[arg(long, value_name = "REF", conflicts_with = "stdin_filename", value_parser = changed::reference)]
    since: Option<String>,
    /// Use this preset of rules instead of the one in the settings
    #[arg(long, value_name = "PRESET", value_parser = super::value_names::preset())]
    preset: Option<Preset>,
    /// Check only these rules, whatever the preset: ids, categories or presets
    #[arg(long, value_name = "RULE", value_delimiter = ',', value_parser = names::rules)]
    select: Vec<Selection>,
    /// Skip these rules: ids, categories or presets
    #[arg(long, value_name = "RULE", value_delimiter = ',', value_parser = names::rules)]
    ignore: Vec<Selection>,
    /// Hide less severe findings
    #[arg(long, value_name = "SEVERITY", value_parser = super::value_names::severity())]
    min_severity: Option<Severity>,
    /// Fail if no checked file uses Customer.io
    #[arg(long, conflicts_with_all = ["changed", "since", "stdin_filename"])]
    error_on_no_files: bool,
    /// Fail if there are more warnings than this
    #[arg(long, value_name = "N")]
    max_warnings: Option<usize>,
    /// Use this settings file instead of searching for customerio.json
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Show the settings of this file and where each comes from, without checking anything
    #[arg(long, value_name = "FILE", conflicts_with_all = ["paths", "stdin_filename"])]
    show_settings: Option<PathBuf>,
    /// List the clients, calls and events in the code, without checking anything
    #[arg(long, conflicts_with_all = ["stdin_filename", "show_settings"])]
    show_calls: bool,
    /// When to use color
    #[arg(long, value_enum, default_value_t, value_name = "WHEN")]
    color: Colour,
    /// Print only the findings: no summary, no list of fixes and no notes
    #[arg(short, long)]
    quiet: bool,
}

impl Args {
    /// The fixes to apply; `None` when nothing is to be fixed.
    fn fixes(&self) -> Option<Applicability> {
        match self {
            Self { fix_suggested: true, .. } => Some(Applicability::Suggested),
            Self { fix: true, .. } | Self { diff: true, .. } => Some(Applicability::Safe),
            _ => None,
        }
    }

    /// Returns whether the arguments change which rules are looked for, or which findings are left.
    fn narrows(&self) -> bool {
        !self.select.is_empty() || !self.ignore.is_empty() || self.preset.is_some() || self.min_severity.is_some()
    }

    /// The destinations of the findings, and their formats.
    fn reports(&self) -> Result<reports::Reports, String> {
        reports::Reports::of(self, if super::agent::runs_this() { FormatArgument::Agent } else { FormatArgument::Text })
    }

    fn style(&self, colours: bool, links: bool) -> TextStyle {
        TextStyle { colours, links, summary: !self.quiet, width: output::width() }
    }

    /// The style of a report in a file.
    fn plain(&self) -> TextStyle {
        TextStyle { summary: !self.quiet, ..TextStyle::default() }
    }
}

/// The regions that the clients below a folder surely use, and where the first of each is made.
///
/// # Errors
/// For people: there is no working directory.
pub fn regions(folder: &Path) -> Result<Vec<(Region, String)>, String> {
    let judge = SettingsByFile::with(None)?;
    Ok(seen::SeenCalls::of(&[folder.to_path_buf()], &judge, &mut Vec::new()).regions)
}

/// Checks a folder as `check` does, and shows nothing.
///
/// # Errors
/// For people: there is no working directory, or no such settings file.
pub fn findings(path: &Path, config: Option<&Path>) -> Result<Run, String> {
    let args = Args { paths: vec![path.to_path_buf()], config: config.map(Path::to_path_buf), ..Args::default() };
    let judge = SettingsByFile::new(&args)?;
    let Outcome { mut run, .. } = tree::check(&args, &judge, None, None);
    run.problems.extend(judge.problems());
    run.problems.extend(take_troubles().iter().map(|trouble| told(trouble, &judge.folder)));
    Ok(run)
}

/// The settings of a file, or of the files in a folder.
///
/// # Errors
/// For people: there is no working directory, or no such settings file.
pub fn settings_of(path: &Path, config: Option<&Path>) -> Result<Arc<FileSettings>, String> {
    let judge = SettingsByFile::with(config)?;
    let path = names::spelled(&judge.folder, path);
    Ok(judge.settings(&if path.is_dir() { path.join("x") } else { path }))
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
    ExitCode::from(if args.watch { watch::watch(args) } else { once(args, None) })
}

/// Checks one time. The project is `discovered` from the last time, and is kept for the next one.
fn once(args: &Args, mut discovered: Option<&mut Option<project::WalkedProject>>) -> u8 {
    let Prepared { judge, changed, reports, known } = match prepare(args) {
        Ok(prepared) => prepared,
        Err(message) => return output::failed(&message),
    };
    if let Some(file) = &args.show_settings {
        let shown = output::print(&shown_settings::text(args, &judge, file));
        return if shown { CLEAN } else { FAILED };
    }
    if args.show_calls {
        return show_calls(args, &judge);
    }
    let progress = (!args.quiet).then(ProgressLine::begin).flatten();
    let Outcome { mut run, instead } = match &args.stdin_filename {
        Some(path) => stdin::check(args, &judge, path),
        None => tree::check(args, &judge, changed.as_ref(), discovered.as_deref_mut()),
    };
    drop(progress);
    run.problems.extend(judge.problems());
    let troubles = take_troubles();
    run.problems.extend(troubles.iter().map(|trouble| told(trouble, &judge.folder)));
    run.problems.sort();
    run.problems.dedup();
    // What could not be read may be readable the next time: then everything is read again.
    if let Some(kept) = discovered {
        let is_sound = troubles.is_empty() && kept.as_ref().is_some_and(|project| project.problems.is_empty());
        if !is_sound {
            *kept = None;
        }
    }
    if let Some(known) = &known {
        known.apply(args, &mut run);
    }
    run.exit_code = exit_code(args, &run);
    run.others = others(&judge.folder);
    if args.quiet {
        run.problems.retain(|problem| problem.gravity == Gravity::Failure);
    }
    if let Some(file) = &args.write_baseline {
        return write_baseline(args, &judge, file, &run);
    }
    let mut done = true;
    for (format, file) in &reports.files {
        if let Err(why) = reports::write(file, &run.render((*format).into(), args.plain())) {
            output::failed(&why);
            done = false;
        }
    }
    let report = |style| match reports.shown {
        _ if args.statistics => report::statistics(&run, style),
        Some(format) => run.render(format.into(), style),
        None => String::new(),
    };
    done &= match instead {
        // The text is for another program; what people are to know stands beside it.
        Some(text) => {
            let style = args.style(args.color.on_stderr(), false);
            output::print_error(&if args.diff { beside_diff(args, &run) } else { report(style) });
            output::print(&text)
        }
        None => output::print(&report(args.style(args.color.on_stdout(), args.color.links_on_stdout()))),
    };
    if done { run.exit_code } else { FAILED }
}

/// Shows what is seen in the files.
fn show_calls(args: &Args, judge: &SettingsByFile) -> u8 {
    let mut problems = Vec::new();
    let seen = seen::SeenCalls::of(&args.paths, judge, &mut problems);
    problems.extend(take_troubles().iter().map(|trouble| told(trouble, &judge.folder)));
    problems.sort();
    let failed = problems.iter().any(|problem| problem.gravity == Gravity::Failure);
    output::print_error(&problems.iter().map(|problem| format!("{}\n", problem.line())).collect::<String>());
    let shown = output::print(&seen.text());
    if shown && !failed { CLEAN } else { FAILED }
}

/// The inputs of a run besides its arguments.
struct Prepared {
    judge: SettingsByFile,
    changed: Option<ChangedFiles>,
    reports: reports::Reports,
    known: Option<baseline::Known>,
}

/// Mistakes in the arguments are reported before a file is opened.
fn prepare(args: &Args) -> Result<Prepared, String> {
    let reports = args.reports()?;
    let judge = SettingsByFile::new(args)?;
    let known = args.baseline.as_ref().map(|file| baseline::Known::open(&judge.folder, file, false)).transpose()?;
    let wanted = args.changed || args.since.is_some();
    let changed = wanted.then(|| ChangedFiles::of(&judge.folder, args.since.as_deref())).transpose()?;
    Ok(Prepared { judge, changed, reports, known })
}

/// Writes the findings down as known. Not of a run that missed some.
fn write_baseline(args: &Args, judge: &SettingsByFile, file: &Path, run: &Run) -> u8 {
    let problems: String = run.problems.iter().map(|problem| format!("{}\n", problem.line())).collect();
    output::print_error(&problems);
    let written = match run.exit_code {
        FAILED => Err("the check is incomplete, so no baseline is written".to_owned()),
        _ => baseline::Known::open(&judge.folder, file, true).and_then(|known| known.write(run)),
    };
    match written {
        Ok(said) => {
            if args.quiet || output::print(&format!("{}\n", plain(&said))) {
                CLEAN
            } else {
                FAILED
            }
        }
        Err(why) => output::failed(&why),
    }
}

/// The files that findings point to beside their own, as they are on the disk.
fn others(folder: &Path) -> OtherFiles {
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
    OtherFiles::new(move |path| names::shown(&folder, path), text)
}

/// The notes for people beside a diff: the tasks that failed, and how much is pending.
fn beside_diff(args: &Args, run: &Run) -> String {
    let mut out: String = run.problems.iter().map(|problem| format!("{}\n", problem.line())).collect();
    if !args.quiet {
        let option = if args.fix_suggested { "--fix-suggested" } else { "--fix" };
        let fixes: usize = run.pending.iter().map(|file| file.rules.len()).sum();
        out.push_str(&match fixes {
            0 => format!("Nothing to fix with {option}.\n"),
            _ => {
                let (findings, files) = (count(fixes, "finding"), count(run.pending.len(), "file"));
                format!("Would fix {findings} in {files} ({option}).\n")
            }
        });
    }
    out
}

fn exit_code(args: &Args, run: &Run) -> u8 {
    let counts = run.counts();
    if run.problems.iter().any(|problem| problem.gravity == Gravity::Failure) {
        FAILED
    } else if !run.pending.is_empty()
        || counts.errors > 0
        || args.max_warnings.is_some_and(|most| counts.warnings > most)
    {
        FINDINGS
    } else {
        CLEAN
    }
}

/// Returns the problem to report for a file that was not used as it should have been.
fn told(trouble: &Trouble, folder: &Path) -> RunProblem {
    let shown = names::shown(folder, &trouble.path);
    let message = trouble.sentence(&shown);
    let (subject, gravity) = match trouble.kind {
        TroubleKind::Skipped(_) | TroubleKind::Cut(_) | TroubleKind::More => (ProblemSubject::File, Gravity::Note),
        TroubleKind::Crash(_) => (ProblemSubject::Tool, Gravity::Failure),
    };
    RunProblem { path: Some(shown), place: None, message, subject, gravity }
}

/// A problem with a file.
fn problem(path: String, message: impl Into<String>, gravity: Gravity) -> RunProblem {
    RunProblem { path: Some(path), place: None, message: message.into(), subject: ProblemSubject::File, gravity }
}
