//! The kind of file that a text comes from, and the grammar that reads its code.

use std::ffi::OsStr;
use std::path::Path;

/// The kind of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// `.ts`, `.mts`, `.cts`
    TypeScript,
    /// `.tsx`, `.js`, `.jsx`, `.mjs`, `.cjs`
    Tsx,
    /// `.vue`: the code is in `<script>` blocks.
    Vue,
    /// `.svelte`: the code is in `<script>` blocks.
    Svelte,
    /// `.astro`: the code is between `---` lines at the top.
    Astro,
    /// `.md`: the code is in fenced blocks, which are not one program.
    Markdown,
    /// `.mdx`: as in Markdown, at any indentation.
    Mdx,
    /// `package.json`, which holds no code: its entries about the SDK are checked.
    Manifest,
}

/// A language of code, by the names that files and editors give it.
#[derive(Debug)]
pub struct CodeLanguage {
    /// The kind of its files.
    pub kind: Language,
    /// The extensions of its files.
    pub extensions: &'static [&'static str],
    /// The `languageId`s of the protocol, by which editors start the server.
    pub ids: &'static [&'static str],
    /// Ids that some editors give it besides.
    pub other_ids: &'static [&'static str],
}

impl Language {
    /// The name of the one file that is not code.
    pub const MANIFEST: &str = "package.json";
    /// The languages of code: the one table of them, which both editors are checked against.
    pub const CODE: [CodeLanguage; 8] = [
        CodeLanguage {
            kind: Self::TypeScript,
            extensions: &["ts", "mts", "cts"],
            ids: &["typescript"],
            other_ids: &[],
        },
        CodeLanguage { kind: Self::Tsx, extensions: &["tsx"], ids: &["typescriptreact"], other_ids: &["tsx"] },
        CodeLanguage {
            kind: Self::Tsx,
            extensions: &["js", "jsx", "mjs", "cjs"],
            ids: &["javascript", "javascriptreact"],
            other_ids: &["js", "jsx"],
        },
        CodeLanguage { kind: Self::Vue, extensions: &["vue"], ids: &["vue"], other_ids: &[] },
        CodeLanguage { kind: Self::Svelte, extensions: &["svelte"], ids: &["svelte"], other_ids: &[] },
        CodeLanguage { kind: Self::Astro, extensions: &["astro"], ids: &["astro"], other_ids: &[] },
        CodeLanguage {
            kind: Self::Markdown,
            // `.mdc` are the rules of coding agents.
            extensions: &["md", "markdown", "mdc"],
            ids: &["markdown"],
            other_ids: &[],
        },
        CodeLanguage { kind: Self::Mdx, extensions: &["mdx"], ids: &["mdx"], other_ids: &[] },
    ];

    /// The extensions of code files, those of documents left out.
    pub fn extensions() -> impl Iterator<Item = &'static str> {
        let code = Self::CODE.iter().filter(|language| !language.kind.is_document());
        code.flat_map(|language| language.extensions.iter().copied())
    }

    /// Returns whether it shows code to people: a document is no part of the program, and is only checked where that is
    /// asked for.
    pub fn is_document(self) -> bool {
        matches!(self, Self::Markdown | Self::Mdx)
    }

    /// Returns whether a path names a document.
    pub fn is_document_path(path: &Path) -> bool {
        Self::of_path(path).is_some_and(Self::is_document)
    }

    /// By the path of a file; `None` for files that are not ours.
    pub fn of_path(path: &Path) -> Option<Self> {
        Self::of_name(path.file_name()?)
    }

    /// By the name of a file, without its folders; `None` for files that are not ours.
    pub fn of_name(name: &OsStr) -> Option<Self> {
        // Asked of every file of a tree: without a copy of the name, and without taking it for a path.
        let name = name.as_encoded_bytes();
        // What begins with its only dot is all name.
        let dot = memchr::memrchr(b'.', name).filter(|dot| *dot > 0)?;
        let extension = &name[dot + 1..];
        let is_it = |known: &&str| extension.eq_ignore_ascii_case(known.as_bytes());
        match Self::CODE.iter().find(|language| language.extensions.iter().any(&is_it)) {
            Some(language) => Some(language.kind),
            None => (name == Self::MANIFEST.as_bytes()).then_some(Self::Manifest),
        }
    }

    /// By the protocol's `languageId`; `None` where it is empty or says nothing, and the file name decides.
    pub fn of_id(id: &str) -> Option<Self> {
        let is_it = |language: &&CodeLanguage| language.ids.contains(&id) || language.other_ids.contains(&id);
        Self::CODE.iter().find(is_it).map(|language| language.kind)
    }

    /// The dialect of a file that is code from its first byte to its last; `None` for one that only holds code.
    pub fn dialect(self) -> Option<Dialect> {
        match self {
            Self::TypeScript => Some(Dialect::TypeScript),
            Self::Tsx => Some(Dialect::Tsx),
            Self::Vue | Self::Svelte | Self::Astro | Self::Markdown | Self::Mdx | Self::Manifest => None,
        }
    }
}

/// A grammar of tree-sitter-typescript. The TSX grammar reads plain JavaScript and JSX too; only TypeScript's own
/// `<T>value` casts need the other one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dialect {
    /// TypeScript.
    TypeScript,
    /// TypeScript with JSX, and JavaScript.
    Tsx,
}

impl Dialect {
    /// The compiled grammar.
    pub fn grammar(self) -> tree_sitter::Language {
        match self {
            Self::TypeScript => tree_sitter_typescript::LANGUAGE_TYPESCRIPT.into(),
            Self::Tsx => tree_sitter_typescript::LANGUAGE_TSX.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_extension_has_a_language() {
        for extension in Language::extensions() {
            let path = Path::new("a").with_extension(extension);
            assert!(Language::of_path(&path).is_some() && !Language::is_document_path(&path), "{extension}");
        }
        assert!(Language::is_document_path(Path::new("a/README.md")));
    }

    #[test]
    fn one_file_is_no_code() {
        assert_eq!(Language::of_path(Path::new("/a/package.json")), Some(Language::Manifest));
        for other in ["package-lock.json", "package.json5", "a.json", "package.json/a.json"] {
            assert_eq!(Language::of_path(Path::new(other)), None, "{other}");
        }
    }
}
