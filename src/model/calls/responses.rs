//! The use of the responses of SDK calls: the call that a value comes from, and its path in the response.

use crate::eval::units::places;
use crate::eval::units::{Bound, Lookup, Node, UnitId};
use crate::eval::value::ValueKind;
use crate::eval::{Eval, ListMethod, What};
use crate::facts::{BindingSource, ExprKind, FunctionId, PatternStep};
use crate::flow::promise::{PromiseAnalysis, Role, Use};
use crate::sdk::responses::{EACH, answers_with_times, is_seconds, is_transactional};
use crate::text::{Place, TextRange};
use smol_str::SmolStr;

/// The maximum number of expressions between a value and the call.
const MAX_STEPS: u32 = 32;

/// A date created from the seconds of a response as if they were milliseconds: `new Date(campaign.created)`.
#[derive(Clone, Debug)]
pub struct DateOfSeconds {
    /// The seconds, as they are written.
    pub range: TextRange,
    /// The field of the answer.
    pub field: SmolStr,
    /// The method of the SDK whose answer it is.
    pub method: SmolStr,
    /// The function that creates the date: `new Date`, `dayjs`.
    pub by: SmolStr,
    /// The place of the call.
    pub call: Place,
    /// True when ` * 1000` can be appended to the seconds as they are written.
    pub is_simple: bool,
}

/// Those of the analyzed file, in the order of the text.
pub fn dates_of_seconds(promises: &PromiseAnalysis<'_, '_>) -> Vec<DateOfSeconds> {
    let eval = promises.eval();
    let mut found = Vec::new();
    for (unit, facts) in eval.units.iter() {
        for call in &facts.calls {
            let node = Node { unit, expr: *call };
            let Some((by, argument)) = date_of(eval, node) else { continue };
            let Some(answer) = answer(promises, argument, answers_with_times, MAX_STEPS) else { continue };
            let Some(field) = answer.path.last() else { continue };
            // Code that writes to the field may have converted it to milliseconds.
            let is_written = eval.units.writes_naming(node.unit.file, field).next().is_some();
            if is_seconds(&answer.method, &answer.path) && !is_written {
                found.push(DateOfSeconds {
                    range: eval.units.range(argument),
                    field: field.clone(),
                    method: answer.method,
                    by,
                    call: eval.units.place(answer.call),
                    is_simple: is_simple(eval, argument),
                });
            }
        }
    }
    found.sort_by_key(|date| date.range);
    found
}

/// Returns the argument from which a call creates a date, when it takes milliseconds, and its name.
fn date_of(eval: &Eval<'_>, node: Node) -> Option<(SmolStr, Node)> {
    let (callee, arguments, is_new) = match eval.units.kind(node) {
        ExprKind::New { callee, arguments, .. } => (*callee, arguments, true),
        ExprKind::Call { callee, arguments } => (*callee, arguments, false),
        _ => return None,
    };
    let [argument] = places(node.unit, arguments)[..] else { return None };
    // Nothing is evaluated for what is no such name.
    let callee = Node { unit: node.unit, expr: callee };
    let ExprKind::Ident(name, _) = eval.units.kind(callee) else { return None };
    let is_field = matches!(
        eval.units.kind(eval.units.peeled(argument)),
        ExprKind::Member { .. } | ExprKind::Index { .. } | ExprKind::Ident(..)
    );
    if !is_field || arguments.len() != 1 {
        return None;
    }
    let by = match eval.value(callee).kind {
        ValueKind::Global(global) if is_new && global == "Date" => SmolStr::new_static("new Date"),
        ValueKind::Package(module, path) if !is_new && matches!(path.as_str(), "" | "default") => {
            matches!(module.as_str(), "dayjs" | "moment" | "moment-timezone").then(|| name.clone())?
        }
        _ => return None,
    };
    Some((by, argument))
}

/// Returns whether an operator can be appended to an expression without parentheses.
fn is_simple(eval: &Eval<'_>, node: Node) -> bool {
    match eval.units.kind(node) {
        ExprKind::Cast(inner, crate::facts::CastKind::NonNull) => {
            is_simple(eval, Node { unit: node.unit, expr: *inner })
        }
        ExprKind::Member { .. } | ExprKind::Index { .. } | ExprKind::Ident(..) | ExprKind::Paren(_) => true,
        _ => false,
    }
}

