//! Patterns with one `*`, as the `paths` of `tsconfig.json` and the `imports` and `exports` of `package.json` have them.

/// A pattern: a text, or two texts with anything between.
#[derive(Clone, Debug, PartialEq, Eq)]
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

    /// What stands for the `*` in `text`; empty for a pattern without one. `None` when it does not match.
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

    /// Whether there is no `*` in it.
    pub fn is_exact(&self) -> bool {
        self.suffix.is_none()
    }

    /// Of two patterns that match, the one with the greater rank is meant: an exact one, or the longer prefix.
    pub fn rank(&self) -> (bool, usize) {
        (self.is_exact(), self.prefix.len())
    }

    /// Whether whatever matches ends like the file that `target` makes of it: the last segment of a specifier is then
    /// the name of the file (or of the folder with the index) that it means.
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

/// The member of a list that is meant by `text`, with what stands for its `*`.
pub fn best<'p, 't, T>(patterns: &'p [(Pattern, T)], text: &'t str) -> Option<(&'p T, &'t str)> {
    let matching = patterns.iter().filter_map(|(pattern, value)| Some((pattern.rank(), value, pattern.matches(text)?)));
    matching.max_by_key(|(rank, ..)| *rank).map(|(_, value, matched)| (value, matched))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_prefix_wins() {
        let patterns = [(Pattern::new("*"), 0), (Pattern::new("@/*"), 1), (Pattern::new("@/lib"), 2)];
        assert_eq!(best(&patterns, "@/lib"), Some((&2, "")));
        assert_eq!(best(&patterns, "@/lib/a"), Some((&1, "lib/a")));
        assert_eq!(best(&patterns, "react"), Some((&0, "react")));
        assert_eq!(best(&patterns[1..], "react"), None);
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
