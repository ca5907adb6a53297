//! The exports of the package: each symbol, its modules, and the version that added it.

use super::{ClientKind, Export, Has, KnownVersion, Region, Versions, nearest};
use semver::Version;

/// A module of the package that can be imported by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PackageModule {
    /// `customerio-node`
    Root,
    /// `customerio-node/api`
    Api,
    /// `customerio-node/regions`
    Regions,
    /// `customerio-node/track`
    Track,
}

impl PackageModule {
    /// Returns the names in the import.
    pub fn specifier(self) -> &'static str {
        match self {
            Self::Root => "customerio-node",
            Self::Api => "customerio-node/api",
            Self::Regions => "customerio-node/regions",
            Self::Track => "customerio-node/track",
        }
    }
    /// The place that an import names; `None` for other modules and for deep imports.
    pub fn of(specifier: &str) -> Option<Self> {
        [Self::Root, Self::Api, Self::Regions, Self::Track].into_iter().find(|place| place.specifier() == specifier)
    }
    /// The versions in which it resolves.
    pub fn versions(self) -> Versions {
        match self {
            Self::Root => Versions::ALL,
            Self::Api => API,
            Self::Regions => REGIONS,
            Self::Track => Versions::since(1, 0, 0).until(3, 0, 0),
        }
    }
}

/// The kind of a symbol.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SymbolKind {
    /// A client class.
    Client(ClientKind),
    /// A class of transactional requests.
    Request,
    /// `RegionUS`, `RegionEU`
    Region(Region),
    /// The class `Region`.
    RegionClass,
    /// An enumeration.
    Enum,
    /// A class of errors.
    Error,
    /// A function.
    Function,
    /// Something that is not released yet and is never checked.
    Coming,
}

/// A symbol that exists when the code runs.
#[derive(Clone, Copy, Debug)]
pub struct RuntimeExport {
    /// Its name.
    pub name: &'static str,
    /// The kind of symbol.
    pub kind: SymbolKind,
    /// The modules from which it can be imported by its name, each with the versions.
    pub places: &'static [(PackageModule, Versions)],
}

const API: Versions = Versions::since(1, 0, 0).until(3, 0, 0);
const REGIONS: Versions = Versions::since(1, 1, 0).until(3, 0, 0);
const ROOT_3: (PackageModule, Versions) = (PackageModule::Root, Versions::since(3, 0, 0));

const fn symbol(name: &'static str, kind: SymbolKind, places: &'static [(PackageModule, Versions)]) -> RuntimeExport {
    RuntimeExport { name, kind, places }
}

/// The symbols, sorted by name. The default class of 0.x to 2.x is not one: the module itself is the class.
pub static SYMBOLS: &[RuntimeExport] = &[
    symbol("APIClient", SymbolKind::Client(ClientKind::App), &[ROOT_3, (PackageModule::Api, API)]),
    symbol("CustomerIO", SymbolKind::Coming, &[(PackageModule::Root, Versions::UNRELEASED)]),
    // 3.3.1 on npm may be without it: 3.3.2 was published to repair the build.
    symbol(
        "CustomerIORequestError",
        SymbolKind::Error,
        &[(PackageModule::Root, Versions::since(3, 3, 2).perhaps_since(3, 3, 1))],
    ),
    symbol("DeliveryExportMetric", SymbolKind::Enum, &[(PackageModule::Root, Versions::since(3, 4, 0))]),
    symbol("EmailClient", SymbolKind::Coming, &[(PackageModule::Root, Versions::UNRELEASED)]),
    symbol("FilterOperator", SymbolKind::Enum, &[(PackageModule::Root, Versions::since(5, 0, 0))]),
    symbol("IdentifierType", SymbolKind::Enum, &[(PackageModule::Root, Versions::since(3, 5, 0))]),
    symbol("KeyCapabilityError", SymbolKind::Coming, &[(PackageModule::Root, Versions::UNRELEASED)]),
    symbol("MissingParamError", SymbolKind::Error, &[(PackageModule::Root, Versions::since(5, 0, 0))]),
    symbol(
        "PipelinesClient",
        SymbolKind::Client(ClientKind::Pipelines),
        &[(PackageModule::Root, Versions::since(5, 0, 0))],
    ),
    symbol("Region", SymbolKind::RegionClass, &[ROOT_3, (PackageModule::Regions, REGIONS)]),
    symbol("RegionEU", SymbolKind::Region(Region::Eu), &[ROOT_3, (PackageModule::Regions, REGIONS)]),
    symbol("RegionUS", SymbolKind::Region(Region::Us), &[ROOT_3, (PackageModule::Regions, REGIONS)]),
    symbol("SendEmailRequest", SymbolKind::Request, &[ROOT_3, (PackageModule::Api, API)]),
    symbol("SendInAppRequest", SymbolKind::Request, &[(PackageModule::Root, Versions::since(4, 4, 0))]),
    symbol("SendInboxMessageRequest", SymbolKind::Request, &[(PackageModule::Root, Versions::since(4, 3, 0))]),
    symbol("SendPushRequest", SymbolKind::Request, &[(PackageModule::Root, Versions::since(4, 1, 0))]),
    symbol("SendSMSRequest", SymbolKind::Request, &[(PackageModule::Root, Versions::since(4, 2, 0))]),
    symbol("SendWhatsAppRequest", SymbolKind::Request, &[(PackageModule::Root, Versions::SINCE_5_2)]),
    symbol("TrackClient", SymbolKind::Client(ClientKind::Track), &[ROOT_3]),
    symbol("verifyRequestSignature", SymbolKind::Function, &[(PackageModule::Root, Versions::SINCE_5_2)]),
];

