//! Text from a repository on its way to a terminal, a log or a line-based format. A file name may hold anything but NUL
//! and `/`, and must neither end a line nor steer a terminal nor reorder the text around it.

use std::borrow::Cow;
use std::fmt::Write;

/// Returns whether a character does something besides being shown: control characters (C0, DEL and C1), line and
/// paragraph separators, and marks that change the direction of text.
pub fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The text with such characters escaped as in a string literal: `\n`, `\u{1b}`.
pub fn plain(text: &str) -> Cow<'_, str> {
    if !text.contains(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        push_plain(&mut out, c);
    }
    Cow::Owned(out)
}

/// Appends one character of [`plain`].
pub fn push_plain(out: &mut String, c: char) {
    match c {
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        c if is_unsafe(c) => drop(write!(out, "\\u{{{:x}}}", u32::from(c))),
        c => out.push(c),
    }
}

/// A file name for the beginning of a line. Build servers take a line that begins with `::` for a command, and one of
/// them `##[` anywhere.
pub fn plain_name(name: &str) -> Cow<'_, str> {
    let name = plain(name);
    let begins = name.trim_start().starts_with("::");
    match (begins, name.contains("##[")) {
        (false, false) => name,
        (begins, _) => {
            let name = name.replace("##[", "#\\u{23}[");
            Cow::Owned(if begins { format!("./{name}") } else { name })
        }
    }
}

/// Source code with such characters replaced by others of the same length, so that offsets stay true. Tabs and line
/// breaks stay, and so do the control characters of ASCII, which code viewers have signs for.
pub fn plain_code(code: &str) -> Cow<'_, str> {
    let stays = |c: char| c.is_ascii() || !is_unsafe(c);
    if code.chars().all(stays) {
        return Cow::Borrowed(code);
    }
    Cow::Owned(
        code.chars()
            .map(|c| {
                if stays(c) {
                    c
                } else if c.len_utf8() == 2 {
                    '\u{bf}'
                } else {
                    '\u{fffd}'
                }
            })
            .collect(),
    )
}

/// JSON with such characters escaped, which it need not be: the value is the same.
pub fn plain_json(json: String) -> String {
    if json.is_ascii() || !json.contains(|c: char| c != '\n' && is_unsafe(c)) {
        return json;
    }
    let mut out = String::with_capacity(json.len() + 64);
    for c in json.chars() {
        match c {
            '\n' => out.push(c),
            c if is_unsafe(c) => drop(write!(out, "\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_is_escaped() {
        assert_eq!(plain("a/é 日本.ts"), "a/é 日本.ts");
        assert_eq!(plain("a\nb\r\t\u{1b}[31m\u{7f}"), "a\\nb\\r\\t\\u{1b}[31m\\u{7f}");
        assert_eq!(plain("\u{9b}\u{202e}\u{2028}\u{2069}\u{200f}"), "\\u{9b}\\u{202e}\\u{2028}\\u{2069}\\u{200f}");
    }

    #[test]
    fn no_name_is_a_command() {
        assert_eq!(plain_name("::error::x.ts"), "./::error::x.ts");
        assert_eq!(plain_name(" ::error::x.ts"), "./ ::error::x.ts");
        assert_eq!(plain_name("a##[group]x.ts"), "a#\\u{23}[group]x.ts");
        assert_eq!(plain_name("a::b.ts"), "a::b.ts");
    }

    #[test]
    fn code_keeps_its_length() {
        for c in ['\u{85}', '\u{9b}', '\u{61c}', '\u{2028}', '\u{202e}', '\u{200f}'] {
            let code = format!("a\t{c}b\n");
            assert_eq!(plain_code(&code).len(), code.len());
            assert!(!plain_code(&code).contains(c));
        }
        assert_eq!(plain_code("a\t\u{1b}é\n"), "a\t\u{1b}é\n");
    }

    #[test]
    fn json_means_the_same() {
        let value = serde_json::json!({ "a": "\u{9b}\u{202e}\n\u{7f}" });
        let text = plain_json(serde_json::to_string_pretty(&value).unwrap());
        assert!(text.is_ascii() && text.lines().count() == 3);
        assert_eq!(serde_json::from_str::<serde_json::Value>(&text).unwrap(), value);
    }
}
