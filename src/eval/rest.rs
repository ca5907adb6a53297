//! The remainder of an object after a pattern: `({ id, ...attributes })`.

use super::Eval;
use super::units::{Bound, Node};
use super::value::{Object, Value, ValueKind};
use crate::facts::{BindingSource, PatternStep};
use smol_str::SmolStr;
use std::rc::Rc;

impl Eval<'_> {
    /// The keys that a pattern takes before it puts the rest into a variable: `{ id, ...attributes }`. `None` for any
    /// other variable, and where not all keys are known.
    pub(super) fn taken_beside(&self, bound: Bound) -> Option<Rc<[SmolStr]>> {
        let bindings = &self.units.unit(bound.unit).bindings;
        let own = &self.units.binding(bound).source;
        let (BindingSource::Variable { path, .. } | BindingSource::Parameter { path, .. }) = own else { return None };
        if !matches!(&path[..], [PatternStep::Rest]) {
            return None;
        }
        let beside = bindings.iter().enumerate().filter(|(at, _)| *at != bound.binding.index());
        let paths = beside.filter_map(|(_, binding)| match (&binding.source, own) {
            (
                BindingSource::Variable { value: Some(value), path, .. },
                BindingSource::Variable { value: Some(own), .. },
            ) if value == own => Some(path),
            (
                BindingSource::Parameter { function, index, path },
                BindingSource::Parameter { function: own, index: at, .. },
            ) if (function, index) == (own, at) => Some(path),
            _ => None,
        });
        let keys = paths.map(|path| match path.first() {
            Some(PatternStep::Key(key)) => Some(key.clone()),
            _ => None,
        });
        let keys: Vec<SmolStr> = keys.collect::<Option<_>>()?;
        (!keys.is_empty()).then(|| keys.into())
    }

    /// Returns the rest of an object that nothing else holds; `bound` holds the rest.
    pub(super) fn rest_of(&self, value: Value, taken: Rc<[SmolStr]>, bound: Option<Bound>, node: Node) -> Value {
        match value.kind {
            ValueKind::Object(object) if object.is_loose() && object.without.is_none() => {
                Value { kind: ValueKind::Object(Object { bound, without: Some(taken), ..object }), ..value }
            }
            _ => Value::at(node, ValueKind::Unknown),
        }
    }
}
