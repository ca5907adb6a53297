//! Edits of one document, in the form that the client understands.

use super::capabilities::Capabilities;
use super::convert;
use super::document::Document;
use crate::text::TextEdit;
use std::collections::HashMap;
use tower_lsp::lsp_types::{
    self as lsp, DocumentChanges, OneOf, OptionalVersionedTextDocumentIdentifier, TextDocumentEdit, Url, WorkspaceEdit,
};

/// `edits` (disjoint) of `document`, which the client calls `uri`.
pub fn workspace_edit(document: &Document, uri: &Url, edits: &[TextEdit], client: &Capabilities) -> WorkspaceEdit {
    let mut sorted: Vec<&TextEdit> = edits.iter().collect();
    sorted.sort();
    sorted.dedup();
    let edits = sorted.into_iter().map(|edit| convert::edit(&document.rope, edit, client.encoding));
    let edits: Vec<lsp::TextEdit> = edits.collect();
    if client.document_changes {
        let text_document =
            OptionalVersionedTextDocumentIdentifier { uri: uri.clone(), version: Some(document.version) };
        let change = TextDocumentEdit { text_document, edits: edits.into_iter().map(OneOf::Left).collect() };
        let document_changes = Some(DocumentChanges::Edits(vec![change]));
        return WorkspaceEdit { document_changes, ..WorkspaceEdit::default() };
    }
    WorkspaceEdit { changes: Some(HashMap::from([(uri.clone(), edits)])), ..WorkspaceEdit::default() }
}
