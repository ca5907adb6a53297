//! `why`: the reasons why a person gets no email.

use super::project::{Output, Project};
use super::server::{Reply, Request, Server};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;

const KEY: &str = "5d41402abc4b2a76b9719d911017c592";
const EMAIL: &str = "ada+x@person.example";
const CODE: &str = "import { APIClient } from \"customerio-node\";
export const api = new APIClient(process.env.MY_APP_KEY!);
";

fn project() -> Project {
    Project::new(&[("package.json", "{}"), ("api.ts", CODE)])
}

/// A person who gets every email of campaign 4.
fn account() -> BTreeMap<String, Value> {
    let person = |rest: &str| format!("/customers/u-42/{rest}?id_type=id");
    [
        ("/customers?email=ada%2Bx%40person.example".to_owned(), json!({ "results": [{ "id": "u-42", "cio_id": "0a1b", "email": EMAIL }] })),
        (person("attributes"), json!({ "customer": {
            "id": "u-42", "identifiers": { "id": "u-42", "email": EMAIL }, "unsubscribed": false,
            "attributes": { "email": EMAIL, "phone": "+49 170 1234567" },
        } })),
        (person("subscription_preferences"), json!({ "customer": { "topics": [
            { "id": 1, "name": "Offers", "subscribed": true }, { "id": 2, "name": "News", "subscribed": true },
        ], "unsubscribed": false } })),
        ("/esp/search_suppression/ada%2Bx%40person.example".to_owned(), json!({ "category": "bounces", "suppressions": null })),
        (person("segments"), json!({ "segments": [{ "id": 2, "name": "Buyers" }, { "id": 3, "name": "EU" }] })),
        ("/segments".to_owned(), json!({ "segments": [
            { "id": 2, "name": "Buyers", "state": "finished" }, { "id": 3, "name": "EU" },
        ] })),
        ("/campaigns/4".to_owned(), json!({ "campaign": {
            "id": 4, "name": "Order Confirmation", "state": "running", "event_name": "order placed",
            "trigger_segment_ids": [2], "filter_segment_ids": [3], "subscription_topic_id": 1,
        } })),
        ("/campaigns/4/actions".to_owned(), json!({ "actions": [
            { "id": "25", "type": "email", "name": "Thanks", "sending_state": "automatic" },
        ], "next": "" })),
        ("/customers/u-42/activities?id_type=id&type=event&name=order%20placed".to_owned(),
            json!({ "activities": [{ "id": "1", "type": "event", "name": "order placed" }] })),
        ("/customers/u-42/messages?id_type=id&limit=50".to_owned(), json!({ "messages": [
            { "id": "m1", "type": "email", "created": 1_700_000_000, "campaign_id": 4, "subject": "Thanks, Ada Byron",
              "recipient": EMAIL, "failure_message": null, "metrics": { "sent": 1_700_000_001, "delivered": 1_700_000_002 } },
            { "id": "m0", "type": "email", "created": 1_600_000_000, "newsletter_id": 7, "metrics": { "sent": 1_600_000_001 } },
        ] })),
        ("/customers/u-42/activities?id_type=id&limit=100".to_owned(), json!({ "activities": [] })),
    ]
    .into()
}

fn set(account: &mut BTreeMap<String, Value>, path: &str, pointer: &str, value: Value) {
    let key = account.keys().find(|known| known.starts_with(path)).unwrap().clone();
    *account.get_mut(&key).unwrap().pointer_mut(pointer).unwrap() = value;
}

fn server(
    account: BTreeMap<String, Value>,
    other: impl Fn(&Request) -> Option<Reply> + Send + Sync + 'static,
) -> Server {
    let account = Arc::new(account);
    Server::new(move |request, _| {
        let path = request.path.strip_prefix("/v1").unwrap_or(&request.path);
        other(request).unwrap_or_else(|| match account.get(path) {
            Some(value) => Reply::Json(value.clone()),
            None => Reply::Status(404, Vec::new(), b"{}".to_vec()),
        })
    })
}

fn why(project: &Project, server: &Server, args: &[&str]) -> Output {
    let mut command = project.command(&[&["why", "--app-url", &server.url], args].concat());
    command.env("MY_APP_KEY", KEY);
    let output = project.finish(command, b"");
    for text in [&output.stdout, &output.stderr] {
        assert!(!text.contains(KEY), "{text}");
    }
    for request in server.requests() {
        assert_eq!((request.method.as_str(), request.authorization), ("GET", format!("Bearer {KEY}")));
    }
    output
}

/// The causes, the most likely first.
fn causes(output: &Output) -> Vec<String> {
    let list = output.stdout.split("Most likely cause first\n").nth(1).unwrap_or_default();
    let numbered =
        |line: &str| Some(line.trim_start().split_once(". ").filter(|(n, _)| n.parse::<u8>().is_ok())?.1.to_owned());
    list.lines().filter_map(numbered).collect()
}

