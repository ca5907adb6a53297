//! The part that a file has in a project, by its name alone.

use crate::syntax::Language;
use std::ffi::OsStr;
use std::path::Path;

/// The part that a file has in a project. A walk asks of every file of a tree, so it is decided at once, and of the name
/// without its folders: a path is long to take apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// It is looked at wherever it lies: [`Language`] knows it, and it is none of the following.
    Source(Language),
    /// Declarations alone, with no call and no value.
    Declaration,
    /// The output of a bundler.
    Bundle,
    /// Code that is shown to people.
    Document,
    /// None of these.
    Other,
}

impl FileKind {
    /// By the name of a file.
    pub fn of_name(name: &OsStr) -> Self {
        let Some(language) = Language::of_name(name) else { return Self::Other };
        let name = name.as_encoded_bytes();
        if is_of_declaration(name) {
            Self::Declaration
        } else if [&b".min.js"[..], b".min.mjs", b".min.cjs"].iter().any(|end| name.ends_with(end)) {
            Self::Bundle
        } else if language.is_document() {
            Self::Document
        } else {
            Self::Source(language)
        }
    }

    /// By the path of a file.
    pub fn of_path(path: &Path) -> Self {
        path.file_name().map_or(Self::Other, Self::of_name)
    }
}

/// Returns whether a file can be named by a specifier and have code for it.
pub fn is_module(path: &Path) -> bool {
    matches!(FileKind::of_path(path), FileKind::Source(language) if language != Language::Manifest)
}

/// Returns whether a file is looked at wherever it lies.
pub fn is_source(path: &Path) -> bool {
    matches!(FileKind::of_path(path), FileKind::Source(_))
}

/// Returns whether a file is never analyzed, even on request: a declaration, or the output of a bundler.
pub fn is_left_out(path: &Path) -> bool {
    matches!(FileKind::of_path(path), FileKind::Declaration | FileKind::Bundle)
}

/// Returns whether a file holds declarations alone.
pub fn is_declaration(path: &Path) -> bool {
    FileKind::of_path(path) == FileKind::Declaration
}

fn is_of_declaration(name: &[u8]) -> bool {
    name.ends_with(b".d.ts")
        || name.ends_with(b".d.mts")
        || name.ends_with(b".d.cts")
        // `style.d.css.ts`, of another language than TypeScript.
        || name.ends_with(b".ts") && memchr::memmem::find(name, b".d.").is_some()
}

/// Returns whether a file of this name defines the meaning of specifiers: `package.json`, `tsconfig.json` and their kin.
pub fn is_config_name(name: &OsStr) -> bool {
    let name = name.as_encoded_bytes();
    matches!(name, b"package.json" | b"pnpm-workspace.yaml" | b"pnpm-workspace.yml" | b"lerna.json")
        || (name.starts_with(b"tsconfig") || name.starts_with(b"jsconfig")) && name.ends_with(b".json")
}

/// As [`is_config_name`], of the file at `path`.
pub fn is_config(path: &Path) -> bool {
    path.file_name().is_some_and(is_config_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind() {
        let kind = |path: &str| FileKind::of_path(Path::new(path));
        assert_eq!(kind("/a/b.ts"), FileKind::Source(Language::TypeScript));
        assert_eq!(kind("/a.d.ts/b.JSX"), FileKind::Source(Language::Tsx));
        assert_eq!(kind("package.json"), FileKind::Source(Language::Manifest));
        for declaration in ["a.d.ts", "a.d.mts", "a/b.d.cts", "style.d.css.ts"] {
            assert_eq!(kind(declaration), FileKind::Declaration, "{declaration}");
        }
        assert_eq!(kind("a.min.js"), FileKind::Bundle);
        assert_eq!(kind("README.md"), FileKind::Document);
        assert_eq!(kind("a.mdx"), FileKind::Document);
        for other in ["tsconfig.json", "a.css", "Makefile", "a.d.tsx.map", "/", ".."] {
            assert_eq!(kind(other), FileKind::Other, "{other}");
        }
        assert!(is_module(Path::new("a.ts")) && !is_module(Path::new("package.json")));
        assert!(is_config(Path::new("/a/tsconfig.base.json")) && !is_config(Path::new("/a/tsconfig.ts")));
    }
}
