//! No panic reaches the client.

use super::support::{Client, Finder, Folder, capabilities, marks, patient, range, text};
use customerio_ls::testing::engine::{Engine, Look};
use customerio_ls::testing::lsp::ingress::{DesyncHandler, Ingress};
use customerio_ls::testing::lsp::shutdown::Lifetime;
use serde_json::json;
use std::sync::{Arc, Mutex};
use tower::{Service, ServiceExt};
use tower_lsp::jsonrpc::{self, Request};
use tower_lsp::lsp_types::{
    DidChangeTextDocumentParams, Hover, HoverParams, InitializeParams, InitializeResult, InitializedParams,
};
use tower_lsp::{LanguageServer, LspService, async_trait};

const URI: &str = "file:///a.ts";

/// Panics where the text says so.
fn fragile() -> impl Engine {
    Finder(|look: &Look<'_>| {
        let text = text(look);
        assert!(!text.contains("BOOM"), "the text says so");
        marks(&text)
    })
}

#[tokio::test]
async fn an_analysis_that_panics_leaves_the_server_and_the_document_usable() {
    let mut client = Client::start(patient(fragile()), capabilities()).await;
    client.open(URI, 1, "'customerio'; BAD").await;
    client.pushed(URI).await;
    client.change(URI, 2, &[(Some(range(0, 0, 0)), "BOOM")]).await;
    assert_eq!(client.pushed(URI).await["diagnostics"], json!([]));
    let log = client.next(|m| m["method"] == "window/logMessage").await;
    assert!(log["params"]["message"].as_str().expect("text").contains("crashed"), "{log}");
    client.change(URI, 3, &[(Some(range(0, 0, 4)), "")]).await;
    let push = client.pushed(URI).await;
    assert_eq!((&push["version"], &push["diagnostics"][0]["range"]), (&json!(3), &range(0, 14, 17)));
}

#[tokio::test]
async fn requests_whose_analysis_panics_are_answered() {
    let mut capabilities = capabilities();
    capabilities["textDocument"]["diagnostic"] = json!({});
    capabilities["workspace"]["diagnostics"] = json!({ "refreshSupport": true });
    let mut client = Client::start(patient(fragile()), capabilities).await;
    client.open(URI, 1, "'customerio'; BOOM").await;
    assert_eq!(client.pull(URI, None).await["error"]["code"], -32803);
    let params = json!({ "textDocument": { "uri": URI }, "range": range(0, 0, 0), "context": { "diagnostics": [] } });
    assert_eq!(client.request("textDocument/codeAction", params).await["error"]["code"], -32803);
    client.change(URI, 2, &[(None, "'customerio'; BAD")]).await;
    assert_eq!(client.pull(URI, None).await["result"]["items"].as_array().map(Vec::len), Some(1));
}

/// What the project does with a document, it does not do over and over where the analysis panics.
#[tokio::test]
async fn a_project_with_a_document_whose_analysis_panics_comes_to_rest() {
    let folder = Folder::new(&[("a.ts", "'customerio-node'; BAD"), ("b.ts", "'customerio-node'; BAD")]);
    for pulls in [true, false] {
        let mut capabilities = capabilities();
        if pulls {
            capabilities["textDocument"]["diagnostic"] = json!({});
            capabilities["workspace"]["diagnostics"] = json!({ "refreshSupport": true });
        }
        let mut client = Client::connect(patient(fragile()));
        let folders = json!([{ "uri": folder.uri("") }]);
        client.initialize(json!({ "capabilities": capabilities, "workspaceFolders": folders })).await;
        let uri = folder.uri("a.ts");
        client.open(&uri, 1, "'customerio-node'; BOOM").await;
        client.quiet().await;
        client.change(&uri, 2, &[(Some(range(0, 0, 0)), "BOOM")]).await;
        client.quiet().await;
        client.change(&uri, 3, &[(None, "'customerio-node'; BAD BAD")]).await;
        client.quiet().await;
        if pulls {
            assert_eq!(client.pull(&uri, None).await["result"]["items"].as_array().map(Vec::len), Some(2));
        } else {
            assert_eq!(client.pushed_for(&uri, 3).await["diagnostics"].as_array().map(Vec::len), Some(2));
        }
    }
}

struct Broken;

#[async_trait]
impl LanguageServer for Broken {
    async fn initialize(&self, _: InitializeParams) -> jsonrpc::Result<InitializeResult> {
        Ok(InitializeResult::default())
    }
    async fn initialized(&self, _: InitializedParams) {}
    async fn shutdown(&self) -> jsonrpc::Result<()> {
        Ok(())
    }
    async fn did_change(&self, _: DidChangeTextDocumentParams) {
        panic!("a handler of notifications");
    }
    async fn hover(&self, _: HoverParams) -> jsonrpc::Result<Option<Hover>> {
        panic!("a handler of requests");
    }
}

#[derive(Default)]
struct Heard(Mutex<Vec<String>>);

impl DesyncHandler for Heard {
    fn lost(&self, method: &str, uri: &str, _: &str) {
        self.0.lock().expect("no panic").push(format!("{method} {uri}"));
    }
}

#[tokio::test]
async fn a_handler_that_panics_is_answered_for() {
    let (service, _socket) = LspService::new(|_| Broken);
    let heard = Arc::new(Heard::default());
    let mut ingress = Ingress::new(service, Arc::new(Lifetime::default()), heard.clone());
    let mut call = async |request| ingress.ready().await.expect("ready").call(request).await.expect("alive");
    let request = |method: &'static str, id: i64, params| Request::build(method).id(id).params(params).finish();
    call(request("initialize", 1, json!({ "capabilities": {} }))).await;

    let at = json!({ "textDocument": { "uri": URI }, "position": { "line": 0, "character": 0 } });
    let answer = call(request("textDocument/hover", 2, at)).await.expect("an answer");
    assert_eq!(answer.error().map(|error| error.code.code()), Some(-32603));

    let change = json!({ "textDocument": { "uri": URI, "version": 2 }, "contentChanges": [] });
    assert!(call(Request::build("textDocument/didChange").params(change).finish()).await.is_none());
    assert_eq!(*heard.0.lock().expect("no panic"), [format!("textDocument/didChange {URI}")]);
    assert!(call(request("shutdown", 3, json!(null))).await.expect("an answer").is_ok());
}
