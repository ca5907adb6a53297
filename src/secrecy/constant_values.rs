//! The values of names and calls, as far as they are plain from the code of one file.

use super::hidden::{At, Search};
use crate::facts::{BindingSource, Body, ExprKind, FunctionId, Key, Property};
use rustc_hash::FxHashMap;
use std::sync::Arc;

impl Search<'_> {
    /// Returns the values of variables, by name.
    pub(super) fn variables(&self) -> &FxHashMap<String, Vec<At>> {
        self.variables.get_or_init(|| {
            let mut map: FxHashMap<String, Vec<At>> = FxHashMap::default();
            for (at, (unit, _)) in self.units.iter().enumerate() {
                for binding in &unit.bindings {
                    if let BindingSource::Variable { value: Some(value), path, .. } = &binding.source
                        && path.is_empty()
                    {
                        map.entry(binding.name.to_string()).or_default().push((at, *value));
                    }
                }
            }
            map
        })
    }

    /// Returns the values of properties, by key.
    pub(super) fn properties(&self) -> &FxHashMap<String, Vec<At>> {
        self.properties.get_or_init(|| {
            let mut map: FxHashMap<String, Vec<At>> = FxHashMap::default();
            for (at, (unit, _)) in self.units.iter().enumerate() {
                for expr in &unit.exprs {
                    let ExprKind::Object(properties) = &expr.kind else { continue };
                    for property in properties {
                        if let Property::Entry { key: Key::Name(key), value, .. } = property {
                            map.entry(key.to_string()).or_default().push((at, *value));
                        }
                    }
                }
            }
            map
        })
    }

    /// Returns the possible results of a call, where it is plain which function is called.
    pub(super) fn returned(&self, callee: At) -> Vec<At> {
        let callee = (callee.0, self.units[callee.0].0.peeled(callee.1));
        let mut functions: Vec<(usize, FunctionId)> = Vec::new();
        match &self.expr(callee).kind {
            ExprKind::Function(function) => functions.push((callee.0, *function)),
            ExprKind::Ident(name, _) => {
                for value in self.variables().get(name.as_str()).into_iter().flatten() {
                    if let ExprKind::Function(function) = &self.expr(*value).kind {
                        functions.push((value.0, *function));
                    }
                }
                for (at, (unit, _)) in self.units.iter().enumerate() {
                    let named = unit.bindings.iter().filter(|binding| binding.name == *name);
                    functions.extend(named.filter_map(|binding| match &binding.source {
                        BindingSource::Function(function) => Some((at, *function)),
                        _ => None,
                    }));
                }
            }
            _ => {}
        }
        let mut all = Vec::new();
        for (at, function) in functions {
            let (unit, _) = &self.units[at];
            match unit.functions[function.index()].body {
                Body::Expr(value) => all.push((at, value)),
                Body::Unit(child) => {
                    let Some(child) = unit.children.get(child as usize) else { continue };
                    let at = self.units.iter().position(|(unit, _)| Arc::ptr_eq(unit, &child.unit));
                    all.extend(at.into_iter().flat_map(|at| child.unit.returns.iter().map(move |value| (at, *value))));
                }
                Body::None => {}
            }
        }
        all
    }
}
