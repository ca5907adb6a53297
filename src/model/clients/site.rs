//! The place where a client is created, and the use of it there.

use crate::eval::Eval;
use crate::eval::units::places;
use crate::eval::units::{Bound, Node};
use crate::eval::value::ValueKind;
use crate::facts::ExprKind;
use crate::flow::promise::{Around, PromiseAnalysis, Role, Use};
use crate::model::calls::per_request::{Occasion, occasion};
use crate::model::credentials::names::credential;
use crate::model::credentials::sources::CredentialSource;
use crate::sdk::ClientKind;
use crate::text::{Place, TextRange};

/// The place where a client is created.
#[derive(Clone, Debug)]
pub struct Made {
    /// The surroundings.
    pub around: Around,
    /// True when it stays in the function: it is assigned to a variable of it, or called at once.
    pub stays: bool,
    /// The repeated occasion on which the function, or one around it, is called.
    pub occasion: Option<Occasion>,
}

/// A call of a function that makes a client and gives it away each time.
#[derive(Clone, Debug)]
pub struct MadeByCall {
    /// The call in the analyzed file.
    pub call: TextRange,
    /// The function that is called.
    pub name: smol_str::SmolStr,
    /// The client.
    pub client: ClientKind,
    /// The `new` expression.
    pub new: Place,
    /// The place where it is called, and the use of its result.
    pub made: Made,
}

/// The facts about the `new` at a place of the analyzed file.
pub fn made(promises: &PromiseAnalysis<'_, '_>, range: TextRange) -> Option<Made> {
    Some(made_at(promises, promises.eval().units.call_at(range)?))
}

fn made_at(promises: &PromiseAnalysis<'_, '_>, node: Node) -> Made {
    Made {
        around: promises.around(node),
        stays: stays(promises.eval(), promises, node),
        occasion: occasion(promises, node),
    }
}

/// The calls of the analyzed file that make a client each time, in the order of the text. Not those whose credentials
/// may differ from call to call.
pub fn made_by_calls(promises: &PromiseAnalysis<'_, '_>) -> Vec<MadeByCall> {
    let eval = promises.eval();
    let mut found: Vec<MadeByCall> =
        eval.candidates().iter().filter_map(|node| made_by_call(promises, *node)).collect();
    found.sort_by_key(|made| made.call);
    found
}

fn made_by_call(promises: &PromiseAnalysis<'_, '_>, node: Node) -> Option<MadeByCall> {
    let eval = promises.eval();
    let ExprKind::Call { .. } = eval.units.kind(node) else { return None };
    let own = eval.own_call(node, &None)?;
    let ValueKind::Client(client, Some(new)) = eval.narrowly(node, &None).kind else { return None };
    if promises.function_around(new) != Some(own.function) || !is_given(promises, new) {
        return None;
    }
    let ExprKind::New { arguments, .. } = eval.units.kind(new) else { return None };
    let is_known = client.credentials().iter().zip(places(new.unit, arguments)).all(|(wanted, argument)| {
        let sources = credential(eval, argument, *wanted).sources;
        !sources.iter().any(|source| matches!(source, CredentialSource::Unknown))
    });
    is_known.then(|| MadeByCall {
        call: eval.units.range(node),
        name: eval.called(node),
        client,
        new: eval.units.place(new),
        made: made_at(promises, node),
    })
}

/// Returns whether a function returns the client it creates, and does not keep it.
fn is_given(promises: &PromiseAnalysis<'_, '_>, new: Node) -> bool {
    match promises.use_of(new) {
        Use::Returned | Use::Given(_) => true,
        Use::Initial(binding) => {
            let bound = Bound { unit: new.unit, binding };
            let mut uses = promises.eval().units.references(bound).map(|place| promises.use_of(place)).peekable();
            uses.peek().is_some() && uses.all(|it| matches!(it, Use::Returned | Use::In(_, Role::Object)))
        }
        _ => false,
    }
}

fn stays(eval: &Eval<'_>, promises: &PromiseAnalysis<'_, '_>, node: Node) -> bool {
    match promises.use_of(node) {
        Use::In(_, Role::Object) => true,
        Use::Initial(binding) => {
            let bound = Bound { unit: node.unit, binding };
            // It is neither returned nor put anywhere, as a factory or a cache would do.
            eval.units.references(bound).all(|place| {
                matches!(promises.uses(place.unit).get(place.expr), Use::In(_, Role::Object | Role::Argument(_)))
            })
        }
        _ => false,
    }
}

/// Returns whether the analyzed file names an environment variable.
pub fn mentions(eval: &Eval<'_>, name: &str) -> bool {
    eval.units.iter().any(|(_, facts)| {
        facts.exprs.iter().any(|expr| match &expr.kind {
            ExprKind::Member { property, .. } => property == name,
            ExprKind::String(text) => text == name,
            _ => false,
        })
    })
}
