//! A digest of a unit: a hash of its contents without places, and the names in it. A unit that an edit left alone keeps
//! what was computed for it.
//!
//! Every structure is taken apart to its last field, so that the compiler asks about each new one.

use super::expr::{Expr, ExprId, ExprKind, Property};
use super::flow::{Flow, Handler, Loop, Try};
use super::unit::{Binding, Child, Function, Import, Target, Type, Unit, Write};
use crate::text::TextRange;
use rustc_hash::FxHasher;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::OnceLock;

/// The digest of a unit, computed on first use.
#[derive(Default)]
pub struct Digest(OnceLock<Summary>);

/// Facts that are printed are to be compared, and computing a digest is not a change.
impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("_")
    }
}

/// The digest of a unit and the units inside it.
pub struct Summary {
    /// A hash of all but places.
    pub content: u64,
    /// The hashes of the names that are used, sorted.
    pub names: Box<[u64]>,
    /// The hashes of the names that are written to, or into, sorted.
    pub written: Box<[u64]>,
}

/// The hash of a name.
pub fn hash_of(name: &str) -> u64 {
    let mut hasher = FxHasher::default();
    name.hash(&mut hasher);
    hasher.finish()
}

impl Unit {
    /// Returns its digest.
    pub(super) fn summary(&self) -> &Summary {
        self.digest.0.get_or_init(|| summarize(self))
    }

    /// A hash of everything in it but places. Of two numbers of one run of the program only.
    pub fn content(&self) -> u64 {
        self.summary().content
    }
}

fn summarize(unit: &Unit) -> Summary {
    let Unit {
        node: _,
        exprs,
        scopes,
        bindings,
        functions,
        classes,
        enums,
        types,
        said,
        imports,
        writes,
        calls,
        optional,
        returns,
        flow,
        exports,
        children,
        too_deep,
        digest: _,
        derived: _,
    } = unit;
    let mut hasher = FxHasher::default();
    let state = &mut hasher;
    for Expr { range: _, kind } in exprs {
        hash_expr(kind, state);
    }
    scopes.hash(state);
    for Binding { name, range: _, scope, source, ty } in bindings {
        (name, scope, source, ty).hash(state);
    }
    for Function { arrow, generator, is_async, head: _, owner, parameters, body, returns, this, declared } in functions
    {
        (arrow, generator, is_async, owner, parameters, body, returns, this, declared).hash(state);
    }
    (classes, enums, types, said).hash(state);
    for Import { module, range: _, type_only, name_slot: _, require, reexport, unfinished: _ } in imports {
        (module, type_only, require, reexport).hash(state);
    }
    for Write { target, op, value, range: _ } in writes {
        (target, op, value).hash(state);
    }
    (calls, optional, returns, exports, too_deep).hash(state);
    hash_flow(flow, exprs, state);
    let (mut names, mut written) = (Vec::new(), Vec::new());
    collect_names(unit, &mut names, &mut written);
    for Child { start: _, len: _, scope, unit } in children {
        let inner = unit.summary();
        (scope, inner.content).hash(state);
        names.extend(&inner.names);
        written.extend(&inner.written);
    }
    Summary { content: hasher.finish(), names: sorted(names), written: sorted(written) }
}

fn sorted(mut hashes: Vec<u64>) -> Box<[u64]> {
    hashes.sort_unstable();
    hashes.dedup();
    hashes.into()
}

