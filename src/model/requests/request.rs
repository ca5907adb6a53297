//! Requests of the SDK: `new SendEmailRequest({ … })`.

use crate::eval::Eval;
use crate::eval::sdk_call::{SdkCall, Through};
use crate::eval::units::Node;
use crate::eval::units::files::LocalFile;
use crate::eval::units::places;
use crate::eval::value::ValueKind;
use crate::facts::{ExprKind, Target};
use crate::model::arguments::argument::Argument;
use crate::model::calls::sdk_calls::Call;
use crate::sdk::{ClientKind, Door, Export, RequestClass, Shape};
use crate::text::TextRange;
use rustc_hash::FxHashMap;
use std::cell::OnceCell;

/// A `new` of a request class of the SDK.
#[derive(Clone, Debug)]
pub struct RequestMade {
    /// The way in which it is sent.
    pub door: Door,
    /// The class.
    pub class: &'static str,
    /// The whole `new` expression.
    pub range: TextRange,
    /// The class as it is written after `new`.
    pub class_range: TextRange,
    /// The options; `None` when there are none, or a spread hides them.
    pub options: Option<Argument>,
    /// True when its message is written to afterwards: `request.message.to = …`.
    pub is_changed: bool,
    /// The function of the project that makes it, when that is not written in place: then the ranges are of the call of
    /// that function, and values from the function itself have none.
    pub through: Option<Through>,
}

/// The requests that a file makes, in the order of the text.
pub fn requests(eval: &Eval<'_>) -> Vec<RequestMade> {
    let mut made = Vec::new();
    // What is written to requests is only looked for where there are any.
    let changed_here = OnceCell::new();
    for node in eval.candidates().iter().copied() {
        let unit = node.unit;
        let ExprKind::New { callee, arguments, .. } = eval.units.kind(node) else { continue };
        let callee = Node { unit, expr: *callee };
        let ValueKind::Export(Export::Request(class)) = eval.narrowly(callee, &None).kind else { continue };
        let range = eval.units.range(node);
        let first = eval.arguments(unit, arguments, &None).list.into_iter().next();
        let options = first.map(|value| {
            let place = value.places().find(|node| eval.units.is_within(*node, range));
            Argument::new(place.map(|node| eval.units.range(node)), value, range)
        });
        made.push(RequestMade {
            door: Door::Sdk,
            class,
            range,
            class_range: eval.units.range(callee),
            options,
            is_changed: changed_here.get_or_init(|| changed(eval, LocalFile::HERE)).contains(&node),
            through: None,
        });
    }
    made.sort_by_key(|request| request.range);
    made
}

/// The requests that functions of the project make for a file that calls them, in the order of the text.
pub fn passed(eval: &Eval<'_>, calls: &[SdkCall]) -> Vec<RequestMade> {
    let mut changed_in: FxHashMap<LocalFile, Vec<Node>> = FxHashMap::default();
    let made = calls.iter().filter(|call| call.door == Door::Sdk).filter_map(|call| {
        let through = call.through.clone()?;
        let (value, _) = call.arguments.iter().find(|(_, shape)| *shape == Shape::Request)?;
        let class = RequestClass::of(&call.method)?.name;
        let file = call.node.unit.file;
        let changed = changed_in.entry(file).or_insert_with(|| changed(eval, file));
        let place = value.places().find(|node| eval.units.is_within(*node, call.range));
        Some(RequestMade {
            door: Door::Sdk,
            class,
            range: call.range,
            class_range: call.range,
            options: Some(Argument::new(place.map(|node| eval.units.range(node)), value.clone(), call.range)),
            is_changed: changed.contains(&call.node),
            through: Some(through),
        })
    });
    made.collect()
}

/// The requests of this kind that a file sends as plain objects, in the order of the text: without the SDK, or with a
/// client that makes the request of the class itself.
pub fn sent(calls: &[Call]) -> Vec<RequestMade> {
    let takes_objects = |call: &&Call| match call.client {
        ClientKind::App => call.door == Door::Http,
        client => client == ClientKind::Unified,
    };
    let made = calls.iter().filter(takes_objects).filter_map(|call| {
        // An instance is seen where it is made.
        let options = call.argument(0).filter(|options| !options.is_request());
        Some(RequestMade {
            door: call.door,
            class: RequestClass::taken_by(call.method.as_deref()?)?.name,
            range: call.range,
            class_range: call.name,
            options: options.cloned(),
            is_changed: false,
            through: call.through.clone(),
        })
    });
    made.collect()
}

/// The requests of a file whose message is written to; in the analyzed one also those whose message is handed to code
/// that may do so.
fn changed(eval: &Eval<'_>, file: LocalFile) -> Vec<Node> {
    let written = eval.units.all_writes(file).filter_map(|(unit, write)| match &write.target {
        Target::Member(message, _) => request_of(eval, Node { unit, expr: *message }),
        Target::Name(..) => None,
    });
    let calls = eval.units.iter().filter(|(unit, _)| unit.file == file);
    let calls = calls.flat_map(|(unit, facts)| facts.calls.iter().map(move |expr| Node { unit, expr: *expr }));
    let handed = calls.flat_map(|call| match eval.units.kind(call) {
        ExprKind::Call { arguments, .. } => places(call.unit, arguments),
        _ => Vec::new(),
    });
    written.chain(handed.filter_map(|argument| request_of(eval, argument))).collect()
}

/// The request whose `message` an expression is.
fn request_of(eval: &Eval<'_>, node: Node) -> Option<Node> {
    let node = eval.units.peeled(node);
    let ExprKind::Member { object, property } = eval.units.kind(node) else { return None };
    let request = (property == "message").then(|| eval.narrowly(Node { unit: node.unit, expr: *object }, &None))?;
    matches!(request.kind, ValueKind::Request(_)).then_some(request.node)
}
