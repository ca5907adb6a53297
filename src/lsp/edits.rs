//! Edits of documents, in the form that the client understands.

use super::capabilities::Capabilities;
use super::convert;
use super::document::Document;
use super::related_files::RelatedFiles;
use crate::finding::Elsewhere;
use crate::text::TextEdit;
use ropey::Rope;
use tower_lsp::lsp_types::{
    self as lsp, DocumentChanges, OneOf, OptionalVersionedTextDocumentIdentifier, TextDocumentEdit, Url, WorkspaceEdit,
};

/// `edits` (disjoint) of `document`, which the client calls `uri`.
pub fn workspace_edit(document: &Document, uri: &Url, edits: &[TextEdit], client: &Capabilities) -> WorkspaceEdit {
    of_several(vec![changed(uri, Some(document.version), &document.rope, edits, client)], client)
}

/// `edits` of `document` together with those of other files. `None` where one of these cannot be read, or no longer
/// holds the text that the edits replace: half of a change is worse than none.
pub fn workspace_edit_across(
    document: &Document,
    uri: &Url,
    edits: &[TextEdit],
    elsewhere: &[Elsewhere],
    client: &Capabilities,
    others: &RelatedFiles<'_>,
) -> Option<WorkspaceEdit> {
    let mut changes = Vec::new();
    if !edits.is_empty() {
        changes.push(changed(uri, Some(document.version), &document.rope, edits, client));
    }
    for elsewhere in elsewhere {
        let other = others.at(&elsewhere.file)?;
        let slice = |range: crate::text::TextRange| Some(other.rope.get_byte_slice(range.as_range())?.to_string());
        let edits = elsewhere.fitting(slice)?;
        changes.push(changed(&other.uri, other.version, &other.rope, &edits, client));
    }
    Some(of_several(changes, client))
}

fn changed(
    uri: &Url,
    version: Option<i32>,
    rope: &Rope,
    edits: &[TextEdit],
    client: &Capabilities,
) -> (OptionalVersionedTextDocumentIdentifier, Vec<lsp::TextEdit>) {
    let mut sorted: Vec<&TextEdit> = edits.iter().collect();
    sorted.sort();
    sorted.dedup();
    let edits = sorted.into_iter().map(|edit| convert::edit(rope, edit, client.encoding)).collect();
    (OptionalVersionedTextDocumentIdentifier { uri: uri.clone(), version }, edits)
}

fn of_several(
    changes: Vec<(OptionalVersionedTextDocumentIdentifier, Vec<lsp::TextEdit>)>,
    client: &Capabilities,
) -> WorkspaceEdit {
    if client.document_changes {
        let changes = changes.into_iter().map(|(text_document, edits)| TextDocumentEdit {
            text_document,
            edits: edits.into_iter().map(OneOf::Left).collect(),
        });
        let document_changes = Some(DocumentChanges::Edits(changes.collect()));
        return WorkspaceEdit { document_changes, ..WorkspaceEdit::default() };
    }
    let changes = changes.into_iter().map(|(document, edits)| (document.uri, edits));
    WorkspaceEdit { changes: Some(changes.collect()), ..WorkspaceEdit::default() }
}
