//! The names that a project sends to Customer.io or uses from its account: events, attributes, transactional messages,
//! broadcasts, segments and others, each with the places that name it. [`uses`] takes them out of the model of one
//! file, and [`Catalog`] merges those of all files.
//!
//! Where the model does not see a name there is nothing to take, save that a name is put together at run time, which is
//! kept as it is written. Tests are left out: their requests are not sent.

mod credentials;
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
mod written;

pub use data::{Data, DataField, DataType};
pub use entry::{Catalog, CatalogEntry};
pub use kind::{Kind, KnownName};
pub use usage::NameUse;
pub use written::WrittenForm;

use crate::model::Model;

/// Returns the names that a file sends, in the order of the text.
pub fn uses(model: &Model<'_>) -> Vec<NameUse> {
    if model.file().is_test() { Vec::new() } else { in_order(sent(model)) }
}

/// Returns all names in a file that mean something at Customer.io, in the order of the text: for editors. What tests
/// name is renamed with the rest, and the variables that hold credentials are names, too.
pub fn symbols(model: &Model<'_>) -> Vec<NameUse> {
    let mut found = sent(model);
    credentials::find(model, &mut found);
    in_order(found)
}

fn in_order(mut found: Vec<NameUse>) -> Vec<NameUse> {
    found.sort_by(|a, b| (a.at, a.kind, &a.name).cmp(&(b.at, b.kind, &b.name)));
    found
}

fn sent(model: &Model<'_>) -> Vec<NameUse> {
    let mut found = Vec::new();
    events::find(model, &mut found);
    people::find(model, &mut found);
    messages::find(model, &mut found);
    ids::find(model, &mut found);
    found
}
