//! A reader of markup that is good for one thing: to go from one tag to the next without being misled by comments,
//! quotes and expressions.

use super::{Block, Found};
use memchr::memmem;

/// The maximum number of missing ends before the reader gives up, which is reported as a place that cannot be parsed.
/// Each search for one may go to the end of the text, and a text that is only half written misses one or two.
const MOST_MISSING_ENDS: u32 = 16;

/// A start tag.
#[derive(Debug, PartialEq, Eq)]
pub struct StartTag<'a> {
    /// Its name, as it is written.
    pub name: &'a str,
    /// Names and values of its attributes; expressions in braces are not values.
    pub attributes: Vec<(&'a str, &'a str)>,
    /// True when it ends with `/>` and has no content.
    pub closed: bool,
    /// The byte after it.
    pub end: usize,
}

impl<'a> StartTag<'a> {
    /// The value of an attribute; of one without a value, the empty text.
    pub fn attribute(&self, name: &str) -> Option<&'a str> {
        self.attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
    }
}

/// The reader.
pub struct Reader<'a> {
    text: &'a str,
    /// True when code is in braces, also in tags: `{#if a < b}`, `on:click={() => a > b}`.
    braces: bool,
    /// True when code is in double braces: `{{ a < b }}`.
    mustaches: bool,
    missing: u32,
    /// The place where it gave up.
    gave_up: Option<usize>,
}

impl<'a> Reader<'a> {
    /// A reader of markup with code in braces.
    pub fn with_braces(text: &'a str) -> Self {
        Self { text, braces: true, mustaches: false, missing: 0, gave_up: None }
    }

    /// A reader of markup with code in double braces.
    pub fn with_mustaches(text: &'a str) -> Self {
        Self { text, braces: false, mustaches: true, missing: 0, gave_up: None }
    }

