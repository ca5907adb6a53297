//! Whatever a client sends, each message of the server is one of the protocol (every test of this suite holds them to its
//! meta model), and each request has one answer.

use super::support::{Client, Folder, capabilities, messages_checked, methods_of_clients, position, range, real};
use serde_json::{Value, json};

const URI: &str = "file:///a.ts";

const TEXT: &str = "import { TrackClient, RegionUS } from 'customerio-node';
const cio = new TrackClient(process.env.CIO_SITE!, process.env.CIO_KEY!, { region: RegionUS });
export const f = (id: string) => cio.identify(id, { created_at: Date.now(), plan: undefined });
";

/// Returns what is nobody's parameters.
fn junk() -> Vec<Option<Value>> {
    let document = |document: Value| Some(json!({ "textDocument": document }));
    vec![
        None,
        Some(Value::Null),
        Some(json!([])),
        Some(json!({})),
        Some(json!(7)),
        Some(json!("text")),
        Some(json!(true)),
        Some(json!([[{ "textDocument": [] }]])),
        document(Value::Null),
        document(json!([])),
        document(json!({ "uri": 1 })),
        document(json!({ "uri": "no uri" })),
        document(json!({ "uri": "file:///nowhere.ts", "version": "1", "text": 3, "languageId": {} })),
        Some(json!({ "textDocument": { "uri": URI }, "position": { "line": -1, "character": 1.5 } })),
        Some(json!({ "textDocument": { "uri": URI }, "position": position(u32::MAX, u32::MAX) })),
        Some(json!({ "textDocument": { "uri": URI }, "range": range(9, 5, 1), "context": { "diagnostics": [] } })),
        Some(json!({ "textDocument": { "uri": URI }, "range": range(0, 0, 0), "context": { "diagnostics": [1, {}] } })),
        Some(json!({ "textDocument": { "uri": URI, "version": 1 }, "contentChanges": [{ "text": 1 }] })),
        Some(json!({ "textDocument": { "uri": URI, "version": -5 }, "contentChanges": {} })),
        Some(json!({ "changes": [{ "uri": 1, "type": 9 }, null] })),
        Some(json!({ "event": { "added": [{ "uri": "x" }], "removed": null } })),
        Some(json!({ "settings": [1, { "customerio": "x" }] })),
        Some(json!({ "id": { "a": 1 }, "token": [], "value": 1 })),
        Some(json!({ "previousResultIds": [1], "identifier": 4, "partialResultToken": {}, "workDoneToken": [] })),
        Some(json!({ "previousResultIds": "x", "command": 4, "arguments": "x" })),
    ]
}

async fn is_alive(client: &mut Client) {
    client.close(URI).await;
    client.open(URI, 1, TEXT).await;
    let params = json!({ "textDocument": { "uri": URI }, "position": position(2, 40) });
    let answer = client.request("textDocument/hover", params).await;
    assert!(answer["result"].is_object(), "{answer}");
}

#[tokio::test]
async fn every_method_is_survived_with_any_parameters() {
    let mut client = Client::start(real(), capabilities()).await;
    client.open(URI, 1, TEXT).await;
    let mut answers = 0;
    let own = [("no/such", true), ("no/such", false), ("$/no/such", true), ("$/no/such", false), ("", true)];
    let own = own.map(|(method, is_request)| (method.to_owned(), is_request));
    for (method, is_request) in methods_of_clients().into_iter().chain(own) {
        // They end the session.
        if matches!(method.as_str(), "shutdown" | "exit") {
            continue;
        }
        let mut open = Vec::new();
        for params in junk() {
            let mut message = json!({ "jsonrpc": "2.0", "method": method });
            if let Some(params) = params {
                message["params"] = params;
            }
            if is_request {
                let id = format!("{method} {}", open.len());
                message["id"] = json!(id);
                open.push(id);
            }
            client.send(message).await;
        }
        // A pull of the whole workspace may wait for news.
        for id in &open {
            client.notify("$/cancelRequest", json!({ "id": id })).await;
        }
        for id in open {
            client.next(|message| message.get("method").is_none() && message["id"] == id.as_str()).await;
            answers += 1;
        }
    }
    assert!(answers > 1_000, "{answers}");
    is_alive(&mut client).await;
    client.request("shutdown", Value::Null).await;
    client.notify("exit", Value::Null).await;
    let (_, code) = client.ended().await;
    assert_eq!(code, 0);
    eprintln!("{answers} answers, {} messages held to the protocol", messages_checked());
}

