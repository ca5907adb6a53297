//! The tables agree with themselves, and answer as they should at the edges of what is known.

use super::*;
use semver::Version;
use std::collections::BTreeSet;

fn version(text: &str) -> Version {
    Version::parse(text).unwrap()
}

/// Every span of versions in the tables, with the name of the entry that has it.
fn spans() -> Vec<(String, Versions)> {
    let mut spans = Vec::new();
    let methods = ClientClass::ALL.into_iter().flat_map(ClientClass::methods);
    spans.extend(methods.map(|m| (format!("{}.{}", m.class.as_str(), m.name), m.versions)));
    let places = SYMBOLS.iter().flat_map(|symbol| symbol.places.iter().map(|(_, versions)| (symbol.name, *versions)));
    spans.extend(places.map(|(name, versions)| (name.to_owned(), versions)));
    spans.extend(types::TYPES.iter().map(|(name, versions)| ((*name).to_owned(), *versions)));
    for class in REQUEST_CLASSES {
        spans.push((class.name.to_owned(), class.versions));
        spans.extend(class.options.iter().map(|o| (format!("{}.{}", class.name, o.name), o.versions)));
        spans.extend(class.dropped.iter().map(|d| (format!("{}.{} (dropped)", class.name, d.name), d.versions)));
    }
    spans.extend(ENUMERATIONS.iter().map(|e| (e.name.to_owned(), e.versions)));
    spans.extend(defects::DEFECTS.iter().map(|d| (d.what.to_owned(), d.versions)));
    spans
}

#[track_caller]
fn sorted<'a>(what: &str, names: impl Iterator<Item = &'a str>) {
    let names: Vec<&str> = names.collect();
    let first = names.windows(2).find(|pair| pair[0] >= pair[1]);
    assert!(first.is_none(), "{what}: {first:?} stand in the wrong order, or twice");
}

#[test]
fn releases_are_in_order_and_spans_begin_and_end_at_some() {
    assert!(RELEASES.is_sorted() && RELEASES.first() == Some(&OLDEST) && RELEASES.last() == Some(&NEWEST));
    for (name, versions) in spans() {
        let known = |release| RELEASES.contains(&release);
        assert!(known(versions.since) || versions.is_unreleased(), "{name} since {}", versions.since);
        assert!(known(versions.perhaps_since) || versions.is_unreleased(), "{name}");
        assert!(versions.perhaps_since <= versions.since, "{name} is surely there before it may be");
        if let Some(until) = versions.until {
            assert!(known(until) && versions.since < until, "{name} until {until}");
        }
    }
}

#[test]
fn histories_go_forward() {
    fn forward<T: Copy + PartialEq + std::fmt::Debug>(what: &str, history: History<T>) {
        let states: Vec<(Release, T)> = history.states().collect();
        for pair in states.windows(2) {
            assert!(pair[0].0 < pair[1].0, "{what}: {} comes after {}", pair[1].0, pair[0].0);
            assert!(pair[0].1 != pair[1].1, "{what}: nothing changes at {}", pair[1].0);
        }
        assert!(states.iter().all(|(release, _)| RELEASES.contains(release)), "{what}");
    }
    for method in ClientClass::ALL.into_iter().flat_map(ClientClass::methods) {
        forward(method.name, method.parameters);
        forward(method.name, method.endpoint);
    }
    for option in CLIENT_OPTIONS {
        forward(option.name, option.effect);
    }
    forward("REFUSAL", errors::REFUSAL);
    forward("NETWORK_ERROR", errors::NETWORK_ERROR);
    forward("EMPTY", errors::EMPTY);
    forward("RETRY", transport::RETRY);
    forward("SUCCESS", transport::SUCCESS);
    forward("REDIRECT", transport::REDIRECT);
    forward("AUDIENCES", broadcast::AUDIENCES);
}

