//! The bounds of an evaluation. Anything that a file needs beyond them is not answered in part, because the results
//! would then depend on the order of the questions: the file is analyzed again within the next smaller bounds.

use super::limits::What;
use super::units::files::Files;
use super::units::modules::FileId;
use rustc_hash::FxHashSet;
use std::rc::Rc;

/// The number of questions answered for one file, and the number added for each of its expressions.
const MOST_WORK: u32 = 1_000_000;
const WORK_BY_SIZE: u32 = 256;
/// The number of questions answered for one that a rule asks, where each is by itself: for a small file, for all of one
/// together, and for the largest.
const MOST_APART: u32 = 4_000;
const WORK_APART: u32 = 4_000_000;
const LEAST_APART: u32 = 64;
/// The approximate memory that the answers about one file may take, in bytes; and where each question is by itself.
const MAX_MEMORY: usize = 48 << 20;
const MEMORY_APART: usize = 1 << 20;

/// Bounds of an evaluation.
#[derive(Clone, Debug)]
pub struct Bounds {
    /// The maximum number of elements of one list that are laid out.
    pub elements: usize,
    /// The maximum number of entries of one object that are laid out.
    pub entries: usize,
    /// The maximum length of a composed string, in bytes.
    pub text: usize,
    /// The maximum number of entries laid out of an object that is written to repeatedly, for all places together that
    /// name it.
    pub grown: usize,
    /// The maximum number of calls followed inside one another, each by itself.
    pub calls: u32,
    /// The maximum number of ways in which the calls in the functions on the way may lead there.
    pub ways: u32,
    /// The maximum number of questions answered.
    pub(super) work: u32,
    /// The maximum number of bytes that the answers may take.
    pub(super) memory: usize,
    /// True when each question of a rule is answered by itself.
    pub(super) apart: bool,
    /// The reason why they are smaller than they might be.
    pub why: Option<What>,
    /// The files that are looked at, where there are too many.
    pub files: Option<Rc<FxHashSet<FileId>>>,
}

impl Bounds {
    /// The bounds within which the first of `files` is looked at first.
    pub fn of(files: &Files<'_>) -> Self {
        let size = files.size();
        Self {
            elements: 1 << 16,
            entries: 1 << 16,
            text: 1 << 18,
            grown: 1 << 16,
            calls: 128,
            ways: 32,
            work: MOST_WORK.saturating_add(size.saturating_mul(WORK_BY_SIZE)),
            memory: MAX_MEMORY,
            apart: false,
            why: None,
            files: None,
        }
    }

    /// The same with at most this many questions, for tests.
    pub fn with_work(self, work: u32) -> Self {
        Self { work, ..self }
    }

    /// Files of which no others are looked at than these bounds allow.
    pub fn of_files<'m>(&self, files: Files<'m>) -> Files<'m> {
        files.only(self.files.clone())
    }

    /// The same where no others than these files are looked at.
    pub fn with_files(self, files: FxHashSet<FileId>) -> Self {
        Self { files: Some(Rc::new(files)), ..self }
    }

    /// The next smaller ones for a file with this many expressions, where there was too much of something.
    pub fn next(&self, why: What, size: u32) -> Option<Self> {
        let small = Self {
            elements: 64,
            entries: 64,
            text: 1_024,
            grown: 64,
            calls: 16,
            ways: 2,
            why: Some(why),
            ..self.clone()
        };
        match self.why {
            _ if self.apart => None,
            None => Some(small),
            Some(_) => {
                let apart = (WORK_APART / size.max(1)).clamp(LEAST_APART, MOST_APART);
                Some(Self { work: apart.min(self.work), memory: MEMORY_APART, apart: true, ..small })
            }
        }
    }
}
