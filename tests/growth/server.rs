//! The server: twice the lines, findings, comments or documents take about twice the time, over its wire.

#[path = "../lsp/support/mod.rs"]
#[allow(dead_code, unused_imports, reason = "shared with the tests of the server")]
mod support;

use super::{HEAD, SIZE, in_module, lines, too_fast};
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use support::{Client, Folder, capabilities, fast, knows_names, position, range, real};

/// Findings, lines or comments.
const MANY: usize = 2_500;
const DOCUMENTS: usize = 50;
const KEYSTROKES: i32 = 2;
const URI: &str = "file:///a.ts";

/// Runs `work` by itself; it tells what is to be measured of it.
fn block_on(work: impl Future<Output = Duration>) -> Duration {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(work)
}

#[track_caller]
fn grows_no_faster(size: usize, time: impl Fn(usize) -> Duration) {
    if let Some(ratios) = too_fast(size, time) {
        panic!("twice as much takes {ratios:.1?} times as long");
    }
}

/// A time of a few keystrokes at the beginning of a document.
async fn keystrokes(client: &mut Client, text: &str) -> Duration {
    client.open(URI, 0, text).await;
    client.quiet().await;
    let begun = Instant::now();
    for version in 1..=KEYSTROKES {
        client.change(URI, version, &[(Some(range(0, 0, 0)), "\n")]).await;
        client.quiet().await;
    }
    begun.elapsed()
}

#[test]
fn a_keystroke_before_many_findings() {
    grows_no_faster(MANY, |count| {
        let text = in_module(count, |i| format!("cio.track(\"u{i}\", {{ name: \"a\" }});\n"));
        block_on(async { keystrokes(&mut Client::start(real(), capabilities()).await, &text).await })
    });
}

#[test]
fn a_keystroke_before_many_unused_suppressions() {
    grows_no_faster(MANY, |count| {
        let text = in_module(count, |i| format!("// customerio-disable-next-line id-length\nf({i});\n"));
        block_on(async { keystrokes(&mut Client::start(real(), capabilities()).await, &text).await })
    });
}

/// A time of asking for code actions of all that is wrong in a text.
async fn actions(text: &str, context: impl Fn(&[Value]) -> Value) -> Duration {
    let mut client = Client::start(fast(), capabilities()).await;
    client.open(URI, 1, text).await;
    let push = client.pushed(URI).await;
    let diagnostics = push["diagnostics"].as_array().expect("a list");
    let everything = json!({ "start": position(0, 0), "end": position(99_999, 0) });
    let context = context(diagnostics);
    let begun = Instant::now();
    assert!(!client.actions(URI, everything, context).await.is_empty());
    begun.elapsed()
}

fn wrong(count: usize) -> String {
    format!("'customerio';\n{}", lines(count, |i| format!("f(BAD, {i});\n")))
}

#[test]
fn all_fixes_at_once() {
    grows_no_faster(MANY, |count| {
        let all = |_: &[Value]| json!({ "diagnostics": [], "only": ["source.fixAll"] });
        block_on(actions(&wrong(count), all))
    });
}

#[test]
fn code_actions_of_a_whole_file() {
    grows_no_faster(MANY, |count| block_on(actions(&wrong(count), |_| json!({ "diagnostics": [] }))));
}

#[test]
fn code_actions_of_many_diagnostics() {
    grows_no_faster(MANY, |count| block_on(actions(&wrong(count), |all| json!({ "diagnostics": all }))));
}

/// A project with as many open files, each of which is compared with all the others.
async fn opened(count: usize) -> (Client, Folder, Vec<(String, String)>) {
    let text = |i: usize| format!("{HEAD}export const f{i} = () => cio.track(\"u{i}\", {{ name: \"event_{i}\" }});\n");
    let names: Vec<(String, String)> = (0..count).map(|i| (format!("f{i}.ts"), text(i))).collect();
    let files: Vec<(&str, &str)> = names.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let folder = Folder::new(&files);
    let mut client = Client::connect(real());
    let folders = json!([{ "uri": folder.uri("") }]);
    client.initialize(json!({ "capabilities": capabilities(), "workspaceFolders": folders })).await;
    client.quiet().await;
    (client, folder, names)
}

/// A time of the questions about a name that every file of a project sends.
#[test]
fn questions_about_a_name_of_many_files() {
    grows_no_faster(8 * DOCUMENTS, |count| {
        block_on(async {
            let text =
                |i: usize| format!("{HEAD}export const f{i} = () => cio.track(\"u{i}\", {{ name: \"event\" }});\n");
            let files: Vec<(String, String)> = (0..count).map(|i| (format!("f{i}.ts"), text(i))).collect();
            let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
            let folder = Folder::new(&files);
            let mut client = Client::connect(real());
            let folders = json!([{ "uri": folder.uri("") }]);
            client.initialize(json!({ "capabilities": knows_names(), "workspaceFolders": folders })).await;
            client.quiet().await;
            let (name, text) = files[0];
            let uri = folder.uri(name);
            client.open(&uri, 1, text).await;
            client.quiet().await;
            let column = text.lines().nth(2).and_then(|line| line.find("event")).expect("the name") as u32;
            let place = json!({ "textDocument": { "uri": uri }, "position": position(2, column) });
            let begun = Instant::now();
            for (method, more) in [
                ("textDocument/completion", json!({})),
                ("textDocument/hover", json!({})),
                ("textDocument/references", json!({ "context": { "includeDeclaration": true } })),
                ("textDocument/rename", json!({ "newName": "other" })),
            ] {
                let mut params = place.clone();
                params.as_object_mut().expect("an object").extend(more.as_object().cloned().unwrap_or_default());
                let response = client.request(method, params).await;
                assert!(!response["result"].is_null(), "{method}: {response}");
            }
            client.request("workspace/symbol", json!({ "query": "ev" })).await;
            begun.elapsed()
        })
    });
}

