//! An import in the middle of typing hides nothing of the code around it.

use crate::support::{events_in, source};
use customerio_ls::testing::syntax::Language;

/// What a file says, with room for a line at each `|`.
const FILE: &str = r#"|import { readFile } from "node:fs";
|import {
  TrackClient,
  RegionUS as Region,
} from "customerio-node";
|const cio = new TrackClient("s", "k", { region: Region });
|cio.track("1", { name: "one" });
|export async function two() {
  await cio.track("1", { name: "two" });
}
|(async () => cio.track("1", { name: "three" }))();
|@decorated
class A {
  b = cio.track("1", { name: "four" });
}
|type T = { a: string };
|module.exports = { c: () => cio.track("1", { name: "five" }) };
|
"#;

const NAMES: [&str; 5] = ["one", "two", "three", "four", "five"];

const TYPED: [&str; 10] = [
    "import { other, another as b, type C } from \"./other\";",
    "import type { Other } from './other'",
    "import other, { another } from \"./other\"",
    "import * as other from \"other\";",
    "import other = require(\"other\");",
    "import { TrackClient } from \"customerio-node\";",
    "import data from \"./data.json\" with { type: \"json\" };",
    "export { two as deux, cio } from \"./other\";",
    "export * from \"./other\";",
    "import(\"./other\");",
];

fn seen(text: &str, language: Language) -> Vec<String> {
    events_in(text, language).into_iter().map(|event| event.name.to_string()).collect()
}

/// The file with a line at the place with this number.
fn with_line(number: usize, line: &str) -> String {
    FILE.split('|').enumerate().fold(String::new(), |text, (at, part)| {
        let line = if at == number + 1 { format!("{line}\n") } else { String::new() };
        text + &line + part
    })
}

#[test]
fn wherever_a_line_is_typed_and_however_far() {
    for line in TYPED {
        let last = line.trim_end_matches([';', '"', '\'', '}', ' ', ')']).len();
        for end in (6..last).filter(|end| line.is_char_boundary(*end)) {
            for place in 0..FILE.matches('|').count() {
                // `import` before `(` is a call, and a program as it is; so is the rest of the file as its argument.
                if place == 5 && &line[..end] == "import" || &line[..end] == "import(" {
                    continue;
                }
                let text = with_line(place, &line[..end]);
                assert_eq!(seen(&text, Language::TypeScript), NAMES, "{text}");
            }
        }
    }
}

#[test]
fn in_every_kind_of_file_and_of_line_end() {
    for line in
        ["import", "import {", "import { a, ", "import { a } fr", "import { a } from \"./a", "export { two", "import x"]
    {
        let text = with_line(2, line);
        assert_eq!(seen(&text.replace('\n', "\r\n"), Language::TypeScript), NAMES, "{line}");
        assert_eq!(seen(&text, Language::Tsx), NAMES, "{line}");
        for (language, before, after) in [
            (Language::Vue, "<template><p>import {</p></template>\n<script setup lang=\"ts\">\n", "</script>\n"),
            (Language::Svelte, "<script lang=\"ts\">\n", "</script>\nimport {\n"),
            (Language::Astro, "---\n", "---\n<p>import {</p>\n"),
        ] {
            assert_eq!(seen(&format!("{before}{text}{after}"), language), NAMES, "{line}");
        }
    }
}

#[test]
fn the_import_of_the_sdk_itself_is_read_as_far_as_it_goes() {
    let rest = "const cio = new TrackClient(\"s\", \"k\");\ncio.track(\"1\", { name: \"one\" });\n";
    for line in [
        "import { TrackClient, Ap } from \"customerio-node",
        "import { TrackClient, Ap } from 'customerio-node;",
        "import { TrackClient, } from customerio-node\";",
        "import { TrackClient  from \"customerio-node\";",
        "import { TrackClient, Api from \"customerio-node\";",
        "import {\n  TrackClient,\n  Api from \"customerio-node\";",
        "import {\n  TrackClient\n  Api\n} from \"customerio-node\";",
        "import TrackClient } from \"customerio-node\";",
        "import { TrackClient as } from \"customerio-node\";",
        "import { TrackClient, Api. } from \"customerio-node\";",
        "import { TrackClient, \"Api } from \"customerio-node\";",
        "import { TrackClient } from \"customerio-node\" w",
    ] {
        assert_eq!(seen(&format!("{line}\n{rest}"), Language::TypeScript), ["one"], "{line}");
    }
    for line in
        ["import { Tr } from \"customerio-node", "import { TrackClient } from \"./mine", "import { TrackClient }"]
    {
        assert!(seen(&format!("{line}\n{rest}"), Language::TypeScript).is_empty(), "{line}");
    }
}

#[test]
fn it_is_still_a_syntax_error_and_nothing_else_is() {
    let text = with_line(4, "import { other, ");
    let errors = source(&text, Language::TypeScript).syntax_errors();
    let first = errors.first.expect("an error");
    assert_eq!((errors.count, &text[first.as_range()]), (1, "import { other,"));
    let at = text.find("\"two\"").expect("a call");
    assert!(errors.spare(customerio_ls::testing::text::TextRange::new(at, at + 5)));
    assert!(!errors.spare(first));
}

