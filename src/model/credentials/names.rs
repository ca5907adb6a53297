//! Clues in the names and the forms of credentials. A credential's value never leaves this module.

use super::checks::is_looked_at;
use super::sources::CredentialSource;
use crate::eval::units::files::LocalFile;
use crate::eval::units::{Bound, Lookup, Node};
use crate::eval::value::{Value, ValueKind};
use crate::eval::{Eval, ExportFound, What};
use crate::facts::{BindingSource, Element, ExprKind, Imported, PatternStep};
use crate::model::clients::client::{Credential, SameCredential};
use crate::model::file::name_words::words;
use crate::sdk::{CredentialForm, CredentialKind, Fingerprint, Region, credential_kind};
use rustc_hash::FxHashSet;
use smol_str::SmolStr;
use std::cell::RefCell;
use std::rc::Rc;

/// The maximum number of names followed from one to the next.
const MAX_NAMES: u32 = 8;

/// Returns the argument given as a credential.
pub fn credential(eval: &Eval<'_>, node: Node, wanted: CredentialKind) -> Credential {
    let value = eval.value(node);
    let at = eval.units.range(node);
    let literal = value.as_str().map(|text| CredentialForm::of(text.as_bytes()));
    let named = named(eval, node);
    let made = match (&literal, &named) {
        (Some(_), _) => Some(value.node),
        (None, Some((.., from))) => Some(*from),
        (None, None) => None,
    };
    let same = same(eval, node, &value);
    let set = match &same {
        Some(SameCredential::Environment(name)) => eval.units.files.variables(name),
        _ => Vec::new(),
    };
    let sources = super::sources::sources(eval, &value);
    let may_be_empty = sources.iter().any(|source| matches!(source, CredentialSource::Empty(_)));
    Credential {
        wanted,
        at,
        named: named.map(|(kind, name, _)| (kind, name)),
        names_region: names_region(eval, node, &value),
        literal,
        origin: made.filter(|made| !eval.units.is_within(*made, at)).map(|made| eval.units.place(made)),
        set,
        is_looked_at: may_be_empty && is_looked_at(eval, node, &sources),
        sources,
        same,
    }
}

/// The kind that the names of an expression imply, with that name and its place. When two names say different things,
/// neither is believed.
fn named(eval: &Eval<'_>, node: Node) -> Option<(CredentialKind, SmolStr, Node)> {
    let mut names = Vec::new();
    collect(eval, node, MAX_NAMES, &mut names);
    // What it was found to be: the end of any way, over objects, classes, functions and other files.
    let value = eval.value(node);
    if let Some((name, made)) = environment(&value) {
        names.push((name.clone(), made));
    }
    let mut said = names.into_iter().filter_map(|(name, node)| Some((credential_kind(&name)?, name, node)));
    let mut best = said.next()?;
    for other in said {
        if other.0 != best.0 {
            return None;
        }
        // The farthest one is the nearest to the value.
        best = other;
    }
    Some(best)
}

/// The region that the names of a credential say; `None` where they say two.
fn names_region(eval: &Eval<'_>, node: Node, value: &Value) -> Option<(Region, SmolStr)> {
    let mut names = Vec::new();
    collect(eval, node, MAX_NAMES, &mut names);
    names.extend(environment(value).map(|(name, made)| (name.clone(), made)));
    // `config.eu.siteId`
    let mut whole = eval.units.peeled(node);
    while let ExprKind::Member { object, .. } = eval.units.kind(whole) {
        whole = eval.units.peeled(Node { unit: whole.unit, expr: *object });
        match eval.units.kind(whole) {
            ExprKind::Member { property: name, .. } | ExprKind::Ident(name, _) => names.push((name.clone(), whole)),
            _ => {}
        }
    }
    let mut found: Option<(Region, SmolStr)> = None;
    for (name, _) in names {
        for word in words(&name).iter() {
            let region = match word.as_str() {
                "eu" | "europe" => Region::Eu,
                "us" | "usa" => Region::Us,
                _ => continue,
            };
            match &found {
                Some((other, _)) if *other != region => return None,
                Some(_) => {}
                None => found = Some((region, name.clone())),
            }
        }
    }
    found
}

