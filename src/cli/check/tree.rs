//! Checking files and folders, in parallel, each as a file of its project.

use super::Checked;
use super::judge::SettingsByFile;
use super::project::{self, ProjectFile, WalkedProject};
use super::scope::AskedFiles;
use super::{Args, Outcome, changed::ChangedFiles, diff, fix_text, names, problem};
use crate::cli::replace::replace;
use crate::disk::{ReadError, Stage, caught, in_parallel, read_source};
use crate::engine::{Analysis, Judged, Real, Stopped};
use crate::project::Text;
use crate::report::{FileFindings, FileText, FixedFile, Gravity, ProblemSubject as About, Run, RunProblem};
use crate::text::position::to_position;
use crate::text::{BOM, Encoding};
use std::sync::Arc;

/// Checks the paths of the arguments; with `changed`, of the files there only those. The project is `known` from the last
/// run of `--watch`, and is kept for the next one.
pub fn check(
    args: &Args,
    judge: &SettingsByFile,
    changed: Option<&ChangedFiles>,
    mut known: Option<&mut Option<WalkedProject>>,
) -> Outcome {
    let mut run = Run::default();
    let mut scope = AskedFiles::of(&args.paths, judge, changed, &mut run.problems);
    if scope.is_empty() {
        run.problems.extend(args.error_on_no_files.then(|| scope.without_files(true)).flatten());
        return Outcome { run, instead: args.diff.then(String::new) };
    }
    let discovered = match known.as_deref_mut().and_then(Option::take) {
        Some(discovered) => discovered,
        None => project::discover(judge, &scope),
    };
    run.problems.extend(discovered.problems.iter().cloned());
    let WalkedProject { mut host, problems } = discovered;
    let Some(project) = host.view().cloned() else { return Outcome { run, instead: None } };
    let (seen, beside) = project::named(&project, judge, &mut scope, &mut run.problems);
    run.seen = seen;
    run.problems.extend(scope.idle_patterns(&project));

    let mut notes = Vec::new();
    let subjects = project::subjects(&project, judge, &beside, &|path| scope.has(path), &mut |path| {
        if scope.files.contains(scope.name_of(path)) {
            let shown = names::shown(&judge.folder, path);
            notes.push(problem(shown, "is skipped: excluded by customerio.json", Gravity::Note));
        }
    });
    run.problems.append(&mut notes);
    run.analysed = subjects.iter().filter(|subject| subject.asked).count();
    if run.analysed == 0 && changed.is_none() {
        run.problems.extend(scope.without_files(args.error_on_no_files));
    }

    let looks = in_parallel(&subjects, |subject| look(host.analysis(), subject));
    for (subject, look) in subjects.iter().zip(&looks) {
        let Ok(look) = look else { continue };
        project::hold(&mut host, subject, look.judged.clone());
    }
    host.compare(&Real);
    let analysis = Arc::new(host.analysis().clone());

    let mut work: Vec<(&ProjectFile, &Look)> = Vec::new();
    for (subject, look) in subjects.iter().zip(&looks).filter(|(subject, _)| subject.asked) {
        match look {
            Ok(look) => work.push((subject, look)),
            Err(error) => {
                let shown = names::shown(&judge.folder, scope.name_of(&subject.path));
                run.problems.extend(error.as_ref().map(|error| problem(shown, error.to_string(), Gravity::Failure)));
            }
        }
    }
    let checker = Checker { args, judge, scope: &scope, analysis: &analysis };
    // Files are repaired one after another: the result of one may depend on the contents of another.
    let done: Vec<Done> = match args.fixes() {
        Some(_) => work.iter().map(|(subject, look)| checker.finish(subject, look)).collect(),
        None => in_parallel(&work, |(subject, look)| checker.finish(subject, look)),
    };
    let mut diffs = String::new();
    for done in done {
        run.problems.extend(done.problems);
        run.fixed.extend(done.fixed);
        run.pending.extend(done.pending);
        diffs.extend(done.diff);
        match done.file {
            Some(file) => run.files.push(file),
            None => run.clean.push(done.shown),
        }
    }
    match known {
        Some(known) => *known = Some(WalkedProject { host, problems }),
        // The process is about to end: taking thousands of small things apart would only delay that.
        None => std::mem::forget((host, analysis, looks)),
    }
    run.clean.sort();
    Outcome { run, instead: args.diff.then_some(diffs) }
}

/// The result of a first look at a file.
struct Look {
    text: Text,
    judged: Arc<Judged>,
}

