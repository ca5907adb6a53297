//! `textDocument/references`: every place that sends a name, constants and wrappers included. Another spelling is
//! another name.

use super::super::documents::Snapshot;
use super::super::session::Session;
use super::in_sight::{NamesInSight, about_names};
use tower_lsp::jsonrpc;
use tower_lsp::lsp_types::{Location, Position};

/// Answers the request.
///
/// # Errors
/// When the document changes meanwhile, or cannot be analyzed.
pub async fn answer(
    session: &Session,
    snapshot: Option<Snapshot>,
    at: Position,
    with_definitions: bool,
) -> jsonrpc::Result<Option<Vec<Location>>> {
    let find = move |it: &NamesInSight<'_>| references(it, at, with_definitions);
    Ok(about_names(session, snapshot, "the references", find).await?.flatten())
}

fn references(it: &NamesInSight<'_>, at: Position, with_definitions: bool) -> Option<Vec<Location>> {
    let symbol = it.symbol_at(it.offset(at))?.symbol;
    let spots = it.spots(&symbol).into_iter().filter(|spot| with_definitions || !spot.is_definition);
    Some(spots.filter_map(|spot| it.location(&spot.path, spot.range)).collect())
}