/// The one variable of the environment that a value may be, and where it is read.
fn environment(value: &Value) -> Option<(&SmolStr, Node)> {
    let mut names = value.cases().iter().filter_map(|case| match &case.kind {
        ValueKind::Env(name) => Some((name, case.node)),
        _ => None,
    });
    match (names.next(), names.next()) {
        (only, None) => only,
        _ => None,
    }
}

fn collect(eval: &Eval<'_>, node: Node, left: u32, names: &mut Vec<(SmolStr, Node)>) {
    if left == 0 {
        eval.hit(What::Steps, node);
        return;
    }
    let sibling = |expr| Node { unit: node.unit, expr };
    match eval.units.kind(node) {
        ExprKind::Paren(inner) | ExprKind::Cast(inner, _) | ExprKind::Await(inner) => {
            collect(eval, sibling(*inner), left, names);
        }
        ExprKind::Binary(crate::facts::BinaryOp::Or | crate::facts::BinaryOp::Nullish, first, _) => {
            collect(eval, sibling(*first), left, names);
        }
        ExprKind::Ident(name, scope) => {
            names.push((name.clone(), node));
            if let Lookup::One(bound) = eval.units.lookup(node.unit, *scope, name) {
                follow(eval, bound, node, left - 1, names);
            }
        }
        ExprKind::Member { property, object } => {
            names.push((property.clone(), node));
            match eval.value(sibling(*object)).kind {
                // `config.trackApiKey`: what the key is filled with.
                ValueKind::Object(literal) => {
                    for entry in eval.entries(&literal).list.iter().filter(|entry| entry.key == *property) {
                        collect(eval, entry.node, left - 1, names);
                    }
                }
                ValueKind::Module(file) => found(eval, eval.find_export(file, property), node, left - 1, names),
                _ => {}
            }
        }
        ExprKind::Index { index, .. } => {
            if let Some(key) = eval.value(sibling(*index)).as_str() {
                names.push((key.clone(), node));
            }
        }
        // `env("CUSTOMERIO_APP_API_KEY")`, `config.get("…")`, `x.trim()`
        ExprKind::Call { callee, arguments } => match arguments.first() {
            Some(Element::Item(first)) => {
                if let ExprKind::String(name) = eval.units.kind(sibling(*first)) {
                    names.push((name.clone(), node));
                }
            }
            Some(_) => {}
            None => {
                if let ExprKind::Member { object, property } = eval.units.kind(sibling(*callee))
                    && matches!(property.as_str(), "trim" | "toString")
                {
                    collect(eval, sibling(*object), left, names);
                }
            }
        },
        _ => {}
    }
}

fn follow(eval: &Eval<'_>, bound: Bound, node: Node, left: u32, names: &mut Vec<(SmolStr, Node)>) {
    // `const { CUSTOMERIO_APP_API_KEY: key } = process.env`
    let key = |path: &[PatternStep]| {
        path.iter().rev().find_map(|step| match step {
            PatternStep::Key(key) => Some((key.clone(), node)),
            _ => None,
        })
    };
    match &eval.units.binding(bound).source {
        BindingSource::Variable { value: Some(expr), path, .. } if path.is_empty() => {
            collect(eval, Node { unit: bound.unit, expr: *expr }, left, names);
        }
        BindingSource::Variable { value: Some(_), path, .. } | BindingSource::Parameter { path, .. } => {
            names.extend(key(path));
        }
        BindingSource::Import { what, .. } => {
            if let Imported::Named(name) = what {
                names.push((name.clone(), node));
            }
            found(eval, eval.made_at(bound), node, left, names);
        }
        _ => {}
    }
}

/// Follows an import to its target.
fn found(eval: &Eval<'_>, found: Option<ExportFound<'_>>, node: Node, left: u32, names: &mut Vec<(SmolStr, Node)>) {
    if left == 0 {
        return eval.hit(What::Steps, node);
    }
    match found {
        Some(ExportFound::Name(bound)) => {
            names.push((eval.units.binding(bound).name.clone(), node));
            follow(eval, bound, node, left - 1, names);
        }
        Some(ExportFound::Value(value)) => collect(eval, value, left - 1, names),
        _ => {}
    }
}

