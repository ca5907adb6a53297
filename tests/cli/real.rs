//! Small projects as people write them, in `tests/real`: which calls are seen, and which findings are right.
//!
//! A comment at the end of a line says what a careful reader finds there, read by hand, finding by finding:
//!
//! | comment | the line has |
//! |---|---|
//! | `// floating-promise` | findings of the recommended preset that are right |
//! | `// all: rate-limit-unhandled` | findings that only `--preset all` adds, and that are right |
//! | `// missed: timestamp-milliseconds` | a mistake that is not found |
//! | `// wrong: missing-email` | a finding that is wrong |
//! | `// call` | a call that reaches Customer.io under another name than a method of the SDK |
//! | `// unseen` | a call that is not seen |
//! | `// not the SDK` | a call of something else under the name of a method of the SDK |
//!
//! Every other line that calls something by the name of a method of the SDK reaches Customer.io, and has no finding. A
//! `package.json` says the same under the key `//`.

use customerio_ls::testing::model::{Files, Model, Modules};
use customerio_ls::testing::project::Project;
use customerio_ls::testing::rules::{self, Preset};
use customerio_ls::testing::sdk::methods_named;
use customerio_ls::testing::settings::{Editor, Loader};
use customerio_ls::testing::source::Source;
use customerio_ls::testing::syntax::Language;
use ropey::Rope;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What is seen in all of them together.
const FIGURES: &str = "63 projects, 114 modules: 191 of 191 lines with calls seen; 67 findings right, 0 wrong, 2 missed; of all \
    rules 12 more";

/// What a comment says of its line.
#[derive(Default)]
struct Mark {
    right: Vec<&'static str>,
    all: Vec<&'static str>,
    missed: Vec<&'static str>,
    wrong: Vec<&'static str>,
    call: bool,
    unseen: bool,
    other: bool,
}

impl Mark {
    /// Reads a comment; nothing where it is one of the code's own.
    fn read(comment: &str) -> Option<Self> {
        let mut mark = Self::default();
        if comment == "not the SDK" {
            mark.other = true;
            return Some(mark);
        }
        let mut into = "right";
        for word in comment.split_whitespace() {
            match (word, rules::find(word)) {
                ("call", _) => mark.call = true,
                ("unseen", _) => mark.unseen = true,
                ("all:" | "missed:" | "wrong:", _) => into = word,
                (_, Some(rule)) => {
                    let is_recommended = rule.meta.preset == Preset::Recommended;
                    let all = match into {
                        "missed:" => &mut mark.missed,
                        "wrong:" => &mut mark.wrong,
                        _ if is_recommended => &mut mark.right,
                        _ => &mut mark.all,
                    };
                    assert!(into != "right" || is_recommended, "`{comment}`: {word} goes after `all:`");
                    all.push(rule.meta.id);
                }
                _ => return None,
            }
        }
        Some(mark)
    }

    /// The findings on the line.
    fn found(&self) -> Vec<&'static str> {
        let mut found = [self.right.as_slice(), &self.all, &self.wrong].concat();
        found.sort_unstable();
        found
    }
}

/// One of the projects.
struct Real {
    name: String,
    folder: PathBuf,
    /// Its files, relative to the folder, with what their lines say.
    files: BTreeMap<String, Vec<(String, Mark)>>,
}

impl Real {
    fn read(folder: PathBuf) -> Self {
        let folder = std::path::absolute(folder).expect("a folder");
        let name = folder.file_name().expect("a name").to_string_lossy().into_owned();
        let mut files = BTreeMap::new();
        walk(&folder, &mut |path| {
            let text = std::fs::read_to_string(path).expect("a file of a project");
            let is_manifest = path.ends_with("package.json");
            let lines = text.lines().map(|line| {
                let comment = match is_manifest {
                    true => line.split_once("\"//\": \"").and_then(|(_, rest)| rest.split_once('"')).map(|it| it.0),
                    false => line.rsplit_once("// ").map(|(_, comment)| comment),
                };
                (line.to_owned(), comment.and_then(Mark::read).unwrap_or_default())
            });
            let shown = path.strip_prefix(&folder).expect("inside").display().to_string().replace('\\', "/");
            files.insert(shown, lines.collect());
        });
        Self { name, folder, files }
    }

    fn modules(&self) -> usize {
        self.files.keys().filter(|path| !path.ends_with(".json")).count()
    }

    fn marks(&self) -> impl Iterator<Item = (String, &str, &Mark)> {
        self.files.iter().flat_map(|(path, lines)| {
            lines.iter().enumerate().map(move |(at, (line, mark))| (format!("{path}:{}", at + 1), line.as_str(), mark))
        })
    }

    /// The lines with calls that reach Customer.io.
    fn calls(&self) -> BTreeSet<String> {
        let calls = self.marks().filter(|(_, line, mark)| mark.call || !mark.other && names_method(line));
        calls.map(|(place, ..)| place).collect()
    }