fn hash_expr(kind: &ExprKind, state: &mut FxHasher) {
    use ExprKind::*;
    std::mem::discriminant(kind).hash(state);
    match kind {
        Unknown | Undefined | Null | BigInt | ImportMeta => {}
        Bool(value) => value.hash(state),
        Number(value) => value.to_bits().hash(state),
        String(text) | Load(text) => text.hash(state),
        Template(parts) => parts.hash(state),
        Array(elements) => elements.hash(state),
        Object(properties) => properties.iter().for_each(|property| hash_property(property, state)),
        Ident(name, scope) => (name, scope).hash(state),
        This(scope) | Super(scope) => scope.hash(state),
        Member { object, property } => (object, property).hash(state),
        Index { object, index } => (object, index).hash(state),
        Call { callee, arguments } => (callee, arguments).hash(state),
        New { callee, arguments, bare } => (callee, arguments, bare).hash(state),
        Function(function) => function.hash(state),
        Class(class) => class.hash(state),
        Unary(op, value) => (op, value).hash(state),
        Binary(op, left, right) => (op, left, right).hash(state),
        Conditional(test, then, other) => (test, then, other).hash(state),
        Assign { op, target, value } => (op, target, value).hash(state),
        Void(value) | Await(value) | Paren(value) => value.hash(state),
        Cast(value, cast) => (value, cast).hash(state),
    }
}

fn hash_property(property: &Property, state: &mut FxHasher) {
    std::mem::discriminant(property).hash(state);
    match property {
        Property::Entry { key, key_range: _, value, shorthand } => (key, value, shorthand).hash(state),
        Property::Getter(key, function) => (key, function).hash(state),
        Property::Spread(value) => value.hash(state),
    }
}

/// Hashes the flow. The places of statements count only in relation to expressions: a place is given by how many begin
/// before it.
fn hash_flow(flow: &Flow, exprs: &[Expr], state: &mut FxHasher) {
    // Statements are only asked for where something is to be put beside one, in the file that is judged.
    let Flow { statements: _, dropped, tested, tries, loops, arms, throws, exits, again, cases } = flow;
    (dropped, tested, cases).hash(state);
    if tries.is_empty()
        && loops.is_empty()
        && arms.is_empty()
        && throws.is_empty()
        && exits.is_empty()
        && again.is_empty()
    {
        return;
    }
    let mut starts: Vec<u32> = exprs.iter().map(|expr| expr.range.start).collect();
    starts.sort_unstable();
    let place = |range: &TextRange| {
        let before = |at: u32| starts.partition_point(|start| *start < at);
        (before(range.start), before(range.end))
    };
    for Try { block, handler, finalizer } in tries {
        let handler = handler
            .as_ref()
            .map(|Handler { range, body, parameter }| (place(range), place(body), parameter.to_owned()));
        (place(block), handler, finalizer.as_ref().map(place)).hash(state);
    }
    for Loop { body, each } in loops {
        (place(body), each).hash(state);
    }
    for range in arms.iter().chain(throws).chain(exits).chain(again) {
        place(range).hash(state);
    }
    (arms.len(), throws.len(), exits.len(), again.len()).hash(state);
}

fn collect_names(unit: &Unit, names: &mut Vec<u64>, written: &mut Vec<u64>) {
    names.extend(unit.exprs.iter().filter_map(|expr| match &expr.kind {
        ExprKind::Ident(name, _) => Some(hash_of(name)),
        _ => None,
    }));
    names.extend(unit.types.iter().filter_map(|ty| match ty {
        Type::Named(name, _) | Type::Qualified(name, ..) | Type::Of(name, _) | Type::ResultOf(name, _) => {
            Some(hash_of(name))
        }
        _ => None,
    }));
    for write in &unit.writes {
        let name = match &write.target {
            Target::Name(name, _) => Some(hash_of(name)),
            Target::Member(object, _) => root_name(unit, *object),
        };
        names.extend(name);
        written.extend(name);
    }
}

/// The name that a chain of members begins with.
fn root_name(unit: &Unit, mut expr: ExprId) -> Option<u64> {
    loop {
        expr = match &unit.exprs.get(expr.index())?.kind {
            ExprKind::Ident(name, _) => return Some(hash_of(name)),
            ExprKind::Member { object, .. } | ExprKind::Index { object, .. } => *object,
            ExprKind::Paren(inner) | ExprKind::Cast(inner, _) => *inner,
            _ => return None,
        };
    }
}
