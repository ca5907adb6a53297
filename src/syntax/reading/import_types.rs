//! `import("a")` as a type in type arguments: `` f<typeof import("a")>() ``.

use super::{NAME, Reading, filled, occurrences};
use tree_sitter::{Node, Tree};

/// Each `import("a")` in a statement that the grammar does not know, read as a name.
pub(super) fn in_errors(text: &str, tree: &Tree) -> Vec<Reading> {
    let of = |at: usize| {
        let end = end_of_import(text, at + "import".len())?;
        if !is_near_error(tree, at) {
            return None;
        }
        Some(Reading { patches: filled(at..end, &NAME).collect(), at, proof: is_type })
    };
    occurrences(text, "import").filter_map(of).collect()
}

/// The end of `("a")`.
fn end_of_import(text: &str, at: usize) -> Option<usize> {
    let module = text[at..].trim_start().strip_prefix('(')?.trim_start();
    let quote = module.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let rest = &module[1..];
    let length = rest.find([quote, '\\', '\n']).filter(|end| rest[*end..].starts_with(quote))?;
    let rest = rest[length + 1..].trim_start().strip_prefix(')')?;
    Some(text.len() - rest.len())
}

/// Returns whether the statement around a place has an error.
fn is_near_error(tree: &Tree, at: usize) -> bool {
    let mut node = tree.root_node().descendant_for_byte_range(at, at + 1);
    while let Some(around) = node {
        if around.is_error() || around.kind().ends_with("_statement") || around.kind().ends_with("_declaration") {
            return around.has_error();
        }
        node = around.parent();
    }
    true
}

/// Returns whether a name at a place is part of a type.
fn is_type(tree: &Tree, at: usize) -> bool {
    let name = tree.root_node().descendant_for_byte_range(at, at + 1);
    let around = std::iter::successors(name.and_then(|it| it.parent()), Node::parent).take(4);
    name.is_some_and(|it| matches!(it.kind(), "identifier" | "type_identifier"))
        && around.into_iter().any(|it| matches!(it.kind(), "type_query" | "nested_type_identifier" | "type_arguments"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_import_ends_behind_its_module() {
        for (text, expected) in
            [("('a').b", Some(5)), (" ( \"a\" )>", Some(8)), ("(a)", None), ("('a', b)", None), ("('a\n')", None)]
        {
            assert_eq!(end_of_import(text, 0), expected, "{text}");
        }
    }
}
