//! The origins of dates.

/// The origin of a date object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateLibrary {
    /// `Date`.
    Native,
    /// `createdAt` of a row of Prisma: a `Date` wherever the column is what it is by convention. That does not prove
    /// it.
    Prisma,
    /// `moment()`.
    Moment,
    /// `dayjs()`.
    Dayjs,
    /// Luxon's `DateTime`.
    Luxon,
}

impl DateLibrary {
    /// Returns whether its dates have the methods of `Date`.
    pub fn is_native(self) -> bool {
        matches!(self, Self::Native | Self::Prisma)
    }
}
