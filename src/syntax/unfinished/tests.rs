//! Tests of what is read of imports and exports in every state of typing.

use super::*;

/// Returns the statements that are read of a text: each statement, its module and its names.
fn read_all(text: &str) -> Vec<(&str, Option<&str>, Vec<String>)> {
    let of = |range: TextRange| &text[range.as_range()];
    let name = |name: &Name| match name.of {
        Of::Default => format!("default as {}", of(name.local)),
        Of::All => format!("* as {}", of(name.local)),
        Of::Named(named) if named == name.local => of(named).to_owned(),
        Of::Named(named) => format!("{} as {}", of(named), of(name.local)),
    };
    let found = unfinished(text, None);
    found.iter().map(|it| (of(it.range), it.module.map(of), it.names.iter().map(name).collect())).collect()
}

#[test]
fn complete_statements_are_left_alone() {
    for text in [
        "import \"a\";\nimport 'a'",
        "import a from \"a\";",
        "import a, { b } from \"a\";",
        "import a, * as b from \"a\";",
        "import * as b from 'a' // why",
        "import { b, c as d, type E, type as f, \"x y\" as z, } from \"a\";",
        "import {} from \"a\";",
        "import {\n  b, // first\n  /* second */ c,\n}\nfrom\n\"a\"\nfoo()",
        "import type { B } from \"a\";",
        "import type B from \"a\";",
        "import type, { B } from \"a\";",
        "import type from \"a\";",
        "import from from \"a\";",
        "import type from from \"a\";",
        "import defer * as b from \"a\";",
        "import b from \"a\" with { type: \"json\" };",
        "import b = require(\"a\");",
        "import type b = require('a')\n",
        "import b = a.c.d;",
        "import(\"a\");\nimport.meta.url;\nimport (a)",
        "import(\"a\").then((it) => it.b);\nimport ( 'a' )\n  .catch(c);\nimport(`a`);",
        "important()\nimports = 1\nexported = 2",
        "export { a, b as c };\nexport { a }\nexport {}",
        "export { a, default as b } from \"a\";\nexport * from 'a'\nexport * as x from \"a\"\nexport type { A } from 'a'",
        "export type A = 1;\nexport const a = 1;\nexport default {};\nexport = a;\nexport type * from \"a\"",
    ] {
        assert_eq!(read_all(text), [], "{text}");
    }
}

#[test]
fn what_is_typed_so_far_is_read() {
    let rest = "\nconst cio = new TrackClient(a, b);\ncio.identify(c);\n";
    let cases: &[(&str, Option<&str>, &[&str])] = &[
        ("import", None, &[]),
        ("import {", None, &[]),
        ("import { TrackClient, ", None, &["TrackClient"]),
        ("import { TrackClient }", None, &["TrackClient"]),
        ("import { TrackClient } fr", None, &["TrackClient"]),
        ("import { TrackClient } from", None, &["TrackClient"]),
        ("import { TrackClient } from ", None, &["TrackClient"]),
        ("import { TrackClient } from \"", None, &["TrackClient"]),
        ("import { TrackClient } from \"custom", Some("custom"), &["TrackClient"]),
        ("import { TrackClient, Ap } from \"customerio-node", Some("customerio-node"), &["TrackClient", "Ap"]),
        ("import { TrackClient } from 'customerio-node;", Some("customerio-node"), &["TrackClient"]),
        ("import { TrackClient } from customerio-node\";", Some("customerio-node"), &["TrackClient"]),
        ("import { TrackClient } from customerio-node", Some("customerio-node"), &["TrackClient"]),
        ("import { TrackClient  from \"customerio-node\";", Some("customerio-node"), &["TrackClient"]),
        ("import { TrackClient, from \"customerio-node\"", Some("customerio-node"), &["TrackClient"]),
        ("import TrackClient } from \"customerio-node\"", Some("customerio-node"), &["TrackClient"]),
        (
            "import { TrackClient ApiClient } from \"customerio-node\"",
            Some("customerio-node"),
            &["TrackClient", "ApiClient"],
        ),
        ("import A, TrackClient } from \"b\"", Some("b"), &["A", "TrackClient"]),
        ("import { TrackClient as } from \"a\"", Some("a"), &["TrackClient"]),
        ("import { TrackClient as C, from \"a\"", Some("a"), &["TrackClient as C"]),
        ("import { Track. } from \"a\";", Some("a"), &["Track"]),
        ("import {\n  TrackClient,\n  type A", None, &["TrackClient", "A"]),
        ("import *\nas all from ndex'", Some("ndex"), &["* as all"]),
        ("import {\n  TrackClient,\n  A // that\n} fr", None, &["TrackClient", "A"]),
        ("import {\n  TrackClient\n  A\n} from \"a", Some("a"), &["TrackClient", "A"]),
        ("import {\n  TrackClient,\n  from \"a\"", Some("a"), &["TrackClient"]),
        ("import x", None, &["default as x"]),
        ("import x,", None, &["default as x"]),
        ("import x, { a } from \"b", Some("b"), &["default as x", "a"]),
        ("import x from", None, &["default as x"]),
        ("import *", None, &[]),
        ("import * as", None, &[]),
        ("import * as from \"a\"", Some("a"), &[]),
        ("import * as x", None, &["* as x"]),
        ("import * as x from 'a", Some("a"), &["* as x"]),
        ("import type {", None, &[]),
        ("import type { A } from \"b", Some("b"), &["A"]),
        ("import \"./a", Some("./a"), &[]),
        ("import x = ", None, &["default as x"]),
        ("import x = require(\"a\"", Some("a"), &["* as x"]),
        ("import(\"", None, &[]),
        ("import( 'customerio-no", Some("customerio-no"), &[]),
        ("import(\"a\"", Some("a"), &[]),
        ("import a from \"b\" wi", Some("b"), &["default as a"]),
        ("import a from \"b\" with { type", Some("b"), &["default as a"]),
        ("export { TrackClient, ", None, &["TrackClient"]),
        ("export { TrackClient } fr", None, &["TrackClient"]),
        ("export { TrackClient } from \"customerio-node", Some("customerio-node"), &["TrackClient"]),
        ("export *", None, &["* as *"]),
        ("export * from \"./a", Some("./a"), &["* as *"]),
    ];
    for (line, module, names) in cases {
        for end in ["\n", "\r\n"] {
            let text = format!("import a from \"z\"{end}{line}{end}{rest}").replace('\n', end).replace("\r\r", "\r");
            let found = read_all(&text);
            let [(range, found_module, found_names)] = &found[..] else { panic!("{line}: {found:?}") };
            let line = line.replace('\n', end);
            assert_eq!((*range, *found_module), (line.trim_end(), *module), "{line}");
            assert_eq!(found_names, names, "{line}");
        }
    }
}

