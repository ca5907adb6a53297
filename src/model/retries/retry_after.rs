//! The reads of `Retry-After` in responses to requests without the SDK: `res.headers.get("retry-after")`,
//! `err.response.headers["retry-after"]`.

use crate::eval::units::{Bound, Node};
use crate::facts::BindingSource;
use crate::flow::promise::{PromiseAnalysis, Role, Use};
use crate::model::calls::sdk_calls::Call;
use crate::model::errors::{ErrorHandler, ErrorRead, Origin, reads_of};

/// A read of the header.
#[derive(Clone, Debug, PartialEq)]
pub struct RetryAfterRead {
    /// The read.
    pub read: ErrorRead,
    /// True when a missing header is `null`, as in the response of `fetch`, and not `undefined`.
    pub is_null: bool,
    /// True when it is the only read of the header there. Another may be a check.
    pub is_only: bool,
}

/// The reads of the header, in the order of the text, that certainly get it from Customer.io. `handlers` are those
/// that the errors of the calls reach.
pub fn retry_after_reads<'h>(
    promises: &PromiseAnalysis<'_, '_>,
    calls: &[Call],
    handlers: &dyn Fn() -> &'h [ErrorHandler],
) -> Vec<RetryAfterRead> {
    let eval = promises.eval();
    // Nothing is followed in files that do not name the header.
    let is_named = |unit| {
        eval.units.unit(unit).exprs.iter().any(|expr| match &expr.kind {
            crate::facts::ExprKind::String(text) => text.eq_ignore_ascii_case("retry-after"),
            _ => false,
        })
    };
    if calls.is_empty() || !eval.units.iter().any(|(unit, _)| is_named(unit)) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for call in calls.iter().filter(|call| call.through.is_none()) {
        let Some(bound) = response(promises, call) else { continue };
        let resolves = call.request.as_ref().is_some_and(|request| request.resolves_always);
        if resolves {
            found.extend(of(reads_of(promises, bound), &["headers"], true));
        }
    }
    for handler in handlers() {
        if handler.origin == Origin::Sdk && !handler.tells_apart {
            found.extend(of(handler.reads.clone(), &["response", "headers"], false));
        }
    }
    found.retain(|it| it.read.at.file.is_none());
    found.sort_by_key(|it| it.read.at.range);
    found.dedup_by_key(|it| it.read.at.range);
    found
}

/// The variable that holds the response to a request.
pub(super) fn response(promises: &PromiseAnalysis<'_, '_>, call: &Call) -> Option<Bound> {
    let here = |expr| Node { unit: call.site.unit, expr };
    let Use::In(wait, Role::Await) = promises.use_of(call.site) else { return None };
    let Use::Initial(binding) = promises.use_of(here(wait)) else { return None };
    let bound = Bound { unit: call.site.unit, binding };
    match &promises.eval().units.binding(bound).source {
        BindingSource::Variable { path, constant: true, .. } if path.is_empty() => Some(bound),
        _ => None,
    }
}

fn of(reads: Vec<ErrorRead>, headers: &[&str], has_get: bool) -> Vec<RetryAfterRead> {
    let is_header = |name: &str| name.eq_ignore_ascii_case("retry-after");
    let mut found: Vec<ErrorRead> = reads
        .into_iter()
        .filter(|read| {
            let rest = if read.begins(headers) { &read.path[headers.len()..] } else { &[] };
            match rest {
                [get] if get == "get" => read.argument.as_deref().is_some_and(is_header),
                [name] => !has_get && is_header(name),
                _ => false,
            }
        })
        .collect();
    found.dedup_by(|one, other| one.at == other.at);
    let is_only = found.len() == 1;
    found.into_iter().map(|read| RetryAfterRead { read, is_null: has_get, is_only }).collect()
}
