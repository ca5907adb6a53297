//! A list that is cheap to copy: a copy shares all that it does not change.

use rpds::VectorSync;

/// A list of values, most of which are there. Cloning copies a pointer; a change copies what leads to its place.
#[derive(Clone, Debug)]
pub struct SparseList<T>(VectorSync<Option<T>>);

impl<T> Default for SparseList<T> {
    fn default() -> Self {
        Self(VectorSync::new_sync())
    }
}

impl<T: Clone> SparseList<T> {
    /// The value at a place.
    pub fn get(&self, at: usize) -> Option<&T> {
        self.0.get(at)?.as_ref()
    }

    /// Puts a value (or none) at a place; the list grows as far as it has to. Returns the old value.
    pub fn set(&mut self, at: usize, value: Option<T>) -> Option<T> {
        while self.0.len() <= at {
            self.0.push_back_mut(None);
        }
        std::mem::replace(self.0.get_mut(at)?, value)
    }

    /// All values that are there, with their places.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &T)> {
        self.0.iter().enumerate().filter_map(|(at, value)| Some((at, value.as_ref()?)))
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
}
