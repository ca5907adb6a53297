//! Finding the module specifiers of a file without parsing it: a search for the three words that every import has, and
//! a look at what follows each. Finds too many (in comments, in texts), never too few.

use crate::facts::unescape;
use aho_corasick::packed::Searcher;
use memchr::memmem::Finder;
use std::borrow::Cow;
use std::sync::LazyLock;

/// No specifier is longer.
const MAX_SPECIFIER: usize = 1024;

static SDK: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("customerio"));

/// The words that stand before a specifier. In one pass where the processor can (a third of the instructions), else one
/// after the other.
static WORDS: [&str; 3] = ["from", "import", "require"];
static TOGETHER: LazyLock<Option<Searcher>> = LazyLock::new(|| Searcher::new(WORDS));
static ALONE: LazyLock<[Finder<'static>; 3]> = LazyLock::new(|| WORDS.map(Finder::new));

/// Whether a text names the SDK, or may.
pub fn names_sdk(text: &[u8]) -> bool {
    SDK.find(text).is_some()
}

/// Shows every module specifier of a text to `found`: of `import … from "…"`, `export … from "…"`, `import "…"`,
/// `import("…")`, `require("…")` and `import x = require("…")`. In no particular order; some may be none.
pub fn specifiers(text: &[u8], mut found: impl FnMut(&str)) {
    let mut at_word = |word: usize, end: usize| {
        if let Some(specifier) = after_word(text, word, end) {
            found(&specifier);
        }
    };
    match &*TOGETHER {
        Some(searcher) => {
            searcher.find_iter(text).for_each(|word| at_word(word.pattern().as_usize(), word.end()));
        }
        None => {
            for (word, finder) in ALONE.iter().enumerate() {
                finder.find_iter(text).for_each(|at| at_word(word, at + WORDS[word].len()));
            }
        }
    }
}

/// The specifier that stands after one of the words, which ends at `end`.
fn after_word(text: &[u8], word: usize, end: usize) -> Option<Cow<'_, str>> {
    let mut after = skip_trivia(text, end);
    match WORDS[word] {
        "from" => quoted(text, after),
        "import" if text.get(after) == Some(&b'(') => argument(text, after + 1),
        "import" => quoted(text, after),
        _ => {
            if text.get(after) == Some(&b'?') && text.get(after + 1) == Some(&b'.') {
                after = skip_trivia(text, after + 2);
            }
            if text.get(after) == Some(&b'<') {
                // Type arguments: `require<typeof import("…")>("…")`. What they hold is found by its own word, and the
                // argument stands after them.
                after = after_type_arguments(text, after);
            }
            (text.get(after) == Some(&b'(')).then(|| argument(text, after + 1)).flatten()
        }
    }
}

/// The first argument of a call, when it is a text.
fn argument(text: &[u8], at: usize) -> Option<Cow<'_, str>> {
    quoted(text, skip_trivia(text, at))
}

/// The text of the string literal (or template without substitutions) at `at`.
fn quoted(text: &[u8], at: usize) -> Option<Cow<'_, str>> {
    let quote = *text.get(at).filter(|byte| matches!(byte, b'"' | b'\'' | b'`'))?;
    let rest = &text[at + 1..];
    let rest = &rest[..rest.len().min(MAX_SPECIFIER)];
    let mut escaped = false;
    let mut end = 0;
    loop {
        match *rest.get(end)? {
            byte if byte == quote => break,
            b'\\' => {
                escaped = true;
                end += if rest[end + 1..].starts_with(b"\r\n") { 2 } else { 1 };
            }
            b'\n' if quote != b'`' => return None,
            b'$' if quote == b'`' && rest.get(end + 1) == Some(&b'{') => return None,
            _ => {}
        }
        end += 1;
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

/// Past white space and comments.
fn skip_trivia(text: &[u8], mut at: usize) -> usize {
    loop {
        match text.get(at) {
            Some(b' ' | b'\t' | b'\n' | b'\r' | 0x0B | 0x0C) => at += 1,
            Some(b'/') => match text.get(at + 1) {
                Some(b'/') => at = memchr::memchr2(b'\n', b'\r', &text[at..]).map_or(text.len(), |end| at + end),
                Some(b'*') => {
                    let end = memchr::memmem::find(&text[at + 2..], b"*/");
                    at = end.map_or(text.len(), |end| at + 2 + end + 2);
                }
                _ => return at,
            },
            Some(0xC2 | 0xE1 | 0xE2 | 0xE3 | 0xEF) => match wide_space(&text[at..]) {
                0 => return at,
                len => at += len,
            },
            _ => return at,
        }
    }
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
            return skip_trivia(text, index + 1);
        }
    }
    at
}

