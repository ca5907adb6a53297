//! Fixing many findings at once: only what is safe, until nothing is left.

use super::support::{Client, capabilities, fast, position, range};
use serde_json::{Value, json};

const URI: &str = "file:///a.ts";

async fn actions(text: &str, context: Value) -> Vec<Value> {
    let mut client = Client::start(fast(), capabilities()).await;
    client.open(URI, 3, text).await;
    client.actions(URI, range(0, 14, 14), context).await
}

fn edits(action: &Value) -> &Value {
    let change = &action["edit"]["documentChanges"][0];
    assert_eq!(change["textDocument"], json!({ "uri": URI, "version": 3 }));
    &change["edits"]
}

#[tokio::test]
async fn safe_fixes_only_each_where_it_belongs() {
    for (only, kind) in [
        (json!(["source.fixAll.customerio"]), "source.fixAll.customerio"),
        (json!(["source.fixAll"]), "source.fixAll"),
        (json!(["source"]), "source.fixAll.customerio"),
    ] {
        let actions = actions("'customerio'; BAD; WORSE\nBAD; DUNNO", json!({ "diagnostics": [], "only": only })).await;
        assert_eq!(actions.len(), 1, "{actions:?}");
        assert_eq!(actions[0]["kind"], kind);
        let expected = json!([
            { "range": range(0, 14, 17), "newText": "GOOD" },
            { "range": range(1, 0, 3), "newText": "GOOD" },
        ]);
        assert_eq!(*edits(&actions[0]), expected);
    }
}

#[tokio::test]
async fn fixes_that_bring_up_others_are_followed_to_the_end() {
    let only = json!({ "diagnostics": [], "only": ["source.fixAll"] });
    let actions = actions("'customerio'; TWICE\nx\nBAD + '🙂' + TWICE", only).await;
    let expected = json!([
        { "range": range(0, 14, 19), "newText": "GOOD" },
        { "range": range(2, 0, 3), "newText": "GOOD" },
        { "range": range(2, 15, 20), "newText": "GOOD" },
    ]);
    assert_eq!(*edits(&actions[0]), expected);
}

#[tokio::test]
async fn a_text_that_cannot_be_parsed_is_left_alone() {
    let only = json!({ "diagnostics": [], "only": ["source.fixAll"] });
    assert_eq!(actions("'customerio'; BAD BAD (", only).await, [] as [Value; 0]);
}

#[tokio::test]
async fn where_nothing_is_safe_nothing_is_offered() {
    let only = json!({ "diagnostics": [], "only": ["source.fixAll"] });
    assert_eq!(actions("'customerio'; WORSE; DUNNO", only).await, [] as [Value; 0]);
}

#[tokio::test]
async fn one_rule_at_a_time_when_it_has_more_than_one() {
    let title = "Fix all timestamp-milliseconds problems in this file";
    let several = actions("'customerio'; BAD; TWICE\nBAD", json!({})).await;
    let action = several.iter().find(|action| action["title"] == title).expect("the action");
    assert_eq!(action["kind"], "quickfix");
    let expected = json!([
        { "range": range(0, 14, 17), "newText": "GOOD" },
        { "range": range(1, 0, 3), "newText": "GOOD" },
    ]);
    assert_eq!(*edits(action), expected);
    let single = actions("'customerio'; BAD; TWICE", json!({})).await;
    assert!(!single.is_empty() && single.iter().all(|action| action["title"] != title));
}

#[tokio::test]
async fn only_what_is_asked_for_comes() {
    let text = "'customerio'; BAD";
    let kinds = |actions: Vec<Value>| -> Vec<String> {
        let mut kinds: Vec<_> = actions.iter().map(|a| a["kind"].as_str().expect("a kind").to_owned()).collect();
        kinds.dedup();
        kinds
    };
    assert_eq!(kinds(actions(text, json!({})).await), ["quickfix", "source.fixAll.customerio"]);
    assert_eq!(kinds(actions(text, json!({ "only": [] })).await), ["quickfix", "source.fixAll.customerio"]);
    assert_eq!(kinds(actions(text, json!({ "only": [""] })).await), ["quickfix", "source.fixAll.customerio"]);
    assert_eq!(kinds(actions(text, json!({ "only": ["quickfix"] })).await), ["quickfix"]);
    assert_eq!(kinds(actions(text, json!({ "only": ["quickfix.x", "refactor"] })).await), [] as [&str; 0]);
    assert_eq!(kinds(actions(text, json!({ "only": ["source.organizeImports"] })).await), [] as [&str; 0]);
    assert_eq!(kinds(actions(text, json!({ "triggerKind": 2 })).await), ["quickfix"]);
}

#[tokio::test]
async fn the_edit_of_a_rule_follows_when_the_action_is_chosen() {
    let text = "'customerio'; BAD; TWICE\nBAD";
    let mut able = capabilities();
    able["textDocument"]["codeAction"]["dataSupport"] = json!(true);
    able["textDocument"]["codeAction"]["resolveSupport"] = json!({ "properties": ["edit"] });
    let mut client = Client::connect(fast());
    let offered = client.initialize(json!({ "capabilities": able })).await.result;
    assert_eq!(offered["capabilities"]["codeActionProvider"]["resolveProvider"], true);
    client.open(URI, 3, text).await;
    let everything = json!({ "start": position(0, 0), "end": position(2, 0) });
    let actions = client.actions(URI, everything, json!({ "diagnostics": [] })).await;
    let title = "Fix all timestamp-milliseconds problems in this file";
    let action = actions.iter().find(|action| action["title"] == title).expect("the action");
    assert_eq!(action.get("edit"), None);
    let resolved = client.request("codeAction/resolve", action.clone()).await["result"].take();
    let expected = json!([
        { "range": range(0, 14, 17), "newText": "GOOD" },
        { "range": range(1, 0, 3), "newText": "GOOD" },
    ]);
    assert_eq!(*edits(&resolved), expected);
    assert_eq!(resolved["title"], title);
    // Another action is as it was.
    let plain = actions.iter().find(|action| action.get("edit").is_some()).expect("one with an edit");
    assert_eq!(client.request("codeAction/resolve", plain.clone()).await["result"], *plain);
    client.change(URI, 4, &[(Some(range(0, 0, 0)), "x;")]).await;
    assert_eq!(client.request("codeAction/resolve", action.clone()).await["error"]["code"], -32801);
}
