//! `customerio.json` while it is written: completions and hovers, for editors that know no JSON schema. The file's
//! mistakes are [`super::problems`].

use super::codes;
use super::convert::{in_snippet, markup};
use super::documents::Snapshot;
use super::request::about_document;
use super::session::Session;
use crate::rule_docs;
use crate::rules;
use crate::settings::{SettingProposal, explanation, proposals};
use crate::text::TextRange;
use tower_lsp::jsonrpc;
use tower_lsp::lsp_types::{
    CompletionItem, CompletionItemKind, CompletionResponse, CompletionTextEdit, Documentation, Hover, HoverContents,
    InsertTextFormat, Position, TextEdit,
};

/// The completions at a place in a settings file.
///
/// # Errors
/// When the document changes meanwhile, or that crashes.
pub async fn completions(
    session: &Session,
    snapshot: Snapshot,
    at: Position,
) -> jsonrpc::Result<Option<CompletionResponse>> {
    let what = ("the completions", codes::content_modified as fn() -> _);
    let found = about_document(session, Some(snapshot), what, move |session, snapshot, _| {
        let it = Asked { session, snapshot };
        let (range, found) = proposals(&it.text(), session.offset(snapshot, at)).unwrap_or_default();
        let items = found.into_iter().enumerate().map(|(at, proposal)| it.item(range, at, proposal));
        Some(items.collect::<Vec<_>>())
    });
    Ok(found.await?.map(CompletionResponse::Array))
}

/// The hover over a place in a settings file: what a key or a value means, and the page of a rule in short.
///
/// # Errors
/// As [`completions`].
pub async fn hover(session: &Session, snapshot: Snapshot, at: Position) -> jsonrpc::Result<Option<Hover>> {
    let what = ("the hover", codes::content_modified as fn() -> _);
    let found = about_document(session, Some(snapshot), what, move |session, snapshot, _| {
        let it = Asked { session, snapshot };
        Some(explanation(&it.text(), session.offset(snapshot, at)).map(|(range, path, doc)| {
            let rule = match &path[..] {
                [.., rules, id] if rules == "rules" => rules::find(id),
                _ => None,
            };
            let doc = rule.map_or(doc, |rule| rule_docs::brief(rule.meta, None));
            Hover {
                contents: HoverContents::Markup(markup(&[doc], session.client_capabilities().hover_markdown)),
                range: Some(session.range(snapshot, range)),
            }
        }))
    });
    Ok(found.await?.flatten())
}

/// The place for the cursor in a proposal, as snippets have it.
const STOP: &str = "$0";

/// A request about a settings file.
struct Asked<'a> {
    session: &'a Session,
    snapshot: &'a Snapshot,
}

impl Asked<'_> {
    fn text(&self) -> String {
        self.snapshot.document.rope.to_string()
    }

    fn item(&self, range: TextRange, at: usize, proposal: SettingProposal) -> CompletionItem {
        let client = self.session.client_capabilities();
        let stop = if proposal.is_key { proposal.text.rsplit_once(STOP) } else { None };
        let (format, text) = match stop {
            Some((before, after)) if client.snippets => {
                (InsertTextFormat::SNIPPET, format!("{}{STOP}{after}", in_snippet(before)))
            }
            Some((before, after)) => (InsertTextFormat::PLAIN_TEXT, format!("{before}{after}")),
            None => (InsertTextFormat::PLAIN_TEXT, proposal.text),
        };
        let documented = |doc| Documentation::MarkupContent(markup(&[doc], client.completion_markdown));
        CompletionItem {
            // The quotes are typed, too.
            filter_text: Some(if proposal.is_key { format!("\"{}\"", proposal.label) } else { proposal.label.clone() }),
            kind: Some(if proposal.is_key { CompletionItemKind::PROPERTY } else { CompletionItemKind::VALUE }),
            documentation: proposal.doc.map(documented),
            detail: proposal.is_default.then(|| "default".to_owned()),
            // As the schema lists them: what is set most comes first.
            sort_text: Some(format!("{at:03}")),
            insert_text_format: Some(format),
            text_edit: Some(CompletionTextEdit::Edit(TextEdit::new(self.session.range(self.snapshot, range), text))),
            label: proposal.label,
            ..CompletionItem::default()
        }
    }
}
