//! One file of a project in one state: its names, and its facts on first use.

use super::intern::SpecId;
use super::scan::{is_mentioned, makes_analytics, names_sdk, specifiers};
use crate::disk::{ReadError, Stage, caught, read_any, read_source};
use crate::facts::FileFacts;
use crate::source::Source;
use crate::source::SyntaxErrors;
use crate::syntax::Language;
use crate::text::without_bom;
use ropey::Rope;
use rustc_hash::FxBuildHasher;
use smol_str::SmolStr;
use std::cell::RefCell;
use std::hash::BuildHasher;
use std::path::Path;
use std::sync::{Arc, OnceLock};

/// A file in one state. A change makes a new one; the data that was read stays true of the old one. Small as long as
/// only its names are used: there are many.
#[derive(Debug)]
pub struct FileState {
    names: SpecifiersOfText,
    content: Content,
}

#[derive(Debug)]
enum Content {
    /// As it is on disk, and nothing of it is kept: many files share this state.
    Searched,
    /// As it is on disk; read and parsed at the first question, once.
    Disk(OnceLock<Box<OnDisk>>),
    /// As it is in the editor.
    Editor(Box<InEditor>),
}

/// The version that was read from the disk.
#[derive(Debug)]
struct OnDisk {
    /// `None` when it could not be read, or was no text.
    facts: Option<Facts>,
    /// Distinguishes the text from another; of a file that could not be read it says nothing.
    hash: u64,
}

#[derive(Debug)]
struct InEditor {
    rope: Rope,
    language: Language,
    /// Parsed at the first question, unless that was done before.
    facts: OnceLock<Facts>,
}

impl InEditor {
    fn facts(&self, path: &Path) -> &Facts {
        self.facts.get_or_init(|| {
            let facts = Facts::parse(path, self.rope.clone(), self.language);
            // A text that cannot be parsed says nothing.
            facts.unwrap_or_else(|| Facts::new(Arc::default(), SyntaxErrors::default()))
        })
    }
}

/// The facts of a text, and the part that others can see, on first use.
#[derive(Debug)]
struct Facts {
    facts: Arc<FileFacts>,
    /// The place where the text is not a valid program; nothing where it was parsed elsewhere.
    errors: SyntaxErrors,
    fingerprint: OnceLock<u64>,
    handed: OnceLock<Box<[SmolStr]>>,
}

impl Facts {
    fn new(facts: Arc<FileFacts>, errors: SyntaxErrors) -> Self {
        Self { facts, errors, fingerprint: OnceLock::new(), handed: OnceLock::new() }
    }

    /// The facts of the text of the file at `path`; `None` when the parser crashes. The tree is dropped at once: it
    /// takes twenty times the text.
    fn parse(path: &Path, rope: Rope, language: Language) -> Option<Self> {
        caught(path, Stage::Parse, || {
            let source = Source::parse(rope, language);
            Self::new(source.facts.clone(), source.syntax_errors())
        })
    }
}

/// The text of a file and its facts.
#[derive(Clone, Debug)]
pub struct Text {
    /// The text.
    pub rope: Rope,
    /// Its facts.
    pub facts: Arc<FileFacts>,
    /// The place where it is not a valid program; not known for the editor's text.
    pub errors: SyntaxErrors,
    /// True when it names the SDK.
    pub names_sdk: bool,
    /// True when a byte order mark comes before it on the disk.
    pub bom: bool,
    /// True when the file's text differs from the one that the project knows: it is this one now.
    pub outdated: bool,
}

impl FileState {
    /// A file on disk.
    pub fn on_disk(names: SpecifiersOfText) -> Self {
        Self { names, content: Content::Disk(OnceLock::new()) }
    }

    /// Files on disk of which nothing is known but that none names the SDK.
    pub fn searched() -> Self {
        Self { names: SpecifiersOfText::default(), content: Content::Searched }
    }

    /// A file in the editor.
    pub fn in_editor(names: SpecifiersOfText, rope: Rope, language: Language, facts: Option<Arc<FileFacts>>) -> Self {
        let known = |facts| OnceLock::from(Facts::new(facts, SyntaxErrors::default()));
        let facts = facts.map_or_else(OnceLock::new, known);
        Self { names, content: Content::Editor(Box::new(InEditor { rope, language, facts })) }
    }

