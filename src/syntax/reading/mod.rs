//! Code that the grammar does not know, read as code of the same length that it does know.

mod ampersands;
mod import_types;
mod templates;
mod using;
mod words;

use tree_sitter::Tree;

/// A patch that the parser is given in place of the text: the place, and as many bytes as it replaces.
pub(in crate::syntax) type Patch = (usize, &'static [u8]);

/// Patches that are right in one place of the grammar only. Their places are known once all of them are made.
pub(super) struct Reading {
    pub(super) patches: Vec<Patch>,
    at: usize,
    proof: fn(&Tree, usize) -> bool,
}

impl Reading {
    /// Returns whether they are right, by the tree of the text with all patches.
    pub(super) fn holds(&self, trial: &Tree) -> bool {
        (self.proof)(trial, self.at)
    }
}

/// The patches that are right anywhere: the words are nothing else in code, and in a text they do no harm.
pub(super) fn certain(text: &str) -> Vec<Patch> {
    let mut patches = using::declarations(text);
    patches.extend(words::unknown(text));
    patches
}

/// The others; `tree` is the one of the text as it is.
pub(super) fn uncertain(text: &str, is_jsx: bool, tree: &Tree) -> Vec<Reading> {
    let mut readings = templates::type_arguments(text);
    readings.extend(import_types::in_errors(text, tree));
    if is_jsx {
        readings.extend(ampersands::ampersands(text));
    }
    readings
}

/// Patches in order, without those that begin inside another.
pub(super) fn apart(mut patches: Vec<Patch>) -> Vec<Patch> {
    patches.sort_unstable();
    let mut end = 0;
    patches.retain(|(at, patch)| {
        let is_free = *at >= end;
        end = if is_free { at + patch.len() } else { end };
        is_free
    });
    patches
}

/// The amount of a text that the parser had to guess: bytes that are in no place, and one for each that is missing.
pub(super) fn guessed(tree: &Tree) -> usize {
    let mut cursor = tree.walk();
    let mut sum = 0;
    loop {
        let node = cursor.node();
        if node.is_error() {
            sum += node.end_byte() - node.start_byte();
        }
        sum += usize::from(node.is_missing() || node.is_error());
        if node.has_error() && !node.is_error() && cursor.goto_first_child() {
            continue;
        }
        while !cursor.goto_next_sibling() {
            if !cursor.goto_parent() {
                return sum;
            }
        }
    }
}

/// The patches that fill a range.
pub(in crate::syntax) fn filled(range: std::ops::Range<usize>, with: &'static [u8; 32]) -> impl Iterator<Item = Patch> {
    range.clone().step_by(with.len()).map(move |at| (at, &with[..with.len().min(range.end - at)]))
}

pub(in crate::syntax) const BLANK: [u8; 32] = [b' '; 32];
/// A name that no code has, since it is longer than the bytes that it stands for.
pub(in crate::syntax) const NAME: [u8; 32] = [b'_'; 32];

/// The places where a word occurs by itself.
fn occurrences<'t>(text: &'t str, word: &'t str) -> impl Iterator<Item = usize> + 't {
    memchr::memmem::find_iter(text.as_bytes(), word).filter(move |at| {
        !text[..*at].ends_with(|c| is_part_of_name(c) || c == '.')
            && !text[at + word.len()..].starts_with(is_part_of_name)
    })
}

/// Returns the text before a word at its end.
fn before_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    text.trim_end().strip_suffix(word).filter(|before| !before.ends_with(is_part_of_name))
}

/// Returns the name at the beginning of a text, and the rest after it.
fn behind_name(text: &str) -> Option<(&str, &str)> {
    let rest = text.trim_start_matches(is_part_of_name);
    let name = &text[..text.len() - rest.len()];
    (!name.is_empty() && !name.starts_with(|c: char| c.is_ascii_digit())).then_some((name, rest))
}

fn is_part_of_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '$')
}

/// A text as the parser gets it.
#[cfg(test)]
fn read(text: &str, patches: impl IntoIterator<Item = Patch>) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for (at, patch) in patches {
        bytes[at..at + patch.len()].copy_from_slice(patch);
    }
    String::from_utf8(bytes).expect("ASCII")
}

#[cfg(test)]
mod tests {
    use super::guessed;
    use crate::syntax::{Dialect, parse};
    use ropey::Rope;

    fn guesses(text: &str, dialect: Dialect) -> usize {
        let parsed = parse(&Rope::from_str(text), dialect, None, None, &mut || false).expect("it is never cancelled");
        guessed(&parsed.tree) + parsed.unfinished.len()
    }

    #[test]
    fn code_that_the_grammar_does_not_know_is_read_whole() {
        for text in [
            "export type * from './a';\nexport type * as b from './b';",
            "export { a } from './a.json' with { type: 'json' };\nexport * from './b.json' with { type: \"json\" };",
            "import defer * as a from 'a';\nimport source b from 'b';",
            "class A { static accessor a = 1; private accessor #b: string = ''; }",
            "interface A<in T> { a: T }\ntype B<in out T, out U = T> = [T, U];\nclass C<in T extends A> {}",
            "const a = await f<typeof import('a')>();\nconst b = g<import(\"b\").B>(c);",
            "const a = f<typeof import('a').default>();\ntype A = import('a').B<string>;",
            "const rows = await prisma.$queryRaw<Row[]>`SELECT ${a} FROM b`;",
            "const a = { b: sql<unknown>`x ${y}`, c: sql<string | null>`z`.as('c') };",
            "const A = styled(B)<{ $a: boolean; b?: () => C<D> }>`x ${(p) => p.$a && `y`}`;",
            "test.each<{ a: string }>`a\n${1}`('b', () => {});",
            "const a = css<A & B>`x`, b = a < c;",
        ] {
            assert_eq!(guesses(text, Dialect::TypeScript), 0, "{text}");
            assert_eq!(guesses(text, Dialect::Tsx), 0, "{text}");
        }
    }

    #[test]
    fn what_looks_like_it_beside_an_error_stays_as_it_is() {
        for text in [
            "const a = <p>in, out b, export type * <i>`x`</i> a<b>`c`</b></p>;",
            "const a = await import('a');\nconst b = (await import('b')).c;\nlet d: typeof import('d');",
        ] {
            let broken = format!("{text}\nconst x = ];\n");
            assert_eq!(guesses(text, Dialect::Tsx), 0, "{text}");
            assert_eq!(guesses(&broken, Dialect::Tsx), guesses("const x = ];\n", Dialect::Tsx), "{text}");
        }
    }
}
