//! `textDocument/prepareCallHierarchy`, and the calls to and from an item: functions of the project that end in the
//! SDK, and methods of the SDK. All other functions are the TypeScript server's.

use super::sites::{Placed, Sites, is_direct};
use crate::engine::Analysis;
use crate::lsp::codes;
use crate::lsp::documents::Snapshot;
use crate::lsp::related_files::RelatedFiles;
use crate::lsp::session::Session;
use crate::lsp::symbols::in_sight::{NamesInSight, about_names};
use crate::lsp::uris::path_of;
use crate::model::{CallSite, CodeKey, OwnFunction};
use crate::sdk::ClientClass;
use crate::text::TextRange;
use rustc_hash::{FxHashMap, FxHashSet};
use serde_json::{Value, json};
use smol_str::SmolStr;
use std::hash::Hash;
use std::path::Path;
use std::sync::Arc;
use tower_lsp::jsonrpc;
use tower_lsp::lsp_types::{
    CallHierarchyIncomingCall, CallHierarchyItem, CallHierarchyOutgoingCall, Location, Position, Range, SymbolKind,
};

/// The thing that an item is.
enum Thing {
    /// A function of the project.
    Function(CodeKey),
    /// A method of a client of the SDK.
    Method(ClientClass, SmolStr),
    /// A file, for the calls at its own level.
    File,
}

/// Answers the request for the items at a position.
///
/// # Errors
/// When the document changes meanwhile, or cannot be analyzed.
pub async fn prepare(
    session: &Session,
    snapshot: Option<Snapshot>,
    at: Position,
) -> jsonrpc::Result<Option<Vec<CallHierarchyItem>>> {
    let find = move |it: &NamesInSight<'_>| {
        let at = it.offset(at);
        let own = it.own_calls();
        let is_over = |range: TextRange| range.start() <= at && at <= range.end();
        let called = own.iter().find(|site| is_over(site.name));
        let named = own.iter().filter_map(|site| site.within.as_ref()).find(|function| is_over(function.at));
        if called.is_none() && named.is_none() {
            return None;
        }
        let calls = Calls::of(it.session, it.snapshot.path()?)?;
        let item = match (called, named) {
            (Some(site), _) => calls.callee(&it.path, site),
            (None, Some(function)) => calls.function(&it.path, function),
            (None, None) => None,
        };
        item.map(|item| vec![item])
    };
    Ok(about_names(session, snapshot, "the call hierarchy", find).await?.flatten())
}

/// Answers the request for the calls of an item.
///
/// # Errors
/// When the item is not one of ours, or the computation crashes.
pub async fn incoming(
    session: &Session,
    item: CallHierarchyItem,
) -> jsonrpc::Result<Option<Vec<CallHierarchyIncomingCall>>> {
    about_item(session, item, |calls, thing| {
        let found: Vec<Placed<'_>> = match thing {
            Thing::Function(key) => calls.sites.callers(*key),
            Thing::Method(class, method) => {
                let is_it =
                    |site: &CallSite| ClientClass::of(site.client) == *class && site.method.as_ref() == Some(method);
                calls.sites.all().filter(|(_, site)| is_direct(site) && is_it(site)).collect()
            }
            Thing::File => Vec::new(),
        };
        let by_caller = in_groups(found, |(path, site)| (*path, site.within.as_ref().map(|function| function.key)));
        let call = |group: Vec<Placed<'_>>| {
            let (path, site) = *group.first()?;
            let from = match &site.within {
                Some(function) => calls.function(path, function),
                None => calls.file(path, site),
            }?;
            Some(CallHierarchyIncomingCall { from, from_ranges: calls.ranges(&group) })
        };
        by_caller.into_iter().filter_map(call).collect()
    })
    .await
}

/// Answers the request for the calls in an item.
///
/// # Errors
/// As [`incoming`].
pub async fn outgoing(
    session: &Session,
    item: CallHierarchyItem,
) -> jsonrpc::Result<Option<Vec<CallHierarchyOutgoingCall>>> {
    let uri = item.uri.clone();
    about_item(session, item, move |calls, thing| {
        let found: Vec<Placed<'_>> = match thing {
            Thing::Function(key) => calls.sites.inside(*key).collect(),
            Thing::Method(..) => Vec::new(),
            Thing::File => {
                let here = path_of(&uri);
                let is_here = |path: &Arc<Path>| Some(&**path) == here.as_deref();
                calls.sites.all().filter(|(path, site)| is_here(path) && site.within.is_none()).collect()
            }
        };
        let by_callee = in_groups(found, |(_, site)| calls.thing_called(site));
        let call = |group: Vec<Placed<'_>>| {
            let (path, site) = *group.first()?;
            Some(CallHierarchyOutgoingCall { to: calls.callee(path, site)?, from_ranges: calls.ranges(&group) })
        };
        by_callee.into_iter().filter_map(call).collect()
    })
    .await
}

/// Answers a request about an item, whose file need not be open.
async fn about_item<T: Send + 'static>(
    session: &Session,
    item: CallHierarchyItem,
    answer: impl FnOnce(&Calls<'_>, &Thing) -> T + Send + 'static,
) -> jsonrpc::Result<Option<T>> {
    let job = {
        let session = session.clone();
        move |_: &_| {
            let calls = Calls::of(&session, &path_of(&item.uri)?)?;
            let thing = calls.thing(&item.data.unwrap_or_default())?;
            Some(answer(&calls, &thing))
        }
    };
    let found = session.jobs().run(&Arc::default(), 0, job).await;
    found.map_err(|_| codes::request_failed("customerio-ls crashed while computing the call hierarchy"))
}

