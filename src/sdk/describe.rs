//! The description of a method, for a hover over a call.

use super::methods::{ClientClass, Method, Verb};
use super::param::{Param, ParamType};
use super::transport::RETRY;
use super::{KnownVersion, Limit, limits};
use semver::Version;
use std::fmt::Write;

/// A method as Markdown: its signature, summary, endpoint, authentication, limits, versions, and whether the SDK
/// retries it. Without a version, or with one newer than the table, as in the newest one.
pub fn describe(method: &Method, version: Option<&Version>) -> String {
    let release = match KnownVersion::of(version) {
        KnownVersion::Release(_, release) => release,
        KnownVersion::Newer(_) | KnownVersion::Nothing => super::NEWEST,
    };
    let params: Vec<String> = method.parameters.at_release(release).iter().map(parameter).collect();
    let endpoint = method.endpoint.at_release(release);
    let mut text = format!("```ts\n{}.{}({})\n```\n\n", method.class.as_str(), method.name, params.join(", "));
    let _ = writeln!(text, "{}.\n", method.summary);
    let _ = writeln!(
        text,
        "- {} `{}{}` of the {}",
        endpoint.verb.as_str(),
        endpoint.root.prefix(),
        endpoint.path,
        endpoint.root.api_name()
    );
    let _ = writeln!(text, "- authentication: {}", endpoint.root.authentication().describe());
    let _ = writeln!(text, "- limits: {}", limits_of(method));
    let _ = writeln!(text, "- customerio-node: {}", method.versions);
    let _ = writeln!(text, "- {}", retried(method, version, release));
    if !method.note.is_empty() {
        let _ = writeln!(text, "\n{}", method.note);
    }
    text
}

fn parameter(param: &Param) -> String {
    format!("{}{}: {}", param.name, if param.required { "" } else { "?" }, type_name(param.ty))
}

/// A type, about as TypeScript writes it.
fn type_name(ty: ParamType) -> String {
    match ty {
        ParamType::PersonId | ParamType::Id => "string | number".to_owned(),
        ParamType::Ids => "(string | number)[]".to_owned(),
        ParamType::Text | ParamType::Email | ParamType::IsoTime | ParamType::Cursor => "string".to_owned(),
        ParamType::Number | ParamType::Seconds | ParamType::Milliseconds => "number".to_owned(),
        ParamType::Flag => "boolean".to_owned(),
        ParamType::IdentifierType => "IdentifierType".to_owned(),
        ParamType::ObjectIdType => "ObjectIdType".to_owned(),
        ParamType::OneOf(words) => words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(" | "),
        ParamType::Request(class) => class.to_owned(),
        ParamType::Object(keys) => keys.name.to_owned(),
        ParamType::Data | ParamType::Operation => "object".to_owned(),
        ParamType::List | ParamType::Operations => "object[]".to_owned(),
        ParamType::Filter => "Filter".to_owned(),
        ParamType::Recipients => "Recipients".to_owned(),
        ParamType::Bytes => "Uint8Array | ArrayBuffer | Blob | string".to_owned(),
        ParamType::Region => "Region".to_owned(),
        ParamType::Any => "unknown".to_owned(),
    }
}

/// The documented limit of the request body of a method.
pub fn body_limit(method: &Method) -> Option<Limit> {
    match (method.class, method.name) {
        (ClientClass::Track | ClientClass::Pipelines, "batch") => Some(limits::BATCH),
        (ClientClass::Pipelines, _) | (ClientClass::Track, "entity") => Some(limits::OPERATION),
        (ClientClass::Track, "track" | "trackAnonymous") => Some(limits::EVENT_DATA),
        (ClientClass::App, _) if method.request_class().is_some() => Some(limits::TRANSACTIONAL_BODY),
        _ => None,
    }
}

/// The rate limit of a method.
pub fn rate(method: &Method) -> limits::Rate {
    if method.name == "triggerBroadcast" { limits::BROADCAST_RATE } else { method.endpoint.newest().root.rate() }
}

fn limits_of(method: &Method) -> String {
    let rate = rate(method);
    let plural = |n: u32, word: &str| if n == 1 { format!("1 {word}") } else { format!("{n} {word}s") };
    let per = if rate.seconds == 1 { "second".to_owned() } else { plural(rate.seconds, "second") };
    let soft = if rate.enforced { "" } else { " (soft limit)" };
    let size = body_limit(method).map(|limit| format!("; {} kB", limit.most / 1000)).unwrap_or_default();
    format!("{} per {per}{soft}{size}", plural(rate.requests, "request"))
}

fn retried(method: &Method, version: Option<&Version>, release: super::Release) -> String {
    let safe = matches!(method.endpoint.newest().verb, Verb::Get | Verb::Put | Verb::Delete) || !method.sends();
    let twice = if safe { "" } else { ", so it may be sent twice" };
    match (version, RETRY.at_release(release)) {
        (None, Some(retry)) => {
            format!("retried by the SDK since 5.0, up to {} times after 429, 5xx and network errors{twice}", retry.most)
        }
        (_, Some(retry)) => {
            format!("retried by the SDK, up to {} times after 429, 5xx and network errors{twice}", retry.most)
        }
        (_, None) => "not retried by the SDK in this version".to_owned(),
    }
}
