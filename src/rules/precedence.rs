//! Precedence between rules: where two of them report the same code, the one that says more stands. Each rule names in
//! its metadata the rules that it gives way to.

use super::{RULES, find};
use crate::finding::Finding;
use crate::text::TextRange;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// The rules that others give way to.
static FIRST: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| RULES.iter().flat_map(|rule| rule.meta.yields_to).copied().collect());

/// The places of a file where a rule has reported something that others give way to.
#[derive(Debug, Default)]
pub struct Precedence(FxHashMap<&'static str, Places>);

/// Ranges in order, each with the furthest end of those up to it.
#[derive(Debug, Default)]
struct Places(Vec<(TextRange, u32)>);

impl Precedence {
    /// The precedence among all findings of a file, of every rule, before suppressions.
    pub fn of(findings: &[Finding]) -> Self {
        let mut places: FxHashMap<&'static str, Places> = FxHashMap::default();
        for finding in findings.iter().filter(|finding| FIRST.contains(finding.rule)) {
            places.entry(finding.rule).or_default().0.push((finding.range, 0));
        }
        for Places(ranges) in places.values_mut() {
            ranges.sort_by_key(|(range, _)| *range);
            let mut furthest = 0;
            for (range, end) in ranges {
                furthest = furthest.max(range.end);
                *end = furthest;
            }
        }
        Self(places)
    }

    /// Returns whether a finding gives way to one of another rule.
    pub fn drops(&self, finding: &Finding) -> bool {
        let Some(rule) = find(finding.rule) else { return false };
        if self.0.is_empty() {
            return false;
        }
        let places = rule.meta.yields_to.iter().filter_map(|first| self.0.get(first));
        places.into_iter().any(|places| places.overlap(finding.range))
    }
}

impl Places {
    fn overlap(&self, range: TextRange) -> bool {
        let before = self.0.partition_point(|(place, _)| place.start < range.end);
        before.checked_sub(1).is_some_and(|last| self.0[last].1 > range.start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_overlap_when_they_share_a_byte() {
        let range = TextRange::new;
        let ranges = [(range(0, 30), 30), (range(2, 4), 30), (range(40, 41), 41)];
        let places = Places(ranges.to_vec());
        let overlapping = [range(29, 31), range(3, 3), range(40, 41), range(0, 99)];
        assert!(overlapping.into_iter().all(|range| places.overlap(range)));
        assert!([range(30, 40), range(41, 50)].into_iter().all(|range| !places.overlap(range)));
    }

    #[test]
    fn rules_give_way_to_rules_and_never_in_a_circle() {
        fn path(from: &'static str, to: &str) -> bool {
            let next = find(from).map_or(&[][..], |rule| rule.meta.yields_to);
            next.iter().any(|first| *first == to || path(first, to))
        }
        for rule in RULES {
            assert!(rule.meta.yields_to.iter().all(|first| find(first).is_some()), "{}", rule.meta.id);
            assert!(!path(rule.meta.id, rule.meta.id), "{}", rule.meta.id);
            assert!(rule.meta.yields_to.is_sorted(), "{}", rule.meta.id);
        }
    }
}
