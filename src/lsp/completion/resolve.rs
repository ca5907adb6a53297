//! `completionItem/resolve`: the documentation of one item, made when it is looked at.

use super::item::documented;
use crate::catalog::{Kind, KnownName};
use crate::lsp::convert;
use crate::lsp::session::Session;
use crate::lsp::symbols::describe::describe;
use crate::lsp::symbols::in_sight::{NamesInSight, about_names};
use crate::lsp::symbols::spots::Symbol;
use crate::rule_docs;
use crate::rules;
use serde_json::Value;
use tower_lsp::jsonrpc;
use tower_lsp::lsp_types::{CompletionItem, Documentation, Url};

/// Answers the request: the same item, with documentation.
///
/// # Errors
/// When the document changes meanwhile, or cannot be analyzed.
pub async fn answer(session: &Session, mut item: CompletionItem) -> jsonrpc::Result<CompletionItem> {
    let data = item.data.clone().unwrap_or_default();
    let text = |key: &str| data.get(key).and_then(Value::as_str);
    if let Some(rule) = text("rule").and_then(rules::find) {
        let brief = rule_docs::brief(rule.meta, None);
        let markdown = session.client_capabilities().completion_markdown;
        item.documentation = Some(Documentation::MarkupContent(convert::markup(&[brief], markdown)));
        return Ok(item);
    }
    let uri = text("uri").and_then(|uri| Url::parse(uri).ok());
    let kind = text("kind").and_then(|word| Kind::ALL.into_iter().find(|kind| kind.as_str() == word));
    let (Some(uri), Some(kind), Some(name)) = (uri, kind, text("name")) else { return Ok(item) };
    let name = match name.parse() {
        Ok(id) if kind != Kind::Event && kind != Kind::Attribute => KnownName::Id(id),
        _ => KnownName::Text(name.into()),
    };
    let symbol = Symbol { kind, name };
    let find = move |it: &NamesInSight<'_>| documented(&describe(it, &symbol), it);
    item.documentation = about_names(session, session.snapshot(&uri), "the documentation", find).await?;
    Ok(item)
}
