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
