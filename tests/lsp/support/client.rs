//! A small client over a pipe in memory.

use super::PATIENCE;
use super::drive::{from_wire, to_wire};
use super::protocol::Protocol;
use customerio_ls::testing::lsp::activity::Activity;
use customerio_ls::testing::lsp::{self, Options};
use serde_json::{Value, json};
use std::collections::VecDeque;
use std::sync::Arc;
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncReadExt, AsyncWriteExt, BufReader, DuplexStream, WriteHalf};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

/// A client that has not been initialized.
pub struct Client {
    output: Option<WriteHalf<DuplexStream>>,
    input: mpsc::UnboundedReceiver<Value>,
    /// What came in and was not asked for yet.
    waiting: VecDeque<Value>,
    next_id: i64,
    /// The answer to `workspace/configuration`; `None` leaves it unanswered.
    pub configuration: Option<Value>,
    /// Requests of the server that are answered with an error.
    pub refuses: Vec<&'static str>,
    /// Requests of the server that are left unanswered.
    pub ignores: Vec<&'static str>,
    /// What is chosen of the buttons of a message.
    pub chosen: Value,
    server: JoinHandle<u8>,
    activity: Arc<Activity>,
    /// Sets of diagnostics that came in.
    pushes: u64,
    protocol: Protocol,
}

/// What the server said of itself.
pub struct Initialized {
    /// The result of `initialize`.
    pub result: Value,
}

impl Client {
    /// Connects to a server with these options.
    pub fn connect(options: Options) -> Self {
        let (ours, theirs) = tokio::io::duplex(1 << 20);
        let (server_input, server_output) = tokio::io::split(theirs);
        let activity = options.activity.clone();
        let server = tokio::spawn(lsp::serve(server_input, server_output, options));
        let (input, output) = tokio::io::split(ours);
        let (sender, receiver) = mpsc::unbounded_channel();
        tokio::spawn(read_messages(input, sender));
        Self {
            output: Some(output),
            input: receiver,
            waiting: VecDeque::new(),
            next_id: 1,
            configuration: Some(Value::Null),
            refuses: Vec::new(),
            ignores: Vec::new(),
            chosen: Value::Null,
            server,
            activity,
            pushes: 0,
            protocol: Protocol::default(),
        }
    }

    /// Connects and initializes with these capabilities.
    pub async fn start(options: Options, capabilities: Value) -> Self {
        let mut client = Self::connect(options);
        client.initialize(json!({ "processId": null, "rootUri": null, "capabilities": capabilities })).await;
        client
    }

    /// Sends `initialize` and `initialized`.
    pub async fn initialize(&mut self, params: Value) -> Initialized {
        let response = self.request("initialize", params).await;
        assert!(response.get("error").is_none(), "{response}");
        self.notify("initialized", json!({})).await;
        Initialized { result: response["result"].clone() }
    }

    /// Sends one message as it is.
    pub async fn send(&mut self, message: Value) {
        self.protocol.sent(&message);
        let body = to_wire(message).to_string();
        self.write(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes()).await;
    }

    /// Sends bytes, which need not be a message.
    pub async fn send_bytes(&mut self, bytes: &[u8]) {
        self.protocol.sent_bytes();
        self.write(bytes).await;
    }

    async fn write(&mut self, bytes: &[u8]) {
        let output = self.output.as_mut().expect("the input was not closed");
        let written = tokio::time::timeout(PATIENCE, output.write_all(bytes)).await;
        written.expect("the server is not stuck").expect("the server reads");
    }

    pub async fn notify(&mut self, method: &str, params: Value) {
        self.send(json!({ "jsonrpc": "2.0", "method": method, "params": params })).await;
    }

