//! Signatures of webhooks that a file computes and compares by itself, without the SDK.

use super::{WebhookFault, WebhookFaultKind, comparisons, fault, is_signature};
use crate::eval::units::places;
use crate::eval::units::{Lookup, Node, UnitId};
use crate::eval::value::ValueKind;
use crate::eval::{Eval, What};
use crate::facts::{BinaryOp, BindingSource, Element, ExprKind, FunctionId, PatternStep, TemplatePart};
use crate::flow::promise::PromiseAnalysis;
use crate::model::file::name_words::words;
use crate::sdk::webhook;
use crate::text::TextRange;

/// The maximum depth to which a body is searched in the operations on it.
const MAX_DEPTH: u32 = 12;
/// The usual names of a body.
const BODIES: &[&str] = &["body", "bodyText", "payload", "raw", "rawBody", "raw_body", "rawPayload"];
/// Methods that return a body as it arrived.
const READS: &[&str] = &["arrayBuffer", "buffer", "getRawBody", "rawBody", "readRawBody", "text"];
/// Functions that only convert a string to another form.
const FORMS: &[&str] = &["String", "from", "encode", "toString", "trim"];

/// The clues about signatures in a file, taken together.
pub struct File {
    /// True when it is about the webhooks of Customer.io.
    pub is_ours: bool,
    /// True when nothing in it is about the signatures of another service.
    pub is_only_ours: bool,
    /// True when it contains the version that the signed string begins with.
    has_version: bool,
    /// True when it names the time of a webhook.
    has_time: bool,
    /// True when it compares lengths.
    has_lengths: bool,
}

impl File {
    /// Returns the clues in the analyzed file.
    pub fn of(eval: &Eval<'_>) -> Self {
        let mut file =
            Self { is_ours: false, is_only_ours: true, has_version: false, has_time: false, has_lengths: false };
        for (_, facts) in eval.units.iter() {
            for expr in &facts.exprs {
                match &expr.kind {
                    ExprKind::String(text) | ExprKind::Load(text) => file.text(text),
                    ExprKind::Ident(name, _) => file.name(name),
                    ExprKind::Member { property, .. } => {
                        file.has_lengths |= matches!(property.as_str(), "byteLength" | "length");
                        file.name(property);
                    }
                    ExprKind::Template(parts) => parts.iter().for_each(|part| match part {
                        TemplatePart::Text(text) => file.has_version |= text.contains("v0"),
                        TemplatePart::Value(_) => {}
                    }),
                    _ => {}
                }
            }
            for binding in &facts.bindings {
                file.name(&binding.name);
                if matches!(binding.source, BindingSource::Parameter { .. }) {
                    file.has_time |=
                        words(&binding.name).iter().any(|word| matches!(word.as_str(), "timestamp" | "time" | "ts"));
                }
                if let BindingSource::Variable { path, .. } | BindingSource::Parameter { path, .. } = &binding.source {
                    for step in path {
                        if let PatternStep::Key(key) = step {
                            file.text(key);
                            file.name(key);
                        }
                    }
                }
            }
        }
        file
    }

    fn text(&mut self, text: &str) {
        let [time, signature] = webhook::HEADERS;
        self.is_ours |= is_own_secret(text);
        let text = text.to_ascii_lowercase();
        self.has_version |= text.contains("v0");
        self.has_time |= text == time;
        if text == signature {
            self.is_ours = true;
        } else if text.contains('-') && !text.contains(' ') && (text.contains("signature") || text.contains("hmac")) {
            // `stripe-signature`, `x-hub-signature-256`
            self.is_only_ours = false;
        }
    }

    fn name(&mut self, name: &str) {
        self.is_ours |= is_own_secret(name);
    }
}

/// Returns whether a name is that of the key that Customer.io signs with: `CUSTOMERIO_WEBHOOK_SECRET`,
/// `CIO_SIGNING_KEY`.
fn is_own_secret(name: &str) -> bool {
    let name = name.to_ascii_uppercase();
    let is_own = name.starts_with("CIO_")
        || name.contains("_CIO_")
        || name.contains("CUSTOMERIO")
        || name.contains("CUSTOMER_IO");
    is_own && (name.contains("WEBHOOK") || name.contains("SIGN"))
}

/// Finds the faults in signatures that the analyzed file computes.
pub fn by_hand(eval: &Eval<'_>, found: &mut Vec<WebhookFault>) {
    let file = File::of(eval);
    if !file.is_ours {
        return;
    }
    let tries = guarded(eval);
    for (unit, facts) in eval.units.iter() {
        for expr in &facts.calls {
            let node = Node { unit, expr: *expr };
            match eval.called(node).as_str() {
                "update" => found.extend(updated(eval, node).and_then(|it| signed(eval, &file, it))),
                "sign" => found.extend(of_web_crypto(eval, node, 2).and_then(|it| signed(eval, &file, it))),
                "verify" => found.extend(of_web_crypto(eval, node, 3).and_then(|it| signed(eval, &file, it))),
                "timingSafeEqual" => found.extend(lengths(eval, &file, node, &tries)),
                _ => {}
            }
        }
    }
    if file.is_only_ours {
        operators(eval, found);
    }
}