/// Whether a text is code that a bundler wrote: nearly all of it in lines that nobody writes. Such files hold nothing
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
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let mut out = Vec::new();
        specifiers(text.as_bytes(), |specifier| out.push(specifier.to_owned()));
        out.sort();
        out
    }

    #[test]
    fn every_form() {
        for text in [
            r#"import a from "./m""#,
            r#"import a, { b } from './m';"#,
            r#"import * as a from"./m""#,
            r#"import {a}from'./m'"#,
            r#"import "./m""#,
            r#"import'./m'"#,
            r#"import type { A } from "./m""#,
            r#"export { a } from "./m""#,
            r#"export * from "./m""#,
            r#"export * as a from "./m""#,
            r#"const a = require("./m")"#,
            r#"const a = require ( './m' )"#,
            r#"const a = require(`./m`)"#,
            r#"const a = require?.("./m")"#,
            r#"const a = require<Map<string, Array<string>>>("./m")"#,
            r#"const a = await import("./m")"#,
            r#"const a = await import(`./m`)"#,
            r#"const a = import(/* webpackChunkName: "x" */ "./m")"#,
            "import(\n  // why\n  './m',\n)",
            r#"import a = require("./m")"#,
            "import a from\n  \"./m\"",
            "import a from /* \"no\" */ // no\r\n \"./m\"",
            "import a from\u{a0}\u{feff}\u{2028}'./m'",
            r#"import a from "\x2e/m""#,
            r#"import a from "\u002e\u{2f}m""#,
            "import a from \".\\\n/m\"",
            "import a from \".\\\r\n/\\m\"",
            r#"import a from "./m" with { type: "json" }"#,
        ] {
            assert_eq!(found(text), ["./m"], "{text}");
        }
    }

    #[test]
    fn nothing_where_nothing_is() {
        for text in [
            "Array.from(values)",
            "import.meta.url",
            "import(name)",
            "import(`./${name}`)",
            "require(name)",
            "import a from \"./m",
            "import a from \"./m\n\"",
            "import a from \"\"",
            "from",
            "import",
            "require(",
            "require<",
            "require<a>>",
            "import a from /* ",
            "import a from \"\\",
        ] {
            assert_eq!(found(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn bytes_that_are_no_text() {
        let mut out = 0;
        specifiers(b"import a from '\xFF'; from \xE2\x80'x' from \xE2", |_| out += 1);
        assert_eq!(out, 0);
        specifiers(b"\xFF import a from './m'", |_| out += 1);
        assert_eq!(out, 1);
    }

    #[test]
    fn what_bundlers_write() {
        let long = "a=b;".repeat(5000);
        assert!(is_minified(long.as_bytes()));
        assert!(is_minified(format!("/*\n * License\n */\n{long}\n//# sourceMappingURL=x\n").as_bytes()));
        assert!(!is_minified("a = b;\n".repeat(5000).as_bytes()));
        // Hand-written code around a long text.
        assert!(!is_minified(format!("{}const x = \"{long}\";\n", "a = b;\n".repeat(100)).as_bytes()));
        assert!(!is_minified(b"short"));
    }
}
