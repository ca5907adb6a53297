//! The files that are checked.

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Globs and the folder that they are relative to. Cheap to clone.
#[derive(Clone, Debug)]
pub(super) struct Globs {
    base: PathBuf,
    patterns: Vec<String>,
    set: Arc<GlobSet>,
}

impl PartialEq for Globs {
    fn eq(&self, other: &Self) -> bool {
        (&self.base, &self.patterns) == (&other.base, &other.patterns)
    }
}

impl Globs {
    /// From patterns that [`check_glob`] found right.
    pub fn new(base: PathBuf, patterns: Vec<String>) -> Self {
        let mut set = GlobSetBuilder::new();
        for pattern in &patterns {
            for form in forms(&pattern.replace('\\', "/")) {
                if let Ok(glob) = GlobBuilder::new(&form).literal_separator(true).build() {
                    set.add(glob);
                }
            }
        }
        Self { base, patterns, set: Arc::new(set.build().unwrap_or_else(|_| GlobSet::empty())) }
    }

    fn matches(&self, path: &Path) -> bool {
        path.strip_prefix(&self.base).is_ok_and(|relative| self.set.is_match(relative))
    }
}

/// `src` and `src/` mean all that is in the folder, `*.test.ts` any file of such a name, as in `.gitignore`; a leading
/// `/` or `./` ties a pattern to the folder.
fn forms(pattern: &str) -> Vec<String> {
    let tied = pattern.strip_prefix("./").or_else(|| pattern.strip_prefix('/'));
    let plain = tied.unwrap_or(pattern).trim_end_matches('/');
    let anywhere = tied.is_none() && !plain.contains('/');
    let name = if anywhere { format!("**/{plain}") } else { plain.to_owned() };
    vec![format!("{name}/**"), name]
}

/// The reason why a pattern is not a glob.
pub(super) fn check_glob(pattern: &str) -> Result<(), String> {
    check_on(pattern, cfg!(windows))
}

/// On Windows `\` separates folders. Elsewhere the same settings would silently mean something else.
fn check_on(pattern: &str, windows: bool) -> Result<(), String> {
    if pattern.contains('\\') && !windows {
        return Err(
            "use `/` between folders, which is right on every system; a special character is written `[[]`".to_owned()
        );
    }
    if pattern.starts_with('!') {
        return Err("a pattern cannot be negated here; use \"include\" and \"exclude\"".to_owned());
    }
    GlobBuilder::new(&pattern.replace('\\', "/"))
        .literal_separator(true)
        .build()
        .map(drop)
        .map_err(|error| error.kind().to_string())
}

/// The files that the settings include. Cheap to clone.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FileFilter {
    pub(super) include: Option<Globs>,
    pub(super) exclude: Option<Globs>,
}

impl FileFilter {
    /// Returns whether the file at `path` is to be checked: it is included (without `include` every file is) and not
    /// excluded.
    pub fn covers(&self, path: &Path) -> bool {
        self.include.as_ref().is_none_or(|globs| globs.matches(path))
            && !self.exclude.as_ref().is_some_and(|globs| globs.matches(path))
    }

    /// Returns whether `include` asks for the file at `path` by its extension, as `docs/**/*.md` does and `docs` does
    /// not: documents are checked in folders only then.
    pub fn names_extension(&self, path: &Path) -> bool {
        let other = path.with_extension(NO_EXTENSION);
        self.covers(path) && self.include.as_ref().is_some_and(|globs| globs.matches(path) && !globs.matches(&other))
    }
}

/// An extension that no pattern is about.
pub const NO_EXTENSION: &str = "no-such-extension";

#[cfg(test)]
mod tests {
    use super::*;

    fn covers(include: &[&str], exclude: &[&str], path: &str) -> bool {
        let globs = |patterns: &[&str]| {
            (!patterns.is_empty()).then(|| Globs::new("/p".into(), patterns.iter().map(|p| p.to_string()).collect()))
        };
        FileFilter { include: globs(include), exclude: globs(exclude) }.covers(Path::new(path))
    }

    #[test]
    fn patterns() {
        assert!(covers(&[], &[], "/p/a.ts"));
        assert!(covers(&["src/**"], &[], "/p/src/a/b.ts"));
        assert!(covers(&["src"], &[], "/p/src/a/b.ts"));
        assert!(!covers(&["/src"], &[], "/p/app/src/b.ts"));
        assert!(!covers(&["src"], &[], "/p/test/b.ts"));
        assert!(!covers(&[], &["*.test.ts"], "/p/a/b.test.ts"));
        assert!(!covers(&[], &["**/generated/**"], "/p/a/generated/b.ts"));
        assert!(!covers(&["src"], &["src/old/"], "/p/src/old/b.ts"));
        assert!(!covers(&["src"], &[], "/q/src/b.ts"), "globs reach no further than their folder");
    }

    #[test]
    fn a_backslash_is_a_slash_on_windows_and_refused_elsewhere() {
        for pattern in [r"legacy\**", r"src\old\*.ts", r"app\\[id\\]"] {
            assert!(check_on(pattern, true).is_ok(), "{pattern}");
            assert!(check_on(pattern, false).unwrap_err().starts_with("use `/`"), "{pattern}");
        }
        assert!(check_on("src/**", false).is_ok() && check_on("app/[[]id]", false).is_ok());
        assert!(covers(&[], &[r"other\**"], "/p/legacy/a.ts") && !covers(&[], &[r"legacy\**"], "/p/legacy/a.ts"));
        assert!(!covers(&[], &["app/[[]id]"], "/p/app/[id]/page.ts"));
    }
}
