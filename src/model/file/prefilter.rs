//! The words in the text of a file that mark it as relevant: most files have none of them, and nothing is evaluated for
//! them.

use crate::sdk::webhook;
use crate::text::Words;
use ropey::Rope;
use std::sync::LazyLock;

/// The words that all hosts end with, those in everything related to signatures, the fields of webhooks, and parts of
/// the names that tests use to expect failures.
static WORDS: LazyLock<Words<8>> = LazyLock::new(|| {
    let [metric, object] = webhook::FIELDS;
    Words::new(["customer.io", "ignature", metric, object, "expect", "ejects", "hrows", "oesNot"])
});

/// The words that the text of a file mentions.
#[derive(Clone, Copy, Debug)]
pub struct Mentioned {
    /// The domain of Customer.io.
    pub domain: bool,
    /// Signatures, by any name.
    pub signature: bool,
    /// All fields that a webhook has.
    pub webhook: bool,
    /// Something that is expected of code, or shown to fail.
    pub expectation: bool,
}

impl Mentioned {
    /// The words that the text of a file mentions.
    pub fn in_text(rope: &Rope) -> Self {
        let [domain, signature, metric, object, expectations @ ..] = WORDS.in_rope(rope);
        Self { domain, signature, webhook: metric && object, expectation: expectations.contains(&true) }
    }
}
