//! Stretches that lie over each other, and which of them is the last one at a place.

use std::collections::BinaryHeap;
use std::ops::Range;

/// Numbered stretches. They are added first, then settled, then asked for.
#[derive(Default)]
pub(super) struct Reach {
    added: Vec<(Range<usize>, usize)>,
    /// The places where the answer changes, in order, each with the answer from there on.
    steps: Vec<(usize, Option<usize>)>,
}

impl Reach {
    /// Adds a stretch.
    pub(super) fn add(&mut self, stretch: Range<usize>, number: usize) {
        if !stretch.is_empty() {
            self.added.push((stretch, number));
        }
    }

    /// Sorts the added steps.
    pub(super) fn settle(&mut self) {
        let mut added = std::mem::take(&mut self.added);
        added.sort_unstable_by_key(|(stretch, _)| stretch.start);
        let mut borders: Vec<usize> = added.iter().flat_map(|(stretch, _)| [stretch.start, stretch.end]).collect();
        borders.sort_unstable();
        borders.dedup();
        let mut begun = added.into_iter().peekable();
        // What lies over the place that is looked at, the highest number on top; what ended goes when it comes to the top.
        let mut over: BinaryHeap<(usize, usize)> = BinaryHeap::new();
        for at in borders {
            while let Some((stretch, number)) = begun.next_if(|(stretch, _)| stretch.start <= at) {
                over.push((number, stretch.end));
            }
            while over.peek().is_some_and(|(_, end)| *end <= at) {
                over.pop();
            }
            self.steps.push((at, over.peek().map(|(number, _)| *number)));
        }
    }

    /// The highest number of a stretch over a place.
    pub(super) fn last_at(&self, place: usize) -> Option<usize> {
        let after = self.steps.partition_point(|(from, _)| *from <= place);
        self.steps[..after].last()?.1
    }
}

#[cfg(test)]
mod tests {
    use super::Reach;

    #[test]
    fn the_last_of_those_that_lie_over_a_place() {
        let stretches = [3..9, 0..4, 5..5, 4..6, 2..20, 8..12];
        let mut reach = Reach::default();
        for (number, stretch) in stretches.iter().enumerate() {
            reach.add(stretch.clone(), number);
        }
        reach.settle();
        for place in 0..25 {
            let last = (0..stretches.len()).rev().find(|&number| stretches[number].contains(&place));
            assert_eq!(reach.last_at(place), last, "{place}");
        }
    }
}
