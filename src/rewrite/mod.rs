//! Changes of more than a place: the code around a call, rewritten as findings and refactorings offer it.

mod address;
mod batch;
mod broadcast;
mod chunks;
mod extract;
mod fresh_names;
mod guard;
mod helper;
mod hoist;
mod layout;
mod place;
mod repeat;
mod walk;

pub use address::with_address;
pub use batch::in_one_batch;
pub use broadcast::in_one_broadcast;
pub use chunks::{few_at_a_time, in_pieces};
pub use extract::in_constant;
pub use guard::{credential_checked, where_there};
pub use hoist::to_module;
pub use place::left_out;
pub use repeat::repeated;

use crate::model::{Call, Model};
use crate::text::Repair;

/// A fix that changes more than the mistake.
fn rewritten(title: &str, edits: Vec<crate::text::TextEdit>) -> Repair {
    Repair { title: title.to_owned(), edits, safe: false }
}

/// The first of some names that occurs nowhere in the file.
pub fn free_name<'n>(model: &Model<'_>, names: &[&'n str]) -> Option<&'n str> {
    let text = model.rope.to_string();
    names.iter().copied().find(|name| !text.contains(name))
}

/// The refactorings of a call: made by a function that logs what goes wrong, retried, and one request for the loop
/// around it. `typed`: whether types may be written.
pub fn refactorings(model: &Model<'_>, call: &Call, typed: bool) -> [Option<Repair>; 3] {
    let all = [helper::logged(model, call, typed), repeated(model, call, typed), in_one_batch(model, call, typed)];
    all.map(|repair| repair.filter(|repair| !model.file().writes_taken_global(&repair.edits)))
}
