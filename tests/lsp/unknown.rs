//! What the server does not know, it says so.

use super::support::{Client, capabilities, fast};
use serde_json::{Value, json};

#[tokio::test]
async fn requests_that_are_not_offered_are_answered_as_such() {
    let mut client = Client::start(fast(), capabilities()).await;
    let document = json!({ "textDocument": { "uri": "file:///a.ts" } });
    for method in ["textDocument/foldingRange", "codeAction/resolve", "customerio/what", "$/what"] {
        let params = if method == "codeAction/resolve" { json!({ "title": "x" }) } else { document.clone() };
        let response = client.request(method, params).await;
        assert_eq!(response["error"]["code"], -32601, "{method}: {response}");
    }
}

#[tokio::test]
async fn unknown_notifications_are_passed_over() {
    let mut client = Client::start(fast(), capabilities()).await;
    client.notify("$/setTrace", json!({ "value": "verbose" })).await;
    client.notify("$/what", json!({})).await;
    client.notify("customerio/what", Value::Null).await;
    client.notify("workspace/didChangeWorkspaceFolders", json!({ "event": { "added": [], "removed": [] } })).await;
    assert_eq!(client.request("shutdown", Value::Null).await["result"], Value::Null);
}

#[tokio::test]
async fn parameters_that_cannot_be_read_are_refused_and_the_server_goes_on() {
    let mut client = Client::start(fast(), capabilities()).await;
    let response = client.request("textDocument/codeAction", json!({ "textDocument": 1 })).await;
    assert_eq!(response["error"]["code"], -32602);
    client.notify("textDocument/didOpen", json!({ "textDocument": { "uri": 5 } })).await;
    client.notify("textDocument/didOpen", json!([])).await;
    client.open("file:///a.ts", 1, "'customerio'; BAD").await;
    client.pushed("file:///a.ts").await;
}

#[tokio::test]
async fn requests_before_initialize_are_refused() {
    let mut client = Client::connect(fast());
    let response = client.request("textDocument/codeAction", json!({})).await;
    assert_eq!(response["error"]["code"], -32002);
    let response = client.request("shutdown", Value::Null).await;
    assert_eq!(response["error"]["code"], -32002);
}
