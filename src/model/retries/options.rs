//! Options that repeat requests: `retry: { statusCodes }` of got and ky, `retryCondition` of axios-retry, and the
//! options of packages that call a function again.

use crate::eval::Eval;
use crate::eval::http::{OptionOf, entry};
use crate::eval::units::files::LocalFile;
use crate::eval::units::{Node, places};
use crate::eval::value::{Number, Sender, SenderOptions, Value, ValueKind};
use crate::facts::{Body, ExprKind};
use crate::flow::promise::PromiseAnalysis;
use crate::model::calls::sdk_calls::Call;
use crate::model::errors::{module_of, package};
use smol_str::SmolStr;
use std::rc::Rc;

/// Status codes that a retry cannot fix, for requests to Customer.io.
const FINAL: &[u16] = &[400, 401, 403, 404, 422];

/// Packages that call a function again after every error, unless their options or the function say otherwise.
const EVERY_ERROR: &[&str] =
    &["async-retry", "exponential-backoff", "p-retry", "ts-retry", "ts-retry-promise", "@lifeomic/attempt"];

/// Options of those that only say how often and when.
const HOW_OFTEN: &[&str] = &[
    "backoff",
    "delay",
    "delayFirstAttempt",
    "factor",
    "forever",
    "initialDelay",
    "jitter",
    "maxAttempts",
    "maxDelay",
    "maxRetryTime",
    "maxTimeout",
    "maxTry",
    "minDelay",
    "minTimeout",
    "numOfAttempts",
    "onRetry",
    "randomize",
    "retries",
    "signal",
    "startingDelay",
    "timeMultiple",
    "unref",
];

/// The elements of `retry: { statusCodes: […] }` that a retry cannot fix, with their codes.
pub(super) fn final_codes(eval: &Eval<'_>, call: &Call) -> Vec<(Node, u16)> {
    let Some(request) = &call.request else { return Vec::new() };
    let Some(module) = request.sender.as_ref().map(|sender| sender.module.as_str()) else { return Vec::new() };
    let is_zero = |value: &Value| matches!(&value.kind, ValueKind::Number(it) if it.value == Some(0.0));
    let leaves_alone = matches!(request.verb.as_deref(), None | Some("POST" | "PATCH"));
    let list = match module {
        "got" | "ky" | "ky-universal" => {
            let Some(retry) = request.options.get(eval, &["retry"]).value() else { return Vec::new() };
            // They leave `POST` alone, unless they are told to repeat it.
            let is_repeated = match entry(eval, &retry, "methods") {
                OptionOf::Absent => !leaves_alone,
                OptionOf::Is(methods) => names_verb(eval, &methods, request.verb.as_deref()),
                OptionOf::Unknown => false,
            };
            let is_off = entry(eval, &retry, "limit").value().is_some_and(|limit| is_zero(&limit));
            if is_repeated && !is_off { entry(eval, &retry, "statusCodes").value() } else { None }
        }
        "ofetch" => {
            let retry = request.options.get(eval, &["retry"]).value();
            let is_repeated = match retry {
                Some(retry) => matches!(retry.kind, ValueKind::Number(_)) && !is_zero(&retry),
                None => request.verb.as_deref() == Some("GET"),
            };
            if is_repeated { request.options.get(eval, &["retryStatusCodes"]).value() } else { None }
        }
        _ => None,
    };
    let Some(list) = list else { return Vec::new() };
    let ExprKind::Array(elements) = eval.units.kind(list.node) else { return Vec::new() };
    let codes = places(list.node.unit, elements).into_iter().filter_map(|node| match eval.value(node).kind {
        ValueKind::Number(Number { value: Some(code), .. }) => {
            FINAL.iter().find(|known| f64::from(**known) == code).map(|code| (node, *code))
        }
        _ => None,
    });
    codes.collect()
}

fn names_verb(eval: &Eval<'_>, methods: &Value, verb: Option<&str>) -> bool {
    let ExprKind::Array(elements) = eval.units.kind(methods.node) else { return false };
    let named = places(methods.node.unit, elements).into_iter();
    verb.is_some_and(|verb| {
        named.map(|node| eval.value(node)).any(|it| it.as_str().is_some_and(|name| name.eq_ignore_ascii_case(verb)))
    })
}