/// `createHmac("sha256", key).update(here)`
fn updated(eval: &Eval<'_>, update: Node) -> Option<(Node, Node)> {
    let ExprKind::Call { callee, .. } = eval.units.kind(update) else { return None };
    let callee = eval.units.peeled(Node { unit: update.unit, expr: *callee });
    let ExprKind::Member { object, .. } = eval.units.kind(callee) else { return None };
    let hmac = eval.value(Node { unit: callee.unit, expr: *object }).node;
    (eval.called(hmac) == "createHmac").then_some(())?;
    Some((argument(eval, update, 0)?, argument(eval, hmac, 1)?))
}

/// `crypto.subtle.sign("HMAC", key, here)`, `crypto.subtle.verify("HMAC", key, signature, here)`
fn of_web_crypto(eval: &Eval<'_>, call: Node, at: u32) -> Option<(Node, Node)> {
    eval.value(argument(eval, call, 0)?).as_str().filter(|name| *name == "HMAC")?;
    Some((argument(eval, call, at)?, argument(eval, call, 1)?))
}

/// Returns the fault of a string that is signed with a key.
fn signed(eval: &Eval<'_>, file: &File, (text, key): (Node, Node)) -> Option<WebhookFault> {
    if !file.is_only_ours && !is_own_key(eval, key) {
        return None;
    }
    let range = eval.units.range(text);
    let made = made(eval, text);
    if let Some(part) = parts(eval, made).into_iter().find(|part| body(eval, *part, MAX_DEPTH) == Some(Body::Written)) {
        let at = eval.units.range(part);
        let at = if range.contains(at) { at } else { range };
        return Some(fault(at, WebhookFaultKind::SerializedByHand));
    }
    match body(eval, text, MAX_DEPTH)? {
        Body::Written => Some(fault(range, WebhookFaultKind::SerializedByHand)),
        // What is signed is what the callers say.
        Body::Parameter(unit, function, at) => {
            let calls = calls_of(eval, unit, function);
            let given = calls.iter().filter_map(|call| argument(eval, *call, at)).collect::<Vec<_>>();
            if let Some(written) = given.iter().find(|it| body(eval, **it, MAX_DEPTH) == Some(Body::Written)) {
                return Some(fault(eval.units.range(*written), WebhookFaultKind::SerializedByHand));
            }
            let is_whole =
                given.iter().all(|it| matches!(body(eval, *it, MAX_DEPTH), Some(Body::Raw | Body::Parameter(..))));
            // Who calls it from elsewhere may put the time before it.
            let is_plain = is_whole && (!given.is_empty() || !file.has_time);
            (is_plain && !file.has_version).then(|| fault(range, WebhookFaultKind::Unprefixed))
        }
        Body::Raw => (!file.has_version).then(|| fault(range, WebhookFaultKind::Unprefixed)),
    }
}

/// Returns whether a key is that of Customer.io by its name.
fn is_own_key(eval: &Eval<'_>, key: Node) -> bool {
    let value = eval.value(key);
    value.cases().iter().any(|case| matches!(&case.kind, ValueKind::Env(name) if is_own_secret(name)))
}

/// The signed value.
#[derive(Clone, Copy, PartialEq)]
enum Body {
    /// The body as it came, and nothing before it.
    Raw,
    /// It was parsed and written again: `JSON.stringify(req.body)`.
    Written,
    /// A parameter of a function, which is called like a body.
    Parameter(UnitId, FunctionId, u32),
}

/// Returns the call that creates an expression: of a constant, its initializer.
fn made(eval: &Eval<'_>, node: Node) -> Node {
    let node = eval.units.peeled(node);
    match eval.units.kind(node) {
        ExprKind::Ident(..) => eval.units.peeled(eval.value(node).node),
        _ => node,
    }
}

/// The parts of a composed string; nothing for another.
fn parts(eval: &Eval<'_>, node: Node) -> Vec<Node> {
    let sibling = |expr| Node { unit: node.unit, expr };
    match eval.units.kind(node) {
        ExprKind::Template(all) => all
            .iter()
            .filter_map(|part| match part {
                TemplatePart::Value(expr) => Some(sibling(*expr)),
                TemplatePart::Text(_) => None,
            })
            .collect(),
        ExprKind::Binary(BinaryOp::Add, left, right) => {
            let mut all = parts(eval, eval.units.peeled(sibling(*left)));
            all.push(sibling(*right));
            all
        }
        _ => Vec::new(),
    }
}

