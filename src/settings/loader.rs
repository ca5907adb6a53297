//! Finding, reading and merging the settings of one document.

use super::code_lens::CodeLenses;
use super::inlay_hints::InlayHints;
use super::node::{Kind, Node};
use super::read::{Extends, Layer, Origin, read};
use super::{FILE_NAME, Problem, REFUSED_NAMES, SettingChange, Settings};
use crate::disk::{FreshCache, SdkVersion, SdkVersions, utf8};
use crate::secrecy::mask;
use ropey::Rope;
use rustc_hash::FxHashMap;
use serde_json::Value;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// The editor's own settings: the value of `initializationOptions` or of `workspace/configuration`. Read once, used for
/// many documents; a server creates one for each workspace folder.
#[derive(Clone, Debug, Default)]
pub struct Editor {
    layer: Layer,
    problems: Arc<[Problem]>,
    base: PathBuf,
    /// Distinguishes one value from another in the cache; 0 is the empty one.
    id: u64,
}

impl Editor {
    /// Reads the keys of `customerio.json`, either bare or under the key `customerio`. Globs and `extends` are
    /// relative to `base`, the workspace folder.
    pub fn new(json: &Value, base: &Path) -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(1);
        let (json, pointer) = match json.get("customerio") {
            Some(section) => (section, "/customerio"),
            None => (json, ""),
        };
        if json.is_null() {
            return Self::default();
        }
        let node = Node::from_json(json, pointer.to_owned());
        let (layer, problems) = read(&node, Origin { path: None, text: None, base: base.to_path_buf() });
        let id = NEXT.fetch_add(1, Ordering::Relaxed);
        Self { layer, problems: problems.into(), base: base.to_path_buf(), id }
    }

    /// Returns whether findings are to be shown of open files alone.
    pub fn open_files_only(&self) -> bool {
        self.layer.open_files_only
    }

    /// Returns whether the editor says what a change of a file is about: the file would not be heard.
    pub fn overrides(&self, change: SettingChange<'_>) -> bool {
        self.layer.has_own(change)
    }

    /// The inlay hints that are to be shown.
    pub fn inlay_hints(&self) -> InlayHints {
        self.layer.inlay_hints
    }

    /// The code lenses that are to be shown.
    pub fn code_lenses(&self) -> CodeLenses {
        self.layer.code_lenses
    }
}

/// The settings of one document.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The effective settings. The same `Arc` as at the last request while nothing has changed.
    pub settings: Arc<Settings>,
    /// The problems in the files and in the editor's part.
    pub problems: Arc<[Problem]>,
    /// Every settings file that was looked at, the nearest first: those to watch, and those whose problems are
    /// reported.
    pub files: Arc<[PathBuf]>,
}

/// One settings file.
#[derive(Debug, Default)]
struct ConfigFile {
    layer: Layer,
    problems: Vec<Problem>,
    text: Option<Rope>,
}

/// A provider of each document's settings. It notices changed files by itself at the next request, at the price of a
/// few `stat`s, unless it is made to look once; share it.
#[derive(Debug, Default)]
pub struct Loader {
    forced: Option<PathBuf>,
    files: FreshCache<ConfigFile>,
    sdk: SdkVersions,
    built: Mutex<FxHashMap<Key, Built>>,
}

/// Merged settings, and the states of the files that they were merged from.
#[derive(Debug)]
struct Built {
    files: Vec<Arc<ConfigFile>>,
    loaded: Loaded,
}

/// The chain's first file, the editor's part and the SDK's version: with the contents of the files, all that counts.
type Key = (Option<PathBuf>, u64, Option<semver::Version>);

/// More than this many different settings at once come from editors that changed theirs often; the old ones go.
const MOST_KEPT: usize = 256;

impl Loader {
    /// A loader that searches for `customerio.json` from each document upwards.
    pub fn new() -> Self {
        Self::default()
    }

    /// One that looks at each file once: its contents then count until [`Loader::look_again`]. With `forced` it uses
    /// that settings file for every document and searches for no other.
    pub fn until_told(forced: Option<PathBuf>) -> Self {
        Self { forced, files: FreshCache::until_told().in_silence(), sdk: SdkVersions::until_told(), ..Self::default() }
    }

