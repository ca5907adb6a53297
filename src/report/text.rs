//! Text for people: the source line, the marked range, the reason, the help.

use super::related_files::Files;
use super::{FileFindings, FileText, Gravity, Run, TextStyle, fixed, option_for, totals};
use crate::finding::{Finding, Related, Severity};
use crate::rules::find;
use crate::secrecy::mask;
use crate::text::{TextRange, count, plain_code};
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use rustc_hash::FxHashMap;
use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;

/// The width of the gutter left of the code: the line number, a bar, blanks.
const GUTTER: usize = 8;

/// The maximum number of places in other files that are shown with a finding.
const MOST_ELSEWHERE: usize = 3;

pub(super) fn render(run: &Run, style: TextStyle) -> String {
    let renderer = renderer(style);
    let mut out = String::new();
    let others = Files::new(run);
    let mut sources = Sources::default();
    for file in &run.files {
        if file.findings.is_empty() {
            continue;
        }
        let source = printable_source(&file.text);
        let path = plain(&file.path);
        for finding in &file.findings {
            let (window, near) = Window::with_near(&source, &file.text, finding);
            let mut elsewhere = far(&source, &file.text, &path, finding, &near);
            elsewhere.extend(sources.elsewhere(file, finding, &others));
            let mut text = renderer.render(&[group(&window, &path, finding, &near, &elsewhere, style)]);
            window.count_as_editors(&mut text, &path);
            for other in &elsewhere {
                if let Some(lines) = &other.code {
                    lines.window().count_as_editors(&mut text, &other.path);
                }
            }
            out.push_str(&text);
            out.push_str("\n\n");
        }
    }
    out.push_str(&problems_and_summary(run, style));
    out
}

fn renderer(style: TextStyle) -> Renderer {
    if style.colours { Renderer::styled() } else { Renderer::plain() }.term_width(style.width)
}

/// The part below the findings.
pub(super) fn problems_and_summary(run: &Run, style: TextStyle) -> String {
    let (mut out, renderer) = (String::new(), renderer(style));
    for problem in &run.problems {
        let level = match problem.gravity {
            Gravity::Failure => Level::ERROR.with_name("failed"),
            Gravity::Note => Level::NOTE,
        };
        out.push_str(&renderer.render(&[Group::with_title(level.primary_title(problem.line()))]));
        out.push('\n');
    }
    if style.summary {
        if !run.problems.is_empty() {
            out.push('\n');
        }
        out.push_str(&summary(run));
    }
    out
}

/// The renderer looks at all of the source that it gets, once for each finding: places farther apart than this are not
/// shown in one piece, and of a longer line only the part around the finding is shown.
const MOST_BYTES: usize = 8 << 10;

/// The number of bytes shown on both sides of the place in a line that is too long.
const AROUND: usize = 512;

/// The lines of a file that a finding is shown with.
struct Window<'a> {
    source: &'a str,
    /// Offset of the first byte.
    start: usize,
    /// One-based number of the first line.
    line: usize,
    /// The place that is named above the code.
    place: Named,
}

/// A place that is named above code.
#[derive(Clone, Copy)]
struct Named {
    line: usize,
    /// The column in UTF-16 code units, as all reports and editors count.
    column: usize,
    /// The width in characters, as the renderer counts.
    characters: usize,
    /// True when the renderer must know that the window begins in the middle of the line.
    is_cut: bool,
}

impl Named {
    fn of(text: &FileText, range: TextRange) -> Self {
        let place = text.utf16(range.start);
        let (rope, at) = (text.rope(), range.start());
        let line = rope.byte_to_line(at.min(rope.len_bytes()));
        let before = rope.get_byte_slice(rope.line_to_byte(line)..at);
        let characters = before.map_or(place.column as usize, |before| before.len_chars() + 1);
        Self { line: place.line as usize, column: place.column as usize, characters, is_cut: false }
    }
}

impl<'a> Window<'a> {
    /// The lines of `text` around a finding, and those of its related places that are near enough to be among them.
    fn with_near(source: &'a str, text: &FileText, finding: &'a Finding) -> (Self, Vec<&'a Related>) {
        let mut all = finding.range;
        let mut near = Vec::new();
        for related in finding.related.iter().filter(|related| related.place.file.is_none()) {
            let range = related.place.range;
            let both = TextRange { start: all.start.min(range.start), end: all.end.max(range.end) };
            if both.end() - both.start() <= MOST_BYTES {
                all = both;
                near.push(related);
            }
        }
        let window = Self::around(source, text, all);
        let place = Named { is_cut: window.place.is_cut, ..Named::of(text, finding.range) };
        (Self { place, ..window }, near)
    }