#[test]
fn a_person_who_gets_everything_has_no_cause() {
    let (project, server) = (project(), server(account(), |_| None));
    for args in [&["u-42", "--campaign", "4"][..], &[EMAIL, "--email", "--campaign", "4"]] {
        let output = why(&project, &server, args);
        assert_eq!((output.code, output.stderr.as_str()), (0, ""), "{}", output.stdout);
        assert!(
            output.stdout.contains("No cause was found.") && output.stdout.contains("was delivered"),
            "{}",
            output.stdout
        );
        assert!(output.stdout.contains("sending domain is verified"), "{}", output.stdout);
    }
}

#[test]
fn each_cause_is_found() {
    let project = project();
    let person = "/customers/u-42/attributes";
    // At once: each keeps to the number of requests that the API allows in a second.
    std::thread::scope(|scope| {
        let one = |path: &'static str, pointer: &'static str, value: Value, wanted: &'static str| {
            let project = &project;
            scope.spawn(move || {
                let mut account = account();
                set(&mut account, path, pointer, value);
                let output = why(project, &server(account, |_| None), &["u-42", "--campaign", "4"]);
                assert_eq!(output.code, 1, "{wanted}: {}{}", output.stdout, output.stderr);
                let found = causes(&output);
                assert!(found.len() == 1 && found[0].contains(wanted), "{wanted}: {found:?}\n{}", output.stdout);
            });
        };
        one(person, "/customer/unsubscribed", json!(true), "is unsubscribed");
        one(person, "/customer/attributes", json!({ "email": EMAIL, "unsubscribed": "true" }), "is unsubscribed");
        one(
            "/esp/",
            "/suppressions",
            json!([{ "email": EMAIL, "reason": "550 no such user", "status": "550" }]),
            "suppression list (bounces): \"550 550 no such user\"",
        );
        one("/campaigns/4", "/campaign/state", json!("draft"), "not running (draft)");
        one("/campaigns/4", "/campaign/state", json!("stopped"), "not running (stopped)");
        one(
            "/campaigns/4/actions",
            "/actions/0/sending_state",
            json!("draft"),
            "\"Thanks\" of the campaign is set to draft",
        );
        one("/campaigns/4/actions", "/actions", json!([{ "id": "1", "type": "attribute_update" }]), "has no message");
        one(
            "/customers/u-42/activities?id_type=id&type=event",
            "/activities",
            json!([]),
            "`order placed`, which starts campaign 4, was not received for this person",
        );
        one(
            "/customers/u-42/segments",
            "/segments",
            json!([{ "id": 3 }]),
            "no segment that starts the campaign: \"Buyers\" (2)",
        );
        one(
            "/customers/u-42/segments",
            "/segments",
            json!([{ "id": 2 }]),
            "a segment that the campaign filters by: \"EU\" (3)",
        );
        one("/segments", "/segments/0/state", json!("building"), "\"Buyers\" (2) is still being built");
        one(
            "/customers/u-42/subscription_preferences",
            "/customer/topics/0/subscribed",
            json!(false),
            "the campaign's topic \"Offers\"",
        );
        let messages = "/customers/u-42/messages";
        one(
            messages,
            "/messages/0/failure_message",
            json!("undefined variable: name"),
            "the last email failed: \"undefined variable: name\"",
        );
        one(messages, "/messages/0/metrics", json!({ "bounced": 5 }), "the last email bounced");
        one(messages, "/messages/0/metrics", json!({ "dropped": 5 }), "the last email was dropped");
        one(messages, "/messages/0/metrics", json!({ "drafted": 5 }), "the last email is a draft");
        one(
            "/customers/u-42/activities?id_type=id&limit",
            "/activities",
            json!([{ "type": "failed_attribute_change", "timestamp": 5 }]),
            "rejected data about the person",
        );
    });
    // Without an address nothing is asked about it.
    let mut bare = account();
    set(&mut bare, person, "/customer", json!({ "id": "u-42", "attributes": {} }));
    let server = server(bare, |_| None);
    assert_eq!(causes(&why(&project, &server, &["u-42"])), ["the person has no email address"]);
    assert!(server.paths().iter().all(|path| !path.starts_with("/esp")));
}

#[test]
fn several_causes_come_in_the_order_of_their_likelihood() {
    let project = project();
    let mut account = account();
    set(&mut account, "/customers/u-42/messages", "/messages/0/failure_message", json!("x is missing"));
    set(&mut account, "/campaigns/4", "/campaign/state", json!("draft"));
    set(&mut account, "/customers/u-42/attributes", "/customer/unsubscribed", json!(true));
    let output = why(&project, &server(account, |_| None), &["u-42", "--campaign", "4"]);
    let found = causes(&output);
    let order = ["the last email failed", "not running", "is unsubscribed"];
    assert!(found.iter().zip(order).all(|(cause, wanted)| cause.contains(wanted)) && found.len() == 3, "{found:?}");
}

