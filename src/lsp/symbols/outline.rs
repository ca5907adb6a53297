//! `textDocument/documentSymbol`: the clients that a file makes, and the events, messages and others that it sends, each
//! kind under a heading of its own beside the language's outline.

use super::super::documents::Snapshot;
use super::super::session::Session;
use super::in_sight::{NamesInSight, about_names};
use crate::catalog::{Kind, KnownName, NameUse};
use crate::engine::{self, FileInProject};
use crate::model::Model;
use crate::sdk::{ClientClass, Region};
use crate::text::TextRange;
use rustc_hash::FxHashSet;
use tower_lsp::jsonrpc;
use tower_lsp::lsp_types::{DocumentSymbol, DocumentSymbolResponse, Location, SymbolInformation, SymbolKind};

/// The kinds of names that are listed.
const LISTED: [Kind; 6] =
    [Kind::Event, Kind::Message, Kind::Broadcast, Kind::Campaign, Kind::Newsletter, Kind::Segment];

/// Answers the request.
///
/// # Errors
/// When the document changes meanwhile, or cannot be analyzed.
pub async fn answer(session: &Session, snapshot: Option<Snapshot>) -> jsonrpc::Result<Option<DocumentSymbolResponse>> {
    let is_tree = session.client_capabilities().symbol_trees;
    let find = move |it: &NamesInSight<'_>| {
        let entries = entries(it);
        (!entries.is_empty()).then(|| if is_tree { tree(it, entries) } else { list(it, entries) })
    };
    Ok(about_names(session, snapshot, "the outline", find).await?.flatten())
}

/// The kind of symbol that a kind of name is.
pub fn symbol_kind(kind: Kind) -> SymbolKind {
    match kind {
        Kind::Event => SymbolKind::EVENT,
        Kind::Attribute | Kind::Topic => SymbolKind::FIELD,
        Kind::Credential => SymbolKind::KEY,
        _ => SymbolKind::CONSTANT,
    }
}

/// A line of the outline.
struct Entry {
    /// The heading that it belongs under.
    heading: &'static str,
    name: String,
    detail: String,
    kind: SymbolKind,
    /// All of it.
    range: TextRange,
    /// The part to select.
    selected: TextRange,
}

fn entries(it: &NamesInSight<'_>) -> Vec<Entry> {
    let Some(source) = &it.source else { return Vec::new() };
    let project = it.place.as_ref().map(FileInProject::modules);
    let mut entries = engine::inspect(source, project, &it.settings.settings, clients);
    let mut seen: FxHashSet<(TextRange, String)> = FxHashSet::default();
    for kind in LISTED {
        let entry = it.own().iter().filter(|found| found.kind == kind).map(named);
        entries.extend(entry.filter(|entry| seen.insert((entry.range, entry.name.clone()))));
    }
    entries
}

fn clients(model: &Model<'_>) -> Vec<Entry> {
    let entry = |client: &crate::model::ClientMade| Entry {
        heading: "Clients",
        name: ClientClass::of(client.kind).as_str().to_owned(),
        detail: match client.region_in_effect() {
            Some(Region::Us) => "US".to_owned(),
            Some(Region::Eu) => "EU".to_owned(),
            None => String::new(),
        },
        kind: SymbolKind::OBJECT,
        range: client.range,
        selected: client.class_range,
    };
    model.clients().made().iter().map(entry).collect()
}

fn named(found: &NameUse) -> Entry {
    let by = found.by.through.as_ref().map_or(found.by.method.as_str(), |through| through.name.as_str());
    let (start, end) = (found.by.range.start.min(found.at.start), found.by.range.end.max(found.at.end));
    Entry {
        heading: found.kind.title(),
        name: match &found.name {
            KnownName::Written(code) => code.split_whitespace().collect::<Vec<_>>().join(" "),
            name => name.to_string(),
        },
        detail: by.to_owned(),
        kind: symbol_kind(found.kind),
        range: TextRange { start, end },
        selected: found.at,
    }
}

fn tree(it: &NamesInSight<'_>, entries: Vec<Entry>) -> DocumentSymbolResponse {
    let mut roots: Vec<DocumentSymbol> = Vec::new();
    let mut around: Vec<TextRange> = Vec::new();
    for entry in entries {
        let child = symbol(it, &entry, (entry.range, entry.selected), entry.name.clone(), None);
        if roots.last().is_none_or(|root| root.name != entry.heading) {
            let heading = symbol(it, &entry, (entry.range, entry.selected), entry.heading.to_owned(), Some(Vec::new()));
            roots.push(DocumentSymbol { detail: None, kind: SymbolKind::NAMESPACE, ..heading });
            around.push(entry.range);
        }
        if let (Some(root), Some(around)) = (roots.last_mut(), around.last_mut()) {
            // A heading is around all that is under it.
            *around = TextRange { start: around.start.min(entry.range.start), end: around.end.max(entry.range.end) };
            root.range = it.range(*around);
            root.children.get_or_insert_default().push(child);
        }
    }
    DocumentSymbolResponse::Nested(roots)
}

fn symbol(
    it: &NamesInSight<'_>,
    entry: &Entry,
    (range, selected): (TextRange, TextRange),
    name: String,
    children: Option<Vec<DocumentSymbol>>,
) -> DocumentSymbol {
    #[expect(deprecated, reason = "a field of the type")]
    DocumentSymbol {
        name,
        detail: (!entry.detail.is_empty()).then(|| entry.detail.clone()),
        kind: entry.kind,
        tags: None,
        deprecated: None,
        range: it.range(range),
        selection_range: it.range(selected),
        children,
    }
}

fn list(it: &NamesInSight<'_>, entries: Vec<Entry>) -> DocumentSymbolResponse {
    let one = |entry: Entry| {
        #[expect(deprecated, reason = "a field of the type")]
        SymbolInformation {
            name: entry.name,
            kind: entry.kind,
            tags: None,
            deprecated: None,
            location: Location { uri: it.snapshot.document.uri.clone(), range: it.range(entry.range) },
            container_name: Some(entry.heading.to_owned()),
        }
    };
    DocumentSymbolResponse::Flat(entries.into_iter().map(one).collect())
}
