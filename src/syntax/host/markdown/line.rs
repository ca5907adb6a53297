//! Lines of Markdown, as far as fences need them: quotes and lists around a line, and its indentation there.

use super::line_end;
use std::ops::Range;

/// The number of columns that a tab goes on to a multiple of.
const TAB: usize = 4;

/// The indentation from which on a line is code by its indentation alone.
const INDENTED: usize = 4;

/// A line.
#[derive(Debug)]
pub struct Line {
    /// Its first byte.
    pub start: usize,
    /// The byte at which its text begins: after the marks of quotes and lists, and the blanks.
    pub content: usize,
    /// The byte after its line break.
    pub end: usize,
    /// The number of quotes that it is in.
    quotes: usize,
    /// The column that the content of the innermost list item begins at; 0 outside of lists. It is counted from the
    /// marks of the quotes on.
    item: usize,
    /// The column of its text, counted like that.
    column: usize,
}

/// The list items that are open: the columns of their contents, the outermost first, and the quotes that they are in.
#[derive(Debug, Default)]
pub struct Lists {
    items: Vec<usize>,
    quotes: usize,
}

/// A line of code in a block.
#[derive(Debug)]
pub struct CodeLine {
    /// The byte after the marks of the quotes.
    pub start: usize,
    /// The byte after its line break.
    pub end: usize,
}

/// The fence that opens a block.
#[derive(Debug)]
pub struct Fence {
    mark: u8,
    length: usize,
    /// The text after it.
    pub info: Range<usize>,
    /// The column of the container that it is in.
    container: usize,
}

impl Line {
    /// The line that begins at the byte `at`. `lists` are those before it, and become those of the line.
    pub fn at(text: &str, at: usize, lists: &mut Lists) -> Self {
        let end = line_end(text, at);
        let mut cursor = Cursor { bytes: &text.as_bytes()[at..end], at: 0, column: 0 };
        let quotes = cursor.quotes(usize::MAX);
        if quotes != lists.quotes {
            *lists = Lists { items: Vec::new(), quotes };
        }
        cursor.blanks();
        let is_blank = cursor.is_at_end();
        if !is_blank {
            lists.items.retain(|item| *item <= cursor.column);
            while let Some(item) = cursor.list_mark(lists.items.last().copied().unwrap_or(0)) {
                lists.items.push(item);
                cursor.blanks();
            }
        }
        Self {
            start: at,
            content: at + cursor.at,
            end,
            quotes,
            item: lists.items.last().copied().unwrap_or(0),
            column: cursor.column,
        }
    }

    /// Returns whether it is in no quote and in no list, and not indented.
    pub fn is_plain(&self) -> bool {
        self.quotes == 0 && self.item == 0
    }

    /// The fence that it is.
    pub fn fence(&self, text: &str, is_mdx: bool) -> Option<Fence> {
        if !is_mdx && self.column >= self.item + INDENTED {
            return None;
        }
        let line = text[self.content..self.end].trim_end();
        let mark = line.bytes().next().filter(|mark| matches!(mark, b'`' | b'~'))?;
        let length = line.bytes().take_while(|byte| *byte == mark).count();
        let info = &line[length..];
        // With more of them on the line it is a piece of code in a sentence.
        if length < 3 || mark == b'`' && info.contains('`') {
            return None;
        }
        let start = self.content + length;
        Some(Fence { mark, length, info: start..start + info.len(), container: self.item })
    }

    /// The line of code at the byte `at` of a block that this line opens; `None` where the quote or the list item ends
    /// that the block is in.
    pub fn inside(&self, text: &str, at: usize) -> Option<CodeLine> {
        let end = line_end(text, at);
        let mut cursor = Cursor { bytes: &text.as_bytes()[at..end], at: 0, column: 0 };
        if cursor.quotes(self.quotes) < self.quotes {
            return None;
        }
        let start = at + cursor.at;
        cursor.blanks();
        (cursor.is_at_end() || cursor.column >= self.item).then_some(CodeLine { start, end })
    }
}

impl Fence {
    /// Returns whether a line of the block is the fence that closes it.
    pub fn is_closed_by(&self, line: &str, is_mdx: bool) -> bool {
        let mut cursor = Cursor { bytes: line.as_bytes(), at: 0, column: 0 };
        cursor.blanks();
        let line = line[cursor.at..].trim_end();
        let is_near = is_mdx || cursor.column < self.container + INDENTED;
        is_near && line.len() >= self.length && line.bytes().all(|byte| byte == self.mark)
    }
}

/// A place in a line, and its column.
struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
    column: usize,
}

impl Cursor<'_> {
    fn is_at_end(&self) -> bool {
        matches!(self.bytes.get(self.at), None | Some(b'\n' | b'\r'))
    }

    /// Goes on to the next byte that is no blank.
    fn blanks(&mut self) {
        while let Some(blank @ (b' ' | b'\t')) = self.bytes.get(self.at) {
            self.column = if *blank == b'\t' { (self.column / TAB + 1) * TAB } else { self.column + 1 };
            self.at += 1;
        }
    }

    /// Passes the marks of at most so many quotes, each with the blank after it, and counts them. The columns are
    /// counted from there.
    fn quotes(&mut self, most: usize) -> usize {
        let mut count = 0;
        while count < most {
            let blanks = self.bytes[self.at..].iter().take_while(|byte| **byte == b' ').count();
            if blanks >= INDENTED || self.bytes.get(self.at + blanks) != Some(&b'>') {
                break;
            }
            self.at += blanks + 1;
            self.at += usize::from(self.bytes.get(self.at) == Some(&b' '));
            count += 1;
        }
        self.column = 0;
        count
    }

    /// Passes the mark of a list item, and returns the column of its content. `item` is that of the item around it.
    fn list_mark(&mut self, item: usize) -> Option<usize> {
        if self.column >= item + INDENTED {
            return None;
        }
        let rest = &self.bytes[self.at..];
        let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let length = match rest.get(digits)? {
            b'-' | b'*' | b'+' if digits == 0 => 1,
            b'.' | b')' if (1..10).contains(&digits) => digits + 1,
            _ => return None,
        };
        if !matches!(rest.get(length), None | Some(b' ' | b'\t' | b'\n' | b'\r')) {
            return None;
        }
        self.at += length;
        self.column += length;
        let blanks = self.bytes[self.at..].iter().take_while(|byte| matches!(byte, b' ')).count();
        // With more than that the item begins with code by indentation, one blank after the mark.
        Some(self.column + if (1..=INDENTED).contains(&blanks) { blanks } else { 1 })
    }
}
