//! The way a client is asked to report changes on disk.

use crate::project::patterns_of_names;
use serde_json::{Value, json};

/// The options with which to register for `workspace/didChangeWatchedFiles`.
pub fn registration() -> Value {
    let watchers = patterns_of_names().into_iter().map(|name| json!({ "globPattern": format!("**/{name}") }));
    json!({ "watchers": watchers.collect::<Vec<Value>>() })
}