/// Returns the form of a body that an expression is; `None` where that is not certain.
fn body(eval: &Eval<'_>, node: Node, left: u32) -> Option<Body> {
    let Some(left) = left.checked_sub(1) else {
        eval.hit(What::Steps, node);
        return None;
    };
    let node = made(eval, node);
    let sibling = |expr| Node { unit: node.unit, expr };
    match eval.units.kind(node) {
        ExprKind::Await(inner) => body(eval, sibling(*inner), left),
        ExprKind::Binary(BinaryOp::Or | BinaryOp::Nullish, first, _) => body(eval, sibling(*first), left),
        ExprKind::Member { property, .. } if BODIES.contains(&property.as_str()) => Some(Body::Raw),
        ExprKind::Ident(name, scope) => {
            let Lookup::One(bound) = eval.units.lookup(node.unit, *scope, name) else { return None };
            match &eval.units.binding(bound).source {
                BindingSource::Parameter { function, index, path }
                    if path.is_empty() && BODIES.contains(&name.as_str()) =>
                {
                    Some(Body::Parameter(bound.unit, *function, *index))
                }
                // `async ({ body }) => …`
                BindingSource::Parameter { path, .. } | BindingSource::Variable { path, .. } => {
                    let named = matches!(path.last(), Some(PatternStep::Key(key)) if BODIES.contains(&key.as_str()));
                    named.then_some(Body::Raw)
                }
                _ => None,
            }
        }
        ExprKind::Call { callee, arguments } => {
            let name = eval.called(node);
            let callee = eval.units.peeled(sibling(*callee));
            let receiver = match eval.units.kind(callee) {
                ExprKind::Member { object, .. } => Some(Node { unit: callee.unit, expr: *object }),
                _ => None,
            };
            let is_json =
                receiver.is_some_and(|it| matches!(eval.units.kind(it), ExprKind::Ident(name, _) if name == "JSON"));
            match name.as_str() {
                "stringify" if is_json => Some(Body::Written),
                name if READS.contains(&name) => Some(Body::Raw),
                name if FORMS.contains(&name) => match arguments.first() {
                    Some(Element::Item(first)) if !matches!(name, "toString" | "trim") => {
                        body(eval, sibling(*first), left)
                    }
                    _ => body(eval, receiver?, left),
                },
                _ => None,
            }
        }
        _ => None,
    }
}

/// The calls of a function in the analyzed file.
fn calls_of(eval: &Eval<'_>, unit: UnitId, function: FunctionId) -> Vec<Node> {
    let all =
        eval.units.iter().flat_map(|(unit, facts)| facts.calls.iter().map(move |expr| Node { unit, expr: *expr }));
    let is_it = |call: &Node| {
        let ExprKind::Call { callee, .. } = eval.units.kind(*call) else { return false };
        let callee = eval.units.peeled(Node { unit: call.unit, expr: *callee });
        matches!(eval.units.kind(callee), ExprKind::Ident(..) | ExprKind::Member { .. })
            && matches!(eval.value(callee).kind, ValueKind::Function(of, it, _) if (of, it) == (unit, function))
    };
    all.filter(is_it).collect()
}

fn argument(eval: &Eval<'_>, call: Node, at: u32) -> Option<Node> {
    let ExprKind::Call { arguments, .. } = eval.units.kind(call) else { return None };
    places(call.unit, arguments).get(at as usize).copied()
}

/// `timingSafeEqual(a, b)`, which throws where the two are not of one length, as a forgery chooses.
fn lengths(eval: &Eval<'_>, file: &File, call: Node, tries: &[TextRange]) -> Option<WebhookFault> {
    let (one, other) = (argument(eval, call, 0)?, argument(eval, call, 1)?);
    let range = eval.units.range(call);
    let is_fixed = |node: Node| eval.called(made(eval, node)) == "digest";
    let is_ours = file.is_only_ours || [one, other].into_iter().any(|it| is_signature(eval, it));
    let is_caught = |range: TextRange| tries.iter().any(|block| block.contains(range));
    if !is_ours || file.has_lengths || is_fixed(one) && is_fixed(other) || is_caught(range) {
        return None;
    }
    // What the function around it throws may be caught where that is called.
    let is_caught_by_caller = PromiseAnalysis::new(eval).function_around(call).is_some_and(|(unit, function)| {
        calls_of(eval, unit, function).into_iter().any(|call| is_caught(eval.units.range(call)))
    });
    (!is_caught_by_caller).then(|| fault(range, WebhookFaultKind::LengthUnchecked))
}

/// The blocks whose errors are caught.
fn guarded(eval: &Eval<'_>) -> Vec<TextRange> {
    let tries = eval.units.iter().flat_map(|(unit, facts)| facts.flow.tries.iter().map(move |it| (unit, it)));
    tries.filter(|(_, it)| it.handler.is_some()).map(|(unit, it)| eval.units.absolute(unit, it.block)).collect()
}

/// `expected === signature`, of which nothing else than the file says whose signature it is.
fn operators(eval: &Eval<'_>, found: &mut Vec<WebhookFault>) {
    let is_text = |node: Node| {
        matches!(
            eval.units.kind(eval.units.peeled(node)),
            ExprKind::Ident(..) | ExprKind::Member { .. } | ExprKind::Index { .. } | ExprKind::Call { .. }
        )
    };
    comparisons(eval, |node| is_text(node) && !is_signature(eval, node), found);
}
