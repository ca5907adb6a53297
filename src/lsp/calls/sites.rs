//! The calls of a project that end in the SDK, and what they say of functions, methods and clients.

use crate::catalog::{Kind, KnownName, NameUse};
use crate::engine::CallSites;
use crate::model::{CallSite, CodeKey, OwnFunction};
use crate::text::{TextRange, some_of};
use rustc_hash::FxHashSet;
use std::path::Path;
use std::sync::Arc;

/// The number of methods that are named of a function.
const MOST_METHODS: usize = 2;

/// The calls of the files of a project, each file with its path.
pub struct Sites(pub Vec<(Arc<Path>, CallSites)>);

impl Sites {
    /// All of them, each with the path of its file.
    pub fn all(&self) -> impl Iterator<Item = (&Arc<Path>, &CallSite)> {
        self.0.iter().flat_map(|(path, sites)| sites.iter().map(move |site| (path, site)))
    }

    /// The calls of a function, each once; those that it makes itself left out.
    pub fn callers(&self, function: CodeKey) -> Vec<(&Arc<Path>, &CallSite)> {
        let calls = self.all().filter(|(_, site)| site.through.first() == Some(&function));
        each_once(calls.filter(|(_, site)| !is_within(site, function)))
    }

    /// The calls in a function.
    pub fn inside(&self, function: CodeKey) -> impl Iterator<Item = (&Arc<Path>, &CallSite)> {
        self.all().filter(move |(_, site)| is_within(site, function))
    }

    /// A function that makes such calls, with the path of its file.
    pub fn function(&self, key: CodeKey) -> Option<(&Arc<Path>, &OwnFunction)> {
        self.inside(key).find_map(|(path, site)| Some((path, site.within.as_ref()?)))
    }

    /// The calls of a client's methods, each once. A call of a function of the project that gets the client is one; one
    /// of a function that names the client itself is not, for the call in there is.
    pub fn of_client(&self, client: CodeKey) -> Vec<(&Arc<Path>, &CallSite)> {
        let of_it = || self.all().filter(|(_, site)| site.made == Some(client));
        let direct: FxHashSet<CodeKey> =
            of_it().filter(|(_, site)| is_direct(site)).map(|(_, site)| site.sent).collect();
        each_once(of_it().filter(|(_, site)| is_direct(site) || !direct.contains(&site.sent)))
    }

    /// The methods of the SDK that a function ends in, in words: `` ends in `track` ``. `None` where none is known.
    pub fn ends_in(&self, function: CodeKey) -> Option<String> {
        let callers = self.callers(function);
        let sites = self.inside(function).chain(callers);
        let mut methods: Vec<String> = Vec::new();
        for method in sites.filter_map(|(_, site)| site.method.as_ref()).map(|method| format!("`{method}`")) {
            if !methods.contains(&method) {
                methods.push(method);
            }
        }
        (!methods.is_empty()).then(|| format!("ends in {}", some_of(&methods, MOST_METHODS)))
    }

    /// The number of events that a function sends, by itself or by its callers. `names`: those of all files.
    pub fn events<'n>(&self, function: CodeKey, names: impl Iterator<Item = (&'n Arc<Path>, &'n NameUse)>) -> usize {
        let leads_there = |site: &CallSite| is_within(site, function) || site.through.contains(&function);
        let there: FxHashSet<(&Arc<Path>, TextRange)> =
            self.all().filter(|(_, site)| leads_there(site)).map(|(path, site)| (path, site.range)).collect();
        let sent = names.filter(|(path, used)| used.kind == Kind::Event && there.contains(&(*path, used.by.range)));
        let known = sent.map(|(_, used)| &used.name).filter(|name| !matches!(name, KnownName::Written(_)));
        known.collect::<FxHashSet<_>>().len()
    }
}

/// Returns whether a call is in a function.
fn is_within(site: &CallSite, function: CodeKey) -> bool {
    site.within.as_ref().is_some_and(|within| within.key == function)
}

/// Returns whether a call calls the SDK itself.
pub fn is_direct(site: &CallSite) -> bool {
    site.through.is_empty()
}

/// The calls of which there are several, for one makes several calls of the SDK, once.
fn each_once<'s>(sites: impl Iterator<Item = (&'s Arc<Path>, &'s CallSite)>) -> Vec<(&'s Arc<Path>, &'s CallSite)> {
    let mut seen: FxHashSet<(&Arc<Path>, TextRange)> = FxHashSet::default();
    sites.filter(|(path, site)| seen.insert((path, site.range))).collect()
}