#[test]
fn tables_are_sorted() {
    for class in ClientClass::ALL {
        let mut names: Vec<&str> = class.methods().map(|method| method.name).collect();
        assert!(names.iter().all(|name| class.method(name).is_some_and(|m| m.name == *name && m.class == class)));
        names.sort_unstable();
        sorted(class.as_str(), names.into_iter());
    }
    sorted("SYMBOLS", SYMBOLS.iter().map(|symbol| symbol.name));
    sorted("TYPES", types::TYPES.iter().map(|(name, _)| *name));
    sorted("INNER_TYPES", types::INNER_TYPES.iter().map(|(name, _)| *name));
    sorted("REQUEST_CLASSES", REQUEST_CLASSES.iter().map(|class| class.name));
    for class in REQUEST_CLASSES {
        sorted(class.name, class.options.iter().map(|option| option.name));
        sorted(class.name, class.dropped.iter().map(|dropped| dropped.name));
    }
    sorted("CLIENT_OPTIONS", CLIENT_OPTIONS.iter().map(|option| option.name));
    sorted("RETRY_OPTIONS", RETRY_OPTIONS.iter().map(|(name, ..)| *name));
    sorted("ENUMERATIONS", ENUMERATIONS.iter().map(|enumeration| enumeration.name));
    sorted("ATTRIBUTES", attributes::ATTRIBUTES.iter().map(|attribute| attribute.name));
    sorted("SEMANTIC_EVENTS", events::SEMANTIC_EVENTS.iter().copied());
    sorted("NEVER_SET", errors::NEVER_SET.iter().map(|never| never.path));
    assert!(status::STATUSES.is_sorted_by_key(|status| status.code));
    let operations: BTreeSet<_> = operations::OPERATIONS.iter().map(|o| (o.about, o.action)).collect();
    assert!(operations.len() == operations::OPERATIONS.len());
    assert!(operations::OPERATIONS.is_sorted_by_key(|o| (o.about, o.action)));
}

#[test]
fn methods_tell_what_they_do_and_their_paths_name_their_parameters() {
    for method in ClientClass::ALL.into_iter().flat_map(ClientClass::methods) {
        assert!(!method.summary.is_empty() && !method.summary.ends_with('.'), "{}", method.name);
        assert!(method.note.is_empty() || method.note.ends_with('.'), "{}", method.name);
        for release in RELEASES.iter().copied().filter(|release| method.versions.has_release(*release).yes()) {
            let params = method.parameters.at_release(release);
            let mut pieces = method.endpoint.at_release(release).path.split(['{', '}']).skip(1).step_by(2);
            let stranger = pieces.find(|name| !params.iter().any(|param| param.name == *name));
            assert!(stranger.is_none(), "{} {release}: {stranger:?} is no parameter", method.name);
            let optional_first = params.windows(2).any(|pair| !pair[0].required && pair[1].required);
            assert!(!optional_first, "{} {release}: a required parameter after an optional one", method.name);
        }
    }
}

#[test]
fn times_stand_where_parameters_are() {
    let mut names = BTreeSet::new();
    for method in [ClientClass::Track, ClientClass::App].into_iter().flat_map(ClientClass::methods) {
        if method.arguments.is_empty() {
            continue;
        }
        assert!(names.insert(method.name), "two clients have {} with times", method.name);
        assert!(takes_names_or_times(method.name));
        for (at, shape) in method.arguments {
            let params: Vec<&Param> = method.parameters.states().filter_map(|(_, params)| params.get(*at)).collect();
            assert!(!params.is_empty(), "{} has no parameter {at}", method.name);
            // What is said twice agrees: the keys that are times by the type, and by the shape.
            if let (Shape::Seconds(seconds), Some(ParamType::Object(keys))) =
                (shape, params.first().map(|param| param.ty))
            {
                let times: BTreeSet<_> =
                    keys.keys.iter().filter(|key| key.ty == ParamType::Seconds).map(|key| key.name).collect();
                assert_eq!(seconds.iter().copied().collect::<BTreeSet<_>>(), times, "{}", method.name);
            }
        }
    }
    assert!(!takes_names_or_times("getCampaign"), "no time, no name");
}

#[test]
fn every_object_with_times_is_a_slot() {
    for method in ClientClass::App.methods() {
        for (at, param) in method.parameters.newest().iter().enumerate() {
            let ParamType::Object(keys) = param.ty else { continue };
            let has_times = keys.keys.iter().any(|key| key.ty == ParamType::Seconds);
            assert_eq!(has_times, method.arguments.iter().any(|(place, _)| *place == at), "{}", method.name);
        }
    }
}

