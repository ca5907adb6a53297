//! Fixes: each by itself, all together, and files that are cut off.

use crate::fixture::{File, Fixture};
use customerio_ls::testing::finding::{Applicability, Finding};
use customerio_ls::testing::source::Source;
use customerio_ls::testing::syntax::Language;
use customerio_ls::testing::text::{TextEdit, apply_edits};
use ropey::Rope;
use similar::TextDiff;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

/// More rounds than any fix that leads to the next one needs.
const MAX_ROUNDS: usize = 10;
/// Cut-off texts tried per file; the variable `CUTS` asks for more.
const CUTS: usize = 12;

/// Each fix applies, in all files that it edits, breaks no syntax and takes its finding away.
pub fn check_each(fixture: &Fixture, at: usize) -> Result<(), String> {
    let file = &fixture.files[at];
    let before = fixture.findings(at, &file.text);
    for finding in &before {
        for fix in &finding.fixes {
            let what = format!("fix `{}` of {} at {}", fix.title, finding.rule, &file.text[finding.range.as_range()]);
            let mut after: Vec<String> = fixture.files.iter().map(|file| file.text.clone()).collect();
            after[at] = edited(file, &fix.edits).map_err(|e| format!("{what}: {e}"))?;
            for elsewhere in &fix.elsewhere {
                let path = &elsewhere.file;
                let other = fixture.files.iter().position(|file| Path::new(&file.path) == &**path);
                let other =
                    other.filter(|other| *other != at).ok_or_else(|| format!("{what}: no other file {path:?}"))?;
                let file = &fixture.files[other];
                let fitting = elsewhere.fitting(|range| file.text.get(range.as_range()).map(str::to_owned));
                let edits = fitting.ok_or_else(|| format!("{what}: something else stands in {path:?}"))?;
                after[other] = edited(file, &edits).map_err(|e| format!("{what}: {e}"))?;
            }
            let after: Vec<&str> = after.iter().map(String::as_str).collect();
            let count = |all: &[Finding]| all.iter().filter(|f| f.rule == finding.rule).count();
            if count(&fixture.findings_among(at, &after)) >= count(&before) {
                return Err(format!("{what} leaves its finding:\n{}", diff(&file.text, after[at])));
            }
        }
    }
    Ok(())
}

/// The text of a file after edits, which break no syntax.
fn edited(file: &File, edits: &[TextEdit]) -> Result<String, String> {
    let after = apply_edits(&file.text, edits).map_err(|e| e.to_string())?;
    if syntax_errors(&after, file.language) > syntax_errors(&file.text, file.language) {
        return Err(format!("breaks the syntax of {}:\n{}", file.path, diff(&file.text, &after)));
    }
    Ok(after)
}

/// Code that is not broken on purpose parses: else a fixture is silent for the wrong reason.
pub fn check_syntax(fixture: &Fixture) -> Result<(), String> {
    let broken = fixture.files.iter().any(|file| syntax_errors(&file.text, file.language) > 0);
    match (broken, fixture.broken) {
        (true, false) => Err("has a syntax error; if it is meant, say `//@ syntax = broken`".to_owned()),
        (false, true) => Err("says `//@ syntax = broken`, but has no syntax error".to_owned()),
        _ => Ok(()),
    }
}

/// Applying what may be applied until nothing changes gives the blessed files.
pub fn check_blessed(path: &Path, fixture: &Fixture) -> Result<(), String> {
    let text: String = join(fixture, &fixture.files.iter().map(|f| f.text.clone()).collect::<Vec<_>>());
    let safe = join(fixture, &fix_all(fixture, Applicability::Safe)?);
    let suggested = join(fixture, &fix_all(fixture, Applicability::Suggested)?);
    compare(&sibling(path, "fixed"), (safe != text).then_some(&safe))?;
    compare(&sibling(path, "suggested"), (suggested != safe).then_some(&suggested))
}

/// Any beginning of the text is analysed without a panic.
pub fn check_truncations(fixture: &Fixture, at: usize) -> Result<(), String> {
    let file = &fixture.files[at];
    let boundaries: Vec<usize> = file.text.char_indices().map(|(at, _)| at).collect();
    let cuts = std::env::var("CUTS").ok().and_then(|it| it.parse().ok()).unwrap_or(CUTS);
    let step = boundaries.len().div_ceil(cuts).max(1);
    // Each file begins elsewhere within a step: all of them together are cut at every kind of place.
    for end in boundaries.iter().copied().skip(boundaries.len() * 7 % step).step_by(step) {
        let cut = &file.text[..end];
        if catch_unwind(AssertUnwindSafe(|| fixture.findings(at, cut))).is_err() {
            return Err(format!(
                "panics when the text ends after byte {end}, after: {}",
                cut.lines().last().unwrap_or("")
            ));
        }
    }
    Ok(())
}

