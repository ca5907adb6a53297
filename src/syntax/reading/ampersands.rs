//! A `&` by itself in a text or an attribute of JSX.

use super::Reading;
use memchr::memchr_iter;
use tree_sitter::Tree;

/// Each `&` that begins no entity, read as `|`, which takes the same places in code. Only those that turn out to be in
/// a [text](is_in_text) are of use.
pub(super) fn ampersands(text: &str) -> Vec<Reading> {
    let of = |at| Reading { patches: vec![(at, &b"|"[..])], at, proof: is_in_text };
    memchr_iter(b'&', text.as_bytes()).filter(|at| !begins_entity(&text[at + 1..])).map(of).collect()
}

fn begins_entity(behind: &str) -> bool {
    let name = behind.strip_prefix('#').unwrap_or(behind);
    let rest = name.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
    rest.len() < name.len() && rest.starts_with(';')
}

/// Returns whether the byte at a place is in a text or an attribute of JSX.
fn is_in_text(tree: &Tree, at: usize) -> bool {
    let node = tree.root_node().descendant_for_byte_range(at, at + 1);
    node.is_some_and(|node| {
        let in_attribute = || {
            node.parent().is_some_and(|parent| parent.kind() == "jsx_attribute")
                || node.parent().and_then(|it| it.parent()).is_some_and(|parent| parent.kind() == "jsx_attribute")
        };
        node.kind() == "jsx_text" || (matches!(node.kind(), "string" | "string_fragment") && in_attribute())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_stay() {
        let places = |text: &str| ampersands(text).iter().map(|it| it.at).collect::<Vec<_>>();
        assert!(places("a &amp; &#38; &#x26; b").is_empty());
        assert_eq!(places("a & b &c &;"), [2, 6, 9]);
    }
}
