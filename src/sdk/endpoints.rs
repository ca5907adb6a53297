//! The hosts of the APIs and the authentication of each.

use super::limits::{APP_RATE, PIPELINES_RATE, Rate, TRACK_RATE};
use super::methods::PathRoot;
use super::{ClientKind, CredentialKind, Region};

/// A form of authentication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Authentication {
    /// HTTP Basic: user and password.
    Basic(CredentialKind, Option<CredentialKind>),
    /// A bearer token.
    Bearer(CredentialKind),
    /// None: who knows the address may ask.
    None,
}

impl Authentication {
    /// As people call it: `Basic (Site ID and Track API key)`.
    pub fn describe(self) -> String {
        match self {
            Self::Basic(user, Some(password)) => format!("Basic ({} and {})", user.as_str(), password.as_str()),
            Self::Basic(user, None) => format!("Basic ({}, no password)", user.as_str()),
            Self::Bearer(key) => format!("Bearer ({})", key.as_str()),
            Self::None => "none".to_owned(),
        }
    }
}

/// Hosts that older code names, and the region of each. Nothing answers there as the SDK expects it.
pub const OLD_HOSTS: &[(&str, Region)] =
    &[("beta-api-eu.customer.io", Region::Eu), ("beta-api.customer.io", Region::Us)];

impl PathRoot {
    /// The client of the SDK that calls it.
    pub fn client(self) -> ClientKind {
        match self {
            Self::App => ClientKind::App,
            Self::Track | Self::TrackV2 | Self::TrackHost => ClientKind::Track,
            Self::Pipelines => ClientKind::Pipelines,
        }
    }
    /// Every root.
    pub const ALL: [Self; 5] = [Self::Track, Self::TrackV2, Self::TrackHost, Self::App, Self::Pipelines];

    /// Its host in a region: `track-eu.customer.io`.
    pub fn host(self, region: Region) -> &'static str {
        match (self, region) {
            (Self::Track | Self::TrackV2 | Self::TrackHost, Region::Us) => "track.customer.io",
            (Self::Track | Self::TrackV2 | Self::TrackHost, Region::Eu) => "track-eu.customer.io",
            (Self::App, Region::Us) => "api.customer.io",
            (Self::App, Region::Eu) => "api-eu.customer.io",
            (Self::Pipelines, Region::Us) => "cdp.customer.io",
            (Self::Pipelines, Region::Eu) => "cdp-eu.customer.io",
        }
    }
    /// Returns the part between the host and the path of an endpoint: `/api/v1`.
    pub fn prefix(self) -> &'static str {
        match self {
            Self::Track => "/api/v1",
            Self::TrackV2 => "/api/v2",
            Self::TrackHost => "",
            Self::App | Self::Pipelines => "/v1",
        }
    }
    /// The authentication it expects.
    pub fn authentication(self) -> Authentication {
        match self {
            Self::Track | Self::TrackV2 => {
                Authentication::Basic(CredentialKind::SiteId, Some(CredentialKind::TrackKey))
            }
            Self::TrackHost => Authentication::None,
            Self::App => Authentication::Bearer(CredentialKind::AppKey),
            Self::Pipelines => Authentication::Basic(CredentialKind::WriteKey, None),
        }
    }
    /// The number of requests it takes.
    pub fn rate(self) -> Rate {
        match self {
            Self::Track | Self::TrackV2 | Self::TrackHost => TRACK_RATE,
            Self::App => APP_RATE,
            Self::Pipelines => PIPELINES_RATE,
        }
    }
    /// The API that it belongs to, as people call it.
    pub fn api_name(self) -> &'static str {
        match self {
            Self::Track | Self::TrackHost => "Track API",
            Self::TrackV2 => "Track API v2",
            Self::App => "App API",
            Self::Pipelines => "Pipelines API",
        }
    }
}

/// The API whose host this is, and its region; `None` for a host that is not one of Customer.io's APIs.
pub fn api_of_host(host: &str) -> Option<(PathRoot, Region)> {
    let old = OLD_HOSTS.iter().find(|(name, _)| name.eq_ignore_ascii_case(host));
    old.map(|(_, region)| (PathRoot::App, *region)).or_else(|| {
        let all = PathRoot::ALL.into_iter().flat_map(|root| [(root, Region::Us), (root, Region::Eu)]);
        all.into_iter().find(|(root, region)| root.host(*region).eq_ignore_ascii_case(host))
    })
}

/// The region whose host this is; `None` for a host that is not one of Customer.io's APIs.
pub fn region_of_host(host: &str) -> Option<Region> {
    api_of_host(host).map(|(_, region)| region)
}
