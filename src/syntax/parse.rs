//! Parsing from a rope, from scratch and after edits.

use super::Dialect;
use super::host::Scripts;
use super::reading::{self, Patch};
use super::unfinished::{self, Unfinished, unfinished};
use ropey::Rope;
use std::cell::RefCell;
use std::ops::ControlFlow;
use tree_sitter::{InputEdit, ParseOptions, Parser, Point, Range, Tree};

thread_local! {
    /// A parser keeps the memory that it has worked with, so the next file is cheaper.
    static PARSER: RefCell<Parser> = RefCell::new(Parser::new());
}

/// One replaced span of bytes: `start..old_end` became `start..new_end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextChange {
    /// First byte that differs.
    pub start: usize,
    /// End of the replaced bytes in the old text.
    pub old_end: usize,
    /// End of the new bytes in the new text.
    pub new_end: usize,
}

impl TextChange {
    /// The one span that covers `self` and then `next`, whose offsets refer to the text after `self`.
    pub fn then(self, next: TextChange) -> TextChange {
        let start = self.start.min(next.start);
        // What `next` replaced beyond the end of `self` was old text, moved.
        let beyond = next.old_end.saturating_sub(self.new_end);
        let old_end = self.old_end + beyond;
        let end_after = self.new_end.max(next.old_end);
        let new_end = end_after - next.old_end + next.new_end;
        TextChange { start, old_end, new_end }
    }
}

/// A tree, and how it came about.
pub struct Parsed {
    /// The tree; its places are those of the text.
    pub tree: Tree,
    /// True when the parser was given other bytes than the text has: no other tree can be parsed incrementally from
    /// this one.
    pub patched: bool,
    /// The imports and exports that the parser was given a block for, because they are still being typed.
    pub unfinished: Vec<Unfinished>,
}

/// Returns the tree of a text in `dialect`; of a file that holds code, of its `scripts`. `old` is the tree of the text
/// before an edit, [`moved`] to the current places of its nodes. `cancelled` is asked now and then; when it says
/// yes, the result is `None`.
pub fn parse(
    rope: &Rope,
    dialect: Dialect,
    scripts: Option<&Scripts>,
    old: Option<&Tree>,
    cancelled: &mut dyn FnMut() -> bool,
) -> Option<Parsed> {
    let tree = parse_as(rope, dialect, scripts, &[], old, cancelled)?;
    if !tree.root_node().has_error() {
        return Some(Parsed { tree, patched: false, unfinished: Vec::new() });
    }
    let text = String::from(rope);
    let mut patches = reading::certain(&text);
    let mut uncertain = reading::uncertain(&text, dialect == Dialect::Tsx, &tree);
    // The tree of the trial, when all that was tried is right.
    let mut whole = None;
    let mut unfinished = unfinished(&text, scripts.map(|scripts| &scripts.blocks[..]));
    if !uncertain.is_empty() || !unfinished.is_empty() {
        // Where each of them stands is known once all of them are out of the way.
        let mut all = patches.clone();
        all.extend(uncertain.iter().flat_map(|it| &it.patches));
        all.extend(unfinished::patches(&unfinished));
        let trial = parse_as(rope, dialect, scripts, &reading::apart(all), None, cancelled)?;
        let tried = uncertain.len() + unfinished.len();
        uncertain.retain(|it| it.holds(&trial));
        unfinished.retain(|it| unfinished::is_statement(&trial, it));
        whole = (uncertain.len() + unfinished.len() == tried).then_some(trial);
        patches.extend(uncertain.into_iter().flat_map(|it| it.patches));
    }
    patches.extend(unfinished::patches(&unfinished));
    let patches = reading::apart(patches);
    if !patches.is_empty() {
        let patched = match whole {
            Some(trial) => trial,
            None => parse_as(rope, dialect, scripts, &patches, None, cancelled)?,
        };
        if reading::guessed(&patched) < reading::guessed(&tree) {
            return Some(Parsed { tree: patched, patched: true, unfinished });
        }
    }
    Some(Parsed { tree, patched: false, unfinished: Vec::new() })
}

