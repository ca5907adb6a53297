//! The methods of the SDK's classes: their arguments, requests and endpoints.

mod aliases;
mod app;
mod app_campaigns;
mod app_newsletters;
mod app_people;
mod app_studio;
mod app_workspace;
mod bodies;
mod browser;
mod cdp;
mod lists;
mod params;
mod pipelines;
mod react_native;
mod track;
mod unified;

use super::{ClientKind, Has, History, Param, Shape, Versions, nearest};
use rustc_hash::FxHashMap;
use semver::Version;
use std::sync::LazyLock;

/// A class whose methods code calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClientClass {
    /// `TrackClient`, and the default class that was it up to 2.x.
    Track,
    /// `APIClient`
    App,
    /// `PipelinesClient`
    Pipelines,
    /// `CustomerIO`: not released yet.
    Unified,
    /// `Analytics` of `@customerio/cdp-analytics-node`
    CdpNode,
    /// `AnalyticsBrowser` of `@customerio/cdp-analytics-browser`
    CdpBrowser,
    /// `_cio`
    Snippet,
    /// `CustomerIO` of `customerio-reactnative`
    ReactNative,
}

impl ClientClass {
    /// Every class.
    pub const ALL: [Self; 8] = [
        Self::Track,
        Self::App,
        Self::Pipelines,
        Self::Unified,
        Self::CdpNode,
        Self::CdpBrowser,
        Self::Snippet,
        Self::ReactNative,
    ];

    /// The class of a client.
    pub fn of(kind: ClientKind) -> Self {
        match kind {
            ClientKind::Track | ClientKind::Legacy => Self::Track,
            ClientKind::App => Self::App,
            ClientKind::Pipelines => Self::Pipelines,
            ClientKind::CdpNode => Self::CdpNode,
            ClientKind::CdpBrowser => Self::CdpBrowser,
            ClientKind::Snippet => Self::Snippet,
            ClientKind::ReactNative => Self::ReactNative,
            ClientKind::Unified => Self::Unified,
        }
    }
    /// Its name: `TrackClient`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Track => "TrackClient",
            Self::App => "APIClient",
            Self::Pipelines => "PipelinesClient",
            Self::Unified => "CustomerIO",
            Self::CdpNode => "Analytics",
            Self::CdpBrowser => "AnalyticsBrowser",
            Self::Snippet => "_cio",
            Self::ReactNative => "CustomerIO (React Native)",
        }
    }
    /// Its methods, sorted by name within each table.
    fn tables(self) -> &'static [&'static [Method]] {
        match self {
            Self::Track => TRACK,
            Self::App => APP,
            Self::Pipelines => PIPELINES,
            Self::Unified => UNIFIED,
            Self::CdpNode => CDP_NODE,
            Self::CdpBrowser => CDP_BROWSER,
            Self::Snippet => SNIPPET,
            Self::ReactNative => REACT_NATIVE,
        }
    }
    /// Its methods, of every version.
    pub fn methods(self) -> impl Iterator<Item = &'static Method> {
        self.tables().iter().flat_map(|table| table.iter())
    }
    /// Its method with this name, of whatever version.
    pub fn method(self, name: &str) -> Option<&'static Method> {
        methods_named(name).find(|method| method.class == self)
    }
    /// Returns whether it has a method with this name in a version. Members of every object (`toString`) and any field
    /// of the class that is not a method of the SDK (`request`) count as present.
    pub fn has_method(self, name: &str, version: Option<&Version>) -> Has {
        if FIELDS.contains(&name) || OBJECT.contains(&name) {
            return Has::Yes;
        }
        match (self.method(name), super::KnownVersion::of(version)) {
            (Some(method), _) => method.versions.has(version),
            (None, super::KnownVersion::Newer(_)) => Has::Unknown,
            // Nothing is known for sure of a class that is not released, and of the other SDKs only what sends something
            // is in the tables.
            (None, _) if !matches!(self, Self::Track | Self::App | Self::Pipelines) => Has::Unknown,
            (None, _) => Has::No,
        }
    }
    /// The method that `name` was most likely meant to be, in a version: a name from another SDK, or the same word in
    /// another case or spelling.
    pub fn nearest_method(self, name: &str, version: Option<&Version>) -> Option<&'static Method> {
        let there = |method: &&Method| !method.versions.has(version).no();
        let habit = aliases::meant(self, name).and_then(|name| self.method(name)).filter(there);
        habit.or_else(|| self.method(nearest(name, self.methods().filter(there).map(|method| method.name))?))
    }
}

static TRACK: &[&[Method]] = &[track::METHODS];
static APP: &[&[Method]] = &[
    app::METHODS,
    app_campaigns::METHODS,
    app_newsletters::METHODS,
    app_people::METHODS,
    app_studio::METHODS,
    app_workspace::METHODS,
];
static PIPELINES: &[&[Method]] = &[pipelines::METHODS];
static UNIFIED: &[&[Method]] = &[unified::METHODS];
static CDP_NODE: &[&[Method]] = &[cdp::METHODS];
static CDP_BROWSER: &[&[Method]] = &[browser::CDP];
static SNIPPET: &[&[Method]] = &[browser::SNIPPET];
static REACT_NATIVE: &[&[Method]] = &[react_native::METHODS];

