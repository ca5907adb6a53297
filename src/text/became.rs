//! The result of consecutive sets of edits on a text, expressed as edits of the first text.

use super::{TextEdit, TextRange};

/// An edited text, as the rest of the first one and the insertions.
#[derive(Clone, Debug)]
pub struct Became {
    pieces: Vec<Piece>,
}

#[derive(Clone, Debug)]
enum Piece {
    /// Bytes of the first text.
    Kept(TextRange),
    New(String),
}

impl Piece {
    fn len(&self) -> usize {
        match self {
            Self::Kept(range) => range.len(),
            Self::New(text) => text.len(),
        }
    }

    /// The part before the byte `at`, and the rest.
    fn split(self, at: usize) -> (Self, Self) {
        match self {
            Self::Kept(range) => {
                let middle = range.start() + at;
                (Self::Kept(TextRange::new(range.start(), middle)), Self::Kept(TextRange::new(middle, range.end())))
            }
            Self::New(mut text) => {
                let rest = text.split_off(at);
                (Self::New(text), Self::New(rest))
            }
        }
    }
}

impl Became {
    /// A text of this many bytes, as it is.
    pub fn itself(len: usize) -> Self {
        Self { pieces: vec![Piece::Kept(TextRange::new(0, len))] }
    }

    /// Edits the current text. `edits` are such as [`super::apply_edits`] takes.
    pub fn edit(&mut self, edits: &[TextEdit]) {
        let mut sorted: Vec<&TextEdit> = edits.iter().collect();
        sorted.sort();
        sorted.dedup();
        let mut old = Walk { rest: std::mem::take(&mut self.pieces).into_iter(), open: None, at: 0 };
        for edit in sorted {
            old.go_to(edit.range.start(), |piece| self.pieces.push(piece));
            old.go_to(edit.range.end(), drop);
            self.pieces.push(Piece::New(edit.text.clone()));
        }
        old.go_to(usize::MAX, |piece| self.pieces.push(piece));
    }

    /// The edits of the first text that lead to the current one: disjoint, in order.
    pub fn edits(self, first: &str) -> Vec<TextEdit> {
        let mut edits = Vec::new();
        let (mut at, mut new) = (0, String::new());
        let mut end_gap = |at: usize, next: usize, new: &mut String| {
            let range = TextRange::new(at, next);
            if first.get(range.as_range()) != Some(new) {
                edits.push(TextEdit::replace(range, new.as_str()));
            }
            new.clear();
        };
        for piece in self.pieces {
            match piece {
                Piece::New(text) => new += &text,
                Piece::Kept(range) if range.is_empty() => {}
                Piece::Kept(range) => {
                    end_gap(at, range.start(), &mut new);
                    at = range.end();
                }
            }
        }
        end_gap(at, first.len(), &mut new);
        edits
    }
}

/// A walk over pieces, which are cut where it stops.
struct Walk {
    rest: std::vec::IntoIter<Piece>,
    /// The rest of the piece in which it has stopped.
    open: Option<Piece>,
    at: usize,
}

impl Walk {
    /// Advances to a byte, and hands out the pieces it passes.
    fn go_to(&mut self, to: usize, mut pass: impl FnMut(Piece)) {
        while self.at < to
            && let Some(piece) = self.open.take().or_else(|| self.rest.next())
        {
            let left = to - self.at;
            if piece.len() <= left {
                self.at += piece.len();
                pass(piece);
            } else {
                let (before, after) = piece.split(left);
                self.at = to;
                self.open = Some(after);
                pass(before);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::apply_edits;
    use proptest::prelude::*;

    fn replace(start: usize, end: usize, text: &str) -> TextEdit {
        TextEdit::replace(TextRange::new(start, end), text)
    }

    #[test]
    fn edits_of_edits_are_edits_of_the_first_text() {
        let mut became = Became::itself(10);
        // `0123456789`, `01ab56789x`, `01aYb5678x`
        became.edit(&[replace(2, 5, "ab"), replace(10, 10, "x")]);
        became.edit(&[replace(3, 3, "Y"), replace(8, 9, "")]);
        assert_eq!(became.edits("0123456789"), [replace(2, 5, "aYb"), replace(9, 10, "x")]);
        let mut back = Became::itself(3);
        back.edit(&[replace(1, 2, "x")]);
        back.edit(&[replace(1, 2, "b")]);
        assert_eq!(back.edits("abc"), []);
    }

    proptest! {
        #[test]
        fn they_lead_to_the_same_text(rounds in prop::collection::vec(prop::collection::vec((0usize..20, 0usize..4, "[a-z]{0,3}"), 0..6), 0..5)) {
            let first = "0123456789".to_owned();
            let (mut text, mut became) = (first.clone(), Became::itself(first.len()));
            for round in rounds {
                let edits: Vec<TextEdit> = round
                    .into_iter()
                    .filter(|(start, len, _)| start + len <= text.len())
                    .map(|(start, len, new)| replace(start, start + len, &new))
                    .collect();
                let Ok(next) = apply_edits(&text, &edits) else { continue };
                became.edit(&edits);
                text = next;
            }
            prop_assert_eq!(apply_edits(&first, &became.edits(&first)), Ok(text));
        }
    }
}
