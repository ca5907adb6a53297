//! Finding the module specifiers of a file without parsing it: a search for the three words that imports have, and a
//! look at the text after each. Finds too many (in comments, in texts), never too few. The same search tells whether the
//! file may use the global `analytics`.

pub use crate::facts::makes_analytics;
use crate::facts::{TELLING, tells_of_analytics, unescape};
pub use crate::sdk::{is_mentioned, names_sdk};
use aho_corasick::packed::{Config, Searcher};
use memchr::memmem::Finder;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::sync::LazyLock;

/// The maximum length of a specifier: no system opens a longer path.
const MAX_SPECIFIER: usize = 4096;

/// The words before every specifier.
const WORDS: [&str; 3] = ["from", "import", "require"];
const FROM: usize = 0;
const REQUIRE: usize = 2;
/// All of them, and what tells of the global, in one pass, four times as fast as one after the other; `None` on processors
/// without the instructions.
static ALL_WORDS: LazyLock<Option<Searcher>> =
    LazyLock::new(|| Config::new().builder().extend(WORDS).extend(TELLING).build());
static EACH_WORD: LazyLock<[Finder<'static>; 3]> = LazyLock::new(|| WORDS.map(Finder::new));
static EACH_TELLING: LazyLock<[Finder<'static>; 3]> = LazyLock::new(|| TELLING.map(Finder::new));

/// Shows every module specifier of a text to `found`: of `import … from "…"`, `export … from "…"`, `import "…"`,
/// `import("…")`, `require("…")` and `import x = require("…")`. In no particular order; some may be none. Takes time in
/// proportion to the text, whatever it is. Returns whether it names the global `analytics`, or loads another vendor's code
/// for it.
pub fn specifiers(text: &[u8], mut found: impl FnMut(&str)) -> bool {
    let Some(words) = &*ALL_WORDS else { return one_after_the_other(text, &mut found) };
    let mut scanner = Scanner::new(text);
    let mut names_analytics = false;
    for it in words.find_iter(text) {
        match it.pattern().as_usize() {
            word if word < WORDS.len() => scanner.after(word, it.end(), &mut found),
            _ => names_analytics = names_analytics || tells_of_analytics(text, it.start()),
        }
    }
    names_analytics
}

fn one_after_the_other(text: &[u8], found: &mut dyn FnMut(&str)) -> bool {
    for (word, finder) in EACH_WORD.iter().enumerate() {
        let mut scanner = Scanner::new(text);
        for at in finder.find_iter(text) {
            scanner.after(word, at + WORDS[word].len(), found);
        }
    }
    EACH_TELLING.iter().any(|finder| finder.find_iter(text).any(|at| tells_of_analytics(text, at)))
}

/// Skips the trivia between tokens, from places that only go forward.
struct Scanner<'t> {
    text: &'t [u8],
    /// The first comment after the last word, and its end: in a comment that is full of beginnings of comments nothing
    /// is searched twice.
    block: (usize, usize),
    line: (usize, usize),
    /// Ends of comments, each with the end of all trivia from there on: a comment may have words in it, and what stands
    /// behind it is walked once for all of them.
    behind: FxHashMap<usize, usize>,
}

impl<'t> Scanner<'t> {
    fn new(text: &'t [u8]) -> Self {
        Self { text, block: (0, 0), line: (0, 0), behind: FxHashMap::default() }
    }

    /// Looks for a specifier after a word that ends at `at`.
    fn after(&mut self, word: usize, at: usize, found: &mut dyn FnMut(&str)) {
        let text = self.text;
        let mut at = self.skip_trivia(at);
        if word == REQUIRE {
            if text[at..].starts_with(b"?.") {
                at = self.skip_trivia(at + 2);
            }
            if text.get(at) == Some(&b'<') {
                // Type arguments: `require<typeof import("…")>("…")`. What they hold is found by its own word, and the
                // argument stands after them.
                at = self.skip_trivia(after_type_arguments(text, at));
            }
            if text.get(at) != Some(&b'(') {
                return;
            }
        }
        if word != FROM && text.get(at) == Some(&b'(') {
            at = self.skip_trivia(at + 1);
        }
        if let Some(specifier) = quoted(text, at) {
            found(&specifier);
        }
    }

    /// Past white space and comments.
    fn skip_trivia(&mut self, mut at: usize) -> usize {
        let text = self.text;
        let mut ends = Vec::new();
        let end = loop {
            at = match text.get(at) {
                Some(b' ' | b'\t' | b'\n' | b'\r' | 0x0B | 0x0C) => at + 1,
                Some(b'/') => {
                    let Some(end) = self.after_comment(at, ends.is_empty()) else { break at };
                    if let Some(end) = self.behind.get(&end) {
                        break *end;
                    }
                    ends.push(end);
                    end
                }
                Some(0xC2 | 0xE1 | 0xE2 | 0xE3 | 0xEF) => match wide_space(&text[at..]) {
                    0 => break at,
                    len => at + len,
                },
                _ => break at,
            };
        };
        self.behind.extend(ends.into_iter().map(|at| (at, end)));
        end
    }

    /// The end of the comment that begins at a place; without an end it goes to that of the text. `first` is true for
    /// the first one after a word.
    fn after_comment(&mut self, at: usize, first: bool) -> Option<usize> {
        let text = self.text;
        // What begins with the last byte of the end of a block comment does not end there.
        let (from, known, last) = match text.get(at + 1)? {
            b'/' => (at, self.line, self.line.1),
            b'*' => (at + 2, self.block, self.block.1.saturating_sub(1)),
            _ => return None,
        };
        if (known.0..last).contains(&from) {
            return Some(known.1);
        }
        let is_line = from == at;
        let end = if is_line {
            memchr::memchr2(b'\n', b'\r', &text[at..]).map(|end| at + end)
        } else {
            memchr::memmem::find(text.get(from..)?, b"*/").map(|end| from + end + 2)
        };
        let end = end.unwrap_or(text.len());
        if first {
            *if is_line { &mut self.line } else { &mut self.block } = (from, end);
        }
        Some(end)
    }
}

/// The text of the string literal (or template without substitutions) at `at`.
fn quoted(text: &[u8], at: usize) -> Option<Cow<'_, str>> {
    let quote = *text.get(at).filter(|byte| matches!(byte, b'"' | b'\'' | b'`'))?;
    let rest = &text[at + 1..];
    let rest = &rest[..rest.len().min(MAX_SPECIFIER)];
    let mut escaped = false;
    let mut end = 0;
    loop {
        end += memchr::memchr3(quote, b'\\', if quote == b'`' { b'$' } else { b'\n' }, &rest[end..])?;
        match rest[end] {
            byte if byte == quote => break,
            b'\\' => {
                escaped = true;
                end += if rest[end + 1..].starts_with(b"\r\n") { 3 } else { 2 };
            }
            b'$' if rest.get(end + 1) != Some(&b'{') => end += 1,
            _ => return None,
        }
        if end > rest.len() {
            return None;
        }
    }
    let raw = std::str::from_utf8(&rest[..end]).ok().filter(|raw| !raw.is_empty())?;
    Some(if escaped { Cow::Owned(decode(raw)) } else { Cow::Borrowed(raw) })
}

