//! The kinds of inlay hints, each of which an editor can switch off.

use super::switches::Switches;

/// The setting.
pub(super) const INLAY_HINTS: Switches<4> = Switches {
    key: "inlayHints",
    thing: "inlay hint",
    kinds: [
        ("dates", "The date that a number means."),
        ("units", "The unit of a time in a variable: `ms` or `s`."),
        ("regions", "The region of a client that is given none."),
        ("wrappers", "The SDK method that a function of the project calls."),
    ],
    on: true,
    doc: "Which inlay hints are shown: all, none, or some kinds.",
};

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

impl From<[bool; 4]> for InlayHints {
    fn from([dates, units, regions, wrappers]: [bool; 4]) -> Self {
        Self { dates, units, regions, wrappers }
    }
}

impl Default for InlayHints {
    fn default() -> Self {
        INLAY_HINTS.unset().into()
    }
}
