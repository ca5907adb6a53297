//! The path and the query of an address.

use super::AddressPart;
use crate::eval::units::Node;
use crate::eval::value::{Value, ValueKind};
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
}

impl PathSegment {
    /// The segment, for the table of endpoints.
    pub fn as_segment(&self) -> Segment<'_> {
        if self.values.is_empty() { Segment::Text(&self.text) } else { Segment::Value }
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
    /// The path in what follows a host.
    pub fn of(pieces: &[AddressPart]) -> Self {
        let mut path = Self::default();
        let mut segment = PathSegment::default();
        let mut key: Option<String> = None;
        let mut in_query = false;
        // The first piece still has the scheme and the host in it, if there is one.
        let mut is_first = true;
        for piece in pieces {
            match piece {
                AddressPart::Value(value, _) => segment.values.push(value.clone()),
                AddressPart::Text(text, _) => {
                    let text = match std::mem::take(&mut is_first) {
                        true => {
                            let rest = text.split_once("://").map_or(text.as_str(), |(_, rest)| rest);
                            rest.find(['/', '?', '#']).map_or("", |at| &rest[at..])
                        }
                        false => text.as_str(),
                    };
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
