//! `textDocument/documentLink`: from the names of rules in suppression comments to their pages, and from `extends` in a
//! settings file to the files that it builds on.

use super::codes;
use super::convert;
use super::documents::Snapshot;
use super::related_files::RelatedFiles;
use super::session::Session;
use super::symbols::in_sight::{NamesInSight, about_names};
use super::uris;
use crate::rules;
use crate::settings::{extends_in, is_of_settings};
use crate::suppress::directives;
use std::path::Path;
use std::sync::Arc;
use tower_lsp::jsonrpc;
use tower_lsp::lsp_types::{DocumentLink, Range, Url};

/// Answers the request.
///
/// # Errors
/// When the document changes meanwhile, or cannot be analyzed.
pub async fn answer(
    session: &Session,
    snapshot: Option<Snapshot>,
    uri: &Url,
) -> jsonrpc::Result<Option<Vec<DocumentLink>>> {
    let Some(path) = uris::path_of(uri).filter(|path| is_of_settings(path)) else {
        return about_names(session, snapshot, "the links", named_rules).await;
    };
    let job = {
        let session = session.clone();
        move |_: &_| extended(&session, &path.into())
    };
    let found = session.jobs().run(&Arc::default(), 0, job).await;
    found.map(Some).map_err(|_| codes::request_failed("customerio-ls crashed while computing the links"))
}

fn link(range: Range, target: Url) -> DocumentLink {
    DocumentLink { range, target: Some(target), tooltip: None, data: None }
}

fn named_rules(it: &NamesInSight<'_>) -> Vec<DocumentLink> {
    let Some(source) = &it.source else { return Vec::new() };
    let directives = directives(source.facts.comments());
    let names = directives.iter().flat_map(|directive| &directive.names);
    let page = |name: &str| Url::parse(&rules::find(name)?.meta.href()).ok();
    names.filter_map(|name| Some(link(it.range(name.range), page(&name.text)?))).collect()
}

/// The files that a settings file builds on, as far as they are there.
fn extended(session: &Session, path: &Arc<Path>) -> Vec<DocumentLink> {
    let Some(file) = RelatedFiles::new(session.documents()).at(path) else { return Vec::new() };
    let folder = path.parent().unwrap_or(path);
    let links = extends_in(&file.rope.to_string()).into_iter().filter_map(|(name, range)| {
        let target = dunce::canonicalize(folder.join(name)).ok().filter(|target| target.is_file())?;
        let range = convert::range(&file.rope, range, session.client_capabilities().encoding);
        Some(link(range, session.documents().uri_of(&target)?))
    });
    links.collect()
}