/// Reads and analyzes a file. The error is why it cannot be read; `None` where that crashed, which is noted.
fn look(analysis: &Analysis, subject: &ProjectFile) -> Result<Look, Option<ReadError>> {
    let Some((text, judged)) = project::judge(analysis, subject) else {
        // The reader of that file alone reports why it cannot be read.
        return Err(read_source(&subject.path, &mut Vec::new(), |_| true).err());
    };
    Ok(Look { text, judged: Arc::new(judged) })
}

/// The outcome for one file.
#[derive(Default)]
struct Done {
    shown: String,
    problems: Vec<RunProblem>,
    file: Option<FileFindings>,
    diff: Option<String>,
    fixed: Option<FixedFile>,
    pending: Option<FixedFile>,
}

struct Checker<'a> {
    args: &'a Args,
    judge: &'a SettingsByFile,
    scope: &'a AskedFiles<'a>,
    analysis: &'a Arc<Analysis>,
}

impl Checker<'_> {
    fn finish(&self, subject: &ProjectFile, look: &Look) -> Done {
        let shown = names::shown(&self.judge.folder, self.scope.name_of(&subject.path));
        let Text { rope, errors, names_sdk, bom, .. } = &look.text;
        let compared = self.analysis.comparison.found(subject.id);
        let said = (&*look.judged, compared);
        let found = || self.analysis.finish(subject.id, &look.text, &subject.settings, said, &Real);
        let analysis = self.judge.keep(caught(&subject.path, Stage::Analyze, found).unwrap_or_default());
        let stopped = look.judged.stopped.clone();
        let mut checked = Checked { rope: rope.clone(), analysis, errors: errors.clone(), stopped };
        let mut done = Done { shown: shown.clone(), ..Done::default() };
        if let Some(least) = self.args.fixes() {
            let body = rope.to_string();
            let judge = |text: &str| project::check_text(self.analysis, self.judge, subject, text);
            let fixed = caught(&subject.path, Stage::Fix, || fix_text(&body, &checked, &judge, least)).flatten();
            if let Some(fixed) = fixed {
                if self.args.diff {
                    done.pending = Some(FixedFile { path: shown.clone(), rules: fixed.applied });
                    done.diff = Some(diff::unified(
                        &shown,
                        &body,
                        &fixed.text,
                        &checked.analysis.secrets,
                        self.args.color.on_stdout(),
                    ));
                } else {
                    let bom = if *bom { BOM } else { "" };
                    let (old, new) = (format!("{bom}{body}"), format!("{bom}{}", fixed.text));
                    match replace(&subject.path, old.as_bytes(), new.as_bytes(), "fixed") {
                        Ok(()) => {
                            done.fixed = Some(FixedFile { path: shown.clone(), rules: fixed.applied });
                            checked = fixed.left;
                        }
                        Err(message) => done.problems.push(problem(shown.clone(), message, Gravity::Failure)),
                    }
                }
            }
        }
        // Of a file that only uses what uses the SDK it would be noise.
        if *names_sdk {
            done.problems.extend(syntax_note(&shown, &checked, self.args.fixes().is_some()));
        }
        done.problems.extend(stopped_notes(&shown, &checked.rope, &checked.stopped));
        checked.withhold();
        let nothing = checked.analysis.findings.is_empty() && checked.analysis.suppressed.is_empty();
        if !nothing || done.diff.is_some() {
            done.file = Some(FileFindings {
                path: shown,
                text: FileText::new(checked.rope, *bom).hiding(checked.analysis.secrets),
                findings: checked.analysis.findings,
                suppressed: checked.analysis.suppressed,
            });
        }
        done
    }
}

/// Notes about the places where the evaluation stopped because the code there is too large.
pub fn stopped_notes(shown: &str, rope: &ropey::Rope, stopped: &[Stopped]) -> Vec<RunProblem> {
    let note = |stopped: &Stopped| {
        let position = to_position(rope, stopped.at.start(), Encoding::Utf16);
        RunProblem {
            path: Some(shown.to_owned()),
            place: Some((position.line + 1, position.column + 1)),
            message: stopped.sentence(),
            subject: About::File,
            gravity: Gravity::Note,
        }
    };
    stopped.iter().map(note).collect()
}

/// A note about a text that is not a valid program. No failure: the findings around the broken place are there, and the
/// grammar does not know the newest syntax.
pub fn syntax_note(shown: &str, checked: &Checked, repair: bool) -> Option<RunProblem> {
    let first = checked.errors.first?;
    let position = to_position(&checked.rope, first.start(), Encoding::Utf16);
    let consequence =
        if repair { "statements that contain this are not fixed" } else { "nearby findings may be missing" };
    Some(RunProblem {
        path: Some(shown.to_owned()),
        place: Some((position.line + 1, position.column + 1)),
        message: format!("cannot be parsed here; {consequence}"),
        subject: About::File,
        gravity: Gravity::Note,
    })
}
