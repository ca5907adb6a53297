//! Hovers: over a finding and over a rule's name in a comment, what the rule is about; over a call that ends in the SDK,
//! where it goes and what it may cost; over a status code that its error is asked about, what that means. Elsewhere nothing: what a name is, the language's own server says.

mod call;
mod repaired;

use super::codes;
use super::convert;
use super::document::offset;
use super::documents::Snapshot;
use super::jobs::Cancel;
use super::judge;
use super::session::Session;
use super::workspace::Place;
use crate::analysis;
use crate::finding::Finding;
use crate::model::Model;
use crate::pages;
use crate::rules;
use crate::secrecy;
use crate::suppress::{Comment, directives};
use crate::text::TextRange;
use tower_lsp::jsonrpc;
use tower_lsp::lsp_types::{Hover, HoverContents, MarkupContent, MarkupKind, Position};

/// More findings of one place are not told at once.
const MOST_FINDINGS: usize = 3;

/// What is to be told of a place, as Markdown, and the range that it is about.
struct Told {
    range: TextRange,
    text: String,
}

/// Answers `textDocument/hover`.
///
/// # Errors
/// When the document changes meanwhile, or cannot be analysed.
pub async fn answer(session: &Session, snapshot: Option<Snapshot>, at: Position) -> jsonrpc::Result<Option<Hover>> {
    let Some(snapshot) = snapshot else { return Ok(None) };
    let (entry, generation) = (snapshot.entry.clone(), snapshot.generation);
    let job = {
        let session = session.clone();
        move |cancel: &Cancel| hover(&session, &snapshot, at, cancel)
    };
    match session.jobs().run(entry.counter(), generation, job).await {
        Ok(Some(hover)) => Ok(hover),
        Ok(None) => Err(codes::content_modified()),
        Err(_) => {
            session.analysis_failed(&entry);
            Err(codes::request_failed("what is there could not be looked up; an edit will try again"))
        }
    }
}

/// `None` when cancelled.
fn hover(session: &Session, snapshot: &Snapshot, at: Position, cancel: &Cancel) -> Option<Option<Hover>> {
    let verdict = judge::judge(snapshot, true, session, cancel)?;
    verdict.record(snapshot, session);
    let Some(known) = &verdict.known else { return Some(None) };
    let client = session.client_capabilities();
    let rope = &snapshot.document.rope;
    let at = offset(rope, at, client.encoding);
    let mut told: Vec<Told> = named_rule(known.source.facts.comments(), at).into_iter().collect();
    let secrets = secrecy::secrets(&known.source.facts, rope);
    told.extend(findings(&known.findings, at, |finding| repaired::repaired(finding, rope, &secrets)));
    let place = session.workspace().place(snapshot.path());
    let project = place.as_ref().map(Place::modules);
    told.extend(analysis::inspect(&known.source, project, &known.resolved.settings, |model| {
        call::at(model, at).or_else(|| status_code(model, at))
    }));
    // The smallest range is the one that all of it is about.
    let Some(range) = told.iter().map(|told| told.range).min_by_key(|range| range.len()) else { return Some(None) };
    let mut texts: Vec<&str> = Vec::new();
    for told in &told {
        if !texts.contains(&told.text.trim()) {
            texts.push(told.text.trim());
        }
    }
    let texts: Vec<String> = texts.into_iter().map(|text| pages::joined(&secrets.prose(text))).collect();
    let contents = match client.hover_markdown {
        true => MarkupContent { kind: MarkupKind::Markdown, value: texts.join("\n\n---\n\n") },
        false => {
            let plain: Vec<String> = texts.iter().map(|text| pages::plain(text)).collect();
            MarkupContent { kind: MarkupKind::PlainText, value: plain.join("\n\n") }
        }
    };
    let range = Some(convert::range(rope, range, client.encoding));
    Some(Some(Hover { contents: HoverContents::Markup(contents), range }))
}

/// Whether a range is over the character at a place.
fn is_over(range: TextRange, at: usize) -> bool {
    range.start() <= at && at < range.end()
}

/// The status code there that an error of the SDK is asked about.
fn status_code(model: &Model<'_>, at: usize) -> Option<Told> {
    let found = model.status_codes().into_iter().find(|status| is_over(status.range, at))?;
    Some(Told { range: found.range, text: pages::status(found.code)? })
}

/// The rule that a suppression comment names there.
fn named_rule(comments: &[Comment], at: usize) -> Option<Told> {
    let directives = directives(comments);
    let name = directives.iter().flat_map(|directive| &directive.names).find(|name| is_over(name.range, at))?;
    Some(Told { range: name.range, text: pages::brief(rules::find(&name.text)?.meta, None) })
}

/// The rules whose findings are there, and their fixes, the innermost finding first. What each finding says, the editor shows
/// by itself.
fn findings(findings: &[Finding], at: usize, fix: impl Fn(&Finding) -> Option<String>) -> Vec<Told> {
    let mut here: Vec<&Finding> = findings.iter().filter(|finding| is_over(finding.range, at)).collect();
    here.sort_by_key(|finding| finding.range.len());
    let told = here.into_iter().filter_map(|finding| {
        let meta = rules::find(finding.rule)?.meta;
        Some(Told { range: finding.range, text: pages::brief(meta, fix(finding).as_deref()) })
    });
    told.take(MOST_FINDINGS).collect()
}
