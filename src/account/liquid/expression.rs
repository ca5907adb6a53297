//! The paths in an expression: `trigger.order.total`, `trigger['first name']`, and the filters behind it.

/// A path, as far as it is known where it leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// The names, from the outside in. The part after a place in a list is left out.
    pub names: Vec<String>,
    /// True when a key follows that is known at run time only.
    pub dynamic: bool,
}

/// The paths that an output or a condition uses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Expression {
    /// The paths, in order.
    pub paths: Vec<Found>,
    /// True when nothing but the first path comes before the filters.
    pub is_path: bool,
    /// The names of the filters.
    pub filters: Vec<String>,
    /// True when a quote does not end.
    pub broken: bool,
}

impl Expression {
    /// Returns whether it has a value without its first path.
    pub fn has_default(&self) -> bool {
        self.filters.iter().any(|filter| filter == "default")
    }
}

/// Words that are no paths.
const WORDS: [&str; 12] =
    ["true", "false", "nil", "null", "blank", "empty", "and", "or", "contains", "in", "reversed", "not"];

/// Reads an expression.
pub(super) fn expression(text: &str) -> Expression {
    let mut reader = Reader { text, at: 0 };
    let mut found = Expression::default();
    let mut before_filters = 0;
    let mut others = 0;
    loop {
        reader.blanks();
        let Some(c) = reader.peek() else { break };
        if c == '|' {
            reader.at += 1;
            reader.blanks();
            found.filters.push(reader.word().to_owned());
        } else if matches!(c, '"' | '\'') {
            if reader.quoted().is_none() {
                found.broken = true;
                break;
            }
            others += u32::from(found.filters.is_empty());
        } else if c.is_alphabetic() || c == '_' {
            let word = reader.word();
            // `track: false`
            if reader.named() || WORDS.contains(&word) {
                others += u32::from(found.filters.is_empty());
                continue;
            }
            let (path, inner) = reader.path(word);
            before_filters += u32::from(found.filters.is_empty());
            found.paths.push(path);
            found.paths.extend(inner);
        } else {
            reader.at += c.len_utf8();
            others += u32::from(found.filters.is_empty());
        }
    }
    found.is_path = before_filters == 1 && others == 0;
    found
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn blanks(&mut self) {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start().len();
    }

    fn word(&mut self) -> &'a str {
        let rest = &self.text[self.at..];
        let end = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-' | '?'))).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    /// Returns whether a colon follows, so that the word before it is the name of an argument.
    fn named(&mut self) -> bool {
        let is_named = self.text[self.at..].trim_start().starts_with(':');
        if is_named {
            self.blanks();
            self.at += 1;
        }
        is_named
    }

    /// The inside of a string; `None` where it does not end.
    fn quoted(&mut self) -> Option<&'a str> {
        let quote = self.peek()?;
        let inside = &self.text[self.at + 1..];
        let end = inside.find(quote)?;
        self.at += end + 2;
        Some(&inside[..end])
    }

    /// Reads the rest of a path after its first word, and the paths inside its brackets.
    fn path(&mut self, first: &str) -> (Found, Vec<Found>) {
        let (mut names, mut inner) = (vec![first.to_owned()], Vec::new());
        let (mut dynamic, mut ended) = (false, false);
        loop {
            match self.peek() {
                // `(1..trigger.count)`
                Some('.') if !self.text[self.at..].starts_with("..") => {
                    self.at += 1;
                    let word = self.word();
                    ended |= word.is_empty() || word.bytes().all(|b| b.is_ascii_digit());
                    if !ended {
                        names.push(word.to_owned());
                    }
                }
                Some('[') => {
                    self.at += 1;
                    self.blanks();
                    match self.peek() {
                        Some('"' | '\'') => match self.quoted() {
                            Some(key) if !ended => names.push(key.to_owned()),
                            _ => ended = true,
                        },
                        Some(c) if c.is_ascii_digit() || c == '-' => {
                            ended = true;
                            self.word();
                        }
                        _ => {
                            (dynamic, ended) = (dynamic || !ended, true);
                            let word = self.word();
                            if !word.is_empty() {
                                let (path, more) = self.path(word);
                                inner.push(path);
                                inner.extend(more);
                            }
                        }
                    }
                    self.blanks();
                    if self.peek() == Some(']') {
                        self.at += 1;
                    }
                }
                _ => return (Found { names, dynamic }, inner),
            }
        }
    }
}