    /// The next start tag from the byte `at` on.
    pub fn tag(&mut self, mut at: usize) -> Option<StartTag<'a>> {
        loop {
            at = self.markup(at)?;
            match self.start_tag(at) {
                Some(tag) => return Some(tag),
                None => at += 1,
            }
        }
    }

    /// Returns the contents between a start tag and the next end tag of its name, whatever they are, and the byte after
    /// that.
    pub fn raw(&mut self, tag: &StartTag<'a>) -> Option<(&'a str, usize)> {
        let (start, end) = self.end_tag(tag.end, tag.name)?;
        Some((&self.text[tag.end..start], end))
    }

    /// The byte after the end tag of an element that is markup, and may hold others of its name.
    pub fn behind(&mut self, tag: &StartTag<'a>) -> Option<usize> {
        let mut at = tag.end;
        let mut depth = 1;
        while let Some(next) = self.markup(at) {
            at = next + 1;
            if let Some(end) = self.is_end_tag(next, tag.name) {
                depth -= 1;
                if depth == 0 {
                    return Some(end);
                }
                at = end;
            } else if let Some(inner) = self.start_tag(next) {
                depth += u32::from(inner.name == tag.name && !inner.closed);
                at = inner.end;
            }
        }
        self.missing += 1;
        None
    }

    /// The next `<` from the byte `at` on outside of comments and expressions.
    fn markup(&mut self, mut at: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        loop {
            self.goes_on(at)?;
            let code = self.braces || self.mustaches;
            at += if code { memchr::memchr2(b'<', b'{', &bytes[at..])? } else { memchr::memchr(b'<', &bytes[at..])? };
            if bytes[at..].starts_with(b"<!--") {
                at = at + 4 + memmem::find(&bytes[at + 4..], b"-->")? + 3;
            } else if bytes[at] == b'<' {
                return Some(at);
            } else {
                at = self.expression(at).unwrap_or(at + 1);
            }
        }
    }

    /// The byte after the expression whose brace is at `at`.
    fn expression(&mut self, at: usize) -> Option<usize> {
        let rest = &self.text.as_bytes()[at..];
        let end = if self.mustaches {
            if !rest.starts_with(b"{{") {
                return None;
            }
            memmem::find(rest, b"}}").map(|length| at + length + 2)
        } else {
            end_of_code(self.text.as_bytes(), at + 1).map(|brace| brace + 1)
        };
        self.missing += u32::from(end.is_none());
        end
    }

    /// The start tag at the byte `at`.
    fn start_tag(&mut self, at: usize) -> Option<StartTag<'a>> {
        let bytes = self.text.as_bytes();
        if !bytes.get(at + 1)?.is_ascii_alphabetic() {
            return None;
        }
        let mut here = self.word(at + 1, b"/>");
        let mut tag = StartTag { name: &self.text[at + 1..here], attributes: Vec::new(), closed: false, end: 0 };
        loop {
            here = self.blanks(here);
            match bytes.get(here) {
                None => {
                    self.missing += 1;
                    return None;
                }
                Some(b'>') => {
                    tag.end = here + 1;
                    return Some(tag);
                }
                Some(b'/') => {
                    tag.closed = bytes.get(here + 1) == Some(&b'>');
                    here += 1;
                }
                Some(b'{') if self.braces => here = self.expression(here).unwrap_or(here + 1),
                Some(_) => {
                    // `=` may begin a name, as HTML has it.
                    let end = self.word(here + 1, b"/>=");
                    let name = &self.text[here..end];
                    here = self.blanks(end);
                    let mut value = "";
                    if bytes.get(here) == Some(&b'=') {
                        (value, here) = self.value(self.blanks(here + 1))?;
                    }
                    tag.attributes.push((name, value));
                }
            }
        }
    }

    /// The value of an attribute, and the byte after it.
    fn value(&mut self, at: usize) -> Option<(&'a str, usize)> {
        let bytes = self.text.as_bytes();
        match bytes.get(at)? {
            quote @ (b'"' | b'\'') => match memchr::memchr(*quote, &bytes[at + 1..]) {
                Some(length) => Some((&self.text[at + 1..at + 1 + length], at + length + 2)),
                None => {
                    self.missing += 1;
                    None
                }
            },
            b'{' if self.braces => Some(("", self.expression(at).unwrap_or(at + 1))),
            _ => {
                let end = self.word(at, b">");
                Some((&self.text[at..end], end))
            }
        }
    }

    /// Returns whether it has not given up by the byte `at`.
    fn goes_on(&mut self, at: usize) -> Option<()> {
        if self.missing <= MOST_MISSING_ENDS {
            return Some(());
        }
        self.gave_up.get_or_insert(at);
        None
    }

    /// Returns the blocks that it found, and the place where it gave up.
    pub fn found(self, blocks: Vec<Block>) -> Found {
        Found { blocks, gave_up: self.gave_up }
    }

    /// The end tag of this name from the byte `at` on: where it begins, and the byte after it.
    fn end_tag(&mut self, at: usize, name: &str) -> Option<(usize, usize)> {
        self.goes_on(at)?;
        let found = memmem::find_iter(&self.text.as_bytes()[at..], b"</")
            .find_map(|length| Some((at + length, self.is_end_tag(at + length, name)?)));
        self.missing += u32::from(found.is_none());
        found
    }

    /// The byte after the end tag of this name, if one is at `at`.
    fn is_end_tag(&self, at: usize, name: &str) -> Option<usize> {
        let rest = self.text.as_bytes()[at..].strip_prefix(b"</")?;
        let after = rest.get(name.len()..)?;
        let is_it = rest[..name.len()].eq_ignore_ascii_case(name.as_bytes())
            && after.first().is_some_and(|b| b.is_ascii_whitespace() || matches!(b, b'>' | b'/'));
        is_it.then(|| memchr::memchr(b'>', after))?.map(|length| at + 2 + name.len() + length + 1)
    }

    /// The end of a word that begins before the byte `at`: at a blank, or at one of `ends`.
    fn word(&self, at: usize, ends: &[u8]) -> usize {
        let rest = &self.text.as_bytes()[at..];
        at + rest.iter().position(|b| b.is_ascii_whitespace() || ends.contains(b)).unwrap_or(rest.len())
    }

    fn blanks(&self, at: usize) -> usize {
        let rest = &self.text.as_bytes()[at..];
        at + rest.iter().position(|b| !b.is_ascii_whitespace()).unwrap_or(rest.len())
    }
}

