//! `textDocument/completion`: inside strings and keys that Customer.io gives a meaning, and nowhere else. Everything
//! beside is the language's own.
//!
//! The code is half typed when it is asked for. So the question is put to a copy of it: in which the word at the cursor
//! is a mark, and what is open there is closed.
//!
//! | module | purpose |
//! |---|---|
//! | [`cursor`] | the word at the cursor, and what is open around it, by the letters alone |
//! | [`probe`] | copies of the text with the mark |
//! | [`slot`] | what the mark stands for in a copy |
//! | [`names`], [`keys`], [`words`], [`comment`] | the items: names, keys of objects, words of the SDK, comments |
//! | [`item`] | an item in the protocol's terms |
//! | [`resolve`] | the documentation of one item |

mod comment;
pub mod cursor;
mod item;
mod keys;
mod names;
mod probe;
pub mod resolve;
mod slot;
mod words;

use super::documents::Snapshot;
use super::session::Session;
use super::symbols::in_sight::{NamesInSight, about_names};
use crate::text::TextRange;
use cursor::{Cursor, Lexed, lex};
use item::Items;
use slot::Slot;
use tower_lsp::jsonrpc;
use tower_lsp::lsp_types::{CompletionResponse, Position};

/// Answers the request.
///
/// # Errors
/// When the document changes meanwhile, or cannot be analyzed.
pub async fn answer(
    session: &Session,
    snapshot: Option<Snapshot>,
    at: Position,
) -> jsonrpc::Result<Option<CompletionResponse>> {
    let find = move |it: &NamesInSight<'_>| completions(it, at);
    Ok(about_names(session, snapshot, "the completions", find).await?.flatten())
}

fn completions(it: &NamesInSight<'_>, at: Position) -> Option<CompletionResponse> {
    let at = it.offset(at);
    let text = it.snapshot.document.rope.to_string();
    let scripts = it.source.as_ref().and_then(|source| source.scripts.as_ref());
    let script = match scripts {
        Some(scripts) => scripts.blocks.iter().find(|block| block.start() <= at && at <= block.end()).copied()?,
        None => TextRange::new(0, text.len()),
    };
    let lexed = lex(&text, script, at)?;
    if let Cursor::Comment { from } = lexed.cursor {
        return comment::items(it, &text, from, at).map(Items::response);
    }
    let mut items = Items::new(it, &lexed, &text);
    let is_string = matches!(lexed.cursor, Cursor::Text { is_key: false, .. });
    let slot = match is_string.then(|| it.symbol_at(at)).flatten() {
        // A constant, for one, is used in files that its own knows nothing of.
        Some(pointed) => Slot::Name(pointed.symbol.kind),
        None => slot_at(it, &lexed, &text, script)?,
    };
    match slot {
        Slot::Name(kind) => names::add(it, kind, &mut items),
        Slot::Data { kind, name, path, present } => keys::data(it, (kind, &name), &path, &present, &mut items),
        Slot::Attributes(present) => keys::attributes(it, &present, &mut items),
        Slot::Topics(present) => keys::topics(it, &present, &mut items),
        Slot::Options { class, present } => keys::options(class, &present, &mut items),
        Slot::Words(list) => words::add(list, &mut items),
        Slot::Region(exports) => words::regions(it, exports, &mut items),
    }
    Some(items.response())
}

/// The meaning of the word at the cursor: in the first copy of the text in which that can be seen.
fn slot_at(it: &NamesInSight<'_>, lexed: &Lexed, text: &str, script: TextRange) -> Option<Slot> {
    let source = it.source.as_ref()?;
    for copy in probe::copies(lexed, text, script) {
        let Some(probe) = probe::read(source, &copy) else { continue };
        if let Some(slot) = slot::find(it, &probe) {
            return Some(slot);
        }
        // The parser did not have to guess here: another copy says no more.
        if probe.syntax_errors().spare(copy.mark) {
            return None;
        }
    }
    None
}
