//! Many documents, many edits, requests in between: no edit lost, no stale finding, nothing left.

use super::support::{Client, capabilities, fast, range};
use serde_json::{Value, json};

const DOCUMENTS: usize = 40;
const ROUNDS: usize = 100;

#[tokio::test]
async fn edits_interleaved_with_requests_keep_their_order() {
    let mut client = Client::start(fast(), capabilities()).await;
    let uris: Vec<String> = (0..DOCUMENTS).map(|n| format!("file:///{n}.ts")).collect();
    for uri in &uris {
        client.open(uri, 0, "'customerio';\n").await;
    }
    let mut asked = Vec::new();
    for round in 1..=ROUNDS {
        for uri in &uris {
            client.change(uri, round as i32, &[(Some(range(1, 0, 0)), "BAD;")]).await;
            let params =
                json!({ "textDocument": { "uri": uri }, "range": range(1, 0, 0), "context": { "diagnostics": [] } });
            asked.push((round, uri.clone(), client.ask("textDocument/codeAction", params).await));
        }
    }
    for (round, uri, id) in asked {
        let response = client.response(id).await;
        // Either overtaken by the next edit, or made for exactly the text before it.
        if response.get("error").is_some() {
            assert_eq!(response["error"]["code"], -32801, "{response}");
            assert!(round < ROUNDS);
        } else {
            let change = &response["result"][0]["edit"]["documentChanges"][0];
            assert_eq!(change["textDocument"], json!({ "uri": uri, "version": round }));
        }
    }
    for uri in &uris {
        let push = client.pushed_for(uri, ROUNDS as i64).await;
        assert_eq!(push["diagnostics"].as_array().map(Vec::len), Some(ROUNDS), "{uri}");
        let last = 4 * (ROUNDS as u32 - 1);
        assert_eq!(push["diagnostics"][ROUNDS - 1]["range"], range(1, last, last + 3));
    }
    for uri in &uris {
        client.close(uri).await;
    }
    for uri in &uris {
        assert_eq!(client.pushed(uri).await["diagnostics"], json!([]));
    }
    client.request("shutdown", Value::Null).await;
    let rest = client.leftovers();
    assert!(rest.is_empty(), "{rest:?}");
}

#[tokio::test]
async fn a_client_that_does_not_read_gets_the_newest_findings_when_it_does() {
    let mut client = Client::start(fast(), capabilities()).await;
    let text = format!("'customerio';\n{}", "BAD;\n".repeat(200));
    client.open("file:///a.ts", 0, &text).await;
    for version in 1..=500 {
        client.change("file:///a.ts", version, &[(Some(range(0, 0, 0)), "\n")]).await;
    }
    let push = client.pushed_for("file:///a.ts", 500).await;
    assert_eq!(push["diagnostics"][0]["range"], range(501, 0, 3));
}

#[tokio::test]
async fn a_client_that_never_answers_stops_nothing() {
    let mut capabilities = capabilities();
    capabilities["workspace"]["configuration"] = json!(true);
    let mut client = Client::connect(fast());
    client.configuration = None;
    client.initialize(json!({ "capabilities": capabilities })).await;
    client.open("file:///a.ts", 0, "'customerio'; BAD").await;
    for version in 1..=300 {
        client.notify("workspace/didChangeConfiguration", json!({ "settings": null })).await;
        client.change("file:///a.ts", version, &[(Some(range(0, 0, 0)), " ")]).await;
    }
    let push = client.pushed_for("file:///a.ts", 300).await;
    assert_eq!(push["diagnostics"][0]["range"], range(0, 314, 317));
}
