//! The secrets in one text.

use super::multi_search::Needles;
use super::shapes::{found, mask, starred};
use crate::text::{Nest, TextRange};
use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

/// The secrets of one text: where they are, and what they are, so that they are found again in messages about the text.
#[derive(Clone, Default, PartialEq)]
pub struct Secrets {
    /// Places known to be secret, beside those that have the shape of a credential.
    pub(super) ranges: Vec<TextRange>,
    /// Places that are not secret, whatever their shape: imports.
    pub(super) plain: Nest<()>,
    /// The secrets themselves, as they are written and as they are meant.
    pub(super) values: Needles,
}

/// Shows nothing of the secrets, not even to a debugger.
impl fmt::Debug for Secrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Secrets({})", self.ranges.len())
    }
}

/// Shorter values stand for themselves only between quotes, or half of a text would be hidden.
const SHORTEST_BARE: usize = 6;

impl Secrets {
    /// The text itself, with its secrets replaced by asterisks, byte for byte.
    pub fn source<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let is_plain =
            |range: &Range<usize>| self.plain.around(TextRange::new(range.start, range.end)).next().is_some();
        let shapes = found(text).into_iter().filter(|range| !is_plain(range));
        let all: Vec<Range<usize>> = shapes.chain(self.ranges.iter().map(|range| range.start()..range.end())).collect();
        if all.is_empty() { Cow::Borrowed(text) } else { Cow::Owned(starred(text, all)) }
    }

    /// Another text that may repeat secrets of this one, as a message does: those are replaced by asterisks, and all
    /// that has the shape of a credential.
    pub fn prose<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let told = self.told(text);
        if told.is_empty() {
            return mask(text);
        }
        let masked = starred(text, told);
        Cow::Owned(mask(&masked).into_owned())
    }

    /// Returns whether a text that is to leave the file would take a secret with it.
    pub fn are_in(&self, text: &str) -> bool {
        !found(text).is_empty() || !self.told(text).is_empty()
    }

    /// The places where a text repeats one of the secrets.
    fn told(&self, text: &str) -> Vec<Range<usize>> {
        if self.values.is_empty() {
            return Vec::new();
        }
        let is_told = |(value, range): &(&str, Range<usize>)| {
            let is_wordy = value.bytes().all(|b| b.is_ascii_alphabetic());
            let bare = value.len() >= SHORTEST_BARE && !is_wordy;
            let around = (text[..range.start].chars().next_back(), text[range.end..].chars().next());
            let quoted = matches!(around, (Some(a), Some(b)) if a == b && matches!(a, '"' | '\'' | '`'));
            let in_word = [around.0, around.1].into_iter().flatten().any(char::is_alphanumeric);
            quoted || (bare && !in_word)
        };
        let mut all: Vec<Range<usize>> = self.values.in_text(text).filter(is_told).map(|(_, range)| range).collect();
        all.extend(self.values.divided_in(text));
        all
    }
}
