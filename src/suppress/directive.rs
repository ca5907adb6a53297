//! Reading directives out of comments.

use crate::facts::Comment;
use crate::rules::Selector;
use crate::text::TextRange;
use convert_case::{Case, Casing};

/// The prefix of every directive.
const PREFIX: &str = "customerio-";

/// The effect of a directive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DirectiveKind {
    /// `customerio-disable-next-line`
    NextLine,
    /// `customerio-disable-line`
    Line,
    /// `customerio-disable`
    Disable,
    /// `customerio-enable`
    Enable,
}

impl DirectiveKind {
    /// The words that start directives. Longer ones first: one is the beginning of the others.
    pub const WORDS: [(&'static str, Self); 4] = [
        ("customerio-disable-next-line", Self::NextLine),
        ("customerio-disable-line", Self::Line),
        ("customerio-disable", Self::Disable),
        ("customerio-enable", Self::Enable),
    ];

    /// Returns the reason why the directive has no effect, for all rules or for these.
    pub(super) fn nothing(self, names: Option<&[&str]>) -> String {
        let names: Vec<String> = names.unwrap_or_default().iter().map(|name| format!("`{name}`")).collect();
        match (self, names.as_slice()) {
            (Self::Enable, []) => "no comment above disables anything".to_owned(),
            (Self::Enable, [one]) => format!("no comment above disables {one}"),
            (Self::Enable, many) => format!("no comment above disables {}", many.join(" or ")),
            (_, []) => "there is nothing to suppress here".to_owned(),
            (_, many) => format!("there is no finding of {} here", many.join(" or ")),
        }
    }
}

/// A rule's name in a directive; possibly one that no rule has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DirectiveName {
    /// As it is written.
    pub text: String,
    /// The place, in bytes of the file.
    pub range: TextRange,
}

/// A comment's order to suppress findings, or to stop doing so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Directive {
    /// The effect.
    pub kind: DirectiveKind,
    /// The rules it is about; none means all.
    pub names: Vec<DirectiveName>,
    /// The text after `--`.
    pub reason: Option<String>,
    /// From its first word to the end of its names, in bytes of the file.
    pub range: TextRange,
    /// Index of its comment.
    pub comment: usize,
}

/// A word at the place of a directive that is not one, but was meant as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// As it is written, `customerio-` included.
    pub word: String,
    /// The place, in bytes of the file.
    pub range: TextRange,
    /// The directive that is meant.
    pub meant: &'static str,
    /// True where the word does not say how far it reaches: `customerio-ignore`.
    pub is_bare: bool,
    /// Index of its comment.
    pub comment: usize,
}

/// The words in `comments` that were meant as directives and are not.
pub fn unknown(comments: &[Comment]) -> Vec<Unknown> {
    let mut out = Vec::new();
    for (index, comment) in comments.iter().enumerate() {
        let (from, to) = inside(&comment.text);
        for at in line_starts(&comment.text[from..to]).map(|at| from + at) {
            if let Some((begin, word, Meant { directive: meant, is_bare })) = misspelled(&comment.text, at, to) {
                let begin = comment.range.start() + begin;
                let range = TextRange::new(begin, begin + word.len());
                out.push(Unknown { word: word.to_owned(), range, meant, is_bare, comment: index });
            }
        }
    }
    out
}

/// A directive that a word stands for.
struct Meant {
    directive: &'static str,
    /// True where the word does not say how far it reaches.
    is_bare: bool,
}

