//! The kind of a credential, by the form of its value.
//!
//! Site IDs and Track API keys have 20 hexadecimal digits and cannot be distinguished, App API keys have 32. The newer
//! keys have a prefix for their kind. The form of the older write keys of Pipelines is not known, so no form speaks
//! against one.

use super::{CredentialKind, Region};
use std::collections::hash_map::RandomState;
use std::fmt;
use std::hash::BuildHasher;
use std::sync::LazyLock;

/// The form of a value given as a credential. Nothing else is kept of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CredentialForm {
    /// 20 hexadecimal digits: a Site ID or a Track API key.
    Hex20,
    /// 32 hexadecimal digits: an App API key.
    Hex32,
    /// `ak_us_…`, `ak_eu_…`: the coming secret key, right for every client.
    SecretKey(Region),
    /// `wk_us_…`, `wk_eu_…`: the coming public key.
    PublicKey(Region),
    /// `sa_live_…`: a service account.
    ServiceAccount,
    /// Anything else, placeholders for instance.
    Other,
}

impl CredentialForm {
    /// The form of `value`; white space around it does not count.
    pub fn of(value: &[u8]) -> Self {
        let value = value.trim_ascii();
        let region = |make: fn(Region) -> Self| match value.get(3..6) {
            Some(b"us_") => make(Region::Us),
            Some(b"eu_") => make(Region::Eu),
            _ => Self::Other,
        };
        match value.len() {
            20 if is_varied_hex(value) => Self::Hex20,
            32 if is_varied_hex(value) => Self::Hex32,
            _ if value.starts_with(b"ak_") => region(Self::SecretKey),
            _ if value.starts_with(b"wk_") => region(Self::PublicKey),
            _ if value.starts_with(b"sa_live_") => Self::ServiceAccount,
            _ => Self::Other,
        }
    }

    /// Returns whether a value of this form is right where a credential of `kind` belongs, whatever its name says.
    pub fn proves(self, kind: CredentialKind) -> bool {
        use CredentialKind::{AppKey, SiteId, TrackKey};
        match self {
            Self::Hex20 => matches!(kind, SiteId | TrackKey),
            Self::Hex32 => kind == AppKey,
            Self::SecretKey(_) | Self::PublicKey(_) => true,
            Self::ServiceAccount | Self::Other => false,
        }
    }

    /// Returns whether no credential of `kind` has this form.
    pub fn rules_out(self, kind: CredentialKind) -> bool {
        use CredentialKind::{AppKey, SiteId, TrackKey};
        match self {
            Self::Hex20 => kind == AppKey,
            Self::Hex32 => matches!(kind, SiteId | TrackKey),
            _ => false,
        }
    }

    /// The form of a value that is surely a key, and must stay secret; `None` for placeholders and for public keys.
    pub fn of_secret(value: &[u8]) -> Option<Self> {
        let value = value.trim_ascii();
        match Self::of(value) {
            form @ (Self::Hex20 | Self::Hex32) => Some(form),
            form @ (Self::SecretKey(_) | Self::ServiceAccount) => {
                let prefix = if form == Self::ServiceAccount { b"sa_live_".len() } else { b"ak_us_".len() };
                is_random(&value[prefix..]).then_some(form)
            }
            Self::PublicKey(_) | Self::Other => None,
        }
    }

    /// The number of hexadecimal digits, when it consists of them. Two places that hold the same such value hold the
    /// same credential; placeholders are equal to each other without being anything.
    pub fn digits(self) -> Option<usize> {
        match self {
            Self::Hex20 => Some(20),
            Self::Hex32 => Some(32),
            _ => None,
        }
    }
}

/// Placeholders are one digit or letter over and over.
fn is_varied_hex(value: &[u8]) -> bool {
    const FEWEST: usize = 5;
    let mut seen = [false; 256];
    value.iter().for_each(|&b| seen[b as usize] = true);
    value.iter().all(u8::is_ascii_hexdigit) && seen.into_iter().filter(|&seen| seen).count() >= FEWEST
}

/// Returns whether the part after a prefix is random: words and placeholders have no digits, or are one over and over.
fn is_random(rest: &[u8]) -> bool {
    const SHORTEST: usize = 8;
    const FEWEST: usize = 5;
    let mut seen: Vec<u8> = rest.to_vec();
    seen.sort_unstable();
    seen.dedup();
    rest.len() >= SHORTEST && rest.iter().any(u8::is_ascii_digit) && seen.len() >= FEWEST
}

/// Tests whether two values are equal, without the values. Made with a secret that this process drew at its start, so a
/// fingerprint says nothing to anybody else; it cannot be printed.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fingerprint(u64);

impl Fingerprint {
    /// The fingerprint of `value`.
    pub fn of(value: &[u8]) -> Self {
        static SECRET: LazyLock<RandomState> = LazyLock::new(RandomState::new);
        Self(SECRET.hash_one(value))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Fingerprint")
    }
}

#[cfg(test)]
mod tests {
    use super::CredentialForm::*;
    use super::*;
    use CredentialKind::{AppKey, SiteId, TrackKey, WriteKey};

    #[test]
    fn forms() {
        for (value, form) in [
            ("0123456789abcdef0123", Hex20),
            ("  0123456789ABCDEF0123\n", Hex20),
            ("0123456789abcdef0123456789abcdef", Hex32),
            ("00000000000000000000", Other),
            ("0123456789abcdef012", Other),
            ("0123456789abcdefghij", Other),
            ("", Other),
            ("ak_us_x", SecretKey(Region::Us)),
            ("wk_eu_x", PublicKey(Region::Eu)),
            ("ak_xx_x", Other),
            ("sa_live_x", ServiceAccount),
        ] {
            assert_eq!(CredentialForm::of(value.as_bytes()), form, "{value}");
        }
    }

    #[test]
    fn no_form_proves_and_rules_out_the_same() {
        for form in [Hex20, Hex32, SecretKey(Region::Us), PublicKey(Region::Eu), ServiceAccount, Other] {
            for kind in [SiteId, TrackKey, AppKey, WriteKey, CredentialKind::WebhookKey] {
                assert!(!(form.proves(kind) && form.rules_out(kind)), "{form:?} {kind:?}");
            }
            assert!(!form.rules_out(WriteKey), "the form of write keys is not known");
        }
        assert!(Hex20.rules_out(AppKey) && Hex32.rules_out(TrackKey));
    }

    #[test]
    fn placeholders_and_public_keys_are_no_secrets() {
        for secret in ["0123456789abcdef0123", "0123456789abcdef0123456789abcdef", "ak_us_4f9a8b7c", "sa_live_4f9a8b7c"]
        {
            assert!(CredentialForm::of_secret(secret.as_bytes()).is_some(), "{secret}");
        }
        for other in
            ["00000000000000000000", "ak_us_x", "ak_eu_0000000000000000", "sa_live_your_token_here", "wk_us_4f9a8b7c"]
        {
            assert_eq!(CredentialForm::of_secret(other.as_bytes()), None, "{other}");
        }
    }

    #[test]
    fn fingerprints_compare_and_do_not_print() {
        assert_eq!(Fingerprint::of(b"a"), Fingerprint::of(b"a"));
        assert_ne!(Fingerprint::of(b"a"), Fingerprint::of(b"b"));
        assert_eq!(format!("{:?}", Fingerprint::of(b"a")), "Fingerprint");
    }
}
