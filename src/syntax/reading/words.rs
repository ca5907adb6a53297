//! Words that later versions of the language have, and that mean nothing to the rules: read as blanks.

use super::{BLANK, Patch, before_word, behind_name, filled, occurrences};

/// The patches for `export type *`, `import defer * as x`, `import source x`, `with { … }` after a module, `in` and
/// `out` before a type parameter, and `static accessor`.
pub(super) fn unknown(text: &str) -> Vec<Patch> {
    let mut patches = Vec::new();
    let mut blank = |word: &str, is_one: fn(&str, &str) -> bool| {
        let found = occurrences(text, word).filter(|at| is_one(&text[..*at], &text[at + word.len()..]));
        patches.extend(found.flat_map(|at| filled(at..at + word.len(), &BLANK)));
    };
    blank("type", |before, behind| before_word(before, "export").is_some() && behind.trim_start().starts_with('*'));
    blank("defer", |before, behind| before_word(before, "import").is_some() && behind.trim_start().starts_with('*'));
    blank("source", |before, behind| before_word(before, "import").is_some() && is_imported_name(behind));
    blank("accessor", |before, behind| {
        MODIFIERS.iter().any(|word| before_word(before, word).is_some())
            && behind.trim_start_matches([' ', '\t']).starts_with(|c: char| c.is_alphabetic() || "_$#[\"'".contains(c))
    });
    blank("in", |before, behind| {
        let name = behind_blank(behind).map(|name| name.strip_prefix("out").and_then(behind_blank).unwrap_or(name));
        before.trim_end().ends_with(['<', ',']) && name.is_some_and(is_type_parameter)
    });
    blank("out", |before, behind| {
        let before = before_word(before, "in").unwrap_or(before);
        before.trim_end().ends_with(['<', ',']) && behind_blank(behind).is_some_and(is_type_parameter)
    });
    for word in ["with", "assert"] {
        for at in occurrences(text, word).filter(|at| text[..*at].trim_end().ends_with(['"', '\''])) {
            if let Some(end) = end_of_attributes(text, at + word.len()) {
                patches.extend(filled(at..end, &BLANK));
            }
        }
    }
    patches
}

const MODIFIERS: [&str; 8] =
    ["static", "public", "private", "protected", "override", "readonly", "declare", "abstract"];

/// Returns whether `x from "…"` follows.
fn is_imported_name(behind: &str) -> bool {
    behind_name(behind.trim_start()).is_some_and(|(name, rest)| {
        let module = rest.trim_start().strip_prefix("from").map(str::trim_start);
        name != "from" && module.is_some_and(|module| module.starts_with(['"', '\'']))
    })
}

/// Returns the text after blanks, of which there is at least one.
fn behind_blank(behind: &str) -> Option<&str> {
    let rest = behind.trim_start();
    (rest.len() < behind.len()).then_some(rest)
}

fn is_type_parameter(text: &str) -> bool {
    behind_name(text).is_some_and(|(name, rest)| {
        let rest = rest.trim_start();
        !matches!(name, "in" | "extends" | "instanceof")
            && (rest.starts_with([',', '>', '=']) || rest.starts_with("extends "))
    })
}

/// The end of `{ type: "json" }` that begins at a place, blanks aside.
fn end_of_attributes(text: &str, at: usize) -> Option<usize> {
    let body = text[at..].trim_start().strip_prefix('{')?;
    let start = text.len() - body.len();
    let body = &body[..body.find('}')?];
    let is_plain = body.chars().all(|c| c.is_alphanumeric() || c.is_whitespace() || "_-:,.'\"/".contains(c));
    let is_whole = body.matches('"').count() % 2 == 0 && body.matches('\'').count() % 2 == 0;
    (is_plain && is_whole).then(|| start + body.len() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::reading::read;

    #[test]
    fn words_of_later_versions_are_blanks() {
        for (text, expected) in [
            ("export type * from './a'", "export      * from './a'"),
            ("import defer * as a from 'a'", "import       * as a from 'a'"),
            ("import source a from 'a'", "import        a from 'a'"),
            ("export * from 'a' with { type: 'json' };", "export * from 'a'                      ;"),
            ("class A { static accessor a = 1 }", "class A { static          a = 1 }"),
            ("type A<in out T, out U = 1>", "type A<       T,     U = 1>"),
            ("class A<in T extends B> {}", "class A<   T extends B> {}"),
        ] {
            assert_eq!(read(text, unknown(text)), expected);
        }
    }

    #[test]
    fn what_only_looks_like_them_stays() {
        for text in [
            "export type A = B * C",
            "import defer from 'a'",
            "import source from 'a'",
            "import { source } from 'a'",
            "class A { accessor = 1 }",
            "class A { static accessor = 1; static accessor() {} }",
            "for (const a in b) {}",
            "f(a, out, b), g(a < out)",
            "a = 'x' in b",
            "const with1 = 'a'; with (a) { b }",
            "f('a', { with: { type: 'json' } })",
            "const a = 'it' with { $: 1 }",
        ] {
            assert_eq!(read(text, unknown(text)), text);
        }
    }
}
