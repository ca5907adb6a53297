//! Messages as clients really send them, brought into the form that tower-lsp and lsp-types accept.

use serde::Deserialize;
use serde_json::{Map, Value, json};
use tower_lsp::jsonrpc::Request;
use tower_lsp::lsp_types::{Diagnostic, DidChangeTextDocumentParams, Url};

/// The same request with parameters that deserialise.
pub fn request(request: Request) -> Request {
    let (method, id, mut params) = request.into_parts();
    match method.as_ref() {
        // Declared without parameters; `null` and `{}` would be refused and the handler never run.
        "shutdown" | "customerio/outline" => params = None,
        "initialize" => params = Some(initialize(params.unwrap_or_default())),
        "initialized" if !matches!(params, Some(Value::Object(_))) => params = Some(json!({})),
        "workspace/didChangeConfiguration" => {
            let settings = params.as_mut().and_then(|p| p.get_mut("settings")).map(Value::take);
            params = Some(json!({ "settings": settings }));
        }
        "textDocument/didOpen" => fill(params.as_mut(), &[("languageId", json!("")), ("version", json!(0))]),
        "textDocument/didChange" => fill(params.as_mut(), &[("version", json!(0))]),
        "textDocument/codeAction" => code_action(params.as_mut()),
        _ => {}
    }
    let mut builder = Request::build(method);
    if let Some(id) = id {
        builder = builder.id(id);
    }
    if let Some(params) = params {
        builder = builder.params(params);
    }
    builder.finish()
}

/// The typed parameters refuse a whole session for one odd key among hundreds (a workspace folder without a name, an
/// unknown trace value), so the server reads the few it needs itself: the original travels as the options.
fn initialize(original: Value) -> Value {
    json!({ "processId": null, "capabilities": {}, "initializationOptions": original })
}

/// Adds the keys that `params.textDocument` lacks or has as `null`.
fn fill(params: Option<&mut Value>, defaults: &[(&str, Value)]) {
    let Some(Value::Object(document)) = params.and_then(|p| p.get_mut("textDocument")) else { return };
    for (key, default) in defaults {
        if document.get(*key).is_none_or(Value::is_null) {
            document.insert((*key).to_owned(), default.clone());
        }
    }
}

/// A context that is there, with the diagnostics that can be read: they only help to rank.
fn code_action(params: Option<&mut Value>) {
    let Some(Value::Object(params)) = params else { return };
    let context = params.entry("context").or_insert_with(|| json!({}));
    if !context.is_object() {
        *context = json!({});
    }
    let Value::Object(context) = context else { return };
    let diagnostics = match context.remove("diagnostics") {
        Some(Value::Array(all)) => all.into_iter().filter(|d| Diagnostic::deserialize(d).is_ok()).collect(),
        _ => Vec::new(),
    };
    context.insert("diagnostics".to_owned(), Value::Array(diagnostics));
}

/// The URI of the document that a notification about documents is about.
pub fn document_uri(request: &Request) -> Option<&str> {
    if !request.method().starts_with("textDocument/") {
        return None;
    }
    request.params()?.get("textDocument")?.get("uri")?.as_str()
}

/// Returns whether the handler of a document notification will be able to read its parameters. tower-lsp drops the
/// others without a word, and the document would drift.
pub fn is_readable(request: &Request) -> bool {
    let params = request.params().unwrap_or(&Value::Null);
    match request.method() {
        "textDocument/didChange" => DidChangeTextDocumentParams::deserialize(params).is_ok(),
        // By hand: a copy of the whole text, only to throw it away, costs as much as opening it.
        "textDocument/didOpen" => params.get("textDocument").and_then(Value::as_object).is_some_and(opens),
        _ => true,
    }
}

fn opens(document: &Map<String, Value>) -> bool {
    let field = |name| document.get(name).unwrap_or(&Value::Null);
    Url::deserialize(field("uri")).is_ok()
        && i32::deserialize(field("version")).is_ok()
        && field("text").is_string()
        && field("languageId").is_string()
}
