//! Which words the text of a file has that something is looked for by: most files have none of them, and nothing is
//! evaluated for them.

use crate::sdk::webhook;
use crate::text::Words;
use ropey::Rope;
use std::sync::LazyLock;

/// What all hosts end with, the word in everything that has to do with signatures, what webhooks have, and parts of what
/// tests ask for failures with.
static WORDS: LazyLock<Words<8>> = LazyLock::new(|| {
    let [metric, object] = webhook::FIELDS;
    Words::new(["customer.io", "ignature", metric, object, "expect", "ejects", "hrows", "oesNot"])
});

/// What the text of a file mentions.
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
    /// In the text of a file.
    pub fn in_text(rope: &Rope) -> Self {
        let [domain, signature, metric, object, expectations @ ..] = WORDS.in_rope(rope);
        Self { domain, signature, webhook: metric && object, expectation: expectations.contains(&true) }
    }
}
