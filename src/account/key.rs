//! A key, which is neither printed nor written.

use crate::sdk::CredentialForm;
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
            return Err("has characters that no key has");
        }
        match CredentialForm::of(trimmed.as_bytes()) {
            CredentialForm::Hex20 => Err("looks like a Site ID or a Track API key, not like an App API key"),
            CredentialForm::PublicKey(_) => Err("is a public key, which cannot read the account"),
            CredentialForm::ServiceAccount => Err("is a service account token, which can only send messages"),
            CredentialForm::Hex32 | CredentialForm::SecretKey(_) | CredentialForm::Other => Ok(Self(trimmed)),
        }
    }

    /// The value of the header `Authorization`.
    pub(super) fn bearer(&self) -> Zeroizing<String> {
        Zeroizing::new(format!("Bearer {}", self.0.as_str()))
    }

    /// A text without the key in it, whatever sent the text.
    pub(super) fn scrubbed(&self, text: &str) -> String {
        text.replace(self.0.as_str(), "***")
    }
}

impl Debug for AppKey {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("Key")
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
