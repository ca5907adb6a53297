//! Requests of the SDK: `new SendEmailRequest({ … })`.

use super::argument::Argument;
use super::eval::Eval;
use super::units::Node;
use super::value::Kind;
use crate::facts::ExprKind;
use crate::sdk::Export;
use crate::text::TextRange;

/// A `new` of a request class of the SDK.
#[derive(Clone, Debug)]
pub struct RequestMade {
    /// The class.
    pub class: &'static str,
    /// The whole `new` expression.
    pub range: TextRange,
    /// The class as it is written after `new`.
    pub class_range: TextRange,
    /// The options; `None` when there are none, or a spread hides them.
    pub options: Option<Argument>,
}

/// The requests that a file makes, in the order of the text.
pub fn requests(eval: &Eval<'_>) -> Vec<RequestMade> {
    let mut made = Vec::new();
    for (unit, facts) in eval.units.iter() {
        for expr in &facts.calls {
            let node = Node { unit, expr: *expr };
            let ExprKind::New { callee, arguments, .. } = eval.units.kind(node) else { continue };
            let callee = Node { unit, expr: *callee };
            let Kind::Export(Export::Request(class)) = eval.narrowly(callee, &None).kind else { continue };
            let range = eval.units.range(node);
            let first = eval.arguments(unit, arguments, &None).list.into_iter().next();
            let options = first.map(|value| {
                let place = value.places().find(|node| eval.units.is_within(*node, range));
                Argument::new(place.map(|node| eval.units.range(node)), value, range)
            });
            made.push(RequestMade { class, range, class_range: eval.units.range(callee), options });
        }
    }
    made.sort_by_key(|request| request.range);
    made
}
