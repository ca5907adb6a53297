//! Findings of closed files for clients that ask for them.

use super::support::{CALLER, CLIENT, Client, Folder, capabilities, range, real};
use serde_json::{Value, json};

fn pulling() -> Value {
    let mut capabilities = capabilities();
    capabilities["textDocument"]["diagnostic"] = json!({});
    capabilities["workspace"]["diagnostics"] = json!({ "refreshSupport": true });
    capabilities
}

async fn start(folder: &Folder) -> Client {
    let mut client = Client::connect(real());
    let params = json!({ "capabilities": pulling(), "workspaceFolders": [{ "uri": folder.uri("") }] });
    let offered = client.initialize(params).await.result;
    assert_eq!(offered["capabilities"]["diagnosticProvider"]["workspaceDiagnostics"], true);
    assert_eq!(offered["capabilities"]["diagnosticProvider"]["interFileDependencies"], true);
    client
}

async fn ask(client: &mut Client, previous: &Value) -> i64 {
    client.ask("workspace/diagnostic", json!({ "previousResultIds": previous })).await
}

/// Asks, and waits for the report.
async fn pull(client: &mut Client, previous: &Value) -> Vec<Value> {
    let id = ask(client, previous).await;
    client.response(id).await["result"]["items"].as_array().cloned().expect("a list")
}

/// Returns what a client sends of a report that it has.
fn ids(items: &[Value]) -> Value {
    items.iter().map(|item| json!({ "uri": item["uri"], "value": item["resultId"] })).collect()
}

#[tokio::test]
async fn a_report_has_the_closed_files_and_the_next_waits_for_something_new() {
    let folder = Folder::new(&[("client.ts", CLIENT), ("a.ts", CALLER)]);
    let mut client = start(&folder).await;
    let items = pull(&mut client, &json!([])).await;
    assert_eq!(items.len(), 1, "{items:?}");
    let item = &items[0];
    assert_eq!(
        (&item["uri"], &item["kind"], &item["version"]),
        (&json!(folder.uri("a.ts")), &json!("full"), &Value::Null)
    );
    assert_eq!(item["items"][0]["range"], range(1, 68, 78));

    let id = ask(&mut client, &ids(&items)).await;
    folder.write("b.ts", CALLER);
    let changes = json!([{ "uri": folder.uri("b.ts"), "type": 1 }]);
    client.notify("workspace/didChangeWatchedFiles", json!({ "changes": changes })).await;
    let response = client.response(id).await;
    let more = response["result"]["items"].as_array().expect("a list");
    assert_eq!(more.len(), 1, "only what is new: {more:?}");
    assert_eq!(more[0]["uri"], folder.uri("b.ts"));

    // What is gone is reported as empty.
    folder.remove("a.ts");
    let all = [&items[..], more].concat();
    let id = ask(&mut client, &ids(&all)).await;
    let changes = json!([{ "uri": folder.uri("a.ts"), "type": 3 }]);
    client.notify("workspace/didChangeWatchedFiles", json!({ "changes": changes })).await;
    let response = client.response(id).await;
    assert_eq!(response["result"]["items"][0]["uri"], folder.uri("a.ts"));
    assert_eq!(response["result"]["items"][0]["items"], json!([]));
}

#[tokio::test]
async fn a_stream_goes_on_until_it_is_cancelled() {
    let folder = Folder::new(&[("client.ts", CLIENT), ("a.ts", CALLER)]);
    let mut client = start(&folder).await;
    let params = json!({ "previousResultIds": [], "partialResultToken": "stream" });
    let id = client.ask("workspace/diagnostic", params).await;
    let part = |message: &Value| message["method"] == "$/progress" && message["params"]["token"] == "stream";
    let first = client.next(part).await;
    assert_eq!(first["params"]["value"]["items"][0]["uri"], folder.uri("a.ts"));
    folder.write("a.ts", "");
    let changes = json!([{ "uri": folder.uri("a.ts"), "type": 2 }]);
    client.notify("workspace/didChangeWatchedFiles", json!({ "changes": changes })).await;
    let second = client.next(part).await;
    assert_eq!(second["params"]["value"]["items"][0]["items"], json!([]));
    client.notify("$/cancelRequest", json!({ "id": id })).await;
    assert_eq!(client.response(id).await["error"]["code"], -32800);
}

#[tokio::test]
async fn a_request_that_waits_is_answered_when_the_server_shuts_down() {
    let folder = Folder::new(&[]);
    let mut client = start(&folder).await;
    let id = ask(&mut client, &json!([])).await;
    client.request("shutdown", Value::Null).await;
    assert_eq!(client.response(id).await["result"], json!({ "items": [] }));
}

#[tokio::test]
async fn open_files_are_pulled_by_themselves_and_closed_ones_can_be() {
    let folder = Folder::new(&[("client.ts", CLIENT), ("a.ts", CALLER), ("b.ts", CALLER)]);
    let mut client = start(&folder).await;
    let (a, b) = (folder.uri("a.ts"), folder.uri("b.ts"));
    let mut items = Vec::new();
    while items.len() < 2 {
        items.extend(pull(&mut client, &ids(&items)).await);
    }
    // It does not name the SDK.
    client.open(&a, 1, CALLER).await;
    let opened = client.pull(&a, None).await;
    assert_eq!(opened["result"]["items"].as_array().map(Vec::len), Some(1), "{opened}");
    let closed = client.pull(&b, None).await;
    assert_eq!(closed["result"]["items"].as_array().map(Vec::len), Some(1), "{closed}");
    let again = client.pull(&b, closed["result"]["resultId"].as_str()).await;
    assert_eq!(again["result"]["kind"], "unchanged");
    client.request("shutdown", Value::Null).await;
    assert!(client.leftovers().iter().all(|m| m["method"] != "textDocument/publishDiagnostics"));
}

#[tokio::test]
async fn an_edit_reaches_closed_files_and_open_ones_even_if_its_own_document_is_never_pulled() {
    let folder = Folder::new(&[("client.ts", CLIENT), ("a.ts", CALLER), ("b.ts", CALLER)]);
    let mut client = start(&folder).await;
    let mut items = Vec::new();
    while items.len() < 2 {
        items.extend(pull(&mut client, &ids(&items)).await);
    }
    client.open(&folder.uri("a.ts"), 1, CALLER).await;
    let opened = client.pull(&folder.uri("a.ts"), None).await;
    assert_eq!(opened["result"]["items"].as_array().map(Vec::len), Some(1));
    let id = ask(&mut client, &ids(&items)).await;
    client.open(&folder.uri("client.ts"), 1, CLIENT).await;
    client.change(&folder.uri("client.ts"), 2, &[(None, "export const cio = null as any;\n")]).await;
    let news = client.response(id).await;
    assert_eq!(news["result"]["items"][0]["uri"], folder.uri("b.ts"), "{news}");
    assert_eq!(news["result"]["items"][0]["items"], json!([]));
    loop {
        client.next(|m| m["method"] == "workspace/diagnostic/refresh").await;
        let pulled = client.pull(&folder.uri("a.ts"), opened["result"]["resultId"].as_str()).await;
        if pulled["result"]["items"] == json!([]) {
            break;
        }
    }
}
