//! A client of the server in the same process.

#![allow(dead_code, reason = "each bench uses some of it")]

use customerio_ls::testing::lsp::{self, Options};
use serde_json::{Value, json};
use std::path::Path;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader, DuplexStream, ReadHalf, WriteHalf};

/// Runs one session.
pub fn block_on(session: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime");
    runtime.block_on(session);
    // Threads that wait for input are left alone.
    runtime.shutdown_background();
}

/// The client.
pub struct Peer {
    input: BufReader<ReadHalf<DuplexStream>>,
    output: WriteHalf<DuplexStream>,
    asked: u64,
}

impl Peer {
    /// Starts a server for the project in `root`.
    pub async fn start(root: &Path) -> Self {
        let (ours, theirs) = tokio::io::duplex(1 << 20);
        let (input, output) = tokio::io::split(theirs);
        // The server has a runtime of its own, as it has in a process of its own.
        std::thread::spawn(move || {
            block_on(async {
                lsp::serve(input, output, Options::default()).await;
            });
        });
        let (input, output) = tokio::io::split(ours);
        let mut peer = Self { input: BufReader::new(input), output, asked: 0 };
        let capabilities = json!({
            "general": { "positionEncodings": ["utf-8"] },
            "window": { "workDoneProgress": true },
            "workspace": {
                "didChangeWatchedFiles": { "dynamicRegistration": true },
                "workspaceEdit": { "documentChanges": true },
            },
            "textDocument": { "completion": {}, "hover": {}, "references": {}, "rename": {}, "codeLens": {} },
        });
        let params = json!({
            "capabilities": capabilities, "initializationOptions": { "codeLens": true },
            "workspaceFolders": [{ "uri": uri(root), "name": "bench" }],
        });
        peer.send(json!({ "jsonrpc": "2.0", "id": 1, "method": "initialize", "params": params })).await;
        while peer.receive().await["id"] != 1 {}
        peer.notify("initialized", json!({})).await;
        peer
    }

    /// Waits until the project is known.
    pub async fn progress_ended(&mut self) {
        loop {
            let message = self.receive().await;
            if message["method"] == "$/progress" && message["params"]["value"]["kind"] == "end" {
                return;
            }
        }
    }

    pub async fn open(&mut self, uri: &str, text: &str) {
        let document = json!({ "uri": uri, "languageId": "typescript", "version": 1, "text": text });
        self.notify("textDocument/didOpen", json!({ "textDocument": document })).await;
    }

    pub async fn change(&mut self, uri: &str, version: i32, changes: Value) {
        let document = json!({ "uri": uri, "version": version });
        self.notify("textDocument/didChange", json!({ "textDocument": document, "contentChanges": changes })).await;
    }

    /// The next diagnostics.
    pub async fn pushed(&mut self) -> Value {
        loop {
            let mut message = self.receive().await;
            if message["method"] == "textDocument/publishDiagnostics" {
                return message["params"].take();
            }
        }
    }

    /// Sends a request and waits for its answer.
    pub async fn request(&mut self, method: &str, params: Value) -> Value {
        self.asked += 1;
        let id = format!("request {}", self.asked);
        self.send(json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params })).await;
        loop {
            let message = self.receive().await;
            if message["id"] == *id && message.get("method").is_none() {
                return message;
            }
        }
    }

    async fn notify(&mut self, method: &str, params: Value) {
        self.send(json!({ "jsonrpc": "2.0", "method": method, "params": params })).await;
    }

    async fn send(&mut self, message: Value) {
        let body = message.to_string();
        let frame = format!("Content-Length: {}\r\n\r\n{body}", body.len());
        self.output.write_all(frame.as_bytes()).await.expect("the server reads");
    }

    /// The next message; requests are answered.
    async fn receive(&mut self) -> Value {
        let mut header = String::new();
        while !header.ends_with("\r\n\r\n") {
            assert_ne!(self.input.read_line(&mut header).await.expect("a line"), 0, "the server is gone");
        }
        let length = header.trim_end().strip_prefix("Content-Length: ").expect("a length").parse().expect("a number");
        let mut body = vec![0; length];
        self.input.read_exact(&mut body).await.expect("a body");
        let message: Value = serde_json::from_slice(&body).expect("JSON");
        if let (Some(id), true) = (message.get("id"), message.get("method").is_some()) {
            self.send(json!({ "jsonrpc": "2.0", "id": id, "result": null })).await;
        }
        message
    }
}

/// The URI of a file.
pub fn uri(path: &Path) -> String {
    tower_lsp::lsp_types::Url::from_file_path(path).expect("an absolute path").to_string()
}

/// The range from one byte of an ASCII text to another.
pub fn range(text: &str, start: usize, end: usize) -> Value {
    let position = |at: usize| {
        let line = text[..at].matches('\n').count();
        let column = at - text[..at].rfind('\n').map_or(0, |end| end + 1);
        json!({ "line": line, "character": column })
    };
    json!({ "start": position(start), "end": position(end) })
}
