//! `pull`: what the account has, as a file of the project.

use super::project::{Output, Project};
use super::server::{Reply, Request, Server};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::process::Stdio;

const KEY: &str = "5d41402abc4b2a76b9719d911017c592";
const FILE: &str = "customerio.account.json";
const CODE: &str = "import { APIClient } from \"customerio-node\";
export const api = new APIClient(process.env.MY_APP_KEY!);
";

pub(super) fn project() -> Project {
    Project::new(&[("package.json", "{}"), ("api.ts", CODE)])
}

/// An account as the API tells of it, in the forms that were seen.
fn account(path: &str) -> Option<Value> {
    Some(match path {
        "/campaigns" => json!({ "campaigns": [
            { "id": 9, "name": "Old", "state": "stopped", "event_name": "left", "actions": [] },
            { "id": 4, "name": "Order Confirmation", "type": "event", "state": "draft", "event_name": "purchase",
              "actions": [{ "id": 25, "type": "email" }], "first_started": 0, "tags": ["Sample"] },
            { "id": 5, "name": "Home", "state": "running", "event_name": "/home", "event_type": "page", "actions": null },
        ] }),
        "/campaigns/4/actions" => json!({ "actions": [
            { "id": "25", "recipient_environment_id": 144601, "recipient": "ada@person.example", "body": "{{ event.x }}" },
        ], "next": "" }),
        "/segments" => json!({ "segments": [
            { "id": 2, "name": "Buyers", "type": "dynamic", "conditions": { "and": [
                { "event": { "name": "order_placed", "type": "event" } },
                { "attribute": { "field": "plan", "operator": "eq", "value": "ada@person.example" } },
            ] } },
            { "id": 1, "name": "Everyone", "type": "manual", "conditions": null },
        ] }),
        "/transactional" => json!({ "messages": [
            { "id": 13, "name": "Receipt", "queue_drafts": true },
            { "id": 12, "name": "Welcome", "trigger_name": "welcome", "queue_drafts": false },
        ] }),
        "/transactional/12/contents" => json!({ "contents": [
            { "id": 1, "language": "", "subject": "Hi {{ trigger.name | default: 'you' }}", "body": "{{ trigger.url }}{{ snippets.foot }}" },
            { "id": 2, "language": "de", "subject": "Hallo", "body": "{{ trigger.url }}{{ snippets.foot }}", "from": "ada@person.example" },
        ] }),
        "/transactional/13/contents" => json!({ "contents": [{ "id": 3, "body": "{{ trigger | json }}" }] }),
        "/snippets" => json!({ "snippets": [{ "name": "foot", "value": "{{ trigger.year }}" }] }),
        "/broadcasts" => json!({ "broadcasts": [{ "id": 7, "name": "Sale", "state": "running" }] }),
        "/newsletters?limit=100" => json!({ "newsletters": [{ "id": 2, "name": "weekly" }], "next": "MQ==" }),
        "/newsletters?limit=100&start=MQ%3D%3D" => {
            json!({ "newsletters": [{ "id": 1, "name": "daily" }], "next": null })
        }
        "/subscription_topics" => json!({ "topics": [{ "id": 1, "identifier": "topic_1", "name": "Offers" }] }),
        "/object_types" => {
            json!({ "types": [{ "id": "1", "name": "Companies", "slug": "companies", "enabled": true }] })
        }
        "/sender_identities?limit=100&hidden=false" => json!({ "sender_identities": [
            { "id": 1, "name": "Ada Byron", "email": "ada@mail.shop.example", "address": "Ada <ada@mail.shop.example>" },
        ], "next": "Mg==" }),
        "/sender_identities?limit=100&hidden=false&start=Mg%3D%3D" => {
            json!({ "sender_identities": [], "next": "Mw==" })
        }
        _ => return None,
    })
}

/// What was asked for, without the version of the API.
fn asked(request: &Request) -> &str {
    request.path.strip_prefix("/v1").unwrap_or(&request.path)
}

