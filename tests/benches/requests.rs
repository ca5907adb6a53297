//! Requests about names in a project of 20,000 files, 404 of which reach the SDK: completion, hover, references, rename
//! and a code lens of a name that all of them send, once in a text that was analyzed, and once right after a keystroke
//! in it. Then `initialize`, as a process of its own.
//!
//! Each time is also told as a part of the time that walking, reading and searching the same files takes, so that a
//! busy machine shows.
//!
//! Bounds, each of the median: completion and hover 5 ms, references and code lens 20 ms, rename 100 ms, `initialize`
//! 10 ms. The program fails where one is exceeded. The memory, which is to stay below 60 MiB, is printed.

#![allow(clippy::print_stdout, reason = "it is a program whose output are its figures")]

mod code;
mod generate;
mod pairs;
mod peer;

use pairs::{median_of, memory_peak, search};
use peer::Peer;
use serde_json::{Value, json};
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

const ROUNDS: i32 = 51;
/// A file that sends the name by itself, and the one with the function through which others do.
const USER: &str = "src/part0/file0.ts";
const WRAPPER: &str = "src/lib/events.ts";
const NAME: &str = "order_placed";

/// A measured request: its name, its times in milliseconds, and its bound.
type Measured = (&'static str, Vec<f64>, f64);

fn main() -> ExitCode {
    match std::env::args().nth(1).as_deref() {
        // What `cargo test --benches` asks for: nothing to try here.
        Some("--test") => ExitCode::SUCCESS,
        _ => measure(),
    }
}

fn measure() -> ExitCode {
    let folder = tempfile::tempdir().expect("a folder for the project");
    generate::project(folder.path(), true);
    let mut searched = Vec::new();
    for _ in 0..5 {
        let begin = Instant::now();
        search(folder.path());
        searched.push(ms(begin));
    }
    let searched = median_of(searched);
    println!("search {searched:.1} ms");
    let mut all: Vec<Measured> = Vec::new();
    peer::block_on(async { all = ask(folder.path()).await });
    println!("{}", memory_peak());
    all.push(("initialize", (0..11).map(|_| initialize(folder.path())).collect(), 10.0));
    let mut is_good = true;
    for (what, mut times, bound) in all {
        times.sort_by(f64::total_cmp);
        let (median, worst) = (times[times.len() / 2], times[times.len() - 1]);
        let part = median / searched * 100.0;
        println!(
            "{what:<28} median {median:6.2} ms  worst {worst:6.2} ms  bound {bound:3.0} ms  {part:5.2} % of a search"
        );
        is_good &= median <= bound;
    }
    if is_good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn ms(begin: Instant) -> f64 {
    begin.elapsed().as_secs_f64() * 1e3
}

async fn ask(root: &Path) -> Vec<Measured> {
    let mut peer = Peer::start(root).await;
    peer.progress_ended().await;
    let (path, wrapper) = (root.join(USER), root.join(WRAPPER));
    let (uri, mut text) = (peer::uri(&path), fs::read_to_string(&path).expect("the file"));
    peer.open(&uri, &text).await;
    // Its findings, which are none, are not sent; this waits for them.
    peer.request(
        "textDocument/hover",
        json!({ "textDocument": { "uri": uri }, "position": peer::range(&text, 0, 0)["start"] }),
    )
    .await;
    let mut measured: Vec<Measured> = Vec::new();
    let mut version = 1;
    for (typed, labels) in [
        (false, &["completion", "hover", "references", "rename"][..]),
        // A rename waits until all that was typed is known.
        (true, &["completion after a keystroke", "hover after a keystroke", "references after a keystroke"]),
    ] {
        for (label, (method, bound)) in labels.iter().copied().zip([
            ("textDocument/completion", 5.0),
            ("textDocument/hover", 5.0),
            ("textDocument/references", 20.0),
            ("textDocument/rename", 100.0),
        ]) {
            let mut times = Vec::new();
            for _ in 0..ROUNDS {
                if typed {
                    version += 1;
                    // A letter of a comment above.
                    let change = json!([{ "range": peer::range(&text, 0, 0), "text": "//\n" }]);
                    text.insert_str(0, "//\n");
                    peer.change(&uri, version, change).await;
                }
                let at = text.find(NAME).expect("the name") + 3;
                let params = json!({
                    "textDocument": { "uri": uri }, "position": peer::range(&text, at, at)["start"],
                    "context": { "includeDeclaration": true, "triggerKind": 1 }, "newName": "order_sent",
                });
                let begin = Instant::now();
                let answer = peer.request(method, params).await;
                times.push(ms(begin));
                is_answer(method, &answer);
            }
            measured.push((label, times, bound));
        }
    }
    let uri = peer::uri(&wrapper);
    peer.open(&uri, &fs::read_to_string(&wrapper).expect("the file")).await;
    let (mut listed, mut resolved) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let begin = Instant::now();
        let lenses = peer.request("textDocument/codeLens", json!({ "textDocument": { "uri": uri } })).await;
        listed.push(ms(begin));
        let begin = Instant::now();
        let lens = peer.request("codeLens/resolve", lenses["result"][0].clone()).await;
        resolved.push(ms(begin));
        assert!(lens["result"]["command"]["title"].as_str().is_some_and(|title| title.contains(" callers")), "{lens}");
    }
    measured.extend([("code lenses", listed, 20.0), ("codeLens/resolve", resolved, 20.0)]);
    measured
}

/// An answer without the places of other files would be quick.
fn is_answer(method: &str, answer: &Value) {
    let result = &answer["result"];
    let count = |list: &Value| list.as_array().map_or(0, Vec::len);
    let is_one = match method {
        "textDocument/references" => count(result) >= 400,
        "textDocument/rename" => count(&result["documentChanges"]) >= 400,
        "textDocument/completion" => result["items"].to_string().contains(NAME),
        _ => result["contents"].to_string().contains("places"),
    };
    assert!(is_one, "{method}: {answer}");
}

/// The time from the start of a process of the server to its answer to `initialize`.
fn initialize(root: &Path) -> f64 {
    let params = json!({ "capabilities": {}, "workspaceFolders": [{ "uri": peer::uri(root), "name": "bench" }] });
    let body = json!({ "jsonrpc": "2.0", "id": 1, "method": "initialize", "params": params }).to_string();
    let begin = Instant::now();
    let mut server = Command::new(env!("CARGO_BIN_EXE_customerio-ls"))
        .arg("lsp")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let mut input = server.stdin.take().expect("its input");
    write!(input, "Content-Length: {}\r\n\r\n{body}", body.len()).expect("it reads");
    let mut output = BufReader::new(server.stdout.take().expect("its output"));
    let mut header = String::new();
    output.read_line(&mut header).expect("a line");
    let length: usize = header.trim().strip_prefix("Content-Length: ").expect("a length").parse().expect("a number");
    let mut answer = vec![0; length + 2];
    output.read_exact(&mut answer).expect("an answer");
    let time = ms(begin);
    drop(input);
    // Its input is closed: it ends.
    server.wait().expect("it ends");
    time
}
