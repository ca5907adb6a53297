//! The kind of a credential, by its name.
//!
//! Measured on public code: a bare `CUSTOMERIO_API_KEY` holds the Track key in some projects and the App key in
//! others, so it says nothing. Only the words TRACK/TRACKING, APP/APPLICATION/TRANSACTIONAL/EMAIL next to the key,
//! PIPELINES/WRITE and SITE next to ID or KEY carry information; a project's own prefix (`MY_APP_CUSTOMERIO_API_KEY`)
//! does not.

use super::CredentialKind;
use convert_case::{Case, Casing};

const KEY_WORDS: &[&str] = &["key", "token", "secret", "bearer", "apikey"];
const APP_WORDS: &[&str] =
    &["app", "application", "transactional", "transaction", "tx", "trans", "broadcast", "bearer", "email"];
const TRACK_WORDS: &[&str] = &["track", "tracking", "behavioral"];
const PIPELINES_WORDS: &[&str] = &["pipelines", "pipeline", "cdp"];

/// The kind that a name says; `None` where it says nothing, or two things.
pub fn credential_kind(name: &str) -> Option<CredentialKind> {
    let snake = snake_case(name.trim_start_matches(['#', '_', '$']));
    let words: Vec<&str> = snake.split('_').filter(|w| !w.is_empty()).collect();
    let has = |list: &[&str]| words.iter().any(|w| list.contains(w));
    if followed(&words, &["site"], &["id", "key"]) && !followed(&words, &["id"], &["key"]) || has(&["siteid"]) {
        return Some(CredentialKind::SiteId);
    }
    if has(&["webhook", "signing"]) {
        return Some(CredentialKind::WebhookKey);
    }
    let is_key = has(KEY_WORDS) || has(&["basic"]);
    let write = followed(&words, &["write"], &["key"]) || has(&["writekey"]) || is_key && has(PIPELINES_WORDS);
    let track = is_key && has(TRACK_WORDS);
    let app = followed_by_key(&words) || words.ends_with(&["key", "app"]);
    match (write, track, app) {
        (true, false, false) => Some(CredentialKind::WriteKey),
        (false, true, false) => Some(CredentialKind::TrackKey),
        (false, false, true) => Some(CredentialKind::AppKey),
        _ => None,
    }
}

fn snake_case(name: &str) -> String {
    // Environment variables are it already, but for their capitals; taking them apart would cost far more.
    if name.bytes().all(|b| b.is_ascii_uppercase() || b == b'_') {
        return name.to_ascii_lowercase();
    }
    name.to_case(Case::Snake)
}

/// Returns whether a word of `first` comes directly before one of `second`.
fn followed(words: &[&str], first: &[&str], second: &[&str]) -> bool {
    words.windows(2).any(|pair| first.contains(&pair[0]) && second.contains(&pair[1]))
}

/// `app key`, `app api key`
fn followed_by_key(words: &[&str]) -> bool {
    followed(words, APP_WORDS, KEY_WORDS)
        || words.windows(3).any(|w| APP_WORDS.contains(&w[0]) && w[1] == "api" && KEY_WORDS.contains(&w[2]))
}

#[cfg(test)]
mod tests {
    use super::CredentialKind;
    use super::credential_kind;
    use CredentialKind::*;

    #[test]
    fn names_of_public_code() {
        for (name, kind) in [
            ("CUSTOMERIO_SITE_ID", Some(SiteId)),
            ("CUSTOMER_IO_SITE_KEY", Some(SiteId)),
            ("siteId", Some(SiteId)),
            ("TRACK_API_SITE_ID", Some(SiteId)),
            ("CUSTOMERIO_TRACK_API_KEY", Some(TrackKey)),
            ("CUSTOMERIO_TRACKING_API_KEY", Some(TrackKey)),
            ("CUSTOMER_IO_TRACK_API_BASIC", Some(TrackKey)),
            ("trackApiKey", Some(TrackKey)),
            ("CUSTOMERIO_APP_API_KEY", Some(AppKey)),
            ("CUSTOMER_IO_APPLICATION_API_KEY", Some(AppKey)),
            ("CIO_APP_KEY", Some(AppKey)),
            ("API_KEY_APP", Some(AppKey)),
            ("CUSTOMERIO_TRANSACTIONAL_API_KEY", Some(AppKey)),
            ("CUSTOMERIO_EMAIL_API_KEY", Some(AppKey)),
            ("CIO_APP_API_BEARER", Some(AppKey)),
            ("appApiKey", Some(AppKey)),
            ("CIO_PIPELINES_WRITE_KEY", Some(WriteKey)),
            ("CUSTOMERIO_WRITE_KEY", Some(WriteKey)),
            ("CIO_CDP_API_KEY", Some(WriteKey)),
            ("CIO_WEBHOOK_SECRET", Some(WebhookKey)),
            ("CUSTOMERIO_API_KEY", None),
            ("CUSTOMER_IO_API_KEY", None),
            ("CIO_API_KEY", None),
            ("API_KEY", None),
            ("CUSTOMER_IO_KEY", None),
            ("SITE_API_KEY", None),
            ("MY_APP_CUSTOMERIO_API_KEY", None),
            ("APP_CIO_KEY", None),
            ("CUSTOMERIO_CLIENT_API_KEY", None),
            ("apiKey", None),
            ("key", None),
        ] {
            assert_eq!(credential_kind(name), kind, "{name}");
        }
    }
}
