//! Markdown and MDX: the code is in fenced blocks, which are not one program. They show parts of one, one after the
//! other, and repeat themselves.

mod info;
mod label;
mod line;
mod placeholder;
mod rest;
mod scan;
mod token;

use super::{Block, Code, Found, Joint};
use crate::text::TextRange;
use info::Info;
use label::Marks;
use line::{Fence, Line, Lists};
use memchr::memmem;
use placeholder::placeholders;

/// The code of a document, and the statements of the text about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentBlocks {
    /// The blocks of code, in the order of the text.
    pub blocks: Vec<DocumentBlock>,
    /// The places that the document says are wrong: below a heading "Bad", behind a `// ❌`.
    pub wrong: Vec<TextRange>,
    /// The comments of the markup that may hold a suppression.
    pub comments: Vec<TextRange>,
}

/// A block of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentBlock {
    /// Its lines, without those of the fences.
    pub range: TextRange,
    /// The path of the file that it says it is: such a block shares no names with the others.
    pub file: Option<String>,
    /// True when each of its lines is a line of code and nothing else: it is in no quote and in no list.
    pub is_plain: bool,
    /// True when it leaves something out: it says so (`...`, `// …`), or ends too early.
    pub is_elided: bool,
    /// The first byte of the line with the fence that opens it.
    pub fence: usize,
    /// Its placeholders: `...`, `<your key>`.
    pub placeholders: Vec<TextRange>,
    /// The bytes that the parser is given in place of the placeholders.
    pub(super) patches: Vec<Joint>,
    /// The brackets that are open at its end, the innermost first, each by what closes it.
    pub(super) unclosed: Vec<u8>,
    /// The parts that are code: without the marks of the quotes that it is in.
    pub(super) pieces: Vec<TextRange>,
}

/// The blocks of a document. In MDX nothing is code by its indentation.
pub fn blocks(text: &str, is_mdx: bool) -> (Found, DocumentBlocks) {
    let mut reader = Reader {
        text,
        is_mdx,
        lists: Lists::default(),
        document: DocumentBlocks::default(),
        codes: Vec::new(),
        marks: Marks::default(),
    };
    reader.read();
    let Reader { mut document, codes, .. } = reader;
    let room = |at: usize, blocks: &[DocumentBlock]| {
        blocks.get(at + 1).map_or(usize::MAX, |next| next.range.start() - blocks[at].range.end())
    };
    // What closes a block is given to the parser in place of the text after it.
    let fits: Vec<bool> = (0..document.blocks.len())
        .map(|at| document.blocks[at].unclosed.len() + super::ENDING.len() <= room(at, &document.blocks))
        .collect();
    let mut kept = fits.iter();
    document.blocks.retain(|_| *kept.next().unwrap_or(&true));
    let codes = codes.into_iter().zip(&fits).filter(|(_, fits)| **fits);
    let places = document.blocks.iter().map(|block| block.range);
    let blocks = codes.zip(places).map(|((code, _), range)| Block { code, range, repeated: false }).collect();
    (Found { blocks, gave_up: None }, document)
}

struct Reader<'a> {
    text: &'a str,
    is_mdx: bool,
    lists: Lists,
    document: DocumentBlocks,
    codes: Vec<Code>,
    marks: Marks,
}

impl<'a> Reader<'a> {
    fn read(&mut self) {
        let mut at = front_matter(self.text);
        while at < self.text.len() {
            let line = Line::at(self.text, at, &mut self.lists);
            at = match line.fence(self.text, self.is_mdx) {
                Some(fence) => self.block(&line, &fence),
                None => self.prose(&line),
            };
        }
    }

    /// Reads a block of code, and returns the byte after it.
    fn block(&mut self, opening: &Line, fence: &Fence) -> usize {
        let start = opening.end;
        let (mut at, mut end) = (start, start);
        let mut pieces: Vec<TextRange> = Vec::new();
        let after = loop {
            let Some(code) = opening.inside(self.text, at) else { break at };
            if code.start >= self.text.len() {
                break code.start;
            }
            if fence.is_closed_by(&self.text[code.start..code.end], self.is_mdx) {
                break code.end;
            }
            // A line of a quote begins with its marks.
            match pieces.last_mut() {
                Some(last) if last.end() == code.start => *last = TextRange::new(last.start(), code.end),
                _ => pieces.push(TextRange::new(code.start, code.end)),
            }
            (at, end) = (code.end, code.end);
        };
        let info = Info::of(&self.text[fence.info.clone()]);
        let is_wrong = self.marks.take();
        if let Some(info) = info
            && start < end
        {
            self.code(opening, info, TextRange::new(start, end), pieces, is_wrong);
        }
        after
    }

