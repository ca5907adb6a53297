//! `workspace/symbol`: the names of all projects by some of their letters, with or without a `#` in front.

use super::super::codes;
use super::super::related_files::RelatedFiles;
use super::super::session::Session;
use super::describe::places;
use super::outline::symbol_kind;
use crate::catalog::{Kind, KnownName, NameUse};
use crate::engine::Names;
use crate::text::TextRange;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use tower_lsp::jsonrpc;
use tower_lsp::lsp_types::SymbolInformation;

/// The most symbols of an answer.
const MOST: usize = 200;

/// Answers the request.
///
/// # Errors
/// When the computation crashes.
pub async fn answer(session: &Session, query: String) -> jsonrpc::Result<Option<Vec<SymbolInformation>>> {
    let job = {
        let session = session.clone();
        move |_: &_| symbols(&session, &query)
    };
    let found = session.jobs().run(&Arc::default(), 0, job).await;
    found.map(Some).map_err(|_| codes::request_failed("customerio-ls crashed while computing the symbols"))
}

/// The uses of a name, each with its file.
type Uses<'n> = Vec<(&'n Arc<Path>, &'n NameUse)>;

fn symbols(session: &Session, query: &str) -> Vec<SymbolInformation> {
    let (mark, letters) = match query.strip_prefix('#') {
        Some(letters) => ("#", letters),
        None => ("", query),
    };
    let letters = letters.trim().to_lowercase();
    let all: Vec<(Arc<Path>, Names)> =
        session.workspace().all().iter().flat_map(|group| group.analysis().names()).collect();
    let mut found: BTreeMap<(Kind, &KnownName), Uses<'_>> = BTreeMap::new();
    for (path, names) in &all {
        for used in names.iter().filter(|used| is_wanted(used, &letters)) {
            found.entry((used.kind, &used.name)).or_default().push((path, used));
        }
    }
    let mut found: Vec<_> = found.into_iter().collect();
    // Names that begin so come first.
    found.sort_by_cached_key(|((kind, name), _)| {
        let name = name.to_string().to_lowercase();
        (!name.starts_with(&letters), !name.contains(&letters), *kind, name)
    });
    let files = RelatedFiles::new(session.documents());
    let symbol = |((kind, name), uses): &((Kind, &KnownName), Uses<'_>)| {
        let (path, range) = place(uses)?;
        let location = files.at(path)?.location(range, session.client_capabilities().encoding)?;
        #[expect(deprecated, reason = "a field of the type")]
        Some(SymbolInformation {
            name: format!("{mark}{name}"),
            kind: symbol_kind(*kind),
            tags: None,
            deprecated: None,
            location,
            container_name: Some(format!("{}, {}", kind.as_str(), places(uses.len()))),
        })
    };
    found.iter().filter_map(symbol).take(MOST).collect()
}

fn is_wanted(used: &NameUse, letters: &str) -> bool {
    !matches!(used.name, KnownName::Written(_)) && has_letters(&used.name.to_string().to_lowercase(), letters)
}

/// The place to go to: a constant, if one holds the name, else the first one.
fn place<'n>(uses: &[(&'n Arc<Path>, &'n NameUse)]) -> Option<(&'n Arc<Path>, TextRange)> {
    let written = |(path, used): &(&'n Arc<Path>, &'n NameUse)| {
        let place = &used.written.as_ref()?.place;
        Some((place.file.as_ref().unwrap_or(path), place.range))
    };
    let held = uses.iter().filter(|(_, used)| used.origin.is_some()).find_map(written);
    let first = || uses.first().map(|(path, used)| (*path, used.at));
    held.or_else(|| uses.iter().find_map(written)).or_else(first)
}

/// Returns whether a word has these letters in their order.
pub fn has_letters(word: &str, letters: &str) -> bool {
    let mut rest = word.chars();
    letters.chars().all(|letter| rest.any(|c| c == letter))
}
