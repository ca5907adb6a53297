//! `textDocument/prepareRename` and `textDocument/rename` of a name: all literals and constants that hold it, in all
//! files, and its entry in the account's lists. A name that cannot be renamed everywhere is refused with the reason:
//! half of a rename is worse than none.

use super::super::codes;
use super::super::documents::Snapshot;
use super::super::edits::{Renamed, renaming};
use super::super::session::Session;
use super::account::{self, Listed};
use super::in_sight::{NamesInSight, about_names};
use super::spelling::{in_quotes, key};
use super::spots::{NamePlace, Pointed, Symbol};
use crate::catalog::{Kind, KnownName, NameUse, WrittenForm};
use crate::disk::in_node_modules;
use crate::settings::AccountEntry;
use crate::text::{TextEdit, TextRange};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tower_lsp::jsonrpc;
use tower_lsp::lsp_types::{Position, PrepareRenameResponse, WorkspaceEdit};

/// The time that a rename waits for the analysis of the last edits.
const PATIENCE: Duration = Duration::from_secs(1);

/// Answers `textDocument/prepareRename`.
///
/// # Errors
/// When the name cannot be renamed, with the reason; when the document changes meanwhile, or cannot be analyzed.
pub async fn prepare(
    session: &Session,
    snapshot: Option<Snapshot>,
    at: Position,
) -> jsonrpc::Result<Option<PrepareRenameResponse>> {
    let find = move |it: &NamesInSight<'_>| {
        let range = renamed(it, at)?.map(|pointed| pointed.range);
        let text = |range: TextRange| it.text(&it.path, range).unwrap_or_default();
        Ok(range.map(|range| PrepareRenameResponse::RangeWithPlaceholder {
            range: it.range(range),
            placeholder: text(range),
        }))
    };
    refused(about_names(session, snapshot, "the range to rename", find).await?)
}

/// Answers `textDocument/rename`.
///
/// # Errors
/// As [`prepare`]; and for a new name that says nothing.
pub async fn answer(
    session: &Session,
    snapshot: Option<Snapshot>,
    at: Position,
    name: String,
) -> jsonrpc::Result<Option<WorkspaceEdit>> {
    if let Some(snapshot) = &snapshot {
        settle(session, snapshot).await;
    }
    let find = move |it: &NamesInSight<'_>| match renamed(it, at)? {
        Some(pointed) => rename(it, &pointed.symbol, &name).map(Some),
        None => Ok(None),
    };
    refused(about_names(session, snapshot, "the rename", find).await?)
}

/// Waits a moment for the analysis of what was typed just now, as fast hands rename; not for all files of a project.
async fn settle(session: &Session, snapshot: &Snapshot) {
    let group = snapshot.path().and_then(|path| session.workspace().of(path));
    if group.is_some_and(|group| group.analysis().is_complete) {
        // What is not known by then is the reason of a refusal.
        let _ = tokio::time::timeout(PATIENCE, session.activity().quiet()).await;
    }
}

fn refused<T>(answer: Option<Result<Option<T>, String>>) -> jsonrpc::Result<Option<T>> {
    answer.transpose().map(Option::flatten).map_err(codes::request_failed)
}

/// The name at a position; `None` where there is none, the reason where it cannot be renamed. Other files are not read.
fn renamed(it: &NamesInSight<'_>, at: Position) -> Result<Option<Pointed>, String> {
    let at = it.offset(at);
    let Some(pointed) = it.symbol_at(at) else {
        return if composed_at(it, at) {
            Err("This name is composed at run time, so it cannot be renamed.".to_owned())
        } else {
            Ok(None)
        };
    };
    let symbol = &pointed.symbol;
    if let KnownName::Environment(name) = &symbol.name {
        return Err(format!(
            "`{name}` comes from the environment: rename it where it is set, and in the code that reads it."
        ));
    }
    for (path, found) in it.uses_of(symbol) {
        obstacle(it, symbol, path, found)?;
    }
    Ok(Some(pointed))
}

/// Returns the reason why a use of a symbol cannot be renamed.
fn obstacle(it: &NamesInSight<'_>, symbol: &Symbol, path: &Arc<Path>, found: &NameUse) -> Result<(), String> {
    let name = &symbol.name;
    let Some(written) = &found.written else {
        let way = match symbol.kind {
            Kind::Attribute | Kind::Topic => "is a key of an object that other code may read",
            _ => "is composed of several parts",
        };
        return Err(format!("`{name}` {way} in {}, so it cannot be renamed everywhere.", place(it, path, found.at)));
    };
    let file = written.place.file.as_ref().unwrap_or(path);
    if in_node_modules(file) {
        let place = place(it, file, written.place.range);
        return Err(format!("`{name}` comes from a package ({place}), so it cannot be renamed."));
    }
    Ok(())
}

/// A place in words.
fn place(it: &NamesInSight<'_>, path: &Arc<Path>, at: TextRange) -> String {
    let file = path.file_name().map_or_else(|| "this file".into(), |name| name.to_string_lossy());
    let line = it.file(path).map(|file| file.rope.byte_to_line(at.start().min(file.rope.len_bytes())) + 1);
    line.map_or_else(|| file.to_string(), |line| format!("{file}, line {line}"))
}

