//! The server on a project of 20,000 files, 400 of which reach the SDK, and 500 more that import the file which makes the
//! client: how long it takes until all findings are published, against walking, reading and searching the same files
//! (whole processes in pairs, so that a busy machine slows both); then keystrokes in the file that makes the client, of
//! which each changes the findings of all 500: how long until it shows its own, and until all have theirs.
//!
//! Bounds: ready at most 3 times the search; its own findings within 5 ms, everyone's within 200 ms; at most 150 MiB.

#![allow(clippy::print_stdout, reason = "it is a program whose output are its figures")]

mod code;
mod generate;
mod pairs;
mod peer;

use pairs::{median_of, memory_peak, search, time};
use peer::Peer;
use serde_json::json;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

const PAIRS: usize = 11;
const IMPORTERS: usize = 500;
const KEYSTROKES: i32 = 101;
/// The file that makes the client.
const CLIENT: &str = "src/lib/messaging.ts";
/// What is wrong in it.
const WRONG: &str = "export const hello = () => client.identify(\"1\", { created_at: Date.now() });\n";
const SECONDS: &str = "Math.floor(Date.now() / 1000)";

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    match arguments.get(1).map(String::as_str) {
        Some("--search") => println!("{}", search(Path::new(&arguments[2]))),
        Some("--ready") => ready(Path::new(&arguments[2])),
        // What `cargo test --benches` asks for: nothing to try here.
        Some("--test") => {}
        _ => measure(),
    }
}

fn measure() {
    let folder = tempfile::tempdir().expect("a folder for the project");
    generate::project(folder.path(), true);
    let client = fs::read_to_string(folder.path().join(CLIENT)).expect("the client") + WRONG;
    fs::write(folder.path().join(CLIENT), client).expect("the client");
    for at in 0..IMPORTERS {
        let text = format!(
            "import {{ client, nowSeconds }} from \"@/lib/messaging\";\n\n\
             export async function greet{at}(user: {{ id: string; email: string }}): Promise<void> {{\n  \
             await client.identify(user.id, {{ email: user.email, created_at: nowSeconds() }});\n}}\n"
        );
        let path = folder.path().join(format!("src/greet/greet{at}.ts"));
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder");
        fs::write(path, text).expect("the file");
    }
    let this = std::env::current_exe().expect("the path of this program");
    let (mut searched, mut readied, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..PAIRS {
        let search = time(Command::new(&this).arg("--search").arg(folder.path())).as_secs_f64();
        let ready = time(Command::new(&this).arg("--ready").arg(folder.path())).as_secs_f64();
        searched.push(search);
        readied.push(ready);
        ratios.push(ready / search);
    }
    let (searched, readied, ratio) = (median_of(searched) * 1e3, median_of(readied) * 1e3, median_of(ratios));
    println!("search {searched:.1} ms  ready {readied:.1} ms  ratio {ratio:.2}");
    type_in(folder.path());
}

/// What is measured, as a process of its own.
fn ready(root: &Path) {
    peer::block_on(async {
        let mut peer = Peer::start(root).await;
        peer.progress_ended().await;
    });
}

fn type_in(root: &Path) {
    peer::block_on(async {
        let mut peer = Peer::start(root).await;
        peer.progress_ended().await;
        let path = root.join(CLIENT);
        let (uri, mut text) = (peer::uri(&path), fs::read_to_string(&path).expect("the client"));
        peer.open(&uri, &text).await;
        let (mut own, mut all) = (Vec::new(), Vec::new());
        for version in 2..2 + KEYSTROKES {
            let seconds = text.contains(SECONDS);
            let at = text.find(if seconds { SECONDS } else { "Date.now();" }).expect("the clock");
            let (old, new) = if seconds { (SECONDS, "Date.now()") } else { ("Date.now()", SECONDS) };
            // A line end before it, so that its own finding is somewhere else.
            let change = json!([
                { "range": peer::range(&text, at, at + old.len()), "text": new },
                { "range": peer::range(&text, 0, 0), "text": "\n" },
            ]);
            text.replace_range(at..at + old.len(), new);
            text.insert(0, '\n');
            let begin = Instant::now();
            peer.change(&uri, version, change).await;
            let (mut left, mut own_after) = (IMPORTERS, None);
            while left > 0 || own_after.is_none() {
                let push = peer.pushed().await;
                if push["uri"] == *uri {
                    own_after.get_or_insert(begin.elapsed());
                } else if push["uri"].as_str().is_some_and(|uri| uri.contains("/greet/")) {
                    left -= 1;
                }
            }
            own.push(own_after.expect("its own"));
            all.push(begin.elapsed());
        }
        for (what, mut times) in [("own", own), ("all", all)] {
            times.sort();
            let ms = |time: Duration| time.as_secs_f64() * 1e3;
            println!("{what}: median {:.2} ms  worst {:.2} ms", ms(times[times.len() / 2]), ms(times[times.len() - 1]));
        }
        println!("{}", memory_peak());
    });
}
