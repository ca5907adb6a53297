//! `textDocument/definition` of a name: the constant or the member of an enumeration that holds it, else the entry of
//! the account's lists, else the first place that names it.

use super::super::documents::Snapshot;
use super::super::session::Session;
use super::account;
use super::in_sight::{NamesInSight, about_names};
use super::spots::{NamePlace, Symbol};
use crate::catalog::KnownName;
use crate::text::TextRange;
use std::path::Path;
use std::sync::Arc;
use tower_lsp::jsonrpc;
use tower_lsp::lsp_types::{GotoDefinitionResponse, LocationLink, Position};

/// Answers the request.
///
/// # Errors
/// When the document changes meanwhile, or cannot be analyzed.
pub async fn answer(
    session: &Session,
    snapshot: Option<Snapshot>,
    at: Position,
) -> jsonrpc::Result<Option<GotoDefinitionResponse>> {
    let find = move |it: &NamesInSight<'_>| definition(it, at);
    Ok(about_names(session, snapshot, "the definition", find).await?.flatten())
}

fn definition(it: &NamesInSight<'_>, at: Position) -> Option<GotoDefinitionResponse> {
    let pointed = it.symbol_at(it.offset(at))?;
    let places = definitions(it, &pointed.symbol);
    let locations = places.iter().filter_map(|(path, range)| it.location(path, *range));
    if !it.session.client_capabilities().definition_links {
        return Some(GotoDefinitionResponse::Array(locations.collect()));
    }
    let link = |location: tower_lsp::lsp_types::Location| LocationLink {
        origin_selection_range: Some(it.range(pointed.range)),
        target_uri: location.uri,
        target_range: location.range,
        target_selection_range: location.range,
    };
    Some(GotoDefinitionResponse::Link(locations.map(link).collect()))
}

/// The places that define a symbol.
pub fn definitions(it: &NamesInSight<'_>, symbol: &Symbol) -> Vec<(Arc<Path>, TextRange)> {
    let spots = it.spots(symbol);
    let place = |spot: &NamePlace| (spot.path.clone(), spot.range);
    let held: Vec<_> = spots.iter().filter(|spot| spot.is_definition).map(place).collect();
    if let KnownName::Environment(name) = &symbol.name {
        let set = it.variables(name);
        if !set.is_empty() {
            return set;
        }
    }
    if !held.is_empty() {
        return held;
    }
    let listed = account::entries(it, symbol);
    if listed.is_empty() {
        spots.iter().find(|spot| spot.form.is_some()).or(spots.first()).map(place).into_iter().collect()
    } else {
        listed.into_iter().map(|listed| (listed.path, listed.range)).collect()
    }
}