#[test]
fn requests_and_the_methods_that_take_them_belong_together() {
    for class in REQUEST_CLASSES {
        let method = ClientClass::App.method(class.method).unwrap_or_else(|| panic!("{} is no method", class.method));
        assert_eq!(method.request_class(), Some(class.name));
        assert_eq!(method.versions, class.versions, "{}", class.name);
        assert!(method.sends());
        assert!(matches!(Export::of(class.name), Export::Request(name) if name == class.name));
        for required in class.required.iter().chain(class.one_of.iter().copied().flatten()) {
            assert!(class.option(required).is_some(), "{}.{required}", class.name);
        }
        for dropped in class.dropped {
            if let Instead::Option(name) = dropped.instead {
                assert!(class.option(name).is_some(), "{}.{name}", class.name);
            }
            // No release both drops a key and passes it on.
            let both = RELEASES.iter().find(|release| {
                let option = class.option(dropped.name);
                let forwarded = option.is_some_and(|option| option.versions.has_release(**release).yes());
                forwarded && dropped.versions.has_release(**release).yes()
            });
            assert!(both.is_none(), "{}.{} in {both:?}", class.name, dropped.name);
        }
    }
    let takers = ClientClass::App.methods().filter(|method| method.request_class().is_some()).count();
    assert_eq!(takers, REQUEST_CLASSES.len());
}

#[test]
fn exports_by_version() {
    let v = |text: &str| Some(version(text));
    let at = |name: &str, text: &str| exports(name, PackageModule::Root, v(text).as_ref());
    assert_eq!(at("TrackClient", "2.1.1"), Has::No);
    assert_eq!(at("TrackClient", "3.0.0"), Has::Yes);
    assert_eq!(at("SendWhatsAppRequest", "5.0.1"), Has::No);
    assert_eq!(at("SendWhatsAppRequest", "5.1.0"), Has::Unknown, "nobody could look into 5.1.0");
    assert_eq!(at("SendWhatsAppRequest", "5.2.0"), Has::Yes);
    assert_eq!(at("SendFaxRequest", "5.2.0"), Has::No);
    assert_eq!(at("SendFaxRequest", "5.2.1"), Has::Unknown, "it may have come");
    assert_eq!(at("RetryOptions", "5.0.1"), Has::Yes, "a type");
    assert_eq!(at("TrackClient", "5.9.0"), Has::Yes, "a minor version takes nothing away");
    assert_eq!(at("TrackClient", "6.0.0"), Has::Unknown);
    for unreleased in ["CustomerIO", "KeyCapabilityError", "EmailClient", "CustomerIOOptions"] {
        assert_eq!(exports(unreleased, PackageModule::Root, None), Has::Unknown, "{unreleased}");
        assert_eq!(at(unreleased, "5.3.0"), Has::Unknown);
        assert_eq!(at(unreleased, "5.2.0"), Has::No);
    }
    assert_eq!(exports("SendFaxRequest", PackageModule::Root, None), Has::No);
    assert_eq!(exports("TrackClient", PackageModule::Root, None), Has::Unknown, "not in every version");
    assert_eq!(exports("APIClient", PackageModule::Api, v("2.1.0").as_ref()), Has::Yes);
    assert_eq!(exports("RegionEU", PackageModule::Api, v("2.1.0").as_ref()), Has::No);
    assert_eq!(nearest_export("ApiClient", PackageModule::Root, None), Some("APIClient"));
    assert_eq!(nearest_export("SendEmail", PackageModule::Root, None), None);
    assert_eq!(PackageModule::of("customerio-node/api"), Some(PackageModule::Api));
    assert_eq!(PackageModule::of("customerio-node/dist/lib/api"), None);
    assert_eq!(module_is_class(PackageModule::Root, v("2.1.1").as_ref()), Has::Yes);
    assert_eq!(module_is_class(PackageModule::Root, v("3.0.0").as_ref()), Has::No);
    assert_eq!(deep_import_resolves(v("4.5.1").as_ref()), Has::Yes);
    assert_eq!(deep_import_resolves(v("5.0.0").as_ref()), Has::No);
}

