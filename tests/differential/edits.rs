//! One random change of a text, as a client sends it.

use super::random::Random;
use super::texts::{LINES, TYPED, WORDS};
use customerio_ls::testing::text::Encoding;
use customerio_ls::testing::text::position::to_position;
use ropey::Rope;
use serde_json::{Value, json};
use std::ops::Range;

/// Texts do not grow beyond this.
const LONGEST: usize = 2_500;

/// Changes `text`; the content changes of the protocol, each of the text after the one before.
pub fn edit(text: &mut String, before: &[String], random: &mut Random) -> Vec<Value> {
    if text.len() > LONGEST {
        let half = boundary(text, text.len() / 2);
        return vec![replace(text, half..text.len(), "\n")];
    }
    match random.below(20) {
        0..=6 => {
            let at = place(text, random);
            let typed = *random.of(&TYPED).expect("some");
            vec![replace(text, at..at, typed)]
        }
        7..=9 => {
            let from = place(text, random);
            let to = boundary(text, (from + 1 + random.below(12)).min(text.len()));
            vec![replace(text, from.min(to)..to, "")]
        }
        10..=12 => {
            let at = line(text, random).start;
            let new = format!("{}\n", random.of(&LINES).expect("some"));
            vec![replace(text, at..at, &new)]
        }
        13 => {
            let whole = line(text, random);
            vec![replace(text, whole, "")]
        }
        14 => {
            // A line moves, by two changes of one message.
            let whole = line(text, random);
            let moved = text[whole.clone()].to_owned();
            let out = replace(text, whole, "");
            let at = line(text, random).start;
            vec![out, replace(text, at..at, &moved)]
        }
        15 | 16 => {
            let (old, new) = (*random.of(&WORDS).expect("some"), *random.of(&WORDS).expect("some"));
            let places: Vec<usize> = text.match_indices(old).map(|(at, _)| at).collect();
            places.into_iter().rev().map(|at| replace(text, at..at + old.len(), new)).collect()
        }
        17 => {
            // As many bytes, another number of lines.
            let blanks: Vec<usize> = text.match_indices([' ', '\n']).map(|(at, _)| at).collect();
            let Some(at) = random.of(&blanks).copied() else { return Vec::new() };
            let new = if text.as_bytes()[at] == b' ' { "\n" } else { " " };
            vec![replace(text, at..at + 1, new)]
        }
        18 => vec![replace(text, 0..0, random.of(&["\n", "// x\n", " ", "😀"]).expect("some"))],
        _ => match random.of(before) {
            // Undone, far back.
            Some(old) => {
                *text = old.clone();
                vec![json!({ "text": old })]
            }
            None => Vec::new(),
        },
    }
}

fn replace(text: &mut String, range: Range<usize>, new: &str) -> Value {
    let rope = Rope::from_str(text);
    let at = |offset| {
        let at = to_position(&rope, offset, Encoding::Utf16);
        json!({ "line": at.line, "character": at.column })
    };
    // Between `\r` and `\n` the protocol has no place.
    let inside = |at: usize| at > 0 && text.as_bytes()[at - 1] == b'\r' && text.as_bytes().get(at) == Some(&b'\n');
    let range = if inside(range.start) || inside(range.end) { 0..0 } else { range };
    let change = json!({ "range": { "start": at(range.start), "end": at(range.end) }, "text": new });
    text.replace_range(range, new);
    change
}

fn boundary(text: &str, at: usize) -> usize {
    (at..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

fn place(text: &str, random: &mut Random) -> usize {
    boundary(text, random.below(text.len() + 1))
}

/// A line with its end.
fn line(text: &str, random: &mut Random) -> Range<usize> {
    let starts: Vec<usize> = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
    let number = random.below(starts.len());
    starts[number]..starts.get(number + 1).copied().unwrap_or(text.len())
}
