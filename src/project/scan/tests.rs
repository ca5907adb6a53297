//! Specifiers in every form, and texts of every kind.

use super::*;
use crate::disk::broken::{Numbers, fixtures, variants};

fn found(text: &str) -> Vec<String> {
    let (mut out, mut slow) = (Vec::new(), Vec::new());
    let fast = specifiers(text.as_bytes(), |specifier| out.push(specifier.to_owned()));
    assert_eq!(fast, one_after_the_other(text.as_bytes(), &mut |specifier| slow.push(specifier.to_owned())));
    out.sort();
    slow.sort();
    assert_eq!(out, slow);
    out
}

#[test]
fn every_form() {
    for text in [
        r#"import a from "./m""#,
        r#"import a, { b } from './m';"#,
        r#"import * as a from"./m""#,
        r#"import {a}from'./m'"#,
        r#"import "./m""#,
        r#"import'./m'"#,
        r#"import type { A } from "./m""#,
        r#"export { a } from "./m""#,
        r#"export * from "./m""#,
        r#"export * as a from "./m""#,
        r#"const a = require("./m")"#,
        r#"const a = require ( './m' )"#,
        r#"const a = require(`./m`)"#,
        r#"const a = require?.("./m")"#,
        r#"const a = require<Map<string, Array<string>>>("./m")"#,
        r#"const a = await import("./m")"#,
        r#"const a = await import(`./m`)"#,
        r#"const a = import(/* webpackChunkName: "x" */ "./m")"#,
        "import(\n  // why\n  './m',\n)",
        r#"import a = require("./m")"#,
        "import a from\n  \"./m\"",
        "import a from /* \"no\" */ // no\r\n \"./m\"",
        "import a from\u{a0}\u{feff}\u{2028}'./m'",
        r#"import a from "\x2e/m""#,
        r#"import a from "\u002e\u{2f}m""#,
        "import a from \".\\\n/m\"",
        "import a from \".\\\r\n/\\m\"",
        r#"import a from "./m" with { type: "json" }"#,
    ] {
        assert_eq!(found(text), ["./m"], "{text}");
    }
}

#[test]
fn nothing_where_nothing_is() {
    for text in [
        "Array.from(values)",
        "import.meta.url",
        "import(name)",
        "import(`./${name}`)",
        "require(name)",
        "import a from \"./m",
        "import a from \"./m\n\"",
        "import a from \"\"",
        "from",
        "import",
        "require(",
        "require<",
        "require<a>>",
        "import a from /* ",
        "import a from \"\\",
    ] {
        assert_eq!(found(text), [""; 0], "{text}");
    }
}

#[test]
fn the_longest_path_that_a_system_opens() {
    for (length, count) in [(4_095, 1), (4_096, 0)] {
        assert_eq!(found(&format!("import './{}'", "a".repeat(length - 2))).len(), count);
    }
    assert_eq!(found(&format!("from {}/* {} */ './m'", " ".repeat(5_000), "a".repeat(5_000))), ["./m"]);
}

#[test]
fn comments_in_comments() {
    assert_eq!(found("from /* from /* from */ './m'"), ["./m", "./m"]);
    assert_eq!(found("from // from // from\n './m'"), ["./m", "./m", "./m"]);
    assert_eq!(found("from /*/ './no' */ './m'"), ["./m"]);
    assert_eq!(found("from /**/ './m'"), ["./m"]);
    assert_eq!(found("from /**/ './m' from /***/'./n'"), ["./m", "./n"]);
    // Quadratic time would not end.
    let many = 500_000;
    assert_eq!(found(&"from /* ".repeat(many)).len(), 0);
    assert_eq!(found(&("from // ".repeat(many) + "\n'./m'")).len(), many);
    assert_eq!(found(&("from /* ".repeat(10_000) + "*/" + &" ".repeat(many) + "'./m'")).len(), 10_000);
    assert_eq!(found(&("from // from\n".repeat(many / 10) + " './m'")).len(), 2);
    assert_eq!(found(&("from /* from */ ".repeat(many / 10) + "'./m'")).len(), 1);
    let line = "// from ".repeat(many / 10);
    assert_eq!(found(&format!("{line}\n{line}\n'./m'")).len(), many / 5);
    assert_eq!(found(&("from /*\n// */ ".repeat(many / 10) + "'./m'")).len(), 1);
    assert_eq!(found(&(format!("/* from {}", "// */ /* from\n".repeat(many / 10)) + "*/ './m'")).len(), 0);
}

#[test]
fn comments_without_an_end() {
    for text in
        ["require /*", "require /* x", "'require /*'", "// require /*", "require?. /*", "import( /*", "from /*/"]
    {
        assert_eq!(found(text), [""; 0], "{text}");
    }
    assert_eq!(found("require /* from './m'"), ["./m"]);
}

/// Whatever the bytes are, the fast search and the slow one agree and come to an end.
fn agree(text: &[u8]) {
    let (mut fast, mut slow) = (Vec::new(), Vec::new());
    let names = specifiers(text, |specifier| fast.push(specifier.to_owned()));
    assert_eq!(names, one_after_the_other(text, &mut |specifier| slow.push(specifier.to_owned())));
    fast.sort_unstable();
    slow.sort_unstable();
    assert_eq!(fast, slow, "{:?}", String::from_utf8_lossy(text));
}

#[test]
fn every_beginning_of_every_fixture() {
    let mut files = fixtures("tests/rules");
    files.extend(fixtures("tests/shop"));
    assert!(files.len() > 500);
    for file in files {
        variants(&std::fs::read(file).unwrap(), 20, agree);
    }
}

#[test]
fn words_and_marks_in_any_order() {
    const PIECES: [&[u8]; 33] = [
        b"analytics",
        b"cdn.segment.io/",
        b"@segment/",
        b"require",
        b"import",
        b"from",
        b"/*",
        b"*/",
        b"*",
        b"/",
        b"//",
        b"\n",
        b"\r\n",
        b" ",
        b"<",
        b">",
        b"(",
        b")",
        b"?.",
        b"'",
        b"\"",
        b"`",
        b"$",
        b"${",
        b"\\",
        b"\\x4",
        b"\\u{",
        b"\\u00",
        b"}",
        b"./m",
        b"\xC2\xA0",
        b"\xE2",
        b"\xFF",
    ];
    let mut numbers = Numbers::new(1);
    for _ in 0..20_000 {
        let pieces = (0..numbers.below(25)).map(|_| PIECES[numbers.below(PIECES.len())]);
        agree(&pieces.collect::<Vec<_>>().concat());
    }
}

#[test]
fn bytes_that_are_no_text() {
    let mut out = 0;
    specifiers(b"import a from '\xFF'; from \xE2\x80'x' from \xE2", |_| out += 1);
    assert_eq!(out, 0);
    specifiers(b"\xFF import a from './m'", |_| out += 1);
    assert_eq!(out, 1);
}

#[test]
fn what_bundlers_write() {
    let long = "a=b;".repeat(5000);
    assert!(is_minified(long.as_bytes()));
    assert!(is_minified(format!("/*\n * License\n */\n{long}\n//# sourceMappingURL=x\n").as_bytes()));
    assert!(!is_minified("a = b;\n".repeat(5000).as_bytes()));
    // Hand-written code around a long text.
    assert!(!is_minified(format!("{}const x = \"{long}\";\n", "a = b;\n".repeat(100)).as_bytes()));
    assert!(!is_minified(b"short"));
}
