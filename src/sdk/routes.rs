//! The endpoints by their addresses: the method of the SDK that sends the same request, and the places of its arguments
//! in a request that is sent without it.
//!
//! The endpoints themselves are those of [`super::methods`]; this table says where the API has an argument: in the path,
//! in the query, in the body or under a key of it.

use super::methods::{ClientClass, Endpoint, Method, PathRoot, Verb};
use super::{ClientKind, NEWEST, ParamType, Region, api_of_host, nearest};
use std::sync::LazyLock;

/// A part of the path of a request, between two slashes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Segment<'a> {
    /// Known text.
    Text(&'a str),
    /// A value that fills in this segment and no other.
    Value,
    /// A value that most likely fills in this segment and no other.
    Open,
    /// A value that may fill in several: `path`.
    Rest,
}

/// The place of an argument in a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArgumentSlot {
    /// A segment of the path, counted after the host.
    Path(usize),
    /// A value of the query.
    Query(&'static str),
    /// The whole body.
    Body,
    /// A key of the body; a dot leads into an object.
    Key(&'static str),
    /// Nowhere that is known.
    Nowhere,
}

/// An endpoint that an address leads to.
#[derive(Clone, Debug)]
pub struct EndpointRoute {
    /// The method of the SDK that sends the same request.
    pub method: &'static Method,
    /// The endpoint.
    pub endpoint: Endpoint,
    /// The places of the method's arguments.
    pub slots: Vec<ArgumentSlot>,
}

impl EndpointRoute {
    /// The client that has the method.
    pub fn client(&self) -> ClientKind {
        match self.method.class {
            ClientClass::App => ClientKind::App,
            ClientClass::Unified => ClientKind::Unified,
            ClientClass::Track => ClientKind::Track,
            ClientClass::Pipelines => ClientKind::Pipelines,
            ClientClass::CdpNode => ClientKind::CdpNode,
            ClientClass::CdpBrowser => ClientKind::CdpBrowser,
            ClientClass::Snippet => ClientKind::Snippet,
            ClientClass::ReactNative => ClientKind::ReactNative,
        }
    }
}

/// The endpoint of an address, as far as it is known.
#[derive(Clone, Debug)]
pub enum Routed {
    /// This one.
    To(EndpointRoute),
    /// The path is known, and takes other verbs than this one.
    OtherVerb(Vec<Verb>),
    /// There is no such path; this one is most likely meant.
    NoPath(String),
    /// Not to be known.
    Unknown,
}

/// An endpoint in the table.
struct Entry {
    method: &'static Method,
    endpoint: Endpoint,
    /// Its path with the prefix of its root, between the slashes.
    segments: Vec<&'static str>,
}

static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let classes = [ClientClass::Track, ClientClass::App, ClientClass::Pipelines];
    let methods = classes.into_iter().flat_map(ClientClass::methods);
    let newest = semver::Version::new(NEWEST.0.into(), NEWEST.1.into(), NEWEST.2.into());
    // The page view is an event whose type is `page`.
    let listed =
        methods.filter(|method| !method.versions.has(Some(&newest)).no() && !matches!(method.name, "trackPageView"));
    let entries = listed.map(|method| {
        let endpoint = method.endpoint.newest();
        let whole = endpoint.root.prefix().split('/').chain(endpoint.path.split('/'));
        Entry { method, endpoint, segments: whole.filter(|segment| !segment.is_empty()).collect() }
    });
    entries.collect()
});

fn is_parameter(segment: &str) -> bool {
    segment.starts_with('{')
}

/// The fit of an address with an endpoint.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// It is another one.
    No,
    /// Something that is not known may be the text that is missing.
    Perhaps,
    /// It is this one; so many of its segments are text.
    Yes(usize),
}

