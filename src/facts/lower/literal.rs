//! Literals: the value of their text.

use super::{Lower, children};
use crate::facts::grammar::K;
use smol_str::{SmolStr, SmolStrBuilder};
use tree_sitter::Node;

impl<'t> Lower<'_, 't> {
    /// The value of a string literal, or of a run of fragments and escapes.
    pub(super) fn string_value(&self, node: Node<'t>) -> SmolStr {
        let mut parts = children(node);
        match (parts.next(), parts.next()) {
            (None, _) => SmolStr::default(),
            (Some(only), None) if self.kind(only) == K::Fragment => self.text(only),
            _ => {
                let mut text = SmolStrBuilder::new();
                for part in children(node) {
                    text.push_str(&self.fragment(part));
                }
                text.finish()
            }
        }
    }

    /// The text of one part of a string or template.
    pub(super) fn fragment(&self, node: Node<'t>) -> SmolStr {
        let text = self.text(node);
        if self.kind(node) == K::Escape { unescape(&text) } else { text }
    }

    /// The name that a key stands for, when it is written out.
    pub(super) fn property_name(&self, node: Node<'t>) -> Option<SmolStr> {
        match self.kind(node) {
            K::PropertyName | K::PrivateName | K::Identifier | K::ShorthandPattern => Some(self.text(node)),
            K::String => Some(self.string_value(node)),
            K::Number => number(&self.text(node)).map(|n| SmolStr::new(n.to_string())),
            K::Computed => {
                let inner = children(node).next()?;
                (self.kind(inner) == K::String).then(|| self.string_value(inner))
            }
            _ => None,
        }
    }
}

/// The value of a number literal; `None` for bigints and anything that is not a number.
pub(super) fn number(text: &str) -> Option<f64> {
    let text = text.replace('_', "");
    let radix = match text.get(..2).map(str::to_ascii_lowercase).as_deref() {
        Some("0x") => 16,
        Some("0o") => 8,
        Some("0b") => 2,
        _ => return text.parse().ok(),
    };
    u64::from_str_radix(&text[2..], radix).ok().map(|n| n as f64)
}

/// Returns the value of an escape in a string literal: a line end for `\\n`.
pub fn unescape(text: &str) -> SmolStr {
    let inner = text.strip_prefix('\\').unwrap_or(text);
    let hex = |digits: &str| u32::from_str_radix(digits, 16).ok().and_then(char::from_u32);
    let mut chars = inner.chars();
    let one = match chars.next() {
        Some('n') => Some('\n'),
        Some('t') => Some('\t'),
        Some('r') => Some('\r'),
        Some('b') => Some('\u{8}'),
        Some('f') => Some('\u{c}'),
        Some('v') => Some('\u{b}'),
        Some('0') if inner.len() == 1 => Some('\0'),
        Some('x' | 'u') => hex(inner[1..].trim_start_matches('{').trim_end_matches('}')),
        Some('\n' | '\r' | '\u{2028}' | '\u{2029}') => return SmolStr::default(),
        other => other,
    };
    one.map_or_else(|| SmolStr::new(inner), |c| SmolStr::from_iter([c]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        assert_eq!(number("1_000"), Some(1000.0));
        assert_eq!(number("0xFF"), Some(255.0));
        assert_eq!(number("864e5"), Some(86_400_000.0));
        assert_eq!(number("1n"), None);
    }

    #[test]
    fn escapes() {
        assert_eq!(unescape("\\n"), "\n");
        assert_eq!(unescape("\\u{1F600}"), "😀");
        assert_eq!(unescape("\\x41"), "A");
        assert_eq!(unescape("\\\""), "\"");
    }
}
