//! Patterns with one `*`, as the `paths` of `tsconfig.json` and the `imports` and `exports` of `package.json` have
//! them.

use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// A pattern: a text, or two texts with anything between.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Pattern {
    prefix: String,
    /// `None` for a pattern without `*`.
    suffix: Option<String>,
}

impl Pattern {
    /// From how it is written.
    pub fn new(text: &str) -> Self {
        match text.split_once('*') {
            Some((prefix, suffix)) => Self { prefix: prefix.to_owned(), suffix: Some(suffix.to_owned()) },
            None => Self { prefix: text.to_owned(), suffix: None },
        }
    }

    /// Returns the part of `text` that the `*` matches; empty for a pattern without one. `None` when it does not match.
    pub fn matches<'t>(&self, text: &'t str) -> Option<&'t str> {
        match &self.suffix {
            None => (text == self.prefix).then_some(""),
            Some(suffix) => text.strip_prefix(self.prefix.as_str())?.strip_suffix(suffix.as_str()),
        }
    }

    /// The text of a pattern without `*`.
    pub fn exact(&self) -> Option<&str> {
        self.is_exact().then_some(&self.prefix)
    }

    /// Returns whether there is no `*` in it.
    pub fn is_exact(&self) -> bool {
        self.suffix.is_none()
    }

    /// Returns whether whatever matches ends like the file that `target` makes of it: the last segment of a specifier
    /// is then the name of the file (or of the folder with the index) that it means.
    pub fn keeps_tail(&self, matched: &str, target: &str) -> bool {
        let (Some(suffix), Some((before, after))) = (&self.suffix, target.split_once('*')) else { return false };
        let begins_a_segment = |text: &str| text.is_empty() || text.ends_with('/');
        let extension = |text: &str| text.is_empty() || text.starts_with('.') && !text.contains('/');
        let index = after.strip_prefix("/index").is_some_and(extension);
        (matched.contains('/') || begins_a_segment(&self.prefix) && begins_a_segment(before))
            && extension(suffix)
            && (extension(after) || index)
    }
}

/// Patterns and their values. However many there are, a text is looked up by its beginnings.
#[derive(Clone, Debug)]
pub struct Patterns<T> {
    all: Vec<(Pattern, T)>,
    exact: FxHashMap<String, Vec<usize>>,
    prefixed: FxHashMap<String, Vec<usize>>,
    /// The lengths of the prefixes.
    lengths: BTreeSet<usize>,
}

impl<T> Default for Patterns<T> {
    fn default() -> Self {
        Self { all: Vec::new(), exact: FxHashMap::default(), prefixed: FxHashMap::default(), lengths: BTreeSet::new() }
    }
}

impl<T> Patterns<T> {
    /// Adds a pattern.
    pub fn add(&mut self, pattern: Pattern, value: T) {
        let by_prefix = if pattern.is_exact() { &mut self.exact } else { &mut self.prefixed };
        by_prefix.entry(pattern.prefix.clone()).or_default().push(self.all.len());
        if !pattern.is_exact() {
            self.lengths.insert(pattern.prefix.len());
        }
        self.all.push((pattern, value));
    }

    /// Every pattern, in the order in which they were added.
    pub fn all(&self) -> &[(Pattern, T)] {
        &self.all
    }

    /// Every pattern that matches, with the part that its `*` matches: an exact one first, then those with longer
    /// prefixes; of equal ones those that were added last.
    pub fn matching<'p, 't>(&'p self, text: &'t str) -> impl Iterator<Item = (&'p Pattern, &'p T, &'t str)> {
        let lengths = self.lengths.range(..=text.len()).rev().copied();
        let prefixed = lengths.filter_map(move |length| self.prefixed.get(text.get(..length)?));
        let found = self.exact.get(text).into_iter().chain(prefixed).flat_map(|found| found.iter().rev());
        found.filter_map(move |at| {
            let (pattern, value) = &self.all[*at];
            Some((pattern, value, pattern.matches(text)?))
        })
    }

    /// The best match for `text`, with the part that its `*` matches.
    pub fn best<'p, 't>(&'p self, text: &'t str) -> Option<(&'p T, &'t str)> {
        self.matching(text).next().map(|(_, value, matched)| (value, matched))
    }
}

impl<T> FromIterator<(Pattern, T)> for Patterns<T> {
    fn from_iter<I: IntoIterator<Item = (Pattern, T)>>(patterns: I) -> Self {
        let mut all = Self::default();
        patterns.into_iter().for_each(|(pattern, value)| all.add(pattern, value));
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_prefix_wins() {
        let patterns = |all: &[&str]| -> Patterns<usize> {
            all.iter().enumerate().map(|(at, pattern)| (Pattern::new(pattern), at)).collect()
        };
        let three = patterns(&["*", "@/*", "@/lib"]);
        assert_eq!(three.best("@/lib"), Some((&2, "")));
        assert_eq!(three.best("@/lib/a"), Some((&1, "lib/a")));
        assert_eq!(three.best("react"), Some((&0, "react")));
        assert_eq!(patterns(&["@/*", "@/lib"]).best("react"), None);
        // Of the same prefix the one whose suffix fits, of the same pattern the last.
        let suffixes = patterns(&["@/*.css", "@/*", "@/*.js", "@/é*", "@/*.css"]);
        assert_eq!(suffixes.best("@/a.css"), Some((&4, "a")));
        assert_eq!(suffixes.best("@/a.js"), Some((&2, "a")));
        assert_eq!(suffixes.best("@/a"), Some((&1, "a")));
        assert_eq!(suffixes.best("@/éa"), Some((&3, "a")));
        assert_eq!(suffixes.best("@/è"), Some((&1, "è")));
        assert_eq!(suffixes.matching("@/a.css").count(), 3);
        // Prefix and suffix do not overlap.
        assert_eq!(Pattern::new("ab*ba").matches("aba"), None);
    }

    #[test]
    fn whether_the_tail_is_kept() {
        let keeps = |pattern: &str, target: &str, text: &str| {
            let pattern = Pattern::new(pattern);
            pattern.keeps_tail(pattern.matches(text).unwrap(), target)
        };
        assert!(keeps("@/*", "./src/*", "@/a/b"));
        assert!(keeps("*", "lib/*", "a"));
        assert!(keeps("@/*", "./src/*.ts", "@/a"));
        assert!(keeps("@x/*", "packages/*/index.ts", "@x/a"));
        assert!(keeps("@*", "src/*", "@a/b"));
        assert!(!keeps("@*", "src/*", "@a"));
        assert!(!keeps("@x/*", "packages/*/src", "@x/a"));
        assert!(!keeps("@x/*", "packages/*/src/index.ts", "@x/a"));
        assert!(!keeps("@x/*", "src/x-*", "@x/a"));
        assert!(!keeps("@x/*", "src/main.ts", "@x/a"));
        assert!(!keeps("@x", "src/x", "@x"));
    }
}
