//! The line that a `disable-next-line` is about.

use super::{other_directives, remove};
use crate::facts::Comment;
use ropey::Rope;
use rustc_hash::FxHashMap;

/// Lines below comments. The result for a line is kept: comments are above each other.
pub(super) struct Below<'c> {
    rope: &'c Rope,
    /// The comments that begin on each line.
    comments: FxHashMap<usize, Vec<&'c Comment>>,
    /// The first line from a line on that is not a comment.
    known: FxHashMap<usize, usize>,
}

impl<'c> Below<'c> {
    pub(super) fn new(comments: &'c [Comment], rope: &'c Rope) -> Self {
        let mut by_line: FxHashMap<usize, Vec<&Comment>> = FxHashMap::default();
        for comment in comments {
            by_line.entry(comment.line as usize).or_default().push(comment);
        }
        Self { rope, comments: by_line, known: FxHashMap::default() }
    }

    /// The first line below a comment that is not itself a comment, so that several can be above each other.
    pub(super) fn line_below(&mut self, comment: &Comment) -> usize {
        let mut line = comment.end_line as usize + 1;
        let mut passed = Vec::new();
        let found = loop {
            if let Some(known) = self.known.get(&line) {
                break *known;
            }
            passed.push(line);
            match self.after_comment(line) {
                Some(next) => line = next,
                None => break line,
            }
        };
        self.known.extend(passed.into_iter().map(|line| (line, found)));
        found
    }

    /// The line after a comment that begins on a line, and has its lines to itself.
    fn after_comment(&self, line: usize) -> Option<usize> {
        if line >= self.rope.len_lines() {
            return None;
        }
        let mut chars = self.rope.line(line).chars().skip_while(|c| c.is_whitespace());
        if chars.next() == Some('/') && chars.next() == Some('/') {
            return Some(line + 1);
        }
        let alone = |comment: &&&Comment| remove::Sides::of(self.rope, comment.range).is_alone();
        let comments = self.comments.get(&line).map_or(&[][..], Vec::as_slice);
        let own = comments.iter().find(alone).map(|comment| comment.end_line as usize + 1);
        own.or_else(|| other_directives::line_after(self.rope, line))
    }
}
