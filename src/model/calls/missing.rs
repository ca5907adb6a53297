//! Calls of methods that a client does not have: `api.identify(…)`.

use crate::eval::Eval;
use crate::eval::units::files::LocalFile;
use crate::eval::units::{Node, UnitId};
use crate::eval::value::{Value, ValueKind};
use crate::facts::{BinaryOp, BindingSource, CastKind, Element, ExprId, ExprKind, Target};
use crate::sdk::{ClientClass, ClientKind};
use crate::text::{Place, TextRange};
use ropey::Rope;
use semver::Version;
use smol_str::SmolStr;

/// The methods that every promise has.
const PROMISE: [&str; 3] = ["then", "catch", "finally"];

/// A call in the analyzed file of a method that a client, which is certainly one, does not have.
#[derive(Clone, Debug)]
pub struct MissingCall {
    /// The client.
    pub client: ClientKind,
    /// The name that is called.
    pub name: SmolStr,
    /// The place of the name.
    pub at: TextRange,
    /// The client as it is written: `api` in `api.identify(…)`.
    pub object: TextRange,
    /// The place where the client is created; `None` where only its type is known.
    pub made: Option<Place>,
}

/// The calls `client.name(…)` of the analyzed file whose name the class surely lacks in a version (without one, in
/// every version), in the order of the text. Names that the code uses in other ways besides calling them are left out:
/// names that are assigned to something (`client.flush = …`), asked for (`if (client.batch) …`) or called only if they
/// are there, files that put members into clients, and clients inside a cast to anything but `any`.
pub fn missing_calls(eval: &Eval<'_>, rope: &Rope, version: Option<&Version>) -> Vec<MissingCall> {
    let mut found = Vec::new();
    for node in eval.candidates().iter().copied() {
        let unit = node.unit;
        let ExprKind::Call { callee, .. } = eval.units.kind(node) else { continue };
        let callee = Node { unit, expr: *callee };
        let ExprKind::Member { object, property } = eval.units.kind(callee) else { continue };
        let object = Node { unit, expr: *object };
        // A promise of a client counts as the client.
        if PROMISE.contains(&property.as_str()) {
            continue;
        }
        let Some((client, made)) = only_client(&eval.narrowly(object, &None)) else { continue };
        if !ClientClass::of(client).has_method(property, version).no() {
            continue;
        }
        let whole = eval.units.range(callee);
        let behind = rope.byte_slice(whole.end()..eval.units.range(node).end());
        if behind.chars().take(2).eq("?.".chars())
            || is_cast(eval, rope, object)
            || made.is_some_and(|made| is_made_cast(eval, rope, made))
            || is_said(eval, client, property, made)
        {
            continue;
        }
        found.push(MissingCall {
            client,
            name: property.clone(),
            at: TextRange { start: whole.end - property.len() as u32, ..whole },
            object: eval.units.range(object),
            made: made.map(|made| eval.units.place(made)),
        });
    }
    if !found.is_empty() && is_patched(eval, LocalFile::HERE, None) {
        found.clear();
    }
    // A `declare module` may give a class what it has not by itself.
    found.retain(|call| !eval.is_declared_member(call.client, &call.name));
    // A setup file that no file imports may be loaded before all others, and put it into the client.
    found.retain(|call| eval.units.files.putting(&call.name).is_empty());
    found.sort_by_key(|call| call.at);
    found
}

/// The variables of the module that certainly hold a client of one kind, as they are written.
pub fn clients_in_sight(eval: &Eval<'_>, kind: ClientKind) -> Vec<String> {
    let bindings = eval.units.module_bindings(LocalFile::HERE).map(|bound| (bound.unit, eval.units.binding(bound)));
    let of_kind = bindings.filter(|(unit, binding)| match &binding.source {
        BindingSource::Variable { constant: true, value: Some(expr), path } if path.is_empty() => {
            only_client(&eval.narrowly(Node { unit: *unit, expr: *expr }, &None))
                .is_some_and(|(found, _)| found == kind)
        }
        _ => false,
    });
    of_kind.map(|(_, binding)| binding.name.to_string()).collect()
}

/// The one kind of client that a value is in every case, and where it is made.
fn only_client(value: &Value) -> Option<(ClientKind, Option<Node>)> {
    let mut found = None;
    for case in value.cases().iter().filter(|case| !case.kind.is_nothing()) {
        let ValueKind::Client(kind, made) = case.kind else { return None };
        if found.is_some_and(|(other, _)| other != kind) {
            return None;
        }
        found = found.or(Some((kind, made)));
    }
    found
}

/// Returns whether a client is said to be something else: a cast to `any` says nothing, and is how a compiler is
/// silenced that is right.
fn is_cast(eval: &Eval<'_>, rope: &Rope, mut node: Node) -> bool {
    loop {
        match eval.units.kind(node) {
            ExprKind::Paren(inner) | ExprKind::Cast(inner, CastKind::NonNull) => node.expr = *inner,
            ExprKind::Cast(inner, _) if says_nothing(eval, rope, node, *inner) => node.expr = *inner,
            ExprKind::Cast(..) => return true,
            _ => return false,
        }
    }
}

