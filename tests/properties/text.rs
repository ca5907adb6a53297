//! Texts that are likely to be trouble: pieces of real code, broken pieces, every kind of line end, wide characters.

use customerio_ls::testing::syntax::Language;
use proptest::prelude::*;

/// Pieces that texts are put together from.
const PIECES: &[&str] = &[
    "import { TrackClient, APIClient, RegionEU } from \"customerio-node\";\n",
    "import * as cio from 'customerio-node';\n",
    "\nimport { TrackClient, ",
    "\nimport { TrackClient } from \"customerio-node\n",
    "\nexport { cio } fr\n",
    "\nimport ",
    "const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, \"k\");\n",
    "const api = new APIClient(key, { region: \"EU\" });\n",
    "cio.identify(id, { created_at: Date.now() });\n",
    "await cio.track(id, { name: \"SignedUp\", timestamp: now });\n",
    "const now = Date.now();\n",
    "const attrs = { ...base, created_at: new Date() };\n",
    "attrs[\"created_at\"] = Date.now() / 1000;\n",
    "function f(cio) { return cio.track(id, { name: \"e\" }); }\n",
    "class A { #cio = new TrackClient(a, b); m() { this.#cio.identify(id, { created_at: +new Date() }); } }\n",
    "// customerio-disable-next-line timestamp-milliseconds -- known\n",
    "/* customerio-disable */\n",
    "/* customerio-enable */",
    "{/* customerio-disable-line */}",
    "const x = <b onClick={() => cio.track(id, { name: \"A B\" })}>é 😀</b>;\n",
    "enum E { A = \"a\", B }\n",
    "interface I { at: Date; cio: TrackClient }\n",
    "for (const n of [\"a\", \"B c\"]) { cio.track(id, { name: n }); }\n",
    "`a${b}c`",
    "let s = \"😀é\u{2028}\";\r\n",
    "\r",
    "\n",
    "\u{feff}",
    "{",
    "}",
    "(",
    ")",
    "`",
    "'",
    "\"",
    "/*",
    "//",
    "<a>",
    "x",
    " ",
    ".",
    "a?.b!",
    "=>",
    "😀",
    "<script>",
    "</script>\n",
    "<script setup lang=\"ts\">\n",
    "<template><p :a=\"now\">{{ now }}</p></template>\n",
    "---\n",
    "let now = Date.now()",
];

/// A piece.
pub fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(PIECES)
}

/// A text of pieces.
pub fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..40).prop_map(|pieces| pieces.concat())
}

/// A kind of file.
pub fn language() -> impl Strategy<Value = Language> {
    use Language::{Astro, Manifest, Markdown, Mdx, Svelte, Tsx, TypeScript, Vue};
    prop::sample::select(vec![TypeScript, Tsx, Vue, Svelte, Astro, Markdown, Mdx, Manifest])
}

/// The text as the code of a file of this kind.
pub fn in_host(code: String, language: Language) -> String {
    match language {
        Language::TypeScript | Language::Tsx => code,
        Language::Vue => {
            format!("<!-- <script> --><p>{{{{ now }}}}</p>\n<script>{code}</script>\n<script setup>s = 1</script>")
        }
        Language::Svelte => format!("<script>\n{code}\n</script>\n{{#if now < 1}}<p bind:a={{s}}/>{{/if}}"),
        Language::Manifest => format!("{{ \"dependencies\": {{ \"customerio-node\": \"{code}\" }} }}"),
        Language::Astro => format!("---\n{code}\n---\n<p>{{now}}</p>"),
        Language::Markdown | Language::Mdx => {
            format!("# now\n\n```ts\n{code}\n```\n\n> ```js\n> {code}\n> ```\n\n```ts\ns = 1;\n```\n")
        }
    }
}

/// The nearest place at or before `at` where a character begins.
pub fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}