/// The word at the beginning of the line at `at` that was meant as a directive, and which one.
fn misspelled(text: &str, at: usize, to: usize) -> Option<(usize, &str, Meant)> {
    let (begin, line) = first_word(text, at, to);
    let line = line.strip_prefix('@').unwrap_or(line);
    let begin = begin + usize::from(text[begin..].starts_with('@'));
    let after = line.strip_prefix(PREFIX)?;
    let length = after.find(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_')).unwrap_or(after.len());
    // `--` begins the reason.
    let length = after[..length].find("--").unwrap_or(length);
    let (rest, following) = after.split_at(length);
    if start(text, at, to).is_some() {
        return None;
    }
    let rest = rest.to_case(Case::Kebab);
    let rest = ["ls-", "lint-", "node-"].iter().find_map(|tool| rest.strip_prefix(tool)).unwrap_or(&rest);
    let names = following.trim_start_matches([' ', '\t', ':']);
    let named = names.split([',', ' ', '\t', '\r', '\n']).next().is_some_and(|name| Selector::find(name).is_some());
    let meant = meant(rest, named)?;
    Some((begin, &text[begin..begin + PREFIX.len() + length], meant))
}

/// Returns the directive that a word after `customerio-` stands for: other tools ignore, suppress and skip, and words
/// are misspelled. Words that a sentence may begin with (`customerio-enabled tenants`) count only in front of the name
/// of a rule.
fn meant(rest: &str, named: bool) -> Option<Meant> {
    const OFF: [&str; 10] =
        ["disable", "ignore", "suppress", "skip", "off", "silence", "mute", "nolint", "allow", "expect-error"];
    const ON: [&str; 4] = ["enable", "on", "restore", "unignore"];
    const NEXT: [&str; 4] = ["-next-line", "-next", "-nextline", "-line-below"];
    const LINE: [&str; 3] = ["-line", "-this-line", "-same-line"];
    const ALL: [&str; 4] = ["", "-file", "-all", "-block"];
    /// The similarity of a misspelled word to the intended one.
    const ALIKE: f64 = 0.8;
    let off = |ends: &'static [&str], kind: &'static str| {
        OFF.iter().flat_map(move |verb| ends.iter().map(move |end| (format!("{verb}{end}"), kind)))
    };
    let words = off(&NEXT, "customerio-disable-next-line")
        .chain(off(&LINE, "customerio-disable-line"))
        .chain(off(&ALL, "customerio-disable"))
        .chain(ON.iter().map(|verb| ((*verb).to_owned(), "customerio-enable")));
    let sentence = OFF.iter().chain(&ON).any(|verb| {
        let stem = verb.strip_suffix('e').unwrap_or(verb);
        ["d", "ed", "s", "es", "ing", "r", "er"].iter().any(|end| {
            rest == format!("{verb}{end}") || rest == format!("{stem}{end}") || rest == format!("{verb}p{end}")
        })
    });
    if sentence && !named {
        return None;
    }
    let likeness = |word: &str| strsim::normalized_damerau_levenshtein(rest, word);
    let alike = words.map(|(word, directive)| {
        let meant = Meant { directive, is_bare: OFF.contains(&word.as_str()) };
        (likeness(&word), meant)
    });
    let (best, meant) = alike.max_by(|a, b| a.0.total_cmp(&b.0))?;
    // `customerio-on-call` and its kin are words of other people.
    let exact = best >= 1.0 && (rest.len() > 3 || named);
    (exact || (best >= ALIKE && rest.len() > 4)).then_some(meant)
}

/// The directives in `comments`, in their order. A directive begins a comment, or a line of a block comment (after the
/// line's `*`), and goes on to the next directive or to the end of the comment.
pub fn directives(comments: &[Comment]) -> Vec<Directive> {
    let mut out = Vec::new();
    for (index, comment) in comments.iter().enumerate() {
        let (from, to) = inside(&comment.text);
        let starts: Vec<(usize, usize, DirectiveKind)> =
            line_starts(&comment.text[from..to]).filter_map(|at| start(&comment.text, from + at, to)).collect();
        for (at, &(begin, word_end, kind)) in starts.iter().enumerate() {
            let end = starts.get(at + 1).map_or(to, |next| next.0);
            let offset = comment.range.start();
            let range = |start: usize, end: usize| TextRange::new(offset + start, offset + end);
            let text = &comment.text[word_end..end];
            let mark = reason_mark(text);
            let limit = mark.map_or(text.len(), |mark| mark.0);
            let list = list_end(&text[..limit]);
            let names = names(&text[..list])
                .map(|(start, end, text)| DirectiveName { text, range: range(word_end + start, word_end + end) })
                .collect();
            // A reason follows the list, perhaps on the next line; `--` in prose further down does not start one.
            let mark = if text[list..limit].chars().all(is_blank) { mark } else { None };
            let reason = mark.map(|mark| one_line(&text[mark.1..])).filter(|reason| !reason.is_empty());
            let end = if mark.is_some() { end } else { word_end + list };
            let trimmed = comment.text[begin..end].trim_end_matches(is_blank).len();
            out.push(Directive { kind, names, reason, range: range(begin, begin + trimmed), comment: index });
        }
    }
    out
}

/// The directive that a text begins with, and the text after its word.
pub fn first_directive(text: &str) -> Option<(DirectiveKind, &str)> {
    let (_, end, kind) = start(text, 0, text.len())?;
    Some((kind, &text[end..]))
}

/// The bytes between the markers.
fn inside(text: &str) -> (usize, usize) {
    match text.get(..2) {
        Some("//") => (2, text.len()),
        Some("/*") if text.ends_with("*/") && text.len() >= 4 => (2, text.len() - 2),
        Some("/*") => (2, text.len()),
        // In the text of a document.
        Some("<!") if text.starts_with("<!--") && text.ends_with("-->") && text.len() >= 7 => (4, text.len() - 3),
        _ => (0, 0),
    }
}

/// Offsets at which lines begin; lines end at LF, CRLF and CR.
fn line_starts(text: &str) -> impl Iterator<Item = usize> {
    std::iter::once(0).chain(text.char_indices().filter(|&(_, c)| c == '\n' || c == '\r').map(|(at, _)| at + 1))
}

/// The directive that begins on the line at `at`: the range of its word, and its effect.
fn start(text: &str, at: usize, to: usize) -> Option<(usize, usize, DirectiveKind)> {
    let (begin, word) = first_word(text, at, to);
    let (name, kind) = *DirectiveKind::WORDS.iter().find(|(name, _)| word.starts_with(name))?;
    let next = word[name.len()..].chars().next();
    // `customerio-disabled` is another word.
    let ends =
        next.is_none_or(|c| !(c.is_alphanumeric() || c == '-' || c == '_')) || word[name.len()..].starts_with("--");
    ends.then_some((begin, begin + name.len(), kind))
}

/// The beginning of the first word of the line at `at`, and the text from there on.
fn first_word(text: &str, at: usize, to: usize) -> (usize, &str) {
    let line = &text[at..to];
    let decoration =
        |c: char| matches!(c, ' ' | '\t' | '*' | '/' | '!') || (c.is_whitespace() && c != '\n' && c != '\r');
    let word = line.trim_start_matches(decoration);
    (at + line.len() - word.len(), word)
}

/// White space, and the `*` that begins the lines of a block comment.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '*'
}

