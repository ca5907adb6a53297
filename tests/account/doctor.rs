//! `doctor`: clients, keys, regions, and the way to Customer.io.

use super::project::{Output, Project};
use super::server::{Reply, Request, Server};
use serde_json::{Value, json};

const APP: &str = "5d41402abc4b2a76b9719d911017c592";
const SITE: &str = "a1b2c3d4e5f60718293a";
const TRACK: &str = "0f1e2d3c4b5a69788796";
const PAIR: &str = "YTFiMmMzZDRlNWY2MDcxODI5M2E6MGYxZTJkM2M0YjVhNjk3ODg3OTY=";

const CODE: &str = "import { APIClient, RegionEU, TrackClient } from \"customerio-node\";
export const api = new APIClient(process.env.MY_APP_KEY!, { region: RegionEU });
export const cio = new TrackClient(process.env.MY_SITE_ID!, process.env.MY_TRACK_KEY!, { region: RegionEU });
";

fn project() -> Project {
    Project::new(&[
        (
            "package.json",
            "{ \"dependencies\": { \"customerio-node\": \"^5.2.0\" }, \"engines\": { \"node\": \">=22\" } }",
        ),
        ("node_modules/customerio-node/package.json", "{ \"name\": \"customerio-node\", \"version\": \"5.2.0\" }"),
        ("cio.ts", CODE),
    ])
}

/// An account in the EU, as its APIs tell of it.
fn account(path: &str) -> Option<Value> {
    Some(match path {
        "/eu/track/accounts/region" | "/us/track/accounts/region" => {
            json!({ "url": "https://track-eu.customer.io", "region": "eu", "environment_id": 3 })
        }
        "/eu/app/workspaces" => json!({ "workspaces": [{ "id": 3 }, { "id": 4 }] }),
        "/eu/app/campaigns" => json!({ "campaigns": [{ "id": 7, "actions": [{ "id": 1 }] }] }),
        "/eu/app/campaigns/7/actions" => json!({ "actions": [{ "id": "1", "recipient_environment_id": 3 }] }),
        "/status/api/v2/summary.json" => {
            json!({ "status": { "indicator": "none", "description": "All Systems Operational" }, "incidents": [] })
        }
        _ => return None,
    })
}

