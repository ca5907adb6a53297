//! The routes of a file that Customer.io sends its webhooks to, as far as their paths say so.

use crate::eval::units::files::LocalFile;
use crate::eval::units::places;
use crate::eval::units::{Lookup, Node, UnitId};
use crate::eval::value::ValueKind;
use crate::eval::{Eval, FunctionRef};
use crate::facts::{BindingSource, Exported, ExprId, ExprKind, FunctionId};
use crate::text::TextRange;
use std::path::Path;

/// The spellings of Customer.io in paths.
const NAMES: [&str; 4] = ["customerio", "customer-io", "customer.io", "customer_io"];
/// Middleware that reads a body on its way to the handler, and lets every body pass.
const PARSERS: &[&str] = &["json", "raw", "text", "urlencoded"];
/// Wrappers of a handler that pass its rejections on.
const WRAPPERS: &[&str] = &["asyncHandler", "asyncWrap", "catchAsync", "expressAsyncHandler", "wrapAsync"];

/// A route.
pub struct Route {
    /// The function that responds.
    pub handler: FunctionRef,
    /// The evidence that it is Customer.io's: the path, or the name of the function in a file whose path says so.
    pub at: TextRange,
}

/// Those of the analyzed file.
pub fn routes(eval: &Eval<'_>) -> Vec<Route> {
    let calls =
        eval.units.iter().flat_map(|(unit, facts)| facts.calls.iter().map(move |expr| Node { unit, expr: *expr }));
    calls.filter_map(|call| registered(eval, call)).chain(by_file(eval)).collect()
}

/// `app.post("/webhooks/customerio", express.json(), (req, res) => …)`
fn registered(eval: &Eval<'_>, call: Node) -> Option<Route> {
    let ExprKind::Call { callee, arguments } = eval.units.kind(call) else { return None };
    let ExprKind::Member { property, .. } = eval.units.kind(eval.units.peeled(Node { unit: call.unit, expr: *callee }))
    else {
        return None;
    };
    if !matches!(property.as_str(), "all" | "post") {
        return None;
    }
    let given = places(call.unit, arguments);
    let [path, between @ .., last] = &given[..] else { return None };
    let named = eval.value(*path).as_str().is_some_and(|path| path.starts_with('/') && names_customerio(path));
    // Anything else that stands between may be a check.
    if !named || given.len() != arguments.len() || !between.iter().all(|it| is_parser(eval, *it)) {
        return None;
    }
    Some(Route { handler: function(eval, *last)?, at: eval.units.range(*path) })
}

fn is_parser(eval: &Eval<'_>, node: Node) -> bool {
    let node = eval.units.peeled(node);
    matches!(eval.units.kind(node), ExprKind::Call { .. }) && PARSERS.contains(&eval.called(node).as_str())
}

/// The function that an expression is, in the analyzed file.
fn function(eval: &Eval<'_>, node: Node) -> Option<FunctionRef> {
    let node = eval.units.peeled(node);
    match eval.units.kind(node) {
        ExprKind::Function(function) => Some((node.unit, *function)),
        ExprKind::Call { arguments, .. } if WRAPPERS.contains(&eval.called(node).as_str()) => {
            let [only] = places(node.unit, arguments)[..] else { return None };
            function(eval, only)
        }
        ExprKind::Ident(..) => match eval.value(node).kind {
            ValueKind::Function(unit, function, _) if unit.is_here() => Some((unit, function)),
            _ => None,
        },
        _ => None,
    }
}

/// Returns the exports of a file whose path is the route: `app/api/customerio/route.ts`, `pages/api/customerio.ts`.
fn by_file(eval: &Eval<'_>) -> Option<Route> {
    let export = export_of(&eval.units.files.here()?)?;
    eval.units.statements(LocalFile::HERE).find_map(|unit| {
        let facts = eval.units.unit(unit);
        let export = facts.exports.iter().find(|it| it.name == export)?;
        match &export.what {
            Exported::Local(name) => of_name(eval, unit, name),
            Exported::Value(value) => of_value(eval, unit, *value),
            Exported::From(..) | Exported::All(_) => None,
        }
    })
}

fn of_name(eval: &Eval<'_>, unit: UnitId, name: &str) -> Option<Route> {
    let Lookup::One(bound) = eval.units.lookup_in_module(unit.file, name) else { return None };
    let binding = eval.units.binding(bound);
    let handler = match &binding.source {
        BindingSource::Function(function) => (bound.unit, *function),
        BindingSource::Variable { value: Some(value), path, .. } if path.is_empty() => {
            function(eval, Node { unit: bound.unit, expr: *value })?
        }
        _ => return None,
    };
    Some(Route { handler, at: eval.units.absolute(bound.unit, binding.range) })
}

fn of_value(eval: &Eval<'_>, unit: UnitId, value: ExprId) -> Option<Route> {
    let node = Node { unit, expr: value };
    let handler: (UnitId, FunctionId) = function(eval, node)?;
    let whole = eval.units.range(node);
    // A whole function is too long to be marked.
    let end = whole.start + "export".len() as u32;
    Some(Route { handler, at: TextRange { end: end.min(whole.end), ..whole } })
}

/// The export of a file that answers, when the file's path is a route of Customer.io's.
fn export_of(path: &Path) -> Option<&'static str> {
    let text = path.to_string_lossy().replace('\\', "/").to_lowercase();
    let (folder, name) = text.rsplit_once('/')?;
    let stem = name.split('.').next().unwrap_or(name);
    let inside = |folder: &str, root: &str| folder.rsplit_once(root).is_some_and(|(_, rest)| names_customerio(rest));
    match stem {
        // Next.js, and SvelteKit.
        "route" if inside(folder, "/app/") => Some("POST"),
        "+server" if inside(folder, "/routes/") => Some("POST"),
        _ if inside(&text, "/pages/api/") => Some("default"),
        _ => None,
    }
}

fn names_customerio(path: &str) -> bool {
    let path = path.to_lowercase();
    NAMES.iter().any(|name| path.contains(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_are_routes() {
        for (path, export) in [
            ("/shop/src/app/api/webhooks/customerio/route.ts", Some("POST")),
            ("/shop/src/routes/hooks/customer.io/+server.ts", Some("POST")),
            ("/shop/pages/api/customer-io.ts", Some("default")),
            ("/shop/pages/api/hooks/customerio/index.js", Some("default")),
            ("/shop/src/app/api/webhooks/stripe/route.ts", None),
            ("/customerio/src/app/api/webhooks/stripe/route.ts", None),
            ("/customerio/pages/api/stripe.ts", None),
            ("/shop/src/lib/customerio.ts", None),
            ("/shop/src/app/customerio/page.tsx", None),
        ] {
            assert_eq!(export_of(Path::new(path)), export, "{path}");
        }
    }
}
