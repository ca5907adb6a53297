//! What the rules cost: from a text to its findings with all of them, whichever preset they belong to, against the same
//! with all of them switched off (parsing, facts, and what a file tells others, are left), in pairs.
//!
//! Bound: the ratio at most 1.3.

#![allow(clippy::print_stdout, reason = "it is a program whose output are its figures")]

mod code;
mod pairs;

use customerio_ls::testing::engine::analyze;
use customerio_ls::testing::rules::{Preset, RULES};
use customerio_ls::testing::settings::{RuleSetting, Settings};
use customerio_ls::testing::source::Source;
use customerio_ls::testing::syntax::Language;
use pairs::{median, median_of};
use ropey::Rope;
use std::hint::black_box;
use std::time::{Duration, Instant};

const SIZES: [usize; 3] = [100, 1_000, 10_000];
const PAIRS: usize = 41;

fn main() {
    // What `cargo test --benches` asks for: nothing to try here.
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    let all = Settings { preset: Some(Preset::All), ..Settings::default() };
    let mut none = all.clone();
    for rule in RULES {
        let off = RuleSetting { severity: Some(None), ..RuleSetting::default() };
        none.rules.insert(rule.meta.id.to_owned(), off);
    }
    for lines in SIZES {
        let text = code::file(lines);
        let (mut without, mut with) = (Vec::new(), Vec::new());
        for _ in 0..PAIRS {
            without.push(took(&text, &none));
            with.push(took(&text, &all));
        }
        let ratios = with.iter().zip(&without).map(|(with, without)| with.as_secs_f64() / without.as_secs_f64());
        let ratio = median_of(ratios.collect());
        println!(
            "{lines:>6} lines: no rule {:>10.3?}  all rules {:>10.3?}  ratio {ratio:.2}",
            median(without),
            median(with)
        );
    }
}

fn took(text: &str, settings: &Settings) -> Duration {
    let begin = Instant::now();
    black_box(analyze(&Source::parse(Rope::from_str(text), Language::TypeScript), settings));
    begin.elapsed()
}
