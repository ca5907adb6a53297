//! `.vue`: the blocks are beside each other at the top level. `<script>` and `<script setup>` are one module.

use super::markup::Reader;
use super::{Block, Found, code, place_of};

/// The code of a Vue component, and the places around it.
pub fn blocks(text: &str) -> Found {
    let mut reader = Reader::with_mustaches(text);
    let mut blocks = Vec::new();
    let mut at = 0;
    while let Some(tag) = reader.tag(at) {
        at = tag.end;
        if tag.closed {
            continue;
        }
        // Only the template is markup, unless it is in a language of its own (Pug); the rest is what it is.
        if tag.name == "template" && matches!(tag.attribute("lang"), None | Some("" | "html")) {
            at = reader.behind(&tag).unwrap_or(at);
        } else if let Some((content, end)) = reader.raw(&tag) {
            if tag.name == "script"
                && let Some(code) = code(&tag)
            {
                let repeated = tag.attribute("setup").is_some();
                blocks.push(Block { code, range: place_of(text, content), repeated });
            }
            at = end;
        }
    }
    reader.found(blocks)
}
