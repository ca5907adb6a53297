//! Recognizes calls of the Track client that are written for Segment's SDK.

use crate::model::{Call, Fields, Given, Model};
use crate::sdk::ClientClass;

/// Keys of the calls of Segment's SDK.
const KEYS: &[&str] = &["anonymousId", "event", "properties", "traits", "userId", "user_id"];

/// The fields of the single object passed to `identify` or `track` in place of the person, if they are those of
/// Segment's SDK: `track({ userId, event, properties })`, `identify({ id, email })`.
pub fn segment_style(model: &Model<'_>, call: &Call) -> Option<Fields> {
    let is_it = matches!(call.method.as_deref(), Some("identify" | "track"));
    if !is_it || ClientClass::of(call.client) != ClientClass::Track || !call.closed || call.arguments.len() != 1 {
        return None;
    }
    let first = call.argument(0).filter(|first| model.given(first) == Given::Object)?;
    let fields = model.fields(first)?;
    let of_segment = fields.list.iter().any(|field| KEYS.contains(&field.key.as_str()));
    let with_id = fields.get("id").is_some() && fields.list.len() > 1;
    (of_segment || with_id).then_some(fields)
}
