//! The options of a request: those of the call, and those of the instance that it is made on.

use crate::eval::Eval;
use crate::eval::units::Node;
use crate::eval::value::{Frame, SenderMade, SenderOptions, SetOption, Value, ValueKind};
use crate::facts::{Element, ExprKind};

/// An option of a request.
#[derive(Clone, Debug)]
pub enum OptionOf {
    /// It has this value.
    Is(Value),
    /// There is none.
    Absent,
    /// Not to be known.
    Unknown,
}

impl OptionOf {
    /// The value, when it is known to be there.
    pub fn value(self) -> Option<Value> {
        match self {
            Self::Is(value) => Some(value),
            _ => None,
        }
    }
}

impl SenderOptions {
    /// The options of the calls that made an instance.
    pub fn of_instance(eval: &Eval<'_>, made: Option<&SenderMade>) -> Self {
        let Some(made) = made else { return Self::default() };
        let mut options = Self::of_instance(eval, made.base.as_deref());
        if let ExprKind::Call { arguments, .. } = eval.units.kind(made.call) {
            let given = eval.arguments(made.call.unit, arguments, &made.frame).list;
            options.layers.extend(given);
        }
        options
    }

    /// The base URL. One that is set later takes the place of the instance's, and not of the request's.
    pub(super) fn base(&self, eval: &Eval<'_>) -> OptionOf {
        let given = self.get(eval, &["baseURL", "baseUrl", "prefixUrl", "prefix"]);
        let is_set = self.set.iter().any(|(option, _)| *option == SetOption::BaseUrl);
        match (given, self.set_to(SetOption::BaseUrl)) {
            (given, _) if !is_set => given,
            (OptionOf::Absent, Some(set)) => OptionOf::Is(set.clone()),
            _ => OptionOf::Unknown,
        }
    }

    /// The option with one of these names. The name that comes first counts first within one object.
    pub fn get(&self, eval: &Eval<'_>, keys: &[&str]) -> OptionOf {
        for layer in self.layers.iter().rev() {
            match keys.iter().map(|key| entry(eval, layer, key)).find(|found| !matches!(found, OptionOf::Absent)) {
                Some(OptionOf::Is(value)) if matches!(value.kind, ValueKind::Undefined) => {}
                Some(found) => return found,
                None => {}
            }
        }
        OptionOf::Absent
    }
}

/// The value of a key of an object, whatever its case.
pub fn entry(eval: &Eval<'_>, object: &Value, key: &str) -> OptionOf {
    match &object.kind {
        ValueKind::Object(literal) => {
            let entries = eval.entries(literal);
            let mut named = entries.list.iter().filter(|entry| entry.key.eq_ignore_ascii_case(key));
            match (named.next_back(), entries.open) {
                (Some(entry), _) if entry.uncertain || entry.written && named.next_back().is_some() => {
                    OptionOf::Unknown
                }
                (Some(entry), _) => OptionOf::Is(eval.eval(entry.node, &entry.frame).part_of(object)),
                (None, true) => OptionOf::Unknown,
                (None, false) => OptionOf::Absent,
            }
        }
        ValueKind::Undefined | ValueKind::Null | ValueKind::Str(_) | ValueKind::Number(_) => OptionOf::Absent,
        _ => OptionOf::Unknown,
    }
}

/// Returns the value that a body holds: what is turned into JSON for it, or the object itself. `None` where that is not
/// known.
pub fn body(eval: &Eval<'_>, value: &Value, frame: &Frame) -> Option<Value> {
    let mut found = Vec::new();
    for case in value.cases() {
        match &case.kind {
            ValueKind::Undefined | ValueKind::Null => {}
            ValueKind::Object(_) | ValueKind::Array(..) => found.push(case.clone()),
            _ => {
                let of = stringified(eval, case.node)?;
                let inner = eval.eval(of, &eval.frame_along(of, frame)).part_of(case);
                found.extend(inner.cases().iter().filter(|it| !it.kind.is_nothing()).cloned());
            }
        }
    }
    match found.len() {
        0 => None,
        _ => Some(Value::choice(value.node, found)),
    }
}

/// The argument of `JSON.stringify`.
fn stringified(eval: &Eval<'_>, node: Node) -> Option<Node> {
    let node = eval.units.peeled(node);
    let ExprKind::Call { callee, arguments } = eval.units.kind(node) else { return None };
    let callee = eval.units.peeled(Node { unit: node.unit, expr: *callee });
    let ExprKind::Member { object, property } = eval.units.kind(callee) else { return None };
    let json = eval.units.global_name(Node { unit: node.unit, expr: *object })?;
    match arguments.first() {
        Some(Element::Item(first)) if json == "JSON" && property == "stringify" => {
            Some(Node { unit: node.unit, expr: *first })
        }
        _ => None,
    }
}
