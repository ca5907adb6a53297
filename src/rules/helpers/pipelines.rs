//! Code shared by the rules about the Pipelines API.

use crate::model::{Call, Given, Model};
use crate::sdk::ClientClass;

/// Returns whether a call of the Pipelines API certainly gets something other than the object that it expects.
pub fn is_positional(model: &Model<'_>, call: &Call) -> bool {
    let takes_object = call.method.as_deref().is_some_and(|method| method != "batch");
    let first = call.argument(0).map(|first| model.given(first));
    ClientClass::of(call.client) == ClientClass::Pipelines
        && takes_object
        && matches!(first, Some(Given::Text(_) | Given::Number(_) | Given::Environment(_)))
}