#[test]
fn what_only_looks_like_an_import_is_none() {
    let call = "import { TrackClient } from \"customerio-node\";\nconst cio = new TrackClient(\"s\", \"k\");\n";
    for text in [
        "const a = `\nimport { TrackClient, \n`;\nconst = 1;\n",
        "/*\nimport { TrackClient, \n*/\nconst = 1;\n",
        "function f() {\n  import { TrackClient, \n}\nconst = 1;\n",
    ] {
        let source = source(&format!("{call}{text}"), Language::TypeScript);
        let imports = source.facts.root.children.iter().filter(|child| !child.unit.imports.is_empty());
        assert_eq!(imports.count(), 1, "{text}");
        assert!(source.syntax_errors().first.is_some_and(|first| first.start() > call.len()), "{text}");
    }
}

/// What a file that takes the SDK by `require` says.
const COMMON: &str = r#"|const { TrackClient } = require("customerio-node");
|const cio = new TrackClient("s", "k");
|cio.track("1", { name: "one" });
|async function two() {
  await cio.track("1", { name: "two" });
}
|module.exports = { two };
|"#;

#[test]
fn a_require_that_is_typed_hides_nothing() {
    for line in [
        "const { other } = require(\"./other\");",
        "const { other: own, another } = require('./other');",
        "var other = require(\"./other\");",
        "const other = await import(\"./other\");",
        "const { other } = await import('./other');",
        "require(\"./other\");",
        "await import(\"./other\");",
    ] {
        let open = line.find('(').expect("a call") + 1;
        let close = line.find(')').expect("a call");
        for end in open..close {
            for place in 0..COMMON.matches('|').count() {
                let text = COMMON.split('|').enumerate().fold(String::new(), |text, (at, part)| {
                    let typed = if at == place + 1 { format!("{}\n", &line[..end]) } else { String::new() };
                    text + &typed + part
                });
                assert_eq!(seen(&text, Language::TypeScript), ["one", "two"], "{text}");
            }
        }
    }
}

#[test]
fn the_require_of_the_sdk_itself_is_read_as_far_as_it_goes() {
    let rest = "const cio = new TrackClient(\"s\", \"k\");\ncio.track(\"1\", { name: \"one\" });\n";
    for line in [
        "const { TrackClient } = require(\"customerio-node",
        "const { TrackClient } = require('customerio-node');".trim_end_matches([';', ')']),
        "const { APIClient, TrackClient } = await import(\"customerio-node",
        "const {\n  APIClient: Api,\n  TrackClient,\n} = require(\"customerio-node\"",
    ] {
        assert_eq!(seen(&format!("{line}\n{rest}"), Language::TypeScript), ["one"], "{line}");
    }
    for line in ["const { TrackClient } = require(", "const { TrackClient } = require(\"./mine"] {
        assert!(seen(&format!("{line}\n{rest}"), Language::TypeScript).is_empty(), "{line}");
    }
    // What is whole, or something else, stays what it is.
    for line in [
        "const other = require(\n  \"./other\"\n);",
        "const own = require(\"./own\")(cio);",
        "const other = require(`./${name}`);",
        "const list = [require(\"a\"), require(\"b\")];",
    ] {
        let text = format!("import {{ TrackClient }} from \"customerio-node\";\n{line}\n{rest}const = 1;\n");
        let source = source(&text, Language::TypeScript);
        assert!(source.facts.root.children.iter().all(|it| !it.unit.imports.iter().any(|it| it.unfinished)), "{line}");
    }
}

/// Half the name of the package keeps what the file says.
#[test]
fn the_name_of_the_sdk_itself_is_typed_again() {
    let rest = "const cio = new TrackClient(\"s\", \"k\");\ncio.track(\"1\", { name: \"one\" });\n";
    for half in ["customerio", "customerio-", "customerio-n", "customerio-no", "customerio-nod"] {
        for line in [
            format!("import {{ TrackClient }} from \"{half}\";"),
            format!("import {{ TrackClient }} from \"{half}"),
            format!("import {{ TrackClient }} from '{half}"),
            format!("const {{ TrackClient }} = require(\"{half}\");"),
            format!("const {{ TrackClient }} = require(\"{half}"),
            format!("const {{ TrackClient }} = await import(\"{half}\");"),
        ] {
            assert_eq!(seen(&format!("{line}\n{rest}"), Language::TypeScript), ["one"], "{line}");
        }
    }
    let cdp = "const a = new Analytics({ writeKey: key });\na.track({ userId: \"1\", event: \"one\" });\n";
    for half in ["@customerio/cdp-analytics-n", "@customerio/cdp-analytics-nod"] {
        let line = format!("import {{ Analytics }} from \"{half}\";");
        assert_eq!(seen(&format!("{line}\n{cdp}"), Language::TypeScript), ["one"], "{line}");
    }
    for other in [
        "customerio-gist-web",
        "customerio-gist-w",
        "customerio-expo-plugin",
        "customerio-reactnative",
        "customerio-x",
        "customerio-nodes",
        "customer",
        "./customerio-n",
    ] {
        let line = format!("import {{ TrackClient }} from \"{other}\";");
        assert!(seen(&format!("{line}\n{rest}"), Language::TypeScript).is_empty(), "{line}");
    }
}
