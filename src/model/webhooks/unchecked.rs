//! A proof that a route lets every request pass, by everything that it does not do.

use super::routes::{Route, routes};
use crate::eval::units::{Bound, Node};
use crate::eval::{Eval, FunctionRef};
use crate::facts::{BindingSource, ExprKind, Key, PatternStep, Property, TemplatePart, Unit};
use crate::flow::promise::{PromiseAnalysis, Role, Use};
use crate::sdk::webhook;

/// The parts of a request that a handler may take without seeing a signature.
const HARMLESS: &[&str] = &["body", "id", "json", "log", "method", "param", "params", "path", "query", "url"];
/// The parts that handlers of Hono and Koa may take from their context, which holds the request and the response.
const OF_CONTEXT: &[&str] = &["body", "executionCtx", "json", "status", "text"];
/// The other parts that a handler may destructure from its argument: `({ request, params }) => …`.
const BESIDE: &[&str] = &["getClientAddress", "locals", "log", "params", "platform", "query", "url"];
/// Parts of the names of anything that authenticates the sender.
const CHECKS: &[&str] = &[
    "allowlist",
    "auth",
    "basic",
    "digest",
    "forbidden",
    "guard",
    "hmac",
    "next/headers",
    "password",
    "permission",
    "protect",
    "secret",
    "signature",
    "signing",
    "timingsafe",
    "token",
    "verif",
    "whitelist",
    "x-cio",
];
/// The words among them that are about signatures.
const SIGNATURES: &[&str] = &["hmac", "signature", "verif", "x-cio"];
/// Calls in files that install something before the routes of others.
const MOUNTS: &[&str] = &["addHook", "register", "use"];

/// The routes of the analyzed file that take webhooks of Customer.io and let every request pass.
pub fn unchecked(eval: &Eval<'_>) -> Vec<Route> {
    if !webhook::FIELDS.iter().all(|field| eval.units.iter().any(|(_, facts)| names_field(facts, field))) {
        return Vec::new();
    }
    let mut routes = routes(eval);
    routes.retain(|route| never_sees_headers(eval, route.handler));
    if routes.is_empty() || eval.units.iter().any(|(_, facts)| may_refuse(facts)) {
        return Vec::new();
    }
    routes
}

/// Returns whether the analyzed file puts something before the routes of other files that may authenticate the sender.
pub fn checks_for_others(eval: &Eval<'_>) -> bool {
    let mounts = eval.units.iter().any(|(_, facts)| {
        facts.calls.iter().any(|call| {
            let ExprKind::Call { callee, .. } = &facts.exprs[call.index()].kind else { return false };
            let callee = &facts.exprs[callee.index()].kind;
            matches!(callee, ExprKind::Member { property, .. } if MOUNTS.contains(&property.as_str()))
        })
    });
    let is_middleware = eval.units.files.here().is_some_and(|path| {
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().to_lowercase()).unwrap_or_default();
        // Next.js, SvelteKit.
        matches!(stem.as_str(), "middleware" | "proxy" | "hooks.server")
    });
    (mounts || is_middleware) && eval.units.iter().any(|(_, facts)| names_one_of(facts, SIGNATURES))
}

/// Returns whether a part of a file takes a field of an object.
fn names_field(facts: &Unit, field: &str) -> bool {
    let in_pattern =
        |path: &[PatternStep]| path.iter().any(|step| matches!(step, PatternStep::Key(key) if key == field));
    let is_member = |kind: &ExprKind| matches!(kind, ExprKind::Member { property, .. } if property == field);
    facts.exprs.iter().any(|expr| is_member(&expr.kind))
        || facts.bindings.iter().any(|binding| match &binding.source {
            BindingSource::Variable { path, .. }
            | BindingSource::Parameter { path, .. }
            | BindingSource::Each { path, .. } => in_pattern(path),
            _ => false,
        })
}

/// Returns whether a part of a file names anything that may authenticate the sender, or rejects a request.
fn may_refuse(facts: &Unit) -> bool {
    let refuses = |kind: &ExprKind| matches!(kind, ExprKind::Number(status) if *status == 401.0 || *status == 403.0);
    facts.exprs.iter().any(|expr| refuses(&expr.kind)) || names_one_of(facts, CHECKS)
}

/// Returns whether a name or a text in a part of a file has one of these parts.
pub fn names_one_of(facts: &Unit, parts: &[&str]) -> bool {
    let has = |name: &str| {
        let name = name.to_lowercase();
        parts.iter().any(|part| name.contains(part))
    };
    let named = |key: &Key| matches!(key, Key::Name(name) if has(name));
    facts.bindings.iter().any(|binding| has(&binding.name))
        || facts.imports.iter().any(|import| has(&import.module))
        || facts.exprs.iter().any(|expr| match &expr.kind {
            ExprKind::Ident(name, _) | ExprKind::String(name) | ExprKind::Load(name) => has(name),
            ExprKind::Member { property, .. } => has(property),
            ExprKind::Template(parts) => parts.iter().any(|part| matches!(part, TemplatePart::Text(text) if has(text))),
            ExprKind::Object(properties) => properties.iter().any(|property| match property {
                Property::Entry { key, .. } | Property::Getter(key, _) => named(key),
                Property::Spread(_) => false,
            }),
            _ => false,
        })
}

/// Returns whether a handler takes nothing of the request but its body and its address, so that it cannot have looked
/// at the signature.
fn never_sees_headers(eval: &Eval<'_>, (unit, function): FunctionRef) -> bool {
    let facts = eval.units.unit(unit);
    // One of four parameters handles errors.
    if !(1..=3).contains(&facts.functions[function.index()].parameters) {
        return false;
    }
    let promises = PromiseAnalysis::new(eval);
    let mut sees_nothing = false;
    for (at, binding) in facts.bindings.iter().enumerate() {
        let BindingSource::Parameter { function: of, index: 0, path } = &binding.source else { continue };
        if *of != function {
            continue;
        }
        let bound = Bound { unit, binding: crate::facts::BindingId(at as u32) };
        let harmless = match &path[..] {
            [] => eval.units.references(bound).all(|node| takes_harmless(eval, &promises, node, true)),
            [PatternStep::Key(key)] if matches!(key.as_str(), "req" | "request") => {
                eval.units.references(bound).all(|node| takes_harmless(eval, &promises, node, false))
            }
            [PatternStep::Key(key), ..] => HARMLESS.contains(&key.as_str()) || BESIDE.contains(&key.as_str()),
            _ => false,
        };
        if !harmless || eval.units.writes_to(bound).next().is_some() {
            return false;
        }
        sees_nothing = true;
    }
    sees_nothing
}

/// Returns whether the parts taken of a request here do not include its headers. `whole`: it may also be the holder of
/// the request.
fn takes_harmless(eval: &Eval<'_>, promises: &PromiseAnalysis<'_, '_>, node: Node, whole: bool) -> bool {
    let Use::In(member, Role::Object) = promises.use_of(node) else { return false };
    let member = Node { unit: node.unit, expr: member };
    let ExprKind::Member { property, .. } = eval.units.kind(member) else { return false };
    match property.as_str() {
        "req" | "request" if whole => takes_harmless(eval, promises, member, false),
        name => HARMLESS.contains(&name) || whole && OF_CONTEXT.contains(&name),
    }
}