#[test]
fn methods_by_version() {
    let has = |class: ClientClass, name: &str, text: &str| class.has_method(name, Some(&version(text)));
    assert_eq!(has(ClientClass::Track, "batch", "4.5.1"), Has::No);
    assert_eq!(has(ClientClass::Track, "batch", "5.0.0"), Has::Yes);
    assert_eq!(has(ClientClass::Track, "batch", "5.0.0-beta.1"), Has::Unknown, "like 4.5.1 or like 5.0.0");
    assert_eq!(has(ClientClass::Track, "track", "5.0.0-beta.1"), Has::Yes);
    assert_eq!(has(ClientClass::Track, "sendEmail", "5.2.0"), Has::No);
    assert_eq!(has(ClientClass::Track, "sendEmail", "5.3.0"), Has::Unknown);
    assert_eq!(has(ClientClass::Track, "triggerBroadcast", "1.1.0"), Has::Yes);
    assert_eq!(has(ClientClass::Track, "triggerBroadcast", "2.0.0"), Has::No);
    assert_eq!(has(ClientClass::Track, "request", "5.2.0"), Has::Yes, "a field");
    assert_eq!(has(ClientClass::App, "identify", "5.2.0"), Has::No);
    assert_eq!(has(ClientClass::Unified, "anything", "5.2.0"), Has::Unknown);
    assert_eq!(ClientClass::Track.has_method("identify", None), Has::Yes);
    assert_eq!(ClientClass::Track.has_method("flush", None), Has::No);
    assert_eq!(ClientClass::App.nearest_method("sendEMail", None).map(|m| m.name), Some("sendEmail"));
    assert_eq!(ClientClass::Track.nearest_method("sendEmail", None).map(|m| m.name), None);
    assert_eq!(ClientClass::Track.nearest_method("delete", None).map(|m| m.name), Some("destroy"));
    assert_eq!(
        ClientClass::Track.nearest_method("merge", Some(&version("3.0.3"))).map(|m| m.name),
        None,
        "not there yet"
    );
    let mut successors =
        ClientClass::ALL.into_iter().flat_map(ClientClass::methods).filter_map(|method| method.instead);
    assert!(successors.all(|(class, name)| class.method(name).is_some()));
    let owners: Vec<ClientClass> = methods_named("sendEmail").map(|method| method.class).collect();
    assert_eq!(owners, [ClientClass::App, ClientClass::Unified]);
}

#[test]
fn what_is_known_of_unknown_versions() {
    let anonymous = ClientClass::Track.method("trackAnonymous").unwrap();
    assert!(anonymous.parameters.at(None).is_none(), "the versions differ");
    assert!(anonymous.parameters.at(Some(&version("5.3.0"))).is_none(), "newer than the table");
    assert_eq!(anonymous.parameters.at(Some(&version("2.1.1"))).map(<[Param]>::len), Some(1));
    assert_eq!(anonymous.parameters.at(Some(&version("3.0.0"))).map(<[Param]>::len), Some(2));
    assert_eq!(KnownVersion::of(None), KnownVersion::Nothing);
    assert_eq!(KnownVersion::of(Some(&version("0.0.1"))), KnownVersion::Nothing);
    assert_eq!(KnownVersion::of(Some(&version("99999999.0.0"))), KnownVersion::Nothing);
    assert_eq!(Versions::ALL.has(None), Has::Yes);
}

#[test]
fn options_of_requests_by_version() {
    let email = RequestClass::of("SendEmailRequest").unwrap();
    let state = |name: &str, text: &str| match email.state(name, Some(&version(text))) {
        OptionState::Forwarded(_) => "forwarded",
        OptionState::Dropped(_) => "dropped",
        OptionState::Unlisted(_) => "unlisted",
        OptionState::Unknown => "unknown",
    };
    assert_eq!(state("to", "5.2.0"), "forwarded");
    assert_eq!(state("to", "5.3.0"), "forwarded");
    assert_eq!(state("cc", "5.2.0"), "dropped");
    assert_eq!(state("cc", "5.3.0"), "unknown", "it may pass it on");
    assert_eq!(state("plaintext_body", "3.5.1"), "forwarded");
    assert_eq!(state("plaintext_body", "4.0.0"), "dropped");
    assert_eq!(state("send_at", "3.1.1"), "dropped");
    assert_eq!(state("send_at", "3.1.4"), "forwarded");
    assert_eq!(state("messageData", "5.2.0"), "unlisted");
    assert!(matches!(email.state("messageData", None), OptionState::Unlisted(Some("message_data"))));
    assert!(matches!(email.state("cc", None), OptionState::Dropped(_)), "every version drops it");
    assert!(matches!(email.state("body_plain", None), OptionState::Unknown), "some do");
}

