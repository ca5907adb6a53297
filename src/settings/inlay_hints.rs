//! The kinds of inlay hints, each of which an editor can switch off.

use super::node::{Kind, Node};
use super::read::Reader;
use super::suggest::did_you_mean;
use crate::secrecy::echo_name;
use serde_json::{Value, json};

/// The kinds of inlay hints that are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InlayHints {
    /// The dates of numbers.
    pub dates: bool,
    /// The units of times.
    pub units: bool,
    /// The regions of clients that are given none.
    pub regions: bool,
    /// The methods that functions of the project end in.
    pub wrappers: bool,
}

/// The keys of the setting, with what each shows.
const KINDS: [(&str, &str); 4] = [
    ("dates", "The date that a number means."),
    ("units", "The unit of a time in a variable: `ms` or `s`."),
    ("regions", "The region of a client that is given none."),
    ("wrappers", "The SDK method that a function of the project calls."),
];

impl InlayHints {
    /// All of them, or none.
    const fn all(shown: bool) -> Self {
        Self { dates: shown, units: shown, regions: shown, wrappers: shown }
    }

    /// From the setting: one word for all, or one for each kind.
    pub(super) fn read(reader: &mut Reader<'_>, node: &Node) -> Self {
        let mut hints = Self::default();
        match &node.kind {
            Kind::Bool(shown) => hints = Self::all(*shown),
            Kind::Object(members) => {
                for member in members {
                    let kind = match member.key.as_str() {
                        "dates" => &mut hints.dates,
                        "units" => &mut hints.units,
                        "regions" => &mut hints.regions,
                        "wrappers" => &mut hints.wrappers,
                        _ => {
                            let hint = did_you_mean(&member.key, KINDS.map(|(key, _)| key));
                            let what = format!("unknown inlay hint \"{}\"{hint}", echo_name(&member.key));
                            reader.complain_at(member.key_range, &member.value.pointer, what);
                            continue;
                        }
                    };
                    *kind = reader.bool(&member.value, "an entry of \"inlayHints\"").unwrap_or(*kind);
                }
            }
            _ => reader.wrong_type(node, "\"inlayHints\"", "true, false or an object"),
        }
        hints
    }

    /// The schema of the setting.
    pub(super) fn schema() -> Value {
        let kind = |doc: &str| json!({ "type": "boolean", "default": true, "description": doc });
        let kinds: serde_json::Map<_, _> = KINDS.iter().map(|(key, doc)| ((*key).to_owned(), kind(doc))).collect();
        json!({
            "type": ["boolean", "object"],
            "default": true,
            "description": "Which inlay hints are shown: all, none, or some kinds.",
            "additionalProperties": false,
            "properties": kinds
        })
    }
}

impl Default for InlayHints {
    fn default() -> Self {
        Self::all(true)
    }
}