    fn code(&mut self, opening: &Line, info: Info, range: TextRange, pieces: Vec<TextRange>, is_wrong: bool) {
        let code = &self.text[range.as_range()];
        let Some(unclosed) = rest::unclosed(self.text, &pieces) else { return };
        if is_wrong {
            self.document.wrong.push(range);
        } else {
            self.document.wrong.extend(label::wrong_lines(code, range.start()));
        }
        let first = pieces.first().map_or("", |piece| &self.text[piece.as_range()]);
        self.codes.push(info.code);
        let placeholders = placeholders(self.text, &pieces);
        let elides = placeholders.iter().any(|it| it.elides);
        self.document.blocks.push(DocumentBlock {
            range,
            file: info.file.or_else(|| info::named_by_comment(first)),
            is_plain: opening.is_plain(),
            is_elided: elides || !unclosed.is_empty() || rest::is_elided(code),
            fence: opening.start,
            placeholders: placeholders.iter().map(|it| it.range).collect(),
            patches: placeholders.into_iter().flat_map(|it| it.patches).collect(),
            unclosed,
            pieces,
        });
    }

    /// Reads a line that begins no block of code, and returns the byte after it, or after all that is no Markdown and
    /// begins there.
    fn prose(&mut self, line: &Line) -> usize {
        let content = &self.text[line.content..line.end];
        let raw = if self.is_mdx { None } else { raw_end(content) };
        let comment = [("<!--", "-->"), ("{/*", "*/}")].into_iter().find(|(open, _)| content.starts_with(open));
        if let Some((open, close)) = comment {
            let rest = &self.text[line.content + open.len()..];
            let Some(length) = memmem::find(rest.as_bytes(), close.as_bytes()) else { return self.text.len() };
            let end = line.content + open.len() + length + close.len();
            if self.text[line.content..end].contains("customerio-") {
                self.document.comments.push(TextRange::new(line.content, end));
            }
            return line_end(self.text, end);
        }
        if let Some(close) = raw {
            let rest = &self.text[line.content..];
            let end = memmem::find(rest.as_bytes(), close.as_bytes()).map_or(self.text.len(), |at| line.content + at);
            return line_end(self.text, end);
        }
        self.marks.line(content.trim_end());
        line.end
    }
}

/// The end of an element whose content is no Markdown, when one begins a line.
fn raw_end(line: &str) -> Option<&'static str> {
    const RAW: [(&str, &str); 4] =
        [("<pre", "</pre>"), ("<script", "</script>"), ("<style", "</style>"), ("<textarea", "</textarea>")];
    let is_tag = |open: &str| {
        let begins = line.get(..open.len()).is_some_and(|start| start.eq_ignore_ascii_case(open));
        begins && line[open.len()..].chars().next().is_none_or(|c| c == '>' || c.is_whitespace())
    };
    RAW.iter().find(|(open, _)| is_tag(open)).map(|(_, close)| *close)
}

/// The byte after the front matter, which is YAML.
fn front_matter(text: &str) -> usize {
    let bom = text.len() - text.strip_prefix('\u{feff}').unwrap_or(text).len();
    let is_mark = |line: &str| line.trim_end() == "---";
    let mut lines = text[bom..].split_inclusive('\n');
    let Some(first) = lines.next().filter(|line| is_mark(line)) else { return bom };
    let mut at = bom + first.len();
    for line in lines {
        at += line.len();
        if is_mark(line) {
            return at;
        }
    }
    bom
}

/// The byte after the line that the byte `at` is on.
fn line_end(text: &str, at: usize) -> usize {
    let rest = &text.as_bytes()[at..];
    memchr::memchr2(b'\n', b'\r', rest).map_or(text.len(), |length| {
        let end = at + length;
        if text[end..].starts_with("\r\n") { end + 2 } else { end + 1 }
    })
}

#[cfg(test)]
mod tests;
