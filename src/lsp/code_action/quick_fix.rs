//! The repairs of single findings.

use super::Request;
use crate::engine::edits;
use crate::finding::Applicability;
use tower_lsp::lsp_types::CodeAction;

/// The repairs of the wanted findings. Those that need a decision which no edit can make are not offered.
pub fn actions(request: &Request<'_>) -> Vec<CodeAction> {
    let mut actions = Vec::new();
    for finding in &request.wanted {
        let fixes = finding.fixes.iter().filter(|fix| fix.applicability > Applicability::Manual);
        for (index, fix) in fixes.enumerate() {
            let (title, own) = (fix.title.clone(), edits(fix, request.line_break));
            let Some(action) = request.quick_fix_across(title, &own, fix, finding) else { continue };
            let preferred = if index == 0 { request.client.preferred.then_some(true) } else { None };
            actions.push(CodeAction { is_preferred: preferred, ..action });
        }
    }
    actions
}