    /// Files may be other ones now.
    pub fn look_again(&self) {
        self.files.look_again();
        self.sdk.look_again();
    }

    /// The settings for `document`, an absolute path; `None` for a document that has none (an untitled buffer), for
    /// which the editor's part alone counts.
    pub fn load(&self, document: Option<&Path>, editor: &Editor) -> Loaded {
        let chain = self.chain(document, editor);
        let sdk = document.and_then(|path| self.sdk_version(path)).map(|found| found.version);
        let key = (chain.paths.first().cloned(), editor.id, sdk.clone());
        let mut built = self.built.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(Built { files, loaded }) = built.get(&key)
            && files.len() == chain.files.len()
            && files.iter().zip(&chain.files).all(|(a, b)| Arc::ptr_eq(a, b))
            && *loaded.files == *chain.paths
        {
            return loaded.clone();
        }
        let loaded = merge(&chain, editor, sdk);
        if built.len() >= MOST_KEPT {
            built.clear();
        }
        built.insert(key, Built { files: chain.files, loaded: loaded.clone() });
        loaded
    }

    /// The settings files that count for `document`, an absolute path, the nearest first, each with its own settings.
    pub fn layers(&self, document: &Path, editor: &Editor) -> Vec<(PathBuf, Settings)> {
        let chain = self.chain(Some(document), editor);
        let said = |file: &Arc<ConfigFile>| {
            let mut settings = Settings::default();
            file.layer.lay_over(&mut settings);
            settings
        };
        chain.paths.iter().cloned().zip(chain.files.iter().map(said)).collect()
    }

    /// The version of the SDK that `document`, an absolute path, runs against, whatever the settings say.
    pub fn sdk_version(&self, document: &Path) -> Option<SdkVersion> {
        self.sdk.of(document.parent()?)
    }

    /// Finds the files that count for a document.
    fn chain(&self, document: Option<&Path>, editor: &Editor) -> Chain {
        let mut chain = Chain::default();
        match (&self.forced, document) {
            (Some(path), _) => drop(self.add(path.clone(), &mut chain, &mut Vec::new())),
            (None, Some(document)) => {
                for folder in document.ancestors().skip(1) {
                    REFUSED_NAMES.iter().for_each(|name| self.refuse(folder.join(name), &mut chain));
                    if self.add(folder.join(FILE_NAME), &mut chain, &mut Vec::new()) {
                        break;
                    }
                }
            }
            (None, None) => {}
        }
        let found = chain.files.len();
        if !editor.layer.extends.is_empty() {
            self.extend(None, &editor.base, &editor.layer.extends, &mut chain, &mut Vec::new());
        }
        // The files that the editor extends override the files that were found.
        chain.files.rotate_left(found);
        chain
    }

    /// Adds the file at `path` and those that it extends to the chain; returns whether the search ends here.
    fn add(&self, path: PathBuf, chain: &mut Chain, open: &mut Vec<PathBuf>) -> bool {
        let Some(file) = self.files.get(&path, |bytes| read_file(&path, bytes)) else { return false };
        let folder = path.parent().unwrap_or(Path::new("")).to_path_buf();
        // A second time it could say nothing new: an earlier file overrides a later one.
        if chain.paths.contains(&path) {
            return file.layer.root;
        }
        chain.paths.push(path.clone());
        chain.files.push(file.clone());
        open.push(path.clone());
        self.extend(Some((&path, &file)), &folder, &file.layer.extends, chain, open);
        open.pop();
        file.layer.root
    }

    /// Reports a file whose name is nearly that of the settings file. Nothing of it counts.
    fn refuse(&self, path: PathBuf, chain: &mut Chain) {
        let Some(file) = self.files.get(&path, |_| refused(&path)) else { return };
        chain.paths.push(path);
        chain.files.push(file);
    }

