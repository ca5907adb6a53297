//! `textDocument/codeLens` and `codeLens/resolve`: the callers of a function that ends in the SDK, and the calls of a
//! client. Off unless the editor's setting `codeLens` says otherwise: in most editors a lens is a line of its own.
//!
//! The protocol has no command that shows places. A client that has one says so (see
//! [`SHOW_REFERENCES`]); for others a lens is only text.

use super::sites::{Placed, SentEvents, Sites};
use crate::engine::{self, FileInProject};
use crate::lsp::capabilities::SHOW_REFERENCES;
use crate::lsp::codes;
use crate::lsp::documents::Snapshot;
use crate::lsp::session::Session;
use crate::lsp::symbols::in_sight::{NamesInSight, about_names};
use crate::model::CodeKey;
use crate::sdk::Region;
use crate::text::{TextRange, count};
use rustc_hash::FxHashSet;
use serde_json::{Value, json};
use tower_lsp::jsonrpc;
use tower_lsp::lsp_types::{CodeLens, Command, Location, Url};

/// A lens, before it is known what it says.
struct Place {
    /// The function or the client.
    key: CodeKey,
    /// Its place.
    at: TextRange,
    /// The client, and where it sends; `None` for a function.
    client: Option<Option<Region>>,
}

/// The text of a lens, and the places that it counts.
struct Told<'s> {
    title: String,
    places: Vec<Placed<'s>>,
}

/// Answers the request for the lenses of a document. What they say is found out when they are shown.
///
/// # Errors
/// When the document changes meanwhile, or cannot be analyzed.
pub async fn answer(session: &Session, snapshot: Option<Snapshot>) -> jsonrpc::Result<Option<Vec<CodeLens>>> {
    let find = |it: &NamesInSight<'_>| {
        let (sites, events) = (in_sight(it), SentEvents::among(it.all()));
        let uri = &it.snapshot.document.uri;
        let lens = |place: &Place| {
            told(&sites, &events, place)?;
            let data = json!({ "uri": uri, "code": format!("{:x}", place.key.code) });
            Some(CodeLens { range: it.range(place.at), command: None, data: Some(data) })
        };
        places(it, &sites).iter().filter_map(lens).collect()
    };
    about_names(session, snapshot, "the code lenses", find).await
}

/// Answers the request for what a lens says.
///
/// # Errors
/// When what it is about is not there any more, and as [`answer`].
pub async fn resolve(session: &Session, mut lens: CodeLens) -> jsonrpc::Result<CodeLens> {
    let data = lens.data.clone().unwrap_or_default();
    let text = |key: &str| data.get(key).and_then(Value::as_str);
    let uri = text("uri").and_then(|uri| Url::parse(uri).ok());
    let code = text("code").and_then(|code| u64::from_str_radix(code, 16).ok());
    let (Some(uri), Some(code)) = (uri, code) else {
        return Err(jsonrpc::Error::invalid_params("this code lens is not one of customerio-ls"));
    };
    let find = move |it: &NamesInSight<'_>| {
        let sites = in_sight(it);
        let place = places(it, &sites).into_iter().find(|place| place.key.code == code)?;
        let told = told(&sites, &SentEvents::among(it.all()), &place)?;
        Some((it.range(place.at), command(it, &place, told)))
    };
    let found = about_names(session, session.snapshot(&uri), "the code lens", find).await?.flatten();
    let (range, command) = found.ok_or_else(codes::content_modified)?;
    lens.range = range;
    lens.command = Some(command);
    Ok(lens)
}

/// The calls of the document as it is now, and of the files beside it as the project knows them.
fn in_sight(it: &NamesInSight<'_>) -> Sites {
    let mut all = it.place.as_ref().map(FileInProject::call_sites_beside).unwrap_or_default();
    all.push((it.path.clone(), it.own_calls()));
    all.sort_by(|(a, _), (b, _)| a.cmp(b));
    Sites::new(all)
}

/// The functions and the clients of the document that may have a lens.
fn places(it: &NamesInSight<'_>, sites: &Sites) -> Vec<Place> {
    let wanted = it.session.settings().code_lenses(it.snapshot.path());
    let Some(source) = it.source.as_ref() else { return Vec::new() };
    if !wanted.wrappers && !wanted.clients {
        return Vec::new();
    }
    let mut places: Vec<Place> = Vec::new();
    if wanted.wrappers {
        let own = sites.all().filter(|(path, _)| **path == it.path);
        let mut seen = FxHashSet::default();
        for function in own.filter_map(|(_, site)| site.within.as_ref()) {
            if seen.insert(function.key) {
                places.push(Place { key: function.key, at: function.at, client: None });
            }
        }
    }
    if wanted.clients {
        let project = it.place.as_ref().map(FileInProject::modules);
        places.extend(engine::inspect(source, project, &it.settings.settings, |model| {
            let clients = model.clients().made().iter();
            let place = |client: &crate::model::ClientMade| {
                let key = model.clients().key(client)?;
                Some(Place { key, at: client.range, client: Some(client.region_in_effect()) })
            };
            clients.filter_map(place).collect::<Vec<Place>>()
        }));
    }
    places.sort_by_key(|place| place.at);
    places
}

/// The text of a lens; `None` where there is nothing to say: a function that is not called from elsewhere is no wrapper.
fn told<'s>(sites: &'s Sites, events: &SentEvents<'_>, place: &Place) -> Option<Told<'s>> {
    if let Some(region) = place.client {
        let places = sites.of_client(place.key);
        let region = region.map(|region| region.as_str().to_owned());
        // Where none is seen there may be some.
        let calls = (!places.is_empty()).then(|| count(places.len(), "call"));
        let title = [region, calls].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        return (!title.is_empty()).then_some(Told { title, places });
    }
    let places = sites.callers(place.key);
    if places.is_empty() {
        return None;
    }
    let mut parts = vec![sites.ends_in(place.key)?, count(places.len(), "caller")];
    let events = sites.events(place.key, events);
    if events > 0 {
        parts.push(count(events, "event"));
    }
    Some(Told { title: parts.join(" · "), places })
}

fn command(it: &NamesInSight<'_>, place: &Place, Told { title, places }: Told<'_>) -> Command {
    let locations: Vec<Location> = places.into_iter().filter_map(|(path, site)| it.location(path, site.name)).collect();
    if locations.is_empty() || !it.session.client_capabilities().shows_references {
        return Command { title, command: String::new(), arguments: None };
    }
    let arguments = [json!(it.snapshot.document.uri), json!(it.range(place.at).start), json!(locations)];
    Command { title, command: SHOW_REFERENCES.to_owned(), arguments: Some(arguments.to_vec()) }
}
