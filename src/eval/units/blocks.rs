//! The blocks of a document: which of the equal names of several is meant.

use crate::facts::{BindingId, DocumentFacts, Unit};
use rustc_hash::FxHashMap;
use smol_str::SmolStr;

/// The blocks of a document, by the statements in them.
#[derive(Debug)]
pub struct Blocks {
    /// The block of each statement.
    of: Vec<u32>,
    /// Of each block, the path of the file that it is, when it is one of its own.
    files: Vec<Option<SmolStr>>,
}

/// The names that the statements of a module bind, with the statements, in the order of the text.
#[derive(Debug, Default)]
pub struct ModuleNames {
    /// Those of the module; in a document, of all blocks that share them.
    pub shared: FxHashMap<SmolStr, Vec<(u32, BindingId)>>,
    /// Those of the blocks of a document that are files of their own.
    pub of_files: FxHashMap<SmolStr, Vec<(u32, BindingId)>>,
}

impl ModuleNames {
    /// The bindings of a name.
    pub fn get(&self, is_file: bool, name: &str) -> Option<&[(u32, BindingId)]> {
        let names = if is_file { &self.of_files } else { &self.shared };
        names.get(name).map(Vec::as_slice)
    }
}

impl Blocks {
    /// Those of a document; `root` is the unit of its statements.
    pub fn of(document: &DocumentFacts, root: &Unit) -> Self {
        let mut of: Vec<u32> = Vec::with_capacity(root.children.len());
        for child in &root.children {
            // What is in no block, because the parser had to guess, belongs to the one before it.
            let block = document.block_at(child.start as usize).map(|block| block as u32);
            of.push(block.or(of.last().copied()).unwrap_or_default());
        }
        let count = of.last().map_or(0, |last| *last as usize + 1);
        Self { of, files: (0..count).map(|block| document.file(block).cloned()).collect() }
    }

    fn block(&self, statement: u32) -> u32 {
        self.of.get(statement as usize - 1).copied().unwrap_or_default()
    }

    /// Returns whether a statement is in a block that is a file of its own.
    pub fn is_file(&self, statement: u32) -> bool {
        self.files.get(self.block(statement) as usize).is_some_and(Option::is_some)
    }

    /// The statements of the one block that is the file which a specifier leads to: `./lib/cio` or `@/lib/cio` to
    /// `src/lib/cio.ts`. None where several may be meant.
    pub fn named(&self, specifier: &str) -> Option<std::ops::Range<u32>> {
        let rest = ["@/", "~/", "#"].iter().find_map(|alias| specifier.strip_prefix(alias));
        let wanted = match rest {
            Some(rest) => rest,
            None if specifier.starts_with('.') => specifier.trim_start_matches("../").trim_start_matches("./"),
            None => return None,
        };
        let wanted: Vec<&str> = segments(wanted).collect();
        let is_meant = |file: &Option<SmolStr>| {
            file.as_ref().is_some_and(|file| segments(file).collect::<Vec<_>>().ends_with(&wanted))
        };
        let mut blocks =
            self.files.iter().enumerate().filter(|(_, file)| is_meant(file)).map(|(block, _)| block as u32);
        let (Some(block), None) = (blocks.next(), blocks.next()) else { return None };
        let start = self.of.partition_point(|of| *of < block) as u32 + 1;
        let end = self.of.partition_point(|of| *of <= block) as u32 + 1;
        (!wanted.is_empty()).then_some(start..end)
    }

    /// The bindings, of `all` that a name has, that a statement means: those of its own block, or of the nearest one
    /// before it that has one which fits. A block that is a file of its own has its own alone.
    pub fn nearest<'n>(
        &self,
        all: &'n [(u32, BindingId)],
        statement: u32,
        fits: impl Fn(&(u32, BindingId)) -> bool,
    ) -> &'n [(u32, BindingId)] {
        let own = self.block(statement);
        let is_file = self.is_file(statement);
        let mut before = &all[..all.partition_point(|(at, _)| self.block(*at) <= own)];
        while let Some((last, _)) = before.last() {
            let block = self.block(*last);
            if is_file && block != own {
                break;
            }
            let (rest, names) = before.split_at(before.partition_point(|(at, _)| self.block(*at) < block));
            if names.iter().any(&fits) {
                return names;
            }
            before = rest;
        }
        &[]
    }
}

/// The folders and the name of a file, without its extension; that of a folder's `index` is the folder's.
fn segments(path: &str) -> impl Iterator<Item = &str> {
    let is_extension = |end: &str| matches!(end, "cjs" | "cts" | "js" | "jsx" | "mjs" | "mts" | "ts" | "tsx");
    let bare = path.rsplit_once('.').filter(|(_, end)| is_extension(end)).map_or(path, |(bare, _)| bare);
    let bare = bare.strip_suffix("/index").unwrap_or(bare);
    bare.split('/').filter(|segment| !segment.is_empty() && *segment != ".")
}