    fn extend(
        &self,
        by: Option<(&Path, &ConfigFile)>,
        folder: &Path,
        extends: &[Extends],
        chain: &mut Chain,
        open: &mut Vec<PathBuf>,
    ) {
        // Of several, the later one overrides the earlier; the chain begins with the strongest.
        for entry in extends.iter().rev() {
            let path = plain(&folder.join(&entry.path));
            let message = if open.contains(&path) {
                format!("\"{}\" extends this file in turn; remove one of the two", entry.path)
            } else if path.exists() && !path.is_dir() {
                self.add(path, chain, open);
                continue;
            } else {
                format!("there is no file \"{}\" to extend; the path is relative to {}", entry.path, folder.display())
            };
            chain.problems.push(Problem {
                path: by.map(|(path, _)| path.to_path_buf()),
                pointer: entry.pointer.clone(),
                range: entry.range,
                message: mask(&message).into_owned(),
                text: by.and_then(|(_, file)| file.text.clone()),
            });
        }
    }
}

/// The files that count for a document; an earlier one overrides a later one.
#[derive(Default)]
struct Chain {
    paths: Vec<PathBuf>,
    files: Vec<Arc<ConfigFile>>,
    problems: Vec<Problem>,
}

fn merge(chain: &Chain, editor: &Editor, sdk: Option<semver::Version>) -> Loaded {
    let mut settings = Settings { sdk_version: sdk, ..Settings::default() };
    for file in chain.files.iter().rev() {
        file.layer.lay_over(&mut settings);
    }
    editor.layer.lay_over(&mut settings);
    let problems = chain.files.iter().flat_map(|file| &file.problems).chain(&chain.problems).chain(&*editor.problems);
    let mut unique: Vec<Problem> = Vec::new();
    for problem in problems {
        if !unique.contains(problem) {
            unique.push(problem.clone());
        }
    }
    Loaded { settings: Arc::new(settings), problems: unique.into(), files: chain.paths.clone().into() }
}

fn refused(path: &Path) -> ConfigFile {
    let message = format!("this file is not read; rename it to {FILE_NAME} (comments are allowed in it)");
    let (path, pointer) = (Some(path.to_path_buf()), String::new());
    ConfigFile { problems: vec![Problem { path, pointer, range: None, message, text: None }], ..ConfigFile::default() }
}

fn read_file(path: &Path, bytes: io::Result<Vec<u8>>) -> ConfigFile {
    let broken = |text: Option<Rope>, range, message: String| ConfigFile {
        layer: Layer::default(),
        problems: vec![Problem {
            path: Some(path.to_path_buf()),
            pointer: String::new(),
            range,
            message,
            text: text.clone(),
        }],
        text,
    };
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(error) => return broken(None, None, format!("the settings cannot be read: {error}")),
    };
    let text = match utf8(&bytes) {
        Ok(text) => text,
        Err(error) => return broken(None, None, format!("the file {error}")),
    };
    let rope = Rope::from_str(text);
    let node = match Node::parse(text) {
        Ok(Some(node)) => node,
        // An empty file says nothing, which is allowed.
        Ok(None) => Node { range: None, pointer: String::new(), kind: Kind::Object(Vec::new()) },
        Err((range, why)) => return broken(Some(rope), Some(range), format!("invalid JSON: {why}")),
    };
    let base = path.parent().unwrap_or(Path::new("")).to_path_buf();
    let (layer, problems) = read(&node, Origin { path: Some(path), text: Some(rope.clone()), base });
    ConfigFile { layer, problems, text: Some(rope) }
}

/// The path without `.` and `..`, as it is written: two spellings of one file must be seen as one.
fn plain(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if matches!(out.components().next_back(), Some(Component::Normal(_))) => {
                out.pop();
            }
            part => out.push(part),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_in_the_file() {
        let text = r#"{ // a
            "root": true, "preset": "strict", "extends": ["./b.json", "c"], "include": ["src/**/*.{ts,js}", "[a-"], "exclude": [],
            "rules": { "wrong-api-key": "error", "event-name-unknown": { "severity": "hint", "x": ["y"] } },
            "categories": { "correctness": "off" }, "sdkVersion": "5.2.0",
            "account": { "events": ["a*", "b"], "messages": [{ "id": 1, "triggerName": null, "data": ["u", { "name": "v", "optional": true }] }] }
        }"#;
        crate::disk::broken::variants(text.as_bytes(), 3_000, |bytes| {
            let file = read_file(Path::new("/p/customerio.json"), Ok(bytes.to_vec()));
            for problem in &file.problems {
                let _ = problem.positions(crate::text::Encoding::Utf16);
            }
        });
    }
}
