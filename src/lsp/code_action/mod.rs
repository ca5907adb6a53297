//! Code actions. Computed from the document as it is. They are about the findings that the client names by their
//! diagnostics; where it names none that is there, about those that its range touches, because clients send diagnostics
//! incomplete, or not at all.

mod above;
mod apart;
mod disable;
mod fix_all;
pub mod fix_workspace;
mod quick_fix;
mod refactor;
pub mod resolve;
pub mod rule_page;
mod settings;

use super::capabilities::{Capabilities, FIX_ALL};
use super::convert;
use super::document::Document;
use super::documents::Snapshot;
use super::edits::{workspace_edit, workspace_edit_across};
use super::judge::{self, Analyzer};
use super::related_files::RelatedFiles;
use super::request::{Analyzed, about_analysis};
use super::session::Session;
use crate::finding::{Finding, Fix, Fixes};
use crate::source::Source;
use crate::text::{TextEdit, TextRange};
use rustc_hash::FxHashMap;
use tower_lsp::jsonrpc;
use tower_lsp::lsp_types::{
    CodeAction, CodeActionContext, CodeActionKind, CodeActionOrCommand, CodeActionParams, CodeActionResponse,
    CodeActionTriggerKind, Diagnostic, NumberOrString, Range, Url,
};

/// A range, to look things up by.
type Spot = [u32; 4];

fn spot(range: Range) -> Spot {
    let Range { start, end } = range;
    [start.line, start.character, end.line, end.character]
}

/// The input of the actions.
struct Request<'a> {
    document: &'a Document,
    /// The client's URI, as the request spelt it.
    uri: &'a Url,
    source: &'a Source,
    analyzer: &'a Analyzer,
    client: &'a Capabilities,
    /// The files around the document.
    others: RelatedFiles<'a>,
    /// The line break of the document.
    line_break: &'static str,
    /// All findings of the document.
    findings: &'a [Finding],
    /// Those the request is about.
    wanted: Vec<&'a Finding>,
}

impl<'a> Request<'a> {
    fn new(it: &'a Analyzed<'_>, uri: &'a Url, analyzer: &'a Analyzer, wanted: Vec<&'a Finding>) -> Self {
        let document = &it.snapshot.document;
        Self {
            document,
            uri,
            source: &it.known.source,
            analyzer,
            client: it.session.client_capabilities(),
            others: RelatedFiles::new(it.session.documents()),
            line_break: disable::line_break(&document.rope),
            findings: &it.known.findings,
            wanted,
        }
    }

    fn action(&self, title: String, kind: CodeActionKind, edits: &[TextEdit]) -> CodeAction {
        CodeAction {
            title,
            kind: Some(kind),
            edit: Some(workspace_edit(self.document, self.uri, edits, self.client)),
            ..CodeAction::default()
        }
    }

    /// An action that repairs `finding` by edits of other files, too. `None` where those cannot be made.
    fn quick_fix_across(&self, title: String, edits: &[TextEdit], fix: &Fix, finding: &Finding) -> Option<CodeAction> {
        let (client, others) = (self.client, &self.others);
        let edit = workspace_edit_across(self.document, self.uri, edits, &fix.elsewhere, client, others)?;
        let action =
            CodeAction { title, kind: Some(CodeActionKind::QUICKFIX), edit: Some(edit), ..CodeAction::default() };
        Some(self.about(finding, action))
    }

    fn about(&self, finding: &Finding, action: CodeAction) -> CodeAction {
        let diagnostic = convert::diagnostic(finding, &self.document.rope, self.uri, self.client, &self.others);
        CodeAction { diagnostics: Some(vec![diagnostic]), ..action }
    }

    /// An action about all of `findings`.
    fn about_all(&self, findings: &[&Finding], action: CodeAction) -> CodeAction {
        let one =
            |finding: &&Finding| convert::diagnostic(finding, &self.document.rope, self.uri, self.client, &self.others);
        CodeAction { diagnostics: Some(findings.iter().map(one).collect()), ..action }
    }
}

/// Answers `textDocument/codeAction`.
///
/// # Errors
/// When the document changes meanwhile, or cannot be analyzed.
pub async fn answer(
    session: &Session,
    snapshot: Option<Snapshot>,
    params: CodeActionParams,
) -> jsonrpc::Result<Option<CodeActionResponse>> {
    let snapshot = if session.client_capabilities().code_actions { snapshot } else { None };
    let actions =
        about_analysis(session, snapshot, ("the code actions", Fixes::Computed), move |it| actions(it, &params))
            .await?;
    Ok(actions.filter(|actions| !actions.is_empty()))
}

