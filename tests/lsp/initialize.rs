//! Every client's `initialize` works, and decides the form of what comes after.

use super::support::{Client, fast, position, range};
use serde_json::{Value, json};

const URI: &str = "file:///home/ada/app/src/mail.ts";
const TEXT: &str = "import 'customerio-node'; /* 🙂 */ BAD\n";

struct Expected {
    fixture: &'static str,
    encoding: &'static str,
    pull: bool,
    versioned: bool,
    preferred: bool,
    related: bool,
    href: bool,
    tags: bool,
    resolves: bool,
}

fn expectations() -> Vec<Expected> {
    let of = |fixture, encoding, flags: [bool; 7]| {
        let [pull, versioned, preferred, related, href, tags, resolves] = flags;
        Expected { fixture, encoding, pull, versioned, preferred, related, href, tags, resolves }
    };
    vec![
        // It would pull, but cannot be told to pull again when settings change.
        of("neovim-0.11", "utf-8", [false, false, true, true, true, true, true]),
        of("neovim-0.7", "utf-16", [false, false, false, true, true, true, true]),
        of("vscode", "utf-16", [true, true, true, true, true, true, false]),
        of("eglot", "utf-16", [false, true, true, false, false, true, false]),
        of("lsp-mode", "utf-16", [false, true, true, true, true, true, true]),
        of("kakoune", "utf-8", [false, true, false, true, true, true, false]),
        of("kate", "utf-16", [false, false, false, true, true, false, false]),
        of("ale", "utf-16", [false, false, false, true, true, false, false]),
        of("odd", "utf-16", [false, false, false, false, true, false, false]),
    ]
}

fn fixture(name: &str) -> Value {
    let path = format!("{}/tests/lsp/init/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).expect("a fixture")).expect("JSON")
}

#[tokio::test]
async fn every_client_gets_diagnostics_and_fixes_in_its_form() {
    for expected in expectations() {
        let name = expected.fixture;
        let mut client = Client::connect(fast());
        let initialized = client.initialize(fixture(name)).await;
        let offered = &initialized.result["capabilities"];
        assert_eq!(offered["positionEncoding"], expected.encoding, "{name}");
        assert_eq!(offered["diagnosticProvider"].is_object(), expected.pull, "{name}");
        assert_eq!(offered["textDocumentSync"]["change"], 2, "{name}");
        assert_eq!(
            offered["codeActionProvider"]["codeActionKinds"],
            json!(["quickfix", "refactor.rewrite", "source.fixAll.customerio"])
        );
        let resolves = expected.resolves.then_some(&Value::Bool(true));
        assert_eq!(offered["codeActionProvider"].get("resolveProvider"), resolves, "{name}");

        client.open_as(URI, "", 0, &format!("{TEXT}WORSE")).await;
        let diagnostics = if expected.pull {
            client.pull(URI, None).await["result"]["items"].take()
        } else {
            let mut push = client.pushed(URI).await;
            assert_eq!(push["version"], 0, "{name}");
            push["diagnostics"].take()
        };
        let first = &diagnostics[0];
        let column = if expected.encoding == "utf-8" { 37 } else { 35 };
        assert_eq!(first["range"], range(0, column, column + 3), "{name}");
        assert_eq!(first["code"], "timestamp-milliseconds");
        assert_eq!(first["source"], "customerio");
        assert_eq!(first["message"], "BAD is wrong.\nWrite something else.");
        assert_eq!(first["severity"], 1);
        assert_eq!(first["codeDescription"]["href"].is_string(), expected.href, "{name}");
        assert_eq!(first["relatedInformation"][0]["location"]["uri"] == URI, expected.related, "{name}");
        assert_eq!(diagnostics[1]["tags"] == json!([1]), expected.tags, "{name}");

        let actions = client.actions(URI, range(0, column, column), json!({ "diagnostics": [] })).await;
        let fix = actions.iter().find(|action| action["title"] == "Write GOOD").expect("the fix");
        let edits = if expected.versioned {
            let change = &fix["edit"]["documentChanges"][0];
            assert_eq!(change["textDocument"], json!({ "uri": URI, "version": 0 }), "{name}");
            &change["edits"]
        } else {
            &fix["edit"]["changes"][URI]
        };
        assert_eq!(*edits, json!([{ "range": range(0, column, column + 3), "newText": "GOOD" }]), "{name}");
        assert_eq!(fix["isPreferred"] == true, expected.preferred, "{name}");

        let shutdown = client.request("shutdown", Value::Null).await;
        assert_eq!(shutdown["result"], Value::Null, "{name}: {shutdown}");
        client.notify("exit", Value::Null).await;
        assert_eq!(client.ended().await.1, 0, "{name}");
    }
}

#[tokio::test]
async fn a_client_without_code_action_literals_gets_none() {
    let mut client = Client::connect(fast());
    let initialized = client.initialize(json!({ "capabilities": {} })).await;
    assert!(initialized.result["capabilities"].get("codeActionProvider").is_none());
    client.open(URI, 1, TEXT).await;
    assert_eq!(client.actions(URI, range(0, 0, 100), json!({})).await, [] as [Value; 0]);
}

#[tokio::test]
async fn what_comes_before_the_answer_is_not_lost() {
    let mut client = Client::connect(fast());
    let id = client.ask("initialize", json!({ "capabilities": {} })).await;
    client.notify("initialized", Value::Null).await;
    client.open(URI, 7, TEXT).await;
    client.change(URI, 9, &[(Some(json!({ "start": position(0, 0), "end": position(0, 0) })), "BAD ")]).await;
    client.response(id).await;
    assert_eq!(client.pushed_for(URI, 9).await["diagnostics"].as_array().expect("a list").len(), 2);
}

#[tokio::test]
async fn a_second_initialize_is_refused() {
    let mut client = Client::start(fast(), json!({})).await;
    let response = client.request("initialize", json!({ "capabilities": {} })).await;
    assert_eq!(response["error"]["code"], -32600);
}
