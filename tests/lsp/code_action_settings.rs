//! Actions that settle a finding in `customerio.json`: in the nearest one, as the editor has it; in a new one.

use super::support::{CLIENT, Client, Folder, capabilities, range, real};
use serde_json::{Value, json};

/// A client in `folder`, with the code opened as `src/a.ts`.
async fn client(folder: &Folder, creates: bool, code: &str) -> Client {
    let mut capabilities = capabilities();
    capabilities["general"]["positionEncodings"] = json!(["utf-16"]);
    if creates {
        capabilities["workspace"]["workspaceEdit"]["resourceOperations"] = json!(["create"]);
    }
    let mut client = Client::connect(real());
    let folders = json!([{ "uri": folder.uri(""), "name": "shop" }]);
    client.initialize(json!({ "capabilities": capabilities, "workspaceFolders": folders })).await;
    client.open(&folder.uri("src/a.ts"), 1, &format!("{CLIENT}{code}")).await;
    client
}

/// The edit of the action with a title.
fn edit<'a>(actions: &'a [Value], title: &str) -> &'a Value {
    let found = actions.iter().find(|action| action["title"] == title);
    let titles = || actions.iter().map(|action| action["title"].to_string()).collect::<Vec<_>>();
    &found.unwrap_or_else(|| panic!("{title} is not among {:?}", titles()))["edit"]["documentChanges"]
}

const MILLISECONDS: &str = "export const seen = () => cio.identify('1', { created_at: Date.now() });\n";

#[tokio::test]
async fn a_rule_is_switched_off_in_the_nearest_settings() {
    let folder =
        Folder::new(&[("customerio.json", "{}"), ("src/customerio.json", "{\n  // 𝄞\n  \"region\": \"us\"\n}\n")]);
    let mut client = client(&folder, true, MILLISECONDS).await;
    let actions = client.actions(&folder.uri("src/a.ts"), range(2, 58, 58), json!({})).await;
    let changes = edit(&actions, "Turn timestamp-milliseconds off in customerio.json");
    assert_eq!(
        *changes,
        json!([{
            "textDocument": { "uri": folder.uri("src/customerio.json"), "version": null },
            "edits": [{
                "range": { "start": { "line": 2, "character": 16 }, "end": { "line": 2, "character": 16 } },
                "newText": ",\n  \"rules\": {\n    \"timestamp-milliseconds\": \"off\"\n  }",
            }],
        }])
    );
    edit(&actions, "Report timestamp-milliseconds as information in customerio.json");
}

#[tokio::test]
async fn what_the_editor_has_counts() {
    let folder = Folder::new(&[("customerio.json", "{}")]);
    let mut client = client(&folder, true, MILLISECONDS).await;
    client.open_as(&folder.uri("customerio.json"), "jsonc", 7, "{ \"rules\": {} }").await;
    let actions = client.actions(&folder.uri("src/a.ts"), range(2, 58, 58), json!({})).await;
    let changes = edit(&actions, "Turn timestamp-milliseconds off in customerio.json");
    assert_eq!(changes[0]["textDocument"]["version"], 7);
    assert!(changes[0]["edits"][0]["newText"].as_str().is_some_and(|text| !text.contains("rules")), "{changes}");
}

#[tokio::test]
async fn a_file_is_created_where_there_is_none_and_the_client_can() {
    let folder = Folder::new(&[("package.json", "{}")]);
    let title = "Turn timestamp-milliseconds off in customerio.json";
    let mut able = client(&folder, true, MILLISECONDS).await;
    let actions = able.actions(&folder.uri("src/a.ts"), range(2, 58, 58), json!({})).await;
    let changes = edit(&actions, title);
    assert_eq!(changes[0], json!({ "kind": "create", "uri": folder.uri("customerio.json") }));
    let text = changes[1]["edits"][0]["newText"].as_str().expect("a text");
    let settings: Value = serde_json::from_str(text).expect("JSON");
    assert_eq!(settings["rules"]["timestamp-milliseconds"], "off");
    assert!(settings["$schema"].as_str().is_some_and(|schema| schema.ends_with("customerio.schema.json")));
    let mut unable = client(&folder, false, MILLISECONDS).await;
    let actions = unable.actions(&folder.uri("src/a.ts"), range(2, 58, 58), json!({})).await;
    assert!(!actions.is_empty() && actions.iter().all(|action| action["title"] != title));
}

