//! Checking files and folders, in parallel.

use super::changed::Changed;
use super::judge::Judge;
use super::{Args, Checked, Outcome, check_text, diff, fix_text, names, problem, write};
use crate::analysis::may_concern;
use crate::config::FILE_NAME;
use crate::report::{FileFindings, FileText, Gravity, Problem, Run, Subject};
use crate::syntax::Language;
use crate::text::Encoding;
use crate::text::position::to_position;
use crate::workspace::{MAX_FILE_BYTES, ReadError, in_node_modules, read_source, walk};
use rustc_hash::FxHashSet;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

const BOM: &str = "\u{feff}";

/// What has come of the files so far; each thread adds what it has at its end.
#[derive(Default)]
struct Found {
    files: Vec<(FileFindings, Option<String>)>,
    clean: Vec<String>,
    problems: Vec<Problem>,
    seen: usize,
    analysed: usize,
    fixed: usize,
}

impl Found {
    fn add(&mut self, mut other: Found) {
        self.files.append(&mut other.files);
        self.clean.append(&mut other.clean);
        self.problems.append(&mut other.problems);
        self.seen += other.seen;
        self.analysed += other.analysed;
        self.fixed += other.fixed;
    }
}

/// Checks the paths of the arguments; with `changed`, of the files there only those.
pub fn check(args: &Args, judge: &Judge, changed: Option<&Changed>) -> Outcome {
    let total = Mutex::new(Found::default());
    let visited = Mutex::new(FxHashSet::default());
    let mut here = Worker::new(args, judge, changed, &total, &visited);
    let mut folders = Vec::new();
    for path in &args.paths {
        match named(path) {
            Named::Folder => {
                // What is wrong in a folder's settings is told even when no file of ours is met in it.
                judge.settings(&names::absolute(&judge.folder, path).join(FILE_NAME));
                folders.push(path.clone());
            }
            Named::File => here.file(path, true),
            Named::PassedOver(why) => here.note(path, why),
            Named::Unreadable(why) => here.fail(path, why),
        }
    }
    drop(here);
    walk(&folders, || {
        let mut worker = Worker::new(args, judge, changed, &total, &visited);
        move |entry| {
            match entry {
                Ok(entry) if entry.link => {}
                Ok(entry) => worker.file(entry.path, false),
                Err(error) => {
                    let path = error.path.clone().unwrap_or_else(|| PathBuf::from("."));
                    worker.fail(&path, error.to_string());
                }
            }
            ControlFlow::Continue(())
        }
    });
    let mut found = total.into_inner().unwrap_or_else(PoisonError::into_inner);
    found.files.sort_by(|a, b| a.0.path.cmp(&b.0.path));
    found.clean.sort();
    let instead = args.diff.then(|| found.files.iter().filter_map(|(_, diff)| diff.as_deref()).collect());
    let files = found.files.into_iter().map(|(file, _)| file).collect();
    let run = Run {
        files,
        clean: found.clean,
        problems: found.problems,
        seen: found.seen,
        analysed: found.analysed,
        fixed: found.fixed,
        exit_code: 0,
    };
    Outcome { run, instead }
}

/// What a path of the arguments is.
enum Named {
    Folder,
    File,
    PassedOver(&'static str),
    Unreadable(String),
}

fn named(path: &Path) -> Named {
    match std::fs::metadata(path) {
        Err(error) => Named::Unreadable(format!("cannot be read: {error}")),
        Ok(_) if in_node_modules(path) => Named::PassedOver("is passed over: node_modules is never checked"),
        Ok(metadata) if metadata.is_dir() => Named::Folder,
        Ok(_) if Language::of_path(path).is_none() => {
            Named::PassedOver("is passed over: it is neither TypeScript nor JavaScript by its name")
        }
        Ok(metadata) if metadata.is_file() => Named::File,
        // A pipe would be waited for.
        Ok(_) => Named::Unreadable(ReadError::NotAFile.to_string()),
    }
}

/// Checks files, one after another, in one thread.
struct Worker<'a> {
    args: &'a Args,
    judge: &'a Judge,
    changed: Option<&'a Changed>,
    total: &'a Mutex<Found>,
    /// The files of ours, so that one which was named twice, or lies in two folders that were named, is checked (and
    /// repaired) once.
    visited: &'a Mutex<FxHashSet<PathBuf>>,
    found: Found,
    buffer: Vec<u8>,
}

impl Drop for Worker<'_> {
    fn drop(&mut self) {
        let found = std::mem::take(&mut self.found);
        self.total.lock().unwrap_or_else(PoisonError::into_inner).add(found);
    }
}

