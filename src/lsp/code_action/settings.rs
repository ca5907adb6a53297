//! Changes of settings files that settle a finding: switching its rule off, reporting it less loudly, allowing the name
//! that it is about.

use super::Request;
use crate::disk::in_node_modules;
use crate::finding::{Finding, Severity};
use crate::lsp::edits::{smallest, workspace_edit_of};
use crate::lsp::related_files::Other;
use crate::lsp::request::Analyzed;
use crate::rules;
use crate::settings::{FILE_NAME, SettingChange, has_own, is_refused, new_file, schema_for, with_change};
use crate::text::{TextEdit, TextRange};
use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use tower_lsp::lsp_types::{
    self as lsp, CodeAction, CodeActionKind, CreateFile, DocumentChangeOperation, DocumentChanges, OneOf,
    OptionalVersionedTextDocumentIdentifier, Position, Range, ResourceOp, TextDocumentEdit, Url, WorkspaceEdit,
};

/// The rule whose findings are about names that the account does not list.
const UNKNOWN_EVENT: &str = "event-name-unknown";

/// The changes for the first wanted finding: alternatives, since several changes of one file would meet each other.
pub fn actions(request: &Request<'_>, it: &Analyzed<'_>) -> Vec<CodeAction> {
    let first = request.wanted.iter().find(|finding| rules::find(finding.rule).is_some());
    first.map(|finding| of_finding(request, &SettingsPlace::of(request, it), finding)).unwrap_or_default()
}

fn of_finding(request: &Request<'_>, place: &SettingsPlace<'_>, finding: &Finding) -> Vec<CodeAction> {
    let rule = finding.rule;
    let name = name_of(request, finding);
    let allows = rules::find(rule).is_some_and(|it| it.meta.options.iter().any(|option| option.name == "allow"));
    let severity = |severity| SettingChange::Severity { rule, severity };
    let mut changes = Vec::new();
    if let Some(name) = &name {
        if rule == UNKNOWN_EVENT {
            changes.push((format!("Add `{name}` to `account.events`"), SettingChange::Event(name)));
        }
        if allows {
            changes.push((format!("Allow `{name}`"), SettingChange::Allowed { rule, name }));
        }
    }
    changes.push((format!("Turn {rule} off"), severity("off")));
    if finding.severity > Severity::Info {
        changes.push((format!("Report {rule} as information"), severity(Severity::Info.as_str())));
    }
    let actions = changes.into_iter().filter_map(|(title, change)| {
        let target = place.target(change)?;
        let title = format!("{title} in {}", target.name());
        let edit = Some(edit(request, target, change)?);
        let action = CodeAction { title, kind: Some(CodeActionKind::QUICKFIX), edit, ..CodeAction::default() };
        Some(request.about(finding, action))
    });
    actions.collect()
}

/// The string that a finding is about, if its range is one.
fn name_of(request: &Request<'_>, finding: &Finding) -> Option<String> {
    let text = request.source.rope.get_byte_slice(finding.range.as_range())?.to_string();
    let first = text.chars().next().filter(|quote| matches!(quote, '"' | '\'' | '`'))?;
    let name = text.strip_prefix(first)?.strip_suffix(first)?;
    (!name.is_empty() && !name.contains(['\\', '$', first])).then(|| name.to_owned())
}

/// A file that a change goes to.
enum Target {
    /// A settings file that counts for the document.
    Known {
        /// Its path.
        path: Arc<Path>,
        /// The file, as the client sees it.
        file: Rc<Other>,
        /// Its text.
        text: String,
    },
    /// A new one in this folder.
    New(PathBuf),
}

impl Target {
    fn name(&self) -> Cow<'_, str> {
        match self {
            Self::Known { path, .. } => path.file_name().unwrap_or_default().to_string_lossy(),
            Self::New(_) => FILE_NAME.into(),
        }
    }

    fn has_own(&self, change: SettingChange<'_>) -> bool {
        matches!(self, Self::Known { text, .. } if has_own(text, change))
    }

    fn is_of_a_package(&self) -> bool {
        matches!(self, Self::Known { path, .. } if in_node_modules(path))
    }
}

