//! Prints what the fixes of every fixture, of every example in the rules' documentation, of the files in `code` and the
//! refactorings of their calls write, as JSON: what `types.mjs` and `times.mjs` check.
//!
//! `cargo run --example fixes`; with folders, of the files in these: `cargo run --example fixes -- FOLDER`, whose output
//! `CASES=file node tests/fixes/types.mjs` checks.

#[path = "../rules/fixture.rs"]
#[allow(dead_code, reason = "what is expected of findings is not looked at here")]
mod fixture;
#[path = "../support/memory.rs"]
#[allow(dead_code, reason = "see above")]
mod memory;

use customerio_ls::testing::engine;
use customerio_ls::testing::finding::{Applicability, Finding};
use customerio_ls::testing::model::{FileId, takes_types};
use customerio_ls::testing::rewrite;
use customerio_ls::testing::rules::{self, Preset};
use customerio_ls::testing::source::Source;
use customerio_ls::testing::text::{TextEdit, apply_edits};
use fixture::{File, Fixture};
use memory::Memory;
use ropey::Rope;
use serde_json::{Value, json};
use std::error::Error;
use std::io::Write;
use std::path::{Path, PathBuf};

/// More rounds than any fix that leads to the next one needs.
const MAX_ROUNDS: usize = 10;

fn main() -> Result<(), Box<dyn Error>> {
    let folders: Vec<String> = std::env::args().skip(1).collect();
    let mut cases = if folders.is_empty() { of_rules()? } else { Vec::new() };
    let own = ["tests/fixes/code".to_owned()];
    for path in listed_in(if folders.is_empty() { &own } else { &folders })? {
        let name = format!("code/{}", path.file_name().unwrap_or_default().to_string_lossy());
        let mut fixture = Fixture::read(&path)?;
        fixture.settings.preset = Some(Preset::All);
        cases.push(case(&name, &fixture)?);
    }
    writeln!(std::io::stdout(), "{}", Value::Array(cases))?;
    Ok(())
}

/// The fixtures and examples of the rules.
fn of_rules() -> Result<Vec<Value>, Box<dyn Error>> {
    let mut cases = Vec::new();
    for rule in rules::RULES {
        let id = rule.meta.id;
        for path in fixtures(id)? {
            let name = format!("{id}/{}", path.file_name().unwrap_or_default().to_string_lossy());
            cases.push(case(&name, &Fixture::read(&path)?)?);
        }
        for (number, (extension, code)) in examples(rule.meta.docs).into_iter().enumerate() {
            let mut fixture = Fixture::parse(&code, Path::new(&format!("example.{extension}")))?;
            fixture.run_rule(id);
            cases.push(case(&format!("{id}/example {}", number + 1), &fixture)?);
        }
    }
    Ok(cases)
}

/// The files of folders.
fn listed_in(folders: &[String]) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let files: Vec<Vec<PathBuf>> = folders.iter().map(|folder| listed(folder)).collect::<Result<_, _>>()?;
    Ok(files.into_iter().flatten().collect())
}

/// The fixtures of a rule that are not broken on purpose, sorted, without the blessed results.
fn fixtures(id: &str) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut paths = listed(&format!("tests/rules/{id}"))?;
    paths.retain(|path| {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        !stem.ends_with(".fixed") && !stem.ends_with(".suggested")
    });
    Ok(paths)
}

/// The files of a folder, sorted.
fn listed(folder: &str) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let entries = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder))?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, std::io::Error>>()?;
    paths.sort();
    Ok(paths)
}

/// The examples of code in documentation: extension and text.
fn examples(docs: &str) -> Vec<(String, String)> {
    let mut examples = Vec::new();
    let mut lines = docs.lines();
    while let Some(line) = lines.next() {
        let Some(extension) = line.strip_prefix("```") else { continue };
        let code: String = lines.by_ref().take_while(|l| !l.starts_with("```")).map(|l| format!("{l}\n")).collect();
        if !matches!(extension, "ts" | "tsx" | "js" | "jsx" | "mjs" | "cjs" | "mts" | "cts") {
            continue;
        }
        let words = [("// customerio-node ", "//@ sdk = "), ("// customerio.json: ", "//@ customerio.json = ")];
        let said = words.iter().find_map(|(words, key)| Some(format!("{key}{}", code.strip_prefix(words)?)));
        examples.push((extension.to_owned(), said.unwrap_or(code)));
    }
    examples
}

