//! Questions to people, and documents that are shown to them. For tasks of their own: a handler that waits for the
//! client stops the reader that would bring the answer (see [`super::configuration`]).

use super::session::Session;
use tower_lsp::lsp_types::{MessageActionItem, MessageType, Range, ShowDocumentParams, Url};

/// Asks people with buttons, and returns the title of the one that they chose. `None` when they close the question, or
/// the client does not show it.
pub async fn ask(session: &Session, kind: MessageType, question: String, buttons: &[&str]) -> Option<String> {
    let button = |title: &&str| MessageActionItem { title: (*title).to_owned(), properties: Default::default() };
    let buttons = buttons.iter().map(button).collect();
    let chosen = session.client().show_message_request(kind, question, Some(buttons)).await;
    Some(chosen.ok()??.title)
}

/// Opens a document of the client's, or an external one outside of it.
pub async fn show(session: &Session, uri: Url, is_external: bool, selection: Option<Range>) {
    let external = is_external.then_some(true);
    let params = ShowDocumentParams { uri, external, take_focus: Some(true), selection };
    // That it cannot be opened, the client says itself.
    let _ = session.client().show_document(params).await;
}