fn actions(it: &Analyzed<'_>, params: &CodeActionParams) -> CodeActionResponse {
    let Analyzed { session, snapshot, known, .. } = it;
    let client = session.client_capabilities();
    let document = &snapshot.document;
    let (start, end) = (it.offset(params.range.start), it.offset(params.range.end));
    let range = TextRange::new(start.min(end), start.max(end));
    let named = named(&known.findings, document, &params.context, client);
    let alone = is_about_one_alone(params, document, range);
    let asked = !named.is_empty();
    let wanted = if named.is_empty() && !alone {
        known.findings.iter().filter(|finding| finding.range.touches(range)).collect()
    } else {
        named
    };
    let analyzer = judge::analyzer(snapshot, session);
    let request = Request::new(it, &params.text_document.uri, &analyzer, wanted);
    if alone {
        let preferred = quick_fix::actions(&request).into_iter().next();
        return preferred.into_iter().map(CodeActionOrCommand::CodeAction).collect();
    }
    let mut actions = Vec::new();
    if wants(&params.context, &CodeActionKind::QUICKFIX) {
        actions.extend(quick_fix::actions(&request));
        actions.extend(fix_all::of_one_rule(&request));
        actions.extend(disable::actions(&request));
        actions.extend(settings::actions(&request, it));
        actions.extend(rule_page::actions(&request));
    }
    // Unasked, an action for the whole file is only in the way of the light bulb.
    let automatic =
        params.context.only.is_none() && params.context.trigger_kind == Some(CodeActionTriggerKind::AUTOMATIC);
    if !automatic {
        if wants(&params.context, &refactor::KIND) {
            let mut others = refactor::actions(&request, it, range);
            // A fix of a finding here is not offered twice.
            others.retain(|other| actions.iter().all(|action| action.edit != other.edit));
            actions.extend(others);
        }
        // Editors ask for all fixers at once by the general kind, and take the answer under that kind only.
        let general = params.context.only.as_ref().is_some_and(|only| only.contains(&CodeActionKind::SOURCE_FIX_ALL));
        let kind = if general { CodeActionKind::SOURCE_FIX_ALL } else { FIX_ALL };
        if wants(&params.context, &kind) {
            actions.extend(fix_all::of_the_file(&request, kind));
        }
    }
    // Refactorings of one call are alternatives that people choose from. Who asks about diagnostics did not mean them.
    let (refactorings, fixes): (Vec<_>, Vec<_>) =
        actions.into_iter().partition(|action| !asked && action.kind.as_ref() == Some(&refactor::KIND));
    let mut actions = apart::apart(fixes);
    actions.extend(refactorings);
    actions.into_iter().map(CodeActionOrCommand::CodeAction).collect()
}

/// Returns whether the request has the whole document as its range and one diagnostic, and asks for no kind. Kate sends
/// that for one key, and applies all that it is given.
fn is_about_one_alone(params: &CodeActionParams, document: &Document, range: TextRange) -> bool {
    let context = &params.context;
    let any_kind = context.only.as_ref().is_none_or(Vec::is_empty);
    let whole = range.start() == 0 && range.end() >= document.rope.len_bytes();
    any_kind && whole && context.diagnostics.len() == 1 && document.rope.len_lines() > 1
}

/// Returns whether the client wants actions of this kind: it says nothing, or names the kind or one above it.
fn wants(context: &CodeActionContext, kind: &CodeActionKind) -> bool {
    let Some(only) = context.only.as_deref().filter(|only| !only.is_empty()) else { return true };
    only.iter().any(|wanted| {
        let rest = kind.as_str().strip_prefix(wanted.as_str());
        wanted.as_str().is_empty() || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    })
}

/// The findings that the client names by its diagnostics. Some echo only code, message and range.
fn named<'f>(
    findings: &'f [Finding],
    document: &Document,
    context: &CodeActionContext,
    client: &Capabilities,
) -> Vec<&'f Finding> {
    // Both may be many.
    let mut by_range: FxHashMap<Spot, Vec<&Diagnostic>> = FxHashMap::default();
    for diagnostic in &context.diagnostics {
        by_range.entry(spot(diagnostic.range)).or_default().push(diagnostic);
    }
    if by_range.is_empty() {
        return Vec::new();
    }
    let is_named = |finding: &&Finding| {
        let there = by_range.get(&spot(convert::range(&document.rope, finding.range, client.encoding)));
        there.into_iter().flatten().any(|diagnostic| match &diagnostic.code {
            Some(NumberOrString::String(code)) => code == finding.rule,
            _ => diagnostic.message.starts_with(&finding.message()),
        })
    };
    findings.iter().filter(is_named).collect()
}
