//! Text: byte ranges, edits and positions. Bytes are the currency inside; lines and columns exist only at the rim.

mod became;
mod bom;
mod count;
mod deep;
mod nest;
mod place;
mod plain;
pub mod position;
mod range;
mod repair;
mod search;
mod some_of;

pub use became::Became;
pub use bom::{BOM, without_bom};
pub use count::count;
pub use deep::deep;
pub use nest::Nest;
pub use place::Place;
pub use plain::{is_unsafe, plain, plain_code, plain_json, plain_name, push_plain};
pub use position::{Encoding, LineColumn};
pub use range::{TextEdit, TextRange, apply_edits};
pub use repair::Repair;
pub use search::Words;
pub use some_of::some_of;
