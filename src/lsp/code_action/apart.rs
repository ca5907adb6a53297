//! Answers that do not get in each other's way: some editors apply everything that they are given.

use super::{Spot, spot};
use rustc_hash::FxHashMap;
use tower_lsp::lsp_types::{
    CodeAction, Diagnostic, DocumentChangeOperation, DocumentChanges, OneOf, Range, TextDocumentEdit, TextEdit, Url,
    WorkspaceEdit,
};

/// Leaves out an action that edits a place that an earlier one edits, unless both are about one diagnostic: those are
/// alternatives, of which one is chosen. An action that does the very same as an earlier one adds its diagnostics to
/// it.
pub fn apart(actions: Vec<CodeAction>) -> Vec<CodeAction> {
    let mut kept: Vec<Kept> = Vec::new();
    // By document and line, because a request may be about a whole file with many findings.
    let mut taken: FxHashMap<(Url, u32), Vec<(Range, usize)>> = FxHashMap::default();
    for action in actions {
        let places = places(&action);
        let lines = |(uri, range): &(Url, Range)| {
            let uri = uri.clone();
            (range.start.line..=range.end.line).map(move |line| (uri.clone(), line))
        };
        let mut others: Vec<usize> = Vec::new();
        for place in &places {
            let near = lines(place).filter_map(|line| taken.get(&line)).flatten();
            others.extend(near.filter(|(range, _)| meet(*range, place.1)).map(|(_, at)| *at));
        }
        others.sort_unstable();
        others.dedup();
        let action = Kept::new(action);
        let same = others.iter().copied().find(|&at| kept[at].does_the_same(&action));
        if let Some(same) = same {
            kept[same].add(action.action.diagnostics.unwrap_or_default());
            continue;
        }
        if others.iter().all(|&at| kept[at].is_alternative_to(&action)) {
            for place in &places {
                lines(place).for_each(|line| taken.entry(line).or_default().push((place.1, kept.len())));
            }
            kept.push(action);
        }
    }
    kept.into_iter().map(|kept| kept.action).collect()
}

/// An action, and its diagnostics by their places: there may be many.
struct Kept {
    action: CodeAction,
    about: FxHashMap<Spot, Vec<usize>>,
}

impl Kept {
    fn new(mut action: CodeAction) -> Self {
        let diagnostics = action.diagnostics.take();
        let mut kept = Self { action, about: FxHashMap::default() };
        if let Some(diagnostics) = diagnostics {
            kept.add(diagnostics);
        }
        kept
    }

    fn add(&mut self, diagnostics: Vec<Diagnostic>) {
        let all = self.action.diagnostics.get_or_insert_default();
        for diagnostic in diagnostics {
            self.about.entry(spot(diagnostic.range)).or_default().push(all.len());
            all.push(diagnostic);
        }
    }

    fn diagnostics(&self) -> &[Diagnostic] {
        self.action.diagnostics.as_deref().unwrap_or_default()
    }

    fn does_the_same(&self, other: &Self) -> bool {
        self.action.edit == other.action.edit && self.action.kind == other.action.kind
    }

    /// Returns whether both are about one diagnostic.
    fn is_alternative_to(&self, other: &Self) -> bool {
        let (few, many) =
            if self.diagnostics().len() <= other.diagnostics().len() { (self, other) } else { (other, self) };
        let is_there = |diagnostic: &Diagnostic| {
            let there = many.about.get(&spot(diagnostic.range)).into_iter().flatten();
            there.into_iter().any(|at| many.diagnostics()[*at] == *diagnostic)
        };
        few.diagnostics().iter().any(is_there)
    }
}

/// Returns whether two edits conflict: they overlap, or insert at the same place.
fn meet(one: Range, other: Range) -> bool {
    (one.start < other.end && other.start < one.end)
        || (one == other)
        || (one.start == one.end && other.start < one.start && one.start < other.end)
        || (other.start == other.end && one.start < other.start && other.start < one.end)
}

/// The places that an action edits.
fn places(action: &CodeAction) -> Vec<(Url, Range)> {
    let Some(WorkspaceEdit { changes, document_changes, .. }) = &action.edit else { return Vec::new() };
    let mut places: Vec<(Url, Range)> = Vec::new();
    for (uri, edits) in changes.iter().flatten() {
        places.extend(edits.iter().map(|edit| (uri.clone(), edit.range)));
    }
    let documents: Vec<&TextDocumentEdit> = match document_changes {
        Some(DocumentChanges::Edits(all)) => all.iter().collect(),
        Some(DocumentChanges::Operations(all)) => all
            .iter()
            .filter_map(|operation| match operation {
                DocumentChangeOperation::Edit(edit) => Some(edit),
                DocumentChangeOperation::Op(_) => None,
            })
            .collect(),
        None => Vec::new(),
    };
    for TextDocumentEdit { text_document, edits } in documents {
        places.extend(edits.iter().map(|edit| {
            let (OneOf::Left(TextEdit { range, .. })
            | OneOf::Right(tower_lsp::lsp_types::AnnotatedTextEdit { text_edit: TextEdit { range, .. }, .. })) = edit;
            (text_document.uri.clone(), *range)
        }));
    }
    places
}