/// The files that a change of a document's settings may go to.
struct SettingsPlace<'a> {
    it: &'a Analyzed<'a>,
    /// Those that count for the document, the strongest first. A new one is among them where none is above the document.
    files: Vec<Target>,
    /// The index of the nearest settings file above the document, or of the new one.
    nearest: Option<usize>,
}

impl<'a> SettingsPlace<'a> {
    /// The place for the settings of an analyzed document.
    fn of(request: &Request<'_>, it: &'a Analyzed<'a>) -> Self {
        let path = it.snapshot.path();
        let is_above = |folder: &Path| path.is_some_and(|path| path.starts_with(folder));
        let counting = it.known.settings.files.iter().filter(|file| !is_refused(file));
        let paths: Vec<Arc<Path>> = counting.map(|file| file.as_path().into()).collect();
        let nearest = paths.iter().position(|file| file.ends_with(FILE_NAME) && file.parent().is_some_and(is_above));
        let known = |path: Arc<Path>| {
            let file = request.others.at(&path)?;
            let text = file.rope.to_string();
            Some(Target::Known { path, file, text })
        };
        // One that cannot be read may say anything, and the weaker ones are not heard then.
        let mut files: Vec<Target> = paths.into_iter().map_while(known).collect();
        if nearest.is_some() {
            return Self { nearest: nearest.filter(|nearest| *nearest < files.len()), it, files };
        }
        let folders = it.session.folders().all().into_iter().map(|(_, folder)| folder);
        let innermost = folders.filter(|folder| is_above(folder)).max_by_key(|folder| folder.components().count());
        let new = if request.client.create_files { innermost.map(Target::New) } else { None };
        let nearest = new.is_some().then_some(files.len());
        files.extend(new);
        Self { it, files, nearest }
    }

    /// The file in which a change counts. A list of its own would replace that of another file, so a name goes where
    /// the list is. `None` where the editor's settings or a package's decide.
    fn target(&self, change: SettingChange<'_>) -> Option<&Target> {
        if self.it.session.settings().overrides(self.it.snapshot.path(), change) {
            return None;
        }
        let holder = self.files.iter().position(|file| file.has_own(change));
        let at = match change {
            SettingChange::Severity { .. } => holder.into_iter().chain(self.nearest).min()?,
            SettingChange::Allowed { .. } | SettingChange::Event(_) | SettingChange::Extends(_) => {
                holder.or(self.nearest)?
            }
        };
        self.files.get(at).filter(|target| !target.is_of_a_package())
    }
}

/// The edit that makes a change in a file.
fn edit(request: &Request<'_>, target: &Target, change: SettingChange<'_>) -> Option<WorkspaceEdit> {
    let folder = match target {
        Target::Known { file, text, .. } => {
            let changed = with_change(text, change).ok().filter(|changed| changed != text)?;
            let edits = smallest(text, vec![TextEdit::replace(TextRange::new(0, text.len()), changed)]);
            return Some(workspace_edit_of(file, &edits, request.client));
        }
        Target::New(folder) => folder,
    };
    let uri = Url::from_file_path(folder.join(FILE_NAME)).ok()?;
    let text = with_change(&new_file(&schema_for(folder)), change).ok()?;
    let create = CreateFile { uri: uri.clone(), options: None, annotation_id: None };
    let start = Position::new(0, 0);
    let filled = TextDocumentEdit {
        text_document: OptionalVersionedTextDocumentIdentifier { uri, version: None },
        edits: vec![OneOf::Left(lsp::TextEdit::new(Range::new(start, start), text))],
    };
    let changes = vec![DocumentChangeOperation::Op(ResourceOp::Create(create)), DocumentChangeOperation::Edit(filled)];
    Some(WorkspaceEdit { document_changes: Some(DocumentChanges::Operations(changes)), ..WorkspaceEdit::default() })
}
