//! The form that a comment must have at a place.

use super::Source;
use crate::syntax::Dialect;
use std::sync::LazyLock;
use streaming_iterator::StreamingIterator;
use tree_sitter::{Query, QueryCursor};

/// The surroundings of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommentPlace {
    /// Code: any comment will do.
    Code,
    /// Children of a JSX element: a comment needs braces around it.
    Children,
    /// A string, a template, a comment, or markup around the code: nothing written there is a comment of its own.
    Verbatim,
}

impl CommentPlace {
    fn of_capture(name: &str) -> Option<Self> {
        match name {
            "place.code" => Some(Self::Code),
            "place.children" => Some(Self::Children),
            "place.verbatim" => Some(Self::Verbatim),
            _ => None,
        }
    }
}

// Compiling a query costs milliseconds, so it is done on first use.
static TYPESCRIPT: LazyLock<Query> = LazyLock::new(|| compile(Dialect::TypeScript));
static TSX: LazyLock<Query> = LazyLock::new(|| compile(Dialect::Tsx));

fn compile(dialect: Dialect) -> Query {
    let common = include_str!("../../queries/comment-places.scm");
    let text = match dialect {
        Dialect::TypeScript => common.to_owned(),
        Dialect::Tsx => format!("{common}\n{}", include_str!("../../queries/comment-places.tsx.scm")),
    };
    Query::new(&dialect.grammar(), &text).expect("a test compiles the query for both grammars")
}

/// Returns the surroundings of the byte `offset` of the source. A place at the edge of a construct is outside of it.
pub fn comment_place(source: &Source, offset: usize) -> CommentPlace {
    if source.scripts.as_ref().is_some_and(|scripts| !scripts.contain(offset)) {
        return CommentPlace::Verbatim;
    }
    let query: &Query = match source.dialect() {
        Dialect::TypeScript => &TYPESCRIPT,
        Dialect::Tsx => &TSX,
    };
    let mut cursor = QueryCursor::new();
    cursor.set_byte_range(offset.saturating_sub(1)..offset + 1);
    let mut captures = cursor.captures(query, source.tree.root_node(), &[][..]);
    let mut innermost = None;
    while let Some((found, _)) = captures.next() {
        for capture in found.captures() {
            let node = capture.node;
            let size = node.end_byte() - node.start_byte();
            if node.start_byte() < offset && offset < node.end_byte() && innermost.is_none_or(|(least, _)| size < least)
            {
                innermost = Some((size, capture.index));
            }
        }
    }
    innermost
        .and_then(|(_, index)| CommentPlace::of_capture(query.capture_names()[index as usize]))
        .unwrap_or(CommentPlace::Code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::Language;
    use ropey::Rope;

    /// The place marked by `|`.
    fn place(text: &str, language: Language) -> CommentPlace {
        let offset = text.find('|').expect("a mark");
        comment_place(&Source::parse(Rope::from_str(&text.replacen('|', "", 1)), language), offset)
    }

    #[test]
    fn both_grammars_compile_and_every_capture_is_consumed() {
        for dialect in [Dialect::TypeScript, Dialect::Tsx] {
            for name in compile(dialect).capture_names() {
                assert!(CommentPlace::of_capture(name).is_some(), "@{name} is not consumed");
            }
        }
    }

    #[test]
    fn knows_code_children_and_verbatim_text() {
        use CommentPlace::{Children, Code, Verbatim};
        for (text, expected) in [
            ("f(\n|  a)", Code),
            ("|`a`", Code),
            ("`a\n|b`", Verbatim),
            ("`a${\n|b}`", Code),
            ("`a${f(`\n|`)}`", Verbatim),
            ("/* a\n| b */ f()", Verbatim),
            ("'a\\\n|b'", Verbatim),
        ] {
            assert_eq!(place(text, Language::TypeScript), expected, "{text}");
            assert_eq!(place(text, Language::Tsx), expected, "{text}");
        }
        for (text, expected) in [
            ("const a = <div>\n|  <b/>\n</div>", Children),
            ("const a = <>\n|  <b/>\n</>", Children),
            ("const a = <div>text\n|more</div>", Children),
            ("const a = <div\n|  id={b}>c</div>", Code),
            ("const a = <div id='x\n|y'>c</div>", Verbatim),
            ("const a = <div>{\n|  b}</div>", Code),
            ("const a = <div>\n|</div>", Children),
            ("const a = <b\n|  c={d}/>", Code),
        ] {
            assert_eq!(place(text, Language::Tsx), expected, "{text}");
        }
    }
}
