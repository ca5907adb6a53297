//! The plan as data.

use crate::catalog::{Catalog, CatalogEntry, Data, Kind, KnownName};
use crate::settings::Account;
use crate::text::TextRange;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The tracking plan of a project.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// The names in the code, by kind and name.
    pub items: Vec<Item>,
    /// The names that the account lists and the code does not use, by kind and name.
    pub unsent: Vec<(Kind, String)>,
    /// The campaigns and segments that wait for events, by the names of the events.
    pub waiting: BTreeMap<String, Vec<String>>,
}

/// The questions that a plan asks about its project.
pub trait PlannedProject {
    /// Returns the name of a file in the plan.
    fn name(&self, path: &Path) -> String;
    /// Returns the line of a place, from 1 on.
    fn line(&self, path: &Path, at: TextRange) -> usize;
    /// Returns the account that the settings of a file list.
    fn account(&self, path: &Path) -> Option<&Account>;
    /// Returns the accounts of all files.
    fn accounts(&self) -> Vec<&Account>;
}

/// One name.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The kind of thing that it names.
    pub kind: Kind,
    /// The name.
    pub name: KnownName,
    /// The places that name it.
    pub places: Vec<PlanPlace>,
    /// The data that goes with it; `None` for kinds that have none.
    pub data: Option<Data>,
    /// Other names of the same kind that differ in style alone: `SignedUp` and `signed_up`.
    pub spellings: Vec<String>,
    /// The account's entry for it.
    pub standing: Standing,
}

/// A place that names something.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PlanPlace {
    /// The file.
    pub file: String,
    /// The line, from 1 on.
    pub line: usize,
    /// The method of the SDK, or the class of the request.
    pub method: String,
    /// The function of the project that makes the call, when it is not made in place.
    pub through: Option<String>,
}

/// The account's entry for a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing: there is no list of this kind, or the name is not known.
    Untold,
    /// A list has it.
    Listed,
    /// A list is there and lacks it.
    Missing,
}

impl Plan {
    /// Creates the plan of a project.
    pub fn of(catalog: &Catalog, project: &dyn PlannedProject) -> Self {
        let spellings = spellings(catalog);
        let item = |((kind, name), entry): (&(Kind, KnownName), &CatalogEntry)| {
            let text = name.known();
            let same = text.as_ref().and_then(|text| spellings.get(&(*kind, letters(text)))).into_iter().flatten();
            Item {
                kind: *kind,
                name: name.clone(),
                places: places(entry, project),
                data: entry.data.clone(),
                spellings: same.filter(|other| Some(*other) != text.as_ref()).cloned().collect(),
                standing: standing(*kind, name, &accounts(entry, project)),
            }
        };
        let items: Vec<Item> = catalog.entries.iter().map(item).collect();
        let unsent = unsent(catalog, project);
        let waiting = waiting(&items, &unsent, project);
        Self { items, unsent, waiting }
    }

    /// The campaigns and segments that wait for an item.
    pub fn waiting_for(&self, item: &Item) -> &[String] {
        let name = if item.kind == Kind::Event { item.name.known() } else { None };
        name.and_then(|name| self.waiting.get(name.trim())).map(Vec::as_slice).unwrap_or_default()
    }

    /// The campaigns and segments that wait for a name that the code does not use.
    pub fn waiting_for_unsent(&self, kind: Kind, name: &str) -> &[String] {
        let known = if kind == Kind::Event { self.waiting.get(name) } else { None };
        known.map(Vec::as_slice).unwrap_or_default()
    }

    /// The items of a kind.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(move |item| item.kind == kind)
    }
}

impl Item {
    /// The files of its places, each once.
    pub fn files(&self) -> BTreeSet<&str> {
        self.places.iter().map(|place| place.file.as_str()).collect()
    }
}

fn places(entry: &CatalogEntry, project: &dyn PlannedProject) -> Vec<PlanPlace> {
    let places = entry.uses.iter().map(|(path, found)| {
        let (file, line) = (project.name(path), project.line(path, found.at));
        let through = found.by.through.as_ref().map(|through| through.name.to_string()).filter(|name| !name.is_empty());
        PlanPlace { file, line, method: found.by.method.to_string(), through }
    });
    places.collect::<BTreeSet<_>>().into_iter().collect()
}