impl RuntimeExport {
    /// The symbol with this name.
    pub fn of(name: &str) -> Option<&'static Self> {
        SYMBOLS.binary_search_by(|symbol| symbol.name.cmp(name)).ok().map(|at| &SYMBOLS[at])
    }
    /// The symbol as the evaluation of code sees it.
    pub fn export(&self) -> Export {
        match self.kind {
            SymbolKind::Client(kind) => Export::Client(kind),
            SymbolKind::Request => Export::Request(self.name),
            SymbolKind::Region(region) => Export::Region(region),
            SymbolKind::RegionClass => Export::RegionClass,
            _ => Export::Other,
        }
    }
    /// Returns whether it can be imported from some place in a version, as far as is known.
    pub fn is_anywhere(&self, version: &Version) -> bool {
        self.places.iter().any(|(place, _)| !self.is_in(*place, Some(version)).no())
    }
    /// Returns whether a version exports it from a place.
    pub fn is_in(&self, place: PackageModule, version: Option<&Version>) -> Has {
        match self.places.iter().find(|(p, _)| *p == place) {
            Some((_, versions)) => versions.has(version),
            None if matches!(KnownVersion::of(version), KnownVersion::Newer(_)) => Has::Unknown,
            None => Has::No,
        }
    }
}

/// Returns whether a version exports a symbol from a place, as a value or as a type. A name that no version knows is
/// missing from every one up to the newest of the table.
pub fn exports(name: &str, place: PackageModule, version: Option<&Version>) -> Has {
    if let Some(symbol) = RuntimeExport::of(name) {
        return symbol.is_in(place, version);
    }
    match (place, super::types::versions(name), KnownVersion::of(version)) {
        (PackageModule::Root, Some(versions), _) => versions.has(version),
        (_, _, KnownVersion::Newer(_)) => Has::Unknown,
        _ => Has::No,
    }
}

/// The symbol that a name was most likely meant to be, of those that a version may have in a place.
pub fn nearest_export(name: &str, place: PackageModule, version: Option<&Version>) -> Option<&'static str> {
    nearest(name, SYMBOLS.iter().filter(|symbol| !symbol.is_in(place, version).no()).map(|symbol| symbol.name))
}

/// Returns whether the module itself is a class that can be constructed: `new (require("customerio-node"))(…)`.
pub fn module_is_class(place: PackageModule, version: Option<&Version>) -> Has {
    match place {
        PackageModule::Root => Versions::ALL.until(3, 0, 0).has(version),
        PackageModule::Track => place.versions().has(version),
        PackageModule::Api | PackageModule::Regions => Has::No,
    }
}

/// Returns whether an import below the package other than the places above, like `customerio-node/dist/lib/request`,
/// can resolve. Since 5.0 the package's `exports` allow nothing but the root, not even its `package.json`.
pub fn deep_import_resolves(version: Option<&Version>) -> Has {
    Versions::ALL.until(5, 0, 0).has(version)
}
