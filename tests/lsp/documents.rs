//! The text is what the client has, or the document is given up and the client told once.

use super::support::{Client, capabilities, fast, position, range};
use serde_json::{Value, json};

const URI: &str = "file:///a.ts";

async fn opened(text: &str) -> Client {
    let mut client = Client::start(fast(), capabilities()).await;
    client.open(URI, 1, text).await;
    client.pushed(URI).await;
    client
}

/// The only message to the user.
async fn message(client: &mut Client) -> String {
    let shown = |message: &Value| message["method"] == "window/showMessage";
    let first = client.next(shown).await;
    client.request("shutdown", Value::Null).await;
    let more: Vec<Value> = client.leftovers().into_iter().filter(shown).collect();
    assert!(more.is_empty(), "{more:?}");
    first["params"]["message"].as_str().expect("text").to_owned()
}

#[tokio::test]
async fn several_changes_apply_in_order_each_upon_the_last() {
    let mut client = opened("'customerio'; BAD").await;
    let changes = [
        (Some(range(0, 0, 0)), "\n"),
        (Some(range(1, 14, 17)), "x"),
        (Some(json!({ "start": position(1, 14), "end": position(99, 0) })), "BAD BAD"),
    ];
    client.change(URI, 12, &changes).await;
    let push = client.pushed_for(URI, 12).await;
    let ranges: Vec<&Value> = push["diagnostics"].as_array().expect("a list").iter().map(|d| &d["range"]).collect();
    assert_eq!(ranges, [&range(1, 14, 17), &range(1, 18, 21)]);
}

#[tokio::test]
async fn the_whole_text_may_come_among_other_changes() {
    let mut client = opened("'customerio'; BAD").await;
    client.change(URI, 2, &[(Some(range(0, 0, 5)), "?"), (None, "BAD customerio"), (Some(range(0, 0, 0)), " ")]).await;
    assert_eq!(client.pushed_for(URI, 2).await["diagnostics"][0]["range"], range(0, 1, 4));
}

#[tokio::test]
async fn versions_may_jump_and_even_fall() {
    let mut client = opened("'customerio'; BAD").await;
    for (step, version) in [4, 6, 700, 3].into_iter().enumerate() {
        client.change(URI, version, &[(Some(range(0, 0, 0)), " ")]).await;
        let push = client.pushed(URI).await;
        assert_eq!(
            (&push["version"], &push["diagnostics"][0]["range"]["start"]["character"]),
            (&json!(version), &json!(15 + step))
        );
    }
}

#[tokio::test]
async fn an_edit_that_cannot_be_applied_gives_the_document_up_and_says_so_once() {
    let wild = [
        json!({ "range": { "start": position(5, 0), "end": position(5, 0) }, "text": "x" }),
        json!({ "range": { "start": position(0, 3), "end": position(0, 1) }, "text": "x" }),
        json!({ "range": { "start": { "line": -1, "character": 0 }, "end": position(0, 1) }, "text": "x" }),
        json!({ "range": range(0, 0, 1) }),
        json!("no change"),
    ];
    for change in wild {
        let mut client = opened("'customerio'; BAD").await;
        let document = json!({ "uri": URI, "version": 2 });
        let params = json!({ "textDocument": document, "contentChanges": [change] });
        client.notify("textDocument/didChange", params.clone()).await;
        assert_eq!(client.pushed(URI).await["diagnostics"], json!([]), "{change}");
        client.notify("textDocument/didChange", params).await;
        client.change(URI, 3, &[(Some(range(0, 0, 0)), "BAD")]).await;
        assert_eq!(client.actions(URI, range(0, 0, 99), json!({})).await, [] as [Value; 0]);
        client.close(URI).await;
        client.open(URI, 1, "'customerio'; BAD").await;
        assert_eq!(client.pushed(URI).await["diagnostics"].as_array().map(Vec::len), Some(1));
        let said = message(&mut client).await;
        assert!(said.starts_with("customerio-ls does not check /a.ts: "), "{said}");
    }
}

#[tokio::test]
async fn columns_and_ends_beyond_the_text_are_its_ends() {
    let mut client = opened("'customerio'; BAD\n").await;
    let far = json!({ "start": position(0, u32::MAX), "end": position(u32::MAX, u32::MAX) });
    client.change(URI, 2, &[(Some(far), " BAD")]).await;
    assert_eq!(client.pushed_for(URI, 2).await["diagnostics"][1]["range"], range(0, 18, 21));
}

#[tokio::test]
async fn an_edit_of_an_unknown_document_is_reported_once() {
    let mut client = Client::start(fast(), capabilities()).await;
    for version in 1..4 {
        client.change("file:///never.ts", version, &[(None, "'customerio'; BAD")]).await;
    }
    client.close("file:///other.ts").await;
    let said = message(&mut client).await;
    assert!(said.contains("never.ts"), "{said}");
}

#[tokio::test]
async fn one_file_is_one_document_however_its_uri_is_spelt() {
    let mut client = Client::start(fast(), capabilities()).await;
    client.open("file:///c%3A/app/%5Bid%5D.ts", 1, "'customerio'; BAD").await;
    client.pushed("file:///c%3A/app/%5Bid%5D.ts").await;
    client.change("file:///C:/app/[id].ts", 2, &[(Some(range(0, 0, 0)), " ")]).await;
    // The client hears the name that it gave.
    let push = client.pushed("file:///c%3A/app/%5Bid%5D.ts").await;
    assert_eq!(push["diagnostics"][0]["range"], range(0, 15, 18));
    client.close("file:///C:/app/[id].ts").await;
    assert_eq!(client.pushed("file:///c%3A/app/%5Bid%5D.ts").await["diagnostics"], json!([]));
}

#[tokio::test]
async fn twenty_megabytes_are_taken_and_edited() {
    let mut client = Client::start(fast(), capabilities()).await;
    let text = "const somewhat = 'long line of code';\n".repeat(550_000);
    client.open(URI, 1, &text).await;
    client.change(URI, 2, &[(Some(range(500_000, 0, 0)), "BAD ")]).await;
    client.change(URI, 3, &[(None, "'customerio'; BAD")]).await;
    assert_eq!(client.pushed_for(URI, 3).await["diagnostics"][0]["range"], range(0, 14, 17));
}