/// The members of client instances besides methods.
const FIELDS: &[&str] = &[
    "apiClient",
    "apiRoot",
    "apikey",
    "appKey",
    "autoContext",
    "defaults",
    "pipelinesRoot",
    "region",
    "request",
    "siteid",
    "trackClient",
    "trackRoot",
    "trackV2Root",
    "writeKey",
];

/// The members of every object.
const OBJECT: &[&str] = &[
    "constructor",
    "hasOwnProperty",
    "isPrototypeOf",
    "propertyIsEnumerable",
    "toLocaleString",
    "toString",
    "valueOf",
];

/// The verb of an HTTP request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// GET
    Get,
    /// PUT
    Put,
    /// POST
    Post,
    /// POST with a form and a file in it.
    PostForm,
    /// DELETE
    Delete,
}

impl Verb {
    /// As HTTP writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Put => "PUT",
            Self::Post | Self::PostForm => "POST",
            Self::Delete => "DELETE",
        }
    }
}

/// The base that the path of an endpoint is appended to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PathRoot {
    /// `https://track.customer.io/api/v1`
    Track,
    /// `https://track.customer.io/api/v2`
    TrackV2,
    /// `https://track.customer.io`
    TrackHost,
    /// `https://api.customer.io/v1`
    App,
    /// `https://cdp.customer.io/v1`
    Pipelines,
}

/// The endpoint to which a method sends its request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// The verb.
    pub verb: Verb,
    /// The base that the path is appended to.
    pub root: PathRoot,
    /// The path, with the parameters' names in braces.
    pub path: &'static str,
}

/// A method.
#[derive(Clone, Copy, Debug)]
pub struct Method {
    /// Its name.
    pub name: &'static str,
    /// The class that has it.
    pub class: ClientClass,
    /// The versions that have it.
    pub versions: Versions,
    /// Its parameters, by place.
    pub parameters: History<&'static [Param]>,
    /// The endpoint to which it sends its request.
    pub endpoint: History<Endpoint>,
    /// Its arguments that take times or names, by place, of every version.
    pub arguments: &'static [(usize, Shape)],
    /// A short summary of its effect.
    pub summary: &'static str,
    /// A note for callers; may be empty.
    pub note: &'static str,
    /// The method that took its place, or does better.
    pub instead: Option<(ClientClass, &'static str)>,
}

impl Method {
    /// Returns whether a client of this kind has it, in one version or another.
    pub fn is_of(&self, kind: ClientKind) -> bool {
        self.class == ClientClass::of(kind)
    }
    /// Returns whether it sends a message to people: doing it twice is seen, and no idempotency key prevents it.
    pub fn sends(&self) -> bool {
        matches!(self.name, "triggerBroadcast" | "sendNewsletter") || self.request_class().is_some()
    }
    /// The class of the request that it takes: `SendEmailRequest`.
    pub fn request_class(&self) -> Option<&'static str> {
        self.parameters.newest().iter().find_map(|param| match param.ty {
            super::ParamType::Request(class) => Some(class),
            _ => None,
        })
    }

    const fn new(name: &'static str, class: ClientClass, parameters: &'static [Param], endpoint: Endpoint) -> Self {
        Self {
            name,
            class,
            versions: Versions::ALL,
            parameters: History::always(parameters),
            endpoint: History::always(endpoint),
            arguments: &[],
            summary: "",
            note: "",
            instead: None,
        }
    }
    /// A method that posts to a path below a root, with its arguments that take times or names, and what it does.
    const fn posting(
        name: &'static str,
        class: ClientClass,
        (root, path): (PathRoot, &'static str),
        parameters: &'static [Param],
        arguments: &'static [(usize, Shape)],
        summary: &'static str,
    ) -> Self {
        Self::new(name, class, parameters, Endpoint { verb: Verb::Post, root, path }).slots(arguments).says(summary)
    }
    const fn versions(mut self, versions: Versions) -> Self {
        self.versions = versions;
        self
    }
    const fn parameters(mut self, parameters: History<&'static [Param]>) -> Self {
        self.parameters = parameters;
        self
    }
    const fn endpoint(mut self, endpoint: History<Endpoint>) -> Self {
        self.endpoint = endpoint;
        self
    }
    const fn slots(mut self, arguments: &'static [(usize, Shape)]) -> Self {
        self.arguments = arguments;
        self
    }
    const fn says(mut self, summary: &'static str) -> Self {
        self.summary = summary;
        self
    }
    const fn instead(mut self, class: ClientClass, name: &'static str) -> Self {
        self.instead = Some((class, name));
        self
    }
    const fn note(mut self, note: &'static str) -> Self {
        self.note = note;
        self
    }
}

/// Returns whether a class has a method with this name some of whose arguments take times or names.
pub fn takes_names_or_times(name: &str) -> bool {
    methods_named(name).any(|method| !method.arguments.is_empty())
}

/// Every method with this name, with the class that has it: where a call on the wrong client belongs.
pub fn methods_named(name: &str) -> impl Iterator<Item = &'static Method> + use<> {
    // Asked for every call of a file.
    static BY_NAME: LazyLock<FxHashMap<&'static str, Vec<&'static Method>>> = LazyLock::new(|| {
        let mut by_name: FxHashMap<&'static str, Vec<&'static Method>> = FxHashMap::default();
        for method in ClientClass::ALL.into_iter().flat_map(ClientClass::methods) {
            by_name.entry(method.name).or_default().push(method);
        }
        by_name
    });
    BY_NAME.get(name).into_iter().flatten().copied()
}
