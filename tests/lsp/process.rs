//! The real binary: what only a process can show.

use super::support::{BINARY, Process};
use serde_json::{Value, json};
use std::process::{Command, Stdio};

#[test]
fn both_ways_to_start_it_serve() {
    for arguments in [&["lsp"][..], &["--stdio"], &["lsp", "--stdio"]] {
        let mut server = Process::start(arguments);
        let response = server.initialize(None);
        assert_eq!(response["result"]["serverInfo"]["name"], "customerio-ls");
        server.send(&json!({ "jsonrpc": "2.0", "id": 2, "method": "shutdown", "params": null }));
        assert_eq!(server.receive(), json!({ "jsonrpc": "2.0", "id": 2, "result": null }));
        server.send(&json!({ "jsonrpc": "2.0", "method": "exit", "params": null }));
        let (status, rest) = server.wait();
        assert_eq!((status.code(), rest), (Some(0), Vec::new()));
    }
}

#[test]
fn exit_alone_and_the_end_of_input_end_it() {
    let mut server = Process::start(&["lsp"]);
    server.initialize(None);
    server.send(&json!({ "jsonrpc": "2.0", "method": "exit" }));
    assert_eq!(server.wait().0.code(), Some(1));

    let mut server = Process::start(&["lsp"]);
    server.initialize(None);
    server.hang_up();
    assert_eq!(server.wait().0.code(), Some(1));
}

#[test]
fn it_ends_when_the_editor_is_gone() {
    // Stands for an editor; its end is the end of its input, which we hold.
    let mut editor = Command::new(BINARY).arg("lsp").stdin(Stdio::piped()).stdout(Stdio::null()).spawn().expect("one");
    let mut server = Process::start(&["lsp"]);
    server.initialize(Some(editor.id()));
    drop(editor.stdin.take());
    editor.wait().expect("it ends");
    // Our end of its input stays open all the while.
    assert_eq!(server.wait().0.code(), Some(1));
}

#[test]
fn garbage_is_answered_and_stdout_stays_the_protocol() {
    let mut server = Process::start(&["lsp"]);
    server.initialize(None);
    server.send(&json!("no message"));
    let response = server.receive();
    assert!(response["error"]["code"].is_i64(), "{response}");
    server.send(&json!({ "jsonrpc": "2.0", "id": 9, "method": "shutdown" }));
    assert_eq!(server.receive()["result"], Value::Null);
}
