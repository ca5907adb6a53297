//! `report`: one file for support, without anything that is a secret or personal.

use super::planted::{HEAD, planted};
use super::project::{Output, Project};
use super::server::{Reply, Server};
use serde_json::{Value, json};

const APP: &str = "5d41402abc4b2a76b9719d911017c592";
const SITE: &str = "a1b2c3d4e5f60718293a";
const TRACK: &str = "0f1e2d3c4b5a69788796";
const PAIR: &str = "YTFiMmMzZDRlNWY2MDcxODI5M2E6MGYxZTJkM2M0YjVhNjk3ODg3OTY=";
const CODE: &str = "import { APIClient, RegionEU, TrackClient } from \"customerio-node\";
export const api = new APIClient(process.env.MY_APP_KEY!, { region: RegionEU });
export const cio = new TrackClient(process.env.MY_SITE_ID!, process.env.MY_TRACK_KEY!, { region: RegionEU });
await cio.identify(\"u-42\", { email: \"ada@person.example\", created_at: Date.now() });
";

fn project() -> Project {
    Project::new(&[
        (
            "package.json",
            "{ \"dependencies\": { \"customerio-node\": \"^5.2.0\" }, \"engines\": { \"node\": \">=22\" } }",
        ),
        ("cio.ts", CODE),
    ])
}

/// An API that refuses everything, and says all that it knows.
fn refusing() -> Server {
    Server::new(|request, _| {
        let echo =
            format!("{} {APP} ada@person.example u-42 +49 170 1234567 (reference a1b2c3)", request.authorization);
        let body = json!({
            "errors": [{ "detail": echo, "status": "401" }],
            "status": { "indicator": "minor", "description": echo },
        });
        let status = if request.path.contains("/status") { 200 } else { 401 };
        Reply::Status(status, Vec::new(), body.to_string().into_bytes())
    })
}

fn report(project: &Project, server: &Server, args: &[&str]) -> Output {
    let base = server.url.trim_end_matches("/v1");
    let urls =
        [format!("--app-url={base}/app"), format!("--track-url={base}/track"), format!("--status-url={base}/status")];
    let all: Vec<&str> =
        ["report"].into_iter().chain(urls.iter().map(String::as_str)).chain(args.iter().copied()).collect();
    let mut command = project.command(&all);
    command.env("MY_APP_KEY", APP).env("MY_SITE_ID", SITE).env("MY_TRACK_KEY", TRACK);
    let output = project.finish(command, b"");
    for text in [&output.stdout, &output.stderr] {
        for never in [APP, SITE, TRACK, PAIR, "person.example", "u-42", "1234567"] {
            assert!(!text.contains(never), "{never}: {text}");
        }
    }
    assert!(server.requests().iter().all(|request| request.method == "GET"));
    output
}

#[test]
fn a_report_tells_what_support_asks_for() {
    let (project, server) = (project(), refusing());
    let output = report(&project, &server, &[]);
    assert_eq!(output.code, 1, "{}", output.stderr);
    for wanted in [
        "# Report of customerio-ls ",
        "| preset | recommended |",
        "| unknown | `customerio-node (package.json)` | 5.2.0",
        "| ok | `TrackClient cio.ts:3` | region EU |",
        "| wrong | `MY_APP_KEY` | the App API refuses it: 401 |",
        "| `MY_SITE_ID` | yes |",
        "| timestamp-milliseconds | error | 1 | 1 |",
        "| `GET /workspaces` | 401 | a1b2c3 |",
        "| `GET /accounts/region` | 401 | a1b2c3 |",
        "| unknown | `status page` | Customer.io has a minor incident |",
        "2 of 2 files use the SDK.",
    ] {
        assert!(output.stdout.contains(wanted), "{wanted}:\n{}", output.stdout);
    }
    let json: Value = serde_json::from_str(&report(&project, &server, &["--format", "json"]).stdout).unwrap();
    assert_eq!(json["failedRequests"][0]["reference"], "a1b2c3", "{json:#}");
    assert!(json["findings"].as_array().unwrap().iter().any(|it| it["rule"] == "timestamp-milliseconds"), "{json:#}");
    assert_eq!(json["variables"][0], json!({ "name": "MY_APP_KEY", "set": true }));
}

#[test]
fn each_outcome_of_a_request_is_told_apart() {
    let project = project();
    let told = |answer: fn() -> Reply, wanted: &str| {
        let server = Server::new(move |_, _| answer());
        let output = report(&project, &server, &["--timeout", "1"]);
        for path in ["/workspaces", "/accounts/region"] {
            let row = format!("| `GET {path}` | {wanted} |  |");
            assert!(output.stdout.contains(&row), "{row}:\n{}", output.stdout);
        }
    };
    told(|| Reply::Status(200, Vec::new(), b"<html>".to_vec()), "not readable");
    told(|| Reply::Json(json!([])), "not readable");
    told(|| Reply::Status(200, Vec::new(), vec![b' '; 33 * 1024 * 1024]), "too large");
    told(|| Reply::Status(500, Vec::new(), Vec::new()), "500");
    told(|| Reply::CutOff, "no response");
    told(|| Reply::Silence, "no response");
}

#[test]
fn it_is_shown_before_it_is_written_and_sent_nowhere() {
    let (project, server) = (project(), refusing());
    let output = report(&project, &server, &["--offline", "--output", "report.md"]);
    assert_eq!(output.code, 0, "{}", output.stderr);
    assert_eq!(output.stdout, project.read("report.md"));
    assert!(server.requests().is_empty());
    let missing = report(&project, &server, &["--offline", "--output", "nowhere/report.md"]);
    assert_eq!(missing.code, 2);
    assert!(missing.stderr.contains("cannot be written"), "{}", missing.stderr);
}

#[test]
fn no_secret_of_the_code_is_in_a_report() {
    let all = planted();
    let lines: String = all.iter().map(|planted| format!("{}\n", planted.line)).collect();
    let project = Project::new(&[("a.ts", &format!("{HEAD}{lines}"))]);
    let (server, address) = (refusing(), "ada@person.example");
    project.write("ada@person.example/b.ts", CODE);
    for format in ["md", "json"] {
        let output = report(&project, &server, &["--format", format]);
        assert!(output.stdout.contains("timestamp-milliseconds"), "{}", output.stdout);
        let text = output.stdout + &output.stderr;
        assert!(!text.contains(address));
        for planted in &all {
            assert!(planted.never.iter().all(|never| !text.contains(never)), "{format}: {}", planted.shape);
        }
    }
}

#[test]
fn the_documentation_shows_what_it_prints() {
    let (project, server) = (project(), refusing());
    let output = report(&project, &server, &[]);
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/account.md")).unwrap();
    let shown = page.split("$ customerio-ls report\n").nth(1).unwrap().split("```").next().unwrap();
    // The time and the machine are those of the run.
    let steady = |text: &str| {
        text.lines().enumerate().filter(|(at, _)| *at != 2).map(|(_, line)| line.to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(steady(shown), steady(&output.stdout), "{}", output.stdout);
}
