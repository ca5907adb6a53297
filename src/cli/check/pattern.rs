//! Globs among the arguments: `'src/**/*.ts'` in quotes, as scripts of a `package.json` write it, or in a shell that
//! expands none.

use super::names;
use crate::settings::NO_EXTENSION;
use globset::{GlobBuilder, GlobMatcher};
use std::path::{Component, Path, PathBuf};

/// A glob, and the folder that it is searched in.
pub struct PathPattern {
    /// The folder, absolute.
    pub base: PathBuf,
    /// As it was written.
    pub written: PathBuf,
    glob: GlobMatcher,
}

impl PathPattern {
    /// Reads an argument that names nothing by itself. `None` when it is not a glob.
    ///
    /// # Errors
    /// When it is a glob that cannot be read.
    pub fn parse(folder: &Path, written: &Path) -> Option<Result<Self, String>> {
        let absolute = names::spelled(folder, written);
        let (mut base, mut rest) = (PathBuf::new(), Vec::new());
        for part in absolute.components() {
            match part {
                // A folder may be called `[id]`.
                Component::Normal(name) if !rest.is_empty() || is_glob(name) && !base.join(name).exists() => {
                    rest.push(name.to_str()?);
                }
                part => base.push(part),
            }
        }
        if rest.is_empty() {
            return None;
        }
        let glob = GlobBuilder::new(&rest.join("/")).literal_separator(true).case_insensitive(cfg!(windows)).build();
        Some(match glob {
            Ok(glob) => Ok(Self { base, written: written.to_path_buf(), glob: glob.compile_matcher() }),
            Err(error) => Err(format!("is not a valid glob: {}", error.kind())),
        })
    }

    /// Returns whether it means a file, by itself or by a folder around it: as if a shell had expanded it.
    pub fn has(&self, file: &Path) -> bool {
        let Ok(relative) = file.strip_prefix(&self.base) else { return false };
        relative.ancestors().filter(|path| !path.as_os_str().is_empty()).any(|path| self.glob.is_match(path))
    }
}

impl PathPattern {
    /// Returns whether it means a file by its extension, as `docs/**/*.md` does.
    pub fn names_extension(&self, file: &Path) -> bool {
        self.has(file) && !self.has(&file.with_extension(NO_EXTENSION))
    }
}

fn is_glob(name: &std::ffi::OsStr) -> bool {
    name.to_string_lossy().contains(['*', '?', '[', '{'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_they_mean() {
        let has = |written: &str, file: &str| {
            let pattern =
                PathPattern::parse(Path::new("/p"), Path::new(written)).expect("a glob").expect("a valid glob");
            pattern.has(Path::new(file))
        };
        assert!(has("src/**/*.ts", "/p/src/a.ts") && has("src/**/*.ts", "/p/src/b/c/a.ts"));
        assert!(!has("src/**/*.ts", "/p/src/a.js") && !has("src/**/*.ts", "/p/a.ts"));
        assert!(has("*.ts", "/p/a.ts") && !has("*.ts", "/p/src/a.ts"));
        assert!(has("packages/*/src", "/p/packages/a/src/b/c.ts") && !has("packages/*/src", "/p/packages/a/test/c.ts"));
        assert!(has("./**/*.{ts,tsx}", "/p/a/b.tsx") && has("../q/*", "/q/a/b.ts"));
        assert!(has("{src,test}/**", "/p/test/a.ts") && has("/r/?.ts", "/r/a.ts"));
        let names = |written: &str, file: &str| {
            let pattern =
                PathPattern::parse(Path::new("/p"), Path::new(written)).expect("a glob").expect("a valid glob");
            pattern.names_extension(Path::new(file))
        };
        assert!(names("**/*.md", "/p/a/b.md") && names("*.{ts,md}", "/p/a.md"));
        assert!(!names("docs/*", "/p/docs/a.md") && !names("**/*.ts", "/p/a.md"));
        assert!(PathPattern::parse(Path::new("/p"), Path::new("src/a.ts")).is_none());
        assert!(PathPattern::parse(Path::new("/p"), Path::new("src/[a.ts")).expect("a glob").is_err());
    }
}