/// Returns the reason why a symbol cannot be renamed everywhere now: not all that names it is known, or a file is no
/// longer as it was analyzed.
fn not_yet(it: &NamesInSight<'_>, symbol: &Symbol) -> Result<(), String> {
    let name = &symbol.name;
    if !it.is_complete() {
        let what =
            format!("Some files of the project have not been analyzed yet, so `{name}` cannot be renamed everywhere.");
        return Err(it.session.workspace().why_incomplete(&what));
    }
    for (path, found) in it.uses_of(symbol) {
        let Some((file, range, _)) = it.written(path, found) else { continue };
        if !it.is_still_there(&file, range, name) {
            return Err(format!("{} is still being analyzed. Try again.", place(it, &file, range)));
        }
    }
    Ok(())
}

/// Returns whether an event name that is composed at run time is at an offset, and its fixed text at that.
fn composed_at(it: &NamesInSight<'_>, at: usize) -> bool {
    let is_here = |found: &&NameUse| found.at.start() <= at && at <= found.at.end();
    let composed =
        it.own().iter().filter(|found| matches!(found.name, KnownName::Written(_)) && found.origin.is_none());
    composed.filter(is_here).any(|found| {
        let before = it.text(&it.path, TextRange::new(found.at.start(), at)).unwrap_or_default();
        // A variable in it is the language's to rename.
        let is_inside = before.rfind("${").is_some_and(|open| !before[open..].contains('}'));
        let quotes = |quote: char| before.matches(quote).count() % 2 == 1;
        !is_inside && ['`', '"', '\''].into_iter().any(quotes)
    })
}

fn rename(it: &NamesInSight<'_>, symbol: &Symbol, name: &str) -> Result<WorkspaceEdit, String> {
    if name.trim().is_empty() {
        return Err("A name must not be empty.".to_owned());
    }
    if symbol.name.known().as_deref() == Some(name) {
        return Ok(WorkspaceEdit::default());
    }
    let id = id(name);
    if id.is_none() && !matches!(symbol.kind, Kind::Event | Kind::Attribute | Kind::Message | Kind::Topic) {
        return Err(format!("The id of a {} is a number.", symbol.kind.as_str()));
    }
    not_yet(it, symbol)?;
    let mut files: BTreeMap<(bool, Arc<Path>), Vec<TextEdit>> = BTreeMap::new();
    for spot in it.spots(symbol) {
        let Some(form) = spot.form else { continue };
        let text = spelled(it, &spot, form, name).ok_or("The files are still being analyzed. Try again.")?;
        files.entry((false, spot.path)).or_default().push(TextEdit::replace(spot.range, text));
    }
    // The account's list is no code: its strings are JSON's.
    let quoted = serde_json::to_string(name).map_err(|error| error.to_string())?;
    let inside = &quoted[1..quoted.len() - 1];
    for Listed { path, range, entry } in account::entries(it, symbol) {
        let text = match (entry, id) {
            (AccountEntry::MessageId(_), Some(id)) => id.to_string(),
            // It keeps its id where code names it in another way.
            (AccountEntry::MessageId(_), None) => continue,
            _ => inside.to_owned(),
        };
        files.entry((true, path)).or_default().push(TextEdit::replace(range, text));
    }
    let mut changes: Vec<Renamed> = Vec::new();
    for ((is_listed, path), edits) in files {
        let file = it.file(&path).ok_or("A file that holds the name cannot be read.")?;
        changes.push(Renamed { file, edits, is_listed });
    }
    let warning = match symbol.kind {
        Kind::Event => Some(format!("Campaigns and segments that wait for `{}` must change too", symbol.name)),
        Kind::Attribute => Some(format!("Campaigns and segments that use `{}` must change too", symbol.name)),
        _ => None,
    };
    Ok(renaming(changes, warning.as_deref(), it.session.client_capabilities()))
}

/// The number that a name is, where code and JSON can write it as one.
fn id(name: &str) -> Option<u64> {
    let is_number = name.bytes().all(|byte| byte.is_ascii_digit());
    // JavaScript does not tell larger numbers from their neighbors.
    name.parse().ok().filter(|id| is_number && *id < 1 << 53)
}

/// The text that writes a name at a spot.
fn spelled(it: &NamesInSight<'_>, spot: &NamePlace, form: WrittenForm, name: &str) -> Option<String> {
    let rope = &it.file(&spot.path)?.rope;
    Some(match form {
        WrittenForm::Quoted => {
            let quote = rope.get_byte_slice(spot.range.start().checked_sub(1)?..spot.range.start())?.char(0);
            in_quotes(name, quote)
        }
        WrittenForm::Number => id(name).map_or_else(|| format!("\"{}\"", in_quotes(name, '"')), |id| id.to_string()),
        WrittenForm::Key => key(name),
        WrittenForm::Shorthand => format!("{}: {}", key(name), it.text(&spot.path, spot.range)?),
        WrittenForm::Variable => return None,
    })
}
