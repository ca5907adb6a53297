//! `codeAction/resolve`: the edit of an action that was chosen, where that is too much work for all that are offered.

use super::{Request, fix_all};
use crate::finding::Fixes;
use crate::lsp::codes;
use crate::lsp::judge;
use crate::lsp::request::{Analyzed, about_analysis};
use crate::lsp::session::Session;
use serde_json::{Value, json};
use tower_lsp::jsonrpc;
use tower_lsp::lsp_types::{CodeAction, Url};

/// The note by which the edit of "fix all of this rule" is found again.
pub(super) fn note(request: &Request<'_>, rule: &str) -> Value {
    json!({ "uri": request.uri, "version": request.document.version, "rule": rule })
}

/// Answers the request: the same action with its edit.
///
/// # Errors
/// When the document is no longer the one that the action was offered for, or cannot be analyzed.
pub async fn answer(session: &Session, action: CodeAction) -> jsonrpc::Result<CodeAction> {
    let data = action.data.clone().unwrap_or_default();
    let uri = data["uri"].as_str().and_then(|uri| Url::parse(uri).ok());
    let (Some(uri), Some(rule)) = (uri, data["rule"].as_str().map(str::to_owned)) else { return Ok(action) };
    let snapshot = session.snapshot(&uri);
    if snapshot.as_ref().is_none_or(|snapshot| data["version"] != snapshot.document.version) {
        return Err(codes::content_modified());
    }
    let find = move |it: &Analyzed<'_>| {
        let analyzer = judge::analyzer(it.snapshot, it.session);
        fix_all::edit_of_one_rule(&Request::new(it, &uri, &analyzer, Vec::new()), &rule)
    };
    let edit = about_analysis(session, snapshot, ("the fix", Fixes::Computed), find).await?.flatten();
    let nothing = || codes::request_failed("There is nothing to fix here any more.");
    Ok(CodeAction { edit: Some(edit.ok_or_else(nothing)?), ..action })
}
