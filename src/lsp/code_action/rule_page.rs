//! "Show the documentation of this rule": a command, which has the client open the page.

use super::Request;
use crate::lsp::capabilities::SHOW_RULE;
use crate::lsp::codes;
use crate::lsp::dialog;
use crate::lsp::session::Session;
use crate::rules;
use serde_json::{Value, json};
use tower_lsp::jsonrpc;
use tower_lsp::lsp_types::{CodeAction, CodeActionKind, Command, Url};

/// The actions of the rules of the wanted findings, for a client that can open a page.
pub(super) fn actions(request: &Request<'_>) -> Vec<CodeAction> {
    let mut actions: Vec<CodeAction> = Vec::new();
    if !request.client.show_document {
        return actions;
    }
    for finding in &request.wanted {
        let title = format!("Show documentation for {}", finding.rule);
        if page(finding.rule).is_none() || actions.iter().any(|action| action.title == title) {
            continue;
        }
        let arguments = Some(vec![json!(finding.rule)]);
        let command = Some(Command { title: title.clone(), command: SHOW_RULE.to_owned(), arguments });
        let kind = Some(CodeActionKind::QUICKFIX);
        actions.push(request.about(finding, CodeAction { title, kind, command, ..CodeAction::default() }));
    }
    actions
}

/// Runs the command: its argument is the rule. The result is nothing.
///
/// # Errors
/// When there is no such rule.
pub fn execute(session: &Session, arguments: &[Value]) -> jsonrpc::Result<Option<Value>> {
    let Some(uri) = arguments.first().and_then(Value::as_str).and_then(page) else {
        return Err(codes::request_failed("There is no rule with this name."));
    };
    let session = session.clone();
    // In a task of its own, never awaited by a handler and never aborted (see the module `configuration`).
    tokio::spawn(async move { dialog::show(&session, uri, true, None).await });
    Ok(None)
}

/// The address of a rule's documentation.
fn page(rule: &str) -> Option<Url> {
    Url::parse(&rules::find(rule)?.meta.href()).ok()
}
