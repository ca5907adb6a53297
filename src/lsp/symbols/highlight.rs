//! `textDocument/documentHighlight`: the places of a name in the document.

use super::super::documents::Snapshot;
use super::super::session::Session;
use super::in_sight::{NamesInSight, about_names};
use tower_lsp::jsonrpc;
use tower_lsp::lsp_types::{DocumentHighlight, DocumentHighlightKind, Position};

/// Answers the request.
///
/// # Errors
/// When the document changes meanwhile, or cannot be analyzed.
pub async fn answer(
    session: &Session,
    snapshot: Option<Snapshot>,
    at: Position,
) -> jsonrpc::Result<Option<Vec<DocumentHighlight>>> {
    let find = move |it: &NamesInSight<'_>| highlights(it, at);
    Ok(about_names(session, snapshot, "the highlights", find).await?.flatten())
}

fn highlights(it: &NamesInSight<'_>, at: Position) -> Option<Vec<DocumentHighlight>> {
    let symbol = it.symbol_at(it.offset(at))?.symbol;
    let highlight = |spot: super::spots::NamePlace| DocumentHighlight {
        range: it.range(spot.range),
        kind: Some(if spot.is_definition { DocumentHighlightKind::WRITE } else { DocumentHighlightKind::READ }),
    };
    Some(it.spots_here(&symbol).into_iter().map(highlight).collect())
}
