//! One document: its text as the client has it, and the results for it.

use super::mentions_sdk;
use super::uris::written_path_of;
use crate::engine::{Compared, Judged};
use crate::finding::{Finding, Related};
use crate::settings::{FileSettings, is_of_settings};
use crate::source::Source;
use crate::syntax::{Language, TextChange};
use crate::text::{Encoding, LineColumn, Place, TextRange, position};
use ropey::Rope;
use std::fmt;
use std::sync::Arc;
use tower_lsp::lsp_types::{Position, Range, TextDocumentContentChangeEvent, Url};

/// Changes that may wait for a parse before the old tree is given up. Reached only when every parse is overtaken for
/// minutes; then a parse from scratch costs less than replaying them.
const MOST_PENDING_CHANGES: usize = 1024;

/// A document. Cloning is cheap: a clone is a snapshot.
#[derive(Clone)]
pub struct Document {
    /// The client's own URI, to be echoed as it came.
    pub uri: Url,
    /// The client's version. It grows, but not by one.
    pub version: i32,
    /// The grammar; `None` for documents that are not ours.
    pub language: Option<Language>,
    /// True when the text is kept: of code, and of settings files.
    pub keeps_text: bool,
    /// The text.
    pub rope: Rope,
    /// True when the text may name the SDK. False is certain; true is to be confirmed by the next look at the text.
    pub concerns: bool,
    /// The last parse, and its findings.
    pub known: Option<AnalyzedText>,
    /// The changes to the text since then, in order.
    pub since: Vec<TextChange>,
    /// Counts the times that `since` lost its connection to `known`.
    lineage: u64,
}

/// A parsed text and its findings.
#[derive(Clone)]
pub struct AnalyzedText {
    /// The text, its tree and its facts.
    pub source: Source,
    /// The findings in it.
    pub findings: Arc<Vec<Finding>>,
    /// The result for the file alone.
    pub judged: Arc<Judged>,
    /// The result of comparing it with others.
    pub compared: Option<Arc<Compared>>,
    /// The settings it was analyzed with.
    pub settings: Arc<FileSettings>,
}

/// The reason why an edit cannot be applied.
#[derive(Debug, PartialEq, Eq)]
pub enum BadEdit {
    /// Its range ends before it starts.
    Reversed,
    /// It starts after the end of the text.
    OutOfBounds,
}

impl fmt::Display for BadEdit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Reversed => "an edit ends before it starts",
            Self::OutOfBounds => "an edit starts behind the end of the text",
        })
    }
}

impl Document {
    /// A freshly opened document.
    pub fn new(uri: Url, version: i32, language: Option<Language>, text: &str) -> Self {
        let keeps_text = language.is_some() || written_path_of(&uri).is_some_and(|path| is_of_settings(&path));
        let rope = if keeps_text { Rope::from_str(text) } else { Rope::new() };
        let concerns = language.is_some() && mentions_sdk::text(text);
        Self { uri, version, language, keeps_text, rope, concerns, known: None, since: Vec::new(), lineage: 0 }
    }

    /// Returns whether the project is to know its text. A document that shows code and does not name the SDK is nothing
    /// to it.
    pub fn is_of_project(&self) -> bool {
        self.concerns || !self.language.is_some_and(Language::is_document)
    }

    /// Applies content changes in order; each refers to the text after the one before.
    ///
    /// # Errors
    /// When one cannot be applied. The text is then somewhere in between: the document is lost.
    pub fn apply(&mut self, changes: &[TextDocumentContentChangeEvent], encoding: Encoding) -> Result<(), BadEdit> {
        if !self.keeps_text {
            return Ok(());
        }
        for change in changes {
            match change.range {
                Some(range) => self.replace(range, &change.text, encoding)?,
                None => self.replace_all(&change.text),
            }
        }
        Ok(())
    }

    fn replace_all(&mut self, text: &str) {
        self.rope = Rope::from_str(text);
        self.concerns = mentions_sdk::text(text);
        self.forget();
    }

