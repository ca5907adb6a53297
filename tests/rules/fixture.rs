//! Reads fixtures: code, expectations, settings.

use crate::memory::Memory;
use customerio_ls::testing::engine::{self, Judged, Member};
use customerio_ls::testing::finding::{Finding, Fixes, Severity};
use customerio_ls::testing::model::FileId;
use customerio_ls::testing::rules::{self, Preset};
use customerio_ls::testing::sdk::Region;
use customerio_ls::testing::settings::{Editor, Loader, Settings};
use customerio_ls::testing::source::Source;
use customerio_ls::testing::syntax::Language;
use ropey::Rope;
use serde_json::Value;
use std::cell::RefCell;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A fixture: one or more files under the same settings.
pub struct Fixture {
    pub settings: Settings,
    pub files: Vec<File>,
    /// Its `.env*` files: paths and texts.
    pub environment: Vec<(String, String)>,
    /// Whether the code is broken on purpose.
    pub broken: bool,
    /// What is found in each file, by the texts of all: the same ones are asked about many times.
    judged: RefCell<HashMap<Vec<String>, Vec<Vec<Finding>>>>,
}

/// A file without its expectations.
#[derive(Clone)]
pub struct File {
    /// The line that started it, for all but the first file.
    pub separator: Option<String>,
    /// Its path in the project that the fixture is.
    pub path: String,
    pub language: Language,
    pub text: String,
    pub expected: Vec<Expected>,
}

/// What is expected at one place.
#[derive(Clone, Debug)]
pub struct Expected {
    /// Zero-based line of the text without expectations.
    pub line: usize,
    /// Zero-based columns in characters.
    pub columns: std::ops::Range<usize>,
    /// How many lines further down the range ends.
    pub lines_below: usize,
    pub severity: String,
    pub rule: String,
    pub message: String,
    /// The comment as it is written.
    pub source: String,
}

impl Fixture {
    pub fn read(path: &Path) -> Result<Self, String> {
        let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
        let mut fixture = Self::parse(&text, path)?;
        let folder = path.parent().and_then(Path::file_name).unwrap_or_default();
        fixture.run_rule(&folder.to_string_lossy());
        Ok(fixture)
    }

    /// Lets a rule speak that the default preset leaves out, and no other one of these: a fixture is about one rule.
    pub fn run_rule(&mut self, id: &str) {
        let own = rules::find(id).filter(|rule| rule.meta.preset > Preset::default());
        if own.is_none() {
            return;
        }
        self.settings.preset = Some(Preset::All);
        for other in rules::RULES.iter().filter(|rule| rule.meta.preset > Preset::default() && rule.meta.id != id) {
            self.settings.rules.entry(other.meta.id.to_owned()).or_default().severity.get_or_insert(None);
        }
    }

    /// Parses a fixture; `path` gives the language of the first file.
    pub fn parse(text: &str, path: &Path) -> Result<Self, String> {
        let language = Language::of_path(path).ok_or_else(|| format!("{}: no language", path.display()))?;
        let mut settings = Settings::default();
        let first = format!("/src/{}", path.file_name().unwrap_or_default().to_string_lossy());
        let mut files =
            vec![File { separator: None, path: first, language, text: String::new(), expected: Vec::new() }];
        let (mut lines_of_file, mut broken, mut environment) = (0, false, Vec::<(String, String)>::new());
        for (number, line) in text.split_inclusive('\n').enumerate() {
            let bare = line.trim_end_matches(['\n', '\r']);
            let fail = |what: &str| format!("{}:{}: {what}: {bare}", path.display(), number + 1);
            if bare == "//@ syntax = broken" {
                broken = true;
            } else if let Some(setting) = bare.strip_prefix("//@ ") {
                read_setting(&mut settings, setting).map_err(|what| fail(&what))?;
            }
            if let Some(name) = bare.strip_prefix("//- ").filter(|name| name.contains("/.env")) {
                environment.push((name.trim().to_owned(), String::new()));
                continue;
            }
            if let Some((_, text)) = environment.last_mut() {
                if bare.starts_with("//- ") {
                    return Err(fail("code goes before `.env` files"));
                }
                text.push_str(line);
                continue;
            }
            if let Some(name) = bare.strip_prefix("//- ") {
                let language = Language::of_path(Path::new(name.trim())).ok_or_else(|| fail("no language"))?;
                let separator = Some(line.to_owned());
                let path = name.trim().to_owned();
                files.push(File { separator, path, language, text: String::new(), expected: Vec::new() });
                lines_of_file = 0;
                continue;
            }
            let file = files.last_mut().expect("starts with one");
            match read_expected(bare).map_err(|what| fail(&what))? {
                Some(mut expected) => {
                    expected.line = usize::checked_sub(lines_of_file, 1).ok_or_else(|| fail("no line above"))?;
                    file.expected.push(expected);
                }
                None => {
                    file.text.push_str(line);
                    lines_of_file += 1;
                }
            }
        }
        Ok(Self { settings, files, environment, broken, judged: RefCell::default() })
    }
}

impl Fixture {
    /// The findings of one of the files when it has this text, among the others.
    pub fn findings(&self, at: usize, text: &str) -> Vec<Finding> {
        let texts = self.files.iter().enumerate();
        let texts: Vec<&str> = texts.map(|(other, file)| if other == at { text } else { &file.text }).collect();
        self.findings_among(at, &texts)
    }

    /// The findings of one of the files when all of them have these texts.
    pub fn findings_among(&self, at: usize, texts: &[&str]) -> Vec<Finding> {
        let key: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
        if let Some(known) = self.judged.borrow().get(&key) {
            return known[at].clone();
        }
        let files = self.files.iter().zip(texts).map(|(file, text)| (file.path.as_str(), *text));
        let judged = project_findings(&files.collect::<Vec<_>>(), &self.environment, &self.settings);
        let found = judged[at].clone();
        self.judged.borrow_mut().insert(key, judged);
        found
    }
}

