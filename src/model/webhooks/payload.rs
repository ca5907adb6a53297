//! Reads of a Customer.io webhook that no such webhook supports.

use super::by_hand::File;
use crate::facts::{BinaryOp, BindingSource, Element, ExprId, ExprKind, PatternStep};

use crate::eval::Eval;
use crate::eval::units::{Lookup, Node};
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
/// Words in place of metrics where the field `metric` is read: other forms of the same verbs, and those of other services.
const VERBS: &[(&str, &str)] = &[
    ("attempt", "attempted"),
    ("attempted", "attempted"),
    ("bounces", "bounced"),
    ("click", "clicked"),
    ("clicks", "clicked"),
    ("conversion", "converted"),
    ("convert", "converted"),
    ("deferred", "deferred"),
    ("delivery", "delivered"),
    ("deliver", "delivered"),
    ("drafted", "drafted"),
    ("drop", "dropped"),
    ("fail", "failed"),
    ("failed", "failed"),
    ("hard_bounce", "bounced"),
    ("open", "opened"),
    ("opens", "opened"),
    ("send", "sent"),
    ("soft_bounce", "bounced"),
    ("spam", "spammed"),
    ("spam_complaint", "spammed"),
    ("spam_report", "spammed"),
    ("spamreport", "spammed"),
    ("subscribe", "subscribed"),
    ("undeliverable", "undeliverable"),
    ("unsubscribe", "unsubscribed"),
    ("unsubscribes", "unsubscribed"),
];
/// Words in place of values of `object_type` where that field is read.
const OTHER_OBJECTS: &[(&str, &str)] = &[
    ("emails", "email"),
    ("in-app", "in_app"),
    ("mail", "email"),
    ("people", "customer"),
    ("person", "customer"),
    ("user", "customer"),
    ("webhook", "webhook"),
];
/// The fields of `data`, which are not beside it.
const IN_DATA: &[&str] = &[
    "action_id",
    "broadcast_id",
    "campaign_id",
    "customer_id",
    "delivery_id",
    "identifiers",
    "newsletter_id",
    "recipient",
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
    /// True where code asks for the opposite, which holds always: `!==`.
    pub is_negated: bool,
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
    /// A value that is compared with `object_type` and that it never has: `Email`, `user`. With the right one.
    Object(SmolStr, &'static str),
    /// A field that is in `data`.
    InData(SmolStr),
}

/// Returns the analyzed file's reads of webhooks, in the order of the text.
pub fn unknown(eval: &Eval<'_>) -> Vec<UnknownInWebhook> {
    let file = File::of(eval);
    if !file.is_ours || !file.is_only_ours {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut note = |range: TextRange, what: UnknownPart, is_negated: bool| {
        found.push(UnknownInWebhook { range, what, is_negated });
    };
    for (unit, facts) in eval.units.iter() {
        // A value that is compared with `of`.
        let value = |of: ExprId, expr: ExprId| {
            let node = Node { unit, expr };
            let ExprKind::String(text) = eval.units.kind(eval.units.peeled(node)) else { return None };
            let what = match field(eval, Node { unit, expr: of }).as_deref() {
                Some("object_type") => UnknownPart::Object(text.clone(), object_meant(text)?),
                Some("metric") if meant(text).is_none() => UnknownPart::Value(text.clone(), None, verb(text)?),
                _ => {
                    let (object, metric) = meant(text)?;
                    UnknownPart::Value(text.clone(), object, metric)
                }
            };
            Some((eval.units.range(node), what))
        };
        for (at, expr) in facts.exprs.iter().enumerate() {
            match &expr.kind {
                ExprKind::Binary(op @ (BinaryOp::Equal | BinaryOp::Unequal), left, right) => {
                    let pairs = [(*right, *left), (*left, *right)];
                    let found = pairs.into_iter().filter_map(|(of, text)| value(of, text));
                    found.for_each(|(range, what)| note(range, what, *op == BinaryOp::Unequal));
                }
                // `["open", "click"].includes(event.metric)`
                ExprKind::Call { callee, arguments } => {
                    let ([Element::Item(of)], ExprKind::Member { object, property }) =
                        (&arguments[..], &facts.exprs[facts.peeled(*callee).index()].kind)
                    else {
                        continue;
                    };
                    let list = eval.value(Node { unit, expr: *object }).node;
                    let ("includes", ExprKind::Array(elements), true) =
                        (property.as_str(), eval.units.kind(list), list.unit == unit)
                    else {
                        continue;
                    };
                    let texts = elements.iter().filter_map(|element| match element {
                        Element::Item(text) => value(*of, *text),
                        _ => None,
                    });
                    texts.for_each(|(range, what)| note(range, what, false));
                }
                ExprKind::Member { object, property } => {
                    let range = eval.units.range(Node { unit, expr: ExprId(at as u32) });
                    if FIELDS.contains(&property.as_str()) {
                        note(range, UnknownPart::Field(property.clone()), false);
                    } else if (property == "events" || IN_DATA.contains(&property.as_str()))
                        && is_body(eval, Node { unit, expr: *object })
                        && !eval.units.is_written_member(Node { unit, expr: ExprId(at as u32) })
                    {
                        note(range, beside_data(property), false);
                    }
                }
                _ => {}
            }
        }
        facts
            .flow
            .cases
            .iter()
            .filter_map(|case| value(case.of, case.value))
            .for_each(|(range, what)| note(range, what, false));
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
                note(range, UnknownPart::Field(key.clone()), false);
            } else if in_body && (key == "events" || IN_DATA.contains(&key.as_str())) {
                note(range, beside_data(key), false);
            }
        }
    }
    found.sort_by_key(|it| it.range);
    found.dedup();
    found
}

