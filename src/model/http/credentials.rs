//! The credentials in the authorization of requests that are sent without the SDK.

use super::authorization::{Half, around_colon, encoded, split};
use super::request::header;
use crate::eval::Eval;
use crate::eval::http::entry;
use crate::eval::units::Node;
use crate::eval::value::{SenderOptions, SetOption, Value};
use crate::model::calls::sdk_calls::Call;
use crate::model::clients::client::Credential;
use crate::model::credentials::names::credential;
use crate::sdk::{Authentication, PathRoot};
use crate::text::TextRange;
use rustc_hash::FxHashSet;

/// The credentials of a request that is sent without the SDK.
#[derive(Clone, Debug)]
pub struct HttpCredentials {
    /// The API that they are sent to.
    pub api: PathRoot,
    /// The call.
    pub call: TextRange,
    /// The credentials, as far as they are seen.
    pub credentials: Vec<Credential>,
}

/// The credentials of the requests that the analyzed file sends, each place once.
pub fn http_credentials(eval: &Eval<'_>, calls: &[Call]) -> Vec<HttpCredentials> {
    let mut known = FxHashSet::default();
    let found = calls.iter().filter_map(|call| {
        let request = call.request.as_ref()?;
        let options = &request.options;
        let nodes =
            options.layers.iter().rev().find_map(|options| given(eval, options)).or_else(|| set(eval, options))?;
        let wanted = match request.api.authentication() {
            Authentication::Basic(user, password) => vec![Some(user), password],
            Authentication::Bearer(key) => vec![Some(key)],
            Authentication::None => Vec::new(),
        };
        let credentials = nodes.into_iter().zip(wanted).filter_map(|(node, wanted)| {
            let node = node.filter(|node| node.is_here())?;
            known.insert(node).then_some(credential(eval, node, wanted?))
        });
        Some(HttpCredentials { api: request.api, call: call.range, credentials: credentials.collect() })
    });
    found.filter(|found| !found.credentials.is_empty()).collect()
}

/// The expressions of a user and a password, or of a token, that options hold.
fn given(eval: &Eval<'_>, options: &Value) -> Option<Vec<Option<Node>>> {
    let of = |object: &Value, key: &str| entry(eval, object, key).value().map(|value| value.place);
    if let Some(auth) = entry(eval, options, "auth").value() {
        return given_as_object(eval, &auth);
    }
    if let (Some(user), password @ Some(_)) = (of(options, "username"), of(options, "password")) {
        return Some(vec![Some(user), password]);
    }
    in_header(eval, &header(eval, options, "authorization")?)
}

fn given_as_object(eval: &Eval<'_>, auth: &Value) -> Option<Vec<Option<Node>>> {
    let of = |key: &str| entry(eval, auth, key).value().map(|value| value.place);
    Some(vec![of("username"), of("password")])
}

/// The same of options that are set without such an object.
fn set(eval: &Eval<'_>, options: &SenderOptions) -> Option<Vec<Option<Node>>> {
    let place = |option| options.set_to(option).map(|value| value.place);
    if let Some(header) = options.set_to(SetOption::Authorization) {
        return in_header(eval, header);
    }
    if let Some(auth) = options.set_to(SetOption::Auth) {
        return given_as_object(eval, auth);
    }
    Some(vec![Some(place(SetOption::User)?), place(SetOption::Password)])
}

fn in_header(eval: &Eval<'_>, header: &Value) -> Option<Vec<Option<Node>>> {
    let (scheme, rest) = split(eval, header.node)?;
    match scheme.trim().to_ascii_lowercase().as_str() {
        "bearer" => Some(vec![Some(rest)]),
        "basic" => {
            let pair = encoded(eval, eval.value(rest).node)?;
            let pair = eval.value(pair).node;
            let (user, password) = around_colon(eval, pair)?;
            Some(vec![user.node(), password.and_then(Half::node)])
        }
        _ => None,
    }
}