fn whole(request: &Request) -> Reply {
    match account(asked(request)) {
        Some(value) => Reply::Json(value),
        None => Reply::Status(404, Vec::new(), b"{}".to_vec()),
    }
}

/// A server of the account, in which `other` says what else becomes of some requests.
pub(super) fn server(other: impl Fn(&Request, usize) -> Option<Reply> + Send + Sync + 'static) -> Server {
    Server::new(move |request, before| other(request, before).unwrap_or_else(|| whole(request)))
}

/// Runs `pull` with the key. It must not show up anywhere.
pub(super) fn pull(project: &Project, server: &Server, args: &[&str]) -> Output {
    let mut command = project.command(&[&["pull", "--app-url", &server.url], args].concat());
    command.env("MY_APP_KEY", format!("{KEY}\n"));
    let output = project.finish(command, b"");
    let file = std::fs::read_to_string(project.path(FILE)).unwrap_or_default();
    for text in [&output.stdout, &output.stderr, &file] {
        assert!(!text.contains(KEY), "{text}");
    }
    for request in server.requests() {
        assert_eq!(
            (request.method.as_str(), request.authorization),
            ("GET", format!("Bearer {KEY}")),
            "{}",
            request.path
        );
    }
    output
}

fn pulled(project: &Project) -> Value {
    serde_json::from_str(&project.read(FILE)).unwrap()
}

#[test]
fn the_account_becomes_a_file() {
    let (project, server) = (project(), server(|_, _| None));
    let output = pull(&project, &server, &[]);
    assert_eq!((output.code, output.stdout.as_str()), (0, ""), "{}", output.stderr);
    let mut file = pulled(&project);
    let details = file["account"]["pulled"].as_object_mut().unwrap();
    assert!(details.shift_remove("at").unwrap().as_u64().unwrap() > 1_700_000_000);
    assert!(details.shift_remove("by").unwrap().as_str().unwrap().starts_with("customerio-ls "));
    let wanted = json!({ "account": {
        "events": ["left", "order_placed", "purchase"],
        "messages": [
            { "id": 12, "triggerName": "welcome", "name": "Welcome", "data": [{ "name": "name", "optional": true }, "url", "year"] },
            { "id": 13, "name": "Receipt", "queueDrafts": true },
        ],
        "pulled": {
            "region": "us",
            "campaigns": [
                { "id": 4, "name": "Order Confirmation", "state": "draft", "event": "purchase" },
                { "id": 5, "name": "Home", "state": "running" },
                { "id": 9, "name": "Old", "state": "stopped", "event": "left" },
            ],
            "segments": [
                { "id": 1, "name": "Everyone", "type": "manual" },
                { "id": 2, "name": "Buyers", "type": "dynamic", "events": ["order_placed"], "attributes": ["plan"] },
            ],
            "broadcasts": [{ "id": 7, "name": "Sale", "state": "running" }],
            "newsletters": [{ "id": 1, "name": "daily" }, { "id": 2, "name": "weekly" }],
            "topics": [{ "id": 1, "identifier": "topic_1", "name": "Offers" }],
            "objectTypes": [{ "id": 1, "name": "Companies", "slug": "companies" }],
            "snippets": ["foot"],
            "senderDomains": ["mail.shop.example"],
            "workspace": 144601,
        },
    } });
    assert_eq!(file, wanted, "{file:#}");
    assert!(!project.read(FILE).contains("ada"), "personal data");
    // Nothing has changed: neither does the file.
    let before = project.read(FILE);
    let again = pull(&project, &server, &[]);
    assert!(again.code == 0 && again.stderr.contains("up to date"), "{}", again.stderr);
    assert_eq!(project.read(FILE), before);
}

