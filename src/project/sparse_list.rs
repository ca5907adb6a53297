//! A list that is cheap to copy: a copy shares all that it does not change.

use rpds::RedBlackTreeMapSync;
use std::sync::Arc;

/// A list of values, most of which are there. Cloning copies two pointers; a change copies what leads to its place.
#[derive(Clone, Debug)]
pub struct SparseList<T> {
    /// The values that the list began with. A walk finds them all at once, and most of them never change.
    first: Arc<[Option<T>]>,
    /// The values, or their absence, at the places that were changed since.
    changed: RedBlackTreeMapSync<usize, Option<T>>,
}

impl<T> Default for SparseList<T> {
    fn default() -> Self {
        Self { first: Arc::default(), changed: RedBlackTreeMapSync::new_sync() }
    }
}

impl<T> FromIterator<(usize, T)> for SparseList<T> {
    /// The list of these values at their places.
    fn from_iter<I: IntoIterator<Item = (usize, T)>>(values: I) -> Self {
        let values = values.into_iter();
        let mut first: Vec<Option<T>> = Vec::with_capacity(values.size_hint().0);
        for (at, value) in values {
            if first.len() <= at {
                first.resize_with(at + 1, || None);
            }
            first[at] = Some(value);
        }
        Self { first: first.into(), ..Self::default() }
    }
}

impl<T: Clone> SparseList<T> {
    /// The value at a place.
    pub fn get(&self, at: usize) -> Option<&T> {
        self.changed.get(&at).or_else(|| self.first.get(at))?.as_ref()
    }

    /// Puts a value (or none) at a place; the list grows as far as it has to. Returns the old value.
    pub fn set(&mut self, at: usize, value: Option<T>) -> Option<T> {
        let old = self.get(at).cloned();
        self.changed.insert_mut(at, value);
        old
    }

    /// All values that are there, with their places, in the order of these.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &T)> {
        let first = self.first.iter().enumerate();
        let first = first.map(|(at, value)| (at, self.changed.get(&at).unwrap_or(value)));
        let further = self.changed.range(self.first.len()..).map(|(at, value)| (*at, value));
        first.chain(further).filter_map(|(at, value)| Some((at, value.as_ref()?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_not_changed() {
        let mut list = SparseList::default();
        assert_eq!(list.set(600, Some("a")), None);
        let before = list.clone();
        assert_eq!(list.set(600, Some("b")), Some("a"));
        list.set(3, Some("c"));
        assert_eq!(before.get(600), Some(&"a"));
        assert_eq!(before.get(3), None);
        assert_eq!(list.get(5000), None);
        assert_eq!(list.iter().collect::<Vec<_>>(), [(3, &"c"), (600, &"b")]);
        list.set(3, None);
        assert_eq!(list.iter().count(), 1);
    }

    #[test]
    fn a_list_that_is_there_from_the_beginning() {
        let mut list: SparseList<_> = [(2, "c"), (0, "a"), (2, "d")].into_iter().collect();
        assert_eq!(list.iter().collect::<Vec<_>>(), [(0, &"a"), (2, &"d")]);
        let before = list.clone();
        assert_eq!(list.set(0, None), Some("a"));
        assert_eq!(list.set(7, Some("e")), None);
        assert_eq!(list.set(5, Some("f")), None);
        assert_eq!(list.iter().collect::<Vec<_>>(), [(2, &"d"), (5, &"f"), (7, &"e")]);
        assert_eq!((list.get(0), list.get(1), before.get(0), before.get(7)), (None, None, Some(&"a"), None));
    }
}
