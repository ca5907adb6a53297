//! What the rules about lengths share.

use crate::sdk::Limit;

/// The length of a text in bytes of UTF-8, when that is more than a limit.
pub fn excess(text: &str, limit: Limit) -> Option<usize> {
    Some(text.len()).filter(|length| *length as u64 > limit.most)
}

/// Says that something is too long.
pub fn message(length: usize, limit: Limit) -> String {
    format!("{} is {length} bytes long here: Customer.io takes {} at the most", limit.of, limit.most)
}
