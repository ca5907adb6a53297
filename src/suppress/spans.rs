//! Where directives have effect.

use super::below::Below;
use super::reach::Reach;
use super::{Directive, Kind, UNUSED};
use crate::facts::Comment;
use ropey::Rope;
use rustc_hash::{FxHashMap, FxHashSet};

/// Where the names of all directives (and the directives without names, which are about all rules) have effect. Each name
/// of each directive is a span; those of one directive stand side by side.
pub(super) struct Spans<'d> {
    /// The directive of each span.
    directive: Vec<usize>,
    used: Vec<bool>,
    /// The first span of each directive.
    first: Vec<usize>,
    by_name: FxHashMap<Option<&'d str>, Reaches>,
    /// What pairs of disable and enable are ended at which byte.
    ended: FxHashSet<(usize, Option<&'d str>)>,
    /// Where any such pair ends.
    ends: FxHashSet<usize>,
}

/// The spans of one name.
#[derive(Default)]
struct Reaches {
    /// By zero-based lines: directives about one line (or those of a long comment).
    lines: Reach,
    /// By bytes: pairs of disable and enable.
    bytes: Reach,
}

impl<'d> Spans<'d> {
    pub(super) fn of(directives: &'d [Directive], comments: &[Comment], rope: &Rope) -> Self {
        let mut below = Below::new(comments, rope);
        let ends = ends(directives, rope.len_bytes());
        let mut spans = Self {
            directive: Vec::new(),
            used: Vec::new(),
            first: Vec::with_capacity(directives.len()),
            by_name: FxHashMap::default(),
            ended: FxHashSet::default(),
            ends: FxHashSet::default(),
        };
        for (at, directive) in directives.iter().enumerate() {
            spans.first.push(spans.directive.len());
            let comment = &comments[directive.comment];
            for (nth, name) in names(directive).enumerate() {
                let span = spans.directive.len();
                let reaches = spans.by_name.entry(name).or_default();
                match directive.kind {
                    Kind::Line => reaches.lines.add(comment.line as usize..comment.end_line as usize + 1, span),
                    Kind::NextLine => {
                        let line = below.line_below(comment);
                        reaches.lines.add(line..line + 1, span);
                    }
                    Kind::Disable => {
                        let end = ends[at][nth];
                        reaches.bytes.add(comment.range.end().min(end)..end, span);
                        spans.ended.insert((end, name));
                        spans.ends.insert(end);
                    }
                    Kind::Enable => continue,
                }
                spans.directive.push(at);
                spans.used.push(false);
            }
        }
        for reaches in spans.by_name.values_mut() {
            reaches.lines.settle();
            reaches.bytes.settle();
        }
        spans
    }

    /// The directive that suppresses a finding of `rule` at this line and byte. Its name has its use from now on.
    pub(super) fn use_best(&mut self, rule: &str, line: usize, byte: usize) -> Option<usize> {
        let named = self.by_name.get(&Some(rule));
        // A directive without a name is not about the rule that judges directives.
        let nameless = self.by_name.get(&None).filter(|_| rule != UNUSED);
        let best = |find: &dyn Fn(&Reaches) -> Option<usize>| named.and_then(find).max(nameless.and_then(find));
        // The nearest one gets the merit: a comment about this very line before one about a stretch of the file.
        let span =
            best(&|reaches| reaches.lines.last_at(line)).or_else(|| best(&|reaches| reaches.bytes.last_at(byte)))?;
        self.used[span] = true;
        Some(self.directive[span])
    }

    /// Whether a name of a directive (or all of one without names) suppressed something.
    pub(super) fn is_used(&self, directive: usize, name: Option<usize>) -> bool {
        self.used.get(self.first[directive] + name.unwrap_or_default()).is_some_and(|used| *used)
    }

    /// Whether an enable at a byte ends a disable: one of this name, any one without a name.
    pub(super) fn is_ended_at(&self, byte: usize, name: Option<&str>) -> bool {
        match name {
            Some(_) => self.ended.contains(&(byte, name)),
            None => self.ends.contains(&byte),
        }
    }
}

/// The names of a directive; one that is none for a directive about all rules.
fn names(directive: &Directive) -> impl DoubleEndedIterator<Item = Option<&str>> {
    let all = directive.names.is_empty().then_some(None);
    all.into_iter().chain(directive.names.iter().map(|name| Some(name.text.as_str())))
}

/// Where each name of each directive would end if it was to go on to the next enable: one of its name, or one without.
fn ends(directives: &[Directive], end_of_file: usize) -> Vec<Vec<usize>> {
    let mut ends = vec![Vec::new(); directives.len()];
    let mut next: FxHashMap<Option<&str>, usize> = FxHashMap::default();
    for (directive, ends) in directives.iter().zip(&mut ends).rev() {
        match directive.kind {
            Kind::Enable => {
                next.extend(names(directive).map(|name| (name, directive.range.start())));
            }
            Kind::Disable => {
                let end_of = |name| next.get(&name).copied().unwrap_or(end_of_file);
                ends.extend(names(directive).map(|name| end_of(name).min(end_of(None))));
            }
            Kind::Line | Kind::NextLine => {}
        }
    }
    ends
}
