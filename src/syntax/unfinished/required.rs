//! A `require("module")` or `import("module")` of the module that is still being typed:
//! `const { TrackClient } = require("customerio-no`.

use super::lexer::{Kind, Lexer, Token};
use super::{Name, Of, Unfinished};
use crate::text::TextRange;

/// The most bytes that such a statement may take. A longer one is left to the parser.
const LONGEST: usize = 4096;

/// The statement that begins at a place, if it takes something of a module and is not complete, and how far the text is
/// read with that.
pub(super) fn read(code: &str, start: usize) -> Option<(Unfinished, usize)> {
    let mut limit = code.len().min(start + LONGEST);
    while !code.is_char_boundary(limit) {
        limit -= 1;
    }
    let (code, is_cut) = (&code[..limit], limit < code.len());
    let mut reader = Reader { code, is_cut, lexer: Lexer::new(code, start), names: Vec::new(), tokens: Vec::new() };
    let module = reader.statement()?;
    let end = reader.tokens.last()?.end();
    let it = Unfinished {
        range: TextRange::new(start, end),
        exports: false,
        is_required: true,
        module,
        type_only: false,
        names: reader.names,
        tokens: reader.tokens,
    };
    Some((it, end))
}

/// Returns whether a line begins a statement that may take something of a module.
pub(super) fn may_begin(line: &str) -> bool {
    let word = line.split(|c: char| !super::lexer::is_part_of_name(c)).next().unwrap_or_default();
    matches!(word, "const" | "let" | "var" | "await" | "require")
}

struct Reader<'a> {
    code: &'a str,
    /// True when more follows that is not looked at.
    is_cut: bool,
    lexer: Lexer<'a>,
    names: Vec<Name>,
    tokens: Vec<TextRange>,
}

impl<'a> Reader<'a> {
    /// Returns where the module stands, when it is written already; `None` for every other statement, and for one that is
    /// complete.
    fn statement(&mut self) -> Option<Option<TextRange>> {
        let first = self.lexer.peek();
        if matches!(self.text(first), "const" | "let" | "var") {
            self.next();
            self.pattern()?;
            self.mark('=')?;
        }
        let mut next = self.on_line()?;
        if self.text(next) == "await" {
            self.next();
            next = self.on_line()?;
        }
        if !matches!(self.text(next), "require" | "import") {
            return None;
        }
        self.next();
        self.mark('(')?;
        let next = self.lexer.peek();
        if next.first_of_line {
            return self.ends_before(next).then_some(None);
        }
        let Kind::Text { closed } = next.kind else { return None };
        self.next();
        let behind = self.lexer.peek();
        if !behind.first_of_line && !behind.is(';') || behind.first_of_line && !self.ends_before(behind) {
            return None;
        }
        // Of a string that is not closed, what stands on the line.
        let written = &self.code[next.start + 1..next.end - usize::from(closed)];
        let module = written.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ';' | ')' | '"' | '\''));
        let range = TextRange::new(next.start + 1, next.start + 1 + module.len());
        if behind.is(';') && !behind.first_of_line {
            self.next();
        }
        Some((!module.is_empty()).then_some(range))
    }

    /// Returns whether a statement may end before the line that a token begins: an argument or a parenthesis does not.
    fn ends_before(&self, token: Token) -> bool {
        match token.kind {
            Kind::End => !self.is_cut,
            kind => matches!(kind, Kind::Word | Kind::Mark('@' | '}' | '(' | '<')),
        }
    }

    /// `name`, `{ name, other: local }`
    fn pattern(&mut self) -> Option<()> {
        let token = self.next();
        match token.kind {
            Kind::Word => self.names.push(Name { of: Of::All, local: range(token) }),
            Kind::Mark('{') => loop {
                let token = self.next();
                match token.kind {
                    Kind::Mark('}') => break,
                    Kind::Mark(',') => {}
                    Kind::Word => {
                        let local = if self.lexer.peek().is(':') {
                            self.next();
                            Some(self.next()).filter(|local| local.kind == Kind::Word)?
                        } else {
                            token
                        };
                        let of = if self.text(token) == "default" { Of::Default } else { Of::Named(range(token)) };
                        self.names.push(Name { of, local: range(local) });
                    }
                    _ => return None,
                }
            },
            _ => return None,
        }
        Some(())
    }

    fn text(&self, token: Token) -> &'a str {
        &self.code[token.start..token.end]
    }

    fn next(&mut self) -> Token {
        let token = self.lexer.next();
        self.tokens.push(range(token));
        token
    }

    fn mark(&mut self, mark: char) -> Option<Token> {
        self.lexer.peek().is(mark).then(|| self.next())
    }

    /// The next token, if it stands on the same line.
    fn on_line(&self) -> Option<Token> {
        let token = self.lexer.peek();
        (!token.first_of_line || self.tokens.is_empty()).then_some(token)
    }
}

fn range(token: Token) -> TextRange {
    TextRange::new(token.start, token.end)
}
