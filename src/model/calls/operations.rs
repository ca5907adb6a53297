//! The operations of the v2 API that are passed to a call, as far as they are seen: in the list that is written in the
//! call, in the result of a callback, in the values pushed into a variable.

use super::sdk_calls::Call;
use crate::eval::Eval;
use crate::eval::value::Value;
use crate::model::arguments::argument::Argument;

/// The operations that are passed to `batch` or `entity`, and the items of a `batch` of `PipelinesClient`.
pub fn operations(eval: &Eval<'_>, call: &Call) -> Vec<Argument> {
    let (Some(given), Some(method)) = (call.argument(0), call.method.as_deref()) else { return Vec::new() };
    let value = &given.value;
    let found: Vec<Value> = match method {
        "entity" => value.cases().to_vec(),
        "batch" => {
            let items = value.cases().iter().flat_map(|list| eval.items(list));
            items.chain(eval.pushed(value.place)).flat_map(|item| item.cases().to_vec()).collect()
        }
        _ => return Vec::new(),
    };
    // One that is made by a function of the project is marked in the call of that function.
    let in_place = call.through.is_none();
    found.into_iter().map(|value| given.part(eval, value, in_place)).collect()
}
