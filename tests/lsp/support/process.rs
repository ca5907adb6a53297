//! The real binary.

use super::PATIENCE;
use super::drive::{from_wire, to_wire};
use super::protocol::Protocol;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;

/// A running server.
pub struct Process {
    child: Child,
    input: Option<ChildStdin>,
    output: Receiver<Value>,
    log: Option<JoinHandle<String>>,
    protocol: Protocol,
}

/// Where the binary is.
pub const BINARY: &str = env!("CARGO_BIN_EXE_customerio-ls");

impl Process {
    /// Starts it with these arguments.
    pub fn start(arguments: &[&str]) -> Self {
        Self::run(Command::new(BINARY).args(arguments))
    }

    /// Starts it by this command.
    pub fn run(command: &mut Command) -> Self {
        let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the binary starts");
        let input = child.stdin.take();
        let mut said = child.stderr.take().expect("a pipe");
        let log = std::thread::spawn(move || {
            let mut log = String::new();
            said.read_to_string(&mut log).map(|_| log).unwrap_or_default()
        });
        let output = child.stdout.take().expect("a pipe");
        let (sender, receiver) = channel();
        // A read of a pipe cannot be given up, so it has a thread of its own.
        std::thread::spawn(move || read_messages(output, &sender));
        Self { child, input, output: receiver, log: Some(log), protocol: Protocol::default() }
    }

    /// Returns what it said on stderr; it has to be over.
    pub fn log(&mut self) -> String {
        self.log.take().expect("asked once").join().expect("no panic")
    }

    pub fn send(&mut self, message: &Value) {
        self.protocol.sent(message);
        let body = to_wire(message.clone()).to_string();
        let input = self.input.as_mut().expect("the input was not closed");
        write!(input, "Content-Length: {}\r\n\r\n{body}", body.len()).expect("the server reads");
        input.flush().expect("the server reads");
    }

    pub fn receive(&mut self) -> Value {
        match self.output.recv_timeout(PATIENCE) {
            Ok(message) => self.checked(message),
            Err(RecvTimeoutError::Timeout) => panic!("the server sent nothing for {PATIENCE:?}"),
            Err(RecvTimeoutError::Disconnected) => panic!("the server is gone"),
        }
    }

    fn checked(&mut self, message: Value) -> Value {
        // What is no message at all is for the tests to judge.
        if !message.is_string() {
            self.protocol.check(&message).unwrap_or_else(|why| panic!("{why}: {message}"));
        }
        message
    }

    /// Sends `initialize` with this `processId`; the response.
    pub fn initialize(&mut self, parent: Option<u32>) -> Value {
        let params = json!({ "processId": parent, "rootUri": null, "capabilities": {} });
        self.send(&json!({ "jsonrpc": "2.0", "id": 1, "method": "initialize", "params": params }));
        let response = self.receive();
        self.send(&json!({ "jsonrpc": "2.0", "method": "initialized", "params": {} }));
        response
    }

    /// Closes its input.
    pub fn hang_up(&mut self) {
        self.input = None;
    }

    /// Waits for its end; how it ended, and what it said that nobody asked for.
    pub fn wait(&mut self) -> (ExitStatus, Vec<Value>) {
        let mut rest = Vec::new();
        // A process that is gone has closed its output.
        loop {
            match self.output.recv_timeout(PATIENCE) {
                Ok(message) => rest.push(self.checked(message)),
                Err(RecvTimeoutError::Timeout) => panic!("the server did not end for {PATIENCE:?}"),
                Err(RecvTimeoutError::Disconnected) => return (self.child.wait().expect("it ends"), rest),
            }
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Hands on every message; what is none goes on as text, and is the end.
fn read_messages(output: ChildStdout, sender: &Sender<Value>) {
    let mut output = BufReader::new(output);
    loop {
        let mut header = String::new();
        while !header.ends_with("\r\n\r\n") {
            if output.read_line(&mut header).unwrap_or(0) == 0 {
                break;
            }
        }
        let length = header.strip_prefix("Content-Length: ").and_then(|number| number.trim_end().parse().ok());
        let message = length.and_then(|length: usize| {
            let mut body = vec![0; length];
            output.read_exact(&mut body).ok()?;
            serde_json::from_slice(&body).ok()
        });
        let Some(message) = message else {
            if !header.is_empty() {
                let _ = sender.send(Value::String(header));
            }
            return;
        };
        if sender.send(from_wire(message)).is_err() {
            return;
        }
    }
}
