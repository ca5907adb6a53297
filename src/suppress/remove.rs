//! Edits that take a directive out of a file.

use super::Directive;
use crate::facts::Comment;
use crate::text::{TextEdit, TextRange};
use ropey::Rope;

/// Removes a directive: its whole comment when nothing else is in it, and the whole line when nothing else is on it.
pub(super) fn directive(rope: &Rope, comment: &Comment, directive: &Directive) -> TextEdit {
    let blank = |text: &str| text.chars().all(|c| c.is_whitespace() || matches!(c, '/' | '*' | '!'));
    let offset = comment.range.start();
    let before = &comment.text[..directive.range.start() - offset];
    let after = &comment.text[directive.range.end() - offset..];
    if !(blank(before) && blank(after)) {
        return TextEdit::replace(among_others(comment, directive), "");
    }
    let sides = Sides::of(rope, comment.range);
    let braces = sides.left == Side::Brace && sides.right == Side::Brace && may_be_jsx_child(rope, sides.start);
    if braces || (sides.left == Side::Blank && sides.right == Side::Blank) {
        return TextEdit::replace(TextRange::new(sides.start, sides.end), "");
    }
    if sides.right == Side::Blank {
        // Behind code the blanks before it go too.
        let start = comment.range.start() - sides.left_blanks;
        return TextEdit::replace(TextRange::new(start, comment.range.end()), "");
    }
    // Before code the blanks after it go. Between code something must stay that keeps the code apart: a line break where
    // the comment had one, which can end a statement, and else a blank.
    let range = TextRange::new(comment.range.start(), comment.range.end() + sides.right_blanks);
    let between = match (sides.left == Side::Blank, line_break_in(&comment.text)) {
        (true, _) => "",
        (false, Some(line_break)) => line_break,
        (false, None) if sides.before.is_some_and(|c| c.is_whitespace() || "{([".contains(c)) => "",
        (false, None) => " ",
    };
    TextEdit::replace(range, between)
}

fn line_break_in(text: &str) -> Option<&'static str> {
    let at = text.find(['\n', '\r'])?;
    Some(match &text[at..] {
        rest if rest.starts_with("\r\n") => "\r\n",
        rest if rest.starts_with('\r') => "\r",
        _ => "\n",
    })
}

/// Returns the part to remove from a comment that holds prose, or another directive, besides this one: whole lines
/// where it has lines of its own.
fn among_others(comment: &Comment, directive: &Directive) -> TextRange {
    let (offset, text) = (comment.range.start(), comment.text.as_str());
    let (begin, mut end) = (directive.range.start() - offset, directive.range.end() - offset);
    let is_break = |c: char| matches!(c, '\n' | '\r');
    let line = text[..begin].rfind(is_break).map(|at| at + 1);
    let own_line = |line: &usize| text[*line..begin].chars().all(|c| c.is_whitespace() || c == '*');
    let rest = &text[end..];
    match line.filter(own_line) {
        Some(line) => {
            let below =
                rest.find(|c: char| !c.is_whitespace() || is_break(c)).filter(|&at| rest[at..].starts_with(is_break));
            match below {
                Some(at) => {
                    let length = if rest[at..].starts_with("\r\n") { 2 } else { 1 };
                    TextRange::new(offset + line, offset + end + at + length)
                }
                // The comment ends on this line. It stays as many lines long: its break can end a statement.
                None => TextRange::new(offset + line, offset + end),
            }
        }
        None => {
            if rest.trim_start().starts_with("customerio-") {
                end += rest.len() - rest.trim_start().len();
            }
            TextRange::new(offset + begin, offset + end)
        }
    }
}

/// Removes one of several names, with its comma.
pub(super) fn name(directive: &Directive, at: usize) -> TextEdit {
    let names = &directive.names;
    let range = match names.get(at + 1) {
        Some(next) => TextRange::new(names[at].range.start(), next.range.start()),
        None => TextRange::new(names[at - 1].range.end(), names[at].range.end()),
    };
    TextEdit::replace(range, "")
}

