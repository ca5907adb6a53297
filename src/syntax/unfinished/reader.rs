//! Reads the existing part of an import or an export, and where it ends for now.

use super::lexer::{self, Kind, Lexer, Token};
use super::{Name, Of, Unfinished};
use crate::text::TextRange;
use memchr::memmem;

/// The progress of a reader.
#[derive(Clone, Copy, PartialEq)]
enum Stage {
    /// A name, a list or `*` comes.
    Head,
    /// Between braces.
    List,
    /// `from` comes.
    Clause,
    /// `import x =`
    Alias,
    /// The module comes.
    From,
    /// The module is read.
    Module,
}

pub(super) struct Reader<'a> {
    code: &'a str,
    lexer: Lexer<'a>,
    it: Unfinished,
    stage: Stage,
    /// True when the current line surely belongs to the statement: its first line, or one with the end of its list.
    sure: bool,
    line: Line,
}

/// A line that is read.
struct Line {
    start: usize,
    end: usize,
    /// The number of tokens and names before it.
    before: (usize, usize),
}

impl<'a> Reader<'a> {
    pub fn new(code: &'a str, lexer: Lexer<'a>, keyword: Token, exports: bool) -> Self {
        let it = Unfinished {
            range: range(keyword),
            exports,
            is_required: false,
            module: None,
            type_only: false,
            names: Vec::new(),
            tokens: vec![range(keyword)],
        };
        let line = Line { start: keyword.start, end: lexer.end_of_line(keyword.start), before: (1, 0) };
        Self { code, lexer, it, stage: Stage::Head, sure: true, line }
    }

    /// Returns the statement that was read, and where another statement may begin.
    pub fn read(mut self) -> (Unfinished, usize) {
        let behind = loop {
            let token = self.lexer.peek();
            if token.first_of_line {
                if token.kind == Kind::End || !self.goes_on(token) {
                    break token.start;
                }
                self.begin_line(token);
            }
            self.lexer.next();
            self.it.tokens.push(range(token));
            if !self.take(token) && !self.skip(token) {
                break if self.sure { self.line.end } else { self.line.start };
            }
        };
        let end = self.it.tokens.last().map_or(self.it.range.end(), |last| last.end());
        self.it.range = TextRange::new(self.it.range.start(), end);
        (self.it, behind)
    }

