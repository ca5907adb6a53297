//! Functions that write a log, report an error or create one.

use super::known::bound;
use super::thing::Sink;
use crate::facts::{BindingSource, ExprKind, Key, Property};

use crate::eval::units::files::LocalFile;
use crate::eval::units::{Lookup, Node};
use crate::eval::{Eval, ExportFound, What};
use crate::model::file::name_words::words;
use smol_str::{SmolStr, format_smolstr};

/// The maximum number of steps from a logger to its package.
const MOST_STEPS: u32 = 64;

/// Packages that write logs.
const LOGGERS: &[&str] = &[
    "@google-cloud/logging",
    "@nestjs/common",
    "@std/log",
    "bole",
    "bunyan",
    "consola",
    "debug",
    "electron-log",
    "lambda-log",
    "log4js",
    "loglevel",
    "loglayer",
    "nestjs-pino",
    "next-logger",
    "npmlog",
    "pino",
    "roarr",
    "signale",
    "tracer",
    "tslog",
    "winston",
];

/// Methods of loggers that write.
const LEVELS: &[&str] = &[
    "alert", "assert", "crit", "critical", "debug", "dir", "emerg", "error", "fatal", "group", "http", "info", "log",
    "notice", "note", "silly", "success", "table", "trace", "verbose", "warn", "warning", "write",
];

/// Methods of error reports that send their arguments.
const REPORTS: &[&str] = &[
    "addBreadcrumb",
    "addMetadata",
    "captureEvent",
    "captureException",
    "captureMessage",
    "leaveBreadcrumb",
    "notify",
    "setContext",
    "setExtra",
    "setExtras",
    "setTag",
    "setTags",
    "setUser",
];

/// The way a call writes its arguments.
pub(super) fn sink(eval: &Eval<'_>, call: Node) -> Option<Sink> {
    let sibling = |expr| Node { unit: call.unit, expr };
    match eval.units.kind(call) {
        ExprKind::New { callee, .. } => {
            let name = last_name(eval, eval.units.peeled(sibling(*callee)))?;
            (name.ends_with("Error") || name.ends_with("Exception")).then_some(Sink::Error)
        }
        ExprKind::Call { callee, .. } => {
            let callee = eval.units.peeled(sibling(*callee));
            match eval.units.kind(callee) {
                ExprKind::Member { object, property } => {
                    let object = eval.units.peeled(sibling(*object));
                    method(eval, object, property).then(|| Sink::Log(label(eval, object, property)))
                }
                ExprKind::Ident(name, _) if name == "Error" => Some(Sink::Error),
                ExprKind::Ident(name, _) => function(eval, callee, name).then(|| Sink::Log(name.clone())),
                // `debug("mail")("key %s", key)`
                ExprKind::Call { .. } => {
                    is_of(eval, callee, |package| package == "debug").then(|| Sink::Log(SmolStr::new_static("debug")))
                }
                _ => None,
            }
        }
        _ => None,
    }
}

fn label(eval: &Eval<'_>, object: Node, method: &str) -> SmolStr {
    let name = last_name(eval, object).unwrap_or_default();
    if name.is_empty() { method.into() } else { format_smolstr!("{name}.{method}") }
}

fn method(eval: &Eval<'_>, object: Node, name: &str) -> bool {
    let (writes, reports) = (LEVELS.contains(&name), REPORTS.contains(&name));
    if !writes && !reports {
        return false;
    }
    let Some(called) = last_name(eval, object) else { return writes && is_of(eval, object, is_logger) };
    if reports {
        return matches!(called.as_str(), "Sentry" | "sentry" | "Bugsnag" | "scope")
            || is_of(eval, object, |package| package.starts_with("@sentry/") || package.starts_with("@bugsnag/"));
    }
    match called.as_str() {
        "console" => {
            !matches!(eval.units.kind(object), ExprKind::Ident(..)) || eval.units.global_name(object).is_some()
        }
        "stdout" | "stderr" => name == "write",
        "Sentry" | "Rollbar" | "rollbar" => name != "assert",
        _ => is_called_log(&called) || is_of(eval, object, is_logger),
    }
}

fn function(eval: &Eval<'_>, callee: Node, name: &SmolStr) -> bool {
    if REPORTS.contains(&name.as_str()) {
        return is_of(eval, callee, |package| package.starts_with("@sentry/"));
    }
    if !is_called_log(name) && name != "debug" {
        return is_of(eval, callee, |package| package == "debug");
    }
    let Some(bound) = bound(eval, callee) else { return false };
    match &eval.units.binding(bound).source {
        // A function of the project: what its body calls tells.
        BindingSource::Function(id) => writes(eval, (bound.unit, *id)),
        BindingSource::Variable { value: Some(value), path, .. } if path.is_empty() => {
            let value = eval.units.peeled(Node { unit: bound.unit, expr: *value });
            match eval.units.kind(value) {
                ExprKind::Function(id) => writes(eval, (value.unit, *id)),
                ExprKind::Member { object, property } => {
                    method(eval, eval.units.peeled(Node { unit: value.unit, expr: *object }), property)
                }
                _ => is_of(eval, value, is_logger),
            }
        }
        _ => is_of(eval, callee, is_logger),
    }
}

