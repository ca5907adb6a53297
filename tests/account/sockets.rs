//! Only the commands that ask the account open sockets: system calls are traced with `strace`, which must be installed.

use super::project::Project;
use super::server::{Reply, Server};
use serde_json::json;
use std::process::{Command, Stdio};

const CODE: &str = "import { APIClient, TrackClient } from \"customerio-node\";
export const api = new APIClient(process.env.MY_APP_KEY!);
export const cio = new TrackClient(process.env.SITE_ID!, process.env.TRACK_KEY!);
cio.track(\"1\", { name: \"signed_up\" });
";

/// The system calls about networks that a run makes.
fn network(project: &Project, args: &[&str]) -> String {
    let log = project.path("strace.log");
    let mut command = Command::new("strace");
    command.args(["-f", "-qq", "-e", "trace=network", "-o"]).arg(&log);
    command.arg(env!("CARGO_BIN_EXE_customerio-ls")).args(args).current_dir(project.root());
    command.env("MY_APP_KEY", "5d41402abc4b2a76b9719d911017c592").stdin(Stdio::null());
    command.output().expect("strace must be installed for this test");
    std::fs::read_to_string(log).expect("strace wrote what it saw")
}

#[test]
fn nothing_but_pull_opens_a_socket() {
    let project = Project::new(&[("package.json", "{}"), ("api.ts", CODE)]);
    project.write("customerio.json", "{ \"account\": { \"events\": [\"signed_up\"] } }");
    let server = Server::new(|_, _| Reply::Json(json!({})));
    // The tracing itself works.
    let seen = network(&project, &["pull", "--app-url", &server.url]);
    assert!(seen.contains("socket(AF_INET"), "{seen}");
    for args in [&["check"][..], &["check", "--fix"], &["events"], &["events", "--types", "t.ts"], &["lsp"], &["rules"]]
    {
        let seen = network(&project, args);
        // Threads and pipes may be sockets of this machine alone.
        assert!(!seen.contains("AF_INET"), "{args:?}: {seen}");
        assert!(!seen.contains("connect("), "{args:?}: {seen}");
    }
}
