//! Which grammar reads a file.

use std::path::Path;

/// A grammar of tree-sitter-typescript. The TSX grammar reads plain JavaScript and JSX too; only TypeScript's own
/// `<T>value` casts need the other one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// `.ts`, `.mts`, `.cts`
    TypeScript,
    /// `.tsx`, `.js`, `.jsx`, `.mjs`, `.cjs`
    Tsx,
}

impl Language {
    /// How the names of our files end.
    pub const EXTENSIONS: [&str; 8] = ["ts", "tsx", "mts", "cts", "js", "jsx", "mjs", "cjs"];

    /// By file name; `None` for files that are not ours.
    pub fn of_path(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "ts" | "mts" | "cts" => Some(Self::TypeScript),
            "tsx" | "js" | "jsx" | "mjs" | "cjs" => Some(Self::Tsx),
            _ => None,
        }
    }

    /// By the protocol's `languageId`; `None` where it is empty or says nothing, and the file name decides.
    pub fn of_id(id: &str) -> Option<Self> {
        match id {
            "typescript" => Some(Self::TypeScript),
            "typescriptreact" | "tsx" | "javascript" | "javascriptreact" | "jsx" | "js" => Some(Self::Tsx),
            _ => None,
        }
    }

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
    fn every_extension_has_a_grammar() {
        for extension in Language::EXTENSIONS {
            assert!(Language::of_path(&Path::new("a").with_extension(extension)).is_some(), "{extension}");
        }
    }
}
