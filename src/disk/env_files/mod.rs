//! The contents of a project's `.env*` files: names, and only the form of the values.
//!
//! A value is looked at where it lies in the buffer of its file, which is wiped afterwards. The kept form cannot be
//! turned back into it.

mod dotenv;

use super::{FreshCache, Landmarks};
use crate::sdk::{CredentialForm, Fingerprint, Region};
use crate::text::TextRange;
use rustc_hash::FxHashMap;
use smol_str::SmolStr;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use zeroize::Zeroizing;

/// The files of a folder; an earlier one overrides a later one, as in `dotenv-flow`, Vite and Next.js. Between the
/// modes, of which one process reads one, the order says nothing.
const FILES: [&str; 8] = [
    ".env.development.local",
    ".env.production.local",
    ".env.test.local",
    ".env.local",
    ".env.development",
    ".env.production",
    ".env.test",
    ".env",
];

/// The files that show others how theirs should look. Their values are placeholders.
const EXAMPLES: [&str; 4] = [".env.example", ".env.sample", ".env.template", ".env.dist"];

/// Reads the `.env*` files around folders. Results are kept until the files change; share one for a whole run.
#[derive(Debug, Default)]
pub struct EnvFiles {
    files: FreshCache<EnvFile>,
}

impl EnvFiles {
    /// One that looks at each file once, as [`FreshCache::until_told`].
    pub fn until_told() -> Self {
        Self { files: FreshCache::until_told() }
    }

    /// Returns the variables that are set for the files in `folder`, which is absolute: by the `.env*` files there and
    /// in the folders above, up to the root of the project.
    pub fn of(&self, folder: &Path, landmarks: &Landmarks) -> Environment {
        let folders = landmarks.up_to_root(folder);
        let files = |names: &[&str], example: bool| -> Vec<Arc<EnvFile>> {
            let paths = folders.iter().flat_map(|folder| names.iter().map(|name| folder.join(name)));
            paths.filter_map(|path| self.files.get(&path, |bytes| EnvFile::read(&path, bytes, example))).collect()
        };
        let mut all = files(&FILES, false);
        all.extend(files(&EXAMPLES, true));
        Environment { files: all }
    }
}

/// The values of the variables of `names` that a dotenv file sets; the last assignment of each counts. For the user's
/// own commands alone: everything else keeps the form of a value, and never the value.
pub fn dotenv_values(bytes: &[u8], names: &[String]) -> Vec<(String, Zeroizing<String>)> {
    let mut found: Vec<(String, Zeroizing<String>)> = Vec::new();
    for assignment in dotenv::assignments(bytes).filter(|it| names.iter().any(|name| name == it.name)) {
        let Ok(value) = std::str::from_utf8(assignment.value.trim_ascii()) else { continue };
        found.retain(|(name, _)| name != assignment.name);
        if !value.is_empty() {
            found.push((assignment.name.to_owned(), Zeroizing::new(value.to_owned())));
        }
    }
    found
}

/// The paths of the `.env*` files that count in `folder`, which is absolute, whether they exist or not, without
/// examples.
pub fn env_files_of(folder: &Path, landmarks: &Landmarks) -> Vec<PathBuf> {
    let folders = landmarks.up_to_root(folder).into_iter();
    folders.flat_map(|folder| FILES.map(|name| folder.join(name))).collect()
}

/// The variables that the `.env*` files around a file set. Cheap to create: it shares what was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Environment {
    /// The nearest first, examples last.
    files: Vec<Arc<EnvFile>>,
}

impl Environment {
    /// Every variable `name`, one for each file that sets it, the nearest first and examples last. Different files may
    /// be those of different machines: a statement about the variable must hold for each that is not an example.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &Variable> {
        self.files.iter().filter_map(move |file| file.variables.get(name))
    }

    /// Every name that is set, with the variable of the nearest file; in no particular order.
    pub fn variables(&self) -> impl Iterator<Item = (&SmolStr, &Variable)> {
        let all = self.files.iter().enumerate();
        all.flat_map(move |(at, file)| {
            let seen = move |name: &str| self.files[..at].iter().any(|nearer| nearer.variables.contains_key(name));
            file.variables.iter().filter(move |(name, _)| !seen(name))
        })
    }
}

/// A variable of one file.
#[derive(Clone, Debug, PartialEq)]
pub struct Variable {
    /// The file.
    pub file: Arc<Path>,
    /// Zero-based line of the name.
    pub line: u32,
    /// The name, in bytes of the file.
    pub name: TextRange,
    /// True when the file is an example, whose values mean nothing.
    pub example: bool,
    /// The known part of the value.
    pub value: EnvValue,
}

/// The part of a variable's value that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EnvValue {
    /// It is a placeholder of an example, and was not looked at.
    Unread,
    /// Nothing.
    Empty,
    /// It names a region, and the variable's name says that it is one.
    Region(Region),
    /// It is in the form of a credential, or of nothing known.
    Credential(CredentialForm, Option<Fingerprint>),
}

impl EnvValue {
    fn of(name: &str, value: &[u8]) -> Self {
        let value = value.trim_ascii();
        if value.is_empty() {
            return Self::Empty;
        }
        if says_region(name) {
            match value {
                _ if value.eq_ignore_ascii_case(b"us") => return Self::Region(Region::Us),
                _ if value.eq_ignore_ascii_case(b"eu") => return Self::Region(Region::Eu),
                _ => {}
            }
        }
        let form = CredentialForm::of(value);
        Self::Credential(form, form.digits().map(|_| Fingerprint::of(value)))
    }

    /// The form of the value, where it was looked at and is not empty.
    pub fn form(self) -> Option<CredentialForm> {
        match self {
            Self::Credential(form, _) => Some(form),
            _ => None,
        }
    }

    /// Returns a token that distinguishes the value from others. Only values that are surely credentials have it.
    pub fn fingerprint(self) -> Option<Fingerprint> {
        match self {
            Self::Credential(_, fingerprint) => fingerprint,
            _ => None,
        }
    }
}

fn says_region(name: &str) -> bool {
    name.split(['_', '-', '.']).any(|word| word.eq_ignore_ascii_case("region"))
}

/// One file.
#[derive(Debug, PartialEq)]
struct EnvFile {
    variables: FxHashMap<SmolStr, Variable>,
}

impl EnvFile {
    /// A file that cannot be read sets nothing: programs go without it, too.
    fn read(path: &Path, bytes: io::Result<Vec<u8>>, example: bool) -> Self {
        let bytes = Zeroizing::new(bytes.unwrap_or_default());
        let file: Arc<Path> = PathBuf::from(path).into();
        let mark = bytes.strip_prefix(b"\xEF\xBB\xBF").map_or(0, |_| 3);
        // Of several assignments the last one counts.
        let variables = dotenv::assignments(&bytes[mark..]).map(|assignment| {
            let value = if example { EnvValue::Unread } else { EnvValue::of(assignment.name, assignment.value) };
            let name = assignment.range.shifted(mark);
            let variable = Variable { file: file.clone(), line: assignment.line, name, example, value };
            (SmolStr::new(assignment.name), variable)
        });
        Self { variables: variables.collect() }
    }
}

#[cfg(test)]
mod tests;
