//! The `customerio-node` package as data: its modules, exports, clients, methods, requests, options, errors and limits,
//! each with the versions that have it. Nothing here looks at code.
//!
//! The tables are measured: `tests/sdk/drift.mjs` installs every published version and compares. Questions take the
//! version as `Option<&semver::Version>`. Without one they ask about every version; with one that is newer than the
//! tables they answer "unknown" ([`Has::Unknown`], `None`), which must lead to silence.

pub mod attributes;
pub mod broadcast;
mod client;
mod client_options;
mod credential_form;
mod credential_name;
pub mod defects;
mod describe;
mod door;
mod endpoints;
mod enums;
pub mod errors;
pub mod events;
mod exports;
pub mod identifiers;
pub mod limits;
mod mentioned;
mod methods;
mod module;
mod nearest;
mod npm_range;
pub mod operations;
mod param;
mod requests;
pub mod responses;
mod routes;
mod slots;
pub mod status;
#[cfg(test)]
mod tests;
pub mod timezones;
pub mod transport;
pub mod types;
mod versions;
pub mod webhook;

pub use client::{ClientKind, CredentialKind, Region};
pub use client_options::{
    CLIENT_OPTIONS, ClientOption, Effect, REGION_IS_CHECKED, RETRY_OPTIONS, URL_IS_HOST_AND_PATH, nearest_client_option,
};
pub use credential_form::{CredentialForm, Fingerprint};
pub use credential_name::credential_kind;
pub use describe::{body_limit, describe, rate};
pub use door::{Door, client_of_global};
pub use endpoints::{Authentication, OLD_HOSTS, api_of_host, region_of_host};
pub use enums::{ENUMERATIONS, Enumeration};
pub use exports::{
    PackageModule, RuntimeExport, SYMBOLS, SymbolKind, deep_import_resolves, exports, module_is_class, nearest_export,
};
pub use limits::Limit;
pub use mentioned::{LONGEST_MENTION, is_mentioned, names_sdk};
pub use methods::{ClientClass, Endpoint, Method, PathRoot, Verb, methods_named, takes_names_or_times};
pub use module::{Export, Module, PACKAGE, TAKEN_FOR_THE_SDK, barely_begun, begun, taken_for_the_sdk};
pub use nearest::{nearest, same_words};
pub use npm_range::lowest_version;
pub use param::{Check, Keys, Param, ParamKey, ParamType};
pub use requests::{
    ATTACH, DroppedKey, Instead, OptionState, REQUEST_CLASSES, RequestClass, RequestOption, SUBJECT_NEEDS_FROM,
};
pub use routes::{ArgumentSlot, EndpointRoute, Routed, Segment, route};
pub use slots::Shape;
pub use status::{Again, Status};
pub use versions::{Has, History, KnownVersion, NEWEST, OLDEST, RELEASES, Release, Versions, is_next, next};
