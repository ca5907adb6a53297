//! `customerio/outline`: everything that the projects send and name, for a view of it in the editor. The answer is the
//! tracking plan as `customerio-ls events --format json` writes it, except that places are those of the protocol; the
//! clients are beside it.

use super::codes;
use super::related_files::RelatedFiles;
use super::session::Session;
use crate::catalog::{Catalog, CatalogEntry, Kind, KnownName, NameUse};
use crate::engine::{Analysis, MemberState};
use crate::model::ClientMade;
use crate::plan::{Plan, PlannedProject};
use crate::sdk::ClientClass;
use crate::settings::{Account, AccountEntry, account_entries};
use crate::text::TextRange;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use tower_lsp::jsonrpc;

/// The most places that are listed for one name.
const MOST_PLACES: usize = 100;

/// Answers the request. In the background: no keystroke waits for it.
///
/// # Errors
/// When the computation crashes.
pub async fn answer(session: &Session) -> jsonrpc::Result<Value> {
    let job = {
        let session = session.clone();
        move |_: &_| outline(&session)
    };
    let found = session.jobs().run_behind(&Arc::default(), 0, job).await;
    found.map_err(|_| codes::request_failed("customerio-ls crashed while computing the outline"))
}

/// The files of the projects whose requests are sent, by their paths: no tests.
struct Members(BTreeMap<Arc<Path>, Arc<MemberState>>);

impl Members {
    fn of(analyses: &[Arc<Analysis>]) -> Self {
        let all = analyses.iter().flat_map(|analysis| analysis.members.values());
        let sent = all.filter(|state| state.judged.as_ref().is_some_and(|judged| !judged.traces.is_test));
        Self(sent.map(|state| (state.path.clone(), state.clone())).collect())
    }

    fn clients(&self) -> impl Iterator<Item = (&Arc<Path>, &ClientMade)> {
        let judged = self.0.values().filter_map(|state| Some((&state.path, state.judged.as_deref()?)));
        judged.flat_map(|(path, judged)| judged.traces.clients.iter().map(move |client| (path, client)))
    }

    /// The settings files that count for them.
    fn settings_files(&self) -> BTreeSet<Arc<Path>> {
        self.0.values().flat_map(|state| state.settings.files.iter()).map(|path| path.as_path().into()).collect()
    }
}

impl PlannedProject for Members {
    // The places of the plan are not shown here.
    fn name(&self, _: &Path) -> String {
        String::new()
    }

    fn line(&self, _: &Path, _: TextRange) -> usize {
        0
    }

    fn account(&self, path: &Path) -> Option<&Account> {
        Some(&self.0.get(path)?.settings.settings.account)
    }

    fn accounts(&self) -> Vec<&Account> {
        self.0.values().map(|state| &state.settings.settings.account).collect()
    }
}

fn outline(session: &Session) -> Value {
    let analyses: Vec<Arc<Analysis>> = session.workspace().all().iter().map(|group| group.analysis()).collect();
    let is_awaited = analyses.is_empty() && !session.folders().all().is_empty();
    let members = Members::of(&analyses);
    let names = analyses.iter().flat_map(|analysis| analysis.names());
    let catalog = Catalog::of(names.filter(|(path, _)| members.0.contains_key(path)).map(|(path, names)| {
        // The variables that hold credentials are nothing that Customer.io knows.
        (path, names.iter().filter(|found| found.kind != Kind::Credential).cloned().collect())
    }));
    let plan = Plan::of(&catalog, &members);
    let places = Places { session, files: RelatedFiles::new(session.documents()) };
    let mut outline = plan.to_json();
    for kind in Kind::ALL {
        let items = outline[kind.key()].as_array_mut().into_iter().flatten();
        // Both are in the order of the catalog.
        for (item, (name, entry)) in items.zip(catalog.of_kind(kind)) {
            if let Some(title) = title((kind, name), entry, &members) {
                item["title"] = json!(title);
            }
            item["count"] = json!(entry.uses.len());
            item["places"] = places.of_entry(entry);
        }
    }
    outline["unsent"] = places.unsent(&plan, &members);
    outline["clients"] = members.clients().filter_map(|(path, client)| places.client(path, client)).collect();
    outline["isComplete"] = json!(!is_awaited && analyses.iter().all(|analysis| analysis.is_complete));
    if let Some(outline) = outline.as_object_mut() {
        outline.shift_remove("unsentWaitedForBy");
    }
    outline
}