fn same(eval: &Eval<'_>, node: Node, value: &Value) -> Option<SameCredential> {
    if let Some((name, _)) = environment(value) {
        return Some(SameCredential::Environment(name.clone()));
    }
    match &value.kind {
        ValueKind::Str(text) if text.len() >= 16 => {
            return Some(SameCredential::Literal(Fingerprint::of(text.as_bytes())));
        }
        ValueKind::Str(_) => return None,
        _ => {}
    }
    let node = eval.units.peeled(node);
    let ExprKind::Ident(name, scope) = eval.units.kind(node) else { return None };
    let Lookup::One(bound) = eval.units.lookup(node.unit, *scope, name) else { return None };
    // What is imported is one thing in all files.
    let bound = match eval.made_at(bound) {
        Some(ExportFound::Name(bound)) => bound,
        _ => bound,
    };
    let constant = match &eval.units.binding(bound).source {
        BindingSource::Variable { .. } | BindingSource::Import { .. } => eval.units.writes_to(bound).next().is_none(),
        _ => false,
    };
    let file = eval.units.files.id(bound.unit.file);
    constant.then(|| SameCredential::Variable(file, eval.units.absolute(bound.unit, eval.units.binding(bound).range)))
}

/// The expressions in sight that name a credential, by its kind: they are the same for every place of a file.
#[derive(Default)]
pub struct InSight(RefCell<Vec<(CredentialKind, Rc<[String]>)>>);

impl InSight {
    /// Returns the result of `find` for a kind, computed once.
    pub fn of(&self, kind: CredentialKind, find: impl FnOnce() -> Vec<String>) -> Rc<[String]> {
        if let Some((_, known)) = self.0.borrow().iter().find(|(of, _)| *of == kind) {
            return known.clone();
        }
        let found: Rc<[String]> = find().into();
        self.0.borrow_mut().push((kind, found.clone()));
        found
    }
}

/// Expressions that name a credential of a kind, as they are written, the nearest to the eye first: constants of the
/// module, then environment variables.
pub fn in_sight(eval: &Eval<'_>, text: &dyn Fn(Node) -> String, kind: CredentialKind) -> Vec<String> {
    let (mut found, mut known) = (Vec::new(), FxHashSet::default());
    let mut add = |text: String| {
        if known.insert(text.clone()) {
            found.push(text);
        }
    };
    for bound in eval.units.module_bindings(LocalFile::HERE) {
        let binding = eval.units.binding(bound);
        if let BindingSource::Variable { value: Some(expr), path, constant: true } = &binding.source
            && path.is_empty()
        {
            let value = Node { unit: bound.unit, expr: *expr };
            let mut cases = eval.value(value).cases().to_vec();
            cases.retain(|case| matches!(case.kind, ValueKind::Env(_)));
            let fits = !cases.is_empty() && cases.iter().all(|case| may_hold(eval, case, kind));
            if fits && named(eval, value).is_some_and(|(k, ..)| k == kind) {
                add(binding.name.to_string());
            }
        }
    }
    let mut members: Vec<(crate::text::TextRange, Node)> = Vec::new();
    for (unit, facts) in eval.units.iter() {
        for (at, expr) in facts.exprs.iter().enumerate() {
            let node = Node { unit, expr: crate::facts::ExprId(at as u32) };
            let member = match &expr.kind {
                ExprKind::Member { .. } => node,
                ExprKind::Cast(inner, crate::facts::CastKind::NonNull) => Node { unit, expr: *inner },
                _ => continue,
            };
            if let ExprKind::Member { property, .. } = eval.units.kind(member)
                && credential_kind(property) == Some(kind)
                && may_hold(eval, &eval.value(member), kind)
            {
                members.push((eval.units.range(node), node));
            }
        }
    }
    // The longer form of the same expression, with its `!`, is the one in the code.
    members.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    members.dedup_by_key(|(range, _)| range.start);
    members.into_iter().for_each(|(_, node)| add(text(node)));
    found
}

/// Returns whether a value is an environment variable that no `.env*` file sets to a credential of another kind.
fn may_hold(eval: &Eval<'_>, value: &Value, kind: CredentialKind) -> bool {
    let ValueKind::Env(name) = &value.kind else { return false };
    let set = eval.units.files.variables(name);
    !set.iter().any(|variable| variable.form.is_some_and(|form| form.rules_out(kind)))
}