/// A literal's text without its escapes.
fn decode(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let bytes = rest.as_bytes();
        let len = match bytes.get(1) {
            Some(b'x') => 4,
            Some(b'u') if bytes.get(2) == Some(&b'{') => rest.find('}').map_or(2, |end| end + 1),
            Some(b'u') => 6,
            Some(b'\r') if bytes.get(2) == Some(&b'\n') => 3,
            _ => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
        };
        // A broken escape is as good as none.
        let escape = rest.get(..len).unwrap_or(rest);
        out.push_str(&unescape(escape));
        rest = &rest[escape.len()..];
    }
    out.push_str(rest);
    out
}

/// The length of the white space beyond ASCII that `text` begins with.
fn wide_space(text: &[u8]) -> usize {
    let head = &text[..text.len().min(3)];
    let first = match std::str::from_utf8(head) {
        Ok(head) => head.chars().next(),
        // Cut in the middle of the second character.
        Err(error) => std::str::from_utf8(&head[..error.valid_up_to()]).ok().and_then(|head| head.chars().next()),
    };
    first.filter(|c| c.is_whitespace() || *c == '\u{feff}').map_or(0, char::len_utf8)
}

/// Past the `>` that closes the `<` at `at`.
fn after_type_arguments(text: &[u8], at: usize) -> usize {
    let mut depth = 0u32;
    for (index, byte) in text.iter().enumerate().skip(at).take(MAX_SPECIFIER) {
        match byte {
            b'<' => depth += 1,
            b'>' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return index + 1;
        }
    }
    at
}

/// Returns whether a text is code that a bundler wrote: nearly all of it in generated lines. Such files hold nothing
/// that their sources do not.
pub fn is_minified(text: &[u8]) -> bool {
    const LEAST: usize = 8 * 1024;
    const LONG_LINE: usize = 1000;
    const FEW: usize = 50;
    if text.len() < LEAST {
        return false;
    }
    // Four line ends in the middle, and it is written by hand.
    let middle = &text[text.len() / 2 - 1024..text.len() / 2 + 1024];
    if memchr::memchr_iter(b'\n', middle).nth(3).is_some() {
        return false;
    }
    let (mut long, mut short, mut start) = (0, 0, 0);
    for end in memchr::memchr_iter(b'\n', text).chain([text.len()]) {
        match end - start {
            len if len > LONG_LINE => long += len,
            _ => short += 1,
        }
        start = end + 1;
    }
    short < FEW && long > text.len() / 10 * 9
}

#[cfg(test)]
mod tests;
