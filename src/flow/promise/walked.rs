//! The iterable of a `forEach`: an array has `map`, a set or a map can be converted to one, and anything else may not
//! be iterable in another way (lodash, emitters, Firestore's snapshots).

use super::repair::Finder;
use crate::eval::{ListMethod, What};
use crate::facts::{BindingSource, CastKind, ExprKind};

use crate::eval::units::{Bound, Lookup, Node};
use crate::eval::value::ValueKind;
use crate::text::deep;

/// The maximum number of names followed. Beyond that the iterable is unknown, and the fix is not offered: the finding
/// stays, and it is reported.
const MAX_NAMES: u32 = 256;
/// The maximum number of bytes of a type that are read, for the same: a longer one is not among the few that are known
/// here.
const MAX_TYPE: usize = 200;

/// The iterable of a `forEach`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Walked {
    /// An array.
    Array,
    /// A set, or something else that gives one value at a time.
    Set,
    /// A map, which gives values with their keys.
    Map,
}

impl Finder<'_, '_, '_> {
    /// Returns the kind of iterable that an expression is; `None` where that is not known.
    pub(super) fn walked(&self, node: Node) -> Option<Walked> {
        self.walked_within(node, MAX_NAMES)
    }

    fn walked_within(&self, node: Node, left: u32) -> Option<Walked> {
        // A long chain must not end the process.
        deep(|| self.walked_here(node, left))
    }

    fn walked_here(&self, node: Node, left: u32) -> Option<Walked> {
        let eval = self.promises.eval();
        let Some(left) = left.checked_sub(1) else {
            eval.hit(What::Steps, node);
            return None;
        };
        let units = &eval.units;
        if matches!(eval.value(node).kind, ValueKind::Array(..) | ValueKind::List(_)) {
            return Some(Walked::Array);
        }
        let of = |expr| Node { unit: node.unit, expr };
        match units.kind(node) {
            ExprKind::Paren(inner) | ExprKind::Cast(inner, CastKind::NonNull) => self.walked_within(of(*inner), left),
            ExprKind::Cast(inner, _) => {
                let (whole, inner) = (units.range(node), units.range(of(*inner)));
                let text = self.rope.byte_slice(inner.end()..whole.end()).to_string();
                declared(text.trim_start().strip_prefix("as ")?)
            }
            ExprKind::Array(_) => Some(Walked::Array),
            ExprKind::Binary(_, left_side, _) => self.walked_within(of(*left_side), left),
            ExprKind::New { callee, .. } => match &eval.value(of(*callee)).kind {
                ValueKind::Global(name) if name == "Set" => Some(Walked::Set),
                ValueKind::Global(name) if name == "Map" => Some(Walked::Map),
                ValueKind::Global(name) if name == "Array" => Some(Walked::Array),
                _ => match units.global_name(of(*callee))?.as_str() {
                    "Set" => Some(Walked::Set),
                    "Map" => Some(Walked::Map),
                    "Array" => Some(Walked::Array),
                    _ => None,
                },
            },
            ExprKind::Call { callee, .. } => {
                let ExprKind::Member { object, property } = units.kind(eval.units.peeled(of(*callee))) else {
                    return None;
                };
                match (units.kind(of(*object)), property.as_str()) {
                    (ExprKind::Ident(name, _), "keys" | "values" | "entries") if name == "Object" => {
                        Some(Walked::Array)
                    }
                    (ExprKind::Ident(name, _), "from" | "of") if name == "Array" => Some(Walked::Array),
                    // Only strings have it.
                    (_, "split") => Some(Walked::Array),
                    (_, name) if ListMethod::gives_list(name) => {
                        self.walked_within(of(*object), left).filter(|walked| *walked == Walked::Array)
                    }
                    _ => None,
                }
            }
            ExprKind::Ident(name, scope) => match units.lookup(node.unit, *scope, name) {
                Lookup::One(bound) => self.of_name(bound, left),
                _ => None,
            },
            _ => None,
        }
    }

    /// Returns the kind of a variable or a parameter of the analyzed file by its type or its initializer.
    fn of_name(&self, bound: Bound, left: u32) -> Option<Walked> {
        let units = &self.promises.eval().units;
        if !bound.unit.is_here() {
            return None;
        }
        let binding = units.binding(bound);
        let end = units.absolute(bound.unit, binding.range).end();
        let after: String = self.rope.byte_slice(end..).chars().take(MAX_TYPE).collect();
        if let Some(ty) = after.trim_start().trim_start_matches(['?', '!']).trim_start().strip_prefix(':')
            && binding.ty.is_some()
        {
            return declared(ty);
        }
        match &binding.source {
            BindingSource::Variable { value: Some(value), path, .. }
                if path.is_empty() && units.writes_to(bound).next().is_none() =>
            {
                self.walked_within(Node { unit: bound.unit, expr: *value }, left)
            }
            _ => None,
        }
    }
}

/// Returns the kind of the type that a text begins with.
fn declared(text: &str) -> Option<Walked> {
    let mut depth = 0;
    let end = text.char_indices().find(|(at, c)| {
        match c {
            '(' | '[' | '{' | '<' => depth += 1,
            // The arrow of a type of functions closes nothing.
            '>' if text[..*at].ends_with('=') => {}
            ')' | ']' | '}' | '>' if depth > 0 => depth -= 1,
            ')' | ']' | '}' | '>' | ',' | ';' | '=' => return depth == 0,
            _ => {}
        }
        false
    });
    let text = &text[..end.map_or(text.len(), |(at, _)| at)];
    let parts: Vec<&str> =
        text.split('|').map(str::trim).filter(|part| !matches!(*part, "null" | "undefined" | "")).collect();
    let [only] = parts.as_slice() else { return None };
    let only = only.strip_prefix("readonly ").unwrap_or(only).trim();
    let named = |names: &[&str]| names.iter().any(|name| only.starts_with(&format!("{name}<")) && only.ends_with('>'));
    if only.ends_with("[]") || named(&["Array", "ReadonlyArray"]) {
        Some(Walked::Array)
    } else if named(&["Set", "ReadonlySet"]) {
        Some(Walked::Set)
    } else if named(&["Map", "ReadonlyMap"]) {
        Some(Walked::Map)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_of_what_is_walked_through() {
        for text in
            [" string[]) {", " Array<{ id: string }> = []", " readonly string[] | undefined, x", "(() => void)[])"]
        {
            assert_eq!(declared(text), Some(Walked::Array), "{text}");
        }
        assert_eq!(declared(" Set<string>) =>"), Some(Walked::Set));
        assert_eq!(declared(" Map<string, User> | null;"), Some(Walked::Map));
        for text in
            [" QuerySnapshot) {", " string[] | Set<string>)", " Iterable<string>)", " Record<string, string[]>)"]
        {
            assert_eq!(declared(text), None, "{text}");
        }
    }
}
