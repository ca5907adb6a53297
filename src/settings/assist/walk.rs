//! Steps through the schema.

use serde_json::Value;

/// A value that the schema lists.
pub(super) struct Listed<'s> {
    pub value: &'s Value,
    pub doc: Option<&'s str>,
    pub is_default: bool,
}

/// The shapes that a value may have at the end of a path, alternatives side by side.
pub(super) fn shapes<'s>(schema: &'s Value, path: &[String]) -> Vec<&'s Value> {
    let mut here = vec![schema];
    for step in path {
        let all = here.into_iter().flat_map(alternatives);
        here = all
            .filter_map(|shape| shape.get("properties").and_then(|it| it.get(step)).or(shape.get("items")))
            .collect();
    }
    here.into_iter().flat_map(alternatives).collect()
}

/// A shape, and those that it may have instead. The description of a shape is with the shape itself.
fn alternatives(shape: &Value) -> Vec<&Value> {
    let others = shape.get("anyOf").and_then(Value::as_array);
    std::iter::once(shape).chain(others.into_iter().flatten()).collect()
}

/// The keys that an object of one of these shapes may have, with the shapes of their values.
pub(super) fn members<'s>(shapes: &[&'s Value]) -> impl Iterator<Item = (&'s str, &'s Value)> {
    let objects: Vec<_> = shapes.iter().filter_map(|shape| shape.get("properties")?.as_object()).collect();
    objects.into_iter().flatten().map(|(key, shape)| (key.as_str(), shape))
}

/// The values that these shapes list.
pub(super) fn values<'s>(shapes: &[&'s Value]) -> impl Iterator<Item = Listed<'s>> {
    static BOOLEANS: [Value; 2] = [Value::Bool(true), Value::Bool(false)];
    let default = shapes.iter().find_map(|shape| shape.get("default"));
    let listed = move |shape: &'s Value| {
        let values = match shape.get("enum").and_then(Value::as_array) {
            Some(values) => values.as_slice(),
            None if shape.get("type").is_some_and(|it| it == "boolean") => &BOOLEANS,
            None => &[],
        };
        let docs = shape.get("enumDescriptions").and_then(Value::as_array);
        values.iter().enumerate().map(move |(at, value)| Listed {
            value,
            doc: docs.and_then(|docs| docs.get(at)?.as_str()),
            is_default: Some(value) == default,
        })
    };
    shapes.iter().copied().flat_map(listed)
}

/// The description of a shape.
pub(super) fn described(shape: &Value) -> Option<String> {
    shape.get("description")?.as_str().map(str::to_owned)
}