#[test]
fn what_is_thrown() {
    let error = |class: ClientClass, name: &str, at: usize| class.method(name).unwrap().parameters.newest()[at].error();
    assert_eq!(error(ClientClass::Track, "identify", 0).as_deref(), Some("customerId is required"));
    assert_eq!(error(ClientClass::Track, "track", 1).as_deref(), Some("data.name is required"));
    assert_eq!(
        error(ClientClass::App, "sendSMS", 0).as_deref(),
        Some("\"request\" must be an instance of SendSMSRequest")
    );
    assert_eq!(error(ClientClass::Pipelines, "track", 0).as_deref(), Some("userId or anonymousId is required"));
    let payload = ClientClass::Pipelines.method("track").unwrap().parameters.newest()[0];
    assert_eq!(payload.key_error("event").as_deref(), Some("event is required"));
    let segment = ClientClass::App.method("createSegment").unwrap().parameters.newest()[0];
    assert_eq!(segment.key_error("name").as_deref(), Some("segment.name is required"));
    assert_eq!(segment.key_error("description"), None);
}

#[test]
fn hosts_and_regions() {
    assert_eq!(region_of_host("track-eu.customer.io"), Some(Region::Eu));
    assert_eq!(region_of_host("API.customer.io"), Some(Region::Us));
    assert_eq!(region_of_host("beta-api-eu.customer.io"), Some(Region::Eu));
    assert_eq!(region_of_host("fly.customer.io"), None);
}

#[test]
fn addresses_by_their_shape() {
    for (value, kind) in [
        ("cio_0300", "cio_id"),
        ("a@example.com", "email"),
        ("a@b", "id"),
        ("@example.com", "id"),
        ("a b@example.com", "id"),
        ("42", "id"),
    ] {
        assert_eq!(identifiers::kind_by_shape(value), kind, "{value}");
    }
}

#[test]
fn statuses_explain_themselves() {
    for status in status::STATUSES {
        let text = status::explain(status.code).unwrap();
        assert!(text.starts_with(&format!("# {} {}\n", status.code, status.name)), "{text}");
        let repeated = transport::RETRY.newest().unwrap().statuses.contains(&status.code);
        assert_eq!(repeated, status.again == Again::Later, "{}: what the SDK repeats may succeed later", status.code);
        assert_eq!(repeated, text.contains("retries up to"), "{text}");
    }
    assert!(status::explain(418).unwrap().contains("None of Customer.io's APIs"));
    assert_eq!(status::explain(999), None);
    assert_eq!(status::again(507), Some(Again::Later));
    assert_eq!(status::again(418), Some(Again::Never));
}

#[test]
fn a_method_is_described() {
    let text = describe(ClientClass::Track.method("track").unwrap(), None);
    assert!(
        text.starts_with("```ts\nTrackClient.track(customerId: string | number, data: RequestData)\n```"),
        "{text}"
    );
    for part in [
        "POST `/api/v1/customers/{customerId}/events`",
        "Basic (Site ID and Track API key)",
        "all versions",
        "since 5.0",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let old = describe(ClientClass::App.method("triggerBroadcast").unwrap(), Some(&version("4.4.0")));
    assert!(old.contains("/api/campaigns/{id}/triggers") && old.contains("not retried by the SDK"), "{old}");
    let every = ClientClass::ALL.into_iter().flat_map(ClientClass::methods);
    assert!(every.map(|method| describe(method, None)).all(|text| !text.contains("{}")));
}

#[test]
fn versions_are_said_in_words() {
    for (versions, words) in [
        (Versions::ALL, "all versions"),
        (Versions::SINCE_5_2, "since 5.2"),
        (Versions::since(0, 3, 0).until(2, 0, 0), "0.3 to 1.1"),
        (Versions::ALL.until(4, 0, 0), "up to 3.5.1"),
        (Versions::UNRELEASED, "not released yet"),
    ] {
        assert_eq!(versions.to_string(), words);
    }
}