/// A field that a webhook does not have beside `data`.
fn beside_data(name: &SmolStr) -> UnknownPart {
    if name == "events" { UnknownPart::Events } else { UnknownPart::InData(name.clone()) }
}

/// The field of a webhook that an expression reads: `event.metric`, or a variable that was taken from it.
fn field(eval: &Eval<'_>, node: Node) -> Option<SmolStr> {
    let node = eval.units.peeled(node);
    match eval.units.kind(node) {
        ExprKind::Member { property, .. } => Some(property.clone()),
        ExprKind::Ident(name, scope) => {
            let Lookup::One(bound) = eval.units.lookup(node.unit, *scope, name) else { return None };
            match &eval.units.binding(bound).source {
                BindingSource::Variable { path, value, .. } => match (path.last(), value) {
                    (Some(PatternStep::Key(key)), _) => Some(key.clone()),
                    (None, Some(value)) => {
                        match eval.units.kind(eval.units.peeled(Node { unit: bound.unit, expr: *value })) {
                            ExprKind::Member { property, .. } => Some(property.clone()),
                            _ => None,
                        }
                    }
                    _ => None,
                },
                BindingSource::Parameter { path, .. } => match path.last() {
                    Some(PatternStep::Key(key)) => Some(key.clone()),
                    _ => None,
                },
                _ => None,
            }
        }
        _ => None,
    }
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

/// The metric that a value of `metric` which does not exist should be: another form of its verb, or another case of its
/// letters. `None` for a metric, and for what is not known.
fn verb(text: &str) -> Option<&'static str> {
    let lower = text.to_ascii_lowercase();
    let metric = METRICS.iter().chain(VERBS).find(|(name, _)| *name == lower).map(|(_, metric)| *metric)?;
    (metric != text).then_some(metric)
}

/// As [`verb`], for a value of `object_type`.
fn object_meant(text: &str) -> Option<&'static str> {
    let lower = text.to_ascii_lowercase();
    let object = OBJECTS.iter().chain(OTHER_OBJECTS).find(|(name, _)| *name == lower).map(|(_, object)| *object)?;
    (object != text).then_some(object)
}

#[cfg(test)]
mod tests {
    use super::{meant, object_meant, verb};

    #[test]
    fn values_of_other_services_in_the_fields() {
        for (text, metric) in [("unsubscribe", "unsubscribed"), ("Bounced", "bounced"), ("open", "opened")] {
            assert_eq!(verb(text), Some(metric));
        }
        for text in ["bounced", "human_opened", "failed", "deferred", "undeliverable", "anything"] {
            assert_eq!(verb(text), None, "{text}");
        }
        assert_eq!(object_meant("Email"), Some("email"));
        assert_eq!(object_meant("user"), Some("customer"));
        for text in ["email", "webhook", "whatsapp", "customer", "order"] {
            assert_eq!(object_meant(text), None, "{text}");
        }
    }

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
