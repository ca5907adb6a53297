//! A test of whether code runs once for each request that a server handles, or each job of a worker: by the kind of
//! function, and not by its name alone.

use crate::eval::units::files::LocalFile;
use crate::eval::units::{Bound, Lookup, Node};
use crate::eval::{Eval, FunctionRef};
use crate::facts::{BindingSource, Element, Exported, ExprKind, FunctionId, Imported};
use crate::flow::promise::{PromiseAnalysis, Role, Use};

use crate::eval::units::UnitId;
use smol_str::SmolStr;

/// The usual names of the first parameter of a request handler.
const REQUESTS: &[&str] = &["_req", "_request", "c", "context", "ctx", "req", "request"];
/// The usual names of the second parameter.
const RESPONSES: &[&str] = &["_res", "h", "next", "reply", "res", "response"];
/// Methods of routers.
const ROUTES: &[&str] = &["all", "delete", "get", "patch", "post", "put", "use"];
/// Functions that take a request handler.
const SERVERS: &[&str] = &["defineEventHandler", "eventHandler", "onCall", "onRequest", "serve"];
/// Exports that platforms call for each request, in files of any name.
const EXPORTS: &[&str] = &[
    "DELETE",
    "GET",
    "HEAD",
    "OPTIONS",
    "PATCH",
    "POST",
    "PUT",
    "getServerSideProps",
    "handler",
    "lambdaHandler",
    "middleware",
    "onRequest",
    "onRequestDelete",
    "onRequestGet",
    "onRequestPatch",
    "onRequestPost",
    "onRequestPut",
];
/// Folders whose files handle requests with their exports.
const FOLDERS: &[&str] = &["/netlify/functions/", "/pages/api/", "/server/api/", "/server/routes/"];

/// The repeated occasion on which a function is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion {
    /// A request that a server answers.
    Request,
    /// A job that a worker takes from a queue.
    Job,
}

/// Returns the repeated occasion on which an expression of the analyzed file is evaluated, if there is one.
pub fn occasion(promises: &PromiseAnalysis<'_, '_>, mut node: Node) -> Option<Occasion> {
    // From one function to the next one around it, to the outermost.
    loop {
        let function = promises.function_around(node)?;
        if let Some(occasion) = called_for(promises, function) {
            return Some(occasion);
        }
        let (unit, id) = function;
        node = match promises.uses(unit).function(id) {
            Some(expr) => Node { unit, expr },
            // A declaration: what stands around its unit is around it.
            None => match promises.function_of(unit) {
                Some(outer) if outer != function => return called_for(promises, outer),
                _ => return None,
            },
        };
    }
}

/// Returns the occasion on which a function is called.
fn called_for(promises: &PromiseAnalysis<'_, '_>, function: FunctionRef) -> Option<Occasion> {
    let parameters = parameters(promises.eval(), function);
    let is = |at: usize, names: &[&str]| parameters.get(at).is_some_and(|name| names.contains(&name.as_str()));
    let takes_both = is(0, REQUESTS) && is(1, RESPONSES);
    let is_fetch = is(0, REQUESTS) && promises.name_of(function).is_some_and(|name| name == "fetch");
    if takes_both || is_fetch || is_routed(promises, function) || is_exported(promises, function) {
        return Some(Occasion::Request);
    }
    works_off(promises, function).then_some(Occasion::Job)
}

fn parameters(eval: &Eval<'_>, (unit, function): FunctionRef) -> Vec<SmolStr> {
    let facts = eval.units.unit(unit);
    let bindings = eval.units.functions(unit).parameters(function).iter();
    bindings.map(|binding| facts.bindings[binding.index()].name.clone()).collect()
}

/// `app.post("/sign-up", …)`, `Deno.serve(…)`
fn is_routed(promises: &PromiseAnalysis<'_, '_>, function: FunctionRef) -> bool {
    let eval = promises.eval();
    let Some((call, _)) = promises.callback_of(function) else { return false };
    let name = eval.called(call);
    if SERVERS.contains(&name.as_str()) || is_procedure(promises, call, &name) {
        return true;
    }
    let ExprKind::Call { arguments, .. } = eval.units.kind(call) else { return false };
    let Some(Element::Item(first)) = arguments.first() else { return false };
    let is_route = promises.method_called(call).is_some() && ROUTES.contains(&name.as_str());
    is_route
        && eval.value(Node { unit: call.unit, expr: *first }).as_str().is_some_and(|path| path.starts_with(['/', '*']))
}

/// Returns whether a call gets the handler of a procedure of tRPC (`t.procedure.input(…).mutation(…)`) or an event of
/// Inngest (`inngest.createFunction(…)`).
fn is_procedure(promises: &PromiseAnalysis<'_, '_>, call: Node, name: &str) -> bool {
    let eval = promises.eval();
    let ExprKind::Call { callee, .. } = eval.units.kind(call) else { return false };
    let begins = |word: &str| begins_with(eval, eval.units.peeled(Node { unit: call.unit, expr: *callee }), word);
    match name {
        "mutation" | "query" | "subscription" => begins("procedure"),
        "createFunction" => begins("inngest"),
        _ => false,
    }
}