/// Returns whether the promise of a request rejects for every status that is a failure, with nothing in between that
/// decides about it.
pub(super) fn rejects_plainly(eval: &Eval<'_>, options: &SenderOptions) -> bool {
    let deciding = ["validateStatus", "throwHttpErrors", "ignoreResponseError", "simple", "hooks"];
    deciding.iter().all(|key| matches!(options.get(eval, &[key]), OptionOf::Absent))
}

/// The package that calls the function around a request again after every error, and the call of it.
pub(super) fn repeating_package(promises: &PromiseAnalysis<'_, '_>, site: Node) -> Option<(SmolStr, Node)> {
    let eval = promises.eval();
    let (module, around) = package(promises, site)?;
    let callback = promises.function_around(site)?;
    let ExprKind::Call { arguments, .. } = eval.units.kind(around) else { return None };
    let given = places(around.unit, arguments);
    let are_plain = given.len() == arguments.len()
        && given.iter().skip(1).all(|options| says_how_often(eval, &eval.value(*options)));
    // `async-retry` gives a function that ends the retries.
    let may_stop = module == "async-retry" && eval.parameter(callback, 0).is_some();
    let names_it = |node: &Node| {
        eval.units.unit(node.unit).exprs.iter().any(|expr| match &expr.kind {
            ExprKind::Ident(name, _) | ExprKind::Member { property: name, .. } => name.contains("Abort"),
            _ => false,
        })
    };
    let is_every = EVERY_ERROR.contains(&module.as_str()) && are_plain && !may_stop && !names_it(&site);
    is_every.then_some((module, around))
}

fn says_how_often(eval: &Eval<'_>, options: &Value) -> bool {
    match &options.kind {
        ValueKind::Object(object) => {
            let entries = eval.entries(object);
            !entries.open && entries.list.iter().all(|entry| HOW_OFTEN.contains(&entry.key.as_str()))
        }
        ValueKind::Number(_) | ValueKind::Undefined => true,
        _ => false,
    }
}

/// The conditions of axios-retry that are always true, each with the library or the instance that it is given to:
/// `axiosRetry(api, { retryCondition: () => true })`.
pub(super) fn conditions_always_true(eval: &Eval<'_>) -> Vec<(Rc<Sender>, Node)> {
    const PACKAGE: &str = "axios-retry";
    let names_it = |unit| {
        let facts = eval.units.unit(unit);
        facts.imports.iter().any(|import| import.module == PACKAGE)
            || facts.exprs.iter().any(|expr| matches!(&expr.kind, ExprKind::Load(module) if module == PACKAGE))
    };
    let mut found = Vec::new();
    if !eval.units.statements(LocalFile::HERE).any(names_it) {
        return found;
    }
    for (unit, facts) in eval.units.iter() {
        for call in &facts.calls {
            let ExprKind::Call { callee, arguments } = &facts.exprs[call.index()].kind else { continue };
            if module_of(eval, Node { unit, expr: *callee }).is_none_or(|module| module != PACKAGE) {
                continue;
            }
            let [to, options] = places(unit, arguments)[..] else { continue };
            if let OptionOf::Is(condition) = entry(eval, &eval.value(options), "retryCondition")
                && is_always_true(eval, &condition)
                && let ValueKind::Sender(sender) = eval.value(to).kind
            {
                found.push((sender, condition.place));
            }
        }
    }
    found
}

/// Returns whether a value is a function that only gives `true`.
fn is_always_true(eval: &Eval<'_>, condition: &Value) -> bool {
    let ValueKind::Function(unit, function, _) = condition.kind else { return false };
    let is_true = |node: Node| matches!(eval.units.kind(eval.units.peeled(node)), ExprKind::Bool(true));
    match eval.units.unit(unit).functions[function.index()].body {
        Body::Expr(expr) => is_true(Node { unit, expr }),
        Body::Unit(ordinal) => {
            let body = eval.units.child(unit, ordinal);
            let returns = &eval.units.unit(body).returns;
            !returns.is_empty() && returns.iter().all(|expr| is_true(Node { unit: body, expr: *expr }))
        }
        Body::None => false,
    }
}