    /// The lines of `text` around a range; `source` is the text as it may be shown.
    fn around(source: &'a str, text: &FileText, range: TextRange) -> Self {
        let rope = text.rope();
        let first = range.start().min(source.len());
        let last = range.end().clamp(first, source.len().min(first + MOST_BYTES));
        let (line, place) = (rope.byte_to_line(first), Named::of(text, range));
        let start = rope.line_to_byte(line);
        let end = rope.line_to_byte((rope.byte_to_line(last) + 1).min(rope.len_lines()));
        let boundary = |mut at: usize| {
            while !source.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        if end - start <= 2 * MOST_BYTES || start == first {
            let end = if end - start <= 2 * MOST_BYTES { end } else { boundary((last + AROUND).min(end)) };
            return Self { source: source.get(start..end).unwrap_or(source), start, line: line + 1, place };
        }
        let (start, end) = (boundary(first.saturating_sub(AROUND).max(start)), boundary((last + AROUND).min(end)));
        Self { source: &source[start..end], start, line: line + 1, place: Named { is_cut: true, ..place } }
    }

    /// The code with its place above it.
    fn shown<'g>(&self, group: Group<'g>, path: &'g str, snippet: Snippet<'g, Annotation<'g>>) -> Group<'g> {
        let Named { line, characters, is_cut, .. } = self.place;
        if !is_cut {
            return group.element(snippet.line_start(self.line).path(path));
        }
        group.element(Origin::path(path).line(line).char_column(characters)).element(snippet.line_start(self.line))
    }

    /// Counts the column above the code as everybody else does.
    fn count_as_editors(&self, text: &mut String, path: &str) {
        let Named { line, column, characters, .. } = self.place;
        if column != characters {
            let (before, after) = (format!("{path}:{line}:{characters}"), format!("{path}:{line}:{column}"));
            *text = text.replacen(&before, &after, 1);
        }
    }

    /// The number of characters before a place on its line.
    fn column(&self, offset: usize) -> usize {
        let before = self.source.get(..offset.saturating_sub(self.start)).unwrap_or_default();
        let line = before.rfind(['\n', '\r']).map_or(before, |at| &before[at + 1..]);
        line.chars().map(|c| if c == '\t' { 4 } else { 1 }).sum()
    }

    /// A range of the file as one of the window; the renderer wants it inside the source.
    fn span(&self, range: TextRange) -> std::ops::Range<usize> {
        let inside = |offset: usize| offset.saturating_sub(self.start).min(self.source.len());
        inside(range.start())..inside(range.end())
    }
}

/// A related place in another file.
struct Elsewhere {
    path: String,
    label: String,
    /// The lines around it, where these begin, and its place in them; `None` where they may not be shown.
    code: Option<Lines>,
    /// One-based line and column, where the text is known.
    place: Option<(u32, u32)>,
}

struct Lines {
    source: String,
    line: usize,
    /// See [`Window::place`].
    place: Named,
    span: std::ops::Range<usize>,
}

impl Lines {
    fn around(source: &str, text: &FileText, range: TextRange) -> Self {
        let window = Window::around(source, text, range);
        Self { source: window.source.to_owned(), line: window.line, place: window.place, span: window.span(range) }
    }

    fn window(&self) -> Window<'_> {
        Window { source: &self.source, start: 0, line: self.line, place: self.place }
    }
}

/// The related places in the finding's own file that are not `near` it.
fn far(source: &str, text: &FileText, path: &str, finding: &Finding, near: &[&Related]) -> Vec<Elsewhere> {
    let own = finding.related.iter().filter(|related| related.place.file.is_none());
    let far = own.filter(|related| !near.iter().any(|near| std::ptr::eq(*near, *related)));
    far.take(MOST_ELSEWHERE)
        .map(|related| Elsewhere {
            path: path.to_owned(),
            label: plain(&mask(&related.message)),
            code: Some(Lines::around(source, text, related.place.range)),
            place: None,
        })
        .collect()
}

/// The texts of other files as they may be shown, each made once.
#[derive(Default)]
struct Sources(FxHashMap<Arc<Path>, String>);

impl Sources {
    fn elsewhere(&mut self, file: &FileFindings, finding: &Finding, others: &Files<'_>) -> Vec<Elsewhere> {
        let places = finding.related.iter().filter_map(|related| Some((related.place.file.clone()?, related)));
        let mut all = Vec::new();
        for (path, related) in places.take(MOST_ELSEWHERE) {
            let other = others.of(file, &related.place);
            let range = related.place.range;
            let shown = if other.may_be_shown() { other.text.as_ref() } else { None };
            let code = shown.map(|text| {
                let source = self.0.entry(path).or_insert_with(|| printable_source(text));
                Lines::around(source, text, range)
            });
            let place = other.text.as_ref().map(|text| text.utf16(range.start));
            all.push(Elsewhere {
                path: plain(&other.path),
                label: plain(&mask(&related.message)),
                code,
                place: place.map(|place| (place.line, place.column)),
            });
        }
        all
    }
}

