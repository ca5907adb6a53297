//! How a session ends.

use super::support::{Client, capabilities, fast, gated};
use serde_json::{Value, json};

#[tokio::test]
async fn shutdown_then_exit_ends_with_zero_whatever_their_parameters() {
    for params in [Value::Null, json!({}), json!([])] {
        let mut client = Client::start(fast(), capabilities()).await;
        let response = client.request("shutdown", params.clone()).await;
        assert_eq!(response, json!({ "jsonrpc": "2.0", "id": 2, "result": null }), "{params}");
        client.notify("exit", params).await;
        assert_eq!(client.ended().await.1, 0);
    }
}

#[tokio::test]
async fn the_answer_to_shutdown_leaves_even_when_exit_follows_at_once() {
    let mut client = Client::start(fast(), capabilities()).await;
    let id = client.ask("shutdown", Value::Null).await;
    client.notify("exit", Value::Null).await;
    let (rest, code) = client.ended().await;
    assert!(rest.iter().any(|message| message["id"] == id && message["result"] == Value::Null), "{rest:?}");
    assert_eq!(code, 0);
}

#[tokio::test]
async fn exit_without_shutdown_ends_with_one() {
    let mut client = Client::start(fast(), capabilities()).await;
    client.notify("exit", Value::Null).await;
    assert_eq!(client.ended().await.1, 1);
}

#[tokio::test]
async fn exit_before_initialize_ends_too() {
    let mut client = Client::connect(fast());
    client.notify("exit", Value::Null).await;
    assert_eq!(client.ended().await.1, 1);
}

#[tokio::test]
async fn what_follows_exit_does_not_keep_the_server() {
    let mut client = Client::start(fast(), capabilities()).await;
    client.notify("exit", Value::Null).await;
    client.open("file:///a.ts", 1, "'customerio'; BAD").await;
    assert_eq!(client.ended().await.1, 1);
}

#[tokio::test]
async fn the_end_of_input_ends_the_session() {
    for (shutdown, expected) in [(false, 1), (true, 0)] {
        let mut client = Client::start(fast(), capabilities()).await;
        if shutdown {
            client.request("shutdown", Value::Null).await;
        }
        client.hang_up().await;
        assert_eq!(client.ended().await.1, expected);
    }
}

#[tokio::test]
async fn work_that_never_ends_keeps_no_session() {
    let (gate, analyzer) = gated();
    let mut client = Client::start(analyzer, capabilities()).await;
    gate.close();
    client.open("file:///a.ts", 1, "'customerio'; BAD").await;
    client.ask("textDocument/codeAction", json!({ "textDocument": { "uri": "file:///a.ts" } })).await;
    client.notify("exit", Value::Null).await;
    assert_eq!(client.ended().await.1, 1);
    gate.open();
}

#[tokio::test]
async fn after_shutdown_requests_are_refused() {
    let mut client = Client::start(fast(), capabilities()).await;
    client.request("shutdown", Value::Null).await;
    let response = client.request("textDocument/codeAction", json!({})).await;
    assert_eq!(response["error"]["code"], -32600);
}
