//! The form of message recipients.

use crate::finding::Severity;
use crate::sdk::limits::EMAIL_RECIPIENTS;
use smol_str::SmolStr;

/// A mistake in a recipient.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Its severity.
    pub severity: Severity,
    /// The mistake.
    pub what: &'static str,
    /// The consequence.
    pub why: &'static str,
    /// The instruction.
    pub help: &'static str,
}

impl Fault {
    /// A mistake for which the App API certainly rejects the request.
    pub fn error(what: &'static str, help: &'static str) -> Self {
        Self { severity: Severity::Error, what, why: "the request fails with 400 and nothing is sent", help }
    }
}

/// The mistake in a string of addresses; `more` are further recipients of the message. `None` for Liquid templates.
pub fn fault_of_addresses(text: &str, more: &str) -> Option<Fault> {
    if text.contains("{{") || text.contains("{%") {
        return None;
    }
    if text.trim().is_empty() {
        return Some(Fault::error("the recipient is empty", "Pass an address."));
    }
    let addresses = split(text);
    let all = addresses.len() + if more.trim().is_empty() { 0 } else { split(more).len() };
    if all as u64 > EMAIL_RECIPIENTS.most {
        return Some(Fault::error(
            "more than 15 recipients, including those in `bcc`",
            "Send several messages, or a broadcast.",
        ));
    }
    let nameless = addresses.iter().position(|address| !address.contains('@'))?;
    let is_half_a_name = addresses.get(nameless + 1).is_some_and(|next| next.contains('<'));
    Some(if is_half_a_name {
        Fault::error(
            "the comma in the name splits the address",
            "Put the name in quotes: `\"Doe, Jane\" <jane@example.com>`.",
        )
    } else {
        Fault::error("part of this is not an email address", "Pass email addresses, separated by commas.")
    })
}

/// The addresses of a string, split at commas outside quotes.
fn split(text: &str) -> Vec<&str> {
    let mut quoted = false;
    let parts = text.split(|c| {
        quoted ^= c == '"';
        c == ',' && !quoted
    });
    parts.map(str::trim).collect()
}

/// Returns whether a string is a phone number in E.164 format: `+`, and 7 to 15 digits of which the first is not zero.
pub fn is_e164(text: &str) -> bool {
    let Some(digits) = text.strip_prefix('+') else { return false };
    (7..=15).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit()) && !digits.starts_with('0')
}

/// A literal that joins several addresses; `None` if one of them is not an address by itself.
pub fn joined(addresses: &[SmolStr]) -> Option<String> {
    let plain = |text: &SmolStr| text.contains('@') && !text.contains([',', '"', '\\', '\n', '{']);
    (!addresses.is_empty() && addresses.iter().all(plain)).then(|| format!("\"{}\"", addresses.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::{fault_of_addresses, is_e164};

    #[test]
    fn addresses() {
        let what = |text: &str| fault_of_addresses(text, "").map(|fault| fault.what);
        for fine in ["a@b.c", "a@b.c, d@e.f", "\"Doe, Jane\" <jane@b.c>", "{{customer.email}}", "Jane <jane@b.c>"] {
            assert_eq!(what(fine), None, "{fine}");
        }
        assert!(what("Doe, Jane <jane@b.c>").is_some_and(|what| what.contains("comma")));
        assert!(what(" ").is_some_and(|what| what.contains("empty")));
        assert!(what("jane").is_some_and(|what| what.contains("address")));
        let many = vec!["a@b.c"; 15].join(",");
        assert_eq!(what(&many), None);
        assert!(fault_of_addresses(&many, "d@e.f").is_some());
    }

    #[test]
    fn numbers() {
        assert!(is_e164("+41791234567"));
        for other in ["41791234567", "+0791234567", "+41 79 123 45 67", "+41", "+4179123456789012"] {
            assert!(!is_e164(other), "{other}");
        }
    }
}
