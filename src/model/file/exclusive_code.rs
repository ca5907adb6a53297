//! A test of whether code at a place is for the SDK alone, so that changing it changes nothing else.

use crate::eval::Eval;
use crate::eval::units::{Bound, Node};
use crate::facts::{BindingId, BindingSource, ExprKind};
use crate::model::Model;
use crate::text::TextRange;
use rustc_hash::FxHashSet;

/// The ranges of the analyzed file that the SDK sees and nothing else does: calls, requests, clients, imports, members of
/// enumerations, and the initializers of variables that only go to calls as they are.
pub fn for_the_sdk_alone(model: &Model<'_>) -> Vec<TextRange> {
    let direct = || model.calls().of_sdk().iter().filter(|call| call.through.is_none());
    let requests = || model.requests().made().iter().filter(|request| request.through.is_none());
    let mut own: Vec<TextRange> = direct().map(|call| call.range).collect();
    own.extend(requests().map(|request| request.range));
    own.extend(model.clients().made().iter().map(|client| client.range));
    // `const { … } = require("…")`
    let taken = model.imports().of_sdk().iter().map(|import| {
        let start = import.names.iter().map(|name| name.at.start).min().unwrap_or(import.range.start);
        TextRange { start: start.min(import.range.start), ..import.range }
    });
    own.extend(taken);
    own.extend(model.requests().attachments().iter().map(|attachment| attachment.range));
    own.extend(model.imports().enum_members().iter().map(|member| member.range));
    let given = direct().flat_map(|call| call.arguments.iter().filter_map(|argument| argument.range));
    let options = requests().filter_map(|request| request.options.as_ref()?.range);
    let given: FxHashSet<TextRange> = given.chain(options).collect();
    own.extend(handed_over(&model.eval, &given));
    own
}

/// The initializers of the variables that are read nowhere but as one of `given`, and whose type nothing says.
fn handed_over(eval: &Eval<'_>, given: &FxHashSet<TextRange>) -> Vec<TextRange> {
    let mut all = Vec::new();
    for (unit, facts) in eval.units.iter() {
        for (at, binding) in facts.bindings.iter().enumerate() {
            let BindingSource::Variable { value: Some(expr), path, .. } = &binding.source else { continue };
            let (bound, value) = (Bound { unit, binding: BindingId(at as u32) }, Node { unit, expr: *expr });
            let is_literal =
                matches!(eval.units.kind(value), ExprKind::Object(_) | ExprKind::Array(_) | ExprKind::String(_));
            if is_literal
                && path.is_empty()
                && binding.ty.is_none()
                && !eval.units.is_exported(bound)
                && eval.units.references(bound).all(|node| given.contains(&eval.units.range(node)))
            {
                all.push(eval.units.range(value));
            }
        }
    }
    all
}
