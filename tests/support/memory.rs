//! A project in memory: paths and texts. Specifiers are resolved in the simplest way that serves.

use customerio_ls::testing::facts::FileFacts;
use customerio_ls::testing::model::{EnvVariable, FileId, Modules};
use customerio_ls::testing::sdk::{CredentialForm, Fingerprint};
use customerio_ls::testing::source::Source;
use customerio_ls::testing::syntax::Language;
use customerio_ls::testing::text::{Place, TextRange};
use ropey::Rope;
use smol_str::SmolStr;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// The files of a project, by their numbers.
pub struct Memory {
    files: Vec<(PathBuf, Arc<FileFacts>)>,
    /// `.env*` files.
    environment: Vec<(PathBuf, String)>,
}

impl Memory {
    /// Paths like `/src/a.ts`, with their texts.
    #[allow(dead_code, reason = "the fixtures parse for themselves")]
    pub fn new<'t>(files: impl IntoIterator<Item = (&'t str, &'t str)>) -> Self {
        let read = |(path, text): (&str, &str)| {
            let path = PathBuf::from(path);
            let language = Language::of_path(&path).expect("a name of TypeScript or JavaScript");
            let facts = Source::parse(Rope::from_str(text), language).facts;
            (path, facts)
        };
        Self::of_facts(files.into_iter().map(read))
    }

    /// Takes files that are parsed already.
    #[allow(dead_code, reason = "only the fixtures parse for themselves")]
    pub fn of_facts(files: impl IntoIterator<Item = (PathBuf, Arc<FileFacts>)>) -> Self {
        Self { files: files.into_iter().collect(), environment: Vec::new() }
    }

    /// Sets variables by `.env*` files: paths, and texts of lines `NAME=value`.
    #[allow(dead_code, reason = "not every test that has a project has variables")]
    pub fn with_environment<'t>(mut self, files: impl IntoIterator<Item = (&'t str, &'t str)>) -> Self {
        self.environment.extend(files.into_iter().map(|(path, text)| (PathBuf::from(path), text.to_owned())));
        self
    }

    fn find(&self, path: &Path) -> Option<FileId> {
        self.files.iter().position(|(known, _)| known == path).map(|at| FileId(at as u32))
    }
}

impl Modules for Memory {
    /// Relative specifiers, and `@/…` for `/src/…`; extensions and `index` may be left out.
    fn resolve(&self, from: FileId, specifier: &str) -> Option<FileId> {
        let (from, _) = self.files.get(from.0 as usize)?;
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
        Some(self.files.get(file.0 as usize)?.1.clone())
    }

    fn path(&self, file: FileId) -> Option<Arc<Path>> {
        Some(Arc::from(self.files.get(file.0 as usize)?.0.as_path()))
    }

    /// Every other file may say something; what declares alone holds everywhere.
    fn ambient(&self, from: FileId) -> Vec<(FileId, bool)> {
        let others = self.files.iter().enumerate().map(|(at, (path, _))| (FileId(at as u32), path));
        let others = others.filter(|(file, _)| *file != from);
        others.map(|(file, path)| (file, path.to_string_lossy().ends_with(".d.ts"))).collect()
    }

    fn putting(&self, from: FileId, name: &str) -> Vec<FileId> {
        let others = (0..self.files.len() as u32).map(FileId).filter(|file| *file != from);
        let puts = |file: &FileId| self.files[file.0 as usize].1.members_put().iter().any(|member| member == name);
        others.filter(puts).collect()
    }

    fn handing(&self, from: FileId, name: &str) -> Vec<FileId> {
        let others = (0..self.files.len() as u32).map(FileId).filter(|file| *file != from);
        let hands = |file: &FileId| self.files[file.0 as usize].1.names_handed().iter().any(|handed| handed == name);
        others.filter(hands).collect()
    }

    fn reaches(&self, _: FileId) -> bool {
        true
    }

    fn variables(&self, file: FileId, name: &str) -> Vec<EnvVariable> {
        let Some((path, _)) = self.files.get(file.0 as usize) else { return Vec::new() };
        let around = path
            .ancestors()
            .skip(1)
            .flat_map(|folder| self.environment.iter().filter(move |(path, _)| path.parent() == Some(folder)));
        around.filter_map(|(path, text)| variable(path, text, name)).collect()
    }

    fn variable_names(&self, file: FileId) -> Vec<SmolStr> {
        let Some((path, _)) = self.files.get(file.0 as usize) else { return Vec::new() };
        let around = self.environment.iter().filter(|(env, _)| env.parent().is_some_and(|it| path.starts_with(it)));
        let lines = around.flat_map(|(_, text)| text.lines());
        let mut names: Vec<SmolStr> = lines.filter_map(|line| Some(line.split_once('=')?.0.into())).collect();
        names.sort_unstable();
        names.dedup();
        names
    }
}

fn variable(path: &Path, text: &str, name: &str) -> Option<EnvVariable> {
    let value = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('='))?;
    let start = text.find(name)?;
    let place = Place { file: Some(path.into()), range: TextRange::new(start, start + name.len()) };
    let form = (!value.is_empty()).then(|| CredentialForm::of(value.as_bytes()));
    let fingerprint = form.and_then(CredentialForm::digits).map(|_| Fingerprint::of(value.as_bytes()));
    Some(EnvVariable { place, form, fingerprint })
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