/// Returns whether a function hands something to a log.
fn writes(eval: &Eval<'_>, function: crate::eval::FunctionRef) -> bool {
    eval.all_calls_in(function).into_iter().any(|call| {
        let ExprKind::Call { callee, .. } = eval.units.kind(call) else { return false };
        match eval.units.kind(eval.units.peeled(Node { unit: call.unit, expr: *callee })) {
            ExprKind::Member { object, property } => {
                method(eval, eval.units.peeled(Node { unit: call.unit, expr: *object }), property)
            }
            _ => false,
        }
    })
}

/// Returns whether a name says that it is a log: `log`, `appLogger`, `logError`.
fn is_called_log(name: &str) -> bool {
    let is_log = |word: &String| matches!(word.as_str(), "log" | "logger" | "logging");
    let words = words(name);
    words.first().is_some_and(is_log) || words.last().is_some_and(is_log)
}

fn is_logger(package: &str) -> bool {
    LOGGERS.contains(&package)
}

/// The last word of a called name: `logger` for `this.logger`, `req.log.child(…)` is not one.
pub(super) fn last_name(eval: &Eval<'_>, node: Node) -> Option<SmolStr> {
    match eval.units.kind(node) {
        ExprKind::Ident(name, _) => Some(name.clone()),
        ExprKind::Member { property, .. } => Some(property.trim_start_matches(['#', '_']).into()),
        _ => None,
    }
}

/// Returns whether something is made by a package, as far as names lead there.
fn is_of(eval: &Eval<'_>, node: Node, fits: impl Fn(&str) -> bool) -> bool {
    package_of(eval, node).is_some_and(|package| fits(&package))
}

/// The package that something comes from: `pino` for `const log = pino().child({})`.
fn package_of(eval: &Eval<'_>, mut node: Node) -> Option<SmolStr> {
    for _ in 0..MOST_STEPS {
        let sibling = |expr| Node { unit: node.unit, expr };
        node = match eval.units.kind(node) {
            ExprKind::Load(module) => return Some(module.clone()),
            ExprKind::Paren(inner) | ExprKind::Cast(inner, _) | ExprKind::Await(inner) => sibling(*inner),
            ExprKind::Member { object, .. } => sibling(*object),
            ExprKind::Call { callee, .. } | ExprKind::New { callee, .. } => sibling(*callee),
            ExprKind::Ident(..) => {
                let bound = bound(eval, node)?;
                match &eval.units.binding(bound).source {
                    BindingSource::Import { import, .. } => {
                        let module = &eval.units.unit(bound.unit).imports[*import as usize].module;
                        return (!module.starts_with('.')).then(|| module.clone());
                    }
                    BindingSource::Variable { value: Some(value), .. } => Node { unit: bound.unit, expr: *value },
                    _ => return None,
                }
            }
            _ => return None,
        };
    }
    eval.hit(What::Steps, node);
    None
}

/// Returns whether the logger that a call writes to may redact keys of its arguments: where it is made, something says
/// so.
pub(super) fn may_redact(eval: &Eval<'_>, call: Node) -> bool {
    const WORDS: &[&str] =
        &["redact", "censor", "serializers", "beforeSend", "beforeBreadcrumb", "maskValuesOfKeys", "redactor"];
    let says = |file: LocalFile| {
        let units = [eval.units.root(file)].into_iter().chain(eval.units.inside(eval.units.root(file)));
        units.into_iter().any(|unit| {
            eval.units.unit(unit).exprs.iter().any(|expr| {
                match &expr.kind {
                ExprKind::Object(properties) => properties.iter().any(|property| {
                    matches!(property, Property::Entry { key: Key::Name(key), .. } if WORDS.contains(&key.as_str()))
                }),
                _ => false,
            }
            })
        })
    };
    says(LocalFile::HERE) || made_in(eval, call).is_some_and(says)
}

/// The file that makes the logger which a call writes to, where that is another one.
fn made_in(eval: &Eval<'_>, call: Node) -> Option<LocalFile> {
    let ExprKind::Call { callee, .. } = eval.units.kind(call) else { return None };
    let mut node = eval.units.peeled(Node { unit: call.unit, expr: *callee });
    while let ExprKind::Member { object, .. } = eval.units.kind(node) {
        node = eval.units.peeled(Node { unit: node.unit, expr: *object });
    }
    let ExprKind::Ident(name, scope) = eval.units.kind(node) else { return None };
    let Lookup::One(bound) = eval.units.lookup(node.unit, *scope, name) else { return None };
    match eval.made_at(bound)? {
        ExportFound::Name(made) => Some(made.unit.file),
        ExportFound::Value(node) => Some(node.unit.file),
        ExportFound::Module(file) => Some(file),
        ExportFound::Package(..) => None,
    }
    .filter(|file| *file != LocalFile::HERE)
}
