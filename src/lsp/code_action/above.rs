//! Comments above a line that speak about it to other tools. One of ours between them and their line would cut them
//! off.

use crate::source::Source;
use crate::source::{CommentPlace, comment_place};
use ropey::Rope;

/// The first line of the comments right above `line` of which a tool takes the first for one about the next line;
/// `line` itself where there is none.
pub fn top_of_directives(source: &Source, line: usize) -> usize {
    let (mut top, mut at) = (line, line);
    while let Some((start, text)) = comment_above(&source.rope, at) {
        let indented = source.rope.line_to_byte(start) + indentation(&source.rope, start);
        if comment_place(source, indented) == CommentPlace::Verbatim {
            break;
        }
        at = start;
        if is_about_next_line(&text) {
            top = start;
        }
    }
    top
}

fn indentation(rope: &Rope, line: usize) -> usize {
    rope.line(line).chars().take_while(|char| matches!(char, ' ' | '\t')).count()
}

/// The comment that has the lines right above `line` to itself: its first line, and its text.
fn comment_above(rope: &Rope, line: usize) -> Option<(usize, String)> {
    let last = line.checked_sub(1)?;
    let text = rope.line(last).to_string();
    let text = text.trim();
    if let Some(said) = text.strip_prefix("//") {
        return Some((last, said.to_owned()));
    }
    // In JSX it is in braces.
    let (end, open) = match text.strip_suffix('}') {
        Some(inside) => (inside.trim_end(), true),
        None => (text, false),
    };
    let mut said = end.strip_suffix("*/")?.to_owned();
    let mut start = last;
    loop {
        let line = said.trim_start();
        let line = if open { line.strip_prefix('{').map_or(line, str::trim_start) } else { line };
        if let Some(begin) = line.find("/*") {
            // Code before it, or another comment.
            return (begin == 0 && !line.contains("*/")).then(|| (start, line[2..].to_owned()));
        }
        start = start.checked_sub(1).filter(|start| last - start < LONGEST)?;
        said = format!("{}{said}", rope.line(start));
    }
}

/// The maximum number of lines of a comment that is not prose.
const LONGEST: usize = 20;

/// Returns whether a tool reads a comment with this text as being about the next line.
fn is_about_next_line(said: &str) -> bool {
    let mut words =
        said.split(|char: char| char.is_whitespace() || char == '*' || char == '!').filter(|word| !word.is_empty());
    let first = words.next().unwrap_or_default();
    let name = first.split(['[', '(']).next().unwrap_or_default();
    if name.starts_with("customerio-") {
        return false;
    }
    let second = words.next().unwrap_or_default();
    match name.trim_end_matches(':') {
        "c8" | "v8" | "istanbul" | "node:coverage" | "webdriverio" => {
            second == "ignore" && !matches!(words.next(), None | Some("start" | "stop" | "file"))
        }
        "@ts-expect-error" | "@ts-ignore" | "NOLINTNEXTLINE" | "noinspection" | "$FlowFixMe" | "$FlowIgnore"
        | "$FlowExpectedError" | "nosemgrep" => true,
        // `prettier-ignore`, `biome-ignore`, and what is called like them.
        name => name.ends_with("-ignore") || first.contains("-next-line") || second.contains("disable-next-line"),
    }
}
