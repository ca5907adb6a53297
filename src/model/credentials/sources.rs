//! The origins of credentials: the environment, or the source itself. Only the form of a value is kept.

use crate::eval::Eval;
use crate::eval::units::Node;
use crate::eval::units::files::{self, LocalFile};
use crate::eval::value::{Value, ValueKind};
use crate::facts::{BinaryOp, CastKind, ExprId, ExprKind};
use crate::sdk::CredentialForm;
use crate::text::{Place, TextRange};
use ropey::Rope;
use smol_str::SmolStr;

/// One of the things that a credential may be.
#[derive(Clone, Debug, PartialEq)]
pub enum CredentialSource {
    /// A string literal.
    Literal(LiteralKey),
    /// An environment variable, and where it is read.
    Environment(SmolStr, Place),
    /// Nothing: `""`, `undefined`, `null`; and where it is written.
    Empty(Place),
    /// Not to be known.
    Unknown,
}

/// A string literal given as a credential.
#[derive(Clone, Debug, PartialEq)]
pub struct LiteralKey {
    /// Its form. The text itself is not kept.
    pub form: CredentialForm,
    /// True when it is surely a real key, which must stay secret, and not a placeholder.
    pub is_secret: bool,
    /// The place where it is written.
    pub place: Place,
    /// The literal, when it is in the analyzed file.
    pub literal: Option<TextRange>,
    /// The expression in the analyzed file that it is the fallback of.
    pub fallback: Option<Fallback>,
}

/// A choice that falls back to a literal: `process.env.KEY || "…"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fallback {
    /// All of it.
    pub whole: TextRange,
    /// The operand before the fallback.
    pub first: TextRange,
    /// True when `!` can be appended to that.
    pub is_simple: bool,
}

/// Returns the possible sources of an argument's value.
pub fn sources(eval: &Eval<'_>, value: &Value) -> Vec<CredentialSource> {
    value.cases().iter().map(|case| source(eval, case)).collect()
}

fn source(eval: &Eval<'_>, case: &Value) -> CredentialSource {
    let place = || eval.units.place(case.node);
    match &case.kind {
        ValueKind::Str(text) if text.trim().is_empty() => CredentialSource::Empty(place()),
        ValueKind::Str(text) => {
            let is_literal = case.node.is_here() && matches!(eval.units.kind(case.node), ExprKind::String(_));
            CredentialSource::Literal(LiteralKey {
                form: CredentialForm::of(text.as_bytes()),
                is_secret: CredentialForm::of_secret(text.as_bytes()).is_some(),
                place: place(),
                literal: is_literal.then(|| eval.units.range(case.node)),
                fallback: if is_literal { fallback(eval, case.node) } else { None },
            })
        }
        ValueKind::Env(name) => CredentialSource::Environment(name.clone(), place()),
        ValueKind::Undefined | ValueKind::Null => CredentialSource::Empty(place()),
        _ => CredentialSource::Unknown,
    }
}

/// The choice whose last resort a literal is.
fn fallback(eval: &Eval<'_>, literal: Node) -> Option<Fallback> {
    let exprs = &eval.units.unit(literal.unit).exprs;
    exprs.iter().enumerate().find_map(|(at, expr)| match expr.kind {
        ExprKind::Binary(BinaryOp::Or | BinaryOp::Nullish, left, right) if right == literal.expr => {
            let node = |expr| Node { unit: literal.unit, expr };
            let left = node(left);
            let is_simple = matches!(
                eval.units.kind(left),
                ExprKind::Member { .. } | ExprKind::Index { .. } | ExprKind::Ident(..) | ExprKind::Call { .. }
            );
            let is_variable = eval.value(left).cases().iter().all(|case| matches!(case.kind, ValueKind::Env(_)));
            let whole = eval.units.range(node(ExprId(at as u32)));
            is_variable.then(|| Fallback { whole, first: eval.units.range(left), is_simple })
        }
        _ => None,
    })
}

/// Returns whether the analyzed file is written with types, so that `!` is allowed in it.
pub fn has_types(eval: &Eval<'_>, rope: &Rope) -> bool {
    let by_name = eval.units.files.here().and_then(|path| takes_types(path.extension()?.to_str()?, rope));
    by_name.unwrap_or_else(|| {
        let is_cast = |kind: &ExprKind| matches!(kind, ExprKind::Cast(_, CastKind::NonNull | CastKind::Suffix));
        eval.units.iter().any(|(_, facts)| {
            facts.exprs.iter().any(|expr| is_cast(&expr.kind))
                || facts.bindings.iter().any(|binding| binding.ty.is_some())
                || facts.functions.iter().any(|function| function.returns.is_some())
        })
    })
}

/// Returns whether types may be written in a file whose name ends so: in a component, its text says it. `None` for
/// other files.
pub fn takes_types(extension: &str, rope: &Rope) -> Option<bool> {
    match extension {
        "ts" | "tsx" | "mts" | "cts" => Some(true),
        "js" | "jsx" | "mjs" | "cjs" => Some(false),
        "vue" | "svelte" => {
            let text = rope.to_string();
            Some(["lang=\"ts\"", "lang='ts'", "lang=\"tsx\""].iter().any(|mark| text.contains(mark)))
        }
        _ => None,
    }
}

/// Returns whether the path of the analyzed file says that it is a test or a mock.
pub fn is_test(eval: &Eval<'_>) -> bool {
    eval.units.files.here().is_some_and(|path| files::is_test(&path))
}

/// The range of `"use client"` at the beginning of the analyzed file: its imports are sent to the browser.
pub fn use_client(eval: &Eval<'_>) -> Option<TextRange> {
    let first = eval.units.statements(LocalFile::HERE).next()?;
    let directive = *eval.units.unit(first).flow.dropped.first()?;
    let node = Node { unit: first, expr: directive };
    matches!(eval.units.kind(node), ExprKind::String(text) if text == "use client").then(|| eval.units.range(node))
}
