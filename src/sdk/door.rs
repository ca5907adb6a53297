//! The ways in which code talks to Customer.io.

/// A way in which code talks to Customer.io.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Door {
    /// A client of `customerio-node`.
    Sdk,
    /// A request to one of the APIs that is sent without an SDK: `fetch`, axios, got, …
    Http,
    /// `@customerio/cdp-analytics-node`
    CdpNode,
    /// `@customerio/cdp-analytics-browser`
    CdpBrowser,
    /// The snippets that a page loads: `_cio`, `cioanalytics`.
    Snippet,
    /// `customerio-reactnative`
    ReactNative,
}

impl Door {
    /// Every door.
    pub const ALL: [Self; 6] =
        [Self::Sdk, Self::Http, Self::CdpNode, Self::CdpBrowser, Self::Snippet, Self::ReactNative];

    /// Its name in documentation.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Sdk => "`customerio-node`",
            Self::Http => "HTTP requests",
            Self::CdpNode => "`cdp-analytics-node`",
            Self::CdpBrowser => "`cdp-analytics-browser`",
            Self::Snippet => "snippets",
            Self::ReactNative => "`customerio-reactnative`",
        }
    }
}
