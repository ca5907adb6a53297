//! Code in the middle of typing: what is whole is seen, nothing is invented.

use crate::support::{names, slots};

const HEAD: &str = r#"import { TrackClient } from "customerio-node"; const cio = new TrackClient("s", "k");"#;

#[test]
fn the_rest_is_still_seen() {
    for broken in
        ["cio.", "cio.track(", "if (a) {", "const x = ", "function f(", "x = Date.now() /", "foo(bar, ,", "{{{", "`a${"]
    {
        let before = names(&format!("{HEAD}\nfunction a() {{ cio.track(\"1\", {{ name: \"e\" }}); }}\n{broken}\n"));
        assert!(before.contains(&"e".to_owned()), "{broken}: {before:?}");
    }
}

#[test]
fn nothing_is_invented() {
    for broken in [
        "cio.identify('1', { created_at: Date.now() / })",
        "cio.identify('1', { created_at: Date.now( })",
        "cio.identify('1', { created_at: - })",
        "cio.identify('1', { created_at: })",
        "cio.identify('1' { created_at: Math.floor(Date.now() / 1000 }",
    ] {
        let found = slots(&format!("{HEAD}\n{broken}\nnext();"));
        assert!(found.iter().all(|slot| slot.cases.is_empty()), "{broken}: {found:?}");
    }
}

#[test]
fn deep_nesting_ends_well() {
    for text in [
        format!("{}1{}", "(".repeat(10_000), ")".repeat(10_000)),
        "[".repeat(10_000),
        "a => ".repeat(10_000),
        "{".repeat(10_000),
        format!("x{}", ".then(f)".repeat(10_000)),
        format!("type T = {}", "A | ".repeat(10_000)),
        format!("const x = {}1", "1 + ".repeat(10_000)),
        format!("const {}a{} = b", "{a:".repeat(5_000), "}".repeat(5_000)),
    ] {
        names(&format!("{HEAD}\n{text}"));
    }
}
