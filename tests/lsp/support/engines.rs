//! Engines for the server under test.

use customerio_ls::testing::engine::{Compared, Engine, Findings, Judged, Look, Member, Real};
use customerio_ls::testing::facts::FileFacts;
use customerio_ls::testing::finding::{Applicability, Finding, Fix, Related, Severity};
use customerio_ls::testing::lsp::Options;
use customerio_ls::testing::model::FileId;
use customerio_ls::testing::text::{TextEdit, TextRange};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::sync::{Arc, Condvar, Mutex, Weak};
use std::time::Duration;

/// A session with this engine, which waits for it however long it takes: how fast the machine is must not matter.
pub fn patient(engine: impl Engine + 'static) -> Options {
    Options { engine: Arc::new(engine), deadline: Duration::from_secs(3600), activity: Arc::default(), program: None }
}

/// The engine of the product.
pub fn real() -> Options {
    patient(Real)
}

/// An engine that finds what the function finds, and nothing else.
pub struct Finder<F>(pub F);

impl<F: Fn(&Look<'_>) -> Vec<Finding> + Send + Sync> Engine for Finder<F> {
    fn judge(&self, look: &Look<'_>) -> Judged {
        Judged { found: self.0(look), ..Judged::default() }
    }
    fn across(&self, _: &[Member<'_>]) -> FxHashMap<FileId, Compared> {
        FxHashMap::default()
    }
    fn finish(&self, _: &Look<'_>, found: Vec<Finding>, _: Option<&Compared>) -> Findings {
        Findings { findings: found, ..Findings::default() }
    }
}

/// The text of a look.
pub fn text(look: &Look<'_>) -> String {
    look.input.rope.to_string()
}

/// Finds every `BAD` (safe fix: `GOOD`), `WORSE` (to be confirmed: `BETTER`) and `TWICE` (safe: `BAD`, so that a second
/// round is needed), unless a comment on the line before says `customerio-disable-next-line`.
pub fn marks(text: &str) -> Vec<Finding> {
    let words = [
        ("BAD", "timestamp-milliseconds", Severity::Error, Some((Applicability::Safe, "GOOD"))),
        ("WORSE", "event-name-snake-case", Severity::Hint, Some((Applicability::Suggested, "BETTER"))),
        ("TWICE", "fractional-unix-seconds", Severity::Warning, Some((Applicability::Safe, "BAD"))),
        ("DUNNO", "wrong-api-key", Severity::Info, Some((Applicability::Manual, "KEY"))),
    ];
    let mut findings = Vec::new();
    for (word, rule, severity, fix) in words {
        for (at, _) in text.match_indices(word) {
            let range = TextRange::new(at, at + word.len());
            let fixes = fix.map(|(applicability, better)| Fix {
                title: format!("Write {better}"),
                applicability,
                edits: vec![TextEdit::replace(range, better)],
                elsewhere: Vec::new(),
            });
            findings.push(Finding {
                rule,
                severity,
                range,
                what: format!("{word} is wrong"),
                why: None,
                help: Some("Write something else.".to_owned()),
                related: vec![Related {
                    place: customerio_ls::testing::text::Place::here(TextRange::new(0, 1)),
                    message: "the beginning".to_owned(),
                }],
                fixes: fixes.into_iter().collect(),
                unnecessary: word == "WORSE",
            });
        }
    }
    findings.sort_by_key(|finding| finding.range);
    findings
}

/// Marks words and nothing else.
pub fn fast() -> Options {
    patient(Finder(|look: &Look<'_>| marks(&text(look))))
}

/// Holds analyses up.
#[derive(Default)]
pub struct Gate {
    closed: Mutex<bool>,
    changed: Condvar,
}

impl Gate {
    pub fn close(&self) {
        *self.closed.lock().expect("no panic") = true;
    }
    pub fn open(&self) {
        *self.closed.lock().expect("no panic") = false;
        self.changed.notify_all();
    }
    fn pass(&self) {
        let mut closed = self.closed.lock().expect("no panic");
        while *closed {
            closed = self.changed.wait(closed).expect("no panic");
        }
    }
}

/// Marks words when the gate is open.
pub fn gated() -> (Arc<Gate>, Options) {
    let gate = Arc::new(Gate::default());
    let passed = gate.clone();
    let engine = Finder(move |look: &Look<'_>| {
        let findings = marks(&text(look));
        passed.pass();
        findings
    });
    (gate, patient(engine))
}

/// The engine of the product, which counts the judgements of each file of a project, by its name.
#[derive(Default)]
pub struct Counting {
    counts: Mutex<BTreeMap<String, usize>>,
    gates: Mutex<BTreeMap<String, Arc<Gate>>>,
    facts: Mutex<Vec<Weak<FileFacts>>>,
}

impl Counting {
    /// The judgements since the last time this was asked.
    pub fn take(&self) -> BTreeMap<String, usize> {
        std::mem::take(&mut self.counts.lock().expect("no panic"))
    }
    /// How many of the facts that were ever judged are still kept by somebody.
    pub fn kept(&self) -> usize {
        self.facts.lock().expect("no panic").iter().filter(|facts| facts.strong_count() > 0).count()
    }
    /// Holds judgements of the files of this name up while the gate is closed.
    pub fn gate(&self, name: &str) -> Arc<Gate> {
        self.gates.lock().expect("no panic").entry(name.to_owned()).or_default().clone()
    }
}

/// A session with this engine, patient as all.
pub fn counted(engine: &Arc<Counting>) -> Options {
    Options { engine: engine.clone(), ..real() }
}

impl Engine for Counting {
    fn judge(&self, look: &Look<'_>) -> Judged {
        let path = look.project.and_then(|(file, modules)| modules.path(file));
        let name = path.and_then(|path| Some(path.file_name()?.to_str()?.to_owned())).unwrap_or_default();
        let gate = self.gates.lock().expect("no panic").get(&name).cloned();
        if let Some(gate) = gate {
            gate.pass();
        }
        *self.counts.lock().expect("no panic").entry(name).or_default() += 1;
        let facts = Arc::downgrade(look.input.facts);
        let mut known = self.facts.lock().expect("no panic");
        if !known.iter().any(|known| known.ptr_eq(&facts)) {
            known.retain(|known| known.strong_count() > 0);
            known.push(facts);
        }
        drop(known);
        Real.judge(look)
    }
}