/// The findings of each of the files of a project, paths and texts, with its `.env*` files.
pub fn project_findings(
    files: &[(&str, &str)],
    environment: &[(String, String)],
    settings: &Settings,
) -> Vec<Vec<Finding>> {
    let environment = environment.iter().map(|(path, text)| (path.as_str(), text.as_str()));
    let sources: Vec<(PathBuf, Source)> = files
        .iter()
        .map(|(path, text)| {
            let language = Language::of_path(Path::new(path)).expect("a name of TypeScript or JavaScript");
            (PathBuf::from(path), Source::parse(Rope::from_str(text), language))
        })
        .collect();
    let facts = sources.iter().map(|(path, source)| (path.clone(), source.facts.clone()));
    let project = Memory::of_facts(facts).with_environment(environment);
    let judge = |(number, (_, source)): (usize, (PathBuf, Source))| {
        let judged = engine::judge(&source, Some((FileId(number as u32), &project)), settings, Fixes::Computed);
        (source, judged)
    };
    let judged: Vec<(Source, Judged)> = sources.into_iter().enumerate().map(judge).collect();
    let members = files.iter().zip(&judged).enumerate().map(|(number, ((path, _), (_, judged)))| Member {
        file: FileId(number as u32),
        path: Path::new(path).into(),
        package: Some(package(path)),
        traces: &judged.traces,
        settings,
    });
    let compared = engine::across(&members.collect::<Vec<_>>());
    let finish = |(number, (source, judged)): (usize, (Source, Judged))| {
        let compared = compared.get(&FileId(number as u32));
        engine::finish(&source, judged.found, compared, settings).findings
    };
    judged.into_iter().enumerate().map(finish).collect()
}

/// The folder of the package of a file: `/packages/<name>`, as if each had a `package.json`, or the root.
fn package(path: &str) -> Arc<Path> {
    let mut parts = path.split('/').skip(1);
    match (parts.next(), parts.next()) {
        (Some("packages"), Some(name)) => Path::new("/packages").join(name).into(),
        _ => Path::new("/").into(),
    }
}

fn read_setting(settings: &mut Settings, line: &str) -> Result<(), String> {
    let (key, value) = line.split_once('=').ok_or("a setting is `//@ key = value`")?;
    let (key, value) = (key.trim(), value.trim());
    match key {
        "region" => {
            settings.region = Some(match value {
                "us" => Region::Us,
                "eu" => Region::Eu,
                _ => return Err("a region is us or eu".to_owned()),
            });
        }
        "customerio.json" => read_settings_file(settings, value)?,
        "sdk" => settings.sdk_version = Some(value.parse().map_err(|e| format!("no version: {e}"))?),
        _ => {
            let (id, option) = key.split_once('.').ok_or("no such setting")?;
            let meta = rules::find(id).ok_or("no such rule")?.meta;
            let rule = settings.rules.entry(id.to_owned()).or_default();
            if option == "severity" {
                rule.severity = Some(match value {
                    "off" => None,
                    "hint" => Some(Severity::Hint),
                    "info" => Some(Severity::Info),
                    "warning" => Some(Severity::Warning),
                    "error" => Some(Severity::Error),
                    _ => return Err("no such severity".to_owned()),
                });
            } else if meta.options.iter().any(|o| o.name == option) {
                let value = serde_json::from_str(value).unwrap_or_else(|_| Value::String(value.to_owned()));
                rule.options.insert(option.to_owned(), value);
            } else {
                return Err("no such option".to_owned());
            }
        }
    }
    Ok(())
}

/// The text of a settings file. What other lines say beside it goes below it.
fn read_settings_file(settings: &mut Settings, text: &str) -> Result<(), String> {
    let value: Value = serde_json::from_str(text).map_err(|e| format!("no JSON: {e}"))?;
    let loaded = Loader::new().load(None, &Editor::new(&value, Path::new("/")));
    if let Some(problem) = loaded.problems.first() {
        return Err(problem.to_string());
    }
    *settings = (*loaded.settings).clone();
    Ok(())
}

/// An expectation, if the line is one: a comment that starts with carets.
fn read_expected(line: &str) -> Result<Option<Expected>, String> {
    let trimmed = line.trim_start();
    let Some(body) = trimmed.strip_prefix("//").filter(|body| body.trim_start().starts_with('^')) else {
        return Ok(None);
    };
    let start = line.chars().take_while(|c| *c != '^').count();
    let carets = body.trim_start();
    let length = carets.chars().take_while(|c| *c == '^').count();
    let rest = &carets[length..];
    let (below, rest) = match rest.strip_prefix('+') {
        Some(rest) => {
            let digits = rest.chars().take_while(char::is_ascii_digit).count();
            (rest[..digits].parse().map_err(|_| "a number of lines goes behind `+`")?, &rest[digits..])
        }
        None => (0, rest),
    };
    let rest = rest.trim();
    let (severity, rest) = rest.split_once('[').ok_or("an expectation is `^^^ severity[rule-id]: text`")?;
    let (rule, message) = rest.split_once(']').ok_or("the rule's id ends with `]`")?;
    rules::find(rule).ok_or("no such rule")?;
    Ok(Some(Expected {
        line: 0,
        columns: start..start + length,
        lines_below: below,
        severity: severity.to_owned(),
        rule: rule.to_owned(),
        message: message.trim_start_matches(':').trim().to_owned(),
        source: line.to_owned(),
    }))
}
