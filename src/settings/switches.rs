//! Settings of editors that switch things on and off: one word for all of them, or one for each.

use serde_json::{Map, Value, json};

/// A setting that switches `N` things.
pub(super) struct Switches<const N: usize> {
    /// Its key.
    pub key: &'static str,
    /// The word for one of its things, for messages.
    pub thing: &'static str,
    /// The keys of its things, with what each shows.
    pub kinds: [(&'static str, &'static str); N],
    /// True when everything is on without the setting.
    pub on: bool,
    /// The description of the setting, for users.
    pub doc: &'static str,
}

impl<const N: usize> Switches<N> {
    /// The switches without the setting.
    pub const fn unset(&self) -> [bool; N] {
        [self.on; N]
    }

    /// The schema of the setting.
    pub fn schema(&self) -> Value {
        let kind = |doc: &str| json!({ "type": "boolean", "default": true, "description": doc });
        let kinds: Map<_, _> = self.kinds.iter().map(|(key, doc)| ((*key).to_owned(), kind(doc))).collect();
        json!({
            "type": ["boolean", "object"],
            "default": self.on,
            "description": self.doc,
            "additionalProperties": false,
            "properties": kinds
        })
    }
}