fn group<'a>(
    window: &Window<'a>,
    path: &'a str,
    finding: &'a Finding,
    near: &[&'a Related],
    elsewhere: &'a [Elsewhere],
    style: TextStyle,
) -> Group<'a> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
        Severity::Hint => Level::NOTE.with_name("hint"),
    };
    let title = plain(&mask(&finding.what));
    let reason = finding.why.as_deref().map(|why| plain(&mask(why)));
    let reason = reason.as_deref();
    // A label stands to the right of the marked code; where there is no room for it, it goes below.
    let room = style.width.saturating_sub(window.column(finding.range.end()) + GUTTER);
    let label = reason.filter(|reason| reason.chars().count() <= room);
    let mut snippet = Snippet::source(window.source)
        .annotation(AnnotationKind::Primary.span(window.span(finding.range)).label(label.map(str::to_owned)));
    for related in near {
        let label = plain(&mask(&related.message));
        snippet = snippet.annotation(AnnotationKind::Context.span(window.span(related.place.range)).label(label));
    }
    let mut title = level.primary_title(title).id(finding.rule);
    if style.links
        && let Some(rule) = find(finding.rule)
    {
        title = title.id_url(rule.meta.href());
    }
    let mut group = window.shown(Group::with_title(title), path, snippet);
    for other in elsewhere {
        group = match &other.code {
            Some(lines) => {
                let annotation = AnnotationKind::Context.span(lines.span.clone()).label(other.label.as_str());
                let snippet = Snippet::source(lines.source.as_str()).annotation(annotation);
                lines.window().shown(group, &other.path, snippet)
            }
            None => {
                let place = other.place.map(|(line, column)| format!(":{line}:{column}")).unwrap_or_default();
                group.element(Level::NOTE.message(format!("{}: {}{place}", other.label, other.path)))
            }
        };
    }
    if let (Some(reason), None) = (reason, label) {
        group = group.element(Level::NOTE.message(reason.to_owned()));
    }
    if let Some(help) = &finding.help {
        group = group.element(Level::HELP.message(plain(&mask(help))));
    }
    if let Some(fix) = finding.fixes.first() {
        let title = format!("{}{}", plain(&mask(&fix.title)), option_for(fix));
        group = group.element(Level::HELP.with_name("fix").message(title));
    }
    group
}

/// The source as it may be shown: no credentials, and line breaks that the renderer knows, byte for byte as long as the
/// file's, so that ranges fit.
fn printable_source(text: &FileText) -> String {
    let masked = plain_code(&text.printable()).into_owned();
    if !masked.contains('\r') {
        return masked;
    }
    let mut bytes = masked.into_bytes();
    for at in 0..bytes.len() {
        if bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n') {
            bytes[at] = b'\n';
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Returns the text without control characters: a file's name or text must not affect the terminal.
fn plain(text: &str) -> String {
    crate::text::plain(text).into_owned()
}

fn summary(run: &Run) -> String {
    let counts = run.counts();
    let mut out = String::new();
    if let Some(total) = fixed::total(run) {
        let _ = writeln!(out, "Fixed {total}:");
        for file in &run.fixed {
            let _ = writeln!(out, "  {}", file.line());
        }
    }
    let analyzed = format!("({} analyzed)", run.analysed);
    if let Some(totals) = totals(counts) {
        let files = run.files.iter().filter(|file| !file.findings.is_empty()).count();
        let _ = write!(out, "{totals} in {files} of {} {analyzed}.", count(run.seen, "file"));
    } else {
        let _ = write!(out, "No findings in {} {analyzed}.", count(run.seen, "file"));
    }
    match (counts.fixable, counts.suggested) {
        (0, 0) => {}
        (safe, 0) => drop(write!(out, " {safe} fixable with --fix.")),
        (0, more) => drop(write!(out, " {more} fixable with --fix-suggested.")),
        (safe, more) => drop(write!(out, " {safe} fixable with --fix, {more} more with --fix-suggested.")),
    }
    if counts.suppressed > 0 {
        let _ = write!(out, " {} suppressed by comments.", counts.suppressed);
    }
    if run.known > 0 {
        let _ = write!(out, " {} known from the baseline.", run.known);
    }
    let failures = run.problems.iter().filter(|problem| problem.gravity == Gravity::Failure).count();
    if failures > 0 {
        let _ = write!(out, " The check is incomplete: {}.", count(failures, "problem"));
    }
    out.push('\n');
    out
}
