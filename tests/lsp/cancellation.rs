//! A request can be cancelled, and edits arrive, while every thread is busy.

use super::support::{Client, capabilities, gated, range};
use serde_json::{Value, json};

#[tokio::test]
async fn with_all_threads_busy_requests_are_cancelled_and_edits_applied() {
    let (gate, analyzer) = gated();
    let mut client = Client::start(analyzer, capabilities()).await;
    gate.close();
    let uris: Vec<String> = (0..20).map(|n| format!("file:///{n}.ts")).collect();
    for uri in &uris {
        client.open(uri, 1, "'customerio'; BAD").await;
    }
    // More than tower-lsp has slots, and more than its queue holds.
    let mut ids = Vec::new();
    for n in 0..300 {
        let document = json!({ "uri": uris[n % uris.len()] });
        let params = json!({ "textDocument": document, "range": range(0, 0, 20), "context": { "diagnostics": [] } });
        ids.push(client.ask("textDocument/codeAction", params).await);
    }
    for id in &ids {
        client.notify("$/cancelRequest", json!({ "id": id })).await;
    }
    for id in ids {
        assert_eq!(client.response(id).await["error"]["code"], -32800);
    }
    for uri in &uris {
        client.change(uri, 2, &[(Some(range(0, 0, 0)), "BAD ")]).await;
    }
    // Answered at once: it needs no thread.
    let response = client.request("textDocument/foldingRange", json!({ "textDocument": { "uri": uris[0] } })).await;
    assert_eq!(response["error"]["code"], -32601);
    gate.open();
    for uri in &uris {
        let push = client.pushed_for(uri, 2).await;
        assert_eq!(push["diagnostics"].as_array().map(Vec::len), Some(2));
    }
    client.request("shutdown", Value::Null).await;
}

#[tokio::test]
async fn a_request_overtaken_by_an_edit_is_given_up() {
    let (gate, analyzer) = gated();
    let mut capabilities = capabilities();
    capabilities["textDocument"]["diagnostic"] = json!({});
    capabilities["workspace"]["diagnostics"] = json!({ "refreshSupport": true });
    let mut client = Client::start(analyzer, capabilities).await;
    client.open("file:///a.ts", 1, &format!("'customerio'; BAD;\n{}", "f(a, b, c);\n".repeat(20_000))).await;
    gate.close();
    // Both threads are taken, so this parse has not begun when the edit comes.
    let mut busy = Vec::new();
    for n in 0..64 {
        let uri = format!("file:///busy{n}.ts");
        client.open(&uri, 1, "'customerio'").await;
        busy.push(client.ask("textDocument/diagnostic", json!({ "textDocument": { "uri": uri } })).await);
    }
    let overtaken = client.ask("textDocument/diagnostic", json!({ "textDocument": { "uri": "file:///a.ts" } })).await;
    client.change("file:///a.ts", 2, &[(Some(range(0, 0, 0)), "BAD;")]).await;
    gate.open();
    let response = client.response(overtaken).await;
    assert_eq!(response["error"]["code"], -32802, "{response}");
    assert_eq!(response["error"]["data"], json!({ "retriggerRequest": false }));
    for id in busy {
        client.response(id).await;
    }
    let response = client.pull("file:///a.ts", None).await;
    assert_eq!(response["result"]["items"].as_array().map(Vec::len), Some(2));
}
