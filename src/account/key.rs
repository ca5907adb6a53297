//! Keys, which are neither printed nor written.

use crate::sdk::CredentialForm;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::fmt::{self, Debug, Formatter};
use zeroize::Zeroizing;

/// An App API key. It is wiped when it is dropped.
pub struct AppKey(Zeroizing<String>);

impl AppKey {
    /// A key out of a value as people paste it: with blanks and line ends around it.
    ///
    /// # Errors
    /// When the value cannot be an App API key; says what it is instead, and not the value.
    pub fn of(value: Zeroizing<String>) -> Result<Self, &'static str> {
        let trimmed = Zeroizing::new(value.trim().to_owned());
        if trimmed.is_empty() {
            return Err("is empty");
        }
        if !trimmed.bytes().all(|b| b.is_ascii_graphic()) {
            return Err("contains characters that are never part of a key");
        }
        match CredentialForm::of(trimmed.as_bytes()) {
            CredentialForm::Hex20 => Err("looks like a Site ID or a Track API key, not an App API key"),
            CredentialForm::PublicKey(_) => Err("is a public key, which cannot read the account"),
            CredentialForm::ServiceAccount => Err("is a service account token, which can only send messages"),
            CredentialForm::Hex32 | CredentialForm::SecretKey(_) | CredentialForm::Other => Ok(Self(trimmed)),
        }
    }

    /// The value of the header `Authorization`.
    fn bearer(&self) -> Zeroizing<String> {
        Zeroizing::new(format!("Bearer {}", self.0.as_str()))
    }
}

impl Debug for AppKey {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("Key")
    }
}

/// A Site ID and the Track API key that belongs to it. Both are wiped when they are dropped.
pub struct TrackPair {
    site: Zeroizing<String>,
    key: Zeroizing<String>,
}

impl TrackPair {
    /// A pair out of two values as people paste them. `None` where one of them cannot be sent: it is empty, or has
    /// characters that no key has.
    pub fn of(site: &str, key: &str) -> Option<Self> {
        let (site, key) = (site.trim(), key.trim());
        let sendable = |value: &str| !value.is_empty() && value.bytes().all(|b| b.is_ascii_graphic());
        // In Basic authentication a colon ends the user.
        (sendable(site) && sendable(key) && !site.contains(':'))
            .then(|| Self { site: Zeroizing::new(site.to_owned()), key: Zeroizing::new(key.to_owned()) })
    }

    fn encoded(&self) -> Zeroizing<String> {
        let pair = Zeroizing::new(format!("{}:{}", self.site.as_str(), self.key.as_str()));
        Zeroizing::new(STANDARD.encode(pair.as_bytes()))
    }
}

impl Debug for TrackPair {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("Pair")
    }
}

/// The credentials that requests are sent with.
#[derive(Debug)]
pub enum Access {
    /// Those of the App API.
    Bearer(AppKey),
    /// Those of the Track API.
    Basic(TrackPair),
    /// None: the address is public.
    Open,
}

impl From<AppKey> for Access {
    fn from(key: AppKey) -> Self {
        Self::Bearer(key)
    }
}

impl From<TrackPair> for Access {
    fn from(pair: TrackPair) -> Self {
        Self::Basic(pair)
    }
}

impl Access {
    /// The value of the header `Authorization`.
    pub(super) fn header(&self) -> Option<Zeroizing<String>> {
        match self {
            Self::Bearer(key) => Some(key.bearer()),
            Self::Basic(pair) => Some(Zeroizing::new(format!("Basic {}", pair.encoded().as_str()))),
            Self::Open => None,
        }
    }

    /// A text without the credentials in it, whatever sent the text.
    pub(super) fn scrubbed(&self, text: &str) -> String {
        match self {
            Self::Bearer(key) => text.replace(key.0.as_str(), "***"),
            Self::Basic(pair) => {
                let text = text.replace(pair.encoded().as_str(), "***");
                // A longer one first: it may contain the other.
                let (first, last) = match (&pair.key, &pair.site) {
                    (key, site) if key.len() >= site.len() => (key, site),
                    (key, site) => (site, key),
                };
                text.replace(first.as_str(), "***").replace(last.as_str(), "***")
            }
            Self::Open => text.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::AppKey;
    use zeroize::Zeroizing;

    fn of(value: &str) -> Result<AppKey, &'static str> {
        AppKey::of(Zeroizing::new(value.to_owned()))
    }

    #[test]
    fn kinds_are_told_apart_before_anything_is_sent() {
        assert!(of("0123456789abcdef0123456789abcdef\n").is_ok());
        assert!(of("ak_us_0123456789abcdef").is_ok());
        assert!(of("0123456789abcdef0123").unwrap_err().contains("Track API key"));
        assert!(of("sa_live_0123456789abcdef").unwrap_err().contains("service account"));
        assert_eq!(of(" \n").unwrap_err(), "is empty");
        assert!(of("a\u{e9}b").is_err() && of("a b").is_err());
    }

    #[test]
    fn a_key_is_not_printed() {
        assert_eq!(format!("{:?}", of("0123456789abcdef0123456789abcdef").unwrap()), "Key");
    }
}
