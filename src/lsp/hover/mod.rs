//! Hovers: a summary of the rule over a finding and over a rule's name in a comment; the method, its endpoint and rate
//! limit over a call that ends in the SDK; the meaning of a status code that is compared with an error's; where a client
//! sends, and what feeds it; the date or the unit of a time; the places and the data of an event or another name. Other
//! hovers are left to the language's own server.

mod call;
mod client;
mod name;
mod repaired;
mod time;

use super::convert;
use super::documents::Snapshot;
use super::request::{Analyzed, about_analysis};
use super::session::Session;
use super::symbols::in_sight::{NamesInSight, about_names};
use crate::finding::{Finding, Fixes};
use crate::model::Model;
use crate::rule_docs;
use crate::rules;
use crate::secrecy;
use crate::suppress::{Comment, directives};
use crate::text::TextRange;
use tower_lsp::jsonrpc;
use tower_lsp::lsp_types::{Hover, HoverContents, Position};

/// The most findings shown for one place.
const MOST_FINDINGS: usize = 3;

/// A hover text as Markdown, and its range.
struct Told {
    range: TextRange,
    text: String,
}

/// Answers `textDocument/hover`.
///
/// # Errors
/// When the document changes meanwhile, or cannot be analyzed.
pub async fn answer(session: &Session, snapshot: Option<Snapshot>, at: Position) -> jsonrpc::Result<Option<Hover>> {
    let find = move |it: &Analyzed<'_>| hover(it, at);
    match about_analysis(session, snapshot.clone(), ("the hover", Fixes::Computed), find).await? {
        Some(found) => Ok(found),
        // A file of constants need not reach the SDK.
        None => Ok(about_names(session, snapshot, "the hover", move |it| hover_of_name(it, at)).await?.flatten()),
    }
}

fn hover(it: &Analyzed<'_>, at: Position) -> Option<Hover> {
    let client = it.session.client_capabilities();
    let rope = &it.snapshot.document.rope;
    let facts = &it.known.source.facts;
    let at = it.offset(at);
    let mut told: Vec<Told> = named_rule(facts.comments(), at).into_iter().collect();
    let secrets = secrecy::secrets(facts, rope);
    told.extend(findings(&it.known.findings, at, |finding| repaired::repaired(finding, rope, &secrets)));
    let names = NamesInSight::analyzed(it);
    let (of_code, calls) = it.inspect(|model| {
        let calls: Vec<TextRange> = model.calls().of_sdk().iter().map(|call| call.name).collect();
        let of_call = call::at(model, at).or_else(|| status_code(model, at));
        ([of_call, client::at(model, &names, at), time::at(model, at)], calls)
    });
    told.extend(of_code.into_iter().flatten());
    told.extend(name::at(&names, at, &calls));
    // All texts apply to the smallest range.
    let range = told.iter().map(|told| told.range).min_by_key(|range| range.len())?;
    let mut texts: Vec<&str> = Vec::new();
    for told in &told {
        if !texts.contains(&told.text.trim()) {
            texts.push(told.text.trim());
        }
    }
    let texts: Vec<_> = texts.into_iter().map(|text| secrets.prose(text)).collect();
    let contents = convert::markup(&texts, client.hover_markdown);
    Some(Hover { contents: HoverContents::Markup(contents), range: Some(it.range(range)) })
}

/// The hover over a name in a document that is not analyzed by itself.
fn hover_of_name(it: &NamesInSight<'_>, at: Position) -> Option<Hover> {
    let told = name::at(it, it.offset(at), &[])?;
    let contents = convert::markup(&[told.text], it.session.client_capabilities().hover_markdown);
    Some(Hover { contents: HoverContents::Markup(contents), range: Some(it.range(told.range)) })
}

/// Returns whether a range covers the character at a position.
fn is_over(range: TextRange, at: usize) -> bool {
    range.start() <= at && at < range.end()
}

/// The hover text for a status code that is compared with an SDK error's.
fn status_code(model: &Model<'_>, at: usize) -> Option<Told> {
    let found = model.errors().status_codes().into_iter().find(|status| is_over(status.range, at))?;
    Some(Told { range: found.range, text: rule_docs::status(found.code)? })
}

/// The hover text for a rule name in a suppression comment.
fn named_rule(comments: &[Comment], at: usize) -> Option<Told> {
    let directives = directives(comments);
    let name = directives.iter().flat_map(|directive| &directive.names).find(|name| is_over(name.range, at))?;
    Some(Told { range: name.range, text: rule_docs::brief(rules::find(&name.text)?.meta, None) })
}

/// The hover texts of the rules with findings at a position, with their fixes, the innermost first. The editor shows
/// the findings themselves.
fn findings(findings: &[Finding], at: usize, fix: impl Fn(&Finding) -> Option<String>) -> Vec<Told> {
    let mut here: Vec<&Finding> = findings.iter().filter(|finding| is_over(finding.range, at)).collect();
    here.sort_by_key(|finding| finding.range.len());
    let told = here.into_iter().filter_map(|finding| {
        let meta = rules::find(finding.rule)?.meta;
        Some(Told { range: finding.range, text: rule_docs::brief(meta, fix(finding).as_deref()) })
    });
    told.take(MOST_FINDINGS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;

    #[test]
    fn findings_of_one_place() {
        let finding = |end: usize| Finding {
            rule: "timestamp-milliseconds",
            severity: Severity::Error,
            range: TextRange::new(0, end),
            what: "wrong".to_owned(),
            why: None,
            help: None,
            related: Vec::new(),
            fixes: Vec::new(),
            unnecessary: false,
        };
        let told = |count: usize| {
            let all: Vec<Finding> = (1..=count).rev().map(finding).collect();
            findings(&all, 0, |_| None).iter().map(|told| told.range.len()).collect::<Vec<_>>()
        };
        assert_eq!((told(3), told(5)), (vec![1, 2, 3], vec![1, 2, 3]));
    }
}