/// The text beside a comment on its lines. It is scanned from the comment outwards: a line can hold many comments.
pub(super) struct Sides {
    /// The beginning of the lines.
    start: usize,
    /// The end of the lines, the last one's line break included.
    end: usize,
    left: Side,
    right: Side,
    /// Bytes of blanks right before the comment.
    left_blanks: usize,
    /// And right after it.
    right_blanks: usize,
    /// The character before the comment.
    before: Option<char>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Blank,
    /// Nothing but the brace that opens on the left, and closes on the right, as in JSX.
    Brace,
    Code,
}

impl Sides {
    pub(super) fn of(rope: &Rope, comment: TextRange) -> Self {
        let (start, end) = whole_lines(rope, comment);
        let left = rope.byte_slice(start..comment.start());
        let right = rope.byte_slice(comment.end()..end);
        let before = || left.chars_at(left.len_chars()).reversed();
        let blanks = |chars: &mut dyn Iterator<Item = char>| -> usize {
            chars.take_while(|c| c.is_whitespace()).map(char::len_utf8).sum()
        };
        Self {
            start,
            end,
            left: side(&mut before(), '{'),
            right: side(&mut right.chars(), '}'),
            left_blanks: blanks(&mut before()),
            right_blanks: blanks(&mut right.chars()),
            before: before().next(),
        }
    }

    /// Returns whether code is before the comment on its line.
    pub(super) fn follows_code(&self) -> bool {
        self.left == Side::Code
    }

    /// Returns whether nothing but the comment (in braces, as in JSX) is on its lines.
    pub(super) fn is_alone(&self) -> bool {
        self.left == self.right && self.left != Side::Code
    }
}

/// Returns whether every other directive means the same lines once a directive's whole comment is gone. Lines that hold
/// nothing but a comment are skipped when the line below a directive is looked for; a comment that shares its lines may
/// move what follows up, or leave another comment alone on the line.
pub(super) fn keeps_lines(rope: &Rope, comment: &Comment) -> bool {
    let sides = Sides::of(rope, comment.range);
    // Between code one line break stays.
    let between = sides.left != Side::Blank && sides.right != Side::Blank;
    let breaks = comment.text.replace("\r\n", "\n").matches(['\n', '\r']).count();
    let as_many_lines = breaks == 0 || (between && breaks == 1);
    let first = |from: usize, to: usize| rope.byte_slice(from..to).chars().find(|c| !c.is_whitespace());
    let begins_line = first(sides.start, comment.range.start()).or_else(|| first(comment.range.end(), sides.end));
    sides.is_alone() || (as_many_lines && !matches!(begins_line, Some('/' | '{')))
}

fn side(chars: &mut dyn Iterator<Item = char>, brace: char) -> Side {
    let mut solid = chars.filter(|c| !c.is_whitespace());
    match (solid.next(), solid.next()) {
        (None, _) => Side::Blank,
        (Some(c), None) if c == brace => Side::Brace,
        _ => Side::Code,
    }
}

/// The bytes of the lines that `range` touches, with the last one's line break.
fn whole_lines(rope: &Rope, range: TextRange) -> (usize, usize) {
    let line = |at: usize| rope.byte_to_line(at.min(rope.len_bytes()));
    let last = line(range.end());
    let end = if last + 1 < rope.len_lines() { rope.line_to_byte(last + 1) } else { rope.len_bytes() };
    (rope.line_to_byte(line(range.start())), end)
}

/// Returns whether `{/* … */}` on the line that begins at `start` can be a child of a JSX element, so that its braces
/// can go with it: a tag or another child ends before it. Without a tree that is all that is known; a remaining `{}` is
/// harmless, braces that are taken from a function are not.
fn may_be_jsx_child(rope: &Rope, start: usize) -> bool {
    let mut chars = rope.chars_at(rope.byte_to_char(start));
    let mut back = std::iter::from_fn(move || chars.prev()).skip_while(|c| c.is_whitespace());
    back.next() == Some('>') && back.next() != Some('=')
}
