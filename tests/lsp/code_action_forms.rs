//! Two ways to write an edit.

use super::support::{Client, capabilities, fast, range};
use serde_json::json;

const URI: &str = "file:///a%20b/%5Bid%5D.ts";

#[tokio::test]
async fn versioned_where_the_client_can_and_by_the_clients_own_uri() {
    for versioned in [true, false] {
        let mut capabilities = capabilities();
        capabilities["workspace"]["workspaceEdit"]["documentChanges"] = json!(versioned);
        let mut client = Client::start(fast(), capabilities).await;
        client.open(URI, 11, "'customerio'; BAD").await;
        let actions = client.actions(URI, range(0, 14, 14), json!({})).await;
        let edits = json!([{ "range": range(0, 14, 17), "newText": "GOOD" }]);
        let expected = if versioned {
            json!({ "documentChanges": [{ "textDocument": { "uri": URI, "version": 11 }, "edits": edits }] })
        } else {
            json!({ "changes": { URI: edits } })
        };
        assert_eq!(actions[0]["edit"], expected);
    }
}

#[tokio::test]
async fn the_page_of_a_rule_is_opened_where_the_client_can() {
    let title = "Show documentation for timestamp-milliseconds";
    let mut able = capabilities();
    able["window"] = json!({ "showDocument": { "support": true } });
    let mut client = Client::connect(fast());
    let offered = client.initialize(json!({ "capabilities": able })).await.result;
    let commands = &offered["capabilities"]["executeCommandProvider"]["commands"];
    assert_eq!(*commands, json!(["customerio.showRuleDocumentation"]));
    client.open(URI, 1, "'customerio'; BAD; BAD").await;
    let actions = client.actions(URI, range(0, 14, 22), json!({})).await;
    let shown: Vec<_> = actions.iter().filter(|action| action["title"] == title).collect();
    assert_eq!(shown.len(), 1, "once a rule");
    assert_eq!((shown[0]["kind"].as_str(), shown[0].get("isPreferred")), (Some("quickfix"), None));
    let response = client.request("workspace/executeCommand", shown[0]["command"].clone()).await;
    assert_eq!(response["result"], json!(null), "{response}");
    let page = client.next(|message| message["method"] == "window/showDocument").await;
    assert!(page["params"]["uri"].as_str().is_some_and(|uri| uri.ends_with("/timestamp-milliseconds.html")), "{page}");
    assert_eq!(page["params"]["external"], true);
    let unknown = json!({ "command": "customerio.showRuleDocumentation", "arguments": ["no-such-rule"] });
    assert_eq!(client.request("workspace/executeCommand", unknown).await["error"]["code"], -32803);
    let mut unable = Client::start(fast(), capabilities()).await;
    unable.open(URI, 1, "'customerio'; BAD").await;
    let actions = unable.actions(URI, range(0, 14, 14), json!({})).await;
    assert!(!actions.is_empty() && actions.iter().all(|action| action["title"] != title));
}
