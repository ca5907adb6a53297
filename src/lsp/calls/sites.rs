//! The calls of a project that end in the SDK, and what they say of functions, methods and clients.

use crate::catalog::{Kind, KnownName, NameUse};
use crate::engine::CallSites;
use crate::model::{CallSite, CodeKey, OwnFunction};
use crate::text::{TextRange, some_of};
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::Path;
use std::sync::Arc;

/// The number of methods that are named of a function.
const MOST_METHODS: usize = 2;

/// A call with the path of its file.
pub type Placed<'s> = (&'s Arc<Path>, &'s CallSite);

/// The calls of the files of a project, found by what they lead to: a file may have any number of functions, and each is
/// asked about.
pub struct Sites {
    /// Each file with its path.
    files: Vec<(Arc<Path>, CallSites)>,
    within: Index,
    calling: Index,
    leading: Index,
    of_client: Index,
}

/// The calls, by file and number in it, that have to do with a piece of code.
type Index = FxHashMap<CodeKey, Vec<(usize, usize)>>;

impl Sites {
    /// Looks through the calls of the files, each file with its path.
    pub fn new(files: Vec<(Arc<Path>, CallSites)>) -> Self {
        let (mut within, mut calling, mut leading, mut of_client) =
            (Index::default(), Index::default(), Index::default(), Index::default());
        for (file, (_, sites)) in files.iter().enumerate() {
            for (number, site) in sites.iter().enumerate() {
                let here = (file, number);
                if let Some(function) = &site.within {
                    within.entry(function.key).or_default().push(here);
                }
                if let Some(function) = site.through.first() {
                    calling.entry(*function).or_default().push(here);
                }
                for function in site.through.iter().collect::<FxHashSet<_>>() {
                    leading.entry(*function).or_default().push(here);
                }
                if let Some(client) = site.made {
                    of_client.entry(client).or_default().push(here);
                }
            }
        }
        Self { files, within, calling, leading, of_client }
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = Placed<'_>> {
        self.files.iter().flat_map(|(path, sites)| sites.iter().map(move |site| (path, site)))
    }

    /// The calls of a function, each once; those that it makes itself left out.
    pub fn callers(&self, function: CodeKey) -> Vec<Placed<'_>> {
        each_once(self.found(&self.calling, function).filter(|(_, site)| !is_within(site, function)))
    }

    /// The calls in a function.
    pub fn inside(&self, function: CodeKey) -> impl Iterator<Item = Placed<'_>> {
        self.found(&self.within, function)
    }

    /// A function that makes such calls, with the path of its file.
    pub fn function(&self, key: CodeKey) -> Option<(&Arc<Path>, &OwnFunction)> {
        self.inside(key).find_map(|(path, site)| Some((path, site.within.as_ref()?)))
    }

    /// The calls of a client's methods, each once. A call of a function of the project that gets the client is one; one
    /// of a function that names the client itself is not, for the call in there is.
    pub fn of_client(&self, client: CodeKey) -> Vec<Placed<'_>> {
        let of_it = || self.found(&self.of_client, client);
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

    /// The number of events that a function sends, by itself or by its callers.
    pub fn events(&self, function: CodeKey, sent: &SentEvents<'_>) -> usize {
        let there = self.inside(function).chain(self.found(&self.leading, function));
        there.flat_map(|(path, site)| sent.by(path, site.range)).collect::<FxHashSet<_>>().len()
    }

    fn found<'s>(&'s self, index: &'s Index, key: CodeKey) -> impl Iterator<Item = Placed<'s>> + use<'s> {
        let places = index.get(&key).map_or(&[][..], Vec::as_slice);
        places.iter().map(|(file, number)| (&self.files[*file].0, &self.files[*file].1[*number]))
    }
}

/// The events that calls send, by the calls.
pub struct SentEvents<'n>(FxHashMap<(&'n Arc<Path>, TextRange), Vec<&'n KnownName>>);

impl<'n> SentEvents<'n> {
    /// Those among the names of all files.
    pub fn among(names: impl Iterator<Item = (&'n Arc<Path>, &'n NameUse)>) -> Self {
        let mut by_call: FxHashMap<_, Vec<&KnownName>> = FxHashMap::default();
        for (path, used) in names.filter(|(_, used)| used.kind == Kind::Event) {
            if !matches!(used.name, KnownName::Written(_)) {
                by_call.entry((path, used.by.range)).or_default().push(&used.name);
            }
        }
        Self(by_call)
    }

    /// Those that the call at a place sends.
    fn by<'s>(&'s self, path: &'s Arc<Path>, call: TextRange) -> impl Iterator<Item = &'n KnownName> + use<'s, 'n> {
        self.0.get(&(path, call)).into_iter().flatten().copied()
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
fn each_once<'s>(sites: impl Iterator<Item = Placed<'s>>) -> Vec<Placed<'s>> {
    let mut seen: FxHashSet<(&Arc<Path>, TextRange)> = FxHashSet::default();
    sites.filter(|(path, site)| seen.insert((path, site.range))).collect()
}
