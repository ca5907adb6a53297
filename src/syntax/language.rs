//! The kind of file that a text comes from, and the grammar that reads its code.

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
    /// `package.json`, which holds no code: its entries about the SDK are checked.
    Manifest,
}

impl Language {
    /// The name of the one file that is not code.
    pub const MANIFEST: &str = "package.json";
    /// The extensions of code files.
    pub const EXTENSIONS: [&str; 11] = ["ts", "tsx", "mts", "cts", "js", "jsx", "mjs", "cjs", "vue", "svelte", "astro"];

    /// By file name; `None` for files that are not ours.
    pub fn of_path(path: &Path) -> Option<Self> {
        // Asked of every file of a tree: without a copy of the name.
        let extension = path.extension()?;
        let is = |known: &&str| extension.eq_ignore_ascii_case(known);
        match () {
            () if ["ts", "mts", "cts"].iter().any(is) => Some(Self::TypeScript),
            () if ["tsx", "js", "jsx", "mjs", "cjs"].iter().any(is) => Some(Self::Tsx),
            () if is(&"vue") => Some(Self::Vue),
            () if is(&"svelte") => Some(Self::Svelte),
            () if is(&"astro") => Some(Self::Astro),
            () if extension == "json" && path.file_name()? == Self::MANIFEST => Some(Self::Manifest),
            () => None,
        }
    }

    /// By the protocol's `languageId`; `None` where it is empty or says nothing, and the file name decides.
    pub fn of_id(id: &str) -> Option<Self> {
        match id {
            "typescript" => Some(Self::TypeScript),
            "typescriptreact" | "tsx" | "javascript" | "javascriptreact" | "jsx" | "js" => Some(Self::Tsx),
            "vue" => Some(Self::Vue),
            "svelte" => Some(Self::Svelte),
            "astro" => Some(Self::Astro),
            _ => None,
        }
    }

    /// The dialect of a file that is code from its first byte to its last; `None` for one that only holds code.
    pub fn dialect(self) -> Option<Dialect> {
        match self {
            Self::TypeScript => Some(Dialect::TypeScript),
            Self::Tsx => Some(Dialect::Tsx),
            Self::Vue | Self::Svelte | Self::Astro | Self::Manifest => None,
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
        for extension in Language::EXTENSIONS {
            assert!(Language::of_path(&Path::new("a").with_extension(extension)).is_some(), "{extension}");
        }
    }

    #[test]
    fn one_file_is_no_code() {
        assert_eq!(Language::of_path(Path::new("/a/package.json")), Some(Language::Manifest));
        for other in ["package-lock.json", "package.json5", "a.json", "package.json/a.json"] {
            assert_eq!(Language::of_path(Path::new(other)), None, "{other}");
        }
    }
}
