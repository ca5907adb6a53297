//! Type arguments between a tag and its template: `` sql<Row[]>`…` ``.

use super::{BLANK, Reading, filled, is_part_of_name};
use memchr::memchr_iter;
use tree_sitter::Tree;

/// The type arguments that may precede each template, read as blanks.
pub(super) fn type_arguments(text: &str) -> Vec<Reading> {
    let of = |at: usize| {
        let range = arguments_before(&text[..at])?;
        Some(Reading { patches: filled(range, &BLANK).collect(), at, proof: begins_tagged_template })
    };
    memchr_iter(b'`', text.as_bytes()).filter_map(of).collect()
}

/// The range of the `<…>` at the end of a text, with the expression before it that it may belong to.
fn arguments_before(text: &str) -> Option<std::ops::Range<usize>> {
    let end = text.trim_end().len();
    let bytes = &text.as_bytes()[..end];
    let mut open: Vec<u8> = Vec::new();
    let mut at = bytes.len();
    if bytes.last() != Some(&b'>') {
        return None;
    }
    while at > 0 {
        at -= 1;
        match bytes[at] {
            // Of an arrow.
            b'>' if bytes[..at].ends_with(b"=") => {}
            closing @ (b'>' | b')' | b']' | b'}') => open.push(closing),
            b'<' if open.last() == Some(&b'>') => drop(open.pop()),
            b'(' if open.last() == Some(&b')') => drop(open.pop()),
            b'[' if open.last() == Some(&b']') => drop(open.pop()),
            b'{' if open.last() == Some(&b'}') => drop(open.pop()),
            b'<' | b'(' | b'[' | b'{' | b'`' => return None,
            quote @ (b'"' | b'\'') => at = memchr::memrchr(quote, &bytes[..at])?,
            _ => {}
        }
        if open.is_empty() {
            let tag = text[..at].trim_end();
            let has_tag = tag.ends_with(|c| is_part_of_name(c) || c == ')' || c == ']');
            return has_tag.then_some(at..end);
        }
    }
    None
}

/// Returns whether a template with a tag begins at a place.
fn begins_tagged_template(tree: &Tree, at: usize) -> bool {
    let node = tree.root_node().descendant_for_byte_range(at, at + 1);
    let template = node.and_then(|quote| if quote.kind() == "template_string" { Some(quote) } else { quote.parent() });
    template.is_some_and(|template| {
        template.kind() == "template_string"
            && template.start_byte() == at
            && template.parent().is_some_and(|parent| parent.kind() == "call_expression")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::reading::read;

    #[test]
    fn type_arguments_are_what_stands_between() {
        for (text, expected) in [
            ("sql<Row[]>`a`", "sql       `a`"),
            ("f(a)<{ b: () => A<B>; c: '>' }> `a`", "f(a)                            `a`"),
        ] {
            assert_eq!(read(text, type_arguments(text).into_iter().flat_map(|it| it.patches)), expected);
        }
        for text in ["a > `b`", "(a < b) > `c`", "`<b>`", "() => `a`", "sql`a`", "return <A>`a`;\n"] {
            let found: Vec<_> = type_arguments(text).into_iter().flat_map(|it| it.patches).collect();
            assert!(found.is_empty() || text.starts_with("return"), "{text}: {found:?}");
        }
    }
}
