//! The ways in which code talks to Customer.io.

use super::ClientKind;

/// A way in which code talks to Customer.io.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Door {
    /// A client of `customerio-node`.
    Sdk,
    /// A request to one of the APIs that is sent without an SDK: `fetch`, axios, got, …
    Http,
    /// `@customerio/cdp-analytics-node`
    CdpNode,
    /// `@customerio/cdp-analytics-browser`, or its snippet.
    CdpBrowser,
    /// The snippet for the Track API.
    Snippet,
    /// `customerio-reactnative`
    ReactNative,
    /// The client of `customerio-node` that is not on npm yet.
    Unified,
}

impl Door {
    /// Every door, in the order of the documentation.
    pub const ALL: [Self; 7] =
        [Self::Sdk, Self::Http, Self::CdpNode, Self::CdpBrowser, Self::Snippet, Self::ReactNative, Self::Unified];

    /// As the documentation lists it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Sdk => "`customerio-node`",
            Self::Http => "plain HTTP",
            Self::CdpNode => "`@customerio/cdp-analytics-node`",
            Self::CdpBrowser => "`@customerio/cdp-analytics-browser`",
            Self::Snippet => "the `_cio` snippet",
            Self::ReactNative => "`customerio-reactnative`",
            Self::Unified => "`CustomerIO` of `customerio-node`",
        }
    }
    /// The package of another SDK than `customerio-node` that a specifier names.
    pub fn of_module(specifier: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|door| door.package() == Some(specifier))
    }
    /// The package of another SDK than `customerio-node`.
    pub fn package(self) -> Option<&'static str> {
        match self {
            Self::CdpNode => Some("@customerio/cdp-analytics-node"),
            Self::CdpBrowser => Some("@customerio/cdp-analytics-browser"),
            Self::ReactNative => Some("customerio-reactnative"),
            Self::Sdk | Self::Http | Self::Snippet | Self::Unified => None,
        }
    }
    /// The class of clients that the package exports under a name, `default` included.
    pub fn class(self, export: &str) -> Option<ClientKind> {
        match (self, export) {
            // The default export is there for code that was written before it had a name.
            (Self::CdpNode, "Analytics" | "default") => Some(ClientKind::CdpNode),
            (Self::CdpBrowser, "Analytics" | "AnalyticsBrowser") => Some(ClientKind::CdpBrowser),
            (Self::ReactNative, "CustomerIO") => Some(ClientKind::ReactNative),
            _ => None,
        }
    }
}

/// The client that a global is by its name: nothing but a snippet of Customer.io's makes one that is called so. A global
/// `analytics` may be anybody's.
pub fn client_of_global(name: &str) -> Option<ClientKind> {
    match name {
        "_cio" => Some(ClientKind::Snippet),
        "cioanalytics" => Some(ClientKind::CdpBrowser),
        _ => None,
    }
}
