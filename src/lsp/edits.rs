//! Edits of documents, in the form that the client understands.

use super::capabilities::Capabilities;
use super::convert;
use super::document::Document;
use super::related_files::{Other, RelatedFiles};
use crate::finding::Elsewhere;
use crate::text::{TextEdit, TextRange};
use ropey::Rope;
use similar::{Algorithm, DiffOp};
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;
use tower_lsp::lsp_types::{
    self as lsp, AnnotatedTextEdit, ChangeAnnotation, DocumentChanges, OneOf, OptionalVersionedTextDocumentIdentifier,
    TextDocumentEdit, Url, WorkspaceEdit,
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

/// A file in which a name is replaced.
pub struct Renamed {
    /// The file.
    pub file: Rc<Other>,
    /// The edits, disjoint.
    pub edits: Vec<TextEdit>,
    /// True for a settings file, which lists what the account has.
    pub is_listed: bool,
}

/// The edit that renames something in several files. A client that can show the `warning` asks before it applies it.
pub fn renaming(files: Vec<Renamed>, warning: Option<&str>, client: &Capabilities) -> WorkspaceEdit {
    const WAITS: &str = "account";
    const LISTS: &str = "list";
    let warning = if client.change_annotations && client.document_changes { warning } else { None };
    let is_listed: Vec<bool> = files.iter().map(|file| file.is_listed).collect();
    let files =
        files.iter().map(|Renamed { file, edits, .. }| changed(&file.uri, file.version, &file.rope, edits, client));
    let edit = of_several(files.collect(), client);
    let Some(warning) = warning else { return edit };
    let mut labels = vec![(WAITS, warning)];
    if is_listed.contains(&true) {
        labels.push((LISTS, "The settings file lists what the account has"));
    }
    annotated(edit, &labels, |index| if is_listed[index] { LISTS } else { WAITS })
}

/// A file that is changed, with the text that it had then.
pub struct ChangedFile {
    /// Its path.
    pub path: Arc<Path>,
    /// As the client calls it.
    pub uri: Url,
    /// The version of the document; `None` for a file that is not open.
    pub version: Option<i32>,
    /// Its text.
    pub rope: Rope,
    /// The edits, disjoint.
    pub edits: Vec<TextEdit>,
}

/// The edit of several files. With a `label`, a client that can shows it before it applies it.
pub fn workspace_edit_of_files(files: Vec<ChangedFile>, label: Option<&str>, client: &Capabilities) -> WorkspaceEdit {
    let files = files.iter().map(|file| changed(&file.uri, file.version, &file.rope, &file.edits, client));
    let edit = of_several(files.collect(), client);
    match label {
        Some(label) => annotated(edit, &[("fixes", label)], |_| "fixes"),
        None => edit,
    }
}

/// The same edit with annotations, each an id and a label, which the client has confirmed. `id_of` chooses that of each
/// file, by its index.
fn annotated(mut edit: WorkspaceEdit, labels: &[(&str, &str)], id_of: impl Fn(usize) -> &'static str) -> WorkspaceEdit {
    let Some(DocumentChanges::Edits(changes)) = &mut edit.document_changes else { return edit };
    for (index, change) in changes.iter_mut().enumerate() {
        for edit in &mut change.edits {
            if let OneOf::Left(text_edit) = edit.clone() {
                *edit = OneOf::Right(AnnotatedTextEdit { text_edit, annotation_id: id_of(index).to_owned() });
            }
        }
    }
    let annotation =
        |label: &str| ChangeAnnotation { label: label.to_owned(), needs_confirmation: Some(true), description: None };
    let annotations = labels.iter().map(|(id, label)| ((*id).to_owned(), annotation(label)));
    WorkspaceEdit { change_annotations: Some(annotations.collect()), ..edit }
}

/// `edits` (disjoint) of a file beside the document, as it is on the disk or in the editor.
pub fn workspace_edit_of(file: &Other, edits: &[TextEdit], client: &Capabilities) -> WorkspaceEdit {
    of_several(vec![changed(&file.uri, file.version, &file.rope, edits, client)], client)
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

/// Edits that do the same: of what they replace, the words that differ.
pub fn smallest(text: &str, edits: Vec<TextEdit>) -> Vec<TextEdit> {
    let mut small = Vec::new();
    for edit in edits {
        let at = edit.range.start();
        let old: Vec<&str> = text[edit.range.as_range()].split_inclusive('\n').collect();
        let new: Vec<&str> = edit.text.split_inclusive('\n').collect();
        changes(&old, &new, at, |at, before, after| {
            changes(&words(before), &words(after), at, |at, before, after| {
                small.push(TextEdit::replace(TextRange::new(at, at + before.len()), after));
            });
        });
    }
    small
}

/// Calls `each` for every run of parts that differs: with its start, counted from `base`, the old text, and the new
/// one. Both sequences are the parts of one text without gaps.
fn changes(old: &[&str], new: &[&str], base: usize, mut each: impl FnMut(usize, &str, &str)) {
    let (old_text, new_text) = (old.concat(), new.concat());
    let (old_starts, new_starts) = (starts(old), starts(new));
    for operation in similar::capture_diff_slices(Algorithm::Myers, old, new) {
        if matches!(operation, DiffOp::Equal { .. }) {
            continue;
        }
        let (before, after) = (operation.old_range(), operation.new_range());
        let before = old_starts[before.start]..old_starts[before.end];
        let after = new_starts[after.start]..new_starts[after.end];
        each(base + before.start, &old_text[before], &new_text[after]);
    }
}

/// The beginnings of the parts, and the end of the last one.
fn starts(parts: &[&str]) -> Vec<usize> {
    let ends = parts.iter().scan(0, |at, part| {
        *at += part.len();
        Some(*at)
    });
    std::iter::once(0).chain(ends).collect()
}

/// The text cut into names and numbers, and the characters between them.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_word = |char: char| char.is_alphanumeric() || char == '_' || char == '$';
        let length =
            if is_word(first) { rest.find(|char| !is_word(char)).unwrap_or(rest.len()) } else { first.len_utf8() };
        let (word, after) = rest.split_at(length);
        words.push(word);
        rest = after;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::apply_edits;

    #[test]
    fn what_a_fix_leaves_alone_is_not_replaced() {
        let old = "a\nbéc\nd\ne";
        let difference = |old: &str, new: &str| {
            let edits = smallest(old, vec![TextEdit::replace(TextRange::new(0, old.len()), new)]);
            assert_eq!(apply_edits(old, &edits).as_deref(), Ok(new));
            edits
        };
        for new in ["", "a\nbèc\nd\ne", "x\na\nbéc\ne!", "a\nd\ne", "éa\nbéc\nd\nee"] {
            difference(old, new);
        }
        assert_eq!(difference("a\nf(b)", "a\nf(c, b)"), [TextEdit::insert(4, "c, ")]);
        let both = [TextEdit::replace(TextRange::new(0, 1), "x"), TextEdit::replace(TextRange::new(4, 5), "y")];
        assert_eq!(difference("a b\nc", "x b\ny"), both);
    }
}
