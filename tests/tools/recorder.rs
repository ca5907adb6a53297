//! Stands between an editor and the server, and holds what was said to the protocol's meta model.
//!
//! `session-recorder record LOG SERVER ARGS…` runs the server, hands everything on as it is, and appends each message to
//! LOG. `session-recorder judge LOG…` exits with 1 if a message of the server is none of the protocol, a request has no
//! answer, or a session did not end by itself. The suites of `editors/` use both.

#![allow(clippy::print_stdout, reason = "it is a program whose output is the verdict")]

use serde_json::{Value, json};
use std::fs::{File, OpenOptions};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::sync::{Arc, Mutex};

#[allow(dead_code, reason = "the tests of the server use more of it")]
#[path = "../lsp/support/protocol.rs"]
mod protocol;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["record", log, server, arguments @ ..] => record(log, server, arguments),
        ["judge", logs @ ..] if !logs.is_empty() => {
            let wrong = logs.iter().filter(|log| !judge(Path::new(log))).count();
            ExitCode::from(u8::from(wrong > 0))
        }
        _ => {
            println!("session-recorder record LOG SERVER ARGS… | judge LOG…");
            ExitCode::from(2)
        }
    }
}

/// The file that messages are appended to, one a line, in the order in which they came by.
#[derive(Clone)]
struct Log(Arc<Mutex<File>>);

impl Log {
    fn note(&self, entry: &Value) {
        let mut line = entry.to_string();
        line.push('\n');
        self.0.lock().expect("no thread panics with the log").write_all(line.as_bytes()).expect("the log is writable");
    }
}

fn record(log: &str, server: &str, arguments: &[&str]) -> ExitCode {
    let log = Log(Arc::new(Mutex::new(OpenOptions::new().create(true).append(true).open(log).expect("the log opens"))));
    let mut child = Command::new(server)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the server starts");
    let (to_server, from_server) = (child.stdin.take().expect("piped"), child.stdout.take().expect("piped"));
    let from_client = log.clone();
    // Nobody waits for this one: the editor may keep its end open after the server has ended.
    std::thread::spawn(move || hand_on("client", io::stdin(), to_server, &from_client));
    hand_on("server", from_server, io::stdout(), &log);
    let status = child.wait().expect("the server is a child");
    log.note(&json!({ "exit": status.code() }));
    ExitCode::from(status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1))
}

/// Copies messages until the end; each is in the log before it is handed on, so that no answer precedes its request.
fn hand_on(side: &str, from: impl Read, mut to: impl Write, log: &Log) {
    let mut from = BufReader::new(from);
    loop {
        let (raw, body) = match message(&mut from) {
            Ok(Some(parts)) => parts,
            Ok(None) => return,
            Err(problem) => return log.note(&json!({ "from": side, "broken": problem.to_string() })),
        };
        match serde_json::from_slice::<Value>(&body) {
            Ok(message) => log.note(&json!({ "from": side, "message": message })),
            Err(problem) => log.note(&json!({ "from": side, "broken": problem.to_string() })),
        }
        if to.write_all(&raw).and_then(|()| to.flush()).is_err() {
            return;
        }
    }
}

/// Reads one message: all its bytes, and its body alone.
fn message(from: &mut impl BufRead) -> io::Result<Option<(Vec<u8>, Vec<u8>)>> {
    let mut raw = Vec::new();
    let mut length = None;
    loop {
        let start = raw.len();
        if from.read_until(b'\n', &mut raw)? == 0 {
            return if raw.is_empty() { Ok(None) } else { Err(io::ErrorKind::UnexpectedEof.into()) };
        }
        let line = String::from_utf8_lossy(&raw[start..]).trim().to_owned();
        if line.is_empty() {
            break;
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().ok();
        }
    }
    let mut body = vec![0; length.ok_or_else(|| io::Error::other("a message without a length"))?];
    from.read_exact(&mut body)?;
    raw.extend_from_slice(&body);
    Ok(Some((raw, body)))
}

/// Prints what is wrong with a session, or how many messages are right; returns whether it is.
fn judge(log: &Path) -> bool {
    let name = log.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let text = match std::fs::read_to_string(log) {
        Ok(text) => text,
        Err(problem) => {
            println!("  FAIL  {name}: {problem}");
            return false;
        }
    };
    let mut protocol = protocol::Protocol::default();
    let (mut sent, mut wrong, mut exit, mut asked_to_exit, mut shut_down) = (0, Vec::new(), None, false, None);
    for line in text.lines() {
        let entry: Value = serde_json::from_str(line).unwrap_or(Value::Null);
        let (message, side) = (&entry["message"], entry["from"].as_str());
        match side {
            None if entry.get("exit").is_some() => exit = Some(entry["exit"].clone()),
            None => wrong.push(format!("a line of the log that is cut off: {line}")),
            Some(_) if entry.get("broken").is_some() => wrong.push(format!("{side:?}: {}", entry["broken"])),
            Some("client") => {
                asked_to_exit |= message["method"] == "exit";
                if message["method"] == "shutdown" {
                    shut_down = Some(message["id"].clone());
                }
                protocol.sent(message);
            }
            Some(_) => {
                sent += 1;
                wrong.extend(protocol.check(message).err().map(|why| format!("{why}\n        in {message}")));
            }
        }
    }
    // An editor that closes the connection alone may have asked what it does not want to know any more.
    if asked_to_exit {
        wrong.extend(protocol.unanswered().map(|method| format!("{method} has no answer")));
    }
    match exit {
        // By the protocol it is 1 for an editor that asks for no shutdown first.
        Some(code) if code == 0 || code == 1 => {}
        Some(code) => wrong.push(format!("the server exited with {code}")),
        // Some editors kill it, and so the recorder, when it has said that it is ready.
        None if shut_down.is_some_and(|id| !protocol.is_open(&id)) => {}
        None => wrong.push("the server was still running".to_owned()),
    }
    wrong.extend((sent == 0).then(|| "the server said nothing".to_owned()));
    for problem in &wrong {
        println!("  FAIL  {name}: {problem}");
    }
    if wrong.is_empty() {
        println!("  ok    {name}: {sent} messages of the server, each as in the protocol");
    }
    wrong.is_empty()
}
