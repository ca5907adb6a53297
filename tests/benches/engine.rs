//! From text to findings: from scratch, after a keystroke, after a keystroke that breaks the syntax.
//!
//! Bounds: a keystroke that breaks the syntax holds nothing up longer than the deadline of 5 ms. The aims for others, 1 ms
//! in 1,000 lines and 5 ms in 10,000, are not met with every rule on: 1.8 ms and 18 ms without link-time optimization
//! (2026-11-30).

mod class;
mod code;

use customerio_ls::testing::engine::analyze;
use customerio_ls::testing::rules::Preset;
use customerio_ls::testing::settings::Settings;
use customerio_ls::testing::source::Source;
use customerio_ls::testing::syntax::{Language, TextChange};
use divan::{Bencher, black_box};
use ropey::Rope;
use std::time::{Duration, Instant};

fn main() {
    divan::main();
}

const SIZES: [usize; 3] = [100, 1_000, 10_000];
/// The server's.
const DEADLINE: Duration = Duration::from_millis(5);

/// Every rule, whichever preset it belongs to: no settings ask for more.
fn all_rules() -> Settings {
    Settings { preset: Some(Preset::All), ..Settings::default() }
}

#[divan::bench(args = SIZES)]
fn from_scratch(bencher: Bencher<'_, '_>, lines: usize) {
    let text = code::file(lines);
    let settings = all_rules();
    bencher.bench(|| analyze(&Source::parse(Rope::from_str(&text), Language::TypeScript), &settings));
}

/// Findings alone, of a source that stands.
#[divan::bench(args = SIZES)]
fn findings(bencher: Bencher<'_, '_>, lines: usize) {
    let source = Source::parse(Rope::from_str(&code::file(lines)), Language::TypeScript);
    let settings = all_rules();
    bencher.bench(|| analyze(black_box(&source), &settings));
}

/// A letter in a name in the middle of the file, from change to findings.
#[divan::bench(args = SIZES)]
fn keystroke(bencher: Bencher<'_, '_>, lines: usize) {
    bench_keystroke(bencher, &code::file(lines), "seen.set", "x");
}

/// The same in one class of that size.
#[divan::bench(args = SIZES)]
fn keystroke_in_class(bencher: Bencher<'_, '_>, lines: usize) {
    bench_keystroke(bencher, &class::class(lines), "sum += value", "x");
}

/// A letter in the string of an event's name.
#[divan::bench(args = SIZES)]
fn keystroke_in_call(bencher: Bencher<'_, '_>, lines: usize) {
    bench_keystroke(bencher, &code::file(lines), "Signed Up", "x");
}

/// How long a brace that closes nothing keeps the next keystroke waiting: the parse up to its deadline.
#[divan::bench(args = SIZES)]
fn unclosed_brace(bencher: Bencher<'_, '_>, lines: usize) {
    bench_broken(bencher, &code::file(lines), "seen.set", "{");
}

/// The same with a backtick.
#[divan::bench(args = SIZES)]
fn unclosed_backtick(bencher: Bencher<'_, '_>, lines: usize) {
    bench_broken(bencher, &code::file(lines), "seen.set", "`");
}

struct Typed {
    source: Source,
    at: usize,
}

impl Typed {
    fn new(text: &str, near: &str) -> Self {
        let places: Vec<usize> = text.match_indices(near).map(|(at, _)| at).collect();
        let at = places.get(places.len() / 2).copied().unwrap_or(0);
        Self { source: Source::parse(Rope::from_str(text), Language::TypeScript), at }
    }

    fn change(&self, letters: &str) -> (Rope, TextChange) {
        let mut rope = self.source.rope.clone();
        rope.insert(rope.byte_to_char(self.at), letters);
        (rope, TextChange { start: self.at, old_end: self.at, new_end: self.at + letters.len() })
    }
}

fn bench_keystroke(bencher: Bencher<'_, '_>, text: &str, near: &str, letters: &str) {
    let typed = Typed::new(text, near);
    let settings = all_rules();
    bencher.bench(|| {
        let (rope, change) = typed.change(letters);
        let source = Source::reparse(&typed.source, rope, &[change], &mut || false).expect("never cancelled");
        analyze(&source, &settings)
    });
}

fn bench_broken(bencher: Bencher<'_, '_>, text: &str, near: &str, letters: &str) {
    let typed = Typed::new(text, near);
    let settings = all_rules();
    bencher.bench(|| {
        let (rope, change) = typed.change(letters);
        let begin = Instant::now();
        let source = Source::reparse(&typed.source, rope, &[change], &mut || begin.elapsed() > DEADLINE);
        source.map(|source| analyze(&source, &settings))
    });
}
