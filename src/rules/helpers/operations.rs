//! Code shared by the rules about operations of the v2 API.

use crate::model::{Argument, Call, Model};
use crate::sdk::ClientClass;

/// The operations passed to the Track client's `batch` and `entity`, with their calls; none in files that mock modules.
pub fn operations<'m>(model: &'m Model<'_>) -> impl Iterator<Item = (&'m Call, Argument)> {
    let calls = model
        .calls()
        .every()
        .iter()
        .filter(|call| ClientClass::of(call.client) == ClientClass::Track && !model.file().is_mocked());
    calls.flat_map(|call| model.calls().operations(call).into_iter().map(move |operation| (call, operation)))
}
