//! Code shared by the rules about lengths.

use crate::sdk::Limit;

/// The length of a string in bytes of UTF-8, if that is more than a limit.
pub fn excess(text: &str, limit: Limit) -> Option<usize> {
    Some(text.len()).filter(|length| *length as u64 > limit.most)
}

/// A message that something is too long.
pub fn message(length: usize, limit: Limit) -> String {
    format!("{} is {length} bytes long; Customer.io accepts at most {}", limit.of, limit.most)
}
