//! A project in memory: paths and texts. Specifiers are resolved in the simplest way that serves.

use customerio_ls::facts::FileFacts;
use customerio_ls::model::{FileId, Modules};
use customerio_ls::syntax::{Language, Source};
use ropey::Rope;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// The files of a project, by their numbers.
pub struct Memory(Vec<(PathBuf, Arc<FileFacts>)>);

impl Memory {
    /// Paths like `/src/a.ts`, with their texts.
    pub fn new<'t>(files: impl IntoIterator<Item = (&'t str, &'t str)>) -> Self {
        let read = |(path, text): (&str, &str)| {
            let path = PathBuf::from(path);
            let language = Language::of_path(&path).expect("a name of TypeScript or JavaScript");
            let facts = Source::parse(Rope::from_str(text), language).facts;
            (path, facts)
        };
        Self(files.into_iter().map(read).collect())
    }

    fn find(&self, path: &Path) -> Option<FileId> {
        self.0.iter().position(|(known, _)| known == path).map(|at| FileId(at as u32))
    }
}

impl Modules for Memory {
    /// Relative specifiers, and `@/…` for `/src/…`; extensions and `index` may be left out.
    fn resolve(&self, from: FileId, specifier: &str) -> Option<FileId> {
        let (from, _) = self.0.get(from.0 as usize)?;
        let path = match specifier.strip_prefix("@/") {
            Some(rest) => Path::new("/src").join(rest),
            None if specifier.starts_with('.') => from.parent()?.join(specifier),
            None => return None,
        };
        let path = normal(&path);
        let extensions = ["ts", "tsx", "js", "jsx", "mts", "cts", "mjs", "cjs"];
        let with = |path: &Path| {
            extensions.iter().find_map(|extension| {
                let mut name = path.as_os_str().to_owned();
                name.push(".");
                name.push(extension);
                self.find(Path::new(&name))
            })
        };
        let as_source = path.extension().is_some_and(|e| e == "js").then(|| path.with_extension("ts"));
        let found = self.find(&path).or_else(|| as_source.and_then(|path| self.find(&path)));
        found.or_else(|| with(&path)).or_else(|| with(&path.join("index")))
    }

    fn facts(&self, file: FileId) -> Option<Arc<FileFacts>> {
        Some(self.0.get(file.0 as usize)?.1.clone())
    }

    fn path(&self, file: FileId) -> Option<Arc<Path>> {
        Some(Arc::from(self.0.get(file.0 as usize)?.0.as_path()))
    }

    fn reaches(&self, _: FileId) -> bool {
        true
    }
}

fn normal(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                out.pop();
            }
            Component::CurDir => {}
            part => out.push(part),
        }
    }
    out
}
