//! Files that were not used as they should have been: skipped, or the reader crashed. A single file never costs the
//! rest, and none is dropped in silence: it is noted here, once, for the front end to tell.
//!
//! One list for the process, as a log is: files are read many layers below the code that talks to people.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::{fmt, io, mem};

/// A file that was not used as it should have been.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Trouble {
    /// The file.
    pub path: PathBuf,
    /// The kind of problem.
    pub kind: TroubleKind,
}

/// A problem with a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TroubleKind {
    /// It was not read; the reason, for people.
    Skipped(String),
    /// A part of it does not count, because there is too much; the reason, for people.
    Cut(String),
    /// Further files had problems, too many to list.
    More,
    /// A panic while it was being worked on: searched, parsed, read or analyzed.
    Crash(Stage),
}

/// A piece of work on one file that may fail on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Looking for imports.
    Search,
    /// Reading configuration.
    Read,
    /// Parsing code.
    Parse,
    /// Looking up the importers of a file, and its imports.
    Index,
    /// Resolving imports.
    Resolve,
    /// Running rules.
    Analyze,
    /// Comparing the file with others.
    Compare,
    /// Applying fixes.
    Fix,
}

impl Stage {
    /// The gerund: "reading".
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Search => "searching",
            Self::Read => "reading",
            Self::Parse => "parsing",
            Self::Index => "indexing the imports of",
            Self::Resolve => "resolving the imports of",
            Self::Analyze => "analyzing",
            Self::Compare => "comparing",
            Self::Fix => "fixing",
        }
    }
}

impl Trouble {
    /// The sentence about it, with the file named as `path`: one about a crash names it itself, and one about a file
    /// that was skipped begins with the verb.
    pub fn sentence(&self, path: &dyn fmt::Display) -> String {
        match &self.kind {
            TroubleKind::Skipped(why) => format!("is skipped: {why}"),
            TroubleKind::Cut(why) => format!("is not read to the end: {why}"),
            TroubleKind::More => {
                format!("has a problem too; further ones are not listed, because more than {MOST} files have some")
            }
            TroubleKind::Crash(stage) => format!(
                "customerio-ls crashed while {} {path}. This is a bug; findings that depend on this file may be missing",
                stage.as_str()
            ),
        }
    }
}

/// The problems so far.
#[derive(Default)]
struct Met {
    /// Those that were not taken yet.
    new: Vec<Trouble>,
    /// All of them, so that each is reported once.
    all: BTreeSet<Trouble>,
    /// The crashes among them.
    crashes: usize,
    listener: Option<fn(&Trouble)>,
}

static MET: Mutex<Met> = Mutex::new(Met { new: Vec::new(), all: BTreeSet::new(), crashes: 0, listener: None });

/// The maximum number of problems that are listed, each with its file: a hostile project may have any number. After that
/// it is said that there are more.
const MOST: usize = 10_000;

impl Met {
    /// Remembers a trouble; returns what is to be told of it: nothing where it is known. Crashes are counted apart, so
    /// that files that cannot be read do not hide a bug of ours.
    fn remember(&mut self, mut trouble: Trouble) -> Option<Trouble> {
        let is_crash = matches!(trouble.kind, TroubleKind::Crash(_));
        let alike = if is_crash { self.crashes } else { self.all.len() - self.crashes };
        if alike > MOST || self.all.contains(&trouble) {
            return None;
        }
        self.crashes += usize::from(is_crash);
        if alike == MOST {
            trouble.kind = TroubleKind::More;
        }
        self.all.insert(trouble.clone());
        Some(trouble)
    }
}

/// Forgets the troubles so far: files are looked at again, and what is still wrong with them is to be told again.
pub fn forget_troubles() {
    let mut met = MET.lock().unwrap_or_else(PoisonError::into_inner);
    met.new.clear();
    met.all.clear();
    met.crashes = 0;
}

/// Notes a trouble, unless it is known.
pub fn note(path: &Path, kind: TroubleKind) {
    let trouble = Trouble { path: path.to_path_buf(), kind };
    let mut met = MET.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(trouble) = met.remember(trouble) else { return };
    if let Some(listener) = met.listener {
        drop(met);
        return listener(&trouble);
    }
    met.new.push(trouble);
}

