//! Arguments of a call, evaluated.

use super::value::Value;

/// Arguments, evaluated.
pub struct Arguments {
    /// Up to the first spread.
    pub list: Vec<Value>,
    /// True when there was no spread.
    pub closed: bool,
}
