//! Positions convert both ways in all three encodings.

use crate::text::{floor, text};
use customerio_ls::testing::text::position::{to_offset, to_position};
use customerio_ls::testing::text::{Encoding, LineColumn};
use proptest::prelude::*;
use ropey::Rope;

const ENCODINGS: [Encoding; 3] = [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32];

/// Line and column counted the slow way: lines end at LF, CRLF and CR.
fn counted(text: &str, offset: usize, encoding: Encoding) -> LineColumn {
    let (mut line, mut start) = (0, 0);
    let bytes = text.as_bytes();
    for at in 0..offset {
        let ends = bytes[at] == b'\n' || bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n');
        if ends {
            line += 1;
            start = at + 1;
        }
    }
    let before = &text[start..offset];
    let column = match encoding {
        Encoding::Utf8 => before.len(),
        Encoding::Utf16 => before.encode_utf16().count(),
        Encoding::Utf32 => before.chars().count(),
    };
    LineColumn { line, column: column as u32 }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_position_is_that_of_its_byte(text in text(), at in 0usize..4000) {
        let rope = Rope::from_str(&text);
        let at = floor(&text, at);
        for encoding in ENCODINGS {
            let position = to_position(&rope, at, encoding);
            prop_assert_eq!(position, counted(&text, at, encoding));
            // Between CR and LF there is no place: it is the end of the line before both.
            let inside_break = text[..at].ends_with('\r') && text[at..].starts_with('\n');
            let expected = if inside_break { at - 1 } else { at };
            prop_assert_eq!(to_offset(&rope, position, encoding), expected);
        }
    }

    #[test]
    fn wild_positions_are_clamped(text in text(), line in 0u32..2000, column in any::<u32>()) {
        let rope = Rope::from_str(&text);
        for encoding in ENCODINGS {
            let offset = to_offset(&rope, LineColumn { line, column }, encoding);
            prop_assert!(text.is_char_boundary(offset));
            prop_assert!(to_position(&rope, offset, encoding).line <= line);
        }
    }
}
