//! Inlay hints over the wire: what is shown where, for the range that is asked about, and how it is switched off.

use super::support::{CLIENT, Client, Folder, capabilities, position, real};
use serde_json::{Value, json};

const URI: &str = "file:///shop/a.ts";

const CODE: &str = "import { TrackClient } from 'customerio-node';
const cio = new TrackClient(process.env.SITE!, process.env.KEY!);
const send = (id: string, at: number) => cio.track(id, { name: '𝄞', timestamp: at });
const now = Date.now();
export async function run() {
  await cio.identify('1', { created_at: 1700000000, seen_at: 1700000000000, checked_at: now });
  await send('1', 1700000000);
}
";

/// A client with these settings, and the code in it.
async fn client(settings: Value) -> Client {
    let mut capabilities = capabilities();
    capabilities["general"]["positionEncodings"] = json!(["utf-16"]);
    capabilities["textDocument"]["inlayHint"] = json!({});
    let mut client = Client::connect(real());
    let started = json!({ "capabilities": capabilities, "initializationOptions": settings });
    client.initialize(started).await;
    client.open(URI, 1, CODE).await;
    client
}

/// The hints between two lines: the line, the column and the label of each.
async fn hints(client: &mut Client, lines: (u32, u32)) -> Vec<(u64, u64, String)> {
    let range = json!({ "start": position(lines.0, 0), "end": position(lines.1, 0) });
    let response =
        client.request("textDocument/inlayHint", json!({ "textDocument": { "uri": URI }, "range": range })).await;
    assert!(response.get("error").is_none(), "{response}");
    let hint = |hint: &Value| {
        let at = |name: &str| hint["position"][name].as_u64().expect("a number");
        (at("line"), at("character"), hint["label"].as_str().expect("a label").to_owned())
    };
    response["result"].as_array().expect("a list").iter().map(hint).collect()
}

#[tokio::test]
async fn what_the_code_does_not_say_is_shown_beside_it() {
    let mut client = client(json!({})).await;
    let shown = |line, column, label: &str| (line, column, label.to_owned());
    let all = hints(&mut client, (0, 9)).await;
    assert_eq!(
        all,
        [
            shown(1, 64, "region: US (default)"),
            shown(5, 50, "2023-11-14 22:13:20 UTC"),
            shown(5, 74, "2023-11-14 22:13:20 UTC"),
            shown(5, 91, "ms"),
            shown(6, 12, "→ track"),
            shown(6, 28, "2023-11-14 22:13:20 UTC"),
        ]
    );
    let visible = hints(&mut client, (1, 2)).await;
    assert_eq!(visible, all[..1], "only what is asked about");
}

#[tokio::test]
async fn each_kind_can_be_switched_off() {
    let mut none = client(json!({ "customerio": { "inlayHints": false } })).await;
    assert_eq!(hints(&mut none, (0, 9)).await, []);
    let some = json!({ "dates": false, "regions": false, "wrappers": false });
    let mut some = client(json!({ "customerio": { "inlayHints": some } })).await;
    assert_eq!(hints(&mut some, (0, 9)).await, [(5, 91, "ms".to_owned())]);
}

#[tokio::test]
async fn they_are_asked_for_again_when_settings_or_the_project_change() {
    let refreshed = |message: &Value| message["method"] == "workspace/inlayHint/refresh";
    let folder = Folder::new(&[("a.ts", CODE), ("send.ts", "export const send = () => {};\n")]);
    let mut capabilities = capabilities();
    capabilities["textDocument"]["inlayHint"] = json!({});
    capabilities["workspace"]["inlayHint"] = json!({ "refreshSupport": true });
    capabilities["workspace"]["didChangeWatchedFiles"] = json!({ "dynamicRegistration": true });
    let mut client = Client::connect(real());
    let started = json!({ "capabilities": capabilities, "workspaceFolders": [{ "uri": folder.uri("") }] });
    client.initialize(started).await;
    let text = format!("import {{ send as mail }} from './send';\nmail('1', 1700000000);\n{CODE}");
    client.open(&folder.uri("a.ts"), 1, &text).await;
    client.quiet().await;
    client.leftovers();
    let settings = json!({ "settings": { "inlayHints": false } });
    client.notify("workspace/didChangeConfiguration", settings).await;
    client.next(refreshed).await;
    client.quiet().await;
    client.leftovers();
    folder.write("send.ts", &format!("{CLIENT}export const send = (id: string) => cio.track(id, {{ name: 'a' }});\n"));
    let changes = json!([{ "uri": folder.uri("send.ts"), "type": 2 }]);
    client.notify("workspace/didChangeWatchedFiles", json!({ "changes": changes })).await;
    client.next(refreshed).await;
}