impl<'a> Worker<'a> {
    fn new(
        args: &'a Args,
        judge: &'a Judge,
        changed: Option<&'a Changed>,
        total: &'a Mutex<Found>,
        visited: &'a Mutex<FxHashSet<PathBuf>>,
    ) -> Self {
        Self { args, judge, changed, total, visited, found: Found::default(), buffer: Vec::new() }
    }

    fn shown(&self, path: &Path) -> (PathBuf, String) {
        let absolute = names::absolute(&self.judge.folder, path);
        let shown = names::shown(&self.judge.folder, &absolute);
        (absolute, if shown.is_empty() { ".".to_owned() } else { shown })
    }

    fn fail(&mut self, path: &Path, message: String) {
        let shown = self.shown(path).1;
        self.found.problems.push(problem(shown, message, Gravity::Failure));
    }

    fn note(&mut self, path: &Path, message: &str) {
        let shown = self.shown(path).1;
        self.found.problems.push(problem(shown, message, Gravity::Note));
    }

    fn file(&mut self, path: &Path, named: bool) {
        let Some(language) = Language::of_path(path) else { return };
        if self.changed.is_some_and(|changed| !changed.has(&names::absolute(&self.judge.folder, path))) {
            return;
        }
        self.found.seen += 1;
        let mut buffer = std::mem::take(&mut self.buffer);
        let read = read_source(path, &mut buffer, may_concern);
        match read {
            Ok(None) => {}
            Ok(Some(text)) => self.text(path, text, language, named),
            Err(error) => {
                let (absolute, shown) = self.shown(path);
                if self.judge.settings(&absolute).files.covers(&absolute) {
                    self.found.problems.push(problem(shown, error.to_string(), Gravity::Failure));
                }
            }
        }
        // A giant is not kept for the sake of the small ones.
        if buffer.capacity() as u64 <= MAX_FILE_BYTES / 8 {
            self.buffer = buffer;
        }
    }

    /// A file that concerns us.
    fn text(&mut self, path: &Path, text: &str, language: Language, named: bool) {
        let (absolute, shown) = self.shown(path);
        if !self.visited.lock().unwrap_or_else(PoisonError::into_inner).insert(absolute.clone()) {
            return;
        }
        let settings = self.judge.settings(&absolute);
        if !settings.files.covers(&absolute) {
            if named {
                self.note(path, "is passed over: customerio.json excludes it");
            }
            return;
        }
        self.found.analysed += 1;
        let (bom, body) = match text.strip_prefix(BOM) {
            Some(body) => (BOM, body),
            None => ("", text),
        };
        let mut checked = check_text(body, language, &settings);
        let fixed = self.args.fixes().and_then(|least| fix_text(body, &checked, language, &settings, least));
        let mut diff = None;
        match fixed {
            Some(fixed) if self.args.diff => {
                diff = Some(diff::unified(&shown, body, &fixed.text, self.args.color.on_stdout()));
            }
            Some(fixed) => match write::replace(path, text.as_bytes(), format!("{bom}{}", fixed.text).as_bytes()) {
                Ok(()) => {
                    self.found.fixed += fixed.applied;
                    checked = fixed.left;
                }
                Err(message) => self.fail(path, message),
            },
            None => {}
        }
        self.found.problems.extend(syntax_note(&shown, &checked, self.args.fixes().is_some()));
        if checked.analysis.findings.is_empty() && checked.analysis.suppressed.is_empty() && diff.is_none() {
            self.found.clean.push(shown);
            return;
        }
        let file = FileFindings {
            path: shown,
            text: FileText::new(checked.rope, !bom.is_empty()),
            findings: checked.analysis.findings,
            suppressed: checked.analysis.suppressed,
        };
        self.found.files.push((file, diff));
    }
}

/// A word about a text that is no valid program. No failure: the findings around the broken place are there, and the
/// grammar does not know the newest syntax.
pub fn syntax_note(shown: &str, checked: &Checked, repair: bool) -> Option<Problem> {
    let first = checked.errors.first?;
    let position = to_position(&checked.rope, first.start(), Encoding::Utf32);
    let consequence = if repair { "nothing in this file is repaired" } else { "findings near it may be missing" };
    Some(Problem {
        path: Some(shown.to_owned()),
        place: Some((position.line + 1, position.column + 1)),
        message: format!("cannot be parsed here; {consequence}"),
        subject: Subject::File,
        gravity: Gravity::Note,
    })
}
