//! The package's modules and their exports.

use super::{ClientKind, Door, Region, RuntimeExport};

/// The package.
pub const PACKAGE: &str = "customerio-node";

/// Packages that people, and code generators, mistake for the SDK. None of Customer.io's is called so; those are
/// `@customerio/cdp-analytics-node` and its kin, `customerio-reactnative`, `customerio-expo-plugin`,
/// `customerio-gist-web`.
pub const TAKEN_FOR_THE_SDK: [&str; 5] =
    ["@customerio/track", "@customerio/node", "@customerio/customerio-node", "customer.io", "customerio"];

/// The package mistaken for the SDK whose module a specifier names.
pub fn taken_for_the_sdk(specifier: &str) -> Option<&'static str> {
    TAKEN_FOR_THE_SDK
        .into_iter()
        .find(|package| specifier.strip_prefix(package).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
}

/// A module of the package.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Module {
    /// `customerio-node`: up to 2.x the legacy class itself (or `TrackClient`, with the same arguments), since 3.0 a
    /// namespace.
    Root,
    /// `customerio-node/track` of 1.x and 2.x: the class.
    Track,
    /// Any other: `/api`, `/regions`, deep imports. Its exports are known by their names.
    Other,
    /// A module of another SDK of Customer.io's.
    Sibling(Door),
}

impl Module {
    /// The module that a specifier names, if it is one of the package's.
    pub fn of(specifier: &str) -> Option<Self> {
        match specifier.strip_prefix(PACKAGE)? {
            "" => Some(Self::Root),
            "/track" => Some(Self::Track),
            rest if rest.starts_with('/') => Some(Self::Other),
            _ => None,
        }
    }
    /// Returns whether the module itself can be constructed.
    pub fn is_class(self) -> bool {
        matches!(self, Self::Root | Self::Track)
    }
}

/// Something the package exports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Export {
    /// A client class.
    Client(ClientKind),
    /// A request class: `SendEmailRequest`.
    Request(&'static str),
    /// `RegionUS`, `RegionEU`
    Region(Region),
    /// The class `Region`.
    RegionClass,
    /// Anything else.
    Other,
}

impl Export {
    /// The export with this name.
    pub fn of(name: &str) -> Self {
        RuntimeExport::of(name).map_or(Self::Other, RuntimeExport::export)
    }
}
