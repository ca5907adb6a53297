//! One walk through the folders of a project: which files there are, which of them name the SDK, and which modules they
//! name.
//!
//! Each file is read once, into a buffer that its thread uses again, and searched for the package's name. Specifiers
//! are collected from the first hit on; the files before it are read once more, if there is a hit at all. So a project
//! without the SDK costs only reading it.

use super::file::{SpecifiersOfText, scan};
use super::intern::SpecTable;
use super::kind::{FileKind, is_config, is_config_name, is_source};
use super::scan::{is_mentioned, is_minified, names_sdk};
use crate::disk::{
    ReadError, Stage, WalkError, WalkErrorKind, WalkedFile, caught, in_parallel, read_any, source_text, walk_among,
};
use std::io;
use std::mem;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// A buffer that one long file made this large is not kept for the others.
const BUFFER_KEPT: usize = 1024 * 1024;

/// The result of the walk.
#[derive(Debug, Default)]
pub struct Discovered {
    /// The files, in no order; the numbers of specifiers are those of their batch.
    pub batches: Vec<Batch>,
    /// Where no file names the SDK: all files, of which nothing else is known.
    pub searched: Vec<Arc<Path>>,
    /// Files that define the meaning of specifiers: `package.json`, `tsconfig.json` and their kin.
    pub configs: Vec<PathBuf>,
    /// Symbolic links.
    pub links: Vec<PathBuf>,
    /// Declarations that name the SDK: they are not analyzed.
    pub declarations: Vec<PathBuf>,
    /// Documents, unread.
    pub documents: Vec<PathBuf>,
    /// The places that could not be read.
    pub errors: Vec<WalkError>,
    /// True when any file names the SDK. If none does, no specifiers were collected.
    pub hit: bool,
}

/// The result of one thread.
#[derive(Debug, Default)]
pub struct Batch {
    /// Its files.
    pub files: Vec<(Arc<Path>, SpecifiersOfText)>,
    /// The specifiers in them.
    pub specifiers: SpecTable,
}

/// The part of a project that is walked.
#[derive(Clone, Copy, Debug)]
pub struct Part<'a> {
    /// The paths that the walk is limited to: what leads to them or lies below; `None`: everything.
    pub among: Option<&'a [PathBuf]>,
    /// True when specifiers are collected from the beginning, because a file is known to name the SDK.
    pub hit: bool,
}

/// Walks `roots`. `cancelled` is asked now and then; when it says yes, the results so far are returned.
pub fn discover(roots: &[PathBuf], part: Part<'_>, cancelled: &(dyn Fn() -> bool + Sync)) -> Discovered {
    let total = Mutex::default();
    let hit = AtomicBool::new(part.hit);
    walk_among(roots, part.among, || {
        let mut worker = Worker { total: &total, hit: &hit, own: Own::default(), buffer: Vec::new() };
        move |entry| {
            if cancelled() {
                return ControlFlow::Break(());
            }
            match entry {
                Ok(entry) if entry.link => worker.own.links.push(entry.path.to_path_buf()),
                Ok(entry) => worker.file(&entry),
                // Something that was deleted meanwhile is simply not there.
                Err(error) if vanished(&error, roots) || !matters(&error) => {}
                Err(error) => worker.own.errors.push(error),
            }
            ControlFlow::Continue(())
        }
    });
    let mut found: Discovered = total.into_inner().unwrap_or_else(PoisonError::into_inner);
    found.hit = hit.into_inner();
    if found.hit {
        let batches = scan_files(&mem::take(&mut found.searched), cancelled);
        found.batches.extend(batches);
    }
    found
}

/// The results of one thread so far.
#[derive(Default)]
struct Own {
    batch: Batch,
    /// Files that were read before the first hit.
    searched: Vec<Arc<Path>>,
    configs: Vec<PathBuf>,
    links: Vec<PathBuf>,
    declarations: Vec<PathBuf>,
    documents: Vec<PathBuf>,
    errors: Vec<WalkError>,
}

struct Worker<'a> {
    total: &'a Mutex<Discovered>,
    hit: &'a AtomicBool,
    own: Own,
    buffer: Vec<u8>,
}

impl Drop for Worker<'_> {
    fn drop(&mut self) {
        let own = mem::take(&mut self.own);
        let mut found = self.total.lock().unwrap_or_else(PoisonError::into_inner);
        found.batches.push(own.batch);
        found.configs.extend(own.configs);
        found.links.extend(own.links);
        found.declarations.extend(own.declarations);
        found.documents.extend(own.documents);
        found.errors.extend(own.errors);
        found.searched.extend(own.searched);
    }
}