/// A time of listing the names of a file that sends many.
#[test]
fn lists_of_many_names() {
    grows_no_faster(SIZE, |count| {
        let text = in_module(count, |i| format!("cio.track(\"u\", {{ name: \"event_{i}\" }});\n"));
        block_on(async {
            let folder = Folder::new(&[("a.ts", &text)]);
            let mut client = Client::connect(real());
            let folders = json!([{ "uri": folder.uri("") }]);
            client.initialize(json!({ "capabilities": knows_names(), "workspaceFolders": folders })).await;
            client.open(&folder.uri("a.ts"), 1, &text).await;
            client.quiet().await;
            let begun = Instant::now();
            for (method, params) in [
                ("textDocument/documentSymbol", json!({ "textDocument": { "uri": folder.uri("a.ts") } })),
                ("workspace/symbol", json!({ "query": "event" })),
            ] {
                let response = client.request(method, params).await;
                assert!(response["result"].as_array().is_some_and(|found| !found.is_empty()), "{method}: {response}");
            }
            begun.elapsed()
        })
    });
}

/// A time of the lenses of a file with many wrappers, each of which has a caller.
#[test]
fn lenses_of_many_wrappers() {
    grows_no_faster(SIZE, |count| {
        let text = in_module(count, |i| {
            format!("const send{i} = (id: string) => cio.track(id, {{ name: \"event_{i}\" }});\nsend{i}(\"u\");\n")
        });
        block_on(async {
            let folder = Folder::new(&[("a.ts", &text)]);
            let mut capabilities = knows_names();
            capabilities["textDocument"]["codeLens"] = json!({});
            let mut client = Client::connect(real());
            let folders = json!([{ "uri": folder.uri("") }]);
            client.initialize(json!({ "capabilities": capabilities, "workspaceFolders": folders })).await;
            let settings = json!({ "settings": { "codeLens": { "wrappers": true, "clients": true } } });
            client.notify("workspace/didChangeConfiguration", settings).await;
            client.open(&folder.uri("a.ts"), 1, &text).await;
            client.quiet().await;
            let document = json!({ "textDocument": { "uri": folder.uri("a.ts") } });
            client.request("textDocument/codeLens", document.clone()).await;
            let begun = Instant::now();
            let response = client.request("textDocument/codeLens", document).await;
            assert!(response["result"].as_array().is_some_and(|found| found.len() > count), "{response}");
            begun.elapsed()
        })
    });
}

/// A time of the callers of a wrapper that many functions call.
#[test]
fn callers_of_one_wrapper() {
    grows_no_faster(SIZE, |count| {
        let text = in_module(count, |i| format!("export const f{i} = () => send(\"event_{i}\");\n"))
            + "const send = (name: string) => cio.track(\"u\", { name });\n";
        block_on(async {
            let folder = Folder::new(&[("a.ts", &text)]);
            let uri = folder.uri("a.ts");
            let mut client = Client::connect(real());
            let folders = json!([{ "uri": folder.uri("") }]);
            let options = json!({ "callHierarchy": true });
            let mut capabilities = knows_names();
            capabilities["textDocument"]["callHierarchy"] = json!({});
            let params = json!({
                "capabilities": capabilities, "workspaceFolders": folders, "initializationOptions": options,
            });
            client.initialize(params).await;
            client.open(&uri, 1, &text).await;
            client.quiet().await;
            let at = position(count as u32 + 2, 7);
            let place = json!({ "textDocument": { "uri": uri }, "position": at });
            let prepared = client.request("textDocument/prepareCallHierarchy", place).await;
            let item = json!({ "item": prepared["result"][0] });
            let begun = Instant::now();
            let response = client.request("callHierarchy/incomingCalls", item).await;
            assert_eq!(response["result"].as_array().map(Vec::len), Some(count), "{response}");
            begun.elapsed()
        })
    });
}

#[test]
fn many_open_documents() {
    grows_no_faster(DOCUMENTS, |count| {
        block_on(async {
            let (mut client, folder, files) = opened(count).await;
            let begun = Instant::now();
            for (name, text) in &files {
                client.open(&folder.uri(name), 1, text).await;
            }
            client.quiet().await;
            begun.elapsed()
        })
    });
}

#[test]
fn a_keystroke_among_many_open_documents() {
    grows_no_faster(DOCUMENTS, |count| {
        block_on(async {
            let (mut client, folder, files) = opened(count).await;
            for (name, text) in &files {
                client.open(&folder.uri(name), 1, text).await;
            }
            client.quiet().await;
            let begun = Instant::now();
            for version in 2..2 + KEYSTROKES {
                client.change(&folder.uri(&files[0].0), version, &[(Some(range(0, 0, 0)), "\n")]).await;
                client.quiet().await;
            }
            begun.elapsed()
        })
    });
}
