//! Values that have no parts.

use super::ValueKind;

impl ValueKind {
    /// Returns whether it has no parts.
    pub fn is_plain(&self) -> bool {
        matches!(
            self,
            Self::Undefined
                | Self::Null
                | Self::Bool(_)
                | Self::Str(_)
                | Self::Number(_)
                | Self::BigInt
                | Self::Date(..)
                | Self::DateText { .. }
                | Self::Env(_)
        )
    }
}
