//! Results of Prisma's client: rows of tables. The schema is not code and is not read, so only the two columns that
//! Prisma's own documentation names and fills are known: `createdAt` and `updatedAt` hold dates.

use super::arguments::Arguments;
use super::value::DateLibrary;
use super::value::{Grain, Prisma, ValueKind};

/// The package of the client and of the types of rows, where it is not generated into the project.
pub(super) const PACKAGE: &str = "@prisma/client";
const CLIENT: &str = "PrismaClient";

/// Methods of a table that give one row, or none.
const ONE_ROW: &[&str] =
    &["create", "delete", "findFirst", "findFirstOrThrow", "findUnique", "findUniqueOrThrow", "update", "upsert"];

/// Returns the result of `new` on an export of a package.
pub(super) fn made(module: &str, path: &str) -> ValueKind {
    if module == PACKAGE && path == CLIENT { ValueKind::Prisma(Prisma::Client) } else { ValueKind::Unknown }
}

/// A value of a type of a package.
pub(super) fn typed(module: &str, name: &str) -> Option<ValueKind> {
    let of = |what| Some(ValueKind::Prisma(what));
    match (module, name) {
        (PACKAGE, CLIENT) => of(Prisma::Client),
        // `Prisma` holds the types of arguments.
        (PACKAGE, name) if name != "Prisma" => of(Prisma::Row),
        _ => None,
    }
}

/// A member.
pub(super) fn member(of: Prisma, key: &str) -> ValueKind {
    match of {
        // What starts with `$` is the client's own: `$transaction`, `$extends`.
        Prisma::Client if !key.starts_with('$') => ValueKind::Prisma(Prisma::Table),
        Prisma::Row if matches!(key, "createdAt" | "updatedAt") => ValueKind::Date(DateLibrary::Prisma, Grain::Unknown),
        _ => ValueKind::Unknown,
    }
}

/// Returns the result of a method of a table.
pub(super) fn method(of: Prisma, name: &str, arguments: &Arguments) -> ValueKind {
    let is_query = of == Prisma::Table && arguments.closed && ONE_ROW.contains(&name);
    if is_query { ValueKind::Prisma(Prisma::Row) } else { ValueKind::Unknown }
}