#[test]
fn nobody_and_nothing_are_told() {
    let (project, server) = (project(), server(account(), |_| None));
    let output = why(&project, &server, &["u-43"]);
    assert_eq!((output.code, causes(&output)), (1, vec!["there is no such person".to_owned()]));
    let output = why(&project, &server, &["u-42", "--campaign", "5"]);
    assert_eq!((output.code, causes(&output)), (1, vec!["there is no campaign 5".to_owned()]), "{}", output.stdout);
    let hint = why(&project, &server, &[EMAIL]);
    assert!(hint.stderr.contains("pass --email"), "{}", hint.stderr);
}

#[test]
fn personal_data_is_for_the_terminal() {
    let project = project();
    let mut account = account();
    let failure = format!("could not render for {EMAIL} (u-42, +49 170 1234567)");
    set(&mut account, "/customers/u-42/messages", "/messages/0/failure_message", json!(failure));
    set(
        &mut account,
        "/esp/",
        "/suppressions",
        json!([{ "email": EMAIL, "reason": format!("<{EMAIL}> is full"), "status": "552" }]),
    );
    let server = server(account, |_| None);
    let personal = ["person.example", "u-42", "Ada", "1234567", "ada"];
    for args in [&["--redact"][..], &["--redact=always"], &[], &["--format", "json"], &["--redact=auto"]] {
        for subject in [&["u-42"][..], &[EMAIL, "--email"]] {
            let output = why(&project, &server, &[subject, args].concat());
            let shown = output.stdout.clone() + &output.stderr;
            assert!(personal.iter().all(|data| !shown.contains(data)), "{args:?}: {shown}");
            assert!(shown.contains("could not render"), "{shown}");
        }
    }
    let open = why(&project, &server, &["u-42", "--redact=never"]);
    assert!(open.stdout.contains("Ada Byron") && open.stdout.contains(EMAIL), "{}", open.stdout);
    // A failure names no person, either.
    let refusing = super::why::server(BTreeMap::new(), |_| {
        let body = json!({ "errors": [{ "detail": format!("bad key {KEY} (reference a1b2c3)"), "status": "401" }] });
        Some(Reply::Status(401, Vec::new(), body.to_string().into_bytes()))
    });
    let refused = why(&project, &refusing, &[EMAIL, "--email"]);
    assert_eq!(refused.code, 2);
    assert!(
        refused.stderr.contains("GET /customers?email=…: 401 \"bad key *** (reference a1b2c3)\""),
        "{}",
        refused.stderr
    );
    let telling = super::why::server(BTreeMap::new(), |_| {
        let body = json!({ "meta": { "error": format!("no customer has the email {EMAIL} or the id u-42, ADA+X@person.example") } });
        Some(Reply::Status(400, Vec::new(), body.to_string().into_bytes()))
    });
    for args in [&[EMAIL, "--email"][..], &["u-42"], &["u-42", "--format", "json"], &[EMAIL, "--email", "--redact"]] {
        let told = why(&project, &telling, args);
        assert_eq!((told.code, told.stdout.as_str()), (2, ""), "{args:?}");
        assert!(told.stderr.contains(": 400 \"no customer has the email"), "{}", told.stderr);
        assert!(!told.stderr.contains("person.example") && !told.stderr.contains(args[0]), "{args:?}: {}", told.stderr);
    }
    let open = why(&project, &telling, &[EMAIL, "--email", "--redact=never"]);
    assert!(open.stderr.contains(EMAIL), "{}", open.stderr);
}

#[test]
fn words_of_the_account_are_hidden_whatever_they_are_said_in() {
    let project = project();
    let mut account = account();
    set(
        &mut account,
        "/customers/u-42/messages",
        "/messages",
        json!([{ "type": format!("email {EMAIL}"), "created": 5, "metrics": { format!("sent to {EMAIL}"): 5 } }]),
    );
    set(
        &mut account,
        "/customers/u-42/activities?id_type=id&limit",
        "/activities",
        json!([{ "type": "failed_event", "timestamp": 5, "name": EMAIL }]),
    );
    let server = server(account, |_| None);
    for format in ["text", "json"] {
        let output = why(&project, &server, &["u-42", "--format", format]);
        assert!(output.stdout.contains("sent to") && output.stdout.contains("failed_event"), "{}", output.stdout);
        assert!(!output.stdout.contains("person.example"), "{}", output.stdout);
    }
}

