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

/// The beginnings of Customer.io's packages that say no more than whose they are.
const BEFORE_NAMES: [&str; 2] = ["customerio-", "@customerio/cdp-analytics-"];
/// Customer.io's packages for web pages and builds, which make no client.
const OTHER_PACKAGES: [&str; 2] = ["customerio-gist-web", "customerio-expo-plugin"];

/// The module of an SDK whose name a specifier begins and does not end (`customerio-nod`): somebody is typing it. None of
/// these is the name of a package on npm. Where several go on like that (`customerio-`), only what `customerio-node`
/// exports by name is known of the module.
pub fn begun(specifier: &str) -> Option<Module> {
    if !BEFORE_NAMES.iter().any(|before| specifier.starts_with(before)) {
        return None;
    }
    let goes_on = |package: &&str| package.len() > specifier.len() && package.starts_with(specifier);
    let siblings = || Door::ALL.into_iter().filter_map(|door| Some((door, door.package()?)));
    let is_sdk = goes_on(&PACKAGE);
    let others = OTHER_PACKAGES.iter().filter(|package| goes_on(package)).count();
    let mut of_siblings = siblings().filter(|(_, package)| goes_on(package));
    match (is_sdk, of_siblings.next(), of_siblings.next(), others) {
        (true, None, _, 0) => Some(Module::Root),
        (true, ..) => Some(Module::Other),
        (false, Some((door, _)), None, 0) => Some(Module::Sibling(door)),
        _ => None,
    }
}

/// Returns whether a specifier is the first letters of the package's name and no more: `cust`. There are packages that
/// are called like that.
pub fn barely_begun(specifier: &str) -> bool {
    !specifier.is_empty() && specifier.len() < "customerio".len() && PACKAGE.starts_with(specifier)
}

/// A module of the package.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Module {
    /// `customerio-node`: up to 2.x the legacy class itself (or `TrackClient`, with the same arguments), since 3.0 a
    /// namespace.
    Root,
    /// The same of the main branch of its repository, which has a client for everything that is not on npm yet.
    Next,
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
    /// The class of clients by this name that is not on npm yet.
    pub fn coming(name: &str) -> Option<ClientKind> {
        (name == ClientKind::Unified.class_name()).then_some(ClientKind::Unified)
    }
    /// The export with this name.
    pub fn of(name: &str) -> Self {
        RuntimeExport::of(name).map_or(Self::Other, RuntimeExport::export)
    }
}

#[cfg(test)]
mod tests {
    use super::{Module, barely_begun, begun, taken_for_the_sdk};
    use crate::sdk::{Door, is_mentioned, names_sdk};

    #[test]
    fn half_a_name_means_the_only_package_that_goes_on_like_that() {
        for specifier in ["customerio-n", "customerio-no", "customerio-nod"] {
            assert_eq!(begun(specifier), Some(Module::Root), "{specifier}");
        }
        assert_eq!(begun("customerio-"), Some(Module::Other));
        assert_eq!(begun("customerio-reactnativ"), Some(Module::Sibling(Door::ReactNative)));
        assert_eq!(begun("@customerio/cdp-analytics-n"), Some(Module::Sibling(Door::CdpNode)));
        assert_eq!(begun("@customerio/cdp-analytics-brow"), Some(Module::Sibling(Door::CdpBrowser)));
        for specifier in [
            "",
            "customer",
            "customerio",
            "customerio-node",
            "customerio-nodes",
            "customerio-gist-web",
            "customerio-gist-w",
            "customerio-expo-plugin",
            "customerio-reactnative",
            "customerio-x",
            "@customerio/",
            "@customerio/cdp-analytics-",
            "@customerio/cdp-analytics-node",
        ] {
            assert_eq!(begun(specifier), None, "{specifier}");
        }
    }

    #[test]
    fn a_few_letters_are_no_name() {
        for specifier in ["c", "cust", "customeri"] {
            assert!(barely_begun(specifier) && begun(specifier).is_none(), "{specifier}");
        }
        for specifier in ["", "x", "customerio", "customerio-", "./cust", "customize"] {
            assert!(!barely_begun(specifier), "{specifier}");
        }
    }

    #[test]
    fn half_a_name_is_enough_to_look_at_a_file() {
        for specifier in ["customerio-", "customerio-n", "@customerio/cdp-analytics-n"] {
            let text = format!("import {{ TrackClient }} from \"{specifier}\"");
            assert!(is_mentioned(text.as_bytes()) && names_sdk(text.as_bytes()), "{specifier}");
            assert_eq!(taken_for_the_sdk(specifier), None);
        }
    }
}
