//! What edits of the protocol make of a text.

use customerio_ls::testing::text::position::to_offset;
use customerio_ls::testing::text::{Encoding, LineColumn, TextEdit, TextRange, apply_edits};
use ropey::Rope;
use serde_json::Value;

/// The text after the edits of an action.
pub fn applied(text: &str, action: &Value) -> String {
    let rope = Rope::from_str(text);
    let at = |place: &Value| {
        let number = |key: &str| place[key].as_u64().expect("a number") as u32;
        to_offset(&rope, LineColumn { line: number("line"), column: number("character") }, Encoding::Utf8)
    };
    let edits = action["edit"]["documentChanges"][0]["edits"].as_array().expect("edits");
    let edits = edits.iter().map(|edit| {
        let range = TextRange::new(at(&edit["range"]["start"]), at(&edit["range"]["end"]));
        TextEdit::replace(range, edit["newText"].as_str().expect("text"))
    });
    apply_edits(text, &edits.collect::<Vec<_>>()).expect("edits that apply")
}
