//! The layout of code, and the form that new code needs beside it.

use crate::text::TextRange;

/// The white space before the code at `at` on its line.
pub fn indentation(text: &str, at: usize) -> String {
    let line = text[..at].rsplit(['\n', '\r']).next().unwrap_or_default();
    line.chars().take_while(|c| c.is_whitespace()).collect()
}

/// The white space by which a file goes one level further in: the indentation of its first indented line.
pub fn level(text: &str) -> String {
    const USUAL: &str = "  ";
    let spaces = |line: &str| line.len() - line.trim_start_matches(' ').len();
    for line in text.lines() {
        if line.starts_with('\t') {
            return "\t".to_owned();
        }
        // One space stands before the lines of a comment.
        if let count @ 2..=8 = spaces(line)
            && !line.trim().is_empty()
        {
            return " ".repeat(count);
        }
    }
    USUAL.to_owned()
}

/// Code one level further in; `None` where a text over several lines would change with it.
pub fn further_in(code: &str, level: &str) -> Option<String> {
    let mut lines = code.split('\n');
    let mut moved = lines.next()?.to_owned();
    for line in lines {
        moved.push('\n');
        if !line.trim().is_empty() {
            moved.push_str(level);
        }
        moved.push_str(line);
    }
    (!spans_lines(code)).then_some(moved)
}

/// Returns whether a template literal may go over several lines of a piece of code.
pub fn spans_lines(code: &str) -> bool {
    code.contains('`') && code.contains('\n')
}

/// The end of the line, where nothing but a comment follows; `at` itself elsewhere.
pub fn end_of_line(text: &str, at: usize) -> usize {
    let rest = text[at..].split(['\n', '\r']).next().unwrap_or_default();
    let blank = rest.trim().is_empty() || rest.trim_start().starts_with("//");
    if blank { at + rest.trim_end().len() } else { at }
}

/// Returns the terminator of statements in a file.
pub fn semicolon(text: &str) -> &'static str {
    if text.lines().any(|line| line.trim_end().ends_with(';')) { ";" } else { "" }
}

/// Code with two spaces a level, semicolons and double quotes, as it would be written in a file. No line of it may hold
/// a single quote.
pub fn adapted(code: &str, text: &str) -> String {
    const LEVEL: &str = "  ";
    let (level, end, quote) = (level(text), semicolon(text), quote(text).to_string());
    let line = |line: &str| {
        let inner = line.trim_start_matches(LEVEL);
        let levels = (line.len() - inner.len()) / LEVEL.len();
        let inner = inner.strip_suffix(';').map_or_else(|| inner.to_owned(), |inner| format!("{inner}{end}"));
        format!("{}{}", level.repeat(levels), inner.replace('"', &quote))
    };
    code.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// The lines of a statement that has them to itself, with the empty one after them where a block begins before them.
pub fn whole_lines(text: &str, statement: TextRange) -> TextRange {
    let start = text[..statement.start()].rfind('\n').map_or(0, |at| at + 1);
    let next = |from: usize| text[from..].find('\n').map_or(text.len(), |at| from + at + 1);
    let end = next(statement.end());
    let opens = text[..start].trim_end().ends_with('{');
    let is_blank = end < text.len() && text[end..next(end)].trim().is_empty();
    TextRange::new(start, if opens && is_blank { next(end) } else { end })
}

/// The quotes that a file mostly uses.
pub fn quote(text: &str) -> char {
    if text.matches('\'').count() > text.matches('"').count() { '\'' } else { '"' }
}

/// Returns whether a name occurs in a text as a word of its own.
pub fn has_word(text: &str, word: &str) -> bool {
    let part_of_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$');
    text.match_indices(word).any(|(at, _)| {
        let (before, after) = (text[..at].chars().next_back(), text[at + word.len()..].chars().next());
        !before.is_some_and(part_of_name) && !after.is_some_and(part_of_name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_by_themselves() {
        assert!(has_word("a(await b)", "await"));
        assert!(!has_word("awaited, $await, await_", "await"));
    }

    #[test]
    fn code_is_written_as_the_file_is() {
        let file = "f(() => {\n    g('a')\n})\n";
        assert_eq!(adapted("h(() => {\n  i(\"b\");\n});", file), "h(() => {\n    i('b')\n})");
    }

    #[test]
    fn one_level_further_in() {
        assert_eq!(level("/**\n * a\n */\nf(() => {\n    g();\n});\n"), "    ");
        assert_eq!(level("f(() => {\n\tg();\n});\n"), "\t");
        assert_eq!(further_in("f(\n  a,\n\n);", "  ").as_deref(), Some("f(\n    a,\n\n  );"));
        assert_eq!(further_in("f(`\n  a`);", "  "), None);
    }
}
