//! Code shared by the rules about the Pipelines API.

use crate::model::{Call, Given, Model};
use crate::rules::covers;
use crate::sdk::{ClientKind, Door};

/// The calls in the dialect of Pipelines, whatever sends them, that a rule judges.
pub fn sent<'m>(model: &'m Model<'_>, rule: &str) -> impl Iterator<Item = &'m Call> {
    let calls = model.calls().of_every_door().iter();
    calls.filter(move |call| call.client.is_pipelines() && covers(rule, call.client))
}

/// Those of an SDK, which looks at its arguments before it sends anything.
pub fn judged<'m>(model: &'m Model<'_>, rule: &str) -> impl Iterator<Item = &'m Call> {
    sent(model, rule).filter(|call| call.door != Door::Http)
}

/// Returns whether a call of the Pipelines API certainly gets something other than the object that it expects.
pub fn is_positional(model: &Model<'_>, call: &Call) -> bool {
    let takes_object = call.method.as_deref().is_some_and(|method| method != "batch");
    let first = call.argument(0).map(|first| model.given(first));
    matches!(call.client, ClientKind::Pipelines | ClientKind::CdpNode)
        && takes_object
        && matches!(first, Some(Given::Text(_) | Given::Number(_) | Given::Environment(_)))
}
