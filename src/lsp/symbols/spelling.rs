//! Names as code writes them.

/// A key of an object literal.
pub fn key(name: &str) -> String {
    let is_word = name.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '_' | '$'))
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '$'));
    if is_word { name.to_owned() } else { format!("\"{}\"", in_quotes(name, '"')) }
}

/// The content of a string literal.
pub fn in_quotes(text: &str, quote: char) -> String {
    let mut written = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => written.push_str("\\n"),
            '\r' => written.push_str("\\r"),
            '\\' => written.push_str("\\\\"),
            c if c == quote || (quote == '`' && c == '$') => written.extend(['\\', c]),
            c => written.push(c),
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_written_so_that_they_say_the_same() {
        assert_eq!(in_quotes("it's", '\''), "it\\'s");
        assert_eq!(in_quotes("it's \"so\"", '"'), "it's \\\"so\\\"");
        assert_eq!(in_quotes("a$b`c", '`'), "a\\$b\\`c");
        assert_eq!(in_quotes("a\\b\nc", '"'), "a\\\\b\\nc");
        assert_eq!(
            [key("plan"), key("plan name"), key("9a"), key("$a_1")],
            ["plan", "\"plan name\"", "\"9a\"", "$a_1"]
        );
    }
}