#[test]
fn rules_use_what_was_pulled() {
    let (project, server) = (project(), server(|_, _| None));
    assert_eq!(pull(&project, &server, &[]).code, 0);
    project.write("customerio.json", "{ \"extends\": \"./customerio.account.json\" }");
    let code = "import { SendEmailRequest, TrackClient } from \"customerio-node\";
const cio = new TrackClient(process.env.SITE_ID!, process.env.TRACK_KEY!);
await cio.track(\"42\", { name: \"order_palced\" });
export const welcome = (email: string) =>
  new SendEmailRequest({ transactional_message_id: \"welcome\", message_data: { url: \"x\" }, to: email, identifiers: { email } });
export const receipt = (email: string) =>
  new SendEmailRequest({ transactional_message_id: 13, to: email, identifiers: { email } });
";
    project.write("a.ts", code);
    let rules = "event-name-unknown,message-data-mismatch,queue-draft-true,transactional-unknown-template";
    let output = project.run(&["check", "--format", "agent", "--select", rules, "a.ts"]);
    for wanted in ["event-name-unknown", "message-data-mismatch", "queue-draft-true"] {
        assert!(output.stdout.contains(wanted), "{wanted}: {}{}", output.stdout, output.stderr);
    }
    assert!(output.stdout.contains("`year`") && !output.stdout.contains("unknown-template"), "{}", output.stdout);
}

#[test]
fn drift_is_shown_and_nothing_is_written() {
    let (project, first) = (project(), server(|_, _| None));
    assert_eq!(pull(&project, &first, &["--check"]).code, 2);
    assert_eq!(pull(&project, &first, &[]).code, 0);
    let same = pull(&project, &first, &["--check"]);
    assert_eq!((same.code, same.stdout.as_str()), (0, "customerio.account.json: up to date\n"));
    let renamed = server(|request, _| {
        let all = account(asked(request))?.to_string().replace("purchase", "bought");
        Some(Reply::Json(serde_json::from_str(&all).unwrap()))
    });
    let before = project.read(FILE);
    let output = pull(&project, &renamed, &["--check"]);
    assert_eq!(output.code, 1, "{}", output.stderr);
    assert!(
        output.stdout.contains("-      \"purchase\"") && output.stdout.contains("+      \"bought\""),
        "{}",
        output.stdout
    );
    let json = pull(&project, &renamed, &["--check", "--format", "json"]);
    assert_eq!(serde_json::from_str::<Value>(&json.stdout).unwrap()["differs"], true);
    assert_eq!(project.read(FILE), before);
}

#[test]
fn a_refused_key_leaves_the_old_file() {
    let project = project();
    assert_eq!(pull(&project, &server(|_, _| None), &[]).code, 0);
    let before = project.read(FILE);
    let echo = format!("bad key {KEY} (reference a1b2c3)");
    let refusing = server(move |_, _| {
        let body = json!({ "errors": [{ "detail": echo, "status": "401" }] });
        Some(Reply::Status(401, Vec::new(), body.to_string().into_bytes()))
    });
    let output = pull(&project, &refusing, &[]);
    assert_eq!(output.code, 2);
    assert!(output.stderr.contains("GET /campaigns: 401 \"bad key *** (reference a1b2c3)\""), "{}", output.stderr);
    assert_eq!(refusing.requests().len(), 1);
    assert_eq!(project.read(FILE), before);
}

#[test]
fn what_the_key_may_not_read_is_left_out_and_told() {
    let project = project();
    let limited = server(|request, _| {
        let refused = ["/segments", "/newsletters?limit=100", "/transactional/12/contents"].contains(&asked(request));
        refused.then(|| Reply::Status(403, Vec::new(), b"<html>".to_vec()))
    });
    let output = pull(&project, &limited, &[]);
    assert_eq!(output.code, 2);
    assert!(output.stderr.contains("GET /segments: 403; the key may lack the scope"), "{}", output.stderr);
    let account = &pulled(&project)["account"];
    assert!(account.get("events").is_none() && account["pulled"].get("newsletters").is_none(), "{account:#}");
    assert!(account["messages"][0].get("data").is_none() && account["messages"][0]["id"] == 12, "{account:#}");
    assert_eq!(account["pulled"]["incomplete"].as_array().unwrap().len(), 3);
}

#[test]
fn a_rate_limit_is_waited_for_when_the_api_says_how_long() {
    let project = project();
    let limited = |header: bool| {
        server(move |_, before| {
            let headers = if header { vec![("Retry-After", "1".to_owned())] } else { Vec::new() };
            let body = json!({ "errors": [{ "detail": "rate limited to 10 requests per 1s (reference a1b2c3)", "status": "429" }] });
            (before == 1).then(|| Reply::Status(429, headers, body.to_string().into_bytes()))
        })
    };
    let waited = limited(true);
    let output = pull(&project, &waited, &[]);
    assert_eq!(output.code, 0, "{}", output.stderr);
    assert_eq!(waited.paths()[1], waited.paths()[2]);
    let quota = pull(&project, &limited(false), &[]);
    assert_eq!(quota.code, 2);
    assert!(quota.stderr.contains("429 \"rate limited"), "{}", quota.stderr);
}

#[test]
fn failures_of_a_moment_are_tried_again() {
    let project = project();
    let shaky = server(|_, before| match before {
        0 => Some(Reply::Status(500, Vec::new(), b"<html>".to_vec())),
        3 => Some(Reply::CutOff),
        _ => None,
    });
    let output = pull(&project, &shaky, &[]);
    assert_eq!(output.code, 0, "{}", output.stderr);
}

#[test]
fn what_is_no_answer_ends_it() {
    let project = project();
    let ends = |answer: fn() -> Reply, wanted: &str| {
        let server = server(move |request, _| asked(request).starts_with("/segments").then(answer));
        let output = pull(&project, &server, &[]);
        assert_eq!(output.code, 2, "{wanted}");
        assert!(output.stderr.contains(wanted), "{wanted}: {}", output.stderr);
        assert!(!project.path(FILE).exists(), "{wanted}");
    };
    ends(|| Reply::Status(200, Vec::new(), b"<html>".to_vec()), "GET /segments: the response is not JSON");
    ends(|| Reply::Json(json!([])), "does not contain the expected list");
    ends(|| Reply::Json(json!({ "segments": {} })), "does not contain the expected list");
    ends(|| Reply::Status(200, Vec::new(), vec![b' '; 33 * 1024 * 1024]), "too large");
    ends(|| Reply::Status(503, Vec::new(), Vec::new()), "503");
    ends(|| Reply::Json(json!({ "segments": [{ "id": 1 }], "next": "same" })), "repeats a page");
}

#[test]
fn redirects_are_not_followed() {
    let (project, other) = (project(), server(|_, _| None));
    let to = other.url.clone();
    let redirecting = server(move |request, _| {
        let headers = vec![("Location", format!("{to}{}", asked(request)))];
        Some(Reply::Status(301, headers, br#"{"errors":[{"detail":"wrong datacenter","status":"301"}]}"#.to_vec()))
    });
    let output = pull(&project, &redirecting, &[]);
    assert_eq!(output.code, 2);
    assert!(output.stderr.contains("301 \"wrong datacenter\"; redirects are not followed"), "{}", output.stderr);
    assert!(other.requests().is_empty());
}

#[test]
fn keys_are_looked_at_before_anything_is_sent() {
    let (project, server) = (project(), server(|_, _| None));
    let told = |variables: &[(&str, &str)], args: &[&str], wanted: &str| {
        let mut command = project.command(&[&["pull", "--app-url", &server.url], args].concat());
        command.envs(variables.iter().copied());
        let output = project.finish(command, b"");
        assert_eq!(output.code, 2, "{wanted}");
        assert!(output.stderr.contains(wanted), "{wanted}: {}", output.stderr);
        for (_, value) in variables.iter().filter(|(_, value)| !value.is_empty()) {
            assert!(!output.stderr.contains(value), "{wanted}: {}", output.stderr);
        }
    };
    told(&[], &[], "the App API key is missing: MY_APP_KEY is not set");
    told(&[("MY_APP_KEY", "0123456789abcdef0123")], &[], "MY_APP_KEY looks like a Site ID or a Track API key");
    told(&[("MY_APP_KEY", "sa_live_0123456789abcdef")], &[], "MY_APP_KEY is a service account token");
    told(&[], &["--app-key-env", "OTHER"], "OTHER is not set");
    told(&[("MY_APP_KEY", KEY)], &["--env-file", "missing.env"], "missing.env");
    project.write("b.ts", CODE.replace("MY_APP_KEY", "OTHER_KEY"));
    told(
        &[("MY_APP_KEY", KEY), ("OTHER_KEY", &KEY.replace('5', "6"))],
        &[],
        "MY_APP_KEY and OTHER_KEY hold different keys",
    );
    project.write("api.ts", "");
    project.write("b.ts", "");
    told(&[], &[], "pass --app-key-env NAME");
    assert!(server.requests().is_empty());
}

#[test]
fn keys_come_from_a_file_that_is_named() {
    let (project, server) = (project(), server(|_, _| None));
    project.write(".env", format!("MY_APP_KEY={KEY}\n"));
    let run = |args: &[&str]| project.run(&[&["pull", "--app-url", &server.url], args].concat());
    // One that is not named is not read.
    assert_eq!(run(&[]).code, 2);
    let output = run(&["--env-file", ".env"]);
    assert_eq!(output.code, 0, "{}", output.stderr);
    assert!(!(output.stdout + &output.stderr).contains(KEY));
}

#[test]
fn a_key_is_sent_encrypted_or_to_this_machine() {
    let project = project();
    for url in ["http://api.customer.io/v1", "ftp://api.customer.io", "nowhere"] {
        let mut command = project.command(&["pull", "--app-url", url]);
        command.env("MY_APP_KEY", KEY);
        let output = project.finish(command, b"");
        assert!(output.code == 2 && output.stderr.contains("--app-url"), "{url}: {}", output.stderr);
    }
}

#[test]
fn a_file_of_someone_else_is_not_replaced() {
    let (project, server) = (project(), server(|_, _| None));
    let own = "{ \"account\": { \"events\": [\"a\"] } }";
    project.write(FILE, own);
    let output = pull(&project, &server, &[]);
    assert_eq!(output.code, 2);
    assert!(output.stderr.contains("was not written by this command"), "{}", output.stderr);
    assert_eq!(project.read(FILE), own);
    assert!(server.requests().is_empty());
    assert_eq!(pull(&project, &server, &["--output", "other.json"]).code, 0);
    assert!(project.read("other.json").contains("\"purchase\""));
}

#[test]
fn a_process_that_is_killed_leaves_the_old_file() {
    let project = project();
    assert_eq!(pull(&project, &server(|_, _| None), &[]).code, 0);
    let before = project.read(FILE);
    let (sender, reached) = std::sync::mpsc::channel();
    let sender = std::sync::Mutex::new(sender);
    let silent = server(move |request, _| {
        (asked(request) == "/snippets").then(|| {
            let _ = sender.lock().unwrap().send(());
            Reply::Silence
        })
    });
    let mut command = project.command(&["pull", "--app-url", &silent.url]);
    let mut child = command.env("MY_APP_KEY", KEY).stderr(Stdio::piped()).spawn().unwrap();
    reached.recv().unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    let said: Vec<String> = BufReader::new(child.stderr.take().unwrap()).lines().map_while(Result::ok).collect();
    assert!(said.is_empty(), "{said:?}");
    assert_eq!(project.read(FILE), before);
    let mut left: Vec<String> = std::fs::read_dir(project.root())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    left.sort();
    assert_eq!(left, ["api.ts", FILE, "package.json"]);
}
