//! Push or pull, never both.

use super::support::{Client, capabilities, fast, range};
use serde_json::{Value, json};

const URI: &str = "file:///a.ts";

fn pulling() -> Value {
    let mut capabilities = capabilities();
    capabilities["textDocument"]["diagnostic"] = json!({});
    capabilities["workspace"]["diagnostics"] = json!({ "refreshSupport": true });
    capabilities
}

#[tokio::test]
async fn a_client_that_pulls_is_not_pushed_to() {
    let mut client = Client::start(fast(), pulling()).await;
    client.open(URI, 1, "'customerio'; BAD").await;
    let first = client.pull(URI, None).await;
    assert_eq!(first["result"]["kind"], "full");
    assert_eq!(first["result"]["items"][0]["range"], range(0, 14, 17));
    client.change(URI, 4, &[(Some(range(0, 0, 0)), "BAD ")]).await;
    let second = client.pull(URI, first["result"]["resultId"].as_str()).await;
    assert_eq!(second["result"]["items"].as_array().map(Vec::len), Some(2));
    client.close(URI).await;
    client.request("shutdown", Value::Null).await;
    let pushes = client.leftovers();
    assert!(pushes.iter().all(|m| m["method"] != "textDocument/publishDiagnostics"), "{pushes:?}");
}

#[tokio::test]
async fn a_client_that_cannot_be_told_to_pull_again_is_pushed_to() {
    let mut capabilities = pulling();
    capabilities["workspace"]["diagnostics"] = json!({ "refreshSupport": false });
    let mut client = Client::start(fast(), capabilities).await;
    client.open(URI, 1, "'customerio'; BAD").await;
    assert_eq!(client.pushed(URI).await["diagnostics"][0]["range"], range(0, 14, 17));
}

#[tokio::test]
async fn an_equal_set_is_answered_as_unchanged_unless_the_document_was_reopened() {
    let mut client = Client::start(fast(), pulling()).await;
    client.open(URI, 1, "'customerio'; BAD\n").await;
    let first = client.pull(URI, None).await;
    let id = first["result"]["resultId"].as_str().expect("an id");
    client.change(URI, 2, &[(Some(range(1, 0, 0)), "x")]).await;
    let second = client.pull(URI, Some(id)).await;
    assert_eq!(second["result"], json!({ "kind": "unchanged", "resultId": id }));
    client.close(URI).await;
    client.open(URI, 1, "'customerio'; BAD\n").await;
    let third = client.pull(URI, Some(id)).await;
    assert_eq!(third["result"]["kind"], "full");
}

#[tokio::test]
async fn a_document_that_is_not_open_has_no_diagnostics() {
    let mut client = Client::start(fast(), pulling()).await;
    let response = client.pull("file:///nowhere.ts", None).await;
    assert_eq!(response["result"], json!({ "kind": "full", "items": [] }));
}

#[tokio::test]
async fn pushing_and_pulling_clients_see_the_same() {
    let text = "'customerio'; BAD WORSE\n🙂 TWICE DUNNO";
    let mut pushed = Client::start(fast(), capabilities()).await;
    let mut pulled = Client::start(fast(), pulling()).await;
    pushed.open(URI, 1, text).await;
    pulled.open(URI, 1, text).await;
    let push = pushed.pushed(URI).await;
    let pull = pulled.pull(URI, None).await;
    assert_eq!(push["diagnostics"], pull["result"]["items"]);
    assert_eq!(push["diagnostics"].as_array().map(Vec::len), Some(4));
}