/// The accounts of the files that name something.
fn accounts<'p>(entry: &CatalogEntry, project: &'p dyn PlannedProject) -> Vec<&'p Account> {
    let files: BTreeSet<&Path> = entry.uses.iter().map(|(path, _)| &**path).collect();
    files.into_iter().filter_map(|path| project.account(path)).collect()
}

/// The campaigns and segments that wait for each event that the code or the account names.
fn waiting(items: &[Item], unsent: &[(Kind, String)], project: &dyn PlannedProject) -> BTreeMap<String, Vec<String>> {
    let of_code = items.iter().filter(|item| item.kind == Kind::Event).filter_map(|item| item.name.known());
    let of_account = unsent.iter().filter(|(kind, _)| *kind == Kind::Event).map(|(_, name)| name.clone());
    let accounts = project.accounts();
    let mut all = BTreeMap::new();
    for name in of_code.chain(of_account) {
        let details = accounts.iter().filter_map(|account| account.details.as_ref());
        let found: BTreeSet<String> = details.flat_map(|details| details.waiting_for(name.trim())).collect();
        if !found.is_empty() {
            all.insert(name.trim().to_owned(), found.into_iter().collect());
        }
    }
    all
}

/// The letters and digits of a name, without its style.
fn letters(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The names that have the same letters, for each kind of which style is a matter of taste.
fn spellings(catalog: &Catalog) -> BTreeMap<(Kind, String), Vec<String>> {
    let mut all: BTreeMap<(Kind, String), Vec<String>> = BTreeMap::new();
    for (kind, name) in catalog.entries.keys() {
        if let (Kind::Event | Kind::Attribute, KnownName::Text(name)) = (kind, name) {
            all.entry((*kind, letters(name))).or_default().push(name.to_string());
        }
    }
    all
}

fn standing(kind: Kind, name: &KnownName, accounts: &[&Account]) -> Standing {
    let told = accounts.iter().filter_map(|account| match kind {
        Kind::Event => {
            let list = account.events.as_deref()?;
            let KnownName::Text(name) = name else { return None };
            told(list.has(name.trim()), list.lacks(name.trim()))
        }
        Kind::Message => {
            let list = account.messages.as_deref()?;
            match name {
                KnownName::Id(id) => told(list.with_id(*id).is_some(), list.lacks_id(*id)),
                KnownName::Text(name) => told(list.triggered_by(name).is_some(), list.lacks_trigger(name)),
                _ => None,
            }
        }
        kind => {
            let details = account.details.as_deref()?;
            let list = details.list(kind.as_str())?;
            let name = name.known()?;
            Some(list.iter().any(|entry| entry.is_called(&name)))
        }
    });
    match told.reduce(|a, b| a || b) {
        Some(true) => Standing::Listed,
        Some(false) => Standing::Missing,
        None => Standing::Untold,
    }
}

fn told(has: bool, lacks: bool) -> Option<bool> {
    (has || lacks).then_some(has)
}

/// Returns the names that the account lists and no code uses.
fn unsent(catalog: &Catalog, project: &dyn PlannedProject) -> Vec<(Kind, String)> {
    let mut unsent = BTreeSet::new();
    let sent = |kind, name: KnownName| catalog.entries.contains_key(&(kind, name));
    for account in project.accounts() {
        for name in account.events.iter().flat_map(|list| list.names()) {
            if !sent(Kind::Event, KnownName::Text(name.into())) {
                unsent.insert((Kind::Event, name.to_owned()));
            }
        }
        for message in account.messages.iter().flat_map(|list| list.iter()) {
            let by_trigger = message.trigger_name().is_some_and(|name| {
                let same =
                    |known: &KnownName| matches!(known, KnownName::Text(known) if known.to_lowercase() == name.to_lowercase());
                catalog.of_kind(Kind::Message).any(|(known, _)| same(known))
            });
            if by_trigger || message.id.is_some_and(|id| sent(Kind::Message, KnownName::Id(id))) {
                continue;
            }
            let id = message.id.map(|id| id.to_string());
            let label = message.trigger_name().map(str::to_owned).or(id);
            unsent.extend(label.map(|label| (Kind::Message, label)));
        }
    }
    unsent.into_iter().collect()
}