/// The calls of a project.
struct Calls<'s> {
    session: &'s Session,
    sites: Sites,
    files: RelatedFiles<'s>,
}

impl<'s> Calls<'s> {
    /// Those of the project that a file belongs to.
    fn of(session: &'s Session, path: &Path) -> Option<Self> {
        let analysis: Arc<Analysis> = session.workspace().of(path)?.analysis();
        Some(Self { session, sites: Sites::new(analysis.call_sites()), files: RelatedFiles::new(session.documents()) })
    }

    fn thing(&self, data: &Value) -> Option<Thing> {
        let text = |key: &str| data.get(key).and_then(Value::as_str);
        match text("kind")? {
            "function" => {
                let code = u64::from_str_radix(text("code")?, 16).ok()?;
                let functions = self.sites.all().filter_map(|(_, site)| site.within.as_ref());
                let key = functions.map(|function| function.key).find(|key| key.code == code)?;
                Some(Thing::Function(key))
            }
            "method" => {
                let class = ClientClass::ALL.into_iter().find(|class| Some(class.as_str()) == text("class"))?;
                Some(Thing::Method(class, text("method")?.into()))
            }
            "file" => Some(Thing::File),
            _ => None,
        }
    }

    /// The function of the project that a call calls, or else the method of the SDK that it ends in.
    fn thing_called<'c>(&self, site: &'c CallSite) -> Result<CodeKey, (ClientClass, Option<&'c SmolStr>)> {
        let function = site.through.first().filter(|key| self.sites.function(**key).is_some());
        function.copied().ok_or_else(|| (ClientClass::of(site.client), site.method.as_ref()))
    }

    /// The item that a call calls.
    fn callee(&self, path: &Arc<Path>, site: &CallSite) -> Option<CallHierarchyItem> {
        if let Some((path, function)) = site.through.first().and_then(|key| self.sites.function(*key)) {
            return self.function(path, function);
        }
        // Its declaration is in a package; the call shows what it is.
        let method = site.method.as_ref()?;
        let class = ClientClass::of(site.client).as_str();
        Some(CallHierarchyItem {
            name: method.to_string(),
            kind: SymbolKind::METHOD,
            detail: Some(class.to_owned()),
            data: Some(json!({ "kind": "method", "class": class, "method": method.as_str() })),
            ..self.item(path, site.range, site.name)?
        })
    }

    fn function(&self, path: &Arc<Path>, function: &OwnFunction) -> Option<CallHierarchyItem> {
        Some(CallHierarchyItem {
            name: function.name.to_string(),
            kind: SymbolKind::FUNCTION,
            detail: self.sites.ends_in(function.key),
            data: Some(json!({ "kind": "function", "code": format!("{:x}", function.key.code) })),
            ..self.item(path, function.range, function.at)?
        })
    }

    fn file(&self, path: &Arc<Path>, site: &CallSite) -> Option<CallHierarchyItem> {
        let name = path.file_name()?.to_string_lossy().into_owned();
        let kind = SymbolKind::FILE;
        Some(CallHierarchyItem {
            name,
            kind,
            data: Some(json!({ "kind": "file" })),
            ..self.item(path, site.range, site.name)?
        })
    }

    fn item(&self, path: &Arc<Path>, range: TextRange, selected: TextRange) -> Option<CallHierarchyItem> {
        let (Location { uri, range }, selected) = (self.location(path, range)?, self.location(path, selected)?);
        Some(CallHierarchyItem {
            name: String::new(),
            kind: SymbolKind::FUNCTION,
            tags: None,
            detail: None,
            uri,
            range: around(range, selected.range),
            selection_range: selected.range,
            data: None,
        })
    }

    /// The names that are called in some calls of one file, each once.
    fn ranges(&self, calls: &[Placed<'_>]) -> Vec<Range> {
        let mut seen: FxHashSet<TextRange> = FxHashSet::default();
        let names = calls.iter().filter(|(_, site)| seen.insert(site.name));
        names.filter_map(|(path, site)| Some(self.location(path, site.name)?.range)).collect()
    }

    fn location(&self, path: &Arc<Path>, range: TextRange) -> Option<Location> {
        self.files.at(path)?.location(range, self.session.client_capabilities().encoding)
    }
}

/// Calls that have something in common together, the groups and what is in them in the order of the calls.
fn in_groups<'s, K: Eq + Hash>(calls: Vec<Placed<'s>>, key: impl Fn(&Placed<'s>) -> K) -> Vec<Vec<Placed<'s>>> {
    let mut groups: Vec<Vec<Placed<'s>>> = Vec::new();
    let mut group_of: FxHashMap<K, usize> = FxHashMap::default();
    for call in calls {
        let group = *group_of.entry(key(&call)).or_insert(groups.len());
        match groups.get_mut(group) {
            Some(group) => group.push(call),
            None => groups.push(vec![call]),
        }
    }
    groups
}

/// A range with another one in it: the protocol wants what is selected inside.
fn around(range: Range, selected: Range) -> Range {
    Range { start: range.start.min(selected.start), end: range.end.max(selected.end) }
}
