//! The names that a project sends to Customer.io or uses from its account: events, attributes, transactional messages,
//! broadcasts, segments and others, each with the places that name it. [`uses`] takes them out of the model of one
//! file, and [`Catalog`] merges those of all files.
//!
//! Where the model does not see a name there is nothing to take, save that a name is put together at run time, which is
//! kept as it is written. Tests are left out: their requests are not sent.

mod data;
mod entry;
mod events;
mod ids;
mod kind;
mod messages;
mod people;
#[cfg(test)]
mod tests;
mod usage;

pub use data::{Data, DataField, DataType};
pub use entry::{Catalog, CatalogEntry};
pub use kind::{Kind, KnownName};
pub use usage::NameUse;

use crate::model::Model;

/// Returns the names in a file, in the order of the text.
pub fn uses(model: &Model<'_>) -> Vec<NameUse> {
    if model.is_test() {
        return Vec::new();
    }
    let mut found = Vec::new();
    events::find(model, &mut found);
    people::find(model, &mut found);
    messages::find(model, &mut found);
    ids::find(model, &mut found);
    found.sort_by(|a, b| (a.at, a.kind, &a.name).cmp(&(b.at, b.kind, &b.name)));
    found
}