/// The end of a list of names: the end of its line, unless a comma continues it, or its line is empty and the next one
/// looks like names. The rest of a block comment is prose.
fn list_end(text: &str) -> usize {
    let mut end = 0;
    let mut goes_on = true;
    for line in text.split_inclusive(['\n', '\r']) {
        let words = line.trim_matches(is_blank);
        let looks_like_names = words.split(',').all(|name| !name.trim().contains(char::is_whitespace));
        let first = end == 0;
        if words.is_empty() && goes_on || first || words.starts_with(',') || (goes_on && looks_like_names) {
            end += line.len();
            goes_on = words.is_empty() && (first || goes_on) || words.ends_with(',');
        } else {
            break;
        }
    }
    end
}

/// The range of the `--` before the reason.
fn reason_mark(text: &str) -> Option<(usize, usize)> {
    let mut from = 0;
    while let Some(at) = text[from..].find("--").map(|at| from + at) {
        let before = text[..at].chars().next_back();
        let end = at + text[at..].bytes().take_while(|&b| b == b'-').count();
        // A rule's name may hold single dashes only, so a pair beside a word is meant as the mark as well.
        if before.is_none_or(|c| c.is_whitespace()) || text[end..].starts_with(char::is_whitespace) {
            return Some((at, end));
        }
        from = end;
    }
    None
}

/// The comma-separated names in `text`, with their offsets. A line break and the `*` of a block comment are blanks.
fn names(text: &str) -> impl Iterator<Item = (usize, usize, String)> {
    let mut at = 0;
    text.split(',').filter_map(move |part| {
        let begin = at;
        at += part.len() + 1;
        let blank = |c: char| is_blank(c) || c == ':';
        let name = part.trim_matches(blank);
        let start = begin + part.len() - part.trim_start_matches(blank).len();
        (!name.is_empty()).then(|| (start, start + name.len(), one_line(name)))
    })
}

/// The words of `text` on one line.
fn one_line(text: &str) -> String {
    text.split_whitespace().filter(|word| *word != "*").collect::<Vec<_>>().join(" ")
}