/// Returns whether a function works off a queue of BullMQ: `new Worker("mail", …)`.
fn works_off(promises: &PromiseAnalysis<'_, '_>, function: FunctionRef) -> bool {
    let eval = promises.eval();
    let Some((call, 1)) = promises.callback_of(function) else { return false };
    let ExprKind::New { callee, .. } = eval.units.kind(call) else { return false };
    let callee = Node { unit: call.unit, expr: *callee };
    let ExprKind::Ident(name, scope) = eval.units.kind(callee) else { return false };
    let Lookup::One(bound) = eval.units.lookup(call.unit, *scope, name) else { return false };
    match &eval.units.binding(bound).source {
        BindingSource::Import { import, what: Imported::Named(what) } => {
            what == "Worker" && eval.units.unit(bound.unit).imports[*import as usize].module == "bullmq"
        }
        _ => false,
    }
}

/// Returns whether one of the names in a chain of members and calls ends with a word: `publicProcedure.input(…).query`.
fn begins_with(eval: &Eval<'_>, mut node: Node, word: &str) -> bool {
    loop {
        let sibling = |expr| eval.units.peeled(Node { unit: node.unit, expr });
        node = match eval.units.kind(node) {
            ExprKind::Member { property, .. } if property.to_lowercase().ends_with(word) => return true,
            ExprKind::Ident(name, _) => return name.to_lowercase().ends_with(word),
            ExprKind::Member { object, .. } => sibling(*object),
            ExprKind::Call { callee, .. } => sibling(*callee),
            _ => return false,
        };
    }
}

/// Returns whether the analyzed file exports a function, by itself or wrapped by a call, as platforms look for it.
fn is_exported(promises: &PromiseAnalysis<'_, '_>, (unit, function): FunctionRef) -> bool {
    let eval = promises.eval();
    if !unit.is_here() {
        return false;
    }
    let names = match eval.units.functions(unit).bound(function) {
        Some(binding) => exports_of(eval, &eval.units.unit(unit).bindings[binding.index()].name),
        None => as_expression(promises, unit, function),
    };
    let path = eval.units.files.here();
    let path = path.map(|path| path.to_string_lossy().replace('\\', "/")).unwrap_or_default();
    let stem = path.rsplit('/').next().unwrap_or_default();
    names.iter().any(|name| match name.as_str() {
        "default" => FOLDERS.iter().any(|folder| path.contains(folder)),
        // Remix, and SvelteKit.
        "action" | "loader" => path.contains("/routes/") || stem.starts_with("root."),
        "actions" | "load" => stem.starts_with('+'),
        name => EXPORTS.contains(&name) || says_server(eval),
    })
}

/// The names that the module exports one of its own under.
fn exports_of(eval: &Eval<'_>, name: &SmolStr) -> Vec<SmolStr> {
    let units = eval.units.statements(LocalFile::HERE);
    units
        .flat_map(|unit| eval.units.unit(unit).exports.iter())
        .filter(|export| matches!(&export.what, Exported::Local(local) if local == name))
        .map(|export| export.name.clone())
        .collect()
}

/// The names that a function is exported under which is an expression.
fn as_expression(promises: &PromiseAnalysis<'_, '_>, unit: UnitId, function: FunctionId) -> Vec<SmolStr> {
    let eval = promises.eval();
    let Some(mut expr) = promises.uses(unit).function(function) else { return Vec::new() };
    // From one call to the next one around it, to the outermost.
    loop {
        let direct = eval.units.unit(unit).exports.iter().filter(|it| it.what == Exported::Value(expr));
        let direct: Vec<SmolStr> = direct.map(|export| export.name.clone()).collect();
        if !direct.is_empty() {
            return direct;
        }
        expr = match promises.use_of(Node { unit, expr }) {
            // `export const handler = middy(async (event) => …)`
            Use::In(call, Role::Argument(_)) => call,
            Use::Initial(binding) => {
                let bound = Bound { unit, binding };
                return exports_of(eval, &eval.units.binding(bound).name);
            }
            Use::In(assignment, Role::Assigned) => return common_js(eval, Node { unit, expr: assignment }),
            _ => return Vec::new(),
        };
    }
}

/// `exports.handler = …`, `module.exports = …`
fn common_js(eval: &Eval<'_>, assignment: Node) -> Vec<SmolStr> {
    let sibling = |expr| Node { unit: assignment.unit, expr };
    let is_named =
        |node: Node, wanted: &str| matches!(eval.units.kind(node), ExprKind::Ident(name, _) if name == wanted);
    let is_exports = |node: Node| match eval.units.kind(node) {
        ExprKind::Member { object, property } => property == "exports" && is_named(sibling(*object), "module"),
        _ => is_named(node, "exports"),
    };
    let ExprKind::Assign { target, .. } = eval.units.kind(assignment) else { return Vec::new() };
    let target = eval.units.peeled(sibling(*target));
    if is_exports(target) {
        return vec![SmolStr::new_static("default")];
    }
    match eval.units.kind(target) {
        ExprKind::Member { object, property } if is_exports(sibling(*object)) => vec![property.clone()],
        _ => Vec::new(),
    }
}

/// Returns whether the file begins with `"use server"`: its exports are called for each request.
fn says_server(eval: &Eval<'_>) -> bool {
    let Some(first) = eval.units.statements(LocalFile::HERE).next() else { return false };
    let Some(directive) = eval.units.unit(first).flow.dropped.first() else { return false };
    let node = Node { unit: first, expr: *directive };
    matches!(eval.units.kind(node), ExprKind::String(text) if text == "use server")
}