    /// Sends a request; its id.
    pub async fn ask(&mut self, method: &str, params: Value) -> i64 {
        let id = self.next_id;
        self.next_id += 1;
        self.send(json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params })).await;
        id
    }

    /// Sends a request and waits for the response.
    pub async fn request(&mut self, method: &str, params: Value) -> Value {
        let id = self.ask(method, params).await;
        self.response(id).await
    }

    /// The response to the request `id`.
    pub async fn response(&mut self, id: i64) -> Value {
        self.next(|message| message.get("method").is_none() && message["id"] == id).await
    }

    /// The next message for which `wanted` holds; the others keep. Fails when it does not come, whatever else comes.
    pub async fn next(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
        if let Some(at) = self.waiting.iter().position(&wanted) {
            return self.waiting.remove(at).expect("it is there");
        }
        let arrival = async {
            loop {
                let message = self.receive().await.expect("the server is there");
                if wanted(&message) {
                    return message;
                }
                self.waiting.push_back(message);
            }
        };
        let arrived = tokio::time::timeout(PATIENCE, arrival).await;
        arrived.unwrap_or_else(|_| panic!("it did not come for {PATIENCE:?}; what came: {:?}", self.waiting))
    }

    /// The next message on the wire; requests of the server are answered on the way. `None` at the end.
    async fn receive(&mut self) -> Option<Value> {
        let message = self.input.recv().await?;
        Some(self.arrived(message).await)
    }

    /// Waits until the server has read all that was sent, and nothing goes on in it that could change what it shows. What
    /// it pushed until then is among the [`Client::leftovers`].
    pub async fn quiet(&mut self) {
        let params = json!({ "textDocument": { "uri": "file:///no/document.ts" }, "position": position(0, 0) });
        self.request("textDocument/hover", params).await;
        let activity = self.activity.clone();
        let wait = async {
            loop {
                tokio::select! {
                    () = activity.quiet() => break,
                    message = self.input.recv() => {
                        let message = self.arrived(message.expect("the server is there")).await;
                        self.waiting.push_back(message);
                    }
                }
            }
            while self.pushes < activity.pushed() {
                let message = self.receive().await.expect("the server is there");
                self.waiting.push_back(message);
            }
        };
        tokio::time::timeout(PATIENCE, wait).await.expect("the server comes to rest");
    }

    /// Answers a message of the server that asks for something.
    async fn arrived(&mut self, message: Value) -> Value {
        self.note(&message);
        if let (Some(id), Some(method)) = (message.get("id").cloned(), message.get("method").and_then(Value::as_str)) {
            if self.refuses.contains(&method) {
                let error = json!({ "code": -32601, "message": "no" });
                self.send(json!({ "jsonrpc": "2.0", "id": id, "error": error })).await;
                return message;
            }
            let result = match method {
                method if self.ignores.contains(&method) => None,
                "window/showMessageRequest" => Some(self.chosen.clone()),
                "workspace/applyEdit" => Some(json!({ "applied": true })),
                "workspace/configuration" => self.configuration.clone().map(|value| json!([value])),
                _ => Some(Value::Null),
            };
            if let Some(result) = result {
                self.send(json!({ "jsonrpc": "2.0", "id": id, "result": result })).await;
            }
        }
        message
    }

    /// Takes note of a message of the server, which has to be one of the protocol.
    fn note(&mut self, message: &Value) {
        self.protocol.check(message).unwrap_or_else(|why| panic!("{why}: {message}"));
        self.pushes += u64::from(is_push(message));
    }

    pub async fn open(&mut self, uri: &str, version: i32, text: &str) {
        self.open_as(uri, "typescript", version, text).await;
    }

    pub async fn open_as(&mut self, uri: &str, language: &str, version: i32, text: &str) {
        let document = json!({ "uri": uri, "languageId": language, "version": version, "text": text });
        self.notify("textDocument/didOpen", json!({ "textDocument": document })).await;
    }

    /// Sends content changes: pairs of a range (`None` for the whole text) and a text.
    pub async fn change(&mut self, uri: &str, version: i32, changes: &[(Option<Value>, &str)]) {
        let changes = changes.iter().map(|(range, text)| match range {
            Some(range) => json!({ "range": range, "text": text }),
            None => json!({ "text": text }),
        });
        let changes: Vec<Value> = changes.collect();
        let document = json!({ "uri": uri, "version": version });
        self.notify("textDocument/didChange", json!({ "textDocument": document, "contentChanges": changes })).await;
    }

    pub async fn close(&mut self, uri: &str) {
        self.notify("textDocument/didClose", json!({ "textDocument": { "uri": uri } })).await;
    }

    /// The next diagnostics pushed for `uri`.
    pub async fn pushed(&mut self, uri: &str) -> Value {
        self.next(|message| is_push(message) && message["params"]["uri"] == uri).await["params"].take()
    }

    /// The next progress of this kind: `begin`, `report` or `end`.
    pub async fn progressed(&mut self, kind: &str) -> Value {
        self.next(|message| message["method"] == "$/progress" && message["params"]["value"]["kind"] == kind).await["params"]
            .take()
    }

    /// The next diagnostics pushed for this version or a newer one.
    pub async fn pushed_for(&mut self, uri: &str, version: i64) -> Value {
        loop {
            let push = self.pushed(uri).await;
            if push["version"].as_i64().is_some_and(|v| v >= version) {
                return push;
            }
        }
    }

    /// Pulls the diagnostics of `uri`; the response.
    pub async fn pull(&mut self, uri: &str, previous: Option<&str>) -> Value {
        let mut params = json!({ "textDocument": { "uri": uri } });
        if let Some(previous) = previous {
            params["previousResultId"] = previous.into();
        }
        self.request("textDocument/diagnostic", params).await
    }

    /// The code actions for a range.
    pub async fn actions(&mut self, uri: &str, range: Value, context: Value) -> Vec<Value> {
        let params = json!({ "textDocument": { "uri": uri }, "range": range, "context": context });
        let response = self.request("textDocument/codeAction", params).await;
        assert!(response.get("error").is_none(), "{response}");
        response["result"].as_array().cloned().unwrap_or_default()
    }

    /// Messages that came in and were not asked for, up to now.
    pub fn leftovers(&mut self) -> Vec<Value> {
        while let Ok(message) = self.input.try_recv() {
            self.note(&message);
            self.waiting.push_back(message);
        }
        self.waiting.drain(..).collect()
    }

    /// The findings that were pushed up to now, as they came: the URI, and how many there are.
    pub fn all_pushed(&mut self) -> Vec<(String, usize)> {
        let messages = self.leftovers().into_iter();
        let pushes = messages.filter(|message| message["method"] == "textDocument/publishDiagnostics");
        let pair = |push: Value| {
            let uri = push["params"]["uri"].as_str().expect("a URI").to_owned();
            (uri, push["params"]["diagnostics"].as_array().expect("a list").len())
        };
        pushes.map(pair).collect()
    }

    /// Closes the server's input.
    pub async fn hang_up(&mut self) {
        let mut output = self.output.take().expect("the input was not closed");
        output.shutdown().await.expect("the pipe is there");
    }

    /// Waits until the server is over; what it left unread, and its exit code.
    pub async fn ended(mut self) -> (Vec<Value>, u8) {
        let code =
            tokio::time::timeout(PATIENCE, self.server).await.expect("the server ends").expect("it does not panic");
        while let Ok(message) = self.input.try_recv() {
            self.protocol.check(&message).unwrap_or_else(|why| panic!("{why}: {message}"));
            self.waiting.push_back(message);
        }
        (self.waiting.into(), code)
    }
}

