//! Values in responses.

use super::failure::{RequestFailure, Why};
use serde_json::Value;

/// An id, which is a number here and a string of digits there.
pub(super) fn id(value: &Value) -> Option<u64> {
    value.as_u64().or_else(|| value.as_str()?.parse().ok()).filter(|id| *id > 0)
}

/// A string that says something, without blanks around it.
pub(super) fn text(value: &Value) -> Option<&str> {
    value.as_str().map(str::trim).filter(|text| !text.is_empty())
}

/// The items of a value; none where it is no list.
pub(super) fn items(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// The list under a key of a response to the request `shown`; `null` is an empty one.
///
/// # Errors
/// When there is no list: that does not say that there is nothing.
pub(super) fn listed<'v>(found: &'v Value, key: &str, shown: &str) -> Result<&'v [Value], RequestFailure> {
    match found.get(key) {
        Some(Value::Array(items)) => Ok(items),
        Some(Value::Null) => Ok(&[]),
        _ => Err(RequestFailure { path: shown.to_owned(), why: Why::Shape("does not contain the expected list") }),
    }
}

#[cfg(test)]
mod tests {
    use super::{id, listed, text};
    use serde_json::json;

    #[test]
    fn a_list_that_is_missing_is_not_an_empty_one() {
        assert_eq!(listed(&json!({ "all": [1] }), "all", "/x"), Ok(&[json!(1)][..]));
        assert_eq!(listed(&json!({ "all": null }), "all", "/x"), Ok(&[][..]));
        for other in [json!({}), json!([]), json!(null), json!({ "all": {} }), json!({ "all": "" })] {
            let failure = listed(&other, "all", "/x").unwrap_err();
            assert_eq!(failure.to_string(), "GET /x: the response does not contain the expected list", "{other}");
        }
    }

    #[test]
    fn ids_and_texts_are_read() {
        assert_eq!((id(&json!(7)), id(&json!("7")), id(&json!("a")), id(&json!(0))), (Some(7), Some(7), None, None));
        assert_eq!((text(&json!(" a ")), text(&json!(" ")), text(&json!(1))), (Some("a"), None, None));
    }
}
