//! Credentials that are written into the headers of requests which the code sends to Customer.io by itself.

use super::authorization::{Half, around_colon, encoded, split};
use super::request::{AddressedCall, header};
use crate::eval::Eval;
use crate::eval::value::Value;
use crate::sdk::{Authentication, CredentialForm, CredentialKind, PathRoot};
use crate::text::TextRange;

/// A credential that is written into the header of a request which the code sends to Customer.io by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeaderKey {
    /// The form of the key; `None` for what is encoded where it is written, and for a user with a password.
    pub form: Option<CredentialForm>,
    /// The kind that the API expects there.
    pub wanted: CredentialKind,
    /// The text, where it is written.
    pub range: TextRange,
}

/// The credentials that the analyzed file writes into headers, in the order of the text.
pub fn header_keys(eval: &Eval<'_>, calls: &[AddressedCall]) -> Vec<HeaderKey> {
    let keys = calls.iter().flat_map(|call| {
        let api = call.api();
        call.given.iter().filter_map(move |value| header_key(eval, api, value))
    });
    let mut found: Vec<HeaderKey> = keys.collect();
    found.sort_by_key(|key| key.range);
    found.dedup_by_key(|key| key.range);
    found
}

fn header_key(eval: &Eval<'_>, api: Option<PathRoot>, options: &Value) -> Option<HeaderKey> {
    let header = header(eval, options, "authorization")?;
    let Some(text) = header.as_str() else { return in_pair(eval, api, &header) };
    let (scheme, key) = text.split_once(' ')?;
    let (form, wanted) = match scheme.to_ascii_lowercase().as_str() {
        "bearer" => (Some(CredentialForm::of_secret(key.as_bytes())?), bearer(api)),
        "basic" if is_encoded(key, api) => (None, basic(api)),
        _ => return None,
    };
    header.node.is_here().then(|| HeaderKey { form, wanted, range: eval.units.range(header.node) })
}

/// The key in a text that is encoded where it is sent: `"Basic " + btoa("user:password")`.
fn in_pair(eval: &Eval<'_>, api: Option<PathRoot>, header: &Value) -> Option<HeaderKey> {
    let (scheme, rest) = split(eval, header.node)?;
    if !scheme.trim().eq_ignore_ascii_case("basic") {
        return None;
    }
    let pair = eval.value(encoded(eval, eval.value(rest).node)?).node;
    if !pair.is_here() {
        return None;
    }
    let (user, password) = around_colon(eval, pair)?;
    let secret = |half: &Half| match half {
        Half::Text(text) => CredentialForm::of_secret(text.as_bytes()),
        Half::Value(_) => None,
    };
    let wanted = basic(api);
    let form = match (wanted, &user, &password) {
        (CredentialKind::WriteKey, user, _) => Some(secret(user)?),
        (_, Half::Text(user), Some(password)) if !user.is_empty() => secret(password).map(|_| None)?,
        (_, _, password) => Some(secret(password.as_ref()?)?),
    };
    Some(HeaderKey { form, wanted, range: eval.units.range(pair) })
}

/// The kind of key that an API expects after `Bearer`.
fn bearer(api: Option<PathRoot>) -> CredentialKind {
    match api.map(PathRoot::authentication) {
        Some(Authentication::Basic(_, Some(key)) | Authentication::Basic(key, None)) => key,
        Some(Authentication::Bearer(key)) => key,
        Some(Authentication::None) | None => CredentialKind::AppKey,
    }
}

/// The kind of key that an API expects after `Basic`: only Pipelines takes one alone.
fn basic(api: Option<PathRoot>) -> CredentialKind {
    if api == Some(PathRoot::Pipelines) { CredentialKind::WriteKey } else { CredentialKind::TrackKey }
}

/// Returns whether a text has the length and the letters that a Site ID and a Track API key have in Base64, or a write
/// key of Pipelines alone.
fn is_encoded(text: &str, api: Option<PathRoot>) -> bool {
    const PAIR: usize = 56;
    const WRITE_KEY: usize = 28;
    const FEWEST: usize = 8;
    let text = text.trim();
    let mut seen: Vec<u8> = text.bytes().collect();
    seen.sort_unstable();
    seen.dedup();
    (text.len() == PAIR || text.len() == WRITE_KEY && api == Some(PathRoot::Pipelines))
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'='))
        && seen.len() >= FEWEST
}
