//! What the rules about promises share.

use crate::finding::Applicability;
use crate::model::{Call, Dropped, DroppedBy, Model, Promise};
use crate::rules::Draft;
use crate::sdk::{Check, Class, ClientKind, Param};
use crate::text::TextRange;

/// The later call that may reach Customer.io before `identify` has: for the same person, in one run of one function, and
/// with nobody waiting in between.
pub fn overtaking<'m>(model: &'m Model<'_>, identify: &Call) -> Option<&'m Call> {
    let sends = identify.method.as_deref() == Some("identify") && identify.client != ClientKind::Pipelines;
    let Promise::Dropped(dropped) = &identify.promise else { return None };
    if !sends || !matches!(dropped.how, DroppedBy::Statement | DroppedBy::Unread(_) | DroppedBy::Logged) {
        return None;
    }
    // What waits for the chain waits for what is in it.
    let (this, whole) = (named(model, identify), dropped.whole);
    model.sdk_calls().iter().find(|call| {
        depends(call)
            && identify.comes_before(call)
            && !whole.contains(call.range)
            && named(model, call).iter().any(|person| this.contains(person))
    })
}

/// Whether a call does something with a person that has to be there.
fn depends(call: &Call) -> bool {
    let Some(method) = call.method.as_deref() else { return false };
    match call.client {
        ClientKind::Track | ClientKind::Legacy => {
            matches!(method, "track" | "trackPageView" | "addDevice" | "mergeCustomers")
        }
        ClientKind::App => method.starts_with("send"),
        ClientKind::Pipelines => false,
    }
}

/// What names the person that a call is about: the ids and addresses, as they are written.
pub fn named(model: &Model<'_>, call: &Call) -> Vec<String> {
    model.persons(call).iter().map(|text| text.trim().trim_end_matches('!').to_owned()).collect()
}

/// What a call is called by in a message: the method, or the function of the project.
pub fn name(call: &Call) -> String {
    match (&call.through, &call.method) {
        (Some(through), _) if !through.name.is_empty() => format!("`{}`", through.name),
        (Some(_), _) => "this function".to_owned(),
        (None, Some(method)) => format!("`{method}`"),
        (None, None) => "this call".to_owned(),
    }
}

/// Puts what can be done to a finding.
pub fn repaired<'d>(draft: Draft<'d>, dropped: &Dropped) -> Draft<'d> {
    dropped.repairs.iter().fold(draft, |draft, repair| {
        let applicability = if repair.safe { Applicability::Safe } else { Applicability::Suggested };
        draft.fix(&repair.title, applicability, repair.edits.clone())
    })
}

/// The argument of a call that may be missing, so that the call throws past the `catch` behind it, with what is to stand
/// there.
pub fn throws_past_its_catch(model: &Model<'_>, call: &Call) -> Option<(&'static Param, TextRange)> {
    let is_handled = call.promise == Promise::Handled && call.through.is_none() && !model.is_mocked();
    (is_handled && goes_up(call)).then(|| missing(model, call)).flatten()
}

/// Whether what a call throws leaves the function around it as an error, to a caller that expects none.
fn goes_up(call: &Call) -> bool {
    let caught = call.around.is_caught();
    match &call.around.function {
        Some(function) => {
            !caught
                && !function.is_async
                && !function.is_generator
                && function.callback.is_none()
                && function.name.is_some()
        }
        None => !caught,
    }
}

/// The first argument that must not be empty and may be missing.
fn missing(model: &Model<'_>, call: &Call) -> Option<(&'static Param, TextRange)> {
    let method = Class::of(call.client).method(call.method.as_deref()?)?;
    let parameters = method.parameters.at(model.version()).unwrap_or_else(|| method.parameters.newest());
    parameters.iter().zip(&call.arguments).find_map(|(parameter, argument)| {
        let checked = matches!(parameter.check, Check::NotEmpty | Check::Present | Check::Text);
        let may = checked && (model.is_optional(argument) || model.given(argument).may_be_missing());
        Some((parameter, argument.range.filter(|_| may)?))
    })
}