    fn text(&self, token: Token) -> &'a str {
        &self.code[token.start..token.end]
    }

    /// Returns whether the statement goes on in the line that a token begins.
    fn goes_on(&self, token: Token) -> bool {
        match self.stage {
            Stage::List => token.kind != Kind::Word || !begins_statement(self.text(token)),
            Stage::Clause => self.is_from(token),
            _ => false,
        }
    }

    /// Returns whether a token is the word `from`, before a module. The token is the next one, or the last one.
    fn is_from(&self, token: Token) -> bool {
        if token.kind != Kind::Word || self.text(token) != "from" {
            return false;
        }
        let next = Lexer::new(self.code, token.end).next();
        !next.first_of_line && matches!(next.kind, Kind::Text { .. })
    }

    /// Takes a token by its role here; `false` for one that has no place.
    fn take(&mut self, token: Token) -> bool {
        let next = self.lexer.peek();
        match (self.stage, token.kind) {
            (Stage::Head | Stage::List | Stage::Clause, Kind::Word) if self.is_from(token) => {
                (self.stage, self.sure) = (Stage::From, true);
            }
            (Stage::Head, Kind::Mark('{')) => self.stage = Stage::List,
            (Stage::Head, Kind::Mark('*')) => {
                self.stage = Stage::Clause;
                if next.kind == Kind::Word && self.text(next) == "as" {
                    self.step();
                    let name = self.lexer.peek();
                    if name.kind == Kind::Word && !name.first_of_line && !self.is_from(name) {
                        self.step();
                        self.it.names.push(Name { of: Of::All, local: range(name) });
                    }
                } else if self.it.exports {
                    self.it.names.push(Name { of: Of::All, local: range(token) });
                }
            }
            (Stage::Head, Kind::Word) if !self.it.names.is_empty() => {
                // Behind a comma there is no second name but in braces: the first one is missing.
                self.of_list();
                self.stage = Stage::List;
                self.listed(token);
            }
            (Stage::Head, Kind::Word) => {
                let modifies = matches!(next.kind, Kind::Word | Kind::Mark('{' | '*')) && !self.is_from(next);
                if matches!(self.text(token), "type" | "typeof" | "defer" | "source") && modifies && !next.first_of_line
                {
                    self.it.type_only = self.text(token).starts_with("type");
                } else {
                    self.it.names.push(Name { of: Of::Default, local: range(token) });
                    self.stage = Stage::Clause;
                }
            }
            (Stage::Head | Stage::From, Kind::Text { closed }) => {
                self.module(token, closed);
            }
            (Stage::List, Kind::Word) => self.listed(token),
            (Stage::List, Kind::Mark(',')) => {}
            (Stage::List, Kind::Mark('}')) => (self.stage, self.sure) = (Stage::Clause, true),
            (Stage::Clause, Kind::Mark(',')) => self.stage = Stage::Head,
            (Stage::Clause, Kind::Mark('=')) => self.stage = Stage::Alias,
            (Stage::Clause, Kind::Mark('}')) => self.of_list(),
            (Stage::Clause, Kind::Word) if self.text(token) == "from" => self.stage = Stage::From,
            (Stage::Alias, Kind::Text { closed }) => {
                for name in &mut self.it.names {
                    name.of = Of::All;
                }
                self.module(token, closed);
            }
            _ => return false,
        }
        true
    }

    /// Takes the names so far for those of a list, of which the first brace is missing.
    fn of_list(&mut self) {
        for name in self.it.names.iter_mut().filter(|name| name.of == Of::Default) {
            name.of = Of::Named(name.local);
        }
    }

    /// Takes the next token too, which may be on another line (`import *`, and `as x` below it).
    fn step(&mut self) {
        let token = self.lexer.next();
        if token.first_of_line {
            self.begin_line(token);
        }
        self.it.tokens.push(range(token));
    }

    /// A token begins the line that is read from here on.
    fn begin_line(&mut self, token: Token) {
        self.sure = self.stage != Stage::List;
        let before = (self.it.tokens.len(), self.it.names.len());
        self.line = Line { start: token.start, end: self.lexer.end_of_line(token.start), before };
    }

    /// A name of a list: `name`, `type name`, `name as local`.
    fn listed(&mut self, mut token: Token) {
        let same_line = |next: Token| next.kind == Kind::Word && !next.first_of_line;
        let next = self.lexer.peek();
        if self.text(token) == "type" && same_line(next) && self.text(next) != "as" && !self.is_from(next) {
            self.step();
            token = next;
        }
        let mut local = token;
        let next = self.lexer.peek();
        if same_line(next) && self.text(next) == "as" {
            self.step();
            let alias = self.lexer.peek();
            if same_line(alias) && !self.is_from(alias) {
                self.step();
                local = alias;
            }
        }
        let of = if self.text(token) == "default" { Of::Default } else { Of::Named(range(token)) };
        // `default` can be taken, but nothing is called so.
        if self.it.exports || self.text(local) != "default" {
            self.it.names.push(Name { of, local: range(local) });
        }
    }

    /// A string that is the module; of one that is not closed, the rest of the line.
    fn module(&mut self, token: Token, closed: bool) {
        let written = &self.code[token.start + 1..token.end - usize::from(closed)];
        let module = written.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ';' | '"' | '\''));
        let module = TextRange::new(token.start + 1, token.start + 1 + module.len());
        self.it.module = Some(module).filter(|module| !module.is_empty());
        self.stage = Stage::Module;
    }

    /// Skips tokens that have no place in the statement to the end of their line, when that is the statement's for
    /// sure; else the line is not a part of it. Returns whether there is more to read.
    fn skip(&mut self, token: Token) -> bool {
        let rest = &self.code[token.start..self.line.end];
        if !self.sure && from_before_quote(rest, rest.len()).is_none() {
            self.it.tokens.truncate(self.line.before.0);
            self.it.names.truncate(self.line.before.1);
            return false;
        }
        self.sure = true;
        if matches!(token.kind, Kind::Text { .. })
            && let Some(from) = from_before_quote(rest, token.end - token.start)
        {
            // A quote too many has taken it in.
            self.lexer = Lexer::new(self.code, token.start + from);
            self.it.tokens.pop();
            self.it.tokens.push(TextRange::new(token.start, token.start + from));
            return true;
        }
        if self.stage == Stage::From {
            // A module whose first quote is missing, or both.
            let is_part = |c: char| lexer::is_part_of_name(c) || matches!(c, '@' | '/' | '.' | '-');
            let module = rest.len() - rest.trim_start_matches(is_part).len();
            let behind = rest[module..].trim_matches(|c: char| c.is_whitespace() || matches!(c, ';' | '"' | '\''));
            if module > 0 && behind.is_empty() {
                self.it.module = Some(TextRange::new(token.start, token.start + module));
                self.stage = Stage::Module;
            }
        }
        !token.is(';')
    }
}

/// The place where the word `from` is followed by a quote, in the first bytes of a line.
fn from_before_quote(line: &str, len: usize) -> Option<usize> {
    let is_quoted = |at: &usize| line[at + 4..].trim_start_matches([' ', '\t']).starts_with(['"', '\'']);
    memmem::find_iter(&line.as_bytes()[..len], "from").find(is_quoted)
}

fn range(token: Token) -> TextRange {
    TextRange::new(token.start, token.end)
}

/// Returns whether a word begins a statement, and is not a name.
fn begins_statement(word: &str) -> bool {
    matches!(
        word,
        "await"
            | "break"
            | "case"
            | "class"
            | "const"
            | "continue"
            | "debugger"
            | "delete"
            | "do"
            | "else"
            | "enum"
            | "export"
            | "for"
            | "function"
            | "if"
            | "import"
            | "let"
            | "new"
            | "return"
            | "super"
            | "switch"
            | "this"
            | "throw"
            | "try"
            | "typeof"
            | "using"
            | "var"
            | "void"
            | "while"
            | "with"
            | "yield"
    )
}
