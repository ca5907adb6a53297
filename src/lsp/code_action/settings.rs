//! Changes of `customerio.json` that settle a finding: switching its rule off, reporting it less loudly, allowing the
//! name that it is about.

use super::Request;
use crate::finding::{Finding, Severity};
use crate::lsp::convert;
use crate::lsp::settings_file::change_of;
use crate::rules;
use crate::settings::{FILE_NAME, SettingChange};
use std::sync::Arc;
use tower_lsp::lsp_types::{
    CodeAction, CodeActionKind, CreateFile, DocumentChangeOperation, DocumentChanges, OneOf,
    OptionalVersionedTextDocumentIdentifier, Position, Range, ResourceOp, TextDocumentEdit, TextEdit, Url,
    WorkspaceEdit,
};

/// The rule whose findings are about names that the account does not list.
const UNKNOWN_EVENT: &str = "event-name-unknown";

/// The changes for the first wanted finding: alternatives, since several changes of one file would meet each other.
pub fn actions(request: &Request<'_>) -> Vec<CodeAction> {
    let first = request.wanted.iter().find(|finding| rules::find(finding.rule).is_some());
    first.map(|finding| of_finding(request, finding)).unwrap_or_default()
}

fn of_finding(request: &Request<'_>, finding: &Finding) -> Vec<CodeAction> {
    let rule = finding.rule;
    let name = name_of(request, finding);
    let allows = rules::find(rule).is_some_and(|it| it.meta.options.iter().any(|option| option.name == "allow"));
    let severity = |severity| SettingChange::Severity { rule, severity };
    let mut changes = Vec::new();
    if let Some(name) = &name {
        if rule == UNKNOWN_EVENT {
            changes.push((format!("Add `{name}` to `account.events` in {FILE_NAME}"), SettingChange::Event(name)));
        }
        if allows {
            changes.push((format!("Allow `{name}` in {FILE_NAME}"), SettingChange::Allowed { rule, name }));
        }
    }
    changes.push((format!("Turn {rule} off in {FILE_NAME}"), severity("off")));
    if finding.severity > Severity::Info {
        changes.push((format!("Report {rule} as information in {FILE_NAME}"), severity(Severity::Info.as_str())));
    }
    changes.into_iter().filter_map(|(title, change)| action(request, finding, title, change)).collect()
}

/// The string that a finding is about, if its range is one.
fn name_of(request: &Request<'_>, finding: &Finding) -> Option<String> {
    let text = request.source.rope.get_byte_slice(finding.range.as_range())?.to_string();
    let first = text.chars().next().filter(|quote| matches!(quote, '"' | '\'' | '`'))?;
    let name = text.strip_prefix(first)?.strip_suffix(first)?;
    (!name.is_empty() && !name.contains(['\\', '$', first])).then(|| name.to_owned())
}

fn action(request: &Request<'_>, finding: &Finding, title: String, change: SettingChange<'_>) -> Option<CodeAction> {
    let edit = edit(request, change)?;
    let action = CodeAction { title, kind: Some(CodeActionKind::QUICKFIX), edit: Some(edit), ..CodeAction::default() };
    Some(request.about(finding, action))
}

/// The edit of the nearest settings file; of a new one in the folder of the workspace, where there is none.
fn edit(request: &Request<'_>, change: SettingChange<'_>) -> Option<WorkspaceEdit> {
    if let Some(path) = &request.settings_file.nearest {
        let file = request.others.at(&Arc::from(path.as_path()))?;
        let edit = change_of(&file.rope.to_string(), change)?;
        let edit = convert::edit(&file.rope, &edit, request.client.encoding);
        return Some(of_one(request, &file.uri, file.version, edit));
    }
    let folder = request.settings_file.folder.as_ref().filter(|_| request.client.create_files)?;
    let uri = Url::from_file_path(folder.join(FILE_NAME)).ok()?;
    let text = crate::settings::with_change(&crate::settings::new_file(&crate::settings::schema_for(folder)), change)?;
    let create = CreateFile { uri: uri.clone(), options: None, annotation_id: None };
    let start = Position::new(0, 0);
    let filled = TextDocumentEdit {
        text_document: OptionalVersionedTextDocumentIdentifier { uri, version: None },
        edits: vec![OneOf::Left(TextEdit::new(Range::new(start, start), text))],
    };
    let changes = vec![DocumentChangeOperation::Op(ResourceOp::Create(create)), DocumentChangeOperation::Edit(filled)];
    Some(WorkspaceEdit { document_changes: Some(DocumentChanges::Operations(changes)), ..WorkspaceEdit::default() })
}

fn of_one(request: &Request<'_>, uri: &Url, version: Option<i32>, edit: TextEdit) -> WorkspaceEdit {
    if !request.client.document_changes {
        let changes = [(uri.clone(), vec![edit])];
        return WorkspaceEdit { changes: Some(changes.into_iter().collect()), ..WorkspaceEdit::default() };
    }
    let text_document = OptionalVersionedTextDocumentIdentifier { uri: uri.clone(), version };
    let changes = vec![TextDocumentEdit { text_document, edits: vec![OneOf::Left(edit)] }];
    WorkspaceEdit { document_changes: Some(DocumentChanges::Edits(changes)), ..WorkspaceEdit::default() }
}
