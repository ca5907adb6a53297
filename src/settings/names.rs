//! Lists of names and globs, as settings have them.

use globset::{Glob, GlobSet, GlobSetBuilder};
use rustc_hash::FxHashSet;
use std::sync::{Arc, OnceLock};

/// The number of globs compiled together: more at once would exceed the size limit of the compiler.
const TOGETHER: usize = 128;

/// Names and globs. However many there are, a name is looked up once.
#[derive(Clone, Debug, Default)]
pub struct NamePatterns {
    exact: FxHashSet<String>,
    globs: Vec<GlobSet>,
}

impl NamePatterns {
    /// Compiles a list. A pattern that is not a glob matches only itself.
    pub fn of<'n>(names: impl Iterator<Item = &'n str>) -> Self {
        let mut all = Self::default();
        let mut globs: Vec<Glob> = Vec::new();
        for name in names {
            globs.extend(Some(name).filter(|name| is_glob(name)).and_then(|name| Glob::new(name).ok()));
            all.exact.insert(name.to_owned());
        }
        all.globs = globs.chunks(TOGETHER).flat_map(together).collect();
        all
    }

    /// Returns whether a name is in the list, by itself or by a glob.
    pub fn has(&self, name: &str) -> bool {
        self.names_it(name) || self.globs.iter().any(|globs| globs.is_match(name))
    }

    /// Returns whether a name is in the list by itself.
    pub fn names_it(&self, name: &str) -> bool {
        self.exact.contains(name)
    }
}

/// Some globs as one set; where they are too much for one, each as its own.
fn together(globs: &[Glob]) -> Vec<GlobSet> {
    let set = |globs: &[Glob]| {
        let mut set = GlobSetBuilder::new();
        globs.iter().for_each(|glob| _ = set.add(glob.clone()));
        set.build().ok()
    };
    match set(globs) {
        Some(all) => vec![all],
        None => globs.iter().filter_map(|glob| set(std::slice::from_ref(glob))).collect(),
    }
}

/// Returns whether a name of a list is a glob.
pub fn is_glob(name: &str) -> bool {
    name.contains(['*', '?', '[', '{', '\\'])
}

/// The list of a setting, compiled when it is first asked: files share their settings. It says nothing that the setting
/// does not say.
#[derive(Clone, Debug, Default)]
pub struct Compiled(OnceLock<Arc<NamePatterns>>);

impl Compiled {
    /// Returns the list, compiled from `names` when it is not yet.
    pub fn names<'n, I: Iterator<Item = &'n str>>(&self, names: impl FnOnce() -> I) -> &NamePatterns {
        self.0.get_or_init(|| Arc::new(NamePatterns::of(names())))
    }
}

impl PartialEq for Compiled {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_globs() {
        let names = NamePatterns::of(["Order Placed", "legacy *", "[", "a{b,c}", "x?"].into_iter());
        for name in ["Order Placed", "legacy ", "legacy Signed Up", "[", "ab", "ac", "xy"] {
            assert!(names.has(name), "{name}");
        }
        for name in ["", "Order", "order placed", "xlegacy a", "ad", "x"] {
            assert!(!names.has(name), "{name}");
        }
        assert!(names.names_it("legacy *") && !names.names_it("legacy a"));
    }

    #[test]
    fn however_many_globs_all_of_them_count() {
        let globs: Vec<String> = (0..5_000).map(|at| format!("a*{at}?*z")).collect();
        let names = NamePatterns::of(globs.iter().map(String::as_str));
        assert!(names.has("ab0xyz") && names.has("ab4999xyz") && !names.has("ab4999"));
    }
}
