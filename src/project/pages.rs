//! A list that is cheap to copy: in pages, of which a copy shares all that it does not change.

use std::sync::Arc;

const PAGE: usize = 256;

/// A list of values, most of which are there. Cloning copies one pointer for every 256 places; a change copies one
/// page.
#[derive(Clone, Debug)]
pub struct Pages<T> {
    pages: Vec<Arc<[Option<T>; PAGE]>>,
}

impl<T> Default for Pages<T> {
    fn default() -> Self {
        Self { pages: Vec::new() }
    }
}

impl<T: Clone> Pages<T> {
    /// The value at a place.
    pub fn get(&self, at: usize) -> Option<&T> {
        self.pages.get(at / PAGE)?[at % PAGE].as_ref()
    }

    /// Puts a value (or none) at a place; the list grows as far as it has to. Returns the old value.
    pub fn set(&mut self, at: usize, value: Option<T>) -> Option<T> {
        while self.pages.len() <= at / PAGE {
            self.pages.push(Arc::new([const { None }; PAGE]));
        }
        std::mem::replace(&mut Arc::make_mut(&mut self.pages[at / PAGE])[at % PAGE], value)
    }

    /// All values that are there, with their places.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &T)> {
        let values = self.pages.iter().flat_map(|page| page.iter());
        values.enumerate().filter_map(|(at, value)| Some((at, value.as_ref()?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_not_changed() {
        let mut list = Pages::default();
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
        assert!(Arc::ptr_eq(&before.pages[1], &list.pages[1]), "pages without a change are shared");
    }
}
