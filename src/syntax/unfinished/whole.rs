//! The form of a complete import or export.

use super::lexer::{Kind, Lexer, Token};

/// The end of the statement whose first word is read already; `None` for one that is not complete.
pub(super) fn end<'a>(text: &'a str, lexer: Lexer<'a>, exports: bool) -> Option<usize> {
    let tokens = &mut Tokens { text, lexer };
    if exports { export(tokens) } else { import(tokens) }
}

struct Tokens<'a> {
    text: &'a str,
    lexer: Lexer<'a>,
}

impl Tokens<'_> {
    fn is_word(&self, token: Token, word: &str) -> bool {
        token.kind == Kind::Word && &self.text[token.start..token.end] == word
    }

    fn take(&mut self, mark: char) -> Option<Token> {
        self.lexer.peek().is(mark).then(|| self.lexer.next())
    }

    fn word(&mut self, word: &str) -> Option<Token> {
        self.is_word(self.lexer.peek(), word).then(|| self.lexer.next())
    }

    fn name(&mut self) -> Option<Token> {
        (self.lexer.peek().kind == Kind::Word).then(|| self.lexer.next())
    }

    /// `"module" with { type: "json" }`, up to the end of the line.
    fn module(&mut self) -> Option<usize> {
        let module = self.lexer.next();
        if module.kind != (Kind::Text { closed: true }) {
            return None;
        }
        let next = self.lexer.peek();
        if next.first_of_line || next.is(';') {
            return Some(module.end);
        }
        if next.kind != Kind::Word {
            return Some(module.end);
        }
        if !self.is_word(next, "with") && !self.is_word(next, "assert") {
            // The beginning of `with` is one that is not complete; anything else is not this statement's.
            let word = &self.text[next.start..next.end];
            let is_begun = "with".starts_with(word) || "assert".starts_with(word);
            return (!is_begun).then_some(module.end);
        }
        self.lexer.next();
        self.take('{')?;
        loop {
            let token = self.lexer.next();
            match token.kind {
                Kind::Mark('}') => return Some(token.end),
                Kind::Word | Kind::Text { closed: true } | Kind::Mark(':' | ',') => {}
                _ => return None,
            }
        }
    }

    /// Returns the names between braces, the first of which is read already: `type a as b, "c" as d`.
    fn list(&mut self) -> Option<Token> {
        loop {
            if let Some(end) = self.take('}') {
                return Some(end);
            }
            if let Some(modifier) = self.word("type") {
                let next = self.lexer.peek();
                let modifies = matches!(next.kind, Kind::Word | Kind::Text { .. }) && !self.is_word(next, "as");
                if !modifies {
                    // A name that is `type`.
                    self.lexer = Lexer::new(self.text, modifier.start);
                }
            }
            self.one()?;
            if self.word("as").is_some() {
                self.one()?;
            }
            match self.lexer.next() {
                end if end.is('}') => return Some(end),
                comma if comma.is(',') => {}
                _ => return None,
            }
        }
    }

    fn one(&mut self) -> Option<Token> {
        let token = self.lexer.next();
        matches!(token.kind, Kind::Word | Kind::Text { closed: true }).then_some(token)
    }
}

fn import(tokens: &mut Tokens<'_>) -> Option<usize> {
    if matches!(tokens.lexer.peek().kind, Kind::Text { .. }) {
        return tokens.module();
    }
    // `type`, `defer` and `source` are names themselves where nothing follows that they could be said of.
    let first = tokens.lexer.peek();
    if ["type", "typeof", "defer", "source"].iter().any(|word| tokens.is_word(first, word)) {
        let before = tokens.lexer.clone();
        tokens.lexer.next();
        let next = tokens.lexer.peek();
        let behind = Lexer::new(tokens.text, next.end).peek();
        let ends = tokens.is_word(next, "from") && matches!(behind.kind, Kind::Text { .. });
        let is_name = next.kind == Kind::Word && !ends;
        if !is_name && !next.is('{') && !next.is('*') {
            tokens.lexer = before;
        }
    }
    let mut more = true;
    if let Some(name) = tokens.name() {
        if let Some(equals) = tokens.take('=') {
            // On one line: what follows half a line is often an assignment.
            let is_line = ![name, equals, tokens.lexer.peek()].iter().any(|token| token.first_of_line);
            return is_line.then(|| alias(tokens))?;
        }
        more = tokens.take(',').is_some();
    }
    if more {
        if tokens.take('*').is_some() {
            tokens.word("as")?;
            tokens.name()?;
        } else {
            tokens.take('{')?;
            tokens.list()?;
        }
    }
    tokens.word("from")?;
    tokens.module()
}

/// `require("module")`, `Namespace.member`
fn alias(tokens: &mut Tokens<'_>) -> Option<usize> {
    let name = tokens.name()?;
    let mut end = name.end;
    if tokens.is_word(name, "require") {
        tokens.take('(')?;
        let module = tokens.lexer.next();
        return (module.kind == (Kind::Text { closed: true })).then(|| Some(tokens.take(')')?.end))?;
    }
    while tokens.take('.').is_some() {
        end = tokens.name()?.end;
    }
    Some(end)
}

fn export(tokens: &mut Tokens<'_>) -> Option<usize> {
    let before = tokens.lexer.clone();
    if tokens.word("type").is_some() && !tokens.lexer.peek().is('{') && !tokens.lexer.peek().is('*') {
        tokens.lexer = before;
    }
    if tokens.take('*').is_some() {
        if tokens.word("as").is_some() {
            tokens.one()?;
        }
        tokens.word("from")?;
        return tokens.module();
    }
    tokens.take('{')?;
    let end = tokens.list()?.end;
    let next = tokens.lexer.peek();
    if tokens.word("from").is_some() {
        return tokens.module();
    }
    (next.first_of_line || next.is(';')).then_some(end)
}
