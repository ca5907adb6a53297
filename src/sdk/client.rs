//! The clients of the SDK, the credentials they take and the regions they talk to.

use super::Door;

/// A client class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ClientKind {
    /// `TrackClient(siteId, trackApiKey, options?)`: Basic authentication.
    Track,
    /// `APIClient(appApiKey, options?)`: a bearer token.
    App,
    /// `PipelinesClient(writeKey, options?)`, since 5.0: another dialect (ISO timestamps, Title Case events).
    Pipelines,
    /// The default class of 0.x to 2.x, `new CIO(siteId, apiKey, options?)`: the Track client of its time.
    Legacy,
    /// `new Analytics({ writeKey, host })` of `@customerio/cdp-analytics-node`: the dialect of Pipelines.
    CdpNode,
    /// `AnalyticsBrowser.load({ writeKey, cdnURL })` of `@customerio/cdp-analytics-browser`, and the global
    /// `cioanalytics` of its snippet: the dialect of Pipelines, with arguments by place.
    CdpBrowser,
    /// The global `_cio` of Customer.io's snippet for the Track API.
    Snippet,
    /// The class `CustomerIO` of `customerio-reactnative`, all of whose methods are static.
    ReactNative,
    /// `new CustomerIO({ apiKey })` of `customerio-node`: on the main branch of its repository, not on npm yet. The dialect of
    /// the Track API, and messages of the App API as plain objects.
    Unified,
}

impl ClientKind {
    /// The class as it is written: `TrackClient`; the legacy class has no name of its own.
    pub fn class_name(self) -> &'static str {
        match self {
            Self::Track => "TrackClient",
            Self::App => "APIClient",
            Self::Pipelines => "PipelinesClient",
            Self::Legacy => "the default class",
            Self::CdpNode => "Analytics",
            Self::CdpBrowser => "AnalyticsBrowser",
            Self::Snippet => "_cio",
            Self::ReactNative | Self::Unified => "CustomerIO",
        }
    }
    /// The API that it talks to, as people call it: `Track API`.
    pub fn api_name(self) -> &'static str {
        match self {
            Self::Track | Self::Legacy | Self::Snippet | Self::Unified => "Track API",
            Self::App => "App API",
            Self::Pipelines | Self::CdpNode | Self::CdpBrowser | Self::ReactNative => "Pipelines API",
        }
    }
    /// The way in which its calls reach Customer.io.
    pub fn door(self) -> Door {
        match self {
            Self::Track | Self::App | Self::Pipelines | Self::Legacy => Door::Sdk,
            Self::CdpNode => Door::CdpNode,
            Self::CdpBrowser => Door::CdpBrowser,
            Self::Snippet => Door::Snippet,
            Self::ReactNative => Door::ReactNative,
            Self::Unified => Door::Unified,
        }
    }
    /// Returns whether its calls are in the dialect of Pipelines: times are ISO 8601, and what is sent is called `event`,
    /// `properties` and `traits`.
    pub fn is_pipelines(self) -> bool {
        matches!(self, Self::Pipelines | Self::CdpNode | Self::CdpBrowser | Self::ReactNative)
    }
    /// Returns the meaning of each leading argument of the constructor; the options follow.
    pub fn credentials(self) -> &'static [CredentialKind] {
        match self {
            Self::Track | Self::Legacy => &[CredentialKind::SiteId, CredentialKind::TrackKey],
            Self::App => &[CredentialKind::AppKey],
            Self::Pipelines => &[CredentialKind::WriteKey],
            // Their keys are among the options, or in a snippet.
            Self::CdpNode | Self::CdpBrowser | Self::Snippet | Self::ReactNative | Self::Unified => &[],
        }
    }
    /// Zero-based index of the options among the constructor's arguments.
    pub fn options_index(self) -> usize {
        self.credentials().len()
    }
}

/// A kind of credential.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CredentialKind {
    /// Site ID: user of the Track API's Basic authentication. 20 hexadecimal digits.
    SiteId,
    /// Track API key: its password. 20 hexadecimal digits.
    TrackKey,
    /// App API key: bearer token. 32 hexadecimal digits.
    AppKey,
    /// Write key of a Pipelines source.
    WriteKey,
    /// Signing key of a reporting webhook.
    WebhookKey,
}

impl CredentialKind {
    /// As people call it: `Site ID`, `Track API key`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SiteId => "Site ID",
            Self::TrackKey => "Track API key",
            Self::AppKey => "App API key",
            Self::WriteKey => "Pipelines write key",
            Self::WebhookKey => "webhook signing key",
        }
    }

    /// The same with its article: `a Site ID`, `an App API key`.
    pub fn with_article(self) -> String {
        let article = if self == Self::AppKey { "an" } else { "a" };
        format!("{article} {}", self.as_str())
    }
}

/// A region of Customer.io.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Region {
    /// `track.customer.io`
    Us,
    /// `track-eu.customer.io`
    Eu,
}

impl Region {
    /// The SDK's export: `RegionUS` or `RegionEU`.
    pub fn export(self) -> &'static str {
        match self {
            Self::Us => "RegionUS",
            Self::Eu => "RegionEU",
        }
    }
    /// `US` or `EU`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Us => "US",
            Self::Eu => "EU",
        }
    }
    /// The word for it in settings and addresses: `us` or `eu`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Us => "us",
            Self::Eu => "eu",
        }
    }
    /// The region of a word such as [`Region::word`] gives, in any case of its letters.
    pub fn of_word(word: &str) -> Option<Self> {
        [Self::Us, Self::Eu].into_iter().find(|region| region.word().eq_ignore_ascii_case(word))
    }
    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::Us => Self::Eu,
            Self::Eu => Self::Us,
        }
    }
}