/// The name that Customer.io shows for what code names by a number or an identifier, and its state: `"Launch" (running)`.
fn title((kind, name): (Kind, &KnownName), entry: &CatalogEntry, members: &Members) -> Option<String> {
    let known = name.known()?;
    entry.uses.iter().find_map(|(path, _)| {
        let account = members.account(path)?;
        if kind != Kind::Message {
            let list = account.details.as_deref()?.list(kind.as_str())?;
            return Some(list.iter().find(|entry| entry.is_called(&known))?.label());
        }
        let messages = account.messages.as_deref()?;
        let message = match name {
            KnownName::Id(id) => messages.with_id(*id),
            _ => messages.triggered_by(&known),
        };
        Some(format!("\"{}\"", message?.name.as_ref()?))
    })
}

/// The places in files, as the client counts.
struct Places<'a> {
    session: &'a Session,
    files: RelatedFiles<'a>,
}

impl Places<'_> {
    /// A place; `None` where the file does not have it any more.
    fn at(&self, path: &Arc<Path>, range: TextRange) -> Option<Value> {
        Some(json!(self.files.at(path)?.location(range, self.session.client_capabilities().encoding)?))
    }

    fn of_entry(&self, entry: &CatalogEntry) -> Value {
        let place = |(path, found): &(Arc<Path>, NameUse)| {
            let mut place = self.at(path, found.at)?;
            place["method"] = json!(found.by.method.as_str());
            if let Some(through) = found.by.through.as_ref().filter(|through| !through.name.is_empty()) {
                place["through"] = json!(through.name.as_str());
            }
            Some(place)
        };
        entry.uses.iter().take(MOST_PLACES).filter_map(place).collect()
    }

    fn client(&self, path: &Arc<Path>, client: &ClientMade) -> Option<Value> {
        let mut out = self.at(path, client.class_range)?;
        out["class"] = json!(ClientClass::of(client.kind).as_str());
        if let Some(region) = client.region_in_effect() {
            out["region"] = json!(region.as_str());
        }
        Some(out)
    }

    /// The names that the account lists and no code uses, each with its entry in a settings file.
    fn unsent(&self, plan: &Plan, members: &Members) -> Value {
        let mut entries: BTreeMap<(Kind, String), (Arc<Path>, TextRange)> = BTreeMap::new();
        let files = if plan.unsent.is_empty() { BTreeSet::new() } else { members.settings_files() };
        for path in &files {
            let Some(file) = self.files.at(path) else { continue };
            for (entry, range) in account_entries(&file.rope.to_string()) {
                let key = match entry {
                    AccountEntry::Event(name) => (Kind::Event, name),
                    AccountEntry::MessageId(id) => (Kind::Message, id.to_string()),
                    AccountEntry::Trigger(name) => (Kind::Message, name),
                };
                entries.entry(key).or_insert_with(|| (path.clone(), range));
            }
        }
        let item = |named: &(Kind, String)| {
            let place = entries.get(named).and_then(|(path, range)| self.at(path, *range));
            let mut out = place.unwrap_or_else(|| json!({}));
            out["kind"] = json!(named.0.as_str());
            out["name"] = json!(named.1);
            let waiting = plan.waiting_for_unsent(named.0, &named.1);
            if !waiting.is_empty() {
                out["waitedForBy"] = json!(waiting);
            }
            out
        };
        plan.unsent.iter().map(item).collect()
    }
}
