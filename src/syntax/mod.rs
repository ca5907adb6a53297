//! Syntax: the language of a file, its tree, and the triple of text, tree and facts that everything else reads.

mod errors;
mod language;
mod parse;

pub use errors::SyntaxErrors;
pub use language::Language;
pub use parse::{Change, Source};
