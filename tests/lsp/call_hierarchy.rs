//! The call hierarchy of functions that end in the SDK, for clients that want it.

use super::support::{CLIENT, Client, Folder, columns, knows_names, place, real};
use serde_json::{Value, json};

const SEND: &str = "import { cio } from './client';
export const send = async (id: string, name: string) => {
  await cio.track(id, { name });
};
";

const USES: &str = "import { send } from './send';
export async function signUp(id: string) {
  await send(id, 'signed_up');
  await send(id, 'invited');
  return other(id);
}
const other = (id: string) => id;
send('1', 'loaded').catch(console.error);
";

struct Desk {
    folder: Folder,
    client: Client,
    offered: Value,
}

async fn desk(options: Value) -> Desk {
    let folder = Folder::new(&[("client.ts", CLIENT), ("send.ts", SEND), ("uses.ts", USES)]);
    let mut capabilities = knows_names();
    capabilities["textDocument"]["callHierarchy"] = json!({});
    let mut client = Client::connect(real());
    let params = json!({
        "capabilities": capabilities, "initializationOptions": options,
        "workspaceFolders": [{ "uri": folder.uri(""), "name": "shop" }],
    });
    let offered = client.initialize(params).await.result["capabilities"].clone();
    client.quiet().await;
    Desk { folder, client, offered }
}

impl Desk {
    /// The items at a mark.
    async fn prepare(&mut self, name: &str, marked: &str) -> Value {
        let uri = self.folder.uri(name);
        self.client.open(&uri, 1, &marked.replace('¦', "")).await;
        self.client.quiet().await;
        let params = json!({ "textDocument": { "uri": uri }, "position": place(marked) });
        let items = self.ask("textDocument/prepareCallHierarchy", params).await;
        self.client.close(&uri).await;
        self.client.quiet().await;
        items
    }

    async fn ask(&mut self, method: &str, params: Value) -> Value {
        let response = self.client.request(method, params).await;
        assert!(response.get("error").is_none(), "{method}: {response}");
        response["result"].clone()
    }

    /// Calls as `name (detail) file: places`.
    async fn calls(&mut self, method: &str, end: &str, item: &Value) -> Vec<String> {
        let found = self.ask(method, json!({ "item": item })).await;
        let call = |call: &Value| {
            let item = &call[end];
            let text = |key: &str| item[key].as_str().unwrap_or("-").to_owned();
            let file = text("uri").rsplit('/').next().unwrap_or_default().to_owned();
            let places: Vec<String> = call["fromRanges"].as_array().expect("ranges").iter().map(columns).collect();
            format!("{} ({}) {file}: {}", text("name"), text("detail"), places.join(", "))
        };
        found.as_array().expect("a list").iter().map(call).collect()
    }
}

#[tokio::test]
async fn a_wrapper_has_callers_and_the_method_that_it_ends_in() {
    let mut desk = desk(json!({ "callHierarchy": true })).await;
    assert_eq!(desk.offered["callHierarchyProvider"], true);
    let items = desk.prepare("send.ts", &SEND.replace("const send", "const se¦nd")).await;
    let item = &items[0];
    assert_eq!((&item["name"], &item["detail"]), (&json!("send"), &json!("ends in `track`")));
    assert_eq!(columns(&item["selectionRange"]), "1:13-17");
    // The file of the item is closed again.
    let incoming = desk.calls("callHierarchy/incomingCalls", "from", item).await;
    assert_eq!(incoming, ["signUp (ends in `track`) uses.ts: 2:8-12, 3:8-12", "uses.ts (-) uses.ts: 7:0-4"]);
    let outgoing = desk.calls("callHierarchy/outgoingCalls", "to", item).await;
    assert_eq!(outgoing, ["track (TrackClient) send.ts: 2:12-17"]);
}

#[tokio::test]
async fn calls_lead_to_wrappers_and_methods() {
    let mut desk = desk(json!({ "callHierarchy": true })).await;
    let items = desk.prepare("uses.ts", &USES.replace("await send(id, 's", "await se¦nd(id, 's")).await;
    assert_eq!((&items[0]["name"], items[0]["uri"].as_str()), (&json!("send"), Some(&*desk.folder.uri("send.ts"))));
    let items = desk.prepare("uses.ts", &USES.replace("signUp", "sign¦Up")).await;
    let outgoing = desk.calls("callHierarchy/outgoingCalls", "to", &items[0]).await;
    assert_eq!(outgoing, ["send (ends in `track`) send.ts: 2:8-12, 3:8-12"]);
    let items = desk.prepare("send.ts", &SEND.replace("cio.track", "cio.tr¦ack")).await;
    assert_eq!((&items[0]["name"], &items[0]["detail"]), (&json!("track"), &json!("TrackClient")));
    let incoming = desk.calls("callHierarchy/incomingCalls", "from", &items[0]).await;
    assert_eq!(incoming, ["send (ends in `track`) send.ts: 2:12-17"]);
    assert_eq!(desk.calls("callHierarchy/outgoingCalls", "to", &items[0]).await, [] as [&str; 0]);
}

#[tokio::test]
async fn other_functions_are_left_to_the_language() {
    let mut desk = desk(json!({ "callHierarchy": true })).await;
    for marked in [USES.replace("const other", "const oth¦er"), USES.replace("return other", "return oth¦er")] {
        assert_eq!(desk.prepare("uses.ts", &marked).await, Value::Null);
    }
    let junk = json!({ "item": {
        "name": "x", "kind": 12, "uri": desk.folder.uri("uses.ts"), "data": { "kind": "function", "code": "zz" },
        "range": { "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 0 } },
        "selectionRange": { "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 0 } },
    } });
    assert_eq!(desk.ask("callHierarchy/incomingCalls", junk).await, Value::Null);
}

#[tokio::test]
async fn it_is_offered_to_those_who_want_it() {
    for options in [json!({}), json!({ "callHierarchy": false }), Value::Null] {
        assert!(desk(options.clone()).await.offered.get("callHierarchyProvider").is_none(), "{options}");
    }
}
