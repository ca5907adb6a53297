//! The verdicts of a document on its code: that it is wrong, as an example of how not to do it.

use crate::text::TextRange;

/// The verdict of a heading, of the line above a block, or of a comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// The code is wrong: "Bad", "❌", "Before", "Don't do this".
    Wrong,
    /// The code is right: "Good", "✅", "After".
    Right,
}

/// Signs that stand anywhere in a label.
const WRONG_SIGNS: [char; 9] = ['❌', '✗', '✘', '✖', '🚫', '⛔', '👎', '🙅', '❎'];
const RIGHT_SIGNS: [char; 5] = ['✅', '✓', '✔', '👍', '🟢'];
/// Words that are a label by themselves, or with a word of [`KINDS`].
const WRONG: [&str; 17] = [
    "bad",
    "wrong",
    "incorrect",
    "invalid",
    "before",
    "anti-pattern",
    "antipattern",
    "avoid",
    "don't",
    "dont",
    "do not",
    "never",
    "broken",
    "not ok",
    "buggy",
    "mistake",
    "old",
];
const RIGHT: [&str; 12] =
    ["good", "right", "correct", "valid", "after", "do", "better", "fixed", "ok", "prefer", "new", "recommended"];
const KINDS: [&str; 14] = [
    "example", "examples", "code", "way", "usage", "use", "pattern", "practice", "approach", "version", "idea", "this",
    "do this", "these",
];

impl Label {
    /// Of a heading, of a line of text, or of what a comment says. A sentence is no label.
    pub fn of(text: &str) -> Option<Self> {
        if text.contains(WRONG_SIGNS) {
            return Some(Self::Wrong);
        }
        if text.contains(RIGHT_SIGNS) {
            return Some(Self::Right);
        }
        // A label is short.
        if text.len() > 60 {
            return None;
        }
        let text = text.to_lowercase().replace('’', "'");
        let text = text.trim_matches(|c: char| !c.is_alphanumeric());
        // "Bad: it is in milliseconds", "Wrong (throws)"
        let end = text.find([':', '(', ',', '.', '!']).or_else(|| text.find(" - ")).or_else(|| text.find(" – "));
        let head = text[..end.unwrap_or(text.len())].trim_matches(|c: char| !c.is_alphanumeric());
        let is_one_of = |words: &[&str]| {
            words.iter().any(|word| {
                head.strip_prefix(word)
                    .is_some_and(|rest| rest.is_empty() || KINDS.contains(&rest.trim_start()) && rest.starts_with(' '))
            })
        };
        if is_one_of(&WRONG) {
            return Some(Self::Wrong);
        }
        is_one_of(&RIGHT).then_some(Self::Right)
    }
}

/// The labels that hold for the next block.
#[derive(Debug, Default)]
pub struct Marks {
    heading: Option<Label>,
    above: Option<Label>,
}

impl Marks {
    /// Takes in a line of text.
    pub fn line(&mut self, line: &str) {
        if line.starts_with('#') {
            self.heading = Label::of(line);
            self.above = None;
        } else if !line.is_empty() {
            self.above = Label::of(line);
        }
    }

    /// Returns whether the block that begins now is wrong. What stands right above a block is about that block alone.
    pub fn take(&mut self) -> bool {
        self.above.take().or(self.heading) == Some(Label::Wrong)
    }
}

/// The places in a block that its comments say are wrong: from a comment on a line of its own to the next one that
/// says otherwise, and lines that end in such a comment. `base` is where the code begins.
pub fn wrong_lines(code: &str, base: usize) -> Vec<TextRange> {
    let mut wrong: Vec<TextRange> = Vec::new();
    let mut since = None;
    let mut at = base;
    for line in code.split_inclusive('\n') {
        let comment = line.find("//").map(|comment| (&line[..comment], &line[comment + 2..]));
        if let Some((before, text)) = comment
            && let Some(label) = Label::of(text.trim())
        {
            let is_alone = before.chars().all(|c| c.is_whitespace() || c == '>');
            match (is_alone, label) {
                (true, Label::Wrong) => since = since.or(Some(at)),
                (true, Label::Right) => wrong.extend(since.take().map(|since| TextRange::new(since, at))),
                (false, Label::Wrong) if since.is_none() => wrong.push(TextRange::new(at, at + line.len())),
                (false, _) => {}
            }
        }
        at += line.len();
    }
    wrong.extend(since.map(|since| TextRange::new(since, at)));
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels() {
        for text in [
            "### Invalid",
            "## ❌ Bad",
            "**Wrong:**",
            "Don't",
            "Don’t do this:",
            "Bad: milliseconds",
            "Wrong (throws)",
            "### Before",
            "Bad example",
            "Anti-pattern",
            "Do not use",
            "❌ `Date.now()` is in milliseconds",
            "Avoid this",
        ] {
            assert_eq!(Label::of(text), Some(Label::Wrong), "{text}");
        }
        for text in ["### Valid", "✅ Good", "**After:**", "Do this", "Correct usage", "Better:"] {
            assert_eq!(Label::of(text), Some(Label::Right), "{text}");
        }
        for text in [
            "Before you begin",
            "## Bad requests",
            "Don't forget to identify people first",
            "Invalid tokens are rejected.",
            "Never mind",
            "## Usage",
            "Old customers keep their id, as the table shows, whatever happens to the account",
        ] {
            assert_eq!(Label::of(text), None, "{text}");
        }
    }

    #[test]
    fn lines() {
        let wrong = |code: &str| -> Vec<String> {
            wrong_lines(code, 0).iter().map(|range| code[range.as_range()].to_owned()).collect()
        };
        assert_eq!(wrong("a();\n// ❌ Bad\nb();\n// ✅ Good\nc();\n"), ["// ❌ Bad\nb();\n"]);
        assert_eq!(wrong("// Wrong\nb();\n"), ["// Wrong\nb();\n"]);
        assert_eq!(wrong("a(); // ❌\nb();\n"), ["a(); // ❌\n"]);
        assert_eq!(wrong("// the id\na('https://x');\n"), [""; 0]);
    }
}