#[tokio::test]
async fn names_are_allowed_or_added_to_the_account() {
    let folder = Folder::new(&[("customerio.json", "{ \"account\": { \"events\": [\"signed_up\"] } }")]);
    let code = "export const seen = () => cio.track('1', { name: 'signed_in' });\n";
    let mut client = client(&folder, true, code).await;
    let actions = client.actions(&folder.uri("src/a.ts"), range(2, 51, 51), json!({})).await;
    let changes = edit(&actions, "Add `signed_in` to `account.events` in customerio.json");
    assert!(changes[0]["edits"][0]["newText"].as_str().is_some_and(|text| text.contains("\"signed_in\"")), "{changes}");
}

#[tokio::test]
async fn a_name_goes_where_the_list_is() {
    let folder = Folder::new(&[
        ("customerio.json", "{ \"extends\": [\"./customerio.account.json\", \"./rules.json\"] }"),
        ("customerio.account.json", "{ \"account\": { \"events\": [\"signed_up\"] } }"),
        ("rules.json", "{ \"rules\": { \"event-name-unknown\": { \"allow\": [\"other\"] } } }"),
    ]);
    let code = "export const seen = () => cio.track('1', { name: 'signed_in' });\n";
    let mut client = client(&folder, true, code).await;
    let actions = client.actions(&folder.uri("src/a.ts"), range(2, 51, 51), json!({})).await;
    let changes = edit(&actions, "Add `signed_in` to `account.events` in customerio.account.json");
    assert_eq!(changes[0]["textDocument"]["uri"], folder.uri("customerio.account.json"));
    assert_eq!(changes[0]["edits"][0]["newText"], ", \"signed_in\"");
    let changes = edit(&actions, "Allow `signed_in` in rules.json");
    assert_eq!(changes[0]["textDocument"]["uri"], folder.uri("rules.json"));
    let changes = edit(&actions, "Turn event-name-unknown off in customerio.json");
    assert_eq!(changes[0]["textDocument"]["uri"], folder.uri("customerio.json"));
}

#[tokio::test]
async fn what_would_not_count_is_not_offered() {
    let packaged = "{ \"account\": { \"events\": [\"signed_up\"] } }";
    let folder = Folder::new(&[
        ("customerio.json", "{ \"extends\": \"./node_modules/base/settings.json\" }"),
        ("node_modules/base/settings.json", packaged),
    ]);
    let code = "export const seen = () => cio.track('1', { name: 'signed_in' });\n";
    let mut client = client(&folder, true, code).await;
    let titles = |actions: &[Value]| -> Vec<String> {
        actions.iter().filter_map(|action| action["title"].as_str()).map(str::to_owned).collect()
    };
    let found = titles(&client.actions(&folder.uri("src/a.ts"), range(2, 51, 51), json!({})).await);
    assert!(found.contains(&"Turn event-name-unknown off in customerio.json".to_owned()), "{found:?}");
    assert!(!found.iter().any(|title| title.starts_with("Add ")), "a package's list: {found:?}");
    let rules = json!({ "rules": { "event-name-unknown": "warning" }, "account": { "events": ["signed_up"] } });
    client.notify("workspace/didChangeConfiguration", json!({ "settings": { "customerio": rules } })).await;
    client.quiet().await;
    let found = titles(&client.actions(&folder.uri("src/a.ts"), range(2, 51, 51), json!({})).await);
    assert!(found.contains(&"Allow `signed_in` in customerio.json".to_owned()), "{found:?}");
    for prefix in ["Add ", "Turn ", "Report "] {
        assert!(!found.iter().any(|title| title.starts_with(prefix)), "the editor decides: {found:?}");
    }
}

#[tokio::test]
async fn broken_settings_are_left_alone() {
    let folder = Folder::new(&[("customerio.json", "{ \"rules\": ")]);
    let mut client = client(&folder, true, MILLISECONDS).await;
    let actions = client.actions(&folder.uri("src/a.ts"), range(2, 58, 58), json!({})).await;
    assert!(!actions.is_empty());
    assert!(
        actions.iter().all(|action| action["title"].as_str().is_some_and(|title| !title.contains("customerio.json")))
    );
}
