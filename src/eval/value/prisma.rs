//! A value that comes from Prisma's client.

/// Something of Prisma.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prisma {
    /// A client.
    Client,
    /// A table of one: `prisma.user`.
    Table,
    /// A row.
    Row,
}