/// A test of whether a method is relevant, by its name.
type Fits = fn(&str) -> bool;

/// Members that code reads from the responses of other libraries, and no response of the SDK has.
const HABITS: &[&str] = &["body", "data", "headers", "json", "ok", "status", "statusCode", "statusText", "text"];

/// A read of an answer that is `undefined`, as answers of the SDK are the body itself: `response.data`.
#[derive(Clone, Debug)]
pub struct HabitRead {
    /// The marked range: the name of the member, the key in a pattern.
    pub at: TextRange,
    /// The name.
    pub name: SmolStr,
    /// The method of the SDK whose answer it is.
    pub method: SmolStr,
    /// True when something is read from it, or it is called: that throws.
    pub throws: bool,
    /// The replacement in the response: `response` for `response.data`, when it can be written so.
    pub whole: Option<(TextRange, TextRange)>,
}

/// Those of the analyzed file, in the order of the text.
pub fn habits(promises: &PromiseAnalysis<'_, '_>) -> Vec<HabitRead> {
    let eval = promises.eval();
    let mut found = Vec::new();
    for (unit, facts) in eval.units.iter() {
        for (at, expr) in facts.exprs.iter().enumerate() {
            let ExprKind::Member { object, property } = &expr.kind else { continue };
            if !HABITS.contains(&property.as_str()) {
                continue;
            }
            let node = Node { unit, expr: crate::facts::ExprId(at as u32) };
            let object = Node { unit, expr: *object };
            let Some(answer) = whole_answer(promises, object) else { continue };
            let whole = eval.units.range(node);
            let throws = match promises.use_of(node) {
                Use::In(outer, Role::Object) => !facts.is_optional(outer),
                Use::In(outer, Role::Callee) => !facts.is_optional(outer) && !facts.is_optional(node.expr),
                _ => false,
            };
            let is_written = eval.units.is_written_member(object);
            if !is_written {
                found.push(HabitRead {
                    at: TextRange { start: whole.end - property.len() as u32, ..whole },
                    name: property.clone(),
                    method: answer.method,
                    throws,
                    whole: (property == "data").then(|| (whole, eval.units.range(object))),
                });
            }
        }
        for binding in &facts.bindings {
            let (BindingSource::Variable { path, .. } | BindingSource::Parameter { path, .. }) = &binding.source else {
                continue;
            };
            let [PatternStep::Key(key)] = &path[..] else { continue };
            if !HABITS.contains(&key.as_str()) {
                continue;
            }
            let answer = match &binding.source {
                BindingSource::Variable { value: Some(value), .. } => {
                    whole_answer(promises, Node { unit, expr: *value })
                }
                BindingSource::Parameter { function, index, .. } => {
                    given_to_callback(promises, unit, (*function, *index), is_plain_answer, MAX_STEPS)
                        .filter(|answer| answer.path.is_empty())
                }
                _ => None,
            };
            if let Some(answer) = answer {
                found.push(HabitRead {
                    at: eval.units.absolute(unit, binding.range),
                    name: key.clone(),
                    method: answer.method,
                    throws: false,
                    whole: None,
                });
            }
        }
    }
    found.sort_by_key(|read| read.at);
    found
}

/// The call whose answer an expression is, all of it.
fn whole_answer(promises: &PromiseAnalysis<'_, '_>, node: Node) -> Option<Answer> {
    answer(promises, node, is_plain_answer, MAX_STEPS).filter(|answer| answer.path.is_empty())
}

/// Returns whether it is known of a method that its answers have none of these keys.
fn is_plain_answer(method: &str) -> bool {
    is_transactional(method)
        || matches!(
            method,
            "addCustomersToSegment"
                | "addDevice"
                | "batch"
                | "deleteDevice"
                | "destroy"
                | "entity"
                | "getAttributes"
                | "getCustomersByEmail"
                | "identify"
                | "mergeCustomers"
                | "removeCustomersFromSegment"
                | "reportMetric"
                | "suppress"
                | "track"
                | "trackAnonymous"
                | "trackPageView"
                | "trackPush"
                | "triggerBroadcast"
                | "unsuppress"
        )
}

/// A part of the answer of a call of the SDK.
struct Answer {
    /// The call.
    call: Node,
    method: SmolStr,
    /// The keys that lead to the part; [`EACH`] for an element of a list.
    path: Vec<SmolStr>,
}