    /// The lines with calls that the model has.
    fn calls_seen(&self) -> BTreeSet<String> {
        let (project, _) = Project::discover(std::slice::from_ref(&self.folder), &|| false);
        let view = project.view();
        let loader = Loader::new();
        let mut seen = BTreeSet::new();
        for file in view.reached() {
            let path = view.path(file).expect("its path");
            let text = std::fs::read_to_string(&path).expect("a file of a project");
            let Some(language) = Language::of_path(&path).filter(|it| *it != Language::Manifest) else { continue };
            let source = Source::parse(Rope::from_str(&text), language);
            let files = Files::of(source.facts.clone(), file, &view);
            let settings = loader.load(Some(&path), &Editor::default()).settings;
            let model = Model::new(&source.rope, &files, settings.sdk_version.clone());
            let shown = path.strip_prefix(&self.folder).expect("inside").display().to_string().replace('\\', "/");
            let lines = model.calls().of_sdk().iter().map(|call| {
                let line = source.rope.byte_to_line(call.callee.end().saturating_sub(1)) + 1;
                format!("{shown}:{line}")
            });
            seen.extend(lines);
        }
        seen
    }

    /// The findings of all rules, by their places.
    fn findings(&self) -> BTreeMap<String, Vec<String>> {
        let arguments = ["check", "--preset", "all", "--format", "json", "."];
        let mut command = Command::new(env!("CARGO_BIN_EXE_customerio-ls"));
        let output = command.args(arguments).current_dir(&self.folder).output().expect("the binary");
        let report: Value = serde_json::from_slice(&output.stdout).expect("a report");
        let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for file in report["files"].as_array().expect("files") {
            for finding in file["findings"].as_array().expect("findings") {
                let line = &finding["range"]["start"]["line"];
                let place = format!("{}:{line}", file["path"].as_str().expect("a path"));
                found.entry(place).or_default().push(finding["rule"].as_str().expect("a rule").to_owned());
            }
        }
        found.values_mut().for_each(|rules| rules.sort_unstable());
        found
    }
}

/// Returns whether a line calls something by the name of a method of the SDK.
fn names_method(line: &str) -> bool {
    let code = line.split("// ").next().unwrap_or(line);
    code.match_indices('(').any(|(at, _)| {
        let before = &code[..at];
        let name = before.rsplit(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        before[..before.len() - name.len()].ends_with('.') && methods_named(name).next().is_some()
    })
}

fn walk(folder: &Path, file: &mut dyn FnMut(&Path)) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() { walk(&path, file) } else { file(&path) }
    }
}

fn projects() -> Vec<Real> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/real");
    let entries = std::fs::read_dir(root).expect("the projects");
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    folders.sort();
    folders.into_iter().map(Real::read).collect()
}

/// What the projects come to.
#[derive(Default)]
struct Figures {
    modules: usize,
    calls: usize,
    seen: usize,
    right: usize,
    all: usize,
    missed: usize,
    wrong: usize,
}

impl Real {
    /// Compares what is found with what the comments say.
    fn compare(&self, figures: &mut Figures, failures: &mut Vec<String>) {
        let name = &self.name;
        let (exist, seen) = (self.calls(), self.calls_seen());
        let unseen: BTreeSet<String> = self.marks().filter(|(.., mark)| mark.unseen).map(|(place, ..)| place).collect();
        for place in exist.difference(&seen).filter(|place| !unseen.contains(*place)) {
            failures.push(format!("{name}/{place}: a call is not seen"));
        }
        for place in seen.difference(&exist).chain(seen.intersection(&unseen)) {
            failures.push(format!("{name}/{place}: a call is seen where none is marked"));
        }
        let mut findings = self.findings();
        for (place, _, mark) in self.marks() {
            let found = findings.remove(&place).unwrap_or_default();
            if mark.found() != found {
                failures.push(format!("{name}/{place}: {:?} marked, {found:?} found", mark.found()));
            }
            figures.right += mark.right.len();
            figures.all += mark.all.len();
            figures.missed += mark.missed.len();
            figures.wrong += mark.wrong.len();
        }
        failures.extend(findings.into_keys().map(|place| format!("{name}/{place}: no such line")));
        figures.modules += self.modules();
        figures.calls += exist.len();
        figures.seen += exist.intersection(&seen).count();
    }
}

#[test]
fn calls_and_findings_in_real_projects_are_the_ones_that_a_reader_marks() {
    let (mut failures, mut figures) = (Vec::new(), Figures::default());
    let projects = projects();
    projects.iter().for_each(|project| project.compare(&mut figures, &mut failures));
    let Figures { modules, calls, seen, right, all, missed, wrong } = figures;
    let figures = format!(
        "{} projects, {modules} modules: {seen} of {calls} lines with calls seen; {right} findings right, {wrong} wrong, \
         {missed} missed; of all rules {all} more",
        projects.len(),
    );
    assert!(failures.is_empty(), "{figures}\n{}", failures.join("\n"));
    assert_eq!(figures, FIGURES);
}