/// Returns whether a cast is one to `any`, to `unknown`, or to a client of the SDK, which adds no methods either.
fn says_nothing(eval: &Eval<'_>, rope: &Rope, cast: Node, inner: ExprId) -> bool {
    let (whole, inner) = (eval.units.range(cast), eval.units.range(Node { unit: cast.unit, expr: inner }));
    if !cast.is_here() {
        return false;
    }
    let around = rope.byte_slice(whole.start()..inner.start()).to_string()
        + &rope.byte_slice(inner.end()..whole.end()).to_string();
    let words: Vec<&str> = around.split(|c: char| c.is_whitespace() || matches!(c, '<' | '>')).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let (["as", said] | [said]) = words.as_slice() else { return false };
    matches!(*said, "any" | "unknown") || says_client(eval, cast)
}

fn says_client(eval: &Eval<'_>, cast: Node) -> bool {
    let said = eval.units.unit(cast.unit).said_of(cast.expr);
    said.is_some_and(|ty| eval.client_of_type(cast.unit, ty).is_some())
}

/// Returns whether a client is said to be more than it is right where it is made: `new TrackClient(…) as Extended`.
fn is_made_cast(eval: &Eval<'_>, rope: &Rope, made: Node) -> bool {
    let unit = made.unit;
    eval.units.unit(unit).exprs.iter().enumerate().any(|(at, expr)| match expr.kind {
        ExprKind::Cast(inner, CastKind::Suffix | CastKind::Prefix) => {
            eval.units.peeled(Node { unit, expr: inner }) == made
                && !says_nothing(eval, rope, Node { unit, expr: ExprId(at as u32) }, inner)
        }
        _ => false,
    })
}

/// Returns whether the file, one that it imports, or the one that makes the client, assigns the name to something; or
/// whether it reads the name without a call.
fn is_said(eval: &Eval<'_>, client: ClientKind, name: &str, made: Option<Node>) -> bool {
    let mut files = vec![LocalFile::HERE];
    files.extend(made.map(|node| node.unit.file));
    files.extend(eval.imported_files(LocalFile::HERE));
    files.dedup();
    // Who puts a method into a class puts it in for all.
    let ambient = eval.units.files.ambient(LocalFile::HERE);
    let ambient: Vec<LocalFile> = ambient.into_iter().map(|(file, _)| file).filter(|it| !files.contains(it)).collect();
    let written = |file: &LocalFile| eval.units.writes_naming(*file, name).next().is_some();
    files.iter().chain(&ambient).any(written)
        || files.iter().skip(1).any(|file| is_patched(eval, *file, None))
        || ambient.iter().any(|file| is_patched(eval, *file, Some(client)))
        || eval.units.iter().any(|(unit, facts)| {
            let callees: Vec<Node> =
                facts.calls.iter().filter_map(|expr| callee(eval, Node { unit, expr: *expr })).collect();
            facts.exprs.iter().enumerate().any(|(at, expr)| match &expr.kind {
                ExprKind::Member { property, .. } if property == name => {
                    !callees.contains(&Node { unit, expr: ExprId(at as u32) })
                }
                // `"batch" in client`
                ExprKind::Binary(BinaryOp::Other | BinaryOp::Equal, left, _) => {
                    matches!(eval.units.kind(Node { unit, expr: *left }), ExprKind::String(text) if text == name)
                }
                _ => false,
            })
        })
}

fn callee(eval: &Eval<'_>, call: Node) -> Option<Node> {
    let ExprKind::Call { callee, .. } = eval.units.kind(call) else { return None };
    Some(eval.units.peeled(Node { unit: call.unit, expr: *callee }))
}

/// Returns whether a file puts members into something that may be a client: `Object.assign(client, …)`, `client[name] =
/// …`. In a file that has nothing to do with the analyzed one it has to be a client `of` a kind, or a class: what a
/// snippet puts into its own global says nothing of other objects.
fn is_patched(eval: &Eval<'_>, file: LocalFile, of: Option<ClientKind>) -> bool {
    let is_it = |case: &Value| match (&case.kind, of) {
        (ValueKind::Client(kind, _), Some(of)) => *kind == of,
        (ValueKind::Client(..), None) => true,
        (ValueKind::Unknown, of) => of.is_none(),
        _ => false,
    };
    let may_be_client = |node: Node| {
        let value = eval.narrowly(node, &None);
        let prototype = matches!(eval.units.kind(node), ExprKind::Member { property, .. } if property == "prototype");
        prototype || value.cases().iter().any(is_it)
    };
    let by_key = eval.units.writes_naming(file, "").any(|(unit, write)| match &write.target {
        Target::Member(object, _) => may_be_client(Node { unit, expr: *object }),
        Target::Name(..) => false,
    });
    let units: Vec<UnitId> = eval.units.inside(eval.units.root(file));
    by_key
        || units.into_iter().any(|unit| {
            eval.units.unit(unit).calls.iter().any(|expr| {
                let ExprKind::Call { callee, arguments } = eval.units.kind(Node { unit, expr: *expr }) else { return false };
                let ExprKind::Member { object, property } = eval.units.kind(Node { unit, expr: *callee }) else {
                    return false;
                };
                let tool = matches!(eval.units.kind(Node { unit, expr: *object }), ExprKind::Ident(name, _) if name == "Object" || name == "Reflect");
                let puts = matches!(property.as_str(), "assign" | "defineProperties" | "defineProperty" | "set" | "setPrototypeOf");
                match arguments.first() {
                    Some(Element::Item(first)) => tool && puts && may_be_client(Node { unit, expr: *first }),
                    _ => false,
                }
            })
        })
}
