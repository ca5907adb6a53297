//! Personal data in texts of others: addresses, phone numbers, and the people that are asked about.

use crate::secrecy::mask;
use crate::text::plain;
use std::fmt::Write as _;

/// The fewest digits of a phone number. Unix seconds and ids may have as many, and are hidden along with them.
const FEWEST_DIGITS: usize = 7;

/// A text without addresses, phone numbers, quoted values and the `people` that are named, and without keys.
pub fn redacted(text: &str, people: &[&str]) -> String {
    let mut text = mask(text).into_owned();
    for person in people.iter().filter(|person| !person.trim().is_empty()) {
        text = replaced(&text, person);
    }
    plain(&without_numbers(&without_addresses(&text))).into_owned()
}

/// An address of which the first letter and the end of its domain are left: `a…@….com`.
pub fn address(address: &str) -> String {
    let Some((user, domain)) = address.trim().rsplit_once('@') else { return "…".to_owned() };
    let first: String = user.chars().take(1).filter(|c| c.is_alphanumeric()).collect();
    let end = domain.rsplit('.').next().filter(|end| end.len() < domain.len() && end.chars().all(char::is_alphabetic));
    format!("{first}…@…{}", end.map(|end| format!(".{end}")).unwrap_or_default())
}

/// Replaces a name where it is a word of its own, in every case of its letters.
fn replaced(text: &str, name: &str) -> String {
    let (lower, wanted) = (text.to_lowercase(), name.trim().to_lowercase());
    // Lower case may have another length: then everything goes.
    if lower.len() != text.len() || !lower.is_char_boundary(0) {
        return if lower.contains(&wanted) { "…".to_owned() } else { text.to_owned() };
    }
    let mut out = String::new();
    let mut from = 0;
    for (at, found) in lower.match_indices(&wanted) {
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let end = at + found.len();
        if at < from || is_word(lower[..at].chars().next_back()) || is_word(lower[end..].chars().next()) {
            continue;
        }
        let (Some(before), true) = (text.get(from..at), text.is_char_boundary(end)) else { return "…".to_owned() };
        out.push_str(before);
        out.push('…');
        from = end;
    }
    out + text.get(from..).unwrap_or_default()
}

/// Returns whether a word has an `@` with a user before it. A scope of packages has none: `packages/@acme/mailer`.
fn has_address(word: &str) -> bool {
    let word = word.replace("%40", "@");
    word.match_indices('@').any(|(at, _)| !matches!(word[..at].chars().next_back(), None | Some('/' | '\\')))
}

/// Replaces the users of addresses that stand in quotes, as `"ada b"@person.example`: they may have any letter.
fn without_quoted_users(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("\"@") {
        let (before, after) = rest.split_at(at);
        // A quote behind a backslash ends nothing.
        let opens = |at: usize| before[..at].chars().rev().take_while(|c| *c == '\\').count() % 2 == 0;
        match before.match_indices('"').map(|(at, _)| at).rfind(|at| opens(*at)) {
            Some(opening) => {
                let first: String = before[opening + 1..].chars().take(1).filter(|c| c.is_alphanumeric()).collect();
                let _ = write!(out, "{}{first}…", &before[..opening]);
                rest = &after[1..];
            }
            None => {
                out.push_str(before);
                out.push('"');
                rest = &after[1..];
            }
        }
    }
    out + rest
}

/// Replaces every word that is an address, or has one in it.
fn without_addresses(text: &str) -> String {
    let ends = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '\'' | '(' | ')' | ',' | ';' | '`');
    let text = without_quoted_users(text);
    text.split_inclusive(ends)
        .map(|piece| {
            let word = piece.trim_end_matches(ends);
            if has_address(word) { format!("{}{}", address(word), &piece[word.len()..]) } else { piece.to_owned() }
        })
        .collect()
}

/// Replaces runs of digits, with what is written between the digits of phone numbers.
fn without_numbers(text: &str) -> String {
    let mut out = String::new();
    let mut run = String::new();
    let flush = |run: &mut String, out: &mut String| {
        let digits = run.chars().filter(char::is_ascii_digit).count();
        if digits >= FEWEST_DIGITS {
            let tail = &run[run.trim_end_matches([' ', '-', '.', '(', '/']).len()..];
            out.push('…');
            out.push_str(tail);
        } else {
            out.push_str(run);
        }
        run.clear();
    };
    for c in text.chars() {
        let belongs = c.is_ascii_digit() || (matches!(c, ' ' | '-' | '.' | '(' | ')' | '/') && !run.is_empty());
        if belongs || (c == '+' && run.is_empty()) {
            run.push(c);
        } else {
            flush(&mut run, &mut out);
            out.push(c);
        }
    }
    flush(&mut run, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::{address, redacted};

    #[test]
    fn people_are_hidden() {
        for (text, wanted) in [
            ("to <Ada.Byron@mail.person.example>: 550", "to <A…@….example>: 550"),
            ("to \"ada b\"@person.example 550", "to a…@….example 550"),
            ("to \"ada \\\" b\"@person.example", "to a…@….example"),
            ("GET /customers/ada%40person.example/segments", "…"),
            ("call +49 (170) 123-4567 now", "call … now"),
            ("person User-42, not user-421", "person …, not user-421"),
            ("name is missing (reference a1b2c3)", "name is missing (reference a1b2c3)"),
            ("Bearer 5d41402abc4b2a76b9719d911017c592", "Bearer ********************************"),
        ] {
            let shown = redacted(text, &["user-42", "ada@person.example"]);
            assert!(shown == wanted || wanted == "…" && !shown.contains("person"), "{text}: {shown}");
        }
        for path in ["packages/@acme/mailer/src/cio.ts:4", "@acme/mailer", "`packages\\@acme\\cio.ts`"] {
            assert_eq!(redacted(path, &["user-42"]), path);
        }
        for address in
            ["packages/@acme/ada@person.example/a.ts", "/@ada@person.example", "%40acme/ada%40person.example"]
        {
            assert!(!redacted(address, &[]).contains("person"), "{address}");
        }
        assert_eq!(address("ada@person.example"), "a…@….example");
        assert_eq!(address("nothing"), "…");
        assert!(!redacted("İada@person.example ADA", &["ada"]).contains("person"));
    }
}
