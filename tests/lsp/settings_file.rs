//! `customerio.json` over the wire: completions and hovers while it is written.

use super::support::{Client, capabilities, position, real};
use serde_json::{Value, json};

const URI: &str = "file:///shop/customerio.json";

/// A client with these abilities of completions.
async fn client(item: Value) -> Client {
    let mut capabilities = capabilities();
    capabilities["general"]["positionEncodings"] = json!(["utf-16"]);
    capabilities["textDocument"]["completion"] = json!({ "completionItem": item });
    capabilities["textDocument"]["hover"] = json!({ "contentFormat": ["markdown", "plaintext"] });
    Client::start(real(), capabilities).await
}

/// Opens the text as `uri`, and asks at its mark `|`.
async fn ask(client: &mut Client, uri: &str, method: &str, marked: &str) -> Value {
    let before = &marked[..marked.find('|').expect("a mark")];
    let line = u32::try_from(before.matches('\n').count()).expect("a short text");
    let column = before.rsplit('\n').next().unwrap_or_default().encode_utf16().count();
    let text = marked.replacen('|', "", 1);
    let document = json!({ "uri": uri, "languageId": "jsonc", "version": 1, "text": text });
    client.notify("textDocument/didOpen", json!({ "textDocument": document })).await;
    let column = u32::try_from(column).expect("a short text");
    let params = json!({ "textDocument": { "uri": uri }, "position": position(line, column) });
    let response = client.request(method, params).await;
    client.notify("textDocument/didClose", json!({ "textDocument": { "uri": uri } })).await;
    assert!(response.get("error").is_none(), "{response}");
    response["result"].clone()
}

async fn complete(client: &mut Client, marked: &str) -> Vec<Value> {
    let found = ask(client, URI, "textDocument/completion", marked).await;
    found.as_array().cloned().unwrap_or_default()
}

fn item<'a>(items: &'a [Value], label: &str) -> &'a Value {
    items.iter().find(|item| item["label"] == label).unwrap_or_else(|| panic!("{label} is not in {items:#?}"))
}

#[tokio::test]
async fn keys_and_values_are_completed() {
    let mut client = client(json!({ "snippetSupport": true })).await;
    let keys = complete(&mut client, "{\n  \"rules\": { \"𝄞\": 1, \"float|\" }\n}").await;
    let key = item(&keys, "floating-promise");
    assert_eq!(key["textEdit"]["newText"], "\"floating-promise\": \"$0\"");
    assert_eq!(key["insertTextFormat"], 2);
    // Columns are UTF-16 units.
    assert_eq!(key["textEdit"]["range"], json!({ "start": position(1, 22), "end": position(1, 29) }));
    assert_eq!(key["filterText"], "\"floating-promise\"");
    let values = complete(&mut client, "{ \"preset\": | }").await;
    assert_eq!(item(&values, "\"strict\"")["textEdit"]["newText"], "\"strict\"");
    assert_eq!(item(&values, "\"recommended\"")["detail"], "default");
    assert!(complete(&mut client, "{ // | \n }").await.is_empty());
    // In a snippet, `$schema` alone would be a variable.
    assert_eq!(item(&complete(&mut client, "{ | }").await, "$schema")["textEdit"]["newText"], "\"\\$schema\": \"$0\"");
}

#[tokio::test]
async fn a_client_without_snippets_gets_plain_text() {
    let mut client = client(json!({})).await;
    let keys = complete(&mut client, "{ | }").await;
    assert_eq!(item(&keys, "rules")["textEdit"]["newText"], "\"rules\": {  }");
    assert_eq!(item(&keys, "rules")["insertTextFormat"], 1);
    assert_eq!(item(&keys, "$schema")["textEdit"]["newText"], "\"$schema\": \"\"");
    assert_eq!(item(&keys, "rules")["documentation"]["kind"], "plaintext");
}

#[tokio::test]
async fn keys_and_rules_are_explained() {
    let mut client = client(json!({})).await;
    let hover = ask(&mut client, URI, "textDocument/hover", "{ \"reg|ion\": \"eu\" }").await;
    assert!(hover["contents"]["value"].as_str().is_some_and(|text| text.contains("region of the Customer.io account")));
    assert_eq!(hover["range"], json!({ "start": position(0, 2), "end": position(0, 10) }));
    let hover = ask(
        &mut client,
        URI,
        "textDocument/hover",
        "{ \"rules\": { \"created|\": 1, \"timestamp-milliseconds\": \"off\" } }",
    )
    .await;
    assert_eq!(hover, Value::Null);
    let rule =
        ask(&mut client, URI, "textDocument/hover", "{ \"rules\": { \"timestamp-|milliseconds\": \"off\" } }").await;
    assert!(rule["contents"]["value"].as_str().is_some_and(|text| text.contains("[Documentation](")), "{rule}");
}

#[tokio::test]
async fn other_json_is_left_alone() {
    let mut client = client(json!({})).await;
    for uri in ["file:///shop/package.json", "file:///shop/other.json"] {
        assert_eq!(ask(&mut client, uri, "textDocument/completion", "{ | }").await, Value::Null);
        assert_eq!(ask(&mut client, uri, "textDocument/hover", "{ \"reg|ion\": 1 }").await, Value::Null);
    }
}
