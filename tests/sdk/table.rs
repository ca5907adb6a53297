//! Prints the tables of `sdk` as JSON, release by release: what `drift.mjs` compares with the published packages.
//!
//! `cargo run --example sdk-table`

use customerio_ls::testing::sdk::{
    CLIENT_OPTIONS, Check, ClientClass, ClientKind, ClientOption, ENUMERATIONS, Effect, Has, Method, NEWEST,
    PackageModule, Param, ParamType, RELEASES, REQUEST_CLASSES, Release, RequestClass, SYMBOLS, broadcast,
    deep_import_resolves, errors, module_is_class, transport, types,
};
use semver::Version;
use serde_json::{Map, Value, json};
use std::io::Write;

fn main() -> std::io::Result<()> {
    let releases: Map<String, Value> =
        RELEASES.iter().map(|release| (release.to_string(), of_release(*release))).collect();
    let table = json!({ "newest": NEWEST.to_string(), "releases": releases });
    writeln!(std::io::stdout(), "{table}")
}

/// `"yes"`, `"no"` or `"unknown"`
fn word(has: Has) -> &'static str {
    match has {
        Has::Yes => "yes",
        Has::No => "no",
        Has::Unknown => "unknown",
    }
}

fn of_release(release: Release) -> Value {
    let version = Version::new(release.0.into(), release.1.into(), release.2.into());
    let version = Some(&version);
    let places = [PackageModule::Root, PackageModule::Api, PackageModule::Regions, PackageModule::Track].map(|place| {
        let symbols: Map<String, Value> = SYMBOLS
            .iter()
            .map(|symbol| (symbol.name.to_owned(), json!(word(symbol.is_in(place, version)))))
            .filter(|(_, has)| has != "no")
            .collect();
        let is_class = module_is_class(place, version).yes();
        let resolves = word(place.versions().has(version));
        (place.specifier().to_owned(), json!({ "resolves": resolves, "isClass": is_class, "symbols": symbols }))
    });
    let classes: Map<String, Value> = [ClientClass::Track, ClientClass::App, ClientClass::Pipelines]
        .into_iter()
        .map(|class| {
            let methods = class.methods().filter(|method| !method.versions.has(version).no());
            let methods: Map<String, Value> = methods.map(|m| (m.name.to_owned(), method(m, release))).collect();
            (class.as_str().to_owned(), Value::Object(methods))
        })
        .collect();
    let requests: Map<String, Value> = REQUEST_CLASSES
        .iter()
        .filter(|class| !class.versions.has(version).no())
        .map(|class| (class.name.to_owned(), request(class, release)))
        .collect();
    let exported_types: Map<String, Value> = types::TYPES
        .iter()
        .map(|(name, versions)| ((*name).to_owned(), json!(word(versions.has(version)))))
        .filter(|(_, has)| has != "no")
        .collect();
    let enumerations: Map<String, Value> = ENUMERATIONS
        .iter()
        .filter(|enumeration| enumeration.versions.has(version).yes())
        .map(|enumeration| {
            let members = enumeration.members.iter().map(|(member, value)| ((*member).to_owned(), json!(value)));
            (enumeration.name.to_owned(), members.collect())
        })
        .collect();
    let resolves = |code| transport::SUCCESS.at_release(release).resolves(code);
    let success: Vec<u16> = [200, 201, 202, 204, 207].into_iter().filter(|code| resolves(*code)).collect();
    json!({
        "places": Map::from_iter(places),
        "deepImports": deep_import_resolves(version).yes(),
        "classes": classes,
        "requests": requests,
        "types": exported_types,
        "enumerations": enumerations,
        "options": options(release),
        "audiences": broadcast::AUDIENCES.at_release(release).iter()
            .map(|audience| json!({ "key": audience.key, "flags": audience.flags })).collect::<Value>(),
        "refusal": refusal(release),
        "success": success,
        "retries": transport::RETRY.at_release(release).map(|retry| json!({ "most": retry.most, "statuses": retry.statuses })),
        "redirect": format!("{:?}", transport::REDIRECT.at_release(release)),
        "empty": format!("{:?}", errors::EMPTY.at_release(release)),
        "networkCode": errors::NETWORK_ERROR.at_release(release).code,
        "missingName": errors::MISSING_ARGUMENT_NAME.at_release(release),
    })
}

fn method(method: &Method, release: Release) -> Value {
    let endpoint = method.endpoint.at_release(release);
    json!({
        "surely": method.versions.has_release(release).yes(),
        "parameters": method.parameters.at_release(release).iter().map(parameter).collect::<Value>(),
        "verb": endpoint.verb.as_str(),
        "host": endpoint.root.host(customerio_ls::testing::sdk::Region::Us),
        "path": format!("{}{}", endpoint.root.prefix(), endpoint.path),
    })
}

fn parameter(param: &Param) -> Value {
    let (object, keys, open) = match param.ty {
        ParamType::Object(keys) => (Some(keys.name), keys.keys.iter().map(|key| key.name).collect(), keys.open),
        _ => (None, Vec::new(), true),
    };
    json!({
        "name": param.name,
        "type": type_word(param.ty),
        "class": param.class(),
        "object": object,
        "keys": keys,
        "open": open,
        "required": param.required,
        "check": match param.check { Check::None => Value::Null, _ => json!(param.error()) },
        "optionalCheck": param.check == Check::MemberIfGiven,
        "neededKeys": param.needed_keys().iter().map(|key| ((*key).to_owned(), json!(param.key_error(key)))).collect::<Map<_, _>>(),
    })
}

/// Returns what to pass for a parameter, as one word.
fn type_word(ty: ParamType) -> &'static str {
    match ty {
        ParamType::Request(_) => "request",
        ParamType::Object(_) => "object",
        ParamType::Data | ParamType::Recipients | ParamType::Filter | ParamType::Operation => "data",
        ParamType::List | ParamType::Ids | ParamType::Operations => "list",
        ParamType::IdentifierType => "identifierType",
        ParamType::ObjectIdType => "objectIdType",
        ParamType::Flag => "flag",
        _ => "text",
    }
}

fn request(class: &RequestClass, release: Release) -> Value {
    let forwarded = class.options.iter().filter(|option| option.versions.has_release(release).yes());
    json!({
        "surely": class.versions.has_release(release).yes(),
        "method": class.method,
        "forwarded": forwarded.map(|o| (o.name.to_owned(), json!(o.wire))).collect::<Map<_, _>>(),
        "dropped": class.dropped.iter().filter(|d| d.versions.has_release(release).yes()).map(|d| d.name).collect::<Value>(),
        "attach": class.attach,
    })
}

fn options(release: Release) -> Value {
    let of = |kind: ClientKind| -> Map<String, Value> {
        let options = CLIENT_OPTIONS.iter().filter(|option| ClientOption::of(kind, option.name).is_some());
        let works = |option: &ClientOption| option.effect.at_release(release) == Effect::Works;
        options.map(|option| (option.name.to_owned(), json!(works(option)))).collect()
    };
    json!({
        "TrackClient": of(ClientKind::Track),
        "APIClient": of(ClientKind::App),
        "PipelinesClient": of(ClientKind::Pipelines),
    })
}

fn refusal(release: Release) -> Value {
    let refusal = errors::REFUSAL.at_release(release);
    json!({
        "isError": refusal.is_error(),
        "isText": refusal == errors::Refusal::Text,
        "properties": refusal.properties(),
        "never": errors::NEVER_SET.iter()
            .filter(|never| never.versions.has_release(release).yes())
            .map(|never| never.path)
            .collect::<Value>(),
    })
}
