//! Reads of a Customer.io webhook that no such webhook supports.

use super::by_hand::File;
use crate::facts::{BinaryOp, BindingSource, ExprId, ExprKind, PatternStep};

use crate::eval::Eval;
use crate::eval::units::Node;
use crate::text::TextRange;
use smol_str::SmolStr;

/// The words for messages and people in the event names of other services.
const OBJECTS: &[(&str, &str)] = &[
    ("customer", "customer"),
    ("email", "email"),
    ("in_app", "in_app"),
    ("inapp", "in_app"),
    ("push", "push"),
    ("slack", "slack"),
    ("sms", "sms"),
    ("whatsapp", "whatsapp"),
];
/// The metrics by the names of other services, with Customer.io's names.
const METRICS: &[(&str, &str)] = &[
    ("bounce", "bounced"),
    ("bounced", "bounced"),
    ("clicked", "clicked"),
    ("complained", "spammed"),
    ("complaint", "spammed"),
    ("converted", "converted"),
    ("delivered", "delivered"),
    ("dropped", "dropped"),
    ("opened", "opened"),
    ("sent", "sent"),
    ("spammed", "spammed"),
    ("subscribed", "subscribed"),
    ("unsubscribed", "unsubscribed"),
];
/// Names that are not fields of a Customer.io webhook.
const FIELDS: &[&str] = &["event_type", "eventType"];
/// The properties that hold the parsed body of a request.
const BODIES: &[&str] = &["body", "payload"];

/// Something that no webhook of Customer.io has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownInWebhook {
    /// The range to mark.
    pub range: TextRange,
    /// The part.
    pub what: UnknownPart,
}

/// A part that no webhook of Customer.io has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnknownPart {
    /// A list of events: each request is one.
    Events,
    /// The field for the event.
    Field(SmolStr),
    /// The value that a field is compared with: `email_bounced`, `complained`. With the values that `object_type` and
    /// `metric` would have.
    Value(SmolStr, Option<&'static str>, &'static str),
}

/// Returns the analyzed file's reads of webhooks, in the order of the text.
pub fn unknown(eval: &Eval<'_>) -> Vec<UnknownInWebhook> {
    let file = File::of(eval);
    if !file.is_ours || !file.is_only_ours {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut add = |range: TextRange, what: UnknownPart| found.push(UnknownInWebhook { range, what });
    for (unit, facts) in eval.units.iter() {
        let value = |expr: ExprId| {
            let node = Node { unit, expr };
            let ExprKind::String(text) = eval.units.kind(eval.units.peeled(node)) else { return None };
            let (object, metric) = meant(text)?;
            Some((eval.units.range(node), UnknownPart::Value(text.clone(), object, metric)))
        };
        for (at, expr) in facts.exprs.iter().enumerate() {
            match &expr.kind {
                ExprKind::Binary(BinaryOp::Equal | BinaryOp::Unequal, left, right) => {
                    [*left, *right].into_iter().filter_map(value).for_each(|(range, what)| add(range, what));
                }
                ExprKind::Member { object, property } => {
                    let range = eval.units.range(Node { unit, expr: ExprId(at as u32) });
                    if FIELDS.contains(&property.as_str()) {
                        add(range, UnknownPart::Field(property.clone()));
                    } else if property == "events" && is_body(eval, Node { unit, expr: *object }) {
                        add(range, UnknownPart::Events);
                    }
                }
                _ => {}
            }
        }
        facts.flow.cases.iter().filter_map(|case| value(case.value)).for_each(|(range, what)| add(range, what));
        for binding in &facts.bindings {
            let (path, from_body) = match &binding.source {
                BindingSource::Variable { path, value: Some(value), .. } => {
                    (path, is_body(eval, Node { unit, expr: *value }))
                }
                BindingSource::Parameter { path, .. } => (path, false),
                _ => continue,
            };
            let [before @ .., PatternStep::Key(key)] = &path[..] else { continue };
            let in_body = from_body && before.is_empty()
                || matches!(before.last(), Some(PatternStep::Key(body)) if BODIES.contains(&body.as_str()));
            let range = eval.units.absolute(unit, binding.range);
            if in_body && FIELDS.contains(&key.as_str()) {
                add(range, UnknownPart::Field(key.clone()));
            } else if in_body && key == "events" {
                add(range, UnknownPart::Events);
            }
        }
    }
    found.sort_by_key(|it| it.range);
    found.dedup();
    found
}

/// Returns whether an expression is the body of a request, parsed: `req.body`, `await request.json()`,
/// `JSON.parse(raw)`.
fn is_body(eval: &Eval<'_>, node: Node) -> bool {
    let node = eval.units.peeled(node);
    let made = match eval.units.kind(node) {
        ExprKind::Ident(name, _) if BODIES.contains(&name.as_str()) => return true,
        ExprKind::Ident(..) => eval.units.peeled(eval.value(node).node),
        _ => node,
    };
    match eval.units.kind(made) {
        ExprKind::Member { property, .. } => property == "body",
        ExprKind::Await(inner) => is_json(eval, Node { unit: made.unit, expr: *inner }),
        _ => is_json(eval, made),
    }
}

fn is_json(eval: &Eval<'_>, node: Node) -> bool {
    let node = eval.units.peeled(node);
    matches!(eval.units.kind(node), ExprKind::Call { .. }) && matches!(eval.called(node).as_str(), "json" | "parse")
}

/// Returns the `object_type` and `metric` of an event that another service calls so; `None` for a name that may be a
/// metric as it is.
fn meant(text: &str) -> Option<(Option<&'static str>, &'static str)> {
    let metric = |word: &str| METRICS.iter().find(|(name, _)| *name == word).map(|(_, metric)| *metric);
    if let Some(metric) = metric(text) {
        return (metric != text).then_some((None, metric));
    }
    let cut = text.rfind(['_', '.', ':', '-'])?;
    let object = OBJECTS.iter().find(|(name, _)| *name == &text[..cut])?.1;
    Some((Some(object), metric(&text[cut + 1..])?))
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn names_of_other_services() {
        assert_eq!(meant("email_bounced"), Some((Some("email"), "bounced")));
        assert_eq!(meant("email.complained"), Some((Some("email"), "spammed")));
        assert_eq!(meant("in_app_opened"), Some((Some("in_app"), "opened")));
        assert_eq!(meant("complained"), Some((None, "spammed")));
        for text in ["bounced", "spammed", "email", "order_sent", "email_", "_bounced", "é_bounced"] {
            assert_eq!(meant(text), None, "{text}");
        }
    }
}
