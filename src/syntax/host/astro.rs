//! `.astro`: the module is between two `---` at the top. A `<script>` is a module of its own, which the browser loads;
//! it is looked at where there is no other code.

use super::markup::Reader;
use super::{Block, Code, Found, code, place_of};

const FENCE: &str = "---";

/// The code of an Astro component, and the places around it.
pub fn blocks(text: &str) -> Found {
    match fence(text) {
        Some(block) => Found { blocks: vec![block], gave_up: None },
        None => script(text),
    }
}

/// Returns the text between the fences. White space and comments may precede them.
fn fence(text: &str) -> Option<Block> {
    let mut rest = text.strip_prefix('\u{feff}').unwrap_or(text).trim_start();
    while let Some(comment) = rest.strip_prefix("<!--") {
        rest = comment[comment.find("-->")? + 3..].trim_start();
    }
    let inside = rest.strip_prefix(FENCE)?;
    let mut length = 0;
    for (number, line) in inside.split_inclusive(['\n', '\r']).enumerate() {
        // Behind the first one stands nothing but its line break.
        if number > 0 && line.trim_start().starts_with(FENCE) {
            return Some(Block { code: Code::TypeScript, range: place_of(text, &inside[..length]), repeated: true });
        }
        length += line.len();
    }
    None
}

/// The first script.
fn script(text: &str) -> Found {
    let mut reader = Reader::with_braces(text);
    let mut at = 0;
    while let Some(tag) = reader.tag(at) {
        at = tag.end;
        if tag.closed || !matches!(tag.name, "script" | "style") {
            continue;
        }
        let Some((content, end)) = reader.raw(&tag) else { continue };
        at = end;
        if tag.name == "script" && code(&tag).is_some() {
            // Astro takes every script for TypeScript.
            let block = Block { code: Code::TypeScript, range: place_of(text, content), repeated: false };
            return reader.found(vec![block]);
        }
    }
    reader.found(Vec::new())
}
