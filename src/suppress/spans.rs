//! The ranges in which directives have effect.

use super::next_line::Below;
use super::overlaps::Reach;
use super::{Directive, DirectiveKind, is_about_comments};
use crate::facts::Comment;
use crate::rules::{RULES, RuleMeta, Selector, find};
use ropey::Rope;
use rustc_hash::FxHashMap;

/// The ranges in which the names of all directives (and the directives without names, which are about all rules) have
/// effect. Each name of each directive is a span; those of one directive are side by side.
pub(super) struct Spans<'d> {
    /// The directive of each span.
    directive: Vec<usize>,
    used: Vec<bool>,
    /// The first span of each directive.
    first: Vec<usize>,
    by_name: FxHashMap<Option<&'d str>, Reaches>,
}

/// The spans of one name.
#[derive(Default)]
struct Reaches {
    /// By zero-based lines: directives about one line (or those of a long comment).
    lines: Reach,
    /// The places from which on disables have effect, each with its span, in order.
    disables: Vec<(usize, usize)>,
    /// The places at which enables end them, each with its directive, in order.
    enables: Vec<(usize, usize)>,
}

impl Reaches {
    /// The last one of a list at or before a place.
    fn last(list: &[(usize, usize)], place: usize) -> Option<usize> {
        list[..list.partition_point(|(at, _)| *at <= place)].last().map(|(_, what)| *what)
    }
}

impl<'d> Spans<'d> {
    pub(super) fn of(directives: &'d [Directive], comments: &[Comment], rope: &Rope) -> Self {
        let mut below = Below::new(comments, rope);
        let mut spans = Self {
            directive: Vec::new(),
            used: Vec::new(),
            first: Vec::with_capacity(directives.len()),
            by_name: FxHashMap::default(),
        };
        for (at, directive) in directives.iter().enumerate() {
            spans.first.push(spans.directive.len());
            let comment = &comments[directive.comment];
            for name in names(directive) {
                let span = spans.directive.len();
                let reaches = spans.by_name.entry(name).or_default();
                match directive.kind {
                    DirectiveKind::Line => {
                        reaches.lines.add(comment.line as usize..comment.end_line as usize + 1, span)
                    }
                    DirectiveKind::NextLine => {
                        let lines = match &comment.below {
                            Some(lines) => lines.start as usize..lines.end as usize,
                            None => {
                                let line = below.line_below(comment);
                                line..line + 1
                            }
                        };
                        reaches.lines.add(lines, span);
                    }
                    DirectiveKind::Disable => reaches.disables.push((comment.range.end(), span)),
                    DirectiveKind::Enable => reaches.enables.push((directive.range.start(), at)),
                }
                spans.directive.push(at);
                spans.used.push(false);
            }
        }
        for reaches in spans.by_name.values_mut() {
            reaches.lines.settle();
        }
        spans.mark_enables(directives);
        spans
    }

    /// Marks the names of enables that end something as used.
    fn mark_enables(&mut self, directives: &[Directive]) {
        let mut known: FxHashMap<Option<&str>, Vec<usize>> = FxHashMap::default();
        let mut disabled = vec![false; RULES.len()];
        for (at, directive) in directives.iter().enumerate() {
            let is_disable = match directive.kind {
                DirectiveKind::Disable => true,
                DirectiveKind::Enable => false,
                DirectiveKind::Line | DirectiveKind::NextLine => continue,
            };
            for (nth, name) in names(directive).enumerate() {
                let rules = known.entry(name).or_insert_with(|| {
                    let is_meant = |rule: &&crate::rules::Rule| is_meant(name, rule.meta);
                    (0..RULES.len()).filter(|at| is_meant(&&RULES[*at])).collect()
                });
                for rule in rules {
                    let before = std::mem::replace(&mut disabled[*rule], is_disable);
                    if before && !is_disable {
                        self.used[self.first[at] + nth] = true;
                    }
                }
            }
        }
    }

    /// The directive that suppresses a finding of `rule` at this line and byte. Its name has its use from now on.
    pub(super) fn use_best(&mut self, rule: &str, line: usize, byte: usize) -> Option<usize> {
        let meta = find(rule).map(|rule| rule.meta);
        let words = meta.into_iter().flat_map(Selector::words_for).map(Some);
        // Of the names in one comment the narrowest gets the merit.
        let reaches: Vec<(usize, &Reaches)> = words
            .chain([None])
            .filter(|name| meta.is_none_or(|meta| is_meant(*name, meta)))
            .enumerate()
            .filter_map(|(width, name)| Some((width, self.by_name.get(&name)?)))
            .collect();
        let best = |find: &dyn Fn(&Reaches) -> Option<usize>| {
            let spans = reaches.iter().filter_map(|(width, reaches)| Some((find(reaches)?, std::cmp::Reverse(*width))));
            spans.max_by_key(|(span, narrow)| (self.directive[*span], *narrow)).map(|(span, _)| span)
        };
        // The nearest one gets the merit: a comment about this very line before one about a stretch of the file.
        let span = best(&|reaches| reaches.lines.last_at(line)).or_else(|| {
            let enabled = reaches.iter().filter_map(|(_, reaches)| Reaches::last(&reaches.enables, byte)).max();
            let disabled = best(&|reaches| Reaches::last(&reaches.disables, byte))?;
            enabled.is_none_or(|enabled| enabled < self.directive[disabled]).then_some(disabled)
        })?;
        self.used[span] = true;
        Some(self.directive[span])
    }

    /// Returns whether a name of a directive (or all of one without names) suppressed something, or ended a
    /// suppression.
    pub(super) fn is_used(&self, directive: usize, name: Option<usize>) -> bool {
        self.used.get(self.first[directive] + name.unwrap_or_default()).is_some_and(|used| *used)
    }
}

/// Returns whether a name (or a directive without one) means a rule. The rule that checks comments is meant by its own
/// name, or by its category, only.
fn is_meant(name: Option<&str>, rule: &RuleMeta) -> bool {
    match name {
        Some(name) => {
            Selector::find(name).is_some_and(|it| it.holds(rule))
                && (is_about_comments(name) || rule.id != super::UNUSED)
        }
        None => rule.id != super::UNUSED,
    }
}

/// The names of a directive; an unnamed one for a directive about all rules.
fn names(directive: &Directive) -> impl DoubleEndedIterator<Item = Option<&str>> {
    let all = directive.names.is_empty().then_some(None);
    all.into_iter().chain(directive.names.iter().map(|name| Some(name.text.as_str())))
}