fn fit(entry: &Entry, path: &[Segment<'_>]) -> Fit {
    if entry.segments.len() != path.len() {
        return Fit::No;
    }
    let mut texts = 0;
    let mut perhaps = false;
    for (wanted, given) in entry.segments.iter().zip(path) {
        match given {
            _ if is_parameter(wanted) => {}
            Segment::Text(text) if text == wanted => texts += 1,
            Segment::Text(_) => return Fit::No,
            Segment::Value | Segment::Open | Segment::Rest => perhaps = true,
        }
    }
    if perhaps { Fit::Perhaps } else { Fit::Yes(texts) }
}

/// The endpoint that a request to a host leads to. `path` is what comes after the host, `verb` in capitals.
pub fn route(host: &str, path: &[Segment<'_>], verb: Option<&str>) -> Routed {
    let Some((root, _)) = api_of_host(host) else { return Routed::Unknown };
    let mut path = path.to_vec();
    // Older code has this prefix, which is still understood.
    if root == PathRoot::App && path.len() > 2 && path[1] == Segment::Text("api") {
        path.remove(1);
        return shifted(to(root, &path, verb), 1);
    }
    to(root, &path, verb)
}

/// The same route in an address that has more segments before the path.
fn shifted(routed: Routed, by: usize) -> Routed {
    match routed {
        Routed::To(mut route) => {
            for slot in &mut route.slots {
                if let ArgumentSlot::Path(at) = slot {
                    *at += by;
                }
            }
            Routed::To(route)
        }
        other => other,
    }
}

fn to(root: PathRoot, path: &[Segment<'_>], verb: Option<&str>) -> Routed {
    if path.contains(&Segment::Rest) {
        return Routed::Unknown;
    }
    // What may be several segments is not held against a path.
    let is_known = !path.contains(&Segment::Open);
    let of_host = || ENTRIES.iter().filter(|entry| entry.endpoint.root.host(Region::Us) == root.host(Region::Us));
    let fits: Vec<(Fit, &Entry)> = of_host().map(|entry| (fit(entry, path), entry)).collect();
    let Some(best) = fits.iter().map(|(fit, _)| *fit).max() else { return Routed::Unknown };
    match best {
        Fit::Perhaps => Routed::Unknown,
        Fit::No if is_known => no_path(root, path),
        Fit::No => Routed::Unknown,
        Fit::Yes(_) if fits.iter().any(|(fit, _)| *fit == Fit::Perhaps) => Routed::Unknown,
        Fit::Yes(_) => {
            let Some(verb) = verb else { return Routed::Unknown };
            let here: Vec<&Entry> = fits.iter().filter(|(fit, _)| *fit == best).map(|(_, entry)| *entry).collect();
            match here.iter().find(|entry| entry.endpoint.verb.as_str() == verb) {
                Some(entry) => Routed::To(of_entry(entry)),
                None if !is_known => Routed::Unknown,
                None => Routed::OtherVerb(here.iter().map(|entry| entry.endpoint.verb).collect()),
            }
        }
    }
}

/// The path that one with a slip in a single segment was most likely meant to be.
fn no_path(root: PathRoot, path: &[Segment<'_>]) -> Routed {
    let of_host = ENTRIES.iter().filter(|entry| entry.endpoint.root.host(Region::Us) == root.host(Region::Us));
    let near = of_host.filter_map(|entry| {
        if entry.segments.len() != path.len() {
            return None;
        }
        let mut wrong = None;
        for (at, (wanted, given)) in entry.segments.iter().zip(path).enumerate() {
            match given {
                _ if is_parameter(wanted) => {}
                Segment::Text(text) if text == wanted => {}
                Segment::Text(_) if wrong.is_none() => wrong = Some(at),
                _ => return None,
            }
        }
        let at = wrong?;
        let Segment::Text(text) = path[at] else { return None };
        // A version is another thing than a slip.
        let is_version = at < 2 && root != PathRoot::TrackHost && entry.segments[at].starts_with('v');
        let is_near = is_version || nearest(text, [entry.segments[at]]).is_some();
        is_near.then(|| format!("/{}", entry.segments.join("/")))
    });
    let mut all: Vec<String> = near.collect();
    all.extend(other_prefix(root, path));
    all.sort();
    all.dedup();
    match all.as_slice() {
        [only] => Routed::NoPath(only.clone()),
        // Of several that differ after the slip the first says enough only where nothing else does.
        _ => Routed::Unknown,
    }
}

/// The path that one with another prefix than its API has was meant to be: `/v1/customers/42` for
/// `/api/v1/customers/42`.
fn other_prefix(root: PathRoot, path: &[Segment<'_>]) -> Option<String> {
    let of_host = ENTRIES.iter().filter(|entry| entry.endpoint.root.host(Region::Us) == root.host(Region::Us));
    let found = of_host.filter(|entry| {
        let own: Vec<&str> = entry.endpoint.path.split('/').filter(|segment| !segment.is_empty()).collect();
        let Some(before) = path.len().checked_sub(own.len()) else { return false };
        let (before, rest) = path.split_at(before);
        let is_prefix = |segment: &Segment<'_>| matches!(segment, Segment::Text("api" | "v1" | "v2" | "v3"));
        let fits = |(wanted, given): (&&str, &Segment<'_>)| is_parameter(wanted) || *given == Segment::Text(wanted);
        before.iter().all(is_prefix) && own.iter().zip(rest).all(fits) && entry.endpoint.root != PathRoot::TrackHost
    });
    found.map(|entry| format!("/{}", entry.segments.join("/"))).next()
}

/// The places of arguments that are not simply in the path or the body.
const PLACED: &[(ClientClass, &str, &[ArgumentSlot])] = &[
    (
        ClientClass::Track,
        "addDevice",
        &[
            ArgumentSlot::Nowhere,
            ArgumentSlot::Key("device.id"),
            ArgumentSlot::Key("device.platform"),
            ArgumentSlot::Key("device"),
        ],
    ),
    (
        ClientClass::Track,
        "addCustomersToSegment",
        &[ArgumentSlot::Nowhere, ArgumentSlot::Key("ids"), ArgumentSlot::Query("id_type")],
    ),
    (ClientClass::Track, "batch", &[ArgumentSlot::Key("batch")]),
    (
        ClientClass::Track,
        "mergeCustomers",
        &[ArgumentSlot::Nowhere, ArgumentSlot::Nowhere, ArgumentSlot::Nowhere, ArgumentSlot::Nowhere],
    ),
    (
        ClientClass::Track,
        "removeCustomersFromSegment",
        &[ArgumentSlot::Nowhere, ArgumentSlot::Key("ids"), ArgumentSlot::Query("id_type")],
    ),
    (ClientClass::Track, "submitForm", &[ArgumentSlot::Nowhere, ArgumentSlot::Key("data")]),
    (ClientClass::Track, "trackAnonymous", &[ArgumentSlot::Key("anonymous_id"), ArgumentSlot::Body]),
    (ClientClass::Track, "unsubscribe", &[ArgumentSlot::Nowhere, ArgumentSlot::Key("unsubscribe")]),
    (ClientClass::App, "createCustomersExport", &[ArgumentSlot::Key("filters")]),
    (ClientClass::App, "createDeliveriesExport", &[ArgumentSlot::Key("newsletter_id"), ArgumentSlot::Body]),
    (ClientClass::App, "getCustomersByEmail", &[ArgumentSlot::Query("email")]),
    (
        ClientClass::App,
        "triggerBroadcast",
        &[ArgumentSlot::Nowhere, ArgumentSlot::Key("data"), ArgumentSlot::Key("recipients")],
    ),
    (ClientClass::Pipelines, "batch", &[ArgumentSlot::Key("batch")]),
];

fn of_entry(entry: &Entry) -> EndpointRoute {
    let method = entry.method;
    let placed = PLACED.iter().find(|(class, name, _)| (*class, *name) == (method.class, method.name));
    let in_path = |name: &str| entry.segments.iter().position(|segment| segment.trim_matches(['{', '}']) == name);
    let mut has_body = !matches!(entry.endpoint.verb, Verb::Get | Verb::Delete);
    let slots = method.parameters.newest().iter().enumerate().map(|(at, param)| {
        match (in_path(param.name), placed.and_then(|(.., slots)| slots.get(at))) {
            (Some(segment), _) => ArgumentSlot::Path(segment),
            (None, Some(slot)) => *slot,
            (None, None) => {
                let is_object = matches!(
                    param.ty,
                    ParamType::Data | ParamType::Object(_) | ParamType::Request(_) | ParamType::Operation
                );
                // Only the first object is the body.
                let is_body = has_body && is_object;
                has_body &= !is_body;
                if is_body { ArgumentSlot::Body } else { ArgumentSlot::Nowhere }
            }
        }
    });
    EndpointRoute { method, endpoint: entry.endpoint, slots: slots.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Segment::{Text, Value};

    fn method(host: &str, path: &[Segment<'_>], verb: &str) -> Option<&'static str> {
        match route(host, path, Some(verb)) {
            Routed::To(route) => Some(route.method.name),
            _ => None,
        }
    }

    #[test]
    fn addresses_lead_to_methods() {
        let track = |path: &[Segment<'_>], verb| {
            let whole: Vec<Segment<'_>> = [Text("api"), Text("v1")].into_iter().chain(path.iter().copied()).collect();
            method("track-eu.customer.io", &whole, verb)
        };
        assert_eq!(track(&[Text("customers"), Value], "PUT"), Some("identify"));
        assert_eq!(track(&[Text("customers"), Value], "DELETE"), Some("destroy"));
        assert_eq!(track(&[Text("customers"), Text("42"), Text("events")], "POST"), Some("track"));
        assert_eq!(track(&[Text("events")], "POST"), Some("trackAnonymous"));
        assert_eq!(track(&[Value], "POST"), None);
        assert_eq!(method("track.customer.io", &[Text("api"), Text("v2"), Text("batch")], "POST"), Some("batch"));
        assert_eq!(method("api.customer.io", &[Text("v1"), Text("send"), Text("email")], "POST"), Some("sendEmail"));
        let old = [Text("v1"), Text("api"), Text("campaigns"), Value, Text("triggers")];
        assert_eq!(method("api.customer.io", &old, "POST"), Some("triggerBroadcast"));
        assert_eq!(method("cdp.customer.io", &[Text("v1"), Text("track")], "POST"), Some("track"));
    }

    #[test]
    fn slips_are_named() {
        let near = |path: &[Segment<'_>]| match route("track.customer.io", path, Some("POST")) {
            Routed::NoPath(path) => Some(path),
            _ => None,
        };
        let slip = near(&[Text("api"), Text("v1"), Text("customers"), Value, Text("event")]);
        assert_eq!(slip.as_deref(), Some("/api/v1/customers/{customerId}/events"));
        assert_eq!(near(&[Text("api"), Text("v1"), Text("nothing"), Text("like"), Text("it")]), None);
        assert_eq!(near(&[Text("customers"), Value]).as_deref(), Some("/api/v1/customers/{customerId}"));
        assert_eq!(near(&[Text("api"), Text("v1"), Text("entity")]).as_deref(), Some("/api/v2/entity"));
        let verb = route("track.customer.io", &[Text("api"), Text("v1"), Text("customers"), Value], Some("POST"));
        assert!(matches!(verb, Routed::OtherVerb(verbs) if verbs == [Verb::Delete, Verb::Put]));
    }

    #[test]
    fn every_placed_argument_is_one_of_a_method() {
        for (class, name, slots) in PLACED {
            let method = class.method(name).unwrap();
            assert_eq!(method.parameters.newest().len(), slots.len(), "{name}");
        }
    }
}