/// With line ends of Windows the same is found, and each fix writes the same.
pub fn check_line_ends(fixture: &Fixture, at: usize) -> Result<(), String> {
    let file = &fixture.files[at];
    if file.text.contains('\r') {
        return Ok(());
    }
    let windows = file.text.replace('\n', "\r\n");
    let (before, after) = (fixture.findings(at, &file.text), fixture.findings(at, &windows));
    let rules = |all: &[Finding]| all.iter().map(|it| it.rule).collect::<Vec<_>>();
    if rules(&before) != rules(&after) {
        return Err(format!("with other line ends {:?} becomes {:?}", rules(&before), rules(&after)));
    }
    for (finding, same) in before.iter().zip(&after) {
        let titles = |it: &Finding| it.fixes.iter().map(|fix| fix.title.clone()).collect::<Vec<_>>();
        if titles(finding) != titles(same) {
            return Err(format!("with other line ends {:?} becomes {:?}", titles(finding), titles(same)));
        }
        for (fix, same) in finding.fixes.iter().zip(&same.fixes) {
            let one = apply_edits(&file.text, &fix.edits).map_err(|e| e.to_string())?;
            let other = apply_edits(&windows, &same.edits).map_err(|e| e.to_string())?.replace("\r\n", "\n");
            if one != other {
                return Err(format!(
                    "with other line ends `{}` writes something else:\n{}",
                    fix.title,
                    diff(&one, &other)
                ));
            }
        }
    }
    Ok(())
}

fn fix_all(fixture: &Fixture, least: Applicability) -> Result<Vec<String>, String> {
    let all = fixture.files.iter().enumerate();
    all.map(|(at, file)| converge(&file.text, file.language, least, &|text| fixture.findings(at, text))).collect()
}

/// Applies the first fix of each finding, at least as sure as `least`, until nothing changes.
pub fn converge(
    text: &str,
    language: Language,
    least: Applicability,
    findings: &dyn Fn(&str) -> Vec<Finding>,
) -> Result<String, String> {
    let mut text = text.to_owned();
    let errors = syntax_errors(&text, language);
    for _ in 0..MAX_ROUNDS {
        let edits = compatible(&findings(&text), least);
        if edits.is_empty() {
            return Ok(text);
        }
        let after = apply_edits(&text, &edits).map_err(|e| format!("fixes together: {e}"))?;
        if syntax_errors(&after, language) > errors {
            return Err(format!("all fixes together break the syntax:\n{}", diff(&text, &after)));
        }
        text = after;
    }
    Err(format!("fixes still change the text after {MAX_ROUNDS} rounds:\n{text}"))
}

/// The edits of as many fixes as fit together; the others wait for the next round.
fn compatible(findings: &[Finding], least: Applicability) -> Vec<TextEdit> {
    let mut taken: Vec<TextEdit> = Vec::new();
    for finding in findings {
        let Some(fix) = finding.fixes.iter().find(|fix| fix.applicability >= least) else { continue };
        let fits = fix
            .edits
            .iter()
            .all(|edit| taken.contains(edit) || taken.iter().all(|other| !other.range.touches(edit.range)));
        if fits {
            taken.extend(fix.edits.iter().filter(|edit| !taken.contains(edit)).cloned().collect::<Vec<_>>());
        }
    }
    taken
}

/// How many errors and missing pieces the parser sees.
fn syntax_errors(text: &str, language: Language) -> usize {
    let source = Source::parse(Rope::from_str(text), language);
    let mut count = 0;
    let mut cursor = source.tree.walk();
    loop {
        let node = cursor.node();
        count += usize::from(node.is_error() || node.is_missing());
        if node.has_error() && cursor.goto_first_child() {
            continue;
        }
        while !cursor.goto_next_sibling() {
            if !cursor.goto_parent() {
                return count;
            }
        }
    }
}

fn join(fixture: &Fixture, texts: &[String]) -> String {
    let code = fixture.files.iter().zip(texts).map(|(f, text)| f.separator.clone().unwrap_or_default() + text);
    code.chain(fixture.environment.iter().map(|(path, text)| format!("//- {path}\n{text}"))).collect()
}

/// `a/case.ts` -> `a/case.fixed.ts`.
fn sibling(path: &Path, word: &str) -> PathBuf {
    path.with_extension(format!("{word}.{}", path.extension().unwrap_or_default().to_string_lossy()))
}

/// Compares with a blessed file, or writes it when asked to.
fn compare(path: &Path, wanted: Option<&String>) -> Result<(), String> {
    let there = std::fs::read_to_string(path).ok();
    if there.as_ref() == wanted {
        return Ok(());
    }
    if std::env::var_os("BLESS").is_some() {
        let result = match wanted {
            Some(text) => std::fs::write(path, text),
            None => std::fs::remove_file(path),
        };
        return result.map_err(|e| format!("{}: {e}", path.display()));
    }
    Err(format!(
        "{} is not what the fixes give; look at it, then bless it with BLESS=1:\n{}",
        path.display(),
        diff(there.as_deref().unwrap_or_default(), wanted.map_or("", String::as_str))
    ))
}

fn diff(before: &str, after: &str) -> String {
    TextDiff::from_lines(before, after).unified_diff().context_radius(2).to_string()
}
