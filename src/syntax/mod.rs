//! Syntax: the language of a file, its tree, and the triple of text, tree and facts that everything else reads.

mod comment_place;
mod errors;
mod host;
mod language;
mod parse;
mod statement;

pub use comment_place::{CommentPlace, comment_place};
pub use errors::SyntaxErrors;
pub use host::Scripts;
pub use language::{Dialect, Language};
pub use parse::{Change, Source};
