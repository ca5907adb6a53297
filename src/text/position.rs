//! Positions: lines and columns in the three encodings of the protocol, over a rope.

use ropey::Rope;

/// The unit that a column counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Encoding {
    /// Bytes.
    Utf8,
    /// UTF-16 code units, the protocol's default.
    #[default]
    Utf16,
    /// Unicode scalar values.
    Utf32,
}

/// A zero-based line and column; the unit of the column is an [`Encoding`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// Zero-based line; lines end at LF, CRLF and CR.
    pub line: u32,
    /// Zero-based column in the encoding's units.
    pub column: u32,
}

/// The position of the byte `offset`; an offset past the end is the end, one inside a character its start.
pub fn to_position(rope: &Rope, offset: usize, encoding: Encoding) -> LineColumn {
    let offset = offset.min(rope.len_bytes());
    let line = rope.byte_to_line(offset);
    let start = rope.line_to_byte(line);
    let column = match encoding {
        Encoding::Utf8 => rope.char_to_byte(rope.byte_to_char(offset)) - start,
        Encoding::Utf32 => rope.byte_to_char(offset) - rope.byte_to_char(start),
        Encoding::Utf16 => {
            rope.char_to_utf16_cu(rope.byte_to_char(offset)) - rope.char_to_utf16_cu(rope.byte_to_char(start))
        }
    };
    LineColumn { line: line as u32, column: column as u32 }
}

/// The byte at a position. As the protocol asks, a column past the end of its line is the end of the line (before its
/// line break), and a line past the end of the text is the end of the text. A column inside a character is its start.
pub fn to_offset(rope: &Rope, position: LineColumn, encoding: Encoding) -> usize {
    let line = position.line as usize;
    if line >= rope.len_lines() {
        return rope.len_bytes();
    }
    let slice = rope.line(line);
    let mut chars = slice.len_chars();
    while chars > 0 && matches!(slice.char(chars - 1), '\n' | '\r') {
        chars -= 1;
    }
    let column = position.column as usize;
    let index = match encoding {
        Encoding::Utf8 => slice.byte_to_char(column.min(slice.char_to_byte(chars))),
        Encoding::Utf16 => slice.utf16_cu_to_char(column.min(slice.char_to_utf16_cu(chars))),
        Encoding::Utf32 => column.min(chars),
    };
    rope.line_to_byte(line) + slice.char_to_byte(index)
}
