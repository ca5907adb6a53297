//! The files that findings of a document point to beside it, as the client sees them: open documents override the disk.

use super::convert;
use super::documents::Documents;
use crate::disk::{read_bytes, utf8};
use crate::text::{Encoding, TextRange, without_bom};
use ropey::Rope;
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;
use tower_lsp::lsp_types::{Location, Url};

/// A file that is pointed to.
pub struct Other {
    /// As the client calls it.
    pub uri: Url,
    /// Its text, without a byte order mark if it is on the disk.
    pub rope: Rope,
    /// The version of the document; `None` for a file that is not open.
    pub version: Option<i32>,
}

impl Other {
    /// A place in it, as the client counts; `None` where the file does not have it any more.
    pub fn location(&self, range: TextRange, encoding: Encoding) -> Option<Location> {
        self.rope.get_byte_slice(range.as_range())?;
        Some(Location { uri: self.uri.clone(), range: convert::range(&self.rope, range, encoding) })
    }
}

/// The files that one answer points to, each read at most once.
pub struct RelatedFiles<'d> {
    documents: &'d Documents,
    known: RefCell<FxHashMap<Arc<Path>, Option<Rc<Other>>>>,
}

impl<'d> RelatedFiles<'d> {
    /// Looks among `documents` first.
    pub fn new(documents: &'d Documents) -> Self {
        Self { documents, known: RefCell::default() }
    }

    /// The file at an absolute path; `None` where there is no text.
    pub fn at(&self, path: &Arc<Path>) -> Option<Rc<Other>> {
        if let Some(known) = self.known.borrow().get(path) {
            return known.clone();
        }
        let found = self.find(path).map(Rc::new);
        self.known.borrow_mut().insert(path.clone(), found.clone());
        found
    }

    fn find(&self, path: &Path) -> Option<Other> {
        let uri = self.documents.uri_of(path)?;
        // Of documents in languages that are not ours no text is kept.
        let open = self.documents.get(&uri).map(|entry| entry.snapshot().document);
        if let Some(document) = open.filter(|document| document.keeps_text) {
            return Some(Other { uri: document.uri, rope: document.rope, version: Some(document.version) });
        }
        let bytes = read_bytes(path).ok()?;
        let text = utf8(&bytes).ok()?;
        let rope = Rope::from_str(without_bom(text).1);
        Some(Other { uri, rope, version: None })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Elsewhere, Finding, GuardedEdit, Related, Severity};
    use crate::lsp::capabilities::Capabilities;
    use crate::lsp::document::Document;
    use crate::lsp::edits::workspace_edit_across;
    use crate::lsp::uris::DocumentKey;
    use crate::syntax::Language;
    use crate::text::{Place, TextEdit};
    use tower_lsp::lsp_types::{DocumentChanges, Position, WorkspaceEdit};

    const DISK: &str = "\n\n'SignedUp'";
    const EDITOR: &str = "\n'SignedUp'";

    /// A document and, beside it on the disk, a file that is open (with another text) or not.
    struct Desk {
        folder: tempfile::TempDir,
        documents: Documents,
        document: Document,
    }

    impl Desk {
        fn new(is_open: bool) -> Self {
            let folder = tempfile::tempdir().unwrap();
            std::fs::write(folder.path().join("b.ts"), DISK).unwrap();
            let uri = |name: &str| Url::from_file_path(folder.path().join(name)).unwrap();
            let documents = Documents::default();
            if is_open {
                let other = Document::new(uri("b.ts"), 7, Some(Language::TypeScript), EDITOR);
                documents.open(DocumentKey::of(&other.uri).unwrap(), other);
            }
            let document = Document::new(uri("a.ts"), 3, Some(Language::TypeScript), "'signedUp'");
            Self { folder, documents, document }
        }

        fn other(&self, name: &str) -> Arc<Path> {
            self.folder.path().join(name).into()
        }

        /// Both files say `signed_up`; the other one is at `at`.
        fn renamed(&self, at: usize, client: &Capabilities) -> Option<WorkspaceEdit> {
            let edit = |at: usize| TextEdit::replace(TextRange::new(at + 1, at + 9), "signed_up");
            let changes = vec![GuardedEdit { edit: edit(at), before: "SignedUp".to_owned() }];
            let elsewhere = [Elsewhere { file: self.other("b.ts"), changes }];
            let others = RelatedFiles::new(&self.documents);
            let (document, uri) = (&self.document, &self.document.uri);
            workspace_edit_across(document, uri, &[edit(0)], &elsewhere, client, &others)
        }
    }

    fn client() -> Capabilities {
        Capabilities { document_changes: true, related: true, ..Capabilities::default() }
    }

    /// The versions and the first lines that an edit touches.
    fn touched(edit: WorkspaceEdit) -> Vec<(Option<i32>, u32)> {
        let Some(DocumentChanges::Edits(changes)) = edit.document_changes else { panic!("documentChanges") };
        let line = |change: &tower_lsp::lsp_types::TextDocumentEdit| match &change.edits[0] {
            tower_lsp::lsp_types::OneOf::Left(edit) => edit.range.start.line,
            tower_lsp::lsp_types::OneOf::Right(_) => panic!("a plain edit"),
        };
        changes.iter().map(|change| (change.text_document.version, line(change))).collect()
    }

    #[test]
    fn edits_of_open_files_have_their_version_and_those_of_others_none() {
        let edit = Desk::new(true).renamed(1, &client()).expect("fits the editor's text");
        assert_eq!(touched(edit), [(Some(3), 0), (Some(7), 1)]);
        let edit = Desk::new(false).renamed(2, &client()).expect("fits the text on the disk");
        assert_eq!(touched(edit), [(Some(3), 0), (None, 2)]);
        let plain = Capabilities { document_changes: false, ..client() };
        let edit = Desk::new(true).renamed(1, &plain).expect("fits");
        assert_eq!(edit.changes.map(|changes| changes.len()), Some(2));
    }

    #[test]
    fn half_of_a_change_is_none() {
        assert_eq!(Desk::new(true).renamed(2, &client()), None, "where the disk has it");
        assert_eq!(Desk::new(false).renamed(1, &client()), None);
        assert_eq!(Desk::new(false).renamed(1_000, &client()), None);
        let desk = Desk::new(false);
        std::fs::remove_file(desk.other("b.ts")).unwrap();
        assert_eq!(desk.renamed(2, &client()), None);
    }

    #[test]
    fn related_places_stand_where_the_client_sees_them() {
        for (is_open, line) in [(true, 1), (false, 2)] {
            let desk = Desk::new(is_open);
            let at = if is_open { 1 } else { 2 };
            let place =
                |file: &str, start| Place { file: Some(desk.other(file)), range: TextRange::new(start, start + 1) };
            let related = |place| Related { place, message: "here".to_owned() };
            let finding = Finding {
                rule: "event-name-inconsistent",
                severity: Severity::Warning,
                range: TextRange::new(0, 1),
                what: String::new(),
                why: None,
                help: None,
                related: vec![related(place("gone.ts", 0)), related(place("b.ts", at))],
                fixes: Vec::new(),
                unnecessary: false,
            };
            let others = RelatedFiles::new(&desk.documents);
            let (rope, uri) = (&desk.document.rope, &desk.document.uri);
            let diagnostic = convert::diagnostic(&finding, rope, uri, &client(), &others);
            let related = diagnostic.related_information.expect("one can be shown");
            assert_eq!(related.len(), 1);
            assert!(related[0].location.uri.path().ends_with("/b.ts"));
            assert_eq!(related[0].location.range.start, Position::new(line, 0));
        }
    }
}