    /// Returns its names.
    pub fn names(&self) -> &SpecifiersOfText {
        &self.names
    }

    /// Its facts; `None` when it cannot be read, or is not text.
    pub fn facts(&self, path: &Path) -> Option<Arc<FileFacts>> {
        let facts = match &self.content {
            Content::Disk(cell) => cell.get_or_init(|| Box::new(parse(path))).facts.as_ref()?,
            Content::Editor(editor) => editor.facts(path),
            Content::Searched => return parse(path).facts.map(|facts| facts.facts),
        };
        Some(facts.facts.clone())
    }

    /// Its text and facts; `None` when it cannot be read, or is not text. Of a file on disk the facts are kept, and the
    /// text is read again.
    pub fn text(&self, path: &Path) -> Option<Text> {
        let cell = match &self.content {
            Content::Disk(cell) => cell,
            Content::Searched => return Self::on_disk(SpecifiersOfText::default()).text(path),
            Content::Editor(editor) => {
                let Facts { facts, errors, .. } = editor.facts(path);
                let (rope, facts, errors) = (editor.rope.clone(), facts.clone(), errors.clone());
                let names_sdk = self.names.names_sdk;
                return Some(Text { rope, facts, errors, names_sdk, bom: false, outdated: false });
            }
        };
        let language = Language::of_path(path)?;
        let (bom, rope, hash) = with_text(path, |(bom, text)| (bom, Rope::from_str(text), hash_of(text)))?;
        let parse = || Facts::parse(path, rope.clone(), language);
        let known = cell.get_or_init(|| Box::new(OnDisk { facts: parse(), hash }));
        let outdated = known.facts.is_none() || known.hash != hash;
        let text = |Facts { facts, errors, .. }: &Facts| Text {
            facts: facts.clone(),
            errors: errors.clone(),
            rope: rope.clone(),
            names_sdk: self.names.names_sdk,
            bom,
            outdated,
        };
        Some(match known.facts.as_ref() {
            Some(facts) if !outdated => text(facts),
            _ => text(&parse()?),
        })
    }

    /// Returns whether it has the text of `other`, as far as that is known.
    pub fn has_text_of(&self, other: &Self) -> bool {
        match (&self.content, &other.content) {
            (Content::Editor(own), Content::Editor(other)) => {
                own.rope.is_instance(&other.rope) || own.rope == other.rope
            }
            (Content::Disk(own), Content::Disk(other)) => {
                let hash = |cell: &OnceLock<Box<OnDisk>>| cell.get().filter(|it| it.facts.is_some()).map(|it| it.hash);
                hash(own).is_some_and(|own| hash(other) == Some(own))
            }
            _ => false,
        }
    }

    /// Returns whether its facts were asked for before, and exist.
    pub fn was_asked(&self) -> bool {
        self.known().is_some()
    }

    /// Returns the part that other files can see of it; `None` when its facts were never asked for, so that nothing
    /// depends on them.
    pub fn known_fingerprint(&self) -> Option<u64> {
        let Facts { facts, fingerprint, .. } = self.known()?;
        Some(*fingerprint.get_or_init(|| facts.fingerprint()))
    }

    /// The names under which it hands something to code that does not import it.
    pub fn names_handed(&self, path: &Path) -> &[SmolStr] {
        let _ = self.facts(path);
        self.known().map_or(&[], |Facts { facts, handed, .. }| handed.get_or_init(|| facts.names_handed().into()))
    }

    fn known(&self) -> Option<&Facts> {
        match &self.content {
            Content::Disk(cell) => cell.get()?.facts.as_ref(),
            Content::Editor(editor) => editor.facts.get(),
            Content::Searched => None,
        }
    }

    /// Returns whether nothing of it was kept.
    pub fn is_searched(&self) -> bool {
        matches!(self.content, Content::Searched)
    }

    /// Returns whether it is as the editor has it.
    pub fn is_in_editor(&self) -> bool {
        matches!(self.content, Content::Editor(_))
    }
}

