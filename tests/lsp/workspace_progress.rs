//! Looking for projects goes on behind: it is told where that can be shown, and ends when it is not wanted.

use super::support::{CALLER, CLIENT, Client, Counting, Folder, capabilities, counted};
use serde_json::{Value, json};
use std::sync::Arc;

async fn start(folder: &Folder, engine: &Arc<Counting>, progress: bool) -> Client {
    let mut client = Client::connect(counted(engine));
    let mut capabilities = capabilities();
    capabilities["window"] = json!({ "workDoneProgress": progress });
    client.initialize(json!({ "capabilities": capabilities, "workspaceFolders": [{ "uri": folder.uri("") }] })).await;
    client
}

#[tokio::test]
async fn it_begins_goes_on_and_ends_under_one_name() {
    let files: Vec<String> = (0..100).map(|n| format!("{n}.ts")).collect();
    let mut all: Vec<(&str, &str)> = files.iter().map(|name| (name.as_str(), CALLER)).collect();
    all.push(("client.ts", CLIENT));
    let folder = Folder::new(&all);
    let engine = Arc::<Counting>::default();
    let gate = engine.gate("client.ts");
    gate.close();
    let mut client = start(&folder, &engine, true).await;
    let token = client.next(|m| m["method"] == "window/workDoneProgress/create").await["params"]["token"].take();
    let begin = client.progressed("begin").await;
    assert_eq!((&begin["token"], &begin["value"]["cancellable"]), (&token, &json!(true)));
    gate.open();
    let mut last = 0;
    loop {
        let progress = client.next(|m| m["method"] == "$/progress").await["params"].take();
        assert_eq!(progress["token"], token);
        match progress["value"]["kind"].as_str() {
            Some("report") => {
                let percentage = progress["value"]["percentage"].as_u64().expect("a number");
                assert!(percentage >= last && percentage <= 100, "{percentage} after {last}");
                last = percentage;
            }
            kind => {
                assert_eq!(kind, Some("end"));
                break;
            }
        }
    }
    // It ended after everything was found, and nothing follows.
    client.request("shutdown", Value::Null).await;
    let pushes: Vec<Value> = client.leftovers();
    assert_eq!(pushes.len(), 100);
}

#[tokio::test]
async fn a_client_that_cannot_show_it_is_not_asked() {
    let folder = Folder::new(&[("client.ts", CLIENT), ("a.ts", CALLER)]);
    let mut client = start(&folder, &Arc::default(), false).await;
    client.pushed(&folder.uri("a.ts")).await;
    client.request("shutdown", Value::Null).await;
    assert!(client.leftovers().is_empty());
}

#[tokio::test]
async fn a_client_that_refuses_it_gets_none_and_all_findings() {
    let folder = Folder::new(&[("client.ts", CLIENT), ("a.ts", CALLER)]);
    let mut client = Client::connect(counted(&Arc::default()));
    client.refuses.push("window/workDoneProgress/create");
    let mut capabilities = capabilities();
    capabilities["window"] = json!({ "workDoneProgress": true });
    client.initialize(json!({ "capabilities": capabilities, "workspaceFolders": [{ "uri": folder.uri("") }] })).await;
    client.pushed(&folder.uri("a.ts")).await;
    client.request("shutdown", Value::Null).await;
    assert!(client.leftovers().iter().all(|message| message["method"] != "$/progress"));
}

#[tokio::test]
async fn cancelled_it_ends_and_what_is_known_stays() {
    let engine = Arc::<Counting>::default();
    let gate = engine.gate("m.ts");
    gate.close();
    let names: Vec<String> = ('n'..='z').flat_map(|c| (0..10).map(move |n| format!("{c}{n}.ts"))).collect();
    let mut all: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), CALLER)).collect();
    all.extend([("a/client.ts", CLIENT), ("client.ts", "export * from './a/client';\n"), ("m.ts", CALLER)]);
    let folder = Folder::new(&all);
    let mut client = start(&folder, &engine, true).await;
    let begin = client.progressed("begin").await;
    client.notify("window/workDoneProgress/cancel", json!({ "token": begin["token"] })).await;
    // The notification has been read when this is answered.
    client.actions(&folder.uri("m.ts"), super::support::range(0, 0, 0), json!({})).await;
    gate.open();
    let end = client.progressed("end").await;
    assert_eq!(end["token"], begin["token"]);
    // Open files are served all the same, and seen in the project as far as it is known.
    client.open(&folder.uri("client.ts"), 1, CLIENT).await;
    client.change(&folder.uri("client.ts"), 2, &[(None, &format!("{CLIENT}new TrackClient('x');\n"))]).await;
    assert_eq!(client.pushed_for(&folder.uri("client.ts"), 2).await["diagnostics"].as_array().map(Vec::len), Some(1));
    let judged = engine.take();
    assert!(judged.len() < names.len(), "{judged:?}");
    // Begun again, it is done to the end.
    let event =
        |key: &str| json!({ "event": { "added": [], "removed": [], key: [{ "uri": folder.uri(""), "name": "x" }] } });
    client.notify("workspace/didChangeWorkspaceFolders", event("removed")).await;
    client.notify("workspace/didChangeWorkspaceFolders", event("added")).await;
    let last = folder.uri(names.last().expect("a name"));
    while client.pushed(&last).await["diagnostics"].as_array().is_none_or(Vec::is_empty) {}
}

#[tokio::test]
async fn shutdown_in_the_middle_ends_at_once() {
    let engine = Arc::<Counting>::default();
    let gate = engine.gate("a.ts");
    gate.close();
    let folder = Folder::new(&[("client.ts", CLIENT), ("a.ts", CALLER), ("b.ts", CALLER)]);
    let mut client = start(&folder, &engine, true).await;
    client.progressed("begin").await;
    assert_eq!(client.request("shutdown", Value::Null).await["result"], Value::Null);
    client.notify("exit", Value::Null).await;
    assert_eq!(client.ended().await.1, 0);
    gate.open();
}
