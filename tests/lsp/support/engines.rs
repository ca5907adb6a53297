//! Engines for the server under test.

use customerio_ls::analysis::{self, Analysis};
use customerio_ls::finding::{Applicability, Finding, Fix, Related, Severity};
use customerio_ls::lsp::judge::Analyzer;
use customerio_ls::text::{TextEdit, TextRange};
use std::sync::{Arc, Condvar, Mutex};

/// The engine of the product.
pub fn real() -> Analyzer {
    Arc::new(analysis::analyze)
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
            });
            findings.push(Finding {
                rule,
                severity,
                range,
                message: format!("{word} is wrong"),
                help: Some("Write something else.".to_owned()),
                related: vec![Related { range: TextRange::new(0, 1), message: "the beginning".to_owned() }],
                fixes: fixes.into_iter().collect(),
                unnecessary: word == "WORSE",
            });
        }
    }
    findings.sort_by_key(|finding| finding.range);
    findings
}

/// Marks words and nothing else.
pub fn fast() -> Analyzer {
    Arc::new(|source, _| Analysis { findings: marks(&source.rope.to_string()) })
}

/// Holds analyses up.
#[derive(Default)]
pub struct Gate {
    state: Mutex<(bool, usize)>,
    changed: Condvar,
}

impl Gate {
    pub fn close(&self) {
        self.state.lock().expect("no panic").0 = true;
    }
    pub fn open(&self) {
        self.state.lock().expect("no panic").0 = false;
        self.changed.notify_all();
    }
    /// How many analyses wait.
    pub fn waiting(&self) -> usize {
        self.state.lock().expect("no panic").1
    }
    fn pass(&self) {
        let mut state = self.state.lock().expect("no panic");
        state.1 += 1;
        while state.0 {
            state = self.changed.wait(state).expect("no panic");
        }
        state.1 -= 1;
    }
}

/// Marks words when the gate is open.
pub fn gated() -> (Arc<Gate>, Analyzer) {
    let gate = Arc::new(Gate::default());
    let passed = gate.clone();
    let analyzer: Analyzer = Arc::new(move |source, _| {
        let findings = marks(&source.rope.to_string());
        passed.pass();
        Analysis { findings }
    });
    (gate, analyzer)
}
