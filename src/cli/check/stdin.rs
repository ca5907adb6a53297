//! Checking standard input.

use super::judge::SettingsByFile;
use super::project::{self, ProjectFile, WalkedProject};
use super::scope::AskedFiles;
use super::{Args, Outcome, diff, fix_text, names, problem};
use crate::disk::{MAX_FILE_BYTES, ReadError, Stage, caught, in_parallel, utf8};
use crate::project::is_left_out;
use crate::report::{FileFindings, FileText, FixedFile, Gravity, Run};
use crate::syntax::Language;
use crate::text::{BOM, without_bom};
use ropey::Rope;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

/// Checks standard input under the name `path`, which need not exist.
pub fn check(args: &Args, judge: &SettingsByFile, path: &Path) -> Outcome {
    let absolute = names::spelled(&judge.folder, path);
    let shown = names::shown(&judge.folder, &absolute);
    let mut run = Run { seen: 1, ..Run::default() };
    let mut bytes = Vec::new();
    let text = match std::io::stdin().lock().take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes) {
        Ok(count) if count as u64 > MAX_FILE_BYTES => Err(ReadError::TooLong(count as u64).to_string()),
        Ok(_) => utf8(&bytes).map_err(|error| error.to_string()),
        Err(error) => Err(format!("cannot be read from standard input: {error}")),
    };
    let text = match text {
        Ok(text) => text,
        Err(message) => {
            run.problems.push(problem(shown, message, Gravity::Failure));
            return Outcome { run, instead: None };
        }
    };
    // A text that is piped through is written back, whatever is wrong with it.
    let unchanged = || match (args.fixes(), args.diff) {
        (Some(_), false) => Some(text.to_owned()),
        (Some(_), true) => Some(String::new()),
        (None, _) => None,
    };
    let Some(language) = Language::of_path(path) else {
        run.problems.push(problem(
            shown,
            "is not a TypeScript, JavaScript, Vue, Svelte, Astro or Markdown file or a package.json",
            Gravity::Failure,
        ));
        return Outcome { run, instead: unchanged() };
    };
    if is_left_out(&absolute) {
        run.problems.push(super::project::left_out(shown));
        return Outcome { run, instead: unchanged() };
    }
    let mut scope = AskedFiles::none();
    scope.files.insert(absolute.clone());
    let WalkedProject { mut host, problems } = project::discover(judge, &scope);
    // The text is here: what is wrong with the file on disk does not matter.
    run.problems.extend(problems.into_iter().filter(|problem| problem.path.as_deref() != Some(&shown)));
    let (bom, body) = without_bom(text);
    // The text stands for what is on disk, for the files that import it as well.
    host.set_text(&absolute, &Rope::from_str(body), language, None);
    let Some(project) = host.view().cloned() else { return Outcome { run, instead: unchanged() } };
    let subjects = project::subjects(&project, judge, &[], &|path| path == absolute, &mut |_| {});
    let Some(subject) = subjects.iter().find(|subject| subject.asked) else {
        return Outcome { run, instead: unchanged() };
    };
    run.analysed = 1;
    let others: Vec<&ProjectFile> = subjects.iter().filter(|other| !other.asked).collect();
    let judged = in_parallel(&others, |other| project::judge(host.analysis(), other));
    for (other, seen) in others.iter().zip(judged) {
        let Some((_, judged)) = seen else { continue };
        project::hold(&mut host, other, Arc::new(judged));
    }
    let analysis = Arc::new(host.analysis().clone());
    let check = |text: &str| project::check_text(&analysis, judge, subject, text);
    let Some(checked) = caught(&absolute, Stage::Analyze, || check(body)) else {
        return Outcome { run, instead: unchanged() };
    };
    let fix = |least| caught(&absolute, Stage::Fix, || fix_text(body, &checked, &check, least)).flatten();
    let fixed = args.fixes().and_then(fix);
    let (instead, mut left) = match fixed {
        Some(fixed) if args.diff => {
            run.pending = vec![FixedFile { path: shown.clone(), rules: fixed.applied }];
            let text = diff::unified(&shown, body, &fixed.text, &checked.analysis.secrets, args.color.on_stdout());
            (Some(text), checked)
        }
        Some(fixed) => {
            run.fixed = vec![FixedFile { path: shown.clone(), rules: fixed.applied }];
            (Some(format!("{}{}", if bom { BOM } else { "" }, fixed.text)), fixed.left)
        }
        None => (unchanged(), checked),
    };
    if let Some(note) = super::tree::syntax_note(&shown, &left, args.fixes().is_some()) {
        run.problems.push(note);
    }
    run.problems.extend(super::tree::stopped_notes(&shown, &left.rope, &left.stopped));
    left.withhold();
    run.files.push(FileFindings {
        path: shown,
        text: FileText::new(left.rope, bom).hiding(left.analysis.secrets),
        findings: left.analysis.findings,
        suppressed: left.analysis.suppressed,
    });
    Outcome { run, instead }
}