#[test]
fn what_cannot_be_read_leaves_the_rest() {
    let project = project();
    let limited = server(account(), |request| {
        request.path.contains("/segments").then(|| Reply::Status(403, Vec::new(), b"<html>".to_vec()))
    });
    let output = why(&project, &limited, &["u-42", "--campaign", "4"]);
    assert_eq!(output.code, 2, "{}", output.stdout);
    assert!(
        output.stdout.contains("GET /customers/{id}/segments: 403; the key may lack the scope"),
        "{}",
        output.stdout
    );
    assert!(output.stdout.contains("was delivered") && output.stdout.contains("incomplete"), "{}", output.stdout);
    let ends = |answer: fn() -> Reply, wanted: &str| {
        let server = server(account(), move |request| request.path.contains("subscription_preferences").then(answer));
        let output = why(&project, &server, &["u-42", "--timeout", "1"]);
        assert_eq!(output.code, 2, "{wanted}: {}", output.stdout);
        assert!(output.stdout.contains(wanted), "{wanted}: {}", output.stdout);
    };
    ends(|| Reply::Status(200, Vec::new(), b"<html>".to_vec()), "the response is not JSON");
    ends(|| Reply::Status(500, Vec::new(), Vec::new()), "500");
    ends(|| Reply::Status(429, Vec::new(), Vec::new()), "429");
    ends(|| Reply::Status(301, vec![("Location", "http://127.0.0.1:9/".to_owned())], Vec::new()), "301");
    ends(|| Reply::CutOff, "the connection failed");
    ends(|| Reply::Status(200, Vec::new(), vec![b' '; 33 * 1024 * 1024]), "too large");
    ends(|| Reply::Silence, "no response within 1 seconds");
}

#[test]
fn a_response_without_its_list_does_not_say_that_there_is_nothing() {
    let project = project();
    for (path, shown) in [
        ("/customers/u-42/subscription_preferences", "/customers/{id}/subscription_preferences"),
        ("/customers/u-42/segments", "/customers/{id}/segments"),
        ("/segments", "/segments"),
        ("/customers/u-42/messages", "/customers/{id}/messages"),
        ("/customers/u-42/activities?id_type=id&type=event", "/customers/{id}/activities?type=event"),
        ("/customers/u-42/activities?id_type=id&limit", "/customers/{id}/activities"),
        ("/esp/", "/esp/search_suppression/{email}"),
    ] {
        let server = server(account(), move |request| {
            request.path.trim_start_matches("/v1").starts_with(path).then(|| Reply::Json(json!({ "customer": {} })))
        });
        let output = why(&project, &server, &["u-42", "--campaign", "4"]);
        assert_eq!((output.code, causes(&output)), (2, Vec::new()), "{path}: {}", output.stdout);
        let wanted = format!("GET {shown}: the response does not contain the expected list");
        assert!(output.stdout.contains(&wanted), "{path}: {}", output.stdout);
        assert!(!output.stdout.contains("no email was created"), "{path}: {}", output.stdout);
    }
}

#[test]
fn every_delivery_that_is_asked_for_is_looked_at() {
    let project = project();
    let asked = |campaign_at: Option<usize>, count: usize| {
        let delivery = |at: usize| {
            let of = if Some(at) == campaign_at { "campaign_id" } else { "newsletter_id" };
            json!({ "type": "email", "created": 1_700_000_000 - at, of: 4, "metrics": { "bounced": 5 } })
        };
        let mut account = account();
        let all = (0..count).map(delivery).collect();
        set(&mut account, "/customers/u-42/messages", "/messages", all);
        why(&project, &server(account, |_| None), &["u-42", "--campaign", "4"])
    };
    assert_eq!(causes(&asked(Some(25), 50)), ["the last email bounced"]);
    assert_eq!(causes(&asked(Some(49), 50)), ["the last email bounced"]);
    let output = asked(None, 50);
    assert!(output.stdout.contains("no email of campaign 4 among the last 50 deliveries"), "{}", output.stdout);
    let output = asked(None, 49);
    assert!(output.stdout.contains("no email of campaign 4 was created in the last 6 months"), "{}", output.stdout);
}

#[test]
fn the_documentation_shows_what_it_prints() {
    let project = project();
    let mut account = account();
    set(&mut account, "/customers/u-42/messages", "/messages/0/failure_message", json!("undefined variable: order_id"));
    set(&mut account, "/customers/u-42/segments", "/segments", json!([{ "id": 3 }]));
    let output = why(&project, &server(account, |_| None), &["u-42", "--campaign", "4"]);
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/account.md")).unwrap();
    let shown =
        page.split("$ customerio-ls why u-42 --campaign 4 --redact\n").nth(1).unwrap().split("```").next().unwrap();
    assert_eq!(shown, output.stdout);
}
