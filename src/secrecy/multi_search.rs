//! Many secrets, looked for in one pass: a file may hold thousands, and of each there may be a finding.

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use std::sync::OnceLock;

/// This many letters and digits in a row are not a coincidence, however they are divided.
const SHORTEST_DIVIDED: usize = 12;

/// The secrets of a text themselves, as they are written and as they are meant.
#[derive(Clone, Default)]
pub(super) struct Needles {
    values: Vec<String>,
    /// Made when they are first looked for.
    whole: OnceLock<Option<AhoCorasick>>,
    divided: OnceLock<Option<AhoCorasick>>,
}

/// Compares the parts that they are made of.
impl PartialEq for Needles {
    fn eq(&self, other: &Self) -> bool {
        self.values == other.values
    }
}

impl Needles {
    pub(super) fn new(mut values: Vec<String>) -> Self {
        values.retain(|value| !value.is_empty());
        values.sort_unstable();
        values.dedup();
        Self { values, ..Self::default() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// The places of each of them in a text.
    pub(super) fn in_text<'n>(&'n self, text: &'n str) -> impl Iterator<Item = (&'n str, std::ops::Range<usize>)> {
        let automaton = self.whole.get_or_init(|| automaton(&self.values)).as_ref();
        let found = automaton.into_iter().flat_map(move |it| it.find_overlapping_iter(text));
        found.map(|it| (self.values[it.pattern()].as_str(), it.range()))
    }

    /// Their places with something between their letters and digits: `5_f1_d7…`.
    pub(super) fn divided_in(&self, text: &str) -> Vec<std::ops::Range<usize>> {
        let automaton = self.divided.get_or_init(|| {
            let long = self.values.iter().map(|value| letters(value).map(|(_, c)| c).collect::<String>());
            let long: Vec<String> = long.filter(|it| it.len() >= SHORTEST_DIVIDED && has_digit(it)).collect();
            automaton(&long)
        });
        let Some(automaton) = automaton else { return Vec::new() };
        let (places, haystack): (Vec<usize>, String) = letters(text).unzip();
        automaton.find_overlapping_iter(&haystack).map(|it| places[it.start()]..places[it.end() - 1] + 1).collect()
    }
}

/// The kind that is made fastest: it is made anew after each keystroke, and looks through a few sentences.
fn automaton(values: &[String]) -> Option<AhoCorasick> {
    let kind = Some(AhoCorasickKind::NoncontiguousNFA);
    let build = || AhoCorasick::builder().kind(kind).dense_depth(0).prefilter(false).build(values).ok();
    if values.is_empty() { None } else { build() }
}

fn has_digit(text: &str) -> bool {
    text.bytes().any(|b| b.is_ascii_digit())
}

/// Letters and digits of a text, small, with their places.
fn letters(text: &str) -> impl Iterator<Item = (usize, char)> {
    text.char_indices().filter(|(_, c)| c.is_ascii_alphanumeric()).map(|(at, c)| (at, c.to_ascii_lowercase()))
}