/// Returns whether a message pushes diagnostics.
fn is_push(message: &Value) -> bool {
    message["method"] == "textDocument/publishDiagnostics"
}

async fn read_messages(input: impl AsyncRead + Unpin, sender: mpsc::UnboundedSender<Value>) {
    let mut input = BufReader::new(input);
    loop {
        let mut length = None;
        loop {
            let mut line = String::new();
            if input.read_line(&mut line).await.unwrap_or(0) == 0 {
                return;
            }
            match line.trim_end().split_once(": ") {
                Some(("Content-Length", number)) => length = number.parse().ok(),
                Some(_) => {}
                None => break,
            }
        }
        let mut body = vec![0; length.expect("a length")];
        input.read_exact(&mut body).await.expect("a whole body");
        if sender.send(from_wire(serde_json::from_slice(&body).expect("JSON"))).is_err() {
            return;
        }
    }
}

/// The capabilities of a client that takes pushed diagnostics and knows everything else.
pub fn capabilities() -> Value {
    json!({
        "general": { "positionEncodings": ["utf-8", "utf-16"] },
        "workspace": { "workspaceEdit": { "documentChanges": true } },
        "textDocument": {
            "codeAction": {
                "codeActionLiteralSupport": { "codeActionKind": { "valueSet": ["quickfix", "source.fixAll"] } },
                "isPreferredSupport": true,
            },
            "publishDiagnostics": {
                "relatedInformation": true, "versionSupport": true, "codeDescriptionSupport": true,
                "tagSupport": { "valueSet": [1, 2] },
            },
        },
    })
}

/// A position of the protocol.
pub fn position(line: u32, character: u32) -> Value {
    json!({ "line": line, "character": character })
}

/// A range of the protocol, on one line.
pub fn range(line: u32, start: u32, end: u32) -> Value {
    json!({ "start": position(line, start), "end": position(line, end) })
}