/// A fixture, with all that can be written into it.
fn case(name: &str, fixture: &Fixture) -> Result<Value, Box<dyn Error>> {
    let mut changes = Vec::new();
    for (at, file) in fixture.files.iter().enumerate() {
        let mut add = |rule: &str, title: &str, safe: bool, edits: &[TextEdit], texts: Vec<String>| {
            let edits: Vec<Value> = edits.iter().map(|edit| edit_of(&file.text, edit)).collect();
            changes.push(json!({
                "rule": rule, "title": title, "safe": safe, "file": at, "edits": edits, "texts": texts,
            }));
        };
        for finding in fixture.findings(at, &file.text) {
            for fix in &finding.fixes {
                let mut texts: Vec<String> = fixture.files.iter().map(|file| file.text.clone()).collect();
                texts[at] = apply_edits(&file.text, &fix.edits)?;
                for elsewhere in &fix.elsewhere {
                    let other = fixture.files.iter().position(|file| Path::new(&file.path) == &*elsewhere.file);
                    let other = other.ok_or_else(|| format!("{name}: no file {:?}", elsewhere.file))?;
                    texts[other] = apply_edits(&texts[other], &elsewhere.edits().cloned().collect::<Vec<_>>())?;
                }
                add(finding.rule, &fix.title, fix.applicability == Applicability::Safe, &fix.edits, texts);
            }
        }
        for (title, edits) in refactorings(fixture, at) {
            let mut texts: Vec<String> = fixture.files.iter().map(|file| file.text.clone()).collect();
            texts[at] = apply_edits(&file.text, &edits)?;
            add("refactoring", &title, false, &edits, texts);
        }
    }
    for (title, least) in [("all safe fixes", Applicability::Safe), ("all fixes", Applicability::Suggested)] {
        let texts: Vec<String> =
            (0..fixture.files.len()).map(|at| converged(fixture, at, least)).collect::<Result<_, _>>()?;
        changes.push(json!({ "rule": "", "title": title, "safe": false, "file": 0, "edits": [], "texts": texts }));
    }
    let files: Vec<Value> = fixture.files.iter().map(|file| json!({ "path": file.path, "text": file.text })).collect();
    let sdk = fixture.settings.sdk_version.as_ref().map(ToString::to_string);
    Ok(json!({ "name": name, "broken": fixture.broken, "sdk": sdk, "files": files, "changes": changes }))
}

/// An edit with offsets as JavaScript counts them.
fn edit_of(text: &str, edit: &TextEdit) -> Value {
    let offset = |at: usize| text[..at].encode_utf16().count();
    json!({ "start": offset(edit.range.start()), "end": offset(edit.range.end()), "text": edit.text })
}

/// Returns what is offered at the calls of a file.
fn refactorings(fixture: &Fixture, at: usize) -> Vec<(String, Vec<TextEdit>)> {
    let File { path, language, text, .. } = &fixture.files[at];
    let project = Memory::new(fixture.files.iter().map(|file| (file.path.as_str(), file.text.as_str())));
    let source = Source::parse(Rope::from_str(text), *language);
    engine::inspect(&source, Some((FileId(at as u32), &project)), &fixture.settings, |model| {
        let extension = path.rsplit('.').next().unwrap_or_default();
        let typed = takes_types(extension, &source.rope).unwrap_or(true);
        let direct = model.calls().of_sdk().iter().filter(|call| call.through.is_none());
        direct
            .flat_map(|call| rewrite::refactorings(model, call, typed))
            .flatten()
            .map(|repair| (repair.title, repair.edits))
            .collect()
    })
}

/// A file after the first fix of each finding, until none is left.
fn converged(fixture: &Fixture, at: usize, least: Applicability) -> Result<String, Box<dyn Error>> {
    let mut text = fixture.files[at].text.clone();
    for _ in 0..MAX_ROUNDS {
        let edits = together(&fixture.findings(at, &text), least);
        if edits.is_empty() {
            break;
        }
        text = apply_edits(&text, &edits)?;
    }
    Ok(text)
}

/// The edits of as many fixes as fit together.
fn together(findings: &[Finding], least: Applicability) -> Vec<TextEdit> {
    let mut taken: Vec<TextEdit> = Vec::new();
    for finding in findings {
        let Some(fix) = finding.fixes.iter().find(|fix| fix.applicability >= least) else { continue };
        let fits = |edit: &TextEdit| taken.contains(edit) || taken.iter().all(|it| !it.range.touches(edit.range));
        if fix.edits.iter().all(fits) {
            let new: Vec<TextEdit> = fix.edits.iter().filter(|edit| !taken.contains(edit)).cloned().collect();
            taken.extend(new);
        }
    }
    taken
}