impl Answer {
    fn at(mut self, key: SmolStr) -> Self {
        self.path.push(key);
        self
    }
    fn element(self) -> Self {
        self.at(SmolStr::new_static(EACH))
    }
    /// Returns the members that a pattern takes of it.
    fn walk(self, path: &[PatternStep]) -> Option<Self> {
        path.iter().try_fold(self, |answer, step| match step {
            PatternStep::Key(key) => Some(answer.at(key.clone())),
            PatternStep::Index(_) => Some(answer.element()),
            // The replacement may be anything.
            PatternStep::Default(_) | PatternStep::Rest => None,
        })
    }
}

/// Returns the response that an expression is a part of.
fn answer(promises: &PromiseAnalysis<'_, '_>, node: Node, fits: Fits, steps: u32) -> Option<Answer> {
    let eval = promises.eval();
    let Some(steps) = steps.checked_sub(1) else {
        eval.hit(What::Steps, node);
        return None;
    };
    let made = eval.units.peeled(eval.value(eval.units.peeled(node)).node);
    let sibling = |expr| Node { unit: made.unit, expr };
    match eval.units.kind(made) {
        ExprKind::Await(inner) => answer(promises, sibling(*inner), fits, steps),
        ExprKind::Member { object, property } => {
            Some(answer(promises, sibling(*object), fits, steps)?.at(property.clone()))
        }
        ExprKind::Index { object, index } => {
            let whole = answer(promises, sibling(*object), fits, steps)?;
            Some(match eval.value(sibling(*index)).kind {
                ValueKind::Str(key) => whole.at(key),
                _ => whole.element(),
            })
        }
        ExprKind::Ident(name, scope) => match eval.units.lookup(made.unit, *scope, name) {
            Lookup::One(bound) => of_variable(promises, bound, fits, steps),
            _ => None,
        },
        ExprKind::Call { .. } => {
            if let Some((_, Some(method))) = eval.on_client(made, &None) {
                return fits(&method).then(|| Answer { call: made, method, path: Vec::new() });
            }
            let name = promises.method_called(made)?;
            let list = || answer(promises, promises.receiver(made)?, fits, steps);
            match name.as_str() {
                name if ListMethod::picks(name) => Some(list()?.element()),
                name if ListMethod::keeps(name) => list(),
                _ => None,
            }
        }
        _ => None,
    }
}

fn of_variable(promises: &PromiseAnalysis<'_, '_>, bound: Bound, fits: Fits, steps: u32) -> Option<Answer> {
    let eval = promises.eval();
    let sibling = |expr| Node { unit: bound.unit, expr };
    let mut writes = eval.units.writes_to(bound);
    match (&eval.units.binding(bound).source, writes.next()) {
        (BindingSource::Variable { value: Some(value), path, .. }, None) => {
            answer(promises, sibling(*value), fits, steps)?.walk(path)
        }
        // `let answer; try { answer = await …`
        (BindingSource::Variable { value: None, .. }, Some((unit, write))) if writes.next().is_none() => {
            answer(promises, Node { unit, expr: write.assigned()? }, fits, steps)
        }
        (BindingSource::Each { values, path }, None) => {
            answer(promises, sibling(*values), fits, steps)?.element().walk(path)
        }
        (BindingSource::Parameter { function, index, path }, None) => {
            given_to_callback(promises, bound.unit, (*function, *index), fits, steps)?.walk(path)
        }
        _ => None,
    }
}

/// Returns the value of the parameter of a function written in place: `campaigns.map((campaign) => …)`,
/// `call.then((answer) => …)`.
fn given_to_callback(
    promises: &PromiseAnalysis<'_, '_>,
    unit: UnitId,
    (function, index): (FunctionId, u32),
    fits: Fits,
    steps: u32,
) -> Option<Answer> {
    let (call, 0) = promises.callback_of((unit, function))? else { return None };
    let receiver = || answer(promises, promises.receiver(call)?, fits, steps);
    match (promises.method_called(call)?.as_str(), index) {
        ("then", 0) => receiver(),
        (name, at) => {
            ListMethod::of(name).filter(|it| it.hands.element_at(at)).and_then(|_| Some(receiver()?.element()))
        }
    }
}
