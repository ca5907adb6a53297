//! The text after a fence, and the comment on the first line of a block: its language, and the file that it is.

use super::Code;
use crate::syntax::Language;
use std::path::Path;

/// The meaning of the text after a fence.
#[derive(Debug, PartialEq)]
pub struct Info {
    /// The language.
    pub code: Code,
    /// The path of the file that the block is.
    pub file: Option<String>,
}

/// The names of the languages that are read.
const LANGUAGES: [(&str, Code); 12] = [
    ("ts", Code::TypeScript),
    ("typescript", Code::TypeScript),
    ("mts", Code::TypeScript),
    ("cts", Code::TypeScript),
    ("tsx", Code::Jsx),
    ("typescriptreact", Code::Jsx),
    ("js", Code::JavaScript),
    ("javascript", Code::JavaScript),
    ("mjs", Code::JavaScript),
    ("cjs", Code::JavaScript),
    ("jsx", Code::Jsx),
    ("javascriptreact", Code::Jsx),
];

impl Info {
    /// Of the text after a fence: `ts`, `ts title="lib/cio.ts"`, `ts:lib/cio.ts`, `{.ts}`. `None` for other languages,
    /// and for a block that shows what changes, whose lines begin with `+` and `-`.
    pub fn of(info: &str) -> Option<Self> {
        let info = info.trim();
        let class = info.strip_prefix("{.").or_else(|| info.strip_prefix("{ ."));
        let info = class.unwrap_or(info);
        let length = info.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(info.len());
        let (word, rest) = info.split_at(length);
        let (_, code) = *LANGUAGES.iter().find(|(name, _)| name.eq_ignore_ascii_case(word))?;
        // `js+erb`, `ts-diff` are other languages.
        if rest.starts_with(['+', '-', '#', '.']) {
            return None;
        }
        let words = || rest.split(|c: char| c.is_whitespace() || matches!(c, ',' | '{' | '}'));
        if words().any(|word| word.eq_ignore_ascii_case("diff")) {
            return None;
        }
        let file = match rest.strip_prefix([':', '[']) {
            Some(path) => path.split([' ', ']', ',', '{']).next(),
            None => ["title", "filename", "file", "name", "path"].iter().find_map(|name| attribute(rest, name)),
        };
        Some(Self { code, file: file.filter(|path| is_path(path)).map(str::to_owned) })
    }
}

/// The value of an attribute, with or without quotes.
fn attribute<'a>(info: &'a str, name: &str) -> Option<&'a str> {
    let at = info.match_indices(name).find(|(at, _)| {
        !info[..*at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '_'))
            && info[at + name.len()..].starts_with('=')
    });
    let value = &info[at?.0 + name.len() + 1..];
    match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].split(quote).next(),
        _ => value.split([' ', '}', ',']).next(),
    }
}

/// The path in a comment on the first line of a block: `// src/lib/cio.ts`, `// file: lib/cio.ts`,
/// `/* lib/cio.ts */`, `// lib/cio.ts - the client`.
pub fn named_by_comment(code: &str) -> Option<String> {
    let line = code.lines().find(|line| !line.trim().is_empty())?.trim();
    let text = line.strip_prefix("//").or_else(|| line.strip_prefix("/*")?.strip_suffix("*/"))?.trim();
    let is_word = |word: &&&str| text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    let text =
        ["filename:", "file:", "path:", "in "].iter().find(is_word).map_or(text, |word| &text[word.len()..]).trim();
    let (path, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let is_aside = rest.trim().chars().next().is_none_or(|c| !c.is_alphanumeric());
    let path = path.trim_matches(['`', '"', '\'', ':']);
    (is_path(path) && is_aside).then(|| path.to_owned())
}

/// Returns whether a text is the path of a file of code.
fn is_path(text: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || "-_./@$()[]+~\\".contains(c);
    let language = Language::of_path(Path::new(text));
    // `// Next.js`
    let is_product = text.ends_with(".js") && !text.contains('/') && text.starts_with(|c: char| c.is_uppercase());
    text.chars().all(is_part)
        && !is_product
        && language.is_some_and(|language| language != Language::Manifest && !language.is_document())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages() {
        for (info, code) in [
            ("ts", Some(Code::TypeScript)),
            (" TypeScript", Some(Code::TypeScript)),
            ("mts", Some(Code::TypeScript)),
            ("ts twoslash", Some(Code::TypeScript)),
            ("ts{1,3-4}", Some(Code::TypeScript)),
            ("{.ts .numberLines}", Some(Code::TypeScript)),
            ("tsx", Some(Code::Jsx)),
            ("JS", Some(Code::JavaScript)),
            ("javascript", Some(Code::JavaScript)),
            ("js,run", Some(Code::JavaScript)),
            ("", None),
            ("json", None),
            ("diff", None),
            ("ts diff", None),
            ("ts-diff", None),
            ("js {diff}", None),
            ("js+erb", None),
            ("mermaid", None),
            ("tsconfig", None),
        ] {
            assert_eq!(Info::of(info).map(|info| info.code), code, "{info}");
        }
    }

    #[test]
    fn files() {
        for (info, file) in [
            ("ts title=\"lib/cio.ts\"", Some("lib/cio.ts")),
            ("ts filename='lib/cio.ts' {1}", Some("lib/cio.ts")),
            ("ts {1} file=lib/cio.ts", Some("lib/cio.ts")),
            ("ts:lib/cio.ts", Some("lib/cio.ts")),
            ("js [server.js]", None),
            ("js[server.js]", Some("server.js")),
            ("ts title=\"An example\"", None),
            ("ts subtitle=\"lib/cio.ts\"", None),
            ("ts", None),
        ] {
            assert_eq!(Info::of(info).expect("a language").file.as_deref(), file, "{info}");
        }
        for (code, file) in [
            ("// src/lib/customerio.ts\nconst a = 1;", Some("src/lib/customerio.ts")),
            ("\n  // file: lib/cio.ts\r\na", Some("lib/cio.ts")),
            ("/* lib/cio.js */\na", Some("lib/cio.js")),
            ("// `app/[id]/route.ts` (the handler)\na", Some("app/[id]/route.ts")),
            ("// cio.ts is where the client lives\na", None),
            ("// see lib/cio.ts\na", None),
            ("// the client\na", None),
            ("// Next.js\na", None),
            ("const a = 1; // lib/cio.ts", None),
            ("", None),
        ] {
            assert_eq!(named_by_comment(code).as_deref(), file, "{code}");
        }
    }
}
