//! Code shared by the rules about promises.

use crate::finding::Applicability;
use crate::model::{Call, Dropped, DroppedBy, Given, Model, Promise};
use crate::rules::Draft;
use crate::sdk::{Check, ClientClass, ClientKind, Door, Param};
use crate::text::TextRange;
use rustc_hash::FxHashMap;
use std::cell::OnceCell;

/// Calls by person and enclosing function: only calls of one function have an order.
pub struct Persons<'m> {
    /// Lists of calls in source order.
    calls: FxHashMap<(Option<TextRange>, String), Vec<&'m Call>>,
}

impl<'m> Persons<'m> {
    /// Groups calls by person.
    pub fn of(model: &Model<'_>, calls: impl Iterator<Item = &'m Call>) -> Self {
        let mut persons = Self { calls: FxHashMap::default() };
        for call in calls {
            for person in named(model, call) {
                let same = persons.calls.entry((function(call), person)).or_default();
                // A call can name the same person twice.
                if !same.last().is_some_and(|last| std::ptr::eq(*last, call)) {
                    same.push(call);
                }
            }
        }
        persons.calls.values_mut().for_each(|calls| calls.sort_by_key(|call| call.range));
        persons
    }

    /// The first call after `call`, about one of these persons, that fits and runs only after `call`.
    pub fn after(&self, call: &Call, persons: &[String], fits: impl Fn(&Call) -> bool) -> Option<&'m Call> {
        let of_each = persons.iter().filter_map(|person| {
            let same = self.calls.get(&(function(call), person.clone()))?;
            let from = same.partition_point(|other| other.range.start < call.range.end);
            same[from..].iter().find(|other| call.comes_before(other) && fits(other)).copied()
        });
        of_each.min_by_key(|call| call.range)
    }

    /// Returns whether a call about one of these persons certainly runs before `call`.
    pub fn has_before(&self, call: &Call, persons: &[String]) -> bool {
        persons.iter().any(|person| {
            let same = self.calls.get(&(function(call), person.clone())).map_or(&[][..], Vec::as_slice);
            let until = same.partition_point(|other| other.range.start < call.range.start);
            same[..until].iter().rev().any(|other| other.comes_before(call))
        })
    }
}

fn function(call: &Call) -> Option<TextRange> {
    call.around.function.as_ref().map(|function| function.body)
}

/// Finds calls that may reach Customer.io before the `identify` that they depend on.
pub struct Overtaking<'m> {
    model: &'m Model<'m>,
    /// The calls that depend on one.
    resting: OnceCell<Persons<'m>>,
}

impl<'m> Overtaking<'m> {
    /// Creates a finder for the calls of a file.
    pub fn of(model: &'m Model<'m>) -> Self {
        Self { model, resting: OnceCell::new() }
    }

    /// The later call that may reach Customer.io before `identify`: for the same person, in one run of one function,
    /// with nothing awaited in between.
    pub fn find(&self, identify: &Call) -> Option<&'m Call> {
        let sends = identify.method.as_deref() == Some("identify") && identify.client != ClientKind::Pipelines;
        let Promise::Dropped(dropped) = &identify.promise else { return None };
        if !sends || !matches!(dropped.how, DroppedBy::Statement | DroppedBy::Unread(_) | DroppedBy::Logged) {
            return None;
        }
        let calls = || self.model.calls().every().iter().filter(|call| depends(call));
        let resting = self.resting.get_or_init(|| Persons::of(self.model, calls()));
        // A call inside the promise chain runs after it.
        resting.after(identify, &named(self.model, identify), |call| !dropped.whole.contains(call.range))
    }
}

/// Returns whether a call needs the person to exist.
fn depends(call: &Call) -> bool {
    let Some(method) = call.method.as_deref() else { return false };
    match call.client {
        ClientKind::Track | ClientKind::Legacy => {
            matches!(method, "track" | "trackPageView" | "addDevice" | "mergeCustomers")
        }
        ClientKind::App => method.starts_with("send"),
        _ => false,
    }
}

/// The identifiers of the person that a call is about, as written: ids and addresses.
pub fn named(model: &Model<'_>, call: &Call) -> Vec<String> {
    model.people().of_call(call).iter().map(|text| text.trim().trim_end_matches('!').to_owned()).collect()
}

/// The name of a call in a message: the method, or the project's function.
pub fn name(call: &Call) -> String {
    match (&call.through, &call.method) {
        (Some(through), _) if !through.name.is_empty() => format!("`{}`", through.name),
        (Some(_), _) => "this function".to_owned(),
        (None, _) if call.door == Door::Http => "this request".to_owned(),
        (None, Some(method)) => format!("`{method}`"),
        (None, None) => "this call".to_owned(),
    }
}

/// Adds the repairs of a dropped promise to a finding.
pub fn repaired<'d>(draft: Draft<'d>, dropped: &Dropped) -> Draft<'d> {
    dropped.repairs.iter().fold(draft, |draft, repair| {
        let applicability = if repair.safe { Applicability::Safe } else { Applicability::Suggested };
        draft.fix(&repair.title, applicability, || repair.edits.clone())
    })
}

/// The argument of a call that may be missing, so that the call throws before its `catch` is attached, with its
/// parameter.
pub fn throws_past_its_catch(model: &Model<'_>, call: &Call) -> Option<(&'static Param, TextRange)> {
    let is_handled = call.promise == Promise::Handled && call.through.is_none() && !model.file().is_mocked();
    (is_handled && goes_up(call)).then(|| missing(model, call)).flatten()
}

/// Returns whether an exception of the call leaves the enclosing function, to a caller that does not expect one.
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

/// The first argument that must not be empty but may be missing.
fn missing(model: &Model<'_>, call: &Call) -> Option<(&'static Param, TextRange)> {
    let method = ClientClass::of(call.client).method(call.method.as_deref()?)?;
    let parameters = method.parameters.at(model.version()).unwrap_or_else(|| method.parameters.newest());
    parameters.iter().zip(&call.arguments).find_map(|(parameter, argument)| {
        let checked = matches!(parameter.check, Check::NotEmpty | Check::Present | Check::Text);
        // A value that is certainly empty always throws, which `empty-argument` reports.
        let given = model.given(argument);
        let is_empty = match &given {
            Given::Nothing => true,
            Given::Text(text) => text.trim().is_empty(),
            _ => false,
        };
        let may = checked && !is_empty && (model.is_optional(argument) || given.may_be_missing());
        if may { Some((parameter, argument.range?)) } else { None }
    })
}
