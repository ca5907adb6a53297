//! Code that the grammar does not know, read as code of the same length that it does know.

use memchr::{memchr_iter, memmem};
use tree_sitter::Tree;

/// What the parser is given in place of the text: where, and as many bytes as it replaces.
pub(super) type Patch = (usize, &'static [u8]);

/// The declarations with `using` that the grammar may not know, read as `const`.
pub(super) fn declarations(text: &str) -> Vec<Patch> {
    let mut patches = Vec::new();
    for at in memmem::find_iter(text.as_bytes(), "using") {
        let (before, behind) = (&text[..at], &text[at + "using".len()..]);
        if before.ends_with(is_part_of_name) || !declares(behind) {
            continue;
        }
        if let Some(start) = before.trim_end().strip_suffix("await").filter(|it| !it.ends_with(is_part_of_name)) {
            patches.push((start.len(), &b"     "[..]));
        }
        patches.push((at, &b"const"[..]));
    }
    patches
}

/// Whether a name follows that gets a value: `using` before another name is nothing else.
fn declares(behind: &str) -> bool {
    let name = behind.trim_start_matches([' ', '\t']);
    let rest = name.trim_start_matches(is_part_of_name);
    if name.len() == behind.len() || rest.len() == name.len() || name.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let rest = rest.trim_start();
    let is_of = || rest.strip_prefix("of").is_some_and(|rest| !rest.starts_with(is_part_of_name));
    rest.starts_with(':') || (rest.starts_with('=') && !rest.starts_with("==")) || is_of()
}

/// Each `&` that begins no entity, read as `|`, which takes the same places in code. Only those that turn out to stand
/// in a [text](is_in_text) are of use.
pub(super) fn ampersands(text: &str) -> Vec<Patch> {
    memchr_iter(b'&', text.as_bytes()).filter(|at| !begins_entity(&text[at + 1..])).map(|at| (at, &b"|"[..])).collect()
}

fn begins_entity(behind: &str) -> bool {
    let name = behind.strip_prefix('#').unwrap_or(behind);
    let rest = name.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
    rest.len() < name.len() && rest.starts_with(';')
}

/// Whether the byte at a place stands in a text or an attribute of JSX.
pub(super) fn is_in_text(tree: &Tree, at: usize) -> bool {
    let node = tree.root_node().descendant_for_byte_range(at, at + 1);
    node.is_some_and(|node| {
        let in_attribute = || {
            node.parent().is_some_and(|parent| parent.kind() == "jsx_attribute")
                || node.parent().and_then(|it| it.parent()).is_some_and(|parent| parent.kind() == "jsx_attribute")
        };
        node.kind() == "jsx_text" || (matches!(node.kind(), "string" | "string_fragment") && in_attribute())
    })
}

/// How much of a text the parser had to guess: bytes that are in no place, and one for each that is missing.
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

fn is_part_of_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '$')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn using_is_a_declaration_before_a_name_with_a_value() {
        let read = |text: &str| {
            let mut bytes = text.as_bytes().to_vec();
            for (at, patch) in declarations(text) {
                bytes[at..at + patch.len()].copy_from_slice(patch);
            }
            String::from_utf8(bytes).expect("ASCII")
        };
        assert_eq!(read("for (using x of y)"), "for (const x of y)");
        assert_eq!(read("for (await using x of y)"), "for (      const x of y)");
        assert_eq!(read("for (using of of y)"), "for (const of of y)");
        assert_eq!(read("using a: A = b();"), "const a: A = b();");
        for text in ["for (using of y)", "using = 1", "using(x)", "a.using == b", "reusing x = 1", "using x == 1"] {
            assert_eq!(read(text), text);
        }
    }

    #[test]
    fn entities_stay() {
        let places = |text: &str| ampersands(text).iter().map(|(at, _)| *at).collect::<Vec<_>>();
        assert!(places("a &amp; &#38; &#x26; b").is_empty());
        assert_eq!(places("a & b &c &;"), [2, 6, 9]);
    }
}
