//! Ranges of a text of which any two lie apart or inside one another, as those of syntax do.

use super::TextRange;

/// Such ranges, each with something that belongs to it, to be asked for by place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Nest<T> {
    /// By their first bytes, outer ones first.
    list: Vec<Nested<T>>,
}

#[derive(Clone, Debug, PartialEq)]
struct Nested<T> {
    range: TextRange,
    what: T,
    /// The one right around it.
    outer: Option<usize>,
}

impl<T> Nest<T> {
    /// Sorts ranges.
    pub fn of(ranges: impl IntoIterator<Item = (TextRange, T)>) -> Self {
        let nested = |(range, what)| Nested { range, what, outer: None };
        let mut list: Vec<Nested<T>> = ranges.into_iter().map(nested).collect();
        list.sort_by_key(|it| (it.range.start, std::cmp::Reverse(it.range.end)));
        let mut open: Vec<usize> = Vec::new();
        for at in 0..list.len() {
            let range = list[at].range;
            while open.last().is_some_and(|outer| !list[*outer].range.contains(range)) {
                open.pop();
            }
            list[at].outer = open.last().copied();
            open.push(at);
        }
        Self { list }
    }

    /// Returns the ranges around a range, the innermost first.
    pub fn around(&self, range: TextRange) -> impl Iterator<Item = (TextRange, &T)> {
        let before = self.list.partition_point(|it| it.range.start <= range.start);
        let mut next = before.checked_sub(1);
        let outwards = std::iter::from_fn(move || {
            let it = &self.list[next?];
            next = it.outer;
            Some((it.range, &it.what))
        });
        outwards.filter(move |(outer, _)| outer.contains(range))
    }

    /// Returns the entries in a range, in the order of the text.
    pub fn inside(&self, range: TextRange) -> impl Iterator<Item = (TextRange, &T)> {
        let from = self.list.partition_point(|it| it.range.start < range.start);
        let begun = self.list[from..].iter().take_while(move |it| it.range.start <= range.end);
        begun.filter(move |it| range.contains(it.range)).map(|it| (it.range, &it.what))
    }

    /// Returns whether anything is in a range.
    pub fn has_inside(&self, range: TextRange) -> bool {
        self.inside(range).next().is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn around_and_inside() {
        let ranges = [(0, 50), (2, 20), (3, 5), (6, 9), (6, 8), (30, 40), (60, 70)].map(|(s, e)| TextRange::new(s, e));
        let nest = Nest::of(ranges.iter().rev().map(|range| (*range, range.len())));
        for start in 0..75 {
            for end in start + 1..76 {
                let range = TextRange::new(start, end);
                let mut around: Vec<TextRange> = ranges.iter().copied().filter(|outer| outer.contains(range)).collect();
                around.sort_by_key(|outer| outer.len());
                assert_eq!(nest.around(range).map(|(outer, _)| outer).collect::<Vec<_>>(), around, "{range:?}");
                let inside: Vec<TextRange> = ranges.iter().copied().filter(|inner| range.contains(*inner)).collect();
                let mut found: Vec<TextRange> = nest.inside(range).map(|(inner, _)| inner).collect();
                found.sort_by_key(|inner| ranges.iter().position(|range| range == inner));
                assert_eq!(found, inside, "{range:?}");
            }
        }
    }
}