#[tokio::test]
async fn what_is_no_message_is_answered_or_passed_over() {
    let mut client = Client::start(real(), capabilities()).await;
    let hover = json!({ "textDocument": { "uri": URI }, "position": position(0, 0) });
    let odd = [
        json!(null),
        json!(1),
        json!("text"),
        json!(true),
        json!([]),
        json!([1, null]),
        json!([{ "jsonrpc": "2.0", "method": "textDocument/hover", "params": hover }]),
        json!({}),
        json!({ "jsonrpc": "2.0" }),
        json!({ "jsonrpc": "1.0", "method": "textDocument/hover", "params": hover }),
        json!({ "method": "initialized", "params": {} }),
        json!({ "jsonrpc": "2.0", "method": 1 }),
        json!({ "jsonrpc": "2.0", "method": null, "params": 1 }),
        json!({ "jsonrpc": "2.0", "id": 77, "result": 1 }),
        json!({ "jsonrpc": "2.0", "id": "77", "error": { "code": 1, "message": "m" } }),
        json!({ "jsonrpc": "2.0", "id": null, "error": { "code": 1, "message": "m" } }),
        json!({ "jsonrpc": "2.0", "id": 77, "error": "no error" }),
        json!({ "jsonrpc": "2.0", "id": 77, "result": 1, "error": null }),
    ];
    for message in odd {
        let body = message.to_string();
        client.send_bytes(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes()).await;
        is_alive(&mut client).await;
    }
    // Answers are never answered.
    let answered: Vec<Value> = client.leftovers().into_iter().filter(|message| message["id"] == 77).collect();
    assert!(answered.is_empty(), "{answered:?}");
    // What has an id that can be one gets an answer with it, whatever else it is.
    for (id, rest) in [
        (json!("a"), json!({ "jsonrpc": "1.0", "method": "textDocument/hover", "params": hover })),
        (json!("b"), json!({ "method": "textDocument/hover", "params": [] })),
        (json!(900), json!({ "jsonrpc": "2.0", "method": "textDocument/hover", "params": "x" })),
        (json!(901), json!({ "jsonrpc": "2.0", "method": "textDocument/hover" })),
    ] {
        let mut message = rest;
        message["id"] = id.clone();
        let body = message.to_string();
        client.send_bytes(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes()).await;
        let answer = client.next(|answer| answer.get("method").is_none() && answer["id"] == id).await;
        assert!(answer["error"]["code"].is_i64(), "{message}: {answer}");
    }
    is_alive(&mut client).await;
}

#[tokio::test]
async fn before_it_is_initialized_requests_are_refused_and_notifications_passed_over() {
    let mut client = Client::connect(real());
    for (method, is_request) in methods_of_clients() {
        if matches!(method.as_str(), "initialize" | "exit") {
            continue;
        }
        if is_request {
            let answer = client.request(&method, json!({})).await;
            // Of one that it does not serve that is said all the same.
            assert!([-32002, -32601].iter().any(|code| answer["error"]["code"] == *code), "{method}: {answer}");
        } else {
            client.notify(&method, json!({})).await;
        }
    }
    client.initialize(json!({ "capabilities": capabilities() })).await;
    is_alive(&mut client).await;
}

#[tokio::test]
async fn odd_answers_to_its_own_requests_cost_nothing() {
    let folder = Folder::new(&[("a.ts", TEXT), ("package.json", "{}")]);
    for answer in junk().into_iter().flatten() {
        let mut client = Client::connect(real());
        client.configuration = Some(answer);
        let mut known = capabilities();
        known["workspace"]["configuration"] = json!(true);
        known["workspace"]["didChangeConfiguration"] = json!({ "dynamicRegistration": true });
        known["workspace"]["didChangeWatchedFiles"] = json!({ "dynamicRegistration": true });
        known["window"] = json!({ "workDoneProgress": true });
        client.refuses = vec!["window/workDoneProgress/create"];
        let folders = json!([{ "uri": folder.uri(""), "name": "a" }]);
        client.initialize(json!({ "capabilities": known, "workspaceFolders": folders })).await;
        client.quiet().await;
        assert!(!client.pushed(&folder.uri("a.ts")).await["diagnostics"].as_array().expect("a list").is_empty());
        is_alive(&mut client).await;
    }
}
