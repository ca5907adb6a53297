//! A system that gives little.
#![cfg(unix)]

use super::support::{BINARY, Folder, Process};
use serde_json::{Value, json};
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

const TEXT: &str = "import { TrackClient, RegionUS } from 'customerio-node';
const cio = new TrackClient(process.env.CIO_SITE!, process.env.CIO_KEY!, { region: RegionUS });
export const f = (id: string) => cio.identify(id, { created_at: Date.now() });
";

/// Whether a session works from its beginning to its end.
fn works(server: &mut Process) {
    server.initialize(None);
    let document = json!({ "uri": "file:///a.ts", "languageId": "typescript", "version": 1, "text": TEXT });
    server.send(&json!({ "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": { "textDocument": document } }));
    let found = loop {
        let message = server.receive();
        if message["method"] == "textDocument/publishDiagnostics" {
            break message;
        }
    };
    assert_eq!(found["params"]["diagnostics"][0]["code"], "timestamp-milliseconds", "{found}");
    server.send(&json!({ "jsonrpc": "2.0", "id": 9, "method": "shutdown" }));
    while server.receive()["id"] != 9 {}
    server.send(&json!({ "jsonrpc": "2.0", "method": "exit" }));
    assert_eq!(server.wait().0.code(), Some(0));
}

#[test]
fn little_memory_is_enough() {
    let script = "ulimit -v 200000; exec \"$0\" lsp";
    works(&mut Process::run(Command::new("sh").args(["-c", script, BINARY])));
}

/// The binary as a user who may start so many threads and processes.
fn with_threads(folder: &Folder, most: &str) -> Command {
    // The limit does not hold for root, who may become somebody else.
    let binary = folder.path("customerio-ls");
    std::fs::copy(BINARY, &binary).expect("a copy");
    for path in [folder.path(""), binary.clone()] {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755)).expect("ours");
    }
    let mut command;
    if rustix::process::geteuid().is_root() {
        command = Command::new("setpriv");
        // Nobody else's processes count.
        let user = 100_000 + std::process::id();
        command.arg(format!("--reuid={user}")).args(["--regid=65534", "--clear-groups", "prlimit"]);
    } else {
        command = Command::new("prlimit");
    }
    command.arg(format!("--nproc={most}")).arg(binary);
    command
}

#[test]
fn it_works_with_few_threads_and_says_when_there_are_too_few() {
    let folder = Folder::new(&[]);
    // The first one is the process itself.
    for most in ["5", "4", "3"] {
        works(&mut Process::run(with_threads(&folder, most).arg("lsp")));
    }
    let mut server = Process::run(with_threads(&folder, "1").arg("lsp"));
    assert_eq!(server.wait(), (server_code(2), Vec::<Value>::new()));
    let log = server.log();
    assert!(log.contains("cannot start") && log.contains("threads") && log.lines().count() == 1, "{log}");
}

fn server_code(code: i32) -> std::process::ExitStatus {
    std::os::unix::process::ExitStatusExt::from_raw(code << 8)
}

#[test]
fn where_the_analysis_stops_is_logged() {
    let functions: String =
        (0..12).map(|at| format!("async function f{at}(id, a) {{ await f{}(id, a); }}\n", at + 1)).collect();
    let last = "async function f12(id, a) { await cio.identify(id, { at: a }); }\n";
    let text = format!("{TEXT}\nf0('1', Date.now());\n{functions}{last}");
    let mut server = Process::start(&["lsp"]);
    server.initialize(None);
    let document = json!({ "uri": "file:///far/a.ts", "languageId": "typescript", "version": 1, "text": text });
    server.send(&json!({ "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": { "textDocument": document } }));
    while server.receive()["method"] != "textDocument/publishDiagnostics" {}
    server.send(&json!({ "jsonrpc": "2.0", "id": 9, "method": "shutdown" }));
    while server.receive()["id"] != 9 {}
    server.send(&json!({ "jsonrpc": "2.0", "method": "exit" }));
    server.wait();
    let said = "a.ts:5 is not analyzed further here: too many functions call one another";
    let log = server.log();
    assert!(log.contains(said), "{log}");
}
