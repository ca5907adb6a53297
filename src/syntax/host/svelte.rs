//! `.svelte`: one `<script>` for the component, and one for its module. The component sees the declarations of the
//! module.

use super::markup::Reader;
use super::{Block, Found, code, place_of};

/// The code of a Svelte component, and the places around it.
pub fn blocks(text: &str) -> Found {
    let mut reader = Reader::with_braces(text);
    let (mut module, mut component) = (None, None);
    let mut at = 0;
    while let Some(tag) = reader.tag(at) {
        at = tag.end;
        // Content of the page's head is loaded by the page. Everything else is markup, tag by tag.
        if tag.closed || !matches!(tag.name, "script" | "style" | "svelte:head") {
            continue;
        }
        let Some((content, end)) = reader.raw(&tag) else { continue };
        at = end;
        if tag.name == "script"
            && let Some(code) = code(&tag)
        {
            let is_module = tag.attribute("module").is_some() || tag.attribute("context") == Some("module");
            let one = if is_module { &mut module } else { &mut component };
            // There may be one of each; another `<script>` is an element of the page.
            one.get_or_insert(Block { code, range: place_of(text, content), repeated: !is_module });
        }
    }
    let mut blocks: Vec<Block> = module.into_iter().chain(component).collect();
    blocks.sort_by_key(|block| block.range);
    reader.found(blocks)
}
