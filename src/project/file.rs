//! One file of a project in one state: what it names, and its facts when somebody asks for them.

use super::intern::SpecId;
use super::scan::{names_sdk, specifiers};
use crate::facts::FileFacts;
use crate::syntax::{Language, Source};
use crate::workspace::{ReadError, read_any, read_source};
use ropey::Rope;
use std::path::Path;
use std::sync::{Arc, OnceLock};

const BOM: &str = "\u{feff}";

/// A file in one state. A change makes a new one; what was read stays true of the old one.
#[derive(Debug)]
pub struct FileState {
    /// The specifiers in it, each once.
    pub specifiers: Box<[SpecId]>,
    /// Whether its text names the SDK.
    pub names_sdk: bool,
    content: Content,
}

#[derive(Debug)]
enum Content {
    /// As it is on disk; read and parsed at the first question, once.
    Disk(OnceLock<Option<Arc<FileFacts>>>),
    /// As it is in the editor.
    Editor(Arc<FileFacts>),
}

impl FileState {
    /// A file on disk.
    pub fn on_disk(names: Names) -> Self {
        let Names { specifiers, names_sdk } = names;
        Self { specifiers, names_sdk, content: Content::Disk(OnceLock::new()) }
    }

    /// A file in the editor.
    pub fn in_editor(names: Names, facts: Arc<FileFacts>) -> Self {
        let Names { specifiers, names_sdk } = names;
        Self { specifiers, names_sdk, content: Content::Editor(facts) }
    }

    /// Its facts; `None` when it cannot be read, or is no text.
    pub fn facts(&self, path: &Path) -> Option<Arc<FileFacts>> {
        match &self.content {
            Content::Disk(facts) => facts.get_or_init(|| parse(path)).clone(),
            Content::Editor(facts) => Some(facts.clone()),
        }
    }

    /// Its facts, when somebody has asked for them before.
    pub fn known_facts(&self) -> Option<&Arc<FileFacts>> {
        match &self.content {
            Content::Disk(facts) => facts.get()?.as_ref(),
            Content::Editor(facts) => Some(facts),
        }
    }

    /// Keeps the facts that somebody has read from the disk anyway, unless there are some.
    pub fn offer(&self, facts: &Arc<FileFacts>) {
        if let Content::Disk(cell) = &self.content {
            // Who came first is right: both read the same file.
            let _ = cell.set(Some(facts.clone()));
        }
    }

    /// Whether it is as the editor has it.
    pub fn is_in_editor(&self) -> bool {
        matches!(self.content, Content::Editor(_))
    }
}

/// What a text names.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// Specifiers, each once.
    pub specifiers: Box<[SpecId]>,
    /// Whether it names the SDK.
    pub names_sdk: bool,
}

impl Names {
    /// Of a text; `intern` numbers the specifiers.
    pub fn of(text: &[u8], intern: impl FnMut(&str) -> SpecId) -> Self {
        Self { specifiers: scan(text, intern), names_sdk: names_sdk(text) }
    }

    /// Of the file at `path`, read into `buffer`.
    ///
    /// # Errors
    /// When it cannot be read, or is too long and names the SDK.
    pub fn read(path: &Path, buffer: &mut Vec<u8>, intern: impl FnMut(&str) -> SpecId) -> Result<Self, ReadError> {
        Ok(read_any(path, buffer, names_sdk)?.map(|text| Self::of(text, intern)).unwrap_or_default())
    }
}

/// The specifiers of a text, each once.
pub fn scan(text: &[u8], mut intern: impl FnMut(&str) -> SpecId) -> Box<[SpecId]> {
    let mut found = Vec::new();
    specifiers(text, |specifier| found.push(intern(specifier)));
    found.sort_unstable();
    found.dedup();
    found.into()
}

fn parse(path: &Path) -> Option<Arc<FileFacts>> {
    let language = Language::of_path(path)?;
    let mut buffer = Vec::new();
    let text = read_source(path, &mut buffer, |_| true).ok()??;
    let text = text.strip_prefix(BOM).unwrap_or(text);
    // The tree goes at once: it takes twenty times the text.
    Some(Source::parse(Rope::from_str(text), language).facts)
}

/// Whether a file can hold code of ours by its name: TypeScript or JavaScript, and neither a declaration (which has no
/// values) nor what a bundler wrote.
pub fn is_source(path: &Path) -> bool {
    let Some(name) = path.file_name() else { return false };
    let name = name.as_encoded_bytes();
    let declaration = name.ends_with(b".d.ts")
        || name.ends_with(b".d.mts")
        || name.ends_with(b".d.cts")
        // `style.d.css.ts`, of another language than TypeScript.
        || name.ends_with(b".ts") && memchr::memmem::find(name, b".d.").is_some();
    let bundled = name.ends_with(b".min.js") || name.ends_with(b".min.mjs") || name.ends_with(b".min.cjs");
    !declaration && !bundled && Language::of_path(path).is_some()
}