impl Discovered {
    /// The paths of all files.
    pub fn paths(&self) -> impl Iterator<Item = &Arc<Path>> {
        self.batches.iter().flat_map(|batch| batch.files.iter().map(|(path, _)| path)).chain(&self.searched)
    }
}

impl Worker<'_> {
    fn file(&mut self, file: &WalkedFile<'_>) {
        let path = file.path;
        if is_config_name(file.name) {
            self.own.configs.push(path.to_path_buf());
        }
        match FileKind::of_name(file.name) {
            FileKind::Source(_) => self.source(path),
            FileKind::Declaration => self.declaration(path),
            FileKind::Document => self.own.documents.push(path.to_path_buf()),
            FileKind::Bundle | FileKind::Other => {}
        }
    }

    fn source(&mut self, path: &Path) {
        let mut buffer = mem::take(&mut self.buffer);
        let _ = caught(path, Stage::Read, || match read_any(path, &mut buffer, is_mentioned) {
            Ok(Some(text)) => self.text(path, text),
            Ok(None) => {}
            Err(ReadError::Io(error)) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => self.error(path, &error),
        });
        if buffer.capacity() <= BUFFER_KEPT {
            self.buffer = buffer;
        }
    }

    /// Notes a declaration that names the SDK. One that cannot be read is skipped.
    fn declaration(&mut self, path: &Path) {
        let names = caught(path, Stage::Read, || {
            read_any(path, &mut self.buffer, is_mentioned).is_ok_and(|text| text.is_some_and(names_sdk))
        });
        if names == Some(true) {
            self.own.declarations.push(path.to_path_buf());
        }
    }

    fn text(&mut self, path: &Path, text: &[u8]) {
        if is_minified(text) {
            if names_sdk(text) {
                let message = "is skipped: it is minified (nearly all of it is in lines of more than 1,000 characters)";
                self.tell(path, message.to_owned(), WalkErrorKind::Skipped);
            }
            return;
        }
        let hit = match source_text(text, is_mentioned) {
            Ok(hit) => hit.is_some(),
            Err(error) => return self.error(path, &error),
        };
        if hit {
            self.hit.store(true, Ordering::Relaxed);
        }
        if hit || self.hit.load(Ordering::Relaxed) {
            let Batch { files, specifiers } = &mut self.own.batch;
            // A file whose imports are not known may use the SDK all the same.
            let found = caught(path, Stage::Search, || scan(text, |specifier| specifiers.intern(specifier)));
            let found = found.unwrap_or_default();
            files.push((path.into(), SpecifiersOfText::found(found, hit, text)));
        } else {
            self.own.searched.push(path.into());
        }
    }

    fn error(&mut self, path: &Path, error: &ReadError) {
        let kind = match error {
            ReadError::Unsearched(_) => WalkErrorKind::Skipped,
            _ => WalkErrorKind::Failure,
        };
        self.tell(path, error.to_string(), kind);
    }

    fn tell(&mut self, path: &Path, message: String, kind: WalkErrorKind) {
        self.own.errors.push(WalkError { path: Some(path.to_path_buf()), message, kind });
    }
}

/// Reads the names in files, in parallel. Those that cannot be read are left out.
pub fn scan_files(paths: &[Arc<Path>], cancelled: &(dyn Fn() -> bool + Sync)) -> Vec<Batch> {
    /// The number of files in a batch: large enough that numbering the names in it costs little afterwards, small
    /// enough that all threads have something to do.
    const AT_ONCE: usize = 512;
    let batches: Vec<&[Arc<Path>]> = paths.chunks(AT_ONCE).collect();
    in_parallel(&batches, |paths| {
        let mut batch = Batch::default();
        let mut buffer = Vec::new();
        for path in paths.iter().take_while(|_| !cancelled()) {
            let specifiers = &mut batch.specifiers;
            if let Ok(names) = SpecifiersOfText::read(path, &mut buffer, |specifier| specifiers.intern(specifier)) {
                batch.files.push((path.clone(), names));
            }
        }
        batch
    })
}

/// Returns whether a place has a say in anything: FIFOs and sockets of other programs have none.
fn matters(error: &WalkError) -> bool {
    error.kind != WalkErrorKind::Skipped || error.path.as_ref().is_none_or(|path| is_source(path) || is_config(path))
}

fn vanished(error: &WalkError, roots: &[PathBuf]) -> bool {
    let Some(path) = &error.path else { return false };
    !roots.contains(path) && path.symlink_metadata().is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
}
