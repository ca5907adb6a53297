//! Results of Prisma's client: rows of tables. The schema is not code and is not read, so only the two columns that
//! Prisma's own documentation names and fills are known: `createdAt` and `updatedAt` hold dates.

use super::arguments::Arguments;
use super::value::DateLibrary;
use super::value::{Grain, Kind, Prisma};

/// The package of the client and of the types of rows, where it is not generated into the project.
pub(super) const PACKAGE: &str = "@prisma/client";
const CLIENT: &str = "PrismaClient";

/// Methods of a table that give one row, or none.
const ONE_ROW: &[&str] =
    &["create", "delete", "findFirst", "findFirstOrThrow", "findUnique", "findUniqueOrThrow", "update", "upsert"];

/// Returns the result of `new` on an export of a package.
pub(super) fn made(module: &str, path: &str) -> Kind {
    if module == PACKAGE && path == CLIENT { Kind::Prisma(Prisma::Client) } else { Kind::Unknown }
}

/// A value of a type of a package.
pub(super) fn typed(module: &str, name: &str) -> Option<Kind> {
    let of = |what| Some(Kind::Prisma(what));
    match (module, name) {
        (PACKAGE, CLIENT) => of(Prisma::Client),
        // `Prisma` holds the types of arguments.
        (PACKAGE, name) if name != "Prisma" => of(Prisma::Row),
        _ => None,
    }
}

/// A member.
pub(super) fn member(of: Prisma, key: &str) -> Kind {
    match of {
        // What starts with `$` is the client's own: `$transaction`, `$extends`.
        Prisma::Client if !key.starts_with('$') => Kind::Prisma(Prisma::Table),
        Prisma::Row if matches!(key, "createdAt" | "updatedAt") => Kind::Date(DateLibrary::Prisma, Grain::Unknown),
        _ => Kind::Unknown,
    }
}

/// Returns the result of a method of a table.
pub(super) fn method(of: Prisma, name: &str, arguments: &Arguments) -> Kind {
    let is_query = of == Prisma::Table && arguments.closed && ONE_ROW.contains(&name);
    if is_query { Kind::Prisma(Prisma::Row) } else { Kind::Unknown }
}