/// The bytes that the parser gets of a text that is no code, in pieces.
const BLANKS: &[u8; 1024] = &[b' '; 1024];

/// Parses a text after `patches`, which are apart and in order.
fn parse_as(
    rope: &Rope,
    dialect: Dialect,
    scripts: Option<&Scripts>,
    patches: &[Patch],
    old: Option<&Tree>,
    cancelled: &mut dyn FnMut() -> bool,
) -> Option<Tree> {
    let mut progress = |_: &tree_sitter::ParseState| {
        if cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let options = ParseOptions::new().progress_callback(&mut progress);
    let is_read = |(at, patch): &Patch| scripts.is_none_or(|scripts| scripts.shows(*at, at + patch.len()));
    let patches = patches.iter().copied().filter(is_read);
    let mut patches: Vec<Patch> = scripts.iter().flat_map(|it| it.joints.iter().copied()).chain(patches).collect();
    patches.sort_unstable();
    let blanks = scripts.map_or(&[][..], |scripts| &scripts.blanks);
    let mut read = |at: usize, _: Point| {
        if at >= rope.len_bytes() {
            return &[][..];
        }
        let (chunk, start, ..) = rope.chunk_at_byte(at);
        let mut chunk = &chunk.as_bytes()[at - start..];
        if let Some(blank) = blanks.get(blanks.partition_point(|blank| blank.end() <= at)) {
            if blank.start() <= at {
                return &BLANKS[..BLANKS.len().min(blank.end() - at)];
            }
            chunk = &chunk[..chunk.len().min(blank.start() - at)];
        }
        let next = patches.partition_point(|(start, patch)| start + patch.len() <= at);
        match patches.get(next) {
            Some((start, _)) if at < *start => &chunk[..chunk.len().min(start - at)],
            Some((start, patch)) => &patch[at - start..],
            None => chunk,
        }
    };
    PARSER.with_borrow_mut(|parser| {
        parser.set_language(&dialect.grammar()).expect("the grammars are built for this tree-sitter");
        if let Some(scripts) = scripts {
            parser.set_included_ranges(&scripts.ranges).expect("blocks are apart and in order");
        }
        let tree = parser.parse_with_options(&mut read, old, Some(options));
        if scripts.is_some() {
            parser.set_included_ranges(&[]).expect("none stands for the whole text");
        }
        // One that was stopped would go on where it was, with the next text.
        parser.reset();
        tree
    })
}

/// Returns a tree with its nodes at their places after `changes`, each in the offsets of the text before it.
pub fn moved(tree: &Tree, changes: &[TextChange]) -> Tree {
    let mut tree = tree.clone();
    for change in changes {
        tree.edit(&input_edit(change));
    }
    tree
}

/// Returns whether `tree`, moved by `changes`, is of the blocks of code that the file has now. Where blocks come, go or
/// change their ends, it is of another code.
pub fn has_same_blocks(tree: &Tree, before: Option<&Scripts>, now: Option<&Scripts>, changes: &[TextChange]) -> bool {
    match (before, now) {
        (Some(before), Some(now)) if now.document.is_some() => {
            before.dialect == now.dialect && now.shows_as_much_as(before, changes)
        }
        (Some(before), Some(now)) => before.dialect == now.dialect && same_bytes(&tree.included_ranges(), &now.ranges),
        _ => true,
    }
}

fn same_bytes(old: &[Range], new: &[Range]) -> bool {
    let bytes = |range: &Range| (range.start_byte, range.end_byte);
    old.iter().map(bytes).eq(new.iter().map(bytes))
}

/// Rows and columns are never asked of the tree here (bytes are the currency), so they are left at zero.
fn input_edit(change: &TextChange) -> InputEdit {
    InputEdit {
        start_byte: change.start,
        old_end_byte: change.old_end,
        new_end_byte: change.new_end,
        start_position: Point::new(0, change.start),
        old_end_position: Point::new(0, change.old_end),
        new_end_position: Point::new(0, change.new_end),
    }
}
