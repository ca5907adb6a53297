//! The kinds of code lenses, each of which an editor can switch on.

use super::switches::Switches;

/// The setting.
pub(super) const CODE_LENS: Switches<2> = Switches {
    key: "codeLens",
    thing: "code lens",
    kinds: [
        (
            "wrappers",
            "Above a function that ends in an SDK call: the method, its callers and the events that they send.",
        ),
        ("clients", "Above the creation of a client: its region and its calls."),
    ],
    on: false,
    doc: "Which code lenses are shown above wrappers and clients: all, none, or some kinds. Off by default, except in VS Code.",
};

/// The kinds of code lenses that are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CodeLenses {
    /// Those above functions of the project that end in the SDK.
    pub wrappers: bool,
    /// Those above clients.
    pub clients: bool,
}

impl From<[bool; 2]> for CodeLenses {
    fn from([wrappers, clients]: [bool; 2]) -> Self {
        Self { wrappers, clients }
    }
}

impl Default for CodeLenses {
    fn default() -> Self {
        CODE_LENS.unset().into()
    }
}