/// Passes on the result of reading the file at `path`, and notes when it is there and cannot be read. A folder of that
/// name is not meant.
pub fn noted<T>(path: &Path, read: io::Result<T>) -> io::Result<T> {
    use io::ErrorKind::{FileTooLarge, IsADirectory, NotADirectory, NotFound};
    read.inspect_err(|error| match error.kind() {
        NotFound | NotADirectory | IsADirectory => {}
        FileTooLarge => note(path, TroubleKind::Skipped("it is too large".to_owned())),
        _ => note(path, TroubleKind::Skipped(error.to_string())),
    })
}

/// Takes the problems that came since the last time.
pub fn take_troubles() -> Vec<Trouble> {
    mem::take(&mut MET.lock().unwrap_or_else(PoisonError::into_inner).new)
}

/// Hands each new one to `listener` from now on.
pub fn on_trouble(listener: fn(&Trouble)) {
    let mut met = MET.lock().unwrap_or_else(PoisonError::into_inner);
    met.listener = Some(listener);
    let before = mem::take(&mut met.new);
    drop(met);
    before.iter().for_each(listener);
}

/// Does one piece of work on the file at `path`. When it panics the trouble is noted, and there is no result.
pub fn caught<T>(path: &Path, stage: Stage, work: impl FnOnce() -> T) -> Option<T> {
    let result = catch_unwind(AssertUnwindSafe(|| {
        #[cfg(debug_assertions)]
        trap::spring(path, stage);
        work()
    }));
    // What a panic carries is dropped: it may quote the file.
    result.inspect_err(|_| note(path, TroubleKind::Crash(stage))).ok()
}

/// Notes that a piece of work on the file at `path` panicked, for callers that catch panics themselves.
pub fn crashed(path: &Path, stage: Stage) {
    note(path, TroubleKind::Crash(stage));
}

/// Makes panics report their place, and their message only if it is fixed text: a formatted one may quote the file it
/// stumbled over.
pub fn report_panics_by_place(tell: fn(fmt::Arguments<'_>)) {
    std::panic::set_hook(Box::new(move |info| {
        let what = info.payload().downcast_ref::<&'static str>().copied().unwrap_or("(message withheld)");
        match info.location() {
            Some(place) => tell(format_args!("internal error at {place}: {what}")),
            None => tell(format_args!("internal error: {what}")),
        }
    }));
}

/// Makes a stage of a file fail on demand, for tests of the rest: `CUSTOMERIO_LS_CRASH=parsing:a.ts`. Only in debug
/// builds.
#[cfg(debug_assertions)]
mod trap {
    use super::Stage;
    use std::path::Path;
    use std::sync::LazyLock;

    static SET: LazyLock<Option<(String, String)>> = LazyLock::new(|| {
        let set = std::env::var("CUSTOMERIO_LS_CRASH").ok()?;
        set.split_once(':').map(|(stage, name)| (stage.to_owned(), name.to_owned()))
    });

    /// Panics at the stage and the file that a test names.
    pub fn spring(path: &Path, stage: Stage) {
        if let Some((wanted, name)) = &*SET {
            assert!(!(wanted == stage.as_str() && path.ends_with(name)), "a test asks for this");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_too_many_it_is_said_that_there_are_more() {
        let mut met = Met::default();
        let mut told = |at: usize| {
            let kind = TroubleKind::Skipped("it is too large".to_owned());
            met.remember(Trouble { path: format!("{at}.ts").into(), kind }).map(|told| told.kind)
        };
        let listed = (0..MOST).filter(|at| matches!(told(*at), Some(TroubleKind::Skipped(_)))).count();
        assert_eq!((listed, told(3)), (MOST, None));
        assert_eq!((told(MOST), told(MOST + 1), told(MOST + 2)), (Some(TroubleKind::More), None, None));
        let crash = TroubleKind::Crash(Stage::Parse);
        let told = met.remember(Trouble { path: "crashes.ts".into(), kind: crash.clone() });
        assert_eq!(told.map(|told| told.kind), Some(crash), "a bug is not hidden by files that cannot be read");
    }

    #[test]
    fn a_crash_is_noted_once_and_ends_nothing() {
        let path = Path::new("/a/that/crashes.ts");
        assert_eq!(caught(path, Stage::Parse, || 1), Some(1));
        for _ in 0..2 {
            assert_eq!(caught(path, Stage::Parse, || panic!("on purpose")), None::<()>);
        }
        let ours: Vec<Trouble> = take_troubles().into_iter().filter(|trouble| trouble.path == path).collect();
        assert_eq!(ours, [Trouble { path: path.into(), kind: TroubleKind::Crash(Stage::Parse) }]);
        assert!(ours[0].sentence(&"b.ts").starts_with("customerio-ls crashed while parsing b.ts. This is a bug;"));
    }
}
