//! Repairs of many findings at once. Safe fixes only: they are applied without a review of each.

use super::{Request, resolve};
use crate::engine::Findings;
use crate::engine::{Checked, fix_text};
use crate::finding::{Applicability, Finding, Fix};
use crate::lsp::edits::{smallest, workspace_edit};
use crate::lsp::judge::Analyzer;
use crate::source::Source;
use crate::text::TextEdit;
use ropey::Rope;
use tower_lsp::lsp_types::{CodeAction, CodeActionKind, WorkspaceEdit};

/// "Fix all of this rule", for each rule among the wanted findings that more than one safe fix is there for.
pub fn of_one_rule(request: &Request<'_>) -> Vec<CodeAction> {
    let mut rules: Vec<&str> = Vec::new();
    for finding in &request.wanted {
        if safe(finding).is_some() && !rules.contains(&finding.rule) {
            rules.push(finding.rule);
        }
    }
    let mut actions = Vec::new();
    for rule in rules {
        let fixable = |finding: &&Finding| finding.rule == rule && safe(finding).is_some();
        let all: Vec<_> = request.findings.iter().filter(fixable).collect();
        if all.len() > 1 {
            // The file is analyzed again and again for the edit: once it is chosen, where the client can wait for that.
            let (edit, data) = if request.client.resolves_edits {
                (None, Some(resolve::note(request, rule)))
            } else {
                match edit_of_one_rule(request, rule) {
                    None => continue,
                    edit => (edit, None),
                }
            };
            let title = format!("Fix all {rule} problems in this file");
            let kind = Some(CodeActionKind::QUICKFIX);
            let action = CodeAction { title, kind, edit, data, ..CodeAction::default() };
            let wanted = request.wanted.iter().copied().filter(fixable);
            actions.push(request.about_all(&wanted.collect::<Vec<_>>(), action));
        }
    }
    actions
}

/// The edit that fixes all findings of a rule that are safe to fix. `None` where there are none.
pub fn edit_of_one_rule(request: &Request<'_>, rule: &str) -> Option<WorkspaceEdit> {
    let edits = converge(request.source, request.findings.to_vec(), request.analyzer, |finding| finding.rule == rule);
    (!edits.is_empty()).then(|| workspace_edit(request.document, request.uri, &edits, request.client))
}

/// Fix everything that is safe to fix.
pub fn of_the_file(request: &Request<'_>, kind: CodeActionKind) -> Option<CodeAction> {
    request.findings.iter().find(|finding| safe(finding).is_some())?;
    let edits = converge(request.source, request.findings.to_vec(), request.analyzer, |_| true);
    let title = "Fix all safely fixable customerio problems".to_owned();
    let wanted: Vec<_> = request.wanted.iter().copied().filter(|finding| safe(finding).is_some()).collect();
    (!edits.is_empty()).then(|| request.about_all(&wanted, request.action(title, kind, &edits)))
}

/// The first safe fix.
pub fn safe(finding: &Finding) -> Option<&Fix> {
    finding.fixes.iter().find(|fix| fix.applicability == Applicability::Safe)
}

/// Applies the safe fixes of the chosen findings until there are none left; the edits that lead there, disjoint. The
/// same as `check --fix` does.
pub fn converge(
    source: &Source,
    findings: Vec<Finding>,
    analyzer: &Analyzer,
    chosen: impl Fn(&Finding) -> bool,
) -> Vec<TextEdit> {
    let text = source.rope.to_string();
    let checked = |source: Source, analysis| Checked {
        errors: source.syntax_errors(),
        rope: source.rope,
        analysis,
        stopped: Vec::new(),
    };
    let judge = |text: &str| {
        let source = Source::parse(Rope::from_str(text), source.language);
        let analysis = analyzer(&source);
        checked(source, analysis)
    };
    let before = checked(source.clone(), Findings { findings, ..Findings::default() });
    let fixed = fix_text(&text, &before, &judge, &|finding| if chosen(finding) { safe(finding) } else { None });
    fixed.map(|fixed| smallest(&text, fixed.edits(&text))).unwrap_or_default()
}
