//! Hiding credentials that stand in the source.

use std::borrow::Cow;

/// `text` with every run of letters that has the form of a Customer.io credential replaced by asterisks, byte for byte,
/// so that offsets stay true: 20 or 32 hexadecimal digits (Site ID, Track and App keys), the newer keys with a prefix, and
/// what stands behind `Basic` in a header.
pub fn mask(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let mut out: Option<Vec<u8>> = None;
    let mut at = 0;
    while at < bytes.len() {
        if !is_word(bytes[at]) {
            at += 1;
            continue;
        }
        let end = at + bytes[at..].iter().take_while(|&&b| is_word(b)).count();
        if bytes[at..end].eq_ignore_ascii_case(b"basic") && bytes.get(end) == Some(&b' ') {
            let pair = end + 1;
            let after = pair + bytes[pair..].iter().take_while(|&&b| is_base64(b)).count();
            if after - pair >= SHORTEST_PAIR {
                out.get_or_insert_with(|| bytes.to_vec())[pair..after].fill(b'*');
                at = after;
                continue;
            }
        }
        if let Some(secret) = secret_part(&bytes[at..end]) {
            out.get_or_insert_with(|| bytes.to_vec())[at + secret..end].fill(b'*');
        }
        at = end;
    }
    match out {
        Some(bytes) => Cow::Owned(String::from_utf8_lossy(&bytes).into_owned()),
        None => Cow::Borrowed(text),
    }
}

/// Whether `text` holds something that [`mask`] hides.
pub(super) fn holds_secret(text: &str) -> bool {
    matches!(mask(text), Cow::Owned(_))
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-'
}

/// A user and a password in Base64 are longer than any word that is written behind `Basic`.
const SHORTEST_PAIR: usize = 24;

fn is_base64(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=' | b'-' | b'_')
}

/// Where in a word its secret part begins.
fn secret_part(word: &[u8]) -> Option<usize> {
    const PREFIXES: [&[u8]; 4] = [b"sa_live_", b"sa_test_", b"ak_", b"wk_"];
    const SHORTEST: usize = 8;
    if let Some(prefix) = PREFIXES.iter().find(|prefix| word.starts_with(prefix)) {
        let secret = &word[prefix.len()..];
        // `ak_key_from_settings` is a name; keys have digits.
        let is_key = secret.len() >= SHORTEST && secret.iter().any(u8::is_ascii_digit);
        return is_key.then_some(prefix.len());
    }
    let hexadecimal = |b: &u8| b.is_ascii_hexdigit();
    (matches!(word.len(), 20 | 32) && word.iter().all(hexadecimal) && word.iter().any(u8::is_ascii_digit)).then_some(0)
}

#[cfg(test)]
mod tests {
    use super::mask;

    #[test]
    fn credentials_are_hidden_and_nothing_else() {
        for (text, masked) in [
            ("'0123456789abcdef0123'", "'********************'"),
            ("\"0123456789abcdef0123456789abcdef\"", "\"********************************\""),
            ("ak_0123456789", "ak_**********"),
            ("é'sa_live_abcdefg1'", "é'sa_live_********'"),
            ("'Basic bm90OmEtcmVhbC1rZXktYXQtYWxs+/=='", "'Basic ********************************'"),
            ("`a:0123456789ABCDEF0123`", "`a:********************`"),
        ] {
            assert_eq!(mask(text), masked);
        }
        for text in [
            "Basic authentication",
            "0123456789",
            "0123456789abcdef012",
            "deadbeefdeadbeefcafe_",
            "ak_key_from_settings",
            "1717171717171",
        ] {
            assert_eq!(mask(text), text);
        }
    }
}
