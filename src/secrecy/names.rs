//! The secrecy of a value, by its name.

use aho_corasick::AhoCorasick;
use convert_case::{Case, Casing};
use std::sync::LazyLock;

/// The last words of names whose value is a secret, joined by `_`.
const ENDINGS: &[&str] = &[
    "access_key",
    "api_key",
    "apikey",
    "app_key",
    "auth",
    "auth_key",
    "authorization",
    "bearer",
    "card_cvc",
    "card_cvv",
    "card_number",
    "cardnumber",
    "credential",
    "credentials",
    "credit_card",
    "creditcard",
    "cvc",
    "cvv",
    "encrypted_password",
    "encryption_key",
    "hashed_password",
    "hmac_key",
    "iban",
    "jwt",
    "master_key",
    "passcode",
    "passphrase",
    "passport_number",
    "passwd",
    "password",
    "password_hash",
    "password_salt",
    "private_key",
    "pwd",
    "secret",
    "secret_key",
    "secrets",
    "service_key",
    "signing_key",
    "social_security",
    "social_security_number",
    "ssn",
    "token",
    "track_key",
    "tracking_key",
    "webhook_key",
    "write_key",
];

/// Parts without which no name is secret: most names are decided by them alone.
const PARTS: &[&str] = &[
    "key", "pass", "pwd", "secret", "token", "card", "cvc", "cvv", "ssn", "social", "auth", "jwt", "bearer", "creden",
    "iban",
];

/// Returns whether a value with this name must be kept secret, as `apiKey`, `CUSTOMERIO_KEY` and `x-api-key`.
pub fn is_secret_name(name: &str) -> bool {
    // Asked of every name of a file, and nearly always no.
    static SECRET_PARTS: LazyLock<Option<AhoCorasick>> =
        LazyLock::new(|| AhoCorasick::builder().ascii_case_insensitive(true).build(PARTS).ok());
    if SECRET_PARTS.as_ref().is_some_and(|parts| !parts.is_match(name)) {
        return false;
    }
    let lower = name.to_ascii_lowercase();
    let snake = if name.bytes().any(|b| b.is_ascii_lowercase()) { name.to_case(Case::Snake) } else { lower };
    let snake = snake.replace(['-', ' ', '.'], "_");
    let ends = |ending: &&str| snake.strip_suffix(*ending).is_some_and(|rest| rest.is_empty() || rest.ends_with('_'));
    // The environment calls them after the service.
    let of_ours =
        snake.ends_with("_key") && ["cio", "customerio", "customer_io"].iter().any(|ours| snake.contains(ours));
    of_ours || ENDINGS.iter().any(ends)
}

/// Returns whether a value under the name of a secret is not secret: its own name (`PASSWORD: "password"`), or that of
/// an environment variable, which replaces its value in settings and in examples.
pub(super) fn stands_for_itself(name: &str, value: &str) -> bool {
    let plain = |text: &str| text.to_ascii_lowercase().replace(['_', '-', ' ', '.'], "");
    let is_variable = value.contains('_')
        && value.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_')
        && (is_secret_name(value) || value.starts_with("YOUR_"));
    value.is_empty() || is_variable || plain(name).contains(&plain(value))
}

#[cfg(test)]
mod tests {
    use super::is_secret_name;

    #[test]
    fn names() {
        for name in
            ["password", "apiKey", "CUSTOMERIO_TRACK_API_KEY", "CIO_KEY", "x-api-key", "resetToken", "userPassword"]
        {
            assert!(is_secret_name(name), "{name}");
        }
        for name in
            ["key", "name", "passwordChangedAt", "tokenType", "monkey", "keyboard", "author", "hasPasswordReset"]
        {
            assert!(!is_secret_name(name), "{name}");
        }
    }
}