fn whole(request: &Request) -> Reply {
    match account(&request.path) {
        Some(value) => Reply::Json(value),
        None => Reply::Status(401, Vec::new(), br#"{"errors":[{"detail":"unauthorized","status":"401"}]}"#.to_vec()),
    }
}

/// A server of the account, in which `other` says what else becomes of some requests.
fn server(other: impl Fn(&Request) -> Option<Reply> + Send + Sync + 'static) -> Server {
    Server::new(move |request, _| other(request).unwrap_or_else(|| whole(request)))
}

fn addresses(server: &Server) -> Vec<String> {
    let base = server.url.trim_end_matches("/v1");
    ["--app-url", "--track-url", "--status-url"]
        .into_iter()
        .zip([format!("{base}/{{region}}/app"), format!("{base}/{{region}}/track"), format!("{base}/status")])
        .flat_map(|(option, url)| [option.to_owned(), url])
        .collect()
}

/// Runs `doctor` with keys. They must not show up anywhere, and nothing but GET is sent.
fn doctor(project: &Project, server: &Server, args: &[&str]) -> Output {
    let urls = addresses(server);
    let all: Vec<&str> =
        ["doctor"].into_iter().chain(urls.iter().map(String::as_str)).chain(args.iter().copied()).collect();
    let mut command = project.command(&all);
    command.env("MY_APP_KEY", format!("{APP}\n")).env("MY_SITE_ID", SITE).env("MY_TRACK_KEY", TRACK);
    let output = project.finish(command, b"");
    hides_keys(&output);
    for request in server.requests() {
        assert_eq!(request.method, "GET");
        let wanted = match request.path.split('/').nth(2) {
            Some("app") => format!("Bearer {APP}"),
            Some("track") => format!("Basic {PAIR}"),
            _ => String::new(),
        };
        assert_eq!(request.authorization, wanted, "{}", request.path);
    }
    output
}

fn hides_keys(output: &Output) {
    for text in [&output.stdout, &output.stderr] {
        assert!([APP, SITE, TRACK, PAIR].iter().all(|key| !text.contains(key)), "{text}");
    }
}

/// Asserts that a line of the table says something.
fn says(output: &Output, result: &str, subject: &str, found: &str) {
    let is_it = |line: &str| line.trim_start().starts_with(result) && line.contains(subject) && line.contains(found);
    assert!(output.stdout.lines().any(is_it), "{result} {subject} {found}:\n{}{}", output.stdout, output.stderr);
}

#[test]
fn a_healthy_project_is_told_to_be_so() {
    let (project, server) = (project(), server(|_| None));
    let output = doctor(&project, &server, &[]);
    assert_eq!((output.code, output.stderr.as_str()), (0, ""), "{}", output.stdout);
    says(&output, "ok", "customerio-node", "5.2.0 (installed)");
    says(&output, "ok", "Node.js", "engines allows \">=22\"");
    says(&output, "ok", "APIClient cio.ts:2", "region EU");
    says(&output, "ok", "MY_APP_KEY", "32 hexadecimal digits");
    says(&output, "ok", "MY_SITE_ID, MY_TRACK_KEY", "the Track API accepts them: region EU, workspace 3");
    says(&output, "ok", "MY_APP_KEY", "the App API accepts it: region EU, workspace 3");
    says(&output, "ok", "workspaces", "all keys belong to workspace 3");
    says(&output, "ok", "status page", "All Systems Operational");
    let json: Value = serde_json::from_str(&doctor(&project, &server, &["--format", "json"]).stdout).unwrap();
    assert_eq!((&json["ok"], &json["incomplete"]), (&json!(true), &json!(false)));
    assert!(json["checks"].as_array().unwrap().iter().all(|check| check["result"] != "wrong"), "{json:#}");
}

#[test]
fn nothing_is_sent_when_offline() {
    let (project, server) = (project(), server(|_| None));
    let output = doctor(&project, &server, &["--offline"]);
    assert_eq!(output.code, 0, "{}", output.stdout);
    assert!(server.requests().is_empty() && !output.stdout.contains("Account"));
    // Without keys, too.
    let bare = project.run(&["doctor", "--offline"]);
    assert_eq!(bare.code, 0, "{}", bare.stdout);
    says(&bare, "unknown", "MY_APP_KEY", "not set in this environment");
}

#[test]
fn keys_that_are_missing_or_of_another_kind_are_not_sent() {
    let (project, server) = (project(), server(|_| None));
    let urls = addresses(&server);
    let run = |variables: &[(&str, &str)], more: &[&str]| {
        let args: Vec<&str> =
            ["doctor"].into_iter().chain(urls.iter().map(String::as_str)).chain(more.iter().copied()).collect();
        let mut command = project.command(&args);
        command.envs(variables.iter().copied());
        let output = project.finish(command, b"");
        hides_keys(&output);
        output
    };
    let missing = run(&[], &[]);
    assert_eq!(missing.code, 1);
    says(&missing, "wrong", "MY_SITE_ID", "not set");
    says(&missing, "unknown", "TrackClient cio.ts:3", "not checked: the Site ID is not set");
    let swapped = run(&[("MY_APP_KEY", TRACK), ("MY_SITE_ID", SITE), ("MY_TRACK_KEY", APP)], &[]);
    assert_eq!(swapped.code, 1);
    says(&swapped, "wrong", "MY_APP_KEY", "20 hexadecimal digits");
    says(&swapped, "wrong", "MY_TRACK_KEY", "32 hexadecimal digits");
    let same = run(&[("MY_APP_KEY", APP), ("MY_SITE_ID", SITE), ("MY_TRACK_KEY", SITE)], &["--offline"]);
    says(&same, "wrong", "MY_SITE_ID, MY_TRACK_KEY", "are the same value");
    let blank =
        run(&[("MY_APP_KEY", APP), ("MY_SITE_ID", SITE), ("MY_TRACK_KEY", &format!("{TRACK}\n"))], &["--offline"]);
    says(&blank, "wrong", "MY_TRACK_KEY", "white space around it");
    // Of all these, only the status page was asked.
    assert!(server.paths().iter().all(|path| path.starts_with("/status")), "{:?}", server.paths());
    // A file that is not named tells the form alone; one that is named gives the value.
    project.write(".env", format!("MY_APP_KEY={APP}\nMY_SITE_ID={SITE}\nMY_TRACK_KEY={TRACK}\n"));
    let unnamed = run(&[], &[]);
    assert_eq!(unnamed.code, 2, "{}", unnamed.stdout);
    says(&unnamed, "unknown", "MY_APP_KEY", ".env:1 has 32 hexadecimal digits");
    let named = run(&[], &["--env-file", ".env"]);
    assert_eq!(named.code, 0, "{}", named.stdout);
    says(&named, "ok", "MY_APP_KEY", "set in the file");
}

#[test]
fn a_client_of_the_wrong_region_is_told() {
    let (project, server) = (project(), server(|_| None));
    project.write("cio.ts", CODE.replace("{ region: RegionEU }", "{}"));
    project.write("customerio.json", "{ \"region\": \"us\" }");
    let output = doctor(&project, &server, &[]);
    assert_eq!(output.code, 1, "{}", output.stdout);
    says(&output, "wrong", "APIClient cio.ts:2", "talks to the US, but its account is in the EU");
    says(&output, "wrong", "TrackClient cio.ts:3", "talks to the US, but its account is in the EU");
    says(&output, "wrong", "region", "customerio.json says \"us\", but the account is in \"eu\"");
    assert_eq!(output.stdout.matches("customerio.json says").count(), 1, "{}", output.stdout);
    assert!(output.stdout.contains("Pass `{ region: RegionEU }`"), "{}", output.stdout);
    assert!(server.paths().contains(&"/us/app/workspaces".to_owned()));
}

#[test]
fn each_client_is_held_against_the_settings_of_its_own_file() {
    let (project, server) = (project(), server(|_| None));
    project.write("customerio.json", "{ \"region\": \"eu\" }");
    project.write("packages/other/customerio.json", "{ \"root\": true, \"region\": \"us\" }");
    let other = "import { TrackClient } from \"customerio-node\";\nexport const make = (a: string, b: string) => new TrackClient(a, b);\n";
    project.write("packages/other/cio.ts", other);
    let output = doctor(&project, &server, &[]);
    assert_eq!(output.code, 0, "{}", output.stdout);
    assert!(!output.stdout.contains("customerio.json says"), "{}", output.stdout);
}

#[test]
fn settings_are_told_where_no_client_is() {
    let project = Project::new(&[("customerio.json", "{ \"region\": \"eu\" }"), ("a.ts", "export const a = 1;\n")]);
    let output = project.run(&["doctor", "--offline"]);
    assert_eq!(output.code, 0, "{}", output.stdout);
    says(&output, "ok", "customerio.json", "settings are read");
    project.write("customerio.json", "{ \"presett\": 1 }");
    let output = project.run(&["doctor", "--offline"]);
    assert_eq!(output.code, 1, "{}", output.stdout);
    says(&output, "wrong", "customerio.json", "unknown setting");
}

#[test]
fn regions_that_the_sdk_does_not_understand_are_told() {
    let project = project();
    for (region, wanted) in [
        ("{ region: \"eu\" }", "the region is a string"),
        ("{ region: process.env.CIO_REGION }", "the region is the string in CIO_REGION"),
        ("{ Region: RegionEU }", "ignores the option `Region`"),
    ] {
        project.write("cio.ts", CODE.replacen("{ region: RegionEU }", region, 1));
        let output = project.run(&["doctor", "--offline"]);
        assert_eq!(output.code, 1, "{}", output.stdout);
        says(&output, "wrong", "APIClient cio.ts:2", wanted);
    }
}

#[test]
fn keys_of_two_workspaces_are_told() {
    let project = project();
    let server = server(|request| {
        let mine = json!({ "actions": [{ "id": "1", "recipient_environment_id": 9 }] });
        request.path.ends_with("/actions").then_some(Reply::Json(mine))
    });
    let output = doctor(&project, &server, &[]);
    assert_eq!(output.code, 1, "{}", output.stdout);
    says(&output, "wrong", "workspaces", "the Track API key belongs to workspace 3, the App API key to 9");
}

#[test]
fn a_refused_key_is_wrong_and_its_echo_is_hidden() {
    let project = project();
    let server = server(|request| {
        let echo = format!("{} {APP} {SITE} {TRACK} {PAIR} (reference a1b2c3)", request.authorization);
        let body = json!({ "errors": [{ "detail": echo, "status": "401" }] });
        (!request.path.starts_with("/status")).then(|| Reply::Status(401, Vec::new(), body.to_string().into_bytes()))
    });
    let output = doctor(&project, &server, &[]);
    assert_eq!(output.code, 1, "{}", output.stdout);
    says(&output, "wrong", "MY_APP_KEY", "the App API refuses it: 401");
    says(&output, "wrong", "MY_SITE_ID, MY_TRACK_KEY", "the Track API refuses them: 401");
    assert!(output.stdout.contains("(reference a1b2c3)"), "{}", output.stdout);
    // Both regions were asked.
    for path in ["/eu/app/workspaces", "/us/app/workspaces", "/eu/track/accounts/region", "/us/track/accounts/region"] {
        assert!(server.paths().contains(&path.to_owned()), "{path}");
    }
    doctor(&project, &server, &["--format", "json"]);
}

#[test]
fn what_gives_no_answer_is_unknown() {
    let project = project();
    let told = |answer: fn() -> Reply, wanted: &str| {
        let server = server(move |request| (!request.path.starts_with("/status")).then(answer));
        let output = doctor(&project, &server, &["--timeout", "1"]);
        assert_eq!(output.code, 2, "{wanted}: {}", output.stdout);
        says(&output, "unknown", "MY_APP_KEY", wanted);
        says(&output, "unknown", "MY_SITE_ID, MY_TRACK_KEY", wanted);
        says(&output, "ok", "status page", "Operational");
    };
    let html = || Reply::Status(200, Vec::new(), b"<html>".to_vec());
    told(html, "the response is not JSON");
    told(|| Reply::Json(json!([])), "the response");
    told(|| Reply::Status(500, Vec::new(), b"<html>".to_vec()), "500");
    told(|| Reply::Status(429, Vec::new(), Vec::new()), "429");
    told(|| Reply::CutOff, "the connection failed");
    told(|| Reply::Status(200, Vec::new(), vec![b' '; 33 * 1024 * 1024]), "too large");
    told(|| Reply::Silence, "no response within 1 seconds");
}

#[test]
fn a_rate_limit_is_waited_for_and_a_missing_scope_is_no_fault() {
    let project = project();
    let seen = std::sync::atomic::AtomicBool::new(false);
    let server = server(move |request| match request.path.as_str() {
        "/eu/track/accounts/region" if !seen.swap(true, std::sync::atomic::Ordering::SeqCst) => {
            Some(Reply::Status(429, vec![("Retry-After", "1".to_owned())], Vec::new()))
        }
        "/eu/app/workspaces" | "/eu/app/campaigns" => Some(Reply::Status(403, Vec::new(), b"{}".to_vec())),
        _ => None,
    });
    let output = doctor(&project, &server, &[]);
    assert_eq!(output.code, 0, "{}", output.stdout);
    says(&output, "ok", "MY_APP_KEY", "the App API accepts it: region EU, workspace unknown");
}

#[test]
fn redirects_are_not_followed() {
    let (project, elsewhere) = (project(), server(|_| None));
    let to = elsewhere.url.clone();
    let redirecting = server(move |request| {
        let headers = vec![("Location", format!("{to}{}", request.path))];
        let body = br#"{"errors":[{"detail":"wrong datacenter","status":"301"}]}"#;
        Some(Reply::Status(301, headers, body.to_vec()))
    });
    let output = doctor(&project, &redirecting, &[]);
    assert_eq!(output.code, 2, "{}", output.stdout);
    says(
        &output,
        "unknown",
        "MY_APP_KEY",
        "301; redirects are not followed, the account may be in the other region \"wrong datacenter\"",
    );
    assert!(elsewhere.requests().is_empty());
}

#[test]
fn the_clock_and_the_status_page_are_told() {
    let project = project();
    let server = server(|request| {
        let mut headers = vec![("Date", "Tue, 01 Jan 2030 00:00:00 GMT".to_owned())];
        headers.push(("Content-Type", "application/json".to_owned()));
        let body = match request.path.as_str() {
            path if path.starts_with("/status") => json!({
                "status": { "indicator": "major", "description": "Partial Outage" },
                "incidents": [
                    { "name": "Emails are late \u{1b}[31m", "status": "monitoring" },
                    { "name": "Old", "status": "resolved" },
                ],
            }),
            path => account(path)?,
        };
        Some(Reply::Status(200, headers, body.to_string().into_bytes()))
    });
    let output = doctor(&project, &server, &[]);
    assert_eq!(output.code, 1, "{}", output.stdout);
    says(&output, "wrong", "clock", "Customer.io's: timestamps and signatures are off");
    says(&output, "wrong", "status page", "Partial Outage; Emails are late");
    assert!(!output.stdout.contains(['\u{1b}']) && !output.stdout.contains("Old"), "{}", output.stdout);
    let broken = super::doctor::server(|request| {
        request.path.starts_with("/status").then(|| Reply::Status(200, Vec::new(), b"<html>".to_vec()))
    });
    let output = doctor(&project, &broken, &[]);
    assert_eq!(output.code, 0, "{}", output.stdout);
    says(&output, "unknown", "status page", "unknown");
}

#[test]
fn arguments_are_checked_before_anything_is_sent() {
    let (project, server) = (project(), server(|_| None));
    for args in [
        &["--app-url", "http://api.customer.io/v1"][..],
        &["--track-url", "nowhere"],
        &["--status-url", "ftp://x"],
        &["--env-file", "missing.env"],
        &["missing"],
    ] {
        let output = project.run(&[&["doctor"], args].concat());
        assert_eq!(output.code, 2, "{args:?}: {}", output.stdout);
        assert!(output.stderr.starts_with("error: "), "{args:?}: {}", output.stderr);
    }
    assert!(server.requests().is_empty());
    project.write("customerio.json", "{ \"presett\": 1 }");
    let output = project.run(&["doctor", "--offline"]);
    assert_eq!(output.code, 1, "{}", output.stdout);
    says(&output, "wrong", "customerio.json", "unknown setting");
}

#[test]
fn the_documentation_shows_what_it_prints() {
    let project = project();
    project.write("cio.ts", CODE.replace("!, { region: RegionEU });\nexport const cio", "!);\nexport const cio"));
    let server = server(|request| {
        // As it is at the moment of the test.
        let now = httpdate::fmt_http_date(std::time::SystemTime::now());
        let headers = vec![("Date", now), ("Content-Type", "application/json".to_owned())];
        Some(Reply::Status(200, headers, account(&request.path)?.to_string().into_bytes()))
    });
    let output = doctor(&project, &server, &[]);
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/account.md")).unwrap();
    let shown = page.split("$ customerio-ls doctor\n").nth(1).unwrap().split("```").next().unwrap();
    assert_eq!(shown, output.stdout);
}
