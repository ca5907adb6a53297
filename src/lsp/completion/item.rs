//! Items in the protocol's terms.

use super::cursor::{Cursor, Lexed, is_word};
use crate::catalog::NameUse;
use crate::lsp::convert;
use crate::lsp::symbols::in_sight::NamesInSight;
use crate::lsp::symbols::spelling::{in_quotes, key};
use crate::lsp::symbols::workspace_symbols::has_letters;
use crate::text::{TextEdit, TextRange};
use serde_json::Value;
use std::path::Path;
use tower_lsp::lsp_types::{
    self as lsp, CompletionItem, CompletionItemKind, CompletionList, CompletionResponse, CompletionTextEdit,
    Documentation, InsertTextFormat, Range,
};

/// The most items of an answer. A client that gets fewer than there are asks again with more letters.
const MOST: usize = 500;

/// One thing to choose.
pub struct Choice {
    /// The name: shown, and written.
    pub name: String,
    /// The kind of thing.
    pub kind: CompletionItemKind,
    /// A few words beside it.
    pub detail: String,
    /// More, as Markdown, where it is at hand.
    pub documentation: String,
    /// The question for more, which [`super::resolve`] answers.
    pub data: Option<Value>,
}

/// The items of an answer, the best first.
pub struct Items<'a> {
    it: &'a NamesInSight<'a>,
    /// The replaced text.
    replaced: TextRange,
    /// The quote around it; `None` at a key without quotes.
    quote: Option<char>,
    /// The beginning of the replaced text that no name has: a quote that is replaced, too.
    before: String,
    /// The replaced text up to the cursor.
    typed: String,
    list: Vec<CompletionItem>,
    /// True when there are more of them than an answer may have: from then on only those with the typed letters count.
    is_cut: bool,
}

impl<'a> Items<'a> {
    /// An empty list for the word at the cursor.
    pub fn new(it: &'a NamesInSight<'a>, lexed: &Lexed, text: &str) -> Self {
        let (replaced, quote) = match &lexed.cursor {
            Cursor::Text { typed, quote, .. } => {
                (TextRange::new(typed.start(), end_of_word(text, lexed.at, *quote)), Some(*quote))
            }
            Cursor::Key { word } | Cursor::Region { word } => (*word, None),
            Cursor::Comment { .. } => (TextRange::new(lexed.at, lexed.at), None),
        };
        Self::over(it, replaced, quote, text, lexed.at)
    }

    /// An empty list for a range of the text.
    pub fn over(it: &'a NamesInSight<'a>, replaced: TextRange, quote: Option<char>, text: &str, at: usize) -> Self {
        let typed = text[replaced.start()..at.max(replaced.start())].to_lowercase();
        Self { it, replaced, quote, before: String::new(), typed, list: Vec::new(), is_cut: false }
    }

    /// Takes the quotes around the replaced text away, too: what is chosen is not a string.
    pub fn without_quotes(&mut self, text: &str) {
        if let Some(quote) = self.quote.take() {
            self.before = quote.to_string();
            let is_closed = text[self.replaced.end()..].starts_with(quote);
            let end = self.replaced.end() + if is_closed { quote.len_utf8() } else { 0 };
            self.replaced = TextRange::new(self.replaced.start() - quote.len_utf8(), end);
        }
    }

    /// The range that is replaced.
    pub fn replaced(&self) -> TextRange {
        self.replaced
    }

    /// Returns whether a use is the one that is being typed.
    pub fn is_typed(&self, path: &Path, found: &NameUse) -> bool {
        let start = self.replaced.start;
        let is_at = |range: TextRange| range.start <= start && start <= range.end;
        let literal = found.written.as_ref().map(|written| &written.place);
        *path == *self.it.path
            && (is_at(found.by.range) || literal.is_some_and(|place| place.file.is_none() && is_at(place.range)))
    }

    /// Adds a name, which is written as it has to be here.
    pub fn add(&mut self, choice: Choice) {
        let text = match self.quote {
            Some(quote) => in_quotes(&choice.name, quote),
            None => key(&choice.name),
        };
        self.push(choice, text, Vec::new(), false);
    }

    /// Adds a word that is written as it is, with edits elsewhere in the document.
    pub fn add_code(&mut self, choice: Choice, text: String, others: Vec<TextEdit>) {
        self.push(choice, text, others, false);
    }

    /// Adds code with places to fill in, for a client that knows them.
    pub fn add_snippet(&mut self, choice: Choice, text: String) {
        if self.it.session.client_capabilities().snippets && self.quote.is_none() {
            self.push(choice, text, Vec::new(), true);
        }
    }

    fn push(&mut self, choice: Choice, text: String, others: Vec<TextEdit>, is_snippet: bool) {
        let Choice { name, kind, detail, documentation, data } = choice;
        if self.list.len() >= MOST && !self.is_cut {
            self.is_cut = true;
            let typed = &self.typed;
            self.list.retain(|item| has_letters(&item.label.to_lowercase(), typed));
        }
        if self.is_cut && (self.list.len() >= MOST || !has_letters(&name.to_lowercase(), &self.typed)) {
            return;
        }
        let rope = &self.it.snapshot.document.rope;
        let encoding = self.it.session.client_capabilities().encoding;
        let range = self.range();
        let others: Vec<lsp::TextEdit> = others.iter().map(|edit| convert::edit(rope, edit, encoding)).collect();
        self.list.push(CompletionItem {
            kind: Some(kind),
            detail: (!detail.is_empty()).then_some(detail),
            documentation: (!documentation.is_empty()).then(|| documented(&documentation, self.it)),
            // A client that shows several kinds of lists compares with the text that is replaced.
            filter_text: Some(format!("{}{name}", self.before)),
            insert_text_format: is_snippet.then_some(InsertTextFormat::SNIPPET),
            text_edit: Some(CompletionTextEdit::Edit(lsp::TextEdit { range, new_text: text })),
            additional_text_edits: (!others.is_empty()).then_some(others),
            data,
            label: name,
            ..CompletionItem::default()
        });
    }

    fn range(&self) -> Range {
        self.it.range(self.replaced)
    }

    /// The answer.
    pub fn response(mut self) -> CompletionResponse {
        for (at, item) in self.list.iter_mut().enumerate() {
            item.sort_text = Some(format!("{at:04}"));
        }
        CompletionResponse::List(CompletionList { is_incomplete: self.is_cut, items: self.list })
    }
}

/// Documentation in the form that the client shows.
pub fn documented(text: &str, it: &NamesInSight<'_>) -> Documentation {
    let markdown = it.session.client_capabilities().completion_markdown;
    Documentation::MarkupContent(convert::markup(&[text], markdown))
}

/// The end of the string around the cursor; of one that is not closed on its line, that of the word at the cursor.
fn end_of_word(text: &str, at: usize, quote: char) -> usize {
    let line = text[at..].split(['\n', '\r']).next().unwrap_or_default();
    let word = line.bytes().take_while(|byte| is_word(*byte) || *byte == b'-').count();
    // The next quote may open another string: then something other than a name is between.
    match line.find(quote) {
        Some(end) if !line[..end].contains([',', '{', '}', '(', ')', ';', ':']) => at + end,
        _ => at + word,
    }
}
