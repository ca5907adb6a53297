//! The enumerations that the package exports.

use super::{Versions, nearest};

/// An enumeration.
#[derive(Clone, Copy, Debug)]
pub struct Enumeration {
    /// Its name.
    pub name: &'static str,
    /// The versions that export it.
    pub versions: Versions,
    /// Its members and their values.
    pub members: &'static [(&'static str, &'static str)],
}

/// The enumerations, sorted by name. A member that is not here is `undefined`.
pub static ENUMERATIONS: &[Enumeration] = &[
    Enumeration {
        name: "DeliveryExportMetric",
        versions: Versions::since(3, 4, 0),
        members: &[
            ("Created", "created"),
            ("Attempted", "attempted"),
            ("Sent", "sent"),
            ("Delivered", "delivered"),
            ("Opened", "opened"),
            ("Clicked", "clicked"),
            ("Converted", "converted"),
            ("Bounced", "bounced"),
            ("Spammed", "spammed"),
            ("Unsubscribed", "unsubscribed"),
            ("Dropped", "dropped"),
            ("Failed", "failed"),
            ("Undeliverable", "undeliverable"),
        ],
    },
    Enumeration {
        name: "FilterOperator",
        versions: Versions::since(5, 0, 0),
        members: &[("Eq", "eq"), ("Exists", "exists")],
    },
    Enumeration {
        name: "IdentifierType",
        versions: Versions::since(3, 5, 0),
        members: &[("Id", "id"), ("Email", "email"), ("CioId", "cio_id")],
    },
];

impl Enumeration {
    /// The enumeration with this name.
    pub fn of(name: &str) -> Option<&'static Self> {
        ENUMERATIONS.iter().find(|enumeration| enumeration.name == name)
    }
    /// The value of a member; `None` for an unknown one, which reads as `undefined`.
    pub fn value(&self, member: &str) -> Option<&'static str> {
        self.members.iter().find(|(name, _)| *name == member).map(|(_, value)| *value)
    }
    /// The member that a name was most likely meant to be: `Id` for `ID`, `CioId` for `CIO_ID`.
    pub fn nearest_member(&self, name: &str) -> Option<&'static str> {
        nearest(name, self.members.iter().map(|(member, _)| *member))
    }
}