/// The names in a text that matter.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct SpecifiersOfText {
    /// Specifiers, each once.
    pub specifiers: Box<[SpecId]>,
    /// True when it names the SDK: its importers may use the SDK through it.
    pub names_sdk: bool,
    /// True when it concerns Customer.io: by the SDK's name, or by the name of a variable or of a header alone.
    pub is_mentioned: bool,
    /// True when it may declare something about the SDK, or a global, that applies to files that do not import it.
    pub is_ambient: bool,
    /// True when it may make a client of Customer.io's the global `analytics`.
    pub makes_analytics: bool,
    /// True when it may use the global `analytics`, or load another vendor's code for it.
    pub names_analytics: bool,
}

impl SpecifiersOfText {
    /// The names in the text of the file at `path`; `intern` numbers the specifiers.
    pub fn of(path: &Path, text: &[u8], intern: impl FnMut(&str) -> SpecId) -> Self {
        let found = caught(path, Stage::Search, || scan(text, intern)).unwrap_or_default();
        Self::found(found, is_mentioned(text), text)
    }

    /// As those of a document, which declares nothing for others.
    pub fn of_document(self) -> Self {
        Self { is_ambient: false, makes_analytics: false, ..self }
    }

    /// The names in a text of which this was found, given whether it has to do with Customer.io.
    pub fn found(Scanned { specifiers, names_analytics }: Scanned, is_mentioned: bool, text: &[u8]) -> Self {
        let names_sdk = is_mentioned && names_sdk(text);
        Self {
            specifiers,
            names_sdk,
            is_mentioned,
            is_ambient: names_sdk && is_ambient(text),
            makes_analytics: names_sdk && makes_analytics(text),
            names_analytics,
        }
    }

    /// Reads the names in the file at `path`, using `buffer`.
    ///
    /// # Errors
    /// When it cannot be read, or is too long and names the SDK.
    pub fn read(path: &Path, buffer: &mut Vec<u8>, intern: impl FnMut(&str) -> SpecId) -> Result<Self, ReadError> {
        Ok(read_any(path, buffer, is_mentioned)?.map(|text| Self::of(path, text, intern)).unwrap_or_default())
    }
}

impl SpecifiersOfText {
    /// With other numbers: `numbers` has the new one for each old one.
    pub fn renumber(&mut self, numbers: &[SpecId]) {
        for specifier in &mut self.specifiers {
            *specifier = numbers[specifier.0 as usize];
        }
        self.specifiers.sort_unstable();
    }
}

/// Returns whether a text may declare something for files that do not import it, or put methods into a class for all.
fn is_ambient(text: &[u8]) -> bool {
    ["declare module", "declare global", "prototype"]
        .iter()
        .any(|word| memchr::memmem::find(text, word.as_bytes()).is_some())
}

/// The names that one search finds in a text.
#[derive(Default)]
pub struct Scanned {
    /// Its specifiers, each once.
    specifiers: Box<[SpecId]>,
    /// See [`SpecifiersOfText::names_analytics`].
    names_analytics: bool,
}

/// Searches a text for names.
pub fn scan(text: &[u8], mut intern: impl FnMut(&str) -> SpecId) -> Scanned {
    thread_local! {
        /// A buffer that is used again, so that every file takes exactly the memory that it needs.
        static FOUND: RefCell<Vec<SpecId>> = const { RefCell::new(Vec::new()) };
    }
    FOUND.with_borrow_mut(|found| {
        found.clear();
        let names_analytics = specifiers(text, |specifier| found.push(intern(specifier)));
        found.sort_unstable();
        found.dedup();
        Scanned { specifiers: found.as_slice().into(), names_analytics }
    })
}

fn parse(path: &Path) -> OnDisk {
    let read = Language::of_path(path).and_then(|language| {
        let (rope, hash) = with_text(path, |(_, text)| (Rope::from_str(text), hash_of(text)))?;
        Some((Facts::parse(path, rope, language), hash))
    });
    let (facts, hash) = read.unzip();
    OnDisk { facts: facts.flatten(), hash: hash.unwrap_or_default() }
}

/// Returns the result of `look` on the text of a file, and of whether a byte order mark came before it; `None` when the
/// file cannot be read, or is not text.
fn with_text<T>(path: &Path, look: impl FnOnce((bool, &str)) -> T) -> Option<T> {
    thread_local! {
        /// Taken again for the next file.
        static BUFFER: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    }
    BUFFER.with_borrow_mut(|buffer| Some(look(without_bom(read_source(path, buffer, |_| true).ok()??))))
}

fn hash_of(text: &str) -> u64 {
    FxBuildHasher.hash_one(text)
}
