//! Comments that state the type of something, as in JavaScript: `/** @param {TrackClient} client */`. They are found by
//! their text, and apply to the code right after them.

use ropey::Rope;
use rustc_hash::FxHasher;
use std::hash::Hasher;
use tree_sitter::Tree;

/// The opening of every JSDoc comment.
const OPENING: &str = "/**";
/// Tags that say something of types.
const TAGS: &[&str] = &[
    "@arg",
    "@argument",
    "@callback",
    "@import",
    "@param",
    "@prop",
    "@property",
    "@return",
    "@returns",
    "@satisfies",
    "@template",
    "@this",
    "@type",
    "@typedef",
];
/// The number of bytes searched for the end of a comment before the tree is asked where that is.
const MAX_LENGTH: usize = 16 * 1024;

/// The comments of a file about types, by the beginning of the code after them.
#[derive(Debug, Default)]
pub struct Docs(Vec<Doc>);

/// One comment.
#[derive(Debug)]
pub struct Doc {
    /// The beginning.
    pub start: usize,
    /// The byte at which the code after it begins.
    pub before: usize,
    /// Its tags, in the order of the text.
    pub tags: Vec<Tag>,
    /// Its text in short.
    pub hash: u64,
}

/// A tag and the text after it.
#[derive(Debug, PartialEq, Eq)]
pub struct Tag {
    /// Its name, without the `@`.
    pub name: String,
    /// The type in the braces after it.
    pub ty: Option<String>,
    /// The rest, up to the next tag.
    pub rest: String,
}

impl Docs {
    /// Those of a file.
    pub fn of(tree: &Tree, rope: &Rope) -> Self {
        let mut docs: Vec<Doc> = Vec::new();
        for start in super::comments::occurrences(rope, OPENING) {
            if docs.last().is_some_and(|doc| start < doc.before) {
                continue;
            }
            let until = rope.byte_len_from(start);
            let mut text = rope.byte_slice(start..until).to_string();
            if !text.contains("*/") && until < rope.len_bytes() {
                let long = tree.root_node().descendant_for_byte_range(start, start + OPENING.len());
                let Some(long) = long.filter(|node| node.kind() == "comment" && node.start_byte() == start) else {
                    continue;
                };
                text = rope.byte_slice(long.byte_range()).to_string();
            }
            let Some(end) = text.find("*/") else { continue };
            let (text, after) = (&text[..end], start + end + 2);
            if !TAGS.iter().any(|tag| text.contains(tag)) {
                continue;
            }
            // The same letters may stand in a string, or in a regular expression.
            let found = tree.root_node().descendant_for_byte_range(start, start + OPENING.len());
            if found.is_none_or(|node| node.kind() != "comment" || node.start_byte() != start) {
                continue;
            }
            let blank = rope.byte_slice(after..).chars().take_while(|c| c.is_whitespace());
            let before = after + blank.map(char::len_utf8).sum::<usize>();
            let mut hasher = FxHasher::default();
            hasher.write(text.as_bytes());
            docs.push(Doc { start, before, tags: tags(text), hash: hasher.finish() });
        }
        Self(docs)
    }

    /// The comment before the code that begins at `at`.
    pub fn before(&self, at: usize) -> Option<&Doc> {
        let found = self.0.partition_point(|doc| doc.before < at);
        self.0.get(found).filter(|doc| doc.before == at)
    }

    /// The comment that begins at `at`.
    pub fn starting(&self, at: usize) -> Option<&Doc> {
        let found = self.0.partition_point(|doc| doc.start < at);
        self.0.get(found).filter(|doc| doc.start == at)
    }
}

/// The extent to which a comment is looked at.
trait Reach {
    fn byte_len_from(&self, start: usize) -> usize;
}

impl Reach for Rope {
    fn byte_len_from(&self, start: usize) -> usize {
        let end = (start + MAX_LENGTH).min(self.len_bytes());
        // Not in the middle of a character.
        self.char_to_byte(self.byte_to_char(end))
    }
}

/// The tags of a comment's text.
fn tags(text: &str) -> Vec<Tag> {
    let lines = text.trim_start_matches(OPENING).lines().map(|line| line.trim_start().trim_start_matches('*'));
    let text: String = lines.collect::<Vec<_>>().join("\n");
    let mut all = Vec::new();
    let mut rest = text.as_str();
    while let Some(at) = next_tag(rest) {
        rest = &rest[at + 1..];
        let name_end = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        let name = rest[..name_end].to_owned();
        rest = rest[name_end..].trim_start();
        // The braces of an `@import` hold names.
        let ty = if name == "import" { None } else { braced(rest) };
        if let Some(ty) = ty {
            rest = &rest[ty.len() + 2..];
        }
        let end = next_tag(rest).unwrap_or(rest.len());
        all.push(Tag { name, ty: ty.map(|ty| ty.trim().to_owned()), rest: rest[..end].trim().to_owned() });
        rest = &rest[end..];
    }
    all
}

/// The beginning of the next tag: an `@` at the start of a word, and not `{@link …}`.
fn next_tag(text: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        at += text[at..].find('@')?;
        let before = text[..at].chars().next_back();
        if before.is_none_or(char::is_whitespace) && text[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            return Some(at);
        }
        at += 1;
    }
}

/// Returns the text between its opening brace and the one that closes it.
fn braced(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('{')?;
    let mut depth = 0;
    for (at, c) in inner.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => return Some(&inner[..at]),
            '}' => depth -= 1,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Tag, tags};

    fn tag(name: &str, ty: Option<&str>, rest: &str) -> Tag {
        Tag { name: name.into(), ty: ty.map(Into::into), rest: rest.into() }
    }

    #[test]
    fn of_one_line_and_of_several() {
        assert_eq!(tags("/** @type {TrackClient} "), [tag("type", Some("TrackClient"), "")]);
        let text = "/**\n * Sends {@link x}.\n * @param {{ a: B }} deps - the a@b.c ones\n * @returns {Promise<X>} \n ";
        let expected =
            [tag("param", Some("{ a: B }"), "deps - the a@b.c ones"), tag("returns", Some("Promise<X>"), "")];
        assert_eq!(tags(text), expected);
        let two = [tag("param", Some("A"), "a"), tag("param", Some("B"), "b")];
        assert_eq!(tags("/** @param {A} a @param {B} b "), two);
        assert_eq!(tags("/** @import { A } from \"x\" "), [tag("import", None, "{ A } from \"x\"")]);
    }

    #[test]
    fn what_is_broken_has_no_type() {
        assert_eq!(tags("/** @type {TrackClient"), [tag("type", None, "{TrackClient")]);
        assert_eq!(tags("/** @"), []);
        assert_eq!(tags("/** @é"), []);
    }
}