/// The closing brace of code that begins at the byte `at`; strings and comments are skipped.
fn end_of_code(code: &[u8], mut at: usize) -> Option<usize> {
    /// An open bracket: a brace, or a template.
    #[derive(PartialEq)]
    enum Open {
        Brace,
        Template,
    }
    let mut open = vec![Open::Brace];
    loop {
        let in_template = open.last() == Some(&Open::Template);
        let rest = code.get(at..)?;
        match rest.first()? {
            b'\\' => at += 1,
            b'`' if in_template => drop(open.pop()),
            b'$' if in_template && rest.starts_with(b"${") => {
                open.push(Open::Brace);
                at += 1;
            }
            _ if in_template => {}
            b'`' => open.push(Open::Template),
            b'{' => open.push(Open::Brace),
            b'}' => {
                open.pop();
                if open.is_empty() {
                    return Some(at);
                }
            }
            quote @ (b'\'' | b'"') => at += length_of_text(rest, *quote),
            b'/' if rest.starts_with(b"/*") => at += 2 + memmem::find(&rest[2..], b"*/")? + 1,
            b'/' if rest.starts_with(b"//") => at += memchr::memchr(b'\n', rest)?,
            _ => {}
        }
        at += 1;
    }
}

/// The length of the text that begins `rest`, without its last quote. A quote without another one on its line belongs
/// to no text: to a regular expression, for instance.
fn length_of_text(rest: &[u8], quote: u8) -> usize {
    let mut at = 1;
    loop {
        match rest.get(at) {
            Some(b) if *b == quote => return at,
            Some(b'\\') => at += 2,
            None | Some(b'\n' | b'\r') => return 0,
            Some(_) => at += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names<'a>(reader: &mut Reader<'a>) -> Vec<&'a str> {
        let mut at = 0;
        let mut names = Vec::new();
        while let Some(tag) = reader.tag(at) {
            at = tag.end;
            names.push(tag.name);
        }
        names
    }

    #[test]
    fn attributes_of_all_kinds() {
        let text = "<a-b lang=ts setup generic=\"T extends Map<string, 'x'>\"\n  x = 'y' :z='\"' @w/ = >";
        let tag = Reader::with_mustaches(text).tag(0).unwrap();
        assert_eq!((tag.name, tag.closed, tag.end), ("a-b", false, text.len()));
        for (name, value) in [("lang", "ts"), ("setup", ""), ("x", "y"), (":z", "\"")] {
            assert_eq!(tag.attribute(name), Some(value), "{name}");
        }
        assert_eq!(tag.attribute("y"), None);
        assert!(Reader::with_braces("<a b/>").tag(0).unwrap().closed);
    }

    #[test]
    fn code_comments_and_quotes_hold_no_tags() {
        let text =
            "<!-- <a> --> {'<a>'} {`${\"<a>\"}`} {/* } <a> */ x} <b c={() => '}' > 1} {...d} e=\"<a>\"> {a < b} <c>";
        assert_eq!(names(&mut Reader::with_braces(text)), ["b", "c"]);
        assert_eq!(names(&mut Reader::with_mustaches("{{ '<a>' }} { <b> <1 < c <d e=\"<a>\">")), ["b", "d"]);
        // A quote in a regular expression begins no text.
        assert_eq!(names(&mut Reader::with_braces("{a.replace(/'/, b)}\n<c> '")), ["c"]);
    }

    #[test]
    fn ends_are_found_by_name_and_depth() {
        let text = "<t><t/><t>{{ '</t>' }}</t><!-- </t> --><x y='</t>'></x></t >.";
        let mut reader = Reader::with_mustaches(text);
        let tag = reader.tag(0).unwrap();
        assert_eq!(reader.behind(&tag), Some(text.len() - 1));
        let mut reader = Reader::with_mustaches("<s>'</ss>' </S\n>.");
        let tag = reader.tag(0).unwrap();
        assert_eq!(reader.raw(&tag), Some(("'</ss>' ", 16)));
    }

    #[test]
    fn hostile_texts_end() {
        for piece in ["<a", "<a b='", "<a>", "{", "{{", "<!--", "<a \"", "`{", "<template>"] {
            let text = piece.repeat(20_000);
            for mut reader in [Reader::with_braces(&text), Reader::with_mustaches(&text)] {
                let mut at = 0;
                while let Some(tag) = reader.tag(at) {
                    at = reader.raw(&tag).map(|(_, end)| end).or_else(|| reader.behind(&tag)).unwrap_or(tag.end);
                }
            }
        }
    }
}
