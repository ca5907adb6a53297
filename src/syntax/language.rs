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
    /// By file name; `None` for files that are not ours.
    pub fn of_path(path: &Path) -> Option<Self> {
        // Asked of every file of a tree: without a copy of the name.
        let extension = path.extension()?;
        let is = |known: &&str| extension.eq_ignore_ascii_case(known);
        if ["ts", "mts", "cts"].iter().any(is) {
            Some(Self::TypeScript)
        } else if ["tsx", "js", "jsx", "mjs", "cjs"].iter().any(is) {
            Some(Self::Tsx)
        } else {
            None
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