    fn replace(&mut self, range: Range, text: &str, encoding: Encoding) -> Result<(), BadEdit> {
        if range.end < range.start {
            return Err(BadEdit::Reversed);
        }
        // Clients delete "to the end" with an end far behind it; a start there can only be a mistake.
        if range.start.line as usize > self.rope.len_lines() {
            return Err(BadEdit::OutOfBounds);
        }
        let start = offset(&self.rope, range.start, encoding);
        let old_end = offset(&self.rope, range.end, encoding).max(start);
        let chars = self.rope.byte_to_char(start)..self.rope.byte_to_char(old_end);
        let at = chars.start;
        self.rope.remove(chars);
        self.rope.insert(at, text);
        let new_end = start + text.len();
        self.concerns = self.concerns || mentions_sdk::around(&self.rope, start..new_end);
        if self.known.is_some() {
            self.since.push(TextChange { start, old_end, new_end });
            if self.since.len() > MOST_PENDING_CHANGES {
                self.forget();
            }
        }
        Ok(())
    }

    /// Drops the tree and the findings.
    pub fn forget(&mut self) {
        self.known = None;
        self.since.clear();
        self.lineage += 1;
    }

    /// Takes the result for this very text, in place of the old one.
    pub fn settle(&mut self, known: AnalyzedText) {
        self.forget();
        self.known = Some(known);
    }

    /// Takes the result for `snapshot`, an earlier state of this document; changes that came in meanwhile stay.
    pub fn learn(&mut self, snapshot: &Document, known: AnalyzedText) {
        if self.lineage != snapshot.lineage {
            return;
        }
        if snapshot.known.is_none() {
            // Changes are only recorded against a tree; without one this result is of use for this very text alone.
            if self.known.is_some() || !self.rope.is_instance(&snapshot.rope) {
                return;
            }
        } else {
            self.since.drain(..snapshot.since.len().min(self.since.len()));
            self.lineage += 1;
        }
        self.known = Some(known);
    }

    /// The tree of exactly this text: from the last one if there is one, `None` when cancelled or not ours.
    pub fn parse(&self, cancelled: &mut dyn FnMut() -> bool) -> Option<Source> {
        match &self.known {
            Some(known) if self.since.is_empty() => Some(known.source.clone()),
            Some(known) => Source::reparse(&known.source, self.rope.clone(), &self.since, cancelled),
            None => Source::parse_unless(self.rope.clone(), self.language?, cancelled),
        }
    }

    /// The last findings in their new places, without those in statements that were edited since: the findings that can
    /// be shown during a slow parse. `None` when nothing is known.
    pub fn shifted_findings(&self) -> Option<Vec<Finding>> {
        let known = self.known.as_ref()?;
        let Some(change) = self.since.iter().copied().reduce(TextChange::then) else {
            return Some(known.findings.to_vec());
        };
        let edited = known.source.statement_around(TextRange::new(change.start, change.old_end));
        let moved = |range: TextRange| move_range(range, edited, change);
        let findings = known.findings.iter().filter_map(|finding| {
            let related = finding.related.iter().filter_map(|r| {
                let range = if r.place.file.is_none() { moved(r.place.range)? } else { r.place.range };
                Some(Related { place: Place { file: r.place.file.clone(), range }, message: r.message.clone() })
            });
            // Fixes are computed again on request.
            Some(Finding {
                range: moved(finding.range)?,
                related: related.collect(),
                fixes: Vec::new(),
                ..finding.clone()
            })
        });
        Some(findings.collect())
    }
}

/// The place of `range` after `change`; `None` when it lies in the `edited` statement. Half-open ranges that only touch
/// are apart.
fn move_range(range: TextRange, edited: TextRange, change: TextChange) -> Option<TextRange> {
    if range.end <= edited.start {
        return Some(range);
    }
    if range.start < edited.end || range.start() < change.old_end {
        return None;
    }
    let moved = |at: usize| at + change.new_end - change.old_end;
    Some(TextRange::new(moved(range.start()), moved(range.end())))
}

/// The byte at a position of the protocol.
pub fn offset(rope: &Rope, at: Position, encoding: Encoding) -> usize {
    position::to_offset(rope, LineColumn { line: at.line, column: at.character }, encoding)
}
