//! The path and the query of an address.

use crate::eval::Eval;
use crate::eval::units::Node;
use crate::eval::value::{AddressPart, Value, ValueKind};
use crate::facts::{BinaryOp, ExprKind};
use crate::sdk::Segment;

/// A path and a query.
#[derive(Default)]
pub(super) struct Path {
    /// The segments of the path.
    pub segments: Vec<PathSegment>,
    query: Vec<(String, PathSegment)>,
}

/// A segment of a path: text, a value, or both.
#[derive(Clone, Default)]
pub(super) struct PathSegment {
    text: String,
    values: Vec<Value>,
    extent: Extent,
}

/// The number of segments that a value fills in.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Extent {
    /// One: it is encoded, a number, or an id by its name.
    #[default]
    One,
    /// Most likely one.
    Open,
    /// It may be several: `path`.
    Rest,
}

/// Last words of the names of values without a slash.
const OF_IDS: &[&str] = &["email", "guid", "id", "identifier", "ids", "uuid"];
/// Last words of the names of values that may have slashes or a query in them.
const OF_PATHS: &[&str] = &[
    "action", "endpoint", "href", "location", "params", "path", "pathname", "query", "resource", "rest", "route",
    "search", "segments", "suffix", "tail", "uri", "url",
];

impl PathSegment {
    /// The segment, for the table of endpoints.
    pub fn as_segment(&self) -> Segment<'_> {
        match self.extent {
            _ if self.values.is_empty() => Segment::Text(&self.text),
            Extent::One => Segment::Value,
            Extent::Open => Segment::Open,
            Extent::Rest => Segment::Rest,
        }
    }
    /// Its value: of one that is put together nothing is known.
    pub fn value(&self, call: Node) -> Value {
        match self.values.as_slice() {
            [] => Value::at(call, ValueKind::Str(self.text.replace("%40", "@").replace("%2B", "+").into())),
            [only] if self.text.is_empty() => only.clone(),
            _ => Value::at(call, ValueKind::Unknown),
        }
    }
    fn is_empty(&self) -> bool {
        self.text.is_empty() && self.values.is_empty()
    }
}

impl Path {
    /// The path in the pieces after a host.
    pub fn of(eval: &Eval<'_>, pieces: &[AddressPart]) -> Self {
        let mut path = Self::default();
        let mut segment = PathSegment::default();
        let mut key: Option<String> = None;
        let mut in_query = false;
        for piece in pieces {
            match piece {
                AddressPart::Value(value, is_encoded) => {
                    segment.values.push(value.clone());
                    segment.extent = segment.extent.max(extent(eval, value, *is_encoded));
                }
                AddressPart::Text(text, ..) => {
                    for c in text.chars() {
                        match c {
                            '/' if !in_query => path.segments.push(std::mem::take(&mut segment)),
                            '?' if !in_query => {
                                path.segments.push(std::mem::take(&mut segment));
                                in_query = true;
                            }
                            '=' if in_query && key.is_none() => key = Some(std::mem::take(&mut segment).text),
                            '&' if in_query => {
                                let value = std::mem::take(&mut segment);
                                path.query.extend(key.take().map(|key| (key, value)));
                            }
                            '#' => break,
                            c => segment.text.push(c),
                        }
                    }
                }
            }
        }
        match key {
            Some(key) => path.query.push((key, segment)),
            None if !in_query => path.segments.push(segment),
            None => {}
        }
        path.segments.retain(|segment| !segment.is_empty());
        path
    }

    /// The value of a key of the query.
    pub fn query_value(&self, key: &str) -> Option<Value> {
        let (_, segment) = self.query.iter().find(|(name, _)| name == key)?;
        match segment.values.as_slice() {
            [only] if segment.text.is_empty() => Some(only.clone()),
            _ => None,
        }
    }
}

/// The number of segments that a value fills in.
fn extent(eval: &Eval<'_>, value: &Value, is_encoded: bool) -> Extent {
    let is_one = |case: &Value| match &case.kind {
        ValueKind::Number(_) => true,
        ValueKind::Str(text) => !text.contains(['/', '?']),
        _ => false,
    };
    if is_encoded || value.cases().iter().all(is_one) {
        return Extent::One;
    }
    let words: Vec<String> = [value.place, value.node].into_iter().filter_map(|node| last_word(eval, node)).collect();
    match words.iter().find(|word| OF_IDS.contains(&word.as_str()) || OF_PATHS.contains(&word.as_str())) {
        Some(word) if OF_IDS.contains(&word.as_str()) => Extent::One,
        Some(_) => Extent::Rest,
        None => Extent::Open,
    }
}

/// The last word of the name of an expression, in lower case: `id` for `user.customerId`.
fn last_word(eval: &Eval<'_>, node: Node) -> Option<String> {
    let node = eval.units.peeled(node);
    let sibling = |expr| Node { unit: node.unit, expr };
    let name = match eval.units.kind(node) {
        ExprKind::Ident(name, _) | ExprKind::Member { property: name, .. } => name.clone(),
        ExprKind::Binary(BinaryOp::Or | BinaryOp::Nullish, first, _) => return last_word(eval, sibling(*first)),
        ExprKind::Call { callee, .. } => match eval.units.kind(eval.units.peeled(sibling(*callee))) {
            ExprKind::Member { object, property }
                if matches!(property.as_str(), "toLowerCase" | "toString" | "toUpperCase" | "trim") =>
            {
                return last_word(eval, sibling(*object));
            }
            _ => eval.called(node),
        },
        _ => return None,
    };
    let letters: Vec<char> = name.trim_end_matches('_').chars().collect();
    let starts = |at: &usize| letters[at - 1] == '_' || letters[*at].is_uppercase() && !letters[at - 1].is_uppercase();
    let start = (1..letters.len()).rev().find(starts).unwrap_or(0);
    Some(letters[start..].iter().collect::<String>().to_lowercase())
}
