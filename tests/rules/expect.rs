//! Compares findings with expectations, and shows the difference as code.

use crate::fixture::{Expected, Fixture};
use customerio_ls::testing::finding::Finding;
use customerio_ls::testing::text::{Encoding, position};
use ropey::Rope;
use similar::TextDiff;

/// Where a finding stands, as an expectation says it.
struct Place {
    line: usize,
    columns: std::ops::Range<usize>,
    lines_below: usize,
}

/// # Errors
/// With a diff of the expected and the actual annotations.
pub fn check(fixture: &Fixture, at: usize) -> Result<(), String> {
    let file = &fixture.files[at];
    let rope = Rope::from_str(&file.text);
    let actual: Vec<(Place, Finding)> =
        fixture.findings(at, &file.text).into_iter().map(|finding| (place(&rope, &finding), finding)).collect();
    for (_, finding) in &actual {
        crate::speech::check(finding)?;
    }
    let mut open: Vec<&Expected> = file.expected.iter().collect();
    let mut shown: Vec<(usize, String)> = Vec::new();
    for (place, finding) in &actual {
        let met = open.iter().position(|expected| meets(expected, place, finding));
        let comment = met.map_or_else(|| annotation(place, finding), |index| open.remove(index).source.clone());
        shown.push((place.line, comment));
    }
    if open.is_empty() && shown.len() == file.expected.len() {
        return Ok(());
    }
    let expected = render(&file.text, file.expected.iter().map(|e| (e.line, e.source.clone())).collect());
    let actual = render(&file.text, shown);
    let diff = TextDiff::from_lines(&expected, &actual);
    Err(format!("findings differ (- expected, + actual):\n{}", diff.unified_diff().context_radius(2)))
}

fn meets(expected: &Expected, place: &Place, finding: &Finding) -> bool {
    expected.line == place.line
        && expected.columns == place.columns
        && expected.lines_below == place.lines_below
        && expected.severity == finding.severity.as_str()
        && expected.rule == finding.rule
        && finding.message().contains(&expected.message)
}

fn place(rope: &Rope, finding: &Finding) -> Place {
    let start = position::to_position(rope, finding.range.start(), Encoding::Utf32);
    let end = position::to_position(rope, finding.range.end(), Encoding::Utf32);
    let line = start.line as usize;
    let last = if end.line == start.line {
        end.column as usize
    } else {
        rope.line(line).chars().filter(|c| !matches!(c, '\r' | '\n')).count()
    };
    Place { line, columns: start.column as usize..last, lines_below: (end.line - start.line) as usize }
}

/// A finding as a comment that could stand in the fixture.
fn annotation(place: &Place, finding: &Finding) -> String {
    let indent = place.columns.start;
    let lead =
        if indent < 2 { "// (indent the line above) ".to_owned() } else { format!("//{}", " ".repeat(indent - 2)) };
    let carets = "^".repeat(place.columns.len().max(1));
    let below = if place.lines_below == 0 { String::new() } else { format!("+{}", place.lines_below) };
    format!("{lead}{carets}{below} {}[{}]: {}", finding.severity.as_str(), finding.rule, finding.message())
}

fn render(text: &str, mut comments: Vec<(usize, String)>) -> String {
    comments.sort_by_key(|(line, _)| *line);
    let mut out = String::new();
    for (number, line) in text.lines().enumerate() {
        out.push_str(line);
        out.push('\n');
        for (_, comment) in comments.iter().filter(|(line, _)| *line == number) {
            out.push_str(comment);
            out.push('\n');
        }
    }
    out
}
