//! The names and values of a dotenv file, as the npm package `dotenv` reads them. (Vite, Next.js and Nest read with
//! it.)
//!
//! The crates for this format substitute `$NAME` from the environment of this process, keep all values to do so, and do
//! not report the place of a name.

use crate::text::TextRange;

/// `NAME=value`
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Assignment<'a> {
    /// The name.
    pub name: &'a str,
    /// Bytes of the name.
    pub range: TextRange,
    /// Zero-based line of the name.
    pub line: u32,
    /// The assigned value, without its quotes and the white space around it; escapes are kept as written.
    pub value: &'a [u8],
}

/// The assignments of `text`, in order. Anything else is skipped.
pub fn assignments(text: &[u8]) -> impl Iterator<Item = Assignment<'_>> {
    let mut reader = Reader { text, at: 0, line: 0 };
    std::iter::from_fn(move || {
        while reader.at < text.len() {
            if let Some(assignment) = reader.line() {
                return Some(assignment);
            }
        }
        None
    })
}

/// Reads line by line; a quoted value may make a line of several.
struct Reader<'a> {
    text: &'a [u8],
    at: usize,
    line: u32,
}

impl<'a> Reader<'a> {
    /// Reads the line that begins here, up to the beginning of the next one.
    fn line(&mut self) -> Option<Assignment<'a>> {
        let line = self.line;
        let name = self.name();
        let value = name.and_then(|_| self.value());
        // To the beginning of the next line.
        self.at = self.line_end(self.at);
        if self.text.get(self.at..self.at + 2) == Some(b"\r\n") {
            self.at += 1;
        }
        self.at += 1;
        self.line += 1;
        let (name, start) = name?;
        Some(Assignment { name, range: TextRange::new(start, start + name.len()), line, value: value? })
    }

    fn name(&mut self) -> Option<(&'a str, usize)> {
        self.skip_blanks();
        if self.text[self.at..].starts_with(b"export") && self.text.get(self.at + 6).is_some_and(|b| is_blank(*b)) {
            self.at += 6;
            self.skip_blanks();
        }
        let start = self.at;
        while self.text.get(self.at).is_some_and(|&b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.' | b'-')) {
            self.at += 1;
        }
        let name = std::str::from_utf8(&self.text[start..self.at]).ok()?;
        (!name.is_empty()).then_some((name, start))
    }

    fn value(&mut self) -> Option<&'a [u8]> {
        let colon = self.text.get(self.at) == Some(&b':');
        if !colon {
            self.skip_blanks();
        }
        let separates = match self.text.get(self.at)? {
            b'=' => true,
            b':' => colon && self.text.get(self.at + 1).is_some_and(|b| is_blank(*b)),
            _ => false,
        };
        if !separates {
            return None;
        }
        self.at += 1;
        self.skip_blanks();
        if let Some(value) = self.quoted() {
            return Some(value);
        }
        let line = &self.text[self.at..self.line_end(self.at)];
        let comment = line.iter().position(|&b| b == b'#').unwrap_or(line.len());
        Some(line[..comment].trim_ascii())
    }

    /// The value in quotes that begins here, if one does: only a comment may follow on its last line.
    fn quoted(&mut self) -> Option<&'a [u8]> {
        let quote = *self.text.get(self.at).filter(|b| matches!(b, b'"' | b'\'' | b'`'))?;
        let start = self.at + 1;
        let mut end = start;
        while *self.text.get(end)? != quote {
            let escaped = self.text[end] == b'\\' && self.text.get(end + 1) == Some(&quote);
            end += if escaped { 2 } else { 1 };
        }
        let rest = &self.text[end + 1..self.line_end(end + 1)];
        if !matches!(rest.trim_ascii_start().first(), None | Some(b'#')) {
            return None;
        }
        let value = &self.text[start..end];
        self.line += line_breaks(value);
        self.at = end + 1;
        Some(value)
    }

    fn skip_blanks(&mut self) {
        while self.text.get(self.at).is_some_and(|b| is_blank(*b)) {
            self.at += 1;
        }
    }

    /// The end of the line that holds the byte `at`, without its line break.
    fn line_end(&self, at: usize) -> usize {
        self.text[at..].iter().position(|b| matches!(b, b'\n' | b'\r')).map_or(self.text.len(), |length| at + length)
    }
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t')
}

fn line_breaks(text: &[u8]) -> u32 {
    let alone = text.windows(2).filter(|pair| pair[0] == b'\r' && pair[1] != b'\n').count();
    let last = usize::from(text.last() == Some(&b'\r'));
    (text.iter().filter(|&&b| b == b'\n').count() + alone + last) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(&str, &str, u32)> {
        let read = assignments(text.as_bytes()).map(|a| {
            assert_eq!(&text[a.range.as_range()], a.name);
            (a.name, std::str::from_utf8(a.value).unwrap(), a.line)
        });
        read.collect()
    }

    #[test]
    fn values_of_all_kinds() {
        for (text, value) in [
            ("A=b", "b"),
            ("A = b c ", "b c"),
            ("  export A=b", "b"),
            ("A: b", "b"),
            ("A=", ""),
            ("A=b # c", "b"),
            ("A=b#c", "b"),
            ("A='b # c' # d", "b # c"),
            ("A=\"b\"", "b"),
            ("A=`b`", "b"),
            ("A=''", ""),
            ("A='b\\'c'", "b\\'c"),
            ("A=\"b", "\"b"),
            ("A='b' c", "'b' c"),
            ("A=\"b\nc\"", "b\nc"),
            ("A=it's", "it's"),
            ("A=b=c", "b=c"),
        ] {
            assert_eq!(read(text), [("A", value, 0)], "{text:?}");
        }
    }

    #[test]
    fn what_assigns_nothing_is_passed_over() {
        for text in ["", "\n\n", "# A=b", "A", "=b", "A:b", "export", "A b=c", "\u{e9}=b", "\0"] {
            assert_eq!(read(text), [], "{text:?}");
        }
    }

    #[test]
    fn lines_are_counted_as_editors_do() {
        let text = "A=1\r\n\r\n# x\rB='1\r\n2'\nC=\"\n\n\"\nA=2";
        assert_eq!(read(text), [("A", "1", 0), ("B", "1\r\n2", 3), ("C", "\n\n", 5), ("A", "2", 8)]);
    }

    #[test]
    fn names_inside_a_value_of_several_lines_are_none() {
        assert_eq!(read("A=\"\nB=c\n\"\nD=e").iter().map(|a| a.0).collect::<Vec<_>>(), ["A", "D"]);
    }

    #[test]
    fn whatever_is_in_them() {
        let text = "\u{feff}# x\nexport A = \"b\n\\\"c\" # d\r\nB: 'e'\rC=`f\n`\nD=g#h\n\n=\nE='i' j\n";
        crate::disk::broken::variants(text.as_bytes(), 3_000, |bytes| {
            for assignment in assignments(bytes) {
                assert_eq!(&bytes[assignment.range.as_range()], assignment.name.as_bytes());
            }
        });
    }
}
