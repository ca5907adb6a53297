//! Findings in the protocol's terms. The only place where bytes become lines and columns.

use super::capabilities::Capabilities;
use super::related_files::RelatedFiles;
use crate::finding::{Finding, Severity};
use crate::rule_docs;
use crate::rules;
use crate::text::{Encoding, TextEdit, TextRange, position};
use ropey::Rope;
use rustc_hash::FxHashMap;
use tower_lsp::lsp_types::{
    self as lsp, CodeDescription, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, Location,
    MarkupContent, MarkupKind, NumberOrString, Position, Range, Url,
};

/// The name of this tool in every diagnostic.
pub const SOURCE: &str = "customerio";

/// A place in `rope`.
pub fn range(rope: &Rope, range: TextRange, encoding: Encoding) -> Range {
    let at = |offset| {
        let at = position::to_position(rope, offset, encoding);
        Position::new(at.line, at.column)
    };
    Range::new(at(range.start()), at(range.end()))
}

/// Texts for people, given as Markdown, one below the other.
pub fn markup(texts: &[impl AsRef<str>], is_markdown: bool) -> MarkupContent {
    let texts = texts.iter().map(|text| rule_docs::joined(text.as_ref().trim()));
    if is_markdown {
        let value = texts.collect::<Vec<_>>().join("\n\n---\n\n");
        MarkupContent { kind: MarkupKind::Markdown, value }
    } else {
        let value = texts.map(|text| rule_docs::plain(&text)).collect::<Vec<_>>().join("\n\n");
        MarkupContent { kind: MarkupKind::PlainText, value }
    }
}

/// A text in a snippet, where some characters mean something.
pub fn in_snippet(text: &str) -> String {
    text.replace('\\', "\\\\").replace('$', "\\$").replace('}', "\\}")
}

/// An edit of `rope`.
pub fn edit(rope: &Rope, edit: &TextEdit, encoding: Encoding) -> lsp::TextEdit {
    lsp::TextEdit { range: range(rope, edit.range, encoding), new_text: edit.text.clone() }
}

/// A finding in `rope`, the text of the document `uri`; `others` are the files around it.
pub fn diagnostic(
    finding: &Finding,
    rope: &Rope,
    uri: &Url,
    client: &Capabilities,
    others: &RelatedFiles<'_>,
) -> lsp::Diagnostic {
    linked(finding, href(finding.rule), rope, uri, client, others)
}

/// The address of a rule's documentation.
fn href(rule: &str) -> Option<Url> {
    rules::find(rule).and_then(|rule| Url::parse(&rule.meta.href()).ok())
}

fn linked(
    finding: &Finding,
    href: Option<Url>,
    rope: &Rope,
    uri: &Url,
    client: &Capabilities,
    others: &RelatedFiles<'_>,
) -> lsp::Diagnostic {
    let related = if client.related { &finding.related[..] } else { &[] };
    let related = related.iter().filter_map(|related| {
        let place = |uri, rope| Location { uri, range: range(rope, related.place.range, client.encoding) };
        let location = match &related.place.file {
            None => place(uri.clone(), rope),
            Some(path) => {
                let other = others.at(path)?;
                place(other.uri.clone(), &other.rope)
            }
        };
        Some(DiagnosticRelatedInformation { location, message: related.message.clone() })
    });
    let related: Vec<_> = related.collect();
    lsp::Diagnostic {
        range: range(rope, finding.range, client.encoding),
        severity: Some(severity(finding.severity)),
        code: Some(NumberOrString::String(finding.rule.to_owned())),
        code_description: if client.code_description { href.map(|href| CodeDescription { href }) } else { None },
        source: Some(SOURCE.to_owned()),
        // Some clients join lines without a word between them.
        message: finding.sentences("\n"),
        related_information: (!related.is_empty()).then_some(related),
        tags: (finding.unnecessary && client.unnecessary).then(|| vec![DiagnosticTag::UNNECESSARY]),
        data: None,
    }
}

/// All findings of a document.
pub fn diagnostics(
    findings: &[Finding],
    rope: &Rope,
    uri: &Url,
    client: &Capabilities,
    others: &RelatedFiles<'_>,
) -> Vec<lsp::Diagnostic> {
    // Few rules find much: the link of each is made once.
    let mut hrefs: FxHashMap<&str, Option<Url>> = FxHashMap::default();
    let mut href = |rule: &'static str| hrefs.entry(rule).or_insert_with(|| self::href(rule)).clone();
    findings.iter().map(|finding| linked(finding, href(finding.rule), rope, uri, client, others)).collect()
}

fn severity(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Error => DiagnosticSeverity::ERROR,
        Severity::Warning => DiagnosticSeverity::WARNING,
        Severity::Info => DiagnosticSeverity::INFORMATION,
        Severity::Hint => DiagnosticSeverity::HINT,
    }
}