#[test]
fn the_statements_below_are_none_of_it() {
    for below in [
        "cio.identify(id, { email });",
        "cio",
        "const cio = 1;",
        "type A = { a: string };",
        "interface A { a: string }",
        "async function f() {}",
        "@decorated()\nclass A {}",
        "\"use strict\";",
        "`a${b}`",
        "label: for (;;) {}",
        "declare global { var a: string }",
        "abstract class A {}",
        "(async () => {})();",
        "module.exports = {};",
        "import { a } from \"b\";",
        "export { a };",
        "a = b, c;",
        "// comment\nf(a);",
        "}",
    ] {
        for line in ["import", "import {", "import { A,", "import { A } fr", "import x", "import * as", "import type {"]
        {
            let text = format!("{line}\n{below}\n");
            let found = read_all(&text);
            let range = found.first().map(|(range, ..)| *range);
            let is_whole = line == "import" && below.starts_with(['(', '"']);
            let takes = line.ends_with(['{', ',']) && matches!(below, "cio" | "}");
            assert!(is_whole || takes || range == Some(line), "{text}: {found:?}");
        }
    }
}

#[test]
fn only_code_is_read() {
    let text = "<script>\nimport { a\n</script>\nimport { b\n<script>import c</script>";
    let blocks = [TextRange::new(8, 20), TextRange::new(text.len() - 17, text.len() - 9)];
    let found = unfinished(text, Some(&blocks));
    let found: Vec<&str> = found.iter().map(|it| &text[it.range.as_range()]).collect();
    assert_eq!(found, ["import { a", "import c"]);
}

#[test]
fn reading_takes_as_long_as_the_text_is() {
    let long = 200_000;
    for text in [
        "import { a,\n".repeat(long / 10),
        "import { /*\n".repeat(long / 10) + "*/",
        "import /*\n".repeat(long / 10) + "*/ (a)",
        "import { ".to_owned() + &"( ".repeat(long),
        "import { ".to_owned() + &"\"a\" ".repeat(long),
        "import { a } from ".to_owned() + &"a ".repeat(long),
        "import {\n".to_owned() + &"import,\n".repeat(long),
        "import ".to_owned() + &"from ".repeat(long),
        "import {".to_owned() + &"\nfrom from from from".repeat(long / 4),
        "const /*\n".repeat(long / 10) + "*/",
        "const { a,\n".repeat(long / 10),
        "const {".to_owned() + &"\nconst const".repeat(long / 4),
    ] {
        let start = std::time::Instant::now();
        unfinished(&text, None);
        // Read again for each line or token, it would be minutes.
        assert!(start.elapsed().as_secs() < 20, "{}: {:?}", &text[..40], start.elapsed());
    }
}

/// Texts of everything that matters to imports, in any order.
fn any_text() -> impl proptest::strategy::Strategy<Value = String> {
    let pieces = proptest::sample::select(vec![
        "import ", "export ", "import", "* ", "as ", "{ ", "} ", "from ", "from", "type ", "default ", "require(", ")",
        "= ", ", ", ";", "\"", "'", "`", "\n", "\r\n", "\r", "a ", "b", "./c", "@d/e", "é", "😀", "//", "/*", "*/",
        "\\", "with ", "const ", "(", ".", "\u{2028}", "\u{feff}", "\t",
    ]);
    proptest::strategy::Strategy::prop_map(proptest::collection::vec(pieces, 0..30), |pieces| pieces.concat())
}

proptest::proptest! {
    #[test]
    fn whatever_is_typed(text in any_text()) {
        for it in unfinished(&text, None) {
            let of = |range: TextRange| text.get(range.as_range());
            let words: &[&str] = if it.is_required { &["const", "let", "var", "await", "require"] } else { &["import", "export"] };
            proptest::prop_assert!(of(it.range).is_some_and(|it| words.iter().any(|word| it.starts_with(word))));
            proptest::prop_assert!(it.module.is_none_or(|module| of(module).is_some()));
            proptest::prop_assert!(it.names.iter().all(|name| of(name.local).is_some_and(|name| !name.is_empty())));
            let mut end = it.range.start();
            for token in &it.tokens {
                proptest::prop_assert!(token.start() >= end && of(*token).is_some(), "{:?} {:?}", &text, it.tokens);
                end = token.end();
            }
            proptest::prop_assert!(patches([&it]).iter().all(|(at, bytes)| at + bytes.len() <= text.len()), "{text:?}");
        }
    }
}
