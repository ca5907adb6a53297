//! Changes of more than a place: the code around a call, rewritten as findings and refactorings offer it.

mod address;
mod batch;
mod broadcast;
mod chunks;
mod fresh;
mod guard;
mod helper;
mod hoist;
mod layout;
mod place;
mod repeat;
mod walk;

use crate::model::Call;
use crate::model::{Argument, ClientMade, Credential, Model};
use crate::sdk::Limit;
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

/// The loop around a call of `track` with one request for all its events. `typed`: whether types may be written.
pub fn in_one_batch(model: &Model<'_>, call: &Call, typed: bool) -> Option<Repair> {
    batch::in_one_batch(model, call, typed)
}

/// The loop around a call of `triggerBroadcast` with one call for everyone.
pub fn in_one_broadcast(model: &Model<'_>, call: &Call) -> Option<Repair> {
    broadcast::in_one_broadcast(model, call)
}

/// A call with a list that is longer than the API takes, once for each piece of it.
pub fn in_pieces(model: &Model<'_>, call: &Call, list: &Argument, limit: Limit) -> Option<Repair> {
    chunks::in_pieces(model, call, list, limit)
}

/// Calls that are made for all elements of a list at once, for few of them at a time.
pub fn few_at_a_time(model: &Model<'_>, call: &Call) -> Option<Repair> {
    chunks::few_at_a_time(model, call)
}

/// A call that is a statement of its own, only made where its argument, a member after `?.`, exists.
pub fn where_there(model: &Model<'_>, call: &Call, argument: &Argument) -> Option<Repair> {
    guard::where_there(model, call, argument)
}

/// A credential that falls back to nothing, checked before it is used. `variable`: the one of the environment.
pub fn credential_checked(
    model: &Model<'_>,
    client: &ClientMade,
    credential: &Credential,
    variable: &str,
) -> Option<Repair> {
    guard::credential_checked(model, client, credential, variable)
}

/// A client that is made in a function, made once at the level of the module.
pub fn to_module(model: &Model<'_>, client: &ClientMade) -> Option<Repair> {
    hoist::to_module(model, client)
}

/// A call of `identify` that sends the address of the person too, where that is at hand.
pub fn with_address(model: &Model<'_>, call: &Call) -> Option<Repair> {
    address::with_address(model, call)
}

/// A call that is a statement of its own, left out.
pub fn left_out(model: &Model<'_>, call: &Call) -> Option<Repair> {
    place::removed(model, call)
}

/// The call made by a function that logs what goes wrong and gives `null` instead; where that is not handled yet.
/// `typed`: whether types may be written.
pub fn logged(model: &Model<'_>, call: &Call, typed: bool) -> Option<Repair> {
    helper::logged(model, call, typed).filter(|repair| !model.writes_taken_global(&repair.edits))
}

/// Returns the change that allows a retry of the call, by the installed version; `None` where that is not known.
/// `typed`: whether types may be written.
pub fn repeated(model: &Model<'_>, call: &Call, typed: bool) -> Option<Repair> {
    repeat::repeated(model, call, typed).filter(|repair| !model.writes_taken_global(&repair.edits))
}
